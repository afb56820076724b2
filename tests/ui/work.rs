//! A translator's and an aligner's work in the real window, by keys and names alone.

use diptych::model::{Lang, Link, Origin, State, View};
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };
const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers =
    Modifiers { alt: true, shift: true, ctrl: false, command: false, mac_cmd: false };

#[test]
fn the_first_page_says_how_to_begin() {
    let window = Window::start(FULL, Theme::Light);
    for name in ["New from one text", "New from two texts", "Open the sample"] {
        assert!(window.shows(name), "{name}");
    }
}

#[test]
fn the_sample_opens_aligned_side_by_side() {
    let mut window = Window::start(FULL, Theme::Light);
    window.click("Open the sample");
    assert_eq!(window.view(), View::Align);
    let session = window.session();
    assert_eq!(session.source_lang().as_str(), "fr");
    assert_eq!(session.target_lang().map(Lang::as_str), Some("en"));
    assert!(session.counts().content() > 30, "{:?}", session.counts());
    assert!(session.counts().sure > 20, "{:?}", session.counts());
    assert!(window.shows("Row 2 source"));
}

#[test]
fn links_are_accepted_by_key_and_go_to_a_memory_once() {
    let mut window = Window::sample(FULL, Theme::Light);
    window.press(CTRL_SHIFT, Key::Enter);
    let accepted = window.session().counts().accepted;
    assert!(accepted > 20);
    let units = |window: &Window| -> usize {
        let library = &window.harness.state().desk().library;
        library.shelves().iter().map(|shelf| shelf.memory.len()).sum()
    };
    let before = units(&window);
    for (round, expected) in [("first", true), ("second", false)] {
        let had = units(&window);
        window.press(CTRL_SHIFT, Key::M);
        assert!(window.shows("Add accepted rows to a memory"), "{round}");
        window.press(NONE, Key::Enter);
        assert_eq!(units(&window) > had, expected, "{round}");
    }
    assert!(units(&window) > before + 15);
}

#[test]
fn every_correction_of_an_alignment_is_undone_to_the_byte() {
    let mut window = Window::sample(FULL, Theme::Light);
    let start = window.bytes();
    for (name, modifiers, key) in [
        ("join", CTRL, Key::J),
        ("move down", ALT, Key::ArrowDown),
        ("move up", ALT, Key::ArrowUp),
        ("move source down", ALT_SHIFT, Key::ArrowDown),
        ("move source up", ALT_SHIFT, Key::ArrowUp),
        ("unlink", CTRL, Key::U),
        ("left out or added", CTRL_SHIFT, Key::U),
        ("accept", CTRL, Key::Enter),
        ("pin", CTRL, Key::L),
        ("accept all", CTRL_SHIFT, Key::Enter),
    ] {
        // Row 8 of the sample is in the middle of the text.
        window.click("Row 8 source");
        window.press(modifiers, key);
        assert_ne!(window.bytes(), start, "{name} changes something");
        window.session().project().check().expect(name);
        let changed = window.bytes();
        window.press(CTRL, Key::Z);
        assert_eq!(window.bytes(), start, "{name} is undone");
        window.press(CTRL, Key::Y);
        assert_eq!(window.bytes(), changed, "{name} is done again");
        window.press(CTRL, Key::Z);
    }
}

#[test]
fn a_joined_row_is_split_again() {
    let mut window = Window::sample(FULL, Theme::Light);
    window.click("Row 8 source");
    let row = window.session().row();
    let rows = window.session().beads().len();
    window.press(CTRL, Key::J);
    assert_eq!(window.session().beads().len(), rows - 1);
    assert_eq!(window.session().beads()[row].link, Link::Accepted);
    window.press(CTRL, Key::T);
    assert_eq!(window.session().beads().len(), rows);
}

#[test]
fn a_pasted_text_is_translated_row_by_row() {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste(
        "Mesdames et Messieurs,\n\nNous avons signé un accord. Il entre en vigueur demain.\n",
    );
    assert!(window.shows("New from one text"));
    window.press(CTRL, Key::Enter);
    assert_eq!(window.view(), View::Translate);
    assert_eq!(window.session().beads().len(), 3);
    window.click("Row 2 target");
    window.type_into("Target of row 2", "We signed an agreement.");
    assert_eq!(window.target(1), "We signed an agreement.");
    assert_eq!(window.state(1), Some(State::Draft));
    window.press(CTRL, Key::Enter);
    assert_eq!(window.state(1), Some(State::Translated));
    assert_eq!(window.session().row(), 2, "the next open row is active");
    window.type_into("Target of row 3", "It enters into force tomorrow.");
    assert_eq!(window.target(2), "It enters into force tomorrow.");
}

#[test]
fn the_house_s_formulae_come_from_the_starter_memory() {
    let mut window = Window::later(FULL, Theme::Light);
    let session = window.session();
    let row = (0..session.beads().len())
        .find(|&row| session.source_text(row) == "Mesdames et Messieurs,")
        .expect("the greeting");
    let number = session.beads()[row].number;
    window.click(&format!("Row {number} target"));
    assert_eq!(window.target(row), "Ladies and gentlemen,", "entering drafts the match");
    let origin = window.session().beads()[row].origin;
    assert!(matches!(origin, Origin::Match { score: 100.., .. }), "{origin:?}");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(row), "");
    window.press(CTRL, Key::Num1);
    assert_eq!(window.target(row), "Ladies and gentlemen,", "Ctrl+1 takes it");
    window.press(CTRL, Key::Enter);
    assert_eq!(window.state(row), Some(State::Translated));
}

#[test]
fn confirming_fills_identical_rows_and_undo_takes_all_of_it_back() {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Nous le confirmons.\n\nUne autre phrase suit ici.\n\nNous le confirmons.\n");
    window.press(CTRL, Key::Enter);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We confirm it.");
    let typed = window.bytes();
    window.press(CTRL, Key::Enter);
    assert_eq!(window.target(2), "We confirm it.");
    assert!(matches!(window.session().beads()[2].origin, Origin::Propagated { .. }));
    let units = |window: &Window| {
        let desk = window.harness.state().desk();
        let shelves = desk.library.shelves().iter();
        shelves
            .filter(|s| s.memory.header().name == "working memory")
            .map(|s| s.memory.len())
            .sum::<usize>()
    };
    assert_eq!(units(&window), 1);
    // The draft of the row that was entered afterwards may stand on top.
    while window.session().undo_name() != Some("confirm") {
        window.press(CTRL, Key::Z);
    }
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), typed);
    assert_eq!(units(&window), 0, "the stored unit is withdrawn");
}

#[test]
fn plain_enter_does_nothing_and_shift_enter_breaks_the_line() {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Une phrase.\n");
    window.press(CTRL, Key::Enter);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "One");
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), "One");
    window.press(Modifiers::SHIFT, Key::Enter);
    assert_eq!(window.target(0), "One\n");
}

#[test]
fn undo_of_typing_goes_word_by_word() {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Une phrase.\n");
    window.press(CTRL, Key::Enter);
    window.click("Row 1 target");
    for letter in "one two".chars() {
        window.type_into("Target of row 1", &letter.to_string());
    }
    assert_eq!(window.target(0), "one two");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "one ");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "");
    window.press(CTRL, Key::Y);
    window.press(CTRL, Key::Y);
    assert_eq!(window.target(0), "one two");
}

#[test]
fn a_release_is_saved_and_opened_where_it_was_left() {
    let mut window = Window::later(FULL, Theme::Light);
    window.click("Row 6 target");
    window.type_into("Target of row 6", " and more");
    let (row, target) = (window.session().row(), window.target(window.session().row()));
    window.press(CTRL, Key::S);
    let path = window.path("later.project.ron");
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    assert!(path.is_file());
    assert!(!window.session().is_dirty());
    let saved = window.bytes();
    window.press(CTRL, Key::W);
    assert!(window.shows("Recent releases") || window.shows("Releases"));
    window.press(CTRL, Key::O);
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().row(), row);
    assert_eq!(window.target(row), target);
    assert_eq!(window.session().project().translations, {
        let read = diptych::formats::project_ron::read(&saved).expect("it is a project");
        read.value.translations
    });
}

#[test]
fn a_folder_of_releases_opens_as_a_list() {
    let mut window = Window::sample(FULL, Theme::Light);
    window.press(CTRL, Key::S);
    window.press(CTRL, Key::A);
    let path = window.path("house/first.project.ron");
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    assert!(path.is_file());
    window.press(CTRL, Key::W);
    window.press(CTRL_SHIFT, Key::O);
    window.press(CTRL, Key::A);
    let folder = window.path("house").display().to_string();
    window.type_into("Path", &folder);
    window.press(NONE, Key::Enter);
    assert!(window.shows("1 release"));
    assert!(window.shows("Open Déclaration à la presse"));
}

#[test]
fn unsaved_changes_are_guarded() {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste("Une phrase.\n");
    window.press(CTRL, Key::Enter);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "A sentence.");
    window.press(CTRL_SHIFT, Key::P);
    window.type_into("Find a command", "sample");
    window.press(NONE, Key::Enter);
    assert!(window.shows("Save your changes?"));
    window.click("Cancel");
    assert_eq!(window.target(0), "A sentence.");
    window.press(CTRL_SHIFT, Key::P);
    window.type_into("Find a command", "sample");
    window.press(NONE, Key::Enter);
    window.click("Do not save");
    assert_eq!(window.view(), View::Align, "the sample is open");
}

#[test]
fn what_cannot_be_opened_is_told_and_the_window_lives() {
    let mut window = Window::start(FULL, Theme::Light);
    let empty = window.path("empty.txt");
    let binary = window.path("picture.txt");
    let newer = window.path("newer.project.ron");
    for (path, bytes) in [
        (&empty, &b""[..]),
        (&binary, &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0"[..]),
        (&newer, &b"(format: 999,\n)"[..]),
    ] {
        std::fs::File::create(path)
            .and_then(|mut f| std::io::Write::write_all(&mut f, bytes))
            .expect("written");
    }
    let missing = window.path("missing.project.ron");
    for (path, says) in [
        (missing, "missing.project.ron"),
        (empty, "empty"),
        (binary, "picture.txt"),
        (newer, "newer Diptych"),
    ] {
        window.press(CTRL, Key::O);
        window.press(CTRL, Key::A);
        window.type_into("Path", &path.display().to_string());
        window.press(NONE, Key::Enter);
        assert!(window.shows(says), "{}", path.display());
    }
    window.click("Open the sample");
    assert_eq!(window.view(), View::Align);
}

#[test]
fn the_target_text_goes_to_the_clipboard_with_one_key() {
    let mut window = Window::sample(FULL, Theme::Light);
    window.harness.event_modifiers(egui::Event::Copy, CTRL_SHIFT);
    window.settle();
    let copied = window.harness.output().platform_output.commands.iter().any(|command| {
        matches!(command, egui::OutputCommand::CopyText(text) if text.contains("Irène Valmont"))
    });
    assert!(copied || window.shows("on the clipboard"));
}

#[test]
fn rows_that_are_not_content_are_hidden_and_come_back() {
    let mut window = Window::sample(FULL, Theme::Light);
    assert!(window.shows("Row 1 source"));
    let first = window.session().row();
    assert!(first > 0, "the work begins behind the page chrome");
    window.press(CTRL_SHIFT, Key::H);
    assert!(!window.shows("Row 1 source"), "page chrome at the head");
    window.press(CTRL, Key::ArrowUp);
    assert_eq!(window.session().row(), first, "a hidden row is passed over");
    window.press(CTRL_SHIFT, Key::H);
    window.press(CTRL, Key::ArrowUp);
    assert!(window.shows("Row 1 source"));
}

#[test]
fn the_small_window_has_everything_the_work_needs() {
    let window = Window::sample(SMALL, Theme::Dark);
    for name in ["Accept", "Join", "Row 2 source", "Doubtful"] {
        assert!(window.shows(name), "{name}");
    }
}
