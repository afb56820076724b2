//! The dialog for a new release: roles changed in it, and what is made of it.

use egui::Context;

use super::choosing::role_choice;
use super::{App, Dialogue, Next};
use crate::model::Role;
use crate::texts::t;
use crate::ui::views::ask::Answer;
use crate::ui::views::choose::{Choice, Chooser};
use crate::ui::views::new_release::{NewRelease, Side};
use crate::workbench::desk::{NewSide, NewSides, Slot};

impl App {
    /// Asks what a block of a file of a new release is; the dialog is set aside meanwhile.
    pub(super) fn ask_new_role(&mut self, mut new: Box<NewRelease>, slot: Slot, block: usize) {
        let found = side(&mut new, slot).found.as_ref();
        let role = found.and_then(|found| found.role(block));
        let marked = Role::ALL.iter().position(|known| Some(*known) == role).unwrap_or(0);
        self.aside = Some(new);
        let chooser = Chooser::new(t!("choosing-change-role"), t!("choosing-find-a-role"), marked);
        self.dialog = Some(Dialogue::NewRole(chooser, slot, block));
    }

    pub(super) fn new_role_ui(
        &mut self,
        ctx: &Context,
        mut chooser: Chooser,
        (slot, block): (Slot, usize),
    ) -> Option<Dialogue> {
        let choices: Vec<Choice> = Role::ALL.iter().copied().map(role_choice).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::NewRole(chooser, slot, block)),
            Answer::Left => {}
            Answer::Given(place) => {
                let found = self.aside.as_mut().and_then(|new| side(new, slot).found.as_mut());
                if let Some((found, role)) = found.zip(Role::ALL.get(place)) {
                    found.set_role(block, *role);
                }
            }
        }
        self.come_back_to_new();
        None
    }
}

fn side(new: &mut NewRelease, slot: Slot) -> &mut Side {
    match slot {
        Slot::Target => &mut new.target,
        Slot::Any | Slot::Source => &mut new.source,
    }
}

/// The sides of the dialog, to be made a release of.
pub(super) fn made(new: NewRelease) -> Next {
    let (source_lang, target_lang) = (new.source.language(), new.target.language());
    let target = new.pair.then(|| of_side(new.target));
    Next::Make(NewSides { source: (of_side(new.source), source_lang), target, target_lang })
}

fn of_side(side: Side) -> NewSide {
    let (text, name) = (side.text, side.name);
    match side.found {
        Some(found) => NewSide::File { found: found.file, text, roles: found.roles },
        None => NewSide::Text { text, name },
    }
}
