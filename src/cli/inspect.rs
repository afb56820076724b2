//! `diptych inspect`: blocks, roles, languages and values of a text.
//!
//! Every block is printed, then what was found in it in the order of its places. `start` and
//! `end` count Unicode scalar values from the start of `line`; `end - start` is the length of
//! `text`, line ends included, so that `end` lies beyond the line where `text` does.

use serde_json::json;

use super::args::Inspect;
use super::output::{json_line, short, table};
use super::taught::Taught;
use super::{Failure, Io};
use crate::model::{Block, Date, Document};
use crate::release::facts;
use crate::text::attribution::{self, Attribution};
use crate::text::quotation::{Ending, Quotation, quotations};
use crate::text::{Value, name, recognise};
use crate::workbench::opening;

/// Prints the blocks of a text with their values.
///
/// # Errors
/// The text cannot be read.
pub fn run(words: &Inspect, io: &mut Io<'_>) -> Result<(), Failure> {
    let text = opening::read_text(io.files.as_ref(), &words.file)?;
    if !text.note.is_empty() {
        writeln!(io.err, "{}: {}", words.file.display(), text.note)?;
    }
    let document = Taught::find(io)?.document(&text, words.lang.as_ref(), io);
    if words.lang.is_none() {
        let (tag, name) = (document.lang.as_str(), document.lang.english_name());
        writeln!(io.err, "{}: language guessed: {tag} ({name})", words.file.display())?;
    }
    let date = facts::of(&document).date;
    let day = date.map_or_else(|| "unknown".to_owned(), |date| date.to_string());
    writeln!(io.err, "{}: date of the release: {day}", words.file.display())?;
    let mut rows = table(&["Line", "Role", "Lang", "Kind", "Text", "Value"]);
    for (block, items) in inspected(&document, date) {
        let (role, lang) = (block.role.name(), document.lang_of(block).as_str());
        for item in items {
            if words.json {
                json_line(io.out, &item.object(role, lang))?;
            } else {
                let line = (item.line + 1).to_string();
                let text = short(&item.text.replace(['\n', '\r'], " "), 80);
                let value = short(&item.value.replace(['\n', '\r'], " "), 40);
                rows.add_row([line.as_str(), role, lang, item.kind, text.as_str(), value.as_str()]);
            }
        }
    }
    if !words.json {
        writeln!(io.out, "{rows}")?;
    }
    Ok(())
}

/// A block or what was found in one.
struct Item {
    kind: &'static str,
    line: usize,
    start: usize,
    text: String,
    value: String,
    quotation: Option<Quotation>,
}

impl Item {
    fn object(&self, role: &str, lang: &str) -> serde_json::Value {
        let end = self.start + self.text.chars().count();
        let mut object = json!({
            "kind": self.kind, "line": self.line, "start": self.start, "end": end,
            "text": self.text, "value": self.value, "role": role, "lang": lang,
        });
        if let (Some(quotation), Some(keys)) = (&self.quotation, object.as_object_mut()) {
            let ending = match quotation.ending {
                Ending::Closed => "closed",
                Ending::GoesOn => "goes_on",
                Ending::Unclosed => "unclosed",
            };
            keys.insert("level".to_owned(), json!(quotation.level));
            keys.insert("ending".to_owned(), json!(ending));
            keys.insert("resumes".to_owned(), json!(quotation.resumes));
        }
        object
    }
}

/// A place in the file: the line, and characters from its start.
#[derive(Clone, Copy, Default)]
struct Place {
    line: usize,
    column: usize,
    /// A carriage return was passed, which with a line feed is one line end.
    returned: bool,
}

impl Place {
    fn pass(&mut self, text: &str) {
        for c in text.chars() {
            let ends = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
            if ends && !(c == '\n' && self.returned) {
                self.line += 1;
            }
            self.column = if ends { 0 } else { self.column + 1 };
            self.returned = c == '\r';
        }
    }
}

/// A value, quotation or attribution before its place in the file is known: kind, bytes in the
/// block, value.
type Found = (&'static str, std::ops::Range<usize>, String, Option<Quotation>);

/// Each block with what is in it.
fn inspected(document: &Document, date: Option<Date>) -> Vec<(&Block, Vec<Item>)> {
    let texts: Vec<String> = document.blocks.iter().map(text_of).collect();
    let paragraphs: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut quoted = quotations(&paragraphs, &document.lang).into_iter().peekable();
    let mut place = Place::default();
    let mut all = Vec::with_capacity(texts.len());
    for (number, (block, text)) in document.blocks.iter().zip(&texts).enumerate() {
        let mut quotations = Vec::new();
        while let Some(quotation) = quoted.next_if(|quotation| quotation.paragraph == number) {
            quotations.push(quotation);
        }
        place.pass(&block.before);
        let (line, start) = (place.line, place.column);
        let value = block.role.name().to_owned();
        let mut items =
            vec![Item { kind: "block", line, start, text: text.clone(), value, quotation: None }];
        let mut at = 0;
        for (kind, range, value, quotation) in found(document, block, text, quotations, date) {
            place.pass(text.get(at..range.start).unwrap_or_default());
            at = range.start.max(at);
            let (line, start) = (place.line, place.column);
            let text = text.get(range).unwrap_or_default().to_owned();
            items.push(Item { kind, line, start, text, value, quotation });
        }
        place.pass(text.get(at..).unwrap_or_default());
        place.pass(last_after(block));
        all.push((block, items));
    }
    all
}

/// What is in a block, in the order of its places.
fn found(
    document: &Document,
    block: &Block,
    text: &str,
    quotations: Vec<Quotation>,
    date: Option<Date>,
) -> Vec<Found> {
    let lang = document.lang_of(block);
    let values = recognise::values_at(text, lang, date);
    let names = name::names(text, lang);
    let mut all: Vec<Found> = Vec::new();
    for Attribution { range, speaker } in attribution::attributions(text, &quotations, &names, lang)
    {
        let speaker = speaker.and_then(|name| text.get(name)).unwrap_or_default().to_owned();
        all.push(("attribution", range, speaker, None));
    }
    let ranges = recognise::ranges(text, &values, lang);
    let names = names.iter().filter(|name| !is_taken(name, &values));
    for value in names.chain(&values).chain(&ranges) {
        all.push((value.kind.name(), value.start..value.end, value.to_string(), None));
    }
    for quotation in quotations {
        let inner = text.get(quotation.inner.clone()).unwrap_or_default().to_owned();
        all.push(("quotation", quotation.range.clone(), inner, Some(quotation)));
    }
    all.sort_by_key(|(_, range, ..)| (range.start, std::cmp::Reverse(range.end)));
    all
}

/// Whether a name shares characters with a value, which tells more.
fn is_taken(name: &Value, values: &[Value]) -> bool {
    let place = values.partition_point(|value| value.end <= name.start);
    values.get(place).is_some_and(|value| value.start < name.end)
}

/// The text of a block.
fn text_of(block: &Block) -> String {
    let mut text = String::new();
    let last = block.segments.len().saturating_sub(1);
    for (place, segment) in block.segments.iter().enumerate() {
        text.push_str(&segment.text);
        if place < last {
            text.push_str(&segment.after);
        }
    }
    text
}

/// What stands behind the last sentence of a block.
fn last_after(block: &Block) -> &str {
    block.segments.last().map_or("", |segment| segment.after.as_str())
}
