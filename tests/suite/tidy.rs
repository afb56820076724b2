//! The architecture as a test: who may import whom, who may touch what, and that
//! every file says what it is. Reads the sources; the rules are the tables below,
//! the same as in `docs/architecture.md`.

use std::fs;
use std::path::{Path, PathBuf};

/// What the command line and the window may import.
const ABOVE_ALL: &[&str] = &[
    "model",
    "text",
    "release",
    "align",
    "memory",
    "formats",
    "terms",
    "qa",
    "store",
    "texts",
    "workbench",
];

/// Each layer and the layers it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("release", &["model", "text"]),
    ("align", &["model", "text"]),
    ("memory", &["model", "text"]),
    ("formats", &["model", "text"]),
    ("terms", &["model", "text"]),
    ("qa", &["model", "text", "release", "terms"]),
    ("texts", &["model"]),
    ("store", &["model", "formats", "texts"]),
    (
        "workbench",
        &[
            "model", "text", "release", "align", "memory", "formats", "terms", "qa", "store",
            "texts",
        ],
    ),
    ("cli", ABOVE_ALL),
    ("ui", ABOVE_ALL),
];

/// What only some layers may name: the needle, and the layers.
const RESERVED: &[(&str, &[&str])] = &[
    ("egui::", &["ui"]),
    ("eframe::", &["ui"]),
    ("rfd::", &["ui"]),
    ("ron::", &["formats"]),
    ("std::fs", &["store"]),
    ("quick_xml::", &["formats"]),
    ("calamine::", &["formats"]),
    ("zip::", &["formats"]),
    ("clap::", &["cli"]),
];

/// What is wrong with one source file of the library. `path` is relative to `src`.
fn faults(path: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !source.starts_with("//!") {
        faults.push(format!("{path} does not open with //!"));
    }
    let Some((layer, _)) = path.split_once('/') else { return faults };
    let code = without_comments(source);
    let allowed = LAYERS.iter().find(|(name, _)| *name == layer).map(|(_, allowed)| *allowed);
    let Some(allowed) = allowed else {
        faults.push(format!("{path} is in no known layer"));
        return faults;
    };
    for named in layers_named(&code) {
        if named != layer && !allowed.contains(&named.as_str()) {
            faults.push(format!("{path} ({layer}) imports {named}"));
        }
    }
    for (needle, layers) in RESERVED {
        if !layers.contains(&layer) && names(&code, needle) {
            faults.push(format!("{path} ({layer}) names {needle}"));
        }
    }
    faults
}

/// Whether `code` names a crate path, not merely a longer one that ends so.
fn names(code: &str, needle: &str) -> bool {
    code.match_indices(needle).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

/// The layers that `crate::…` paths name, braces included: `crate::{model::Lang, text}`.
fn layers_named(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let mut word = String::new();
            let mut at_head = true;
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                if depth == 1 && (c.is_alphanumeric() || c == '_') && at_head {
                    word.push(c);
                } else {
                    if !word.is_empty() {
                        found.push(std::mem::take(&mut word));
                        at_head = false;
                    }
                    if depth == 1 && c == ',' {
                        at_head = true;
                    }
                }
                if depth == 0 {
                    break;
                }
            }
        } else {
            found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    found.retain(|name| LAYERS.iter().any(|(layer, _)| layer == name));
    found
}

/// The source without line comments (doc links may name any layer).
fn without_comments(source: &str) -> String {
    let lines = source.lines().map(|line| match line.find("//") {
        Some(at) if !line[..at].ends_with(':') => &line[..at],
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn layers_import_only_what_they_may() {
    let source = root().join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    assert!(files.len() > 40, "the sources are found: {}", files.len());
    let mut all = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("source is UTF-8");
        let name = path.strip_prefix(&source).expect("inside src").to_string_lossy().into_owned();
        all.extend(faults(&name, &text));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_test_and_bench_says_what_it_is() {
    let mut files = Vec::new();
    for folder in ["tests", "benches"] {
        let folder = root().join(folder);
        if folder.is_dir() {
            rust_files(&folder, &mut files);
        }
    }
    for path in files {
        let text = fs::read_to_string(&path).expect("source is UTF-8");
        assert!(text.starts_with("//!"), "{} does not open with //!", path.display());
    }
}

#[test]
fn a_planted_fault_is_found() {
    let cases = [
        ("text/a.rs", "//! A.\nuse crate::memory::Memory;", "imports memory"),
        ("text/a.rs", "//! A.\nuse crate::{model::Lang, align};", "imports align"),
        ("align/a.rs", "//! A.\nfn f() { crate::memory::g() }", "imports memory"),
        ("ui/a.rs", "//! A.\nuse crate::cli::run;", "imports cli"),
        ("workbench/a.rs", "//! A.\nuse egui::Ui;", "names egui::"),
        ("memory/a.rs", "//! A.\nuse std::fs;", "names std::fs"),
        ("store/a.rs", "//! A.\nlet x = ron::to_string(&y);", "names ron::"),
        ("model/a.rs", "use serde::Serialize;", "does not open"),
        ("plugins/a.rs", "//! A.", "no known layer"),
    ];
    for (path, source, expected) in cases {
        let found = faults(path, source);
        assert!(found.iter().any(|fault| fault.contains(expected)), "{path}: {found:?}");
    }
}

#[test]
fn what_is_allowed_is_not_found() {
    let cases = [
        ("text/a.rs", "//! A.\nuse crate::model::Lang;\nuse crate::text::fold;"),
        ("text/a.rs", "//! See [`crate::memory`].\n// crate::align\nuse crate::{model::{Lang}};"),
        ("formats/a.rs", "//! A.\nuse ron::Value; let x = neutron::y();"),
        ("store/a.rs", "//! A.\nuse std::fs;"),
        ("lib.rs", "//! A.\npub mod align;"),
    ];
    for (path, source) in cases {
        assert_eq!(faults(path, source), Vec::<String>::new(), "{path}");
    }
}
