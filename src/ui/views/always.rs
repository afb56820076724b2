//! "Join here, split here — always": the rule that a place teaches, whose it is to be, and every
//! place of the open release that it would change, before it is made.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};

use super::ask::Answer;
use crate::model::{Exception, ExceptionError, Lang, Wish};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Ground, ListRow, Switch, dialog};
use crate::workbench::desk::Desk;
use crate::workbench::exceptions::{Lesson, Owner};
use crate::workbench::links::Side;
use crate::workbench::recut::{Kept, Spot};

const WIDTH: f32 = 820.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 780.0;
const LIST_HEIGHT: f32 = 300.0;
/// What parts two segments in the preview.
const PARTED: &str = " | ";
/// Places that are shown; a rule that changes more is looked at in its first ones.
const MOST_SHOWN: usize = 200;

/// The dialog.
#[derive(Debug, Clone)]
pub struct Always {
    /// The rules offered, each with where it was learnt.
    offers: Vec<(String, Exception)>,
    text: String,
    owner: usize,
    told: Option<Told>,
    shown: bool,
}

/// What the rule would do, and for which question that was worked out.
#[derive(Debug, Clone)]
struct Told {
    of: (String, usize),
    rule: Result<Exception, ExceptionError>,
    spots: Vec<Spot>,
}

/// A rule, and whose it is to be.
pub type Taught = (Exception, Owner);

impl Always {
    /// The dialog with the rules that some places teach; `None` where there is none.
    #[must_use]
    pub fn of(lessons: &[Lesson]) -> Option<Self> {
        let offer = |lesson: &Lesson| {
            let number = lesson.number.to_string();
            let place = match (lesson.rule.wish, lesson.side) {
                (Wish::Join, Side::Source) => t!("always-behind-source", number = number),
                (Wish::Join, Side::Target) => t!("always-behind-target", number = number),
                (Wish::Split, Side::Source) => t!("always-in-source", number = number),
                (Wish::Split, Side::Target) => t!("always-in-target", number = number),
            };
            (place, lesson.rule.clone())
        };
        let offers: Vec<(String, Exception)> = lessons.iter().map(offer).collect();
        let text = offers.first()?.1.to_string();
        Some(Self { offers, text, owner: 0, told: None, shown: false })
    }

    /// The dialog for a rule that there is already.
    #[must_use]
    pub fn again(rule: &Exception, owner: Owner) -> Self {
        let owner = usize::from(owner == Owner::Own);
        Self { offers: Vec::new(), text: rule.to_string(), owner, told: None, shown: false }
    }

    /// Shows the dialog; answers the rule and whose it is to be.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<Taught> {
        let enter = ctx.input_mut(|input| {
            input.consume_key(Modifiers::COMMAND, Key::Enter)
                || input.consume_key(Modifiers::NONE, Key::Enter)
        });
        self.move_choice(ctx);
        let mut given = None;
        let title = match self.told.as_ref().and_then(|told| told.rule.as_ref().ok()) {
            Some(Exception { wish: Wish::Split, .. }) => t!("always-split-here-always"),
            _ => t!("always-join-here-always"),
        };
        let shown = Dialog::new(Id::unique("always"), title).width(WIDTH).show(ctx, |ui| {
            self.offers_ui(ui);
            let wrong = self.is_wrong();
            let response = ui.add(Field::new(t!("rule"), &mut self.text).wrong(wrong));
            if !std::mem::replace(&mut self.shown, true) {
                response.request_focus();
            }
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                let t = tokens(ui);
                fonts::DOCK.label(ui, t!("always-holds-for"), t.ink2, f32::INFINITY);
                ui.add(Switch::new(t!("always-holds-for"), &mut self.owner, &Owner::names()));
            });
            ui.add_space(8.0);
            self.work_out(desk);
            let why = self.told_ui(ui, desk);
            dialog::buttons(ui, |ui| {
                let button = Button::main(t!("always-make-it-a-rule")).key("Enter").unless(why);
                if (ui.add(button).clicked() || enter) && why.is_none() {
                    let rule = self.told.as_ref().and_then(|told| told.rule.clone().ok());
                    given = rule.map(|rule| (rule, Owner::at(self.owner)));
                }
            });
        });
        Answer::of(given, shown.left)
    }

    fn is_wrong(&self) -> bool {
        self.told.as_ref().is_some_and(|told| told.rule.is_err())
    }

    /// Arrow keys go from offer to offer.
    fn move_choice(&mut self, ctx: &Context) {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let chosen = self.offers.iter().position(|(_, rule)| rule.to_string() == self.text);
        let to = match chosen {
            Some(at) if down => at + 1,
            Some(at) if up => at.saturating_sub(1),
            None if down || up => 0,
            _ => return,
        };
        if let Some((_, rule)) = self.offers.get(to) {
            self.text = rule.to_string();
        }
    }

    fn offers_ui(&mut self, ui: &mut Ui) {
        if self.offers.len() < 2 {
            return;
        }
        for (place, rule) in &self.offers {
            let text = rule.to_string();
            let name = format!("{text} ({place})");
            let row = ListRow::new(Id::unique("offer").with(&name), &name, Ground::Chrome);
            let response = row.height(28.0).selected(text == self.text).show(ui, |ui| {
                let t = tokens(ui);
                ui.add_space(5.0);
                ui.horizontal(|ui| {
                    ui.add_space(12.0);
                    fonts::DOCK.label(ui, &text, t.ink, f32::INFINITY);
                    fonts::DOCK.label(ui, place, t.ink3, f32::INFINITY);
                });
            });
            if response.clicked() {
                self.text = text;
            }
        }
        ui.add_space(8.0);
    }

    fn work_out(&mut self, desk: &Desk) {
        let of = (self.text.clone(), self.owner);
        if self.told.as_ref().is_some_and(|told| told.of == of) {
            return;
        }
        let rule = self.text.parse::<Exception>();
        let owner = Owner::at(self.owner);
        let spots = rule.as_ref().map(|rule| desk.would_recut(rule, owner)).unwrap_or_default();
        self.told = Some(Told { of, rule, spots });
    }

    /// Says what the rule would do; answers why it cannot be made.
    fn told_ui(&self, ui: &mut Ui, desk: &Desk) -> Option<&'static str> {
        let t = tokens(ui);
        let Some(told) = &self.told else { return Some(t!("always-write-a-rule-first")) };
        if let Err(error) = &told.rule {
            fonts::DOCK.label(ui, error.to_string(), t.red, ROOM);
            return Some(t!("the-rule-cannot-be-read"));
        }
        fonts::DOCK_BOLD.label(ui, counted(&told.spots), t.ink, ROOM);
        ui.add_space(4.0);
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("places");
        list.show(ui, |ui| {
            for (place, spot) in told.spots.iter().take(MOST_SHOWN).enumerate() {
                spot_ui(ui, place, spot, desk);
            }
        });
        None
    }
}

/// How many places would change, and at how many a translation stands.
fn counted(spots: &[Spot]) -> String {
    let translated = spots.iter().filter(|spot| spot.kept != Kept::None).count();
    if spots.is_empty() {
        return t!("always-no-place").to_owned();
    }
    let locked = spots.iter().filter(|spot| spot.kept == Kept::Locked).count();
    t!("always-places", count = spots.len(), translated = translated, locked = locked)
}

/// A place before and after: `…the Sté. | Moal pays…` and `…the Sté. Moal pays…`.
fn spot_ui(ui: &mut Ui, place: usize, spot: &Spot, desk: &Desk) {
    let t = tokens(ui);
    let joint = if spot.joint { " " } else { "" };
    let join = |joint: &str| format!("{}{joint}{}", spot.before, spot.behind);
    let (before, after) = match spot.wish {
        Wish::Join => (join(PARTED), join(joint)),
        Wish::Split => (join(joint), join(PARTED)),
    };
    let rows: Vec<String> = spot.rows.iter().map(ToString::to_string).collect();
    let row = t!("always-rows", count = rows.len(), rows = rows.join(", "));
    let words = spot.kept.words();
    let name = t!("always-becomes", row = row, before = before, after = after, words = words);
    let lang = lang_of(spot, desk);
    let response = ListRow::new(Id::unique("spot").with(place), name.trim(), Ground::Chrome);
    response.show(ui, |ui| {
        let room = ROOM - 24.0;
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            fonts::DOCK_BOLD.label(ui, &row, t.ink, f32::INFINITY);
            fonts::DOCK.label(ui, words, t.ink3, f32::INFINITY);
        });
        for (text, ink) in [(&before, t.ink3), (&after, t.ink)] {
            ui.horizontal(|ui| {
                ui.add_space(8.0);
                BidiLabel::new(text, &lang, fonts::DOCK, ink).cut_at(room).show_in(ui);
            });
        }
        ui.add_space(4.0);
    });
}

fn lang_of(spot: &Spot, desk: &Desk) -> Lang {
    let session = desk.session.as_ref();
    let lang = match spot.side {
        Side::Source => session.map(|s| s.source_lang().clone()),
        Side::Target => session.and_then(|s| s.target_lang().cloned()),
    };
    lang.unwrap_or_else(Lang::undetermined)
}
