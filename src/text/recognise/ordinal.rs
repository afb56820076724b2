//! Ordinals in figures: `1st`, `1er`, `2e`, `1º`, `3-й`, `第14`, German `der 3.`.
//!
//! Endings are data (`ordinal after`). A German or Polish stop is that of an ordinal
//! only where an article stands before it and a word behind it on the same line.
//! Left out: ordinals in words ("the first"), which are adverbs and names too.

use super::super::scan::Scan;
use super::lexicon::{Lexicon, What};

/// Where the ending of an ordinal ends, whose figure ends at byte `end`.
///
/// `before` is the place of the word before the figure.
pub(super) fn after(
    text: &str,
    end: usize,
    before: (usize, usize),
    lexicon: &Lexicon,
) -> Option<usize> {
    let scan = Scan::new(text, end);
    if let Some(after) = lexicon.eat(scan, What::Ordinal) {
        let goes_on = after.peek().is_some_and(char::is_alphanumeric);
        return (!goes_on).then(|| after.at());
    }
    let mut stop = scan;
    let stopped = stop.eat_if(|c| c == '.');
    let mut word = stop;
    let followed = word.eat_spaces(1) == 1 && word.peek().is_some_and(char::is_alphabetic);
    let article = || lexicon.is(text, before.0, before.1, What::OrdinalBefore);
    (stopped && followed && article()).then(|| stop.at())
}
