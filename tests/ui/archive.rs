//! An archive in the real window: the table of pairs corrected by keys, aligned, opened.

use std::fs;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// File, and its text.
const TEXTS: [(&str, &str); 8] = [
    (
        "en/talks.txt",
        "0417-12-03-2026\n\nStatement by Ms Vidal\n\nWe met our partners in Harrow today. The talks went well.\n",
    ),
    (
        "fr/entretiens.txt",
        "0417-12-03-2026\n\nAllocution de Mme Vidal\n\nNous avons rencontré nos partenaires à Harrow aujourd'hui. Les entretiens se sont bien passés.\n",
    ),
    (
        "de/gespraeche.txt",
        "0417-12-03-2026\n\nRede von Frau Vidal\n\nWir haben heute unsere Partner in Harrow getroffen. Die Gespräche sind gut verlaufen.\n",
    ),
    (
        "en/bridge.txt",
        "0418-13-03-2026\n\nBridge over the Ester\n\nThe bridge was opened this morning. It cost 12 million crowns.\n",
    ),
    (
        "fr/pont.txt",
        "0418-13-03-2026\n\nPont sur l'Ester\n\nLe pont a été ouvert ce matin. Il a coûté 12 millions de couronnes.\n",
    ),
    (
        "fr/pont-2.txt",
        "0418-13-03-2026\n\nPont sur l'Ester\n\nLe pont a été ouvert ce matin. Il a coûté 13 millions de couronnes.\n",
    ),
    (
        "en/school.txt",
        "A new school in the north\n\nThe children will have a new school in the autumn.\n",
    ),
    ("fr/vide.txt", "   \n"),
];

/// A window on the archive of these texts, its folder chosen by command.
fn on_archive(size: egui::Vec2, theme: Theme) -> Window {
    let mut window = Window::start(size, theme);
    let root = window.path("statements");
    for (name, text) in TEXTS {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        write(&path, text);
    }
    window.press(CTRL_SHIFT, Key::A);
    window.press(CTRL, Key::A);
    window.type_into("Path", &root.display().to_string());
    window.press(NONE, Key::Enter);
    window
}

#[expect(clippy::disallowed_methods, reason = "the test's own scratch files")]
fn write(path: &std::path::Path, text: &str) {
    fs::write(path, text).expect("a text");
}

#[test]
fn the_table_says_what_pairs_with_what_and_why_before_anything_is_aligned() {
    let mut window = on_archive(FULL, Theme::Light);
    assert!(window.shows("Pair EN  talks.txt with FR  entretiens.txt: number 0417-12-03-2026"));
    assert!(window.shows("with DE  gespraeche.txt"));
    assert!(window.shows("as does FR  pont.txt; choose"), "two candidates are told");
    assert!(window.shows("Pair EN  school.txt"));
    assert!(window.shows("Pair vide.txt"), "what cannot be read is listed");
    assert!(!window.path("statements/aligned").exists(), "nothing is aligned yet");
    shoot(&mut window.harness, "archive-light");
}

#[test]
fn pairs_are_corrected_by_keys() {
    let mut window = on_archive(FULL, Theme::Light);
    let sheet = |window: &Window| {
        window.harness.state().desk().archive().expect("an archive").sheet.clone()
    };
    let tally = sheet(&window).tally();
    assert_eq!((tally.ready, tally.to_choose, tally.alone), (2, 1, 2));
    // The marked row is left out and taken in.
    window.press(NONE, Key::Space);
    assert_eq!(sheet(&window).tally().left_out, 1);
    window.press(NONE, Key::Space);
    assert_eq!(sheet(&window).tally(), tally);
    // To the pair that has to be chosen: another partner.
    let row = sheet(&window).rows().iter().position(|row| !row.rivals.is_empty()).expect("one");
    for _ in 0..row {
        window.press(NONE, Key::ArrowDown);
    }
    window.press(NONE, Key::Enter);
    assert!(window.shows("Choose the partner"));
    window.type_into("Find a text", "fits as well");
    window.press(NONE, Key::Enter);
    let after = sheet(&window).tally();
    assert_eq!((after.ready, after.to_choose, after.alone), (3, 0, 2));
    assert!(window.shows("paired by hand"));
    // Parted again.
    window.press(NONE, Key::Delete);
    let parted = sheet(&window).tally();
    assert_eq!((parted.ready, parted.alone), (2, 4));
    // The mark is on what was parted: the same key does nothing to the next pair.
    let marked = window.harness.get_all_by_role(Role::ListItem);
    let marked = marked.into_iter().find(|node| node.accesskit_node().is_selected() == Some(true));
    let name = marked.and_then(|node| node.accesskit_node().label()).expect("a row is marked");
    assert!(name.contains("parted by hand"), "{name}");
    window.press(NONE, Key::Delete);
    assert_eq!(sheet(&window).tally(), parted);
}

#[test]
fn a_correction_that_does_not_hold_any_more_is_told() {
    let mut window = on_archive(FULL, Theme::Light);
    window.press(NONE, Key::Space);
    assert!(!window.shows("corrections without effect"));
    let sheet = window.harness.state().desk().archive().expect("an archive").sheet.clone();
    let gone = sheet.path(sheet.rows()[0].target.expect("a pair")).clone();
    let text = fs::read(&gone).expect("a text");
    fs::remove_file(&gone).expect("it is there");
    let more = window.path("more");
    fs::create_dir_all(&more).expect("a folder");
    window.harness.state_mut().desk_mut().gather_archive(vec![more]);
    window.settle();
    assert!(window.shows("1 corrections without effect"));
    assert!(window.shows("was left out by hand; no effect now"));
    shoot(&mut window.harness, "archive-lapsed-light");
    // It has its effect again when the text is back.
    write(&gone, &String::from_utf8(text).expect("text"));
    window.harness.state_mut().desk_mut().gather_archive(Vec::new());
    window.settle();
    assert!(!window.shows("corrections without effect"));
    let sheet = &window.harness.state().desk().archive().expect("an archive").sheet;
    assert_eq!(sheet.tally().left_out, 1);
}

#[test]
fn all_is_aligned_and_a_release_opened_from_the_table() {
    let mut window = on_archive(FULL, Theme::Dark);
    window.press(CTRL, Key::Enter);
    let projects = fs::read_dir(window.path("statements/aligned")).expect("projects").count();
    assert_eq!(projects, 1, "the pair to be chosen waits");
    assert!(window.shows("doubtful"), "how sure each pair is");
    assert!(window.shows("talks.txt with DE  gespraeche.txt"));
    shoot(&mut window.harness, "archive-aligned-dark");
    // Again, with the pair kept as it is: what is there stays.
    let row = window.harness.state().desk().archive().expect("an archive").sheet.clone();
    let row = row.rows().iter().position(|row| !row.rivals.is_empty()).expect("one");
    for _ in 0..row {
        window.press(NONE, Key::ArrowDown);
    }
    window.press(NONE, Key::K);
    window.press(CTRL, Key::Enter);
    assert_eq!(fs::read_dir(window.path("statements/aligned")).expect("projects").count(), 2);
    assert!(window.shows("was there"));
    window.press(NONE, Key::Enter);
    assert!(window.session().project().translations.len() == 1);
    assert_eq!(window.session().beads().len(), 4, "number, headline, two sentences");
}

#[test]
fn a_folder_without_texts_is_told() {
    let mut window = Window::start(SMALL, Theme::Light);
    let root = window.path("nothing");
    fs::create_dir_all(&root).expect("a folder");
    window.harness.state_mut().desk_mut().gather_archive(vec![root]);
    window.settle();
    assert!(window.harness.state().desk().archive().is_some());
    window.press(CTRL_SHIFT, Key::A);
    assert!(window.shows("There is no text in these folders"));
}

#[test]
fn the_table_stands_in_the_least_window() {
    let mut window = on_archive(SMALL, Theme::Light);
    assert!(window.shows("Align all"));
    shoot(&mut window.harness, "archive-small-light");
}
