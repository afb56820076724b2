//! Stretches of a text that look otherwise than the rest.
//!
//! A span changes what is painted and never what is laid out: letters stay joined and
//! lines stay where they are. Only a tag is laid out otherwise than it stands there. Spans may lie over each other; the later one's colour is
//! taken, and all their lines are drawn.

use std::ops::Range;

use egui::{Color32, Stroke};

/// A line under a stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Underline {
    /// Straight: inserted words, terms.
    Straight(Stroke),
    /// Wavy: spelling.
    Wavy(Stroke),
    /// Dashed: moved words.
    Dashed(Stroke),
}

/// How a stretch looks; what is not said stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Look {
    /// The colour of its letters.
    pub ink: Option<Color32>,
    /// What is behind it.
    pub back: Option<Color32>,
    /// The line under it.
    pub underline: Option<Underline>,
    /// The line through it.
    pub strike: Option<Stroke>,
    /// The line round it, for tags.
    pub outline: Option<Stroke>,
    /// Whether its letters are painted heavier. They take no more room than others: the same
    /// letters are painted twice, a pixel apart.
    pub heavy: bool,
}

/// A stretch of a text and how it looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Its bytes; a letter that is partly in it is painted whole.
    pub range: Range<usize>,
    /// How it looks.
    pub look: Look,
    /// Whether it is one piece for the caret: arrows pass over it, deleting takes it
    /// whole, and nothing can be typed into it. For inline tags.
    pub atomic: bool,
    /// What is shown for such a piece, if not what stands in the text.
    pub label: Option<Box<str>>,
}

impl Span {
    /// A stretch that only looks otherwise.
    #[must_use]
    pub const fn new(range: Range<usize>, look: Look) -> Self {
        Self { range, look, atomic: false, label: None }
    }

    /// A tag: one piece, drawn as a chip in which its own characters stand.
    #[must_use]
    pub const fn tag(range: Range<usize>, look: Look) -> Self {
        Self { range, look, atomic: true, label: None }
    }

    /// A tag drawn as a chip with a label: a number, whatever stands in the text.
    #[must_use]
    pub fn chip(range: Range<usize>, label: &str, look: Look) -> Self {
        Self { range, look, atomic: true, label: Some(label.into()) }
    }
}

/// Whether what begins at `start` and ends at `end` is painted heavier.
pub(super) fn is_heavy(spans: &[Span], start: usize, end: usize) -> bool {
    let touches = |span: &Span| span.range.start < end && start < span.range.end;
    spans.iter().any(|span| span.look.heavy && touches(span))
}

/// The colour of what begins at `start` and ends at `end`.
pub(super) fn ink(spans: &[Span], ink: Color32, start: usize, end: usize) -> Color32 {
    let touches = |span: &&Span| span.range.start < end && start < span.range.end;
    let colors = spans.iter().rev().filter(touches).find_map(|span| span.look.ink);
    colors.unwrap_or(ink)
}
