//! The page of an archive: its keys, its choosers, and what is dropped on the window.

use std::path::PathBuf;

use egui::{Context, Key, Modifiers, Ui};

use super::{Act, App, Dialogue, Page};
use crate::texts::t;
use crate::ui::views::archive::{self, Wish};
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::choose::{Choice, Chooser};
use crate::ui::views::{head, status};
use crate::workbench::desk::archive::Change;

impl App {
    /// Shows the archive that is looked at, or asks for its folder.
    pub(super) fn show_archive(&mut self, ctx: &Context) {
        if self.desk.archive().is_some() {
            self.page = Page::Archive;
        } else {
            self.pick(ctx, Purpose::Archive);
        }
    }

    /// Reads folders and texts into the table.
    pub(super) fn gather(&mut self, paths: Vec<PathBuf>) {
        self.page = Page::Archive;
        self.desk.gather_archive(paths);
    }

    /// What is let go over the window: an archive, or one thing after the other to open.
    pub(super) fn dropped(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if self.page == Page::Archive || self.desk.means_archive(&paths) {
            return self.gather(paths);
        }
        for path in paths {
            self.carry_out(ctx, Act::Open(path));
        }
    }

    pub(super) fn archive_ui(&mut self, ui: &mut Ui, acts: &mut Vec<Act>) {
        let author = self.desk.settings.author.clone();
        let output = self.desk.archive().map(|archive| archive.output.display().to_string());
        head::start_ui(ui, output.as_deref(), &author, acts);
        status::start_ui(ui, &self.desk, self.desk.releases().len(), acts);
        archive::page_ui(ui, &self.desk, &mut self.archive, acts);
    }

    /// The keys of the table, where no field wants them.
    pub(super) fn archive_keys(&mut self, ctx: &Context) -> Vec<Act> {
        let Some(archive) = self.desk.archive().filter(|_| self.page == Page::Archive) else {
            return Vec::new();
        };
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let mut acts = Vec::new();
        if pressed(Modifiers::COMMAND, Key::Enter) {
            acts.push(Act::Archive(Wish::Align));
        }
        // A button that has the focus keeps Enter and the space bar.
        if ctx.memory(|memory| memory.focused().is_some()) {
            return acts;
        }
        for (key, step) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, 20)] {
            if pressed(Modifiers::NONE, key) {
                self.archive.step(step, archive.sheet.rows().len());
            }
        }
        if pressed(Modifiers::NONE, Key::PageUp) {
            self.archive.step(-20, archive.sheet.rows().len());
        }
        let row = self.archive.marked;
        let Some(marked) = archive.sheet.rows().get(row) else { return acts };
        if pressed(Modifiers::NONE, Key::Enter) {
            acts.push(archive::main_act(archive, row));
        }
        if pressed(Modifiers::NONE, Key::F2) {
            acts.push(Act::Archive(Wish::Partner(row)));
        }
        if pressed(Modifiers::NONE, Key::Delete) && marked.target.is_some() {
            acts.push(Act::Archive(Wish::Change(Change::Unpair(row))));
        }
        if pressed(Modifiers::NONE, Key::Space) {
            acts.push(Act::Archive(Wish::Change(Change::Toggle(row))));
        }
        if pressed(Modifiers::NONE, Key::K) && !marked.rivals.is_empty() {
            acts.push(Act::Archive(Wish::Change(Change::Settle(row))));
        }
        acts
    }

    pub(super) fn archive_wish(&mut self, ctx: &Context, wish: Wish) {
        match wish {
            Wish::Align => self.desk.align_archive(),
            Wish::Change(change) => {
                if let Some(row) = self.desk.correct_archive(change) {
                    self.archive.mark(row);
                }
            }
            Wish::Mark(row) => self.archive.marked = row,
            Wish::Partner(row) => {
                let chooser =
                    Chooser::new(t!("archive-choose-the-partner"), t!("archive-find-a-text"), 0);
                self.dialog = Some(Dialogue::Partner(row, chooser));
            }
            Wish::AddFolder => self.pick(ctx, Purpose::Archive),
            Wish::ChooseOutput => self.pick(ctx, Purpose::ArchiveOutput),
            Wish::Leave => {
                self.desk.leave_archive();
                self.page = Page::Start;
                self.desk.list_anew();
            }
        }
    }

    pub(super) fn partner_ui(
        &mut self,
        ctx: &Context,
        row: usize,
        mut chooser: Chooser,
    ) -> Option<Dialogue> {
        let sheet = &self.desk.archive()?.sheet;
        let partners = sheet.partners(row);
        let choice = |(place, note): &(usize, &'static str)| {
            let entry = sheet.entry(*place);
            let name = entry.map(|entry| entry.file.name.clone()).unwrap_or_default();
            let lang = entry.map(|entry| entry.file.lang.as_str().to_uppercase());
            Choice { name, note: format!("{}, {note}", lang.unwrap_or_default()) }
        };
        let choices: Vec<Choice> = partners.iter().map(choice).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Partner(row, chooser)),
            Answer::Left => {}
            Answer::Given(place) => {
                if let Some(&(partner, _)) = partners.get(place) {
                    self.archive_wish(ctx, Wish::Change(Change::Pair(row, partner)));
                }
            }
        }
        None
    }
}
