//! The words of targets that no dictionary knows, underlined.
//!
//! The speller stands where every row finds it, like the keymap of [`crate::ui::keys`].
//! What it does not know yet is not underlined; it wakes the window when it does.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use egui::{Context, Id};

use super::langs;
use crate::model::Bead;
use crate::texts::t;
use crate::ui::diff_text::Mark;
use crate::ui::text::{Span, caret_of};
use crate::ui::theme::tokens;
use crate::workbench::Session;
use crate::workbench::speller::{Asked, Speller};

/// A row that is asked for, as it is.
pub struct Row<'a> {
    source: Cow<'a, str>,
    session: &'a Session,
    at: usize,
    bead: &'a Bead,
}

impl<'a> Row<'a> {
    /// A row that is content.
    #[must_use]
    pub fn of(session: &'a Session, row: usize) -> Option<Self> {
        Self::with(session, row, || session.source_text(row).into())
    }

    fn with(
        session: &'a Session,
        row: usize,
        source: impl FnOnce() -> Cow<'a, str>,
    ) -> Option<Self> {
        let bead = session.beads().get(row).filter(|_| session.rows().is_content(row))?;
        Some(Self { source: source(), session, at: row, bead })
    }

    /// The question for a text of its target.
    #[must_use]
    pub fn asked<'t>(&'t self, text: &'t str) -> Asked<'t> {
        Asked {
            text,
            lang: langs::of_target(self.session, self.bead),
            source: &self.source,
            source_lang: langs::of_source(self.session, self.at),
        }
    }
}

fn place() -> Id {
    Id::unique("speller")
}

/// Puts the speller where rows find it; `None` checks nothing.
pub fn install(ctx: &Context, speller: Option<&Speller>) {
    ctx.data_mut(|data| data.insert_temp(place(), speller.cloned()));
}

fn speller(ctx: &Context) -> Option<Speller> {
    ctx.data(|data| data.get_temp::<Option<Speller>>(place()).flatten())
}

/// A row's place, and the text of its source.
pub type Placed<'a> = (usize, &'a str);

/// The unknown words of a target's text, as far as they are known.
#[must_use]
pub fn findings(
    ctx: &Context,
    session: &Session,
    (row, source): Placed<'_>,
    text: &str,
) -> Arc<[Range<usize>]> {
    if text.is_empty() {
        return Arc::default();
    }
    let found = speller(ctx).zip(Row::with(session, row, || source.into()));
    found.map(|(speller, row)| speller.findings_so_far(row.asked(text))).unwrap_or_default()
}

/// The same as stretches that are underlined.
#[must_use]
pub fn spans(ctx: &Context, session: &Session, row: Placed<'_>, text: &str) -> Vec<Span> {
    let found = findings(ctx, session, row, text);
    let t = tokens(ctx);
    found.iter().map(|range| Mark::Misspelt.span(range.clone(), t)).collect()
}

/// The same in a field that is typed into: the word that the caret stands behind at the
/// end of the text is still being typed.
#[must_use]
pub fn spans_in_field(
    ctx: &Context,
    session: &Session,
    row: Placed<'_>,
    text: &str,
    field: Id,
) -> Vec<Span> {
    let mut spans = spans(ctx, session, row, text);
    let ends_there = spans.last().is_some_and(|last| last.range.end == text.len());
    let typing = ends_there
        && ctx.memory(|memory| memory.has_focus(field))
        && caret_of(ctx, field) == Some(text.chars().count());
    if typing {
        spans.pop();
    }
    spans
}

/// The unknown words of a row in words, for a screen reader; empty for none.
#[must_use]
pub fn spoken(ctx: &Context, session: &Session, row: Placed<'_>) -> String {
    let text = session.beads().get(row.0).map(Bead::target_text).unwrap_or_default();
    let found = findings(ctx, session, row, &text);
    let words: Vec<&str> = found.iter().filter_map(|range| text.get(range.clone())).collect();
    if words.is_empty() {
        String::new()
    } else {
        format!(", {}", t!("grid-spelling", words = words.join(", ")))
    }
}
