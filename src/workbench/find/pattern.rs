//! A query, and the places it is found at in a text.

use std::ops::Range;

use regex::{Captures, Regex};

use super::template;
use crate::text::expression::{self, ExpressionError};
use crate::text::folded::{Folded, Folding};
use crate::text::script::is_unspaced;
use crate::texts::t;

/// How a text is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The text is a regular expression.
    pub regex: bool,
    /// Capitals and small letters differ.
    pub match_case: bool,
    /// Whole words only.
    pub whole_word: bool,
    /// Accents and Arabic vowel signs make no difference.
    pub accents_off: bool,
    /// What takes the place of a hit is written in capitals as the hit was.
    pub keep_case: bool,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The text or expression.
    pub text: String,
    /// How it is looked for.
    pub options: Options,
}

/// A query ready to be looked for.
#[derive(Debug, Clone)]
pub struct Pattern {
    regex: Regex,
    folding: Folding,
    options: Options,
}

impl Query {
    /// Compiles the query; `None` where there is nothing to look for.
    ///
    /// # Errors
    /// The expression does not parse: where and why, in a sentence.
    pub fn compile(&self) -> Result<Option<Pattern>, String> {
        if self.text.is_empty() {
            return Ok(None);
        }
        let options = self.options;
        // In an expression a capital may have a meaning of its own (\S is not \s), so
        // case is left to it; accents are folded, which no sign of an expression has.
        let folding =
            Folding { case: !options.match_case && !options.regex, accents: options.accents_off };
        let folded = folding.key(&self.text);
        let expression = if options.regex { folded } else { regex::escape(&folded) };
        let regex = expression::compile(&expression, !options.regex || options.match_case)
            .map_err(|error| said(&error))?;
        Ok(Some(Pattern { regex, folding, options }))
    }
}

impl Pattern {
    /// Where it stands in a text, in bytes; hits do not overlap and none is empty.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let folded = self.folding.fold(text);
        let found = self.regex.find_iter(&folded.text).map(|found| found.range());
        found.filter_map(|found| self.place(text, &folded, found)).collect()
    }

    /// Where it stands in a text, and what `replacement` becomes there: `$1` or `${name}`
    /// is a group of an expression, `$$` a dollar sign.
    #[must_use]
    pub fn replaced(&self, text: &str, replacement: &str) -> Vec<(Range<usize>, String)> {
        let folded = self.folding.fold(text);
        let one = |groups: Captures<'_>| {
            let range = self.place(text, &folded, groups.get(0)?.range())?;
            let group = |name: &str| {
                let found = match name.parse::<usize>() {
                    Ok(number) => groups.get(number),
                    Err(_) => groups.name(name),
                };
                found.and_then(|found| text.get(folded.place(found.range())?)).unwrap_or("")
            };
            let new = if self.options.regex {
                template::expand(replacement, group)
            } else {
                replacement.to_owned()
            };
            let hit = text.get(range.clone())?;
            let new = if self.options.keep_case { template::in_case_of(hit, &new) } else { new };
            Some((range, new))
        };
        self.regex.captures_iter(&folded.text).filter_map(one).collect()
    }

    fn place(&self, text: &str, folded: &Folded<'_>, found: Range<usize>) -> Option<Range<usize>> {
        let range = folded.place(found).filter(|range| !range.is_empty())?;
        (!self.options.whole_word || is_whole(text, &range)).then_some(range)
    }
}

/// Why an expression was refused, in the language that is spoken; what is wrong within it is
/// English.
#[must_use]
pub fn said(error: &ExpressionError) -> String {
    match error {
        ExpressionError::NotOne(why) => {
            let why = why.as_deref().unwrap_or_else(|| t!("pattern-does-not-parse"));
            t!("pattern-not-one", why = why)
        }
        ExpressionError::TooLarge => t!("pattern-the-regular-expression-is-too-large").to_owned(),
        ExpressionError::Other(why) => why.clone(),
    }
}

/// Whether no word goes on at either end of a stretch.
pub(in crate::workbench) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let ends_at = |at: usize| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at..).and_then(|tail| tail.chars().next());
        !(before.is_some_and(goes_on) && after.is_some_and(goes_on))
    };
    ends_at(range.start) && ends_at(range.end)
}

/// Whether a character goes on with a word. Scripts without spaces have no ends of words
/// to be seen; every place in them may be one.
fn goes_on(c: char) -> bool {
    (c.is_alphanumeric() && !is_unspaced(c)) || ('\u{300}'..='\u{36F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: the flags of the query (`r` regex, `c` match case, `w` whole word, `a`
    /// accents off, `k` keep case), what is looked for, the text, its hits.
    const FOUND: [(&str, &str, &str, &[&str]); 13] = [
        ("", "accord", "Un accord, des Accords.", &["accord", "Accord"]),
        ("w", "accord", "Un accord, des Accords.", &["accord"]),
        ("c", "Accord", "Un accord, des Accords.", &["Accord"]),
        ("a", "velt", "Vélt et VÊLT", &["Vélt", "VÊLT"]),
        ("", "a.c", "abc a.c", &["a.c"]),
        ("r", "a.c", "abc A.C", &["abc", "A.C"]),
        ("rc", r"\b[A-Z]\w+", "le Ministre parle", &["Ministre"]),
        ("r", "x*", "axxb", &["xx"]),
        ("w", "部长", "外交部长说", &["部长"]),
        ("w", "дом", "дома дом", &["дом"]),
        ("ra", "é+t", "ÉÉT eet", &["ÉÉT", "eet"]),
        ("", "straße", "STRASSE Straße", &["Straße"]),
        ("a", "وزير", "قال الوَزِيــر", &["وَزِيــر"]),
    ];

    fn pattern(flags: &str, text: &str) -> Pattern {
        let has = |flag| flags.contains(flag);
        let options = Options {
            regex: has('r'),
            match_case: has('c'),
            whole_word: has('w'),
            accents_off: has('a'),
            keep_case: has('k'),
        };
        let query = Query { text: text.to_owned(), options };
        query.compile().expect("it parses").expect("there is something")
    }

    #[test]
    fn a_query_finds_what_it_says() {
        for (flags, query, text, expected) in FOUND {
            let found = pattern(flags, query).find(text);
            let found: Vec<&str> = found.into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{query} ({flags}) in {text}");
        }
    }

    #[test]
    fn a_replacement_is_put_together() {
        for (flags, query, replacement, text, expected) in [
            ("r", r"(\d+) (mars|avril)", "$2 $1", "le 12 mars", "mars 12"),
            ("r", r"(?P<day>\d+)\.", "${day}$$", "12.", "12$"),
            ("", "12", "$1", "12", "$1"),
            ("ra", "(etat) (m)", "$2 $1", "État membre", "m État"),
            ("k", "accord", "traité", "ACCORD", "TRAITÉ"),
            ("k", "accord", "traité", "Accord", "Traité"),
            ("k", "accord", "traité", "accord", "traité"),
            ("k", "accord", "ONU", "accord", "ONU"),
            ("r", "(a)|b", "[$1]", "b", "[]"),
        ] {
            let made = pattern(flags, query).replaced(text, replacement);
            assert_eq!(made.first().map(|(_, new)| new.as_str()), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_does_not_parse_says_why() {
        let options = Options { regex: true, ..Options::default() };
        let query = Query { text: "(a".to_owned(), options };
        let error = query.compile().expect_err("a group is open");
        assert_eq!(error, "not a regular expression: unclosed group");
    }
}
