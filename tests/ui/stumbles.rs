//! What people stumbled over: fields that begin with something, files that cannot be read,
//! a language said wrongly, rows out of sight.

use diptych::store::{Disk, Files};
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, Window};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

fn put(window: &Window, name: &str, text: &str) -> String {
    let path = window.path(name);
    Disk.write_atomic(&path, text.as_bytes()).expect("a file");
    path.display().to_string()
}

#[test]
fn a_typed_path_takes_the_place_of_the_proposed_one() {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Nous avons signé un accord.\n");
    window.press(CTRL, Key::Enter);
    window.press(CTRL, Key::S);
    let path = window.path("mine.project.ron");
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    assert!(path.exists(), "nothing of the proposal is left in the name");
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_other_one_chosen() {
    let mut window = Window::start(FULL, Theme::Light);
    let good = put(&window, "good.fr.txt", "La ministre a signé un accord avec ses voisins.\n");
    window.press(CTRL_SHIFT, Key::N);
    window.click("Choose source file…");
    window.type_into("Path", &good);
    window.press(NONE, Key::Enter);
    assert!(window.shows("good.fr.txt"));
    window.click("Choose target file…");
    window.type_into("Path", &window.path("gone.en.txt").display().to_string());
    window.press(NONE, Key::Enter);
    assert!(window.shows("there is no such file"), "it is told");
    assert!(window.shows("good.fr.txt"), "the dialog is there with what it had");
}

#[test]
fn a_language_said_wrongly_is_doubted() {
    let mut window = Window::start(FULL, Theme::Light);
    let text = "Das Ministerium hat heute eine Erklärung zu den Gesprächen veröffentlicht. Die \
                beiden Länder wollen ihre Zusammenarbeit in der Forschung fortsetzen.\n";
    let lang = |tag: &str| tag.parse().ok();
    window.harness.state_mut().desk_mut().make(diptych::workbench::desk::NewTexts {
        source: (text.to_owned(), String::new(), lang("fr")),
        target: None,
        target_lang: lang("en"),
    });
    window.settle();
    assert!(window.shows("the text looks like German, not French"));
}

#[test]
fn a_release_opens_where_the_work_was_left() {
    let mut window = Window::start(FULL, Theme::Light);
    let text: String =
        (0..80).map(|n| ["La commission ", &n.to_string(), " a siégé.\n\n"].concat()).collect();
    window.paste(&text);
    window.press(CTRL, Key::Enter);
    window.harness.state_mut().desk_mut().enter(70);
    window.settle();
    assert!(window.shows("Row 71 source"), "in the middle, not at the edge");
    assert!(window.shows("Row 74 source"));
    window.press(CTRL, Key::S);
    let path = window.path("long.project.ron");
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    let mut window = Window::start_in(window.abandon(), FULL, Theme::Light);
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    assert_eq!(window.session().row(), 70);
    assert!(window.shows("Row 71 source") && window.shows("Row 74 source"));
}

#[test]
fn escape_closes_what_was_told() {
    let mut window = Window::saved(Theme::Light);
    window.press(CTRL, Key::Z);
    assert!(window.shows("there is nothing to undo") && window.shows("Close the message"));
    window.press(NONE, Key::Escape);
    // What was told stays in the live region, which is not seen.
    assert!(!window.shows("Close the message"));
}
