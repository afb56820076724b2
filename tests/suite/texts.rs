//! The window's texts as a test: every id that the code says is there, every text is said,
//! every language has all of them with the same variables, and no text is left in the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use diptych::memory::Penalty;
use diptych::model::{Lang, ReleaseStatus, Role, TermKind, TermStatus, UnitStatus};
use diptych::store::ThemeChoice;
use diptych::texts::{id_of, languages};
use diptych::workbench::command::COMMANDS;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Kinds of names whose ids are made while the program runs: see [`names`].
const NAMED: [&str; 16] = [
    "command-",
    "role-",
    "release-",
    "unit-",
    "penalty-",
    "field-",
    "theme-",
    "change-",
    "kind-",
    "action-",
    "panel-",
    "term-kind-",
    "term-status-",
    "check-",
    "act-",
    "duty-",
];

/// What is said without `t!`: numbers, days and the language's own name.
const OTHERS: [&str; 3] = ["language-itself", "number-thousands", "number-decimal"];

/// Files whose texts are said before there is a window or are no language's: why a window
/// cannot open, the names of fonts.
const WITHOUT_TEXTS: [&str; 3] = ["ui/startup.rs", "ui/fonts.rs", "ui/text/faces.rs"];

/// Words that a capitalised literal may hold and be no text of the window: a page's opening, a
/// font's name, the origin that is written into units, the heads of an analysis as CSV.
const NO_TEXTS: [&str; 6] = [
    "<!DOCTYPE",
    "Noto Sans",
    "TSV import",
    "Characters without spaces",
    "Weight in per cent",
    "Weighted words",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The messages and attributes of a file, each with its variables.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let parsed = fluent_syntax::parser::parse(source).map_err(|(_, errors)| errors);
    let resource = parsed.expect("a file of texts parses");
    let mut all = BTreeMap::new();
    let mut put = |id: String, pattern: &Pattern<&str>| {
        let mut variables = BTreeSet::new();
        gather(pattern, &mut variables);
        assert!(all.insert(id.clone(), variables).is_none(), "{id} is there twice");
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        put(id.to_owned(), message.value.as_ref().expect("a message has a text"));
        for attribute in &message.attributes {
            put(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
    all
}

fn gather(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    gather(&variant.value, variables);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            variables.insert(id.name.to_owned());
        }
    }
}

fn file(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join("assets/texts").join(format!("{tag}.ftl"));
    messages(&fs::read_to_string(path).expect("the texts are there"))
}

/// The sources without comments and tests, by their path under `src`.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let source = root().join("src");
    let mut paths = Vec::new();
    walk(&source, &mut paths);
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let name = path.strip_prefix(&source).expect("inside").to_string_lossy().into_owned();
        if name.contains("test") || name.starts_with("texts/") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("UTF-8");
        let code = text.split("\nmod tests {").next().unwrap_or_default();
        all.push((name, code.to_owned()));
    }
    all
}

/// The string literals of a source, comments and characters passed over.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = code.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            '\'' if chars.peek() == Some(&'"') => {
                chars.next();
            }
            '"' if before != '\\' => {
                let mut literal = String::new();
                while let Some(c) = chars.next() {
                    match c {
                        '"' => break,
                        '\\' => {
                            literal.push(c);
                            literal.extend(chars.next());
                        }
                        c => literal.push(c),
                    }
                }
                found.push(literal);
            }
            _ => {}
        }
        before = c;
    }
    found
}

/// The ids that `t!` says.
fn said(code: &str) -> Vec<&str> {
    let calls = code.split("t!(").skip(1);
    let quoted = calls.filter_map(|rest| rest.trim_start().strip_prefix('"'));
    quoted
        .filter_map(|rest| rest.split('"').next())
        .filter(|id| id.contains('-') || id.chars().all(|c| c.is_ascii_lowercase()))
        .filter(|id| !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        .collect()
}

/// Whether a `t!(` is ours and not the end of `format!(` or `assert!(`.
fn own_calls(code: &str) -> String {
    let mut text = String::new();
    let mut rest = code;
    while let Some(at) = rest.find("t!(") {
        let (before, after) = rest.split_at(at);
        text.push_str(before);
        let part_of_a_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        text.push_str(if part_of_a_word { "T!(" } else { "t!(" });
        rest = after.strip_prefix("t!(").unwrap_or_default();
    }
    text + rest
}

#[test]
fn every_text_that_is_said_is_there() {
    let english = file("en");
    let mut count = 0;
    for (name, code) in sources() {
        for id in said(&own_calls(&code)) {
            count += 1;
            assert!(english.contains_key(id), "{name} says {id}, which en.ftl does not have");
        }
    }
    assert!(count > 600, "the calls are found: {count}");
}

#[test]
fn every_text_is_said() {
    let quoted: BTreeSet<String> = sources().iter().flat_map(|(_, code)| literals(code)).collect();
    for id in file("en").keys() {
        let named = NAMED.iter().any(|kind| id.starts_with(kind));
        let moment = id.starts_with("weekday-") || id.starts_with("month-");
        let own = OTHERS.contains(&id.as_str()) || id.starts_with("moment-");
        assert!(named || moment || own || quoted.contains(id), "nothing says {id}");
    }
}

#[test]
fn every_language_has_every_text_with_the_same_variables() {
    let english = file("en");
    for language in languages() {
        let other = file(language.tag());
        for (id, variables) in &english {
            let there = other.get(id);
            assert!(there.is_some(), "{}.ftl lacks {id}", language.tag());
            assert_eq!(there, Some(variables), "the variables of {id} in {}.ftl", language.tag());
        }
        for id in other.keys() {
            let extra = id.starts_with("language-");
            assert!(extra || english.contains_key(id), "{}.ftl has {id} besides", language.tag());
        }
    }
}

#[test]
fn every_file_of_texts_is_a_language_of_the_window() {
    let known: BTreeSet<String> = languages().iter().map(|l| l.tag().to_owned()).collect();
    let folder = fs::read_dir(root().join("assets/texts")).expect("the folder is there");
    let there: BTreeSet<String> = folder
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    assert_eq!(there, known);
}

/// The names of the model and their kinds, with the ids they are found by.
fn names() -> Vec<(&'static str, String)> {
    use Penalty as P;
    use ReleaseStatus as R;
    use ThemeChoice as T;
    use UnitStatus as U;

    let mut all: Vec<(&str, &str)> = Vec::new();
    all.extend(Role::ALL.iter().map(|role| ("role", role.name())));
    for status in [R::Arrived, R::InAlignment, R::InTranslation, R::InRevision, R::Published] {
        all.push(("release", status.name()));
    }
    for status in [U::Draft, U::Translated, U::Approved, U::Published] {
        all.push(("unit", status.name()));
    }
    for penalty in
        [P::Number, P::Date, P::Mark, P::Case, P::Accents, P::Typography, P::Tags, P::Unreviewed(5)]
    {
        all.push(("penalty", penalty.name()));
    }
    all.extend(diptych::formats::table::Field::ALL.iter().map(|field| ("field", field.name())));
    all.extend([T::System, T::Light, T::Dark].map(|theme| ("theme", theme.name())));
    all.extend(TermKind::ALL.map(|kind| ("term-kind", kind.name())));
    let statuses = [TermStatus::Preferred, TermStatus::Admitted, TermStatus::Forbidden];
    all.extend(statuses.map(|status| ("term-status", status.name())));
    all.into_iter().map(|(kind, name)| (name, id_of(kind, name))).collect()
}

#[test]
fn names_of_the_model_are_said_as_they_stand_there() {
    let english = languages()[0];
    let texts = file("en");
    let mut ids = BTreeSet::new();
    for (name, id) in names() {
        assert!(texts.contains_key(&id), "en.ftl lacks {id}");
        assert_eq!(english.text(&id), Some(name), "{id}");
        ids.insert(id);
    }
    let kinds = ["role-", "penalty-", "field-", "theme-"];
    for id in texts.keys().filter(|id| kinds.iter().any(|kind| id.starts_with(kind))) {
        assert!(ids.contains(id), "nothing has the name {id}");
    }
}

#[test]
fn every_command_has_a_name_in_every_language_and_no_two_share_one() {
    for language in languages() {
        let mut names = BTreeMap::new();
        for info in COMMANDS {
            let id = info.command.text_id();
            let name = language.text(&id);
            let name = name.unwrap_or_default();
            assert!(!name.is_empty(), "{}.ftl lacks {id}", language.tag());
            assert!(language.text(&format!("{id}.words")).is_some(), "{id} has no other words");
            let other = names.insert(name, id);
            assert_eq!(other, None, "two commands are called {name} in {}", language.tag());
        }
    }
    let known: BTreeSet<String> = COMMANDS.iter().map(|info| info.command.text_id()).collect();
    for id in file("en").keys().filter(|id| id.starts_with("command-")) {
        let id = id.trim_end_matches(".words");
        assert!(known.contains(id), "there is no command {id}");
    }
}

#[test]
fn every_change_has_a_name_for_undo() {
    let texts = file("en");
    let mut named = BTreeSet::new();
    for (path, code) in sources() {
        if !path.starts_with("workbench/") {
            continue;
        }
        for opening in ["Patch::of_changes(", "moved_rows(", "Rewrite {", "Patch::new("] {
            for rest in code.split(opening).skip(1) {
                let rest = rest.trim_start().trim_start_matches("name:").trim_start();
                let Some(name) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next())
                else {
                    continue;
                };
                if name.is_empty() {
                    continue;
                }
                let id = id_of("change", name);
                assert!(texts.contains_key(&id), "{path}: the change \"{name}\" has no text {id}");
                named.insert(id);
            }
        }
    }
    assert!(named.len() > 15, "the changes are found: {named:?}");
    let english = languages()[0];
    let quoted: BTreeSet<String> = sources().iter().flat_map(|(_, code)| literals(code)).collect();
    for id in texts.keys().filter(|id| id.starts_with("change-")) {
        assert!(quoted.contains(english.text(id).unwrap_or_default()), "no change is {id}");
    }
}

#[test]
fn languages_have_names_in_every_language() {
    let tags = ["fr", "en", "ru", "ar", "zh", "de", "es", "uk", "ga", "ckb", "pt"];
    for language in languages().into_iter().skip(1) {
        for tag in tags {
            let lang: Lang = tag.parse().expect("a tag");
            let id = id_of("language", lang.base());
            assert!(language.text(&id).is_some(), "{}.ftl lacks {id}", language.tag());
        }
    }
}

/// Whether a literal is a text for people: capitalised, of more than one word.
fn is_text(literal: &str) -> bool {
    let first = literal.chars().next().is_some_and(char::is_uppercase);
    let words =
        literal.split(' ').filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    first && words.count() > 1
}

#[test]
fn no_text_is_left_in_the_code() {
    let mut left = Vec::new();
    for (path, code) in sources() {
        let of_the_window = path.starts_with("ui/") || path.starts_with("workbench/");
        if !of_the_window || WITHOUT_TEXTS.contains(&path.as_str()) {
            continue;
        }
        let texts = literals(&code).into_iter().filter(|literal| is_text(literal));
        let texts = texts.filter(|literal| !NO_TEXTS.iter().any(|word| literal.contains(word)));
        left.extend(texts.map(|literal| format!("{path}: {literal}")));
    }
    assert!(left.is_empty(), "texts belong to assets/texts:\n{}", left.join("\n"));
}

#[test]
fn a_planted_text_is_found() {
    for (literal, expected) in [
        ("Save your changes?", true),
        ("{count} rows", false),
        ("Nothing leaves this machine", true),
        ("go to row", false),
        ("TMX", false),
        ("Noto", false),
    ] {
        assert_eq!(is_text(literal), expected, "{literal}");
    }
    assert_eq!(said(&own_calls("format!(\"a {b}\"); t!(\n \"a-b\", n = 1)")), ["a-b"]);
    assert_eq!(literals("// \"no\"\nf(\"yes\", '\"')"), ["yes"]);
    let variables =
        messages("a =\n    { $n ->\n        [one] { $m } x\n       *[other] { $k }\n    }\n");
    assert_eq!(variables["a"].iter().map(String::as_str).collect::<Vec<_>>(), ["k", "m", "n"]);
}
