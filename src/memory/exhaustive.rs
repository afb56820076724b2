//! The loop that the index is held to: every unit, one after the other.
//!
//! It shares with the index the definition of the percentage and the order of
//! matches, and nothing else: tokens get numbers of its own, and the distance is
//! `strsim`'s.

use std::borrow::Cow;
use std::collections::HashMap;

use super::best::Best;
use super::lookup::{Consulted, Match, Query};
use super::threshold::percent;
use super::tokens::Tokenised;

/// A memory taken apart for exhaustive lookups.
#[derive(Debug)]
pub struct Exhaustive<'a> {
    consulted: Consulted<'a>,
    numbers: HashMap<Cow<'a, str>, usize>,
    /// Slots, and the numbers of their texts' classes.
    texts: Vec<(u32, Vec<usize>)>,
}

impl<'a> Exhaustive<'a> {
    /// Takes every unit apart. It does not see what the memory receives later.
    #[must_use]
    pub fn new(consulted: Consulted<'a>) -> Self {
        let Consulted { memory, direction, .. } = consulted;
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
        Self { consulted, numbers, texts }
    }

    /// The best matches of a query, best first; its direction is not looked at.
    #[must_use]
    pub fn lookup(&self, query: &Query) -> Vec<Match> {
        Self::lookup_among(std::slice::from_ref(self), query)
    }

    /// The best matches of several memories, earlier ones preferred.
    #[must_use]
    pub fn lookup_among(memories: &[Self], query: &Query) -> Vec<Match> {
        let consulted: Vec<_> = memories.iter().map(|one| one.consulted).collect();
        let mut best = Best::new(query, &consulted);
        for (number, memory) in memories.iter().enumerate() {
            memory.offer_all(number, query.threshold, &mut best);
        }
        best.into_matches()
    }

    /// Offers every unit that is near enough, as of the memory of this number.
    fn offer_all(&self, number: usize, least: u8, best: &mut Best) {
        let unknown = usize::MAX;
        let classes: Vec<usize> = best
            .text()
            .classes()
            .map(|class| self.numbers.get(&class).copied().unwrap_or(unknown))
            .collect();
        for (slot, text) in &self.texts {
            let distance = strsim::generic_levenshtein(&classes, text);
            if percent(distance, classes.len().max(text.len())) < least {
                continue;
            }
            if let Some(stored) = self.consulted.memory.stored(*slot) {
                best.offer(number, *slot, &stored, distance);
            }
        }
    }
}
