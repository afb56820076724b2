//! `diptych align` with folders: an archive paired and aligned at once.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::{diptych, errors, lines};

/// A text, line by line.
type Text = [&'static str; 3];

/// Statements in three languages: the number, then the English, French and German text.
const STATEMENTS: [(&str, Text, Text, Text); 2] = [
    (
        "0417-12-03-2026",
        ["Statement by Ms Vidal", "We met our partners in Harrow today.", "The talks went well."],
        [
            "Allocution de Mme Vidal",
            "Nous avons rencontré nos partenaires à Harrow aujourd'hui.",
            "Les entretiens se sont bien passés.",
        ],
        [
            "Rede von Frau Vidal",
            "Wir haben heute unsere Partner in Harrow getroffen.",
            "Die Gespräche sind gut verlaufen.",
        ],
    ),
    (
        "0418-13-03-2026",
        [
            "Bridge over the Ester",
            "The bridge was opened this morning.",
            "It cost 12 million crowns.",
        ],
        [
            "Pont sur l'Ester",
            "Le pont a été ouvert ce matin.",
            "Il a coûté 12 millions de couronnes.",
        ],
        [
            "Brücke über die Ester",
            "Die Brücke wurde heute Morgen eröffnet.",
            "Sie hat 12 Millionen Kronen gekostet.",
        ],
    ),
];

#[expect(clippy::disallowed_methods, reason = "the test's own scratch files")]
fn put(folder: &Path, name: &str, number: &str, text: &[&str]) {
    fs::create_dir_all(folder).expect("a folder");
    let text = format!("{number}\n\n{}\n", text.join("\n\n"));
    fs::write(folder.join(name), text).expect("a text");
}

/// An archive with a folder a language.
fn archive(folder: &Path) {
    for (place, (number, english, french, german)) in STATEMENTS.iter().enumerate() {
        for (lang, text) in [("en", english), ("fr", french), ("de", german)] {
            put(&folder.join(lang), &format!("{place}-{lang}-text.txt"), number, text);
        }
    }
}

fn align(folder: &Path, words: &[&str]) -> (Option<i32>, Vec<Value>, String) {
    let output = diptych(folder, &[&["align", "--json"], words].concat());
    (output.status.code(), lines(&output), errors(&output))
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test's own scratch files")]
fn two_folders_are_paired_and_aligned_and_the_rest_goes_on() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path();
    archive(folder);
    fs::write(folder.join("fr/empty.txt"), "  \n").expect("a file");
    fs::write(folder.join("fr/alone.txt"), "Rien ne répond à ce communiqué.\n").expect("a file");
    let (en, fr, out) = (path(folder, "en"), path(folder, "fr"), path(folder, "out"));
    let words = [en.as_str(), fr.as_str(), "-o", &out];
    let (code, told, errors) = align(folder, &words);
    assert_eq!(code, Some(0), "{errors}");
    let pairs: Vec<&Value> = told.iter().filter(|line| line["project"].is_string()).collect();
    assert_eq!(pairs.len(), 2, "{told:?}");
    assert_eq!(pairs[0]["reason"], "number 0417-12-03-2026");
    assert!(pairs.iter().all(|pair| pair["confidence"].as_f64() > Some(0.0)), "{pairs:?}");
    assert!(pairs.iter().all(|pair| pair["kept"] == false), "{pairs:?}");
    let alone = told.iter().find(|line| line["unpaired"].is_string()).expect("one is alone");
    assert!(alone["unpaired"].as_str().is_some_and(|file| file.ends_with("alone.txt")));
    let unreadable = told.iter().find(|line| line["unreadable"].is_string()).expect("one is empty");
    assert!(unreadable["unreadable"].as_str().is_some_and(|file| file.ends_with("empty.txt")));
    assert!(errors.contains("2 pairs aligned"), "{errors}");
    let project = Path::new(pairs[0]["project"].as_str().expect("a path"));
    let before = fs::read(project).expect("the project");
    // Again: what is there is kept, byte for byte.
    let (code, told, _) = align(folder, &words);
    assert_eq!(code, Some(0));
    assert_eq!(told.iter().filter(|line| line["kept"] == true).count(), 2, "{told:?}");
    assert_eq!(fs::read(project).expect("the project"), before);
}

#[test]
fn one_folder_with_three_languages_gives_a_project_a_release() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path();
    archive(&folder.join("all"));
    let (all, out) = (path(folder, "all"), path(folder, "out"));
    let (code, told, errors) = align(folder, &[&all, "-o", &out, "--source", "fr"]);
    assert_eq!(code, Some(0), "{errors}");
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told.iter().all(|pair| pair["source"].as_str().is_some_and(|s| s.contains("-fr-"))));
    assert_eq!(fs::read_dir(&out).expect("the projects").count(), 2);
    let info = lines(&diptych(folder, &["project", "info", "--json", &out]));
    assert_eq!(info[0]["releases"], 2);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test's own scratch files")]
fn what_fits_twice_is_told_and_not_guessed_and_a_copy_is_no_rival() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path();
    archive(folder);
    let first = folder.join("fr/0-fr-text.txt");
    fs::copy(&first, folder.join("fr/copy.txt")).expect("a copy");
    let other = fs::read_to_string(folder.join("fr/1-fr-text.txt")).expect("a text");
    fs::write(folder.join("fr/1-fr-text-v2.txt"), other + "\nIl est beau.\n").expect("a file");
    let (en, fr, out) = (path(folder, "en"), path(folder, "fr"), path(folder, "out"));
    let (code, told, errors) = align(folder, &[&en, &fr, "-o", &out]);
    assert_eq!(code, Some(0), "{errors}");
    let choices: Vec<&Value> = told.iter().filter(|line| line["to_choose"].is_object()).collect();
    assert_eq!(choices.len(), 1, "{told:?}");
    assert_eq!(choices[0]["rivals"].as_array().map(Vec::len), Some(1));
    let copy = |line: &&Value| line["reason"].as_str().is_some_and(|why| why.contains("same text"));
    assert_eq!(told.iter().filter(copy).count(), 1, "{told:?}");
}

#[test]
fn folders_without_a_pair_are_refused_and_wrong_words_told() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path();
    put(&folder.join("en"), "a.txt", "1-1", &["The bridge was opened this morning in Harrow."]);
    put(&folder.join("fr"), "b.txt", "2-2", &["Les ministres se sont rencontrés à Brévanne."]);
    let (en, fr, out) = (path(folder, "en"), path(folder, "fr"), path(folder, "out"));
    let (code, told, errors) = align(folder, &[&en, &fr, "-o", &out]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("no pair was aligned"), "{errors}");
    assert_eq!(told.len(), 2, "both files are told: {told:?}");
    let (code, _, errors) = align(folder, &[&en, &path(folder, "fr/b.txt"), "-o", &out]);
    assert_eq!((code, errors.contains("is no folder")), (Some(2), true), "{errors}");
}

/// Two releases of a page or so, whose links are sure: the invented house's statement and
/// its words on the floods.
#[expect(clippy::disallowed_methods, reason = "the test's own scratch files")]
fn two_releases(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for lang in ["en", "fr"] {
        let of_lang = folder.join(lang);
        fs::create_dir_all(&of_lang).expect("a folder");
        let statement = root.join(format!("assets/sample/statement.{lang}.txt"));
        fs::copy(statement, of_lang.join("statement.txt")).expect("a text");
        let floods = root.join(format!("tests/data/alignment/short_fr-en/floods.{lang}"));
        let floods = fs::read_to_string(floods).expect("a text");
        fs::write(of_lang.join("floods.txt"), floods.replace('\n', "\n\n")).expect("a text");
    }
}

/// The number of units of a memory.
fn units(folder: &Path, memory: &str) -> u64 {
    let info = lines(&diptych(folder, &["memory", "info", memory, "--json"]));
    info[0]["units"].as_u64().expect("a number of units")
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test's own scratch files")]
fn an_archive_goes_into_a_memory_but_for_the_pair_that_fails_and_no_unit_twice() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path();
    two_releases(folder);
    let (en, fr, out) = (path(folder, "en"), path(folder, "fr"), path(folder, "out"));
    let memory = path(folder, "archive.memory.ron");
    let words = [en.as_str(), fr.as_str(), "-o", &out, "--add-to", &memory];
    // What stands where the second release's project belongs is no project.
    fs::create_dir_all(&out).expect("a folder");
    let broken = folder.join("out/statement.project.ron");
    fs::write(&broken, "(kept by hand").expect("a file");
    let (code, told, errors) = align(folder, &words);
    assert_eq!(code, Some(0), "{errors}");
    assert!(errors.contains("1 pairs aligned, 1 failed"), "{errors}");
    let failed = told.iter().find(|line| line["failed"].is_object()).expect("one has failed");
    assert!(failed["cause"].as_str().is_some_and(|why| why.contains("statement")), "{failed}");
    assert_eq!(fs::read_to_string(&broken).expect("the file"), "(kept by hand");
    let first = units(folder, &memory);
    assert!(first >= 10, "{first} units of the floods\n{errors}");
    // Again: the projects are kept, and so is the memory.
    let before = fs::read(&memory).expect("the memory");
    let (code, _, errors) = align(folder, &words);
    assert_eq!((code, errors.contains("0 new")), (Some(0), true), "{errors}");
    assert_eq!(fs::read(&memory).expect("the memory"), before, "{errors}");
    // Out of the way, the other release comes in beside the first.
    fs::remove_file(&broken).expect("a file");
    let (code, _, errors) = align(folder, &words);
    assert_eq!((code, errors.contains("2 pairs aligned, 0 failed")), (Some(0), true), "{errors}");
    let both = units(folder, &memory);
    assert!(both >= first + 25, "{first} units, then {both}\n{errors}");
    let found = diptych(folder, &["memory", "search", &memory, "floods", "--json"]);
    assert!(!lines(&found).is_empty(), "{}", self::errors(&found));
}
