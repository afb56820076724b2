//! The concordance: two boxes, how to look, and the hits side by side with what was found
//! marked. Arrows move, Enter puts the target in at the caret of the active row.

use std::ops::Range;

use egui::{Context, Id, Key, Modifiers, Rect, ScrollArea, Ui, pos2, vec2};

use crate::memory::concordance::{Hit, Mode, Question, Side};
use crate::model::{Lang, MemoryId, UnitId};
use crate::texts::{self, Spoken, t};
use crate::ui::diff_text::Mark;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::text::{BidiLabel, Span};
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, Switch, TextField, dialog, line_below};
use crate::workbench::Command;
use crate::workbench::desk::{Desk, Searched};
use crate::workbench::library::Languages;

const WIDTH: f32 = 1120.0;
/// Two lines of text and a line of where it comes from, with room round them.
const HIT_HEIGHT: f32 = 68.0;
/// The same with the source above the target, for which a narrow list has no room beside it.
const STACKED_HEIGHT: f32 = 112.0;
const STACKED_BELOW: f32 = 440.0;
/// Height of the list in a window of full size, and the room that all else needs.
const LIST_HEIGHT: f32 = 6.0 * HIT_HEIGHT;
const REST_HEIGHT: f32 = 320.0;
const GAP: f32 = 16.0;
/// Two lines of text, in points.
const TEXT_HEIGHT: f32 = 40.0;
/// So many bytes of a text before the first mark are shown.
const LEAD: usize = 70;
const MODES: [Mode; 3] = [Mode::Words, Mode::Phrase, Mode::Regex];

/// What is asked, and which hit is marked.
#[derive(Debug, Clone, Default)]
pub struct Concordance {
    /// What is looked for.
    pub question: Question,
    marked: usize,
    /// The marked unit, which stays marked while hits come in before it.
    unit: Option<UnitId>,
    wants_focus: Option<Side>,
    was_moved: bool,
    /// How high what stands under the hits was in the panel, in points.
    foot_height: f32,
}

/// What somebody wants of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Nothing: it stays open.
    Open,
    /// It was left.
    Left,
    /// Look for another question.
    Search,
    /// Put this in at the caret.
    Insert(String),
    /// Show the release a unit comes from.
    Precedent(MemoryId, UnitId),
    /// Correct what is marked in a hit everywhere.
    Correct(Box<Hit>),
    /// Write the hits to a table.
    Export,
    /// Go on in the panel.
    Dock,
}

impl Concordance {
    /// A concordance on what was selected on a side.
    #[must_use]
    pub fn on(side: Side, text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut question = Question::default();
        match side {
            Side::Source => question.source = text,
            Side::Target => question.target = text,
        }
        Self { question, wants_focus: Some(side), ..Self::default() }
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Wish {
        let pair = desk.session.as_ref().and_then(|session| session.pair().ok());
        let Some(pair) = pair else { return Wish::Left };
        let searched = desk.searched();
        self.follow(&searched.findings.hits);
        let mut wish = self.keys(ctx, &searched.findings.hits);
        let before = self.question.clone();
        let shown = Dialog::new(Id::unique("concordance"), t!("concordance")).width(WIDTH).show(
            ctx,
            |ui| {
                self.boxes_ui(ui, &pair);
                self.modes_ui(ui);
                self.found_ui(ui, searched);
                let room = ui.ctx().content_rect().height() - REST_HEIGHT;
                let height = LIST_HEIGHT.min(room).max(HIT_HEIGHT);
                self.hits_ui(ui, (&searched.findings.hits, height), &pair, &mut wish);
                self.buttons_ui(ui, &searched.findings.hits, &mut wish);
            },
        );
        let wish = if shown.left && wish == Wish::Open { Wish::Left } else { wish };
        self.asked_anew(&before).unwrap_or(wish)
    }

    /// Shows it in the panel: the keys of the rows stay theirs.
    pub fn show_docked(&mut self, ui: &mut Ui, desk: &Desk) -> Wish {
        let pair = desk.session.as_ref().and_then(|session| session.pair().ok());
        let Some(pair) = pair else { return Wish::Open };
        let searched = desk.searched();
        let hits = &searched.findings.hits;
        self.follow(hits);
        let typing = ui.memory(egui::Memory::focused);
        let in_box = [Side::Source, Side::Target].map(box_id).map(Some).contains(&typing);
        let mut wish = if in_box { self.keys_in_box(ui.ctx(), hits) } else { Wish::Open };
        let before = self.question.clone();
        self.boxes_ui(ui, &pair);
        self.modes_ui(ui);
        if let Some(problem) = &searched.problem {
            fonts::LABEL.label(ui, problem, tokens(ui).red, ui.available_width());
        }
        let height = (ui.available_height() - self.foot_height).max(hit_height(ui));
        self.hits_ui(ui, (hits, height), &pair, &mut wish);
        let top = ui.cursor().top();
        self.docked_buttons_ui(ui, hits, &mut wish);
        self.foot_height = ui.cursor().top() - top;
        self.asked_anew(&before).unwrap_or(wish)
    }

    /// How many hits there are, for the heading of the panel; empty before anything is asked.
    #[must_use]
    pub fn told(&self, desk: &Desk) -> String {
        if self.is_empty() { String::new() } else { found(desk.searched()) }
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.question.source.trim().is_empty() && self.question.target.trim().is_empty()
    }

    /// The marked hit.
    #[must_use]
    pub fn marked<'a>(&self, desk: &'a Desk) -> Option<&'a Hit> {
        desk.searched().findings.hits.get(self.marked)
    }

    /// The focus goes to the box that was typed into last.
    pub fn take_focus(&mut self) {
        let target = self.question.source.is_empty() && !self.question.target.is_empty();
        self.wants_focus = Some(if target { Side::Target } else { Side::Source });
    }

    /// Another question than before begins with the first hit.
    fn asked_anew(&mut self, before: &Question) -> Option<Wish> {
        if self.question == *before {
            return None;
        }
        (self.marked, self.unit) = (0, None);
        Some(Wish::Search)
    }

    /// Keeps the mark on its unit.
    fn follow(&mut self, hits: &[Hit]) {
        let place = self.unit.and_then(|unit| hits.iter().position(|hit| hit.unit == unit));
        self.marked = place.unwrap_or(self.marked).min(hits.len().saturating_sub(1));
    }

    fn keys(&mut self, ctx: &Context, hits: &[Hit]) -> Wish {
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let precedent = pressed(Modifiers::COMMAND, Key::Enter);
        let correct = pressed(Modifiers::ALT, Key::Enter);
        if keys::takes(ctx, Command::DockConcordance) {
            return Wish::Dock;
        }
        match self.keys_in_box(ctx, hits) {
            Wish::Open => {}
            wish => return wish,
        }
        match hits.get(self.marked) {
            Some(hit) if precedent => Wish::Precedent(hit.memory, hit.unit),
            Some(hit) if correct => Wish::Correct(Box::new(hit.clone())),
            _ => Wish::Open,
        }
    }

    /// The keys that a box has besides its own: up and down go through the hits, Enter puts
    /// the marked one in.
    fn keys_in_box(&mut self, ctx: &Context, hits: &[Hit]) -> Wish {
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let insert = pressed(Modifiers::NONE, Key::Enter);
        let (down, up) =
            (pressed(Modifiers::NONE, Key::ArrowDown), pressed(Modifiers::NONE, Key::ArrowUp));
        if down || up {
            let last = hits.len().saturating_sub(1);
            self.marked =
                if down { (self.marked + 1).min(last) } else { self.marked.saturating_sub(1) };
            self.unit = hits.get(self.marked).map(|hit| hit.unit);
            self.was_moved = true;
        }
        match hits.get(self.marked) {
            Some(hit) if insert => Wish::Insert(offered(hit)),
            _ => Wish::Open,
        }
    }

    fn boxes_ui(&mut self, ui: &mut Ui, pair: &Languages) {
        let t = tokens(ui);
        let wanted = self.wants_focus.take();
        ui.columns(2, |columns| {
            let sides = [
                (
                    Side::Source,
                    &mut self.question.source,
                    &pair.source,
                    t!("concordance-find-in-source"),
                ),
                (
                    Side::Target,
                    &mut self.question.target,
                    &pair.target,
                    t!("concordance-find-in-target"),
                ),
            ];
            for (ui, (side, text, lang, name)) in columns.iter_mut().zip(sides) {
                let label = t!("concordance-side", name = name, lang = lang.spoken());
                fonts::LABEL.label(ui, label, t.ink2, f32::INFINITY);
                let id = box_id(side);
                let end = text.chars().count();
                let _ = TextField { id, name, text, lang, rows: 1 }.show(ui);
                if wanted == Some(side) {
                    crate::ui::text::focus(ui.ctx(), id, end);
                }
            }
        });
    }

    fn modes_ui(&mut self, ui: &mut Ui) {
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            let mut mode = MODES.iter().position(|mode| *mode == self.question.mode).unwrap_or(0);
            let words = [t!("concordance-words"), t!("concordance-phrase"), t!("regex")];
            if ui.add(Switch::new(t!("concordance-look-for"), &mut mode, &words)).changed() {
                self.question.mode = MODES.get(mode).copied().unwrap_or_default();
            }
            ui.checkbox(&mut self.question.whole_words, t!("concordance-whole-words"));
            ui.checkbox(&mut self.question.match_case, t!("concordance-match-case"));
            ui.checkbox(&mut self.question.match_accents, t!("concordance-match-accents"));
        });
        ui.add_space(4.0);
    }

    fn found_ui(&self, ui: &mut Ui, searched: &Searched) {
        let t = tokens(ui);
        if let Some(problem) = &searched.problem {
            fonts::LABEL.label(ui, problem, t.red, f32::INFINITY);
            return;
        }
        let text = if self.is_empty() {
            t!("concordance-type-what-to-look-for").to_owned()
        } else {
            found(searched)
        };
        fonts::LABEL_BOLD.label(ui, text, t.ink, f32::INFINITY);
    }

    fn hits_ui(
        &mut self,
        ui: &mut Ui,
        (hits, height): (&[Hit], f32),
        pair: &Languages,
        wish: &mut Wish,
    ) {
        let hit_height = hit_height(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        list = list.auto_shrink([false, false]).id_salt("hits");
        if std::mem::take(&mut self.was_moved) {
            // The marked hit is kept in the middle where it can be.
            let middle = (height - hit_height) / 2.0;
            list = list
                .vertical_scroll_offset((self.marked as f32).mul_add(hit_height, -middle).max(0.0));
        }
        list.show_rows(ui, hit_height, hits.len(), |ui, range| {
            for place in range {
                let Some(hit) = hits.get(place) else { continue };
                let clicks = hit_ui(ui, hit, (place, place == self.marked), pair);
                if clicks.once {
                    (self.marked, self.unit) = (place, Some(hit.unit));
                }
                if clicks.twice {
                    *wish = Wish::Insert(offered(hit));
                }
            }
        });
    }

    fn buttons_ui(&self, ui: &mut Ui, hits: &[Hit], wish: &mut Wish) {
        let hit = hits.get(self.marked);
        let none = hit.is_none().then_some(t!("find-there-is-no-hit"));
        dialog::buttons(ui, |ui| {
            let button = Button::main(t!("concordance-insert-target")).key("Enter").unless(none);
            if let (true, Some(hit)) = (ui.add(button).clicked(), hit) {
                *wish = Wish::Insert(offered(hit));
            }
            let button =
                Button::new(t!("concordance-earlier-release")).key("Ctrl+Enter").unless(none);
            if let (true, Some(hit)) = (ui.add(button).clicked(), hit) {
                *wish = Wish::Precedent(hit.memory, hit.unit);
            }
            let button = Button::new(t!("correct-everywhere")).key("Alt+Enter").unless(none);
            if let (true, Some(hit)) = (ui.add(button).clicked(), hit) {
                *wish = Wish::Correct(Box::new(hit.clone()));
            }
            if ui.add(Button::new(t!("concordance-export-hits")).unless(none)).clicked() {
                *wish = Wish::Export;
            }
            let key = keys::text(ui.ctx(), Command::DockConcordance);
            if ui.add(Button::new(t!("docked-dock")).key(&key)).clicked() {
                *wish = Wish::Dock;
            }
            if ui.add(Button::new(t!("cancel")).key("Esc")).clicked() {
                *wish = Wish::Left;
            }
        });
    }

    /// The same in the panel, in as many lines as they take.
    fn docked_buttons_ui(&self, ui: &mut Ui, hits: &[Hit], wish: &mut Wish) {
        let hit = hits.get(self.marked);
        let none = hit.is_none().then_some(t!("find-there-is-no-hit"));
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            let clicked = |ui: &mut Ui, button: Button<'_>, key: &str| {
                let response = ui.add(button.tight().unless(none));
                let response = if key.is_empty() { response } else { response.on_hover_text(key) };
                hit.filter(|_| response.clicked())
            };
            let insert = Button::new(t!("concordance-insert-target"));
            if let Some(hit) = clicked(ui, insert, "Enter") {
                *wish = Wish::Insert(offered(hit));
            }
            let earlier = Button::new(t!("concordance-earlier-release"));
            if let Some(hit) = clicked(ui, earlier, &keys::text(ui.ctx(), Command::Precedent)) {
                *wish = Wish::Precedent(hit.memory, hit.unit);
            }
            if let Some(hit) = clicked(ui, Button::new(t!("correct-everywhere")), "") {
                *wish = Wish::Correct(Box::new(hit.clone()));
            }
            if clicked(ui, Button::new(t!("concordance-export-hits")), "").is_some() {
                *wish = Wish::Export;
            }
        });
    }
}

/// What Enter puts in: what is marked in the target, or all of it.
fn offered(hit: &Hit) -> String {
    let marked = match hit.in_target.as_slice() {
        [only] => hit.target.get(only.clone()),
        _ => None,
    };
    marked.unwrap_or(&hit.target).to_owned()
}

fn box_id(side: Side) -> Id {
    Id::unique("concordance box").with(side as usize)
}

/// How many hits there are.
fn found(searched: &Searched) -> String {
    let count = searched.findings.count;
    let shown = searched.findings.hits.len();
    if searched.is_searching {
        return if count == 0 {
            t!("concordance-looking").to_owned()
        } else {
            t!("concordance-hits-so-far", count = count)
        };
    }
    let is_all = searched.findings.is_all || count < 2;
    match (is_all, shown < count) {
        (true, true) => t!("concordance-best-shown", count = count, shown = shown),
        (true, false) => t!("hits", count = count),
        (false, true) => t!("concordance-more-than-best-shown", count = count, shown = shown),
        (false, false) => t!("concordance-more-than", count = count),
    }
}

struct Clicks {
    once: bool,
    twice: bool,
}

/// How high a hit is in a list of this width.
fn hit_height(ui: &Ui) -> f32 {
    if ui.available_width() < STACKED_BELOW { STACKED_HEIGHT } else { HIT_HEIGHT }
}

fn hit_ui(ui: &mut Ui, hit: &Hit, (place, marked): (usize, bool), pair: &Languages) -> Clicks {
    let t = tokens(ui);
    let height = hit_height(ui);
    let stacked = height > HIT_HEIGHT;
    let name = t!("concordance-hit", place = (place + 1).to_string(), source = hit.source);
    let id = Id::unique("hit").with((hit.memory.bits(), hit.unit.bits(), place));
    let row = ListRow::new(id, &name, Ground::Sheet).height(height).selected(marked);
    let response = row.show(ui, |ui| {
        let whole = ui.max_rect().shrink2(vec2(10.0, 6.0));
        let width = if stacked { whole.width() } else { (whole.width() - GAP) / 2.0 };
        for (column, (text, ranges, lang)) in [
            (&hit.source, &hit.in_source, &pair.source),
            (&hit.target, &hit.in_target, &pair.target),
        ]
        .into_iter()
        .enumerate()
        {
            let (across, down) =
                if stacked { (0.0, TEXT_HEIGHT + 2.0) } else { (width + GAP, 0.0) };
            let at = whole.min + column as f32 * vec2(across, down);
            text_ui(ui, text, ranges, lang, Rect::from_min_size(at, vec2(width, TEXT_HEIGHT)), t);
        }
        let note = BidiLabel::plain(&origin(hit), fonts::LABEL, t.ink2)
            .cut_at(whole.width())
            .lay_out(ui.ctx());
        note.paint(ui.painter(), pos2(whole.left(), whole.bottom() - note.size().y));
    });
    line_below(ui, response.rect, t.line);
    Clicks { once: response.clicked(), twice: response.double_clicked() }
}

/// Two lines of a text, from a little before the first mark on.
fn text_ui(ui: &Ui, text: &str, ranges: &[Range<usize>], lang: &Lang, place: Rect, t: &Tokens) {
    let (shown, ranges) = excerpt(text, ranges);
    let look = Mark::Found.look(t);
    let spans = ranges.into_iter().map(|range| Span::new(range, look)).collect();
    let label = BidiLabel::new(&shown, lang, fonts::DOCK, t.ink).width(place.width()).spans(spans);
    let laid = label.without_marks().lay_out(ui.ctx());
    laid.paint(&ui.painter().with_clip_rect(place.intersect(ui.clip_rect())), place.min);
}

/// A text from a little before its first mark, with the marks moved.
pub(super) fn excerpt(text: &str, ranges: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let first = ranges.first().map_or(0, |range| range.start);
    let wanted = first.saturating_sub(LEAD);
    let word = |at: &usize| text.get(..*at).is_some_and(|head| head.ends_with(' '));
    let from = (wanted..=first).find(word).filter(|_| wanted > 0).unwrap_or(0);
    let lead = if from > 0 { "… " } else { "" };
    let moved =
        |range: &Range<usize>| range.start - from + lead.len()..range.end - from + lead.len();
    (format!("{lead}{}", text.get(from..).unwrap_or("")), ranges.iter().map(moved).collect())
}

/// Where a hit comes from, in a line.
pub fn origin(hit: &Hit) -> String {
    let date = hit.date.map(texts::day);
    let approver =
        (!hit.approver.is_empty()).then(|| t!("concordance-approved-by", name = hit.approver));
    let parts = [
        Some(hit.status.spoken().to_owned()),
        (!hit.release.is_empty()).then(|| hit.release.clone()),
        date,
        (!hit.author.is_empty()).then(|| hit.author.clone()),
        approver,
        Some(hit.memory_name.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ·  ")
}
