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
