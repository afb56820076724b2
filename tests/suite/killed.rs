//! A real program that is killed at any moment of typing, saving and clearing rows:
//! what it had handed to the disk is offered at the next start, and nothing else.
//!
//! The other program is this one again. It works on a release by a plan: step `n` of
//! the plan always does the same, so that the state after `n` steps is known. It says
//! a number when everything up to that step is on the disk. Whoever starts next must
//! find the state of that step or of a later one, and never a mixture.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use diptych::model::{Bead, Lang};
use diptych::store::{Disk, Home};
use diptych::workbench::desk::{Desk, NewTexts, Over};
use diptych::workbench::{self, Env};

/// The variable that tells the other program its folder.
const CHILD: &str = "DIPTYCH_TEST_KILLED_DESK";
const ROWS: usize = 6;
/// Steps after which the other program gives up, should nobody kill it.
const STEPS: usize = 4_000;
/// Times the program is killed.
const ROUNDS: usize = 12;

fn desk_in(folder: &Path) -> Desk {
    let mut seed = std::process::id();
    let new_env = move |author: &str| {
        seed += 1;
        Env::fixed("2026-03-12T17:22:00Z".parse().expect("a time"), seed.into(), author)
    };
    Desk::new(Arc::new(Disk), Home::at(folder.join("home")), || {}, new_env)
}

fn project_in(folder: &Path) -> PathBuf {
    folder.join("accord.project.ron")
}

/// The row of a step: each is worked on for a while.
const fn row_of(step: usize) -> usize {
    step / 9 % ROWS
}

/// What a step leaves in its row. Every fortieth empties it, every other adds a letter.
fn after(step: usize, text: &str) -> String {
    if step % 40 == 39 {
        return String::new();
    }
    let letter = char::from(b'a' + u8::try_from(step % 26).expect("a letter"));
    format!("{text}{letter}")
}

/// The rows after so many steps.
fn planned(steps: usize) -> Vec<String> {
    let mut rows = vec![String::new(); ROWS];
    for step in 0..steps {
        let row = &mut rows[row_of(step)];
        *row = after(step, row);
    }
    rows
}

fn rows_of(desk: &Desk) -> Vec<String> {
    let session = desk.session.as_ref().expect("a release");
    session.beads().iter().map(Bead::target_text).collect()
}

/// The other program.
#[test]
#[ignore = "run by what_a_killed_program_did_comes_back"]
fn other_program() {
    let Some(folder) = std::env::var_os(CHILD).map(PathBuf::from) else { return };
    let mut desk = desk_in(&folder);
    let path = project_in(&folder);
    desk.open(&path);
    desk.settle();
    let mut out = std::io::stdout().lock();
    for step in 0..STEPS {
        desk.enter(row_of(step));
        let text = after(step, &rows_of(&desk)[row_of(step)]);
        if text.is_empty() {
            desk.run(workbench::Command::ClearTarget);
        } else {
            desk.type_target(&text);
        }
        // Saving goes on beside the next steps.
        if step % 31 == 30 {
            desk.save_to(&path, Over::IfAsSaved);
        }
        desk.take_in();
        desk.keep();
        if step % 5 == 4 {
            desk.keep_now();
            writeln!(out, "\nkept {}", step + 1).and_then(|()| out.flush()).expect("told");
        }
    }
}

/// A release of open rows, saved.
fn release_in(folder: &Path) {
    let mut desk = desk_in(folder);
    let line = |n| format!("Cet accord porte le nombre {n}.\n\n");
    let text = (1..=ROWS).map(line).collect::<Vec<String>>().concat();
    let lang = |tag: &str| tag.parse::<Lang>().ok();
    desk.make(NewTexts {
        source: (text, String::new(), lang("fr")),
        target: None,
        target_lang: lang("en"),
    });
    desk.settle();
    desk.save_to(&project_in(folder), Over::IfAsSaved);
    desk.settle();
    assert_eq!(rows_of(&desk).len(), ROWS, "one row a sentence");
    desk.close();
}

/// The last step that the other program told was kept, when it is killed after `lines`
/// such lines and a little while.
fn killed_after(mut child: Child, lines: usize, while_longer: Duration) -> usize {
    let said = BufReader::new(child.stdout.take().expect("piped")).lines().map_while(Result::ok);
    let mut kept = 0;
    let mut told = said.filter_map(|line| line.strip_prefix("kept ")?.trim().parse().ok());
    for step in told.by_ref().take(lines) {
        kept = step;
    }
    std::thread::sleep(while_longer);
    child.kill().expect("killed");
    // What it told before it died, it told.
    kept = told.last().unwrap_or(kept);
    child.wait().expect("it ends");
    kept
}

#[test]
fn what_a_killed_program_did_comes_back() {
    for round in 0..ROUNDS {
        let folder = tempfile::tempdir().expect("a folder");
        release_in(folder.path());
        let mut other = Command::new(std::env::current_exe().expect("this program"));
        other.args(["--exact", "killed::other_program", "--ignored", "--nocapture"]);
        other.env(CHILD, folder.path());
        let child = other.stdout(Stdio::piped()).spawn().expect("started");
        // Spread over steps, and over the parts of a step.
        let while_longer =
            Duration::from_micros(u64::try_from(round * 1_913 % 7_000).expect("few"));
        let kept = killed_after(child, 3 + round * 4, while_longer);

        let mut desk = desk_in(folder.path());
        desk.open(&project_in(folder.path()));
        desk.settle();
        desk.take_up();
        let found = rows_of(&desk);
        let reached = (kept..=kept + 40).find(|&steps| planned(steps) == found);
        assert!(reached.is_some(), "round {round}, kept {kept}: {found:?}");
    }
}
