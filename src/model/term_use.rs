//! How termbases are used: which are looked through, and which one takes new terms.
//!
//! Kept by id, so that it holds wherever the file is. Left out: an order; of termbases that say
//! the same both are shown.

use serde::{Deserialize, Serialize};

use super::TermbaseId;

/// How termbases are used, where it is not as usual.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TermUses {
    /// Those that are not looked through.
    pub unused: Vec<TermbaseId>,
    /// The one that takes new terms; `None` for the first that can be written to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes_new: Option<TermbaseId>,
}

impl TermUses {
    /// Whether a termbase is looked through.
    #[must_use]
    pub fn uses(&self, base: TermbaseId) -> bool {
        !self.unused.contains(&base)
    }

    /// Looks a termbase through from now on, or no longer.
    pub fn set_used(&mut self, base: TermbaseId, is_used: bool) {
        self.unused.retain(|other| *other != base);
        if !is_used {
            self.unused.push(base);
        }
    }
}
