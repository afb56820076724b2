//! Which words of a text are checked for their spelling.
//!
//! | text | checked |
//! |---|---|
//! | `l’accord` (French, Italian, Catalan) | `accord` |
//! | `aujourd’hui`, `don't` | the whole |
//! | `Anna's` | `Anna` |
//! | `avant-garde` | the whole, or each part |
//! | `ONU`, `U.S.`, `12a`, `COVID-19`, `I` | nothing |
//! | `https://example.org/a`, `press@example.org`, `example.org` | nothing |
//! | `<b>`, `{1}` | nothing |
//! | Chinese, Japanese, Thai | nothing |
//!
//! Words are those of Unicode annex 29, joined by hyphens. Whether a word is known is the
//! matter of a dictionary. Left out: roots inside compounds; languages mixed in a sentence.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::script;
use super::token::{is_apostrophe, is_elision};
use crate::model::Lang;

/// Languages that write no spaces between words, or have no dictionary of words.
const SILENT: &[&str] = &["zh", "ja", "th", "lo", "km", "my", "yue", "und"];
/// Languages that cut short words before a vowel.
const ELIDING: &[&str] = &["fr", "it", "ca", "oc", "co", "lij", "pms", "vec"];

/// Words that are checked together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The whole: a word, or words joined by hyphens.
    pub whole: Range<usize>,
    /// The words in it that are checked when the whole is not known, in order.
    pub parts: Vec<Range<usize>>,
}

/// Whether texts of a language are checked at all.
#[must_use]
pub fn is_checked(lang: &Lang) -> bool {
    !SILENT.contains(&lang.base())
}

/// What of a text is checked, in order.
#[must_use]
pub fn checked(text: &str, lang: &Lang) -> Vec<Checked> {
    if !is_checked(lang) {
        return Vec::new();
    }
    let mut all: Vec<Checked> = Vec::new();
    // Where the run of words and hyphens ends that comes last.
    let mut end = None;
    for (start, word) in text.unicode_word_indices() {
        let range = start..start + word.len();
        let joined = end.is_some_and(|end| text.get(end..start).is_some_and(is_hyphen));
        end = Some(range.end);
        match all.last_mut().filter(|last| joined && last.whole.start < start) {
            Some(last) => {
                last.whole.end = range.end;
                last.parts.push(range);
            }
            None => all.push(Checked { whole: range.clone(), parts: vec![range] }),
        }
    }
    all.retain_mut(|checked| {
        let is_one = checked.parts.len() == 1;
        let passed = is_address(text, &checked.whole) || is_tag(text, &checked.whole);
        checked.parts.retain_mut(|part| {
            *part = stem(text, part.clone(), lang);
            text.get(part.clone()).is_some_and(is_word)
        });
        if let [only] = checked.parts.as_slice()
            && is_one
        {
            checked.whole = only.clone();
        }
        !passed && !checked.parts.is_empty()
    });
    all
}

fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "\u{2010}" | "\u{2011}")
}

/// A word without what is cut before it and without the `'s` of an English genitive.
fn stem(text: &str, range: Range<usize>, lang: &Lang) -> Range<usize> {
    let word = text.get(range.clone()).unwrap_or_default();
    let mark = word.char_indices().find(|(_, c)| is_apostrophe(*c));
    let Some((at, mark)) = mark else { return range };
    let behind = at + mark.len_utf8();
    let (cut, rest) = (word.get(..at), word.get(behind..).unwrap_or_default());
    if ELIDING.contains(&lang.base()) && cut.is_some_and(is_elision) {
        return range.start + behind..range.end;
    }
    if lang.base() == "en" && rest.eq_ignore_ascii_case("s") {
        return range.start..range.start + at;
    }
    range
}

/// Whether a dictionary can tell anything of a word: it has no digit, is longer than a
/// letter, and is neither all capitals nor of a script without spaces.
fn is_word(word: &str) -> bool {
    word.chars().nth(1).is_some()
        && word.chars().all(|c| !c.is_numeric() && c != '_' && c != '.' && !script::is_unspaced(c))
        && !word.chars().any(script::is_cjk)
        && (word.chars().any(char::is_lowercase) || !word.chars().any(char::is_uppercase))
}

/// Whether a word is inside an address of the web or of mail.
fn is_address(text: &str, word: &Range<usize>) -> bool {
    let start = text.get(..word.start).and_then(|before| before.rfind(char::is_whitespace));
    let start = start.unwrap_or(0);
    let end = text.get(word.end..).and_then(|after| after.find(char::is_whitespace));
    let end = end.map_or(text.len(), |end| word.end + end);
    let run = text.get(start..end).unwrap_or_default();
    let has_host = || {
        // A stop between two words without a space: `example.org`.
        let word = text.get(word.clone()).unwrap_or_default();
        word.trim_matches('.').contains('.')
    };
    run.contains("://") || run.contains('@') || run.contains("www.") || has_host()
}

/// Whether a word is inside an inline tag, `<b>`, `</b>` or `{b}`.
fn is_tag(text: &str, word: &Range<usize>) -> bool {
    let before = text.get(..word.start).unwrap_or_default();
    let after = text.get(word.end..).unwrap_or_default();
    [('<', '>'), ('{', '}')].into_iter().any(|(open, close)| {
        let opened =
            before.rfind(open).filter(|&at| before.get(at..).is_some_and(|s| !s.contains(close)));
        let Some(opened) = opened else { return false };
        let name = before.get(opened + 1..).unwrap_or_default();
        // `a < b` is no tag: its name stands at once behind the bracket.
        let is_name = !name.starts_with(char::is_whitespace);
        is_name
            && after
                .find(close)
                .is_some_and(|at| after.get(..at).is_some_and(|s| !s.contains(open)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words by `|`; a whole of several parts as `whole=part+part`.
    fn check(lang: &str, text: &str, expected: &str) {
        let lang = lang.parse().expect("a language");
        let of = |range: &Range<usize>| text.get(range.clone()).expect("a range");
        let shown: Vec<String> = checked(text, &lang)
            .iter()
            .map(|checked| match checked.parts.as_slice() {
                [only] if *only == checked.whole => of(only).to_owned(),
                parts => {
                    let parts: Vec<&str> = parts.iter().map(of).collect();
                    format!("{}={}", of(&checked.whole), parts.join("+"))
                }
            })
            .collect();
        assert_eq!(shown.join("|"), expected, "{text:?}");
    }

    #[test]
    fn words_are_checked_and_nothing_else() {
        check("en", "The bridge opens.", "The|bridge|opens");
        check("fr", "l’accord d'aujourd’hui, qu’elle", "accord|aujourd’hui|elle");
        check("fr", "aujourd’hui L’État", "aujourd’hui|État");
        check("it", "dell’acqua", "acqua");
        check("en", "Anna’s don't", "Anna|don't");
        check("en", "the avant-garde U-turn", "the|avant-garde=avant+garde|U-turn=turn");
        check("fr", "euro\u{2011}atlantique", "euro\u{2011}atlantique=euro+atlantique");
        check("en", "NATO, U.S. and COVID-19 in 2024 12th A", "and|in");
        check("en", "at https://example.org/pagge, press@exampel.org or www.foo.org", "at|or");
        check("en", "see example.org now", "see|now");
        check("en", "A <b>bold</b> {tag} word", "bold|word");
        check("en", "two < three > one", "two|three|one");
        check("ru", "Мост открыт в Минске", "Мост|открыт|Минске");
        check("zh", "北京的桥 bridge", "");
        check("ja", "橋が開く", "");
        check("en", "橋 bridge", "bridge");
        check("en", "", "");
    }
}
