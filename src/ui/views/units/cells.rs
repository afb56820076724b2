//! What stands in a row of the table.

use egui::{Color32, Rangef, Rect, Ui, pos2};

use super::Tab;
use super::columns::Columns;
use super::lines::{ABOVE, Lines, ORIGIN_HEIGHT};
use crate::memory::concordance::Side;
use crate::memory::live::Stored;
use crate::memory::maintain::{Doubt, Note};
use crate::model::Lang;
use crate::texts::{self, Spoken, t};
use crate::ui::diff_text::Mark;
use crate::ui::fonts;
use crate::ui::text::{BidiLabel, Span};
use crate::ui::theme::Tokens;
use crate::ui::views::concordance::excerpt;

impl Lines<'_> {
    pub(super) fn stored(&self, row: usize) -> Option<Stored<'_>> {
        self.table.ledger.unit(self.table.listing.lines.get(row)?.slot)
    }

    pub(super) fn langs(&self) -> [&Lang; 2] {
        let header = self.table.ledger.header();
        [&header.source, &header.target]
    }

    /// Whether the row above is of the same group.
    pub(super) fn goes_on(&self, row: usize) -> bool {
        let lines = &self.table.listing.lines;
        let group = |row: usize| lines.get(row).map(|line| line.group);
        row > 0 && self.tab != Tab::Units && group(row - 1) == group(row)
    }

    pub(super) fn label<'a>(&'a self, text: &'a str, side: Side, ink: Color32) -> BidiLabel<'a> {
        let lang = self.langs()[side as usize];
        BidiLabel::new(text, lang, fonts::DOCK, ink).without_marks()
    }

    pub(super) fn spans(&self, side: Side, text: &str, t: &Tokens) -> Vec<Span> {
        let found = self.table.sieve.as_ref().map(|sieve| sieve.marks(side, text));
        let look = Mark::Found.look(t);
        found.unwrap_or_default().into_iter().map(|range| Span::new(range, look)).collect()
    }

    /// A text of the marked row, whole.
    pub(super) fn whole_ui(&self, ui: &Ui, text: &str, side: Side, place: Rect, t: &Tokens) {
        let spans = self.spans(side, text, t);
        let laid =
            self.label(text, side, t.ink).width(place.width()).spans(spans).lay_out(ui.ctx());
        laid.paint(&ui.painter().with_clip_rect(place.intersect(ui.clip_rect())), place.min);
    }

    /// A line of a text, from a little before what was found.
    pub(super) fn line_ui(
        &self,
        ui: &Ui,
        text: &str,
        side: Side,
        place: Rect,
        ink: Color32,
        t: &Tokens,
    ) {
        let found = self.table.sieve.as_ref().map(|sieve| sieve.marks(side, text));
        let found = found.unwrap_or_default();
        if found.is_empty() {
            let laid = self.label(text, side, ink).cut_at(place.width()).lay_out(ui.ctx());
            return laid.paint(ui.painter(), place.min);
        }
        let (shown, ranges) = excerpt(text, &found);
        let look = Mark::Found.look(t);
        let spans = ranges.into_iter().map(|range| Span::new(range, look)).collect();
        let laid = self.label(&shown, side, ink).width(place.width()).spans(spans);
        let laid = laid.lay_out(ui.ctx());
        laid.paint(&ui.painter().with_clip_rect(place.intersect(ui.clip_rect())), place.min);
    }

    pub(super) fn cells_ui(
        &self,
        ui: &Ui,
        row: usize,
        rect: Rect,
        stored: &Stored<'_>,
        t: &Tokens,
    ) {
        let columns = Columns::of(rect, self.tab);
        let unit = &stored.unit;
        let top = rect.top() + ABOVE;
        let is_marked = row == self.marked;
        let bottom = if is_marked { rect.bottom() - ORIGIN_HEIGHT } else { top + fonts::DOCK.line };
        let place = |range: Rangef| Rect::from_x_y_ranges(range, Rangef::new(top, bottom));
        let source_ink = if self.goes_on(row) { t.ink3 } else { t.ink };
        for (text, side, range, ink) in [
            (unit.source, Side::Source, columns.source, source_ink),
            (unit.target, Side::Target, columns.target, t.ink),
        ] {
            if is_marked {
                self.whole_ui(ui, text, side, place(range), t);
            } else {
                self.line_ui(ui, text, side, place(range), ink, t);
            }
        }
        let cell = |text: &str, range: Rangef, ink: Color32| {
            let laid = BidiLabel::plain(text, fonts::DOCK, ink).cut_at(range.span());
            laid.lay_out(ui.ctx()).paint(ui.painter(), pos2(range.min, top));
        };
        cell(unit.author, columns.author, t.ink2);
        cell(unit.release, columns.release, t.ink2);
        // In figures, so that a column of them is read downwards.
        let date = unit.date.map(|date| date.to_string()).unwrap_or_default();
        cell(&date, columns.date, t.ink2);
        cell(unit.status.spoken(), columns.status, t.ink2);
        let (note, ink) = self.note(row, stored, t);
        cell(&note, columns.note, ink);
        if is_marked {
            let text = where_from(stored);
            let laid = BidiLabel::plain(&text, fonts::LABEL, t.ink3).cut_at(rect.width() - 28.0);
            let at = pos2(columns.source.min, rect.bottom() - ORIGIN_HEIGHT + 2.0);
            laid.lay_out(ui.ctx()).paint(ui.painter(), at);
        }
    }

    /// What is said of a row, and in which ink.
    pub(super) fn note(&self, row: usize, stored: &Stored<'_>, t: &Tokens) -> (String, Color32) {
        let note = self.table.listing.lines.get(row).map(|line| line.note).unwrap_or_default();
        match note {
            Note::Kept => (t!("units-note-kept").to_owned(), t.green),
            Note::Twin => (t!("units-note-twin").to_owned(), t.ink2),
            Note::Doubt(doubt) => (doubt_told(doubt).to_owned(), t.amber),
            Note::None => {
                let uses = self.uses.get(&stored.id);
                (uses.map(usize::to_string).unwrap_or_default(), t.ink2)
            }
        }
    }
}

/// Where a unit comes from, in a line.
fn where_from(stored: &Stored<'_>) -> String {
    let unit = &stored.unit;
    let stored_at = stored.at.to_zoned_datetime(jiff::tz::TimeZone::system());
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let codes = (!unit.tags.is_empty()).then(|| t!("units-codes", count = unit.tags.len()));
    let parts = [
        some(unit.author),
        some(unit.approver).map(|name| t!("concordance-approved-by", name = name)),
        some(unit.issuer),
        some(unit.origin),
        codes,
        Some(t!("units-stored-on", day = texts::day(stored_at.date()))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ·  ")
}

fn doubt_told(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Empty => t!("units-doubt-empty"),
        Doubt::Identical => t!("units-doubt-identical"),
        Doubt::Length => t!("units-doubt-length"),
        Doubt::Codes => t!("units-doubt-codes"),
        Doubt::Language => t!("units-doubt-language"),
    }
}
