//! The embargo of a release at work: set, lifted early with a reason, and what it has held.
//!
//! While it holds, what is confirmed goes to the person's working memory, where it matches at
//! once, and to no shared memory (`workbench::sending`, `Session::add_to_memory`). When it is
//! over, the units of the release's rows go to the shared memory as one sending. A unit keeps its
//! id on the way, so a second sending, after a crash, on another desk or by another member, finds
//! it there and adds nothing. Members who did not confirm a row themselves send the unit that its
//! row makes, under the id that the row knows.
//!
//! | what | file |
//! |---|---|
//! | set, lift | this one |
//! | what goes when it is over | [`due`] |
//! | what is kept of the release on this machine | [`traces`] |

pub mod due;
#[cfg(test)]
mod tests;
pub mod traces;

use jiff::tz::TimeZone;

use crate::model::{Change, Embargo, Lifting, Patch, Release, Timestamp};
use crate::release::embargo::{self, Said};
use crate::texts::{clock, day_and_clock, t};
use crate::workbench::env::Env;
use crate::workbench::session::{Refused, Session};

/// The clock may be this far behind what was written last and is not called set back: machines
/// that share a folder differ by as much.
const CLOCK_TOLERANCE_SECS: i64 = 300;

impl Session {
    /// The present moment, by the session's clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.env.now()
    }

    /// What the session takes from outside.
    pub(in crate::workbench) const fn env_mut(&mut self) -> &mut Env {
        &mut self.env
    }

    /// How the release's embargo stands now.
    #[must_use]
    pub fn embargo(&self) -> Embargo {
        self.project.release.embargo_at(self.now())
    }

    /// The embargo that somebody types, on the release's day or today where no day is named.
    #[must_use]
    pub fn read_embargo(&self, text: &str) -> Option<Said> {
        let here = TimeZone::system();
        let today = self.now().to_zoned_datetime(here.clone()).date();
        embargo::read(text, self.source_lang(), Some(today), &here)
    }

    /// Sets the embargo, or takes it off where there is none any more.
    ///
    /// # Errors
    /// It is what it was, or the release can only be read.
    pub fn set_embargo(&mut self, said: Option<Said>) -> Result<(), Refused> {
        let name = if said.is_some() { "set embargo" } else { "take embargo off" };
        let (embargo, embargo_zone) =
            said.map_or((None, String::new()), |said| (Some(said.until), said.zone));
        self.change_release(name, |release| Release {
            embargo,
            embargo_zone,
            lifted: None,
            ..release.clone()
        })
    }

    /// Lifts the embargo before its time.
    ///
    /// # Errors
    /// There is no reason, or the embargo does not hold.
    pub fn lift_embargo(&mut self, reason: &str) -> Result<(), Refused> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(t!("embargo-needs-a-reason").into());
        }
        if !matches!(self.embargo(), Embargo::Until(_)) {
            return Err(t!("embargo-does-not-hold").into());
        }
        let lifted = Some(Lifting { at: self.now(), by: self.author().to_owned(), reason });
        self.change_release("lift embargo", |release| Release { lifted, ..release.clone() })
    }

    /// Changes what is known of the release.
    ///
    /// # Errors
    /// Nothing is changed, or the release can only be read.
    pub fn change_release(
        &mut self,
        name: &str,
        change: impl FnOnce(&Release) -> Release,
    ) -> Result<(), Refused> {
        let before = Box::new(self.project.release.clone());
        let after = Box::new(change(&before));
        if before == after {
            return Err(t!("nothing-is-changed-yet").into());
        }
        self.carry_out(Patch::of_changes(name, vec![Change::Release { before, after }]), Vec::new())
    }

    /// Whether the clock is behind what was written in the release last: it was set back, or
    /// another machine's is ahead. By how many minutes.
    #[must_use]
    pub fn clock_is_behind(&self) -> Option<i64> {
        let beads = self.project.translations.iter().flat_map(|of| &of.beads);
        let last = beads.filter_map(|bead| bead.changed).max()?;
        let behind = last.as_second() - self.now().as_second();
        (behind > CLOCK_TOLERANCE_SECS).then_some(behind / 60)
    }
}

/// A moment as it was said, and as it is here where that is another time of day.
#[must_use]
pub fn spoken(until: Timestamp, zone: &str) -> String {
    let here = until.to_zoned_datetime(TimeZone::system());
    let there = embargo::zone(zone).filter(|_| !zone.is_empty());
    match there.map(|there| until.to_zoned_datetime(there)) {
        Some(there) if there.datetime() != here.datetime() => {
            t!("embargo-in-zone", moment = day_and_clock(&there), zone = zone, here = clock(&here))
        }
        _ => day_and_clock(&here),
    }
}
