//! Correcting a wrong form everywhere: what is wrong and what is right, the inflections that are
//! found, and every text as it is and as it would be, each to be chosen or left. Enter looks,
//! Ctrl+Enter corrects.

use egui::{Align, Checkbox, Context, Id, Key, Layout, Modifiers, ScrollArea, Ui, vec2};

use crate::model::{Lang, TermbaseId};
use crate::text::diff;
use crate::texts::{Spoken, t};
use crate::ui::diff_text;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, CONTROL_HEIGHT, Dialog, Field, Switch, dialog};
use crate::workbench::correcting::wrong::guess;
use crate::workbench::correcting::{Barred, Correction, Form, Place, Spot, Wrong};
use crate::workbench::desk::Desk;

const WIDTH: f32 = 960.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 928.0;
const FIELD_WIDTH: f32 = 300.0;
/// Room for the word before a field and what parts it from the next, in points.
const LABEL_ROOM: f32 = 72.0;
const FORM_HEIGHT: f32 = 32.0;
/// So many forms are seen at a time.
const FORMS_SEEN: f32 = 4.0;
/// A box with its name and a line of text.
const SPOT_HEIGHT: f32 = 56.0;
/// Room that all but the list needs, in points.
const REST_HEIGHT: f32 = 466.0;
const LIST_HEIGHT: f32 = 6.0 * SPOT_HEIGHT;

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct CorrectDialog {
    wrong: String,
    right: String,
    /// The place of the language among those offered.
    lang: usize,
    letters: usize,
    keeps_case: bool,
    /// Whether the wrong form becomes a forbidden term, and in which termbase.
    forbids: bool,
    base: Option<TermbaseId>,
    found: Option<Box<Correction>>,
    /// Whether what stands there was looked for.
    looked: bool,
    shown: bool,
    /// Whether one of the two fields has the focus.
    types: bool,
}

/// What somebody wants of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Look for the wrong form.
    Look(Wrong, String),
    /// Correct what is chosen.
    Correct(Box<Correction>),
}

impl CorrectDialog {
    /// A dialog about a form that was found in a language.
    #[must_use]
    pub fn on(wrong: &str, lang: Option<&Lang>, desk: &Desk) -> Self {
        let wrong = wrong.split_whitespace().collect::<Vec<_>>().join(" ");
        let langs = desk.languages_to_correct();
        let place = lang.and_then(|lang| langs.iter().position(|one| one.same_base(lang)));
        Self {
            wrong,
            lang: place.unwrap_or_default(),
            keeps_case: true,
            forbids: true,
            ..Self::default()
        }
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, desk: &mut Desk) -> Wish {
        if let Some(found) = desk.wrong_found() {
            self.found = Some(found);
        }
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        let correct = pressed(Modifiers::COMMAND, Key::Enter);
        // A box or button that has the focus keeps Enter.
        let types = self.types || ctx.memory(|memory| memory.focused().is_none());
        let look = types && pressed(Modifiers::NONE, Key::Enter);
        let mut wish = Wish::Open;
        let title = t!("correct-everywhere");
        let shown = Dialog::new(Id::unique("correct"), title).width(WIDTH).show(ctx, |ui| {
            let before = (self.wrong.clone(), self.lang, self.letters);
            let langs = desk.languages_to_correct();
            self.fields_ui(ui, &langs);
            if before != (self.wrong.clone(), self.lang, self.letters) {
                (self.found, self.looked) = (None, false);
                desk.stop_correcting();
            }
            self.found_ui(ui, desk);
            self.forbid_ui(ui, desk);
            let mut chosen = self.buttons_ui(ui, &langs);
            if chosen == Wish::Open && correct {
                chosen = self.to_correct();
            } else if chosen == Wish::Open && look {
                chosen = self.to_look(&langs);
            }
            wish = chosen;
        });
        if shown.left && wish == Wish::Open {
            desk.stop_correcting();
            return Wish::Left;
        }
        self.looked |= matches!(wish, Wish::Look(..));
        wish
    }

    fn fields_ui(&mut self, ui: &mut Ui, langs: &[Lang]) {
        let t = tokens(ui);
        // Half of the room is for each with its word, in a narrow window.
        let field_width = FIELD_WIDTH.min(ui.available_width() / 2.0 - LABEL_ROOM);
        ui.horizontal(|ui| {
            fonts::DOCK.label(ui, t!("correct-wrong-short"), t.ink2, f32::INFINITY);
            let field = Field::new(t!("correct-wrong"), &mut self.wrong).width(field_width);
            let wrong = ui.add(field);
            fonts::DOCK.label(ui, t!("correct-right-short"), t.ink2, f32::INFINITY);
            let before = self.right.clone();
            let right = ui.add(Field::new(t!("correct-right"), &mut self.right).width(field_width));
            if before != self.right {
                self.follow_right(&before);
            }
            self.types = wrong.has_focus() || right.has_focus();
            if !std::mem::replace(&mut self.shown, true) {
                if self.wrong.is_empty() { wrong.request_focus() } else { right.request_focus() }
            }
        });
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            let names: Vec<&str> = langs.iter().map(Spoken::spoken).collect();
            if names.len() > 1 {
                ui.add(Switch::new(t!("correct-language"), &mut self.lang, &names));
            }
            let words = [t!("correct-words"), t!("correct-letters")];
            ui.add(Switch::new(t!("correct-look-for"), &mut self.letters, &words));
            ui.checkbox(&mut self.keeps_case, t!("correct-keep-case"));
        });
        if let Some(found) = &mut self.found {
            found.keep_case = self.keeps_case;
        }
        ui.add_space(8.0);
    }

    /// What follows from the right form's change: forms that were guessed of it.
    fn follow_right(&mut self, before: &str) {
        let Some(found) = &mut self.found else { return };
        self.right.trim().clone_into(&mut found.right);
        for form in &mut found.forms {
            let guessed = |right: &str| guess(&found.wrong.text, right.trim(), &form.found);
            if form.right == guessed(before) {
                form.right = guessed(&self.right);
            }
        }
    }

    fn found_ui(&mut self, ui: &mut Ui, desk: &Desk) {
        let t = tokens(ui);
        let found = self.found.as_mut().filter(|found| !found.spots.is_empty());
        let Some(found) = found else {
            let text = match (self.looked, desk.is_seeking_wrong()) {
                (_, true) => t!("correcting-looking"),
                (true, false) => t!("correct-nothing-found"),
                (false, false) => t!("correct-type-and-look"),
            };
            fonts::DOCK.label(ui, text, t.ink2, ROOM);
            return;
        };
        let lang = found.wrong.lang.clone();
        if found.forms.len() > 1 {
            forms_ui(ui, &mut found.forms);
        }
        for line in lines(found) {
            fonts::DOCK.label(ui, line, t.ink2, ROOM);
        }
        ui.add_space(6.0);
        let room = ui.ctx().content_rect().height() - REST_HEIGHT;
        let height = LIST_HEIGHT.min(room).max(2.0 * SPOT_HEIGHT);
        let list = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        list.id_salt("spots").show_rows(ui, SPOT_HEIGHT, found.spots.len(), |ui, range| {
            for place in range {
                spot_ui(ui, found, place, &lang);
            }
        });
    }

    /// Whether the wrong form is forbidden in a termbase, and in which.
    fn forbid_ui(&mut self, ui: &mut Ui, desk: &Desk) {
        if self.found.as_ref().is_none_or(|found| found.spots.is_empty()) {
            return;
        }
        let bases: Vec<(TermbaseId, String)> = desk
            .termbases()
            .iter()
            .filter(|open| open.why_read_only().is_none())
            .map(|open| (open.id(), open.name()))
            .collect();
        let taker = desk.takes_new_terms();
        let chosen = self.base.or(taker);
        let mut place = bases.iter().position(|(id, _)| Some(*id) == chosen).unwrap_or(0);
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.checkbox(&mut self.forbids, t!("correct-forbid", wrong = self.wrong.trim()));
            let names: Vec<&str> = bases.iter().map(|(_, name)| name.as_str()).collect();
            match names.as_slice() {
                [] => fonts::DOCK.label(ui, t!("correct-in-own"), tokens(ui).ink2, f32::INFINITY),
                [one] => {
                    let text = t!("correct-in-termbase", name = one);
                    fonts::DOCK.label(ui, text, tokens(ui).ink2, f32::INFINITY)
                }
                _ => ui.add(Switch::new(t!("form-termbase"), &mut place, &names)),
            };
        });
        self.base = bases.get(place).map(|(id, _)| *id);
    }

    /// The termbase in which the wrong form is to be forbidden; one's own is made where there
    /// is no other.
    #[must_use]
    pub fn forbids_in(&self, desk: &mut Desk) -> Option<TermbaseId> {
        self.forbids.then(|| self.base.unwrap_or_else(|| desk.termbase_to_fill()))
    }

    fn buttons_ui(&mut self, ui: &mut Ui, langs: &[Lang]) -> Wish {
        let mut wish = Wish::Open;
        let extent = self.found.as_ref().map(|found| found.extent()).unwrap_or_default();
        let count = extent.units + extent.rows;
        dialog::buttons(ui, |ui| {
            let none = (count == 0).then_some(t!("correct-nothing-chosen"));
            let word = t!("correct-texts", count = count);
            if ui.add(Button::main(&word).key("Ctrl+Enter").unless(none)).clicked() {
                wish = self.to_correct();
            }
            let none = self.wrong.trim().is_empty().then_some(t!("correct-type-the-wrong-form"));
            if ui.add(Button::new(t!("correct-look")).key("Enter").unless(none)).clicked() {
                wish = self.to_look(langs);
            }
            if let Some(found) = self.found.as_mut().filter(|found| !found.spots.is_empty()) {
                if ui.add(Button::new(t!("find-choose-all"))).clicked() {
                    found.left.clear();
                }
                if ui.add(Button::new(t!("find-choose-none"))).clicked() {
                    found.left = (0..found.spots.len()).collect();
                }
            }
        });
        wish
    }

    fn to_correct(&self) -> Wish {
        match &self.found {
            Some(found) if found.chosen().next().is_some() => Wish::Correct(found.clone()),
            _ => Wish::Open,
        }
    }

    fn to_look(&self, langs: &[Lang]) -> Wish {
        let text = self.wrong.trim().to_owned();
        let Some(lang) = langs.get(self.lang).filter(|_| !text.is_empty()) else {
            return Wish::Open;
        };
        let wrong = Wrong { text, lang: lang.clone(), whole_words: self.letters == 0 };
        Wish::Look(wrong, self.right.trim().to_owned())
    }
}

/// The forms that are found, each with what it becomes.
fn forms_ui(ui: &mut Ui, forms: &mut [Form]) {
    let t = tokens(ui);
    fonts::DOCK.label(ui, t!("correct-forms"), t.ink2, ROOM);
    let list = ScrollArea::vertical().max_height(FORMS_SEEN * FORM_HEIGHT).id_salt("forms");
    list.auto_shrink([false, true]).show(ui, |ui| {
        for form in forms {
            ui.horizontal(|ui| {
                ui.set_min_height(FORM_HEIGHT - 4.0);
                let name = t!("correct-form", found = form.found, count = form.count);
                let (size, layout) =
                    (vec2(FIELD_WIDTH, CONTROL_HEIGHT), Layout::left_to_right(Align::Center));
                ui.allocate_ui_with_layout(size, layout, |ui| {
                    ui.set_min_width(FIELD_WIDTH);
                    ui.add(Checkbox::new(&mut form.chosen, name));
                });
                let name = t!("correct-becomes", found = form.found);
                let wrong = form.chosen && form.right.trim().is_empty();
                let field = Field::new(&name, &mut form.right).width(FIELD_WIDTH).wrong(wrong);
                if ui.add(field).changed() {
                    form.chosen = !form.right.trim().is_empty();
                }
            });
        }
    });
    ui.add_space(6.0);
}

/// What would be corrected, and what is left and why.
fn lines(found: &Correction) -> Vec<String> {
    let extent = found.extent();
    let mut lines = vec![t!(
        "correct-extent",
        units = extent.units,
        memories = extent.memories,
        rows = extent.rows,
        releases = extent.releases
    )];
    for why in [Barred::Published, Barred::Locked, Barred::ReadOnly] {
        let left = found.barred(why);
        let line = match (left.units + left.rows, why) {
            (0, _) => continue,
            (rows, Barred::Published) => {
                t!("correct-left-published", rows = rows, releases = left.releases)
            }
            (rows, Barred::Locked) => t!("correct-left-locked", rows = rows),
            (units, Barred::ReadOnly) => t!("correct-left-read-only", units = units),
        };
        lines.push(line);
    }
    if !found.unread.is_empty() {
        lines.push(t!("correct-unread", count = found.unread.len()));
    }
    lines
}

fn spot_ui(ui: &mut Ui, found: &mut Correction, place: usize, lang: &Lang) {
    let t = tokens(ui);
    let Some(spot) = found.spots.get(place) else { return };
    let after = found.after(spot).filter(|_| spot.barred.is_none());
    let is_free = after.is_some();
    let name = t!("correct-spot", place = place + 1, where = origin(spot));
    let words = diff::words(&spot.text, after.as_deref().unwrap_or(&spot.text));
    let marked = diff_text::difference(diff_text::runs(&words), t);
    let mut chosen = found.is_chosen(place);
    let top = ui.cursor().top();
    if ui.add_enabled(is_free, Checkbox::new(&mut chosen, name)).changed() {
        found.choose(place, chosen);
    }
    let width = ui.available_width() - 24.0;
    ui.horizontal(|ui| {
        ui.add_space(24.0);
        let ink = if is_free { t.ink } else { t.ink3 };
        let label = BidiLabel::new(&marked.text, lang, fonts::DOCK, ink).spans(marked.spans);
        label.cut_at(width).show_in(ui);
    });
    let used = ui.cursor().top() - top;
    ui.add_space((SPOT_HEIGHT - used).max(0.0));
}

/// Where a text stands, and why it is left if so.
fn origin(spot: &Spot) -> String {
    let stands = match &spot.place {
        Place::Unit { name, release, .. } if release.is_empty() => {
            t!("correct-in-memory", name = name)
        }
        Place::Unit { name, release, .. } => {
            t!("correct-in-memory-of", name = name, release = release)
        }
        Place::Row { name, number, used, .. } => {
            let (name, number) = (name.as_str(), number.to_string());
            if *used {
                t!("correct-in-row", number = number, name = name)
            } else {
                t!("correct-in-row-unused", number = number, name = name)
            }
        }
    };
    match spot.barred {
        Some(why) => format!("{stands} · {}", why.name()),
        None => stands,
    }
}
