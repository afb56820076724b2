//! Tables go out and come back: untouched, and as people and their programs leave them.

use std::io::{Cursor, Read};

use proptest::prelude::*;

use super::{Entry, Key, ReturnedTable, ReviewTable, Subject, TableFormat, print, read, write};
use crate::model::{BeadId, ProjectId, Reading, TranslationId};

const FORMATS: [TableFormat; 3] = [TableFormat::Docx, TableFormat::Html, TableFormat::Xlsx];

fn table(texts: &[(&str, &str)], target: &str) -> ReviewTable {
    let entry = |(number, (source, target)): (u64, &(&str, &str))| Entry {
        key: Key::of(BeadId::from_bits(number), (source, target), "translated"),
        number: number.to_string(),
        source: (*source).to_owned(),
        target: (*target).to_owned(),
        state: "translated".to_owned(),
        comment: "Ada: why?\nBea: why not?".to_owned(),
    };
    let (project, translation) = (ProjectId::from_bits(1), TranslationId::from_bits(2));
    ReviewTable {
        of: Subject { project, translation, rows: texts.len() },
        source: "fr".parse().expect("fr"),
        target: target.parse().expect("a language"),
        title: "Un titre & plus".to_owned(),
        rows: (1..).zip(texts).map(entry).collect(),
    }
}

fn came_back(bytes: &[u8]) -> ReturnedTable {
    let Reading { value, problems } = read(bytes).expect("a table");
    assert_eq!(problems, []);
    value
}

/// The table with one part of its file changed, as another program would.
fn with(bytes: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let names: Vec<String> = (0..archive.len())
        .map(|at| archive.by_index(at).expect("a part").name().expect("a name").into_owned())
        .collect();
    let mut parts = Vec::new();
    for part in &names {
        let mut text = String::new();
        archive.by_name(part).expect("a part").read_to_string(&mut text).expect("text");
        parts.push((part.as_str(), if part == name { change(text) } else { text }));
    }
    super::zip::pack(&parts).expect("packed")
}

const TEXTS: [(&str, &str); 5] = [
    ("Le pont.", "The bridge."),
    ("«\u{a0}Oui\u{a0}»", "“Yes”, it’s 5\u{202f}km"),
    ("=1+1", "=SUM(A1:A2)"),
    ("_x0041_ <b> & \"c\"", "  two  spaces and\ta tab  "),
    ("deux\nlignes", "two\nlines"),
];

#[test]
fn an_untouched_table_comes_back_as_it_went_out() {
    for target in ["en", "ar"] {
        let out = table(&TEXTS, target);
        for format in FORMATS {
            let back = came_back(&write(&out, format).expect("written"));
            assert_eq!(back.of, Some(out.of), "{format:?}");
            assert_eq!(back.rows.len(), out.rows.len());
            for (given, row) in back.rows.iter().zip(&out.rows) {
                assert_eq!(given.key, Some(row.key));
                assert_eq!(given.number, row.number);
                let texts = [(&given.source, &row.source), (&given.target, &row.target)];
                for (there, went_out) in texts {
                    if format == TableFormat::Html {
                        // White space counts as in HTML.
                        assert_eq!(print(there), print(went_out), "{format:?}");
                    } else {
                        assert_eq!(there, went_out, "{format:?}");
                    }
                }
                assert_eq!((&given.state, &given.comment), (&row.state, &row.comment));
                let quiet = given.tracked.is_empty() && !given.formula && !given.removed;
                assert!(quiet, "{format:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_comes_back(text in "[ -~éß«»\u{a0}\u{202f}العЖ😀_x0-9\n]{0,40}") {
        let out = table(&[("a", &text)], "en");
        for format in FORMATS {
            let back = came_back(&write(&out, format).expect("written"));
            prop_assert_eq!(print(&back.rows[0].target), print(&text));
            if format != TableFormat::Html {
                let lines = text.trim_end_matches('\n');
                prop_assert_eq!(back.rows[0].target.trim_end_matches('\n'), lines);
            }
        }
    }
}

#[test]
fn white_space_alone_comes_back() {
    for text in [" ", "\u{202f}"] {
        let out = table(&[("a", text)], "en");
        for format in FORMATS {
            let back = came_back(&write(&out, format).expect("written"));
            assert_eq!(print(&back.rows[0].target), print(text), "{format:?}");
        }
    }
}

#[test]
fn a_key_is_read_as_programs_leave_it() {
    let key = Key::of(BeadId::from_bits(0xf1), ("a", "b"), "open");
    let written = key.to_string();
    for text in [
        written.clone(),
        format!(" {} ", written.to_uppercase()),
        written.replace('-', "\u{2011}"),
        written.replace('-', "-\n"),
    ] {
        assert_eq!(text.parse(), Ok(key), "{text}");
    }
    for text in ["", "r12", "f1-1-2", "r00000000000000f1-1a2b3c4d-5e6f7a8b-t-9"] {
        assert_eq!(text.parse::<Key>(), Err(()), "{text}");
    }
}

#[test]
fn tracked_changes_of_a_document_are_read_as_accepted_and_told() {
    let out = table(&[("Un.", "One old word."), ("Deux.", "Two.")], "en");
    let bytes = write(&out, TableFormat::Docx).expect("written");
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let changed = with(&bytes, "word/document.xml", |text| {
        let by = "w:id=\"1\" w:author=\"Chef de cabinet\" w:date=\"2031-03-12T10:00:00Z\"";
        let old = "<w:t xml:space=\"preserve\">One old word.</w:t></w:r>";
        let new = format!(
            "<w:t xml:space=\"preserve\">One </w:t></w:r><w:del {by}><w:r><w:delText>old\
             </w:delText></w:r></w:del><w:ins {by}>{}</w:ins>{}",
            run("new"),
            run(" word.")
        );
        assert!(text.contains(old));
        let text = text.replace(old, &new);
        // The second row is removed, which is tracked too.
        let second = text.rfind("<w:trPr>").expect("a row") + "<w:trPr>".len();
        let mut text = text;
        text.insert_str(second, &format!("<w:del {by}/>"));
        text
    });
    let back = came_back(&changed);
    assert_eq!(back.rows[0].target, "One new word.");
    let hands: Vec<&str> = back.rows[0].tracked.iter().map(|hand| hand.author.as_str()).collect();
    assert_eq!(hands, ["Chef de cabinet"; 2]);
    assert!(back.rows[0].tracked[0].at.is_some());
    assert_eq!(back.rows.iter().map(|row| row.removed).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn remarks_in_the_margin_and_who_saved_a_document_are_read() {
    let out = table(&[("Un.", "One.")], "en");
    let bytes = write(&out, TableFormat::Docx).expect("written");
    let bytes = with(&bytes, "word/document.xml", |text| {
        text.replace(
            ">One.</w:t></w:r>",
            ">One.</w:t></w:r><w:r><w:commentReference w:id=\"7\"/></w:r>",
        )
    });
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).expect("a zip file");
    let mut document = String::new();
    let part = archive.by_name("word/document.xml").expect("the text");
    { part }.read_to_string(&mut document).expect("text");
    let comments = "<w:comments xmlns:w=\"w\"><w:comment w:id=\"7\" w:author=\"Bea\"><w:p><w:r>\
                    <w:t>Say it plainly.</w:t></w:r></w:p></w:comment></w:comments>";
    let core = "<cp:coreProperties xmlns:cp=\"c\"><cp:lastModifiedBy>Cabinet</cp:lastModifiedBy>\
                </cp:coreProperties>";
    let parts = [
        ("word/document.xml", document),
        ("word/comments.xml", comments.to_owned()),
        ("docProps/core.xml", core.to_owned()),
    ];
    let back = came_back(&super::zip::pack(&parts).expect("packed"));
    assert_eq!(back.saved_by, "Cabinet");
    assert_eq!(back.rows[0].remarks, [("Bea".to_owned(), "Say it plainly.".to_owned())]);
    assert_eq!(back.rows[0].target, "One.");
}

#[test]
fn columns_are_found_by_their_heads_by_keys_or_without_keys() {
    let out = table(&TEXTS, "en");
    let html = String::from_utf8(write(&out, TableFormat::Html).expect("written")).expect("UTF-8");
    let keys = |text: &str| {
        let back = came_back(text.as_bytes());
        back.rows.iter().map(|row| row.key.is_some()).collect::<Vec<_>>()
    };
    assert_eq!(keys(&html), [true; 5]);
    // Without the heads.
    let (before, heads) = html.split_once("<thead>").expect("heads");
    let (_, behind) = heads.split_once("</thead>").expect("their end");
    let headless = format!("{before}{behind}");
    assert_eq!(keys(&headless), [true; 5]);
    assert_eq!(came_back(headless.as_bytes()).rows[0].target, "The bridge.");
    // Without the column of keys.
    let mut keyless = html.replace("<th>Key</th>", "");
    for row in &out.rows {
        keyless = keyless.replace(&format!("<td>{}</td>", row.key), "");
    }
    assert_eq!(keys(&keyless), [false; 5]);
    assert_eq!(came_back(keyless.as_bytes()).rows[2].source, "=1+1");
    // As a word processor saves a page.
    let saved = "<html><body><table><tr style='x'><td width=46><p class=MsoNormal><b>No.</b></p>\
        </td><td><p>Source (fr)</p></td><td><p>Target\r\n (en)</p></td></tr>\r\n<tr><td><p>1</p></td>\
        <td><p>Le\r\npont.</p></td><td><p><span lang=EN>The&nbsp;<ins>new</ins>\r\n<del>old</del>\
        bridge.</span></p></td></tr></table></body></html>";
    let back = came_back(saved.as_bytes());
    let [row] = back.rows.as_slice() else { panic!("{back:?}") };
    assert_eq!((row.number.as_str(), row.source.as_str()), ("1", "Le pont."));
    assert_eq!((row.target.as_str(), row.tracked.len()), ("The\u{a0}new bridge.", 2));
}

#[test]
fn formulas_of_a_workbook_are_told() {
    let out = table(&[("Un.", "One."), ("Deux.", "Two.")], "en");
    let bytes = write(&out, TableFormat::Xlsx).expect("written");
    let changed = with(&bytes, "xl/worksheets/sheet1.xml", |text| {
        let cell =
            "<c r=\"C3\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Two.</t></is></c>";
        assert!(text.contains(cell), "{text}");
        text.replace(
            cell,
            "<c r=\"C3\" t=\"str\"><f>CONCATENATE(C2,\" and\")</f><v>One. and</v></c>",
        )
    });
    let back = came_back(&changed);
    let told: Vec<(&str, bool)> =
        back.rows.iter().map(|row| (row.target.as_str(), row.formula)).collect();
    assert_eq!(told, [("One.", false), ("One. and", true)]);
}

#[test]
fn ten_thousand_rows_come_back() {
    let texts: Vec<(&str, &str)> = TEXTS.iter().copied().cycle().take(10_000).collect();
    let out = table(&texts, "en");
    for format in FORMATS {
        let back = came_back(&write(&out, format).expect("written"));
        let keys: Vec<_> = back.rows.iter().filter_map(|row| row.key).collect();
        assert!(keys.iter().eq(out.rows.iter().map(|row| &row.key)), "{format:?}");
    }
}

#[test]
fn what_is_no_table_or_is_cut_off_is_told() {
    let out = table(&TEXTS, "en");
    for format in FORMATS {
        let bytes = write(&out, format).expect("written");
        for cut in (0..bytes.len()).step_by(97) {
            // Told or read in part; never a panic.
            if let Ok(part) = read(&bytes[..cut]) {
                assert!(part.value.rows.len() <= 5);
            }
        }
    }
    for (bytes, expected) in [
        (&b""[..], "empty"),
        (b"<p>A page.</p>", "not a review table"),
        (b"PK\x03\x04", "zip file"),
    ] {
        let error = read(bytes).expect_err("no table").to_string();
        assert!(error.contains(expected), "{error}");
    }
    let long = "x".repeat(40_000);
    let error = write(&table(&[("a", &long)], "en"), TableFormat::Xlsx).expect_err("too long");
    assert!(error.to_string().contains("row 1"), "{error}");
}
