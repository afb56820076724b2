//! The facts of the release, source and target paired by value: those without a counterpart
//! first, each to be ticked off, each a way to its place.

use egui::{Context, Id, Key, Modifiers, Rect, Sense, Ui, pos2, vec2};

use super::ask::Answer;
use super::marked::Marked;
use crate::model::Lang;
use crate::qa::{Fact, Place, Verdict};
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::text::BidiLabel;
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, dialog};
use crate::workbench::Session;
use crate::workbench::finding_texts::{kind_name, short, value_name, verdict_name};
use crate::workbench::found::{Found, TickedFact};

const WIDTH: f32 = 980.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = WIDTH - 40.0;
const LINE: f32 = 44.0;
/// Width of the column that says whether a fact is ticked, in points.
const TICK_WIDTH: f32 = 96.0;
const LIST_HEIGHT: f32 = 11.0 * LINE;
/// Places of a fact that a line tells; more are counted.
const TOLD: usize = 4;

/// The list.
#[derive(Debug, Clone, Default)]
pub struct FactList {
    marked: Marked,
}

/// What is to be done with facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Tick these off, or take their ticks back.
    Tick(Vec<TickedFact>, bool),
    /// Go to a row, and to a place in it.
    GoTo(usize, Place),
}

impl FactList {
    /// A list whose mark is on a fact.
    #[must_use]
    pub fn at(session: &Session, fact: &TickedFact) -> Self {
        let facts = &session.found().facts;
        let at = facts.iter().position(|known| known.line == fact.line).unwrap_or_default();
        Self { marked: Marked::on(at) }
    }

    /// Shows the list.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Answer<Wish> {
        let facts = &session.found().facts;
        self.marked.keys(ctx, facts.len());
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let mut all = pressed(Modifiers::COMMAND, Key::Enter);
        let mut go = pressed(Modifiers::NONE, Key::Enter);
        let mut tick = pressed(Modifiers::NONE, Key::Space);
        let mut close = false;
        let title = t!("facts");
        let shown = Dialog::new(Id::unique("facts"), title).width(WIDTH).show(ctx, |ui| {
            head_ui(ui, session);
            heads_ui(ui, session);
            let list = (facts.len(), LINE);
            self.marked.show(ui, list, LIST_HEIGHT, |ui, at, marked| match facts.get(at) {
                Some(fact) => FactUi { fact, session }.show(ui, marked),
                None => ui.label(""),
            });
            let why = facts.is_empty().then_some(t!("facts-none-here"));
            dialog::buttons(ui, |ui| {
                let on = facts.get(self.marked.at).is_some_and(|fact| fact.is_ticked);
                let word = if on { t!("facts-untick") } else { t!("facts-tick") };
                tick |= ui.add(Button::main(word).key("Space").unless(why)).clicked();
                let button = Button::new(t!("facts-tick-paired")).key("Ctrl+Enter").unless(why);
                all |= ui.add(button).clicked();
                go |= ui.add(Button::new(t!("facts-go-there")).key("Enter").unless(why)).clicked();
                close = ui.add(Button::new(t!("close")).key("Esc")).clicked();
            });
        });
        let fact = facts.get(self.marked.at);
        let given = if all {
            Some(Wish::Tick(paired(facts), true))
        } else if tick {
            fact.map(|fact| Wish::Tick(vec![fact.clone()], !fact.is_ticked))
        } else if go {
            fact.and_then(|fact| there(session, fact))
        } else {
            None
        };
        Answer::of(given, shown.left || close)
    }
}

/// The facts that pair by value and are not ticked.
fn paired(facts: &[TickedFact]) -> Vec<TickedFact> {
    let is_it = |fact: &&TickedFact| fact.line.verdict == Verdict::Paired && !fact.is_ticked;
    facts.iter().filter(is_it).cloned().collect()
}

/// Where a fact is to be looked at: in the target where it is there.
fn there(session: &Session, fact: &TickedFact) -> Option<Wish> {
    let first = fact.line.target.first().or(fact.line.source.first())?;
    let bead = session.found().bead_at(first.row)?;
    let place = session.found().place_of(session, bead)?;
    Some(Wish::GoTo(place, first.place.clone()))
}

/// How many there are of each kind, and how many are ticked.
fn head_ui(ui: &mut Ui, session: &Session) {
    let t = tokens(ui);
    let Found { facts, .. } = session.found();
    let count = |verdict| facts.iter().filter(|fact| fact.line.verdict == verdict).count();
    let text = if facts.is_empty() && !session.is_checked() {
        t!("dock-checks-under-way").to_owned()
    } else {
        t!(
            "facts-counts",
            unpaired = count(Verdict::Unpaired),
            doubtful = count(Verdict::Doubtful),
            paired = count(Verdict::Paired),
            ticked = facts.iter().filter(|fact| fact.is_ticked).count(),
            count = facts.len()
        )
    };
    fonts::DOCK.label(ui, text, t.ink2, ROOM);
    ui.add_space(8.0);
}

/// Where the three columns begin, and how wide each is, in points.
fn columns(rect: Rect) -> (f32, f32) {
    let left = rect.left() + 40.0;
    (left, (rect.right() - left - TICK_WIDTH) / 3.0)
}

/// The heads of the columns of the two sides.
fn heads_ui(ui: &mut Ui, session: &Session) {
    let t = tokens(ui);
    let size = vec2(ui.available_width(), 20.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let (left, part) = columns(rect);
    let langs = [Some(session.source_lang()), session.target_lang()];
    for (at, lang) in [1.0, 2.0].into_iter().zip(langs) {
        let name = fonts::LABEL.galley(ui.painter(), lang.map_or("", |lang| lang.spoken()), t.ink2);
        ui.painter().galley(pos2(left + at * part, rect.top()), name, t.ink2);
    }
}

/// A line of the list.
struct FactUi<'a> {
    fact: &'a TickedFact,
    session: &'a Session,
}

impl FactUi<'_> {
    /// `28 (9), 28 (12)`: each as written, with its row.
    fn told(&self, facts: &[Fact]) -> String {
        if facts.is_empty() {
            return "–".to_owned();
        }
        let number = |fact: &Fact| {
            let found = self.session.found();
            let bead = found.bead_at(fact.row)?;
            let place = found.place_of(self.session, bead)?;
            Some(self.session.beads().get(place)?.number.to_string())
        };
        let each = facts
            .iter()
            .take(TOLD)
            .map(|fact| format!("{} ({})", short(&fact.text), number(fact).unwrap_or_default()));
        let mut told = each.collect::<Vec<_>>().join(", ");
        if facts.len() > TOLD {
            told = t!("facts-and-more", told = told, count = facts.len() - TOLD);
        }
        told
    }

    fn show(&self, ui: &mut Ui, marked: bool) -> egui::Response {
        let t = tokens(ui);
        let line = &self.fact.line;
        let (source, target) = (self.told(&line.source), self.told(&line.target));
        let (kind, value) = (kind_name(line), value_name(line));
        let ticked = if self.fact.is_ticked { t!("facts-ticked") } else { "" };
        let spoken = t!(
            "facts-spoken",
            verdict = verdict_name(line.verdict),
            kind = kind,
            value = value,
            source = source,
            target = target,
            ticked = ticked
        );
        let id = Id::unique("fact").with((line.kind_name(), &line.key));
        let row = ListRow::new(id, spoken.trim_end_matches([' ', ',']), Ground::Palette);
        row.height(LINE).selected(marked).show(ui, |ui| {
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
            verdict_icon(line.verdict)
                .paint_at(ui.painter(), pos2(rect.left() + 22.0, rect.top() + 14.0));
            let (left, part) = columns(rect);
            let head = Rect::from_min_size(pos2(left, rect.top()), vec2(part - 12.0, LINE));
            self.head_ui(ui, head, (kind, &value), t);
            let lang = self.session.source_lang();
            let target_lang = self.session.target_lang().unwrap_or(lang);
            side_ui(ui, (left + part, rect.top() + 4.0), part - 12.0, (&source, lang), t);
            let at = (left + 2.0 * part, rect.top() + 4.0);
            side_ui(ui, at, part - 12.0, (&target, target_lang), t);
            let word = if self.fact.is_ticked { t!("facts-ticked") } else { t!("facts-to-tick") };
            let ink = if self.fact.is_ticked { t.ink2 } else { t.ink3 };
            let word = fonts::LABEL.galley(ui.painter(), word, ink);
            let at = pos2(rect.right() - 20.0 - word.size().x, rect.top() + 6.0);
            if self.fact.is_ticked {
                Icon::Tick.paint_at(ui.painter(), at + vec2(-12.0, 8.0));
            }
            ui.painter().galley(at, word, ink);
        })
    }

    /// Its value, and under it what it is and how it stands.
    fn head_ui(&self, ui: &Ui, rect: Rect, (kind, value): (&str, &str), t: &Tokens) {
        let painter = ui.painter();
        let value = painter.layout_job(fonts::DOCK_BOLD.line_job(value, t.ink, rect.width()));
        painter.galley(rect.min + vec2(0.0, 4.0), value, t.ink);
        let stands = format!("{kind}, {}", verdict_name(self.fact.line.verdict));
        let stands = painter.layout_job(fonts::LABEL.line_job(stands, t.ink3, rect.width()));
        painter.galley(rect.min + vec2(0.0, 23.0), stands, t.ink3);
    }
}

fn side_ui(ui: &Ui, (x, y): (f32, f32), width: f32, (text, lang): (&str, &Lang), t: &Tokens) {
    let label = BidiLabel::new(text, lang, fonts::DOCK, t.ink).cut_at(width);
    label.lay_out(ui.ctx()).paint(ui.painter(), pos2(x, y));
}

const fn verdict_icon(verdict: Verdict) -> Icon {
    match verdict {
        Verdict::Unpaired => Icon::Error,
        Verdict::Doubtful => Icon::Warning,
        Verdict::Paired => Icon::Tick,
    }
}
