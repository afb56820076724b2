//! Stops of Chinese and Japanese, after which no space is set.
//!
//! A quotation that closed behind its stop either ends the sentence or is followed
//! by who said it: `「…。」と述べた`, `“……。”他说。` In Japanese a particle shows that;
//! in Chinese a clause that ends with a verb of saying, unless the quotation was
//! introduced by a colon.

use super::follower::MOST_MARKS;
use super::language::Language;
use super::line::Line;
use super::rules::{LONGEST_QUOTATION, in_brackets_alone};
use super::stops;

/// A clause that says who spoke, in characters: name, office, time and place.
const LONGEST_ATTRIBUTION: usize = 40;

/// Whether no space need follow the stops from `place` to `run`.
pub(super) fn is_unspaced_end(line: &Line, place: usize, run: usize, closed: usize) -> bool {
    let Some(last) = line.before(run) else { return false };
    stops::is_unspaced_stop(last)
        || line.at(closed).is_some_and(stops::is_unspaced)
        || (stops::is_exclamation(last) && line.before(place).is_some_and(stops::is_unspaced))
}

/// The place behind the sentence whose stops stand from `place` to `run` and whose closing
/// marks end at `closed`, where it ends there.
pub(super) fn end(
    line: &Line,
    start: usize,
    (place, run, closed): (usize, usize, usize),
    language: &Language,
) -> Option<usize> {
    let last = line.before(run)?;
    let between_digits = matches!(last, '．' | '.')
        && line.at(run).is_some_and(|c| c.is_numeric() || c.is_ascii_alphanumeric());
    if between_digits || (last == '.' && run - place == 1) || in_brackets_alone(line, place, run) {
        return None;
    }
    let goes_on = match line.at(line.skip_space(closed)) {
        // A quotation that closed goes on with a particle, a comma or a bracket.
        Some(c) if closed > run => {
            is_hiragana(c)
                || is_continuing(c)
                || stops::is_stop(c)
                || is_attributed(line, start, run, closed, language)
        }
        Some(c) => is_continuing(c) || stops::is_stop(c),
        None => false,
    };
    (!goes_on && closed < line.len()).then_some(closed)
}

/// Whether the clause behind a quotation says who spoke.
fn is_attributed(
    line: &Line,
    start: usize,
    run: usize,
    closed: usize,
    language: &Language,
) -> bool {
    if is_introduced(line, start, run) {
        return false;
    }
    let end = line.skip(closed, LONGEST_ATTRIBUTION, |c| {
        !stops::is_stop(c) && !is_continuing(c) && !matches!(c, ':' | '“' | '「' | '《' | '\n')
    });
    let clause: String = line.chars(closed, end).collect();
    language.ends_with_saying(clause.trim_end())
}

/// Whether a colon or comma stands before the quotation's opening mark.
fn is_introduced(line: &Line, start: usize, run: usize) -> bool {
    let from = start.max(run.saturating_sub(LONGEST_QUOTATION));
    let back = line.chars(from, run).rev().position(|c| matches!(c, '“' | '「' | '『' | '‘' | '"'));
    let Some(back) = back else { return false };
    let open = run - back - 1;
    let mut marks = line.chars(from, open).rev().take(MOST_MARKS);
    marks
        .find(|c| !c.is_whitespace() && !matches!(c, '“' | '「' | '『' | '‘'))
        .is_some_and(|c| matches!(c, '：' | ':' | '，' | ','))
}

/// Japanese particles after a quotation are hiragana.
const fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

/// A mark that no sentence begins with.
const fn is_continuing(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '；' | ';' | '：' | '）' | '」' | '』' | '〉' | '》' | '・')
}
