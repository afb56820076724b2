//! The concordance and the precedent in the window: what is selected is looked for, what
//! was chosen goes to the caret.

use std::path::PathBuf;

use egui::Context;

use super::{App, Dialogue};
use crate::memory::concordance::Side;
use crate::model::Bead;
use crate::texts::t;
use crate::ui::grid::translate::field_id;
use crate::ui::text;
use crate::ui::views::ask::Purpose;
use crate::ui::views::concordance::{Concordance, Wish};
use crate::ui::views::{Act, precedent};
use crate::workbench::desk::Tone;

impl App {
    /// Looks for what is selected in the source or the target, or for the word at the caret.
    pub(super) fn ask_concordance(&mut self, ctx: &Context) {
        if self.is_docked() {
            return self.enter_docked_concordance(ctx);
        }
        let (side, wanted) = self.selected(ctx);
        let concordance = Concordance::on(side, &wanted);
        self.desk.search_memories(&concordance.question);
        self.dialog = Some(Dialogue::Concordance(Box::new(concordance)));
    }

    pub(super) fn selected(&self, ctx: &Context) -> (Side, String) {
        let nothing = (Side::Source, String::new());
        let Some(session) = &self.desk.session else { return nothing };
        if let Some(selected) = text::selected_in_label(ctx) {
            let is_source = session.source_text(session.row()).contains(&selected);
            return (if is_source { Side::Source } else { Side::Target }, selected);
        }
        let Some(bead) = session.active_bead().map(|bead: &Bead| bead.id) else { return nothing };
        match text::selected_or_word(ctx, field_id(bead), &self.grid.buffer.text) {
            Some(word) => (Side::Target, word),
            None => nothing,
        }
    }

    pub(super) fn concordance_ui(
        &mut self,
        ctx: &Context,
        mut concordance: Box<Concordance>,
    ) -> Option<Dialogue> {
        match concordance.show(ctx, &self.desk) {
            Wish::Open => return Some(Dialogue::Concordance(concordance)),
            Wish::Search => {
                self.desk.search_memories(&concordance.question);
                return Some(Dialogue::Concordance(concordance));
            }
            Wish::Left => self.desk.stop_searching(),
            Wish::Insert(text) => {
                self.desk.stop_searching();
                self.insert_found(ctx, &text);
            }
            Wish::Precedent(memory, unit) => {
                self.desk.seek_precedent(memory, unit);
                self.searched = Some(concordance);
                return Some(Dialogue::Precedent);
            }
            Wish::Correct(hit) => {
                self.desk.stop_searching();
                self.ask_correct_hit(&hit);
            }
            Wish::Export => self.export_hits(ctx),
            Wish::Dock => self.dock_concordance(*concordance),
        }
        None
    }

    /// Asks where the hits are to be written.
    pub(super) fn export_hits(&mut self, ctx: &Context) {
        self.pick(ctx, Purpose::ExportHits);
    }

    /// Shows the precedent of the active row's match.
    pub(super) fn ask_precedent(&mut self, ctx: &Context) {
        if self.is_docked() {
            return self.enter_docked_precedent(ctx);
        }
        let Some((memory, unit)) = self.desk.unit_behind() else {
            return self.desk.tell(Tone::Notice, t!("concordance-no-match-comes-from-a-memory"));
        };
        self.desk.seek_precedent(memory, unit);
        self.dialog = Some(Dialogue::Precedent);
    }

    pub(super) fn precedent_ui(&mut self, ctx: &Context) -> Option<Dialogue> {
        let wish = precedent::show(ctx, &self.desk);
        if wish == precedent::Wish::Open {
            return Some(Dialogue::Precedent);
        }
        let searched = self.searched.take();
        match wish {
            precedent::Wish::Open | precedent::Wish::Left => {
                // Back to the hits it was opened from.
                let concordance = searched?;
                self.desk.search_memories(&concordance.question);
                return Some(Dialogue::Concordance(concordance));
            }
            precedent::Wish::Insert(text) => self.insert_found(ctx, &text),
            precedent::Wish::Release(path, sentence) => self.open_precedent(ctx, path, &sentence),
            precedent::Wish::Dock => self.dock_precedent(searched),
        }
        None
    }

    /// Opens the release of a precedent at its sentence.
    pub(super) fn open_precedent(&mut self, ctx: &Context, path: PathBuf, sentence: &str) {
        self.desk.want_sentence(&path, sentence);
        self.carry_out(ctx, Act::Open(path));
    }

    /// Puts what was found in at the caret, as a step of its own for undo.
    pub(super) fn insert_found(&mut self, ctx: &Context, text: &str) {
        if let Some(session) = &mut self.desk.session {
            session.end_typing();
        }
        self.insert(ctx, text);
    }
}
