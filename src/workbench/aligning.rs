//! The commands of the alignment view.

use super::counts::SURE;
use super::library::Library;
use super::links::ends::End;
use super::links::{Rewrite, Side, arrange, ends, sentences};
use super::session::{Refused, Session};
use crate::model::{Bead, BlockId, Change, Link, Patch, SegmentId, View};
use crate::texts::{Spoken, decimals, t};

/// A correction of the links about the active row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Correction {
    /// Join with the next row: [`arrange::join`].
    Join,
    /// Split the row: [`arrange::split`].
    Split,
    /// Move the first sentence of a side to the row above: [`arrange::move_up`].
    MoveUp(Side),
    /// Move the last sentence of a side to the row below: [`arrange::move_down`].
    MoveDown(Side),
    /// Part the two sides: [`arrange::unlink`].
    Unlink,
    /// Left out or added on purpose: [`arrange::leave_apart`].
    LeaveApart,
    /// Delete a row without a source: [`arrange::delete`].
    Delete,
    /// Link with the nearest row of the other side: [`ends::link`].
    Link,
    /// Tie one end to another sentence: [`ends::relink`].
    Relink {
        /// The side of the end.
        side: Side,
        /// The sentence.
        to: End,
        /// Whether the row keeps what it has.
        extend: bool,
    },
}

impl Session {
    /// Accepts the active link and goes to the next doubtful one.
    ///
    /// # Errors
    /// The link is accepted already.
    pub fn accept(&mut self) -> Result<(), Refused> {
        let bead = arrange::accepted(self.active_bead().ok_or(t!("there-is-no-row"))?)?;
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
        self.accept_from(SURE)
    }

    /// Accepts every guessed link of at least `confidence`; how many.
    ///
    /// # Errors
    /// There is none.
    pub fn accept_from(&mut self, confidence: f32) -> Result<usize, Refused> {
        let rows = self.guessed_from(confidence);
        if rows.is_empty() {
            let figure = decimals(f64::from(confidence), 2);
            return Err(t!("aligning-no-guessed-link", figure = figure).into());
        }
        let mut changes = Vec::with_capacity(rows.len());
        for &row in &rows {
            let bead = self.beads().get(row).ok_or(t!("there-is-no-such-row"))?;
            changes.push(self.exchange(row, Bead { link: Link::Accepted, ..bead.clone() })?);
        }
        self.carry_out(Patch::of_changes("accept sure links", changes), Vec::new())?;
        Ok(rows.len())
    }

    /// The content rows whose link is a guess of at least `confidence`, 0…1.
    #[must_use]
    pub fn guessed_from(&self, confidence: f32) -> Vec<usize> {
        let sure =
            |link: Link| matches!(link, Link::Guessed { confidence: own, .. } if own >= confidence);
        let beads = self.beads().iter().enumerate();
        beads
            .filter(|(row, bead)| self.rows.is_content(*row) && sure(bead.link))
            .map(|(row, _)| row)
            .collect()
    }

    /// Corrects the links about the active row.
    ///
    /// # Errors
    /// The correction cannot be made there; see [`links`].
    pub fn correct_links(
        &mut self,
        correction: Correction,
        library: &mut Library,
    ) -> Result<(), Refused> {
        let translation =
            self.project.translations.get(self.at).ok_or(t!("there-is-no-translation"))?;
        let ids = self.env.ids.as_mut();
        let row = self.row;
        let made = match correction {
            Correction::Join => arrange::join(translation, row),
            Correction::Split => arrange::split(translation, row, ids),
            Correction::MoveUp(side) => arrange::move_up(translation, row, side),
            Correction::MoveDown(side) => arrange::move_down(translation, row, side),
            Correction::Unlink => arrange::unlink(translation, row, ids),
            Correction::LeaveApart => arrange::leave_apart(translation, row, ids),
            Correction::Delete => arrange::delete(translation, row),
            Correction::Link => ends::link(translation, row),
            Correction::Relink { side, to, extend } => {
                ends::relink(translation, row, side, to, extend, ids)
            }
        };
        let rewrite = made.map_err(|why| self.told_of(why, correction))?;
        self.rewrite(rewrite, library)
    }

    /// A refusal that names the language of the side it speaks of.
    fn told_of(&self, why: &'static str, correction: Correction) -> Refused {
        let (Correction::MoveUp(side) | Correction::MoveDown(side)) = correction else {
            return why.into();
        };
        let lang = match side {
            Side::Source => Some(self.source_lang()),
            Side::Target => self.target_lang(),
        };
        match lang.filter(|_| why == arrange::nothing_to_move()) {
            Some(lang) => {
                let lang = lang.spoken();
                t!("aligning-there-is-no-sentence-to-move", lang = lang).into()
            }
            None => why.into(),
        }
    }

    /// Splits a sentence after so many characters.
    ///
    /// # Errors
    /// See [`sentences::split`].
    pub fn split_sentence(
        &mut self,
        side: Side,
        sentence: SegmentId,
        at: usize,
        library: &mut Library,
    ) -> Result<(), Refused> {
        let ids = self.env.ids.as_mut();
        let changes = sentences::split(&self.project, self.at, side, sentence, at, ids)?;
        self.carry_out_mending(Patch::of_changes("split sentence", changes), library)
    }

    /// Gives a sentence another text.
    ///
    /// # Errors
    /// See [`sentences::correct`].
    pub fn correct_sentence(
        &mut self,
        side: Side,
        sentence: SegmentId,
        text: &str,
        library: &mut Library,
    ) -> Result<(), Refused> {
        if side == Side::Source && self.view() == View::Translate {
            return self.correct_source(sentence, text);
        }
        let changes = sentences::correct(&self.project, self.at, side, sentence, text)?;
        self.carry_out_mending(Patch::of_changes("correct sentence", changes), library)
    }

    /// Pins or unpins the active link: a pinned guess stays when the rest is
    /// aligned anew.
    ///
    /// # Errors
    /// The link is accepted: it stays anyway.
    pub fn toggle_pin(&mut self) -> Result<(), Refused> {
        let bead = self.active_bead().ok_or(t!("there-is-no-row"))?;
        let Link::Guessed { confidence, pinned } = bead.link else {
            return Err(t!("an-accepted-link-stays-where-it").into());
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
        let translation = self.translation().ok_or(t!("there-is-no-translation"))?;
        if translation.beads == beads {
            return Err(t!("aligning-aligning-anew-changed-nothing").into());
        }
        self.anchor(&mut beads, 0);
        let rows = 0..self.beads().len();
        let translation = self.translation().ok_or(t!("there-is-no-translation"))?;
        let change =
            Change::beads(translation, rows, beads).ok_or(t!("aligning-the-rows-have-changed"))?;
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

    /// The most doubtful link, or the next one after it where that is the active row.
    #[must_use]
    pub fn most_doubtful(&self) -> Option<usize> {
        let rows = self.by_doubt();
        let at = rows.iter().position(|&row| row == self.row);
        rows.get(at.map_or(0, |at| (at + 1) % rows.len())).copied()
    }

    /// Whether a row's link is a guess below [`SURE`].
    #[must_use]
    pub fn is_doubtful(&self, row: usize) -> bool {
        let link = self.beads().get(row).map(|bead| bead.link);
        let doubtful = matches!(link, Some(Link::Guessed { confidence, .. }) if confidence < SURE);
        doubtful && self.rows.is_content(row) && self.is_shown(row)
    }

    pub(super) fn rewrite(
        &mut self,
        rewrite: Rewrite,
        library: &mut Library,
    ) -> Result<(), Refused> {
        let Rewrite { name, rows, mut beads, active } = rewrite;
        let start = rows.start;
        self.anchor(&mut beads, start);
        let translation = self.translation().ok_or(t!("there-is-no-translation"))?;
        let change =
            Change::beads(translation, rows, beads).ok_or(t!("aligning-there-are-no-such-rows"))?;
        self.carry_out_mending(Patch::of_changes(name, vec![change]), library)?;
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
