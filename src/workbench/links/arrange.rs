//! Whole sentences from row to row: join, split, move, part, leave out, delete.

use super::{
    Refusal, Rewrite, Sentences, Side, cut, inherit_origin, is_one_sided, joined_target,
    moved_rows, refuse_locked, state_of, unlocked,
};
use crate::model::{Bead, IdSource, Link, Translation};
use crate::texts::t;

/// Why no sentence can be moved: the side has none.
pub fn nothing_to_move() -> Refusal {
    t!("arrange-nothing-to-move")
}

/// Joins a row with the next one.
///
/// # Errors
/// There is no next row, or one of the two is locked.
pub fn join(of: &Translation, row: usize) -> Result<Rewrite, Refusal> {
    let first = unlocked(of, row)?;
    let next = of.beads.get(row + 1).ok_or(t!("there-is-no-row-to-join"))?;
    refuse_locked(next)?;
    let mut joined = first.clone();
    joined.source.extend(&next.source);
    joined.target = joined_target(&first.target, &next.target);
    joined.link = Link::Accepted;
    joined.unit = first.unit.or(next.unit);
    joined.comments.extend(next.comments.iter().cloned());
    if first.source.is_empty() {
        joined.number = next.number;
        joined.anchor = next.anchor;
    }
    if joined.origin.is_none() {
        joined.origin = next.origin;
    }
    Ok(Rewrite { name: "join rows", rows: row..row + 2, beads: vec![joined], active: 0 })
}

/// Splits a row of several sentences: the first of each side stay together, the
/// rest becomes a row of its own.
///
/// # Errors
/// The row has one sentence a side, or is locked.
pub fn split(of: &Translation, row: usize, ids: &mut dyn IdSource) -> Result<Rewrite, Refusal> {
    let bead = unlocked(of, row)?;
    let targets = bead.target.segments();
    if bead.source.len() < 2 && targets.len() < 2 {
        return Err(t!("arrange-a-row-of-one-sentence-a"));
    }
    let source_cut = 1.min(bead.source.len());
    let target_cut = 1.min(targets.len());
    let (head, tail) = cut(of, bead, source_cut, target_cut, ids);
    Ok(Rewrite { name: "split row", rows: row..row + 1, beads: vec![head, tail], active: 0 })
}

/// Moves the last sentence of one side of a row to the start of the next row.
///
/// # Errors
/// There is nothing to move, no next row, or one of them is locked.
pub fn move_down(of: &Translation, row: usize, side: Side) -> Result<Rewrite, Refusal> {
    let mut from = unlocked(of, row)?.clone();
    let mut into = of.beads.get(row + 1).ok_or(t!("arrange-there-is-no-row-below"))?.clone();
    refuse_locked(&into)?;
    let mut all = Sentences::of(&from, side);
    let moved = all.split_off(all.len().checked_sub(1).ok_or(nothing_to_move())?);
    let joined = moved.followed_by(Sentences::of(&into, side));
    let (state, origin) = (state_of(&from.target), from.origin);
    all.put_into(&mut from, &state);
    joined.put_into(&mut into, &state);
    inherit_origin(&mut into, origin);
    Ok(moved_rows("move sentence down", row..row + 2, vec![from, into], 1))
}

/// Moves the first sentence of one side of a row to the end of the row above.
///
/// # Errors
/// There is nothing to move, no row above, or one of them is locked.
pub fn move_up(of: &Translation, row: usize, side: Side) -> Result<Rewrite, Refusal> {
    let mut from = unlocked(of, row)?.clone();
    let above = row.checked_sub(1).ok_or(t!("arrange-there-is-no-row-above"))?;
    let mut into = unlocked(of, above)?.clone();
    let mut moved = Sentences::of(&from, side);
    if moved.is_empty() {
        return Err(nothing_to_move());
    }
    let kept = moved.split_off(1);
    let joined = Sentences::of(&into, side).followed_by(moved);
    let (state, origin) = (state_of(&from.target), from.origin);
    joined.put_into(&mut into, &state);
    kept.put_into(&mut from, &state);
    inherit_origin(&mut into, origin);
    Ok(moved_rows("move sentence up", above..row + 1, vec![into, from], 0))
}

/// Parts the two sides of a row: a row without a target, a row without a source.
///
/// # Errors
/// The row has one side only, or is locked.
pub fn unlink(of: &Translation, row: usize, ids: &mut dyn IdSource) -> Result<Rewrite, Refusal> {
    let bead = unlocked(of, row)?;
    if bead.source.is_empty() || bead.target.segments().is_empty() {
        return Err(t!("arrange-this-row-has-one-side-only"));
    }
    let (head, tail) = cut(of, bead, bead.source.len(), 0, ids);
    Ok(Rewrite { name: "unlink row", rows: row..row + 1, beads: vec![head, tail], active: 0 })
}

/// Says that the two sides of a row do not belong together and that it is meant so:
/// what the source says is left out of the target, what the target says is added.
/// A row of one side is accepted as it stands.
///
/// # Errors
/// The row is locked, or is an accepted one of one side.
pub fn leave_apart(
    of: &Translation,
    row: usize,
    ids: &mut dyn IdSource,
) -> Result<Rewrite, Refusal> {
    let bead = unlocked(of, row)?;
    let mut rewrite = if is_one_sided(bead) {
        let beads = vec![accepted(bead)?];
        Rewrite { name: "", rows: row..row + 1, beads, active: 0 }
    } else {
        unlink(of, row, ids)?
    };
    for bead in &mut rewrite.beads {
        bead.link = Link::Accepted;
    }
    Ok(Rewrite { name: "leave out or added", ..rewrite })
}

/// Deletes a row that the target has and the source has not, such as a line of the
/// page's frame. Undo brings it back.
///
/// # Errors
/// The row has a source, or is locked.
pub fn delete(of: &Translation, row: usize) -> Result<Rewrite, Refusal> {
    if !unlocked(of, row)?.source.is_empty() {
        return Err(t!("arrange-only-a-row-without-a-source"));
    }
    Ok(Rewrite { name: "delete row", rows: row..row + 1, beads: Vec::new(), active: 0 })
}

/// A row whose link a person has accepted.
///
/// # Errors
/// It is accepted already.
pub fn accepted(bead: &Bead) -> Result<Bead, Refusal> {
    if bead.link.is_accepted() {
        return Err(t!("this-link-is-accepted-already"));
    }
    Ok(Bead { link: Link::Accepted, ..bead.clone() })
}
