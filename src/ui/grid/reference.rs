//! The reference: what a third language says where a row's source stands, in small type
//! under the source, with the letters of the language in the margin. It can be read and
//! copied, not changed. Under the source rather than in a column of its own: beside a dock,
//! three columns would be 28 letters wide on a screen of 1024 points.

use egui::{Id, Role, Ui, WidgetInfo, pos2};

use super::paint_middle;
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::text::{BidiLabel, LaidLabel};
use crate::ui::theme::tokens;
use crate::workbench::Session;

/// Room between the source and the reference, in points.
const GAP: f32 = 4.0;

/// The reference of a row laid out.
pub struct Reference {
    text: LaidLabel,
    lang: String,
    /// What is read aloud.
    spoken: String,
}

impl Reference {
    /// Lays out what the reference says for a row; `None` where it says nothing.
    #[must_use]
    pub fn lay_out(ui: &Ui, session: &Session, row: usize, width: f32) -> Option<Self> {
        let lang = session.reference()?.lang();
        let text = session.reference_text(row)?;
        let ink = tokens(ui).ink2;
        let spoken = t!("reference-reference", lang = lang.spoken(), text = text);
        let text = BidiLabel::new(&text, lang, fonts::DOCK, ink).width(width).lay_out(ui.ctx());
        Some(Self { text, lang: lang.base().to_owned(), spoken })
    }

    /// Its height with the gap above, in points.
    #[must_use]
    pub fn height(&self) -> f32 {
        GAP + self.text.size().y
    }

    /// Shows it below `top`; whether it was clicked. `letters` is the middle of the margin.
    pub fn show(&self, ui: &Ui, id: Id, (left, letters, top): (f32, f32, f32)) -> bool {
        let t = tokens(ui);
        let top = top + GAP;
        paint_middle(ui.painter(), pos2(letters, top), &self.lang, fonts::LABEL, t.ink3);
        let shown = self.text.show(ui, id.with("reference"), pos2(left, top));
        shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.spoken));
        shown.clicked()
    }
}
