//! Which checks are on.

use std::collections::BTreeSet;

use super::{CHECKS, Check, CheckId};

/// The checks that are on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switches(BTreeSet<CheckId>);

impl Default for Switches {
    /// As the table has them.
    fn default() -> Self {
        Self(CHECKS.iter().filter(|check| check.on).map(|check| check.id).collect())
    }
}

impl Switches {
    /// These alone.
    #[must_use]
    pub fn only(checks: &[CheckId]) -> Self {
        Self(checks.iter().copied().collect())
    }

    /// Switches a check on or off.
    pub fn set(&mut self, check: CheckId, on: bool) {
        if on {
            self.0.insert(check);
        } else {
            self.0.remove(&check);
        }
    }

    /// Whether a check is on.
    #[must_use]
    pub fn is_on(&self, check: CheckId) -> bool {
        self.0.contains(&check)
    }

    /// The lines of the table that are on, in order.
    pub(super) fn checks(&self) -> impl Iterator<Item = &'static Check> {
        CHECKS.iter().filter(|check| self.is_on(check.id))
    }
}
