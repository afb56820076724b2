//! The form of a block: what can be said of it without its neighbours.

use super::phrases;
use crate::model::{Date, Lang, RawBlock, Role};
use crate::text::lang::Evidence;
use crate::text::{Value, ValueKind, date, script, value};

/// Letters below which a block is short, a Chinese or Japanese character counting as two.
const SHORT: usize = 100;

/// Letters from which on a block that ends with a stop is a paragraph.
const PARAGRAPH: usize = 40;

/// Letters from which on a block is a paragraph however it ends.
const LONG: usize = 400;

/// How a block ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a stop, and the marks that close after it.
    Stop,
    /// With a colon.
    Colon,
    /// With a comma or semicolon, or "and" of an enumeration cut short.
    Comma,
    /// With a letter or another mark.
    Open,
}

/// The form of a block.
pub(super) struct Shape<'a> {
    /// The block's text.
    pub text: &'a str,
    /// As phrases are compared.
    pub folded: String,
    /// What the format's reader knew.
    pub hint: Option<Role>,
    /// Letters, a Chinese or Japanese one counting as two.
    pub letters: usize,
    /// How it ends.
    pub ending: Ending,
    /// It seems to be in another language than the document.
    pub foreign: bool,
    /// It is in another language than the document.
    pub certainly_foreign: bool,
    /// Its numbers, dates and times.
    pub values: Vec<Value>,
}

impl<'a> Shape<'a> {
    pub(super) fn of(block: &'a RawBlock, own: Option<&Lang>, main: &Lang) -> Self {
        let text = block.text.trim();
        let letters = script::census(text).iter().map(|(_, count)| count).sum();
        let certainly_foreign = own.is_some_and(|own| !own.same_base(main));
        let foreign = certainly_foreign || is_foreign(text, letters, main);
        // Values matter in lines that may be a number or a date; paragraphs have none.
        let values = if letters < SHORT { value::values(text, main) } else { Vec::new() };
        let (folded, ending) = (phrases::folded(text), ending(text));
        Self { text, folded, hint: block.hint, letters, ending, foreign, certainly_foreign, values }
    }

    /// A paragraph of prose.
    pub(super) fn is_prose(&self) -> bool {
        let ends = matches!(self.ending, Ending::Stop | Ending::Colon);
        self.letters >= LONG || (ends && self.letters >= PARAGRAPH)
    }

    /// A line that is no sentence.
    pub(super) fn is_line(&self) -> bool {
        self.letters < SHORT && self.ending != Ending::Stop
    }

    /// The only value of the block, which covers all of it but marks.
    pub(super) fn sole(&self, kind: ValueKind) -> bool {
        matches!(self.values.as_slice(), [value] if value.kind == kind) && self.beside().is_empty()
    }

    /// The words beside the values, marks left out.
    pub(super) fn beside(&self) -> Vec<&str> {
        let mut words = Vec::new();
        let mut end = 0;
        for value in &self.values {
            words.push(self.text.get(end..value.start).unwrap_or_default());
            end = value.end;
        }
        words.push(self.text.get(end..).unwrap_or_default());
        words
            .into_iter()
            .flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\''))
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .collect()
    }

    /// Whether a value of this kind is in the block.
    pub(super) fn has(&self, kind: ValueKind) -> bool {
        self.values.iter().any(|value| value.kind == kind)
    }

    /// The mark of a list's item the block begins with.
    pub(super) fn bullet(&self) -> Option<char> {
        let mark = self.text.chars().next()?;
        let spaced = self.text.chars().nth(1).is_some_and(char::is_whitespace);
        let always = matches!(
            mark,
            '•' | '▪'
                | '▫'
                | '■'
                | '□'
                | '●'
                | '○'
                | '◦'
                | '‣'
                | '►'
                | '➢'
                | '✓'
                | '∙'
        );
        let dash = spaced && matches!(mark, '-' | '–' | '—' | '*' | '·' | '―');
        (always || dash || (self.is_counted() && !self.opens_with_date())).then_some(mark)
    }

    /// `5. Oktober 2017 – …` counts nothing.
    fn opens_with_date(&self) -> bool {
        /// Longer than any date.
        const LONGEST: usize = 40;
        let head: String = self.text.chars().take(LONGEST).collect();
        let dates = date::dates(&head, &Lang::undetermined());
        dates.first().is_some_and(|date| date.start == 0 && date.key.parse::<Date>().is_ok())
    }

    /// `1. `, `2) `, `(a) `, `а) ` before a text.
    fn is_counted(&self) -> bool {
        let opened = self.text.strip_prefix('(').unwrap_or(self.text);
        let rest = opened.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = opened.len() - rest.len();
        let rest = if digits == 0 {
            let mut letters = opened.chars();
            let lower = letters.next().is_some_and(char::is_lowercase);
            if lower { letters.as_str() } else { return false }
        } else {
            rest
        };
        let mark = rest.chars().next();
        let fits = mark == Some(')') || (mark == Some('.') && (1..=2).contains(&digits));
        fits && rest.chars().nth(1).is_some_and(char::is_whitespace)
    }

    /// An address of mail or the web, or a telephone number.
    pub(super) fn has_address(&self) -> bool {
        let mail = self.text.contains('@')
            || self.folded.contains(" at ") && self.folded.contains(" dot ");
        let web = ["http://", "https://", "www."].iter().any(|mark| self.folded.contains(mark));
        mail || web || self.has_telephone()
    }

    /// Seven digits or more with nothing but signs between them, begun by `+`, `(` or `0`, or
    /// labelled.
    fn has_telephone(&self) -> bool {
        let label =
            ["tel", "tél", "phone", "fax", "cell", "mobil", "тел", "факс", "هاتف", "电话", "電話"];
        let labelled = label.iter().any(|label| self.folded.contains(label));
        let mut digits = 0;
        let mut begun = false;
        for c in self.text.chars() {
            match c {
                '0'..='9' => {
                    begun |= digits == 0 && c == '0';
                    digits += 1;
                }
                '+' => (begun, digits) = (true, 0),
                ' ' | '(' | ')' | '-' | '/' | '.' | '\u{A0}' => {}
                _ => (begun, digits) = (false, 0),
            }
            if digits >= 7 && (begun || labelled) {
                return true;
            }
        }
        false
    }

    /// A line of addresses, paths and settings rather than of words: no item of a list, nothing
    /// to translate.
    pub(super) fn is_code(&self) -> bool {
        let technical = |word: &&str| word.contains(['/', '\\', '_', '=', '{', '}', '<', '>']);
        let letters = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).count();
        let code: usize = self.text.split_whitespace().filter(technical).map(letters).sum();
        code * 2 > letters(self.text)
    }

    /// A line of names of languages.
    pub(super) fn lists_languages(&self) -> bool {
        let listed = self.folded.split_once(':').map_or(self.folded.as_str(), |(_, rest)| rest);
        let words: Vec<&str> =
            listed.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        // Codes (`fr`) are words of other languages too: they count where all words are codes.
        let codes = words.iter().all(|word| word.len() <= 3);
        let named = |word: &&&str| (codes || word.len() > 3) && phrases::LANGUAGES.contains(**word);
        let known = words.iter().filter(named).count();
        known >= 2 && known * 2 > words.len() && !self.has(ValueKind::Date)
    }

    /// A path through a site: parts with slashes or angle marks between them.
    pub(super) fn is_breadcrumb(&self) -> bool {
        let parts = [" / ", " > ", " » ", " › ", " | ", " → ", " · ", " • "]
            .iter()
            .map(|mark| self.text.matches(mark).count())
            .max();
        parts.is_some_and(|marks| marks >= 2) && self.ending != Ending::Stop && self.letters < 300
    }

    /// A counter: figures and few words, such as `3 of 12`.
    pub(super) fn is_counter(&self) -> bool {
        let figures = self.values.iter().filter(|value| value.kind == ValueKind::Number).count();
        figures >= 1
            && self.letters <= 30
            && self.ending == Ending::Open
            && self.values.len() == figures
            && (figures >= 2
                || self.text.starts_with(|c: char| c.is_ascii_digit()) && self.letters < 12)
    }
}

/// Whether a line is in another language than the document: in a script the language is not
/// written in, or where both detectors find other languages.
fn is_foreign(text: &str, letters: usize, main: &Lang) -> bool {
    let sample: String = text.chars().take(400).collect();
    if letters < 8 || sample.contains("://") || sample.contains('@') {
        return false;
    }
    Evidence::of(&sample).speaks_against(main)
}

/// Whether a line breaks off after "and" or "or": an enumeration goes on.
fn ends_with_and(text: &str) -> bool {
    const WORDS: [&str; 20] = [
        "and", "or", "et", "ou", "und", "oder", "sowie", "y", "e", "o", "ed", "od", "и", "или",
        "а", "та", "і", "або", "و", "أو",
    ];
    let last = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    last.len() < text.len() && WORDS.contains(&last)
}

/// How a text ends.
fn ending(text: &str) -> Ending {
    let closers = [
        '"', '\'', '”', '’', '»', '›', '“', '‘', '«', ')', ']', '）', '」', '』', ' ', '\u{A0}',
        '\u{202F}',
    ];
    let last = text.trim_end_matches(closers).chars().next_back();
    match last {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '｡') => {
            Ending::Stop
        }
        Some(':' | '：') => Ending::Colon,
        Some(',' | ';' | '；' | '，' | '、' | '،' | '؛') => Ending::Comma,
        Some(_) if ends_with_and(text) => Ending::Comma,
        // Thai and Chinese copies end without a stop: length decides there.
        _ => Ending::Open,
    }
}
