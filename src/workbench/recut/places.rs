//! Where an exception changes the texts of a project, and where a place stands in it now.

use super::{Kept, Spot};
use crate::model::{
    Block, BlockId, Exception, Exceptions, Project, Segment, TargetSegment, Translation, Wish,
};
use crate::text::segment::{Piece, exceptions};
use crate::workbench::links::Side;

/// Characters that are told on each side of a place: about a line of the window.
const TOLD_CHARS: usize = 60;

/// The places of the source document.
pub(super) fn of_source(project: &Project, all: &Exceptions, new: &Exception) -> Vec<Spot> {
    let blocks = project.source.blocks.iter().filter(|block| block.role.is_content());
    let found = blocks.flat_map(|block| {
        let segments: Vec<&Segment> = block.segments.iter().collect();
        let lang = project.source.lang_of(block);
        spots(Side::Source, 0, block, &segments, exceptions_at(&segments, lang, all, new))
    });
    found.collect()
}

/// The places of a target document, whose sentences stand in the rows.
pub(super) fn of_target(
    project: &Project,
    translation: usize,
    all: &Exceptions,
    new: &Exception,
) -> Vec<Spot> {
    let Some(of) = project.translations.get(translation) else { return Vec::new() };
    let blocks = of.document.blocks.iter().filter(|block| block.role.is_content());
    let found = blocks.flat_map(|block| {
        let segments: Vec<&Segment> = sentences(of, block.id).map(|(_, t)| &t.segment).collect();
        let lang = of.document.lang_of(block);
        spots(Side::Target, translation, block, &segments, exceptions_at(&segments, lang, all, new))
    });
    found.collect()
}

/// The sentences of a target block in order, each with its row.
pub(super) fn sentences(
    of: &Translation,
    block: BlockId,
) -> impl Iterator<Item = (usize, &TargetSegment)> {
    let rows = of.beads.iter().enumerate();
    let all = rows.flat_map(|(row, bead)| bead.target.segments().iter().map(move |t| (row, t)));
    all.filter(move |(_, sentence)| sentence.block == Some(block))
}

/// The text of some sentences, and the places that change in it.
type Found = (String, Vec<(usize, Wish)>);

fn exceptions_at(
    segments: &[&Segment],
    lang: &crate::model::Lang,
    all: &Exceptions,
    new: &Exception,
) -> Found {
    let (mut text, mut pieces) = (String::new(), Vec::with_capacity(segments.len()));
    for segment in segments {
        let start = text.len();
        text.push_str(&segment.text);
        let end = text.len();
        text.push_str(&segment.after);
        pieces.push(Piece { range: start..end, after: end..text.len() });
    }
    let changes = exceptions::changes(&text, &pieces, lang, all, new);
    (text, changes)
}

fn spots(
    side: Side,
    translation: usize,
    block: &Block,
    segments: &[&Segment],
    (text, changes): Found,
) -> Vec<Spot> {
    let spot = |(place, wish): (usize, Wish)| {
        let (before, behind) = text.split_at_checked(place)?;
        // A place between blocks or beyond the last sentence is none.
        at(segments.iter().copied(), solid(before)).is_some().then(|| Spot {
            side,
            wish,
            rows: Vec::new(),
            bead: None,
            before: last_chars(before),
            behind: first_chars(behind),
            joint: behind.starts_with(char::is_whitespace),
            kept: Kept::None,
            translation,
            block: block.id,
            solid: solid(before),
        })
    };
    changes.into_iter().filter_map(spot).collect()
}

/// Where a place stands among the sentences of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// Behind this sentence, from 0, which is not the last.
    Behind(usize),
    /// In this sentence, behind so many of its characters.
    Within(usize, usize),
}

/// Where the place behind so many characters other than white space stands now. White space does
/// not count, since splitting and joining moves it.
pub(super) fn at<'a>(segments: impl Iterator<Item = &'a Segment>, place: usize) -> Option<At> {
    let mut passed = 0;
    let mut segments = segments.enumerate().peekable();
    while let Some((number, segment)) = segments.next() {
        let mut own = 0;
        for (count, c) in segment.text.chars().enumerate() {
            if passed + own == place && own > 0 {
                return Some(At::Within(number, count));
            }
            own += usize::from(!c.is_whitespace());
        }
        passed += own;
        if passed == place && own > 0 {
            return segments.peek().map(|_| At::Behind(number));
        }
    }
    None
}

fn solid(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The beginning of a text in one line.
fn first_chars(text: &str) -> String {
    let text = text.trim_start();
    let mut told: String = text.chars().take(TOLD_CHARS).map(in_one_line).collect();
    if text.chars().nth(TOLD_CHARS).is_some() {
        told.push('…');
    }
    told
}

/// The end of a text in one line.
fn last_chars(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(TOLD_CHARS);
    let told = text.chars().skip(skipped).map(in_one_line);
    let cut = (skipped > 0).then_some('…');
    cut.into_iter().chain(told).collect()
}

fn in_one_line(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}
