//! What a session takes from outside: the time, random ids, a person's name.
//!
//! The program builds one [`Env`] at its edge; tests build one that stands still
//! and counts.

use crate::model::{Clock, FixedClock, IdSource, SeededIds, Timestamp};

/// The time, random ids and the person at the keyboard.
pub struct Env {
    /// Says what time it is.
    pub clock: Box<dyn Clock + Send>,
    /// Gives fresh ids.
    pub ids: Box<dyn IdSource + Send>,
    /// Who works here, as written into targets and units; may be empty.
    pub author: String,
}

impl std::fmt::Debug for Env {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Env").field("author", &self.author).finish_non_exhaustive()
    }
}

impl Env {
    /// The system's clock and randomness.
    #[must_use]
    pub fn system(author: &str) -> Self {
        let ids = SeededIds::new(system_seed());
        Self { clock: Box::new(SystemClock), ids: Box::new(ids), author: author.to_owned() }
    }

    /// A clock that stands at `now` and the ids of `seed`: the same every time.
    #[must_use]
    pub fn fixed(now: Timestamp, seed: u64, author: &str) -> Self {
        let ids = SeededIds::new(seed);
        Self { clock: Box::new(FixedClock(now)), ids: Box::new(ids), author: author.to_owned() }
    }

    /// The present moment, to the second.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The source of ids.
    pub fn ids(&mut self) -> &mut dyn IdSource {
        self.ids.as_mut()
    }
}

/// The system's clock, cut to the second: files hold no fractions.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
    fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        Timestamp::from_second(now.as_second()).unwrap_or(now)
    }
}

/// 64 random bits of the system; the clock where it has none to give.
fn system_seed() -> u64 {
    getrandom::u64().unwrap_or_else(|_| {
        let nanoseconds = SystemClock.now().as_nanosecond();
        u64::try_from(nanoseconds & i128::from(u64::MAX)).unwrap_or(1)
    })
}
