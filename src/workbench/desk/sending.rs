//! Sending the working memory's units to a shared one: what would go is worked out as a job,
//! from the memories as they are then; what goes is one step to undo.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{MemoryId, UnitId};
use crate::texts::t;
use crate::workbench::library::{Kind, Shelf};
use crate::workbench::sending::{Holdings, SendPlan};
use crate::workbench::session::{Refused, Session};
use crate::workbench::wide::WideStep;

/// The wish that counts, and what would go.
#[derive(Debug, Default)]
pub(super) struct Sending {
    number: u64,
    plan: Option<SendPlan>,
}

/// The name of the step, as patches are named.
const SEND: &str = "send to shared memory";

impl Desk {
    /// The working memories that have a unit, and the shared ones of the same languages that
    /// are written to: what can be sent where. The open release's languages come first.
    #[must_use]
    pub fn ways_to_send(&self) -> Vec<(MemoryId, MemoryId)> {
        let of = |kind| self.library.shelves().iter().filter(move |shelf| shelf.kind == kind);
        let mut ways = Vec::new();
        for working in of(Kind::Working).filter(|shelf| !shelf.memory.is_empty()) {
            let takes = |shelf: &&Shelf| {
                languages(shelf) == languages(working)
                    && self.library.why_read_only(shelf).is_none()
            };
            let from = working.memory.header().id;
            ways.extend(of(Kind::Shared).filter(takes).map(|to| (from, to.memory.header().id)));
        }
        let pair = self.session.as_ref().and_then(|session| session.pair().ok());
        let is_open = |memory: MemoryId| {
            let header = self.library.shelf(memory).map(|shelf| shelf.memory.header());
            header.zip(pair.as_ref()).is_some_and(|(header, pair)| {
                header.source.same_base(&pair.source) && header.target.same_base(&pair.target)
            })
        };
        ways.sort_by_key(|(from, _)| !is_open(*from));
        ways
    }

    /// Works out what one memory would send to another, instead of what was asked before.
    pub fn plan_sending(&mut self, (from, to): (MemoryId, MemoryId)) {
        self.sending.number += 1;
        self.sending.plan = None;
        let snapshot = |id| self.library.shelf(id).map(|shelf| shelf.memory.snapshot());
        let (Some(working), Some(shared)) = (snapshot(from), snapshot(to)) else { return };
        let number = self.sending.number;
        let now = (self.new_env)(&self.settings.author).now();
        let mut holdings = Holdings::default();
        if let Some(session) = &self.session {
            holdings.add(session.project(), now);
        }
        let (files, paths) = (Arc::clone(&self.files), self.releases_at_hand());
        self.jobs.start(t!("sending-looking"), move |watch| {
            let unread = holdings.read(files.as_ref(), &paths, now, watch)?;
            let plan = SendPlan::of(&working, &shared, &holdings, watch)?;
            Ok(Outcome::Sendable(number, Box::new(SendPlan { unread, ..plan })))
        });
    }

    /// What would go; `None` while that is being worked out.
    #[must_use]
    pub const fn send_plan(&self) -> Option<&SendPlan> {
        self.sending.plan.as_ref()
    }

    pub(super) fn take_sendable(&mut self, number: u64, plan: SendPlan) {
        if number == self.sending.number {
            self.sending.plan = Some(plan);
        }
    }

    /// Sends what was told: conflicts too where they go.
    pub fn send(&mut self, conflicts_go: bool) {
        let Some(plan) = self.sending.plan.take() else { return };
        let leaving = plan.leaving(conflicts_go);
        let name = self.library.shelf(plan.to).map(|to| to.memory.header().name.clone());
        match self.send_units((plan.from, plan.to), &leaving) {
            Ok(0) => self.tell(Tone::Notice, t!("sending-nothing-can-go")),
            Ok(count) => {
                let name = name.unwrap_or_default();
                self.tell(Tone::Done, t!("sending-sent", count = count, name = name));
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    fn send_units(
        &mut self,
        way: (MemoryId, MemoryId),
        units: &[UnitId],
    ) -> Result<usize, Refused> {
        let mut env = (self.new_env)(&self.settings.author);
        let steps = self.library.send(way, units, &mut env)?;
        self.save_units();
        let count = steps.iter().filter(|step| step.memory == way.0).count();
        if count > 0 {
            let number = self.wide.next_number();
            let releases = Vec::new();
            self.note_wide(WideStep { number, name: SEND, units: steps, releases });
        }
        Ok(count)
    }

    /// Keeps what is confirmed in the open release private, or no longer.
    pub(super) fn toggle_private(&mut self) {
        match self.session.as_mut().map(Session::toggle_private) {
            Some(Ok(true)) => self.tell(Tone::Done, t!("sending-kept-private")),
            Some(Ok(false)) => self.tell(Tone::Done, t!("sending-private-no-longer")),
            Some(Err(Refused(why))) => self.tell(Tone::Notice, why),
            None => {}
        }
    }

    /// The files of the folder's releases and of the recent ones, but the open one's.
    pub(super) fn releases_at_hand(&self) -> Vec<PathBuf> {
        let open = self.session.as_ref().and_then(Session::path);
        let listed = self.listing.iter().flat_map(|listing| &listing.projects);
        let all = listed.chain(&self.settings.recent);
        let is_there = |path: &&PathBuf| {
            let is_release = path.to_string_lossy().ends_with(".project.ron");
            is_release && Some(path.as_path()) != open && self.files.exists(path)
        };
        let paths: BTreeSet<&PathBuf> = all.filter(is_there).collect();
        paths.into_iter().cloned().collect()
    }
}

fn languages(shelf: &Shelf) -> (&str, &str) {
    let header = shelf.memory.header();
    (header.source.base(), header.target.base())
}
