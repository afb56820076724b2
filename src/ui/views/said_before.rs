//! Quotations of the active row's source that were said before, as they were published.

use egui::{Frame, Id, Margin, Ui};

use super::Act;
use super::match_card::Langs;
use crate::texts::{day, t};
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Ground, ListRow, Section};
use crate::workbench::Command;
use crate::workbench::quoting::SaidBefore;

/// Room left and right of a text, in points.
const MARGIN: i8 = 14;

/// The section; nothing where nothing was said before. The first is put in by key, each by a
/// click.
pub fn said_before_ui(ui: &mut Ui, all: &[SaidBefore], langs: Langs<'_>, acts: &mut Vec<Act>) {
    if all.is_empty() {
        return;
    }
    let key = keys::text(ui.ctx(), Command::InsertQuotation);
    let keys: Vec<&str> = [key.as_str()].into_iter().filter(|key| !key.is_empty()).collect();
    Section::new(t!("said-before")).verb(t!("said-before-insert")).keys(&keys).show(ui);
    for (said, rank) in all.iter().zip(0..) {
        let source = origin(said);
        let name = t!("said-before-spoken", rendering = said.rendering, origin = source);
        let row = ListRow::new(Id::unique("said before").with(&name), &name, Ground::Chrome);
        let shown = row.show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(MARGIN, 6)).show(ui, |ui| {
                let t = tokens(ui);
                let width = ui.available_width();
                BidiLabel::plain(&source, fonts::LABEL, t.ink2).width(width).show_in(ui);
                let quoted = BidiLabel::new(&said.quoted, langs.source, fonts::DOCK, t.ink2);
                quoted.width(width).without_marks().show_in(ui);
                let rendering = BidiLabel::new(&said.rendering, langs.target, fonts::DOCK, t.ink);
                rendering.width(width).without_marks().show_in(ui);
            });
        });
        if shown.clicked() {
            acts.push(Act::InsertQuotation(rank));
        }
    }
}

/// Where it was said: the memory, the release and its day.
fn origin(said: &SaidBefore) -> String {
    let date = said.date.map(day).unwrap_or_default();
    let parts = [said.memory.clone(), said.release.clone(), date];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
