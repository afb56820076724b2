//! Pages on the command line: taken in, translated, given back; and read by the other commands.

use crate::cli::{diptych, errors, lines, write};

const PAGE: &str = include_str!("../data/pages/statement.html");

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn a_page_comes_back_as_it_was() {
    let home = folder();
    let page = write(home.path(), "page.html", PAGE.as_bytes());
    let words = ["import", &page, "--target", "en", "-o", "p.project.ron", "--json"];
    let made = diptych(home.path(), &words);
    assert_eq!(made.status.code(), Some(0), "{}", errors(&made));
    assert!(errors(&made).contains("guessed: fr"), "{}", errors(&made));
    let told = &lines(&made)[0];
    assert_eq!((&told["format"], &told["encoding"]), (&"html".into(), &"UTF-8".into()));
    assert!(told["segments"].as_u64() > told["blocks"].as_u64(), "{told}");
    let again = diptych(home.path(), &words);
    assert_eq!(again.status.code(), Some(1), "nothing is written over");
    let out = diptych(home.path(), &["export", "p.project.ron", "-o", "out.html", "--json"]);
    assert_eq!(out.status.code(), Some(0), "{}", errors(&out));
    assert_eq!(lines(&out)[0]["written"], 0);
    let given = std::fs::read_to_string(home.path().join("out.html")).expect("written");
    assert_eq!(given, PAGE);
    for format in ["txt", "html"] {
        let name = format!("clean.{format}");
        let out =
            diptych(home.path(), &["export", "p.project.ron", "-o", &name, "--format", format]);
        assert_eq!(out.status.code(), Some(0), "{}", errors(&out));
        let given = std::fs::read_to_string(home.path().join(name)).expect("written");
        assert!(given.contains("Déclaration du Ministère"), "{given}");
        assert!(!given.contains("Accueil"), "page chrome is left out: {given}");
    }
}

#[test]
fn segments_of_a_page_have_roles() {
    let home = folder();
    let page = write(home.path(), "page.html", PAGE.as_bytes());
    let output = diptych(home.path(), &["segment", &page, "--json"]);
    let role = |text: &str| {
        let all = lines(&output);
        let found = all.iter().find(|line| line["text"] == text);
        found.map(|line| line["role"].as_str().expect("a role").to_owned())
    };
    assert_eq!(
        role("Déclaration du Ministère").as_deref(),
        Some("subhead"),
        "the title comes first"
    );
    assert_eq!(role("Accueil").as_deref(), Some("chrome"));
    assert_eq!(role("Un premier point & sa suite.").as_deref(), Some("list item"));
    let text = "# Titre\n\nUn *mot* seul.\n\n- Un point.\n";
    let page = write(home.path(), "page.md", text.as_bytes());
    let output = diptych(home.path(), &["segment", &page, "--lang", "fr", "--json"]);
    let told: Vec<_> = lines(&output).iter().map(|line| line["role"].clone()).collect();
    assert_eq!(told, ["headline", "body", "list item"]);
}

#[test]
fn what_is_no_text_is_not_taken_in() {
    let home = folder();
    let memory = write(home.path(), "a.tmx", b"<tmx version='1.4'><header/><body/></tmx>");
    let words = ["import", &memory, "--target", "en", "-o", "p.project.ron"];
    let output = diptych(home.path(), &words);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("not a text to translate"), "{}", errors(&output));
    let output = diptych(home.path(), &["import", &memory, "-o", "p.project.ron"]);
    assert_eq!(output.status.code(), Some(2), "a target is needed");
}
