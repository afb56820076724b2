//! The checks in the dock: the worst findings of the release, each a way to its place, and
//! what keys do with the one at hand.

use egui::{Id, RichText, ScrollArea, Sense, Ui, vec2};

use super::Act;
use crate::qa::Finding;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::grid::findings::{icon, severity_ink};
use crate::ui::keys;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Ground, KeyCap, ListRow, Section, section};
use crate::workbench::finding_texts::{sentence, severity_name};
use crate::workbench::found::{LISTED, RowFound};
use crate::workbench::{Command, Session};

/// Room above and below a finding, in points.
const GAP: f32 = 4.0;
/// From the shape to the words, in points.
const INDENT: f32 = 21.0;

/// The section of the checks.
pub fn checks_ui(ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
    let found = session.found();
    let note = match found.len() {
        0 if session.is_checked() => t!("facts-none").to_owned(),
        0 => t!("dock-checks-under-way").to_owned(),
        count => t!("dock-checks-in-this-release", count = count),
    };
    let key = keys::text(ui.ctx(), Command::NextFinding);
    let keys: Vec<&str> = [key.as_str()].into_iter().filter(|key| !key.is_empty()).collect();
    let heading = Section::new(t!("dock-checks")).note(&note);
    let heading = if keys.is_empty() { heading } else { heading.verb(t!("next")).keys(&keys) };
    heading.show(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let at_hand = session.finding_at_hand();
    let is_listed = found.listed().any(|listed| Some(listed) == at_hand);
    let first = at_hand.filter(|_| !is_listed);
    ScrollArea::vertical().id_salt("checks").show(ui, |ui| {
        for told in first.into_iter().chain(found.listed()) {
            finding_ui(ui, session, told, Some(told) == at_hand, acts);
        }
        let more = found.len().saturating_sub(LISTED);
        if more > 0 {
            ui.horizontal(|ui| {
                ui.add_space(section::PADDING);
                let text = t!("dock-checks-more", count = more);
                fonts::LABEL.label(ui, text, tokens(ui).ink3, f32::INFINITY);
            });
        }
    });
}

fn finding_ui(
    ui: &mut Ui,
    session: &Session,
    (row, finding): (&RowFound, &Finding),
    is_at_hand: bool,
    acts: &mut Vec<Act>,
) {
    let t = tokens(ui);
    let Some(place) = session.found().place_of(session, row.bead) else { return };
    let number = session.beads().get(place).map(|b| b.number.to_string()).unwrap_or_default();
    let sentence = sentence(&finding.cause);
    let severity = severity_name(finding.severity);
    let name = t!("dock-checks-finding", number = number, severity = severity, sentence = sentence);
    let id = Id::unique("finding").with((row.bead.bits(), finding.check, &name));
    let response = ListRow::new(id, &name, Ground::Chrome).selected(is_at_hand).show(ui, |ui| {
        ui.add_space(GAP);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(section::PADDING);
            let shape = icon(finding.severity);
            let (rect, _) = ui.allocate_exact_size(shape.size(), Sense::hover());
            let ink = severity_ink(finding.severity, t);
            shape.paint(ui.painter(), rect.translate(vec2(0.0, 2.0)), ink);
            ui.add_space(INDENT - rect.width());
            fonts::DOCK_BOLD.label(ui, &number, t.ink, f32::INFINITY);
            ui.add_space(8.0);
            let room = ui.available_width() - section::PADDING;
            BidiLabel::plain(&sentence, fonts::DOCK, t.ink).width(room).show_in(ui);
        });
        if is_at_hand {
            keys_ui(ui, finding);
        }
        ui.add_space(GAP);
    });
    if response.clicked() {
        acts.push(Act::Look(place, Some(finding.clone())));
    }
}

/// What keys do with the finding at hand.
fn keys_ui(ui: &mut Ui, finding: &Finding) {
    let t = tokens(ui);
    let fixes = finding.fix.is_some().then_some((Command::MendFinding, t!("dock-checks-mend")));
    let dismisses = (Command::DismissFinding, t!("dock-checks-no-fault"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(section::PADDING + INDENT);
        for (command, verb) in fixes.into_iter().chain([dismisses]) {
            let key = keys::text(ui.ctx(), command);
            if !key.is_empty() {
                ui.label(RichText::new(verb).font(fonts::LABEL.font()).color(t.ink3));
                ui.add(KeyCap(&key));
                ui.add_space(6.0);
            }
        }
    });
}
