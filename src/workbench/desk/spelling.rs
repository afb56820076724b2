//! The spelling at the desk: the speller while it is switched on, what went wrong, and how
//! to come by a dictionary.

use std::path::Path;

use super::{Desk, Tone};
use crate::model::Lang;
use crate::texts::{Spoken, t};
use crate::workbench::speller::Speller;

impl Desk {
    /// The speller, if spelling is to be checked.
    #[must_use]
    pub fn speller(&self) -> Option<&Speller> {
        self.settings.check_spelling.then_some(&self.speller)
    }

    /// Looks for dictionaries in these folders too, behind the home's own.
    pub fn look_for_dictionaries_in(&self, folders: Vec<std::path::PathBuf>) {
        self.speller.look_in(folders);
    }

    /// The target's language, and the dictionary chosen for it.
    #[must_use]
    pub fn chosen_dictionary(&self) -> Option<(Lang, Option<&str>)> {
        let lang = self.session.as_ref()?.target_lang()?.clone();
        let chosen = self.settings.dictionaries.get(lang.as_str()).map(String::as_str);
        Some((lang, chosen))
    }

    /// Takes a dictionary for a language from now on, by either of its files; without one the
    /// first that is found.
    pub fn choose_dictionary(&mut self, lang: &Lang, path: Option<&Path>) {
        let path = path.map(|path| path.with_extension("dic"));
        let text = path.as_ref().map(|path| path.to_str().map(str::to_owned));
        let tag = lang.as_str().to_owned();
        match text {
            // A path that is no Unicode cannot be kept.
            Some(None) => return self.tell(Tone::Notice, t!("dictionary-path-is-no-unicode")),
            Some(Some(text)) => drop(self.settings.dictionaries.insert(tag, text)),
            None => drop(self.settings.dictionaries.remove(&tag)),
        }
        self.save_settings();
        self.use_chosen_dictionaries();
        let name = lang.spoken();
        let told = path.map_or_else(
            || t!("dictionary-as-found-again", name = name),
            |path| t!("dictionary-chosen", name = name, path = path.display()),
        );
        self.tell(Tone::Done, told);
    }

    /// Tells the speller which dictionaries the settings ask for.
    pub(super) fn use_chosen_dictionaries(&self) {
        let chosen = self.settings.dictionaries.iter();
        self.speller.choose(chosen.map(|(tag, path)| (tag.clone(), path.into())).collect());
    }

    /// Checks the spelling, or no longer.
    pub(super) fn toggle_spelling(&mut self) {
        let on = !self.settings.check_spelling;
        self.settings.check_spelling = on;
        self.save_settings();
        let text = if on { t!("spelling-is-checked") } else { t!("spelling-is-not-checked") };
        self.tell(Tone::Done, text);
    }

    /// Tells what went wrong with dictionaries and words.
    pub(super) fn tell_of_spelling(&mut self) {
        for problem in self.speller.problems() {
            self.tell(Tone::Notice, problem);
        }
    }

    /// How to come by a dictionary for a language.
    #[must_use]
    pub fn dictionary_hint(&self, lang: &Lang) -> String {
        let (name, base) = (lang.spoken(), lang.base());
        let (package, folder) = (package_of(lang), self.home.dictionaries());
        t!(
            "spelling-there-is-no-dictionary",
            name = name,
            package = package,
            base = base,
            folder = folder.display()
        )
    }
}

/// The package of Debian that has a language's dictionary.
fn package_of(lang: &Lang) -> String {
    let region = match (lang.base(), lang.as_str()) {
        ("en", "en-GB") => "-gb",
        ("en", "en-AU") => "-au",
        ("en", "en-CA") => "-ca",
        ("en", _) => "-us",
        ("de", "de-AT") => "-at",
        ("de", "de-CH") => "-ch",
        ("de", _) => "-de",
        ("pt", "pt-BR") => "-br",
        ("pt", _) => "-pt",
        _ => "",
    };
    format!("hunspell-{}{region}", lang.base())
}
