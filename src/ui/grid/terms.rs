//! The terms of the active row's source, underlined.
//!
//! They stand where the row finds them, as the speller does; what was found of another text is
//! passed over, so that no line is in a wrong place.

use std::sync::Arc;

use egui::{Context, Id};

use super::Manner;
use crate::ui::diff_text::Mark;
use crate::ui::text::Span;
use crate::ui::theme::tokens;
use crate::workbench::termbases::RowTerms;

fn place() -> Id {
    Id::unique("terms of the row")
}

/// Puts the terms of the active row where it finds them.
pub fn install(ctx: &Context, terms: Option<&Arc<RowTerms>>) {
    ctx.data_mut(|data| data.insert_temp(place(), terms.cloned()));
}

/// The stretches of a source that are terms.
#[must_use]
pub fn spans(ctx: &Context, manner: Manner, text: &str) -> Vec<Span> {
    if !manner.active || !manner.content {
        return Vec::new();
    }
    let terms: Option<Arc<RowTerms>> = ctx.data(|data| data.get_temp(place()).flatten());
    let Some(terms) = terms.filter(|terms| terms.of == text) else { return Vec::new() };
    let t = tokens(ctx);
    terms.spans.iter().map(|range| Mark::Term.span(range.clone(), t)).collect()
}
