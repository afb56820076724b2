//! `diptych terms`: looking at, filling and converting termbases, and finding terms in a text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::{Pair, TermsAction};
use super::output::{json_line, problems};
use super::{Failure, Io, check_free, tell_problems};
use crate::model::{Concept, Lang, Reading};
use crate::store;
use crate::terms::{Recogniser, doubts};
use crate::workbench::{opening, terms};

/// Carries out a `terms` command.
///
/// # Errors
/// A file cannot be read or written, or the words do not fit.
pub fn run(action: &TermsAction, io: &mut Io<'_>) -> Result<(), Failure> {
    match action {
        TermsAction::Info { terms, json } => info(terms, *json, io),
        TermsAction::Import { file, output, pair, json } => import(file, output, pair, *json, io),
        TermsAction::Export { terms, output, force, json } => {
            check_free(io.files.as_ref(), output, *force)?;
            export(terms, output, *json, io)
        }
        TermsAction::Find { file, terms, lang, json } => find(file, terms, lang, *json, io),
    }
}

fn info(path: &Path, json: bool, io: &mut Io<'_>) -> Result<(), Failure> {
    let reading = store::terms::open(io.files.as_ref(), path)?;
    let base = &reading.value;
    let mut langs: BTreeMap<&str, usize> = BTreeMap::new();
    for term in base.live().flat_map(|concept| &concept.terms) {
        *langs.entry(term.lang.as_str()).or_default() += 1;
    }
    let doubts: Vec<String> = doubts(base).iter().map(ToString::to_string).collect();
    let concepts = base.live().count();
    if json {
        let object = json!({
            "name": base.header.name, "concepts": concepts, "terms": langs,
            "doubts": doubts, "problems": problems(&reading.problems),
        });
        return json_line(io.out, &object);
    }
    writeln!(io.out, "name      {}", base.header.name)?;
    writeln!(io.out, "concepts  {concepts}")?;
    let langs: Vec<String> = langs.iter().map(|(lang, count)| format!("{lang} {count}")).collect();
    writeln!(io.out, "terms     {}", langs.join(", "))?;
    for doubt in &doubts {
        writeln!(io.out, "doubtful  {doubt}")?;
    }
    tell_problems(io, path, &reading.problems)
}

fn import(
    file: &Path,
    output: &Path,
    pair: &Pair,
    json: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let named = pair.source.as_ref().zip(pair.target.as_ref());
    let files = io.files.clone();
    let imported = terms::import(files.as_ref(), file, output, named, &mut io.env)?;
    let kept = imported.merged.added + imported.merged.updated;
    if json {
        let object = json!({
            "read": imported.read, "kept": kept, "skipped": imported.read - kept,
            "added": imported.merged.added, "updated": imported.merged.updated,
            "problems": problems(&imported.problems),
        });
        return json_line(io.out, &object);
    }
    tell_problems(io, file, &imported.problems)?;
    let (read, added, updated) = (imported.read, imported.merged.added, imported.merged.updated);
    writeln!(io.out, "{read} concepts read, {added} added, {updated} updated")?;
    Ok(())
}

fn export(path: &Path, output: &Path, json: bool, io: &mut Io<'_>) -> Result<(), Failure> {
    let base = store::terms::open(io.files.as_ref(), path)?.value;
    let lang = base.live().find_map(|concept| concept.terms.first()).map(|term| term.lang.clone());
    let Some(lang) = lang else {
        return Err(Failure::Refused(format!("there is no term in it: {}", path.display())));
    };
    let Some(Reading { value, problems: told }) = terms::export(&base, output, &lang) else {
        return Err(Failure::Usage("a termbase is written as .csv, .tbx or .terms.ron".to_owned()));
    };
    io.files.write_atomic(output, value.as_bytes())?;
    let written = base.live().count();
    if json {
        return json_line(io.out, &json!({"written": written, "problems": problems(&told)}));
    }
    tell_problems(io, output, &told)?;
    writeln!(io.out, "{written} concepts written")?;
    Ok(())
}

/// Finds terms in a text, line by line.
fn find(
    file: &Path,
    paths: &[PathBuf],
    lang: &Lang,
    json: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let text = opening::read_text(io.files.as_ref(), file)?;
    let Reading { value: concepts, problems } = terms::open_all(io.files.as_ref(), paths)?;
    for problem in problems {
        writeln!(io.err, "{problem}")?;
    }
    let recogniser = Recogniser::of(&concepts, lang, None, "");
    for (number, line) in text.text.lines().enumerate() {
        for term in recogniser.find(line) {
            let found = line.get(term.range.clone()).unwrap_or_default();
            let scalars = |end: usize| line.get(..end).map_or(0, |head| head.chars().count());
            let named: Vec<&Concept> =
                term.terms.iter().filter_map(|at| concepts.get(at.concept)).collect();
            if json {
                let concepts: Vec<Value> = named.iter().map(|concept| object(concept)).collect();
                let object = json!({
                    "line": number, "start": scalars(term.range.start), "end": scalars(term.range.end),
                    "text": found, "concepts": concepts,
                });
                json_line(io.out, &object)?;
            } else {
                let others = named.iter().map(|concept| renderings(concept, lang));
                let others = others.collect::<Vec<_>>().join("; ");
                writeln!(io.out, "{}: {found} → {others}", number + 1)?;
            }
        }
    }
    Ok(())
}

fn object(concept: &Concept) -> Value {
    let terms = concept.terms.iter().map(
        |term| json!({"lang": term.lang.as_str(), "text": term.text, "status": term.status.name()}),
    );
    json!({"id": concept.id.to_string(), "kind": concept.kind.name(), "terms": terms.collect::<Vec<_>>()})
}

/// A concept's names in other languages.
fn renderings(concept: &Concept, lang: &Lang) -> String {
    let others = concept.terms.iter().filter(|term| !term.lang.same_base(lang));
    let others = others.map(|term| format!("{} ({})", term.text, term.lang));
    others.collect::<Vec<_>>().join(", ")
}
