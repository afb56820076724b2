//! Reading a whole memory.

use serde::Deserialize;

use super::{FORMAT, KeptLine, Lines, Tail, read_lines};
use crate::formats::{FormatError, first_line, ron_text};
use crate::model::{MemoryFile, MemoryHeader, Problem, Reading, Revision};

/// What to do with a memory whose head is damaged.
const HINT: &str = "mend that line in a text editor, or take the head of another copy of the file";

/// A memory, and what is needed to add to it or to write it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoryText {
    /// The header and the usable revisions.
    pub file: MemoryFile,
    /// Lines to keep byte for byte.
    pub kept: Vec<KeptLine>,
    /// Where the next line goes; `None` when the file is not laid out as we do
    /// and has to be written anew before anything is added.
    pub tail: Option<Tail>,
    /// Lines before `tail`, for the numbers of later problems.
    pub lines: usize,
    /// Whether the last write was cut off.
    pub torn: bool,
}

/// Reads a memory. Broken lines are problems, the others are used.
///
/// # Errors
/// As [`read_bytes`].
pub fn read(text: &str) -> Result<Reading<MemoryFile>, FormatError> {
    let Reading { value, problems } = read_bytes(text.as_bytes())?;
    Ok(Reading { value: value.file, problems })
}

/// Reads a memory from its bytes, of which the last ones may be torn.
///
/// # Errors
/// [`FormatError::Newer`] by the number on the first line; [`FormatError::Other`]
/// when it is not a memory; [`FormatError::Broken`] when its head is damaged.
pub fn read_bytes(bytes: &[u8]) -> Result<Reading<MemoryText>, FormatError> {
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let first = bytes.get(start..).unwrap_or_default();
    let first = first.get(..first.len().min(256)).unwrap_or_default();
    let first = String::from_utf8_lossy(first);
    if first_line::number(&first).is_some() && first_line::second_field(&first) == Some("id") {
        return Err(is_a_project());
    }
    first_line::check(&first, FORMAT, "a translation memory")?;
    let Some((head, body)) = split(bytes) else { return whole(bytes) };
    let header = read_head(bytes.get(start..head).unwrap_or_default())?;
    let first_number = line_ends(bytes.get(..body).unwrap_or_default());
    let lines = read_lines(bytes.get(body..).unwrap_or_default(), first_number);
    let hopeless = lines.revisions.is_empty() && !lines.problems.is_empty();
    if hopeless && let Ok(reading) = whole(bytes) {
        return Ok(reading);
    }
    Ok(assemble(header, lines, bytes, body))
}

fn assemble(header: MemoryHeader, lines: Lines, bytes: &[u8], body: usize) -> Reading<MemoryText> {
    let Lines { revisions, kept, tail, torn, problems } = lines;
    let tail = tail.map(|tail| Tail { keep: body + tail.keep, ..tail });
    let before = bytes.get(..tail.map_or(0, |tail| tail.keep)).unwrap_or_default();
    let count = line_ends(before);
    let file = MemoryFile { header, revisions };
    let value = MemoryText { file, kept, tail, lines: count, torn };
    Reading { value, problems }
}

#[expect(clippy::naive_bytecount, reason = "once a file, and the compiler vectorises it")]
fn line_ends(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte == b'\n').count()
}

/// Where the head ends (behind its opening bracket) and where the lines begin.
fn split(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut at = 0;
    // The head is short; a memory whose list opens later is not one of ours.
    for line in bytes.split_inclusive(|&byte| byte == b'\n').take(64) {
        let text = line.trim_ascii();
        if text.starts_with(b"revisions") && text.ends_with(b"[") {
            let bracket = line.iter().rposition(|&byte| byte == b'[')?;
            return Some((at + bracket + 1, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn read_head(head: &[u8]) -> Result<MemoryHeader, FormatError> {
    #[derive(Deserialize)]
    struct Head {
        header: MemoryHeader,
    }
    let mut text = String::from_utf8_lossy(head).into_owned();
    text.push_str("])");
    let head: Head = ron::from_str(&text).map_err(|error| ron_text::broken(&error, HINT))?;
    Ok(head.header)
}

/// A project in the place of a memory.
fn is_a_project() -> FormatError {
    let hint = "the second line of a memory begins with \"header:\"; is it a project?".to_owned();
    FormatError::Other { expected: "a translation memory", hint }
}

/// Reads a memory that something else has laid out, such as a RON formatter.
fn whole(bytes: &[u8]) -> Result<Reading<MemoryText>, FormatError> {
    #[derive(Deserialize)]
    struct Whole {
        header: MemoryHeader,
        revisions: Vec<Revision>,
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if first_line::second_field(text) != Some("header") {
        return Err(is_a_project());
    }
    let whole: Whole = ron::from_str(text).map_err(|error| ron_text::broken(&error, HINT))?;
    let file = MemoryFile { header: whole.header, revisions: whole.revisions };
    let cause = "the memory is not laid out a line a unit; the next change writes it anew";
    let value = MemoryText { file, kept: Vec::new(), tail: None, lines: 0, torn: false };
    Ok(Reading { value, problems: vec![Problem::whole(cause)] })
}
