//! Two real programs on one project: the second is told of the first; when that was killed,
//! the second works on.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use diptych::store::presence::State;
use diptych::store::{Disk, Home};
use diptych::workbench::Env;
use diptych::workbench::desk::{Desk, NewTexts, Over};

/// The variable that tells the other program its folder.
const CHILD: &str = "DIPTYCH_TEST_SECOND_DESK";

fn desk_in(folder: &Path, home: &str, author: &str) -> Desk {
    let home = Home::at(folder.join(home));
    let mut desk = Desk::new(Arc::new(Disk), home, || {}, Env::system);
    author.clone_into(&mut desk.settings.author);
    desk
}

fn project_in(folder: &Path) -> PathBuf {
    folder.join("accord.project.ron")
}

fn make(folder: &Path) {
    let mut desk = desk_in(folder, "maker", "Tomas");
    desk.make(NewTexts {
        source: ("Un accord.\n".to_owned(), String::new(), "fr".parse().ok()),
        target: None,
        target_lang: "en".parse().ok(),
    });
    desk.settle();
    desk.save_to(&project_in(folder), Over::Always);
    desk.settle();
    desk.close();
}

/// The other program: it opens the project, says so, and waits to be killed.
#[test]
fn the_second_program() {
    let Ok(folder) = std::env::var(CHILD) else { return };
    let mut desk = desk_in(Path::new(&folder), "ines", "Ines");
    desk.open(&project_in(Path::new(&folder)));
    desk.settle();
    println!("\nopen: {}", desk.session.is_some());
    std::thread::sleep(std::time::Duration::from_mins(2));
}

fn start_second(folder: &Path) -> Child {
    let this = std::env::current_exe().expect("this program");
    let mut child = Command::new(this)
        .args(["twice::the_second_program", "--exact", "--nocapture", "--test-threads=1"])
        .env(CHILD, folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let opened = lines.map_while(Result::ok).any(|line| line == "open: true");
    assert!(opened, "the other program has the project open");
    child
}

#[test]
fn a_second_program_is_told_of_the_first_and_works_on_when_that_was_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    make(folder.path());
    let mut other = start_second(folder.path());
    let mut desk = desk_in(folder.path(), "anna", "Anna");
    desk.open(&project_in(folder.path()));
    desk.settle();
    assert!(desk.session.is_none());
    let seen = desk.claimed().expect("somebody is at work").seen.clone();
    assert_eq!((seen.by.name.as_str(), seen.state), ("Ines", State::Present));
    assert_eq!(seen.by.process, other.id());
    desk.open_to_read();
    assert!(desk.session.as_ref().is_some_and(diptych::workbench::Session::is_read_only));

    other.kill().expect("killed");
    other.wait().expect("ended");
    let mut desk = desk_in(folder.path(), "anna", "Anna");
    desk.open(&project_in(folder.path()));
    desk.settle();
    if cfg!(unix) {
        assert!(desk.claimed().is_none(), "its process has ended");
        assert!(desk.session.as_ref().is_some_and(|session| !session.is_read_only()));
    } else {
        assert!(desk.claimed().is_some(), "time will tell");
    }
}
