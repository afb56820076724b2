//! What a row shows of a source that has changed: the words that differ from what was rendered,
//! until it is confirmed, and below the active target the translation with a changed figure or
//! date put right, taken by a key.

use egui::{Id, Pos2, Role, Ui, WidgetInfo};

use super::{Manner, lay_out_marked};
use crate::model::Lang;
use crate::text::diff;
use crate::texts::t;
use crate::ui::diff_text::{Marked, difference, runs};
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::text::{BidiLabel, LaidLabel};
use crate::ui::theme::tokens;
use crate::workbench::links::Side;
use crate::workbench::{Command, Session};

/// Room about what is offered, in points.
const ROOM: f32 = 6.0;

/// Lays out a source with the words that differ from the one that was rendered.
#[must_use]
pub fn lay_out_source(
    ui: &Ui,
    (old, new): (&str, &str),
    lang: &Lang,
    manner: Manner,
    width: f32,
) -> LaidLabel {
    let words = diff::words(old, new);
    let Marked { text, spans } = difference(runs(&words), tokens(ui));
    lay_out_marked(ui, Side::Source, &text, lang, manner, width, spans)
}

/// What is offered below a row's target.
pub struct Offer {
    label: LaidLabel,
    /// As it is read aloud.
    spoken: String,
}

impl Offer {
    /// Lays it out, if something is offered.
    #[must_use]
    pub fn lay_out(ui: &Ui, session: &Session, row: usize, width: f32) -> Option<Self> {
        let t = tokens(ui);
        let repaired = session.repaired(row)?;
        let target = session.beads().get(row)?.target_text();
        let words = diff::words(&target, &repaired.target);
        let Marked { text, mut spans } = difference(runs(&words), t);
        let key = keys::text(ui.ctx(), Command::TakeRepaired);
        let head = format!("{} ", t!("changed-put-right", key = key));
        for span in &mut spans {
            span.range = span.range.start + head.len()..span.range.end + head.len();
        }
        let text = head.clone() + &text;
        let label = BidiLabel::new(&text, session.target_lang()?, fonts::LABEL, t.ink2);
        let label = label.width(width).spans(spans).lay_out(ui.ctx());
        Some(Self { label, spoken: head + &repaired.target })
    }

    /// Its height with the room about it, in points.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.label.size().y + ROOM
    }

    /// Shows it at a place.
    pub fn show(&self, ui: &Ui, id: Id, at: Pos2) {
        let response = self.label.show(ui, id, at);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.spoken));
    }
}
