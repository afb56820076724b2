//! Where a sentence ends.
//!
//! At a run of stops with the quotation marks and brackets that close after it:
//!
//! 1. A blank line ends it always.
//! 2. After `。！？` it ends at once ([`unspaced`]). Else a space must follow, and no
//!    mark that begins no sentence.
//! 3. Before a small letter it goes on, unless the word before a full stop is
//!    surely no abbreviation ([`Word::is_whole`]), or `?` and `!` stand behind a
//!    small letter and outside a quotation.
//! 4. After `!`, `?`, `…` it ends, unless a quotation closed that the next words
//!    attribute (`“Why?” Mr Name asked`).
//! 5. After a full stop, the word before it decides: an abbreviation by its class, an
//!    initial or `U.S.` goes on unless a word that begins sentences follows, a
//!    number at the sentence's head counts its items (`1. `), and where the
//!    language has such ordinals a short number goes on (`25. Juni`).
//!
//! Rule 3 departs from UAX #29 (SB8, no break before a small letter), rules 2 and 5
//! follow it and add what it leaves to tailoring.

use super::follower::{Follower, MOST_MARKS};
use super::language::{Abbreviation, Language};
use super::line::Line;
use super::stops;
use super::unspaced;
use super::word::Word;

/// A bound on looking back, so that the time stays linear, in characters.
pub(super) const LONGEST_QUOTATION: usize = 1_000;

/// Straight quotation marks that are looked at to tell which of two kinds one is.
const MOST_TURNS: usize = 16;

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
    let is_stop = |c: char| stops::is_stop(c) || (c == ';' && language.asks_with_semicolon);
    let first_of_run = is_stop(c) && !line.before(place).is_some_and(is_stop);
    if !first_of_run || place < start {
        return None;
    }
    let run = line.skip(place, usize::MAX, is_stop);
    let closed = line.skip(run, MOST_MARKS, stops::is_unspaced_closer);
    if unspaced::is_unspaced_end(line, place, run, closed) {
        return unspaced::end(line, start, (place, run, closed), language);
    }
    let stop = Stop { line, start, place, run, sentence: behind_closers(line, run), language };
    stop.ends().then_some(stop.sentence)
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

/// The place behind the marks that close after a run of stops, and behind the number of
/// a note (`[4]`).
fn behind_closers(line: &Line, run: usize) -> usize {
    let mut place = line.skip(run, MOST_MARKS, stops::is_closer);
    // French sets a space before its closing mark.
    let spaced = line.skip(place, 1, |c| c.is_whitespace() && !matches!(c, '\n' | '\r'));
    let behind = line.at(spaced + 1);
    let closes = match line.at(spaced) {
        Some('»' | '›') => !behind.is_some_and(char::is_alphanumeric),
        Some('"') => behind.is_none_or(char::is_whitespace) && is_quoting(line, run),
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

/// Whether a straight quotation mark is open, looked for as far back as a quotation may be
/// long and not beyond its line.
///
/// The nearest mark with a space on one side only tells; marks with spaces on both sides
/// take turns.
fn is_quoting(line: &Line, run: usize) -> bool {
    let from = run.saturating_sub(LONGEST_QUOTATION);
    let mut open = false;
    let mut turns = 0;
    for place in (from..run).rev() {
        match line.at(place) {
            Some('"') if turns < MOST_TURNS => turns += 1,
            Some('"' | '\n') => break,
            _ => continue,
        }
        let space_before = line.before(place).is_none_or(char::is_whitespace);
        let space_after = line.at(place + 1).is_none_or(char::is_whitespace);
        match (space_before, space_after) {
            (true, false) => return !open,
            (false, true) => return open,
            _ => open = !open,
        }
    }
    open
}

/// Whether the run of stops is all that stands in a pair of brackets: `(!)`.
pub(super) fn in_brackets_alone(line: &Line, place: usize, run: usize) -> bool {
    let opened = line.before(place).is_some_and(|c| matches!(c, '(' | '[' | '（'));
    opened && line.at(run).is_some_and(|c| matches!(c, ')' | ']' | '）'))
}

/// A run of stops and what surrounds it. Places count characters.
struct Stop<'a> {
    line: &'a Line,
    language: &'a Language,
    /// Where the sentence begins.
    start: usize,
    /// The first of the stops.
    place: usize,
    /// Behind the last of them.
    run: usize,
    /// Behind the marks that close after them.
    sentence: usize,
}

impl Stop<'_> {
    /// Whether the sentence ends here.
    fn ends(&self) -> bool {
        if !self.line.at(self.sentence).is_some_and(char::is_whitespace)
            || in_brackets_alone(self.line, self.place, self.run)
            || self.line.skip_space(self.start) == self.place
        {
            return false;
        }
        let Some(next) = Follower::after(self.line, self.sentence) else { return false };
        if next.is_continuing(self.line) {
            return false;
        }
        let word = Word::before(self.line, self.start, self.place, self.language);
        if self.is_full_stop() {
            if next.is_small() {
                self.sentence == self.run && self.is_over(&word, &next)
            } else {
                self.full_stop_ends(&word, &next)
            }
        } else if next.is_small() {
            self.asks() && self.question_is_over(&word, &next)
        } else {
            !(self.asks() && self.is_quoted() && next.is_attribution(self.line, self.language))
        }
    }

    /// A single full stop.
    fn is_full_stop(&self) -> bool {
        self.run - self.place == 1 && self.line.at(self.place).is_some_and(stops::is_full_stop)
    }

    /// `?` or `!`, also several.
    fn asks(&self) -> bool {
        self.line
            .before(self.run)
            .is_some_and(|c| !stops::is_full_stop(c) && !stops::is_ellipsis(c))
    }

    /// Whether a quotation closes behind the stops.
    fn is_quoted(&self) -> bool {
        self.sentence > self.run
    }

    /// Rule 3 for a full stop.
    fn is_over(&self, word: &Word<'_>, next: &Follower) -> bool {
        !next.is_inverted() && (word.is_whole() || (self.has_no_capitals() && word.may_be_whole()))
    }

    /// Whether the sentence began with a small letter itself, as in a text without capitals.
    fn has_no_capitals(&self) -> bool {
        let head = self.line.skip(self.start, MOST_MARKS, |c| !c.is_alphanumeric());
        self.line.at(head).is_some_and(char::is_lowercase)
    }

    /// Rule 3 for `?` and `!`: not in `Yahoo! said`, `– Да! – сказал он`, `« Oui ! dit-il`.
    fn question_is_over(&self, word: &Word<'_>, next: &Follower) -> bool {
        !self.is_quoted()
            && !next.is_dashed()
            && !next.is_inverted()
            && word.is_plain()
            && !self.is_speech()
    }

    /// Whether the sentence began with a dash, or a quotation is open in it.
    fn is_speech(&self) -> bool {
        let head = self.line.at(self.line.skip_space(self.start));
        let from = self.start.max(self.place.saturating_sub(LONGEST_QUOTATION));
        let mut open = false;
        for c in self.line.chars(from, self.place) {
            match c {
                '«' | '„' | '“' | '¿' | '¡' => open = true,
                '»' | '”' => open = false,
                _ => {}
            }
        }
        open || is_quoting(self.line, self.place) || head.is_some_and(stops::is_dash)
    }

    /// Rule 5: whether a single full stop ends the sentence.
    fn full_stop_ends(&self, word: &Word<'_>, next: &Follower) -> bool {
        let begins = || next.begins_sentences(self.line, self.language);
        if word.is_parted_from_stop() {
            return next.first.is_uppercase();
        }
        if word.text.is_empty() {
            return true;
        }
        if word.counts_items() || word.begins_abbreviation(&next.word) {
            return false;
        }
        match word.abbreviation() {
            Some(Abbreviation::Never) => return false,
            Some(Abbreviation::BeforeNumber) if next.is_number() => return false,
            Some(Abbreviation::MayEnd) => {
                let ends = begins() || (next.is_letter_without_case() && word.has_no_case());
                return !next.is_dashed() && ends;
            }
            Some(Abbreviation::BeforeCapital) => return !next.first.is_numeric(),
            Some(Abbreviation::BeforeNumber) | None => {}
        }
        if word.is_initials() || word.is_ordinal() {
            return begins();
        }
        true
    }
}
