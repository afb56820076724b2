//! How a sentence ends: a stop, a question, an exclamation, a colon, or no mark.
//!
//! Marks of all scripts are of five classes; quotation marks and brackets behind them are
//! passed. A stop that belongs to an abbreviation (`etc.`, `Inc.`) is not held against the
//! other side, nor a semicolon against a comma or a stop, as items of lists have them.

use super::cause::Cause;
use super::finding::{Found, Severity, Side};
use super::reading::Pair;

/// How a text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Stop,
    Question,
    Exclamation,
    Colon,
    Ellipsis,
    /// A comma, a semicolon: an item of a list.
    Pause,
    None,
}

/// The last mark of a text with its class and its place in bytes.
fn end(text: &str) -> (End, Option<char>, usize) {
    let passed = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '“'
                    | '”'
                    | '«'
                    | '»'
                    | '’'
                    | '‘'
                    | '\''
                    | '」'
                    | '』'
                    | ')'
                    | '）'
                    | ']'
                    | '》'
            )
    };
    let bare = text.trim_end_matches(passed);
    let last = bare.chars().next_back();
    let class = match last {
        Some('…') => End::Ellipsis,
        Some('.') if bare.ends_with("...") => End::Ellipsis,
        Some('.' | '。' | '۔' | '।' | '．') => End::Stop,
        Some('?' | '？' | '؟') => End::Question,
        Some('!' | '！') => End::Exclamation,
        Some(':' | '：') => End::Colon,
        Some(';' | '；' | '؛' | ',' | '，' | '、' | '،') => End::Pause,
        _ => End::None,
    };
    let at = bare.len() - last.map_or(0, char::len_utf8);
    (class, last.filter(|_| class != End::None), at)
}

/// Tells ends that differ.
pub(super) fn check(row: &Pair<'_>, found: &mut Found) {
    let (source, target) = (row.source.text, row.target.text);
    let ((was, from, _), (is, to, at)) = (end(source), end(target));
    if was == is || may_stand(was, is) || is_greek_question(row, was, to) {
        return;
    }
    let lost = |end: End, text: &str| end == End::Stop && ends_short(text);
    if lost(was, source) || lost(is, target) {
        return;
    }
    let range = at..at + to.map_or_else(|| target.get(at..).map_or(0, str::len), char::len_utf8);
    let cause = Cause::EndMark { source: from, target: to };
    let finding = found.tell(row.row, row.side(Side::Target), range, cause);
    // A stop more or less is a matter of layout as often.
    if was == End::None || is == End::Pause || was == End::Pause {
        finding.at_most(Severity::Info);
    }
}

/// Ends that stand for one another in good translations.
const fn may_stand(was: End, is: End) -> bool {
    use End::{Colon, Ellipsis, Exclamation, None, Pause, Stop};
    matches!(
        (was, is),
        (Exclamation | Ellipsis | Pause | Colon, Stop)
            | (Stop, Exclamation | Colon)
            | (Pause, None)
            | (None | Stop, Pause)
    )
}

/// Greek asks with a semicolon.
fn is_greek_question(row: &Pair<'_>, was: End, to: Option<char>) -> bool {
    row.target.lang.base() == "el" && was == End::Question && to == Some(';')
}

/// Whether a text ends with an abbreviation's stop: a short word before it, with a capital
/// or another stop in it, or one that no sentence ends with.
fn ends_short(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "etc", "inc", "ltd", "co", "corp", "usw", "bzw", "др", "г", "гг", "р", "al", "no", "jr",
        "sr", "m", "st",
    ];
    /// Letters of an abbreviation in capitals.
    const LETTERS: usize = 2;
    let bare = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = bare.rsplit(char::is_whitespace).next().unwrap_or_default();
    let lower = word.to_lowercase();
    word.contains('.')
        || SHORT.contains(&lower.as_str())
        || (word.chars().count() <= LETTERS && word.chars().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_read_through_quotation_marks() {
        assert_eq!(end("He said \u{201C}no.\u{201D}").0, End::Stop);
        assert_eq!(end("他说：\u{201C}不。\u{201D}").0, End::Stop);
        assert_eq!(end("Oui\u{A0}?").0, End::Question);
        assert_eq!(end("a headline").0, End::None);
        assert!(ends_short("in the U.S."));
        assert!(!ends_short("in the city."));
    }
}
