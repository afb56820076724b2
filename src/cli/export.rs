//! `diptych export`: the translation in the file it was made from, as text, or as a page.

use serde_json::json;

use super::args::{Export, ExportFormat, ExportUntranslated};
use super::output::json_line;
use super::{Failure, Io, check_free, tell_problems};
use crate::model::{Lang, Project, Translation};
use crate::store;
use crate::workbench::export::{self, Untranslated};
use crate::workbench::pages::{self, GiveBack, Written};

/// Set to anything but nothing, texts that stay as they are go through the writer too.
const FORCE_PATCH: &str = "DIPTYCH_FORCE_PATCH";

/// Writes a translation.
///
/// # Errors
/// The project cannot be read, lacks the file or the translation; a row lacks a code; the file
/// cannot be written.
pub fn run(words: &Export, io: &mut Io<'_>) -> Result<(), Failure> {
    check_free(io.files.as_ref(), &words.output, words.force)?;
    let reading = store::project::open(io.files.as_ref(), &words.project)?;
    tell_problems(io, &words.project, &reading.problems)?;
    let project = reading.value;
    let translation = translation(&project, words.target.as_ref())?;
    let written = match words.format {
        ExportFormat::Same => same(&project, translation, words, io)?,
        ExportFormat::Txt => {
            let empty = words.untranslated == ExportUntranslated::Empty;
            let open = if empty { Untranslated::Empty } else { Untranslated::Source };
            of_text(export::plain_text(&project, translation, open, false))
        }
        ExportFormat::Html => {
            let empty = words.untranslated == ExportUntranslated::Empty;
            of_text(pages::html(&project, translation, empty))
        }
    };
    io.files.write_atomic(&words.output, &written.bytes)?;
    let (done, open) = (written.written, written.untranslated);
    if words.json {
        return json_line(io.out, &json!({"written": done, "untranslated": open}));
    }
    writeln!(io.out, "{}: {done} rows written, {open} untranslated", words.output.display())?;
    Ok(())
}

/// The translation into the language named, or the only one.
pub(super) fn translation<'a>(
    project: &'a Project,
    target: Option<&Lang>,
) -> Result<&'a Translation, Failure> {
    let all = &project.translations;
    let there = || all.iter().map(|of| of.lang().to_string()).collect::<Vec<_>>().join(", ");
    let found = match target {
        Some(lang) => all.iter().find(|of| of.lang().same_base(lang)),
        None if all.len() > 1 => {
            return Err(Failure::Usage(format!("say which with --target: {}", there())));
        }
        None => all.first(),
    };
    found.ok_or_else(|| {
        Failure::Refused(format!("there is no such translation; there is: {}", there()))
    })
}

fn same(
    project: &Project,
    translation: &Translation,
    words: &Export,
    io: &mut Io<'_>,
) -> Result<Written, Failure> {
    let faults = pages::faults(project, translation);
    for fault in &faults {
        writeln!(io.err, "{}: {fault}", words.project.display())?;
    }
    if !faults.is_empty() && !words.force {
        let count = faults.len();
        return Err(Failure::Refused(format!(
            "{count} rows have not the codes of their source; mend them, or add --force to write \
             the file without"
        )));
    }
    let forced = std::env::var_os(FORCE_PATCH).is_some_and(|value| !value.is_empty());
    let empty = words.untranslated == ExportUntranslated::Empty;
    let written = pages::same(project, translation, GiveBack { empty, forced });
    written.map_err(|error| Failure::Refused(error.to_string()))
}

fn of_text(export: export::Export) -> Written {
    let export::Export { text, written, untranslated } = export;
    Written { bytes: text.into_bytes(), written, untranslated }
}
