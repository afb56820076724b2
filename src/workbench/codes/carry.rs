//! Where the codes of a source stand in a target that came without: taken from a memory, filled
//! from another row, copied.
//!
//! Only what is certain is put: codes at the ends of the source, or round all of it but its
//! final mark, go to the ends of the target; a pair round words, a number or a name goes round
//! them where source and target have them once; a code behind or before such a word goes there.
//! Everything else is left to the translator and told as missing
//! ([`crate::workbench::pages::row_fault`]).

use std::ops::Range;

use super::character::Put;
use super::row::RowCodes;
use crate::memory::Between;
use crate::model::{Bead, Date, TagKind};
use crate::text::recognise::values_at;
use crate::workbench::session::Session;
use crate::workbench::values::rendered;

/// A source with its codes, and what of it a target is known to have otherwise.
pub struct Carried<'a> {
    /// The source's text.
    pub source: &'a str,
    /// Its codes, in order.
    pub put: &'a [Put],
    /// What they are.
    pub codes: &'a RowCodes,
    /// The two languages.
    pub between: Between<'a>,
    /// The release's own day.
    pub today: Option<Date>,
}

impl Carried<'_> {
    /// The codes that are certain to stand somewhere in `target`.
    #[must_use]
    pub fn into_target(&self, target: &str) -> Vec<Put> {
        if target == self.source {
            return self.put.to_vec();
        }
        let mut all: Vec<(usize, Put)> = Vec::new();
        for (nth, put) in self.put.iter().enumerate() {
            match self.partner(nth) {
                Some(close) if close > nth => {
                    let Some((from, to)) = self.pair(put, self.put.get(close), target) else {
                        continue;
                    };
                    let closing = self.put.get(close).map(|close| close.place);
                    all.push((nth, Put { at: from, ..*put }));
                    all.extend(closing.map(|place| (close, Put { at: to, place })));
                }
                Some(_) => {}
                None => {
                    let at = self.edge(put.at, target).or_else(|| self.beside(put, target));
                    all.extend(at.map(|at| (nth, Put { at, ..*put })));
                }
            }
        }
        all.sort_by_key(|(nth, put)| (put.at, *nth));
        let all: Vec<Put> = all.into_iter().map(|(_, put)| put).collect();
        if self.is_nested(&all) { all } else { Vec::new() }
    }

    fn kind(&self, put: &Put) -> Option<TagKind> {
        self.codes.get(put.place).map(|code| code.kind)
    }

    fn number(&self, put: &Put) -> Option<(usize, &str)> {
        self.codes.get(put.place).map(|code| (code.block, code.id.trim_start_matches('/')))
    }

    /// The place of the other half of a pair among the source's codes.
    fn partner(&self, nth: usize) -> Option<usize> {
        let put = self.put.get(nth)?;
        let wanted = match self.kind(put)? {
            TagKind::Open => TagKind::Close,
            TagKind::Close => TagKind::Open,
            _ => return None,
        };
        let is_it = |other: &Put| {
            self.kind(other) == Some(wanted) && self.number(other) == self.number(put)
        };
        self.put.iter().position(is_it)
    }

    /// Where a pair goes.
    fn pair(&self, open: &Put, close: Option<&Put>, target: &str) -> Option<(usize, usize)> {
        let close = close?;
        if open.at == 0
            && let Some(end) = self.end(close.at, target)
        {
            return Some((0, end));
        }
        let range = self.same(open.at..close.at, target)?;
        Some((range.start, range.end))
    }

    /// The end of a target that answers to a place at the source's end, or before its final
    /// marks where the target has some too.
    fn end(&self, at: usize, target: &str) -> Option<usize> {
        let (source_end, target_end) = (length(self.source), length(target));
        if at == source_end {
            return Some(target_end);
        }
        let (source, target) = (final_marks(self.source), final_marks(target));
        let fits = source > 0 && target > 0 && at == source_end - source;
        fits.then(|| target_end - target)
    }

    /// The end of the target that answers to an end of the source.
    fn edge(&self, at: usize, target: &str) -> Option<usize> {
        if at == 0 && !self.source.is_empty() { Some(0) } else { self.end(at, target) }
    }

    /// Where the target has what stands in the source at these characters.
    fn same(&self, range: Range<usize>, target: &str) -> Option<Range<usize>> {
        let bytes = byte(self.source, range.start)..byte(self.source, range.end);
        let text = self.source.get(bytes).filter(|text| !text.trim().is_empty())?;
        only(self.source, text)?;
        // A number or a date by itself is found by its value, a name in the target's letters.
        if let Some(range) = self.same_value(text, target) {
            return Some(range);
        }
        let known = rendered(text, self.between, self.today);
        let known = known.iter().find(|of| of.value.start == 0 && of.value.end == text.len());
        only(target, known.map_or(text, |of| of.text.as_str()))
    }

    /// Where the target has the number or date that a text of the source is, if it has it once.
    fn same_value(&self, text: &str, target: &str) -> Option<Range<usize>> {
        let own = values_at(text, self.between.source, self.today);
        let own = own.iter().find(|value| value.start == 0 && value.end == text.len())?;
        let theirs = values_at(target, self.between.target, self.today);
        let mut alike = theirs.iter().filter(|of| of.kind == own.kind && of.key == own.key);
        let found = alike.next().filter(|_| alike.next().is_none())?;
        let chars = |bytes: usize| target.get(..bytes).map(length);
        Some(chars(found.start)?..chars(found.end)?)
    }

    /// Where a code that stands alone goes: behind the word it stands behind, or before the one
    /// it stands before.
    fn beside(&self, put: &Put, target: &str) -> Option<usize> {
        if matches!(self.kind(put)?, TagKind::Open | TagKind::Close) {
            return None;
        }
        let letters: Vec<char> = self.source.chars().collect();
        let is_word = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric());
        let before = (0..put.at).rev().take_while(|at| is_word(*at)).last();
        if let Some(start) = before {
            return self.same(start..put.at, target).map(|range| range.end);
        }
        let behind = (put.at..letters.len()).take_while(|at| is_word(*at)).last()?;
        self.same(put.at..behind + 1, target).map(|range| range.start)
    }

    /// Whether pairs close in the order they open.
    fn is_nested(&self, all: &[Put]) -> bool {
        let is_half = |put: &&Put| {
            let other = self.put.iter().position(|of| of.place == put.place);
            other.is_some_and(|nth| self.partner(nth).is_some())
        };
        let mut open = Vec::new();
        all.iter().filter(is_half).all(|put| match self.kind(put) {
            Some(TagKind::Open) => {
                open.push(self.number(put));
                true
            }
            _ => open.pop() == Some(self.number(put)),
        })
    }
}

/// The characters of a text.
fn length(text: &str) -> usize {
    text.chars().count()
}

/// The byte at which a character begins.
fn byte(text: &str, at: usize) -> usize {
    text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte)
}

/// How many marks end a sentence: full stops, question marks and their like in other scripts,
/// with what closes round them.
fn final_marks(text: &str) -> usize {
    const MARKS: &[char] =
        &['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '۔', '։', '।', '»', '”', '"', ')'];
    text.chars().rev().take_while(|letter| MARKS.contains(letter)).count()
}

/// Where a text stands in another one as whole words, in characters, if it stands there once.
fn only(text: &str, wanted: &str) -> Option<Range<usize>> {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let apart = |at: &usize| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + wanted.len()..).and_then(|behind| behind.chars().next());
        let first = wanted.chars().next();
        let last = wanted.chars().next_back();
        let unspaced = |letter: Option<char>| letter.is_some_and(|letter| letter >= '\u{2E80}');
        let starts = !is_word(before) || !is_word(first) || unspaced(first);
        starts && (!is_word(behind) || !is_word(last) || unspaced(last))
    };
    let mut all = text.match_indices(wanted).map(|(at, _)| at).filter(apart);
    let at = all.next().filter(|_| !wanted.is_empty())?;
    let start = text.get(..at).map_or(0, length);
    all.next().is_none().then(|| start..start + length(wanted))
}

impl Session {
    /// Gives the target of a bead, which has a whole new text, the codes of its source that are
    /// certain.
    pub(in crate::workbench) fn carry_codes(&self, bead: &mut Bead) {
        let codes = RowCodes::of(&self.project, &self.rows, bead);
        let target = bead.target_text();
        if codes.is_empty() || target.is_empty() {
            return;
        }
        let (source, mut put) = codes.in_source(&self.project, &self.rows, bead);
        put.retain(|put| codes.get(put.place).is_some_and(|code| code.is_own));
        let lang = self.target_lang().unwrap_or_else(|| self.source_lang());
        let between = Between { source: self.source_lang(), target: lang };
        let (put, today) = (put.as_slice(), self.project.release.date);
        let carried = Carried { source: &source, put, codes: &codes, between, today };
        let put = carried.into_target(&target);
        codes.set(&mut bead.target, &put);
    }

    /// Gives the target of a bead, which has the text of an identical row's, the codes that
    /// stand there, by their order; where the sources have other codes, those that are certain.
    pub(in crate::workbench) fn carry_codes_from(&self, like: &Bead, bead: &mut Bead) {
        let theirs = RowCodes::of(&self.project, &self.rows, like);
        let own = RowCodes::of(&self.project, &self.rows, bead);
        let (_, from) = theirs.in_source(&self.project, &self.rows, like);
        let (_, to) = own.in_source(&self.project, &self.rows, bead);
        let kind = |codes: &RowCodes, put: &Put| codes.get(put.place).map(|code| code.kind);
        let alike = from.len() == to.len()
            && from
                .iter()
                .zip(&to)
                .all(|(one, other)| one.at == other.at && kind(&theirs, one) == kind(&own, other));
        if !alike {
            return self.carry_codes(bead);
        }
        let (_, put) = theirs.in_target(like);
        let place = |put: &Put| {
            let nth = from.iter().position(|of| of.place == put.place)?;
            to.get(nth).map(|of| Put { at: put.at, place: of.place })
        };
        let put: Vec<Put> = put.iter().filter_map(place).collect();
        own.set(&mut bead.target, &put);
    }
}
