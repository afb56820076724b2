//! Exceptions at work: learnt from a correction, carried out, and shown beforehand.
//!
//! A correction at a place of a text says "join here" or "split here"; [`offer`]
//! makes of it the narrowest rule a person would write down: an abbreviation
//! (`Sté.`) holds whatever follows, an ordinary word or a number only before the word
//! that followed it, a mark such as `:` before a capital. [`segments_with`] cuts with
//! exceptions, and [`preview`] lists every place that a new one would change.

use super::word::Word;
use super::{Piece, language::Language, line::Line, script, segments, stops};
use crate::model::{Exception, Exceptions, Follower, Lang, Wish};

/// A word, with its stops and closing marks, is not longer than this, in characters.
const LONGEST_TOKEN: usize = 30;

/// Characters of a text without spaces that stand for a word.
const UNSPACED_WORD: usize = 2;

/// The sentences of a text as [`segments`] gives them, but for exceptions.
#[must_use]
pub fn segments_with(text: &str, lang: &Lang, exceptions: &Exceptions) -> Vec<Piece> {
    apply(text, segments(text, lang), lang, exceptions)
}

/// Segments of whatever rules with exceptions carried out on them.
#[must_use]
pub fn apply(text: &str, pieces: Vec<Piece>, lang: &Lang, exceptions: &Exceptions) -> Vec<Piece> {
    let own: Vec<&Exception> = exceptions.iter().filter(|e| e.lang.same_base(lang)).collect();
    if own.is_empty() {
        return pieces;
    }
    let wish = |place: usize| own.iter().rev().find(|e| fits(e, text, place)).map(|e| e.wish);
    let mut places: Vec<usize> = pieces.iter().map(|piece| piece.range.end).collect();
    places.pop();
    places.retain(|&place| wish(place) != Some(Wish::Join));
    for exception in own.iter().filter(|e| e.wish == Wish::Split && !e.before.is_empty()) {
        let ends =
            text.match_indices(exception.before.as_str()).map(|(at, found)| at + found.len());
        places.extend(ends.filter(|&place| wish(place) == Some(Wish::Split)));
    }
    places.sort_unstable();
    places.dedup();
    super::cut_at(text, places)
}

/// Whether an exception speaks of a place.
fn fits(exception: &Exception, text: &str, place: usize) -> bool {
    let (before, behind) = text.split_at_checked(place).unwrap_or_default();
    let Some(head) = before.strip_suffix(exception.before.as_str()) else { return false };
    let unspaced = |c: Option<char>| c.is_some_and(script::is_cjk);
    let first = exception.before.chars().next();
    let inside = head.chars().next_back().is_some_and(char::is_alphanumeric);
    if inside && first.is_some_and(char::is_alphanumeric) && !unspaced(first) {
        return false;
    }
    let rest = behind.trim_start();
    let parted = rest.len() < behind.len() || unspaced(rest.chars().next()) || unspaced(first);
    let parted =
        parted || exception.before.chars().next_back().is_some_and(stops::is_unspaced_stop);
    parted && !rest.is_empty() && follows(&exception.follower, rest)
}

/// Whether a text begins with what an exception asks for.
fn follows(follower: &Follower, rest: &str) -> bool {
    match follower {
        Follower::Anything => true,
        Follower::Capital => {
            rest.trim_start_matches(stops::is_opener).starts_with(char::is_uppercase)
        }
        Follower::Text(text) => rest.strip_prefix(text.as_str()).is_some_and(|after| {
            let last = text.chars().next_back();
            let goes_on = after.starts_with(char::is_alphanumeric);
            !(goes_on && last.is_some_and(|c| c.is_alphanumeric() && !script::is_cjk(c)))
        }),
    }
}

/// The exception that a correction at `place` (in bytes, in or beside the white space there)
/// teaches; `None` where nothing stands before or behind it.
///
/// It may be narrowed or widened by the person; [`preview`] shows what it does.
#[must_use]
pub fn offer(text: &str, place: usize, wish: Wish, lang: &Lang) -> Option<Exception> {
    let place = text.floor_char_boundary(place);
    let (before, _) = text.split_at_checked(place)?;
    let before = before.trim_end();
    let rest = text.get(before.len()..)?.trim_start();
    let token = token(before)?;
    let next = next_word(rest)?;
    let capital = rest.trim_start_matches(stops::is_opener).starts_with(char::is_uppercase);
    let follower = match (wish, kind(token, lang)) {
        (Wish::Join, Kind::Abbreviation) => Follower::Anything,
        (Wish::Split, Kind::Abbreviation | Kind::Mark) if capital => Follower::Capital,
        (Wish::Join, Kind::Mark) if !capital => Follower::Anything,
        _ => Follower::Text(next.to_owned()),
    };
    let lang = lang.base().parse().ok()?;
    Some(Exception { lang, wish, before: token.to_owned(), follower })
}

/// What a token before a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A word with a stop that may be an abbreviation.
    Abbreviation,
    /// An ordinary word, or a number.
    Word,
    /// A mark alone.
    Mark,
}

fn kind(token: &str, lang: &Lang) -> Kind {
    if !token.chars().any(char::is_alphanumeric) {
        return Kind::Mark;
    }
    let Some(bare) = token.strip_suffix(['.', '!']) else { return Kind::Word };
    let line = Line::new(bare);
    let word = Word::before(&line, 0, line.len(), Language::of(lang));
    let number = bare.chars().all(|c| c.is_numeric() || matches!(c, '.' | ','));
    // A name with its mark (`Yahoo!`) is one like an abbreviation.
    let mark = token.ends_with('!');
    if number || (!mark && word.is_whole()) { Kind::Word } else { Kind::Abbreviation }
}

/// The word or mark that a text ends with, without the marks that open before it. Of a text
/// without spaces, two characters and the marks behind them.
fn token(before: &str) -> Option<&str> {
    let mut letters = 0;
    let mut start = before.len();
    for (at, c) in before.char_indices().rev().take(LONGEST_TOKEN) {
        letters += usize::from(script::is_cjk(c));
        if c.is_whitespace() || letters > UNSPACED_WORD {
            break;
        }
        start = at;
    }
    let token =
        before.get(start..)?.trim_start_matches(|c| stops::is_opener(c) && !stops::is_dash(c));
    // A mark that no abbreviation has stands for itself.
    let last = token.chars().next_back()?;
    let mark = !last.is_alphanumeric() && !matches!(last, '.' | '!' | '?' | '…');
    let spaced = !token.chars().any(script::is_cjk);
    if mark && spaced && !stops::is_closer(last) {
        return token.get(token.len() - last.len_utf8()..);
    }
    Some(token).filter(|token| !token.is_empty())
}

/// The word that a text begins with, with the marks that open before it.
fn next_word(rest: &str) -> Option<&str> {
    let body = rest.trim_start_matches(stops::is_opener);
    let marks = rest.len() - body.len();
    let mut end = marks;
    for (count, c) in body.chars().enumerate() {
        let enough = count >= UNSPACED_WORD && script::is_cjk(c);
        if c.is_whitespace() || enough || count >= LONGEST_TOKEN {
            break;
        }
        end += c.len_utf8();
    }
    let word = rest.get(..end)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = if word.is_empty() { rest.get(..end)? } else { word };
    Some(word).filter(|word| !word.is_empty())
}

/// A place that a new exception would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which of the texts, from 0.
    pub text: usize,
    /// Where the segment before the place ends, in bytes of that text.
    pub place: usize,
    /// Whether a segment would end there, or would no longer end there.
    pub wish: Wish,
}

/// Every place of the texts that would be cut otherwise if an exception were added, in order.
#[must_use]
pub fn preview<'a>(
    texts: impl IntoIterator<Item = (&'a str, &'a Lang)>,
    exceptions: &Exceptions,
    new: &Exception,
) -> Vec<Change> {
    let added = exceptions.with(&std::iter::once(new.clone()).collect());
    let mut changes = Vec::new();
    for (number, (text, lang)) in texts.into_iter().enumerate() {
        if !lang.same_base(&new.lang) || !text.contains(new.before.as_str()) {
            continue;
        }
        let pieces = segments(text, lang);
        let old = ends(&apply(text, pieces.clone(), lang, exceptions));
        let anew = ends(&apply(text, pieces, lang, &added));
        let change = |place: usize, wish| Change { text: number, place, wish };
        changes.extend(old.iter().filter(|p| !anew.contains(p)).map(|&p| change(p, Wish::Join)));
        changes.extend(anew.iter().filter(|p| !old.contains(p)).map(|&p| change(p, Wish::Split)));
    }
    changes.sort_by_key(|change| (change.text, change.place));
    changes
}

/// The places at which a text that is cut already would be cut otherwise if `new` were carried
/// out on it alone, in order. `exceptions` are all that hold, `new` among them: where another
/// one has the last word, nothing changes.
///
/// Other than [`preview`] this leaves alone whatever somebody joined or split by hand.
#[must_use]
pub fn changes(
    text: &str,
    pieces: &[Piece],
    lang: &Lang,
    exceptions: &Exceptions,
    new: &Exception,
) -> Vec<(usize, Wish)> {
    if !lang.same_base(&new.lang) || new.before.is_empty() {
        return Vec::new();
    }
    let own: Vec<&Exception> = exceptions.iter().filter(|e| e.lang.same_base(lang)).collect();
    let decides =
        |place: usize| own.iter().rev().find(|e| fits(e, text, place)).is_some_and(|e| *e == new);
    let ends = ends(pieces);
    let places: Vec<usize> = match new.wish {
        Wish::Join => ends.into_iter().collect(),
        Wish::Split => {
            let found = text.match_indices(new.before.as_str()).map(|(at, m)| at + m.len());
            found.filter(|place| !ends.contains(place)).collect()
        }
    };
    places.into_iter().filter(|&place| decides(place)).map(|place| (place, new.wish)).collect()
}

/// Where segments end, but for the last.
fn ends(pieces: &[Piece]) -> std::collections::BTreeSet<usize> {
    pieces.iter().take(pieces.len().saturating_sub(1)).map(|piece| piece.range.end).collect()
}

#[cfg(test)]
mod tests;
