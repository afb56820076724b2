//! Saving projects: whole or not at all, with ten backups.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Folder, check_message};
use crate::formats::project_ron;
use crate::formats::testing::sample_project;
use crate::model::Project;
use crate::store::backups::Keep;
use crate::store::project::Stamp;
use crate::store::testing::{FailingFiles, Fault, MemoryFiles};
use crate::store::{Cause, Disk, Files, Home, Listing, StoreError, backups, project};

/// The sample with another title.
fn state(number: usize) -> Project {
    let mut project = sample_project();
    project.release.title = format!("Statement {number}");
    project
}

fn home() -> Home {
    Home::at(PathBuf::from("/home"))
}

/// A failing disk with `/desk` and `/desk/a.project.ron` in its first state.
fn disk() -> (FailingFiles, PathBuf) {
    let inner = Arc::new(MemoryFiles::new());
    let path = PathBuf::from("/desk/a.project.ron");
    inner.put(&path, project_ron::write(&state(0)));
    (FailingFiles::over(inner), path)
}

fn titles(files: &dyn Files, path: &Path) -> Vec<String> {
    let kept = project::backups(files, &home(), path);
    let open = |backup: &backups::Backup| project::open(files, &backup.path).expect("a project");
    kept.iter().map(|backup| open(backup).value.release.title).collect()
}

#[test]
fn a_project_is_saved_and_opened() {
    let folder = Folder::new();
    let (home, path) = (Home::at(folder.path("home")), folder.path("a.project.ron"));
    project::save(&Disk, &home, &path, &state(1)).expect("saved");
    let reading = project::open(&Disk, &path).expect("opened");
    assert_eq!((reading.value, reading.problems), (state(1), vec![]));
    assert_eq!(Stamp::of_file(&Disk, &path), Ok(Stamp::of_saved(&state(1))));
    project::save(&Disk, &home, &path, &state(2)).expect("saved");
    assert_eq!(Stamp::of_file(&Disk, &path), Ok(Stamp::of_saved(&state(2))));
    let kept = project::backups(&Disk, &home, &path);
    assert_eq!(kept.len(), 1);
    assert_eq!(project::open(&Disk, &kept[0].path).map(|r| r.value), Ok(state(1)));
}

#[cfg(unix)]
#[test]
fn backups_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let (home, path) = (Home::at(folder.path("home")), folder.path("a.project.ron"));
    for number in 0..2 {
        project::save(&Disk, &home, &path, &state(number)).expect("saved");
    }
    let backup = project::backups(&Disk, &home, &path).remove(0).path;
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&backup), 0o600);
    for folder in [backup.parent().expect("a folder"), home.folder()] {
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
    }
}

#[test]
fn ten_former_states_are_kept_the_latest_first() {
    let (files, path) = disk();
    for number in 1..=14 {
        project::save(&files, &home(), &path, &state(number)).expect("saved");
    }
    let expected: Vec<String> = (4..14).rev().map(|n| format!("Statement {n}")).collect();
    assert_eq!(titles(&files, &path), expected);
    assert_eq!(project::all_backups(&files, &home()), project::backups(&files, &home(), &path));
    let dates: Vec<_> = project::backups(&files, &home(), &path).iter().map(|b| b.saved).collect();
    assert!(dates.windows(2).all(|pair| pair[0] > pair[1]), "{dates:?}");
    assert_eq!(backups::purge(&files, &home(), Some(&path)), Ok(10));
    assert_eq!(backups::purge(&files, &home(), None), Ok(0));
    assert_eq!(files.list(&home().backups()), Ok(vec![]));
}

/// Saving unasked after each row must not push out what somebody saved.
#[test]
fn saving_unasked_keeps_few_former_states() {
    let (files, path) = disk();
    let unasked = |number| {
        let saved = project::save_told(&files, &home(), &path, &state(number), Keep::Sparingly);
        assert_eq!(saved.expect("saved").backup_problem, None);
    };
    for number in 1..=20 {
        unasked(number);
    }
    assert_eq!(titles(&files, &path), ["Statement 0"], "the first one, and none of a second later");
    project::save(&files, &home(), &path, &state(21)).expect("saved");
    assert_eq!(titles(&files, &path), ["Statement 20", "Statement 0"]);
}

#[test]
fn an_unchanged_project_is_not_written_again() {
    let (files, path) = disk();
    let saved = project::save_told(&files, &home(), &path, &state(0), Keep::Always).expect("saved");
    assert_eq!(saved, project::Saved { written: false, backup_problem: None });
    assert_eq!(titles(&files, &path), [""; 0]);
}

#[test]
fn two_files_of_one_name_have_backups_of_their_own() {
    let (files, path) = disk();
    let other = Path::new("/other/a.project.ron");
    files.create_dir_all(Path::new("/other")).expect("made");
    for number in 1..=2 {
        project::save(&files, &home(), &path, &state(number)).expect("saved");
        project::save(&files, &home(), other, &state(10 + number)).expect("saved");
    }
    assert_eq!(titles(&files, &path), ["Statement 1", "Statement 0"]);
    assert_eq!(titles(&files, other), ["Statement 11"]);
    assert_eq!(project::all_backups(&files, &home()).len(), 3);
}

/// Whatever fails and when: the old file is whole, or the new one is.
#[test]
fn a_save_that_fails_leaves_the_old_file_whole() {
    for fault in [Fault::FullDisk, Fault::NoPermission, Fault::Broken] {
        for at in 0..12 {
            let (files, path) = disk();
            files.fail_at(at, fault);
            let saved = project::save(&files, &home(), &path, &state(1));
            let done = files.operations();
            files.heal();
            let there = project::open(&files, &path).expect("whole").value;
            let expected = if saved.is_ok() { state(1) } else { state(0) };
            assert_eq!(there, expected, "{fault:?} at {at}");
            assert_eq!(saved.is_ok(), at >= done, "{fault:?} at {at}");
            project::save(&files, &home(), &path, &state(2)).expect("saved once it works");
        }
    }
}

#[test]
fn a_full_home_does_not_keep_a_project_from_being_saved() {
    let (files, path) = disk();
    files.fail_under("/home", Fault::FullDisk);
    let saved = project::save_told(&files, &home(), &path, &state(1), Keep::Always).expect("saved");
    let problem = saved.backup_problem.expect("the home is full");
    assert_eq!(problem.cause(), Some(&Cause::Full));
    assert_eq!(project::open(&files, &path).map(|reading| reading.value), Ok(state(1)));
}

#[test]
fn a_folder_that_may_not_be_written_is_told() {
    let (files, path) = disk();
    files.fail_under("/desk", Fault::NoPermission);
    let saved = project::save(&files, &home(), &path, &state(1));
    check_message(saved, &["cannot write the file", "no permission", "choose another"], &path);
    let (gone, at) = (Path::new("/gone/a.project.ron"), Path::new("/desk"));
    check_message(project::save(&files, &home(), gone, &state(1)), &["no such folder"], gone);
    check_message(project::save(&files, &home(), at, &state(1)), &["this is a folder"], at);
}

/// Even what nobody can read is kept before it is saved over.
#[test]
fn a_damaged_file_is_kept_too() {
    let (files, path) = disk();
    files.write_atomic(&path, b"(format: 1,\nid: ").expect("damaged");
    assert!(matches!(project::open(&files, &path), Err(StoreError::Format { .. })));
    project::save(&files, &home(), &path, &state(1)).expect("saved");
    let kept = project::backups(&files, &home(), &path);
    assert_eq!(files.read(&kept[0].path).as_deref(), Ok(&b"(format: 1,\nid: "[..]));
}

#[test]
fn a_folder_is_listed_with_its_sub_folders() {
    let files = MemoryFiles::new();
    for path in [
        "/w/b.project.ron",
        "/w/A.PROJECT.RON",
        "/w/notes.txt",
        "/w/.hidden.project.ron",
        "/w/house.fr-en.memory.ron",
        "/w/2031/c.project.ron",
        "/w/2031/12/deep.project.ron",
        "/w/.git/d.project.ron",
        "/w/folder.project.ron/e.project.ron",
    ] {
        files.put(path, "");
    }
    let listing = Listing::of(&files, Path::new("/w")).expect("listed");
    let projects = ["2031/c", "A", "b", "folder.project.ron/e"];
    let named = |name: &str| match name {
        "A" => PathBuf::from("/w/A.PROJECT.RON"),
        name => PathBuf::from(format!("/w/{name}.project.ron")),
    };
    assert_eq!(listing.projects, projects.map(named));
    assert_eq!(listing.memories, [PathBuf::from("/w/house.fr-en.memory.ron")]);
    assert!(listing.problems.is_empty() && !listing.is_empty());
    let gone = Path::new("/gone");
    check_message(Listing::of(&files, gone), &["cannot list", "no such folder"], gone);
    let file = Path::new("/w/notes.txt");
    check_message(Listing::of(&files, file), &["not a folder", "choose a folder"], file);
}

#[test]
fn a_sub_folder_that_cannot_be_listed_is_told() {
    let inner = Arc::new(MemoryFiles::new());
    inner.put("/w/a.project.ron", "");
    inner.put("/w/b/c.project.ron", "");
    let files = FailingFiles::over(inner);
    files.fail_at(1, Fault::NoPermission);
    let listing = Listing::of(&files, Path::new("/w")).expect("listed");
    assert_eq!((listing.projects.len(), listing.problems.len()), (1, 1));
}
