//! A document as terms: what its sentences are compared by.
//!
//! | token | term | kind |
//! |---|---|---|
//! | `présidents` | its first six letters, folded: `presid` | word |
//! | `2 000`, `25 juin 2024` | the value: `2000`, `2024-06-25` | figure |
//! | `?`, `«` | the class of the mark | mark |
//! | `北` | the character | character |
//!
//! Six letters stand in for stemming, which would need a table a language. Left
//! out: Arabic prefixes but the article, Japanese and Chinese words.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::lexical::{KINDS, Terms};
use super::progress::Progress;
use super::seed;
use crate::model::{Cancelled, Lang};
use crate::text::token::{self, TokenKind};
use crate::text::{fold, script, value};

/// Letters of a word that make its term.
const STEM_LETTERS: usize = 6;
/// The Arabic article, alone or with what is written in front of it.
const ARABIC_ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];
/// Longest word looked up in a script without spaces, in characters.
const LONGEST_COMPOUND: usize = 6;

/// What a term is; the index of its λ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A word, or an address.
    Word = 0,
    /// A number, a date, a time, a document's number, by value.
    Figure = 1,
    /// A mark of punctuation, or how a sentence ends.
    Mark = 2,
    /// A character of a script without spaces.
    Character = 3,
}

/// Taken from each count before shares are made: a document read once knows its
/// own words too well, and a word it has once would be as rare in the next one as
/// one it lacks (absolute discounting, Ney et al. 1994).
const UNSEEN: f64 = 0.85;
/// Sentences read between two asks whether to go on.
const SENTENCES_A_CHECK: usize = 64;

/// λ of words and characters with a rendering known beforehand.
const KNOWN_WORD: usize = Kind::Character as usize + 1;
const _: () = assert!(KNOWN_WORD + 1 == KINDS);

/// A term of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// What its tokens have in common.
    pub(super) key: String,
    /// What it is.
    pub(super) kind: Kind,
    /// The first token as written.
    pub(super) form: String,
}

/// The sentences of one document as terms.
#[derive(Debug, Default)]
pub(super) struct Bags {
    /// All terms, by number.
    pub(super) terms: Vec<Term>,
    /// Terms of each sentence, repeated as they stand.
    pub(super) sentences: Vec<Vec<u32>>,
    /// How each sentence ends.
    pub(super) endings: Vec<Ending>,
    /// Share of each term among the tokens.
    shares: Vec<f64>,
    /// Which λ each term goes by.
    pub(super) kinds: Vec<usize>,
    numbers: HashMap<(Kind, String), u32>,
}

impl Bags {
    /// The terms of some sentences.
    pub(super) fn watched<'a>(
        sentences: impl Iterator<Item = &'a str>,
        lang: &Lang,
        progress: &Progress,
    ) -> Result<Self, Cancelled> {
        let mut bags = Self::default();
        for (place, text) in sentences.enumerate() {
            if place % SENTENCES_A_CHECK == 0 {
                progress.check()?;
            }
            let bag = tokens(text, lang)
                .into_iter()
                .map(|(key, kind, form)| bags.number(key, kind, form))
                .collect();
            bags.sentences.push(bag);
            bags.endings.push(Ending::of(text));
        }
        let mut counts = vec![0.0; bags.terms.len()];
        for term in bags.sentences.iter().flatten() {
            counts[*term as usize] += 1.0;
        }
        let total = counts.iter().sum::<f64>().max(1.0);
        bags.shares = counts.iter().map(|count| (count - UNSEEN) / total).collect();
        bags.kinds = bags.terms.iter().map(|term| term.kind as usize).collect();
        Ok(bags)
    }

    /// The terms of some sentences, unwatched.
    #[cfg(test)]
    pub(super) fn of<'a>(sentences: impl Iterator<Item = &'a str>, lang: &Lang) -> Self {
        let unwatched = crate::model::Unwatched;
        Self::watched(sentences, lang, &Progress::new(&unwatched, 1)).unwrap_or_default()
    }

    fn number(&mut self, key: String, kind: Kind, form: &str) -> u32 {
        let next = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry((kind, key.clone())).or_insert(next);
        if number == next {
            self.terms.push(Term { key, kind, form: form.to_owned() });
        }
        number
    }

    /// The number of a term, where the document has it.
    pub(super) fn find(&self, kind: Kind, key: &str) -> Option<u32> {
        self.numbers.get(&(kind, key.to_owned())).copied()
    }

    /// Notes which words have a rendering known beforehand: these are rendered far
    /// more surely than the others, and their absence says more.
    pub(super) fn note_known(&mut self, is_known: impl Fn(u32) -> bool) {
        for (number, kind) in (0_u32..).zip(&mut self.kinds) {
            let word = *kind == Kind::Word as usize || *kind == Kind::Character as usize;
            if word && is_known(number) {
                *kind = KNOWN_WORD;
            }
        }
    }

    /// Share of each term among the tokens.
    pub(super) fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// What the lexical evidence is computed from.
    pub(super) fn as_terms(&self) -> Terms<'_> {
        Terms { sentences: &self.sentences, shares: &self.shares, kinds: &self.kinds }
    }

    /// Terms of some sentences.
    pub(super) fn slices(&self, sentences: Range<usize>) -> Vec<&[u32]> {
        let bags = self.sentences.get(sentences).unwrap_or_default();
        bags.iter().map(Vec::as_slice).collect()
    }
}

/// The terms of a text in order: key, kind, the token as written.
fn tokens<'a>(text: &'a str, lang: &Lang) -> Vec<(String, Kind, &'a str)> {
    let values = value::values(text, lang);
    let mut terms: Vec<(String, Kind, &str)> = values
        .iter()
        .map(|v| (v.key.clone(), Kind::Figure, text.get(v.start..v.end).unwrap_or_default()))
        .collect();
    let known = seed::compounds(lang);
    let mut done = 0;
    for token in token::tokens(text) {
        let end = token.start + token.text.len();
        if token.start < done || values.iter().any(|v| v.start < end && token.start < v.end) {
            continue;
        }
        match token.kind {
            TokenKind::Word => {
                let form = longest(text, token.start, token.text, known);
                let (key, kind) = word(form);
                done = token.start + form.len();
                terms.push((key, kind, form));
            }
            TokenKind::Number | TokenKind::Date => {
                terms.push((token.text.to_owned(), Kind::Figure, token.text));
            }
            TokenKind::Punct | TokenKind::Symbol => {
                if let Some(class) = mark(token.text) {
                    terms.push((class.to_owned(), Kind::Mark, token.text));
                }
            }
        }
    }
    terms
}

/// The term of a word: its key and kind.
pub(super) fn word(form: &str) -> (String, Kind) {
    if form.chars().next().is_some_and(script::is_unspaced) {
        return (form.to_owned(), Kind::Character);
    }
    (stem(form), Kind::Word)
}

/// The bytes of the longest known word that begins at `start`, or of the token
/// there.
fn longest<'a>(
    text: &'a str,
    start: usize,
    token: &'a str,
    known: Option<&BTreeSet<String>>,
) -> &'a str {
    let (Some(known), Some(rest)) = (known, text.get(start..)) else { return token };
    if !token.chars().next().is_some_and(script::is_unspaced) {
        return token;
    }
    let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_COMPOUND);
    let words: Vec<&str> = ends.filter_map(|end| rest.get(..end)).collect();
    words.into_iter().rev().find(|word| known.contains(*word)).unwrap_or(token)
}

/// The first letters of a word, folded; an Arabic article left out.
pub(super) fn stem(form: &str) -> String {
    let lower = fold::case(form);
    let plain = fold::accents(&lower);
    let article = ARABIC_ARTICLES.iter().find_map(|article| plain.strip_prefix(article));
    let bare = article.filter(|rest| rest.chars().count() >= 3).unwrap_or(&plain);
    bare.chars().take(STEM_LETTERS).collect()
}

/// The class of a mark that translations keep; `None` for stops and commas.
fn mark(text: &str) -> Option<&'static str> {
    Some(match text.chars().next()? {
        '?' | '？' | '؟' => "?",
        '!' | '！' => "!",
        ':' | '：' => ":",
        ';' | '；' | '؛' => ";",
        '(' | '（' | '[' => "(",
        '"' | '“' | '„' | '«' | '「' | '『' | '《' => "\"",
        '…' => "…",
        '•' | '*' | '·' | '–' | '—' => "–",
        '%' | '％' => "%",
        '/' => "/",
        _ => return None,
    })
}

/// How a sentence ends: a headline without a stop is no body text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    /// With a stop.
    Stop,
    /// With a question mark.
    Question,
    /// With an exclamation mark.
    Exclamation,
    /// With a colon.
    Colon,
    /// With a comma or a semicolon: an item of a list.
    Pause,
    /// With another mark, a quotation mark or a bracket.
    Mark,
    /// With a word or a number, or empty.
    Open,
}

impl Ending {
    fn of(text: &str) -> Self {
        match text.trim_end().chars().next_back() {
            Some('.' | '。' | '…' | '۔' | '।') => Self::Stop,
            Some('?' | '？' | '؟') => Self::Question,
            Some('!' | '！') => Self::Exclamation,
            Some(':' | '：') => Self::Colon,
            Some(';' | '；' | '؛' | ',' | '，' | '、' | '،') => Self::Pause,
            Some(c) if !c.is_alphanumeric() => Self::Mark,
            _ => Self::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, lang: &str, expected: &[(&str, Kind)]) {
        let bags = Bags::of([text].into_iter(), &lang.parse().expect(lang));
        let found: Vec<_> = bags.terms.iter().map(|t| (t.key.as_str(), t.kind)).collect();
        for term in expected {
            assert!(found.contains(term), "{term:?} in {found:?}");
        }
        assert_eq!(bags.sentences.len(), 1);
    }

    #[test]
    fn a_text_becomes_terms() {
        use Kind::{Character, Figure, Mark, Word};
        check(
            "L'Élysée : « 2 000 présidents ? »",
            "fr",
            &[("elysee", Word), ("presid", Word), ("2000", Figure), (":", Mark), ("?", Mark)],
        );
        check("Share this page", "en", &[("share", Word)]);
        check("2024年6月25日，北京。", "zh", &[("2024-06-25", Figure), ("北京", Character)]);
        check("الحكومة", "ar", &[("حكومة", Word)]);
        check("", "en", &[]);
    }

    #[test]
    fn shares_leave_room_for_the_unseen() {
        let bags = Bags::of(["bridge bridge market"].into_iter(), &"en".parse().expect("en"));
        assert!(bags.shares().iter().sum::<f64>() < 1.0);
        let share = |key: &str| bags.find(Kind::Word, key).map(|t| bags.shares()[t as usize]);
        assert!(share("bridge") > share("market"));
    }
}
