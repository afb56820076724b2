//! The terms of one language found in a text.
//!
//! Terms and texts are cut into words; marks between the words of a term do not count
//! (`euro-atlantic`, "Shanghai Cooperation Organisation (SCO)" is two terms), an end of a
//! sentence does. A word matches in any case and inflection ([`crate::text::stem`]); one of
//! capitals alone (`UN`, `ОБСЕ`) matches exactly. Of terms that overlap, the longest from the
//! left stands; all concepts that have it are told.
//!
//! Terms are looked up by the first letters of their first word, so a sentence costs a few
//! look-ups a word whatever the termbase's size. In scripts without spaces terms are runs of
//! characters. Left out: terms whose words change their order, German compounds.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{Concept, Date, Lang, TermStatus};
use crate::text::script;
use crate::text::stem::Stems;
use crate::text::token::{Token, TokenKind, tokens};

/// Letters of the first word that a term is filed under.
const FILED_LETTERS: usize = 3;

/// A term by its places: the concept among those given, and the term in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TermRef {
    /// The concept, in the order in which they were given.
    pub concept: usize,
    /// The term in it.
    pub term: usize,
}

/// A term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The terms that it may be: one, unless several concepts have the same name.
    pub terms: Vec<TermRef>,
}

/// A word of a term.
#[derive(Debug)]
struct Word {
    text: String,
    /// In small letters, without prefixes.
    folded: String,
    /// In small letters without its ending.
    stem: String,
    /// Matches as it is written alone.
    exact: bool,
}

/// A word of a text.
struct Seen<'a> {
    token: Token<'a>,
    folded: String,
    stem: String,
}

#[derive(Debug)]
struct Entry {
    words: Vec<Word>,
    of: TermRef,
}

/// Finds the terms of one language.
pub struct Recogniser {
    stems: Stems,
    entries: Vec<Entry>,
    /// The entries by the first letters of their first word.
    filed: HashMap<String, Vec<usize>>,
}

impl Recogniser {
    /// The terms of `concepts` in a language, those that hold on a day for a house.
    #[must_use]
    pub fn of(concepts: &[Concept], lang: &Lang, day: Option<Date>, issuer: &str) -> Self {
        let stems = Stems::of(lang);
        let mut recogniser = Self { stems, entries: Vec::new(), filed: HashMap::new() };
        for (concept, of) in concepts.iter().enumerate().filter(|(_, of)| of.holds(day, issuer)) {
            for term in of.terms_in(lang) {
                let place = of.terms.iter().position(|other| std::ptr::eq(other, term));
                recogniser.add(&term.text, TermRef { concept, term: place.unwrap_or_default() });
            }
        }
        recogniser
    }

    /// How many terms there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn add(&mut self, text: &str, of: TermRef) {
        let words: Vec<Word> = words(text).iter().map(|token| self.word(token.text)).collect();
        let Some(first) = words.first() else { return };
        self.filed.entry(filed(&first.folded)).or_default().push(self.entries.len());
        self.entries.push(Entry { words, of });
    }

    fn word(&self, text: &str) -> Word {
        let folded = self.stems.folded(text).into_owned();
        let stem = self.stems.stem(&folded).into_owned();
        Word { text: text.to_owned(), folded, stem, exact: is_shouted(text) }
    }

    /// The terms of a text in order; none overlaps another.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Recognised> {
        let words = self.seen(text);
        let mut found = Vec::new();
        let mut place = 0;
        while place < words.len() {
            let (length, terms) = self.longest(text, words.get(place..).unwrap_or_default());
            let there = words.get(place..place + length).unwrap_or_default();
            if let Some((first, last)) = there.first().zip(there.last()) {
                let end = last.token.start + last.token.text.len();
                found.push(Recognised { range: first.token.start..end, terms });
            }
            place += length.max(1);
        }
        found
    }

    /// All terms of a text, those inside longer ones too, each once.
    #[must_use]
    pub fn all(&self, text: &str) -> Vec<TermRef> {
        let words = self.seen(text);
        let places = (0..words.len()).filter_map(|place| words.get(place..));
        let mut all: Vec<TermRef> =
            places.flat_map(|rest| self.standing(text, rest)).map(|entry| entry.of).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The words of a text as they compare; none where there are no terms to compare with.
    fn seen<'a>(&self, text: &'a str) -> Vec<Seen<'a>> {
        if self.entries.is_empty() {
            return Vec::new();
        }
        let seen = |token: Token<'a>| {
            let folded = self.stems.folded(token.text).into_owned();
            let stem = self.stems.stem(&folded).into_owned();
            Seen { token, folded, stem }
        };
        words(text).into_iter().map(seen).collect()
    }

    /// How many of the words the longest term that begins with the first has, and the terms
    /// that have as many.
    fn longest(&self, text: &str, words: &[Seen<'_>]) -> (usize, Vec<TermRef>) {
        let standing: Vec<&Entry> = self.standing(text, words).collect();
        let most = standing.iter().map(|entry| entry.words.len()).max().unwrap_or(0);
        let longest = standing.iter().filter(|entry| entry.words.len() == most);
        (most, longest.map(|entry| entry.of).collect())
    }

    /// The terms that begin with the first of some words.
    fn standing<'a>(
        &'a self,
        text: &'a str,
        words: &'a [Seen<'_>],
    ) -> impl Iterator<Item = &'a Entry> {
        let near = words.first().and_then(|first| self.filed.get(&filed(&first.folded)));
        let near = near.map(Vec::as_slice).unwrap_or_default();
        let near = near.iter().filter_map(|at| self.entries.get(*at));
        near.filter(move |entry| self.stands(text, words, entry))
    }

    fn stands(&self, text: &str, words: &[Seen<'_>], entry: &Entry) -> bool {
        let Some(there) = words.get(..entry.words.len()) else { return false };
        entry.words.iter().zip(there).all(|(word, seen)| self.is_word(word, seen))
            && there.windows(2).all(|pair| joins(text, pair))
    }

    fn is_word(&self, word: &Word, seen: &Seen<'_>) -> bool {
        if word.exact {
            return word.text == seen.token.text;
        }
        word.stem == seen.stem
            || word.folded == seen.folded
            || self.stems.differ_in_endings(&word.folded, &seen.folded)
    }
}

/// Whether what stands between two words may stand inside a term: spaces, hyphens, quotation
/// marks, a stop of an abbreviation, but no end of a sentence.
fn joins(text: &str, pair: &[Seen<'_>]) -> bool {
    /// Characters between two words of a term at most.
    const LONGEST: usize = 4;
    let [Seen { token: first, .. }, Seen { token: second, .. }] = pair else { return false };
    let gap = text.get(first.start + first.text.len()..second.start).unwrap_or(";");
    let inside = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '‑'
                    | '–'
                    | '\''
                    | '’'
                    | '"'
                    | '“'
                    | '”'
                    | '«'
                    | '»'
                    | '„'
                    | '/'
                    | '·'
                    | '・'
            )
    };
    gap.chars().count() <= LONGEST && gap.chars().all(inside)
}

/// The words and numbers of a text.
fn words(text: &str) -> Vec<Token<'_>> {
    let mut words = tokens(text);
    words.retain(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    words
}

/// What a word is filed under.
fn filed(folded: &str) -> String {
    folded.chars().take(FILED_LETTERS).collect()
}

/// Whether a word is of capitals alone, and more than one.
fn is_shouted(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1
        && !word.chars().any(char::is_lowercase)
        && word.chars().any(char::is_uppercase)
        && !word.chars().any(script::is_unspaced)
}

/// Whether a status may stand in a text.
#[must_use]
pub const fn may_stand(status: TermStatus) -> bool {
    matches!(status, TermStatus::Preferred | TermStatus::Admitted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ConceptId, Term, TermKind};

    fn concepts(lang: &str, terms: &[&str]) -> Vec<Concept> {
        let term = |text: &str| Term::preferred(lang.parse().expect(lang), text.to_owned());
        (0_u64..)
            .zip(terms)
            .map(|(id, text)| {
                Concept::new(ConceptId::from_bits(id), TermKind::Phrase, vec![term(text)])
            })
            .collect()
    }

    fn check(lang: &str, terms: &[&str], text: &str, expected: &[&str]) {
        let concepts = concepts(lang, terms);
        let recogniser = Recogniser::of(&concepts, &lang.parse().expect(lang), None, "");
        let found: Vec<&str> = recogniser
            .find(text)
            .into_iter()
            .map(|term| text.get(term.range).expect("a place in it"))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn terms_are_found_in_any_inflection_and_case() {
        check(
            "ru",
            &["Союзное государство"],
            "в рамках Союзного государства",
            &["Союзного государства"],
        );
        check("ru", &["Сергей Лаврин"], "встреча с Сергеем Лавриным", &["Сергеем Лавриным"]);
        check("de", &["Vereinte Nationen"], "der Vereinten Nationen", &["Vereinten Nationen"]);
        check(
            "de",
            &["Außenminister"],
            "des Außenministers, im Außenministerium",
            &["Außenministers"],
        );
        check(
            "en",
            &["member state"],
            "Member States agreed; a member-state",
            &["Member States", "member-state"],
        );
        check("fr", &["État membre"], "Les États membres", &["États membres"]);
        check("zh", &["上海合作组织"], "在上海合作组织峰会上", &["上海合作组织"]);
        check("ar", &["الأمم المتحدة"], "قرار للأمم المتحدة", &["للأمم المتحدة"]);
    }

    #[test]
    fn an_acronym_is_found_as_it_is_written_alone() {
        check("fr", &["UN"], "un pont, l'UN", &["UN"]);
        check("ru", &["ОБСЕ"], "ОБСЕ и обсе", &["ОБСЕ"]);
    }

    #[test]
    fn the_longest_term_stands_and_no_sentence_end_is_in_it() {
        let terms = &["Union", "European Union", "Union Council"];
        check("en", terms, "the European Union Council", &["European Union"]);
        check("en", terms, "European. Union", &["Union"]);
        check(
            "en",
            &["bridge", "bridge toll"],
            "bridge tolls, bridge",
            &["bridge tolls", "bridge"],
        );
    }

    #[test]
    fn several_concepts_may_have_one_name() {
        let concepts = concepts("en", &["Union", "union"]);
        let recogniser = Recogniser::of(&concepts, &"en".parse().expect("en"), None, "");
        assert_eq!(recogniser.find("the Union")[0].terms.len(), 2);
    }
}
