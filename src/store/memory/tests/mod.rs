//! Memories that several add to, on disks that fail.

mod adding;
mod caching;
mod deciding;
mod failing;
mod killed;
mod merging;
mod odd;
mod reading;
mod saving;
mod together;

use std::path::{Path, PathBuf};

use super::{open, open_marked};
use crate::formats::memory_ron;
use crate::formats::testing::sample_memory;
use crate::model::{
    IdSource, MemoryFile, Revision, RevisionId, SeededIds, Timestamp, Unit, UnitStatus,
};
use crate::store::Files;
use crate::store::testing::MemoryFiles;

/// Where the tests' memory is.
pub(super) fn path() -> PathBuf {
    PathBuf::from("/w/house.fr-en.memory.ron")
}

/// A disk with the sample, and the sample.
pub(super) fn disk() -> (MemoryFiles, MemoryFile) {
    let (files, sample) = (MemoryFiles::new(), sample_memory());
    files.put(path(), memory_ron::write(&sample));
    (files, sample)
}

/// New units, whose ids come from `seed`.
pub(super) fn units(count: usize, seed: u64) -> Vec<Revision> {
    let mut ids = SeededIds::new(seed);
    let unit = |ids: &mut SeededIds| {
        let number = ids.next_bits();
        let (source, target) = (format!("Phrase « {number} »\n"), format!("Sentence \"{number}\""));
        let at = Timestamp::from_second(1_931_000_000).expect("a moment");
        Revision::first(Unit::plain(&source, &target, UnitStatus::Translated), at, ids)
    };
    (0..count).map(|_| unit(&mut ids)).collect()
}

/// The ids of revisions, sorted.
pub(super) fn ids<'a>(revisions: impl IntoIterator<Item = &'a Revision>) -> Vec<RevisionId> {
    let mut ids: Vec<_> = revisions.into_iter().map(|revision| revision.id).collect();
    ids.sort();
    ids
}

/// The memory at `path` has these revisions, each on one line, and no problem.
pub(super) fn check_file(files: &dyn Files, path: &Path, expected: &[&[Revision]]) {
    let expected = expected.concat();
    let reading = open(files, path).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(reading.problems, []);
    assert_eq!(ids(&reading.value.revisions), ids(&expected));
    let text = String::from_utf8(files.read(path).expect("there")).expect("UTF-8");
    let lines = text.lines().filter(|line| line.starts_with("(id:")).count();
    assert_eq!(lines, expected.len(), "nothing twice:\n{text}");
    assert!(text.ends_with(memory_ron::CLOSING), "{text}");
}
