//! Several threads and programs at one file on a real disk.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{check_file, ids, units};
use crate::formats::testing::sample_memory;
use crate::model::Revision;
use crate::store::Disk;
use crate::store::memory::{Bookmark, append_after, news, rewrite};
use crate::store::tests::Folder;

/// Units that each of them adds, one at a time.
const EACH: usize = 250;

/// Adds units one at a time, and gives what others added meanwhile.
fn add(path: &Path, seed: u64) -> (Vec<Revision>, Bookmark) {
    let (header, mut mark) = (sample_memory().header, Bookmark::default());
    let mut others = Vec::new();
    for unit in units(EACH, seed) {
        let one = std::slice::from_ref(&unit);
        let added = append_after(&Disk, path, &header, one, &mut mark);
        others.extend(added.unwrap_or_else(|error| panic!("{error}")));
    }
    (others, mark)
}

fn all(seeds: std::ops::Range<u64>) -> Vec<Revision> {
    seeds.flat_map(|seed| units(EACH, seed)).collect()
}

/// They begin with no file: one of them makes it. Now and then somebody compacts.
#[test]
fn four_threads_lose_nothing() {
    let folder = Folder::new();
    let path = folder.path("new/a.memory.ron");
    std::thread::scope(|scope| {
        let adders = [0, 1, 2, 3].map(|seed| {
            let path = &path;
            scope.spawn(move || (seed, add(path, seed)))
        });
        let compacter = scope.spawn(|| {
            let mut done = 0;
            while done < 10 {
                let raised = rewrite(&Disk, &path, &mut |file| file.header.generation += 1);
                done += usize::from(raised.is_ok());
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
        });
        for (seed, (mut others, mut mark)) in adders.map(|adder| adder.join().expect("no panic")) {
            others.extend(news(&Disk, &path, &mut mark).expect("read").value);
            // After a compaction others' units come again, and one's own.
            let mut heard = ids(others.iter().chain(&units(EACH, seed)));
            heard.dedup();
            assert_eq!(heard, ids(&all(0..4)), "what {seed} heard of");
        }
        compacter.join().expect("no panic");
    });
    check_file(&Disk, &path, &[&all(0..4)]);
    assert_eq!(folder.names(), ["new"]);
}

/// The variable that tells the other program its file.
const CHILD: &str = "DIPTYCH_TEST_CHILD";

/// The other program of the test below: seed and path come in the environment.
#[test]
#[ignore = "run by two_programs_lose_nothing"]
fn other_program() {
    let Some(words) = std::env::var_os(CHILD) else { return };
    let words = words.into_string().expect("Unicode");
    let (seed, path) = words.split_once(' ').expect("seed and path");
    add(&PathBuf::from(path), seed.parse().expect("a number"));
}

#[test]
fn two_programs_lose_nothing() {
    let folder = Folder::new();
    let path = folder.path("a.memory.ron");
    let start = |seed: u64| {
        let mut other = Command::new(std::env::current_exe().expect("this program"));
        other.args(["--exact", "store::memory::tests::together::other_program", "--ignored"]);
        other.env(CHILD, format!("{seed} {}", path.display()));
        other.stdout(std::process::Stdio::null());
        other.spawn().expect("started")
    };
    let others = [start(0), start(1)];
    add(&path, 2);
    for mut other in others {
        assert!(other.wait().expect("it ends").success());
    }
    check_file(&Disk, &path, &[&all(0..3)]);
}
