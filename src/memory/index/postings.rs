//! Where each token stands among the rarest of a text.
//!
//! Two texts at 50 % or more have at least half of the longer one's tokens in
//! common; so the rarest of the common tokens is among the rarest `⌊m/2⌋ + 1` of
//! a text of `m` tokens, its *prefix* (S. Chaudhuri, V. Ganti, R. Kaushik, "A
//! primitive operator for similarity joins in data cleaning", ICDE 2006). Only
//! prefixes are indexed. The *rank* of a token, its place from the rarest, lets a
//! higher threshold use a shorter prefix of the same index.

use super::super::threshold::Threshold;
use super::super::vocabulary::{narrow, wide};

/// For each token, the groups whose prefix has it, in order.
#[derive(Debug, Default)]
pub struct Postings {
    pub(super) starts: Vec<u32>,
    pub(super) groups: Vec<u32>,
    /// Ranks beside `groups`; those above 255 are stored as 255.
    pub(super) ranks: Vec<u8>,
}

/// The postings of one token.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// Groups, rising.
    pub groups: &'a [u32],
    /// The token's rank in each.
    pub ranks: &'a [u8],
}

impl Postings {
    /// Indexes texts given in group order, over `tokens` different tokens.
    pub fn build<'a, I>(texts: impl Fn() -> I, tokens: usize) -> Self
    where
        I: Iterator<Item = &'a [u32]>,
    {
        let mut starts = vec![0_u32; tokens + 1];
        let mut sorted = Vec::new();
        for text in texts() {
            for (token, _) in prefix(text, &mut sorted) {
                if let Some(count) = starts.get_mut(wide(token) + 1) {
                    *count += 1;
                }
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut ends = starts.clone();
        let (mut groups, mut ranks) = (vec![0; wide(sum)], vec![0; wide(sum)]);
        for (group, text) in texts().enumerate() {
            for (token, rank) in prefix(text, &mut sorted) {
                let Some(end) = ends.get_mut(wide(token)) else { continue };
                if let (Some(to), Some(at)) =
                    (groups.get_mut(wide(*end)), ranks.get_mut(wide(*end)))
                {
                    (*to, *at) = (narrow(group), rank);
                }
                *end += 1;
            }
        }
        Self { starts, groups, ranks }
    }

    /// The postings of `token`; none for one that no text has.
    pub fn of(&self, token: u32) -> List<'_> {
        let bounds = (self.starts.get(wide(token)), self.starts.get(wide(token) + 1));
        let (Some(&start), Some(&end)) = bounds else { return List { groups: &[], ranks: &[] } };
        let range = wide(start)..wide(end);
        List {
            groups: self.groups.get(range.clone()).unwrap_or_default(),
            ranks: self.ranks.get(range).unwrap_or_default(),
        }
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        4 * (self.starts.capacity() + self.groups.capacity()) + self.ranks.capacity()
    }

    /// Takes every posting of `token` away: a fault for tests to find.
    #[cfg(test)]
    pub fn lose(&mut self, token: u32) {
        let list = self.of(token).groups.len();
        let start = wide(self.starts[wide(token)]);
        self.groups.drain(start..start + list);
        self.ranks.drain(start..start + list);
        for later in &mut self.starts[wide(token) + 1..] {
            *later -= narrow(list);
        }
    }

    /// Makes every token seem less rare in its text than it is: another fault.
    #[cfg(test)]
    pub fn raise_ranks(&mut self) {
        self.ranks.iter_mut().for_each(|rank| *rank = rank.saturating_add(2));
    }
}

impl<'a> List<'a> {
    /// The postings of groups `from..to`.
    pub fn between(&self, from: u32, to: u32) -> List<'a> {
        let start = self.groups.partition_point(|&group| group < from);
        let end = start + self.groups[start..].partition_point(|&group| group < to);
        List { groups: &self.groups[start..end], ranks: &self.ranks[start..end] }
    }
}

/// The different tokens of the prefix of `text` with their ranks. A token that
/// comes several times has the rank of its first.
fn prefix<'a>(text: &[u32], sorted: &'a mut Vec<u32>) -> impl Iterator<Item = (u32, u8)> + 'a {
    sorted.clear();
    sorted.extend_from_slice(text);
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let len = (Threshold::INDEXED.edits(text.len()) + 1).min(text.len());
    let mut last = None;
    sorted.iter().take(len).enumerate().filter_map(move |(rank, &token)| {
        let first = last.replace(token) != Some(token);
        first.then(|| (token, u8::try_from(rank).unwrap_or(u8::MAX)))
    })
}
