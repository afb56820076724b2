//! The dock of the translation view: the matches of the active row.

use std::sync::Arc;

use egui::{Galley, Id, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::Act;
use super::doubt::note_ui;
use crate::memory::Match;
use crate::model::Lang;
use crate::text::diff;
use crate::ui::diff_text;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Ground, ListRow, Section, line_above};
use crate::workbench::{Command, Library, Session};

const PADDING: f32 = 14.0;

/// The dock's content.
pub fn dock_ui(ui: &mut Ui, session: &mut Session, library: &Library, acts: &mut Vec<Act>) {
    let row = session.row();
    let number = session.active_bead().map(|bead| bead.number.to_string()).unwrap_or_default();
    let content = session.rows().is_content(row);
    let source = session.source_text(row);
    let served = session
        .target_lang()
        .is_some_and(|lang| library.of_pair(session.source_lang(), lang).next().is_some());
    let source_lang = session.source_lang().clone();
    let target_lang = session.target_lang().cloned().unwrap_or_else(|| source_lang.clone());
    let langs = Langs { source: &source_lang, target: &target_lang };
    let matches = session.matches(row, library);
    let note = if matches.is_empty() {
        format!("none for row {number}")
    } else {
        format!("for row {number}")
    };
    Section::new("Matches").first().note(&note).keys(&["Ctrl+1", "9"]).show(ui);
    if !content {
        note_ui(ui, "This row is not content and is not translated.");
    } else if !served {
        note_ui(
            ui,
            "No memory serves this pair of languages. Open one, or confirm rows: they are kept in your working memory.",
        );
    } else if matches.is_empty() {
        note_ui(ui, "Nothing like this sentence has been translated before.");
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("matches").show(ui, |ui| {
        for (place, found) in matches.iter().enumerate() {
            if card_ui(ui, place, found, &source, langs) {
                let rank = u8::try_from(place + 1).unwrap_or(u8::MAX);
                acts.push(Act::Run(Command::TakeMatch(rank)));
            }
        }
    });
}

/// The languages of a match's two sides.
#[derive(Debug, Clone, Copy)]
struct Langs<'a> {
    source: &'a Lang,
    target: &'a Lang,
}

/// One match: rank, percentage, memory and date, status and person; its source with
/// what differs; its target. Whether it was clicked.
fn card_ui(ui: &mut Ui, place: usize, found: &Match, source: &str, langs: Langs<'_>) -> bool {
    let name = format!("Match {}, {} %, {}", place + 1, found.score, found.target);
    let id = Id::unique("match").with(place);
    let card = ListRow::new(id, &name, Ground::Chrome).selected(place == 0);
    let mut on_text = false;
    let response = card.show(ui, |ui| on_text = card_content(ui, place, found, source, langs));
    let key = format!("Take this match (Ctrl+{})", place + 1);
    response.on_hover_text(key).clicked() || on_text
}

/// Shows what is on a card; whether one of its texts was clicked.
fn card_content(ui: &mut Ui, place: usize, found: &Match, source: &str, langs: Langs<'_>) -> bool {
    let t = tokens(ui);
    let full = ui.available_width();
    let width = full - 2.0 * PADDING;
    let spans = diff::words(&found.source, source);
    // In a match, the words that the row has and the match has not are inserted.
    let marked = diff_text::difference(diff_text::runs(&spans), t);
    let difference = BidiLabel::new(&marked.text, langs.source, fonts::DOCK, t.ink2)
        .spans(marked.spans)
        .width(width)
        .lay_out(ui.ctx());
    let target = BidiLabel::new(&found.target, langs.target, fonts::DOCK, t.ink);
    let target = target.width(width).lay_out(ui.ctx());
    let (first, second) = (difference.size().y, target.size().y);
    let height = 7.0 + 18.0 + 3.0 + first + 3.0 + second + 9.0;
    let (rect, _) = ui.allocate_exact_size(vec2(full, height), Sense::hover());
    let top = rect.min + vec2(PADDING, 7.0);
    paint_head(ui, Rect::from_min_size(top, vec2(width, 18.0)), place, found);
    let below = top + vec2(0.0, 21.0);
    if place > 0 {
        line_above(ui, rect.shrink2(vec2(PADDING, 0.0)), t.line);
    }
    let id = Id::unique("match text").with(place);
    let source_clicked = difference.show(ui, id.with("source"), below).clicked();
    let below = below + vec2(0.0, first + 3.0);
    target.show(ui, id.with("target"), below).clicked() || source_clicked
}

/// Rank, percentage, memory and date at the left; status and person at the right.
fn paint_head(ui: &Ui, rect: Rect, place: usize, found: &Match) {
    let t = tokens(ui);
    let painter = ui.painter();
    let middle = rect.center().y;
    let mut left = rect.left();
    let mut put = |galley: Arc<Galley>, gap: f32| {
        let at = pos2(left, middle - galley.size().y / 2.0);
        left += galley.size().x + gap;
        painter.galley(at, galley, t.ink);
    };
    put(fonts::DOCK_BOLD.galley(painter, (place + 1).to_string(), t.ink), 6.0);
    let percent = format!("{}\u{a0}%", found.score);
    put(fonts::PERCENT_DOCK.galley(painter, percent, t.percentage(found.score)), 8.0);
    let date = found.date.map(|date| date.strftime("%d.%m.%y").to_string());
    let date = date.unwrap_or_else(|| found.at.strftime("%d.%m.%y").to_string());
    let right = [found.status.name(), found.author.as_str()];
    let right = right.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let right = fonts::LABEL.galley(painter, right, t.ink3);
    let right_edge = rect.right() - right.size().x;
    let also =
        if found.also.is_empty() { String::new() } else { format!(" +{}", found.also.len()) };
    let memory = format!("{}{also}, {date}", found.memory_name);
    let room = right_edge - 8.0 - left;
    let memory = painter.layout_job(fonts::LABEL.line_job(memory, t.ink3, room.max(20.0)));
    painter.galley(pos2(left, middle - memory.size().y / 2.0), memory, t.ink3);
    painter.galley(pos2(right_edge, middle - right.size().y / 2.0), right, t.ink3);
}
