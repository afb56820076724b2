//! Adding what depends on what others added meanwhile.

use super::{disk, ids, path, units};
use crate::formats::testing::sample_memory;
use crate::store::Files;
use crate::store::memory::{Bookmark, append, append_deciding, open, open_marked};
use crate::store::testing::MemoryFiles;

#[test]
fn what_others_added_is_seen_before_it_is_decided() {
    let (files, sample) = disk();
    let (_, mut mark) = open_marked(&files, &path()).expect("readable");
    let theirs = units(3, 1);
    append(&files, &path(), &sample.header, &theirs).expect("added");
    let before = files.read(&path()).expect("there");
    let ours = units(2, 2);
    let done = append_deciding(&files, &path(), &sample.header, &mut mark, &mut |others| {
        assert_eq!(ids(others), ids(&theirs));
        ours.clone()
    });
    let done = done.expect("added");
    assert_eq!((ids(&done.others), &done.own), (ids(&theirs), &ours));
    let all = open(&files, &path()).expect("readable").value.revisions;
    assert_eq!(all.len(), sample.revisions.len() + 5);
    // Only the tail grew: all but the closing brackets is as it was.
    let after = files.read(&path()).expect("there");
    let kept = before.len() - crate::formats::memory_ron::CLOSING.len();
    assert_eq!(after.get(..kept), before.get(..kept));
    // Nobody added anything since, and nothing is decided: the file stays as it is.
    let again = append_deciding(&files, &path(), &sample.header, &mut mark, &mut |others| {
        assert_eq!(others, []);
        Vec::new()
    });
    assert_eq!(again.expect("looked").own, []);
    assert_eq!(files.read(&path()).expect("there"), after);
}

#[test]
fn a_file_that_is_not_there_is_made_and_another_memory_is_refused() {
    let (files, header) = (MemoryFiles::new(), sample_memory().header);
    let mut mark = Bookmark::default();
    let ours = units(2, 2);
    let done = append_deciding(&files, &path(), &header, &mut mark, &mut |_| ours.clone());
    assert_eq!(done.expect("made").own, ours);
    let mut other = header;
    other.id = crate::model::MemoryId::from_bits(77);
    let mut asked = false;
    let refused = append_deciding(&files, &path(), &other, &mut mark, &mut |_| {
        asked = true;
        Vec::new()
    });
    assert!(refused.is_err() && !asked);
    let all = open(&files, &path()).expect("readable").value.revisions;
    assert_eq!(ids(&all), ids(&ours));
}
