//! The command line as others script against it: real processes, files, exit codes.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// A run of the program in a home of its own, without a display.
fn diptych(home: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_diptych"))
        .args(words)
        .current_dir(home)
        .env("DIPTYCH_HOME", home.join("home"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program runs")
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    let mut file = std::fs::File::create(&path).expect("a file");
    std::io::Write::write_all(&mut file, bytes).expect("written");
    path.display().to_string()
}

fn sample(name: &str) -> String {
    format!("{}/assets/sample/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_sample_runs_without_a_display_and_leaves_its_files() {
    let home = folder();
    let output = diptych(home.path(), &["sample", "-o", "out", "--no-window"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    for name in ["statement.project.ron", "later.project.ron", "sample.fr-en.memory.ron"] {
        assert!(home.path().join("out").join(name).is_file(), "{name}");
    }
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(table.contains("Ladies and gentlemen,"), "{table}");
    let again = diptych(home.path(), &["sample", "-o", "out", "--no-window"]);
    assert_eq!(again.status.code(), Some(1), "nothing is written over");
    assert!(errors(&again).contains("--force"), "{}", errors(&again));
}

#[test]
fn without_a_display_one_sentence_says_so() {
    let home = folder();
    let output = diptych(home.path(), &[]);
    if cfg!(feature = "ui") && cfg!(target_os = "linux") {
        assert_eq!(output.status.code(), Some(1));
        let told = errors(&output);
        assert!(told.contains("diptych --help"), "{told}");
        assert!(!told.contains("panicked"), "{told}");
    }
}

#[test]
fn segments_come_with_block_role_line_and_language() {
    let home = folder();
    let output = diptych(home.path(), &["segment", &sample("statement.fr.txt"), "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(errors(&output).contains("guessed: fr"));
    let segments = lines(&output);
    let time = segments.iter().find(|s| s["text"] == "16:10").expect("the time");
    assert_eq!(time["role"], "time");
    assert_eq!(time["lang"], "fr");
    let headline = segments.iter().find(|s| s["role"] == "headline").expect("the headline");
    assert_eq!(headline["line"], 4);
    assert!(segments.iter().any(|s| s["role"] == "chrome"));
}

#[test]
fn aligning_adds_to_a_memory_once_and_the_memory_answers() {
    let home = folder();
    let (fr, en) = (sample("statement.fr.txt"), sample("statement.en.txt"));
    let words =
        ["align", &fr, &en, "-o", "s.project.ron", "--add-to", "house.fr-en.memory.ron", "--json"];
    let output = diptych(home.path(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let beads = lines(&output);
    let flat = |side: &str| -> Vec<u64> {
        let all = beads.iter().flat_map(|bead| bead[side].as_array().expect("indexes").clone());
        all.map(|index| index.as_u64().expect("a number")).collect()
    };
    for side in ["source", "target"] {
        let indexes = flat(side);
        assert_eq!(indexes, (0..indexes.len() as u64).collect::<Vec<_>>(), "{side} is partitioned");
    }
    let info = |home: &Path| {
        let output = diptych(home, &["memory", "info", "house.fr-en.memory.ron", "--json"]);
        lines(&output)[0]["units"].as_u64().expect("units")
    };
    let units = info(home.path());
    assert!(units >= 25, "{units}");
    let again = diptych(home.path(), &["align", &fr, &en, "--add-to", "house.fr-en.memory.ron"]);
    assert_eq!(again.status.code(), Some(0), "{}", errors(&again));
    assert_eq!(info(home.path()), units, "nothing is added twice");
    let de = sample("statement.de.txt");
    let other = diptych(home.path(), &["align", &fr, &de, "--add-to", "house.fr-en.memory.ron"]);
    assert_eq!(other.status.code(), Some(1), "another pair of languages is kept out");
    assert_eq!(info(home.path()), units);
    let later = sample("later.fr.txt");
    let words = ["match", &later, "--memory", "house.fr-en.memory.ron", "--json", "--timing"];
    let output = diptych(home.path(), &words);
    let found = lines(&output);
    let exact = found.iter().filter(|q| q["matches"][0]["score"].as_u64() >= Some(100)).count();
    assert!(exact >= 4, "{exact}");
    assert!(found.last().expect("a line")["timing"]["p50_us"].is_u64());
    let words = ["match", &later, "--memory", "house.fr-en.memory.ron", "--json", "--exhaustive"];
    let exhaustive = lines(&diptych(home.path(), &words));
    for (one, other) in found.iter().zip(&exhaustive) {
        let scores = |q: &Value| -> Vec<Value> {
            q["matches"].as_array().expect("matches").iter().map(|m| m["score"].clone()).collect()
        };
        assert_eq!(scores(one), scores(other), "{}", one["query"]);
    }
    let info = diptych(home.path(), &["project", "info", "s.project.ron", "--json"]);
    assert_eq!(lines(&info)[0]["releases"], 1);
}

#[test]
fn a_unit_is_added_by_hand_and_goes_through_tmx() {
    let home = folder();
    let path = home.path();
    let add =
        ["memory", "add", "m.fr-en.memory.ron", "--source-text", "Oui.", "--target-text", "Yes."];
    let refused = diptych(path, &add);
    assert_eq!(refused.status.code(), Some(2), "the languages of a new memory are asked for");
    let mut words = add.to_vec();
    words.extend(["--source", "fr", "--target", "en", "--author", "Anna", "--json"]);
    let added = diptych(path, &words);
    assert_eq!(added.status.code(), Some(0), "{}", errors(&added));
    assert_eq!(lines(&added)[0]["unit"].as_str().expect("an id").len(), 16);
    let out = diptych(path, &["memory", "export", "m.fr-en.memory.ron", "-o", "m.tmx", "--json"]);
    assert_eq!(lines(&out)[0]["kept"], 1, "{}", errors(&out));
    let back = diptych(path, &["memory", "import", "m.tmx", "-o", "n.fr-en.memory.ron", "--json"]);
    assert_eq!(lines(&back)[0]["kept"], 1, "{}", errors(&back));
    let again = diptych(path, &["memory", "import", "m.tmx", "-o", "n.fr-en.memory.ron", "--json"]);
    assert_eq!(lines(&again)[0]["kept"], 0, "nothing is added twice");
}

#[test]
fn bad_input_is_told_by_name_cause_and_way_out() {
    let home = folder();
    let path = home.path();
    let empty = write(path, "empty.txt", b"");
    let binary = write(path, "picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let newer = write(path, "new.project.ron", b"(format: 99,\n)\n");
    for (words, says) in [
        (vec!["segment", "missing.txt"], "missing.txt"),
        (vec!["segment", &empty], "empty"),
        (vec!["segment", &binary], "not a text"),
        (vec!["segment", "."], "folder"),
        (vec!["project", "info", &newer], "newer Diptych"),
        (vec!["memory", "info", &empty], "empty"),
    ] {
        let output = diptych(path, &words);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {}", errors(&output));
        let told = errors(&output);
        assert!(told.contains(says), "{words:?}: {told}");
        assert!(!told.contains("panicked"), "{told}");
    }
    for words in [&["segment"][..], &["matc"], &["segment", &empty, "--lang", "french"]] {
        assert_eq!(diptych(path, words).status.code(), Some(2), "{words:?}");
    }
}

#[test]
fn old_encodings_are_guessed_and_told() {
    let home = folder();
    let cyrillic = b"\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xef\xf0\xe8\xed\xff\xeb \xec\xe8\xed\xe8\xf1\xf2\xf0\xe0 \xe8\xed\xee\xf1\xf2\xf0\xe0\xed\xed\xfb\xf5 \xe4\xe5\xeb. \xce\xed\xe8 \xee\xe1\xf1\xf3\xe4\xe8\xeb\xe8 \xf1\xee\xf2\xf0\xf3\xe4\xed\xe8\xf7\xe5\xf1\xf2\xe2\xee.";
    let old = write(home.path(), "old.txt", cyrillic);
    let output = diptych(home.path(), &["segment", &old, "--json"]);
    assert!(errors(&output).contains("windows-1251"), "{}", errors(&output));
    assert_eq!(lines(&output).len(), 2);
    let wide: Vec<u8> =
        "\u{feff}Une phrase. Une autre.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = write(home.path(), "wide.txt", &wide);
    let output = diptych(home.path(), &["segment", &wide, "--json", "--lang", "fr"]);
    assert_eq!(lines(&output).len(), 2);
}

#[test]
fn a_broken_line_of_a_memory_costs_that_unit_alone() {
    let home = folder();
    let path = home.path();
    for (source, target) in [("Un.", "One."), ("Deux.", "Two."), ("Trois.", "Three.")] {
        let words =
            ["memory", "add", "m.memory.ron", "--source-text", source, "--target-text", target];
        let mut words = words.to_vec();
        words.extend(["--source", "fr", "--target", "en"]);
        assert_eq!(diptych(path, &words).status.code(), Some(0));
    }
    let text = std::fs::read_to_string(path.join("m.memory.ron")).expect("a memory");
    write(path, "m.memory.ron", text.replace("target:\"Two.\"", "target:\"Two.").as_bytes());
    let info = diptych(path, &["memory", "info", "m.memory.ron", "--json"]);
    assert_eq!(info.status.code(), Some(0));
    let object = &lines(&info)[0];
    assert_eq!(object["units"], 2);
    assert_eq!(object["problems"][0]["line"], 4, "{object}");
}

#[test]
fn forty_sentences_against_three_and_a_text_against_itself_get_an_answer() {
    let home = folder();
    let path = home.path();
    let long: Vec<String> = (1..=40).map(|n| format!("Phrase numéro {n} du texte.")).collect();
    let long = long.join(" ");
    let long = write(path, "long.txt", long.as_bytes());
    let short =
        write(path, "short.txt", b"Sentence number 1. Sentence number 20. Sentence number 40.");
    for (target, lang) in [(&short, "en"), (&long, "fr")] {
        let words = ["align", &long, target, "--source", "fr", "--target", lang, "--json"];
        let output = diptych(path, &words);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        assert!(lines(&output).len() >= 3);
    }
}

#[test]
fn a_side_in_another_language_than_said_is_told() {
    let home = folder();
    let text = |set: &str| format!("{}/tests/data/alignment/{set}", env!("CARGO_MANIFEST_DIR"));
    let (french, german) = (text("sample_fr-de/statement.fr"), text("sample_fr-de/statement.de"));
    let words = ["align", &french, &german, "--source", "fr", "--target", "en"];
    let output = diptych(home.path(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let told = errors(&output);
    assert!(told.contains("statement.de: the text looks like German, not English"), "{told}");
    assert!(!told.contains("statement.fr: the text looks"), "{told}");
}

#[test]
fn the_aligner_keeps_its_level_on_our_own_gold() {
    let home = folder();
    let gold = |set: &str, doc: &str| {
        format!("{}/tests/data/alignment/{set}/{doc}.gold", env!("CARGO_MANIFEST_DIR"))
    };
    let files = [
        gold("sample_fr-en", "statement"),
        gold("sample_fr-ru", "statement"),
        gold("sample_fr-de", "statement"),
        gold("sample_fr-es", "statement"),
        gold("sample_fr-zh", "statement"),
        gold("sample_ru-en", "statement"),
        gold("short_fr-en", "floods"),
        gold("short_ru-en", "signing"),
        gold("short_zh-en", "visit"),
    ];
    let mut words = vec!["accuracy", "alignment", "--json"];
    words.extend(files.iter().map(String::as_str));
    let output = diptych(home.path(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    for set in lines(&output) {
        let name = set["set"].as_str().expect("a name");
        let floor = if name.contains("zh") { 0.75 } else { 0.85 };
        assert!(set["f1"].as_f64() >= Some(floor), "{set}");
    }
}
