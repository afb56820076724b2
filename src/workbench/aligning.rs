//! The commands of the alignment view.

use super::counts::SURE;
use super::harvest::Harvest;
use super::history::UnitStep;
use super::library::Library;
use super::links::{self, Refusal, Rewrite};
use super::session::{Refused, Session};
use crate::model::{
    Bead, BlockId, Change, IdSource, Link, MemoryId, Patch, StoredUnit, Translation,
};

impl Session {
    /// Accepts the active link and goes to the next doubtful one.
    ///
    /// # Errors
    /// The link is accepted already.
    pub fn accept(&mut self) -> Result<(), Refused> {
        let bead = links::accepted(self.active_bead().ok_or("there is no row")?)?;
        let change = self.exchange(self.row, bead)?;
        self.carry_out(Patch::of_changes("accept link", vec![change]), Vec::new())?;
        let next = self.next_doubtful(self.row + 1).unwrap_or(self.row + 1);
        self.select(next);
        Ok(())
    }

    /// Accepts every guessed link of at least [`SURE`]; how many.
    ///
    /// # Errors
    /// There is none.
    pub fn accept_sure(&mut self) -> Result<usize, Refused> {
        let sure: Vec<usize> = (0..self.beads().len())
            .filter(|&row| self.rows.is_content(row))
            .filter(|&row| {
                let link = self.beads().get(row).map(|bead| bead.link);
                matches!(link, Some(Link::Guessed { confidence, .. }) if confidence >= SURE)
            })
            .collect();
        if sure.is_empty() {
            return Err("there is no guessed link from 0.90".into());
        }
        let mut changes = Vec::with_capacity(sure.len());
        for &row in &sure {
            let bead = self.beads().get(row).ok_or("there is no such row")?;
            changes.push(self.exchange(row, Bead { link: Link::Accepted, ..bead.clone() })?);
        }
        self.carry_out(Patch::of_changes("accept sure links", changes), Vec::new())?;
        Ok(sure.len())
    }

    /// Joins the active row with the next.
    ///
    /// # Errors
    /// See [`links::join`].
    pub fn join(&mut self) -> Result<(), Refused> {
        self.rearrange(|translation, row, _| links::join(translation, row))
    }

    /// Splits the active row.
    ///
    /// # Errors
    /// See [`links::split`].
    pub fn split(&mut self) -> Result<(), Refused> {
        self.rearrange(links::split)
    }

    /// Moves the active row's last target sentence to the row below.
    ///
    /// # Errors
    /// See [`links::move_down`].
    pub fn move_down(&mut self) -> Result<(), Refused> {
        self.rearrange(|translation, row, _| links::move_down(translation, row))
    }

    /// Moves the active row's first target sentence to the row above.
    ///
    /// # Errors
    /// See [`links::move_up`].
    pub fn move_up(&mut self) -> Result<(), Refused> {
        self.rearrange(|translation, row, _| links::move_up(translation, row))
    }

    /// Parts the two sides of the active row.
    ///
    /// # Errors
    /// See [`links::unlink`].
    pub fn unlink(&mut self) -> Result<(), Refused> {
        self.rearrange(links::unlink)
    }

    /// Pins or unpins the active link: a pinned guess stays when the rest is
    /// aligned anew.
    ///
    /// # Errors
    /// The link is accepted: it stays anyway.
    pub fn toggle_pin(&mut self) -> Result<(), Refused> {
        let bead = self.active_bead().ok_or("there is no row")?;
        let Link::Guessed { confidence, pinned } = bead.link else {
            return Err("an accepted link stays where it is".into());
        };
        let link = Link::Guessed { confidence, pinned: !pinned };
        let change = self.exchange(self.row, Bead { link, ..bead.clone() })?;
        let name = if pinned { "unpin link" } else { "pin link" };
        self.carry_out(Patch::of_changes(name, vec![change]), Vec::new())
    }

    /// Puts in new rows for the whole translation, as aligning anew gives them.
    ///
    /// # Errors
    /// The rows do not fit the document any more.
    pub fn put_realigned(&mut self, mut beads: Vec<Bead>) -> Result<(), Refused> {
        let translation = self.translation().ok_or("there is no translation")?;
        if translation.beads == beads {
            return Err("aligning anew changed nothing".into());
        }
        self.anchor(&mut beads, 0);
        let rows = 0..self.beads().len();
        let translation = self.translation().ok_or("there is no translation")?;
        let change = Change::beads(translation, rows, beads).ok_or("the rows have changed")?;
        self.carry_out(Patch::of_changes("realign the rest", vec![change]), Vec::new())
    }

    /// The first guessed link below [`SURE`] from `start` on, then from the top.
    #[must_use]
    pub fn next_doubtful(&self, start: usize) -> Option<usize> {
        let count = self.beads().len();
        (start..count).chain(0..start.min(count)).find(|&row| self.is_doubtful(row))
    }

    /// The last guessed link below [`SURE`] before `end`, then from the bottom.
    #[must_use]
    pub fn previous_doubtful(&self, end: usize) -> Option<usize> {
        let count = self.beads().len();
        let above = (0..end.min(count)).rev();
        above.chain((end.min(count)..count).rev()).find(|&row| self.is_doubtful(row))
    }

    /// The doubtful rows, the most doubtful first.
    #[must_use]
    pub fn by_doubt(&self) -> Vec<usize> {
        let mut rows: Vec<usize> =
            (0..self.beads().len()).filter(|&row| self.is_doubtful(row)).collect();
        let doubt = |row: &usize| self.beads().get(*row).map_or(1.0, |b| b.link.confidence());
        rows.sort_by(|a, b| doubt(a).total_cmp(&doubt(b)).then(a.cmp(b)));
        rows
    }

    /// Whether a row's link is a guess below [`SURE`].
    #[must_use]
    pub fn is_doubtful(&self, row: usize) -> bool {
        let link = self.beads().get(row).map(|bead| bead.link);
        let doubtful = matches!(link, Some(Link::Guessed { confidence, .. }) if confidence < SURE);
        doubtful && self.rows.is_content(row)
    }

    /// Puts the accepted rows into a memory. Rows already there add nothing.
    ///
    /// # Errors
    /// There is no translation, or the memory takes nothing.
    pub fn add_to_memory(
        &mut self,
        memory: MemoryId,
        library: &mut Library,
    ) -> Result<Harvest, Refused> {
        library.check_writable(memory)?;
        let mut harvest = Harvest::default();
        let mut changes = Vec::new();
        let mut units: Vec<UnitStep> = Vec::new();
        for row in 0..self.beads().len() {
            let Some(bead) = self.beads().get(row) else { break };
            let source = self.source_text(row);
            let Some(status) = harvest.judge(bead, &source, self.rows.is_content(row)) else {
                continue;
            };
            let mut bead = bead.clone();
            let unit = self.unit_of(row, &bead, status);
            let known = bead.unit.filter(|stored| stored.memory == memory);
            let step = library.store(memory, &unit, known, &mut self.env)?;
            harvest.count(&step);
            let stored = StoredUnit { memory: step.memory, unit: step.unit };
            if bead.unit != Some(stored) {
                bead.unit = Some(stored);
                changes.push(self.exchange(row, bead)?);
            }
            if step.before != step.after {
                units.push(step);
            }
        }
        if !changes.is_empty() || !units.is_empty() {
            self.carry_out(Patch::of_changes("add to memory", changes), units)?;
        }
        Ok(harvest)
    }

    fn rearrange(
        &mut self,
        operation: impl FnOnce(&Translation, usize, &mut dyn IdSource) -> Result<Rewrite, Refusal>,
    ) -> Result<(), Refused> {
        let translation =
            self.project.translations.get(self.at).ok_or("there is no translation")?;
        let Rewrite { name, rows, mut beads, active } =
            operation(translation, self.row, self.env.ids.as_mut())?;
        let start = rows.start;
        self.anchor(&mut beads, start);
        let translation = self.translation().ok_or("there is no translation")?;
        let change = Change::beads(translation, rows, beads).ok_or("there are no such rows")?;
        self.carry_out(Patch::of_changes(name, vec![change]), Vec::new())?;
        self.select(start + active);
        Ok(())
    }

    /// Says of beads without a source which block they follow. `start` is the row
    /// of the first.
    fn anchor(&self, beads: &mut [Bead], start: usize) {
        let block_of = |bead: &Bead| -> Option<BlockId> {
            let (block, _) = self.rows.place(*bead.source.last()?)?;
            self.project.source.blocks.get(block).map(|block| block.id)
        };
        let before = self.beads().get(..start).unwrap_or_default();
        let mut last = before.iter().rev().find_map(block_of);
        for bead in beads {
            if bead.source.is_empty() {
                bead.anchor = last;
            } else {
                bead.anchor = None;
                last = block_of(bead);
            }
        }
    }
}
