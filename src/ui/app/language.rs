//! The language of the window: the system's, or one that was chosen. It is kept in the
//! settings and takes effect with the next frame.

use egui::Context;

use super::{App, Dialogue};
use crate::store::Settings;
use crate::texts::{self, Language, t};
use crate::ui::views::ask::Answer;
use crate::ui::views::choose::{Choice, Chooser};

/// Lets this thread speak the language that the settings ask for, else the system's.
pub fn speak(settings: &Settings) {
    texts::speak(texts::chosen(settings.language.as_deref(), &of_system()));
}

/// The same where the settings ask for one; else what was spoken is spoken on.
pub(super) fn apply(settings: &Settings) {
    if settings.language.is_some() {
        speak(settings);
    }
}

/// The languages that the system prefers, the first before the others.
fn of_system() -> Vec<String> {
    sys_locale::get_locales().collect()
}

/// The languages to choose from: as the system has it, then each by its own name.
fn offered() -> Vec<(Option<Language>, Choice)> {
    let system = texts::chosen(None, &of_system()).own_name();
    let of_system =
        Choice { name: t!("language-of-the-system").to_owned(), note: system.to_owned() };
    let each = texts::languages().into_iter().map(|language| {
        let (name, note) = (language.own_name().to_owned(), language.tag().to_owned());
        (Some(language), Choice { name, note })
    });
    std::iter::once((None, of_system)).chain(each).collect()
}

impl App {
    /// Asks which language the window is to speak; the present one is marked.
    pub(super) fn ask_language(&mut self) {
        let chosen = self.desk.settings.language.as_deref();
        let is_chosen =
            |(language, _): &(Option<Language>, Choice)| language.map(Language::tag) == chosen;
        let marked = offered().iter().position(is_chosen).unwrap_or(0);
        let chooser =
            Chooser::new(t!("language-of-the-window"), t!("third-find-a-language"), marked);
        self.dialog = Some(Dialogue::Language(chooser));
    }

    pub(super) fn language_ui(&mut self, ctx: &Context, mut chooser: Chooser) -> Option<Dialogue> {
        let (languages, choices): (Vec<_>, Vec<_>) = offered().into_iter().unzip();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Language(chooser)),
            Answer::Left => {}
            Answer::Given(place) => {
                if let Some(language) = languages.get(place) {
                    self.speak(ctx, *language);
                }
            }
        }
        None
    }

    fn speak(&mut self, ctx: &Context, language: Option<Language>) {
        self.desk.settings.language = language.map(|language| language.tag().to_owned());
        speak(&self.desk.settings);
        self.desk.save_settings();
        // What is filtered by are words of the language before.
        self.close_filter();
        ctx.request_repaint();
    }
}
