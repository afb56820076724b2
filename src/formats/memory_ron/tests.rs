//! Memories survive writing, reading, tearing and breaking.

use proptest::prelude::*;

use super::{CLOSING, KeptLine, Tail, canonical, read, read_bytes, read_lines};
use super::{opening, revision_line, write, write_with};
use crate::formats::testing::{revision, sample_memory};
use crate::formats::{FormatError, ron_text};
use crate::model::{MemoryFile, MemoryHeader, Revision, UnitChange};

#[derive(serde::Deserialize)]
struct Plain {
    format: u32,
    header: MemoryHeader,
    revisions: Vec<Revision>,
}

/// What plain `ron` makes of a memory's text.
fn plain(text: &str) -> MemoryFile {
    let plain: Plain = ron::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(plain.format, 1);
    MemoryFile { header: plain.header, revisions: plain.revisions }
}

#[test]
fn version_1_opens_for_ever() {
    let text = include_str!("../../../tests/golden/v1.memory.ron");
    let reading = read(text).expect("format 1");
    assert_eq!(reading.problems, []);
    assert_eq!(reading.value, sample_memory());
}

#[test]
fn a_memory_is_valid_ron_with_a_line_a_revision() {
    let sample = sample_memory();
    let text = write(&sample);
    assert_eq!(plain(&text), sample);
    assert_eq!(text.lines().count(), 3 + sample.revisions.len() + 1);
    let reading = read_bytes(text.as_bytes()).expect("a memory");
    assert_eq!((reading.value.kept.len(), reading.value.torn), (0, false));
    assert_eq!(write_with(&reading.value.file, &reading.value.kept), text);
    let tail = reading.value.tail.expect("lines");
    assert_eq!(text.get(tail.keep..), Some(CLOSING));
}

/// Adds revisions as `store` does: what stands before the tail is not touched.
fn add(bytes: &[u8], added: &[Revision]) -> Vec<u8> {
    let Tail { keep, joint } = read_bytes(bytes).expect("a memory").value.tail.expect("lines");
    let mut out = bytes[..keep].to_vec();
    out.extend(joint.bytes());
    out.extend(added.iter().flat_map(|revision| revision_line(revision).into_bytes()));
    out.extend(CLOSING.bytes());
    out
}

#[test]
fn a_write_cut_at_any_byte_loses_nothing_before_it() {
    let sample = sample_memory();
    let (old, new) = sample.revisions.split_at(3);
    let before = write(&MemoryFile { header: sample.header.clone(), revisions: old.to_vec() });
    let after = add(before.as_bytes(), new);
    let kept = before.len() - CLOSING.len();
    for cut in kept..=after.len() {
        // Cut off, or overwriting the old closing brackets in place, or with the
        // zeros that a file system leaves behind a crash.
        let cut_off = after[..cut].to_vec();
        let mut in_place = before.clone().into_bytes();
        in_place.splice(kept..in_place.len().min(cut), after[kept..cut].iter().copied());
        let mut zeros = cut_off.clone();
        zeros.extend([0; 40]);
        for torn in [cut_off, in_place, zeros] {
            check_torn(&torn, old, new);
        }
    }
}

/// What was there is there, what was written whole too, and adding mends the rest.
fn check_torn(torn: &[u8], old: &[Revision], new: &[Revision]) {
    let shown = String::from_utf8_lossy(torn);
    let reading = read_bytes(torn).expect("a memory");
    let found = &reading.value.file.revisions;
    assert_eq!(&found[..old.len()], old, "{shown}");
    assert_eq!(&found[old.len()..], &new[..found.len() - old.len()], "{shown}");
    assert!(reading.problems.len() <= 1, "{:?}\n{shown}", reading.problems);
    let last = new.last().expect("a revision");
    let mended = add(torn, std::slice::from_ref(last));
    let again = plain(&String::from_utf8(mended).expect("UTF-8"));
    assert_eq!(&again.revisions[..found.len()], &found[..], "{shown}");
    assert_eq!(again.revisions.last(), Some(last));
}

#[test]
fn broken_lines_cost_themselves_alone() {
    let sample = sample_memory();
    let good = write(&sample);
    let check = |text: &str, lost: usize, line: usize, cause: &str| {
        let reading = read_bytes(text.as_bytes()).expect("a memory");
        let found = reading.value.file.revisions.len();
        assert_eq!(found, sample.revisions.len() - lost, "{text}");
        let problem = reading.problems.first().unwrap_or_else(|| panic!("a problem\n{text}"));
        assert_eq!(problem.line, Some(line), "{problem}");
        assert!(problem.cause.contains(cause), "{problem}");
        // Adding keeps the broken line, and writing anew keeps it as a comment.
        let tail = reading.value.tail.expect("lines");
        assert_eq!(text.get(tail.keep..), Some(CLOSING));
        let anew = write_with(&reading.value.file, &reading.value.kept);
        let again = read(&anew).expect("a memory");
        assert_eq!(again.value, reading.value.file);
        let comments = anew.lines().filter(|line| line.starts_with("//")).count();
        let unusable = reading.value.kept.iter().filter(|line| !line.newer).count();
        assert_eq!(comments, unusable);
        assert_eq!(again.problems.len(), reading.value.kept.len() - unusable);
    };
    check(&good.replacen("status:Trans", "status:Tans", 1), 1, 3, "it is kept but not used");
    check(&good.replacen("source:\"L", "source:L", 1), 1, 3, "column ");
    check(
        &good.replacen("(id:\"0000000000000003", "<<<<<<< HEAD\n(id:\"0000000000000003", 1),
        0,
        5,
        "Git",
    );
    check(
        &good.replacen("\n(id:\"0000000000000002", "\nBonjour\n(id:\"0000000000000002", 1),
        0,
        4,
        "column 1",
    );
}

#[test]
fn a_line_of_a_newer_writer_is_used_and_kept() {
    let sample = sample_memory();
    let newer =
        write(&sample).replacen("status:Translated)", "status:Translated,mood:Good([1]))", 1);
    let reading = read_bytes(newer.as_bytes()).expect("a memory");
    assert_eq!(reading.value.file, sample);
    let [KeptLine { revision, newer: true, text }] = reading.value.kept.as_slice() else {
        panic!("{:?}", reading.value.kept);
    };
    assert_eq!(*revision, Some(sample.revisions[0].id));
    assert!(text.contains("mood:Good"));
    assert_eq!(write_with(&reading.value.file, &reading.value.kept), newer);
}

#[test]
fn a_line_spelt_otherwise_is_kept_but_not_called_newer() {
    let sample = sample_memory();
    let other = write(&sample).replacen("(id:\"0000000000000002", "( id: \"0000000000000002", 1);
    let reading = read_bytes(other.as_bytes()).expect("a memory");
    assert_eq!(reading.value.file, sample);
    assert_eq!(reading.value.kept.iter().map(|line| line.newer).collect::<Vec<_>>(), [false]);
    assert_eq!(write_with(&reading.value.file, &reading.value.kept), other);
}

#[test]
fn other_layouts_are_read_and_written_anew() {
    let sample = sample_memory();
    let pretty = write(&sample).replace("(id:", "(\n  id:");
    let reading = read_bytes(pretty.as_bytes()).expect("a memory");
    assert_eq!(reading.value.file, sample);
    assert_eq!((reading.value.tail, reading.problems.len()), (None, 1));
    for same in [write(&sample).replace('\n', "\r\n"), format!("\u{feff}{}", write(&sample))] {
        let reading = read_bytes(same.as_bytes()).expect("a memory");
        assert_eq!((reading.value.file, reading.problems), (sample.clone(), vec![]));
    }
    let short = write(&sample).replace(",\n])", "\n]\n)");
    let mended = add(short.as_bytes(), &sample.revisions[..1]);
    assert_eq!(plain(&String::from_utf8(mended).expect("UTF-8")).revisions.len(), 6);
}

#[test]
fn what_stands_behind_the_closing_brackets_is_used_and_the_file_written_anew() {
    let sample = sample_memory();
    let (first, rest) = sample.revisions.split_at(2);
    let mut text = write(&MemoryFile { header: sample.header.clone(), revisions: first.to_vec() });
    text.extend(rest.iter().map(revision_line));
    text.push_str("Bonjour\n");
    let reading = read_bytes(text.as_bytes()).expect("a memory");
    assert_eq!((&reading.value.file, reading.value.tail), (&sample, None));
    let anew = write_with(&reading.value.file, &reading.value.kept);
    assert_eq!(plain(&anew), sample);
    assert!(anew.contains("// unreadable: Bonjour"));
}

#[test]
fn the_same_revision_twice_is_one() {
    let sample = sample_memory();
    let twice = add(write(&sample).as_bytes(), &sample.revisions[1..3]);
    let reading = read_bytes(&twice).expect("a memory");
    assert_eq!((reading.value.file, reading.problems), (sample.clone(), vec![]));
    let mut other = sample.revisions[1].clone();
    other.change = UnitChange::Delete { by: "somebody else".to_owned() };
    let reading = read_bytes(&add(&twice, &[other])).expect("a memory");
    assert_eq!((reading.value.file, reading.problems.len()), (sample, 1));
}

#[test]
fn what_is_no_memory_is_refused() {
    let good = write(&sample_memory());
    let check = |text: &str, expected: &str| {
        let error = read(text).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}\nshould contain: {expected}");
    };
    check("", "empty");
    check("a\tb\n", "not a translation memory");
    check(&good.replacen("format: 1", "format: 7", 1), "(format 7; this one reads up to 1)");
    check("(format: 1,\nid: \"00000000000000a1\",\n)", "is it a project?");
    check(&good.replacen("source:\"fr\"", "source:\"français\"", 1), "line 2, column ");
    assert!(matches!(read("(format: 1,\nheader: ("), Err(FormatError::Broken { .. })));
}

#[test]
fn what_others_added_is_read_from_where_we_stopped() {
    let sample = sample_memory();
    let lines: String = sample.revisions[..2].iter().map(revision_line).collect();
    let added = read_lines(format!("{lines}{CLOSING}").as_bytes(), 40);
    assert_eq!(added.revisions, sample.revisions[..2]);
    assert_eq!(added.tail, Some(Tail { keep: lines.len(), joint: "" }));
    let broken = read_lines(format!("{lines}(id:\n{CLOSING}").as_bytes(), 40);
    assert_eq!(broken.problems[0].line, Some(42));
    assert!(opening(&sample.header).lines().count() == 3);
}

#[test]
fn the_example_of_the_document_is_a_memory() {
    let document = include_str!("../../../docs/formats/memory.md");
    let example = document.split("```").nth(1).and_then(|block| block.strip_prefix("text\n"));
    let example = example.expect("an example");
    let reading = read(example).expect("a memory");
    assert_eq!((reading.value.revisions.len(), reading.problems), (3, vec![]));
    assert_eq!(write(&reading.value), example);
}

proptest! {
    #[test]
    fn any_revision_is_read_the_fast_way(revision in revision()) {
        let line = ron_text::line(&revision);
        prop_assert_eq!(canonical::read(&line), Some(revision.clone()));
        prop_assert_eq!(ron::from_str::<Revision>(&line), Ok(revision));
    }

    /// Whatever the fast way accepts, `ron` reads the same.
    #[test]
    fn the_fast_way_is_never_laxer(
        revision in revision(), at in 0.0..1.0_f64, cut in 0..3_usize, put in "[\"\\\\a0(),:{}]{0,2}",
    ) {
        let line: Vec<char> = ron_text::line(&revision).chars().collect();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the line")]
        let at = (line.len() as f64 * at) as usize;
        let rest = line.iter().skip(at + cut);
        let line: String = line.iter().take(at).copied().chain(put.chars()).chain(rest.copied()).collect();
        if let Some(read) = canonical::read(&line) {
            prop_assert_eq!(ron::from_str::<Revision>(&line).ok(), Some(read), "{}", line);
        }
    }
}
