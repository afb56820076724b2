//! Damaged memories and imports on the command line: what is good is used, what is not is told
//! by line and cause, and no file is changed by looking at it.

use std::path::Path;

use crate::cli::{diptych, write};

/// A bilingual file of two units, as it is imported.
const TABLE: &[u8] = "Le pont;The bridge\nLa clé;The key\n".as_bytes();

fn run(home: &Path, words: &str) -> (Option<i32>, String, String) {
    let words: Vec<&str> = words.split(' ').collect();
    let output = diptych(home, &words);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// A home with the memory `m.memory.ron` of two units, and its text.
fn memory() -> (tempfile::TempDir, String) {
    let home = tempfile::tempdir().expect("a folder");
    write(home.path(), "a.fr-en.csv", TABLE);
    let (code, _, told) = run(home.path(), "memory import a.fr-en.csv -o m.memory.ron");
    assert_eq!(code, Some(0), "{told}");
    let text = std::fs::read_to_string(home.path().join("m.memory.ron")).expect("there");
    (home, text)
}

/// Looks at a file; it has so many units, what is told has `cause`, and it stays as it is.
fn check(home: &Path, name: &str, bytes: &[u8], units: usize, cause: &str) {
    write(home, name, bytes);
    let (code, out, told) = run(home, &format!("memory info {name}"));
    assert_eq!(code, Some(0), "{name}: {told}");
    let line = out.lines().find(|line| line.starts_with("units")).unwrap_or_default();
    assert_eq!(line.split_whitespace().last(), Some(units.to_string().as_str()), "{name}: {out}");
    assert!(told.contains(cause), "{name}: {told}");
    assert_eq!(std::fs::read(home.join(name)).expect("there"), bytes, "{name}");
}

#[test]
fn of_a_damaged_memory_what_is_good_is_used_and_the_rest_told() {
    let (home, text) = memory();
    let home = home.path();
    let line = text.lines().position(|line| line.contains("Le pont")).expect("a unit");
    let mut lines: Vec<&str> = text.lines().collect();
    let other = lines[line].replace("bridge", "span");
    lines.splice(
        line..=line,
        ["<<<<<<< ours", lines[line], "=======", other.as_str(), ">>>>>>> theirs"],
    );
    let place = text.find("La cl").expect("the second unit");
    let cut = text.get(..place).expect("a boundary");
    let twice = format!("{text}{text}");
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let control = text.replace("La clé", "La\\u{1}clé\\u{7f}");
    for (name, bytes, units, cause) in [
        ("cut.memory.ron", cut.as_bytes(), 1, "line 5: the last write was cut off here"),
        ("merge.memory.ron", lines.join("\n").as_bytes(), 2, "line 4: a conflict marker of Git"),
        ("two.memory.ron", twice.as_bytes(), 2, "line 8: the beginning of a second memory"),
        ("wide.memory.ron", &wide, 2, "UTF-16"),
        ("control.memory.ron", control.as_bytes(), 2, ""),
        ("long.fr-en.tsv", format!("{}\tlong\n", "mot ".repeat(10_000)).as_bytes(), 1, ""),
    ] {
        check(home, name, bytes, units, cause);
    }
}

#[test]
fn of_a_damaged_tmx_what_is_good_is_used_and_the_rest_told() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let unit = |text: &str| {
        format!(
            "<tu><tuv xml:lang=\"fr\"><seg>{text}</seg></tuv>\
             <tuv xml:lang=\"en\"><seg>One</seg></tuv></tu>"
        )
    };
    let head = "<tmx version=\"1.4\"><header srclang=\"fr\"/><body>\n";
    let half = unit("Deux");
    let cut = format!("{head}{}\n{}", unit("Un"), half.get(..60).expect("a boundary"));
    check(home, "cut.tmx", cut.as_bytes(), 1, "line 3: the unit was skipped: the file ends inside");
    let entity = |level: char, below: char| {
        format!("<!ENTITY {level} \"{}\">", format!("&{below};").repeat(10))
    };
    let levels: String =
        ('b'..='k').zip('a'..='j').map(|(one, below)| entity(one, below)).collect();
    let bomb = format!("<!DOCTYPE tmx [<!ENTITY a \"aaaa\">{levels}]>{head}{}", unit("Un &k; mot"));
    let bomb = format!("{bomb}</body></tmx>");
    check(home, "bomb.tmx", bomb.as_bytes(), 1, "&k; is not defined in XML");
    let variant = |lang: &str| format!("<tuv xml:lang=\"{lang}\"><seg>{lang}</seg></tuv>");
    let five: String = ["fr", "en", "ru", "es", "de"].map(variant).concat();
    write(home, "five.tmx", format!("{head}<tu>{five}</tu></body></tmx>").as_bytes());
    let (code, _, told) = run(home, "memory import five.tmx -o m.memory.ron");
    assert!(code == Some(1) && told.contains("the file has de, en, es, fr, ru"), "{told}");
    let (code, out, told) =
        run(home, "memory import five.tmx -o m.memory.ron --source fr --target ru");
    assert_eq!((code, out.starts_with("1 read: 1 added")), (Some(0), true), "{out}{told}");
}

#[test]
fn what_cannot_be_written_to_is_told_and_unchanged() {
    let (home, text) = memory();
    let home = home.path();
    write(home, "d.de-en.csv", "Die Brücke;The bridge\n".as_bytes());
    write(home, "full", b"a file, not a folder");
    for (words, cause) in [
        ("memory import d.de-en.csv -o m.memory.ron", "holds fr to en, not de to en"),
        ("memory import a.fr-en.csv -o full/m.memory.ron", "full"),
    ] {
        let (code, _, told) = run(home, words);
        assert_eq!(code, Some(1), "{words}");
        assert!(told.contains(cause), "{words}: {told}");
    }
    assert_eq!(std::fs::read_to_string(home.join("m.memory.ron")).expect("there"), text);
    assert_eq!(std::fs::read(home.join("full")).expect("there"), b"a file, not a folder");
}
