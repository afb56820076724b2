//! `diptych pairs`: which files are one release in several languages.

use std::path::Path;

use serde_json::json;

use super::args::Pairs;
use super::output::{json_line, table};
use super::{Failure, Io};
use crate::release::facts;
use crate::release::pairing::{self, Candidate};
use crate::workbench::{intake, opening};

/// Prints the pairs, each with the reason, and the files that are left. A file that cannot be
/// read is told and left out.
///
/// # Errors
/// The output cannot be written.
pub fn run(words: &Pairs, io: &mut Io<'_>) -> Result<(), Failure> {
    let mut files = Vec::new();
    let mut candidates = Vec::new();
    for path in &words.files {
        match candidate(path, io) {
            Ok(candidate) => {
                candidates.push(candidate);
                files.push(path.display().to_string());
            }
            Err(error) => writeln!(io.err, "{error}")?,
        }
    }
    let pairing = pairing::pair(&candidates);
    let name = |place: usize| files.get(place).map_or("", String::as_str);
    let mut rows = table(&["Source", "Target", "Why"]);
    for pair in &pairing.pairs {
        let (source, target) = (name(pair.source), name(pair.target));
        let reason = pair.reason.to_string();
        if words.json {
            json_line(io.out, &json!({"source": source, "target": target, "reason": reason}))?;
        } else {
            rows.add_row([source, target, &reason]);
        }
    }
    for (place, why) in &pairing.unpaired {
        if words.json {
            json_line(io.out, &json!({"unpaired": name(*place), "reason": why}))?;
        } else {
            rows.add_row([name(*place), "", why.as_str()]);
        }
    }
    if !words.json {
        writeln!(io.out, "{rows}")?;
    }
    Ok(())
}

fn candidate(path: &Path, io: &mut Io<'_>) -> Result<Candidate, Failure> {
    let text = opening::read_text(io.files.as_ref(), path)?;
    let document = intake::document_of(&text, &intake::Reading::default(), &mut io.env);
    Ok(Candidate { name: text.name, release: facts::of(&document), lang: document.lang })
}
