//! Reading a whole memory.

use encoding_rs::{Encoding, UTF_8};
use serde::Deserialize;

use super::lines::{Collected, Frame, Sink, read_lines_to};
use super::{FORMAT, KeptLine, Tail};
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

/// What a memory's file says beside its revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Whose memory it is.
    pub header: MemoryHeader,
    /// Lines to keep byte for byte.
    pub kept: Vec<KeptLine>,
    /// Where the next line goes; as [`MemoryText::tail`].
    pub tail: Option<Tail>,
    /// Lines before `tail`.
    pub lines: usize,
    /// Whether the last write was cut off.
    pub torn: bool,
    /// Whether reading was stopped before the end.
    pub stopped: bool,
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
    let mut collected = Collected::default();
    let Reading { value, problems } = read_to(bytes, &mut collected)?;
    let Outline { header, kept, tail, lines, torn, .. } = value;
    let file = MemoryFile { header, revisions: collected.revisions };
    Ok(Reading { value: MemoryText { file, kept, tail, lines, torn }, problems })
}

/// Reads a memory from its bytes, handing its revisions on as they come.
///
/// # Errors
/// As [`read_bytes`].
pub fn read_to(bytes: &[u8], sink: &mut dyn Sink) -> Result<Reading<Outline>, FormatError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes).filter(|(e, _)| *e != UTF_8) {
        return from_utf_16(encoding, bytes.get(mark..).unwrap_or_default(), sink);
    }
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let first = bytes.get(start..).unwrap_or_default();
    let first = first.get(..first.len().min(256)).unwrap_or_default();
    let first = String::from_utf8_lossy(first);
    // What it is goes before which format of it: the two kinds count apart.
    if first_line::number(&first).is_some() && first_line::second_field(&first) == Some("id") {
        return Err(not_a_memory());
    }
    first_line::check(&first, FORMAT, "a translation memory")?;
    let Some((head, body)) = split(bytes) else { return whole(bytes, sink) };
    let header = read_head(bytes.get(start..head).unwrap_or_default())?;
    sink.begin(&header);
    let first_number = line_ends(bytes.get(..body).unwrap_or_default());
    let Ok(frame) = read_lines_to(bytes.get(body..).unwrap_or_default(), first_number, sink) else {
        return Ok(Reading::clean(Outline { stopped: true, ..Outline::of(header) }));
    };
    let hopeless = !frame.any && !frame.problems.is_empty();
    if hopeless && let Ok(reading) = whole(bytes, sink) {
        return Ok(reading);
    }
    Ok(assemble(header, frame, bytes, body))
}

/// Reads a memory that a text editor has saved in UTF-16.
fn from_utf_16(
    encoding: &'static Encoding,
    bytes: &[u8],
    sink: &mut dyn Sink,
) -> Result<Reading<Outline>, FormatError> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut reading = read_to(text.trim_start_matches('\u{feff}').as_bytes(), sink)?;
    let cause = "the memory is in UTF-16; the next change writes it anew in UTF-8";
    reading.problems.push(Problem::whole(cause));
    // Places in it mean nothing in the file.
    (reading.value.tail, reading.value.lines) = (None, 0);
    Ok(reading)
}

/// The header of a memory, from the first bytes of its file; `None` where they do not
/// hold it as we lay it down.
#[must_use]
pub fn peek(start: &[u8]) -> Option<MemoryHeader> {
    let from = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let (head, _) = split(start)?;
    let first = String::from_utf8_lossy(start.get(from..head)?);
    first_line::check(&first, FORMAT, "a translation memory").ok()?;
    read_head(start.get(from..head)?).ok()
}

impl Outline {
    const fn of(header: MemoryHeader) -> Self {
        Self { header, kept: Vec::new(), tail: None, lines: 0, torn: false, stopped: false }
    }
}

fn assemble(header: MemoryHeader, frame: Frame, bytes: &[u8], body: usize) -> Reading<Outline> {
    let Frame { kept, tail, torn, problems, .. } = frame;
    let tail = tail.map(|tail| Tail { keep: body + tail.keep, ..tail });
    let before = bytes.get(..tail.map_or(0, |tail| tail.keep)).unwrap_or_default();
    let lines = line_ends(before);
    let value = Outline { kept, tail, lines, torn, ..Outline::of(header) };
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

fn not_a_memory() -> FormatError {
    let hint = "its second line begins with \"header:\"; is it a project?".to_owned();
    FormatError::Other { expected: "a translation memory", hint }
}

/// Reads a memory that something else has laid out, such as a RON formatter.
fn whole(bytes: &[u8], sink: &mut dyn Sink) -> Result<Reading<Outline>, FormatError> {
    #[derive(Deserialize)]
    struct Whole {
        header: MemoryHeader,
        revisions: Vec<Revision>,
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if first_line::second_field(text) != Some("header") {
        return Err(not_a_memory());
    }
    let whole: Whole = ron::from_str(text).map_err(|error| ron_text::broken(&error, HINT))?;
    sink.begin(&whole.header);
    for revision in whole.revisions {
        sink.take(revision);
    }
    let cause = "the memory is not laid out a line a unit; the next change writes it anew";
    Ok(Reading { value: Outline::of(whole.header), problems: vec![Problem::whole(cause)] })
}
