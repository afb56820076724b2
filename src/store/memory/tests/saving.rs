//! Whole memories: saved without losing what others added, rewritten on purpose.

use super::{check_file, disk, path, units};
use crate::formats::memory_ron;
use crate::model::{MemoryId, Revision};
use crate::store::memory::{append, open, rewrite, save};
use crate::store::testing::MemoryFiles;
use crate::store::{Files, StoreError};

#[test]
fn a_memory_is_saved_and_keeps_what_others_added() {
    let (files, mut sample) = disk();
    let theirs = units(2, 1);
    append(&files, &path(), &sample.header, &theirs).expect("added");
    let mine = units(2, 2);
    sample.revisions.extend(mine.clone());
    sample.header.name = "bridges".to_owned();
    save(&files, &path(), &sample).expect("saved");
    check_file(&files, &path(), &[&sample.revisions, &theirs]);
    assert_eq!(open(&files, &path()).map(|r| r.value.header.name).as_deref(), Ok("bridges"));
    let time = files.modified(&path());
    save(&files, &path(), &sample).expect("saved");
    assert_eq!(files.modified(&path()), time, "unchanged, so not written");
}

#[test]
fn a_new_memory_is_saved() {
    let (files, (_, sample)) = (MemoryFiles::new(), disk());
    files.create_dir_all(path().parent().expect("a folder")).expect("made");
    save(&files, &path(), &sample).expect("saved");
    assert_eq!(files.read(&path()), Ok(memory_ron::write(&sample).into_bytes()));
}

#[test]
fn any_other_file_is_replaced_but_not_one_of_a_newer_format() {
    let (files, sample) = disk();
    let mut other = sample.clone();
    other.header.id = MemoryId::from_bits(1);
    for there in [memory_ron::write(&other), "Bonjour".to_owned(), String::new()] {
        files.put(path(), there);
        save(&files, &path(), &sample).expect("saved");
        check_file(&files, &path(), &[&sample.revisions]);
    }
    let newer = memory_ron::write(&sample).replacen("format: 1", "format: 2", 1);
    files.put(path(), &newer);
    assert!(matches!(save(&files, &path(), &sample), Err(StoreError::Format { .. })));
    assert_eq!(files.read(&path()), Ok(newer.into_bytes()));
}

#[test]
fn lines_of_newer_writers_stay_when_a_memory_is_written_whole() {
    let (files, sample) = disk();
    let newer = memory_ron::write(&sample).replacen(
        "status:Translated)",
        "status:Translated,mood:Good([1]))",
        1,
    );
    files.put(path(), &newer);
    let text = || String::from_utf8(files.read(&path()).expect("there")).expect("UTF-8");
    save(&files, &path(), &sample).expect("saved");
    assert_eq!(text(), newer);
    rewrite(&files, &path(), &mut |file| file.header.generation = 7).expect("written");
    assert_eq!(text(), newer.replacen("generation:1", "generation:7", 1));
    let first = sample.revisions[0].id;
    let drop_first = |revision: &Revision| revision.id != first;
    rewrite(&files, &path(), &mut |file| file.revisions.retain(drop_first)).expect("written");
    assert!(!text().contains("mood"), "it went with its revision");
    check_file(&files, &path(), &[&sample.revisions[1..]]);
}

#[test]
fn what_is_no_memory_is_not_rewritten() {
    let (files, _) = disk();
    files.put(path(), "Bonjour");
    assert!(rewrite(&files, &path(), &mut |_| ()).is_err());
    assert_eq!(files.read(&path()).as_deref(), Ok(&b"Bonjour"[..]));
}
