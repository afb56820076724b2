//! Correcting an alignment: each operation is a function from a translation and a
//! row to the rows that take the place of others.
//!
//! No operation changes a text, and each keeps every sentence of both sides in
//! order. What a person joins or moves becomes accepted; what is left over on one
//! side only becomes a guess at even odds, to be looked at.

use std::ops::Range;

use crate::model::{Bead, IdSource, Link, Origin, State, Target, TargetSegment, Translation};

/// Confidence of what a correction leaves over: as likely wrong as right.
const LEFT_OVER: f32 = 0.5;

/// Rows to be replaced, the rows that take their place, and which of these should
/// be active then.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewrite {
    /// What the undo menu says.
    pub name: &'static str,
    /// The rows replaced.
    pub rows: Range<usize>,
    /// What takes their place.
    pub beads: Vec<Bead>,
    /// The new active row, counted from the first replaced one.
    pub active: usize,
}

/// What cannot be done, and why: shown to the person who asked.
pub type Refusal = &'static str;

/// Joins a row with the next one.
///
/// # Errors
/// There is no next row, or one of the two is locked.
pub fn join(of: &Translation, row: usize) -> Result<Rewrite, Refusal> {
    let first = unlocked(of, row)?;
    let next = of.beads.get(row + 1).ok_or("there is no row to join with")?;
    refuse_locked(next)?;
    let mut joined = first.clone();
    joined.source.extend(&next.source);
    joined.target = joined_target(&first.target, &next.target);
    joined.link = Link::Accepted;
    joined.unit = None;
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
        return Err("a row of one sentence a side cannot be split here");
    }
    let source_cut = 1.min(bead.source.len());
    let target_cut = 1.min(targets.len());
    let (head, tail) = cut(of, bead, source_cut, target_cut, ids);
    Ok(Rewrite { name: "split row", rows: row..row + 1, beads: vec![head, tail], active: 0 })
}

/// Moves the last target sentence of a row to the start of the next row.
///
/// # Errors
/// There is nothing to move, no next row, or one of them is locked.
pub fn move_down(of: &Translation, row: usize) -> Result<Rewrite, Refusal> {
    let mut from = unlocked(of, row)?.clone();
    let mut into = of.beads.get(row + 1).ok_or("there is no row below")?.clone();
    refuse_locked(&into)?;
    let mut targets = from.target.segments().to_vec();
    let moved = targets.pop().ok_or("there is no target sentence to move")?;
    let mut joined = vec![moved];
    joined.extend(into.target.segments().iter().cloned());
    let state = state_of(&from.target);
    put(&mut from, targets, &state);
    put(&mut into, joined, &state);
    inherit_origin(&mut into, from.origin);
    Ok(moved_rows("move sentence down", row..row + 2, vec![from, into], 1))
}

/// Moves the first target sentence of a row to the end of the row above.
///
/// # Errors
/// There is nothing to move, no row above, or one of them is locked.
pub fn move_up(of: &Translation, row: usize) -> Result<Rewrite, Refusal> {
    let mut from = unlocked(of, row)?.clone();
    let above = row.checked_sub(1).ok_or("there is no row above")?;
    let mut into = unlocked(of, above)?.clone();
    let mut targets = from.target.segments().to_vec();
    if targets.is_empty() {
        return Err("there is no target sentence to move");
    }
    let moved = targets.remove(0);
    let mut joined = into.target.segments().to_vec();
    joined.push(moved);
    let state = state_of(&from.target);
    put(&mut into, joined, &state);
    put(&mut from, targets, &state);
    inherit_origin(&mut into, from.origin);
    Ok(moved_rows("move sentence up", above..row + 1, vec![into, from], 0))
}

/// Parts the two sides of a row: a row without a target, a row without a source.
///
/// # Errors
/// The row has one side only, or is locked.
pub fn unlink(of: &Translation, row: usize, ids: &mut dyn IdSource) -> Result<Rewrite, Refusal> {
    let bead = unlocked(of, row)?;
    if bead.source.is_empty() || bead.target.segments().is_empty() {
        return Err("this row has one side only");
    }
    let (head, tail) = cut(of, bead, bead.source.len(), 0, ids);
    Ok(Rewrite { name: "unlink row", rows: row..row + 1, beads: vec![head, tail], active: 0 })
}

/// A row whose link a person has accepted.
///
/// # Errors
/// It is accepted already.
pub fn accepted(bead: &Bead) -> Result<Bead, Refusal> {
    if bead.link.is_accepted() {
        return Err("this link is accepted already");
    }
    Ok(Bead { link: Link::Accepted, ..bead.clone() })
}

fn unlocked(of: &Translation, row: usize) -> Result<&Bead, Refusal> {
    let bead = of.beads.get(row).ok_or("there is no such row")?;
    refuse_locked(bead)?;
    Ok(bead)
}

const fn refuse_locked(bead: &Bead) -> Result<(), Refusal> {
    if bead.flags.locked { Err("the row is locked") } else { Ok(()) }
}

fn state_of(target: &Target) -> State {
    match target {
        Target::Open => State::Draft,
        Target::Text { state, .. } | Target::LeftOut { state, .. } => state.clone(),
    }
}

/// Both targets, one after the other.
fn joined_target(first: &Target, next: &Target) -> Target {
    let mut segments = first.segments().to_vec();
    segments.extend(next.segments().iter().cloned());
    if segments.is_empty() {
        return if first.is_open() { next.clone() } else { first.clone() };
    }
    let state = if first.segments().is_empty() { state_of(next) } else { state_of(first) };
    Target::Text { segments, state }
}

/// Gives a bead these target sentences, and a link that says how it came about.
fn put(bead: &mut Bead, segments: Vec<TargetSegment>, state: &State) {
    bead.unit = None;
    if segments.is_empty() {
        let aligned = bead.origin == Origin::Aligned;
        bead.target = if aligned {
            Target::LeftOut { reason: String::new(), state: state.clone() }
        } else {
            Target::Open
        };
        bead.origin = if aligned { Origin::Aligned } else { Origin::None };
    } else {
        let kept = if let Target::Text { state, .. } = &bead.target { state } else { state };
        bead.target = Target::Text { segments, state: kept.clone() };
    }
    bead.link = link_after(bead);
}

fn link_after(bead: &Bead) -> Link {
    if bead.source.is_empty() || bead.target.segments().is_empty() {
        Link::Guessed { confidence: LEFT_OVER, pinned: false }
    } else {
        Link::Accepted
    }
}

fn inherit_origin(bead: &mut Bead, origin: Origin) {
    if bead.origin.is_none() {
        bead.origin = origin;
    }
}

/// Drops the row that a move has emptied on both sides.
fn moved_rows(name: &'static str, rows: Range<usize>, beads: Vec<Bead>, active: usize) -> Rewrite {
    let empty = |bead: &Bead| bead.source.is_empty() && bead.target.segments().is_empty();
    let before = beads.iter().take(active).filter(|bead| empty(bead)).count();
    let beads = beads.into_iter().filter(|bead| !empty(bead)).collect();
    Rewrite { name, rows, beads, active: active - before }
}

/// Cuts a bead in two: so many source and target sentences stay in the first.
fn cut(
    of: &Translation,
    bead: &Bead,
    sources: usize,
    targets: usize,
    ids: &mut dyn IdSource,
) -> (Bead, Bead) {
    let state = state_of(&bead.target);
    let all = bead.target.segments();
    let (mut head, mut tail) = (bead.clone(), bead.clone());
    head.source.truncate(sources);
    tail.source.drain(..sources);
    put(&mut head, all.get(..targets).unwrap_or_default().to_vec(), &state);
    put(&mut tail, all.get(targets..).unwrap_or_default().to_vec(), &state);
    tail.id = crate::model::BeadId::fresh(ids);
    tail.number = bead.number.following(|n| of.beads.iter().any(|other| other.number == n));
    tail.comments.clear();
    tail.history.clear();
    (head, tail)
}
