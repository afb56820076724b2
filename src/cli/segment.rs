//! `diptych segment`: the sentences of a text.

use serde_json::json;

use super::args::Segment;
use super::output::{json_line, short, table};
use super::{Failure, Io};
use crate::workbench::{intake, opening};

/// Prints every segment of a text with its block, role, line and language.
///
/// # Errors
/// The text cannot be read.
pub fn run(words: &Segment, io: &mut Io<'_>) -> Result<(), Failure> {
    let text = opening::read_text_as(io.files.as_ref(), &words.file, words.encoding.as_deref())?;
    if !text.note.is_empty() {
        writeln!(io.err, "{}: {}", words.file.display(), text.note)?;
    }
    let reading =
        intake::Reading { name: String::new(), lang: words.lang.clone(), segmented: false };
    let document = intake::document(&text.text, &reading, &mut io.env);
    if words.lang.is_none() {
        let (tag, name) = (document.lang.as_str(), document.lang.english_name());
        writeln!(io.err, "{}: language guessed: {tag} ({name})", words.file.display())?;
    }
    let mut rows = table(&["Block", "Role", "Lang", "Sentence"]);
    for (place, block) in document.blocks.iter().enumerate() {
        let lang = document.lang_of(block).as_str();
        let mut line = block.line;
        for segment in &block.segments {
            if words.json {
                let role = block.role.name();
                let text = &segment.text;
                let object =
                    json!({"text": text, "block": place, "role": role, "line": line, "lang": lang});
                json_line(io.out, &object)?;
            } else {
                let number = place.to_string();
                let text = short(&segment.text.replace('\n', " "), 120);
                rows.add_row([number.as_str(), block.role.name(), lang, text.as_str()]);
            }
            line += segment.text.matches('\n').count() + segment.after.matches('\n').count();
        }
    }
    if !words.json {
        writeln!(io.out, "{rows}")?;
    }
    Ok(())
}
