//! Memories as they should not be: what is good is used, what is wrong is told by line and
//! cause, and the next addition leaves a file as it should be.

use super::{disk, ids, open, path, units};
use crate::formats::memory_ron;
use crate::model::{MemoryFile, Revision, UnitChange};
use crate::store::Files;
use crate::store::memory::append;
use crate::store::testing::MemoryFiles;

/// Puts a file there, reads it, adds a unit, and reads it again.
fn check(bytes: &[u8], expected: &[Revision], causes: &[(Option<usize>, &str)]) -> MemoryFiles {
    let (files, sample) = disk();
    files.put(path(), bytes);
    let reading = open(&files, &path()).expect("a memory");
    assert_eq!(reading.value.revisions, expected);
    let told: Vec<_> = reading.problems.iter().map(|p| (p.line, p.cause.clone())).collect();
    assert_eq!(told.len(), causes.len(), "{told:?}");
    for ((line, cause), (expected_line, expected)) in told.iter().zip(causes) {
        assert!(line == expected_line && cause.contains(expected), "{told:?}");
    }
    let added = units(1, 77);
    append(&files, &path(), &sample.header, &added).expect("added");
    let again = open(&files, &path()).expect("a memory");
    assert_eq!(ids(&again.value.revisions), ids(expected.iter().chain(&added)));
    files
}

fn sample() -> MemoryFile {
    disk().1
}

#[test]
fn two_headers_are_a_careless_merge() {
    let file = sample();
    let text = memory_ron::write(&file);
    let lines = text.lines().count();
    let causes: Vec<(Option<usize>, &str)> =
        (lines..lines + 3).map(|line| (Some(line), "the beginning of a second memory")).collect();
    // The second copy's revisions are the first one's again.
    check(format!("{text}{text}").as_bytes(), &file.revisions, &causes);
}

#[test]
fn a_memory_in_utf_16_is_read_and_written_anew() {
    let file = sample();
    let text = memory_ron::write(&file);
    for (mark, wide) in [
        (b"\xff\xfe", text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        (b"\xfe\xff", text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ] {
        let bytes = [mark.as_slice(), &wide].concat();
        let files = check(&bytes, &file.revisions, &[(None, "UTF-16")]);
        let written = files.read(&path()).expect("there");
        assert!(std::str::from_utf8(&written).is_ok_and(|text| text.starts_with("(format: 1,")));
    }
}

#[test]
fn texts_of_any_length_and_any_characters_come_back() {
    let texts = [
        "mot ".repeat(10_000),
        (0..0x20_u8).map(char::from).chain(['\u{7f}', '\u{85}', '\u{2028}', '\u{feff}']).collect(),
        "\"])\n(id:\\\"".to_owned(),
    ];
    let mut file = sample();
    for (text, mut revision) in texts.iter().zip(units(3, 5)) {
        if let UnitChange::Put(unit) = &mut revision.change {
            (unit.source, unit.target) = (text.clone(), text.clone());
        }
        file.revisions.push(revision);
    }
    check(memory_ron::write(&file).as_bytes(), &file.revisions, &[]);
}
