//! The command line as others script against it: real processes, files, exit codes.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// A run of the program in a home of its own, without a display.
pub fn diptych(home: &Path, words: &[&str]) -> Output {
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

pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    let mut file = std::fs::File::create(&path).expect("a file");
    std::io::Write::write_all(&mut file, bytes).expect("written");
    path.display().to_string()
}

fn sample(name: &str) -> String {
    format!("{}/assets/sample/{name}", env!("CARGO_MANIFEST_DIR"))
}

pub fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

pub fn errors(output: &Output) -> String {
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
fn inspecting_tells_blocks_and_values_with_their_places() {
    let home = folder();
    let text = "0417-12-03-2026\n\nBrévanne, le 12 mars 2026\n\n\
        Hier, Anna Vidal a reçu 2 000 personnes.\r\n\n\
        « Le pont est ouvert », a déclaré Anna Vidal.\n";
    let path = write(home.path(), "a.fr.txt", text.as_bytes());
    let output = diptych(home.path(), &["inspect", &path, "--lang", "fr", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let found = lines(&output);
    let file: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
    for item in &found {
        for key in ["kind", "line", "start", "end", "text", "value", "role", "lang"] {
            assert!(item.get(key).is_some(), "{key} in {item}");
        }
        let at = |key: &str| usize::try_from(item[key].as_u64().expect("a number")).expect("small");
        let written: String = file[at("line")][at("start")..at("end")].iter().collect();
        assert_eq!(item["text"], written.as_str());
    }
    let value = |kind: &str, text: &str| {
        found.iter().find(|i| i["kind"] == kind && i["text"] == text).map(|i| i["value"].clone())
    };
    assert_eq!(value("date", "Hier"), Some("2026-03-11".into()), "{found:?}");
    assert_eq!(value("number", "2 000"), Some("2000".into()));
    assert_eq!(value("document_number", "0417-12-03-2026"), Some("0417-12-03-2026".into()));
    assert_eq!(value("quotation", "« Le pont est ouvert »"), Some("Le pont est ouvert".into()));
    assert_eq!(value("attribution", "a déclaré Anna Vidal"), Some("Anna Vidal".into()));
    assert!(value("name", "Anna Vidal").is_some());
    assert!(found.iter().any(|i| i["kind"] == "block" && i["role"] == "number"));
    let missing = diptych(home.path(), &["inspect", "missing.txt"]);
    assert_eq!(missing.status.code(), Some(1));
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

/// Rules that break after a semicolon only.
const SEMICOLONS: &str = "<srx version=\"2.0\"><header cascade=\"no\"/><body><languagerules>\
    <languagerule languagerulename=\"all\"><rule><beforebreak>;</beforebreak><afterbreak>\\s\
    </afterbreak></rule>\n<rule><beforebreak>(</beforebreak></rule></languagerule></languagerules>\
    <maprules><languagemap languagepattern=\".*\" languagerulename=\"all\"/></maprules></body></srx>";

#[test]
fn a_rule_file_takes_the_place_of_our_rules() {
    let home = folder();
    let text = write(home.path(), "a.txt", b"One. Two; three.\nFour.\n");
    let rules = write(home.path(), "a.srx", SEMICOLONS.as_bytes());
    let output =
        diptych(home.path(), &["segment", &text, "--lang", "en", "--srx", &rules, "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let found = lines(&output);
    let found: Vec<_> = found.iter().map(|s| s["text"].as_str().expect("a text")).collect();
    assert_eq!(found, ["One. Two;", "three.", "Four."]);
    assert!(errors(&output).contains("line 2: the rule was not used"), "{}", errors(&output));
    assert!(errors(&output).contains("1 of 2 rules are used"), "{}", errors(&output));
    let empty = write(home.path(), "empty.srx", b"");
    let output = diptych(home.path(), &["segment", &text, "--srx", &empty]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("empty"), "{}", errors(&output));
}

#[test]
fn segmentation_is_measured_file_by_file() {
    let home = folder();
    let gold = br#"{"lang":"en","items":[{"text":"One. Two? Three","sents":["One.","Two? Three"]},
        {"text":"Mr. Moal came.","sents":["Mr. Moal came."]}]}"#;
    let good = write(home.path(), "good.json", gold);
    let bad = write(home.path(), "bad.json", b"{\"lang\":");
    let other = br#"{"lang":"en","items":[{"text":"One.","sents":["Two."]}]}"#;
    let other = write(home.path(), "other.json", other);
    let words = ["accuracy", "segmentation", &bad, &good, &other, "--list", "--json"];
    let output = diptych(home.path(), &words);
    assert_eq!(output.status.code(), Some(1), "files that could not be read at all");
    let found = lines(&output);
    assert_eq!(found.len(), 1, "the rest goes on");
    assert_eq!((&found[0]["set"], &found[0]["errors"]), (&"good".into(), &1.into()));
    assert_eq!((&found[0]["precision"], &found[0]["recall"]), (&0.5.into(), &1.0.into()));
    assert_eq!(found[0]["f1"], found[0]["lax_f1"]);
    assert!(found[0]["seconds"].is_number());
    let told = errors(&output);
    assert!(told.contains("good: extra: One. Two? |Three"), "{told}");
    assert!(told.contains("bad.json") && told.contains("other.json"), "{told}");
    assert_eq!(diptych(home.path(), &["accuracy", "segmentation"]).status.code(), Some(2));
    let output = diptych(home.path(), &["accuracy", "segmentation", &good, "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
}

/// "Да здравствует мир" of the Russian alphabet in windows-1251: capitals from C0, small from E0.
fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xC0).expect("a letter"),
        _ => u8::try_from(u32::from(c)).expect("ASCII"),
    };
    text.chars().map(byte).collect()
}

#[test]
fn an_encoding_is_guessed_told_and_can_be_named() {
    const TEXT: &str = "Министерство приветствует соглашение.\n";
    let home = folder();
    let file = write(home.path(), "page.txt", &windows_1251(TEXT));
    let guessed = diptych(home.path(), &["segment", &file, "--json"]);
    assert!(errors(&guessed).contains("encoding guessed: windows-1251"), "{}", errors(&guessed));
    assert_eq!(lines(&guessed)[0]["text"], TEXT.trim_end());
    let named = diptych(home.path(), &["segment", &file, "--json", "--encoding", "koi8-r"]);
    assert_ne!(lines(&named)[0]["text"], TEXT.trim_end());
    assert!(!errors(&named).contains("encoding guessed"), "{}", errors(&named));
    let unknown = diptych(home.path(), &["segment", &file, "--encoding", "klingon"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(errors(&unknown).contains("klingon"), "{}", errors(&unknown));
}

#[test]
fn two_languages_in_turn_are_aligned_from_one_file() {
    let home = folder();
    let text = "索维亚和莫兰签署新的交通协定\nSorvia and Morane sign an agreement on transport\n\
                两国部长今天上午在布雷万签署了协定。协定将于七月生效。\n\
                The ministers signed the agreement this morning. It enters into force in July.\n\
                协定规定两国首都之间开行直达列车。\n\
                It foresees direct trains between the two capitals.\n";
    let file = write(home.path(), "both.txt", text.as_bytes());
    let output = diptych(home.path(), &["align", &file, "--json", "--target", "zh"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(errors(&output).contains("alternate"), "{}", errors(&output));
    let beads = lines(&output);
    assert_eq!(beads.len(), 4, "{beads:?}");
    assert!(beads.iter().all(|bead| bead["source"] == bead["target"]), "{beads:?}");
    let one = write(home.path(), "one.txt", b"The ministers signed the agreement this morning.\n");
    let refused = diptych(home.path(), &["align", &one]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(errors(&refused).contains("name a second file"), "{}", errors(&refused));
}

#[test]
fn files_of_one_release_are_paired_with_the_reason() {
    let home = folder();
    let page = |title: &str, number: &str, body: &str| format!("{title}\n{number}\n{body}\n");
    let french = "Nous avons tenu aujourd'hui des entretiens longs et utiles avec nos partenaires.";
    let english = "We have held long and useful talks with our partners in the capital today.";
    let texts = [
        ("a.txt", page("Allocution de Mme Vidal à Brévanne", "0417-12-03-2026", french)),
        ("b.txt", page("Statement by Ms Vidal in the capital", "0417-12-03-2026", english)),
        ("c.txt", page("Statement on the northern bridge", "0500-01-04-2026", english)),
    ];
    let paths: Vec<String> =
        texts.iter().map(|(name, text)| write(home.path(), name, text.as_bytes())).collect();
    let mut words = vec!["pairs", "--json"];
    words.extend(paths.iter().map(String::as_str));
    let told = lines(&diptych(home.path(), &words));
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0]["reason"], "number 0417-12-03-2026");
    assert_eq!(told[1]["unpaired"].as_str(), Some(paths[2].as_str()));
}

#[test]
fn roles_and_languages_are_measured() {
    let home = folder();
    let gold = r####"{"doc":"bridge","src_lang":"en","tgt_lang":"fr","src":["A bridge opens on the Ester","The ministers opened the bridge this morning in Harrow.","###"],"src_line":[0,1,2],"src_kind":["title","body","body"],"tgt":["Un pont s'ouvre sur l'Ester","Les ministres ont ouvert le pont ce matin à Harrow."],"tgt_line":[0,1],"tgt_kind":["title","body"]}"####;
    let file = write(home.path(), "gold.jsonl", gold.as_bytes());
    let output = diptych(home.path(), &["accuracy", "roles", &file, "--errors", "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let kinds = lines(&output);
    let title = kinds.iter().find(|kind| kind["kind"] == "title").expect("titles");
    assert_eq!((&title["gold"], &title["right"]), (&2.into(), &2.into()));
    assert!(errors(&output).contains("bridge.en:3: body, found end mark"), "{}", errors(&output));
    let page =
        write(home.path(), "page.en.txt", b"The ministers opened the bridge this morning.\n");
    let output = diptych(home.path(), &["accuracy", "languages", &page, "--json"]);
    assert_eq!(lines(&output)[0]["share"], 1.0);
}

#[test]
fn a_pair_is_derived_through_a_third_text_and_marked() {
    let home = folder();
    let (fr, ru, en) =
        (sample("statement.fr.txt"), sample("statement.ru.txt"), sample("statement.en.txt"));
    let project = home.path().join("via.project.ron").display().to_string();
    let memory = home.path().join("via.fr-en.memory.ron").display().to_string();
    let words = ["align", &fr, &en, "--via", &ru, "-o", &project, "--add-to", &memory, "--json"];
    let output = diptych(home.path(), &words);
    assert!(output.status.success(), "{}", errors(&output));
    let beads = lines(&output);
    for side in ["source", "target"] {
        let places =
            beads.iter().flat_map(|bead| bead[side].as_array().cloned().unwrap_or_default());
        let places: Vec<Option<u64>> = places.map(|place| place.as_u64()).collect();
        let all: Vec<Option<u64>> = (0..places.len() as u64).map(Some).collect();
        assert!(places.len() > 20 && places == all, "each {side} sentence once, in order");
    }
    let direct = lines(&diptych(home.path(), &["align", &fr, &en, "--json"]));
    let same = |bead: &&Value| {
        direct
            .iter()
            .any(|other| (&other["source"], &other["target"]) == (&bead["source"], &bead["target"]))
    };
    let agreed = beads.iter().filter(same).count();
    assert!(agreed * 10 >= direct.len() * 8, "{agreed} of {} beads as if aligned", direct.len());
    for (file, mark) in [(&project, "via:Some(\"ru\")"), (&memory, "origin:\"via ru\"")] {
        let text = std::fs::read_to_string(file).expect("written");
        assert!(text.contains(mark), "{file} says {mark}");
    }
}

#[test]
fn what_was_taught_in_the_window_holds_here_too() {
    let home = folder();
    std::fs::create_dir(home.path().join("home")).expect("a home");
    let text = "Déclaration de la maison\n0417-12-03-2026\n\
        La Brml. Moal paie les travaux du canal, qui sont longs et coûteux.\n\
        Lu par 132 abonnés du bulletin de la maison\n";
    let path = write(home.path(), "page.fr.txt", text.as_bytes());
    let rows = |command: &str| {
        let output = diptych(home.path(), &[command, &path, "--json"]);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        lines(&output)
    };
    let has = |rows: &[Value], text: &str| rows.iter().any(|row| row["text"] == text);
    let role = |rows: &[Value]| {
        let line =
            rows.iter().find(|row| row["text"] == "Lu par 132 abonnés du bulletin de la maison");
        line.expect("the line")["role"].as_str().expect("a role").to_owned()
    };
    let before = rows("segment");
    assert!(has(&before, "La Brml."));
    assert_ne!(role(&before), "chrome");
    let settings = "(format: 1, role_rules: [(house: \"0-0-0-0\", line: \"lu par 0 abonnés du \
        bulletin de la maison\", role: \"chrome\")], exceptions: [(lang: \"fr\", wish: Join, \
        before: \"Brml.\")])";
    write(home.path(), "home/settings.ron", settings.as_bytes());
    let after = rows("segment");
    assert!(has(&after, "La Brml. Moal paie les travaux du canal, qui sont longs et coûteux."));
    assert_eq!(role(&after), "chrome");
    assert_eq!(role(&rows("inspect")), "chrome");
}
