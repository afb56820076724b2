//! Full disks, torn tails, disks that break: nothing that was there is lost.

use std::sync::Arc;

use super::{check_file, disk, ids, path, units};
use crate::formats::memory_ron;
use crate::model::{MemoryFile, Revision};
use crate::store::memory::{append, append_after, open, open_marked, save};
use crate::store::testing::{FailingFiles, Fault, MemoryFiles};
use crate::store::tests::{Folder, check_message};
use crate::store::{Cause, Disk, Files};

/// The last write, cut at every byte: what stood before it is there, and the next
/// addition mends the file.
#[test]
fn a_torn_tail_is_mended() {
    let (files, sample) = disk();
    let before = files.read(&path()).expect("there");
    let (torn, next) = (units(2, 1), units(1, 2));
    append(&files, &path(), &sample.header, &torn).expect("added");
    let after = files.read(&path()).expect("there");
    for cut in before.len() - memory_ron::CLOSING.len()..=after.len() {
        for zeros in [0, 7, 5000] {
            let mut bytes = after[..cut].to_vec();
            bytes.extend(vec![0; zeros]);
            files.put(path(), &bytes);
            let there = open(&files, &path()).expect("a memory").value.revisions;
            assert!(there.len() >= sample.revisions.len(), "cut at {cut}");
            append(&files, &path(), &sample.header, &next).expect("added");
            check_file(&files, &path(), &[&there, &next]);
        }
    }
}

/// Who has the file open goes on from its bookmark, and adds again what was torn.
#[test]
fn a_torn_tail_is_mended_from_a_bookmark() {
    let (files, sample) = disk();
    let mark = open_marked(&files, &path()).expect("a memory").1;
    let before = files.read(&path()).expect("there");
    let added = units(3, 1);
    append(&files, &path(), &sample.header, &added).expect("added");
    let after = files.read(&path()).expect("there");
    for cut in before.len() - memory_ron::CLOSING.len()..=after.len() {
        files.put(path(), &after[..cut]);
        let mut mark = mark.clone();
        append_after(&files, &path(), &sample.header, &added, &mut mark).expect("added");
        check_file(&files, &path(), &[&sample.revisions, &added]);
        assert_eq!(open_marked(&files, &path()).expect("a memory").1, mark, "cut at {cut}");
    }
}

/// A mending alone, when there is nothing to add.
#[test]
fn a_torn_tail_is_mended_without_an_addition() {
    let (files, sample) = disk();
    let whole = files.read(&path()).expect("there");
    files.put(path(), &whole[..whole.len() - 2]);
    append(&files, &path(), &sample.header, &[]).expect("mended");
    assert_eq!(files.read(&path()), Ok(whole));
}

#[test]
fn a_full_disk_loses_nothing_and_the_addition_can_be_repeated() {
    let added = units(2, 1);
    let length: usize = added.iter().map(|unit| memory_ron::revision_line(unit).len()).sum();
    for bytes in 0..length as u64 + 3 {
        let (inner, sample) = disk();
        let files = FailingFiles::over(Arc::new(inner));
        let mut mark = open_marked(&files, &path()).expect("a memory").1;
        files.fail_after_bytes(bytes, Fault::FullDisk);
        let failed = append_after(&files, &path(), &sample.header, &added, &mut mark);
        check_message(failed, &["cannot add", "the disk is full", "free some space"], &path());
        let there = open(&files, &path()).expect("a memory").value.revisions;
        assert_eq!(there[..sample.revisions.len()], sample.revisions);
        files.heal();
        append_after(&files, &path(), &sample.header, &added, &mut mark).expect("added");
        check_file(&files, &path(), &[&sample.revisions, &added]);
    }
}

/// A new memory, an addition and a whole save, failing at each operation.
#[test]
fn whatever_fails_and_when_the_file_is_whole() {
    type Change = fn(&dyn Files, &MemoryFile, &[Revision]) -> bool;
    let adds: Change = |files, old, new| append(files, &path(), &old.header, new).is_ok();
    let saves: Change = |files, old, new| {
        let mut file = old.clone();
        file.revisions.extend_from_slice(new);
        save(files, &path(), &file).is_ok()
    };
    let new = units(2, 1);
    for (change, there) in [(adds, false), (adds, true), (saves, false), (saves, true)] {
        for at in 0..6 {
            let (inner, old) = disk();
            if !there {
                inner.remove(&path()).expect("removed");
            }
            let files = FailingFiles::over(Arc::new(inner));
            files.fail_at(at, Fault::NoPermission);
            let done = change(&files, &old, &new);
            files.heal();
            if done {
                let found = open(&files, &path()).expect("a memory").value.revisions;
                assert!(ids(&found).len() >= new.len(), "at {at}");
            } else if there {
                check_file(&files, &path(), &[&old.revisions]);
            } else {
                assert!(!files.exists(&path()), "at {at}");
            }
        }
    }
}

#[test]
fn a_folder_without_permission_is_told() {
    let files = FailingFiles::over(Arc::new(MemoryFiles::new()));
    files.fail_under("/w", Fault::NoPermission);
    let header = crate::formats::testing::sample_memory().header;
    let made = append(&files, &path(), &header, &units(1, 1));
    let error = made.expect_err("no permission");
    assert_eq!(error.cause(), Some(&Cause::NoPermission));
    assert!(error.to_string().starts_with("cannot make the folder: no permission; "), "{error}");
}

/// On a real disk, with the remains of a write at each place of the last line.
#[test]
fn a_torn_tail_on_a_real_disk_is_mended() {
    let folder = Folder::new();
    let sample = crate::formats::testing::sample_memory();
    let (whole, next) = (memory_ron::write(&sample), units(1, 1));
    let last = sample.revisions.len() - 1;
    let start = whole.rfind("(id:").expect("the last line");
    for cut in (start..whole.len()).step_by(9) {
        let path = folder.file("a.memory.ron", &whole.as_bytes()[..cut]);
        append(&Disk, &path, &sample.header, &next).expect("added");
        let found = open(&Disk, &path).expect("a memory");
        assert_eq!(found.problems, []);
        assert_eq!(found.value.revisions[..last], sample.revisions[..last]);
        assert_eq!(found.value.revisions.last(), next.first());
    }
    assert_eq!(folder.names(), ["a.memory.ron"]);
}
