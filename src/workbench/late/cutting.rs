//! A corrected source cut as the old one is cut.
//!
//! What a person split, joined or taught in the old source stays as it is: a paragraph that reads
//! as it did has the sentences it had, and in one that changed, a sentence that is two of the old
//! ones is cut there, two that are one of the old ones are joined.

use std::collections::HashSet;

use super::matching::same_words;
use crate::model::{Block, Document, Segment};

/// Cuts a document like an older one.
pub(super) fn like(old: &Document, new: &mut Document) {
    let had: HashSet<&str> = old.segments().map(|(_, segment)| segment.as_read()).collect();
    let blocks: Vec<(String, &Block)> = old.blocks.iter().map(|b| (text_of(b), b)).collect();
    let seams: Vec<[&Segment; 2]> = seams(old).collect();
    for block in &mut new.blocks {
        let text = text_of(block);
        // Codes stand in the sentences as they were cut.
        if block.segments.iter().any(|segment| !segment.tags.is_empty()) {
            continue;
        }
        match blocks.iter().find(|(other, _)| *other == text) {
            Some((_, other)) => block.segments = other.segments.iter().map(as_read).collect(),
            None => recut(&mut block.segments, &had, &seams),
        }
    }
}

/// The text of a block as it was read.
fn text_of(block: &Block) -> String {
    let parts = block.segments.iter().flat_map(|s| [s.as_read(), s.after.as_str()]);
    parts.collect::<String>().trim_end().to_owned()
}

/// A sentence as it stood in the file, to be named by what it is matched with.
fn as_read(old: &Segment) -> Segment {
    Segment { text: old.as_read().to_owned(), original: None, tags: Vec::new(), ..old.clone() }
}

/// Sentences of one block that stand side by side.
fn seams(old: &Document) -> impl Iterator<Item = [&Segment; 2]> {
    let pairs = old.blocks.iter().flat_map(|block| block.segments.windows(2));
    pairs.filter_map(|pair| match pair {
        [first, second] => Some([first, second]),
        _ => None,
    })
}

fn recut(segments: &mut Vec<Segment>, had: &HashSet<&str>, seams: &[[&Segment; 2]]) {
    let mut at = 0;
    while at < segments.len() {
        join_at(segments, at, had);
        if let Some(pieces) = segments.get(at).and_then(|s| split(s, had, seams)) {
            segments.splice(at..=at, pieces);
        }
        at += 1;
    }
}

/// Joins a sentence with the next where the old source has both as one.
fn join_at(segments: &mut Vec<Segment>, at: usize, had: &HashSet<&str>) {
    let Some([first, second]) = segments.get(at..at + 2) else { return };
    if had.contains(first.text.as_str()) && had.contains(second.text.as_str()) {
        return;
    }
    let text = format!("{}{}{}", first.text, first.after, second.text);
    if had.contains(text.as_str()) {
        let joined = Segment { text, after: second.after.clone(), ..first.clone() };
        segments.splice(at..at + 2, [joined]);
    }
}

/// The two pieces of a sentence that the old source has as two.
fn split(segment: &Segment, had: &HashSet<&str>, seams: &[[&Segment; 2]]) -> Option<[Segment; 2]> {
    if had.contains(segment.text.as_str()) {
        return None;
    }
    let fits = |[first, second]: &&[&Segment; 2]| {
        let text = format!("{}{}{}", first.as_read(), first.after, second.as_read());
        same_words(&text, &segment.text)
    };
    let [first, second] = seams.iter().find(fits)?;
    let mut tail = as_read(second);
    tail.after.clone_from(&segment.after);
    Some([as_read(first), tail])
}
