//! Tokens: what the aligner counts and the memory compares.
//!
//! | text | tokens |
//! |---|---|
//! | `l'ONU` | `l'`, `ONU` |
//! | `aujourd'hui`, `don't` | one word |
//! | `Lukashenko's` | `Lukashenko`, `'s` |
//! | `euro-atlantique` | `euro`, `-`, `atlantique` |
//! | `2 000`, `6,4 %`, `14:49`, `0417-12-03-2026` | one number |
//! | `25 juin 2024`, `June 25, 2024`, `25.06.2024`, `2024年6月25日` | one date |
//! | `U.S.`, `https://example.org/a`, `press@example.org` | one word |
//! | `北京。` | `北`, `京`, `。` |
//!
//! White space belongs to no token; everything else does. The words are close to
//! those of Unicode annex 29. Left out: dictionaries for Chinese, Japanese, Thai.

use super::scan::{Scan, is_digit, is_mark};
use super::script::is_unspaced;
use super::{date, number, time};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TokenKind {
    /// A word, an address, or one character of a script without spaces.
    Word,
    /// A number with its separators and its share sign, a time, a document's number.
    Number,
    /// A date, whole or in part.
    Date,
    /// A mark of punctuation.
    Punct,
    /// Anything else: currency, arithmetic, pictures, control characters.
    Symbol,
}

/// A token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// The token as written.
    pub text: &'a str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text in order.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    let mut scan = Scan::new(text, 0);
    let has = Has::look(text);
    loop {
        scan.eat_while(char::is_whitespace);
        let start = scan.at();
        let Some(first) = scan.peek() else { return tokens };
        let kind = eat(text, &mut scan, first, has);
        tokens.push(Token { text: scan.since(start), start, kind });
    }
}

/// What a text has anywhere: most sentences have neither, and are not searched word by word.
#[derive(Clone, Copy)]
struct Has {
    digits: bool,
    addresses: bool,
}

impl Has {
    fn look(text: &str) -> Self {
        let digits = text.contains(is_digit);
        let addresses = text.contains('@') || text.contains("://") || text.contains("www.");
        Self { digits, addresses }
    }
}

/// Passes one token and says what it is.
fn eat<'a>(text: &'a str, scan: &mut Scan<'a>, first: char, has: Has) -> TokenKind {
    let start = scan.at();
    let mut to = |end: usize| *scan = Scan::new(text, end);
    if has.digits && (is_digit(first) || first.is_alphabetic()) {
        if let Some((end, _)) = number::document_number(text, start) {
            to(end);
            return TokenKind::Number;
        }
        if let Some(found) = date::at(text, start) {
            to(found.end);
            return TokenKind::Date;
        }
    }
    if is_digit(first) {
        let time = time::at(text, start).map(|(end, _)| end);
        to(time.or_else(|| number::figure_end(text, start)).unwrap_or(start));
        eat_share(scan);
        return TokenKind::Number;
    }
    if first.is_alphanumeric() || is_mark(first) {
        eat_word(scan, first, has);
        return TokenKind::Word;
    }
    scan.bump();
    if is_apostrophe(first) && eat_genitive(scan) {
        return TokenKind::Word;
    }
    if is_punctuation(first) {
        scan.eat_while(|c| c == first && matches!(c, '.' | '-' | '*' | '#' | '_'));
        return TokenKind::Punct;
    }
    TokenKind::Symbol
}

/// Passes ` %` after a number.
fn eat_share(scan: &mut Scan) {
    let mut after = *scan;
    after.eat_spaces(1);
    if after.eat_if(|c| matches!(c, '%' | '‰' | '％' | '٪')) {
        *scan = after;
    }
}

/// Passes a word that begins with `first`.
fn eat_word(scan: &mut Scan, first: char, has: Has) {
    if is_unspaced(first) {
        scan.bump();
        scan.eat_while(is_mark);
        return;
    }
    if (has.addresses && eat_address(scan)) || eat_initials(scan) {
        return;
    }
    let start = scan.at();
    loop {
        scan.eat_while(|c| (c.is_alphanumeric() || is_mark(c)) && !is_unspaced(c));
        let mut after = *scan;
        let joined = after.eat_if(is_apostrophe) && after.peek().is_some_and(char::is_alphabetic);
        if !joined || eat_genitive(&mut after) {
            return;
        }
        let elided = is_elision(scan.since(start));
        *scan = after;
        if elided {
            return;
        }
    }
}

pub(super) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Passes the `s` of an English genitive whose apostrophe was passed.
fn eat_genitive(scan: &mut Scan) -> bool {
    let mut after = *scan;
    let alone = after.eat_if(|c| matches!(c, 's' | 'S'))
        && !after.peek().is_some_and(|c| c.is_alphanumeric() || is_apostrophe(c));
    if alone {
        *scan = after;
    }
    alone
}

/// Words that French, Italian and Catalan cut before a vowel.
pub(super) fn is_elision(word: &str) -> bool {
    const ELIDED: &[&str] = &[
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
        "quelqu", "presqu", "un", "dell", "all", "nell", "dall", "sull", "coll", "quell", "quest",
        "bell", "sant", "anch", "com", "dov", "cos", "gl", "nient", "null", "tutt",
    ];
    word.len() <= 7 && ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(word))
}

/// The longest name before the `@` of a mail address (RFC 5321 §4.5.3.1), in characters.
const LONGEST_HOST: usize = 64;

/// Passes an address of the web or of mail.
fn eat_address(scan: &mut Scan) -> bool {
    let start = scan.at();
    let mut after = *scan;
    let in_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    (0..LONGEST_HOST).take_while(|_| after.eat_if(in_host)).count();
    let host = after.since(start);
    let web = host.starts_with("www.") && host.len() > 5 || after.eat_str("://");
    if !web && (host.is_empty() || !after.eat_if(|c| c == '@')) {
        return false;
    }
    let fits = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    if after.eat_while(fits) == 0 && !host.starts_with("www.") {
        return false;
    }
    let passed = after.since(start).trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']);
    scan.skip(passed.chars().count());
    true
}

/// More letters with stops than any abbreviation has.
const MOST_INITIALS: usize = 8;

/// Passes single letters with stops: `U.S.`, `т.д.`
fn eat_initials(scan: &mut Scan) -> bool {
    let mut after = *scan;
    let mut letters = 0;
    while letters < MOST_INITIALS {
        let mut next = after;
        let letter = next.eat_if(char::is_alphabetic) && next.eat_if(|c| c == '.');
        if !letter {
            break;
        }
        letters += 1;
        after = next;
    }
    let goes_on = after.peek().is_some_and(char::is_alphanumeric);
    if letters >= 2 && !goes_on {
        *scan = after;
    }
    letters >= 2 && !goes_on
}

/// Whether a character is punctuation rather than a symbol.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~')
        || matches!(
            c,
            '\u{A1}'
                | '§'
                | '«'
                | '¶'
                | '·'
                | '»'
                | '¿'
                | '،'
                | '؛'
                | '؟'
                | '۔'
                | '־'
                | '׳'
                | '״'
        )
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{3003}')
        || matches!(c, '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '・' | '\u{FE10}'..='\u{FE6F}')
        || matches!(c, '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF3F}')
        || matches!(c, '\u{FF5B}'..='\u{FF65}' | '।' | '॥' | '՝' | '։')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Tokens joined by `|`.
    fn check(text: &str, expected: &str) {
        let found: Vec<_> = tokens(text).iter().map(|token| token.text).collect();
        assert_eq!(found.join("|"), expected, "{text}");
    }

    #[test]
    fn a_text_falls_into_tokens() {
        let cases = [
            ("l'ONU et aujourd'hui", "l'|ONU|et|aujourd'hui"),
            ("qu’elle n'a pas", "qu’|elle|n'|a|pas"),
            ("dell'Unione, un po' di", "dell'|Unione|,|un|po|'|di"),
            ("Don't! The minister's car", "Don't|!|The|minister|'s|car"),
            ("euro-atlantique (OCS)", "euro|-|atlantique|(|OCS|)"),
            ("les 2 000 et 6,4 % de 17'500", "les|2 000|et|6,4 %|de|17'500"),
            ("in 2024, 300 people", "in|2024|,|300|people"),
            ("14:49 0417-12-03-2026 SC/8215", "14:49|0417-12-03-2026|SC/8215"),
            ("le 25 juin 2024.", "le|25 juin 2024|."),
            ("am 25. Juni 2024 in Minsk", "am|25. Juni 2024|in|Minsk"),
            ("June 25th, 2024, in", "June 25th, 2024|,|in"),
            ("25.06.2024 und 2024-06-25", "25.06.2024|und|2024-06-25"),
            ("于2024年6月25日在北京。", "于|2024年6月25日|在|北|京|。"),
            ("المؤتمر 25 يونيو 2024", "المؤتمر|25 يونيو 2024"),
            ("the U.S. and the E.U.", "the|U.S.|and|the|E.U."),
            ("see https://example.org/a?b=1. End", "see|https://example.org/a?b=1|.|End"),
            ("(press@example.org)", "(|press@example.org|)"),
            ("5 € + $3", "5|€|+|$|3"),
            ("COVID19 G7 5G 25th", "COVID19|G7|5|G|25|th"),
            ("… *** ###", "…|***|###"),
            ("ไทย", "ไ|ท|ย"),
            ("  ", ""),
        ];
        for (text, expected) in cases {
            check(text, expected);
        }
    }

    #[test]
    fn a_token_has_a_kind() {
        use TokenKind::{Date, Number, Punct, Symbol, Word};
        let kinds: Vec<_> = tokens("Le 3 mai, 5 % : 7 €").iter().map(|token| token.kind).collect();
        assert_eq!(kinds, [Word, Date, Punct, Number, Punct, Number, Symbol]);
    }

    fn is_blank(between: Option<&str>) -> bool {
        between.is_some_and(|text| text.chars().all(char::is_whitespace))
    }

    proptest! {
        #[test]
        fn tokens_cover_all_but_white_space(text in "\\PC{0,60}|[0-9 .,'/-]{0,30}|[a-zA-Zéя中 .0-9'’@:/]{0,60}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(!token.text.is_empty());
                prop_assert!(is_blank(text.get(end..token.start)));
                end = token.start + token.text.len();
                prop_assert_eq!(text.get(token.start..end), Some(token.text));
            }
            prop_assert!(is_blank(text.get(end..)));
        }
    }
}
