//! Text with marks in it: word differences, recognised terms, what was searched for.
//!
//! Inserted words (yours, or the reviewer's) are accent on a tint and underlined;
//! deleted words (the match's, or the translator's) are grey and struck. Deleted is
//! not red: red is for errors. A change is the deleted words, a space, the inserted
//! ones. Each mark has a line as well as a colour.
//!
//! egui draws an underline at the foot of the line, not at the baseline, and its
//! backgrounds are square; the design counts on both.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, Stroke};

use super::fonts::TypeRole;
use super::theme::Tokens;
use crate::text::diff::{Span, SpanKind};

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
}

impl Mark {
    /// The format of a stretch in a text of this role and colour.
    #[must_use]
    pub fn format(self, role: TypeRole, ink: Color32, tokens: &Tokens) -> TextFormat {
        let role = if self == Self::Found { role.with_bold(true) } else { role };
        let plain = TextFormat { expand_bg: 0.0, ..role.format(ink) };
        match self {
            Self::Same => plain,
            Self::Inserted => TextFormat {
                color: tokens.ins,
                background: tokens.ins_back,
                underline: tokens.stroke(2.0, tokens.ins),
                ..plain
            },
            Self::Deleted => TextFormat {
                color: tokens.del,
                background: tokens.del_back,
                strikethrough: tokens.stroke(1.0, tokens.del),
                ..plain
            },
            Self::Term => TextFormat { underline: tokens.stroke(1.0, tokens.shape), ..plain },
            Self::Found => {
                let color = if ink == tokens.ink3 { ink } else { tokens.accent };
                TextFormat { color, underline: Stroke::new(1.0, color), ..plain }
            }
        }
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
pub fn runs(spans: &[Span]) -> impl Iterator<Item = (Mark, &str)> {
    spans.iter().map(|span| (span.kind.into(), span.text.as_str()))
}

/// How marked text is set.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Size, line height and weight.
    pub role: TypeRole,
    /// The colour of what has no mark.
    pub ink: Color32,
    /// Where lines break, in points.
    pub width: f32,
}

/// Word differences as one text, with what was deleted shown in it.
#[must_use]
pub fn difference<'a>(
    runs: impl IntoIterator<Item = (Mark, &'a str)>,
    setting: Setting,
    tokens: &Tokens,
) -> LayoutJob {
    let mut job = empty(setting);
    let mut before = Mark::Same;
    for (mark, text) in runs {
        let meet = before == Mark::Deleted && mark == Mark::Inserted;
        if meet && !job.text.ends_with(char::is_whitespace) {
            append(&mut job, " ", Mark::Same, setting, tokens);
        }
        append(&mut job, text, mark, setting, tokens);
        before = mark;
    }
    job
}

/// The newer text alone with its insertions marked, for the field it is edited in.
///
/// `text` is what stands in the field. If it is no longer what was compared (a key
/// was pressed since), it is set without marks, so that no mark is in a wrong place.
#[must_use]
pub fn insertions<'a>(
    text: &str,
    runs: impl IntoIterator<Item = (Mark, &'a str)>,
    setting: Setting,
    tokens: &Tokens,
) -> LayoutJob {
    let mut job = empty(setting);
    for (mark, run) in runs {
        if mark != Mark::Deleted {
            append(&mut job, run, mark, setting, tokens);
        }
    }
    if job.text != text {
        job = empty(setting);
        append(&mut job, text, Mark::Same, setting, tokens);
    }
    job.keep_trailing_whitespace = true;
    job
}

/// A text with marks at byte ranges, in order and apart; others are passed over.
#[must_use]
pub fn marked(
    text: &str,
    marks: &[(Range<usize>, Mark)],
    setting: Setting,
    tokens: &Tokens,
) -> LayoutJob {
    let mut job = empty(setting);
    let mut done = 0;
    for (range, mark) in marks {
        let (Some(plain), Some(run)) = (text.get(done..range.start), text.get(range.clone()))
        else {
            continue;
        };
        append(&mut job, plain, Mark::Same, setting, tokens);
        append(&mut job, run, *mark, setting, tokens);
        done = range.end;
    }
    append(&mut job, text.get(done..).unwrap_or(""), Mark::Same, setting, tokens);
    job
}

fn empty(setting: Setting) -> LayoutJob {
    LayoutJob { wrap: TextWrapping::wrap_at_width(setting.width), ..LayoutJob::default() }
}

fn append(job: &mut LayoutJob, text: &str, mark: Mark, setting: Setting, tokens: &Tokens) {
    let mut add = |text: &str, mark: Mark| {
        if !text.is_empty() || job.sections.is_empty() {
            job.append(text, 0.0, mark.format(setting.role, setting.ink, tokens));
        }
    };
    // A mark is on words, not on the spaces round them; unless a space is all there is.
    let words = text.trim();
    match text.split_once(words).filter(|_| mark != Mark::Same && !words.is_empty()) {
        None => add(text, mark),
        Some((before, after)) => {
            if !before.is_empty() {
                add(before, Mark::Same);
            }
            add(words, mark);
            if !after.is_empty() {
                add(after, Mark::Same);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Mark::{Deleted, Inserted, Same, Term};
    use super::*;
    use crate::ui::fonts;
    use crate::ui::theme::LIGHT;

    const SETTING: Setting = Setting { role: fonts::TEXT, ink: LIGHT.ink, width: 400.0 };

    /// The job as text with its marks: [-deleted-], {+inserted+}, _term_.
    fn shown(job: &LayoutJob) -> String {
        let mut shown = String::new();
        for section in &job.sections {
            let range = section.byte_range.start.0..section.byte_range.end.0;
            let text = job.text.get(range).expect("sections are on characters");
            let format = &section.format;
            assert_eq!(format.line_height, Some(20.0));
            let (open, close) = match (format.background, format.underline.is_empty()) {
                (back, _) if back == LIGHT.del_back => ("[-", "-]"),
                (back, _) if back == LIGHT.ins_back => ("{+", "+}"),
                (_, false) => ("_", "_"),
                _ => ("", ""),
            };
            shown.extend([open, text, close]);
        }
        shown
    }

    #[test]
    fn a_change_is_deleted_a_space_inserted() {
        let cases: [(&[(Mark, &str)], &str); 5] = [
            (&[], ""),
            (
                &[(Same, "sur "), (Deleted, "28"), (Inserted, "29"), (Same, " programmes")],
                "sur [-28-] {+29+} programmes",
            ),
            (&[(Deleted, "28 "), (Inserted, "29 "), (Same, "ici")], "[-28-] {+29+} ici"),
            (&[(Same, "In 2025"), (Inserted, ","), (Same, " trade")], "In 2025{+,+} trade"),
            (&[(Deleted, "всё"), (Same, " сказано")], "[-всё-] сказано"),
        ];
        for (runs, expected) in cases {
            let job = difference(runs.iter().copied(), SETTING, &LIGHT);
            assert_eq!(shown(&job), expected);
        }
    }

    #[test]
    fn word_differences_are_set() {
        let spans = crate::text::diff::words("in 28 programmes.", "in 29 joint programmes.");
        let job = difference(runs(&spans), SETTING, &LIGHT);
        assert_eq!(shown(&job), "in [-28-] {+29 joint+} programmes.");
        let job = insertions("in 29 joint programmes.", runs(&spans), SETTING, &LIGHT);
        assert_eq!(shown(&job), "in {+29 joint+} programmes.");
        let space = difference([(Inserted, " ")], SETTING, &LIGHT);
        assert_eq!(shown(&space), "{+ +}");
    }

    #[test]
    fn a_field_shows_its_own_text_and_no_marks_that_are_out_of_date() {
        let runs = [(Same, "on "), (Deleted, "28"), (Inserted, "29"), (Same, " March ")];
        let job = |text: &str| insertions(text, runs, SETTING, &LIGHT);
        assert_eq!(shown(&job("on 29 March ")), "on {+29+} March ");
        assert_eq!(shown(&job("on 29 Marc")), "on 29 Marc");
        assert!(job("on 29 March ").keep_trailing_whitespace);
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
            assert_eq!(shown(&marked(text, &marks, SETTING, &LIGHT)), expected);
        }
    }
}
