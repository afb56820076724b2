//! A third language: the reference below the source, and a pair derived through the source.

use diptych::model::{Lang, MemoryId, Origin};
use diptych::workbench::desk::NewTexts;
use egui::{Key, Modifiers, Theme, Vec2};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

const RUSSIAN: &str = "Об открытии моста\n\nМы открыли мост через реку 12 марта 2026 года. \
    Движение началось в 9 часов утра.\n\nСтроительство длилось 31 месяц и стоило 48 млн евро.\n";
const FRENCH: &str = "Ouverture du pont\n\nNous avons ouvert le pont sur la rivière le 12 mars \
    2026. La circulation a commencé à 9 heures du matin.\n\nLe chantier a duré 31 mois et coûté \
    48 millions d'euros.\n";
const ENGLISH: &str = "Opening of the bridge\n\nWe opened the bridge across the river on 12 March \
    2026. Traffic began at 9 in the morning.\n\nThe works lasted 31 months and cost 48 million \
    euros.\n";

/// A Russian statement aligned with its French translation.
fn aligned(size: Vec2, theme: Theme) -> Window {
    let mut window = Window::start(size, theme);
    let text = |text: &str, name: &str| (text.to_owned(), name.to_owned());
    let (source, name) = text(RUSSIAN, "bridge.ru.txt");
    let texts = NewTexts {
        source: (source, name, "ru".parse().ok()),
        target: Some(text(FRENCH, "bridge.fr.txt")),
        target_lang: "fr".parse().ok(),
    };
    window.harness.state_mut().desk_mut().make(texts);
    window.settle();
    window
}

/// The same with the English text as a reference, chosen from a file.
fn with_reference(size: Vec2, theme: Theme) -> Window {
    let mut window = aligned(size, theme);
    let path = window.path("bridge.en.txt");
    std::fs::File::create(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, ENGLISH.as_bytes()))
        .expect("written");
    window.press(ALT, Key::Num3);
    assert!(window.shows("Show a reference"));
    window.click("A text in another language…");
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    window
}

#[test]
fn a_text_from_a_file_is_shown_below_the_source_in_both_views() {
    let mut window = with_reference(FULL, Theme::Light);
    let text = "The works lasted 31 months";
    assert!(window.shows(text), "alignment view");
    shoot(&mut window.harness, "reference-align-light");
    window.press(ALT, Key::Num2);
    assert!(window.shows(text), "translation view");
    window.press(ALT, Key::Num3);
    assert!(!window.shows(text), "hidden by the same key");
    window.press(ALT, Key::Num3);
    assert!(window.shows(text), "the only other translation comes back unasked");
}

#[test]
fn a_reference_is_kept_in_the_project_and_its_addition_undone_to_the_byte() {
    let mut window = aligned(FULL, Theme::Light);
    let before = window.bytes();
    drop(window);
    window = with_reference(FULL, Theme::Light);
    let shown = window.session().reference().map(|reference| reference.id);
    assert!(shown.is_some());
    let read = diptych::formats::project_ron::read(&window.bytes()).expect("a project").value;
    assert_eq!((read.place.reference, read.translations.len()), (shown, 2));
    window.session().project().check().expect("both translations partition the source");
    window.press(CTRL, Key::Z);
    window.press(ALT, Key::Num3);
    window.press(NONE, Key::Escape);
    let mut undone = window.session().project().clone();
    undone.place.reference = None;
    assert_eq!(diptych::formats::project_ron::write(&undone), before);
    window.press(CTRL, Key::Y);
    assert!(window.shows("The works lasted 31 months"), "and done again");
}

#[test]
fn a_pair_of_two_translations_is_derived_and_marked() {
    let mut window = with_reference(FULL, Theme::Dark);
    window.press(CTRL_SHIFT, Key::P);
    window.type_into("Find a command", "Derive a pair");
    window.press(NONE, Key::Enter);
    if window.shows("Save your changes?") {
        window.click("Do not save");
    }
    window.click("French to English");
    let session = window.session();
    let langs = (session.source_lang().as_str(), session.target_lang().map(Lang::as_str));
    assert_eq!(langs, ("fr", Some("en")));
    assert_eq!(session.source().to_text(), FRENCH);
    assert!(session.beads().iter().all(|bead| bead.origin == Origin::Aligned));
    assert!(window.shows("via ru"));
    shoot(&mut window.harness, "via-dark");
    window.press(CTRL_SHIFT, Key::Enter);
    let pair = window.session().pair().expect("a pair");
    let desk = window.harness.state_mut().desk_mut();
    let memory: Option<MemoryId> = desk.default_memory();
    desk.accept_from(0.0);
    desk.add_to_memory(memory.expect("a memory"), None);
    let shelf = desk.library.writable(&pair).next().expect("a working memory");
    let origins: Vec<&str> = shelf.memory.units().map(|stored| stored.unit.origin).collect();
    assert!(!origins.is_empty() && origins.iter().all(|origin| *origin == "via ru"), "{origins:?}");
}

#[test]
fn where_there_is_nothing_to_derive_from_the_window_says_so() {
    let mut window = aligned(FULL, Theme::Light);
    window.press(CTRL_SHIFT, Key::P);
    window.type_into("Find a command", "Derive a pair");
    window.press(NONE, Key::Enter);
    assert!(window.shows("derived from two translations"));
}

#[test]
fn the_small_window_shows_the_reference_too() {
    let mut window = with_reference(SMALL, Theme::Dark);
    assert!(window.shows("The works lasted 31 months"));
    shoot(&mut window.harness, "reference-align-small-dark");
    window.press(ALT, Key::Num2);
    shoot(&mut window.harness, "reference-translate-small-dark");
}
