//! Memories at work in the window: they fill while somebody works, matches come from
//! another thread, repaired ones are told, memories are exported.

use std::path::{Path, PathBuf};

use diptych::formats::memory_ron;
use diptych::model::{
    Lang, MemoryFile, MemoryId, Origin, Revision, SeededIds, Timestamp, Unit, UnitStatus,
};
use diptych::store::Disk;
use diptych::workbench::Command;
use diptych::workbench::desk::{Desk, NewTexts, Ran};
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window, desk_in};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

const DONE_IN: (&str, &str) =
    ("Fait à Sarnel, le 25 juin 2024.", "Done in Sarnel on June 25, 2024.");

/// A memory file of these units.
fn write(path: &Path, name: &str, units: &[(String, String)]) -> MemoryFile {
    let lang = |tag: &str| -> Lang { tag.parse().expect(tag) };
    let mut ids = SeededIds::new(name.bytes().map(u64::from).sum());
    let mut file = MemoryFile::new(name, lang("fr"), lang("en"), &mut ids);
    let revision = |(source, target): &(String, String)| {
        let unit = Unit::plain(source, target, UnitStatus::Published);
        Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids)
    };
    file.revisions = units.iter().map(revision).collect();
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    std::fs::File::create(path)
        .and_then(|mut out| {
            std::io::Write::write_all(&mut out, memory_ron::write(&file).as_bytes())
        })
        .expect("written");
    file
}

/// So many units, no two alike, of which the one of a number is `La commission 7 …`.
fn many(range: std::ops::Range<usize>) -> Vec<(String, String)> {
    let nouns = ["commission", "délégation", "assemblée", "conférence", "mission"];
    let verbs = ["examine", "adopte", "reporte", "publie", "renvoie", "confirme", "annule"];
    range
        .map(|n| {
            let (noun, verb) = (nouns[n % nouns.len()], verbs[n % verbs.len()]);
            let place = format!("val{}", n / 35);
            (
                format!("La {noun} de {place} {verb} le texte du bureau."),
                format!("Unit {n}: the office's text in {place}."),
            )
        })
        .collect()
}

fn pairs(units: &[(&str, &str)]) -> Vec<(String, String)> {
    units.iter().map(|(source, target)| ((*source).to_owned(), (*target).to_owned())).collect()
}

#[test]
fn memories_beside_a_release_are_used_and_told() {
    let window = Window::saved(Theme::Light);
    let path = window.path("accord.project.ron");
    let house = [("Il entre en vigueur demain.", "It enters into force tomorrow.")];
    write(&window.path("house.fr-en.memory.ron"), "house", &pairs(&house));
    std::fs::write(window.path("torn.fr-en.memory.ron"), "(format: 1,\nhea").expect("written");
    let folder = window.abandon();
    let mut window = Window::start_in(folder, FULL, Theme::Light);
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    let told = "Memory “house” beside the release is used: 1 unit";
    assert!(window.shows(told), "{told}");
    window.press(CTRL, Key::ArrowDown);
    assert_eq!(window.target(1), house[0].1, "it is drafted from");
    let desk = window.harness.state().desk();
    assert!(desk.settings.memories.is_empty(), "it comes with the release, not on other days");
}

/// A release to be translated into English, in a folder of its own.
fn desk_with(folder: &Path, text: &str) -> Desk {
    let mut desk = desk_in(folder);
    let source = (text.to_owned(), String::new(), Some("fr".parse().expect("fr")));
    let target_lang = Some("en".parse().expect("en"));
    desk.make(NewTexts { source, target: None, target_lang });
    desk
}

fn target(desk: &Desk, row: usize) -> String {
    let session = desk.session.as_ref().expect("open");
    session.beads().get(row).map(diptych::model::Bead::target_text).unwrap_or_default()
}

fn working(folder: &Path) -> PathBuf {
    folder.join("home/memories/working.fr-en.memory.ron")
}

#[test]
fn what_is_confirmed_while_a_memory_fills_is_in_it_and_in_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = working(folder.path());
    let id = write(&path, "own", &many(0..30_000)).header.id;
    let mut desk = desk_with(folder.path(), "Une phrase tout à fait neuve.\n\nUne autre suit.\n");
    let shelf = desk.library.shelf(id).expect("its place is there at once");
    assert!(!shelf.is_whole && shelf.memory.is_empty(), "the file is being read");
    assert!(desk.under_way().iter().any(|job| job.name == "Opening own"));
    desk.enter(0);
    desk.type_target("A sentence that is quite new.");
    assert_eq!(desk.run(Command::Confirm), Ran::Done);
    desk.library.settle_writing();
    let text = std::fs::read_to_string(&path).expect("there");
    assert!(text.contains("A sentence that is quite new."), "behind the end of the file");
    desk.settle();
    let shelf = desk.library.shelf(id).expect("there");
    assert_eq!((shelf.is_whole, shelf.memory.len()), (true, 30_001));
    let again = desk_in(folder.path());
    let mut again = again;
    again.settle();
    assert_eq!(again.library.shelf(id).map(|shelf| shelf.memory.len()), Some(30_001));
    let caches = std::fs::read_dir(folder.path().join("home/cache")).expect("a folder").count();
    assert_eq!(caches, 1, "the next opening is quicker");
}

#[test]
fn a_memory_that_is_stopped_while_it_opens_takes_what_is_confirmed_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("house.fr-en.memory.ron");
    let id = write(&path, "house", &many(0..30_000)).header.id;
    let mut desk = desk_with(folder.path(), "Une phrase tout à fait neuve.\n");
    desk.open(&path);
    let job = desk.under_way().iter().find(|job| job.name == "Opening house").map(|job| job.number);
    desk.cancel();
    assert_eq!(desk.under_way().len(), 1, "Escape leaves alone what nobody waits for");
    desk.stop(job.expect("it is under way"));
    desk.settle();
    let told: Vec<String> = desk.messages().into_iter().map(|message| message.text).collect();
    assert!(told.iter().any(|text| text == "Opening house: stopped"), "{told:?}");
    assert!(desk.library.shelf(id).is_some_and(|shelf| !shelf.is_whole));
    let before = std::fs::metadata(&path).expect("there").len();
    desk.enter(0);
    desk.type_target("A sentence that is quite new.");
    desk.run(Command::Confirm);
    desk.open(&path);
    desk.settle();
    let shelf = desk.library.shelf(id).expect("there");
    assert!(shelf.is_whole && shelf.memory.len() >= 30_000, "{}", shelf.memory.len());
    assert!(std::fs::metadata(&path).expect("there").len() >= before, "nothing is lost");
}

#[test]
fn a_draft_that_comes_late_never_overwrites_what_was_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&working(folder.path()), "own", &pairs(&[DONE_IN]));
    let text = "Fait à Sarnel, le 25 juin 2024.\n\nFait à Sarnel, le 26 juin 2024.\n";
    let mut desk = desk_with(folder.path(), text);
    desk.enter(0);
    desk.type_target("x");
    desk.settle();
    assert_eq!(target(&desk, 0), "x");
    let mut desk = desk_with(folder.path(), text);
    desk.enter(1);
    desk.enter(0);
    desk.settle();
    let drafted = [target(&desk, 0), target(&desk, 1)];
    assert_eq!(drafted, [DONE_IN.1, ""], "row 2 was left before its match was there");
    desk.enter(1);
    assert_eq!(target(&desk, 1), "Done in Sarnel on June 26, 2024.", "looked up ahead");
    desk.run(Command::Undo);
    desk.settle();
    assert_eq!(target(&desk, 1), "", "what was undone is not drafted again");
    // The key may be quicker than the match.
    desk.run(Command::TakeMatch(1));
    desk.settle();
    assert_eq!(target(&desk, 1), "Done in Sarnel on June 26, 2024.");
}

/// A window on two rows whose second is like a unit of two memories.
fn repaired() -> Window {
    repaired_in(FULL, Theme::Light)
}

fn repaired_in(size: egui::Vec2, theme: Theme) -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    write(&working(folder.path()), "own", &pairs(&[DONE_IN]));
    let house = folder.path().join("house.fr-en.memory.ron");
    write(&house, "house", &pairs(&[DONE_IN]));
    let mut window = Window::start_in(folder, size, theme);
    window.harness.state_mut().desk_mut().open(&house);
    window.paste("Merci de votre attention.\n\nFait à Sarnel, le 26 juin 2024.\n");
    window.press(CTRL, Key::Enter);
    window.click("Row 2 target");
    window
}

#[test]
fn a_repaired_match_is_told_drafted_and_keeps_its_score() {
    let mut window = repaired();
    shoot(&mut window.harness, "repaired-light");
    assert_eq!(window.target(1), "Done in Sarnel on June 26, 2024.");
    let origin = window.session().beads()[1].origin;
    assert!(matches!(origin, Origin::Match { score: 96, edited: false, .. }), "{origin:?}");
    assert!(window.shows(
        "Match 1, 96 %, repaired, Done in Sarnel on June 26, 2024., \
         stored as Done in Sarnel on June 25, 2024., from own, also in house"
    ));
    assert!(!window.shows("Match 2"), "the same unit in two memories is one match");
    let mut small = repaired_in(SMALL, Theme::Dark);
    shoot(&mut small.harness, "repaired-small-dark");
    small.press(CTRL, Key::F1);
    shoot(&mut small.harness, "why-small-dark");
}

#[test]
fn why_a_match_has_its_percentage_is_one_key_away() {
    let mut window = repaired();
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(1), "");
    window.press(CTRL, Key::F1);
    for line in ["Why 96 %: match 1", "words and marks are the same: 100 %", "−4: another date"] {
        assert!(window.shows(line), "{line}");
    }
    assert!(window.shows("Also in house"));
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(1), "Done in Sarnel on June 26, 2024.");
}

#[test]
fn a_memory_is_exported_in_the_format_that_is_chosen() {
    let mut window = repaired();
    for (format, ending, holds) in [
        ("TSV", "tsv", "Fait à Sarnel, le 25 juin 2024.\tDone in Sarnel on June 25, 2024.\n"),
        ("CSV", "csv", "Published"),
        ("TMX", "tmx", "<seg>Fait à Sarnel"),
        ("Diptych memory", "memory.ron", "name:\"house\""),
    ] {
        window.press(CTRL_SHIFT, Key::P);
        window.type_into("Find a command", "Export a memory");
        window.press(NONE, Key::Enter);
        window.click("Export house: fr to en, 1 unit");
        window.click(format);
        window.press(NONE, Key::Enter);
        window.press(CTRL, Key::A);
        let path = window.path(&format!("out.{ending}"));
        window.type_into("Path", &path.display().to_string());
        window.press(NONE, Key::Enter);
        assert!(window.shows("1 unit to"), "{format}");
        let text = std::fs::read_to_string(&path).expect(format);
        assert!(text.contains(holds), "{format}: {text}");
    }
    // The file of an open memory is not written over.
    let house = window.path("house.fr-en.memory.ron");
    let before = std::fs::read(&house).expect("there");
    let desk = window.harness.state_mut().desk_mut();
    let id: MemoryId = desk.library.shelves().last().expect("house").memory.header().id;
    desk.export_memory_to(id, diptych::workbench::export_memory::MemoryFormat::Ron, &house);
    window.settle();
    assert!(window.shows("choose another name"));
    assert_eq!(std::fs::read(&house).expect("there"), before);
}

#[test]
fn what_an_import_appends_is_found_and_indexed_in_a_job() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("house.fr-en.memory.ron");
    let file = write(&path, "house", &many(0..100));
    let sentence = "La mission de val600 confirme le texte du bureau.";
    let mut desk = desk_with(folder.path(), &format!("{sentence}\n"));
    desk.open(&path);
    desk.settle();
    let version = desk.library.version();
    let mut ids = SeededIds::new(77);
    let revision = |(source, target): (String, String)| {
        let unit = Unit::plain(&source, &target, UnitStatus::Published);
        Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids)
    };
    let added: Vec<Revision> = many(100..22_000).into_iter().map(revision).collect();
    diptych::store::memory::append(&Disk, &path, &file.header, &added).expect("added");
    desk.read_on(file.header.id);
    desk.settle();
    assert_eq!(desk.library.shelf(file.header.id).map(|shelf| shelf.memory.len()), Some(22_000));
    assert!(desk.library.version() > version);
    let session = desk.session.as_ref().expect("open");
    let offers = session.offers_of(0).expect("looked up");
    assert_eq!(offers.first().map(|offer| offer.found.score), Some(100), "{sentence}");
    let told = desk.messages();
    assert!(told.iter().all(|message| !message.text.contains("failed")), "{told:?}");
}
