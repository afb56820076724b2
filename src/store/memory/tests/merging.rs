//! Three copies of a memory made one.

use std::path::Path;

use super::{disk, ids, open, path, units};
use crate::formats::memory_ron;
use crate::formats::testing::sample_memory;
use crate::model::{MemoryFile, MemoryId, Revision};
use crate::store::memory::merge;
use crate::store::testing::MemoryFiles;
use crate::store::{Files, StoreError};

const OTHER: &str = "/w/theirs";
const BASE: &str = "/w/base";

fn with(file: &MemoryFile, added: &[Revision]) -> String {
    let mut file = file.clone();
    file.revisions.extend_from_slice(added);
    memory_ron::write(&file)
}

#[test]
fn a_merge_has_what_either_side_has() {
    let (files, base) = disk();
    let (mut ours, mut theirs) = (units(3, 1), units(2, 2));
    for (minute, unit) in (1..).zip(ours.iter_mut().chain(&mut theirs)) {
        unit.at = unit.at.checked_sub(jiff::SignedDuration::from_mins(minute)).expect("in range");
    }
    files.put(BASE, with(&base, &[]));
    files.put(path(), with(&base, &ours));
    files.put(OTHER, with(&base, &theirs));
    let merged = merge(&files, Path::new(BASE), &path(), Path::new(OTHER)).expect("merged");
    assert_eq!(merged.added, 2);
    let there = open(&files, &path()).expect("a memory");
    assert_eq!((there.problems.as_slice(), &there.value), ([].as_slice(), &merged.merged));
    let revisions = &there.value.revisions;
    assert_eq!(ids(revisions), ids(base.revisions.iter().chain(&ours).chain(&theirs)));
    let count = base.revisions.len();
    assert_eq!(revisions[..count], base.revisions, "the base comes first, in its order");
    assert!(revisions[count..].is_sorted_by_key(|revision| (revision.at, revision.id)));
    // The other way round it is the same, and so is a second time.
    let bytes = files.read(&path()).expect("there");
    files.put("/w/again", with(&base, &theirs));
    files.put("/w/ours", with(&base, &ours));
    let again = Path::new("/w/again");
    merge(&files, Path::new(BASE), again, Path::new("/w/ours")).expect("merged");
    assert_eq!(files.read(again).expect("there"), bytes);
    let twice = merge(&files, Path::new(BASE), &path(), Path::new(OTHER)).expect("merged");
    assert_eq!(twice.added, 0);
}

#[test]
fn lines_of_newer_writers_and_an_empty_base_are_no_obstacle() {
    let (files, base) = disk();
    let added = units(1, 5);
    let newer = with(&base, &added).replace("status:Translated)", "status:Translated,mood:Calm)");
    files.put(OTHER, &newer);
    files.put(BASE, "");
    merge(&files, Path::new(BASE), &path(), Path::new(OTHER)).expect("merged");
    let text = String::from_utf8(files.read(&path()).expect("there")).expect("UTF-8");
    let line = newer.lines().find(|line| line.contains(&added[0].id.to_string())).expect("there");
    assert!(line.contains("mood:Calm") && text.contains(line), "kept byte for byte");
}

#[test]
fn another_memory_is_not_merged() {
    let files = MemoryFiles::new();
    let (ours, mut theirs) = (sample_memory(), sample_memory());
    theirs.header.id = MemoryId::from_bits(7);
    files.put(path(), memory_ron::write(&ours));
    files.put(OTHER, memory_ron::write(&theirs));
    let refused = merge(&files, Path::new(BASE), &path(), Path::new(OTHER));
    assert!(matches!(refused, Err(StoreError::OtherMemory { .. })), "{refused:?}");
    assert_eq!(files.read(&path()).expect("there"), memory_ron::write(&ours).into_bytes());
}
