//! Which dictionary checks the target's language: one of those that are found, one of a file,
//! or the first that is found.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{App, Dialogue};
use crate::texts::{Spoken, t};
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::choose::{Choice, Chooser};
use crate::workbench::desk::Tone;

/// What is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Offered {
    Found(PathBuf),
    File,
    AsFound,
}

impl App {
    pub(super) fn ask_dictionary(&mut self) {
        let Some((lang, _)) = self.desk.chosen_dictionary() else { return };
        let Some(speller) = self.desk.speller() else {
            return self.desk.tell(Tone::Notice, t!("spelling-switched-off"));
        };
        speller.list(&lang);
        let chooser = Chooser::new(t!("dictionary-choose"), t!("dictionary-find"), 0);
        self.dialog = Some(Dialogue::Dictionary(chooser));
    }

    pub(super) fn dictionary_ui(
        &mut self,
        ctx: &Context,
        mut chooser: Chooser,
    ) -> Option<Dialogue> {
        let (lang, chosen) = self.desk.chosen_dictionary()?;
        let found = self.desk.speller()?.listed(&lang).unwrap_or_default();
        let mut offered: Vec<(Offered, Choice)> = Vec::new();
        for path in found.iter() {
            let name = path.display().to_string();
            let is_chosen = chosen == Some(name.as_str());
            let note = if is_chosen { t!("dictionary-is-chosen") } else { lang.spoken() };
            offered.push((Offered::Found(path.clone()), Choice { name, note: note.to_owned() }));
        }
        let choice = |name: &str| Choice { name: name.to_owned(), note: String::new() };
        offered.push((Offered::File, choice(t!("dictionary-from-a-file"))));
        if chosen.is_some() {
            offered.push((Offered::AsFound, choice(t!("dictionary-as-found"))));
        }
        let choices: Vec<Choice> = offered.iter().map(|(_, choice)| choice.clone()).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Dictionary(chooser)),
            Answer::Left => {}
            Answer::Given(place) => match offered.get(place).map(|(offered, _)| offered) {
                Some(Offered::Found(path)) => self.use_dictionary(path),
                Some(Offered::File) => self.pick(ctx, Purpose::Dictionary),
                Some(Offered::AsFound) => self.desk.choose_dictionary(&lang, None),
                None => {}
            },
        }
        None
    }

    /// Takes the dictionary of a file for the target's language.
    pub(super) fn use_dictionary(&mut self, path: &Path) {
        if let Some((lang, _)) = self.desk.chosen_dictionary() {
            self.desk.choose_dictionary(&lang, Some(path));
        }
    }
}
