//! Rows that are being translated: joined with the next, split with their target.
//!
//! In an alignment a row that is joined was found wrong, and is right then; a translation
//! is the person's own text. So what becomes of its state is told by both rows: two
//! translated ones make a translated one, anything less a draft. A target that cannot be
//! split with its source stays whole with the first piece, as a draft to be looked at.

use super::sentences::pieces;
use super::{Refusal, Rewrite, offspring, refuse_locked, unlocked};
use crate::model::{
    Bead, IdSource, Link, Origin, RowNumber, State, StoredUnit, Target, TargetSegment, Translation,
};
use crate::texts::t;
use crate::workbench::recut;

/// Joins a row with the next one, across paragraphs too.
///
/// # Errors
/// There is no next row, or one of the two is locked.
pub fn join(of: &Translation, row: usize) -> Result<Rewrite, Refusal> {
    let first = unlocked(of, row)?;
    let next = of.beads.get(row + 1).ok_or(t!("there-is-no-row-to-join"))?;
    refuse_locked(next)?;
    let both = of.beads.get(row..row + 2).unwrap_or_default();
    let mut bead = recut::joined_rows(both).ok_or(t!("there-is-no-row-to-join"))?;
    bead.flags.source_changed = first.flags.source_changed || next.flags.source_changed;
    bead.link = Link::Accepted;
    let own = |unit: &StoredUnit| is_own(of, *unit);
    bead.unit = first.unit.filter(own).or(next.unit.filter(own)).filter(|_| is_confirmed(&bead));
    Ok(Rewrite { name: "join rows", rows: row..row + 2, beads: vec![bead], active: 0 })
}

/// Splits a row behind its first `sources` source sentences. The target is split after
/// `target_at` characters where that is inside it, else sentence by sentence where it has
/// as many; else it stays with the first piece.
///
/// # Errors
/// One piece would have no source, or the row is locked.
pub fn split(
    of: &Translation,
    row: usize,
    sources: usize,
    target_at: Option<usize>,
    ids: &mut dyn IdSource,
) -> Result<Rewrite, Refusal> {
    let bead = unlocked(of, row)?;
    if sources == 0 || sources >= bead.source.len() {
        return Err(t!("translated-put-the-caret-inside-the-source"));
    }
    let (mut head, mut tail) = (bead.clone(), offspring(of, bead, &[], ids));
    head.source.truncate(sources);
    tail.source.drain(..sources);
    let at_caret = target_at.and_then(|at| cut_at(of, &bead.target, at, ids));
    match at_caret.or_else(|| cut_by_sentences(of, bead, sources, ids)) {
        Some((first, second)) => (head.target, tail.target) = (first, second),
        None if bead.target.segments().is_empty() => {}
        None => leave_whole(&mut head, &mut tail),
    }
    Ok(Rewrite { name: "split row", rows: row..row + 1, beads: vec![head, tail], active: 0 })
}

/// Whether somebody has confirmed a row.
#[must_use]
pub const fn is_confirmed(bead: &Bead) -> bool {
    matches!(bead.state(), Some(State::Translated | State::Approved))
}

/// Whether no other row is stored as the same unit.
fn is_own(of: &Translation, unit: StoredUnit) -> bool {
    of.beads.iter().filter(|bead| bead.unit == Some(unit)).count() < 2
}

/// The target stays with the first piece, and the second is open.
fn leave_whole(head: &mut Bead, tail: &mut Bead) {
    if let Target::Text { state, .. } = &mut head.target {
        *state = State::Draft;
    }
    head.flags.source_changed = true;
    head.unit = None;
    tail.target = Target::Open;
    tail.origin = Origin::None;
    tail.flags.source_changed = false;
    (tail.author, tail.changed) = (String::new(), None);
}

/// A target cut after so many characters; `None` where one piece would be empty.
fn cut_at(
    of: &Translation,
    target: &Target,
    chars: usize,
    ids: &mut dyn IdSource,
) -> Option<(Target, Target)> {
    let Target::Text { segments, .. } = target else { return None };
    let text = target.to_text();
    let byte = text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
    let (before, behind) = (text.get(..byte)?, text.get(byte..)?);
    if before.trim().is_empty() || behind.trim().is_empty() {
        return None;
    }
    let places = target.places();
    let at = places.iter().position(|place| byte < place.end)?;
    let start = places.get(at)?.start;
    let (mut first, mut second) = (segments.get(..at)?.to_vec(), segments.get(at..)?.to_vec());
    if byte > start {
        let whole = second.remove(0);
        let inside = text.get(start..byte)?;
        let all = of.beads.iter().flat_map(|bead| bead.target.segments());
        let taken: Vec<RowNumber> = all.map(|other| other.segment.number).collect();
        let piece = |segment| TargetSegment { block: whole.block, segment };
        match pieces(&whole.segment, inside.chars().count(), &taken, ids) {
            Ok((head, tail)) => {
                first.push(piece(head));
                second.insert(0, piece(tail));
            }
            // White space at an edge of the sentence: it is not cut.
            Err(_) if inside.trim().is_empty() => second.insert(0, whole),
            Err(_) => first.push(whole),
        }
    }
    pair(target, first, second)
}

/// A target cut where its source is, if both have as many sentences.
fn cut_by_sentences(
    of: &Translation,
    bead: &Bead,
    sources: usize,
    ids: &mut dyn IdSource,
) -> Option<(Target, Target)> {
    let all = bead.target.segments();
    if all.len() > 1 && all.len() == bead.source.len() {
        let (first, second) = (all.get(..sources)?.to_vec(), all.get(sources..)?.to_vec());
        return pair(&bead.target, first, second);
    }
    if bead.source.len() != 2 || all.len() != 1 {
        return None;
    }
    let (first, second) = recut::split_target(bead, of)?;
    let second = recut::born_of(&first, second, of, ids);
    Some((first, second))
}

fn pair(
    of: &Target,
    first: Vec<TargetSegment>,
    second: Vec<TargetSegment>,
) -> Option<(Target, Target)> {
    let Target::Text { state, .. } = of else { return None };
    let target = |segments: Vec<TargetSegment>| {
        (!segments.is_empty()).then(|| Target::Text { segments, state: state.clone() })
    };
    Some((target(first)?, target(second)?))
}
