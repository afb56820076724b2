//! Files that are not what they should be: a message, and what can be read.

use encoding_rs::WINDOWS_1251;

use super::{Folder, check_message};
use crate::formats::testing::{sample_memory, sample_project};
use crate::formats::{memory_ron, project_ron};
use crate::store::{Disk, memory, project, text};

const RUSSIAN: &str = "Министерство приветствует соглашение.\nОно вступит в силу летом.\n";

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn texts_come_in_any_encoding() {
    let folder = Folder::new();
    let check = |bytes: &[u8], encoding: &str, problems: usize| {
        let path = folder.file("a.txt", bytes);
        let reading = text::read(&Disk, &path).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(reading.value.text, RUSSIAN, "{encoding}");
        assert_eq!(reading.value.encoding, encoding);
        assert_eq!(reading.problems.len(), problems, "{:?}", reading.problems);
    };
    check(RUSSIAN.as_bytes(), "UTF-8", 0);
    check(&utf16(RUSSIAN), "UTF-16LE", 0);
    check(&WINDOWS_1251.encode(RUSSIAN).0, "windows-1251", 1);
    let path = folder.file("a.txt", WINDOWS_1251.encode(RUSSIAN).0);
    assert_eq!(text::read_as(&Disk, &path, "cp1251").map(|r| r.value.text).as_deref(), Ok(RUSSIAN));
    check_message_of(text::read_as(&Disk, &path, "klingon"), "not the name of an encoding");
}

fn check_message_of<T: std::fmt::Debug>(
    result: Result<T, crate::store::StoreError>,
    expected: &str,
) {
    let message = result.expect_err(expected).to_string();
    assert!(message.contains(expected), "{message}");
}

#[test]
fn what_is_no_text_is_refused_by_what_it_is() {
    let folder = Folder::new();
    let check = |bytes: &[u8], words: &[&str]| {
        let path = folder.file("a.txt", bytes);
        check_message(text::read(&Disk, &path), words, &path);
    };
    check(b"", &["the file is empty", "choose another one"]);
    check(b"PK\x03\x04\x14\0\0\0", &["a Word, Excel or OpenDocument file", "save it as"]);
    check(b"\x7fELF\x02\x01\x01\0\0\0", &["a binary file", "choose a text file"]);
    let (gone, at) = (folder.path("b.txt"), folder.path(""));
    check_message(text::read(&Disk, &gone), &["no such file"], &gone);
    check_message(text::read(&Disk, &at), &["this is a folder"], &at);
}

#[test]
fn what_is_no_project_is_refused_by_what_it_is() {
    let folder = Folder::new();
    let good = project_ron::write(&sample_project());
    let check = |bytes: &[u8], words: &[&str]| {
        let path = folder.file("a.project.ron", bytes);
        check_message(project::open(&Disk, &path), words, &path);
    };
    check(b"", &["the file is empty"]);
    check(b"%PDF-1.7\n%\xe2\xe3", &["not a project file", "a PDF document", "*.project.ron"]);
    check(RUSSIAN.as_bytes(), &["not a project file", "begins with"]);
    check(&utf16(RUSSIAN), &["not a project file"]);
    check(&WINDOWS_1251.encode(RUSSIAN).0, &["not a project file"]);
    check(memory_ron::write(&sample_memory()).as_bytes(), &["it is a translation memory"]);
    let newer = good.replacen("format: 2", &format!("format: {}", project_ron::FORMAT + 1), 1);
    check(newer.as_bytes(), &["needs a newer Diptych"]);
    check(&good.as_bytes()[..good.len() / 2], &["line ", "open one of its backups"]);
}

/// A project that an editor saved in another encoding is opened, and that is told.
#[test]
fn a_project_in_another_encoding_is_opened() {
    let folder = Folder::new();
    let mut sample = sample_project();
    sample.release.title = RUSSIAN.to_owned();
    let good = project_ron::write(&sample);
    let path = folder.file("a.project.ron", utf16(&good));
    assert_eq!(project::open(&Disk, &path).map(|reading| reading.value), Ok(sample));
    let mut damaged = good.clone().into_bytes();
    let place = good.find("Министерство").expect("the title");
    damaged.insert(place, 0xff);
    let path = folder.file("b.project.ron", damaged);
    let reading = project::open(&Disk, &path).expect("one bad byte");
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    assert!(reading.value.release.title.starts_with('\u{fffd}'));
}

#[test]
fn what_is_no_memory_is_refused_by_what_it_is() {
    let folder = Folder::new();
    let good = memory_ron::write(&sample_memory());
    let check = |bytes: &[u8], words: &[&str]| {
        let path = folder.file("a.memory.ron", bytes);
        check_message(memory::open(&Disk, &path), words, &path);
        // Nor is anything added to it, but to an empty file.
        if !bytes.is_empty() {
            let added = memory::append(&Disk, &path, &sample_memory().header, &[]);
            check_message(added, words, &path);
        }
    };
    check(b"", &["the file is empty"]);
    check(b"%PDF-1.7\n%\xe2\xe3", &["not a translation memory"]);
    check(RUSSIAN.as_bytes(), &["not a translation memory"]);
    check(&utf16(RUSSIAN), &["not a translation memory"]);
    check(&WINDOWS_1251.encode(RUSSIAN).0, &["not a translation memory"]);
    check(project_ron::write(&sample_project()).as_bytes(), &["is it a project?"]);
    check(good.replacen("format: 1", "format: 9", 1).as_bytes(), &["needs a newer Diptych"]);
    check(b"(format: 1,\nheader: (id:\"00", &["line "]);
}

#[test]
fn a_broken_line_of_a_memory_costs_itself_alone() {
    let folder = Folder::new();
    let sample = sample_memory();
    let broken = memory_ron::write(&sample).replacen("source:\"L", "source:L", 1);
    let path = folder.file("a.memory.ron", &broken);
    let reading = memory::open(&Disk, &path).expect("a memory");
    assert_eq!(reading.value.revisions, sample.revisions[1..]);
    assert_eq!(reading.problems.iter().map(|p| p.line).collect::<Vec<_>>(), [Some(3)]);
}
