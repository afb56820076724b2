//! Pages and documents in the window: what was found is shown and changed before a release is
//! made, codes are chips, and the translation goes back into the file.

use diptych::model::{PageFormat, Role};
use diptych::store::{Disk, Files};
use diptych::workbench::codes::character;
use diptych::workbench::desk::Slot;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{FULL, Window};
use crate::sample_pages;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=utf-8>\
<title>Accord</title></head>\n<body><nav><a href=/>Accueil</a></nav>\n<main>\n\
<h1>Déclaration du ministère</h1>\n\
<p>Le ministre a <b>signé</b> un accord <i>important</i>.</p>\n\
<p>Il entre en vigueur demain.</p>\n</main></body></html>\n";

/// A window with the dialog for a new release, on this file.
fn with_file(name: &str, bytes: &[u8]) -> Window {
    let mut window = Window::start(FULL, Theme::Light);
    let path = window.path(name);
    Disk.write_atomic(&path, bytes).expect("a file");
    window.harness.state_mut().desk_mut().read_text(&path, Slot::Any);
    window.settle();
    window
}

/// A window on a release made of a file, its drafts as they come.
fn made(name: &str, bytes: &[u8]) -> Window {
    let mut window = with_file(name, bytes);
    window.press(CTRL, Key::Enter);
    window
}

fn row_of(window: &Window, source: &str) -> usize {
    let session = window.session();
    let rows = 0..session.beads().len();
    rows.into_iter().find(|row| session.source_text(*row).starts_with(source)).expect("a row")
}

/// Goes to the row of a source.
fn enter(window: &mut Window, source: &str) -> usize {
    let row = row_of(window, source);
    window.harness.state_mut().desk_mut().enter(row);
    window.settle();
    row
}

/// A row's target with the labels of its codes in braces.
fn spelt(window: &Window, row: usize) -> String {
    let session = window.session();
    let codes = session.codes(row);
    let coded = session.coded_target(row, &codes);
    let spell = |letter: char| match character::place(letter).and_then(|at| codes.get(at)) {
        Some(code) => format!("{{{}}}", code.label()),
        None => letter.to_string(),
    };
    coded.chars().map(spell).collect()
}

#[test]
fn what_was_found_is_shown_and_changed_before_a_release_is_made() {
    let mut window = with_file("page.html", PAGE.as_bytes());
    assert!(window.shows("HTML, UTF-8: 4 blocks"), "numbers");
    assert!(window.shows("1 headline"));
    assert!(window.shows("One block is the page’s frame"));
    assert!(window.shows("Block 2, chrome: Accueil"));
    // The list has the focus: the last block is made a quotation by keys.
    window.press(NONE, Key::End);
    window.press(NONE, Key::Enter);
    window.type_into("Find a role", "quotation");
    window.press(NONE, Key::Enter);
    assert!(window.shows("Block 5, quotation: Il entre"), "it is changed there");
    window.press(CTRL, Key::Enter);
    let project = window.session().project();
    assert_eq!(project.source.blocks.last().map(|block| block.role), Some(Role::Quotation));
    let original = project.original.as_ref().expect("the file is kept");
    assert_eq!((original.format, original.bytes.as_slice()), (PageFormat::Html, PAGE.as_bytes()));
}

#[test]
fn codes_are_chips_that_are_put_in_by_key_and_deleted_whole() {
    let mut window = made("page.html", PAGE.as_bytes());
    let row = enter(&mut window, "Le ministre");
    let name = format!("Target of row {}", window.session().beads()[row].number);
    let session = window.session();
    let source = format!("Row {} source", session.beads()[row].number);
    let cell = window.harness.get_by_label(&source);
    let read = cell.accesskit_node().value().unwrap_or_default();
    assert_eq!(read, "Le ministre a [‹b]signé[b›] un accord [‹i]important[i›].");
    window.type_into(&name, "The Minister ");
    window.press(CTRL, Key::Comma);
    window.type_into(&name, "signed");
    window.press(CTRL, Key::Comma);
    window.type_into(&name, " an accord.");
    assert_eq!(spelt(&window, row), "The Minister {‹b}signed{b›} an accord.");
    assert_eq!(window.target(row), "The Minister signed an accord.", "the text has none");
    let target = format!("Row {} target", window.session().beads()[row].number);
    let told = |window: &Window| {
        let cell = window.harness.get_by_label(&target);
        cell.accesskit_node().description().unwrap_or_default()
    };
    assert!(told(&window).contains("Inline code missing: ‹i i›"), "{}", told(&window));
    window.press(CTRL, Key::Comma);
    window.press(CTRL, Key::Comma);
    assert_eq!(spelt(&window, row), "The Minister {‹b}signed{b›} an accord.{‹i}{i›}");
    assert!(!told(&window).contains("Inline code"), "{}", told(&window));
    window.press(CTRL, Key::Comma);
    assert!(window.shows("Every inline code of the source is in the target"));
    // One key takes a code whole, undo brings it back.
    window.press(NONE, Key::Backspace);
    assert_eq!(spelt(&window, row), "The Minister {‹b}signed{b›} an accord.{‹i}");
    window.press(CTRL, Key::Z);
    assert_eq!(spelt(&window, row), "The Minister {‹b}signed{b›} an accord.{‹i}{i›}");
    // Cut and pasted, a code moves and the clipboard has no trace of it.
    window.press(Modifiers::SHIFT, Key::ArrowLeft);
    window.harness.event(egui::Event::Cut);
    window.settle();
    assert_eq!(spelt(&window, row), "The Minister {‹b}signed{b›} an accord.{‹i}");
    window.press(NONE, Key::Home);
    window.paste("i›");
    assert_eq!(spelt(&window, row), "{i›}The Minister {‹b}signed{b›} an accord.{‹i}");
    assert!(told(&window).contains("closed before it opens: ‹i"), "{}", told(&window));
}

#[test]
fn codes_typed_go_into_the_project_and_come_back_after_saving() {
    let mut window = made("page.html", PAGE.as_bytes());
    let row = enter(&mut window, "Le ministre");
    let name = format!("Target of row {}", window.session().beads()[row].number);
    window.type_into(&name, "A ");
    window.press(CTRL, Key::Comma);
    let bytes = window.bytes();
    assert!(!bytes.contains('\u{10F000}'), "no character of ours leaves the window");
    let read = diptych::formats::project_ron::read(&bytes).expect("a project").value;
    assert_eq!(&read, window.session().project());
}

#[test]
fn the_sample_as_a_page_and_as_a_document_is_taken_in_with_its_codes() {
    for (name, bytes) in
        [("later.html", sample_pages::html().into_bytes()), ("later.docx", sample_pages::docx())]
    {
        let mut window = made(name, &bytes);
        let row = enter(&mut window, "Samedi dernier");
        let codes = window.session().codes(row);
        assert!(codes.len() >= 2, "{name}");
        let coded = window.session().coded_source(row, &codes);
        assert_eq!(character::parted(&coded, codes.len()).1.len(), 2, "{name}");
    }
}

/// Asks for the translation to be written, and answers where.
fn write_to(window: &mut Window, name: &str) -> std::path::PathBuf {
    window.press(Modifiers::ALT | Modifiers::SHIFT, Key::E);
    window.press(NONE, Key::Enter);
    if window.shows("Ready to go out?") {
        window.press(CTRL, Key::Enter);
    }
    let path = window.path(name);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    path
}

#[test]
fn an_export_tells_what_lacks_goes_there_and_opens_the_result() {
    let mut window = made("page.html", PAGE.as_bytes());
    let row = enter(&mut window, "Le ministre");
    let name = format!("Target of row {}", window.session().beads()[row].number);
    window.type_into(&name, "The Minister signed an accord.");
    enter(&mut window, "Il entre");
    window.press(Modifiers::ALT | Modifiers::SHIFT, Key::E);
    assert!(window.shows("As it came (HTML)"));
    assert!(window.shows("3 rows are untranslated and stay in their source’s words: 1, 3, 5"));
    assert!(window.shows("One row is a draft: 4"));
    assert!(window.shows("One row has not the inline codes of its source: 4"));
    window.harness.get_all_by_label("Go to row 4").next().expect("a button").click();
    window.settle();
    assert_eq!(window.session().row(), row, "it goes there");
    // The file itself is not written over.
    let original = write_to(&mut window, "page.html");
    assert!(window.shows("This is the file the release came from"));
    assert_eq!(std::fs::read(&original).expect("there"), PAGE.as_bytes());
    // A copy of it under another name is not either.
    let copy = window.path("copy.html");
    Disk.write_atomic(&copy, PAGE.as_bytes()).expect("a copy");
    write_to(&mut window, "copy.html");
    assert_eq!(std::fs::read(&copy).expect("there"), PAGE.as_bytes());
    let path = write_to(&mut window, "page.en.html");
    let expected = PAGE
        .replace(
            "Le ministre a <b>signé</b> un accord <i>important</i>.",
            "The Minister signed an accord.",
        )
        .replace("lang=\"fr\"", "lang=\"en\"");
    let written = std::fs::read_to_string(&path).expect("written");
    assert_eq!(written, expected, "one row changes one place");
    assert!(window.shows("The translation is written"));
    window.press(NONE, Key::Enter);
    let opened = diptych::ui::opener::Opener::Noted(vec![path.clone()]);
    assert_eq!(*window.harness.state().opener(), opened);
    window.press(Modifiers::ALT | Modifiers::SHIFT, Key::E);
    assert!(window.shows("One row has not the inline codes"), "the dialog comes again");
    window.press(NONE, Key::Escape);
    assert!(!window.shows("Write it as"));
}

/// Sentences of the sample that memories give whole, with and without a place for their codes.
const MEMORY: &[(&str, &str)] = &[
    (
        "Samedi dernier, 212 familles déplacées ont pu regagner leur foyer.",
        "Last Saturday, 212 displaced families were able to return home.",
    ),
    (
        "Le cessez-le-feu conclu le 9 février est globalement respecté, mais il demeure fragile.",
        "The ceasefire concluded on 9 February is holding by and large, but it remains fragile.",
    ),
    (
        "Il permettra d’expédier chaque année 1,8 million de tonnes de blé, dont un quart en provenance de Corvélie.",
        "It will ship 1.8 million tonnes of wheat every year, a quarter of it from Corvelia.",
    ),
];

/// The sample in this file, translated with the memory: the text that was written.
fn translated(name: &str, bytes: &[u8], theme: Theme) -> Vec<u8> {
    let mut window = Window::start(FULL, theme);
    window.memory(MEMORY);
    let path = window.path(name);
    Disk.write_atomic(&path, bytes).expect("a file");
    window.harness.state_mut().desk_mut().read_text(&path, Slot::Any);
    window.settle();
    let shot = |window: &mut Window, what: &str| {
        let theme = if theme == Theme::Dark { "dark" } else { "light" };
        let ending = name.rsplit('.').next().unwrap_or_default();
        crate::shots::shoot(&mut window.harness, &format!("pages-{ending}-{what}-{theme}"));
    };
    shot(&mut window, "found");
    window.press(CTRL, Key::Enter);
    for (source, _) in MEMORY {
        enter(&mut window, source);
    }
    let row = enter(&mut window, "Samedi dernier");
    assert_eq!(
        spelt(&window, row),
        "Last Saturday, {‹b}212{b›} displaced families were able to return home."
    );
    let row = enter(&mut window, "Le cessez-le-feu");
    assert!(!spelt(&window, row).contains('{'), "where is not certain");
    let told = diptych::ui::grid::codes::told(window.session(), row);
    assert!(told.contains("Inline code missing"), "{told}");
    window.press(Modifiers::NONE, Key::F10);
    shot(&mut window, "rows");
    window.press(Modifiers::ALT | Modifiers::SHIFT, Key::E);
    shot(&mut window, "export");
    window.press(NONE, Key::Escape);
    let written = write_to(&mut window, &format!("out-{name}"));
    std::fs::read(written).expect("written")
}

#[test]
fn both_languages_are_written_beside_each_other_for_reading() {
    let mut window = made("page.html", PAGE.as_bytes());
    let row = enter(&mut window, "Le ministre");
    let name = format!("Target of row {}", window.session().beads()[row].number);
    window.type_into(&name, "He ");
    window.press(CTRL, Key::Comma);
    window.type_into(&name, "signed");
    window.press(CTRL, Key::Comma);
    for (choice, ending) in [("Both (HTML)", "html"), ("Both (DOCX)", "docx")] {
        window.press(Modifiers::ALT | Modifiers::SHIFT, Key::E);
        window.click(choice);
        window.press(NONE, Key::Enter);
        let path = window.path(&format!("both.{ending}"));
        window.type_into("Path", &path.display().to_string());
        window.press(NONE, Key::Enter);
        window.press(NONE, Key::Escape);
        let bytes = std::fs::read(path).expect("written");
        if ending == "html" {
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(text.contains("dir=\"ltr\">He <b>signed</b></td></tr>"), "{text}");
            assert!(!text.contains("Accueil"));
        } else {
            let page = diptych::formats::office::docx::read(&bytes).expect("a document");
            let texts: Vec<&str> = page.blocks.iter().map(|b| b.content.text.as_str()).collect();
            assert!(texts.contains(&"He signed"), "{texts:?}");
        }
    }
}

#[test]
fn the_sample_as_a_page_is_translated_with_the_memory_and_goes_back() {
    for theme in [Theme::Light, Theme::Dark] {
        let page = sample_pages::html();
        let written = translated("later.fr.html", page.as_bytes(), theme);
        let written = String::from_utf8(written).expect("UTF-8");
        assert!(written.contains("Last Saturday, <b>212</b> displaced families"), "{written}");
        assert!(written.contains("<html lang=\"en\">"), "the language is the target's");
        assert!(written.contains("<script>var a = \"<p>\";</script>"), "what is no text stays");
        assert!(written.contains("<nav><a href=\"/\">Home · Sala stampa"), "so does the frame");
    }
}

#[test]
fn the_sample_as_a_document_is_translated_with_the_memory_and_goes_back() {
    use std::io::Read;
    for theme in [Theme::Light, Theme::Dark] {
        let written = translated("later.fr.docx", &sample_pages::docx(), theme);
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(written)).expect("a zip file");
        let mut document = String::new();
        let mut part = zip.by_name("word/document.xml").expect("the part");
        part.read_to_string(&mut document).expect("text");
        let (before, behind) = document.split_once(">212</w:t>").expect("the number");
        assert!(before.ends_with(" xml:space=\"preserve\"") || before.ends_with("<w:t"), "a run");
        let run = before.rsplit("<w:r>").next().unwrap_or_default();
        assert!(run.contains("<w:b/>"), "it is bold: {run}");
        assert!(behind.contains(" displaced families were able to return home."));
        assert!(document.contains("<w:pStyle w:val=\"Title\"/>"));
    }
}

#[test]
fn the_preview_follows_what_is_typed_and_leads_to_rows() {
    let mut window = made("page.html", PAGE.as_bytes());
    assert!(!window.shows("Preview"));
    window.press(Modifiers::NONE, Key::F10);
    assert!(
        window.shows("Headline: source 24, target 0 characters"),
        "an open headline has no length"
    );
    let row = enter(&mut window, "Il entre");
    let name = format!("Target of row {}", window.session().beads()[row].number);
    let read = |window: &Window, text: &str| {
        let role = egui::accesskit::Role::Paragraph;
        let all = window.harness.query_all_by_role(role);
        let labels = all.filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>();
        labels.iter().filter(|label| label.as_str() == text).count()
    };
    window.harness.get_by_label(&name).type_text("It takes");
    window.harness.step();
    window.harness.step();
    assert_eq!(read(&window, "It takes"), 1, "two frames later it is there");
    let source = "Le ministre a signé un accord important.";
    assert_eq!(read(&window, source), 2, "an open paragraph stands in its source's words");
    let role = egui::accesskit::Role::Paragraph;
    let all = window.harness.get_all_by_role_and_label(role, source);
    all.last().expect("the target's").click();
    window.settle();
    assert_eq!(window.session().row(), row_of(&window, source), "a click goes to the row");
    window.click("Target alone");
    assert_eq!(read(&window, source), 1);
    window.press(Modifiers::COMMAND, Key::F10);
    crate::shots::shoot(&mut window.harness, "preview-beside-light");
    window.press(Modifiers::NONE, Key::F10);
    assert_eq!(read(&window, source), 0, "it is hidden");
}

#[test]
fn the_preview_reads_arabic_from_the_right() {
    let page = "<!DOCTYPE html><html lang=fr><body><main><h1>Déclaration</h1>\
                <p>Un <b>accord</b> signé.</p><ul><li>Un point.</li></ul></main></body></html>";
    let mut window = with_file("page.html", page.as_bytes());
    let field = |window: &Window| {
        let role = egui::accesskit::Role::TextInput;
        window.harness.get_by_role_and_label(role, "Target language").focus();
    };
    field(&window);
    window.press(CTRL, Key::A);
    window.harness.event(egui::Event::Text("ar".to_owned()));
    window.settle();
    window.press(CTRL, Key::Enter);
    let row = enter(&mut window, "Un accord");
    let name = format!("Target of row {}", window.session().beads()[row].number);
    window.type_into(&name, "اتفاق ");
    window.press(CTRL, Key::Comma);
    window.type_into(&name, "موقّع");
    window.press(CTRL, Key::Comma);
    window.press(Modifiers::NONE, Key::F10);
    window.press(Modifiers::COMMAND, Key::F10);
    crate::shots::shoot(&mut window.harness, "preview-arabic-light");
    assert!(window.shows("اتفاق موقّع"));
}

#[test]
fn two_files_are_shown_with_what_was_found_and_aligned_keeping_the_source_s() {
    let mut window = Window::start(crate::desk::SMALL, Theme::Light);
    let english = PAGE
        .replace("lang=\"fr\"", "lang=\"en\"")
        .replace("Déclaration du ministère", "Statement of the Ministry")
        .replace(
            "Le ministre a <b>signé</b> un accord <i>important</i>.",
            "The <i>important</i> Minister <b>signed</b> <u>it</u>.",
        )
        .replace("Il entre en vigueur demain.", "It takes effect tomorrow.");
    for (name, text) in [("page.fr.html", PAGE), ("page.en.html", english.as_str())] {
        let path = window.path(name);
        Disk.write_atomic(&path, text.as_bytes()).expect("a file");
        window.harness.state_mut().desk_mut().read_text(&path, Slot::Any);
        window.settle();
    }
    assert!(window.shows("Blocks of the source") && window.shows("Blocks of the target"));
    crate::shots::shoot(&mut window.harness, "pages-two-light");
    window.press(CTRL, Key::Enter);
    let project = window.session().project();
    assert!(project.original.as_ref().is_some_and(|of| of.bytes.as_slice() == PAGE.as_bytes()));
    let row = row_of(&window, "Le ministre");
    assert_eq!(
        spelt(&window, row),
        "The {‹i}important{i›} Minister {‹b}signed{b›} it.",
        "its codes are its own"
    );
    window.press(Modifiers::ALT, Key::Num2);
    let path = write_to(&mut window, "page.out.html");
    let written = std::fs::read_to_string(path).expect("written");
    assert!(written.contains("<h1>Statement of the Ministry</h1>"), "{written}");
}

#[test]
fn a_file_read_again_in_another_encoding_is_kept_as_it_is_read() {
    let text = "<html><body><p>L'été.</p></body></html>";
    let bytes: Vec<u8> =
        text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    let mut window = made("page.html", &bytes);
    window.command("read again");
    window.type_into("Find an encoding", "windows-1252");
    window.press(NONE, Key::Enter);
    let original = window.session().project().original.as_ref().expect("it is kept");
    assert_eq!((original.encoding.as_str(), original.bytes.as_slice()), ("windows-1252", &*bytes));
    assert_eq!(window.session().source_text(0), "L'été.");
}
