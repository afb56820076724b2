//! The units of a memory as a table, by keys: found, edited, deleted, merged, taken back.
//! Files only grow at their tails, and what another program did meanwhile is left.

use std::path::PathBuf;

use diptych::formats::memory_ron::{self, CLOSING};
use diptych::memory::Memory;
use diptych::memory::maintain::Doer;
use diptych::model::{
    Lang, MemoryFile, MemoryId, Revision, SeededIds, Timestamp, Unit, UnitStatus, UpdateRule,
};
use diptych::store::{self, Disk};
use egui::{Key, Modifiers, Theme, Vec2};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;

use UnitStatus::{Approved, Published, Translated};

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_780_000_000 + seconds).expect("in range")
}

/// Source, target, author, release, date, status, origin.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    UnitStatus,
    &'static str,
);

const ROWS: [Row; 12] = [
    (
        "Les deux pays ont signé un accord de pêche.",
        "The two countries signed a fisheries agreement.",
        "Ines",
        "0417",
        "2026-02-03",
        Published,
        "",
    ),
    (
        "L’accord entre en vigueur demain.",
        "The agreement enters into force tomorrow.",
        "Ines",
        "0417",
        "2026-02-03",
        Published,
        "",
    ),
    (
        "L'accord entre en vigueur demain.",
        "The agreement enters into force tomorrow.",
        "Tomas",
        "0388",
        "2025-11-20",
        Translated,
        "",
    ),
    (
        "Une commission mixte en suivra l’application.",
        "A joint committee will monitor its application.",
        "Ines",
        "0417",
        "2026-02-03",
        Approved,
        "",
    ),
    (
        "Une commission mixte en suivra l’application.",
        "A mixed commission will follow its application.",
        "Tomas",
        "0388",
        "2025-11-20",
        Translated,
        "",
    ),
    (
        "Le texte est public.",
        "The text is <b>public</b>.",
        "Tomas",
        "0388",
        "2025-11-20",
        Translated,
        "",
    ),
    (
        "La séance est reprise à seize heures.",
        "La séance est reprise à seize heures.",
        "Tomas",
        "0391",
        "2025-12-02",
        Translated,
        "",
    ),
    (
        "La ministre a remercié son collègue de son accueil.",
        "The Minister thanked her colleague for his welcome.",
        "Ines",
        "0420",
        "2026-02-19",
        Approved,
        "",
    ),
    ("Fait à Sarnel.", "Done at Sarnel.", "", "", "", Translated, "TMX import"),
    ("La délégation est partie.", "The delegation has left.", "", "", "", Translated, "TMX import"),
    (
        "Le prix du blé monte.",
        "The price of wheat is rising.",
        "",
        "",
        "",
        Translated,
        "TMX import",
    ),
    ("Merci.", "Thank you.", "Ines", "0420", "2026-02-19", Approved, ""),
];

fn file() -> MemoryFile {
    let lang = |tag: &str| -> Lang { tag.parse().expect(tag) };
    let mut ids = SeededIds::new(41);
    let mut file = MemoryFile::new("statements", lang("fr"), lang("en"), &mut ids);
    for (place, (source, target, author, release, date, status, origin)) in (0..).zip(ROWS) {
        let mut unit = Unit::plain(source, target, status);
        author.clone_into(&mut unit.author);
        release.clone_into(&mut unit.release);
        origin.clone_into(&mut unit.origin);
        unit.date = date.parse().ok();
        file.revisions.push(Revision::first(unit, at(60 * place), &mut ids));
    }
    file
}

/// A window with that memory, its table open.
struct Table {
    window: Window,
    path: PathBuf,
    memory: MemoryId,
    before: Vec<u8>,
}

impl Table {
    fn new(size: Vec2, theme: Theme) -> Self {
        Self::of(&file(), size, theme)
    }

    fn of(file: &MemoryFile, size: Vec2, theme: Theme) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("statements.fr-en.memory.ron");
        std::fs::write(&path, memory_ron::write(file)).expect("written");
        let mut window = Window::start_in(folder, size, theme);
        window.harness.state_mut().desk_mut().open(&path);
        window.settle();
        let before = std::fs::read(&path).expect("there");
        let mut table = Self { window, path, memory: file.header.id, before };
        table.open("statements");
        table
    }

    /// Opens the table from the list of memories.
    fn open(&mut self, name: &str) {
        self.window.press(CTRL, Key::M);
        let shelves = self.window.harness.state().desk().library.shelves();
        let place = shelves.iter().position(|shelf| shelf.memory.header().name == name);
        for _ in 0..place.expect(name) {
            self.window.press(NONE, Key::ArrowDown);
        }
        self.window.press(CTRL, Key::U);
        assert!(self.window.shows("Units of a memory"));
    }

    fn press(&mut self, held: Modifiers, key: Key) {
        self.window.press(held, key);
    }

    fn find(&mut self, text: &str) {
        self.press(CTRL, Key::F);
        self.press(CTRL, Key::A);
        self.window.type_into("Find in units", text);
    }

    /// How many rows the table has.
    fn rows(&self) -> usize {
        self.window.harness.state().desk().units().expect("open").listing.lines.len()
    }

    /// Targets of the rows of the table.
    fn shown(&self) -> Vec<String> {
        let table = self.window.harness.state().desk().units().expect("open");
        let unit = |slot| table.ledger.unit(slot).map(|stored| stored.unit.target.to_owned());
        table.listing.lines.iter().filter_map(|line| unit(line.slot)).collect()
    }

    /// Targets of the units that the file has now; that the file only grew at its tail.
    fn targets(&self) -> Vec<String> {
        let bytes = std::fs::read(&self.path).expect("there");
        let kept = self.before.len() - CLOSING.len();
        assert_eq!(bytes.get(..kept), self.before.get(..kept), "only the tail grew");
        let reading = store::memory::open(&Disk, &self.path).expect("readable");
        assert_eq!(reading.problems, []);
        let memory = Memory::new(reading.value);
        let desk = self.window.harness.state().desk();
        let shelf = desk.library.shelf(self.memory).expect("on the shelf");
        let targets = |memory: &Memory| -> Vec<String> {
            memory.units().map(|stored| stored.unit.target.to_owned()).collect()
        };
        assert_eq!(targets(&memory), targets(&shelf.memory), "the file and the shelf agree");
        targets(&memory)
    }

    fn is_as_it_was(&self) -> bool {
        let mut now = self.targets();
        let mut before: Vec<String> = ROWS.iter().map(|row| row.1.to_owned()).collect();
        now.sort();
        before.sort();
        now == before
    }
}

#[test]
fn units_are_found_sorted_and_filtered() {
    let mut table = Table::new(FULL, Theme::Light);
    assert_eq!(table.rows(), 12);
    shoot(&mut table.window.harness, "units-light");
    table.find("accord");
    assert_eq!(table.rows(), 3);
    assert!(table.window.shows("3 of 12 units"));
    assert!(table.window.shows("Unit 1: Les deux pays"));
    table.window.click("Regex");
    table.find("^(the|a) ");
    assert_eq!(table.rows(), 9);
    table.find("(the");
    assert!(table.window.shows("not a regular expression"));
    table.find("zzz");
    assert!(table.window.shows("No unit is found"));
    table.find("");
    table.press(CTRL, Key::A);
    table.press(NONE, Key::Delete);
    table.window.click("Words");
    assert_eq!(table.rows(), 12);
    table.window.click("Sort by Target");
    assert_eq!(
        table.shown().first().map(String::as_str),
        Some("A joint committee will monitor its application.")
    );
    table.window.click("Sort by Target");
    assert_eq!(
        table.shown().last().map(String::as_str),
        Some("A joint committee will monitor its application.")
    );
    table.window.click("Filters");
    table.window.click("From 2024-03");
    table.window.type_into("From 2024-03", "2026");
    assert_eq!(table.rows(), 5);
    shoot(&mut table.window.harness, "units-filters-light");
    table.window.type_into("From 2024-03", "x");
    assert!(table.window.shows("is not a date"));
    table.window.click("Clear");
    assert_eq!(table.rows(), 12);
    table.window.click("Same on both sides");
    assert_eq!(table.shown(), ["La séance est reprise à seize heures."]);
}

#[test]
fn a_unit_is_edited_in_its_row_and_undone() {
    let mut table = Table::new(FULL, Theme::Dark);
    table.find("public");
    table.press(NONE, Key::ArrowDown);
    table.press(NONE, Key::Enter);
    table.press(CTRL, Key::A);
    table.window.type_into("Target of the unit", "The text is public.");
    shoot(&mut table.window.harness, "units-edit-dark");
    table.press(NONE, Key::Enter);
    assert!(table.targets().contains(&"The text is public.".to_owned()));
    assert_eq!(table.shown(), ["The text is public."]);
    let desk = table.window.harness.state().desk();
    let shelf = desk.library.shelf(table.memory).expect("there");
    let edited = shelf.memory.units().find(|stored| stored.unit.target == "The text is public.");
    assert_eq!(edited.map(|stored| stored.unit.author), Some("Anna"));
    table.press(CTRL, Key::Z);
    assert!(table.is_as_it_was());
    table.press(CTRL, Key::Y);
    assert!(table.targets().contains(&"The text is public.".to_owned()));
    // Left with Escape, or with nothing in a side, it stays as it was.
    table.press(NONE, Key::Enter);
    table.press(CTRL, Key::A);
    table.press(NONE, Key::Delete);
    table.press(NONE, Key::Enter);
    assert!(table.window.shows("A unit needs a source and a target"));
    table.press(NONE, Key::Enter);
    table.window.type_into("Target of the unit", "xyz");
    table.press(NONE, Key::Escape);
    assert!(table.window.shows("Units of a memory"));
    assert!(table.targets().contains(&"The text is public.".to_owned()));
}

#[test]
fn units_that_are_selected_are_deleted_after_a_question() {
    let mut table = Table::new(FULL, Theme::Light);
    table.press(NONE, Key::ArrowDown);
    table.press(NONE, Key::End);
    for _ in 0..2 {
        table.press(SHIFT, Key::ArrowUp);
    }
    table.press(NONE, Key::Delete);
    assert!(table.window.shows("3 units are deleted") && table.window.shows("Thank you."));
    shoot(&mut table.window.harness, "units-delete-light");
    table.press(NONE, Key::Escape);
    assert!(table.is_as_it_was(), "nothing is done before somebody says so");
    table.press(NONE, Key::Delete);
    table.window.click("Delete 3 units");
    assert_eq!((table.targets().len(), table.rows()), (9, 9));
    // One alone goes at once; the row below takes its place.
    table.press(NONE, Key::Delete);
    assert_eq!(table.rows(), 8);
    table.press(CTRL, Key::Z);
    assert_eq!(table.rows(), 9);
    table.press(CTRL, Key::Z);
    assert!(table.is_as_it_was());
    table.press(CTRL, Key::Z);
    assert!(table.window.shows("There is nothing to take back"));
    // All, and back, also when the table was closed meanwhile.
    table.press(CTRL, Key::A);
    table.press(NONE, Key::Delete);
    table.press(NONE, Key::Enter);
    assert_eq!(table.targets(), Vec::<String>::new());
    assert!(table.window.shows("No unit is found"));
    table.press(NONE, Key::Escape);
    table.open("statements");
    table.press(NONE, Key::ArrowDown);
    table.press(CTRL, Key::Z);
    assert!(table.is_as_it_was());
}

#[test]
fn duplicates_are_merged() {
    let mut table = Table::new(FULL, Theme::Dark);
    table.press(ALT, Key::Num2);
    assert!(table.window.shows("2 units in 1 group"));
    assert_eq!(table.rows(), 2);
    shoot(&mut table.window.harness, "units-duplicates-dark");
    table.press(CTRL, Key::A);
    table.press(CTRL, Key::Enter);
    assert_eq!(table.targets().len(), 11, "one unit goes at once");
    assert!(table.window.shows("No unit says the same as another"));
    table.press(CTRL, Key::Z);
    assert!(table.is_as_it_was());
}

#[test]
fn of_conflicting_targets_one_is_kept() {
    let mut table = Table::new(FULL, Theme::Light);
    table.press(ALT, Key::Num3);
    assert_eq!(table.shown(), [ROWS[3].1, ROWS[4].1], "of one source, the newest release first");
    shoot(&mut table.window.harness, "units-conflicting-light");
    table.press(CTRL, Key::Enter);
    assert!(!table.targets().contains(&ROWS[4].1.to_owned()));
    assert!(table.window.shows("No source has several targets"));
    table.press(CTRL, Key::Z);
    assert!(table.is_as_it_was());
}

#[test]
fn what_looks_wrong_is_told() {
    let (source, target) = (
        "La commission mixte se réunira de nouveau à l’automne dans la capitale.",
        "Die gemischte Kommission wird im Herbst erneut in der Hauptstadt zusammenkommen.",
    );
    let mut file = file();
    let foreign = Unit::plain(source, target, Translated);
    file.revisions.push(Revision::first(foreign, at(0), &mut SeededIds::new(88)));
    let mut table = Table::of(&file, FULL, Theme::Dark);
    table.press(ALT, Key::Num4);
    assert_eq!(table.shown(), [ROWS[6].1, ROWS[5].1, target]);
    shoot(&mut table.window.harness, "units-suspicious-dark");
}

#[test]
fn an_import_is_rolled_back_and_what_others_changed_is_left() {
    let mut table = Table::new(FULL, Theme::Light);
    // Somebody edits one of the imported units.
    table.find("wheat");
    table.press(NONE, Key::ArrowDown);
    table.press(NONE, Key::Enter);
    table.press(CTRL, Key::A);
    table.window.type_into("Target of the unit", "Wheat prices are rising.");
    table.press(NONE, Key::Enter);
    table.press(ALT, Key::Num5);
    assert!(table.window.shows("TMX import, 3 units added"));
    assert!(table.window.shows("Tomas") && table.window.shows("Anna, 1 changed"));
    shoot(&mut table.window.harness, "units-deeds-light");
    table.press(CTRL, Key::Enter);
    assert!(table.window.shows("2 units are deleted"));
    assert!(table.window.shows("1 unit was changed since by somebody else"));
    shoot(&mut table.window.harness, "units-roll-back-light");
    table.press(NONE, Key::Enter);
    let targets = table.targets();
    assert_eq!(targets.len(), 10);
    assert!(targets.contains(&"Wheat prices are rising.".to_owned()));
    table.press(CTRL, Key::Z);
    table.press(CTRL, Key::Z);
    assert!(table.is_as_it_was());
}

#[test]
fn what_a_person_did_in_other_sessions_is_rolled_back() {
    let mut table = Table::new(FULL, Theme::Dark);
    table.press(ALT, Key::Num5);
    let deeds = &table.window.harness.state().desk().units().expect("open").deeds;
    let place = deeds.iter().position(|deed| deed.doer == Doer::Person("Tomas".to_owned()));
    for _ in 0..place.expect("told") {
        table.press(NONE, Key::ArrowDown);
    }
    table.press(NONE, Key::Enter);
    assert!(table.window.shows("4 units are deleted"));
    table.press(NONE, Key::Enter);
    assert_eq!(table.targets().len(), 8);
    assert!(!table.targets().contains(&ROWS[4].1.to_owned()));
    table.press(CTRL, Key::Z);
    assert!(table.is_as_it_was());
}

#[test]
fn what_another_program_changed_meanwhile_is_left() {
    let mut table = Table::new(FULL, Theme::Light);
    table.find("Sarnel");
    // Another program edits that unit in the file; this one has not read it yet.
    let file = store::memory::open(&Disk, &table.path).expect("readable").value;
    let other = Memory::new(file.clone());
    let unit = other.units().find(|stored| stored.unit.target == "Done at Sarnel.").expect("there");
    let changed = Unit { target: "Done in Sarnel.".to_owned(), ..unit.unit.to_unit() };
    let mut ids = SeededIds::new(77);
    let added = other.propose_update(unit.id, changed, at(9000), &mut ids).expect("proposed");
    let revision = added.revision().cloned().expect("a revision");
    store::memory::append(&Disk, &table.path, &file.header, &[revision]).expect("added");
    table.press(NONE, Key::ArrowDown);
    table.press(NONE, Key::Delete);
    assert!(table.window.shows("1 unit was changed meanwhile by somebody else"));
    assert!(table.targets().contains(&"Done in Sarnel.".to_owned()));
    assert_eq!(table.targets().len(), 12);
    assert_eq!(table.shown(), ["Done in Sarnel."], "what the other one did is shown");
    table.press(NONE, Key::Delete);
    assert_eq!(table.targets().len(), 11, "now it is known, and goes");
}

#[test]
fn a_memory_that_is_read_only_says_why() {
    let mut locked = file();
    locked.header.rule = UpdateRule::ReadOnly;
    let mut table = Table::of(&locked, SMALL, Theme::Dark);
    assert!(table.window.shows("These units cannot be changed: "));
    table.press(NONE, Key::ArrowDown);
    table.press(NONE, Key::Delete);
    table.press(NONE, Key::Enter);
    assert!(!table.window.shows("Target of the unit"), "it is not edited");
    shoot(&mut table.window.harness, "units-read-only-small-dark");
    assert_eq!(std::fs::read(&table.path).expect("there"), table.before);
    table.press(NONE, Key::Escape);
    assert!(!table.window.shows("Units of a memory"));
}

#[test]
fn matches_follow_what_is_done_in_the_table() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("statements.fr-en.memory.ron");
    let file = file();
    std::fs::write(&path, memory_ron::write(&file)).expect("written");
    let before = std::fs::read(&path).expect("there");
    let mut window = Window::start_in(folder, SMALL, Theme::Light);
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    window.paste("La délégation est partie.\n\nLe soir tombe.\n");
    window.press(CTRL, Key::Enter);
    let offered = |window: &Window| {
        let offers = window.session().offers_of(0).unwrap_or_default();
        offers.iter().map(|offer| offer.found.target.clone()).collect::<Vec<_>>()
    };
    assert_eq!(offered(&window), ["The delegation has left."]);
    let mut table = Table { window, path, memory: file.header.id, before };
    table.open("statements");
    shoot(&mut table.window.harness, "units-small-light");
    table.find("delegation");
    table.press(NONE, Key::ArrowDown);
    table.press(NONE, Key::Delete);
    assert_eq!(offered(&table.window), Vec::<String>::new());
    table.press(CTRL, Key::Z);
    assert_eq!(offered(&table.window), ["The delegation has left."]);
    table.press(NONE, Key::Escape);
    table.window.command("memory units");
    assert!(table.window.shows("Units of a memory"), "the palette has it too");
}
