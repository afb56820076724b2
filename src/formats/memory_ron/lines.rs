//! Reading revisions a line at a time, from a whole memory or from what others
//! added to it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{canonical, write::revision_line};
use crate::formats::ron_text;
use crate::model::{Cancelled, MemoryHeader, Problem, Revision, RevisionId, UnitId};

/// A line that is kept byte for byte, since we would write it otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLine {
    /// The revision it was read as; `None` when it could not be used.
    pub revision: Option<RevisionId>,
    /// Whether it says something that this version does not know. Such a unit is
    /// shown and matched, but not to be changed here.
    pub newer: bool,
    /// The line without its line end.
    pub text: String,
}

/// Where the next line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tail {
    /// Bytes before it, from the start of what was read. What follows them is
    /// the closing brackets or the remains of a write that was cut off.
    pub keep: usize,
    /// What the line before lacks: a comma, a line end.
    pub joint: &'static str,
}

/// What lines of a memory say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// In the order of the file, each id once.
    pub revisions: Vec<Revision>,
    /// Lines to keep byte for byte.
    pub kept: Vec<KeptLine>,
    /// Where the next line goes; `None` when something stands behind the closing
    /// brackets, so that the file has to be written anew.
    pub tail: Option<Tail>,
    /// Whether the last write was cut off and what it left is to be overwritten.
    pub torn: bool,
    /// Broken lines.
    pub problems: Vec<Problem>,
}

/// What became of a revision that a reader handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is new.
    New,
    /// It came before, the same.
    Again,
    /// One of its id with other content came before, and stays.
    Differs,
}

/// Takes revisions as they are read, so that a large file is never there twice.
pub trait Sink {
    /// Hears whose memory it is, before the first revision.
    fn begin(&mut self, header: &MemoryHeader);

    /// Takes a revision.
    fn take(&mut self, revision: Revision) -> Taken;

    /// Hears that `done` of `total` bytes are read.
    ///
    /// # Errors
    /// [`Cancelled`] when reading is to stop.
    fn report(&mut self, done: usize, total: usize) -> Result<(), Cancelled>;
}

/// Keeps revisions in a list.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub revisions: Vec<Revision>,
    places: HashMap<RevisionId, usize>,
}

impl Sink for Collected {
    fn begin(&mut self, _header: &MemoryHeader) {}

    fn take(&mut self, revision: Revision) -> Taken {
        match self.places.entry(revision.id) {
            Entry::Occupied(place) => match self.revisions.get(*place.get()) {
                Some(known) if *known == revision => Taken::Again,
                _ => Taken::Differs,
            },
            Entry::Vacant(place) => {
                place.insert(self.revisions.len());
                self.revisions.push(revision);
                Taken::New
            }
        }
    }

    fn report(&mut self, _done: usize, _total: usize) -> Result<(), Cancelled> {
        Ok(())
    }
}

/// What lines say beside their revisions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Frame {
    pub kept: Vec<KeptLine>,
    pub tail: Option<Tail>,
    pub torn: bool,
    pub problems: Vec<Problem>,
    /// Whether any revision was handed on.
    pub any: bool,
}

/// Bytes between two reports: some 5 ms of work.
const STEP_BYTES: usize = 1 << 20;

/// Reads revisions from `bytes`, which start at a line's start; `first_line` is
/// that line's number in the file, from 0, for problems.
#[must_use]
pub fn read_lines(bytes: &[u8], first_line: usize) -> Lines {
    let mut collected = Collected::default();
    let frame = read_lines_to(bytes, first_line, &mut collected).unwrap_or_default();
    let Frame { kept, tail, torn, problems, .. } = frame;
    Lines { revisions: collected.revisions, kept, tail, torn, problems }
}

/// The same, handing the revisions on as they come.
pub(super) fn read_lines_to(
    bytes: &[u8],
    first_line: usize,
    sink: &mut dyn Sink,
) -> Result<Frame, Cancelled> {
    let mut reader = LineReader::new(first_line, sink);
    let (mut at, mut reported) = (0, 0);
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        reader.line(line, at);
        at += line.len();
        if at - reported > STEP_BYTES {
            reported = at;
            reader.sink.report(at, bytes.len())?;
        }
    }
    Ok(reader.finish())
}

/// What a line turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Revision { comma: bool },
    Closing,
    Broken,
}

/// The last line that is not blank.
#[derive(Debug, Clone, Copy)]
struct Last {
    kind: Kind,
    start: usize,
    end: usize,
    line_end: bool,
}

struct LineReader<'s> {
    out: Frame,
    sink: &'s mut dyn Sink,
    number: usize,
    last: Option<Last>,
    /// Whether the line before the last has its comma, for when the last goes.
    comma_before: bool,
    /// Whether something stood behind closing brackets.
    closed_early: bool,
    /// Where the next line goes while there is none.
    start: usize,
}

impl<'s> LineReader<'s> {
    fn new(first_line: usize, sink: &'s mut dyn Sink) -> Self {
        Self {
            out: Frame::default(),
            sink,
            number: first_line,
            last: None,
            comma_before: true,
            closed_early: false,
            start: 0,
        }
    }

    fn line(&mut self, bytes: &[u8], start: usize) {
        let number = self.number;
        self.number += 1;
        let zeros = bytes.iter().rev().take_while(|&&byte| byte == 0).count();
        let bytes = bytes.get(..bytes.len() - zeros).unwrap_or_default();
        let body = trim(bytes);
        let line_end = bytes.ends_with(b"\n");
        if body.is_empty() || body.starts_with(b"//") {
            self.pass_over(bytes, start, line_end);
            return;
        }
        if let Some(Last { kind: Kind::Revision { comma }, .. }) = self.last {
            self.comma_before = comma;
        }
        let kind = if let Ok(text) = std::str::from_utf8(body) {
            self.text(text, number)
        } else {
            let text = String::from_utf8_lossy(body).into_owned();
            self.broken(number, "it is not UTF-8", text, false)
        };
        self.push(Last { kind, start, end: start + bytes.len(), line_end });
    }

    fn push(&mut self, mut line: Last) {
        if let Some(Last { kind: Kind::Closing, start, .. }) = self.last {
            if line.kind == Kind::Closing {
                line.start = start;
            } else {
                self.closed_early = true;
            }
        }
        self.last = Some(line);
    }

    /// A blank line or a comment stays where it is, and changes nothing.
    /// The zeros that a file system may leave behind a crash go.
    fn pass_over(&mut self, bytes: &[u8], start: usize, line_end: bool) {
        let end = start + bytes.len();
        match &mut self.last {
            _ if bytes.is_empty() || bytes.contains(&0) => {}
            Some(Last { kind: Kind::Closing | Kind::Broken, .. }) => {}
            Some(last) => (last.end, last.line_end) = (end, line_end),
            None => self.start = end,
        }
    }

    fn text(&mut self, text: &str, number: usize) -> Kind {
        if text.bytes().all(|byte| b"]),".contains(&byte)) {
            return Kind::Closing;
        }
        let comma = text.ends_with(',');
        let value = text.trim_matches(',');
        if let Some(revision) = canonical::read(value) {
            self.revision(revision, number);
            return Kind::Revision { comma };
        }
        match ron::from_str::<Revision>(value) {
            Ok(revision) => {
                self.keep_if_ours_differs(&revision, text);
                self.revision(revision, number);
                Kind::Revision { comma }
            }
            Err(error) if has_ids(value) => {
                let cause = ron_text::cause(&error.code);
                let cause = format!("it is kept but not used: {cause}");
                self.broken(number, &cause, text.to_owned(), true);
                Kind::Revision { comma }
            }
            Err(error) => {
                let cause = line_cause(text, &error);
                self.broken(number, &cause, text.to_owned(), false)
            }
        }
    }

    /// Keeps a line that we would write otherwise.
    fn keep_if_ours_differs(&mut self, revision: &Revision, text: &str) {
        let ours = revision_line(revision);
        let ours = ours.trim_end().trim_end_matches(',');
        let theirs = text.trim_end_matches(',');
        if ours != theirs {
            let newer = ron::from_str::<ron::Value>(ours) != ron::from_str::<ron::Value>(theirs);
            let (revision, text) = (Some(revision.id), text.to_owned());
            self.out.kept.push(KeptLine { revision, newer, text });
        }
    }

    fn revision(&mut self, revision: Revision, number: usize) {
        if matches!(self.last, Some(Last { kind: Kind::Closing, .. })) {
            let cause = "it stands behind the closing brackets; it is used all the same";
            self.out.problems.push(Problem::at(number, cause));
        }
        let id = revision.id;
        self.out.any = true;
        if self.sink.take(revision) == Taken::Differs {
            let cause = format!("revision {id} comes again with other content");
            self.out.problems.push(Problem::at(number, format!("{cause}; the first one is used")));
        }
    }

    fn broken(&mut self, number: usize, cause: &str, text: String, newer: bool) -> Kind {
        self.out.problems.push(Problem::at(number, cause));
        self.out.kept.push(KeptLine { revision: None, newer, text });
        Kind::Broken
    }

    fn finish(mut self) -> Frame {
        if self.closed_early {
            return self.out;
        }
        let Some(last) = self.last else {
            self.out.tail = Some(Tail { keep: self.start, joint: "" });
            self.out.torn = true;
            return self.out;
        };
        self.out.tail = Some(match last.kind {
            Kind::Closing | Kind::Broken => {
                Tail { keep: last.start, joint: joint(self.comma_before, true) }
            }
            Kind::Revision { comma } => Tail { keep: last.end, joint: joint(comma, last.line_end) },
        });
        match last.kind {
            Kind::Closing => {}
            Kind::Broken => self.torn_line(),
            Kind::Revision { .. } => self.out.torn = true,
        }
        self.out
    }

    /// The broken line at the very end is what a write left that was cut off.
    fn torn_line(&mut self) {
        self.out.torn = true;
        self.out.kept.pop();
        if let Some(problem) = self.out.problems.last_mut() {
            let cause = "the last write was cut off here; what stands before it is complete";
            cause.clone_into(&mut problem.cause);
        }
    }
}

/// A line without white space and zeros at its ends.
fn trim(bytes: &[u8]) -> &[u8] {
    let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    let start = bytes.iter().position(|byte| !blank(byte)).unwrap_or(bytes.len());
    let end = bytes.iter().rposition(|byte| !blank(byte)).map_or(start, |last| last + 1);
    bytes.get(start..end).unwrap_or_default()
}

/// What joins the last line with the next one. A comma at a line's start is as
/// good as one at the end of the line before.
const fn joint(comma: bool, line_end: bool) -> &'static str {
    match (comma, line_end) {
        (true, true) => "",
        (true, false) => "\n",
        (false, true) => ",",
        (false, false) => ",\n",
    }
}

/// Whether a line is a revision of some later version: valid RON with our ids.
fn has_ids(text: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct Ids {
        #[expect(dead_code, reason = "only its being there matters")]
        id: RevisionId,
        #[expect(dead_code, reason = "only its being there matters")]
        unit: UnitId,
    }
    ron::from_str::<Ids>(text).is_ok()
}

fn line_cause(text: &str, error: &ron::error::SpannedError) -> String {
    let markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    if markers.iter().any(|marker| text.starts_with(marker)) {
        return "a conflict marker of Git: two versions of the memory were not merged".to_owned();
    }
    let heads = ["(format:", "header:", "revisions:"];
    if heads.iter().any(|head| text.starts_with(head)) {
        return "the beginning of a second memory: two files were put together; their units are used"
            .to_owned();
    }
    format!("column {}: {}", error.span.start.col, ron_text::cause(&error.code))
}
