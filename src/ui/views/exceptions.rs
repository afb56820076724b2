//! The rules of segmentation: the exceptions of the open release and the person's own, to be
//! edited and taken out, and the rule file that new texts are cut by.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui};

use super::ask::Answer;
use crate::model::{Exception, ExceptionError};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, Ground, ListRow, dialog};
use crate::workbench::Command;
use crate::workbench::desk::Desk;
use crate::workbench::exceptions::Owner;

const WIDTH: f32 = 760.0;
/// Room for text inside the dialog, in points.
const ROOM: f32 = 720.0;
const LIST_HEIGHT: f32 = 260.0;

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct ExceptionList {
    chosen: usize,
    /// The rule that is edited, and its text.
    edited: Option<(Exception, String)>,
    /// The rule that was taken out last, while it can be put back.
    removed: Option<(Owner, Exception)>,
    shown: bool,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Put another rule in the place of one.
    Replace(Owner, Exception, Exception),
    /// Take one out.
    Remove(Owner, Exception),
    /// Put back one that was taken out.
    PutBack(Owner, Exception),
    /// Show what one does to the open release.
    Apply(Owner, Exception),
    /// Choose a rule file.
    ChooseFile,
    /// Use no rule file.
    OwnRules,
}

impl ExceptionList {
    /// Shows the dialog; answers what is to be done.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<Wanted> {
        let all = desk.exceptions();
        self.chosen = self.chosen.min(all.len().saturating_sub(1));
        self.move_choice(ctx, all.len());
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let enter = pressed(Modifiers::COMMAND, Key::Enter);
        let delete = pressed(Modifiers::COMMAND, Key::Delete);
        let mut given = None;
        let title = t!("exceptions-segmentation-rules");
        let shown = Dialog::new(Id::unique("exceptions"), title).width(WIDTH).show(ctx, |ui| {
            self.list_ui(ui, &all);
            let rule = all.get(self.chosen).cloned();
            if let Some((owner, rule)) = rule {
                given = self.rule_ui(ui, desk, (owner, rule), enter, delete);
            }
            given = given.take().or(self.removed_ui(ui)).or(file_ui(ui, desk));
        });
        self.removed = match &given {
            Some(Wanted::Remove(owner, rule)) => Some((*owner, rule.clone())),
            Some(_) => None,
            None => self.removed.take(),
        };
        Answer::of(given, shown.left)
    }

    /// The chosen rule: its text, and what can be done with it.
    fn rule_ui(
        &mut self,
        ui: &mut Ui,
        desk: &Desk,
        (owner, rule): (Owner, Exception),
        enter: bool,
        delete: bool,
    ) -> Option<Wanted> {
        let mut given = None;
        ui.add_space(8.0);
        let (edited, sent) = self.field_ui(ui, &rule);
        let enter = enter || sent;
        let why = match &edited {
            Err(_) => Some(t!("the-rule-cannot-be-read")),
            Ok(new) if *new == rule => Some(t!("nothing-is-changed-yet")),
            Ok(_) => None,
        };
        dialog::buttons(ui, |ui| {
            let save =
                ui.add(Button::main(t!("exceptions-save-rule")).key("Enter").unless(why)).clicked();
            if let (true, None, Ok(new)) = (save || enter, why, edited) {
                given = Some(Wanted::Replace(owner, rule.clone(), new));
            }
            let remove = Button::new(t!("exceptions-remove-rule")).key("Ctrl+Delete");
            if ui.add(remove).clicked() || delete {
                given = Some(Wanted::Remove(owner, rule.clone()));
            }
            let why = desk.session.is_none().then_some(t!("exceptions-no-release-is-open"));
            if ui.add(Button::new(t!("exceptions-apply-to-this-release")).unless(why)).clicked() {
                given = Some(Wanted::Apply(owner, rule));
            }
        });
        given
    }

    /// The way back for the rule that was taken out last.
    fn removed_ui(&self, ui: &mut Ui) -> Option<Wanted> {
        let (owner, rule) = self.removed.as_ref()?;
        let mut wanted = None;
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let text = t!("exceptions-was-removed", rule = rule);
            fonts::DOCK.line_label(ui, text, tokens(ui).ink2, ROOM - 160.0);
            if ui.add(Button::new(t!("exceptions-put-back"))).clicked() {
                wanted = Some(Wanted::PutBack(*owner, rule.clone()));
            }
        });
        wanted
    }

    fn move_choice(&mut self, ctx: &Context, count: usize) {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen = (self.chosen + 1).min(count.saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, all: &[(Owner, Exception)]) {
        let t = tokens(ui);
        if all.is_empty() {
            let [join, split] = [Command::JoinAlways, Command::SplitAlways]
                .map(|command| keys::tip(ui.ctx(), command.name(), command));
            let text = t!("exceptions-there-is-no-rule-yet-a", join = join, split = split);
            fonts::DOCK.label(ui, text, t.ink2, ROOM);
            return;
        }
        let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("rules");
        list.show(ui, |ui| {
            for (place, (owner, rule)) in all.iter().enumerate() {
                let note = match owner {
                    Owner::Release => t!("this-release"),
                    Owner::Own => t!("exceptions-all-my-texts"),
                };
                let text = rule.to_string();
                let name = format!("{text}, {note}");
                let row = ListRow::new(Id::unique("rule").with(&name), &name, Ground::Chrome);
                let row = row.height(30.0).selected(place == self.chosen);
                let response = row.show(ui, |ui| {
                    ui.add_space(6.0);
                    ui.horizontal(|ui| {
                        ui.add_space(12.0);
                        fonts::DOCK.label(ui, &text, t.ink, f32::INFINITY);
                        fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
                    });
                });
                if response.clicked() {
                    self.chosen = place;
                }
                if place == self.chosen {
                    response.scroll_to_me(None);
                }
            }
        });
    }

    /// The field for the chosen rule; what it says, and whether Enter was pressed in it.
    fn field_ui(
        &mut self,
        ui: &mut Ui,
        rule: &Exception,
    ) -> (Result<Exception, ExceptionError>, bool) {
        let t = tokens(ui);
        let (_, text) = match &mut self.edited {
            Some(edited) if edited.0 == *rule => edited,
            other => other.insert((rule.clone(), rule.to_string())),
        };
        let parsed = text.parse::<Exception>();
        let response = ui.add(Field::new(t!("rule"), text).wrong(parsed.is_err()));
        let sent = is_sent(&response);
        if !std::mem::replace(&mut self.shown, true) || sent {
            response.request_focus();
        }
        let parsed = text.parse::<Exception>();
        if let Err(error) = &parsed {
            fonts::DOCK.label(ui, error.to_string(), t.red, ROOM);
        }
        (parsed, sent)
    }
}

/// Whether Enter was pressed in a field of one line, which gives up the focus then.
fn is_sent(response: &egui::Response) -> bool {
    response.lost_focus() && response.ctx.input(|input| input.key_pressed(Key::Enter))
}

/// The rule file; whether another one, or none, is wanted.
fn file_ui(ui: &mut Ui, desk: &Desk) -> Option<Wanted> {
    let t = tokens(ui);
    let file = desk.settings.segmentation_rules.as_ref();
    let text = match file {
        Some(path) => t!("exceptions-new-texts-are-cut-by", path = path.display()),
        None => t!("new-texts-are-cut-by-diptychs").to_owned(),
    };
    let mut wanted = None;
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        fonts::DOCK.line_label(ui, text, t.ink2, ROOM - 320.0);
        if ui.add(Button::new(t!("exceptions-use-a-rule-file-srx"))).clicked() {
            wanted = Some(Wanted::ChooseFile);
        }
        if file.is_some() && ui.add(Button::new(t!("exceptions-use-diptychs-rules"))).clicked() {
            wanted = Some(Wanted::OwnRules);
        }
    });
    wanted
}
