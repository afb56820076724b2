//! Termbases from other people's files and into them.
//!
//! What a file is goes by its content: a termbase of ours, TBX by its first element, a workbook
//! by its signature, else a table of text. New concepts get ids of ours; those that a table
//! says keep theirs, so that a table that went out comes back as the same concepts. A concept
//! of a TBX is the same one as in the termbase where kind and all terms are.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::env::Env;
use super::opening;
use super::termbases::plan::content;
use crate::formats::table::{Row, csv, terms as table, xlsx};
use crate::formats::{tbx, terms_ron};
use crate::model::{Concept, ConceptId, Lang, Merged, Problem, Reading, Termbase, TermbaseId};
use crate::store::{self, Files, StoreError};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Concepts that the file has.
    pub read: usize,
    /// What became of them.
    pub merged: Merged,
    /// What was passed over.
    pub problems: Vec<Problem>,
}

/// The concepts of a file, with ids.
///
/// # Errors
/// The file cannot be read, or has no terms in any form.
pub fn read(
    files: &dyn Files,
    path: &Path,
    pair: Option<(&Lang, &Lang)>,
    env: &mut Env,
) -> Result<Reading<Vec<Concept>>, StoreError> {
    let bytes = files.read(path)?;
    let start =
        String::from_utf8_lossy(bytes.get(..bytes.len().min(LOOK_BYTES)).unwrap_or_default())
            .into_owned();
    if start.trim_start_matches('\u{feff}').trim_start().starts_with("(format") {
        let Reading { value, problems } = store::terms::open(files, path)?;
        return Ok(Reading { value: value.concepts, problems });
    }
    let wrong = |source| StoreError::format(path, source);
    if start.contains("<martif") || start.contains("<tbx") || start.contains("<TBX") {
        let Reading { value, problems } = tbx::read(bytes.as_slice()).map_err(wrong)?;
        let value = value.into_iter().map(|entry| with_id(entry.concept, None, env)).collect();
        return Ok(Reading { value, problems });
    }
    let Reading { value: rows, mut problems } = rows(files, path, &bytes)?;
    let mut reading = table::read(&rows, pair);
    problems.append(&mut reading.problems);
    let value = reading.value.into_iter().map(|row| with_id(row.concept, row.id, env)).collect();
    Ok(Reading { value, problems })
}

/// Bytes that say what a file is: a DOCTYPE and remarks may stand before its first element.
const LOOK_BYTES: usize = 4096;

/// The rows of a table.
fn rows(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<Reading<Vec<Row>>, StoreError> {
    if bytes.starts_with(b"PK\x03\x04") {
        let Reading { value, problems } =
            xlsx::read(bytes, None).map_err(|source| StoreError::format(path, source))?;
        return Ok(Reading { value: value.rows, problems });
    }
    let text = opening::read_text(files, path)?;
    let name = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    let unquoted = matches!(name.as_deref(), Some("tsv" | "tab" | "utf8"));
    let lines = text.text.trim_start_matches('\u{feff}');
    Ok(if unquoted { csv::read_unquoted(lines, '\t') } else { csv::read(lines, None) })
}

fn with_id(concept: Concept, id: Option<ConceptId>, env: &mut Env) -> Concept {
    let id = id.unwrap_or_else(|| ConceptId::fresh(env.ids()));
    Concept { id, ..concept }
}

/// Takes the concepts of a file into the termbase at `output`, which is made where there is none.
///
/// # Errors
/// The file or the termbase cannot be read, or the termbase not written.
pub fn import(
    files: &dyn Files,
    from: &Path,
    output: &Path,
    pair: Option<(&Lang, &Lang)>,
    env: &mut Env,
) -> Result<Imported, StoreError> {
    let Reading { value: concepts, problems } = read(files, from, pair, env)?;
    let mut base = if files.exists(output) {
        store::terms::open(files, output)?.value
    } else {
        let name = output.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let name = name.strip_suffix(store::terms::TERMS).unwrap_or(&name).to_owned();
        Termbase::new(TermbaseId::fresh(env.ids()), name)
    };
    let read = concepts.len();
    let known: HashSet<String> = base.live().map(content).collect();
    let mut theirs = Termbase::new(base.header.id, String::new());
    theirs.concepts =
        concepts.into_iter().filter(|concept| !known.contains(&content(concept))).collect();
    let now = env.now();
    for concept in &mut theirs.concepts {
        concept.changed.get_or_insert(now);
    }
    let merged = base.merge(&theirs);
    store::terms::save(files, output, &base)?;
    Ok(Imported { read, merged, problems })
}

/// The text of a termbase in the format that a file's name ends with; `None` for one that is
/// not written. What the format cannot hold is told.
#[must_use]
pub fn export(base: &Termbase, output: &Path, lang: &Lang) -> Option<Reading<String>> {
    let concepts: Vec<&Concept> = base.live().collect();
    let ending = output.extension()?.to_string_lossy().to_lowercase();
    Some(match ending.as_str() {
        "csv" => {
            let Reading { value, problems } = table::write(&concepts);
            let value = csv::write(value.iter().map(|row| row.iter().map(String::as_str)));
            Reading { value, problems }
        }
        "tbx" | "xml" => tbx::write(&concepts, lang),
        "ron" => Reading::clean(terms_ron::write(base)),
        _ => return None,
    })
}

/// The concepts of termbases together, in their order.
///
/// # Errors
/// One cannot be read.
pub fn open_all(files: &dyn Files, paths: &[PathBuf]) -> Result<Reading<Vec<Concept>>, StoreError> {
    let (mut value, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        let reading = store::terms::open(files, path)?;
        let named = |problem: Problem| Problem {
            cause: format!("{}: {}", path.display(), problem.cause),
            ..problem
        };
        problems.extend(reading.problems.into_iter().map(named));
        value.extend(reading.value.concepts.into_iter().filter(|concept| !concept.deleted));
    }
    Ok(Reading { value, problems })
}
