//! Where a sentence ends.
//!
//! At a run of stops with the quotation marks and brackets that close after it:
//!
//! 1. A blank line ends it always.
//! 2. After `。！？` it ends at once, unless the quotation it closed goes on
//!    (`「…。」と`).
//! 3. Else a space must follow, and no small letter after it.
//! 4. After `!`, `?`, `…` it ends.
//! 5. After a stop, the word before it decides: an abbreviation by its class, an
//!    initial or `U.S.` goes on unless a word that begins sentences follows, a
//!    number at the sentence's head counts its items (`1. `), and where the
//!    language has such ordinals a short number goes on (`25. Juni`).

use super::language::{Abbreviation, Language};
use super::line::Line;
use super::stops;

/// Longer words are no abbreviations and begin no sentence of note, in characters.
const LONGEST_WORD: usize = 24;

/// A bound on looking back, so that the time stays linear, in characters.
const LONGEST_QUOTATION: usize = 2_000;

/// More quotation marks and brackets in a row than any text has.
const MOST_MARKS: usize = 8;

/// The place behind the sentence that began at `start`, where `place` is at the first of the
/// marks that end it. Places count characters.
pub(super) fn end_at(
    line: &Line,
    start: usize,
    place: usize,
    language: &Language,
) -> Option<usize> {
    let c = line.at(place)?;
    if matches!(c, '\n' | '\r' | '\u{2029}') {
        return blank_line(line, place);
    }
    let first_of_run = stops::is_stop(c) && !line.before(place).is_some_and(stops::is_stop);
    if !first_of_run || place < start {
        return None;
    }
    let run = line.skip(place, usize::MAX, stops::is_stop);
    let last = line.before(run)?;
    let unspaced_end = line.skip(run, MOST_MARKS, stops::is_unspaced_closer);
    if stops::is_unspaced_stop(last) || line.at(unspaced_end).is_some_and(stops::is_unspaced) {
        return unspaced(line, place, run, unspaced_end);
    }
    let sentence = behind_closers(line, start, run);
    if !line.at(sentence)?.is_whitespace() {
        return None;
    }
    let follower = Follower::after(line, sentence)?;
    let ends = !follower.goes_on(line, start, place, language)
        && !in_brackets_alone(line, place, run)
        && (run - place > 1
            || !stops::is_full_stop(last)
            || full_stop_ends(line, start, place, &follower, language));
    let empty = line.skip_space(start) == place;
    (ends && !empty).then_some(sentence)
}

/// Two line ends with nothing but spaces between, or a paragraph separator.
fn blank_line(line: &Line, place: usize) -> Option<usize> {
    let end = line.skip_space(place);
    let mut breaks = 0;
    let mut last = ' ';
    for c in line.chars(place, end) {
        breaks += match c {
            '\u{2029}' => 2,
            '\n' if last == '\r' => 0,
            '\n' | '\r' => 1,
            _ => 0,
        };
        last = c;
    }
    (breaks > 1).then(|| line.trim_space(0, place))
}

/// The place behind the marks that close after a run of stops, and behind the numbers of
/// notes (`[4]`).
fn behind_closers(line: &Line, start: usize, run: usize) -> usize {
    let mut place = line.skip(run, MOST_MARKS, stops::is_closer);
    // French sets a space before its closing mark.
    let spaced = line.skip(place, 1, |c| c.is_whitespace() && !matches!(c, '\n' | '\r'));
    let behind = line.at(spaced + 1);
    let closes = match line.at(spaced) {
        Some('»' | '›') => !behind.is_some_and(char::is_alphanumeric),
        Some('"') => behind.is_none_or(char::is_whitespace) && is_quoting(line, start, run),
        _ => false,
    };
    if spaced > place && closes {
        place = line.skip(spaced, MOST_MARKS, stops::is_closer);
    }
    behind_note(line, place).unwrap_or(place)
}

/// The place behind the number of a note or a mark of omission: ` [4]`, ` […]`.
fn behind_note(line: &Line, place: usize) -> Option<usize> {
    let open = line.skip(place, 1, |c| c == ' ');
    let bracket = line.at(open).filter(|c| matches!(c, '[' | '('))?;
    let inside = |c: char| matches!(c, '.' | '…') || (bracket == '[' && c.is_ascii_digit());
    let close = line.skip(open + 1, 3, inside);
    let closed = matches!((bracket, line.at(close)?), ('[', ']') | ('(', ')'));
    (close > open + 1 && closed).then_some(close + 1)
}

/// Whether a straight quotation mark is open in a sentence, looked for as far back as a
/// quotation may be long.
fn is_quoting(line: &Line, start: usize, run: usize) -> bool {
    let from = start.max(run.saturating_sub(LONGEST_QUOTATION));
    line.chars(from, run).filter(|&c| c == '"').count() % 2 == 1
}

/// Whether the run of stops is all that stands in a pair of brackets: `(!)`.
fn in_brackets_alone(line: &Line, place: usize, run: usize) -> bool {
    let opened = line.before(place).is_some_and(|c| matches!(c, '(' | '[' | '（'));
    opened && line.at(run).is_some_and(|c| matches!(c, ')' | ']' | '）'))
}

/// Rule 2: where nothing need follow the stop.
fn unspaced(line: &Line, place: usize, run: usize, sentence: usize) -> Option<usize> {
    let last = line.before(run)?;
    let between_digits = matches!(last, '．' | '.')
        && line.at(run).is_some_and(|c| c.is_numeric() || c.is_ascii_alphanumeric());
    if between_digits || (last == '.' && run - place == 1) || in_brackets_alone(line, place, run) {
        return None;
    }
    let next = line.at(line.skip_space(sentence));
    let closed = sentence > run;
    let goes_on = match next {
        // A quotation that closed goes on with a particle, a comma or a bracket.
        Some(c) if closed => is_hiragana(c) || is_continuing(c) || stops::is_stop(c),
        Some(c) => is_continuing(c) || stops::is_stop(c),
        None => false,
    };
    (!goes_on && sentence < line.len()).then_some(sentence)
}

/// Japanese particles after a quotation are hiragana.
const fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

/// A mark that no sentence begins with.
const fn is_continuing(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '；' | ';' | '：' | '）' | '」' | '』' | '〉' | '》' | '・')
}

/// What follows the space after a stop.
struct Follower {
    /// The first letter or figure, behind opening marks; the first mark where there is none.
    first: char,
    /// The first mark, where one stands before that.
    mark: char,
    /// The word it begins.
    word: String,
}

impl Follower {
    fn after(line: &Line, sentence: usize) -> Option<Self> {
        let begin = line.skip_space(sentence);
        let mut place = line.skip(begin, MOST_MARKS, |c| stops::is_opener(c) || c == ' ');
        if !line.at(place).is_some_and(char::is_alphanumeric) {
            place = begin;
        }
        let first = line.at(place)?;
        let end = line.skip(place, LONGEST_WORD, char::is_alphanumeric);
        Some(Self { first, mark: line.at(begin)?, word: line.chars(place, end).collect() })
    }

    /// Whether the sentence goes on whatever the stop: with a mark that begins none, or with a
    /// small letter, unless it began with one itself (a text without capitals) or an address
    /// of the web follows.
    fn goes_on(&self, line: &Line, start: usize, place: usize, language: &Language) -> bool {
        if matches!(
            self.mark,
            ',' | ';' | ':' | ')' | '.' | '!' | '?' | '،' | '/' | '=' | '+' | '&'
        ) {
            return true;
        }
        if !self.first.is_lowercase() || matches!(self.word.as_str(), "http" | "https" | "www") {
            return false;
        }
        let head = line.skip(start, MOST_MARKS, |c| !c.is_alphanumeric());
        let small = line.at(head).is_some_and(char::is_lowercase);
        let word: String = line.chars(word_before(line, start, place), place).collect();
        let whole = word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
        !(small && whole && language.abbreviation(&word).is_none())
    }

    /// A figure or a Roman numeral.
    fn is_number(&self) -> bool {
        self.first.is_numeric()
            || self.word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
    }
}

/// Rule 5: whether a single full stop ends the sentence.
fn full_stop_ends(
    line: &Line,
    start: usize,
    place: usize,
    next: &Follower,
    language: &Language,
) -> bool {
    let word_start = word_before(line, start, place);
    let word: String = line.chars(word_start, place).collect();
    let begins = || stops::has_case(next.first) && language.starts_sentences(&next.word);
    if word.is_empty() {
        let spaced = line.before(place).is_none_or(char::is_whitespace);
        return !spaced || next.first.is_uppercase();
    }
    if at_head(line, start, word_start) && is_item_number(&word) {
        return false;
    }
    match language.abbreviation(&word) {
        Some(Abbreviation::Never) => return false,
        Some(Abbreviation::BeforeNumber) if next.is_number() => return false,
        Some(Abbreviation::MayEnd) => return begins(),
        _ => {}
    }
    if is_initial(&word) || is_initials(&word) {
        return begins();
    }
    if language.ordinals && is_short_number(&word) {
        return begins();
    }
    true
}

/// Where the word before a stop begins, not before `start`.
fn word_before(line: &Line, start: usize, place: usize) -> usize {
    let from = place.saturating_sub(LONGEST_WORD).max(start);
    let inside = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | 'º' | 'ª');
    let length = line.chars(from, place).rev().take_while(inside).count();
    let word_start = place - length;
    word_start + line.chars(word_start, place).take_while(|c| !c.is_alphanumeric()).count()
}

/// Whether only marks stand between the sentence's start and a word.
fn at_head(line: &Line, start: usize, word: usize) -> bool {
    word - start <= MOST_MARKS && !line.chars(start, word).any(char::is_alphanumeric)
}

/// `1`, `12`, `a`, `B`, `IV`, `2.1`: the number of a list's item or a heading.
fn is_item_number(word: &str) -> bool {
    let parts = word.split('.').all(|part| {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits || part.chars().count() == 1
    });
    let roman = word.len() <= 4 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    parts || roman
}

/// A letter alone, small or capital.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(stops::has_case) && letters.next().is_none()
}

/// Letters alone with stops or hyphens between them: `U.S`, `т.д`, `J.-P`.
fn is_initials(word: &str) -> bool {
    word.contains('.')
        && word.split(['.', '-']).all(|part| part.chars().count() <= 2)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-'))
}

/// A figure of at most two digits, or a Roman numeral.
fn is_short_number(word: &str) -> bool {
    let digits = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    digits || word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}
