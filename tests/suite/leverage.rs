//! Analysis and pre-translation on the command line, and that their figures are those of
//! `match`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::cli::{diptych, errors, lines, write};

const BANDS: [(&str, u64); 6] =
    [("101", 101), ("100", 100), ("95-99", 95), ("85-94", 85), ("75-84", 75), ("50-74", 50)];

/// A home with the bundled sample's files, and the later statement.
fn sample() -> (tempfile::TempDir, String, String) {
    let home = tempfile::tempdir().expect("a folder");
    let made = diptych(home.path(), &["sample", "-o", "s", "--no-window"]);
    assert_eq!(made.status.code(), Some(0), "{}", errors(&made));
    let later = format!("{}/assets/sample/later.fr.txt", env!("CARGO_MANIFEST_DIR"));
    let memory = home.path().join("s/sample.fr-en.memory.ron").display().to_string();
    (home, later, memory)
}

fn analysis(home: &Path, words: &[&str]) -> Vec<Value> {
    let output = diptych(home, &[&["analyse"], words, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    lines(&output)
}

fn segments(amounts: &Value, key: &str) -> u64 {
    amounts[key]["segments"].as_u64().expect("a count")
}

#[test]
fn analysis_match_and_pre_translation_agree_on_the_sample() {
    let (home, later, memory) = sample();
    let of = |words: &[&str]| {
        let output = diptych(home.path(), words);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        lines(&output)
    };
    let matches = of(&["match", &later, "--memory", &memory, "--threshold", "50", "--json"]);
    let mut bands: BTreeMap<&str, u64> = BANDS.iter().map(|(key, _)| (*key, 0)).collect();
    for query in &matches {
        let Some(score) = query["matches"][0]["score"].as_u64() else { continue };
        let band = BANDS.iter().find(|(_, least)| score >= *least).expect("a band");
        *bands.get_mut(band.0).expect("there") += 1;
    }
    assert!(bands.values().filter(|count| **count > 0).count() >= 4, "{bands:?}");
    let analysed = analysis(home.path(), &[&later, "--memory", &memory]);
    for (key, count) in &bands {
        assert_eq!(segments(&analysed[0]["bands"], key), *count, "{key}");
    }
    let project = home.path().join("s/later.project.ron").display().to_string();
    let filled =
        of(&["pretranslate", &project, "--memory", &memory, "--threshold", "50", "--json"]);
    for (key, count) in &bands {
        assert_eq!(segments(&filled[0]["bands"], key), *count, "{key}");
    }
    let all: u64 = bands.values().sum();
    assert_eq!(segments(&filled[0], "filled"), all);
    assert_eq!(segments(&filled[0], "without_match"), matches.len() as u64 - all);
    // What is filled is told the next time as what it is.
    let again = of(&["pretranslate", &project, "--memory", &memory, "--json"]);
    assert_eq!(segments(&again[0], "filled"), 0);
    let info = of(&["project", "info", &project, "--json"]);
    assert_eq!(info[0]["states"]["draft"].as_u64(), Some(all));
}

#[test]
fn releases_add_up_and_the_same_comes_twice() {
    let (home, later, memory) = sample();
    let words = [later.as_str(), "s", "--memory", &memory];
    let lines = analysis(home.path(), &words);
    assert_eq!(lines, analysis(home.path(), &words));
    let (total, releases) = lines.split_last().expect("a total");
    assert_eq!(releases.len(), 3);
    assert_eq!(total["releases"], 3);
    for figure in ["segments", "words", "characters", "characters_without_spaces"] {
        let sum = |of: &dyn Fn(&Value) -> u64| releases.iter().map(of).sum::<u64>();
        let at = |value: &Value| value.as_u64().expect("a count");
        for key in total["bands"].as_object().expect("bands").keys() {
            let all = at(&total["bands"][key][figure]);
            assert_eq!(sum(&|release| at(&release["bands"][key][figure])), all, "{key}");
        }
        for release in &lines {
            let bands = release["bands"].as_object().expect("bands");
            let all: u64 = bands.values().map(|band| at(&band[figure])).sum();
            assert_eq!(all, at(&release["total"][figure]));
        }
    }
    // The project of the text that came before it repeats it.
    let project = releases.iter().find(|of| of["name"] == "later.project.ron").expect("there");
    assert_eq!(project["bands"]["repetition_across"], project["total"]);
}

#[test]
fn weights_csv_and_a_page_are_written() {
    let (home, later, memory) = sample();
    let words = [
        "analyse",
        &later,
        "--memory",
        &memory,
        "--weights",
        "none=50,100=0",
        "--csv",
        "a.csv",
        "--html",
        "a.html",
        "--json",
    ];
    let output = diptych(home.path(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let table = std::fs::read_to_string(home.path().join("a.csv")).expect("CSV");
    let none: Vec<&str> = table.lines().filter(|line| line.contains(",\"none\",")).collect();
    assert_eq!(none.len(), 1);
    assert!(none[0].contains("\"50\""), "{}", none[0]);
    let page = std::fs::read_to_string(home.path().join("a.html")).expect("HTML");
    assert!(page.contains("later.fr.txt") && page.contains("No match"));
    let again = diptych(home.path(), &words);
    assert_eq!(again.status.code(), Some(1), "nothing is written over");
    let wrong = ["analyse", &later, "--memory", &memory, "--weights", "99=50"];
    let wrong = diptych(home.path(), &wrong);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(errors(&wrong).contains("\"99\" is no band"), "{}", errors(&wrong));
}

#[test]
fn what_cannot_be_counted_is_told_and_the_rest_goes_on() {
    let (home, later, memory) = sample();
    let empty = write(home.path(), "empty.txt", b"");
    let english = format!("{}/assets/sample/statement.en.txt", env!("CARGO_MANIFEST_DIR"));
    let russian = format!("{}/assets/sample/statement.ru.txt", env!("CARGO_MANIFEST_DIR"));
    let words = ["analyse", &empty, &later, &russian, "gone.txt", "--memory", &memory, "--json"];
    let output = diptych(home.path(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let told = errors(&output);
    for cause in ["empty.txt", "no memory serves Russian", "gone.txt", "1 releases counted, 3 left"]
    {
        assert!(told.contains(cause), "{cause}: {told}");
    }
    assert_eq!(lines(&output).last().expect("a total")["left"], 3);
    // The memory serves the other direction too.
    let back = analysis(home.path(), &[&english, "--memory", &memory]);
    assert_eq!((&back[0]["source"], &back[0]["target"]), (&"en".into(), &"fr".into()));
    for (words, told) in [
        (vec!["analyse", &later, "--memory", "gone.ron"], "gone.ron"),
        (vec!["analyse", &russian, "--memory", &memory], "no memory serves Russian"),
        (vec!["analyse", &empty, "--memory", &memory], "empty"),
        (vec!["pretranslate", &later, "--memory", &memory], "later.fr.txt"),
        (vec!["pretranslate", "s/later.project.ron", "--memory", "gone.ron"], "gone.ron"),
    ] {
        let output = diptych(home.path(), &words);
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        assert!(errors(&output).contains(told), "{words:?}: {}", errors(&output));
    }
    let usage = diptych(home.path(), &["analyse", &later]);
    assert_eq!(usage.status.code(), Some(2), "a memory is needed");
}
