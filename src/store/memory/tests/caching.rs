//! Caches: which are used, and which are not.

use std::io::Read;
use std::path::PathBuf;

use super::{disk, ids, open_marked, path, units};
use crate::formats::memory_ron;
use crate::model::MemoryFile;
use crate::store::memory::append;
use crate::store::memory::cache::{KEPT, Key, find, list, purge, write};
use crate::store::testing::MemoryFiles;
use crate::store::tests::Folder;
use crate::store::{Disk, Files, Home};

fn home() -> Home {
    Home::at(PathBuf::from("/home"))
}

fn key(path: &std::path::Path) -> Key<'_> {
    Key { path, reverse: false, algorithm: 3 }
}

/// A disk with a memory and its cache, whose image is the word "image".
fn cached() -> (MemoryFiles, MemoryFile) {
    let (files, mut sample) = disk();
    sample.revisions.extend(units(30, 8));
    files.put(path(), memory_ron::write(&sample));
    keep(&files, &home(), &path());
    (files, sample)
}

fn keep(files: &dyn Files, home: &Home, path: &std::path::Path) {
    let (reading, mark) = open_marked(files, path).expect("a memory");
    let header = &reading.value.header;
    write(files, home, header, &key(path), &mark, &mut |out| out.write_all(b"image"))
        .expect("written");
}

fn is_used(files: &dyn Files, key: &Key<'_>) -> bool {
    find(files, &home(), key).is_some_and(|mut cached| {
        let mut image = String::new();
        cached.image.read_to_string(&mut image).expect("readable");
        assert_eq!(image, "image");
        true
    })
}

#[test]
fn a_cache_covers_the_file_and_the_rest_is_read() {
    let (files, sample) = cached();
    let added = units(2, 9);
    append(&files, &path(), &sample.header, &added).expect("added");
    let found = find(&files, &home(), &key(&path())).expect("it fits");
    assert_eq!((ids(&found.delta), found.header), (ids(&added), sample.header));
    // The bookmark stands at the end now.
    let mut mark = found.mark;
    let news = crate::store::memory::news(&files, &path(), &mut mark).expect("read");
    assert_eq!(news.value, []);
}

#[test]
fn what_does_not_fit_is_not_used() {
    let (files, sample) = cached();
    assert!(is_used(&files, &key(&path())));
    let of = key(&path()).path.to_owned();
    assert!(!is_used(&files, &Key { reverse: true, ..key(&of) }), "the other direction");
    assert!(!is_used(&files, &Key { algorithm: 4, ..key(&of) }), "another version");
    let whole = memory_ron::write(&sample);
    let mut compacted = sample.clone();
    compacted.header.generation += 1;
    let mut another = sample.clone();
    another.header.id = crate::model::MemoryId::from_bits(5);
    let mut shorter = sample.clone();
    shorter.revisions.pop();
    let mut other_end = sample;
    let last = other_end.revisions.len() - 2;
    other_end.revisions[last].parents.push(crate::model::RevisionId::from_bits(1));
    for (file, what) in [
        (compacted, "another generation"),
        (another, "another memory"),
        (shorter, "a file that ends before"),
        (other_end, "another end"),
    ] {
        files.put(path(), memory_ron::write(&file));
        assert!(!is_used(&files, &key(&of)), "{what}");
    }
    files.put(path(), whole);
    assert!(is_used(&files, &key(&of)));
    let [cache] = list(&files, &home()).try_into().expect("one");
    let bytes = files.read(&cache).expect("there");
    for end in 0..bytes.len() - "image".len() {
        files.put(&cache, &bytes[..end]);
        assert!(find(&files, &home(), &key(&of)).is_none(), "cut at {end}");
        let mut broken = bytes.clone();
        broken[end] ^= 4;
        files.put(&cache, &broken);
        assert!(find(&files, &home(), &key(&of)).is_none(), "another bit at {end}");
    }
}

#[test]
fn old_caches_go_and_all_can_be_purged() {
    let (files, sample) = disk();
    for number in 0..KEPT as u64 + 3 {
        let mut file = sample.clone();
        file.header.id = crate::model::MemoryId::from_bits(100 + number);
        file.revisions.extend(units(30, number));
        let path = PathBuf::from(format!("/w/{number}.memory.ron"));
        files.put(&path, memory_ron::write(&file));
        keep(&files, &home(), &path);
    }
    let left = list(&files, &home());
    assert_eq!(left.len(), KEPT);
    assert!(left.iter().all(|path| !path.to_string_lossy().contains("0000000000000064")));
    assert_eq!(purge(&files, &home()).expect("purged"), KEPT);
    assert_eq!(list(&files, &home()), Vec::<PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn a_cache_is_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let path = folder.path("a.memory.ron");
    let (_, mut sample) = disk();
    sample.revisions.extend(units(30, 8));
    append(&Disk, &path, &sample.header, &sample.revisions).expect("made");
    let home = Home::at(folder.path("home"));
    keep(&Disk, &home, &path);
    assert!(find(&Disk, &home, &key(&path)).is_some());
    let [cache] = list(&Disk, &home).try_into().expect("one");
    let mode = std::fs::metadata(&cache).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
