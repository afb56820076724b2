//! All releases of a folder as one: the queue of doubtful links, and what is done with all.

use std::fs;
use std::path::Path;

use diptych::formats::project_ron;
use diptych::model::{Lang, Link, Project, Unwatched, View};
use diptych::text::segment::Cutting;
use diptych::workbench::{Env, intake};
use egui::{Key, Modifiers, Theme, Vec2};

use crate::desk::{FULL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };
/// A release: its file, its texts in French, English and German, and the confidences of its
/// four rows in each translation. What is 1 is accepted.
struct Case {
    file: &'static str,
    texts: [&'static str; 3],
    english: [f32; 4],
    german: Option<[f32; 4]>,
}

const CASES: [Case; 3] = [
    Case {
        file: "bridge",
        texts: [
            "Pont sur l'Ester\n\nLe pont est ouvert. Il a coûté 12 millions.\n\nMerci à tous.\n",
            "Bridge over the Ester\n\nThe bridge is open. It cost 12 million.\n\nThanks to all.\n",
            "Brücke über die Ester\n\nDie Brücke ist offen. Sie hat 12 Millionen gekostet.\n\nDank an alle.\n",
        ],
        english: [0.97, 0.42, 0.95, 1.0],
        german: Some([0.98, 0.96, 0.55, 0.93]),
    },
    Case {
        file: "school",
        texts: [
            "Une école au nord\n\nLes enfants auront une école. Elle ouvrira le 1 septembre.\n\nVive l'école.\n",
            "A school in the north\n\nThe children will have a school. It opens on 1 September.\n\nLong live the school.\n",
            "",
        ],
        english: [0.99, 0.31, 0.94, 0.71],
        german: None,
    },
    Case {
        file: "talks",
        texts: [
            "Entretiens à Harrow\n\nNous avons parlé du port. Les travaux durent 31 mois.\n\nLe port est grand.\n",
            "Talks in Harrow\n\nWe spoke about the harbour. The works take 31 months.\n\nThe harbour is large.\n",
            "",
        ],
        english: [0.99, 0.92, 1.0, 0.95],
        german: None,
    },
];

fn project(case: &Case, seed: u64) -> Project {
    let now = "2026-03-12T17:22:00Z".parse().expect("a time");
    let mut env = Env::fixed(now, seed, "Anna");
    let mut document = |text: &str, lang: &str| {
        let lang: Lang = lang.parse().expect("a tag");
        intake::document_in(text, case.file, Some(&lang), &Cutting::default(), &mut env)
    };
    let [french, english, german] = case.texts;
    let (source, target) = (document(french, "fr"), document(english, "en"));
    let third = case.german.map(|_| document(german, "de"));
    let mut project =
        intake::from_two(source, target, None, &Unwatched, &mut env).expect("aligned");
    if let Some(third) = third {
        intake::add_translation(&mut project, third, None, &Unwatched, &mut env).expect("aligned");
    }
    let confidences = [Some(case.english), case.german].into_iter().flatten();
    for (translation, confidences) in project.translations.iter_mut().zip(confidences) {
        assert_eq!(translation.beads.len(), 4, "{}", case.file);
        for (bead, confidence) in translation.beads.iter_mut().zip(confidences) {
            let guess = Link::Guessed { confidence, pinned: false };
            bead.link = if confidence >= 1.0 { Link::Accepted } else { guess };
        }
    }
    project.place.view = View::Align;
    project
}

/// A window on a folder with these releases.
fn on_folder(size: Vec2, theme: Theme) -> Window {
    let mut window = Window::start(size, theme);
    let folder = window.path("archive");
    fs::create_dir_all(&folder).expect("a folder");
    for (case, seed) in CASES.iter().zip(100..) {
        let path = folder.join(format!("{}.project.ron", case.file));
        fs::write(path, project_ron::write(&project(case, seed))).expect("written");
    }
    window.harness.state_mut().desk_mut().open(&folder);
    window.settle();
    window
}

/// The file of the open release, and the active row.
fn place(window: &Window) -> (String, usize) {
    let session = window.session();
    let file = session.path().and_then(Path::file_stem).expect("a file").to_string_lossy();
    (file.trim_end_matches(".project").to_owned(), session.row())
}

/// The project of a file as it is on the disk.
fn on_disk(window: &Window, file: &str) -> Project {
    let path = window.path("archive").join(format!("{file}.project.ron"));
    let text = fs::read_to_string(path).expect("a project");
    project_ron::read(&text).expect("a project").value
}

fn accepted(project: &Project) -> usize {
    let beads = project.translations.iter().flat_map(|translation| &translation.beads);
    beads.filter(|bead| bead.link.is_accepted()).count()
}

#[test]
fn the_queue_goes_through_all_releases_and_translations_by_doubt() {
    let mut window = on_folder(FULL, Theme::Light);
    window.press(NONE, Key::F6);
    assert_eq!(place(&window), ("school".into(), 1), "0.31");
    assert!(window.shows("Link 1 of 4, 4 left"));
    window.press(NONE, Key::F6);
    assert_eq!(place(&window), ("bridge".into(), 1), "0.42");
    shoot(&mut window.harness, "review-queue-light");
    window.press(NONE, Key::F6);
    assert_eq!(place(&window), ("bridge".into(), 2), "0.55, in the German translation");
    assert_eq!(window.session().target_lang().map(Lang::as_str), Some("de"));
    window.press(NONE, Key::F6);
    assert_eq!(place(&window), ("school".into(), 3), "0.71");
    window.press(NONE, Key::F6);
    assert_eq!(place(&window), ("school".into(), 1), "round the end");
    window.press(SHIFT, Key::F6);
    assert_eq!(place(&window), ("school".into(), 3));
}

#[test]
fn one_key_accepts_and_goes_on_and_the_release_is_saved_in_its_own_file() {
    let mut window = on_folder(FULL, Theme::Dark);
    window.press(NONE, Key::F6);
    window.press(ALT, Key::Enter);
    assert_eq!(place(&window), ("bridge".into(), 1), "no question in between");
    assert_eq!(accepted(&on_disk(&window, "school")), 1);
    assert!(window.shows("Link 2 of 4, 3 left"));
    window.press(ALT, Key::Enter);
    assert_eq!(accepted(&on_disk(&window, "bridge")), 1, "not left yet");
    window.press(ALT, Key::Enter);
    window.press(ALT, Key::Enter);
    assert!(window.shows("No link of these releases is doubtful"));
    assert!(window.shows("0 left"));
    // Undone, it is doubtful again.
    window.press(CTRL, Key::Z);
    assert!(window.shows("1 left"));
    assert_eq!(accepted(&on_disk(&window, "bridge")), 3);
}

#[test]
fn the_next_translation_is_shown_at_the_same_sentence() {
    let mut window = on_folder(FULL, Theme::Light);
    window.press(NONE, Key::F6);
    window.press(NONE, Key::F6);
    window.press(CTRL, Key::Enter);
    let row = window.session().row();
    window.press(ALT, Key::Num4);
    assert_eq!(window.session().target_lang().map(Lang::as_str), Some("de"));
    assert_eq!(window.session().row(), row);
    assert!(window.shows("DE"));
    shoot(&mut window.harness, "review-translations-light");
    // Undo goes back to the translation that was changed.
    window.press(CTRL, Key::Z);
    assert_eq!(window.session().target_lang().map(Lang::as_str), Some("en"));
    assert_eq!(place(&window), ("bridge".into(), 1));
    window.press(ALT, Key::Num4);
    window.press(ALT, Key::Num4);
    assert_eq!(window.session().target_lang().map(Lang::as_str), Some("en"));
}

/// Chooses a command by its name.
fn command(window: &mut Window, name: &str) {
    window.press(CTRL_SHIFT, Key::P);
    window.type_into("Find a command", name);
    window.press(NONE, Key::Enter);
}

#[test]
fn all_links_above_a_confidence_are_told_then_accepted_and_a_former_state_is_kept() {
    let mut window = on_folder(FULL, Theme::Light);
    window
        .harness
        .state_mut()
        .desk_mut()
        .open(&window.folder.path().join("archive/talks.project.ron"));
    window.settle();
    command(&mut window, "all releases…");
    window.type_into("Least confidence", "0.9");
    assert!(window.shows("10 links in 3 releases would be accepted."));
    assert!(window.shows("5 in bridge.project.ron"));
    assert!(window.shows("2 in school.project.ron"));
    assert!(window.shows("3 in talks.project.ron"));
    shoot(&mut window.harness, "review-accept-light");
    assert_eq!(accepted(&on_disk(&window, "bridge")), 1, "nothing is done yet");
    window.press(NONE, Key::Enter);
    assert!(window.shows("10 links accepted in 3 releases."));
    assert_eq!(accepted(&on_disk(&window, "bridge")), 6);
    assert_eq!(accepted(&on_disk(&window, "school")), 2);
    // The open release is changed as by any command.
    assert_eq!(accepted(window.session().project()), 4);
    window.press(CTRL, Key::Z);
    assert_eq!(accepted(window.session().project()), 1);
    // The state from before is a former state of its file.
    window.press(NONE, Key::F6);
    window.settle();
    window.press(NONE, Key::F6);
    assert_eq!(place(&window).0, "bridge");
    command(&mut window, "Former states");
    window.press(NONE, Key::Enter);
    assert_eq!(accepted(window.session().project()), 1);
}

#[test]
fn what_cannot_be_changed_is_listed_and_the_rest_goes_on() {
    let mut window = on_folder(FULL, Theme::Dark);
    command(&mut window, "all releases…");
    window.type_into("Least confidence", "90 %");
    let school = window.path("archive/school.project.ron");
    fs::write(&school, "(format: 99)").expect("written");
    window.press(NONE, Key::Enter);
    assert!(window.shows("1 failed:"));
    assert!(window.shows("school.project.ron: "));
    shoot(&mut window.harness, "review-failed-dark");
    window.press(NONE, Key::Escape);
    assert!(!window.shows("1 failed:"));
    assert_eq!(accepted(&on_disk(&window, "bridge")), 6);
}

#[test]
fn a_sample_is_judged_by_one_key_each_and_tells_the_error_rate() {
    let mut window = on_folder(FULL, Theme::Light);
    window.press(NONE, Key::F6);
    window.press(NONE, Key::F9);
    assert!(window.shows("Draw a random sample of links"));
    window.type_into("Find", "all links");
    window.press(NONE, Key::Enter);
    assert!(window.shows("0 of 16 judged"));
    assert!(window.path("archive/links.sample.ron").exists());
    for _ in 0..3 {
        window.press(NONE, Key::F7);
    }
    window.press(NONE, Key::F8);
    assert!(window.shows("4 of 16 judged, 1 wrong: 25.0 %"));
    assert!(window.shows("between 4.6 and 69.9 %"));
    shoot(&mut window.harness, "review-sample-light");
    // Back to the last one, which is right after all.
    window.press(SHIFT, Key::F9);
    window.press(NONE, Key::F7);
    assert!(window.shows("4 of 16 judged, 0 wrong"));
    // Another day.
    let folder = window.abandon();
    let mut window = Window::start_in(folder, FULL, Theme::Light);
    let archive = window.path("archive");
    window.harness.state_mut().desk_mut().open(&archive);
    window.settle();
    window.press(NONE, Key::F6);
    window.press(NONE, Key::F9);
    assert!(window.shows("4 of 16 judged, 0 wrong"));
    for _ in 0..12 {
        window.press(NONE, Key::F7);
    }
    assert!(window.shows("16 of 16 judged, 0 wrong: 0.0 % of the links are wrong"));
    assert!(window.shows("The sample is done"));
}

/// How many units a release's rows are in its file.
fn units(project: &Project) -> usize {
    let beads = project.translations.iter().flat_map(|translation| &translation.beads);
    beads.filter(|bead| bead.unit.is_some()).count()
}

#[test]
fn the_rows_of_all_releases_are_counted_then_added_to_one_memory() {
    let mut window = on_folder(FULL, Theme::Light);
    let talks = window.path("archive/talks.project.ron");
    window.harness.state_mut().desk_mut().open(&talks);
    window.settle();
    command(&mut window, "of all releases to memory");
    assert!(window.shows("Add accepted rows of all releases to a memory"));
    assert!(window.shows("working memory, fr-en"));
    assert!(window.shows("working memory, fr-de"));
    assert!(window.shows("2 new"), "one in the bridge, one in the talks");
    assert!(window.shows("10 left out: not accepted, or a draft"), "in English alone");
    window.click("Guessed too, from");
    window.type_into("Least confidence", "0.9");
    assert!(window.shows("9 new"));
    assert!(window.shows("3 left out: not accepted, or a draft"));
    shoot(&mut window.harness, "review-memory-light");
    assert_eq!(units(&on_disk(&window, "bridge")), 0, "nothing is done yet");
    window.press(NONE, Key::Enter);
    assert!(window.shows("Memory \"working memory\": 9 new"));
    assert_eq!(units(&on_disk(&window, "bridge")), 3, "of the English translation alone");
    assert_eq!(units(&on_disk(&window, "school")), 2);
    assert_eq!(units(window.session().project()), 4);
    let desk = window.harness.state().desk();
    let units_in = |shelf: &diptych::workbench::library::Shelf| {
        let of_pair = shelf.memory.header().target.as_str() == "en";
        (of_pair && shelf.memory.header().name == "working memory").then(|| shelf.memory.len())
    };
    let lens: Vec<usize> = desk.library.shelves().iter().filter_map(units_in).collect();
    assert_eq!(lens, [9]);
    // Again: nothing is new, and nothing is there twice.
    command(&mut window, "of all releases to memory");
    window.click("Guessed too, from");
    window.type_into("Least confidence", "0.9");
    assert!(window.shows("9 already there"));
}
