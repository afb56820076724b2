//! Turns of speakers: who asks, who speaks.
//!
//! A turn begins with a name and a colon (`Anna Berg: …`, `毛宁：…`), with the Spanish
//! `Name.- `, or with a line of its own (`Frage`, `Giese (AA)`). The first turn has the
//! full title, the later ones the bare name: what the turns of a page have shown
//! ([`Turns`]) tells the later ones. Left out: copies that lost the colon.

use std::collections::{HashMap, HashSet};

use super::phrases;
use super::shape::Shape;
use crate::model::Role;
use crate::text::script;

/// Letters that a speaker's name and title do not have before the colon.
const LONGEST_SPEAKER: usize = 80;

/// Characters of a Chinese or Japanese name with its title before the colon.
const LONGEST_CJK_SPEAKER: usize = 12;

/// Letters of an agency's short name, such as AFP.
const LONGEST_AGENCY: usize = 8;

/// What the heads of a page's blocks show of its speakers.
#[derive(Debug, Default)]
pub(super) struct Turns {
    /// How many blocks begin with this and a colon.
    heads: HashMap<String, usize>,
    /// Last names of those who were named in full.
    surnames: HashSet<String>,
    /// Whether people speak on the page: somebody asks, a name comes again, or names head
    /// blocks that are not neighbours, as the items of a list are.
    pub converse: bool,
}

impl Turns {
    /// Reads the heads of all blocks.
    pub(super) fn of(shapes: &[Shape]) -> Self {
        let mut turns = Self::default();
        let mut named = Vec::new();
        for (place, shape) in shapes.iter().enumerate() {
            turns.converse |= role(shape) == Some(Role::Question);
            let Some((speaker, rest)) = split_turn(shape.text) else { continue };
            *turns.heads.entry(phrases::folded(speaker)).or_default() += 1;
            if is_name(speaker) && !rest.is_empty() {
                let name = speaker.split_once('(').map_or(speaker, |(name, _)| name);
                let surname = name.split_whitespace().last().map(phrases::folded);
                let known = surname.as_ref().is_some_and(|name| turns.surnames.contains(name));
                turns.converse |= known;
                turns.surnames.extend(surname);
                named.push(place);
            }
        }
        turns.converse |= named.len() >= 2
            && named
                .windows(2)
                .all(|pair| pair.last() > pair.first().map(|first| first + 1).as_ref());
        turns
    }

    /// The role of a block that only the page around it tells; `last` is the role of the block
    /// before, `text_follows` whether a paragraph comes next.
    pub(super) fn role(
        &self,
        shape: &Shape,
        last: Option<Role>,
        text_follows: bool,
    ) -> Option<Role> {
        if text_follows && is_own_line(shape) {
            return Some(Role::Speaker);
        }
        let (speaker, _) = split_turn(shape.text).filter(|(_, rest)| !rest.is_empty())?;
        let folded = phrases::folded(speaker);
        let again = self.heads.get(&folded).is_some_and(|&count| count >= 2);
        let cjk = speaker.chars().all(script::is_cjk)
            && (2..=LONGEST_CJK_SPEAKER).contains(&speaker.chars().count());
        if cjk && (again || last == Some(Role::Question)) {
            return Some(Role::Speaker);
        }
        if self.surnames.contains(&folded) {
            return Some(Role::Speaker);
        }
        let agency = speaker.chars().all(char::is_uppercase)
            && (2..=LONGEST_AGENCY).contains(&speaker.chars().count());
        (agency && !self.surnames.is_empty() && shape.text.contains(['?', '？', '؟']))
            .then_some(Role::Question)
    }
}

/// `Giese (AA)` alone: a name and a house in brackets, without a colon.
fn is_own_line(shape: &Shape) -> bool {
    let text = shape.text;
    let Some((name, house)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) else {
        return false;
    };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    (1..=4).contains(&words.len())
        && words.iter().all(|word| capital(word))
        && capital(house)
        && house.split_whitespace().count() <= 3
        && !house.contains(|c: char| c.is_ascii_digit())
}

/// A question or the start of a speaker's turn: `Question: …`, `Anna Berg: …`, `Frage`.
pub(super) fn role(shape: &Shape) -> Option<Role> {
    if phrases::QUESTIONS.are(&shape.folded) && shape.letters > 1 {
        return Some(Role::Question);
    }
    let (speaker, rest) = split_turn(shape.text)?;
    let folded = phrases::folded(speaker);
    if phrases::QUESTIONS.are(&folded) || (!rest.is_empty() && asks(&folded)) {
        return Some(Role::Question);
    }
    (phrases::ANSWERS.are(&folded) || (is_name(speaker) && !rest.is_empty()))
        .then_some(Role::Speaker)
}

/// An agency's reporter: `总台央视记者`, `Reporter of …`.
fn asks(folded: &str) -> bool {
    folded.ends_with("记者") || folded.ends_with("記者")
}

/// What stands before and after the mark of a turn: a colon, or the Spanish `.-`.
fn split_turn(text: &str) -> Option<(&str, &str)> {
    let colon = text.find([':', '：']);
    let dash = text.find(".-").or_else(|| text.find(".—"));
    let at = match (colon, dash) {
        (Some(colon), Some(dash)) => colon.min(dash),
        (colon, dash) => colon.or(dash)?,
    };
    let (speaker, rest) = text.split_at_checked(at)?;
    let rest = rest.trim_start_matches([':', '：', '.', '-', '—', ' ', '\u{A0}', '\u{202F}']);
    let speaker = speaker.trim();
    (!speaker.is_empty() && speaker.chars().count() <= LONGEST_SPEAKER).then_some((speaker, rest))
}

/// Whether a text before a colon is a name with its title: most words have capitals, the last
/// one too, two at least.
fn is_name(speaker: &str) -> bool {
    if speaker.contains(['.', ',', ';', '?', '!', '"', '«', '“', '/']) && !speaker.ends_with(')')
    {
        return false;
    }
    let named = speaker.split_once('(').map_or(speaker, |(name, _)| name);
    let words: Vec<&str> = named.split_whitespace().collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let capitals = words.iter().filter(capital).count();
    let ends = words.last().is_some_and(|word| word.starts_with(char::is_uppercase));
    let house = speaker.split_once('(').map_or("", |(_, house)| house);
    let bracketed = words.len() == 1 && house.starts_with(char::is_uppercase) && house.len() < 40;
    (2..=9).contains(&words.len()) && capitals >= 2 && ends && capitals * 3 >= words.len() * 2
        || bracketed && capitals == 1
}
