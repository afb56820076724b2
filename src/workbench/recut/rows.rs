//! Carrying one place out: its sentences, and the rows that hold them.

use super::places::{At, at, sentences};
use super::{Kept, Spot};
use crate::model::{
    Bead, BeadId, Change, IdSource, Link, Origin, Project, Segment, SegmentId, Splice, State, Tag,
    Target, TargetSegment, Translation, Wish,
};
use crate::text::segment;
use crate::workbench::links::{Side, sentences as links};

/// Fills in which rows of the shown translation a place changes, and what becomes of the
/// translations there.
pub(super) fn tell(project: &Project, shown: usize, spot: &mut Spot) {
    let Some(place) = Place::of(project, spot) else { return };
    let mut kept = Kept::None;
    for (number, of) in project.translations.iter().enumerate() {
        if spot.side == Side::Target && number != spot.translation {
            continue;
        }
        let Some(rows) = place.rows(of) else { continue };
        let beads = of.beads.get(rows).unwrap_or_default();
        if number == shown || spot.side == Side::Target {
            spot.rows = beads.iter().map(|bead| bead.number).collect();
            spot.bead = beads.first().map(|bead| bead.id);
        }
        kept = worse(kept, kept_at(spot, beads, of));
    }
    spot.kept = kept;
}

/// The one of two that is more to be told.
const fn worse(one: Kept, other: Kept) -> Kept {
    const fn weight(kept: Kept) -> u8 {
        match kept {
            Kept::None => 0,
            Kept::Whole => 1,
            Kept::Split => 2,
            Kept::Joined => 3,
            Kept::WithFirst => 4,
            Kept::Locked => 5,
        }
    }
    if weight(other) > weight(one) { other } else { one }
}

fn kept_at(spot: &Spot, beads: &[Bead], of: &Translation) -> Kept {
    if beads.iter().any(|bead| bead.flags.locked) {
        return Kept::Locked;
    }
    let Some(bead) = beads.first() else { return Kept::None };
    if beads.iter().all(|bead| bead.target.segments().is_empty()) {
        return Kept::None;
    }
    match (spot.wish, spot.side) {
        (Wish::Join, _) if beads.len() > 1 => Kept::Joined,
        (Wish::Split, Side::Source) if !stays_together(bead) => {
            if split_target(bead, of).is_some() { Kept::Split } else { Kept::WithFirst }
        }
        _ => Kept::Whole,
    }
}

/// Where the sentences of a place stand.
enum Place {
    /// In the source document: the place of the block, the sentence, the characters before.
    Source { block: usize, at: At, first: SegmentId, second: Option<SegmentId> },
    /// In rows: the row of the sentence before, that of the sentence behind.
    Target { at: At, first: (usize, SegmentId), second: Option<(usize, SegmentId)> },
}

impl Place {
    fn of(project: &Project, spot: &Spot) -> Option<Self> {
        match spot.side {
            Side::Source => {
                let blocks = &project.source.blocks;
                let block = blocks.iter().position(|block| block.id == spot.block)?;
                let segments = &blocks.get(block)?.segments;
                let at = at(segments.iter(), spot.solid)?;
                let first = segments.get(number(at))?.id;
                let second = matches!(at, At::Behind(_)).then(|| segments.get(number(at) + 1));
                Some(Self::Source { block, at, first, second: second.flatten().map(|s| s.id) })
            }
            Side::Target => {
                let of = project.translations.get(spot.translation)?;
                let all: Vec<(usize, &TargetSegment)> = sentences(of, spot.block).collect();
                let at = at(all.iter().map(|(_, t)| &t.segment), spot.solid)?;
                let of = |place: usize| all.get(place).map(|(row, t)| (*row, t.segment.id));
                let second = if matches!(at, At::Behind(_)) { of(number(at) + 1) } else { None };
                Some(Self::Target { at, first: of(number(at))?, second })
            }
        }
    }

    /// The rows that hold its sentences.
    fn rows(&self, of: &Translation) -> Option<std::ops::Range<usize>> {
        let holding = |id: SegmentId| of.beads.iter().position(|bead| bead.source.contains(&id));
        let (first, last) = match self {
            Self::Source { first, second, .. } => {
                (holding(*first)?, second.map_or_else(|| holding(*first), holding)?)
            }
            Self::Target { first, second, .. } => (first.0, second.map_or(first.0, |s| s.0)),
        };
        Some(first..last + 1)
    }
}

const fn number(at: At) -> usize {
    match at {
        At::Behind(number) | At::Within(number, _) => number,
    }
}

/// The changes that carry one place out in the project as it is now; `None` where there is
/// nothing to change any more.
pub(super) fn changes(
    project: &Project,
    spot: &Spot,
    ids: &mut dyn IdSource,
) -> Option<Vec<Change>> {
    let place = Place::of(project, spot)?;
    match (spot.wish, place) {
        (Wish::Join, Place::Source { block, at: At::Behind(first), .. }) => {
            join_sources(project, block, first)
        }
        (Wish::Split, Place::Source { at: At::Within(_, chars), first, .. }) => {
            split_source(project, first, chars, ids)
        }
        (Wish::Join, Place::Target { first, second: Some(second), .. }) => {
            let of = project.translations.get(spot.translation)?;
            join_targets(of, first, second).map(|change| vec![change])
        }
        (Wish::Split, Place::Target { at: At::Within(_, chars), first, .. }) => {
            links::split(project, spot.translation, Side::Target, first.1, chars, ids).ok()
        }
        _ => None,
    }
}

/// Makes one sentence of a source sentence and the next, and one row of their rows.
fn join_sources(project: &Project, block: usize, at: usize) -> Option<Vec<Change>> {
    let block = project.source.blocks.get(block)?;
    let (first, second) = (block.segments.get(at)?, block.segments.get(at + 1)?);
    let follows = at.checked_sub(1).and_then(|at| block.segments.get(at)).map(|s| s.id);
    let (before, after) = (vec![first.clone(), second.clone()], vec![joined(first, second)]);
    let splice = Splice { follows, before, after };
    let mut changes = vec![Change::Segments { of: block.id, splice }];
    for of in &project.translations {
        let holding = |id| of.beads.iter().position(|bead| bead.source.contains(&id));
        let (start, last) = (holding(first.id)?, holding(second.id)?);
        let mut bead = joined_rows(of.beads.get(start..=last)?)?;
        bead.source.retain(|id| *id != second.id);
        changes.push(Change::beads(of, start..last + 1, vec![bead])?);
    }
    Some(changes)
}

/// Makes one sentence of a target sentence and the next, and one row of their rows.
fn join_targets(
    of: &Translation,
    (start, first): (usize, SegmentId),
    (last, second): (usize, SegmentId),
) -> Option<Change> {
    let mut bead = joined_rows(of.beads.get(start..=last)?)?;
    let Target::Text { segments, .. } = &mut bead.target else { return None };
    let one = segments.iter().position(|t| t.segment.id == first)?;
    let two = segments.iter().position(|t| t.segment.id == second)?;
    if two != one + 1 {
        return None;
    }
    let behind = segments.remove(two).segment;
    let before = segments.get_mut(one)?;
    before.segment = joined(&before.segment, &behind);
    Change::beads(of, start..last + 1, vec![bead])
}

/// Two neighbouring sentences as one.
fn joined(first: &Segment, second: &Segment) -> Segment {
    let text = format!("{}{}{}", first.text, first.after, second.text);
    let corrected = first.original.is_some() || second.original.is_some();
    let read = || format!("{}{}{}", first.as_read(), first.after, second.as_read());
    let shift = first.text.chars().count() + first.after.chars().count();
    let moved = |tag: &Tag| Tag { at: tag.at + shift, id: tag.id.clone() };
    Segment {
        original: corrected.then(read).filter(|read| *read != text),
        tags: first.tags.iter().cloned().chain(second.tags.iter().map(moved)).collect(),
        after: second.after.clone(),
        text,
        ..first.clone()
    }
}

/// Neighbouring rows as one: all their sources, all their targets, comments and former targets.
/// One row alone stays what it is.
pub(in crate::workbench) fn joined_rows(rows: &[Bead]) -> Option<Bead> {
    let (head, rest) = rows.split_first()?;
    if rest.is_empty() {
        return Some(head.clone());
    }
    let mut bead = head.clone();
    for next in rest {
        bead.target = joined_target(&bead, next);
        bead.source.extend(&next.source);
        bead.comments.extend(next.comments.iter().cloned());
        bead.history.extend(next.history.iter().cloned());
        bead.link = doubtful_of(bead.link, next.link);
        bead.flags.query |= next.flags.query;
        if bead.origin.is_none() {
            bead.origin = next.origin;
            bead.author.clone_from(&next.author);
            bead.changed = next.changed;
        }
    }
    if head.source.is_empty() {
        let with_source = rest.iter().find(|bead| !bead.source.is_empty());
        bead.anchor = if with_source.is_some() { None } else { head.anchor };
        bead.number = with_source.map_or(head.number, |bead| bead.number);
    }
    Some(to_be_looked_at(bead))
}

/// The less sure of two links.
fn doubtful_of(one: Link, other: Link) -> Link {
    if other.confidence() < one.confidence() { other } else { one }
}

/// Both targets, one after the other; what only part of the row has a translation for is a draft.
fn joined_target(first: &Bead, next: &Bead) -> Target {
    let mut segments = first.target.segments().to_vec();
    segments.extend(next.target.segments().iter().cloned());
    if segments.is_empty() {
        return match (&first.target, &next.target) {
            (Target::LeftOut { .. }, Target::LeftOut { .. }) => first.target.clone(),
            (Target::LeftOut { .. }, _) if next.source.is_empty() => first.target.clone(),
            (_, Target::LeftOut { .. }) if first.source.is_empty() => next.target.clone(),
            _ => Target::Open,
        };
    }
    let state = match (first.state(), next.state()) {
        (Some(one), Some(other)) if one == other => one.clone(),
        (Some(one), None) if next.source.is_empty() => one.clone(),
        (Some(rejected @ State::Rejected { .. }), _)
        | (_, Some(rejected @ State::Rejected { .. })) => rejected.clone(),
        (Some(State::Draft) | None, _) | (_, Some(State::Draft) | None) => State::Draft,
        _ => State::Translated,
    };
    Target::Text { segments, state }
}

/// The row with the mark that its source is no longer what it was, where it has a translation,
/// and no longer tied to its unit.
fn to_be_looked_at(mut bead: Bead) -> Bead {
    bead.flags.source_changed |= !bead.target.segments().is_empty();
    bead.unit = None;
    bead
}

/// Splits a source sentence, and its rows where they hold nothing else.
fn split_source(
    project: &Project,
    sentence: SegmentId,
    chars: usize,
    ids: &mut dyn IdSource,
) -> Option<Vec<Change>> {
    let mut changes = links::split(project, 0, Side::Source, sentence, chars, ids).ok()?;
    let mut work = project.clone();
    crate::model::Patch::of_changes("", changes.clone()).apply(&mut work).ok()?;
    for (before, of) in project.translations.iter().zip(&work.translations) {
        let row = before.beads.iter().position(|bead| bead.source.contains(&sentence))?;
        let (old, bead) = (before.beads.get(row)?, of.beads.get(row)?);
        if stays_together(old) {
            continue;
        }
        let beads = split_row(bead, of, ids)?;
        changes.push(Change::beads(of, row..row + 1, beads)?);
    }
    Some(changes)
}

/// Whether a row keeps both pieces of its sentence: it is an alignment's, or holds more than
/// that sentence.
fn stays_together(bead: &Bead) -> bool {
    bead.origin == Origin::Aligned || bead.source.len() != 1
}

/// Two rows of a row whose source has two sentences.
fn split_row(bead: &Bead, of: &Translation, ids: &mut dyn IdSource) -> Option<Vec<Bead>> {
    let (mut head, mut tail) = (bead.clone(), bead.clone());
    head.source.truncate(1);
    tail.source = bead.source.get(1..)?.to_vec();
    tail.id = BeadId::fresh(ids);
    tail.number = bead.number.following(|n| of.beads.iter().any(|other| other.number == n));
    (tail.unit, tail.comments, tail.history) = (None, Vec::new(), Vec::new());
    if !bead.target.segments().is_empty() {
        if let Some((first, second)) = split_target(bead, of) {
            tail.target = born_of(&first, second, of, ids);
            head.target = first;
        } else {
            tail.target = Target::Open;
            tail.origin = Origin::None;
            (tail.author, tail.changed) = (String::new(), None);
        }
    }
    let tail = if tail.target.is_open() { tail } else { to_be_looked_at(tail) };
    Some(vec![to_be_looked_at(head), tail])
}

/// The two sentences of a row's target; `None` where it has another number of them.
pub(in crate::workbench) fn split_target(
    bead: &Bead,
    of: &Translation,
) -> Option<(Target, Target)> {
    let Target::Text { segments, state } = &bead.target else { return None };
    let target = |segments: Vec<TargetSegment>| Target::Text { segments, state: state.clone() };
    match segments.as_slice() {
        [first, second] => Some((target(vec![first.clone()]), target(vec![second.clone()]))),
        [whole] if whole.segment.tags.is_empty() => {
            let text = &whole.segment.text;
            let pieces = segment::segments(text, of.lang());
            let [first, second] = pieces.as_slice() else { return None };
            let piece = |range: &std::ops::Range<usize>, after: &str| {
                let segment = Segment {
                    text: text.get(range.clone())?.to_owned(),
                    original: None,
                    after: after.to_owned(),
                    ..whole.segment.clone()
                };
                Some(target(vec![TargetSegment { block: whole.block, segment }]))
            };
            let joint = text.get(first.after.clone())?;
            Some((piece(&first.range, joint)?, piece(&second.range, &whole.segment.after)?))
        }
        _ => None,
    }
}

/// The second piece of a sentence that was split is a sentence of its own.
pub(in crate::workbench) fn born_of(
    first: &Target,
    mut second: Target,
    of: &Translation,
    ids: &mut dyn IdSource,
) -> Target {
    let parent = first.segments().first().map(|t| t.segment.id);
    let all = || of.beads.iter().flat_map(|bead| bead.target.segments());
    if let Target::Text { segments, .. } = &mut second
        && let Some(piece) = segments.first_mut().filter(|t| Some(t.segment.id) == parent)
    {
        piece.segment.parent = parent;
        piece.segment.id = SegmentId::fresh(ids);
        let taken = |n| all().any(|t| t.segment.number == n);
        piece.segment.number = piece.segment.number.following(taken);
    }
    second
}
