//! Reading: from elements to units.

use std::io::Read;
use std::ops::ControlFlow;

use super::codes::Segment;
use super::pair::{self, Languages};
use super::unit::{RawUnit, Variant};
use super::{PairCount, Tmx, TmxUnit, Wanted};
use crate::formats::FormatError;
use crate::formats::xml::input::Utf8Input;
use crate::formats::xml::reader::{Element, Step, Steps};
use crate::model::{Lang, Problem, Reading};

/// Levels of nesting that are read; the deepest real file has 65.
const MAX_DEPTH: usize = 256;

/// Bytes of a segment that are read; no sentence comes near it.
const MAX_SEGMENT_BYTES: usize = 1 << 20;

/// Problems that are listed one by one; more are counted.
const MAX_PROBLEMS: usize = 1000;

/// Faults of XML that are kept.
const MOST_FAULTS: usize = 10_000;

/// Reads the units of one language pair.
///
/// # Errors
/// [`FormatError::Empty`], [`FormatError::Other`] when it is no TMX,
/// [`FormatError::Languages`] when the pair cannot be told,
/// [`FormatError::Input`] when the input fails before anything was read.
pub fn read(input: impl Read, wanted: Wanted<'_>) -> Result<Reading<Tmx>, FormatError> {
    let mut reader = Reader::new(wanted, Mode::Keep(Vec::new()));
    let mut problems = walk(input, &mut reader)?;
    let (source, target, cause) = pair::choose(&reader.languages, wanted)?;
    let mut found = Vec::new();
    if let Mode::Keep(units) = std::mem::replace(&mut reader.mode, Mode::Count) {
        for unit in units {
            let line = unit.line;
            match unit.pairs(&source, &target) {
                Ok(pairs) => found.extend(pairs),
                Err(cause) => reader.skip(line, &cause),
            }
        }
    }
    problems.extend(cause.map(Problem::whole));
    let (read, skipped) = (reader.read, reader.skipped);
    let problems = reader.problems(problems);
    Ok(Reading { value: Tmx { source, target, units: found, read, skipped }, problems })
}

/// Which pair [`read`] would take, for [`read_to`]. Nothing is kept.
///
/// # Errors
/// As [`read`].
pub fn survey(input: impl Read, wanted: Wanted<'_>) -> Result<(Lang, Lang), FormatError> {
    let mut reader = Reader::new(wanted, Mode::Count);
    walk(input, &mut reader)?;
    let (source, target, _) = pair::choose(&reader.languages, wanted)?;
    Ok((source, target))
}

/// The pairs of languages of a file, those of the header's source language first, most
/// frequent first. Nothing is kept.
///
/// # Errors
/// As [`read`], but for the languages.
pub fn pairs(input: impl Read) -> Result<Vec<PairCount>, FormatError> {
    let mut reader = Reader::new(Wanted::default(), Mode::CountPairs);
    walk(input, &mut reader)?;
    Ok(reader.languages.pairs())
}

/// What reading did, in numbers of `tu` elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// How many there were.
    pub read: usize,
    /// How many of them gave no unit.
    pub skipped: usize,
}

/// Reads the units of a pair and hands each on as it comes, so that a file of any size
/// takes no more room than its largest unit. `sink` may answer "stop".
///
/// # Errors
/// As [`read`], but for the languages.
pub fn read_to(
    input: impl Read,
    pair: (&Lang, &Lang),
    sink: &mut dyn FnMut(TmxUnit) -> ControlFlow<()>,
) -> Result<Reading<Tally>, FormatError> {
    let wanted = Wanted { source: Some(pair.0), target: Some(pair.1) };
    let mut reader = Reader::new(wanted, Mode::HandOn(pair.0, pair.1, sink));
    let problems = walk(input, &mut reader)?;
    let (read, skipped) = (reader.read, reader.skipped);
    Ok(Reading { value: Tally { read, skipped }, problems: reader.problems(problems) })
}

/// Lets a reader see a file, and tells what is wrong with its XML.
fn walk(input: impl Read, reader: &mut Reader<'_>) -> Result<Vec<Problem>, FormatError> {
    let input = Utf8Input::new(input).map_err(|error| FormatError::Input(error.to_string()))?;
    let mut steps = Steps::new(input);
    root(&mut steps)?;
    while !reader.stopped {
        match steps.next() {
            Step::Open(element) => reader.open(&element, steps.depth()),
            Step::Text(text) => reader.text(&text),
            Step::Close(name) => reader.close(&name),
            Step::End => break,
        }
        // A file of nothing but faults must not fill the memory with them.
        steps.problems.truncate(MOST_FAULTS);
    }
    let cause =
        if reader.stopped { "reading was stopped inside it" } else { "the file ends inside it" };
    reader.finish_unit(Some(cause));
    let mut problems = std::mem::take(&mut steps.problems);
    if let Some(encoding) = steps.lossy() {
        let cause =
            format!("some bytes are no {encoding} characters and were replaced by \u{fffd}");
        problems.push(Problem::whole(cause));
    }
    Ok(problems)
}

/// Passes over what stands before the root element, and checks its name.
fn root<R: Read>(steps: &mut Steps<R>) -> Result<(), FormatError> {
    match steps.next() {
        Step::Open(element) if element.name.eq_ignore_ascii_case("tmx") => Ok(()),
        Step::Open(element) => {
            let hint = format!("its first element is <{}>", element.name);
            Err(FormatError::Other { expected: "a TMX file", hint })
        }
        _ if steps.problems.is_empty() => Err(FormatError::Empty),
        _ => {
            let hint = "there is no XML element in it".to_owned();
            Err(FormatError::Other { expected: "a TMX file", hint })
        }
    }
}

/// What becomes of units.
enum Mode<'a> {
    /// They are counted by language.
    Count,
    /// They are counted by language and pair.
    CountPairs,
    /// They are kept until the languages are known.
    Keep(Vec<RawUnit>),
    /// Those of a pair are handed on.
    HandOn(&'a Lang, &'a Lang, &'a mut dyn FnMut(TmxUnit) -> ControlFlow<()>),
}

/// Where text goes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sink {
    Nowhere,
    Segment,
    Property(String),
}

struct Reader<'a> {
    wanted: Wanted<'a>,
    languages: Languages,
    mode: Mode<'a>,
    stopped: bool,
    unit: Option<RawUnit>,
    variant: Option<Variant>,
    sink: Sink,
    /// The text of a property.
    text: String,
    segment: Segment,
    preserve: bool,
    read: usize,
    skipped: usize,
    /// Where the first code within a code stands, and how many there are.
    nested: Option<(usize, usize)>,
    problems: Vec<Problem>,
    /// Problems beyond those that are listed.
    more: usize,
}

impl<'a> Reader<'a> {
    fn new(wanted: Wanted<'a>, mode: Mode<'a>) -> Self {
        Self {
            wanted,
            languages: Languages::default(),
            mode,
            stopped: false,
            unit: None,
            variant: None,
            sink: Sink::Nowhere,
            text: String::new(),
            segment: Segment::default(),
            preserve: false,
            read: 0,
            skipped: 0,
            nested: None,
            problems: Vec::new(),
            more: 0,
        }
    }

    fn open(&mut self, element: &Element, depth: usize) {
        if depth > MAX_DEPTH {
            self.bad("elements are nested too deeply");
        }
        match element.name.as_str() {
            "header" => {
                self.languages.header = element.attribute(&["srclang"]).map(str::to_owned);
            }
            "tu" => {
                self.finish_unit(None);
                self.read += 1;
                self.unit = Some(RawUnit::open(element));
            }
            "tuv" => self.variant = Some(Variant::open(element)),
            "prop" => {
                let kind = element.attribute(&["type"]).unwrap_or_default().to_owned();
                self.start(Sink::Property(kind));
            }
            "seg" => {
                self.preserve = element.attribute(&["xml:space"]) == Some("preserve");
                self.start(Sink::Segment);
            }
            "bpt" | "ept" | "ph" | "it" | "ut" | "hi" | "sub" if self.sink == Sink::Segment => {
                self.segment.open(element);
                if self.segment.nested > 0 {
                    let (first, count) = self.nested.unwrap_or((element.line, 0));
                    self.nested = Some((first, count + std::mem::take(&mut self.segment.nested)));
                }
            }
            "hi" | "sub" => {}
            _ if self.sink == Sink::Segment => {
                let cause = format!("\"<{}\" in a text (a < is written &lt;)", element.name);
                self.bad(&cause);
            }
            _ => {}
        }
    }

    fn start(&mut self, sink: Sink) {
        self.sink = sink;
        self.text.clear();
        self.segment = Segment::default();
    }

    fn text(&mut self, text: &str) {
        let so_far = match self.sink {
            Sink::Nowhere => return,
            Sink::Segment => self.segment.len(),
            Sink::Property(_) => self.text.len(),
        };
        if so_far + text.len() > MAX_SEGMENT_BYTES {
            self.bad("a text is longer than 1 MB");
        } else if self.sink == Sink::Segment {
            self.segment.push(text);
        } else {
            self.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "bpt" | "ept" | "ph" | "it" | "ut" | "hi" | "sub" if self.sink == Sink::Segment => {
                self.segment.close(name);
            }
            "seg" => self.close_segment(),
            "prop" => self.close_property(),
            "tuv" => {
                if let (Some(unit), Some(variant)) = (&mut self.unit, self.variant.take()) {
                    unit.variants.push(variant);
                }
            }
            "tu" => self.finish_unit(None),
            _ => {}
        }
    }

    fn close_segment(&mut self) {
        self.sink = Sink::Nowhere;
        let mut segment = std::mem::take(&mut self.segment);
        let whole = std::mem::take(&mut segment.text);
        let text = if self.preserve { whole.as_str() } else { without_layout(&whole) };
        let before = if text.is_empty() { 0 } else { whole.find(text).unwrap_or(0) };
        if let Some(variant) = &mut self.variant {
            variant.tags = segment.into_tags(before, text);
            variant.text = Some(text.to_owned());
        }
    }

    fn close_property(&mut self) {
        let Sink::Property(kind) = std::mem::replace(&mut self.sink, Sink::Nowhere) else { return };
        if let Some(unit) = &mut self.unit {
            unit.properties.push((kind, self.text.trim().to_owned()));
        }
    }

    /// Marks the unit that is being read as unusable.
    fn bad(&mut self, cause: &str) {
        if let Some(unit) = &mut self.unit {
            unit.bad.get_or_insert_with(|| cause.to_owned());
        }
    }

    /// Takes the unit that was read, or says why not.
    fn finish_unit(&mut self, cause: Option<&str>) {
        let Some(mut unit) = self.unit.take() else { return };
        self.variant = None;
        self.sink = Sink::Nowhere;
        let cause = cause.map(str::to_owned).or_else(|| unit.bad.take());
        if let Some(cause) = cause {
            self.skip(unit.line, &cause);
            return;
        }
        for cause in unit.settle() {
            self.problem(Problem::at(unit.line, cause));
        }
        self.languages.add(&unit);
        let Wanted { source, target } = self.wanted;
        if let (Some(source), Some(target)) = (source, target) {
            let near = |lang: &Lang| lang.same_base(source) || lang.same_base(target);
            unit.variants.retain(|variant| variant.lang.as_ref().is_some_and(near));
        }
        match &mut self.mode {
            Mode::Count => {}
            Mode::CountPairs => self.languages.add_pairs(&unit),
            Mode::Keep(units) => units.push(unit),
            Mode::HandOn(source, target, sink) => {
                let line = unit.line;
                match unit.pairs(source, target) {
                    Ok(pairs) => {
                        let stop = pairs.into_iter().any(|unit| sink(unit).is_break());
                        self.stopped |= stop;
                    }
                    Err(cause) => self.skip(line, &cause),
                }
            }
        }
    }

    fn problem(&mut self, problem: Problem) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.more += 1;
        }
    }

    fn skip(&mut self, line: usize, cause: &str) {
        self.skipped += 1;
        self.problem(Problem::at(line, format!("the unit was skipped: {cause}")));
    }

    /// All problems, those of the XML among them, in the order of the file; those beyond a
    /// thousand as a count.
    fn problems(mut self, xml: Vec<Problem>) -> Vec<Problem> {
        let mut problems = std::mem::take(&mut self.problems);
        problems.extend(xml);
        if let Some((line, count)) = self.nested {
            let cause = format!("{count} inline codes within other codes became a part of them");
            problems.push(Problem::at(line, cause));
        }
        problems.sort_by_key(|problem| problem.line.unwrap_or(usize::MAX));
        let more = self.more + problems.len().saturating_sub(MAX_PROBLEMS);
        if more > 0 {
            problems.truncate(MAX_PROBLEMS);
            problems.push(Problem::whole(format!("and {more} more problems like these")));
        }
        problems
    }
}

/// White space at a text's ends that has a line break in it is the layout of the
/// file, not the text's.
fn without_layout(text: &str) -> &str {
    let start = text.trim_start();
    let (before, _) = text.split_at_checked(text.len() - start.len()).unwrap_or_default();
    let text = if before.contains('\n') { start } else { text };
    let end = text.trim_end();
    let after = text.get(end.len()..).unwrap_or_default();
    if after.contains('\n') { end } else { text }
}

/// The unit's texts in the chosen languages.
impl RawUnit {
    fn pairs(self, source: &Lang, target: &Lang) -> Result<Vec<TmxUnit>, String> {
        let of = |wanted: &Lang, other: &Lang| pair::variants(&self.variants, wanted, other);
        let sources = of(source, target);
        let Some(from) = sources.first() else {
            return Err(format!("it has no text in {source}"));
        };
        let targets = of(target, source);
        if targets.is_empty() {
            return Err(format!("it has no text in {target}"));
        }
        Ok(targets.into_iter().map(|to| self.unit(from, to)).collect())
    }
}
