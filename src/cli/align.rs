//! `diptych align`: two versions of a text, sentence by sentence.

use std::io::Write;
use std::path::Path;

use serde_json::json;

use super::args::Align;
use super::output::{json_line, short, table};
use super::taught::Taught;
use super::{Failure, Io, check_free, tell_problems};
use crate::model::{Document, Link, Project, Translation, Unwatched};
use crate::store;
use crate::text::segment::Cutting;
use crate::workbench::counts::SURE;
use crate::workbench::lessons::Lessons;
use crate::workbench::library::{Kind, Languages, Library};
use crate::workbench::{Env, Session, intake, opening, pivot};

/// Aligns two texts, prints the beads, and saves what was asked for.
///
/// # Errors
/// A text or memory cannot be read, or a file cannot be written.
pub fn run(words: &Align, io: &mut Io<'_>) -> Result<(), Failure> {
    if let Some(output) = &words.output {
        check_free(io.files.as_ref(), output, words.force)?;
    }
    let (source, target) = documents(words, io)?;
    let mut shelves = Library::new(std::sync::Arc::clone(&io.files), std::path::PathBuf::new());
    for path in &words.memory {
        let languages = Some((Some(source.lang.clone()), Some(target.lang.clone())));
        let opened = opening::open_memory(io.files.as_ref(), path, languages, &mut io.env)?;
        tell_problems(io, path, &opened.problems)?;
        shelves.put_opened(opened, Kind::Shared);
    }
    let lexicon =
        Lessons::of(&shelves, &source.lang, &target.lang).learn(&Unwatched).ok().flatten();
    let project = match &words.via {
        Some(path) => {
            let pivot = read(path, words.encoding.as_deref(), None, words.segmented, io)?;
            pivot::through(source, &pivot, target, &Unwatched, &mut io.env)
        }
        None => intake::from_two(source, target, lexicon.as_ref(), &Unwatched, &mut io.env),
    };
    let project = project.map_err(|error| Failure::Refused(error.to_string()))?;
    if let Some(output) = &words.output {
        store::project::save(io.files.as_ref(), &store::Home::find()?, output, &project)?;
        writeln!(io.err, "project saved: {}", output.display())?;
    }
    if let Some(memory) = &words.add_to {
        add(&project, memory, io)?;
    }
    // Last: whoever reads the output may stop reading.
    print(words.json, &project, io.out)
}

/// The two sides: two files, or one whose paragraphs are in two languages in turn.
fn documents(words: &Align, io: &mut Io<'_>) -> Result<(Document, Document), Failure> {
    let encoding = words.encoding.as_deref();
    if let Some(target) = &words.target_file {
        let other = words.target_encoding.as_deref().or(encoding);
        let (langs, segmented) = (&words.pair, words.segmented);
        let source = read(&words.source_file, encoding, langs.source.as_ref(), segmented, io)?;
        let target = read(target, other, langs.target.as_ref(), segmented, io)?;
        return Ok((source, target));
    }
    let path = &words.source_file;
    let taught = Taught::find(io)?;
    let text = opening::read_text_as(io.files.as_ref(), path, encoding)?;
    if !text.note.is_empty() {
        writeln!(io.err, "{}: {}", path.display(), text.note)?;
    }
    let Some((first, second)) =
        intake::parted(&text.text, &text.name, taught.cutting(), &mut io.env)
    else {
        return Err(Failure::Refused(format!(
            "{}: its paragraphs are not in two languages in turn; name a second file",
            path.display()
        )));
    };
    let (first, second) = (taught.with_roles(first), taught.with_roles(second));
    let (one, two) = (first.lang.english_name(), second.lang.english_name());
    writeln!(io.err, "{}: {one} and {two} paragraphs alternate", path.display())?;
    let is = |lang: &Option<crate::model::Lang>, document: &Document| {
        lang.as_ref().is_some_and(|lang| lang.same_base(&document.lang))
    };
    let turned = is(&words.pair.source, &second) || is(&words.pair.target, &first);
    Ok(if turned { (second, first) } else { (first, second) })
}

/// Reads one side, telling on stderr what was guessed.
fn read(
    path: &Path,
    encoding: Option<&str>,
    lang: Option<&crate::model::Lang>,
    segmented: bool,
    io: &mut Io<'_>,
) -> Result<Document, Failure> {
    let text = opening::read_text_as(io.files.as_ref(), path, encoding)?;
    if !text.note.is_empty() {
        writeln!(io.err, "{}: {}", path.display(), text.note)?;
    }
    let document = if segmented {
        let cutting = Cutting::default();
        let reading = intake::Reading { name: text.name, lang: lang.cloned(), segmented, cutting };
        intake::document(&text.text, &reading, &mut io.env)
    } else {
        Taught::find(io)?.document(&text, lang, io)
    };
    if let Some(other) = lang.and_then(|lang| intake::other_language(&text.text, lang)) {
        writeln!(io.err, "{}: {other}", path.display())?;
    }
    if lang.is_none() {
        let name = document.lang.english_name();
        writeln!(io.err, "{}: language guessed: {} ({name})", path.display(), document.lang)?;
    }
    Ok(document)
}

/// Prints the beads of the first translation.
pub(super) fn print(json: bool, project: &Project, out: &mut dyn Write) -> Result<(), Failure> {
    let Some(translation) = project.translations.first() else { return Ok(()) };
    let session = Session::new(project.clone(), None, Env::system(""));
    let mut rows = table(&["Row", "Link", "Source", "Target"]);
    for (row, indexes) in bead_indexes(translation).into_iter().enumerate() {
        let Some(bead) = translation.beads.get(row) else { break };
        let confidence = bead.link.confidence();
        if json {
            let confidence = (f64::from(confidence) * 1000.0).round() / 1000.0;
            let (source, target) = indexes;
            let object = json!({"source": source, "target": target, "confidence": confidence});
            json_line(out, &object)?;
        } else {
            let content = session.rows().is_content(row);
            let link = match bead.link {
                _ if !content => "not content".to_owned(),
                Link::Accepted => "accepted".to_owned(),
                Link::Guessed { .. } => format!("{confidence:.2}"),
            };
            let source = short(&session.source_text(row), 70);
            let target = short(&bead.target_text(), 70);
            rows.add_row([bead.number.to_string(), link, source, target]);
        }
    }
    if !json {
        writeln!(out, "{rows}")?;
    }
    Ok(())
}

/// The segments of each bead by their place in the texts, from 0.
fn bead_indexes(translation: &Translation) -> Vec<(Vec<usize>, Vec<usize>)> {
    let (mut source, mut target) = (0, 0);
    let mut all = Vec::with_capacity(translation.beads.len());
    for bead in &translation.beads {
        let sources = source..source + bead.source.len();
        let targets = target..target + bead.target.segments().len();
        (source, target) = (sources.end, targets.end);
        all.push((sources.collect(), targets.collect()));
    }
    all
}

/// Adds the accepted and the confident beads to a memory file.
pub(super) fn add(project: &Project, path: &Path, io: &mut Io<'_>) -> Result<(), Failure> {
    let mut session = Session::new(project.clone(), None, Env::system(&io.env.author));
    // Nothing sure is no fault: the memory is then left as it is.
    let sure = session.accept_sure().unwrap_or(0);
    let mut shelves = Library::new(std::sync::Arc::clone(&io.files), std::path::PathBuf::new());
    let pair = session.pair().map_err(|refused| Failure::Refused(refused.to_string()))?;
    let id = open_or_make(path, &pair, &mut shelves, io)?;
    let harvest = session
        .add_to_memory(id, None, &mut shelves)
        .map_err(|refused| Failure::Refused(refused.to_string()))?;
    shelves.save_pending()?;
    let (path, sentence) = (path.display(), harvest.sentence());
    writeln!(io.err, "{path}: {sentence} ({sure} links from {SURE:.2} taken)")?;
    Ok(())
}

/// Puts a memory file on the shelf; where there is none it is made when something
/// is written.
pub(super) fn open_or_make(
    path: &Path,
    pair: &Languages,
    shelves: &mut Library,
    io: &mut Io<'_>,
) -> Result<crate::model::MemoryId, Failure> {
    if io.files.exists(path) {
        let languages = Some((Some(pair.source.clone()), Some(pair.target.clone())));
        let opened = opening::open_memory(io.files.as_ref(), path, languages, &mut io.env)?;
        tell_problems(io, path, &opened.problems)?;
        if opened.path.is_none() {
            return Err(Failure::Refused(format!(
                "{} is not a memory of Diptych; import it first: diptych memory import",
                path.display()
            )));
        }
        let header = opened.memory.header();
        let (source, target) = (&header.source, &header.target);
        if !source.same_base(&pair.source) || !target.same_base(&pair.target) {
            return Err(Failure::Refused(format!(
                "the memory holds {source} to {target}, not {} to {}; name another memory: {}",
                pair.source,
                pair.target,
                path.display()
            )));
        }
        let id = header.id;
        shelves.put_opened(opened, Kind::Shared);
        return Ok(id);
    }
    Ok(shelves.make(path, pair, &mut io.env))
}
