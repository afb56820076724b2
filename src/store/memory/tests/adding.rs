//! Adding alone: new files, tails, what is refused.

use std::path::Path;

use super::{check_file, disk, path, units};
use crate::formats::memory_ron;
use crate::formats::testing::sample_memory;
use crate::model::{MemoryId, UpdateRule};
use crate::store::memory::{Bookmark, append, append_after, open, open_marked};
use crate::store::testing::MemoryFiles;
use crate::store::tests::check_message;
use crate::store::{Disk, Files, StoreError};

#[test]
fn a_memory_is_made_with_its_folder() {
    let (files, header) = (MemoryFiles::new(), sample_memory().header);
    let (first, second) = (units(3, 1), units(2, 2));
    assert_eq!(append(&files, &path(), &header, &first), Ok(vec![]));
    check_file(&files, &path(), &[&first]);
    assert_eq!(append(&files, &path(), &header, &second), Ok(first.clone()));
    check_file(&files, &path(), &[&first, &second]);
    assert_eq!(open(&files, &path()).map(|reading| reading.value.header), Ok(header));
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_made_for_a_memory_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = crate::store::tests::Folder::new();
    let path = folder.path("memories/a.memory.ron");
    append(&Disk, &path, &sample_memory().header, &units(1, 1)).expect("made");
    let made = std::fs::metadata(folder.path("memories")).expect("there");
    assert_eq!(made.permissions().mode() & 0o777, 0o700);
}

#[test]
fn adding_changes_the_tail_alone() {
    let (files, sample) = disk();
    let before = files.read(&path()).expect("there");
    let (_, mut mark) = open_marked(&files, &path()).expect("a memory");
    for seed in 1..5 {
        let added = units(2, seed);
        append_after(&files, &path(), &sample.header, &added, &mut mark).expect("added");
    }
    let after = files.read(&path()).expect("there");
    let kept = before.len() - memory_ron::CLOSING.len();
    assert_eq!(after[..kept], before[..kept]);
    let all: Vec<_> = (1..5).flat_map(|seed| units(2, seed)).collect();
    check_file(&files, &path(), &[&sample.revisions, &all]);
    // The bookmark that moved along is the one of who opens the file now.
    assert_eq!(open_marked(&files, &path()).expect("a memory").1, mark);
}

#[test]
fn the_same_revision_is_added_once() {
    let (files, sample) = disk();
    let added = units(3, 1);
    let old = open_marked(&files, &path()).expect("a memory").1;
    for count in [1, 1, 2, 3, 3] {
        for mut mark in [old.clone(), Bookmark::default()] {
            append_after(&files, &path(), &sample.header, &added[..count], &mut mark)
                .expect("added");
            check_file(&files, &path(), &[&sample.revisions, &added[..count]]);
        }
    }
}

#[test]
fn adding_nothing_writes_nothing() {
    let (files, sample) = disk();
    let time = files.modified(&path()).expect("there");
    assert_eq!(append(&files, &path(), &sample.header, &[]), Ok(sample.revisions));
    assert_eq!(files.modified(&path()), Ok(time));
}

#[test]
fn an_empty_file_becomes_a_memory() {
    let (files, header) = (MemoryFiles::new(), sample_memory().header);
    files.put(path(), "");
    append(&files, &path(), &header, &units(2, 1)).expect("added");
    check_file(&files, &path(), &[&units(2, 1)]);
}

#[test]
fn another_memory_is_refused() {
    let (files, sample) = disk();
    let before = files.read(&path()).expect("there");
    let mut header = sample.header;
    header.id = MemoryId::from_bits(1);
    header.name = "working memory".to_owned();
    let added = append(&files, &path(), &header, &units(1, 1));
    assert!(matches!(added, Err(StoreError::OtherMemory { .. })), "{added:?}");
    let words = ["\"working memory\"", "another memory, \"ministry-of-bridges\"", "open that one"];
    check_message(added, &words, &path());
    assert_eq!(files.read(&path()), Ok(before));
}

#[test]
fn a_read_only_memory_is_refused() {
    let (files, mut sample) = disk();
    let header = sample.header.clone();
    sample.header.rule = UpdateRule::ReadOnly;
    files.put(path(), memory_ron::write(&sample));
    let added = append(&files, &path(), &header, &units(1, 1));
    check_message(added, &["\"ministry-of-bridges\" is read only", "another"], &path());
    assert!(append(&files, &path(), &header, &[]).is_ok(), "reading on is no addition");
}

#[test]
fn a_memory_that_somebody_else_laid_out_is_written_anew() {
    let (files, sample) = disk();
    let added = units(2, 1);
    let text = memory_ron::write(&sample);
    for other in [text.replace("(id:", "(\n  id:"), text.replace(",\n(id:", ", (id:")] {
        files.put(path(), &other);
        append(&files, &path(), &sample.header, &[]).expect("nothing to write");
        assert_eq!(files.read(&path()), Ok(other.into_bytes()));
        assert_eq!(append(&files, &path(), &sample.header, &added).map(|o| o.len()), Ok(5));
        check_file(&files, &path(), &[&sample.revisions, &added]);
    }
}

#[test]
fn line_ends_of_other_systems_stay() {
    let (files, sample) = disk();
    let text = memory_ron::write(&sample).replace('\n', "\r\n");
    let cut = text.rfind("])").expect("the closing");
    files.put(path(), &text);
    append(&files, &path(), &sample.header, &units(2, 1)).expect("added");
    check_file(&files, &path(), &[&sample.revisions, &units(2, 1)]);
    assert_eq!(files.read(&path()).expect("there")[..cut], text.as_bytes()[..cut]);
}

#[test]
fn a_head_longer_than_is_looked_at_is_read() {
    let (files, mut sample) = disk();
    sample.header.name = "long ".repeat(5000);
    files.put(path(), memory_ron::write(&sample));
    append(&files, &path(), &sample.header, &units(1, 1)).expect("added");
    check_file(&files, &path(), &[&sample.revisions, &units(1, 1)]);
}

#[test]
fn broken_lines_and_lines_of_newer_writers_stay() {
    let (files, sample) = disk();
    let text = memory_ron::write(&sample)
        .replacen("status:Translated)", "status:Translated,mood:Good([1]))", 1)
        .replacen("\n(id:\"0000000000000003", "\nBonjour\n(id:\"0000000000000003", 1);
    files.put(path(), &text);
    append(&files, &path(), &sample.header, &units(1, 1)).expect("added");
    let after = String::from_utf8(files.read(&path()).expect("there")).expect("UTF-8");
    let kept = text.strip_suffix(memory_ron::CLOSING).expect("a memory");
    assert!(after.starts_with(kept), "{after}");
}

/// Ten thousand units come in at once.
#[test]
fn a_large_import_is_added() {
    let (files, header) = (MemoryFiles::new(), sample_memory().header);
    let (first, second) = (units(10_000, 1), units(10_000, 2));
    append(&files, &path(), &header, &first).expect("made");
    let mut mark = open_marked(&files, &path()).expect("a memory").1;
    append_after(&files, &path(), &header, &second, &mut mark).expect("added");
    check_file(&files, Path::new(&path()), &[&first, &second]);
}
