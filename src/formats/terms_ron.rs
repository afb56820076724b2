//! `*.terms.ron`: a termbase, one line a concept.
//!
//! ```text
//! (format: 1,
//! terms: (id:"00000000000000ab",name:"institutions"),
//! concepts: [
//! (id:"…01",kind:Organisation,terms:[(lang:"en",text:"Ministry of Bridges"),(lang:"fr",text:"ministère des Ponts")]),
//! ])
//! ```
//!
//! The whole is one RON document, but it is read a line at a time: a line that cannot be read
//! costs that line alone, and what a write that was cut off left at the end is told and goes.
//! A line of a newer writer is used without what is unknown in it and kept byte for byte; so
//! is a line that cannot be used. Termbases are small, and are written whole.
//!
//! Left out: histories of concepts, as memories have them.

use std::collections::HashMap;

use serde::Deserialize;

use super::{FormatError, first_line, ron_text};
use crate::model::{Concept, ConceptId, Problem, Reading, Termbase, TermbaseHeader};

/// The format this version writes, and the highest it reads.
pub const FORMAT: u32 = 1;

/// What stands after the last concept.
const CLOSING: &str = "])\n";

/// What to do with a termbase whose head is damaged.
const HINT: &str = "mend that line in a text editor, or take the head of another copy of the file";

/// Lines of the longest head.
const HEAD_LINES: usize = 64;

/// A line that is kept byte for byte, since we would write it otherwise: it says more than we
/// know, or is laid out in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLine {
    /// The concept it was read as; `None` when it could not be used.
    pub concept: Option<ConceptId>,
    /// Whether it says something that this version does not know: not to be changed here.
    pub newer: bool,
    /// The line without its line end.
    pub text: String,
}

/// A termbase, and what is needed to write it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsText {
    /// The header and the usable concepts.
    pub base: Termbase,
    /// Lines to keep byte for byte.
    pub kept: Vec<KeptLine>,
    /// Whether the last write was cut off.
    pub torn: bool,
}

/// Reads a termbase. Broken lines are problems, the others are used.
///
/// # Errors
/// [`FormatError::Newer`] by the number on the first line, [`FormatError::Other`] when it is
/// no termbase, [`FormatError::Broken`] when its head is damaged.
pub fn read(text: &str) -> Result<Reading<TermsText>, FormatError> {
    let text = text.trim_start_matches('\u{feff}');
    if first_line::number(text).is_some() && first_line::second_field(text) != Some("terms") {
        let hint = "its second line begins with \"terms:\"".to_owned();
        return Err(FormatError::Other { expected: "a termbase", hint });
    }
    first_line::check(text, FORMAT, "a termbase")?;
    let Some((head, body)) = split(text) else { return whole(text) };
    let header = read_head(text.get(..head).unwrap_or_default())?;
    let number = text.get(..body).unwrap_or_default().matches('\n').count();
    let mut reader = Reader::new(header);
    for (at, line) in text.get(body..).unwrap_or_default().lines().enumerate() {
        reader.line(line.trim(), number + at);
    }
    Ok(reader.finish(text.ends_with('\n')))
}

/// Where the head ends (behind its bracket) and where the lines begin.
fn split(text: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for line in text.split_inclusive('\n').take(HEAD_LINES) {
        let bare = line.trim();
        if bare.starts_with("concepts") && bare.ends_with('[') {
            return Some((at + line.rfind('[')? + 1, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn read_head(head: &str) -> Result<TermbaseHeader, FormatError> {
    #[derive(Deserialize)]
    struct Head {
        terms: TermbaseHeader,
    }
    let head: Head =
        ron::from_str(&format!("{head}])")).map_err(|error| ron_text::broken(&error, HINT))?;
    Ok(head.terms)
}

/// Reads a termbase that something else has laid out, such as a RON formatter.
fn whole(text: &str) -> Result<Reading<TermsText>, FormatError> {
    #[derive(Deserialize)]
    struct Whole {
        terms: TermbaseHeader,
        concepts: Vec<Concept>,
    }
    let whole: Whole = ron::from_str(text).map_err(|error| ron_text::broken(&error, HINT))?;
    let base = Termbase { header: whole.terms, concepts: whole.concepts };
    let cause = "the termbase is not laid out a line a concept; the next change writes it anew";
    let value = TermsText { base, kept: Vec::new(), torn: false };
    Ok(Reading { value, problems: vec![Problem::whole(cause)] })
}

/// A termbase being read.
struct Reader {
    out: TermsText,
    places: HashMap<ConceptId, usize>,
    problems: Vec<Problem>,
    /// Whether the closing brackets came.
    closed: bool,
    /// Whether the last line could not be read.
    broken: bool,
}

impl Reader {
    fn new(header: TermbaseHeader) -> Self {
        let base = Termbase { header, concepts: Vec::new() };
        Self {
            out: TermsText { base, kept: Vec::new(), torn: false },
            places: HashMap::new(),
            problems: Vec::new(),
            closed: false,
            broken: false,
        }
    }

    fn line(&mut self, line: &str, number: usize) {
        let line = line.trim_matches('\0').trim();
        if line.is_empty() || line.starts_with("//") {
            return;
        }
        if line.bytes().all(|byte| b"]),".contains(&byte)) {
            (self.closed, self.broken) = (true, false);
            return;
        }
        let value = line.trim_end_matches(',');
        match ron::from_str::<Concept>(value) {
            Ok(concept) => self.concept(concept, line, number),
            Err(error) => {
                let newer = has_id(value);
                let cause = if newer {
                    format!("it is kept but not used: {}", ron_text::cause(&error.code))
                } else {
                    format!("column {}: {}", error.span.start.col, ron_text::cause(&error.code))
                };
                self.problems.push(Problem::at(number, cause));
                self.out.kept.push(KeptLine { concept: None, newer, text: line.to_owned() });
                self.broken = !newer;
            }
        }
    }

    fn concept(&mut self, concept: Concept, line: &str, number: usize) {
        self.broken = false;
        self.keep_if_ours_differs(&concept, line);
        let id = concept.id;
        match self.places.get(&id).and_then(|&at| self.out.base.concepts.get_mut(at)) {
            None => {
                self.places.insert(id, self.out.base.concepts.len());
                self.out.base.concepts.push(concept);
            }
            Some(known) if *known == concept => {}
            Some(known) => {
                let cause =
                    format!("concept {id} comes again with other content; the later state is used");
                self.problems.push(Problem::at(number, cause));
                if concept.changed > known.changed {
                    *known = concept;
                }
            }
        }
    }

    /// Keeps a line that we would write otherwise.
    fn keep_if_ours_differs(&mut self, concept: &Concept, line: &str) {
        let ours = ron_text::line(concept);
        let theirs = line.trim_end_matches(',');
        if ours != theirs {
            let newer = ron::from_str::<ron::Value>(&ours) != ron::from_str::<ron::Value>(theirs);
            let concept = Some(concept.id);
            self.out.kept.push(KeptLine { concept, newer, text: line.to_owned() });
        }
    }

    fn finish(mut self, line_end: bool) -> Reading<TermsText> {
        if !self.closed || self.broken {
            self.out.torn = !self.closed;
            if self.broken && !self.closed {
                // What a write left that was cut off.
                self.out.kept.pop();
                if let Some(problem) = self.problems.last_mut() {
                    "the last write was cut off here; what stands before it is complete"
                        .clone_into(&mut problem.cause);
                }
            } else if self.out.torn && line_end {
                let cause = "the closing brackets are missing; the next change adds them";
                self.problems.push(Problem::whole(cause));
            }
        }
        Reading { value: self.out, problems: self.problems }
    }
}

/// Whether a line is a concept of some later version: valid RON with an id of ours.
fn has_id(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Id {
        #[expect(dead_code, reason = "only its being there matters")]
        id: ConceptId,
    }
    ron::from_str::<Id>(text).is_ok()
}

/// The text of a termbase.
#[must_use]
pub fn write(base: &Termbase) -> String {
    write_with(base, &[])
}

/// The text of a termbase in which lines of newer writers stay as they were. Lines that are
/// no RON at all stay as comments, so that the whole is valid.
#[must_use]
pub fn write_with(base: &Termbase, kept: &[KeptLine]) -> String {
    let raw: HashMap<ConceptId, &str> =
        kept.iter().filter_map(|line| Some((line.concept?, line.text.as_str()))).collect();
    let header = ron_text::line(&base.header);
    let mut text = format!("(format: {FORMAT},\nterms: {header},\nconcepts: [\n");
    for concept in &base.concepts {
        match raw.get(&concept.id) {
            Some(line) => ron_text::push_line(&mut text, line),
            None => ron_text::push_line(&mut text, &ron_text::line(concept)),
        }
    }
    for line in kept.iter().filter(|line| line.concept.is_none()) {
        ron_text::push_kept(&mut text, &line.text, line.newer);
    }
    text.push_str(CLOSING);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Term, TermKind, TermStatus, TermbaseId};

    fn base() -> Termbase {
        let term =
            |lang: &str, text: &str| Term::preferred(lang.parse().expect(lang), text.to_owned());
        let mut base = Termbase::new(TermbaseId::from_bits(0xab), "bridges".to_owned());
        let mut first = Concept::new(
            ConceptId::from_bits(1),
            TermKind::Organisation,
            vec![term("en", "Ministry of \"Bridges\""), term("fr", "ministère des Ponts")],
        );
        first.terms[1].status = TermStatus::Admitted;
        first.from = Some("2026-01-01".parse().expect("a day"));
        base.concepts = vec![
            first,
            Concept::new(ConceptId::from_bits(2), TermKind::Phrase, vec![term("en", "toll")]),
        ];
        base
    }

    #[test]
    fn a_termbase_is_read_as_it_was_written() {
        let text = write(&base());
        assert_eq!(text.lines().count(), 6, "{text}");
        let reading = read(&text).expect("readable");
        assert_eq!((reading.value.base, reading.problems), (base(), Vec::new()));
        ron::from_str::<ron::Value>(&text).expect("one RON document");
    }

    #[test]
    fn a_termbase_cut_off_at_any_byte_keeps_the_concepts_before() {
        let text = write(&base());
        let body = text.find("(id:\"0000000000000001\"").expect("the first concept");
        for (cut, _) in text.char_indices().filter(|(at, _)| *at > body) {
            let torn = text.get(..cut).expect("a place between characters");
            let reading = read(torn).expect("readable");
            let whole = torn
                .get(body..)
                .expect("behind the head")
                .matches(
                    "),
",
                )
                .count();
            assert!(reading.value.base.concepts.len() >= whole, "{cut}");
            let again = write_with(&reading.value.base, &reading.value.kept);
            assert!(read(&again).expect("readable").problems.is_empty(), "{again}");
        }
    }

    #[test]
    fn what_a_newer_writer_says_is_kept() {
        let text = write(&base());
        let newer = text.replace("kind:Organisation,", "kind:Organisation,colour:\"red\",");
        let newer = newer.replace(
            "(id:\"0000000000000002\"",
            "(id:\"0000000000000003\",kind:Ship,terms:[]),\n(id:\"0000000000000002\"",
        );
        let reading = read(&newer).expect("readable");
        assert_eq!(reading.value.base.concepts, base().concepts);
        let again = write_with(&reading.value.base, &reading.value.kept);
        assert!(again.contains("colour:\"red\"") && again.contains("kind:Ship"), "{again}");
    }

    #[test]
    fn a_broken_line_costs_itself_alone() {
        let text = write(&base()).replace("text:\"toll\"", "text:toll");
        let reading = read(&text).expect("readable");
        assert_eq!((reading.value.base.concepts.len(), reading.problems.len()), (1, 1));
        assert!(read("(format: 9,\nterms: (id:\"00000000000000ab\"),\n").is_err());
        assert!(read("(format: 1,\nheader: ()").is_err());
    }
}
