//! Lists without bullets: parallel short lines under a heading or behind a colon.
//!
//! A section is what stands between two headings. Where more than half of its blocks
//! are short lines that are no sentences, none is a long paragraph and no two
//! paragraphs follow each other, all of it is a list, its longer items too. Left out:
//! lists inside a paragraph.

use std::collections::HashSet;
use std::ops::Range;

use super::head;
use super::marks;
use super::neighbours::is_item;
use super::phrases;
use super::shape::{Ending, Shape};

/// Blocks that make a list.
const FEWEST_ITEMS: usize = 2;

/// Blocks that are looked at for one list, so that the time stays linear.
const MOST_ITEMS: usize = 200;

/// Letters that an item of a list does not have: two sentences of 25 words.
const LONGEST_ITEM: usize = 300;

/// The places of the items behind colons between `start` and `foot`; `headings` are lines that
/// the table of contents shows to be headings.
pub(super) fn behind_colons(
    shapes: &[Shape],
    start: usize,
    foot: usize,
    headings: &HashSet<&str>,
) -> HashSet<usize> {
    let colon = |place: &usize| shapes.get(*place).is_some_and(|s| s.ending == Ending::Colon);
    (start..foot).filter(colon).flat_map(|place| after(shapes, place, foot, headings)).collect()
}

/// The places of the items behind the block at `place`; empty where no list follows.
pub(super) fn after(
    shapes: &[Shape],
    place: usize,
    foot: usize,
    headings: &HashSet<&str>,
) -> Range<usize> {
    let most = foot.min(place + 1 + MOST_ITEMS);
    let rest = shapes.get(place + 1..most).unwrap_or_default();
    let ends = |shape: &Shape| {
        is_heading(shape, headings)
            || shape.ending == Ending::Colon
            || marks::role(shape).is_some()
            || head::is_chrome(shape)
            || shape.is_code()
    };
    let length = rest.iter().position(ends).unwrap_or(rest.len());
    let run = before_paragraphs(rest.get(..length).unwrap_or_default());
    let end = if is_list(run) { place + 1 + run.len() } else { place + 1 };
    place + 1..end
}

fn is_heading(shape: &Shape, headings: &HashSet<&str>) -> bool {
    let named = phrases::is_about(&shape.folded) || phrases::CONTACT.are(&shape.folded);
    headings.contains(shape.folded.as_str()) || (shape.is_line() && named)
}

/// Of a section that goes over into paragraphs, what stands before the line that heads them.
fn before_paragraphs<'a, 'b>(run: &'b [Shape<'a>]) -> &'b [Shape<'a>] {
    let two = |pair: &[Shape]| pair.iter().all(|shape| shape.is_prose() && !is_item(shape));
    let long = run.iter().position(|shape| shape.letters >= LONGEST_ITEM);
    let over = run.windows(2).position(two).into_iter().chain(long).min();
    match over {
        Some(paragraphs) => run.get(..paragraphs.saturating_sub(1)).unwrap_or_default(),
        None => run,
    }
}

/// Whether a run of blocks is a list: more short lines than others.
fn is_list(run: &[Shape]) -> bool {
    let short = run.iter().filter(|shape| is_item(shape)).count();
    run.len() >= FEWEST_ITEMS && short * 2 > run.len()
}
