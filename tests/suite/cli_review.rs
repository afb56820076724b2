//! `merge` and `review` as people and Git call them: real files, exit codes, what is told.

use std::path::Path;

use serde_json::Value;

use crate::cli::{diptych, write};

const TEXT: &str = "Le pont est ouvert.\nElle dit oui.\nElle part.\n";

fn run(home: &Path, words: &str) -> (Option<i32>, String, String) {
    let words: Vec<&str> = words.split(' ').collect();
    let output = diptych(home, &words);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// A folder with a project of three rows.
fn desk() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    write(home.path(), "text.txt", TEXT.as_bytes());
    let (code, _, told) =
        run(home.path(), "import text.txt --source fr --target en -o a.project.ron");
    assert_eq!(code, Some(0), "{told}");
    home
}

fn file(home: &Path, name: &str) -> String {
    std::fs::read_to_string(home.join(name)).expect(name)
}

/// Writes the targets of rows as a cabinet would, and takes them; `by` names it.
fn correct(home: &Path, project: &str, edits: &[(usize, &str)], by: &str) {
    let (code, _, told) = run(home, &format!("review export {project} -o t.html --force"));
    assert_eq!(code, Some(0), "{told}");
    let edited = |line: &str| -> String {
        let edit = edits.iter().find(|(row, _)| line.contains(&format!("<tr><td>{row}</td>")));
        let Some((_, text)) = edit else { return line.to_owned() };
        let mut cells: Vec<String> = line.split("</td>").map(ToOwned::to_owned).collect();
        cells[2] = format!("<td lang=\"en\">{text}");
        cells.join("</td>")
    };
    let page: Vec<String> = file(home, "t.html").lines().map(edited).collect();
    let page = page.join("\n");
    write(home, "t.html", page.as_bytes());
    let (code, out, told) = run(home, &format!("review import {project} t.html --apply --by {by}"));
    assert_eq!(code, Some(0), "{out}{told}");
    assert!(out.contains(&format!("{} taken", edits.len())), "{out}{told}");
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

#[test]
fn copies_are_merged_and_what_both_changed_is_kept_in_both_versions() {
    let home = desk();
    let home = home.path();
    for copy in ["b", "c"] {
        write(home, &format!("{copy}.project.ron"), file(home, "a.project.ron").as_bytes());
    }
    correct(home, "b.project.ron", &[(1, "The bridge is open."), (2, "She says yes.")], "Ada");
    correct(home, "c.project.ron", &[(1, "A bridge is open."), (3, "She leaves.")], "Bea");
    let words = "merge a.project.ron b.project.ron c.project.ron --json";
    let (code, out, told) = run(home, words);
    assert_eq!(code, Some(1), "{out}{told}");
    assert!(told.contains("1 conflicts; both versions"), "{told}");
    let [conflict, sum] = lines(&out).try_into().expect("two lines");
    assert_eq!((&conflict["about"], &conflict["row"]), (&"row".into(), &"1".into()));
    assert_eq!(conflict["versions"][0]["author"], "Ada");
    assert_eq!(conflict["versions"][1]["text"], "A bridge is open.");
    assert_eq!(sum, serde_json::json!({"changed": 2, "conflicts": 1}));
    // Ours is a valid project all the same, and merging again changes nothing.
    let merged = file(home, "b.project.ron");
    let (code, out, _) = run(home, "project info b.project.ron --json");
    assert_eq!(code, Some(0));
    assert_eq!(lines(&out)[0]["conflicts"], 1);
    let (code, out, _) = run(home, "merge a.project.ron b.project.ron c.project.ron");
    assert_eq!((code, out.as_str()), (Some(0), "0 rows changed, 0 conflicts\n"));
    assert_eq!(file(home, "b.project.ron"), merged);
    let (code, out, told) = run(home, "review conflicts b.project.ron");
    assert_eq!(code, Some(1), "{told}");
    assert!(out.starts_with("row 1 (en)\n  Ada "), "{out}");
}

#[test]
fn git_merges_through_the_driver() {
    let home = desk();
    let home = home.path();
    let git = |words: &str| {
        let output = std::process::Command::new("git")
            .args(["-c", "user.name=x", "-c", "user.email=x@example.org"])
            .args(["-c", "commit.gpgsign=false"])
            .args([
                "-c",
                &format!("merge.diptych.driver={} merge %O %A %B", env!("CARGO_BIN_EXE_diptych")),
            ])
            .args(words.split(' '))
            .current_dir(home)
            .env("DIPTYCH_HOME", home.join("home"))
            .env("GIT_CONFIG_GLOBAL", home.join("none"))
            .output();
        output.ok().map(|output| {
            let told = String::from_utf8_lossy(&output.stdout).into_owned()
                + &String::from_utf8_lossy(&output.stderr);
            (output.status.code(), told)
        })
    };
    // Where there is no Git there is nothing to drive.
    let Some((Some(0), _)) = git("init -q -b main .") else { return };
    write(home, ".gitattributes", b"*.project.ron merge=diptych\n");
    for words in ["add a.project.ron .gitattributes", "commit -qm base", "checkout -qb other"] {
        assert_eq!(git(words).expect("git").0, Some(0), "{words}");
    }
    correct(home, "a.project.ron", &[(1, "The bridge is open.")], "Ada");
    git("commit -qam theirs");
    git("checkout -q main");
    correct(home, "a.project.ron", &[(2, "She says yes.")], "Bea");
    git("commit -qam ours");
    let (code, told) = git("merge --no-edit other").expect("git");
    assert_eq!(code, Some(0), "{told}");
    let merged = file(home, "a.project.ron");
    assert!(merged.contains("The bridge is open.") && merged.contains("She says yes."));
    // And a conflict is one for Git too, with a project that opens.
    git("checkout -q other");
    correct(home, "a.project.ron", &[(3, "She leaves.")], "Ada");
    git("commit -qam theirs");
    git("checkout -q main");
    correct(home, "a.project.ron", &[(3, "She goes.")], "Bea");
    git("commit -qam ours");
    let (code, told) = git("merge --no-edit other").expect("git");
    assert_eq!(code, Some(1), "{told}");
    assert!(!file(home, "a.project.ron").contains("<<<<<<<"));
    assert_eq!(run(home, "project info a.project.ron").0, Some(0));
}

#[test]
fn what_cannot_be_merged_is_refused_and_left_alone() {
    let home = desk();
    let home = home.path();
    run(home, "import text.txt --source fr --target en -o other.project.ron");
    let before = file(home, "a.project.ron");
    let (code, _, told) = run(home, "merge a.project.ron a.project.ron other.project.ron");
    assert_eq!(code, Some(1));
    assert!(told.contains("no copies of one project"), "{told}");
    let (code, _, told) = run(home, "merge a.project.ron a.project.ron text.txt");
    assert_eq!(code, Some(1));
    assert!(told.contains("not a project file"), "{told}");
    assert_eq!(file(home, "a.project.ron"), before);
    // Without an ancestor, as Git has it of files that both sides made.
    write(home, "b.project.ron", before.as_bytes());
    write(home, "empty", b"");
    correct(home, "b.project.ron", &[(1, "The bridge is open.")], "Ada");
    let (code, _, told) = run(home, "merge empty a.project.ron b.project.ron");
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("histories"), "{told}");
    assert!(file(home, "a.project.ron").contains("The bridge is open."));
}

#[test]
fn an_untouched_table_changes_no_byte() {
    let home = desk();
    let home = home.path();
    correct(home, "a.project.ron", &[(1, "The bridge is open."), (2, "She says yes.")], "Ada");
    let before = file(home, "a.project.ron");
    for table in ["t.docx", "t.html", "t.xlsx"] {
        let (code, out, told) =
            run(home, &format!("review export a.project.ron -o {table} --force"));
        assert_eq!((code, out), (Some(0), format!("{table}: 3 rows\n")), "{told}");
        let (code, out, told) =
            run(home, &format!("review import a.project.ron {table} --apply --json"));
        let expected = serde_json::json!({"differences": 0, "taken": 0, "same": 3, "notices": 0});
        assert_eq!((code, lines(&out)), (Some(0), vec![expected]), "{told}");
        assert_eq!(file(home, "a.project.ron"), before);
    }
    let (code, _, told) = run(home, "review export a.project.ron -o t.docx");
    assert_eq!(code, Some(1));
    assert!(told.contains("--force"), "{told}");
    let (code, _, told) = run(home, "review export a.project.ron -o t.pdf");
    assert_eq!(code, Some(2));
    assert!(told.contains(".docx, .html or .xlsx"), "{told}");
    let (code, _, told) = run(home, "review import a.project.ron text.txt");
    assert_eq!(code, Some(1));
    assert!(told.contains("not a review table"), "{told}");
}

#[test]
fn without_apply_differences_are_only_listed_and_rows_can_be_chosen() {
    let home = desk();
    let home = home.path();
    correct(home, "a.project.ron", &[(1, "One."), (2, "Two.")], "Ada");
    run(home, "review export a.project.ron -o t.html --force");
    let page = file(home, "t.html").replace("One.", "First.").replace("Two.", "Second.");
    write(home, "t.html", page.as_bytes());
    let before = file(home, "a.project.ron");
    let (code, out, told) = run(home, "review import a.project.ron t.html --by Bea --json");
    assert_eq!(code, Some(0), "{told}");
    let all = lines(&out);
    assert_eq!((&all[0]["row"], &all[0]["kind"]), (&"1".into(), &"target".into()));
    assert_eq!((&all[1]["before"], &all[1]["after"]), (&"Two.".into(), &"Second.".into()));
    assert_eq!(all[2]["taken"], 0);
    assert_eq!(file(home, "a.project.ron"), before);
    let (code, out, told) =
        run(home, "review import a.project.ron t.html -o b.project.ron --row 2 --by Bea");
    assert_eq!(code, Some(0), "{told}");
    assert!(out.contains("row 1: target (Bea), left"), "{out}");
    let after = file(home, "b.project.ron");
    assert!(after.contains("Second.") && !after.contains("First."));
    assert_eq!(file(home, "a.project.ron"), before);
    let (code, _, told) = run(home, "review import a.project.ron t.html -o b.project.ron");
    assert_eq!(code, Some(1));
    assert!(told.contains("--force"), "{told}");
}

#[test]
fn the_report_is_printed_and_written() {
    let home = desk();
    let home = home.path();
    correct(home, "a.project.ron", &[(1, "The bridge is open."), (2, "She says yes.")], "Ada");
    // What a table brings in is a draft until somebody confirms it, and no review of one.
    let (code, out, told) = run(home, "review report a.project.ron --json");
    assert_eq!((code, lines(&out)[0]["changes"].as_u64()), (Some(0), Some(0)), "{told}");
    let confirmed = file(home, "a.project.ron").replace("state:Draft", "state:Translated");
    write(home, "a.project.ron", confirmed.as_bytes());
    correct(home, "a.project.ron", &[(1, "The bridge is <b>now</b> open.")], "Bea");
    let (code, out, told) =
        run(home, "review report a.project.ron --json --html r.html --csv r.csv");
    assert_eq!(code, Some(0), "{told}");
    let [change, sum] = lines(&out).try_into().expect("two lines");
    assert_eq!((&change["author"], &change["kind"]), (&"Bea".into(), &"wording".into()));
    assert_eq!((&sum["changed_words"], &sum["people"]["Bea"]["changes"]), (&1.into(), &1.into()));
    assert!(file(home, "r.html").contains("<ins> now</ins>"));
    assert_eq!(file(home, "r.csv").lines().count(), 2);
    let (code, _, told) = run(home, "review report a.project.ron --html r.html");
    assert_eq!(code, Some(1));
    assert!(told.contains("--force"), "{told}");
}

#[test]
fn a_duty_that_does_not_allow_it_takes_nothing_from_a_table() {
    let home = desk();
    let home = home.path();
    let named = "review: (people:[(name:\"Cyr\",duties:[Approver])]),\nsource: (";
    let project = file(home, "a.project.ron").replacen("source: (", named, 1);
    let project = project.replacen("(format: 5", "(format: 6", 1);
    write(home, "a.project.ron", project.as_bytes());
    run(home, "review export a.project.ron -o t.html");
    let page = file(home, "t.html").replacen("<td lang=\"en\"></td>", "<td>One.</td>", 1);
    write(home, "t.html", page.as_bytes());
    let before = file(home, "a.project.ron");
    let (code, out, told) = run(home, "review import a.project.ron t.html --apply");
    assert_eq!(code, Some(1), "{out}{told}");
    assert!(told.contains("may not write targets"), "{told}");
    assert_eq!(file(home, "a.project.ron"), before);
}
