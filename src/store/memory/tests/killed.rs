//! Programs that are killed while they add: what they were told is on the disk, is.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use super::{ids, open, units};
use crate::formats::testing::sample_memory;
use crate::model::RevisionId;
use crate::store::Disk;
use crate::store::memory::{Bookmark, append_after};
use crate::store::tests::Folder;

/// Units that each program would add. `DIPTYCH_TEST_UNITS` asks for more.
fn each() -> usize {
    let asked = std::env::var("DIPTYCH_TEST_UNITS").ok().and_then(|count| count.parse().ok());
    asked.unwrap_or(120)
}

/// The variable that tells the other program its seed and its file.
const CHILD: &str = "DIPTYCH_TEST_KILLED";

/// The other program: says "stored" for each unit that is on the disk.
#[test]
#[ignore = "run by what_a_killed_program_was_told_is_there"]
fn other_program() {
    let Some(words) = std::env::var_os(CHILD) else { return };
    let words = words.into_string().expect("Unicode");
    let (seed, path) = words.split_once(' ').expect("seed and path");
    let (path, header, mut mark) =
        (PathBuf::from(path), sample_memory().header, Bookmark::default());
    for unit in units(each(), seed.parse().expect("a number")) {
        let one = std::slice::from_ref(&unit);
        append_after(&Disk, &path, &header, one, &mut mark).expect("added");
        println!("stored");
    }
}

#[test]
fn what_a_killed_program_was_told_is_there() {
    let folder = Folder::new();
    let path = folder.path("a.memory.ron");
    let start = |seed: u64| -> Child {
        let mut other = Command::new(std::env::current_exe().expect("this program"));
        let name = "store::memory::tests::killed::other_program";
        other.args(["--exact", name, "--ignored", "--nocapture"]);
        other.env(CHILD, format!("{seed} {}", path.display()));
        other.stdout(Stdio::piped()).spawn().expect("started")
    };
    // The second and the fourth are killed, each after another while.
    let limits = [usize::MAX, each() / 5, usize::MAX, each() / 3];
    let children: Vec<(u64, usize, Child)> =
        (0..).zip(limits).map(|(seed, limit)| (seed, limit, start(seed))).collect();
    let told: Vec<(u64, usize)> = std::thread::scope(|scope| {
        let watched: Vec<_> = children
            .into_iter()
            .map(|(seed, limit, child)| scope.spawn(move || (seed, watch(child, limit))))
            .collect();
        watched.into_iter().map(|one| one.join().expect("no panic")).collect()
    });
    // Whoever adds next mends what a killed program left.
    let (header, last) = (sample_memory().header, units(1, 99));
    append_after(&Disk, &path, &header, &last, &mut Bookmark::default()).expect("added");
    let reading = open(&Disk, &path).expect("a memory");
    assert_eq!(reading.problems, []);
    let there = ids(&reading.value.revisions);
    let has = |id: &RevisionId| there.binary_search(id).is_ok();
    for (seed, count) in &told {
        let promised: Vec<_> = units(*count, *seed).iter().map(|unit| unit.id).collect();
        assert!(promised.iter().all(has), "all {count} that {seed} was told of");
    }
    let counts: Vec<usize> = told.into_iter().map(|(_, count)| count).collect();
    assert_eq!((counts[0], counts[2]), (each(), each()), "those that lived stored all");
    assert!(counts[1] < each() && counts[3] < each(), "the others were killed: {counts:?}");
}

/// Counts what a program says is stored, and kills it after `limit`.
fn watch(mut child: Child, limit: usize) -> usize {
    let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let mut count = 0;
    for line in lines.map_while(Result::ok).filter(|line| line.contains("stored")) {
        count += line.matches("stored").count();
        if count == limit {
            child.kill().expect("killed");
        }
    }
    child.wait().expect("it ends");
    count
}
