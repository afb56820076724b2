//! The terms in the dock: what the active row's source names by a term, how it is rendered
//! and whether the target has it. A click, or the key and Enter, puts a rendering in.

use egui::{Id, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::Act;
use super::match_card::Langs;
use crate::terms::Standing;
use crate::texts::{self, t};
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::shapes::Icon;
use crate::ui::text::{BidiLabel, Look, Span};
use crate::ui::theme::tokens;
use crate::ui::widgets::{Ground, ListRow, Section, section};
use crate::workbench::desk::Desk;
use crate::workbench::termbases::TermLine;
use crate::workbench::{Command, Session};

/// How much of the room below the matches the terms have at most; they scroll in it.
const SHARE: f32 = 0.6;
/// Height of the line with a term and its rendering, and of what is said of it, in points.
const LINE: f32 = 24.0;
const DETAILS: f32 = 16.0;
/// From the shape to the words, and room for the arrow between them, in points.
const INDENT: f32 = 23.0;
const ARROW: f32 = 22.0;

/// The section of the terms.
pub fn terms_ui(
    ui: &mut Ui,
    desk: &Desk,
    session: &Session,
    langs: Langs<'_>,
    acts: &mut Vec<Act>,
) {
    let content = session.rows().is_content(session.row());
    let terms = desk.row_terms().filter(|_| content);
    let lines = terms.map(|terms| terms.lines.as_slice()).unwrap_or_default();
    let note = match lines.len() {
        0 => t!("dock-terms-none").to_owned(),
        count => texts::grouped(count),
    };
    let key = keys::text(ui.ctx(), Command::InsertTerm);
    let keys = [key.as_str()];
    let heading = Section::new(t!("dock-terms")).note(&note);
    let has_key = !lines.is_empty() && !key.is_empty();
    if has_key { heading.verb(t!("dock-terms-insert")).keys(&keys) } else { heading }.show(ui);
    if lines.is_empty() {
        return;
    }
    let most = (ui.available_height() * SHARE).max(3.0 * LINE);
    ScrollArea::vertical().id_salt("terms").max_height(most).show(ui, |ui| {
        for (place, line) in lines.iter().enumerate() {
            if line_ui(ui, place, line, langs) {
                acts.push(Act::PutIn(line.text.clone()));
            }
        }
        ui.add_space(6.0);
    });
}

/// A term; whether it was clicked to be put in.
fn line_ui(ui: &mut Ui, place: usize, line: &TermLine, langs: Langs<'_>) -> bool {
    let details = details(line);
    let height = LINE + if details.is_empty() { 0.0 } else { DETAILS };
    let name = spoken(line, &details);
    let row = ListRow::new(Id::unique("term").with(place), &name, Ground::Chrome).height(height);
    let response = row.show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        paint(ui, rect, line, &details, langs);
    });
    let can = line.standing != Standing::Forbidden;
    let tip = if can { t!("dock-terms-click", base = line.base_name) } else { name.clone() };
    response.on_hover_text(tip).clicked() && can
}

fn paint(ui: &Ui, rect: Rect, line: &TermLine, details: &str, langs: Langs<'_>) {
    let t = tokens(ui);
    let middle = rect.top() + LINE / 2.0;
    let left = rect.left() + section::PADDING;
    shape(line).paint_at(ui.painter(), pos2(left + 7.0, middle));
    let width = rect.width() - 2.0 * section::PADDING - INDENT - ARROW;
    let half = (width / 2.0).floor();
    let (is_barred, top) = (line.standing == Standing::Forbidden, middle - fonts::DOCK.line / 2.0);
    let ink = if is_barred { t.ink3 } else { t.ink };
    let source = BidiLabel::new(&line.source, langs.source, fonts::DOCK, ink).without_marks();
    let start = left + INDENT;
    source.cut_at(half).lay_out(ui.ctx()).paint(ui.painter(), pos2(start, top));
    let arrow =
        Rect::from_center_size(pos2(start + half + ARROW / 2.0 - 2.0, middle), Icon::Arrow.size());
    Icon::Arrow.paint(ui.painter(), arrow, t.ink3);
    let start = start + half + ARROW;
    let strike = Look { strike: Some(t.stroke(1.0, t.del)), ..Look::default() };
    let spans = if is_barred { vec![Span::new(0..line.text.len(), strike)] } else { Vec::new() };
    let word = match line.standing {
        Standing::Approved => None,
        Standing::Admitted => Some((t!("dock-terms-admitted"), t.ink3)),
        Standing::Forbidden if line.is_used => Some((t!("dock-terms-forbidden"), t.red)),
        Standing::Forbidden => Some((t!("dock-terms-forbidden"), t.ink3)),
    };
    let word = word.map(|(word, ink)| (fonts::LABEL.galley(ui.painter(), word, ink), ink));
    let room = half - word.as_ref().map_or(0.0, |(galley, _)| galley.size().x + 6.0);
    let target = BidiLabel::new(&line.text, langs.target, fonts::DOCK, ink).spans(spans);
    let laid = target.without_marks().cut_at(room).lay_out(ui.ctx());
    laid.paint(ui.painter(), pos2(start, top));
    if let Some((galley, ink)) = word {
        let at = pos2(start + laid.size().x + 6.0, middle - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
    }
    if !details.is_empty() {
        let room = rect.width() - 2.0 * section::PADDING - INDENT;
        let told = BidiLabel::plain(details, fonts::LABEL, t.ink3).cut_at(room);
        told.lay_out(ui.ctx()).paint(ui.painter(), pos2(left + INDENT, rect.top() + LINE - 3.0));
    }
}

fn shape(line: &TermLine) -> Icon {
    match (line.standing, line.is_used) {
        (Standing::Forbidden, _) => Icon::Rejected,
        (_, true) => Icon::Tick,
        (_, false) => Icon::Open,
    }
}

/// What is read aloud.
fn spoken(line: &TermLine, details: &str) -> String {
    let how = match (line.standing, line.is_used) {
        (Standing::Forbidden, true) => t!("dock-terms-forbidden-there"),
        (Standing::Forbidden, false) => t!("dock-terms-forbidden"),
        (_, true) => t!("dock-terms-used"),
        (Standing::Approved, false) => t!("dock-terms-not-used"),
        (Standing::Admitted, false) => t!("dock-terms-admitted"),
    };
    let told = t!("dock-terms-line", source = line.source, text = line.text, how = how);
    if details.is_empty() { told } else { format!("{told}, {details}") }
}

/// What else is said of a term: other renderings, its time, its house, a remark.
fn details(line: &TermLine) -> String {
    let also = (!line.also.is_empty()).then(|| t!("dock-terms-also", terms = line.also.join(", ")));
    let time = match line.time {
        (None, None) => None,
        (Some(from), None) => Some(t!("dock-terms-from", from = texts::day(from))),
        (None, Some(until)) => Some(t!("dock-terms-until", until = texts::day(until))),
        (Some(from), Some(until)) => {
            Some(t!("dock-terms-time", from = texts::day(from), until = texts::day(until)))
        }
    };
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    let parts = [also, time, some(&line.issuer), some(&line.note)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ·  ")
}
