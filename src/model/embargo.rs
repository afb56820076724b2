//! What a release is not to be known before, and that somebody lifted it early.
//!
//! An embargo is a moment; the zone in which it was said is kept beside it, so that it can be
//! told as it was said. Whether it holds is a matter of the clock that is passed in. Left out:
//! embargoes of parts of a release.

use serde::{Deserialize, Serialize};

use super::{Release, Timestamp};

/// That an embargo was lifted before its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifting {
    /// When.
    pub at: Timestamp,
    /// Who did it; may be empty.
    pub by: String,
    /// Why; never empty.
    pub reason: String,
}

/// How the embargo of a release stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Embargo {
    /// It has none.
    None,
    /// It holds until then.
    Until(Timestamp),
    /// It has been over since then: its time has come, or it was lifted.
    Over(Timestamp),
}

impl Release {
    /// How its embargo stands at a moment.
    #[must_use]
    pub fn embargo_at(&self, now: Timestamp) -> Embargo {
        match (self.embargo, &self.lifted) {
            (None, _) => Embargo::None,
            (Some(until), Some(lifted)) => Embargo::Over(lifted.at.min(until)),
            (Some(until), None) if until > now => Embargo::Until(until),
            (Some(until), None) => Embargo::Over(until),
        }
    }
}
