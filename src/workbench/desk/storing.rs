//! Rows of the open release that become units of a memory.

use super::Desk;
use super::told::Tone;
use crate::model::MemoryId;
use crate::store::StoreError;
use crate::texts::t;
use crate::workbench::harvest::Harvest;
use crate::workbench::library::{Kind, Shelf};
use crate::workbench::session::Refused;

impl Desk {
    /// Adds the accepted rows to a memory.
    pub fn add_to_memory(&mut self, memory: MemoryId, from: Option<f32>) {
        let conflicting = self.conflicts_told(memory, from);
        let Some(session) = &mut self.session else { return };
        match session.add_to_memory(memory, from, &mut self.library) {
            Ok(harvest) => {
                let harvest = Harvest { conflicting, ..harvest };
                let name = self.library.shelf(memory).map(|s| s.memory.header().name.clone());
                let name = name.unwrap_or_default();
                let tone = if harvest.kept() > 0 { Tone::Done } else { Tone::Notice };
                self.tell(tone, t!("memory", name = name, sum = harvest.sentence()));
                self.save_units();
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// The memory that rows of the open release go to unless another is chosen: the
    /// working one, which is made where there is none.
    pub fn default_memory(&mut self) -> Option<MemoryId> {
        let session = self.session.as_mut()?;
        let pair = session.pair().ok()?;
        Some(self.library.working_id(&pair, &mut session.env))
    }

    /// The memories that take rows of the open release: id, name, units, whether it
    /// is the working one.
    #[must_use]
    pub fn memories_to_fill(&self) -> Vec<(MemoryId, String, usize, bool)> {
        let Some(pair) = self.session.as_ref().and_then(|session| session.pair().ok()) else {
            return Vec::new();
        };
        let describe = |shelf: &Shelf| {
            let header = shelf.memory.header();
            let working = shelf.kind == Kind::Working;
            (header.id, header.name.clone(), shelf.memory.len(), working)
        };
        self.library.writable(&pair).map(describe).collect()
    }

    pub(super) fn save_units(&mut self) {
        // Written behind: what is refused is told when it comes back.
        let refused = self.library.save_pending().err();
        self.tell_unwritten(refused);
    }

    /// Takes in what became of units that were written.
    pub(super) fn take_in_written(&mut self) {
        let refused = self.library.written();
        self.tell_unwritten(refused);
    }

    fn tell_unwritten(&mut self, refused: impl IntoIterator<Item = StoreError>) {
        for error in refused {
            let text = t!("storing-the-units-are-kept-and-written", error = error);
            self.tell(Tone::Wrong, text);
        }
    }
}
