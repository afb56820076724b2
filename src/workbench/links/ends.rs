//! Tying one end of a link to another sentence, as dragging it does, and linking two
//! sentences that stand alone.
//!
//! Links never cross: both texts keep their order. So what the new link passes over
//! comes loose: its sentences stay where they were in their own text, as rows of one
//! side, to be linked by hand or by aligning the rest anew, for which the new link is
//! an anchor.

use std::ops::Range;

use super::{
    Refusal, Rewrite, Sentences, Side, is_one_sided, offspring, refuse_locked, state_of, unlocked,
};
use crate::model::{Bead, BeadId, IdSource, Link, Translation};
use crate::texts::t;

/// A sentence of one side: its row, and its place among the row's sentences of that
/// side, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The row.
    pub row: usize,
    /// The place within the row.
    pub sentence: usize,
}

/// Ties `row`'s end on `side` to the sentence at `to`. With `extend` the row keeps the
/// sentences it has and takes all up to that one; without, that one takes their place.
///
/// # Errors
/// The sentence is not there or is the row's already, a row concerned is locked, or the
/// new link would cross one that is accepted.
pub fn relink(
    of: &Translation,
    row: usize,
    side: Side,
    to: End,
    extend: bool,
    ids: &mut dyn IdSource,
) -> Result<Rewrite, Refusal> {
    let rows = row.min(to.row)..row.max(to.row) + 1;
    check_between(of, &rows)?;
    let there = unlocked(of, to.row)?;
    if to.sentence >= Sentences::of(there, side).len() {
        return Err(t!("there-is-no-such-sentence"));
    }
    if to.row == row && (extend || Sentences::of(there, side).len() == 1) {
        return Err(t!("ends-this-sentence-is-linked-here-already"));
    }
    let down = to.row > row || (to.row == row && to.sentence > 0);
    let mut work = Work { of, side, ids, out: Vec::new() };
    let active = match (to.row == row, down) {
        (true, _) => work.pick(row, to.sentence),
        (false, true) => work.downwards(row, to, extend),
        (false, false) => work.upwards(row, to, extend),
    };
    let active = active.ok_or(t!("there-is-no-such-row"))?;
    let at = work.out.iter().position(|bead| bead.id == active).unwrap_or(0);
    Ok(Rewrite { name: "link to another sentence", rows, beads: work.out, active: at })
}

/// Links the row, which has one side, with the nearest row of the other side that can
/// be reached without crossing a link.
///
/// # Errors
/// The row has both sides, or there is no such row.
pub fn link(of: &Translation, row: usize) -> Result<Rewrite, Refusal> {
    let bead = unlocked(of, row)?;
    if !is_one_sided(bead) {
        return Err(t!("ends-this-row-has-both-sides-unlink"));
    }
    let run = loose_run(of, row);
    let has_source = |at: usize| of.beads.get(at).is_some_and(|b| !b.source.is_empty());
    let wanted = !has_source(row);
    let counterpart =
        run.clone().filter(|&at| has_source(at) == wanted).min_by_key(|&at| (at.abs_diff(row), at));
    let other = counterpart.ok_or(t!("ends-there-is-no-sentence-of-the"))?;
    let (source_row, target_row) = if wanted { (other, row) } else { (row, other) };
    let rows = row.min(other)..row.max(other) + 1;
    let mut linked = of.beads.get(source_row).ok_or(t!("there-is-no-such-row"))?.clone();
    let target = of.beads.get(target_row).ok_or(t!("there-is-no-such-row"))?;
    linked.target = target.target.clone();
    linked.comments.extend(target.comments.iter().cloned());
    linked.origin = target.origin;
    linked.link = Link::Accepted;
    let between = of.beads.get(rows.start + 1..rows.end - 1).unwrap_or_default();
    // What stands before the linked sentence in its own text stays before the link.
    let before_is_source = source_row > target_row;
    let is_before = |bead: &&Bead| bead.source.is_empty() != before_is_source;
    let mut beads: Vec<Bead> = between.iter().filter(is_before).cloned().collect();
    let active = beads.len();
    beads.push(linked);
    beads.extend(between.iter().filter(|bead| !is_before(bead)).cloned());
    Ok(Rewrite { name: "link", rows, beads, active })
}

/// The rows around `row` that have one side only, up to the next links and locks.
fn loose_run(of: &Translation, row: usize) -> Range<usize> {
    let loose = |bead: &Bead| is_one_sided(bead) && !bead.flags.locked;
    let above = of.beads.get(..row).unwrap_or_default();
    let below = of.beads.get(row..).unwrap_or_default();
    let start = row - above.iter().rev().take_while(|bead| loose(bead)).count();
    start..row + below.iter().take_while(|bead| loose(bead)).count()
}

/// Rows between the two ends come loose; an accepted link among them must not.
fn check_between(of: &Translation, rows: &Range<usize>) -> Result<(), Refusal> {
    for row in rows.clone() {
        let bead = of.beads.get(row).ok_or(t!("there-is-no-such-row"))?;
        refuse_locked(bead)?;
        let inner = row != rows.start && row + 1 != rows.end;
        if inner && bead.link.is_accepted() && !is_one_sided(bead) {
            return Err(t!("ends-an-accepted-link-stands-between-unlink"));
        }
    }
    Ok(())
}

/// The rows that take the place of those between the two ends, while they are made.
struct Work<'a> {
    of: &'a Translation,
    side: Side,
    ids: &'a mut dyn IdSource,
    out: Vec<Bead>,
}

impl Work<'_> {
    /// The end goes to a sentence further down: what is passed over on its side goes
    /// before the link, what is passed over on the other side behind it.
    fn downwards(&mut self, row: usize, to: End, extend: bool) -> Option<BeadId> {
        let mut tied = self.of.beads.get(row)?.clone();
        let mut taken = Sentences::of(&tied, self.side);
        if !extend {
            self.push_loose(row, taken);
            taken = Sentences::none(self.side);
        }
        for passed in row + 1..to.row {
            let sentences = Sentences::of(self.of.beads.get(passed)?, self.side);
            taken = self.keep_or_loosen(passed, sentences, taken, extend);
        }
        let last = self.of.beads.get(to.row)?;
        let mut before = Sentences::of(last, self.side);
        let rest = before.split_off(to.sentence + 1);
        let wanted = if extend { before } else { self.loosen_head(to.row, before) };
        Self::tie(&mut tied, taken.followed_by(wanted));
        let id = tied.id;
        self.out.push(tied);
        for passed in row + 1..to.row {
            self.push_bereft(passed, Sentences::none(self.side))?;
        }
        self.push_bereft(to.row, rest)?;
        Some(id)
    }

    /// The end goes to a sentence further up: the mirror image.
    fn upwards(&mut self, row: usize, to: End, extend: bool) -> Option<BeadId> {
        let first = self.of.beads.get(to.row)?;
        let mut head = Sentences::of(first, self.side);
        let mut wanted = head.split_off(to.sentence);
        let behind = wanted.split_off(1);
        self.push_bereft(to.row, head)?;
        for passed in to.row + 1..row {
            self.push_bereft(passed, Sentences::none(self.side))?;
        }
        let mut tied = self.of.beads.get(row)?.clone();
        let own = Sentences::of(&tied, self.side);
        let id = tied.id;
        if extend {
            let mut taken = wanted.followed_by(behind);
            for passed in to.row + 1..row {
                taken = taken.followed_by(Sentences::of(self.of.beads.get(passed)?, self.side));
            }
            Self::tie(&mut tied, taken.followed_by(own));
            self.out.push(tied);
            return Some(id);
        }
        Self::tie(&mut tied, wanted);
        self.out.push(tied);
        self.push_loose(to.row, behind);
        for passed in to.row + 1..row {
            let sentences = Sentences::of(self.of.beads.get(passed)?, self.side);
            self.push_loose(passed, sentences);
        }
        self.push_loose(row, own);
        Some(id)
    }

    /// One of the row's own sentences alone stays linked.
    fn pick(&mut self, row: usize, sentence: usize) -> Option<BeadId> {
        let mut tied = self.of.beads.get(row)?.clone();
        let mut head = Sentences::of(&tied, self.side);
        let mut wanted = head.split_off(sentence);
        let behind = wanted.split_off(1);
        let id = tied.id;
        self.push_loose(row, head);
        Self::tie(&mut tied, wanted);
        self.out.push(tied);
        self.push_loose(row, behind);
        Some(id)
    }

    fn tie(bead: &mut Bead, sentences: Sentences) {
        let state = state_of(&bead.target);
        sentences.put_into(bead, &state);
    }

    /// Either the link takes these sentences too, or they come loose.
    fn keep_or_loosen(
        &mut self,
        row: usize,
        sentences: Sentences,
        taken: Sentences,
        keep: bool,
    ) -> Sentences {
        if keep {
            return taken.followed_by(sentences);
        }
        self.push_loose(row, sentences);
        taken
    }

    /// All but the last of these come loose.
    fn loosen_head(&mut self, row: usize, mut sentences: Sentences) -> Sentences {
        let last = sentences.split_off(sentences.len().saturating_sub(1));
        self.push_loose(row, sentences);
        last
    }

    /// A new row of these sentences of `row` alone.
    fn push_loose(&mut self, row: usize, sentences: Sentences) {
        if sentences.is_empty() {
            return;
        }
        let Some(bead) = self.of.beads.get(row) else { return };
        let mut loose = offspring(self.of, bead, &self.out, self.ids);
        let state = state_of(&bead.target);
        Sentences::none(Side::Source).put_into(&mut loose, &state);
        Sentences::none(Side::Target).put_into(&mut loose, &state);
        sentences.put_into(&mut loose, &state);
        if !loose.target.segments().is_empty() {
            loose.origin = bead.origin;
        }
        self.out.push(loose);
    }

    /// The row with these sentences only on the side that the link has passed over;
    /// nothing where none is left on either side.
    fn push_bereft(&mut self, row: usize, left: Sentences) -> Option<()> {
        let mut bead = self.of.beads.get(row)?.clone();
        let unchanged = left.len() == Sentences::of(&bead, self.side).len();
        if !unchanged {
            let state = state_of(&bead.target);
            left.put_into(&mut bead, &state);
        }
        if !bead.source.is_empty() || !bead.target.segments().is_empty() {
            self.out.push(bead);
        }
        Some(())
    }
}
