//! `memory import` and `memory export` as people meet them: what is said, and what is asked.

use std::path::Path;

use crate::cli::{diptych, write};

const TABLE: &str = "Français;English;Date;Note
Le pont est ouvert.;The bridge is open.;12/03/2031;a
\"Il reste du travail;There is work to do.;13/03/2031;b
\"Restons ; voyons\", dit-il.;\"\"\"Let us stay,\"\" he said.\";14/03/2031;c
";

fn run(home: &Path, words: &str) -> (Option<i32>, String, String) {
    let words: Vec<&str> = words.split(' ').collect();
    let output = diptych(home, &words);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_table_with_slips_is_imported_and_all_is_told() {
    let home = tempfile::tempdir().expect("a folder");
    write(home.path(), "a.csv", TABLE.as_bytes());
    let (code, out, told) = run(home.path(), "memory import a.csv -o m.memory.ron");
    assert_eq!((code, out.starts_with("3 read: 3 added")), (Some(0), true), "{out}{told}");
    for expected in ["line 3: a quotation mark is not", "line 4: quotation", "not used: Note"] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    let (code, out, told) = run(home.path(), "memory export m.memory.ron -o m.csv");
    assert_eq!((code, out.as_str()), (Some(0), "3 units written\n"), "{told}");
    let written = std::fs::read_to_string(home.path().join("m.csv")).expect("written");
    for expected in
        ["\"\"\"Restons ; voyons\"\", dit-il.\"", "2031-03-12", "\"\"\"Il reste du travail\""]
    {
        assert!(written.contains(expected), "{expected}: {written}");
    }
}

#[test]
fn a_file_that_does_not_tell_its_languages_says_which_options_do() {
    let home = tempfile::tempdir().expect("a folder");
    write(home.path(), "a.csv", b"un;one\ndeux;two\n");
    let variant = |lang: &str| format!("<tuv xml:lang=\"{lang}\"><seg>{lang}</seg></tuv>");
    let unit: String = ["fr", "en", "ru"].map(variant).concat();
    let tmx = format!("<tmx version=\"1.4\"><header/><body><tu>{unit}</tu></body></tmx>");
    write(home.path(), "a.tmx", tmx.as_bytes());
    for words in [
        "memory import a.csv -o m.memory.ron",
        "memory import a.tmx -o m.memory.ron",
        "memory info a.csv",
        "memory export a.tmx -o b.tmx",
    ] {
        let (code, _, told) = run(home.path(), words);
        assert!(told.contains("--source and --target"), "{words}: {told}");
        assert_eq!(code, Some(1), "{words}");
    }
}
