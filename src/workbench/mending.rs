//! What mending a row does to the units it was stored as.
//!
//! A link that is corrected after its row went into a memory left a wrong unit there,
//! and a colleague would be offered it. So every correction of links or sentences is
//! carried through: the unit of a row that still has both sides is updated, the unit of
//! a row that is gone or came apart is withdrawn (by a further revision: a memory
//! forgets nothing), and undo sets both back.

use std::collections::{BTreeMap, BTreeSet};

use super::history::UnitStep;
use super::library::Library;
use super::rows::Rows;
use super::session::{Refused, Session};
use crate::model::{Bead, BeadId, Change, MemoryId, Patch, SegmentId, StoredUnit, Unit, UnitId};

/// The units of some rows, and the texts of both sides they should hold; `None` where
/// the row should not be in a memory.
type Units = BTreeMap<(MemoryId, UnitId), Option<(String, String)>>;

impl Session {
    /// Carries out a patch of links or sentences, and what follows from it for units.
    pub(super) fn carry_out_mending(
        &mut self,
        patch: Patch,
        library: &mut Library,
    ) -> Result<(), Refused> {
        let touched = Touched::of(&patch);
        let before = self.units_of(|bead| touched.holds(bead));
        self.carry_out(patch, Vec::new())?;
        if before.is_empty() {
            return Ok(());
        }
        let after = self.units_of(|bead| {
            bead.unit.is_some_and(|unit| before.contains_key(&(unit.memory, unit.unit)))
        });
        let mut steps = Vec::new();
        for (memory, id) in before.into_keys() {
            // What was sent is mended where it is now.
            let Some(home) = library.home_of(StoredUnit { memory, unit: id }) else { continue };
            let wanted = after.get(&(memory, id)).cloned().flatten();
            let memory = home.memory;
            let Some(unit) = library.unit(memory, id) else { continue };
            let wanted = wanted.map(|(source, target)| Unit { source, target, ..unit.clone() });
            if wanted.as_ref() != Some(&unit) && library.check_writable(memory).is_ok() {
                library.set(memory, id, wanted.as_ref(), &mut self.env);
                steps.push(UnitStep { memory, unit: id, before: Some(unit), after: wanted });
            }
        }
        self.history.add_units(steps);
        Ok(())
    }

    /// The units of some rows of all translations, as the rows are now.
    fn units_of(&self, wanted: impl Fn(&Bead) -> bool) -> Units {
        let mut units = Units::new();
        for translation in &self.project.translations {
            let stored = |bead: &&Bead| bead.unit.is_some() && wanted(bead);
            let mut rows = None;
            for bead in translation.beads.iter().filter(stored) {
                let Some(unit) = bead.unit else { continue };
                let rows = rows.get_or_insert_with(|| Rows::of(&self.project.source, translation));
                let texts = (rows.source_text(&self.project.source, bead), bead.target_text());
                let whole = bead.link.is_accepted() && !texts.0.is_empty() && !texts.1.is_empty();
                let entry = units.entry((unit.memory, unit.unit)).or_insert(None);
                // Equal rows share a unit: it stays as long as one of them needs it.
                if whole && entry.is_none() {
                    *entry = Some(texts);
                }
            }
        }
        units
    }
}

/// The rows and source sentences that a patch names.
#[derive(Default)]
struct Touched {
    beads: BTreeSet<BeadId>,
    segments: BTreeSet<SegmentId>,
}

impl Touched {
    fn of(patch: &Patch) -> Self {
        let mut touched = Self::default();
        for change in &patch.changes {
            match change {
                Change::Beads { splice, .. } => {
                    touched.beads.extend(splice.before.iter().map(|bead| bead.id));
                }
                Change::Segments { splice, .. } => {
                    touched.segments.extend(splice.before.iter().map(|segment| segment.id));
                }
                _ => {}
            }
        }
        touched
    }

    fn holds(&self, bead: &Bead) -> bool {
        self.beads.contains(&bead.id) || bead.source.iter().any(|id| self.segments.contains(id))
    }
}
