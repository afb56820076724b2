//! `diptych import`: a file made a project to be translated, which keeps the file.

use serde_json::json;

use super::args::Import;
use super::output::{json_line, problems};
use super::taught::Taught;
use super::{Failure, Io, check_free, tell_problems};
use crate::formats::pages;
use crate::store::{self, Home, StoreError};
use crate::workbench::intake::Reading;
use crate::workbench::{opening, pages as translated};

/// Takes a file in and saves the project.
///
/// # Errors
/// The file cannot be read or is no text to translate, or the project cannot be saved.
pub fn run(words: &Import, io: &mut Io<'_>) -> Result<(), Failure> {
    check_free(io.files.as_ref(), &words.output, words.force)?;
    let path = words.file.as_path();
    let found = opening::format(io.files.as_ref(), path)?;
    let Some(format) = pages::of(found) else {
        let what = found.name();
        let path = path.display();
        return Err(Failure::Refused(format!("{path} is a {what} file, not a text to translate")));
    };
    let bytes = io.files.read(path)?;
    let taught = Taught::find(io)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let reading = Reading {
        name: name.unwrap_or_default(),
        lang: words.source.clone(),
        segmented: false,
        cutting: taught.cutting().clone(),
    };
    let made = translated::import(
        (format, words.encoding.as_deref()),
        bytes,
        &reading,
        words.target.clone(),
        taught.all(),
        &mut io.env,
    );
    let made = made.map_err(|error| StoreError::format(path, error))?;
    tell_problems(io, path, &made.problems)?;
    if words.source.is_none() {
        let lang = &made.project.source.lang;
        writeln!(io.err, "{}: language guessed: {lang} ({})", path.display(), lang.english_name())?;
    }
    store::project::save(io.files.as_ref(), &Home::find()?, &words.output, &made.project)?;
    let (encoding, blocks, segments) = (made.encoding, made.blocks, made.segments);
    if words.json {
        let line = json!({
            "format": format.name(),
            "encoding": encoding,
            "blocks": blocks,
            "segments": segments,
            "words": made.words,
            "problems": problems(&made.problems),
        });
        return json_line(io.out, &line);
    }
    let output = words.output.display();
    writeln!(
        io.out,
        "{output}: {} ({encoding}), {blocks} blocks, {segments} segments, {} words",
        found.name(),
        made.words
    )?;
    Ok(())
}
