//! A pattern of a rule: does it match up to a place, does it match from it on?
//!
//! What `regex` can do runs there, in linear time; look-around, back references,
//! possessive quantifiers and atomic groups run on `fancy-regex` with a bound on its
//! steps.

use std::sync::OnceLock;

use fancy_regex::{Regex as Fancy, RegexBuilder as FancyBuilder};
use regex_automata::meta::Regex;
use regex_automata::{Anchored, Input};
use regex_syntax::hir::literal::{ExtractKind, Extractor};

use super::{PatternError, dialect, relax};

/// How far before a place a pattern may begin, in bytes. The longest `beforebreak` of the
/// collected rule files spans a line's number and a word.
pub(super) const LONGEST_BEFORE: usize = 512;

/// How far behind a place a pattern may end, in bytes.
pub(super) const LONGEST_AFTER: usize = 512;

/// Steps of backtracking in one try; a pattern that needs more does not match there.
const MOST_STEPS: usize = 20_000;

/// Bytes that a compiled pattern may take.
const MOST_BYTES: usize = 1 << 20;

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Pattern {
    engine: Engine,
    /// The same, which must end where the text does; made when it is first asked for.
    ending: OnceLock<Option<Engine>>,
    /// Matches wherever the pattern does, also where that must end at the text's end; where
    /// the pattern itself is costly to try.
    relaxed: Option<Relaxed>,
    /// As it is written for the engines.
    translated: String,
    /// What the text before a place ends with where the pattern matches; empty for anything.
    endings: Vec<Vec<u8>>,
    /// It looks at what stands behind it.
    looks_ahead: bool,
}

/// The relaxed pattern, alone and before the text's end.
#[derive(Debug)]
struct Relaxed {
    anywhere: Regex,
    ending: Regex,
}

#[derive(Debug)]
enum Engine {
    Fast(Box<Regex>),
    /// Begins with `\G`: matches at the place of the search, and from there on.
    Fancy {
        from: Box<Fancy>,
        at: Box<Fancy>,
    },
}

impl Pattern {
    /// Compiles a pattern as written in a rule file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn new(written: &str) -> Result<Self, PatternError> {
        let translated = dialect::translate(written)?;
        let engine = Engine::new(&translated)?;
        let looks_ahead = translated.contains("(?=")
            || translated.contains("(?!")
            || [r"\b", r"\B", "$", r"\z"].iter().any(|end| translated.ends_with(end));
        let costly = looks_ahead || matches!(engine, Engine::Fancy { .. });
        let relaxed = relax::relax(&translated);
        let (ending, endings) = (OnceLock::new(), endings(&relaxed));
        let relaxed = if costly { Relaxed::new(&relaxed) } else { None };
        Ok(Self { engine, ending, relaxed, translated, endings, looks_ahead })
    }

    /// Whether it matches text that ends at `place`.
    pub(super) fn ends_at(&self, text: &str, place: usize) -> bool {
        let before = text.get(..place).unwrap_or_default();
        let likely = |ending: &Vec<u8>| before.as_bytes().ends_with(ending);
        if !self.endings.is_empty() && !self.endings.iter().any(likely) {
            return false;
        }
        let start = text.floor_char_boundary(place.saturating_sub(LONGEST_BEFORE));
        let input = || Input::new(before).span(start..place);
        if self.relaxed.as_ref().is_some_and(|relaxed| !relaxed.ending.is_match(input())) {
            return false;
        }
        match self.ending() {
            Some(ending) if !self.looks_ahead => ending.is_match_from(before, start),
            _ => self.any_end_is(text, start, place),
        }
    }

    fn ending(&self) -> Option<&Engine> {
        let made = || Engine::new(&format!(r"(?:{})\z", self.translated)).ok();
        self.ending.get_or_init(made).as_ref()
    }

    /// Whether one of the matches from `start` on ends at `place`.
    fn any_end_is(&self, text: &str, mut start: usize, place: usize) -> bool {
        let window = window(text, place);
        while start <= place {
            match self.engine.find_from(window, start) {
                Some((_, end)) if end == place => return true,
                Some((begin, _)) if begin <= place => start = next_char(text, begin),
                _ => return false,
            }
        }
        false
    }

    /// Whether it matches text that begins at `place`.
    pub(super) fn begins_at(&self, text: &str, place: usize) -> bool {
        let end = text.floor_char_boundary(place.saturating_add(LONGEST_AFTER));
        let input = || Input::new(text).span(place..end).anchored(Anchored::Yes);
        if self.relaxed.as_ref().is_some_and(|relaxed| !relaxed.anywhere.is_match(input())) {
            return false;
        }
        match &self.engine {
            Engine::Fast(regex) => regex.is_match(input()),
            Engine::Fancy { at, .. } => {
                at.find_from_pos(window(text, place), place).ok().flatten().is_some()
            }
        }
    }

    /// The first match from `start` on, in bytes.
    pub(super) fn find_from(&self, text: &str, start: usize) -> Option<(usize, usize)> {
        self.engine.find_from(text, start)
    }
}

impl Relaxed {
    fn new(relaxed: &str) -> Option<Self> {
        let ending = fast(&format!(r"(?:{relaxed})\z"))?;
        Some(Self { anywhere: fast(relaxed)?, ending })
    }
}

/// A pattern that `regex` can do, compiled.
fn fast(pattern: &str) -> Option<Regex> {
    let config = Regex::config().nfa_size_limit(Some(MOST_BYTES));
    Regex::builder().configure(config).build(pattern).ok()
}

impl Engine {
    fn new(pattern: &str) -> Result<Self, PatternError> {
        if let Some(regex) = fast(pattern) {
            return Ok(Self::Fast(Box::new(regex)));
        }
        let build = |pattern: &str| {
            FancyBuilder::new(pattern)
                .backtrack_limit(MOST_STEPS)
                .delegate_size_limit(MOST_BYTES)
                .build()
                .map_err(|error| PatternError::new(one_line(&error.to_string())))
        };
        let from = Box::new(build(pattern)?);
        let at = Box::new(build(&format!(r"\G(?:{pattern})"))?);
        Ok(Self::Fancy { from, at })
    }

    fn find_from(&self, text: &str, start: usize) -> Option<(usize, usize)> {
        match self {
            Self::Fast(regex) => {
                let found = regex.find(Input::new(text).span(start..text.len()))?;
                Some((found.start(), found.end()))
            }
            Self::Fancy { from, .. } => {
                let found = from.find_from_pos(text, start).ok().flatten()?;
                Some((found.start(), found.end()))
            }
        }
    }

    fn is_match_from(&self, text: &str, start: usize) -> bool {
        match self {
            Self::Fast(regex) => regex.is_match(Input::new(text).span(start..text.len())),
            Self::Fancy { .. } => self.find_from(text, start).is_some(),
        }
    }
}

/// The text up to where a pattern that begins near `place` may look.
fn window(text: &str, place: usize) -> &str {
    let end = text.floor_char_boundary(place.saturating_add(LONGEST_AFTER));
    text.get(..end).unwrap_or(text)
}

/// The place behind the character at `place`.
pub(super) fn next_char(text: &str, place: usize) -> usize {
    text.ceil_char_boundary(place + 1).max(place + 1)
}

/// The few literal texts with one of which every match of a pattern ends; none where they are
/// many or unknown.
fn endings(pattern: &str) -> Vec<Vec<u8>> {
    let Ok(hir) = regex_syntax::Parser::new().parse(pattern) else { return Vec::new() };
    let seq = Extractor::new().kind(ExtractKind::Suffix).extract(&hir);
    let literals = seq.literals().unwrap_or_default();
    if literals.iter().any(regex_syntax::hir::literal::Literal::is_empty) {
        return Vec::new();
    }
    literals.iter().map(|literal| literal.as_bytes().to_vec()).collect()
}

/// The last line of an engine's message, which says what is wrong; the others draw it.
fn one_line(message: &str) -> String {
    let line = message.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
    line.trim().trim_start_matches("error: ").to_owned()
}
