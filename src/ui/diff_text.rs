//! Text with marks in it: word differences, recognised terms, what was searched for.
//!
//! Inserted words (yours, or the reviewer's) are accent on a tint and underlined;
//! deleted words (the match's, or the translator's) are grey and struck. Deleted is
//! not red: red is for errors. A change is the deleted words, a space, the inserted
//! ones. Each mark has a line as well as a colour, and none changes how letters are
//! joined.

use std::ops::Range;

use super::text::{Look, Span, Underline};
use super::theme::Tokens;
use crate::text::diff::{self, SpanKind};

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// In both.
    Same,
    /// Only in the newer (yours, the reviewer's).
    Inserted,
    /// Only in the older (the match's, the translator's).
    Deleted,
    /// A recognised term.
    Term,
    /// What was searched for.
    Found,
    /// A word that no dictionary has.
    Misspelt,
    /// An inline tag; one piece for the caret.
    Tag,
}

impl Mark {
    /// How a stretch of this kind looks.
    #[must_use]
    pub fn look(self, tokens: &Tokens) -> Look {
        let straight = |width, color| Some(Underline::Straight(tokens.stroke(width, color)));
        match self {
            Self::Same => Look::default(),
            Self::Inserted => Look {
                ink: Some(tokens.ins),
                back: Some(tokens.ins_back),
                underline: straight(2.0, tokens.ins),
                ..Look::default()
            },
            Self::Deleted => Look {
                ink: Some(tokens.del),
                back: Some(tokens.del_back),
                strike: Some(tokens.stroke(1.0, tokens.del)),
                ..Look::default()
            },
            Self::Term => Look { underline: straight(1.0, tokens.shape), ..Look::default() },
            Self::Found => Look {
                ink: Some(tokens.accent),
                underline: straight(1.0, tokens.accent),
                ..Look::default()
            },
            Self::Misspelt => Look {
                underline: Some(Underline::Wavy(tokens.stroke(1.0, tokens.red))),
                ..Look::default()
            },
            Self::Tag => Look {
                ink: Some(tokens.ink2),
                back: Some(tokens.hinge),
                outline: Some(tokens.stroke(1.0, tokens.shape)),
                ..Look::default()
            },
        }
    }

    /// A stretch of this kind.
    #[must_use]
    pub fn span(self, range: Range<usize>, tokens: &Tokens) -> Span {
        let look = self.look(tokens);
        if self == Self::Tag { Span::tag(range, look) } else { Span::new(range, look) }
    }
}

impl From<SpanKind> for Mark {
    fn from(kind: SpanKind) -> Self {
        match kind {
            SpanKind::Same => Self::Same,
            SpanKind::Deleted => Self::Deleted,
            SpanKind::Inserted => Self::Inserted,
        }
    }
}

/// Word differences as runs for [`difference`] and [`insertions`].
pub fn runs(spans: &[diff::Span]) -> impl Iterator<Item = (Mark, &str)> {
    spans.iter().map(|span| (span.kind.into(), span.text.as_str()))
}

/// A text and its marks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// What looks otherwise in it, in order.
    pub spans: Vec<Span>,
}

/// Word differences as one text, with what was deleted shown in it.
#[must_use]
pub fn difference<'a>(runs: impl IntoIterator<Item = (Mark, &'a str)>, tokens: &Tokens) -> Marked {
    let mut marked = Marked::default();
    let mut before = Mark::Same;
    for (mark, text) in runs {
        if needs_space(before, mark, &marked.text) {
            marked.text.push(' ');
        }
        marked.append(text, mark, tokens);
        before = mark;
    }
    marked
}

/// Whether a space is put between deleted words and those that take their place.
pub(super) fn needs_space(before: Mark, mark: Mark, so_far: &str) -> bool {
    let meet = before == Mark::Deleted && mark == Mark::Inserted;
    meet && !so_far.ends_with(char::is_whitespace)
}

/// The marks of the newer text's insertions, for the field it is edited in.
///
/// `text` is what stands in the field. If it is no longer what was compared (a key
/// was pressed since), there are none, so that no mark is in a wrong place.
#[must_use]
pub fn insertions<'a>(
    text: &str,
    runs: impl IntoIterator<Item = (Mark, &'a str)>,
    tokens: &Tokens,
) -> Vec<Span> {
    let mut marked = Marked::default();
    for (mark, run) in runs {
        if mark != Mark::Deleted {
            marked.append(run, mark, tokens);
        }
    }
    if marked.text == text { marked.spans } else { Vec::new() }
}

/// Marks at byte ranges, in order and apart; others are passed over.
#[must_use]
pub fn marked(text: &str, marks: &[(Range<usize>, Mark)], tokens: &Tokens) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (range, mark) in marks {
        let done = spans.last().map_or(0, |span| span.range.end);
        if done <= range.start && text.get(range.clone()).is_some() {
            spans.push(mark.span(range.clone(), tokens));
        }
    }
    spans
}

impl Marked {
    /// Adds a run. A mark is on words, not on the spaces round them; unless a space is
    /// all there is.
    fn append(&mut self, text: &str, mark: Mark, tokens: &Tokens) {
        let words = text.trim();
        let before = text.len() - text.trim_start().len();
        let range = if words.is_empty() { 0..text.len() } else { before..before + words.len() };
        let at = self.text.len();
        self.text.push_str(text);
        if mark != Mark::Same && !range.is_empty() {
            self.spans.push(mark.span(at + range.start..at + range.end, tokens));
        }
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that cuts a character has failed")]
mod tests {
    use super::Mark::{Deleted, Inserted, Same, Term};
    use super::*;
    use crate::ui::theme::LIGHT;

    /// A text with its marks: [-deleted-], {+inserted+}, _term_.
    fn shown(text: &str, spans: &[Span]) -> String {
        let mut shown = String::new();
        let mut done = 0;
        for span in spans {
            let (open, close) = match span.look.back {
                Some(back) if back == LIGHT.del_back => ("[-", "-]"),
                Some(_) => ("{+", "+}"),
                None => ("_", "_"),
            };
            let (plain, run) = (&text[done..span.range.start], &text[span.range.clone()]);
            shown.extend([plain, open, run, close]);
            done = span.range.end;
        }
        shown + &text[done..]
    }

    #[test]
    fn a_change_is_deleted_a_space_inserted() {
        let cases: [(&[(Mark, &str)], &str); 6] = [
            (&[], ""),
            (
                &[(Same, "sur "), (Deleted, "28"), (Inserted, "29"), (Same, " programmes")],
                "sur [-28-] {+29+} programmes",
            ),
            (&[(Deleted, "28 "), (Inserted, "29 "), (Same, "ici")], "[-28-] {+29+} ici"),
            (&[(Same, "In 2025"), (Inserted, ","), (Same, " trade")], "In 2025{+,+} trade"),
            (&[(Deleted, "всё"), (Same, " сказано")], "[-всё-] сказано"),
            (&[(Same, "في "), (Deleted, "٢٨"), (Inserted, "٢٩")], "في [-٢٨-] {+٢٩+}"),
        ];
        for (runs, expected) in cases {
            let marked = difference(runs.iter().copied(), &LIGHT);
            assert_eq!(shown(&marked.text, &marked.spans), expected);
        }
    }

    #[test]
    fn word_differences_are_set() {
        let spans = diff::words("in 28 programmes.", "in 29 joint programmes.");
        let Marked { text, spans: marks } = difference(runs(&spans), &LIGHT);
        assert_eq!(shown(&text, &marks), "in [-28-] {+29 joint+} programmes.");
        let text = "in 29 joint programmes.";
        let marks = insertions(text, runs(&spans), &LIGHT);
        assert_eq!(shown(text, &marks), "in {+29 joint+} programmes.");
        let space = difference([(Inserted, " ")], &LIGHT);
        assert_eq!(shown(&space.text, &space.spans), "{+ +}");
    }

    #[test]
    fn a_field_shows_no_marks_that_are_out_of_date() {
        let runs = [(Same, "on "), (Deleted, "28"), (Inserted, "29"), (Same, " March ")];
        let shown = |text: &str| shown(text, &insertions(text, runs, &LIGHT));
        assert_eq!(shown("on 29 March "), "on {+29+} March ");
        assert_eq!(shown("on 29 Marc"), "on 29 Marc");
    }

    #[test]
    fn marks_are_at_their_ranges() {
        let text = "à Port-Élan";
        for (marks, expected) in [
            (vec![], "à Port-Élan"),
            (vec![(3..13, Term)], "à _Port-Élan_"),
            (vec![(0..2, Term), (3..7, Term)], "_à_ _Port_-Élan"),
            (vec![(1..2, Term), (3..7, Term), (4..5, Term), (50..60, Term)], "à _Port_-Élan"),
        ] {
            assert_eq!(shown(text, &marked(text, &marks, &LIGHT)), expected);
        }
    }

    #[test]
    fn only_a_tag_is_one_piece() {
        let all = [Inserted, Deleted, Term, Mark::Found, Mark::Misspelt, Mark::Tag];
        for mark in all {
            assert_eq!(mark.span(0..1, &LIGHT).atomic, mark == Mark::Tag, "{mark:?}");
        }
    }
}
