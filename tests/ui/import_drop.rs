//! Files that hold units are dropped on the window, and an import is stopped half-way: what
//! was written until then stays and is told.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{DroppedFile, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable as _;

use crate::desk::{FULL, Window};
use crate::shots::shoot;

/// A file as the system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Lets files of these names and contents go over the window.
fn drop_on(window: &mut Window, files: &[(&str, &str)]) {
    for (name, content) in files {
        let path = window.path(name);
        std::fs::write(&path, content).expect("written");
        window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    }
    window.settle();
}

/// How many units the memory of this name has.
fn units(window: &Window, name: &str) -> Option<usize> {
    let shelves = window.harness.state().desk().library.shelves();
    shelves
        .iter()
        .find_map(|shelf| (shelf.memory.header().name == name).then(|| shelf.memory.len()))
}

const TMX: &str = "<tmx version=\"1.4\"><header srclang=\"fr\"/><body>\
    <tu><tuv xml:lang=\"fr\"><seg>Le pont</seg></tuv>\
    <tuv xml:lang=\"en\"><seg>The bridge</seg></tuv></tu></body></tmx>";

#[test]
fn a_tmx_that_is_dropped_is_imported_by_the_dialog() {
    let mut window = Window::start(FULL, Theme::Light);
    drop_on(&mut window, &[("ponts.tmx", TMX)]);
    assert!(window.shows("fr to en, 1 unit"), "the dialog shows its pair");
    assert_eq!(units(&window, "ponts"), None, "nothing is written unasked");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(units(&window, "ponts"), Some(1));
}

#[test]
fn a_table_that_is_dropped_is_imported_by_the_dialog_one_at_a_time() {
    let mut window = Window::start(FULL, Theme::Dark);
    let portes = "La porte;The door\nLa clé;The key\n";
    drop_on(&mut window, &[("portes.fr-en.csv", portes), ("ponts.tmx", TMX)]);
    assert!(window.shows("1: source") && window.shows("2: target"));
    assert!(window.shows("one file is imported at a time"), "the other one is told");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!((units(&window, "portes"), units(&window, "ponts")), (Some(2), None));
}

/// A TMX of so many units, no two alike.
fn large(units: usize) -> String {
    let unit = |number: usize| {
        format!(
            "<tu><tuv xml:lang=\"fr\"><seg>Le pont {number} est long.</seg></tuv>\
             <tuv xml:lang=\"en\"><seg>Bridge {number} is long.</seg></tuv></tu>\n"
        )
    };
    let body: String = (0..units).map(unit).collect();
    format!("<tmx version=\"1.4\"><header srclang=\"fr\"/><body>{body}</body></tmx>")
}

#[test]
fn an_import_that_is_stopped_leaves_whole_units_and_can_be_taken_up_again() {
    const UNITS: usize = 60_000;
    let mut window = Window::start(FULL, Theme::Light);
    drop_on(&mut window, &[("ponts.tmx", &large(UNITS))]);
    assert!(window.shows("fr to en"), "it is looked at");
    // No waiting from here on: the job is under way when it is stopped.
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.harness.step();
    window.harness.step();
    let jobs = |window: &Window| window.harness.state().desk().under_way().len();
    assert_eq!(jobs(&window), 1, "the import is under way");
    window.harness.get_by_label("Stop").click();
    window.harness.step();
    window.settle();
    assert_eq!(jobs(&window), 0);
    shoot(&mut window.harness, "import-stopped-light");
    assert!(window.shows("Stopped before the end; what was read until then is kept."));
    let path = window.path("home/memories/ponts.fr-en.memory.ron");
    let read = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let reading = diptych::formats::memory_ron::read(&text).ok();
        reading.map(|read| (read.value.revisions.len(), read.problems.len()))
    };
    let kept = units(&window, "ponts").unwrap_or(0);
    assert!(kept < UNITS, "it was stopped in time");
    match read(&path) {
        Some(in_file) => assert_eq!(in_file, (kept, 0), "whole units, and all are at hand"),
        None => assert_eq!((kept, path.exists()), (0, false), "nothing was written"),
    }
    // The whole of it, none twice.
    window.press(Modifiers::NONE, Key::Escape);
    drop_on(&mut window, &[("ponts.tmx", &large(UNITS))]);
    window.press(Modifiers::COMMAND, Key::Enter);
    let all: usize = window
        .harness
        .state()
        .desk()
        .library
        .shelves()
        .iter()
        .filter(|shelf| shelf.memory.header().name == "ponts")
        .map(|shelf| shelf.memory.len())
        .max()
        .unwrap_or(0);
    assert_eq!(all, UNITS);
}
