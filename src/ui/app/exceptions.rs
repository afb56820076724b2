//! Rules of segmentation: learnt at a row, listed, edited, taken out.

use egui::Context;

use super::{App, Dialogue};
use crate::texts::t;
use crate::ui::views::always::Always;
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::exceptions::{ExceptionList, Wanted};
use crate::workbench::Session;
use crate::workbench::desk::Tone;
use crate::workbench::exceptions::Lesson;
use crate::workbench::session::Refused;

impl App {
    /// Offers the rules that joining teaches at the active row.
    pub(super) fn ask_join_always(&mut self) {
        let lessons = self.desk.session.as_ref().map(Session::lessons_to_join);
        if let Some(always) = Always::of(&lessons.unwrap_or_default()) {
            self.dialog = Some(Dialogue::Always(Box::new(always)));
        } else {
            let why = t!("exceptions-there-is-nothing-to-join-the");
            self.desk.tell(Tone::Notice, why);
        }
    }

    /// Offers the rule of one lesson.
    pub(super) fn ask_always(&mut self, lesson: Result<Lesson, Refused>) {
        match lesson {
            Ok(lesson) => {
                let always = Always::of(std::slice::from_ref(&lesson)).map(Box::new);
                self.dialog = always.map(Dialogue::Always);
            }
            Err(Refused(why)) => self.desk.tell(Tone::Notice, why),
        }
    }

    pub(super) fn always_ui(&mut self, ctx: &Context, mut always: Box<Always>) -> Option<Dialogue> {
        match always.show(ctx, &self.desk) {
            Answer::Open => return Some(Dialogue::Always(always)),
            Answer::Left => {}
            Answer::Given((rule, owner)) => self.desk.teach_exception(&rule, owner),
        }
        None
    }

    pub(super) fn exceptions_ui(
        &mut self,
        ctx: &Context,
        mut list: ExceptionList,
    ) -> Option<Dialogue> {
        match list.show(ctx, &self.desk) {
            Answer::Open => {}
            Answer::Left => return None,
            Answer::Given(Wanted::Replace(owner, old, new)) => {
                self.desk.replace_exception(&old, &new, owner);
            }
            Answer::Given(Wanted::Remove(owner, rule)) => {
                self.desk.remove_exception(&rule, owner);
            }
            Answer::Given(Wanted::PutBack(owner, rule)) => {
                self.desk.put_back_exception(&rule, owner);
            }
            Answer::Given(Wanted::Apply(owner, rule)) => {
                return Some(Dialogue::Always(Box::new(Always::again(&rule, owner))));
            }
            Answer::Given(Wanted::ChooseFile) => {
                self.pick(ctx, Purpose::Rules);
                return None;
            }
            Answer::Given(Wanted::OwnRules) => self.desk.use_our_rules(),
        }
        Some(Dialogue::Exceptions(list))
    }
}
