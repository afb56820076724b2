//! What an embargo has held and goes to the shared memory now that it is over.

use crate::memory::sending::Held;
use crate::model::{Embargo, MemoryId, State, Unit, UnitId, UnitStatus};
use crate::texts::t;
use crate::workbench::library::{Kind, Library};
use crate::workbench::session::{Refused, Session};

/// Units of the release's rows that go to a shared memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The shared memory.
    pub to: MemoryId,
    /// Its name.
    pub name: String,
    /// Those of the person's own working memory, and which memory that is.
    pub own: Vec<(MemoryId, UnitId)>,
    /// Those that other members confirmed, as the rows have them.
    pub others: Vec<(UnitId, Unit)>,
}

impl Due {
    /// How many units go.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.own.len() + self.others.len()
    }
}

impl Session {
    /// What goes to the shared memory of the shown languages, where the release had an embargo
    /// that is over; `None` where nothing does.
    #[must_use]
    pub fn due(&self, library: &Library) -> Option<Due> {
        if !matches!(self.embargo(), Embargo::Over(_)) || self.held().is_some() {
            return None;
        }
        let to = library.shared_of(&self.pair().ok()?)?;
        let shared = &library.shelf(to)?.memory;
        let mut due =
            Due { to, name: shared.header().name.clone(), own: Vec::new(), others: Vec::new() };
        for (row, bead) in self.beads().iter().enumerate() {
            let status = match bead.state() {
                Some(State::Translated) => UnitStatus::Translated,
                Some(State::Approved) => UnitStatus::Approved,
                _ => continue,
            };
            let Some(stored) = bead.unit else { continue };
            let id = stored.unit;
            let working = library
                .shelves()
                .iter()
                .find(|shelf| shelf.kind == Kind::Working && !shelf.memory.unit(id).is_empty());
            let known = || due.own.iter().any(|(_, own)| *own == id);
            match working {
                Some(shelf) => {
                    let from = shelf.memory.header().id;
                    let unit = library.unit(from, id);
                    let goes = unit.is_some_and(|unit| library.would_take(to, &unit));
                    if goes && !known() {
                        due.own.push((from, id));
                    }
                }
                None if shared.knows(id) => {}
                None => {
                    let unit = self.unit_of(row, bead, status);
                    let twice = due.others.iter().any(|(other, _)| *other == id);
                    if library.would_take(to, &unit) && !twice {
                        due.others.push((id, unit));
                    }
                }
            }
        }
        (due.count() > 0).then_some(due)
    }

    /// Refuses a shared memory what an embargo holds.
    pub(in crate::workbench) fn refuse_embargoed(
        &self,
        memory: MemoryId,
        library: &Library,
    ) -> Result<(), Refused> {
        let shared = library.shelf(memory).is_some_and(|shelf| shelf.kind == Kind::Shared);
        match self.held() {
            Some(Held::Until(until)) if shared => {
                let zone = &self.project.release.embargo_zone;
                Err(t!("embargo-keeps-rows", moment = super::spoken(until, zone)).into())
            }
            _ => Ok(()),
        }
    }
}
