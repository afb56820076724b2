//! A match in the dock: rank, percentage, badges, memory and date; its source with what
//! differs, its target with what was repaired, and where else it is found.

use std::sync::Arc;

use egui::{Galley, Id, Painter, Rect, Sense, StrokeKind, Ui, pos2, vec2};

use crate::memory::CONTEXT_SCORE;
use crate::model::{Lang, UnitTags};
use crate::text::diff;
use crate::texts::{Spoken, t};
use crate::ui::chips;
use crate::ui::diff_text::{self, Mark, Marked};
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::text::BidiLabel;
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Ground, ListRow, line_above};
use crate::workbench::Command;
use crate::workbench::aligned::AlignedRow;
use crate::workbench::figure::Account;
use crate::workbench::offers::Offer;

/// Room at both sides, in points.
const PADDING: f32 = 14.0;
/// Height of the lines above and below the texts, in points.
const HEAD_HEIGHT: f32 = 18.0;

/// So many codes are told under the pointer.
const MOST_CODES: usize = 8;

/// The languages of a match's two sides.
#[derive(Debug, Clone, Copy)]
pub struct Langs<'a> {
    /// Of the source.
    pub source: &'a Lang,
    /// Of the target.
    pub target: &'a Lang,
}

/// One match as it is shown.
#[derive(Debug, Clone, Copy)]
pub struct MatchCard<'a> {
    /// Its place among the matches, from 0.
    pub place: usize,
    /// Whether it is the one that the row's target was taken from, else the best.
    pub marked: bool,
    /// The match.
    pub offer: &'a Offer,
    /// The row's source.
    pub sentence: &'a str,
    /// The languages of the two sides.
    pub langs: Langs<'a>,
}

impl MatchCard<'_> {
    /// Shows the card; whether it was clicked.
    pub fn show(&self, ui: &mut Ui) -> bool {
        let name = self.name();
        let id = Id::unique("match").with(self.place);
        let card = ListRow::new(id, &name, Ground::Chrome).selected(self.marked);
        let mut on_text = false;
        let response = card.show(ui, |ui| on_text = self.content_ui(ui));
        response.on_hover_ui(|ui| self.tip_ui(ui)).clicked() || on_text
    }

    /// What is read aloud.
    fn name(&self) -> String {
        let Offer { found, repaired, .. } = self.offer;
        let mut parts = vec![t!("match-card-match", place = self.place + 1, score = found.score)];
        parts.extend(badges(self.offer).into_iter().map(|badge| badge.spoken));
        parts.push(self.offer.target().to_owned());
        if repaired.is_some() {
            parts.push(t!("match-card-stored-as", target = found.target));
        }
        parts.extend(codes(&self.offer.found.tags));
        parts.push(t!("match-card-from", memory = found.memory_name));
        parts.extend(also(self.offer));
        parts.join(", ")
    }

    /// What the figure is made of, and the key.
    fn tip_ui(&self, ui: &mut Ui) {
        let t = tokens(ui);
        for line in Account::of(self.offer, self.sentence).lines() {
            fonts::LABEL.label(ui, line, t.ink2, f32::INFINITY);
        }
        let tags = &self.offer.found.tags;
        let some: Vec<String> = chips::told(tags).into_iter().take(MOST_CODES).collect();
        if !tags.is_empty() {
            fonts::LABEL.label(ui, some.join("   "), t.ink2, f32::INFINITY);
            let note = t!("match-card-without-codes");
            fonts::LABEL.label(ui, note, t.ink3, f32::INFINITY);
        }
        let rank = u8::try_from(self.place + 1).unwrap_or(u8::MAX);
        let verbs = [
            (Command::TakeMatch(rank), t!("match-card-takes-this-match")),
            (Command::InsertMatch(rank), t!("match-card-puts-it-in")),
            (Command::ExplainMatch, t!("match-card-says-more")),
        ];
        let said = verbs.map(|(command, verb)| (keys::text(ui.ctx(), command), verb));
        let said = said.iter().filter(|(key, _)| !key.is_empty());
        let said: Vec<String> = said.map(|(key, verb)| format!("{key} {verb}")).collect();
        fonts::LABEL.label(ui, said.join("; "), t.ink3, f32::INFINITY);
    }

    /// Shows what is on the card; whether one of its texts was clicked.
    fn content_ui(&self, ui: &mut Ui) -> bool {
        let t = tokens(ui);
        let full = ui.available_width();
        let width = full - 2.0 * PADDING;
        let marked = source_marked(self.offer, self.sentence, t);
        let difference = BidiLabel::new(&marked.text, self.langs.source, fonts::DOCK, t.ink2)
            .spans(marked.spans)
            .width(width)
            .lay_out(ui.ctx());
        let marked = target_marked(self.offer, t);
        let target = BidiLabel::new(&marked.text, self.langs.target, fonts::DOCK, t.ink)
            .spans(marked.spans)
            .width(width)
            .lay_out(ui.ctx());
        let (first, second) = (difference.size().y, target.size().y);
        let also = also(self.offer);
        let third = if also.is_some() { HEAD_HEIGHT } else { 0.0 };
        let height = 7.0 + HEAD_HEIGHT + 3.0 + first + 3.0 + second + third + 9.0;
        let (rect, _) = ui.allocate_exact_size(vec2(full, height), Sense::hover());
        let top = rect.min + vec2(PADDING, 7.0);
        self.paint_head(ui, Rect::from_min_size(top, vec2(width, HEAD_HEIGHT)));
        if self.place > 0 {
            line_above(ui, rect.shrink2(vec2(PADDING, 0.0)), t.line);
        }
        let below = top + vec2(0.0, HEAD_HEIGHT + 3.0);
        let id = Id::unique("match text").with(self.place);
        let source_clicked = difference.show(ui, id.with("source"), below).clicked();
        let below = below + vec2(0.0, first + 3.0);
        let target_clicked = target.show(ui, id.with("target"), below).clicked();
        if let Some(also) = also {
            let line = fonts::LABEL.line_job(also, t.ink3, width);
            let galley = ui.painter().layout_job(line);
            ui.painter().galley(below + vec2(0.0, second + 1.0), galley, t.ink3);
        }
        source_clicked || target_clicked
    }

    /// Rank, percentage, badges, memory and date at the left; status and person at the right.
    fn paint_head(&self, ui: &Ui, rect: Rect) {
        let t = tokens(ui);
        let painter = ui.painter();
        let found = &self.offer.found;
        let middle = rect.center().y;
        let mut left = rect.left();
        let mut put = |galley: Arc<Galley>, gap: f32| {
            let at = pos2(left, middle - galley.size().y / 2.0);
            left += galley.size().x + gap;
            painter.galley(at, galley, t.ink);
        };
        put(fonts::DOCK_BOLD.galley(painter, (self.place + 1).to_string(), t.ink), 6.0);
        let percent = format!("{}\u{a0}%", found.score);
        put(fonts::PERCENT_DOCK.galley(painter, percent, t.percentage(found.score)), 8.0);
        for badge in badges(self.offer) {
            left = paint_badge(painter, pos2(left, middle), &badge.text, t) + 6.0;
        }
        let date = found.date.map(|date| date.strftime("%d.%m.%y").to_string());
        let date = date.unwrap_or_else(|| found.at.strftime("%d.%m.%y").to_string());
        let status = self.offer.aligned.as_ref().map_or(found.status.spoken(), |_| "");
        let right = [status, found.author.as_str()];
        let right = right.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let right = fonts::LABEL.galley(painter, right.join(", "), t.ink3);
        let right_edge = rect.right() - right.size().x;
        let memory = format!("{}, {date}", found.memory_name);
        let room = right_edge - 8.0 - left;
        let memory = painter.layout_job(fonts::LABEL.line_job(memory, t.ink3, room.max(20.0)));
        painter.galley(pos2(left, middle - memory.size().y / 2.0), memory, t.ink3);
        painter.galley(pos2(right_edge, middle - right.size().y / 2.0), right, t.ink3);
    }
}

/// The match's source with what differs from a sentence, and its inline codes as chips. The
/// words that the sentence has and the match has not are inserted.
pub fn source_marked(offer: &Offer, sentence: &str, t: &Tokens) -> Marked {
    let spans = diff::words(&offer.found.source, sentence);
    let runs: Vec<_> = diff_text::runs(&spans).collect();
    let marked = diff_text::difference(runs.iter().copied(), t);
    let tags = &offer.found.tags;
    chips::in_difference(marked, &runs, &tags.source, &chips::numbers(tags).0, t)
}

/// The target that is offered with what was repaired, and the match's inline codes as chips.
fn target_marked(offer: &Offer, t: &Tokens) -> Marked {
    let changed = offer.repaired.as_ref().map(|repaired| repaired.changed.as_slice());
    let changed = changed.unwrap_or_default().iter();
    let marks: Vec<_> = changed.map(|place| (place.clone(), Mark::Inserted)).collect();
    let text = offer.target().to_owned();
    let marked = Marked { spans: diff_text::marked(&text, &marks, t), text };
    let tags = &offer.found.tags;
    let spans = diff::words(&offer.found.target, offer.target());
    let runs: Vec<_> = diff_text::runs(&spans).collect();
    chips::in_newer(marked, &runs, &tags.target, &chips::numbers(tags).1, t)
}

/// The match's target as it is stored, and its inline codes as chips.
pub fn stored_marked(offer: &Offer, t: &Tokens) -> Marked {
    let text = offer.found.target.as_str();
    let marked = Marked { text: text.to_owned(), spans: Vec::new() };
    let tags = &offer.found.tags;
    let runs = [(Mark::Same, text)];
    chips::in_newer(marked, &runs, &tags.target, &chips::numbers(tags).1, t)
}

/// A word or letter in a frame.
struct Badge {
    text: String,
    spoken: String,
}

impl Badge {
    fn new(text: &str, spoken: &str) -> Self {
        Self { text: text.to_owned(), spoken: spoken.to_owned() }
    }
}

/// What is particular to a match.
fn badges(offer: &Offer) -> Vec<Badge> {
    let context = offer.found.score == CONTEXT_SCORE;
    let context =
        context.then(|| Badge::new(t!("match-card-context"), t!("match-card-in-the-same-context")));
    let repaired = offer.repaired.as_ref();
    let repaired = repaired.map(|_| Badge::new("R", t!("match-card-repaired")));
    let aligned = offer.aligned.as_ref().map(AlignedRow::badge);
    let aligned = aligned.map(|badge| Badge::new(&badge, &badge));
    context.into_iter().chain(repaired).chain(aligned).collect()
}

/// How many inline codes a match has, where it has some.
fn codes(tags: &UnitTags) -> Option<String> {
    match tags.target.len().max(tags.source.len()) {
        0 => None,
        count => Some(t!("match-card-codes", count = count)),
    }
}

/// Where else the two texts of a match are found.
fn also(offer: &Offer) -> Option<String> {
    let names: Vec<&str> = offer.found.also.iter().map(|h| h.memory_name.as_str()).collect();
    (!names.is_empty()).then(|| t!("match-card-also-in", names = names.join(", ")))
}

/// Paints a badge at the right of `middle`; answers where it ends.
fn paint_badge(painter: &Painter, middle: egui::Pos2, text: &str, t: &Tokens) -> f32 {
    let galley = fonts::BADGE.galley(painter, text.to_owned(), t.ink3);
    let size = galley.size() + vec2(8.0, 2.0);
    let rect = Rect::from_min_size(middle - vec2(0.0, size.y / 2.0), size);
    painter.rect_stroke(rect, 3.0, t.stroke(1.0, t.line2), StrokeKind::Inside);
    painter.galley(rect.min + vec2(4.0, 1.0), galley, t.ink3);
    rect.right()
}
