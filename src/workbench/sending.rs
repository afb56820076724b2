//! What a person's working memory sends to a shared one: which releases' units stay private,
//! and what would go, told before it is done.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

use jiff::tz::TimeZone;

use super::session::{Refused, Session};
use crate::memory::sending::{Candidate, Held, Verdict, candidates};
use crate::memory::{Memory, Stored};
use crate::model::{
    Cancelled, Change, Date, Embargo, MemoryId, Patch, Project, Timestamp, UnitId, Watch,
};
use crate::store::{self, Files};
use crate::texts::{day_and_clock, t};

/// The releases at hand whose units stay private, by the units that their rows know, and by
/// number and date for rows that know none.
#[derive(Debug, Clone, Default)]
pub struct Holdings {
    units: HashMap<UnitId, Held>,
    releases: HashMap<(String, Option<Date>), Held>,
}

impl Holdings {
    /// Takes in a release as it is at a moment.
    pub fn add(&mut self, project: &Project, now: Timestamp) {
        let Some(held) = held(project, now) else { return };
        let beads = project.translations.iter().flat_map(|of| &of.beads);
        self.units.extend(beads.filter_map(|bead| Some((bead.unit?.unit, held))));
        let release = &project.release;
        if !release.number.is_empty() {
            self.releases.insert((release.number.clone(), release.date), held);
        }
    }

    /// Takes in releases by their files; those that cannot be read, and why.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch stops it.
    pub fn read(
        &mut self,
        files: &dyn Files,
        paths: &[PathBuf],
        now: Timestamp,
        watch: &dyn Watch,
    ) -> Result<Vec<(PathBuf, String)>, Cancelled> {
        let mut unread = Vec::new();
        for (done, path) in paths.iter().enumerate() {
            watch.report(done, paths.len())?;
            match store::project::open(files, path) {
                Ok(reading) => self.add(&reading.value, now),
                Err(error) => unread.push((path.clone(), error.to_string())),
            }
        }
        Ok(unread)
    }

    /// A memory without the units of releases that are under embargo, not a revision of them; and
    /// how many were left out. What leaves the house has none of them.
    #[must_use]
    pub fn without_embargoed(&self, memory: Memory) -> (Memory, usize) {
        let embargoed = |stored: &Stored<'_>| matches!(self.of(stored), Some(Held::Until(_)));
        let held: HashSet<UnitId> =
            memory.units().filter(embargoed).map(|stored| stored.id).collect();
        if held.is_empty() {
            return (memory, 0);
        }
        let mut file = memory.to_file();
        file.revisions.retain(|revision| !held.contains(&revision.unit));
        (Memory::new(file), held.len())
    }

    /// Why a unit stays private, if it does.
    #[must_use]
    pub fn of(&self, stored: &Stored<'_>) -> Option<Held> {
        let release = || {
            let (number, date) = (stored.unit.release, stored.unit.date);
            self.releases.get(&(number.to_owned(), date)).copied()
        };
        self.units.get(&stored.id).copied().or_else(release)
    }
}

/// Why a release's units stay private at a moment, if they do.
#[must_use]
pub fn held(project: &Project, now: Timestamp) -> Option<Held> {
    let embargo = match project.release.embargo_at(now) {
        Embargo::Until(until) => Some(Held::Until(until)),
        Embargo::None | Embargo::Over(_) => None,
    };
    embargo.or_else(|| project.release.keeps_private.then_some(Held::ByRelease))
}

/// What would be sent.
#[derive(Debug, Clone)]
pub struct SendPlan {
    /// The working memory.
    pub from: MemoryId,
    /// The shared one.
    pub to: MemoryId,
    /// Every unit of the working memory, those that go first.
    pub candidates: Vec<Candidate>,
    /// Releases whose embargo is not known, since they could not be read.
    pub unread: Vec<(PathBuf, String)>,
}

impl SendPlan {
    /// Works out what would go from one memory to another.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch stops it.
    pub fn of(
        working: &Memory,
        shared: &Memory,
        holdings: &Holdings,
        watch: &dyn Watch,
    ) -> Result<Self, Cancelled> {
        let held = |stored: &Stored<'_>| holdings.of(stored);
        let candidates = candidates(working, shared, &held, watch)?;
        let (from, to) = (working.header().id, shared.header().id);
        Ok(Self { from, to, candidates, unread: Vec::new() })
    }

    /// The units that leave the working memory.
    #[must_use]
    pub fn leaving(&self, conflicts_go: bool) -> Vec<UnitId> {
        let leaving = self.candidates.iter().filter(|one| one.verdict.leaves(conflicts_go));
        leaving.map(|one| one.id).collect()
    }

    /// How many units have each verdict.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<Verdict, usize> {
        let mut counts = BTreeMap::new();
        for one in &self.candidates {
            *counts.entry(one.verdict).or_default() += 1;
        }
        counts
    }

    /// The releases whose units would be added or changed, by number, with how many; the
    /// empty number is "not known".
    #[must_use]
    pub fn releases(&self, conflicts_go: bool) -> BTreeMap<&str, usize> {
        let mut releases = BTreeMap::new();
        for one in &self.candidates {
            if one.verdict.leaves(conflicts_go) && one.verdict != Verdict::Same {
                *releases.entry(one.unit.release.as_str()).or_default() += 1;
            }
        }
        releases
    }
}

impl Session {
    /// Why what is confirmed here stays in the working memory, if it does.
    #[must_use]
    pub fn held(&self) -> Option<Held> {
        held(&self.project, self.env.now())
    }

    /// Keeps what is confirmed in the working memory until this is run again; whether it is
    /// kept now.
    ///
    /// # Errors
    /// The release does not fit any more.
    pub fn toggle_private(&mut self) -> Result<bool, Refused> {
        let before = self.project.release.clone();
        let keeps_private = !before.keeps_private;
        let after = Box::new(crate::model::Release { keeps_private, ..before.clone() });
        let name = if keeps_private { "keep private" } else { "keep private no longer" };
        let change = Change::Release { before: Box::new(before), after };
        self.carry_out(Patch::of_changes(name, vec![change]), Vec::new())?;
        Ok(keeps_private)
    }
}

/// What becomes of a unit, in a few words.
#[must_use]
pub fn said(verdict: Verdict) -> String {
    match verdict {
        Verdict::New => t!("sending-new").to_owned(),
        Verdict::Changed => t!("sending-changed").to_owned(),
        Verdict::Same => t!("sending-same").to_owned(),
        Verdict::Conflict => t!("sending-conflict").to_owned(),
        Verdict::NotApproved => t!("sending-not-approved").to_owned(),
        Verdict::Held(Held::ByRelease) => t!("sending-kept").to_owned(),
        Verdict::Held(Held::Until(until)) => {
            let moment = day_and_clock(&until.to_zoned_datetime(TimeZone::system()));
            t!("sending-embargo", moment = moment)
        }
        Verdict::TwoStates => t!("sending-two-states").to_owned(),
    }
}

#[cfg(test)]
mod tests;
