//! The choosers: what a block is, and in which encoding a file is read again.

use egui::Context;

use super::{App, Dialogue};
use crate::formats::plain::{ENCODINGS, Offered};
use crate::model::Role;
use crate::texts::{Spoken, t};
use crate::ui::views::Act;
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::choose::{Choice, Chooser};
use crate::ui::views::export_memory::ExportQuestion;
use crate::ui::views::new_release::NewRelease;
use crate::ui::views::why_match::{self, WhyMatch};
use crate::workbench::desk::{Slot, Tone};
use crate::workbench::links::Side;
use crate::workbench::{Command, Session};

impl App {
    /// Asks what the active row's block is; its present role is marked.
    pub(super) fn ask_role(&mut self) {
        let role = self.desk.session.as_ref().and_then(Session::active_role);
        let marked = Role::ALL.iter().position(|known| Some(*known) == role).unwrap_or(0);
        self.dialog = Some(Dialogue::Role(Chooser::new(
            t!("choosing-change-role"),
            t!("choosing-find-a-role"),
            marked,
        )));
    }

    pub(super) fn role_ui(&mut self, ctx: &Context, mut chooser: Chooser) -> Option<Dialogue> {
        let choices: Vec<Choice> = Role::ALL.iter().copied().map(role_choice).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => Some(Dialogue::Role(chooser)),
            Answer::Left => None,
            Answer::Given(place) => {
                if let Some(&role) = Role::ALL.get(place) {
                    self.desk.change_role(role);
                }
                None
            }
        }
    }

    /// Asks in which encoding a file of the release is read again.
    pub(super) fn ask_encoding(&mut self) {
        self.dialog = Some(Dialogue::Encoding(Chooser::new(
            t!("choosing-read-again-as"),
            t!("find-an-encoding"),
            0,
        )));
    }

    pub(super) fn encoding_ui(&mut self, ctx: &Context, mut chooser: Chooser) -> Option<Dialogue> {
        let files = self.desk.files_to_read_again();
        let all = files
            .iter()
            .flat_map(|(side, name)| ENCODINGS.iter().map(move |encoding| (*side, name, encoding)));
        let all: Vec<(Side, &String, _)> = all.collect();
        let choices: Vec<Choice> = all
            .iter()
            .map(|(_, name, encoding)| {
                let file = if files.len() > 1 { format!(", {name}") } else { String::new() };
                let name = format!("{}{file}", encoding.label);
                Choice { name, note: encoding.scripts.to_owned() }
            })
            .collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => Some(Dialogue::Encoding(chooser)),
            Answer::Left => None,
            Answer::Given(place) => {
                if let Some((side, _, encoding)) = all.get(place) {
                    self.desk.read_again(*side, encoding.label);
                }
                None
            }
        }
    }

    /// Asks in which encoding a text of the dialog for a new release is read; the dialog is set
    /// aside meanwhile.
    pub(super) fn ask_new_encoding(&mut self, new: Box<NewRelease>, slot: Slot) {
        self.aside = Some(new);
        let chooser = Chooser::new(t!("choosing-read-in-this-encoding"), t!("find-an-encoding"), 0);
        self.dialog = Some(Dialogue::NewEncoding(chooser, slot));
    }

    pub(super) fn new_encoding_ui(
        &mut self,
        ctx: &Context,
        mut chooser: Chooser,
        slot: Slot,
    ) -> Option<Dialogue> {
        let choice = |encoding: &Offered| Choice {
            name: encoding.label.to_owned(),
            note: encoding.scripts.to_owned(),
        };
        let choices: Vec<Choice> = ENCODINGS.iter().map(choice).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::NewEncoding(chooser, slot)),
            Answer::Left => self.come_back_to_new(),
            Answer::Given(place) => {
                let name = self.aside.as_ref().map(|new| match slot {
                    Slot::Target => new.target.name.clone(),
                    Slot::Any | Slot::Source => new.source.name.clone(),
                });
                if let (Some(name), Some(encoding)) = (name, ENCODINGS.get(place)) {
                    self.desk.read_text_in(&name, slot, encoding.label);
                }
                self.come_back_to_new();
            }
        }
        None
    }
}

impl App {
    /// Asks which memory is exported, and as what.
    pub(super) fn ask_export(&mut self) {
        match self.desk.memory_to_export() {
            None => self.desk.tell(Tone::Notice, t!("choosing-no-memory-is-open")),
            some => self.dialog = Some(Dialogue::Export(ExportQuestion::new(some))),
        }
    }

    pub(super) fn export_ui(
        &mut self,
        ctx: &Context,
        mut question: ExportQuestion,
    ) -> Option<Dialogue> {
        match question.show(ctx, &self.desk) {
            Answer::Open => return Some(Dialogue::Export(question)),
            Answer::Left => {}
            Answer::Given((memory, format)) => {
                self.pick(ctx, Purpose::ExportMemory(memory, format));
            }
        }
        None
    }

    /// Shows why the first match has its percentage.
    pub(super) fn ask_why(&mut self) {
        let session = self.desk.session.as_ref();
        let offers = session.and_then(|session| session.offers_of(session.row()));
        if offers.is_none_or(<[_]>::is_empty) {
            return self.desk.tell(Tone::Notice, t!("choosing-there-is-no-match-for-this"));
        }
        self.dialog = Some(Dialogue::Why(WhyMatch::default()));
    }

    pub(super) fn why_ui(&mut self, ctx: &Context, mut why: WhyMatch) -> Option<Dialogue> {
        match why.show(ctx, self.desk.session.as_ref()?) {
            why_match::Wish::Open => return Some(Dialogue::Why(why)),
            why_match::Wish::Left => {}
            why_match::Wish::Take(rank) => {
                self.carry_out(ctx, Act::Run(Command::TakeMatch(rank)));
            }
        }
        None
    }
}

/// A role as it is offered, with its letter in the margin.
pub(super) fn role_choice(role: Role) -> Choice {
    let name =
        if role.is_content() { role.spoken().to_owned() } else { t!("not-content").to_owned() };
    Choice { name, note: role.letter().to_owned() }
}
