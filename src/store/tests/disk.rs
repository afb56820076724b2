//! Reading, writing whole or not at all, folders, locks.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Folder, check_message};
use crate::store::testing::{FailingFiles, Fault, MemoryFiles};
use crate::store::{Action, Cause, Disk, Files, StoreError};

/// Both disks do the same.
#[test]
fn a_file_is_written_read_listed_renamed_and_removed() {
    let check = |files: &dyn Files, at: &Path| {
        let file = at.join("a/b/c.txt");
        assert_eq!(files.write_atomic(&file, b"x"), Err(missing_folder(&file)));
        files.create_dir_all(&at.join("a/b")).expect("made");
        files.create_dir_all(&at.join("a/b")).expect("there already");
        files.write_atomic(&file, b"old").expect("written");
        files.write_atomic(&file, b"newer").expect("written over");
        assert_eq!(files.read(&file).as_deref(), Ok(&b"newer"[..]));
        assert_eq!(files.read_from(&file, 3).as_deref(), Ok(&b"er"[..]));
        assert_eq!(files.read_from(&file, 9).as_deref(), Ok(&b""[..]));
        assert_eq!(files.size(&file), Ok(5));
        assert!(files.modified(&file).is_ok());
        let exists = files.write_new(&file, b"z").expect_err("it is there");
        assert_eq!(exists.cause(), Some(&Cause::Exists));
        let other = at.join("a/b/d.txt");
        files.write_new(&other, b"z").expect("it is not there");
        files.write_private(&other, b"zz").expect("written");
        assert_eq!(files.list(&at.join("a/b")), Ok(vec![file.clone(), other.clone()]));
        files.append_tail(&file, 3, b"s").expect("added");
        assert_eq!(files.read(&file).as_deref(), Ok(&b"news"[..]));
        files.append_tail(&file, 1, b"").expect("cut");
        assert_eq!(files.read(&file).as_deref(), Ok(&b"n"[..]));
        files.rename(&file, &other).expect("renamed");
        assert!(!files.exists(&file) && files.exists(&other) && !files.is_dir(&other));
        files.remove(&other).expect("removed");
        files.remove(&other).expect("gone already");
        files.remove(&at.join("a/b")).expect("an empty folder");
        assert!(files.is_dir(&at.join("a")) && !files.exists(&at.join("a/b")));
        assert_eq!(files.list(&at.join("a")), Ok(vec![]));
        let file = at.join("f");
        files.write_atomic(&file, b"x").expect("written");
        assert!(files.create_dir_all(&file.join("g")).is_err());
        assert_eq!(files.list(&file).expect_err("no folder").cause(), Some(&Cause::NotFolder));
    };
    let folder = Folder::new();
    check(&Disk, &folder.path(""));
    check(&MemoryFiles::new(), Path::new("/"));
    check(&FailingFiles::in_memory(), Path::new("/"));
}

fn missing_folder(path: &Path) -> StoreError {
    StoreError::File { action: Action::Write, cause: Cause::MissingFolder, path: path.to_owned() }
}

#[test]
fn nothing_is_left_beside_a_file_that_was_written() {
    let folder = Folder::new();
    let file = folder.file("a.txt", "one");
    Disk.write_atomic(&file, b"two").expect("written");
    assert!(Disk.write_new(&file, b"three").is_err());
    assert!(Disk.write_atomic(&folder.path(""), b"four").is_err());
    assert_eq!(folder.names(), ["a.txt"]);
}

#[test]
fn what_the_disk_refuses_is_said_with_a_way_out() {
    let folder = Folder::new();
    let (there, gone) = (folder.file("a.txt", "x"), folder.path("b.txt"));
    let at = folder.path("");
    check_message(Disk.read(&gone), &["cannot read the file", "no such file", "check"], &gone);
    check_message(Disk.size(&gone), &["no such file"], &gone);
    check_message(Disk.read(&at), &["this is a folder", "choose a file in it"], &at);
    check_message(Disk.write_atomic(&at, b""), &["cannot write", "this is a folder"], &at);
    let hold = |path| Disk.append_tail(path, 0, b"");
    check_message(hold(&gone), &["cannot add to the file", "no such file"], &gone);
    check_message(hold(&at), &["this is a folder"], &at);
    let under = there.join("c.txt");
    check_message(Disk.write_atomic(&under, b""), &["not a folder"], &under);
    check_message(Disk.list(&gone), &["cannot list the folder", "no such folder"], &gone);
    let nul = folder.path("a\0b");
    check_message(Disk.write_atomic(&nul, b""), &["not possible", "choose another name"], &nul);
    let long = folder.path(&"a".repeat(300));
    check_message(Disk.write_atomic(&long, b""), &["not possible", "choose another name"], &long);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let folder = Folder::new();
    let path = folder.file("a.txt", "");
    let file = std::fs::OpenOptions::new().write(true).open(&path).expect("opened");
    file.set_len(crate::store::LARGEST_BYTES + 1).expect("a hole takes no room");
    let words = ["too large (1025 MiB; at most 1024 MiB are read)", "split"];
    check_message(Disk.read(&path), &words, &path);
}

/// Devices take what they are given and are not replaced by a file.
#[cfg(unix)]
#[test]
fn a_full_device_is_told_and_stays_a_device() {
    use std::os::unix::fs::FileTypeExt;
    let full = Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    let words = ["the disk is full", "free some space"];
    check_message(Disk.write_atomic(full, b"x"), &words, full);
    check_message(Disk.append_tail(full, 0, b"x"), &words, full);
    let meta = std::fs::metadata(full).expect("there");
    assert!(meta.file_type().is_char_device());
    assert_eq!(Disk.write_atomic(Path::new("/dev/null"), b"x"), Ok(()));
    assert_eq!(Disk.read(Path::new("/dev/null")).as_deref(), Ok(&b""[..]));
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_private_files_are_private() {
    use std::fs::{Permissions, metadata, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let mode = |path: &Path| metadata(path).expect("there").permissions().mode() & 0o777;
    let file = folder.file("a.txt", "x");
    for wanted in [0o640, 0o600, 0o664, 0o755] {
        set_permissions(&file, Permissions::from_mode(wanted)).expect("set");
        Disk.write_atomic(&file, b"y").expect("written");
        assert_eq!(mode(&file), wanted, "{wanted:o}");
    }
    Disk.write_private(&file, b"z").expect("written");
    assert_eq!(mode(&file), 0o600);
    let private = folder.path("p/q");
    Disk.create_private_dir_all(&private).expect("made");
    assert_eq!((mode(&private), mode(&folder.path("p"))), (0o700, 0o700));
    set_permissions(&file, Permissions::from_mode(0o444)).expect("set");
    check_message(Disk.write_atomic(&file, b"w"), &["write-protected", "another name"], &file);
    check_message(Disk.append_tail(&file, 0, b"w"), &["write-protected"], &file);
    assert_eq!(Disk.read(&file).as_deref(), Ok(&b"z"[..]));
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_stays_one() {
    let folder = Folder::new();
    let (real, link) = (folder.file("real/a.txt", "x"), folder.path("link.txt"));
    std::os::unix::fs::symlink(&real, &link).expect("linked");
    Disk.write_atomic(&link, b"new").expect("written");
    assert_eq!(Disk.read(&real).as_deref(), Ok(&b"new"[..]));
    assert!(std::fs::symlink_metadata(&link).expect("there").is_symlink());
    Disk.append_tail(&link, 3, b"er").expect("added");
    assert_eq!(Disk.read(&real).as_deref(), Ok(&b"newer"[..]));
}

/// Many add one byte each by reading, changing and writing: none is lost, though
/// one of them replaces the file now and then.
#[test]
fn whoever_holds_a_file_holds_it_alone() {
    let folder = Folder::new();
    let path = folder.file("count", "0");
    let failures = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let (path, failures) = (&path, &failures);
            scope.spawn(move || {
                for turn in 0..50 {
                    let counted = Disk.hold(path, &mut |held| {
                        let bytes = held.read(0..held.size())?;
                        let text = String::from_utf8(bytes).expect("digits");
                        let next = (text.parse::<usize>().expect("a number") + 1).to_string();
                        if worker == 0 && turn % 5 == 0 {
                            held.replace_all(next.as_bytes())
                        } else {
                            held.replace_from(0, next.as_bytes())
                        }
                    });
                    failures.fetch_add(usize::from(counted.is_err()), Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(failures.into_inner(), 0);
    assert_eq!(Disk.read(&path).as_deref(), Ok(&b"200"[..]));
}

/// A program that asks for no lock replaces the file while we add to it.
#[test]
fn an_addition_to_a_file_that_lost_its_name_is_told() {
    let folder = Folder::new();
    let path = folder.file("a", "x");
    let added = Disk.hold(&path, &mut |held| {
        Disk.write_atomic(&path, b"theirs")?;
        held.replace_from(1, b"ours")
    });
    check_message(added, &["another program is using it", "try again"], &path);
    assert_eq!(Disk.read(&path).as_deref(), Ok(&b"theirs"[..]));
}

#[test]
fn a_failing_disk_fails_when_it_is_told_to() {
    let inner = Arc::new(MemoryFiles::new());
    inner.put("a", "0123");
    let files = FailingFiles::over(inner);
    let (a, b) = (Path::new("a"), Path::new("b"));
    files.fail_at(1, Fault::NoPermission);
    assert!(files.read(a).is_ok());
    assert_eq!(files.read(a).expect_err("told to").cause(), Some(&Cause::NoPermission));
    assert!(files.write_atomic(b, b"x").is_err() && files.exists(a));
    files.heal();
    files.fail_after_bytes(3, Fault::FullDisk);
    assert_eq!(files.write_atomic(b, b"xy"), Ok(()));
    check_message(files.append_tail(a, 2, b"ab"), &["the disk is full", "free"], a);
    assert_eq!(files.read(a).as_deref(), Ok(&b"01a"[..]), "a torn tail");
    assert!(files.write_atomic(b, b"z").is_err());
    assert_eq!(files.read(b).as_deref(), Ok(&b"xy"[..]));
    files.heal();
    files.fail_under("d", Fault::Broken);
    assert!(files.create_dir_all(Path::new("d/e")).is_err());
    assert_eq!(files.write_atomic(b, b"z"), Ok(()));
    assert_eq!(files.operations(), 10);
}

/// Folders of the system that take no files say that there is none of that name.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_not_called_missing() {
    let error = Disk.write_atomic(Path::new("/proc/diptych.tmx"), b"").expect_err("no files there");
    let told = matches!(
        error.cause(),
        Some(Cause::NoNewFiles | Cause::NoPermission | Cause::WriteProtected)
    );
    assert!(told, "{error}");
}
