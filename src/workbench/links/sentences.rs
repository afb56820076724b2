//! Mending the sentences themselves: splitting one at the caret, correcting its text.
//!
//! A source sentence belongs to the release, not to one translation: a split goes into
//! every translation, where the row keeps both pieces, and a correction keeps beside it
//! what stood in the file. Numbers shown never change: the second piece of 20 is 20a.

use super::{Refusal, Side, refuse_locked};
use crate::model::{
    Bead, Change, IdSource, Project, RowNumber, Segment, SegmentId, Tag, Target, TargetSegment,
    Translation,
};
use crate::texts::t;

fn no_sentence() -> Refusal {
    t!("there-is-no-such-sentence")
}

/// Splits a sentence after its first `at` characters (Unicode scalar values). White
/// space there goes between the pieces. `shown` is the translation's place.
///
/// # Errors
/// One piece would be empty, the sentence is not there, or its row is locked.
pub fn split(
    project: &Project,
    shown: usize,
    side: Side,
    sentence: SegmentId,
    at: usize,
    ids: &mut dyn IdSource,
) -> Result<Vec<Change>, Refusal> {
    match side {
        Side::Target => {
            let translation = project.translations.get(shown).ok_or(no_sentence())?;
            let all = translation.beads.iter().flat_map(|bead| bead.target.segments());
            let taken: Vec<RowNumber> = all.map(|other| other.segment.number).collect();
            change_target(translation, sentence, |old| {
                let (head, tail) = pieces(&old.segment, at, &taken, ids)?;
                let piece = |segment| TargetSegment { block: old.block, segment };
                Ok(vec![piece(head), piece(tail)])
            })
        }
        Side::Source => {
            let taken: Vec<RowNumber> = project.source.segments().map(|(_, s)| s.number).collect();
            let mut born = None;
            let mut changes = change_source(project, sentence, |old| {
                let (head, tail) = pieces(old, at, &taken, ids)?;
                born = Some(tail.id);
                Ok(vec![head, tail])
            })?;
            for translation in &project.translations {
                changes.push(adopt(translation, sentence, born.ok_or(no_sentence())?)?);
            }
            Ok(changes)
        }
    }
}

/// Gives a sentence another text.
///
/// # Errors
/// The text is empty or the same, the sentence is not there, or its row is locked.
pub fn correct(
    project: &Project,
    shown: usize,
    side: Side,
    sentence: SegmentId,
    text: &str,
) -> Result<Vec<Change>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(t!("sentences-a-sentence-cannot-be-emptied-unlink"));
    }
    let corrected = |old: &Segment| {
        if old.text == text {
            return Err(t!("sentences-the-sentence-reads-so-already"));
        }
        Ok(Segment { tags: tags_within(old, text), ..old.corrected(text) })
    };
    match side {
        Side::Source => change_source(project, sentence, |old| Ok(vec![corrected(old)?])),
        Side::Target => {
            let translation = project.translations.get(shown).ok_or(no_sentence())?;
            change_target(translation, sentence, |old| {
                // A target is the translator's own text: its former state is in the history.
                let segment = Segment { original: None, ..corrected(&old.segment)? };
                Ok(vec![TargetSegment { block: old.block, segment }])
            })
        }
    }
}

/// The row and the text of a sentence of the shown translation.
#[must_use]
pub fn text_of(project: &Project, shown: usize, side: Side, sentence: SegmentId) -> Option<&str> {
    match side {
        Side::Source => project.segment(sentence).map(|segment| segment.text.as_str()),
        Side::Target => {
            let beads = &project.translations.get(shown)?.beads;
            let mut all = beads.iter().flat_map(|bead| bead.target.segments());
            all.find(|t| t.segment.id == sentence).map(|t| t.segment.text.as_str())
        }
    }
}

fn change_target(
    translation: &Translation,
    sentence: SegmentId,
    change: impl FnOnce(&TargetSegment) -> Result<Vec<TargetSegment>, Refusal>,
) -> Result<Vec<Change>, Refusal> {
    let place = translation.beads.iter().enumerate().find_map(|(row, bead)| {
        let at = bead.target.segments().iter().position(|t| t.segment.id == sentence)?;
        Some((row, at, bead))
    });
    let (row, at, bead) = place.ok_or(no_sentence())?;
    refuse_locked(bead)?;
    let Target::Text { segments, state } = &bead.target else { return Err(no_sentence()) };
    let old = segments.get(at).ok_or(no_sentence())?;
    let mut segments = segments.clone();
    segments.splice(at..=at, change(old)?);
    let target = Target::Text { segments, state: state.clone() };
    let bead = Bead { target, ..bead.clone() };
    Ok(vec![Change::bead(translation, row, bead).ok_or(no_sentence())?])
}

fn change_source(
    project: &Project,
    sentence: SegmentId,
    change: impl FnOnce(&Segment) -> Result<Vec<Segment>, Refusal>,
) -> Result<Vec<Change>, Refusal> {
    for bead in project.translations.iter().flat_map(|translation| &translation.beads) {
        if bead.source.contains(&sentence) {
            refuse_locked(bead)?;
        }
    }
    let place = project.source.blocks.iter().find_map(|block| {
        let at = block.segments.iter().position(|segment| segment.id == sentence)?;
        Some((block, at, block.segments.get(at)?))
    });
    let (block, at, old) = place.ok_or(no_sentence())?;
    Ok(vec![Change::segment(block, at, change(old)?).ok_or(no_sentence())?])
}

/// The row that holds `parent` takes its second piece too.
fn adopt(of: &Translation, parent: SegmentId, born: SegmentId) -> Result<Change, Refusal> {
    let row = of.beads.iter().position(|bead| bead.source.contains(&parent));
    let row = row.ok_or(no_sentence())?;
    let mut bead = of.beads.get(row).ok_or(no_sentence())?.clone();
    let at = bead.source.iter().position(|&id| id == parent).ok_or(no_sentence())?;
    bead.source.insert(at + 1, born);
    Change::bead(of, row, bead).ok_or(no_sentence())
}

/// The two pieces of a sentence.
pub(super) fn pieces(
    old: &Segment,
    at: usize,
    taken: &[RowNumber],
    ids: &mut dyn IdSource,
) -> Result<(Segment, Segment), Refusal> {
    let cut = old.text.char_indices().nth(at).map_or(old.text.len(), |(byte, _)| byte);
    let (left, right) = old.text.split_at(cut);
    let (head, tail) = (left.trim_end(), right.trim_start());
    if head.is_empty() || tail.is_empty() {
        return Err(t!("put-the-caret-inside-the-sentence"));
    }
    let tail_starts = old.text.chars().count() - tail.chars().count();
    // Pieces of a corrected sentence keep pieces of what stood in the file, so that the
    // file's text can be put together again.
    let read = old.original.as_deref().map(|read| place_in(read, head, tail));
    let joint = match read {
        Some((_, joint, _)) => joint,
        None => old.text.get(head.len()..old.text.len() - tail.len()).unwrap_or_default(),
    };
    let first = Segment {
        text: head.to_owned(),
        original: read.map(|(head, ..)| head.to_owned()),
        after: joint.to_owned(),
        tags: old.tags.iter().filter(|tag| tag.at < tail_starts).cloned().collect(),
        ..old.clone()
    };
    let moved = |tag: &Tag| Tag { at: tag.at - tail_starts, id: tag.id.clone() };
    let second = Segment {
        id: SegmentId::fresh(ids),
        parent: Some(old.id),
        number: old.number.following(|n| taken.contains(&n)),
        text: tail.to_owned(),
        original: read.map(|(.., tail)| tail.to_owned()),
        tags: old.tags.iter().filter(|tag| tag.at >= tail_starts).map(moved).collect(),
        after: old.after.clone(),
    };
    Ok((first, second))
}

/// What stood in the file, cut where its corrected text is cut: behind the same words
/// where they were left alone, else at the white space nearest to the same share of it.
/// Answers what goes to the first piece, the white space, and the rest.
fn place_in<'a>(read: &'a str, head: &str, tail: &str) -> (&'a str, &'a str, &'a str) {
    let share = read.len() * head.len() / (head.len() + tail.len()).max(1);
    let same = if read.starts_with(head) {
        Some(head.len())
    } else {
        read.ends_with(tail).then(|| read.len() - tail.len())
    };
    let spaces = read.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let cut = same.or_else(|| spaces.min_by_key(|at| at.abs_diff(share))).unwrap_or(read.len());
    let (left, right) = read.split_at(cut);
    let (first, rest) = (left.trim_end(), right.trim_start());
    (first, read.get(first.len()..read.len() - rest.len()).unwrap_or_default(), rest)
}

/// A sentence's tags, none of them beyond the end of its new text.
fn tags_within(old: &Segment, text: &str) -> Vec<Tag> {
    let end = text.chars().count();
    old.tags.iter().map(|tag| Tag { at: tag.at.min(end), id: tag.id.clone() }).collect()
}
