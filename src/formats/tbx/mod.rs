//! TBX: `TermBase` eXchange (ISO 30042), the field's format for terms.
//!
//! | version | shape | read | written |
//! |---|---|---|---|
//! | 2 (2008) | `martif`, `termEntry`, `langSet`, `tig` or `ntig` | yes | — |
//! | 3 (2019), style DCA | `tbx`, `conceptEntry`, `langSec`, `termSec`, categories as attributes | yes | yes, TBX-Basic |
//! | 3, style DCT | the same with categories as elements | yes | — |
//!
//! Read of each entry: terms with their languages, administrative status, term type, notes,
//! subject field (our kinds, where it names one; else a note), customer (our issuer), source,
//! definition (a note). Left out on reading: cross references, parts of speech, transactions,
//! pictures. On writing: the time for which a concept holds and when it changed, which is told.

mod read;
mod write;

pub use read::read;
pub use write::write;

use crate::model::{Concept, TermKind};

/// An entry of a file that has its own names for entries; ids are ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the file; may be empty.
    pub name: String,
    /// The line it begins on, from 0.
    pub line: usize,
    /// Its content; the id is to be given.
    pub concept: Concept,
}

/// The subject field of a kind, as we write it.
const fn field(kind: TermKind) -> &'static str {
    kind.name()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ConceptId, Lang, Term, TermStatus};

    fn lang(tag: &str) -> Lang {
        tag.parse().expect(tag)
    }

    /// An entry in a line: kind, terms with their status, note.
    fn shown(entry: &Entry) -> String {
        let concept = &entry.concept;
        let term = |term: &Term| format!("{}:{}:{}", term.lang, term.text, term.status.name());
        let terms: Vec<String> = concept.terms.iter().map(term).collect();
        format!("{} {} [{}] {}", concept.kind.name(), terms.join(" "), concept.note, concept.issuer)
    }

    fn check(text: &str, expected: &[&str]) {
        let reading = read(text.as_bytes()).expect("readable");
        let found: Vec<String> = reading.value.iter().map(shown).collect();
        assert_eq!(found, expected, "{:?}", reading.problems);
    }

    #[test]
    fn version_2_is_read() {
        check(
            r#"<?xml version="1.0"?><martif type="TBX" xml:lang="en"><text><body>
            <termEntry id="e1"><descrip type="subjectField">roads</descrip>
              <langSet xml:lang="en"><tig><term>bridge toll</term>
                <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
                <tig><term>bridge tax</term>
                <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
              <langSet xml:lang="fr"><ntig><termGrp><term>péage</term>
                <termNote type="termType">fullForm</termNote></termGrp></ntig></langSet>
              <note>since 1911</note></termEntry></body></text></martif>"#,
            &[
                "phrase en:bridge toll:preferred en:bridge tax:forbidden fr:péage:preferred [roads; since 1911] ",
            ],
        );
    }

    #[test]
    fn version_3_is_read_in_both_styles() {
        check(
            r#"<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
            <conceptEntry id="c1"><descrip type="subjectField">organisation</descrip>
              <langSec xml:lang="en"><termSec><term>Ministry of Bridges</term>
                <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec></langSec>
            </conceptEntry></body></text></tbx>"#,
            &["organisation en:Ministry of Bridges:admitted [] "],
        );
        check(
            r#"<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
                xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
            <conceptEntry id="c1"><min:subjectField>acronym</min:subjectField>
              <langSec xml:lang="de"><termSec><term>MdB</term>
                <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
            </conceptEntry></body></text></tbx>"#,
            &["acronym de:MdB:forbidden [] "],
        );
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut forbidden = Term::preferred(lang("fr"), "taxe <pont> & cie".to_owned());
        forbidden.status = TermStatus::Forbidden;
        forbidden.note = "out of use".to_owned();
        let terms = vec![Term::preferred(lang("en"), "toll".to_owned()), forbidden];
        let mut concept = Concept::new(ConceptId::from_bits(7), TermKind::Title, terms);
        concept.issuer = "Ministry of Bridges".to_owned();
        concept.note = "a note".to_owned();
        concept.source = "a decree".to_owned();
        let written = write(&[&concept], &lang("en"));
        assert!(written.problems.is_empty(), "{:?}", written.problems);
        let reading = read(written.value.as_bytes()).expect("readable");
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        let [entry] = reading.value.as_slice() else { unreachable!("one entry") };
        assert_eq!(Concept { id: concept.id, ..entry.concept.clone() }, concept);
    }

    #[test]
    fn what_is_no_tbx_is_refused() {
        assert!(read("<tmx version=\"1.4\"/>".as_bytes()).is_err());
        assert!(read("".as_bytes()).is_err());
    }
}
