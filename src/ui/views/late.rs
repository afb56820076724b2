//! A corrected source: its text is pasted, dropped, typed over the old one or read from a file;
//! then every row that it changes is looked at, with the words that differ, before it is taken.

use egui::{Align, Context, Id, Key, Layout, Modifiers, ScrollArea, Ui, pos2, vec2};

use crate::memory::Repaired;
use crate::model::Lang;
use crate::qa::Cause;
use crate::text::diff;
use crate::texts::t;
use crate::ui::diff_text::{self, Mark};
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::text::{BidiEdit, BidiLabel, select_all};
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog, focus_frame, line_below};
use crate::workbench::desk::Desk;
use crate::workbench::late::{CorrectedText, LateChange, RowChange, What};

const WIDTH: f32 = 920.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 888.0;
/// Room that all but the text or the list needs, in points.
const REST_HEIGHT: f32 = 250.0;
/// Where the texts of a row begin, behind its number and what became of it.
const TEXT_LEFT: f32 = 132.0;

/// The dialog.
#[derive(Debug, Default)]
pub struct LateDialog {
    text: CorrectedText,
    typed: String,
    found: Option<Box<LateChange>>,
    shown: bool,
}

/// What is wanted of it.
#[derive(Debug)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Choose a file.
    Choose,
    /// Take the change.
    Take(Box<LateChange>),
}

impl LateDialog {
    /// A dialog on the source as it is, to be typed over.
    #[must_use]
    pub fn new(source: String) -> Self {
        let text = CorrectedText::typed(source.clone());
        Self { text, typed: source, ..Self::default() }
    }

    /// Takes in the text of a file, and has it looked at.
    pub fn take(&mut self, text: CorrectedText, desk: &mut Desk) {
        self.typed.clone_from(&text.text);
        self.text = text;
        self.look(desk);
    }

    fn look(&mut self, desk: &mut Desk) {
        self.text.retype(&self.typed);
        self.found = None;
        desk.plan_late(self.text.clone());
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, desk: &mut Desk) -> Wish {
        if let Some(read) = desk.corrected_text() {
            self.take(read, desk);
        }
        if let Some(found) = desk.late_found() {
            self.found = Some(found);
        }
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        let enter = pressed(Modifiers::COMMAND, Key::Enter)
            || (self.found.is_some() && pressed(Modifiers::NONE, Key::Enter));
        let mut wish = Wish::Open;
        let title = t!("late-title");
        let shown = Dialog::new(Id::unique("late"), title).width(WIDTH).show(ctx, |ui| {
            wish = match self.found.take() {
                Some(found) => self.found_ui(ui, desk, found, enter),
                None => self.text_ui(ui, desk, enter),
            };
        });
        if shown.left && matches!(wish, Wish::Open) {
            desk.stop_late();
            return Wish::Left;
        }
        wish
    }

    /// The text, to be pasted or typed over.
    fn text_ui(&mut self, ui: &mut Ui, desk: &mut Desk, enter: bool) -> Wish {
        let t = tokens(ui);
        let mut wish = Wish::Open;
        let lang = desk.session.as_ref().map(|session| session.source_lang().clone());
        fonts::DOCK.label(ui, t!("late-paste-or-type"), t.ink2, ROOM);
        if !self.text.name.is_empty() {
            let note = [self.text.name.as_str(), &self.text.note].join(" ");
            fonts::LABEL.label(ui, note.trim_end(), t.ink3, ROOM);
        }
        ui.add_space(6.0);
        let focus = !std::mem::replace(&mut self.shown, true);
        field_ui(ui, &mut self.typed, &lang.unwrap_or_else(Lang::undetermined), focus);
        let looking = desk.is_planning_late();
        let empty = self.typed.trim().is_empty();
        let why = if empty { Some(t!("late-no-text")) } else { None };
        let why = why.or(looking.then_some(t!("late-looking")));
        dialog::buttons(ui, |ui| {
            let look = Button::main(t!("late-look")).key("Ctrl+Enter").unless(why);
            if (ui.add(look).clicked() || enter) && why.is_none() {
                self.look(desk);
            }
            if ui.add(Button::new(t!("late-choose-file"))).clicked() {
                wish = Wish::Choose;
            }
        });
        wish
    }

    /// What would change, row by row.
    fn found_ui(&mut self, ui: &mut Ui, desk: &Desk, found: Box<LateChange>, enter: bool) -> Wish {
        let t = tokens(ui);
        let (mut take, mut back) = (false, false);
        let (new, gone) = found.come_and_gone();
        let text = t!(
            "late-extent",
            version = found.version,
            reopened = found.reopened(),
            new = new,
            gone = gone,
            untouched = found.untouched
        );
        fonts::DOCK_BOLD.label(ui, text, t.ink, ROOM);
        for doubt in &found.doubts {
            ui.horizontal(|ui| {
                Icon::Warning.show(ui);
                let ink = if doubt.is_grave() { t.amber } else { t.ink2 };
                fonts::DOCK.label(ui, doubt.sentence(), ink, ROOM - 24.0);
            });
        }
        ui.add_space(8.0);
        let height = (ui.ctx().content_rect().height() - REST_HEIGHT).max(160.0);
        let langs = desk.session.as_ref().and_then(|session| session.pair().ok());
        let list = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        list.id_salt("late rows").show(ui, |ui| {
            let Some(pair) = &langs else { return };
            for row in &found.rows {
                row_ui(ui, row, (&pair.source, &pair.target));
            }
        });
        let why = found.is_empty().then_some(t!("late-nothing-changes"));
        dialog::buttons(ui, |ui| {
            let grave = found.doubts.iter().any(crate::workbench::late::Doubt::is_grave);
            let word = if grave { t!("late-take-all-the-same") } else { t!("late-take") };
            let button = Button::main(word).key("Enter").unless(why);
            take = (ui.add(button).clicked() || enter) && why.is_none();
            back = ui.add(Button::new(t!("late-back"))).clicked();
        });
        if take {
            return Wish::Take(found);
        }
        if !back {
            self.found = Some(found);
        }
        Wish::Open
    }
}

/// The field of the text.
fn field_ui(ui: &mut Ui, text: &mut String, lang: &Lang, focus: bool) {
    let t = tokens(ui);
    let frame = egui::Frame::new()
        .fill(t.sheet)
        .stroke(t.stroke(1.0, t.shape))
        .corner_radius(4.0)
        .inner_margin(6);
    let height = (ui.ctx().content_rect().height() - REST_HEIGHT).max(120.0);
    let mut focused = false;
    let shown = frame.show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt("late text").max_height(height);
        area.auto_shrink(false).show(ui, |ui| {
            let size = vec2(ui.available_width(), height - 8.0);
            let place = egui::Rect::from_min_size(ui.cursor().min, size);
            let id = Id::unique("late text");
            if focus {
                // What is pasted takes the place of the old text.
                select_all(ui.ctx(), id, text);
            }
            let edited =
                BidiEdit::new(id, t!("late-text"), text, lang).role(fonts::DOCK).show(ui, place);
            ui.advance_cursor_after_rect(edited.response.rect);
            if focus {
                edited.response.request_focus();
            }
            focused = edited.response.has_focus();
        });
    });
    if focused {
        focus_frame(ui.painter(), shown.response.rect, 4.0, t);
    }
}

/// A row: its number, what becomes of it, its source with the words that differ, its translation
/// with what is put right, and what is to be known.
fn row_ui(ui: &mut Ui, row: &RowChange, (source, target): (&Lang, &Lang)) {
    let t = tokens(ui);
    let width = ui.available_width() - TEXT_LEFT - 8.0;
    let top = ui.cursor().min;
    let shown = ui.horizontal_top(|ui| {
        let head = vec2(TEXT_LEFT, fonts::DOCK.line);
        ui.allocate_ui_with_layout(head, Layout::left_to_right(Align::TOP), |ui| {
            ui.set_min_width(TEXT_LEFT);
            fonts::DOCK_BOLD.label(ui, row.number.to_string(), t.ink, 40.0);
            fonts::LABEL.label(ui, said(row), ink_of(row.what, ui), 88.0);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let words = diff::words(&row.old, &row.new);
            let marked = diff_text::difference(diff_text::runs(&words), t);
            let label = BidiLabel::new(&marked.text, source, fonts::DOCK, t.ink);
            label.spans(marked.spans).width(width).show_in(ui);
            if !row.target.is_empty() {
                let marked = target_of(&row.target, row.repaired.as_ref(), t);
                let label = BidiLabel::new(&marked.text, target, fonts::DOCK, t.ink2);
                label.spans(marked.spans).width(width).show_in(ui);
            }
            for note in notes(row) {
                fonts::LABEL.label(ui, note, t.ink3, width);
            }
        });
    });
    ui.add_space(4.0);
    let bottom = shown.response.rect.bottom() + 4.0;
    let rect = egui::Rect::from_min_max(top, pos2(ui.max_rect().right(), bottom));
    line_below(ui, rect, t.line);
    ui.add_space(4.0);
}

/// A translation with what was put right.
fn target_of(
    target: &str,
    repaired: Option<&Repaired>,
    t: &crate::ui::theme::Tokens,
) -> diff_text::Marked {
    let new = repaired.map_or(target, |repaired| &repaired.target);
    let words = diff::words(target, new);
    diff_text::difference(diff_text::runs(&words), t)
}

fn ink_of(what: What, ui: &Ui) -> egui::Color32 {
    let t = tokens(ui);
    match what {
        What::Changed => t.amber,
        What::New | What::Back => Mark::Inserted.look(t).ink.unwrap_or(t.ink2),
        What::Moved | What::Gone => t.ink3,
    }
}

fn said(row: &RowChange) -> &'static str {
    match row.what {
        What::Changed if row.is_locked => t!("late-row-locked"),
        What::Changed if row.is_reopened => t!("late-row-reopened"),
        What::Changed => t!("late-row-open"),
        What::Moved => t!("late-row-moved"),
        What::New => t!("late-row-new"),
        What::Back => t!("late-row-back"),
        What::Gone => t!("late-row-gone"),
    }
}

/// What is to be known of a row.
fn notes(row: &RowChange) -> Vec<String> {
    let mut notes = Vec::new();
    if row.repaired.is_some() {
        notes.push(t!("late-note-repaired").to_owned());
    }
    if let Some(score) = row.lost {
        notes.push(t!("late-note-match", score = score));
    }
    notes.extend(row.unpaired.iter().map(fact));
    if row.what == What::Gone && !row.target.is_empty() {
        notes.push(t!("late-note-kept").to_owned());
    }
    notes
}

/// A fact that no longer pairs, in a sentence.
fn fact(cause: &Cause) -> String {
    match cause {
        Cause::Missing { source, .. } => t!("late-fact-missing", fact = source),
        Cause::Added { target, .. } => t!("late-fact-added", fact = target),
        Cause::Differs { source, target, .. } => {
            t!("late-fact-differs", source = source, target = target)
        }
        other => other.to_string(),
    }
}
