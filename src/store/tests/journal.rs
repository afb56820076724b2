//! Journals survive crashes at any byte.

use std::path::{Path, PathBuf};

use super::check_message;
use crate::formats::testing::sample_project;
use crate::model::{Change, Patch, Project};
use crate::store::journal::{self, Base};
use crate::store::testing::{FailingFiles, Fault, MemoryFiles};
use crate::store::{Files, Home, StoreError};

fn home() -> Home {
    Home::at(PathBuf::from("/home"))
}

/// Three patches of the sample, and the sample with them.
fn work() -> (Project, Vec<Patch>, Project) {
    let base = sample_project();
    let mut project = base.clone();
    let mut patches = Vec::new();
    for number in 1..=3 {
        let mut after = project.release.clone();
        after.title = format!("Déclaration\n« {number} »");
        let before = Box::new(project.release.clone());
        let change = Change::Release { before, after: Box::new(after) };
        let patch = Patch::of_changes("edit the title", vec![change]);
        patch.apply(&mut project).expect("it fits");
        patches.push(patch);
    }
    (base, patches, project)
}

fn path(project: &Project) -> PathBuf {
    home().journals().join(format!("{}.journal.ron", project.id))
}

#[test]
fn patches_are_recovered_and_cleared() {
    let files = MemoryFiles::new();
    let (project, patches, after) = work();
    let base = Base::of(&project, Some(Path::new("/w/a.project.ron")));
    assert_eq!(journal::recover(&files, &home(), project.id), Ok(None));
    for patch in &patches {
        journal::append(&files, &home(), &base, std::slice::from_ref(patch)).expect("added");
    }
    let recovered = journal::recover(&files, &home(), project.id).expect("read").expect("there");
    assert_eq!((&recovered.patches, &recovered.problems), (&patches, &vec![]));
    assert_eq!(recovered.base.file.as_deref(), Some("/w/a.project.ron"));
    assert!(recovered.follows(&project) && !recovered.follows(&after));
    let mut again = project.clone();
    recovered.patches.iter().for_each(|patch| patch.apply(&mut again).expect("it fits"));
    assert_eq!(again, after);
    assert_eq!(journal::left(&files, &home()), [recovered]);
    journal::clear(&files, &home(), project.id).expect("cleared");
    journal::clear(&files, &home(), project.id).expect("cleared already");
    assert_eq!(journal::left(&files, &home()), []);
}

#[test]
fn a_project_without_a_file_is_kept_with_its_journal() {
    let files = MemoryFiles::new();
    let (project, patches, _) = work();
    let base = journal::keep_unsaved(&files, &home(), &project).expect("kept");
    assert_eq!(journal::left(&files, &home()).len(), 1, "before the first change");
    journal::append(&files, &home(), &base, &patches).expect("added");
    let [recovered] = &journal::left(&files, &home())[..] else { panic!("one journal") };
    assert_eq!(recovered.unsaved.as_deref(), Some(&project));
    assert!(recovered.follows(&project));
    journal::clear(&files, &home(), project.id).expect("cleared");
    assert_eq!(files.list(&home().journals()), Ok(vec![]));
}

/// What was written before the last patch is there, and work goes on.
#[test]
fn a_line_cut_at_any_byte_costs_itself_alone() {
    let (project, patches, _) = work();
    let base = Base::of(&project, None);
    let files = MemoryFiles::new();
    journal::append(&files, &home(), &base, &patches[..2]).expect("added");
    let before = files.read(&path(&project)).expect("there").len();
    journal::append(&files, &home(), &base, &patches[2..]).expect("added");
    let whole = files.read(&path(&project)).expect("there");
    for cut in before..whole.len() {
        for zeros in [0, 20] {
            let mut torn = whole[..cut].to_vec();
            torn.extend(vec![0; zeros]);
            files.put(path(&project), &torn);
            journal::append(&files, &home(), &base, &patches[2..]).expect("added");
            let recovered = journal::recover(&files, &home(), project.id);
            let recovered = recovered.expect("read").expect("there");
            assert_eq!(recovered.patches[..2], patches[..2], "cut at {cut}");
            assert_eq!(recovered.patches.last(), patches.last(), "cut at {cut}");
            assert!(recovered.problems.len() <= 1, "cut at {cut}: {:?}", recovered.problems);
        }
    }
}

#[test]
fn a_journal_of_another_state_is_not_added_to() {
    let files = MemoryFiles::new();
    let (project, patches, after) = work();
    let (old, new) = (Base::of(&project, None), Base::of(&after, None));
    journal::append(&files, &home(), &old, &patches).expect("added");
    let added = journal::append(&files, &home(), &new, &patches);
    assert!(matches!(added, Err(StoreError::JournalLeft { .. })), "{added:?}");
    check_message(added, &["not saved", "recover or discard"], &path(&project));
}

#[test]
fn a_journal_of_a_newer_version_or_none_is_told() {
    let files = MemoryFiles::new();
    let (project, patches, _) = work();
    journal::append(&files, &home(), &Base::of(&project, None), &patches).expect("added");
    let text = String::from_utf8(files.read(&path(&project)).expect("there")).expect("UTF-8");
    files.put(path(&project), text.replacen("format:4", "format:5", 1));
    let recovered = journal::recover(&files, &home(), project.id);
    assert!(recovered.expect_err("newer").to_string().contains("newer Diptych"));
    files.put(path(&project), "Bonjour");
    assert!(journal::recover(&files, &home(), project.id).is_err());
    assert_eq!(journal::left(&files, &home()), []);
}

#[test]
fn a_full_disk_costs_the_new_patch_alone() {
    let (project, patches, _) = work();
    let base = Base::of(&project, None);
    for bytes in [0, 1, 30, 200] {
        let files = FailingFiles::in_memory();
        journal::append(&files, &home(), &base, &patches[..1]).expect("added");
        files.fail_after_bytes(bytes, Fault::FullDisk);
        let added = journal::append(&files, &home(), &base, &patches[1..]);
        check_message(added, &["the disk is full"], &path(&project));
        files.heal();
        journal::append(&files, &home(), &base, &patches[1..]).expect("added");
        let recovered = journal::recover(&files, &home(), project.id);
        assert_eq!(recovered.expect("read").expect("there").patches, patches, "{bytes} bytes");
    }
}
