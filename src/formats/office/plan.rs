//! From a rendering of a block to changes of the file.
//!
//! Where the codes of the rendering stand in the order of the original, none of them moves:
//! of each stretch between two codes, the pieces at both ends whose text is still there stay,
//! and what is left over goes into the first of the others. So what is unchanged is
//! unchanged to the byte, without being looked at as a special case, and an edit touches no
//! run but its own. Where codes were moved, left out or doubled, the paragraph is put
//! together anew out of its own codes and formats. Pictures, notes and anchors that the
//! rendering leaves out stand at the end of the paragraph then; a field is gone.

use std::collections::BTreeSet;

use super::edit::{Chunk, Edit};
use super::inline::{Base, Block, Look, Piece, Slot, Stretch};
use crate::formats::page::{Mark, Marked};

/// How a format writes text.
pub(crate) trait Dialect {
    /// A text in the place of a piece's.
    fn fill(&self, text: &str, place: Place) -> String;
    /// A text by itself, formatted as the text at a node is, or as far as the properties
    /// `only` go; without a node, not at all.
    fn write(
        &self,
        text: &str,
        place: Place,
        home: Option<usize>,
        only: Option<&Look>,
    ) -> Vec<Chunk>;
}

/// The characters beside a text; `None` at the ends of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub before: Option<char>,
    pub after: Option<char>,
}

impl Place {
    /// Those of texts that stand one behind the other.
    fn of(texts: &[String]) -> Vec<Self> {
        let mut places = Vec::with_capacity(texts.len());
        let mut before = None;
        for text in texts {
            places.push(Self { before, after: None });
            before = text.chars().next_back().or(before);
        }
        let mut after = None;
        for (text, place) in texts.iter().zip(&mut places).rev() {
            place.after = after;
            after = text.chars().next().or(after);
        }
        places
    }

    /// That of a part of a text which stands here.
    fn within(self, before: &str, after: &str) -> Self {
        Self {
            before: before.chars().next_back().or(self.before),
            after: after.chars().next().or(self.after),
        }
    }
}

/// The changes that put a rendering in place of a block.
///
/// # Errors
/// Why the rendering does not fit, in words.
pub(crate) fn plan(
    block: &Block,
    rendering: &Marked,
    dialect: &dyn Dialect,
) -> Result<Vec<Edit>, String> {
    let (mut texts, marks) = stretches(block, rendering)?;
    let same = marks.iter().map(|mark| &mark.id).eq(block.content.tags.iter().map(|tag| &tag.id));
    let fits = |(stretch, text): (&Stretch, &String)| !stretch.pieces.is_empty() || text.is_empty();
    if same && block.stretches.iter().zip(&texts).all(fits) {
        let mut edits = Vec::new();
        for (stretch, text) in block.stretches.iter().zip(&mut texts) {
            *text = [stretch.lead.as_str(), text, stretch.tail.as_str()].concat();
        }
        for ((stretch, text), place) in block.stretches.iter().zip(&texts).zip(Place::of(&texts)) {
            refill(&stretch.pieces, text, place, dialect, &mut edits);
        }
        return Ok(edits);
    }
    let lead: String = block.stretches.iter().map(|stretch| stretch.lead.as_str()).collect();
    if let Some(first) = texts.first_mut() {
        first.insert_str(0, &lead);
    }
    if let Some(last) = texts.last_mut() {
        last.extend(block.stretches.iter().map(|stretch| stretch.tail.as_str()));
    }
    let by = Anew { block, dialect, out: block.stays.0.clone(), open: Vec::new() };
    Ok(vec![Edit { at: block.inner.clone(), by: by.written(&texts, &marks)? }])
}

/// The texts between the marks of a rendering, and the marks.
fn stretches<'a>(
    block: &Block,
    rendering: &'a Marked,
) -> Result<(Vec<String>, Vec<&'a Mark>), String> {
    let mut marks: Vec<&Mark> = rendering.tags.iter().collect();
    marks.sort_by_key(|mark| mark.at);
    let known: BTreeSet<&str> = block.codes.iter().map(|code| code.id.as_str()).collect();
    if let Some(mark) = marks.iter().find(|mark| !known.contains(mark.id.as_str())) {
        return Err(format!("there is no code \"{}\" in the original", mark.id));
    }
    let mut characters = rendering.text.chars();
    let mut texts = Vec::with_capacity(marks.len() + 1);
    let mut at = 0;
    for mark in &marks {
        let text: String = characters.by_ref().take(mark.at - at).collect();
        if text.chars().count() < mark.at - at {
            return Err(format!("code \"{}\" stands behind the end of the text", mark.id));
        }
        texts.push(text);
        at = mark.at;
    }
    texts.push(characters.collect());
    Ok((texts, marks))
}

/// Puts a text in the place of that of pieces.
fn refill(
    pieces: &[Piece],
    text: &str,
    place: Place,
    dialect: &dyn Dialect,
    edits: &mut Vec<Edit>,
) {
    let Some(parts) = parted(pieces, text) else {
        return refill_simple(pieces, text, place, dialect, edits);
    };
    let last = parts.len() - 1;
    for (number, (pieces, text)) in parts.into_iter().enumerate() {
        let before = if number == 0 { "" } else { "\n" };
        let after = if number == last { "" } else { "\n" };
        refill_simple(pieces, text, place.within(before, after), dialect, edits);
    }
}

/// Characters that stand between parts of a text.
const SEPARATORS: [char; 2] = ['\t', '\n'];

fn is_separator(piece: &Piece) -> bool {
    !piece.fillable && matches!(piece.text.as_str(), "\t" | "\n")
}

/// Pieces and text between the tabs and breaks, where both have the same row of these.
fn parted<'a>(pieces: &'a [Piece], text: &'a str) -> Option<Vec<(&'a [Piece], &'a str)>> {
    let own = pieces.iter().filter(|piece| is_separator(piece));
    let own: String = own.map(|piece| piece.text.as_str()).collect();
    let found: String = text.chars().filter(|c| SEPARATORS.contains(c)).collect();
    if own.is_empty() || own != found {
        return None;
    }
    let parts: Vec<_> = pieces.split(is_separator).zip(text.split(SEPARATORS)).collect();
    parts.iter().all(|(pieces, text)| text.is_empty() || !pieces.is_empty()).then_some(parts)
}

/// Keeps the pieces at both ends whose text is still there; the rest of the text goes into
/// one of the others.
fn refill_simple(
    pieces: &[Piece],
    text: &str,
    place: Place,
    dialect: &dyn Dialect,
    edits: &mut Vec<Edit>,
) {
    let (first, rest) = kept_before(pieces, text);
    if first == pieces.len() {
        return;
    }
    let before = text.strip_suffix(rest).unwrap_or_default();
    let behind = rest;
    let (last, rest) = kept_after(pieces, first, rest);
    let after = behind.strip_prefix(rest).unwrap_or_default();
    let changed = pieces.get(first..last).unwrap_or_default();
    let is_text = |piece: &&Piece| piece.fillable && !piece.text.trim().is_empty();
    let taker = changed.iter().position(|piece| is_text(&piece));
    let taker = taker.or_else(|| changed.iter().position(|piece| piece.fillable)).unwrap_or(0);
    for (number, piece) in changed.iter().enumerate() {
        if number != taker || rest.is_empty() {
            edits.push(Edit::new(piece.whole.clone(), ""));
            continue;
        }
        let filled = dialect.fill(rest, place.within(before, after));
        edits.push(Edit::new(piece.at.clone(), filled));
    }
}

/// How many pieces the text begins with, and the rest of the text; one piece is left when
/// there is a rest.
fn kept_before<'a>(pieces: &[Piece], text: &'a str) -> (usize, &'a str) {
    let mut rest = text;
    let mut kept = (0, text);
    for (number, piece) in pieces.iter().enumerate() {
        let Some(behind) = rest.strip_prefix(piece.text.as_str()) else { break };
        rest = behind;
        if behind.is_empty() && number + 1 == pieces.len() {
            return (pieces.len(), "");
        }
        let done = text.strip_suffix(behind).unwrap_or_default();
        if number + 1 < pieces.len() && !is_in_word(done, behind) {
            kept = (number + 1, behind);
        }
    }
    kept
}

/// The place behind the last piece that is not at the text's end, and the rest of the text.
fn kept_after<'a>(pieces: &[Piece], first: usize, text: &'a str) -> (usize, &'a str) {
    let mut rest = text;
    let mut kept = (pieces.len(), text);
    for (number, piece) in pieces.iter().enumerate().skip(first + 1).rev() {
        let Some(before) = rest.strip_suffix(piece.text.as_str()) else { break };
        rest = before;
        let done = text.strip_prefix(before).unwrap_or_default();
        if !is_in_word(before, done) {
            kept = (number, before);
        }
    }
    kept
}

/// Whether a word goes over the place between two texts.
fn is_in_word(before: &str, behind: &str) -> bool {
    let ends = before.chars().next_back().is_some_and(char::is_alphanumeric);
    ends && behind.chars().next().is_some_and(char::is_alphanumeric)
}

/// A paragraph that is put together anew.
struct Anew<'a> {
    block: &'a Block,
    dialect: &'a dyn Dialect,
    out: Vec<Chunk>,
    /// The numbers of the slots that are open.
    open: Vec<usize>,
}

impl Anew<'_> {
    fn written(mut self, texts: &[String], marks: &[&Mark]) -> Result<Vec<Chunk>, String> {
        let mut used = vec![false; self.block.slots.len()];
        for (number, (text, place)) in texts.iter().zip(Place::of(texts)).enumerate() {
            self.text(text, place);
            if let Some(mark) = marks.get(number) {
                self.mark(&mark.id, &mut used)?;
            }
        }
        while let Some(slot) = self.open.pop() {
            self.close(slot);
        }
        for (slot, used) in self.block.slots.iter().zip(used) {
            if let (Slot::Alone { raw, keep: true }, false) = (slot, used) {
                self.out.extend(raw.iter().cloned());
            }
        }
        self.out.extend(self.block.stays.1.iter().cloned());
        Ok(self.out)
    }

    fn text(&mut self, text: &str, place: Place) {
        if text.is_empty() {
            return;
        }
        let of_pair = |base: &Base| base.home.map(|home| (Some(home), base.only.clone()));
        let inner = self.open.iter().rev().find_map(|&slot| match self.slot(slot)? {
            Slot::Look { home } => Some((Some(*home), None)),
            Slot::Pair { base, .. } => of_pair(base),
            Slot::Alone { .. } => None,
        });
        let base = &self.block.base;
        let (home, only) = inner.unwrap_or_else(|| (base.home, base.only.clone()));
        self.out.extend(self.dialect.write(text, place, home, only.as_ref()));
    }

    fn slot(&self, number: usize) -> Option<&Slot> {
        self.block.slots.get(number.checked_sub(1)?)
    }

    /// Takes a mark in. What stands as a whole, and a link, stands once; looks may be doubled.
    fn mark(&mut self, id: &str, used: &mut [bool]) -> Result<(), String> {
        let (closes, digits) = match id.strip_prefix('/') {
            Some(digits) => (true, digits),
            None => (false, id),
        };
        let unknown = || format!("there is no code \"{id}\" in the original");
        let number: usize = digits.parse().map_err(|_| unknown())?;
        let slot = self.slot(number).ok_or_else(unknown)?.clone();
        if closes {
            self.close_to(number);
            return Ok(());
        }
        let used = number.checked_sub(1).and_then(|place| used.get_mut(place));
        let again = used.is_some_and(|used| std::mem::replace(used, true));
        match slot {
            Slot::Look { .. } => self.open.push(number),
            Slot::Pair { open, .. } if !again => {
                self.out.extend(open);
                self.open.push(number);
            }
            Slot::Alone { raw, .. } if !again => self.out.extend(raw),
            Slot::Pair { .. } | Slot::Alone { .. } => {}
        }
        Ok(())
    }

    /// Closes a code and, where it is a link, the links that were opened in it. Looks go on
    /// whatever closes around them.
    fn close_to(&mut self, number: usize) {
        let Some(place) = self.open.iter().rposition(|&open| open == number) else { return };
        if matches!(self.slot(number), Some(Slot::Look { .. })) {
            self.open.remove(place);
            return;
        }
        let inner = self.open.split_off(place);
        for &slot in inner.iter().rev() {
            self.close(slot);
        }
        let looks =
            inner.into_iter().filter(|&slot| matches!(self.slot(slot), Some(Slot::Look { .. })));
        let looks: Vec<usize> = looks.collect();
        self.open.extend(looks);
    }

    fn close(&mut self, slot: usize) {
        if let Some(Slot::Pair { close, .. }) = self.slot(slot) {
            let close = close.clone();
            self.out.extend(close);
        }
    }
}
