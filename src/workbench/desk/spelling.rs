//! The spelling at the desk: the speller while it is switched on, what went wrong, and how
//! to come by a dictionary.

use super::{Desk, Tone};
use crate::model::Lang;
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

    /// Checks the spelling, or no longer.
    pub(super) fn toggle_spelling(&mut self) {
        let on = !self.settings.check_spelling;
        self.settings.check_spelling = on;
        self.save_settings();
        let text = if on { "Spelling is checked" } else { "Spelling is not checked" };
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
        let (name, base) = (lang.english_name(), lang.base());
        let (package, folder) = (package_of(lang), self.home.dictionaries());
        format!(
            "There is no spelling dictionary for {name}. On Debian and Ubuntu: sudo apt-get \
             install {package}. Elsewhere put {base}.dic and {base}.aff, as office programs have \
             them, into {}",
            folder.display()
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
