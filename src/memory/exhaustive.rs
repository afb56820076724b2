//! The loop that the index is held to: every unit, one after the other.
//!
//! It shares with the index the definition of the percentage and the order of
//! matches, and nothing else: tokens get numbers of its own, and the distance is
//! `strsim`'s.

use std::borrow::Cow;
use std::collections::HashMap;

use super::best::Best;
use super::indexes::Direction;
use super::live::Memory;
use super::lookup::{Match, Query};
use super::threshold::percent;
use super::tokens::Tokenised;

/// A memory taken apart for exhaustive lookups.
#[derive(Debug)]
pub struct Exhaustive<'a> {
    memory: &'a Memory,
    direction: Direction,
    numbers: HashMap<Cow<'a, str>, usize>,
    /// Slots, and the numbers of their texts' classes.
    texts: Vec<(u32, Vec<usize>)>,
}

impl<'a> Exhaustive<'a> {
    /// Takes every unit apart. It does not see what the memory receives later.
    #[must_use]
    pub fn new(memory: &'a Memory, direction: Direction) -> Self {
        let mut numbers = HashMap::new();
        let mut texts = Vec::with_capacity(memory.len());
        for (slot, stored) in memory.slots() {
            let text = Tokenised::new(direction.query_side(&stored.unit));
            let number = |class| {
                let next = numbers.len();
                *numbers.entry(class).or_insert(next)
            };
            texts.push((slot, text.classes().map(number).collect()));
        }
        Self { memory, direction, numbers, texts }
    }

    /// The best matches of a query, best first; its direction is not looked at.
    #[must_use]
    pub fn lookup(&self, query: &Query) -> Vec<Match> {
        let memories = [(self.memory, self.direction)];
        let mut best = Best::new(query, &memories);
        let unknown = usize::MAX;
        let classes: Vec<usize> = best
            .text()
            .classes()
            .map(|class| self.numbers.get(&class).copied().unwrap_or(unknown))
            .collect();
        for (slot, text) in &self.texts {
            let distance = strsim::generic_levenshtein(&classes, text);
            if percent(distance, classes.len().max(text.len())) < query.threshold {
                continue;
            }
            if let Some(stored) = self.memory.stored(*slot) {
                best.offer(0, *slot, &stored, distance);
            }
        }
        best.into_matches()
    }
}
