//! `diptych segment`: the sentences of a text.

use std::ops::Range;
use std::path::Path;

use serde_json::json;

use super::args::Segment;
use super::output::{json_line, short, table};
use super::taught::Taught;
use super::{Failure, Io, tell_problems};
use crate::formats::srx::{self, Srx};
use crate::model::{Block, Lang};
use crate::store::StoreError;
use crate::text::segment::Piece;
use crate::workbench::opening;

/// Prints every segment of a text with its block, role, line and language.
///
/// # Errors
/// The text or the rules cannot be read.
pub fn run(words: &Segment, io: &mut Io<'_>) -> Result<(), Failure> {
    let rules = words.srx.as_deref().map(|path| read_rules(path, io)).transpose()?;
    let text = opening::read_text_as(io.files.as_ref(), &words.file, words.encoding.as_deref())?;
    if !text.note.is_empty() {
        writeln!(io.err, "{}: {}", words.file.display(), text.note)?;
    }
    let document = Taught::find(io)?.document(&text, words.lang.as_ref(), io);
    if words.lang.is_none() {
        let (tag, name) = (document.lang.as_str(), document.lang.english_name());
        writeln!(io.err, "{}: language guessed: {tag} ({name})", words.file.display())?;
    }
    let mut rows = table(&["Block", "Role", "Lang", "Sentence"]);
    for (place, block) in document.blocks.iter().enumerate() {
        let lang = document.lang_of(block).as_str();
        let mut line = block.line;
        for (text, after) in segments(block, document.lang_of(block), rules.as_ref()) {
            if words.json {
                let role = block.role.name();
                let object =
                    json!({"text": text, "block": place, "role": role, "line": line, "lang": lang});
                json_line(io.out, &object)?;
            } else {
                let number = place.to_string();
                let text = short(&text.replace('\n', " "), 120);
                rows.add_row([number.as_str(), block.role.name(), lang, text.as_str()]);
            }
            line += text.matches('\n').count() + after.matches('\n').count();
        }
    }
    if !words.json {
        writeln!(io.out, "{rows}")?;
    }
    Ok(())
}

/// Reads a file of rules; what cannot be used of it is told.
///
/// # Errors
/// It cannot be read, or has no usable rule.
pub(super) fn read_rules(path: &Path, io: &mut Io<'_>) -> Result<Srx, Failure> {
    let bytes = io.files.read(path)?;
    let reading = srx::read(bytes.as_slice()).map_err(|error| StoreError::format(path, error))?;
    tell_problems(io, path, &reading.problems)?;
    let Srx { read, skipped, .. } = reading.value;
    if skipped > 0 {
        writeln!(io.err, "{}: {} of {read} rules are used", path.display(), read - skipped)?;
    }
    Ok(reading.value)
}

/// The segments of a block with the white space after each: its own, or those of a rule file.
fn segments(block: &Block, lang: &Lang, rules: Option<&Srx>) -> Vec<(String, String)> {
    let own = block.segments.iter();
    let Some(srx) = rules else {
        return own.map(|segment| (segment.text.clone(), segment.after.clone())).collect();
    };
    let text: String = own.flat_map(|segment| [segment.text.as_str(), &segment.after]).collect();
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    let pieces = srx.rules.rules(lang).segments(&text);
    pieces.into_iter().map(|Piece { range, after }| (part(range), part(after))).collect()
}
