//! A row of the translation view: number, role, source, hinge, target, badges.

use egui::{Id, Rect, Ui, pos2};

use super::columns::TranslateColumns;
use super::langs::{self, target_lang};
use super::reference::Reference;
use super::{
    Cells, Clicked, Manner, changed, codes, findings, lay_out_coded_source, lay_out_note,
    lay_out_target, paint_ground, paint_hinge, paint_middle, paint_right, role_letter, role_name,
    spelling,
};
use crate::model::{Bead, BeadId, Origin, State, Target};
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::text::LaidLabel;
use crate::ui::theme::tokens;
use crate::ui::views::find::marks;
use crate::ui::widgets::{CellEditor, cell};
use crate::workbench::Session;
use crate::workbench::codes::RowCodes;
use crate::workbench::links::Side;

/// What the active row's field holds while it is edited.
#[derive(Debug, Clone, Default)]
pub struct Buffer {
    /// The bead it belongs to.
    pub bead: Option<BeadId>,
    /// The text.
    pub text: String,
    /// Whether the field should take the focus when it is shown next, with the caret
    /// at the end.
    pub wants_focus: bool,
}

/// What somebody did in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowEvent {
    /// Clicked it.
    Enter(usize),
    /// Clicked the letter of its role.
    Role(usize),
    /// Changed the text of the active row.
    Typed(String),
}

/// A row laid out, ready to be painted.
pub struct TranslateRow {
    row: usize,
    manner: Manner,
    /// The text of the source.
    text: String,
    /// The row's inline codes, and the source with them in it.
    codes: RowCodes,
    coded: String,
    source: LaidLabel,
    reference: Option<Reference>,
    target: LaidLabel,
    /// What is offered below the active target: it with what has changed put right.
    offer: Option<changed::Offer>,
    editable: bool,
    /// Height in points.
    pub height: f32,
}

/// How far the text of a row moves down in it when it becomes the active one.
pub const LIFT: f32 = 4.0;

/// Room above and below the texts of a row, in points.
const fn padding(manner: Manner) -> (f32, f32) {
    match manner {
        Manner { active: true, .. } => (9.0, 11.0),
        Manner { content: false, .. } => (4.0, 4.0),
        Manner { headline: true, .. } => (7.0, 8.0),
        _ => (5.0, 5.0),
    }
}

impl TranslateRow {
    /// Lays a row out. `buffer` is the text of the active field.
    #[must_use]
    pub fn lay_out(
        ui: &Ui,
        session: &Session,
        row: usize,
        columns: &TranslateColumns,
        buffer: Option<&str>,
    ) -> Self {
        let manner = Manner::of(session.rows().get(row), row == session.row());
        let source_text = session.source_text(row);
        let width = columns.source_text().span();
        let bead = session.beads().get(row);
        let rendered = bead.map_or("", |bead| bead.rendered.as_str());
        let codes = session.codes(row);
        let coded = session.coded_source(row, &codes);
        let source = if source_text.is_empty() && coded.is_empty() {
            let name = session.source_lang().spoken();
            let note = t!("translate-added-nothing-in-the", name = name);
            lay_out_note(ui, &note, session.source_lang(), width)
        } else if !rendered.is_empty() && coded == source_text {
            let lang = langs::of_source(session, row);
            changed::lay_out_source(ui, (rendered, &source_text), lang, manner, width)
        } else {
            let chips = codes::chips(&coded, &codes, tokens(ui));
            let lang = langs::of_source(session, row);
            lay_out_coded_source(ui, &coded, lang, manner, width, chips)
        };
        let reference = Reference::lay_out(ui, session, row, width);
        let left = source.size().y + reference.as_ref().map_or(0.0, Reference::height);
        let editable = manner.active && manner.content && buffer.is_some();
        let width = columns.target_text().span();
        let target = match (editable, buffer) {
            (true, Some(text)) => {
                let lang =
                    bead.map_or(target_lang(session), |bead| langs::of_target(session, bead));
                let chips = codes::chips(text, &codes, tokens(ui));
                lay_out_target(ui, text, lang, manner, width, chips)
            }
            _ => target_label(ui, session, (row, &source_text), &codes, (manner, width)),
        };
        let offer = editable.then(|| changed::Offer::lay_out(ui, session, row, width)).flatten();
        let (above, below) = padding(manner);
        let flags = bead.is_some_and(|bead| bead.flags.source_changed || bead.flags.query);
        let least = if flags { 40.0 } else { 20.0 };
        let right = target.size().y + offer.as_ref().map_or(0.0, changed::Offer::height);
        let height = left.max(right).max(least) + above + below;
        let text = source_text;
        Self { row, manner, text, codes, coded, source, reference, target, offer, editable, height }
    }

    /// Paints the row into `rect` and answers what was done in it.
    pub fn show(
        &self,
        ui: &mut Ui,
        session: &Session,
        rect: Rect,
        columns: &TranslateColumns,
        buffer: &mut Buffer,
    ) -> Option<RowEvent> {
        let t = tokens(ui);
        let bead = session.beads().get(self.row)?;
        let entered = Cells {
            bead,
            source: &|| codes::spoken(&self.coded, &self.codes),
            state: &|| self.spoken_state(ui, session, bead),
            role: role_name(session.rows().get(self.row)),
            active: self.manner.active,
        }
        .clicked(ui, rect, columns.hinge.max, columns.role);
        let painter = ui.painter().clone();
        paint_ground(&painter, rect, self.manner, columns.source.min, t);
        let (above, _) = padding(self.manner);
        let top = rect.top() + above;
        self.margin(ui, session, bead, top, columns);
        let id = field_id(bead.id);
        let at = pos2(columns.source_text().min, top);
        let mut pressed = self.source.show(ui, id.with("source"), at).clicked();
        if let Some(reference) = &self.reference {
            let below = (at.x, columns.role.center(), at.y + self.source.size().y);
            pressed |= reference.show(ui, id, below);
        }
        self.hinge(ui, session, bead, rect, columns);
        self.badges(ui, session, bead, top, columns);
        if self.editable {
            if let Some(text) = self.field(ui, session, rect, columns, buffer) {
                return Some(RowEvent::Typed(text));
            }
        } else {
            let at = pos2(columns.target_text().min, top);
            pressed |= self.target.show(ui, id.with("target"), at).clicked();
        }
        match entered {
            Some(Clicked::Role) => Some(RowEvent::Role(self.row)),
            Some(Clicked::Row) => Some(RowEvent::Enter(self.row)),
            None => pressed.then_some(RowEvent::Enter(self.row)),
        }
    }

    /// The row's state in words, with what there is to check in it.
    fn spoken_state(&self, ui: &Ui, session: &Session, bead: &Bead) -> String {
        let ctx = ui.ctx();
        let mut state = describe(session, bead, self.manner.content);
        let found = findings::spoken(session, bead);
        if !found.is_empty() {
            state.push_str(", ");
            state.push_str(&found);
        }
        let codes = codes::told(session, self.row);
        if !codes.is_empty() {
            state.push_str(", ");
            state.push_str(&codes);
        }
        state + &spelling::spoken(ctx, session, (self.row, &self.text))
    }

    fn margin(
        &self,
        ui: &Ui,
        session: &Session,
        bead: &Bead,
        top: f32,
        columns: &TranslateColumns,
    ) {
        let t = tokens(ui);
        let (role, ink) = if self.manner.active {
            (fonts::ROW_NUMBER_ACTIVE, t.accent)
        } else {
            (fonts::ROW_NUMBER, t.ink3)
        };
        let right = pos2(columns.number.max - 8.0, top);
        paint_right(ui.painter(), right, &bead.number.to_string(), role, ink);
        let letter = role_letter(session.rows().get(self.row));
        let middle = pos2(columns.role.center(), top);
        paint_middle(ui.painter(), middle, letter, fonts::ROW_NUMBER, t.ink3);
    }

    fn hinge(
        &self,
        ui: &Ui,
        session: &Session,
        bead: &Bead,
        rect: Rect,
        columns: &TranslateColumns,
    ) {
        let t = tokens(ui);
        let painter = ui.painter();
        let left = columns.hinge.min;
        paint_hinge(painter, rect, columns.hinge, self.manner, t);
        if !self.manner.content {
            return;
        }
        let (above, _) = padding(self.manner);
        let top = rect.top() + above;
        state_icon(bead).paint_at(painter, pos2(left + 18.0, top + 10.0));
        let (percent, suffix) = percentage(session, self.row, bead);
        if let Some(score) = percent {
            let ink = t.percentage(score);
            let right = pos2(left + 60.0, top);
            paint_right(painter, right, &score.to_string(), fonts::PERCENT, ink);
            let galley = fonts::PERCENT.galley(painter, suffix, ink);
            painter.galley(pos2(left + 61.0, top), galley, ink);
        } else if !suffix.is_empty() {
            let galley = fonts::LABEL.galley(painter, suffix, t.ink3);
            painter.galley(pos2(left + 34.0, top + 2.0), galley, t.ink3);
        }
        let mut flags = left + 18.0;
        for (set, icon) in
            [(bead.flags.source_changed, Icon::SourceChanged), (bead.flags.query, Icon::Warning)]
        {
            if set {
                icon.paint_at(painter, pos2(flags, top + 30.0));
                flags += 19.0;
            }
        }
    }

    fn badges(
        &self,
        ui: &Ui,
        session: &Session,
        bead: &Bead,
        top: f32,
        columns: &TranslateColumns,
    ) {
        let x = columns.badges.min + 10.0;
        let mut y = top + 10.0;
        if findings::badge(ui, session, bead, (x, y)) {
            y += 18.0;
        }
        let codes = codes::told(session, self.row);
        if !codes.is_empty() {
            Icon::Warning.paint_at(ui.painter(), pos2(x, y));
            let place = Rect::from_center_size(pos2(x, y), egui::vec2(18.0, 18.0));
            let id = field_id(bead.id).with("codes");
            ui.interact(place, id, egui::Sense::hover()).on_hover_text(codes);
            y += 18.0;
        }
        for (set, icon) in
            [(!bead.comments.is_empty(), Icon::Note), (bead.flags.locked, Icon::Lock)]
        {
            if set {
                icon.paint_at(ui.painter(), pos2(x, y));
                y += 18.0;
            }
        }
        if session.spans_paragraphs(bead) {
            let ink = tokens(ui).ink3;
            paint_middle(ui.painter(), pos2(x, y - 10.0), "¶", fonts::ROW_NUMBER, ink);
            y += 18.0;
        }
        if bead.flags.apart {
            let ink = tokens(ui).ink3;
            paint_middle(ui.painter(), pos2(x, y - 10.0), "≠", fonts::ROW_NUMBER, ink);
        }
    }

    /// The active target: a field whose text stands where the painted text stood.
    fn field(
        &self,
        ui: &mut Ui,
        session: &Session,
        rect: Rect,
        columns: &TranslateColumns,
        buffer: &mut Buffer,
    ) -> Option<String> {
        let bead = session.beads().get(self.row)?;
        let text = columns.target_text();
        let rect = match &self.offer {
            Some(offer) => {
                let bottom = rect.bottom() - offer.height();
                offer.show(ui, field_id(bead.id).with("offer"), pos2(text.min, bottom));
                rect.with_max_y(bottom)
            }
            None => rect,
        };
        let frame = Rect::from_min_max(
            pos2(text.min - 9.0, rect.top() + 4.0),
            pos2(columns.target.max - 1.0, rect.bottom() - 4.0),
        );
        let (above, below) = padding(self.manner);
        let place = Rect::from_min_max(
            pos2(text.min, rect.top() + above),
            pos2(text.max, rect.bottom() - below),
        );
        let id = field_id(bead.id);
        let role = self.manner.type_role().in_column(ui.ctx(), Side::Target);
        if std::mem::take(&mut buffer.wants_focus) {
            cell::focus(ui.ctx(), id, buffer.text.chars().count());
        }
        let before = buffer.text.clone();
        let name = t!("translate-target-of-row", number = bead.number);
        let editor = CellEditor {
            id,
            name: &name,
            text: &mut buffer.text,
            lang: langs::of_target(session, bead),
            place,
            frame,
            role,
            locked: bead.flags.locked || session.is_read_only(),
        };
        let edited = {
            let ctx = ui.ctx().clone();
            let mut style = |text: &str| {
                let row = (self.row, self.text.as_str());
                let mut spans = spelling::spans_in_field(&ctx, session, row, text, id);
                spans.extend(marks(&ctx, Side::Target, text));
                spans.extend(codes::chips(text, &self.codes, tokens(&ctx)));
                spans
            };
            editor.show(ui, &mut style)
        };
        let changed = edited.changed && buffer.text != before;
        changed.then(|| buffer.text.clone())
    }
}

/// The id of a bead's field: from the bead, so that it survives filters and moves.
#[must_use]
pub fn field_id(bead: BeadId) -> Id {
    Id::unique("target field").with(bead.bits())
}

/// The shape of a bead's state.
#[must_use]
pub const fn state_icon(bead: &Bead) -> Icon {
    match &bead.target {
        Target::Open => Icon::Open,
        Target::LeftOut { .. } => Icon::LeftOut,
        Target::Text { state, .. } => match state {
            State::Draft => Icon::Draft,
            State::Translated => Icon::Translated,
            State::Approved => Icon::Approved,
            State::Rejected { .. } => Icon::Rejected,
        },
    }
}

/// The percentage in the hinge and the mark behind it: the score of the match taken,
/// `*` once it was changed, or the best match on offer for an open row.
fn percentage(session: &Session, row: usize, bead: &Bead) -> (Option<u8>, &'static str) {
    match bead.origin {
        Origin::Match { score, edited, .. } => (Some(score), if edited { "*" } else { "" }),
        Origin::Propagated { .. } => (None, t!("translate-repeat")),
        Origin::Copied => (None, t!("translate-copy")),
        Origin::None if bead.target.is_open() => {
            let best = session.offers_of(row).and_then(|offers| offers.first());
            (best.map(|best| best.found.score), "")
        }
        _ => (None, ""),
    }
}

/// The row's state in words, for a screen reader.
pub(super) fn describe(session: &Session, bead: &Bead, content: bool) -> String {
    if !content {
        return t!("not-content").to_owned();
    }
    let mut words = vec![state_icon(bead).name().to_owned()];
    if let Origin::Match { score, edited, .. } = bead.origin {
        words.push(if edited {
            t!("translate-per-cent-edited", score = score)
        } else {
            t!("translate-per-cent", score = score)
        });
    }
    if let Origin::Propagated { .. } = bead.origin {
        words.push(t!("translate-filled-from-an-identical-row").to_owned());
    }
    if bead.flags.source_changed {
        words.push(t!("translate-source-changed").to_owned());
    }
    if bead.flags.apart {
        words.push("excepted from propagation".to_owned());
    }
    if session.spans_paragraphs(bead) {
        words.push(t!("translate-joined-across-paragraphs").to_owned());
    }
    if bead.flags.locked {
        words.push(t!("translate-locked").to_owned());
    }
    words.join(", ")
}

/// The target of a row; its source is at hand.
fn target_label(
    ui: &Ui,
    session: &Session,
    (row, source): (usize, &str),
    codes: &RowCodes,
    (manner, width): (Manner, f32),
) -> LaidLabel {
    let bead = session.beads().get(row);
    let text = session.coded_target(row, codes);
    if !text.is_empty() {
        let lang = bead.map_or(target_lang(session), |bead| langs::of_target(session, bead));
        let mut spans = spelling::spans(ui.ctx(), session, (row, source), &text);
        spans.extend(codes::chips(&text, codes, tokens(ui)));
        return lay_out_target(ui, &text, lang, manner, width, spans);
    }
    let note = match bead.map(|bead| &bead.target) {
        _ if !manner.content => not_content(session, bead),
        Some(Target::LeftOut { reason, .. }) if reason.is_empty() => {
            let lang = session.target_lang().map_or(t!("target"), |lang| lang.spoken());
            t!("left-out-nothing-in-the", lang = lang)
        }
        Some(Target::LeftOut { reason, .. }) => t!("translate-left-out", reason = reason),
        _ => String::new(),
    };
    lay_out_note(ui, &note, target_lang(session), width)
}

/// "not content", with the language where it is another one.
pub(super) fn not_content(session: &Session, bead: Option<&Bead>) -> String {
    let place = bead.and_then(|bead| session.rows().place(*bead.source.first()?));
    let block = place.and_then(|(block, _)| session.source().blocks.get(block));
    match block.and_then(|block| block.lang.as_ref()) {
        Some(lang) => t!("translate-not-content", lang = lang.spoken()),
        None => t!("not-content").to_owned(),
    }
}
