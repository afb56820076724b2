//! `diptych pretranslate`: the open rows of a project filled from memories.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::analyse::amount;
use super::args::Pretranslate;
use super::output::{Terminal, json_line};
use super::{Failure, Io, check_free, memories};
use crate::memory::Band;
use crate::store::{self, Home};
use crate::workbench::archive::harvest;
use crate::workbench::bulk::{Bulk, Choice};
use crate::workbench::library::Library;
use crate::workbench::pretranslating::Pretranslated;
use crate::workbench::{Env, Session};

/// Fills the open rows of each translation that the memories serve, saves the project, and
/// says what was filled.
///
/// # Errors
/// The project or a memory cannot be read, no memory serves it, or it cannot be saved.
pub fn run(words: &Pretranslate, io: &mut Io<'_>) -> Result<(), Failure> {
    if let Some(output) = &words.output {
        check_free(io.files.as_ref(), output, words.force)?;
    }
    let home = Home::find()?;
    let author = io.env.author.clone();
    let taken = harvest::take(io.files.as_ref(), &home, &words.project, Env::system(&author));
    let mut taken = taken.map_err(Failure::Refused)?;
    let source = taken.session.source_lang().clone();
    let library = memories::library(&words.memory, Some(&source), &words.pair, io)?;
    let done = fill(words, &mut taken.session, &library)?;
    let project = taken.session.snapshot();
    if let Some(output) = &words.output {
        store::project::save(io.files.as_ref(), &home, output, &project)?;
    } else if taken.session.is_dirty() {
        let saved = (words.project.as_path(), taken.stamp, &project);
        harvest::put_back(io.files.as_ref(), &home, saved).map_err(Failure::Refused)?;
    }
    for (target, done) in done {
        print(words.json, &target, &done, io.out)?;
    }
    Ok(())
}

/// Fills each wanted translation; its language and what was done.
fn fill(
    words: &Pretranslate,
    session: &mut Session,
    library: &Library,
) -> Result<Vec<(String, Pretranslated)>, Failure> {
    let refused = |error: crate::workbench::Refused| Failure::Refused(error.to_string());
    let choice = Choice { repaired: !words.no_repaired, ..Choice::all_from(words.threshold) };
    let translations: Vec<_> = session.project().translations.iter().map(|of| of.id).collect();
    let mut done = Vec::new();
    for id in translations {
        session.show_translation(id);
        let pair = session.pair().map_err(refused)?;
        let wanted = words.pair.target.as_ref().is_none_or(|named| named.same_base(&pair.target));
        if !wanted || library.of_pair(&pair.source, &pair.target).next().is_none() {
            continue;
        }
        let rows = session.rows_to_fill();
        let found = library
            .best_of(rows.clone(), &choice, &pair, &Terminal::of("rows"))
            .map_err(|error| Failure::Refused(error.to_string()))?;
        let found: Vec<_> = rows.into_iter().zip(found).collect();
        done.push((pair.target.to_string(), session.pretranslate(&found).map_err(refused)?));
    }
    if done.is_empty() {
        let source = session.source_lang().english_name();
        return Err(Failure::Refused(format!("no memory serves a translation from {source}")));
    }
    Ok(done)
}

fn print(
    json: bool,
    target: &str,
    done: &Pretranslated,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if json {
        let bands: Map<String, Value> = Band::ALL
            .into_iter()
            .filter(|band| *band != Band::Below)
            .map(|band| (band.key().to_owned(), amount(done.of(band))))
            .collect();
        let line = json!({
            "target": target,
            "bands": bands,
            "filled": amount(done.filled()),
            "repaired": amount(done.repaired),
            "without_match": amount(done.without_match),
            "locked": amount(done.locked),
        });
        return json_line(out, &line);
    }
    writeln!(out, "{target}: {}", done.sentence())?;
    for band in Band::ALL.into_iter().filter(|band| done.of(*band).segments > 0) {
        let amount = done.of(band);
        writeln!(
            out,
            "  {:<6} {:>6} rows {:>7} words",
            band.name(),
            amount.segments,
            amount.volume.words
        )?;
    }
    Ok(())
}
