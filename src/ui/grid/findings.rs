//! What the checks found in a row: its badge, and the words for a screen reader.

use egui::{Color32, Rect, Ui, pos2, vec2};

use super::translate::field_id;
use crate::model::Bead;
use crate::qa::Severity;
use crate::ui::shapes::Icon;
use crate::ui::theme::Tokens;
use crate::workbench::Session;
use crate::workbench::finding_texts::sentence;

/// The shape of a finding; a note has the warning's, in quieter ink.
#[must_use]
pub const fn icon(severity: Severity) -> Icon {
    match severity {
        Severity::Error => Icon::Error,
        Severity::Warning | Severity::Info => Icon::Warning,
    }
}

/// The ink of that shape: a note's is quieter than a warning's.
#[must_use]
pub const fn severity_ink(severity: Severity, t: &Tokens) -> Color32 {
    match severity {
        Severity::Info => t.ink3,
        Severity::Warning | Severity::Error => icon(severity).color(t),
    }
}

/// The row's findings in words, worst first; empty for none.
#[must_use]
pub fn spoken(session: &Session, bead: &Bead) -> String {
    let all = session.found().of_row(bead.id).iter();
    all.map(|finding| sentence(&finding.cause)).collect::<Vec<_>>().join(" ")
}

/// Paints the badge of the worst finding round a place; whether there is one. Notes have none.
pub fn badge(ui: &Ui, session: &Session, bead: &Bead, (x, y): (f32, f32)) -> bool {
    let worst = session.found().worst(bead.id).filter(|worst| *worst > Severity::Info);
    let Some(worst) = worst else { return false };
    icon(worst).paint_at(ui.painter(), pos2(x, y));
    let place = Rect::from_center_size(pos2(x, y), vec2(18.0, 18.0));
    let response = ui.interact(place, field_id(bead.id).with("findings"), egui::Sense::hover());
    response.on_hover_ui(|ui| {
        ui.label(spoken(session, bead));
    });
    true
}
