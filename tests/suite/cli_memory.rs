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

#[test]
fn a_penalty_and_the_order_of_memories_are_told_and_the_loop_agrees() {
    let home = tempfile::tempdir().expect("a folder");
    write(home.path(), "text.txt", "La mission rentre demain.\n".as_bytes());
    write(home.path(), "a.fr-en.tsv", b"La mission rentre demain.\tThe mission returns.\n");
    let both = "La mission rentre demain.\tThe mission is back.\n\
        La mission rentre demain.\tThe mission returns.\n";
    write(home.path(), "b.fr-en.tsv", both.as_bytes());
    for (words, expected) in [
        ("", [(100, "The mission returns.", "a"), (100, "The mission is back.", "b")]),
        (
            "--penalty a.fr-en.tsv=9",
            [(100, "The mission is back.", "b"), (100, "The mission returns.", "b")],
        ),
        (
            "--penalty b.fr-en.tsv=9",
            [(100, "The mission returns.", "a"), (91, "The mission is back.", "b")],
        ),
    ] {
        let all = "match text.txt --memory a.fr-en.tsv --memory b.fr-en.tsv --source fr --target en --json";
        let asked = format!("{all} {words}");
        let (code, out, told) = run(home.path(), asked.trim());
        assert_eq!(code, Some(0), "{told}");
        let line: serde_json::Value = serde_json::from_str(out.trim()).expect(&out);
        let shown: Vec<_> = line["matches"]
            .as_array()
            .expect("matches")
            .iter()
            .map(|one| {
                let text = |field: &str| one[field].as_str().unwrap_or_default().to_owned();
                assert_eq!(
                    one["penalties"].as_array().map(Vec::len),
                    Some(usize::from(one["score"] != 100))
                );
                (one["score"].as_u64().unwrap_or(0), text("target"), text("memory"))
            })
            .collect();
        let expected =
            expected.map(|(score, target, name)| (score, target.to_owned(), name.to_owned()));
        assert_eq!(shown, expected, "{words}");
        let (_, again, _) = run(home.path(), &format!("{} --exhaustive", asked.trim()));
        let again: serde_json::Value = serde_json::from_str(again.trim()).expect(&again);
        let plain = |value: &serde_json::Value| -> Vec<_> {
            let all = value["matches"].as_array().expect("matches").iter();
            all.map(|one| [&one["score"], &one["target"], &one["also"]].map(ToString::to_string))
                .collect()
        };
        assert_eq!(plain(&line), plain(&again), "{words}");
    }
    for wrong in ["c.tsv=9", "a.fr-en.tsv=51", "a.fr-en.tsv"] {
        let words = format!(
            "match text.txt --memory a.fr-en.tsv --source fr --target en --penalty {wrong}"
        );
        let (code, _, told) = run(home.path(), &words);
        assert!(code != Some(0) && told.contains("penalty"), "{told}");
    }
}

#[test]
fn a_working_memory_is_sent_once_after_a_look() {
    let home = tempfile::tempdir().expect("a folder");
    write(home.path(), "a.csv", b"fr;en\noui;yes\nnon;no\n");
    write(home.path(), "b.csv", b"fr;en\nnon;nay\n");
    for (table, memory) in [("a.csv", "own.memory.ron"), ("b.csv", "house.memory.ron")] {
        let words = format!("memory import {table} -o {memory} --source fr --target en");
        let (code, _, told) = run(home.path(), &words);
        assert_eq!(code, Some(0), "{told}");
    }
    let bytes = |name: &str| std::fs::read(home.path().join(name)).expect("there");
    let before = (bytes("own.memory.ron"), bytes("house.memory.ron"));
    let send = "memory send own.memory.ron house.memory.ron";
    let (code, out, told) = run(home.path(), &format!("{send} --dry-run"));
    assert_eq!(code, Some(0), "{told}");
    assert!(out.starts_with("1 units can be sent to house.memory.ron\n"), "{out}");
    assert!(out.contains("1  waits: with another target there"), "{out}");
    assert_eq!((bytes("own.memory.ron"), bytes("house.memory.ron")), before, "only told");
    let (_, out, _) = run(home.path(), &format!("{send} --json"));
    assert!(out.contains("\"leave\":1") && out.contains("\"conflict\":1"), "{out}");
    let after = bytes("house.memory.ron");
    let (_, out, _) = run(home.path(), send);
    assert!(out.starts_with("0 units sent"), "{out}");
    assert_eq!(bytes("house.memory.ron"), after, "nothing is added twice");
    let (_, out, _) = run(home.path(), "memory info own.memory.ron");
    assert!(out.contains("units      1\n"), "{out}");
}
