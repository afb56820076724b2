//! The bar to find and replace, the marks of its hits in the grid, and the preview in
//! which each hit is chosen or left.

use std::ops::Range;
use std::sync::Arc;

use egui::{
    Context, EventFilter, FocusDirection, Frame, Id, Key, Margin, Modifiers, Panel, Response,
    ScrollArea, Ui, vec2,
};

use super::Act;
use super::ask::Answer;
use crate::model::Lang;
use crate::texts::t;
use crate::ui::diff_text::Mark;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::text::{BidiLabel, Span};
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Button, Dialog, Field, Switch, dialog, line_below};
use crate::workbench::find::replace::Item;
use crate::workbench::find::{Hit, Options, Pattern, Plan, Query, Scope, Skipped};
use crate::workbench::links::Side;
use crate::workbench::{Command, Session};

const HEIGHT: f32 = 80.0;
/// Width of the two fields, in points.
const FIELD_WIDTH: f32 = 260.0;
/// Size of the preview, and height of one hit in it, in points.
const PREVIEW_WIDTH: f32 = 860.0;
const PREVIEW_HEIGHT: f32 = 420.0;
const ITEM_HEIGHT: f32 = 66.0;
/// So many bytes of the text before a hit are shown in the preview.
const LEAD: usize = 60;

/// The bar.
#[derive(Debug, Clone)]
pub struct FindBar {
    /// Whether it is shown.
    pub open: bool,
    /// Whether its field should take the focus when it is shown next.
    pub wants_focus: bool,
    /// What is looked for.
    pub query: Query,
    /// What takes its place.
    pub replacement: String,
    /// The side that is searched.
    pub side: Side,
    /// How far one looks.
    pub scope: Scope,
    /// The query, ready.
    pub pattern: Option<Pattern>,
    /// Why it is not, if it cannot be.
    pub problem: Option<String>,
    /// How many hits there were when the query was changed last.
    pub count: usize,
    /// Where one is.
    pub hit: Option<Hit>,
}

impl Default for FindBar {
    fn default() -> Self {
        Self {
            open: false,
            wants_focus: false,
            query: Query::default(),
            replacement: String::new(),
            side: Side::Target,
            scope: Scope::default(),
            pattern: None,
            problem: None,
            count: 0,
            hit: None,
        }
    }
}

/// What somebody wants of the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindAct {
    /// Look for another query.
    Look,
}

const SCOPES: [Scope; 3] = [Scope::Shown, Scope::Release, Scope::Project];

impl FindBar {
    /// Whether one types into it.
    #[must_use]
    pub fn has_focus(&self, ctx: &Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        self.open && (focused == Some(query_id()) || focused == Some(replacement_id()))
    }

    /// Looks for the query as it is now.
    pub fn look(&mut self, session: &Session) {
        let (pattern, problem) = match self.query.compile() {
            Ok(pattern) => (pattern, None),
            Err(problem) => (None, Some(problem)),
        };
        let hits = pattern.as_ref().map(|p| session.find_all(p, self.side, self.scope).len());
        self.count = hits.unwrap_or(0);
        (self.pattern, self.problem) = (pattern, problem);
    }

    /// Shows the bar.
    pub fn show(&mut self, ui: &mut Ui, acts: &mut Vec<Act>) {
        if !self.open {
            return;
        }
        let t = tokens(ui);
        let frame = Frame::new().fill(t.chrome).inner_margin(Margin::symmetric(12, 8));
        let panel = Panel::top("find").min_size(HEIGHT).show_separator_line(false).frame(frame);
        let before = (self.query.clone(), self.side, self.scope);
        let shown = panel.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            ui.horizontal_wrapped(|ui| self.query_ui(ui, t, acts));
            ui.horizontal_wrapped(|ui| self.replacement_ui(ui, acts));
        });
        if before != (self.query.clone(), self.side, self.scope) {
            acts.push(Act::Find(FindAct::Look));
        }
        line_below(ui, shown.response.rect, t.line2);
    }

    fn query_ui(&mut self, ui: &mut Ui, t: &Tokens, acts: &mut Vec<Act>) {
        let field = Field::search(t!("find"), &mut self.query.text)
            .id(query_id())
            .hint(t!("find"))
            .width(FIELD_WIDTH)
            .wrong(self.problem.is_some());
        let response = ui.add(field);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            acts.push(Act::Run(Command::FindNext));
            response.request_focus();
        }
        tab_to_replacement(ui, &response);
        let mut side = usize::from(self.side == Side::Source);
        if ui
            .add(Switch::new(t!("find-find-in"), &mut side, &[t!("target-title"), t!("source")]))
            .changed()
        {
            self.side = if side == 1 { Side::Source } else { Side::Target };
        }
        let mut scope = SCOPES.iter().position(|scope| *scope == self.scope).unwrap_or(0);
        let words = [t!("find-shown-rows"), t!("find-release"), t!("find-project")];
        if ui.add(Switch::new(t!("find-look-through"), &mut scope, &words)).changed() {
            self.scope = SCOPES.get(scope).copied().unwrap_or_default();
        }
        let none = (self.count == 0).then_some(t!("find-there-is-no-hit"));
        for (word, command) in
            [(t!("find-previous"), Command::FindPrevious), (t!("find-next"), Command::FindNext)]
        {
            let key = keys::text(ui.ctx(), command);
            if ui.add(Button::new(word).key(&key).tight().unless(none)).clicked() {
                acts.push(Act::Run(command));
            }
        }
        match &self.problem {
            Some(problem) => fonts::LABEL.label(ui, problem, t.red, f32::INFINITY),
            None if self.query.text.is_empty() => return,
            None => fonts::LABEL_BOLD.label(ui, self.found(), t.ink, f32::INFINITY),
        };
    }

    /// How many hits there are; where there is none, what may be the reason.
    fn found(&self) -> String {
        let Query { text, options } = &self.query;
        if self.count == 0 && !options.regex && looks_like_expression(text) {
            return t!("find-for-an-expression-switch-regex-on", hits = hits(0));
        }
        hits(self.count)
    }

    fn replacement_ui(&mut self, ui: &mut Ui, acts: &mut Vec<Act>) {
        let field = Field::new(t!("find-replace-with"), &mut self.replacement);
        ui.add(field.id(replacement_id()).hint(t!("find-replace-with")).width(FIELD_WIDTH));
        let Options { regex, match_case, whole_word, accents_off, keep_case } =
            &mut self.query.options;
        for (on, word) in [
            (regex, t!("regex")),
            (match_case, t!("find-match-case")),
            (whole_word, t!("find-whole-words")),
            (accents_off, t!("find-accents-off")),
            (keep_case, t!("find-keep-case")),
        ] {
            ui.checkbox(on, word);
        }
        let none = (self.count == 0).then_some(t!("find-there-is-no-hit"));
        if ui.add(Button::new(t!("find-replace")).key("Ctrl+H").tight().unless(none)).clicked() {
            acts.push(Act::Run(Command::Replace));
        }
    }
}

/// Tab leads from what is looked for to what takes its place, past all that stands between.
fn tab_to_replacement(ui: &Ui, query: &Response) {
    if !query.has_focus() {
        return;
    }
    let filter = EventFilter {
        tab: true,
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(query.id, filter));
    if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab)) {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
    } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
        ui.memory_mut(|memory| memory.request_focus(replacement_id()));
    }
}

fn query_id() -> Id {
    Id::unique("find field")
}

fn replacement_id() -> Id {
    Id::unique("replacement field")
}

fn hits(count: usize) -> String {
    t!("hits", count = count)
}

/// Whether a query that is searched as it stands looks like a regular expression: signs that
/// running text seldom has, or that stand where none would put them.
fn looks_like_expression(text: &str) -> bool {
    let signs = ["\\", ".*", ".+", ".?", "[^", "(?", "]+", "]*", ")+", ")*", "{1", "{2", "|"];
    let anchored = text.starts_with('^') || text.ends_with('$');
    let from_bracket = text.find('[').and_then(|open| text.get(open..));
    let class = from_bracket.is_some_and(|rest| rest.contains('-') && rest.contains(']'));
    anchored || class || signs.iter().any(|sign| text.contains(sign))
}

/// What is marked in the grid.
#[derive(Debug, Clone)]
struct Marks {
    side: Side,
    pattern: Arc<Pattern>,
}

fn marks_id() -> Id {
    Id::NULL.with("diptych marks of find")
}

/// Marks the hits of a pattern in the cells of a side, or nothing.
pub fn mark(ctx: &Context, side: Side, pattern: Option<&Pattern>) {
    let marks = pattern.map(|pattern| Marks { side, pattern: Arc::new(pattern.clone()) });
    ctx.data_mut(|data| data.insert_temp(marks_id(), marks));
}

/// The marks in a text of a side.
#[must_use]
pub fn marks(ctx: &Context, side: Side, text: &str) -> Vec<Span> {
    let marks: Option<Marks> = ctx.data(|data| data.get_temp(marks_id()).flatten());
    let Some(marks) = marks.filter(|marks| marks.side == side) else { return Vec::new() };
    let look = Mark::Found.look(tokens(ctx));
    marks.pattern.find(text).into_iter().map(|range| Span::new(range, look)).collect()
}

/// The preview: every hit as it is and as it would be, each to be chosen or left.
pub fn plan_ui(ctx: &Context, plan: &mut Plan, lang: &Lang) -> Answer<()> {
    let mut go = ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    // A box or button that has the focus keeps Enter.
    if ctx.memory(|memory| memory.focused().is_none()) {
        go |= ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    }
    let mut given = None;
    let dialog = Dialog::new(Id::unique("replace"), t!("find-replace-title")).width(PREVIEW_WIDTH);
    let answer = dialog.show(ctx, |ui| {
        let t = tokens(ui);
        let chosen = plan.chosen();
        let mut text = t!("find-of-chosen", chosen = chosen, hits = hits(plan.items.len()));
        for why in [Skipped::Locked, Skipped::NotContent] {
            let left = match (plan.rows_skipped(why), why) {
                (0, _) => continue,
                (rows, Skipped::Locked) => t!("find-locked-left", count = rows),
                (rows, Skipped::NotContent) => t!("find-not-content-left", count = rows),
            };
            text.push_str(&left);
        }
        fonts::DOCK.label(ui, text, t.ink2, f32::INFINITY);
        let list = ScrollArea::vertical().max_height(PREVIEW_HEIGHT).auto_shrink([false, true]);
        list.show_rows(ui, ITEM_HEIGHT, plan.items.len(), |ui, range| {
            for place in range {
                if let Some(item) = plan.items.get_mut(place) {
                    item_ui(ui, item, place, lang);
                }
            }
        });
        dialog::buttons(ui, |ui| {
            let none = (chosen == 0).then_some(t!("no-hit-is-chosen"));
            let word = t!("find-replace-titlex", hits = hits(chosen));
            let button = Button::main(&word).key("Ctrl+Enter").unless(none);
            if (ui.add(button).clicked() || go) && none.is_none() {
                given = Some(());
            }
            if ui.add(Button::new(t!("find-choose-all"))).clicked() {
                choose_all(plan, true);
            }
            if ui.add(Button::new(t!("find-choose-none"))).clicked() {
                choose_all(plan, false);
            }
        });
    });
    Answer::of(given, answer.left)
}

fn choose_all(plan: &mut Plan, chosen: bool) {
    for item in plan.items.iter_mut().filter(|item| item.skipped.is_none()) {
        item.chosen = chosen;
    }
}

fn item_ui(ui: &mut Ui, item: &mut Item, place: usize, lang: &Lang) {
    let t = tokens(ui);
    let top = ui.cursor().top();
    let why = item.skipped.map_or_else(String::new, |why| format!(", {}", why.name()));
    let name = t!("find-hit-in-row", place = place + 1, name = item.name, why = why);
    ui.add_enabled(item.skipped.is_none(), egui::Checkbox::new(&mut item.chosen, name));
    let width = ui.available_width() - 24.0;
    let (before, hit) = excerpt(&item.text, &item.hit.range);
    let new = hit.start..hit.start + item.new.len();
    let mut after = before.clone();
    after.replace_range(hit.clone(), &item.new);
    for (text, range, mark) in [(before, hit, Mark::Deleted), (after, new, Mark::Inserted)] {
        let label = BidiLabel::new(&text, lang, fonts::DOCK, t.ink).cut_at(width);
        let spans = vec![Span::new(range, mark.look(t))];
        ui.horizontal(|ui| {
            ui.add_space(24.0);
            label.spans(spans).show_in(ui);
        });
    }
    let used = ui.cursor().top() - top;
    ui.add_space((ITEM_HEIGHT - used).max(0.0));
}

/// A text from a little before a hit, and the hit in it.
fn excerpt(text: &str, hit: &Range<usize>) -> (String, Range<usize>) {
    let wanted = hit.start.saturating_sub(LEAD);
    let word = |at: &usize| text.get(..*at).is_some_and(|head| head.ends_with(' '));
    let from = (wanted..=hit.start).find(word).filter(|_| wanted > 0).unwrap_or(0);
    let lead = if from > 0 { "… " } else { "" };
    let moved = |at: usize| at - from + lead.len();
    (format!("{lead}{}", text.get(from..).unwrap_or("")), moved(hit.start)..moved(hit.end))
}
