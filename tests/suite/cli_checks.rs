//! `check` and `terms` as people meet them: what is found, and the exit codes.

use std::path::Path;

use serde_json::Value;

use crate::cli::{diptych, lines, write};

const SOURCE: &str = "Le pont est ouvert à tous depuis hier matin.\n\n\
    Les 28 programmes de la ville de Brévanne restent en place.\n\n\
    Le pont n'est pas ouvert aux camions de la région.\n";
const RIGHT: &str = "The bridge has been open to all since yesterday morning.\n\n\
    The 28 programmes of the city of Brévanne remain in place.\n\n\
    The bridge is not open to lorries from the region.\n";

fn run(home: &Path, words: &str) -> (Option<i32>, Vec<Value>) {
    let words: Vec<&str> = words.split(' ').collect();
    let output = diptych(home, &words);
    (output.status.code(), lines(&output))
}

/// Aligns the source with a target into a project.
fn project(home: &Path, name: &str, target: &str) {
    write(home, &format!("{name}.fr.txt"), SOURCE.as_bytes());
    write(home, &format!("{name}.en.txt"), target.as_bytes());
    let words = format!(
        "align {name}.fr.txt {name}.en.txt --source fr --target en --json -o {name}.project.ron"
    );
    assert_eq!(run(home, &words).0, Some(0));
}

#[test]
fn findings_come_with_their_row_and_the_exit_code_says_that_there_are_some() {
    let home = tempfile::tempdir().expect("a folder");
    project(home.path(), "right", RIGHT);
    assert_eq!(run(home.path(), "check right.project.ron --json"), (Some(0), Vec::new()));
    project(home.path(), "wrong", &RIGHT.replace("28", "29").replace(" not", ""));
    let (code, found) = run(home.path(), "check wrong.project.ron --json");
    let told: Vec<_> = found
        .iter()
        .map(|f| (f["check"].as_str(), f["row"].as_str(), f["text"].as_str()))
        .collect();
    assert_eq!(
        told,
        [(Some("number"), Some("2"), Some("29")), (Some("negation"), Some("3"), Some("n'est pas"))]
    );
    assert_eq!(code, Some(1));
    let (code, found) = run(home.path(), "check . --json --without number --without negation");
    assert_eq!((code, found), (Some(0), Vec::new()));
    assert_eq!(run(home.path(), "check wrong.project.ron --only numbers").0, Some(2));
    let (code, table) = run(home.path(), "check --list --json");
    assert_eq!((code, table.len() > 20), (Some(0), true));
}

#[test]
fn terms_go_from_a_table_into_a_termbase_and_out_and_are_asked_for() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path();
    write(
        folder,
        "t.csv",
        "kind,fr,en,en:forbidden\nphrase,pont,bridge,span\n,camion,lorry,truck\n".as_bytes(),
    );
    let (code, told) = run(folder, "terms import t.csv -o t.terms.ron --json");
    assert_eq!((code, &told[0]["added"]), (Some(0), &Value::from(2)));
    let (_, told) = run(folder, "terms import t.csv -o t.terms.ron --json");
    assert_eq!((&told[0]["added"], &told[0]["skipped"]), (&Value::from(0), &Value::from(2)));
    for name in ["out.csv", "out.tbx"] {
        assert_eq!(run(folder, &format!("terms export t.terms.ron -o {name} --json")).0, Some(0));
        let again = format!("terms import {name} -o again-{name}.terms.ron --json");
        assert_eq!(run(folder, &again).1[0]["added"], Value::from(2), "{name}");
    }
    project(folder, "release", &RIGHT.replace("lorries", "trucks"));
    let (code, found) = run(folder, "check release.project.ron --terms t.terms.ron --json");
    assert_eq!((code, found.len()), (Some(1), 1), "{found:?}");
    assert_eq!(
        (found[0]["check"].as_str(), found[0]["text"].as_str()),
        (Some("term"), Some("trucks"))
    );
    let (_, found) = run(folder, "terms find release.fr.txt --terms t.terms.ron --lang fr --json");
    let texts: Vec<_> = found.iter().filter_map(|term| term["text"].as_str()).collect();
    assert_eq!(texts, ["pont", "pont", "camions"]);
}

#[test]
fn the_register_of_institutions_is_sound() {
    let home = tempfile::tempdir().expect("a folder");
    let register = include_bytes!("../../memories/institutions.terms.ron");
    write(home.path(), "r.terms.ron", register);
    let (code, told) = run(home.path(), "terms info r.terms.ron --json");
    assert_eq!(code, Some(0));
    assert_eq!(
        (&told[0]["problems"], &told[0]["doubts"]),
        (&Value::from(Vec::<Value>::new()), &Value::from(Vec::<Value>::new()))
    );
    let text = "На саммите ШОС в Астане: Организации Объединённых Наций, ОБСЕ и Евросоюза.\n";
    write(home.path(), "t.txt", text.as_bytes());
    let (_, found) = run(home.path(), "terms find t.txt --terms r.terms.ron --lang ru --json");
    let texts: Vec<_> = found.iter().filter_map(|term| term["text"].as_str()).collect();
    assert_eq!(texts, ["ШОС", "Организации Объединённых Наций", "ОБСЕ", "Евросоюза"]);
}

#[test]
fn what_people_said_of_the_checks_of_a_release_holds() {
    use diptych::formats::project_ron;
    use diptych::model::{Dismissed, Grade, Switched, Timestamp};
    use diptych::workbench::checks::Checked;
    use diptych::workbench::found::print_of;

    let home = tempfile::tempdir().expect("a folder");
    project(home.path(), "said", &RIGHT.replace("28", "29").replace(" not", ""));
    let path = home.path().join("said.project.ron");
    let text = std::fs::read_to_string(&path).expect("a project");
    let mut project = project_ron::read(&text).expect("a project").value;
    let checked = Checked::of(&project, &project.translations[0]);
    project.checks.dismissed.push(Dismissed {
        row: checked.beads[1],
        check: "number".to_owned(),
        finding: "the number \"28\" has become \"29\"".to_owned(),
        texts: print_of(&checked.sheet.rows[1]),
        author: "Ada".to_owned(),
        at: Timestamp::UNIX_EPOCH,
    });
    let save = |project: &diptych::model::Project| {
        write(home.path(), "said.project.ron", project_ron::write(project).as_bytes());
    };
    save(&project);
    let names = |words: &str| {
        let (code, found) = run(home.path(), words);
        let names: Vec<String> =
            found.iter().filter_map(|f| Some(f["check"].as_str()?.to_owned())).collect();
        (code, names.join(" "))
    };
    assert_eq!(names("check said.project.ron --json"), (Some(1), "negation".to_owned()));

    // Another text is not what was dismissed.
    project.checks.dismissed[0].texts = print_of(&checked.sheet.rows[0]);
    save(&project);
    assert_eq!(names("check said.project.ron --json").1, "number negation");

    let off = Switched { check: "number".to_owned(), grade: Grade::Off };
    let error = Switched { check: "negation".to_owned(), grade: Grade::Error };
    project.checks.switched = vec![off, error];
    save(&project);
    let (_, found) = run(home.path(), "check said.project.ron --json");
    let told: Vec<_> =
        found.iter().map(|f| (f["check"].as_str(), f["severity"].as_str())).collect();
    assert_eq!(told, [(Some("negation"), Some("error"))]);
    assert_eq!(names("check said.project.ron --json --only number").1, "number");
}
