//! Writing TBX-Basic, version 3, style DCA.

use std::collections::BTreeMap;

use super::field;
use crate::formats::xml::chars::{push_attribute, push_text};
use crate::model::{Concept, Lang, Problem, Reading, Term, TermStatus};

/// The text of a TBX file in UTF-8. What it cannot hold is told.
#[must_use]
pub fn write(concepts: &[&Concept], lang: &Lang) -> Reading<String> {
    let mut writer = Writer { out: String::new(), lost: 0 };
    writer.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer.open(
        "<tbx type=\"TBX-Basic\" style=\"dca\" xmlns=\"urn:iso:std:iso:30042:ed-2\" xml:lang=",
        lang.as_str(),
    );
    writer.out.push_str("<tbxHeader><fileDesc><sourceDesc><p>Diptych</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n");
    for concept in concepts {
        writer.concept(concept);
    }
    writer.out.push_str("</body></text>\n</tbx>\n");
    let timed = concepts.iter().filter(|concept| concept.from.or(concept.until).is_some()).count();
    let told = [
        (timed, "concepts hold for a time, which TBX-Basic has no place for"),
        (writer.lost, "control characters that XML cannot hold were left out"),
    ];
    let told = told.into_iter().filter(|(count, _)| *count > 0);
    let problems = told.map(|(count, what)| Problem::whole(format!("{count} {what}"))).collect();
    Reading { value: writer.out, problems }
}

/// The status as the standard's picklist has it.
const fn status(status: TermStatus) -> &'static str {
    match status {
        TermStatus::Preferred => "preferredTerm-admn-sts",
        TermStatus::Admitted => "admittedTerm-admn-sts",
        TermStatus::Forbidden => "deprecatedTerm-admn-sts",
    }
}

struct Writer {
    out: String,
    lost: usize,
}

impl Writer {
    /// An element's start, up to the value of its last attribute.
    fn open(&mut self, start: &str, value: &str) {
        self.out.push_str(start);
        self.out.push('"');
        self.lost += push_attribute(&mut self.out, value);
        self.out.push_str("\">\n");
    }

    /// An element with a text, left out where the text is empty.
    fn element(&mut self, start: &str, text: &str, end: &str) {
        if !text.is_empty() {
            self.out.push_str(start);
            self.lost += push_text(&mut self.out, text);
            self.out.push_str(end);
            self.out.push('\n');
        }
    }

    fn concept(&mut self, concept: &Concept) {
        self.open("<conceptEntry id=", &format!("c{}", concept.id));
        self.element("<descrip type=\"subjectField\">", field(concept.kind), "</descrip>");
        self.element("<admin type=\"customerSubset\">", &concept.issuer, "</admin>");
        self.element("<admin type=\"source\">", &concept.source, "</admin>");
        self.element("<note>", &concept.note, "</note>");
        let mut langs: BTreeMap<&Lang, Vec<&Term>> = BTreeMap::new();
        for term in &concept.terms {
            langs.entry(&term.lang).or_default().push(term);
        }
        for (lang, terms) in langs {
            self.open("<langSec xml:lang=", lang.as_str());
            for term in terms {
                self.term(term);
            }
            self.out.push_str("</langSec>\n");
        }
        self.out.push_str("</conceptEntry>\n");
    }

    fn term(&mut self, term: &Term) {
        self.out.push_str("<termSec>\n");
        self.element("<term>", &term.text, "</term>");
        self.element(
            "<termNote type=\"administrativeStatus\">",
            status(term.status),
            "</termNote>",
        );
        self.element("<admin type=\"customerSubset\">", &term.issuer, "</admin>");
        self.element("<note>", &term.note, "</note>");
        self.out.push_str("</termSec>\n");
    }
}
