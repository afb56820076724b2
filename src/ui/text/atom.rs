//! Stretches of a text that are one piece: inline tags.
//!
//! A tag is laid out as an isolate (UAX #9, 2.4): whatever stands in it, the text
//! round it is ordered as round one neutral character, and its own label reads from
//! left to right. Its label may be shorter than what stands in the text for it: `1`
//! for `<g id="1">`, or for a single placeholder character. The text itself is never
//! changed by this; [`Display`] leads from what is laid out back to the text.
//!
//! Left out: letters of Arabic joined across a tag.

use std::ops::Range;

use super::layout::Paragraph;
use super::span::Span;
use super::units::LINE_BREAKS;

/// Round a label: an isolate from left to right, and room within the chip's outline
/// that does not break (U+202F).
const OPENS: &str = "\u{2066}\u{202f}";
const CLOSES: &str = "\u{202f}\u{2069}";
/// A label longer than this is cut, so that a chip fits into the narrowest column.
const MOST_CHARACTERS: usize = 16;

/// One piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Atom {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// What is shown for it, if not what stands there.
    pub(super) label: Option<Box<str>>,
}

/// The pieces among spans that fit the text, in order and apart.
pub(super) fn atoms(spans: &[Span], text: &str) -> Vec<Atom> {
    let fits = |range: &Range<usize>| {
        text.get(range.clone()).is_some_and(|part| !part.is_empty() && !part.contains(LINE_BREAKS))
    };
    let mut atoms: Vec<Atom> = spans
        .iter()
        .filter(|span| span.atomic && fits(&span.range))
        .map(|span| Atom { range: span.range.clone(), label: span.label.clone() })
        .collect();
    atoms.sort_by_key(|atom| atom.range.start);
    let mut end = 0;
    atoms.retain(|atom| {
        let apart = end <= atom.range.start;
        end = if apart { atom.range.end } else { end };
        apart
    });
    atoms
}

/// The pieces of a part of the text, counted from where the part begins.
pub(super) fn within(atoms: &[Atom], part: &Range<usize>) -> Vec<Atom> {
    let inside = |atom: &&Atom| part.start <= atom.range.start && atom.range.end <= part.end;
    let moved = |atom: &Atom| Atom {
        range: atom.range.start - part.start..atom.range.end - part.start,
        label: atom.label.clone(),
    };
    atoms.iter().filter(inside).map(moved).collect()
}

/// A range, with all of every piece that it reaches into.
pub(super) fn whole(range: Range<usize>, atoms: &[Atom]) -> Range<usize> {
    atoms.iter().fold(range, |range, Atom { range: atom, .. }| {
        let into = range.start < atom.end && atom.start < range.end;
        let in_it = atom.start < range.start && range.start < atom.end;
        if into || in_it { range.start.min(atom.start)..range.end.max(atom.end) } else { range }
    })
}

/// A paragraph as it is laid out: labels in the place of tags.
#[derive(Debug, Default)]
pub(super) struct Display {
    /// What is laid out.
    pub(super) text: String,
    swaps: Vec<Swap>,
}

/// A label and the tag it stands for.
#[derive(Debug)]
struct Swap {
    shown: Range<usize>,
    tag: Range<usize>,
}

impl Display {
    /// A paragraph with its tags as they are shown.
    pub(super) fn new(text: &str, atoms: &[Atom]) -> Self {
        let mut display = Self::default();
        let mut done = 0;
        for Atom { range, label } in atoms {
            let (Some(before), Some(tag)) = (text.get(done..range.start), text.get(range.clone()))
            else {
                continue;
            };
            display.text.push_str(before);
            let start = display.text.len();
            display.text.push_str(OPENS);
            push_label(&mut display.text, label.as_deref().unwrap_or(tag));
            display.text.push_str(CLOSES);
            display.swaps.push(Swap { shown: start..display.text.len(), tag: range.clone() });
            done = range.end;
        }
        display.text.push_str(text.get(done..).unwrap_or(""));
        display
    }

    /// Where the labels stand in what is laid out.
    pub(super) fn tags(&self) -> impl Iterator<Item = Range<usize>> {
        self.swaps.iter().map(|swap| swap.shown.clone())
    }

    /// Makes the places of a laid-out paragraph those of the text.
    pub(super) fn lead_back(&self, paragraph: &mut Paragraph) {
        for laid in &mut paragraph.lines {
            let line = std::sync::Arc::make_mut(&mut laid.line);
            line.range = self.end(line.range.start)..self.end(line.range.end);
            for cell in &mut line.cells {
                (cell.start, cell.end) = (self.start(cell.start), self.end(cell.end));
            }
        }
    }

    /// Where what begins at a byte of the display begins in the text.
    fn start(&self, at: usize) -> usize {
        match self.swap_before(|swap| swap.shown.start <= at) {
            Some(swap) if at < swap.shown.end => swap.tag.start,
            Some(swap) => at - swap.shown.end + swap.tag.end,
            None => at,
        }
    }

    /// Where what ends at a byte of the display ends in the text.
    fn end(&self, at: usize) -> usize {
        match self.swap_before(|swap| swap.shown.start < at) {
            Some(swap) if at <= swap.shown.end => swap.tag.end,
            Some(swap) => at - swap.shown.end + swap.tag.end,
            None => at,
        }
    }

    fn swap_before(&self, is_before: impl Fn(&Swap) -> bool) -> Option<&Swap> {
        let after = self.swaps.partition_point(is_before);
        after.checked_sub(1).and_then(|at| self.swaps.get(at))
    }
}

/// A label without what would break its line or its isolate.
fn push_label(text: &mut String, label: &str) {
    let plain = |c: char| if c.is_whitespace() { '\u{a0}' } else { c };
    let is_mark = |c: &char| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}');
    let mut letters = label.chars().filter(is_mark).map(plain);
    text.extend(letters.by_ref().take(MOST_CHARACTERS));
    if letters.next().is_some() {
        text.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::super::span::Look;
    use super::*;

    fn chip(range: Range<usize>, label: &str) -> Span {
        Span::chip(range, label, Look::default())
    }

    #[test]
    fn pieces_that_fit_are_kept_in_order_and_apart() {
        let text = "a <b>c</b>\né";
        let look = Look::default();
        let spans = [
            Span::tag(6..10, look),
            Span::new(0..1, look),
            Span::tag(2..5, look),
            Span::tag(3..7, look),
            Span::tag(9..12, look),
            Span::tag(12..13, look),
            Span::tag(20..30, look),
            Span::tag(1..1, look),
        ];
        let found: Vec<Range<usize>> =
            atoms(&spans, text).into_iter().map(|atom| atom.range).collect();
        assert_eq!(found, [2..5, 6..10]);
    }

    #[test]
    fn places_lead_back_to_the_text() {
        let text = "ab<1>cd<22>";
        let display = Display::new(text, &atoms(&[chip(2..5, "x"), chip(7..11, "y z")], text));
        assert_eq!(
            display.text,
            "ab\u{2066}\u{202f}x\u{202f}\u{2069}cd\u{2066}\u{202f}y\u{a0}z\u{202f}\u{2069}"
        );
        let x = display.text.find('x').unwrap_or(0);
        assert_eq!((display.start(x), display.end(x + 1)), (2, 5));
        assert_eq!((display.start(0), display.end(2)), (0, 2));
        let c = display.text.find('c').unwrap_or(0);
        assert_eq!((display.start(c), display.end(c + 1)), (5, 6));
        assert_eq!(display.end(display.text.len()), text.len());
    }

    #[test]
    fn a_label_can_neither_break_nor_leave_its_isolate() {
        let display = Display::new("\u{fffc}", &atoms(&[chip(0..3, "a\u{2069}b c")], "\u{fffc}"));
        assert_eq!(display.text, "\u{2066}\u{202f}ab\u{a0}c\u{202f}\u{2069}");
        let long = Display::new("\u{fffc}", &atoms(&[chip(0..3, &"x".repeat(40))], "\u{fffc}"));
        assert_eq!(long.text.chars().filter(|&c| c == 'x').count(), MOST_CHARACTERS);
        assert!(long.text.contains('…'));
    }
}
