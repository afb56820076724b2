//! Time, taken as an argument.
//!
//! Nothing below the program's edge asks the system what time it is: whoever
//! needs it gets a [`Clock`], so that a test or a replay says what "now" means.

pub use jiff::Timestamp;
pub use jiff::civil::Date;

/// Says what time it is.
pub trait Clock {
    /// The present moment, to the second.
    fn now(&self) -> Timestamp;
}

/// A clock that stands still, for tests and for rebuilding samples.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}
