//! A concept of a termbase as a form: what it is, its terms with their languages and statuses,
//! its house, its time. Enter stores. For a term that is added from two selections it comes
//! filled, so that one key opens it and one stores.

use egui::{Context, Event, Id, Key, Modifiers, Response, ScrollArea, Ui, vec2};

use crate::model::{Concept, Date, Lang, Term, TermKind, TermStatus, TermbaseId};
use crate::texts::{Spoken, said, t};
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Switch, TextField, dialog, icon_button};

const WIDTH: f32 = 960.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 928.0;
/// Widths of the fields of a term, in points.
const LANG_WIDTH: f32 = 56.0;
const TEXT_WIDTH: f32 = 300.0;
const ISSUER_WIDTH: f32 = 130.0;
const NOTE_WIDTH: f32 = 138.0;
/// Height of the list of terms at most, in points.
const TERMS_HEIGHT: f32 = 300.0;
/// Where the fields of the concept stand, behind their names, in points.
const NAMES_WIDTH: f32 = 84.0;

const STATUSES: [TermStatus; 3] =
    [TermStatus::Preferred, TermStatus::Admitted, TermStatus::Forbidden];

/// Where the form was opened from, and where it leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// The row.
    Row,
    /// The table of terms.
    Table,
    /// The list of new names: the name of this place is added.
    Names(usize),
}

/// A term as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    id: u64,
    lang: String,
    text: String,
    status: usize,
    issuer: String,
    note: String,
}

/// The form.
#[derive(Debug, Clone)]
pub struct ConceptForm {
    /// Where it leads back to.
    pub back: Back,
    bases: Vec<(TermbaseId, String)>,
    base: usize,
    /// What the form was made of; its id and what is not shown stay.
    concept: Concept,
    /// Whether the termbase has the concept.
    is_there: bool,
    kind: usize,
    lines: Vec<Line>,
    issuer: String,
    from: String,
    until: String,
    note: String,
    source: String,
    next: u64,
    /// The line that was typed into last.
    at: usize,
    /// The line that takes the focus when it is shown next.
    focus: Option<u64>,
    /// Whether a field has the focus: Enter in it stores.
    types: bool,
    shown: bool,
}

/// What somebody wants of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Store the concept.
    Store(TermbaseId, Box<Concept>),
    /// Take another termbase, with the terms that stand here.
    Switch(TermbaseId, Vec<Term>),
}

impl ConceptForm {
    /// A form about a concept, which a termbase has or is to have; `bases` are those that can
    /// be chosen.
    #[must_use]
    pub fn of(
        concept: Concept,
        is_there: bool,
        base: TermbaseId,
        bases: Vec<(TermbaseId, String)>,
        back: Back,
    ) -> Self {
        let place = bases.iter().position(|(id, _)| *id == base).unwrap_or(0);
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let kind = TermKind::ALL.iter().position(|kind| *kind == concept.kind).unwrap_or(0);
        let mut form = Self {
            back,
            bases,
            base: place,
            is_there,
            kind,
            lines: Vec::new(),
            issuer: concept.issuer.clone(),
            from: day(concept.from),
            until: day(concept.until),
            note: concept.note.clone(),
            source: concept.source.clone(),
            next: 0,
            at: 0,
            focus: None,
            types: false,
            shown: false,
            concept,
        };
        for term in form.concept.terms.clone() {
            form.push(&term);
        }
        form.focus = form.lines.iter().find(|line| line.text.is_empty()).map(|line| line.id);
        form.focus = form.focus.or_else(|| form.lines.last().map(|line| line.id));
        form
    }

    fn push(&mut self, term: &Term) {
        self.next += 1;
        self.lines.push(Line {
            id: self.next,
            lang: term.lang.as_str().to_owned(),
            text: term.text.clone(),
            status: STATUSES.iter().position(|status| *status == term.status).unwrap_or(0),
            issuer: term.issuer.clone(),
            note: term.note.clone(),
        });
    }

    /// A further line, in the language of the last.
    fn add_line(&mut self) {
        let lang =
            self.lines.get(self.at).or(self.lines.last()).and_then(|line| lang_of(&line.lang));
        let Some(lang) = lang.or_else(|| "en".parse().ok()) else { return };
        let admitted = self.has_preferred(&lang);
        let status = if admitted { TermStatus::Admitted } else { TermStatus::Preferred };
        self.push(&Term { status, ..Term::preferred(lang, String::new()) });
        self.focus = Some(self.next);
    }

    fn has_preferred(&self, lang: &Lang) -> bool {
        self.lines.iter().any(|line| line.status == 0 && lang_of(&line.lang).as_ref() == Some(lang))
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context) -> Wish {
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        // A button or switch that has the focus keeps Enter.
        let types = self.types || ctx.memory(|memory| memory.focused().is_none());
        let store = pressed(Modifiers::COMMAND, Key::Enter)
            || (types && pressed(Modifiers::NONE, Key::Enter));
        self.line_keys(ctx);
        let mut wish = Wish::Open;
        let title = if self.is_there { t!("form-change") } else { t!("form-add") };
        let shown = Dialog::new(Id::unique("concept"), title).width(WIDTH).show(ctx, |ui| {
            self.types = false;
            self.base_ui(ui, &mut wish);
            self.terms_ui(ui);
            self.rest_ui(ui);
            let made = self.made();
            self.told_ui(ui, &made);
            let clicked = self.buttons_ui(ui, &made);
            if let (true, Ok(concept)) = (store || clicked, made)
                && let Some((base, _)) = self.bases.get(self.base)
                && wish == Wish::Open
            {
                wish = Wish::Store(*base, Box::new(concept));
            }
        });
        self.shown = true;
        if shown.left && wish == Wish::Open { Wish::Left } else { wish }
    }

    /// Keys of the line that is typed into: its status, a further line, the line taken out.
    fn line_keys(&mut self, ctx: &Context) {
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        for (status, key) in [Key::Num1, Key::Num2, Key::Num3].into_iter().enumerate() {
            if pressed(Modifiers::ALT, key)
                && let Some(line) = self.lines.get_mut(self.at)
            {
                line.status = status;
            }
        }
        ctx.input_mut(|input| {
            // The digit of such a key is not typed as well.
            let is_held = input.modifiers.alt;
            input.events.retain(|event| !(is_held && matches!(event, Event::Text(_))));
        });
        if pressed(Modifiers::COMMAND, Key::N) {
            self.add_line();
        }
        if pressed(Modifiers::COMMAND, Key::Delete) {
            self.remove(self.at);
        }
    }

    fn remove(&mut self, at: usize) {
        if self.lines.len() > 1 && at < self.lines.len() {
            self.lines.remove(at);
            self.at = at.min(self.lines.len() - 1);
            self.focus = self.lines.get(self.at).map(|line| line.id);
        }
    }

    fn base_ui(&mut self, ui: &mut Ui, wish: &mut Wish) {
        let t = tokens(ui);
        let named = self.bases.get(self.base).map(|(_, name)| name.as_str()).unwrap_or_default();
        let text = if self.is_there && self.back == Back::Row {
            t!("form-is-there", base = named)
        } else {
            t!("form-in", base = named)
        };
        ui.horizontal_wrapped(|ui| {
            fonts::DOCK.label(ui, text, t.ink2, ROOM);
            if self.bases.len() > 1 && self.back != Back::Table {
                let names: Vec<&str> = self.bases.iter().map(|(_, name)| name.as_str()).collect();
                let mut place = self.base;
                if ui.add(Switch::new(t!("form-termbase"), &mut place, &names)).changed()
                    && let Some((base, _)) = self.bases.get(place)
                {
                    *wish = Wish::Switch(*base, self.terms().0);
                }
            }
        });
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            name_ui(ui, t!("form-kind"));
            let names = TermKind::ALL.map(|kind| said("term-kind", kind.name()));
            ui.add(Switch::new(t!("form-kind"), &mut self.kind, &names));
        });
        ui.add_space(8.0);
    }

    fn terms_ui(&mut self, ui: &mut Ui) {
        let list = ScrollArea::vertical().max_height(TERMS_HEIGHT).id_salt("terms of it");
        list.auto_shrink([false, true]).show(ui, |ui| {
            let mut gone = None;
            for at in 0..self.lines.len() {
                if self.line_ui(ui, at) {
                    gone = Some(at);
                }
            }
            if let Some(at) = gone {
                self.remove(at);
            }
        });
        ui.add_space(2.0);
        if ui.add(Button::new(t!("form-add-term")).key("Ctrl+N")).clicked() {
            self.add_line();
        }
        ui.add_space(8.0);
    }

    /// A term; whether it is to go.
    fn line_ui(&mut self, ui: &mut Ui, at: usize) -> bool {
        let is_only = self.lines.len() == 1;
        let wants_focus = self.lines.get(at).is_some_and(|line| self.focus == Some(line.id));
        let Some(line) = self.lines.get_mut(at) else { return false };
        let lang = lang_of(&line.lang);
        let english: Option<Lang> = "en".parse().ok();
        let Some(of) = lang.clone().or(english) else { return false };
        let (place, id) = (at + 1, Id::unique("term text").with(line.id));
        let mut gone = false;
        let mut typed: Vec<Response> = Vec::new();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let name = t!("form-language", place = place);
            let field = Field::new(&name, &mut line.lang).width(LANG_WIDTH).wrong(lang.is_none());
            typed.push(ui.add(field));
            let name = t!("form-term", place = place, lang = of.spoken());
            ui.allocate_ui(vec2(TEXT_WIDTH, 28.0), |ui| {
                ui.set_width(TEXT_WIDTH);
                let text = TextField { id, name: &name, text: &mut line.text, lang: &of, rows: 1 };
                typed.push(text.show(ui).response);
            });
            let names = STATUSES.map(|status| said("term-status", status.name()));
            ui.add_space(2.0);
            ui.vertical(|ui| {
                ui.add_space(3.0);
                let name = t!("form-status", place = place);
                ui.add(Switch::new(&name, &mut line.status, &names));
            });
            let name = t!("form-issuer-of", place = place);
            let hint = t!("form-all-houses");
            let field = Field::new(&name, &mut line.issuer).hint(hint).width(ISSUER_WIDTH);
            typed.push(ui.add(field));
            let name = t!("form-note-of", place = place);
            let field = Field::new(&name, &mut line.note).hint(t!("form-note")).width(NOTE_WIDTH);
            typed.push(ui.add(field));
            if !is_only {
                let name = t!("form-remove-term", place = place);
                gone = icon_button(ui, Icon::Close, &name).clicked();
            }
        });
        ui.add_space(4.0);
        if wants_focus {
            crate::ui::text::focus(ui.ctx(), id, line.text.chars().count());
            self.focus = None;
        }
        if typed.iter().any(Response::has_focus) {
            (self.types, self.at) = (true, at);
        }
        gone
    }

    fn rest_ui(&mut self, ui: &mut Ui) {
        let day_hint = t!("form-day-hint");
        let wrong = |text: &str| !text.trim().is_empty() && text.trim().parse::<Date>().is_err();
        let mut typed = Vec::new();
        ui.horizontal(|ui| {
            name_ui(ui, t!("form-issuer"));
            let hint = t!("form-all-houses");
            typed.push(
                ui.add(Field::new(t!("form-issuer"), &mut self.issuer).hint(hint).width(260.0)),
            );
            ui.add_space(8.0);
            for (name, full, text) in [
                (t!("form-from"), t!("form-first-day"), &mut self.from),
                (t!("form-until"), t!("form-last-day"), &mut self.until),
            ] {
                let is_wrong = wrong(text);
                fonts::DOCK.label(ui, name, tokens(ui).ink2, f32::INFINITY);
                typed.push(
                    ui.add(Field::new(full, text).hint(day_hint).width(110.0).wrong(is_wrong)),
                );
            }
        });
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            name_ui(ui, t!("form-note-title"));
            typed.push(ui.add(Field::new(t!("form-note-title"), &mut self.note).width(400.0)));
            ui.add_space(8.0);
            fonts::DOCK.label(ui, t!("form-source"), tokens(ui).ink2, f32::INFINITY);
            typed.push(ui.add(Field::new(t!("form-source"), &mut self.source).width(260.0)));
        });
        self.types |= typed.iter().any(Response::has_focus);
    }

    /// What is wrong, or to be known, before it is stored.
    fn told_ui(&self, ui: &mut Ui, made: &Result<Concept, String>) {
        let t = tokens(ui);
        ui.add_space(6.0);
        match made {
            // Nothing is said of a form that nobody has typed into yet.
            Err(why) if self.shown => fonts::DOCK.label(ui, why, t.amber, ROOM),
            _ => fonts::DOCK.label(ui, t!("form-keys"), t.ink3, ROOM),
        };
    }

    fn buttons_ui(&self, ui: &mut Ui, made: &Result<Concept, String>) -> bool {
        let why = made.as_ref().err().map(String::as_str);
        let named = self.bases.get(self.base).map(|(_, name)| name.as_str()).unwrap_or_default();
        let verb = t!("form-store", base = named);
        dialog::buttons(ui, |ui| ui.add(Button::main(&verb).key("Enter").unless(why)).clicked())
    }

    /// The terms as they stand, and the places of lines whose language is not known.
    fn terms(&self) -> (Vec<Term>, Vec<usize>) {
        let (mut terms, mut unknown) = (Vec::new(), Vec::new());
        for (place, line) in self.lines.iter().enumerate() {
            let text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.is_empty() {
                continue;
            }
            let Some(lang) = lang_of(&line.lang) else {
                unknown.push(place);
                continue;
            };
            let status = STATUSES.get(line.status).copied().unwrap_or_default();
            let (issuer, note) = (line.issuer.trim().to_owned(), line.note.trim().to_owned());
            terms.push(Term { lang, text, status, issuer, note });
        }
        (terms, unknown)
    }

    /// The concept, or why it cannot be stored.
    fn made(&self) -> Result<Concept, String> {
        let (terms, unknown) = self.terms();
        if let Some(place) = unknown.first() {
            return Err(t!("form-no-language", place = place + 1));
        }
        if terms.is_empty() {
            return Err(t!("form-no-term").to_owned());
        }
        if let Some((one, two)) = two_preferred(&terms) {
            let lang = one.lang.spoken();
            return Err(t!("form-two-preferred", lang = lang, one = one.text, two = two.text));
        }
        let day = |text: &str| match text.trim() {
            "" => Ok(None),
            text => text.parse::<Date>().map(Some).map_err(|_| t!("form-no-day", text = text)),
        };
        let (from, until) = (day(&self.from)?, day(&self.until)?);
        Ok(Concept {
            kind: TermKind::ALL.get(self.kind).copied().unwrap_or_default(),
            terms,
            issuer: self.issuer.trim().to_owned(),
            note: self.note.trim().to_owned(),
            source: self.source.trim().to_owned(),
            from,
            until,
            ..self.concept.clone()
        })
    }
}

/// Two names of one language and house that are both to be used.
fn two_preferred(terms: &[Term]) -> Option<(&Term, &Term)> {
    let preferred = || terms.iter().filter(|term| term.status == TermStatus::Preferred);
    preferred().enumerate().find_map(|(place, one)| {
        let same = |other: &&Term| other.lang == one.lang && other.issuer == one.issuer;
        preferred().skip(place + 1).find(same).map(|two| (one, two))
    })
}

/// A language by its tag, or by its English name.
fn lang_of(text: &str) -> Option<Lang> {
    let text = text.trim();
    Lang::of_name(&text.to_lowercase()).or_else(|| text.parse().ok())
}

fn name_ui(ui: &mut Ui, name: &str) {
    let ink = tokens(ui).ink2;
    ui.allocate_ui(vec2(NAMES_WIDTH, 18.0), |ui| {
        ui.set_min_width(NAMES_WIDTH);
        fonts::DOCK.label(ui, name, ink, NAMES_WIDTH);
    });
}
