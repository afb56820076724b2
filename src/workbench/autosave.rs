//! When the open release is saved without anybody asking: some minutes after a change,
//! and soon after a row is confirmed or a link accepted.
//!
//! Times are those of the window's own clock, counted from its start, so that a test
//! decides what time it is. The journal covers the seconds between two saves; what is
//! decided here is only how old the file may be that a colleague opens.

use std::time::Duration;

use super::counts::Counts;

/// How long after a confirmation: rows confirmed one after the other are one save.
const SOON: Duration = Duration::from_secs(2);
/// The least time between two saves, so that fast confirming does not keep a slow
/// drive busy.
const APART: Duration = Duration::from_secs(10);

/// What there is to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// Whether something is not in the file.
    pub unsaved: bool,
    /// Rows that a person has settled: see [`settled`].
    pub settled: usize,
}

/// Rows that a person has settled: confirmed, approved, sent back, left out or accepted.
#[must_use]
pub const fn settled(counts: Counts) -> usize {
    counts.translated + counts.approved + counts.rejected + counts.left_out + counts.accepted
}

/// The clock of saves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Autosave {
    /// Since when something is not in the file.
    unsaved_since: Option<Duration>,
    /// Since when a confirmation is not in the file.
    settled_since: Option<Duration>,
    /// Rows settled when the last save began.
    settled: Option<usize>,
    /// When the last save was tried.
    tried: Option<Duration>,
}

impl Autosave {
    /// How long until the next save, at `now`; `None` with nothing to save, or where
    /// `every` says never. Zero is now.
    pub fn due_in(
        &mut self,
        now: Duration,
        every: Option<Duration>,
        work: Work,
    ) -> Option<Duration> {
        let settled = *self.settled.get_or_insert(work.settled);
        if !work.unsaved {
            *self = Self { settled: Some(work.settled), tried: self.tried, ..Self::default() };
            return None;
        }
        let unsaved = *self.unsaved_since.get_or_insert(now);
        if settled != work.settled {
            self.settled_since.get_or_insert(now);
        }
        let regular = unsaved + every?;
        let soon = self.settled_since.map_or(regular, |since| since + SOON);
        let allowed = self.tried.map_or(Duration::ZERO, |tried| tried + APART);
        Some(regular.min(soon).max(allowed).saturating_sub(now))
    }

    /// A save is tried at `now`, with so many rows settled.
    pub fn tried(&mut self, now: Duration, settled: usize) {
        *self = Self { settled: Some(settled), tried: Some(now), ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTES_3: Option<Duration> = Some(Duration::from_mins(3));

    fn due(clock: &mut Autosave, now: u64, unsaved: bool, settled: usize) -> Option<u64> {
        let work = Work { unsaved, settled };
        clock.due_in(Duration::from_secs(now), MINUTES_3, work).map(|left| left.as_secs())
    }

    #[test]
    fn what_is_typed_is_saved_after_three_minutes() {
        let mut clock = Autosave::default();
        assert_eq!(due(&mut clock, 0, false, 4), None);
        assert_eq!(due(&mut clock, 100, true, 4), Some(180));
        assert_eq!(due(&mut clock, 220, true, 4), Some(60), "typing on does not put it off");
        assert_eq!(due(&mut clock, 280, true, 4), Some(0));
        clock.tried(Duration::from_secs(280), 4);
        assert_eq!(due(&mut clock, 281, true, 4), Some(180), "what was typed meanwhile");
    }

    #[test]
    fn a_confirmed_row_is_saved_soon_and_many_are_one_save() {
        let mut clock = Autosave::default();
        due(&mut clock, 0, false, 4);
        assert_eq!(due(&mut clock, 50, true, 5), Some(2));
        assert_eq!(due(&mut clock, 51, true, 6), Some(1));
        clock.tried(Duration::from_secs(52), 6);
        assert_eq!(due(&mut clock, 53, true, 7), Some(9), "ten seconds lie between two saves");
    }

    #[test]
    fn saving_by_hand_starts_the_time_anew() {
        let mut clock = Autosave::default();
        due(&mut clock, 0, true, 4);
        due(&mut clock, 100, false, 5);
        assert_eq!(due(&mut clock, 120, true, 5), Some(180));
    }

    #[test]
    fn never_is_never() {
        let mut clock = Autosave::default();
        let work = Work { unsaved: true, settled: 1 };
        assert_eq!(clock.due_in(Duration::from_secs(9_999), None, work), None);
    }
}
