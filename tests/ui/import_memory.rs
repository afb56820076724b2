//! A file is imported into a memory by the dialog: what is guessed is shown and can be
//! changed, and at the end every problem has its line.

use std::io::Write;

use diptych::model::Lang;
use diptych::ui::app::App;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

/// Opens the dialog on a file of this content.
fn open(window: &mut Window, name: &str, content: &[u8]) {
    let path = window.path(name);
    std::fs::write(&path, content).expect("written");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.type_into("Find a command", "Import into a memory");
    window.press(Modifiers::NONE, Key::Enter);
    let field = window.harness.get_by_label("Path");
    field.type_text(&path.display().to_string());
    window.settle();
    window.press(Modifiers::NONE, Key::Enter);
}

/// Sources and targets of the memory of this name.
fn units(harness: &Harness<'static, App>, name: &str) -> Vec<(String, String)> {
    let shelves = harness.state().desk().library.shelves();
    let shelf = shelves.iter().find(|shelf| shelf.memory.header().name == name).expect(name);
    let unit = |stored: diptych::memory::Stored<'_>| {
        (stored.unit.source.to_owned(), stored.unit.target.to_owned())
    };
    shelf.memory.units().map(unit).collect()
}

fn pair(source: &str, target: &str) -> (String, String) {
    (source.to_owned(), target.to_owned())
}

/// Types into a field that does not have the focus.
fn write_into(window: &mut Window, field: &str, text: &str) {
    window.harness.get_by_label(field).focus();
    window.settle();
    window.type_into(field, text);
}

/// Chooses from a list that is open.
fn choose(window: &mut Window, field: &str, name: &str) {
    window.type_into(field, name);
    window.press(Modifiers::NONE, Key::Enter);
}

#[test]
fn a_table_is_imported_by_its_columns() {
    let mut window = Window::start(FULL, Theme::Light);
    let table = "Numéro;Texte;Version;Par\n1;Le pont est ouvert.;The bridge is open.;Ada\n\
                 2;;No source;Ada\n3;Le pont est fermé.;The bridge is closed.;Grace\n\
                 4;Le pont est fermé.;The bridge is closed.;Grace\n";
    open(&mut window, "ponts.fr-en.csv", table.as_bytes());
    // Nothing names the columns: the first two, and the first row is a unit.
    assert!(window.shows("1: source") && window.shows("2: target"), "what is guessed is shown");
    assert!(window.shows("Encoding: UTF-8") && window.shows("Semicolon"));
    window.click("Names of columns");
    window.click("3: not used");
    choose(&mut window, "Find a field", "target");
    window.click("2: not used");
    choose(&mut window, "Find a field", "source");
    window.click("4: not used");
    choose(&mut window, "Find a field", "author");
    assert!(window.shows("1: not used") && window.shows("4: author"));
    assert!(window.shows("4 rows"), "those with a source or a target");
    shoot(&mut window.harness, "import-columns-light");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(
        units(&window.harness, "ponts"),
        [
            pair("Le pont est ouvert.", "The bridge is open."),
            pair("Le pont est fermé.", "The bridge is closed."),
        ]
    );
    assert!(window.shows("line 3: the source is empty"), "the report tells the line");
    for figure in ["read", "added", "updated", "identical", "skipped"] {
        assert!(window.harness.query_by_label(figure).is_some(), "{figure}");
    }
    shoot(&mut window.harness, "import-report-light");
    window.click("Copy report");
    window.click("Close report");
    assert!(!window.shows("Copy report"));
    let author = window.harness.state().desk().library.shelves().iter().find_map(|shelf| {
        let unit =
            shelf.memory.units().next().filter(|unit| unit.unit.source.contains("ouvert"))?;
        Some(unit.unit.author.to_owned())
    });
    assert_eq!(author.as_deref(), Some("Ada"));
}

#[test]
fn a_separator_and_an_encoding_that_were_guessed_wrong_are_changed() {
    let mut window = Window::start(SMALL, Theme::Dark);
    // In the Cyrillic code page of Windows, commas inside.
    let table =
        b"\xec\xe8\xf0, \xe4\xf0\xf3\xe6\xe1\xe0;peace, friendship\n\xe4\xe0, \xe4\xe0;yes, yes\n";
    open(&mut window, "a.ru-en.csv", table);
    window.click("Comma");
    assert!(window.shows("3: not used"));
    window.click("Semicolon");
    assert!(!window.shows("3: not used"));
    let button = window.harness.get_by_label_contains("Encoding: ");
    button.click();
    window.settle();
    choose(&mut window, "Find an encoding", "windows-1251");
    assert!(window.shows("Encoding: windows-1251"));
    shoot(&mut window.harness, "import-columns-dark");
    window.press(Modifiers::COMMAND, Key::Enter);
    let expected = [pair("мир, дружба", "peace, friendship"), pair("да, да", "yes, yes")];
    assert_eq!(units(&window.harness, "a"), expected);
}

/// A TMX of these units, each texts by language.
fn tmx(units: &[&[(&str, &str)]]) -> String {
    let variant =
        |(lang, text): &(&str, &str)| format!("<tuv xml:lang=\"{lang}\"><seg>{text}</seg></tuv>");
    let unit = |texts: &&[(&str, &str)]| {
        format!("<tu>{}</tu>\n", texts.iter().map(variant).collect::<String>())
    };
    let units: String = units.iter().map(unit).collect();
    format!("<tmx version=\"1.4\"><header srclang=\"fr\"/>\n<body>\n{units}</body></tmx>")
}

#[test]
fn the_pair_of_a_tmx_is_chosen_and_goes_into_a_memory_that_is_there() {
    let mut window = Window::start(FULL, Theme::Light);
    let first = tmx(&[&[("fr", "Oui"), ("ru", "Да")]]);
    open(&mut window, "un.tmx", first.as_bytes());
    window.press(Modifiers::COMMAND, Key::Enter);
    window.click("Close report");
    let second = tmx(&[
        &[("fr", "Oui"), ("ru", "Да"), ("en", "Yes")],
        &[("fr", "Non"), ("en", "No")],
        &[("fr", "Non"), ("ru", "Нет")],
        &[("fr", "Seul")],
    ]);
    open(&mut window, "deux.tmx", second.as_bytes());
    assert!(window.shows("fr to en, 2 units") && window.shows("en to ru, 1 unit"));
    window.click("fr to ru, 2 units");
    shoot(&mut window.harness, "import-pairs-light");
    let there = window.harness.get_by_label_contains("un: 1 unit");
    there.click();
    window.settle();
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(units(&window.harness, "un"), [pair("Oui", "Да"), pair("Non", "Нет")]);
    assert!(window.shows("line 6: the unit was skipped: it has no text in ru"));
    window.click("Close report");
    // The other way round it is another pair, whose memories are others.
    open(&mut window, "trois.tmx", second.as_bytes());
    window.click("Swap source and target");
    assert!(window.shows("en to fr, 2 units"));
    assert!(!window.shows("un: 2 units"));
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(units(&window.harness, "trois"), [pair("Yes", "Oui"), pair("No", "Non")]);
    let header = |tag: &str| tag.parse::<Lang>().expect("a language");
    let shelves = window.harness.state().desk().library.shelves();
    assert!(shelves.iter().any(|shelf| shelf.memory.header().source == header("en")
        && shelf.memory.header().name == "trois"));
}

/// A workbook of two sheets.
fn workbook() -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{links}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |all: &str| format!("<Relationships xmlns=\"{package}\">{all}</Relationships>");
    let sheet = |texts: [&str; 2]| {
        let cell = |(column, text): (&str, &str)| {
            format!("<c r=\"{column}1\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        };
        let cells: String = ["A", "B"].into_iter().zip(texts).map(cell).collect();
        format!(
            "<worksheet xmlns=\"{main}\"><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>"
        )
    };
    let sheets = "<sheet name=\"Notes\" sheetId=\"1\" r:id=\"a\"/><sheet name=\"Units\" sheetId=\"2\" r:id=\"b\"/>";
    let parts = [
        ("_rels/.rels", relations(&relation("r", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{links}\"><sheets>{sheets}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                &(relation("a", "worksheet", "worksheets/a.xml")
                    + &relation("b", "worksheet", "worksheets/b.xml")),
            ),
        ),
        ("xl/worksheets/a.xml", sheet(["Nothing", "of use"])),
        ("xl/worksheets/b.xml", sheet(["La porte", "The door"])),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a zip file").into_inner()
}

#[test]
fn a_sheet_of_a_workbook_is_chosen() {
    let mut window = Window::start(FULL, Theme::Light);
    open(&mut window, "book.xlsx", &workbook());
    window.click("Sheet: Notes");
    choose(&mut window, "Find a sheet", "Units");
    assert!(window.shows("Sheet: Units"));
    window.press(Modifiers::COMMAND, Key::Enter);
    assert!(!window.shows("Copy report"), "nobody has said the languages");
    write_into(&mut window, "Source language", "fr");
    write_into(&mut window, "Target language", "en");
    shoot(&mut window.harness, "import-sheet-light");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(units(&window.harness, "book"), [pair("La porte", "The door")]);
}

#[test]
fn what_cannot_be_imported_says_why() {
    let mut window = Window::start(FULL, Theme::Light);
    open(&mut window, "a.xlsx", b"no workbook");
    assert!(window.shows("it is no zip file"));
    window.press(Modifiers::NONE, Key::Escape);
    open(&mut window, "b.tmx", tmx(&[&[("fr", "Oui")]]).as_bytes());
    assert!(window.shows("No unit of this file has texts in two languages"));
    let button = window.harness.get_by_label("Import");
    button.click();
    window.settle();
    assert!(!window.shows("Copy report"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Import into a memory"));
}
