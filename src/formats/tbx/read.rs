//! Reading: from elements to concepts.

use std::io::Read;

use super::Entry;
use crate::formats::FormatError;
use crate::formats::xml::input::Utf8Input;
use crate::formats::xml::reader::{Element, Step, Steps};
use crate::model::{Concept, ConceptId, Lang, Problem, Reading, Term, TermKind, TermStatus};

/// What a file should be.
const EXPECTED: &str = "a termbase (TBX)";

/// Reads the entries of a file. An entry without a term is told.
///
/// # Errors
/// [`FormatError::Empty`], [`FormatError::Other`] when it is no TBX, [`FormatError::Input`]
/// when the input fails before anything was read.
pub fn read(input: impl Read) -> Result<Reading<Vec<Entry>>, FormatError> {
    let input = Utf8Input::new(input).map_err(|error| FormatError::Input(error.to_string()))?;
    let mut steps = Steps::new(input);
    let mut reader = Reader { lang: root(&mut steps)?, ..Reader::default() };
    loop {
        match steps.next() {
            Step::Open(element) => reader.open(&element),
            Step::Text(text) => reader.text.push_str(&text),
            Step::Close(name) => reader.close(&name),
            Step::End => break,
        }
    }
    let mut problems = std::mem::take(&mut steps.problems);
    problems.append(&mut reader.problems);
    Ok(Reading { value: reader.entries, problems })
}

/// Passes over what stands before the root element; the file's language.
fn root<R: Read>(steps: &mut Steps<R>) -> Result<Option<Lang>, FormatError> {
    let hint = match steps.next() {
        Step::Open(element) if matches!(element.name.as_str(), "martif" | "tbx" | "TBX") => {
            return Ok(lang_of(&element));
        }
        Step::Open(element) => format!("its first element is <{}>", element.name),
        _ if steps.problems.is_empty() => return Err(FormatError::Empty),
        _ => "there is no XML element in it".to_owned(),
    };
    Err(FormatError::Other { expected: EXPECTED, hint })
}

fn lang_of(element: &Element) -> Option<Lang> {
    element.attribute(&["xml:lang", "lang"])?.parse().ok()
}

/// A file being read.
#[derive(Default)]
struct Reader {
    /// The file's language, then that of the language section.
    lang: Option<Lang>,
    entries: Vec<Entry>,
    entry: Option<Entry>,
    /// The term whose section is open.
    term: Option<Term>,
    /// Whether the file says its status.
    told: bool,
    /// Categories of the elements that are open, innermost last.
    categories: Vec<String>,
    /// Text of the innermost element.
    text: String,
    problems: Vec<Problem>,
}

impl Reader {
    fn open(&mut self, element: &Element) {
        self.text.clear();
        let category = element.attribute(&["type"]).unwrap_or_default().to_owned();
        match element.name.as_str() {
            "termEntry" | "conceptEntry" => {
                let name = element.attribute(&["id"]).unwrap_or_default().to_owned();
                let concept = Concept::new(ConceptId::from_bits(0), TermKind::Phrase, Vec::new());
                self.entry = Some(Entry { name, line: element.line, concept });
            }
            "langSet" | "langSec" => {
                let lang = lang_of(element);
                if lang.is_none() {
                    let cause = "a language section without a language; its terms are left out";
                    self.problems.push(Problem::at(element.line, cause));
                }
                self.lang = lang;
            }
            "tig" | "ntig" | "termSec" => {
                let lang = self.lang.clone();
                self.told = false;
                self.term = lang.map(|lang| Term::preferred(lang, String::new()));
            }
            _ => {}
        }
        self.categories.push(category);
    }

    fn close(&mut self, name: &str) {
        let category = self.categories.pop().unwrap_or_default();
        let text = std::mem::take(&mut self.text).split_whitespace().collect::<Vec<_>>().join(" ");
        match name {
            "term" => {
                if let Some(term) = &mut self.term {
                    term.text = text;
                }
            }
            "tig" | "ntig" | "termSec" => self.end_term(),
            "termEntry" | "conceptEntry" => self.end_entry(),
            // Style DCA says the category in an attribute, DCT by the element's name.
            "termNote" | "descrip" | "admin" => self.category(&category, &text),
            "note" => self.note(&text),
            other => self.category(other, &text),
        }
    }

    /// What a data category says of the term or the entry.
    fn category(&mut self, category: &str, text: &str) {
        let Some(entry) = self.entry.as_mut().filter(|_| !text.is_empty()) else { return };
        match category {
            "administrativeStatus" | "normativeAuthorization" => {
                if let (Some(term), Some(status)) = (&mut self.term, TermStatus::of_name(text)) {
                    term.status = status;
                    self.told = true;
                }
            }
            "termType"
                if matches!(text, "acronym" | "initialism")
                    && entry.concept.kind == TermKind::Phrase =>
            {
                entry.concept.kind = TermKind::Acronym;
            }
            "subjectField" => match TermKind::of_name(text) {
                Some(kind) => entry.concept.kind = kind,
                None => self.note(text),
            },
            "customerSubset" => match &mut self.term {
                Some(term) => text.clone_into(&mut term.issuer),
                None => text.clone_into(&mut entry.concept.issuer),
            },
            "source" => text.clone_into(&mut entry.concept.source),
            "definition" | "context" | "usageNote" => self.note(text),
            _ => {}
        }
    }

    fn note(&mut self, text: &str) {
        let Some(entry) = self.entry.as_mut().filter(|_| !text.is_empty()) else { return };
        let note = match &mut self.term {
            Some(term) => &mut term.note,
            None => &mut entry.concept.note,
        };
        if !note.is_empty() {
            note.push_str("; ");
        }
        note.push_str(text);
    }

    fn end_term(&mut self) {
        let term = self.term.take().filter(|term| !term.text.is_empty());
        if let (Some(mut term), Some(entry)) = (term, &mut self.entry) {
            // Of synonyms without a status the first is the one to use.
            if !self.told && entry.concept.has_preferred(&term.lang) {
                term.status = TermStatus::Admitted;
            }
            entry.concept.terms.push(term);
        }
    }

    fn end_entry(&mut self) {
        let Some(entry) = self.entry.take() else { return };
        if entry.concept.terms.is_empty() {
            let cause = format!("entry \"{}\" has no term; it is left out", entry.name);
            self.problems.push(Problem::at(entry.line, cause));
        } else {
            self.entries.push(entry);
        }
    }
}
