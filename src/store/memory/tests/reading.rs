//! What others added, read on from a bookmark.

use std::sync::Arc;

use super::{disk, ids, path, units};
use crate::formats::memory_ron::{self, CLOSING};
use crate::model::{MemoryFile, SeededIds};
use crate::store::Files;
use crate::store::memory::{Bookmark, append, append_after, news, open_marked, rewrite};
use crate::store::testing::FailingFiles;

#[test]
fn what_others_added_is_handed_back() {
    let (files, sample) = disk();
    let (_, mut ours) = open_marked(&files, &path()).expect("a memory");
    let mut theirs = ours.clone();
    for turn in 0..4 {
        let (mine, other) = (units(2, 2 * turn), units(3, 2 * turn + 1));
        let added = append_after(&files, &path(), &sample.header, &other, &mut theirs);
        assert_eq!(added, Ok(if turn == 0 { vec![] } else { units(2, 2 * turn - 2) }));
        let added = append_after(&files, &path(), &sample.header, &mine, &mut ours);
        assert_eq!(added, Ok(other));
    }
    assert_eq!(news(&files, &path(), &mut ours).map(|reading| reading.value), Ok(vec![]));
    assert_eq!(news(&files, &path(), &mut theirs).map(|reading| reading.value), Ok(units(2, 6)));
    assert_eq!(ours, theirs);
}

#[test]
fn a_poll_of_an_unchanged_file_reads_nothing() {
    let (inner, sample) = disk();
    let files = FailingFiles::over(Arc::new(inner));
    let (_, mut mark) = open_marked(&files, &path()).expect("a memory");
    let before = files.operations();
    assert_eq!(news(&files, &path(), &mut mark).map(|reading| reading.value), Ok(vec![]));
    assert_eq!(files.operations(), before);
    append(&files, &path(), &sample.header, &units(2, 1)).expect("added");
    assert_eq!(news(&files, &path(), &mut mark).map(|reading| reading.value), Ok(units(2, 1)));
}

#[test]
fn problems_of_new_lines_have_their_numbers_in_the_file() {
    let (files, sample) = disk();
    let (_, mut mark) = open_marked(&files, &path()).expect("a memory");
    append_after(&files, &path(), &sample.header, &units(2, 1), &mut mark).expect("added");
    let text = String::from_utf8(files.read(&path()).expect("there")).expect("UTF-8");
    let line = memory_ron::revision_line(&units(1, 2)[0]);
    let broken = format!("{}Bonjour\n{line}{CLOSING}", text.strip_suffix(CLOSING).expect("closed"));
    files.put(path(), &broken);
    let reading = news(&files, &path(), &mut mark).expect("read");
    assert_eq!(reading.value, units(1, 2));
    let place = broken.lines().position(|line| line == "Bonjour");
    assert_eq!(reading.problems.iter().map(|p| p.line).collect::<Vec<_>>(), [place]);
}

/// A file that is not as it was is read from its start.
#[test]
fn a_file_that_was_replaced_is_read_anew() {
    let (files, sample) = disk();
    let (_, mark) = open_marked(&files, &path()).expect("a memory");
    rewrite(&files, &path(), &mut |file| {
        file.header.generation += 1;
        file.revisions.remove(0);
    })
    .expect("compacted");
    let kept = &sample.revisions[1..];
    let found = news(&files, &path(), &mut mark.clone()).expect("read").value;
    assert_eq!(ids(&found), ids(kept));
    let mine = units(1, 1);
    let found = append_after(&files, &path(), &sample.header, &mine, &mut mark.clone());
    assert_eq!(ids(&found.expect("added")), ids(kept));
    // Shorter, longer, and something else.
    let short = MemoryFile { header: sample.header.clone(), revisions: vec![] };
    files.put(path(), memory_ron::write(&short));
    assert_eq!(news(&files, &path(), &mut mark.clone()).map(|r| r.value), Ok(vec![]));
    files.put(path(), "(format: 9,\nheader: (");
    assert!(news(&files, &path(), &mut mark.clone()).is_err());
}

/// Two who add, poll, compact and crash in any order have the same in the end,
/// and nothing that was added is lost.
#[test]
fn any_order_of_doings_ends_alike() {
    for seed in 0..200 {
        check_order(seed);
    }
}

fn check_order(seed: u64) {
    let (files, sample) = disk();
    let mut random = SeededIds::new(seed);
    let mut marks = [Bookmark::default(), Bookmark::default()];
    let mut known = [vec![], vec![]];
    let mut added = Vec::new();
    for step in 0..30 {
        let dice =
            usize::try_from(crate::model::IdSource::next_bits(&mut random) % 20).unwrap_or(0);
        let who = dice % 2;
        match dice / 2 {
            0..=4 => {
                let mine = units(1 + dice % 3, 1000 * seed + step);
                let header = &sample.header;
                let others = append_after(&files, &path(), header, &mine, &mut marks[who]);
                known[who].extend(others.expect("added"));
                known[who].extend(mine.clone());
                added.extend(mine);
            }
            5..=7 => known[who].extend(news(&files, &path(), &mut marks[who]).expect("read").value),
            8 => {
                // A crash while the closing brackets were written.
                let bytes = files.read(&path()).expect("there");
                let whole = bytes.strip_suffix(CLOSING.as_bytes()).unwrap_or(&bytes).len();
                let cut = whole + (dice + usize::try_from(step).unwrap_or(0)) % CLOSING.len();
                files.put(path(), &bytes[..cut.min(bytes.len())]);
            }
            _ => {
                rewrite(&files, &path(), &mut |file| file.header.generation += 1).expect("written");
            }
        }
    }
    let expected = ids(added.iter().chain(&sample.revisions));
    for (mark, known) in marks.iter_mut().zip(&mut known) {
        known.extend(news(&files, &path(), mark).expect("read").value);
        let mut found = ids(known.iter());
        found.dedup();
        assert_eq!(found, expected, "seed {seed}");
    }
}
