//! The way through an index: from the rarest token of the query on.
//!
//! The rarest token that two texts keep in an alignment has, in each of them, at
//! most as many rarer ones before it as that text may lose. So token `i` of the
//! query (from the rarest, counted from 0) need only be followed to texts of
//! lengths that leave the query `i` tokens to spare, and there to postings whose
//! rank is no more than the text has to spare. What is found passes the
//! signature, then the count of common tokens, then the distance.
//!
//! The visitor answers each find with the threshold that holds from now on: with
//! five better matches in hand, only still better ones are looked for.
//!
//! Where the threshold is below what the prefixes are made for, all texts of fitting
//! lengths are compared, in the order they are stored. Above it that never pays:
//! the ranks of the postings keep out more than the signatures do.

use std::ops::ControlFlow;

use super::super::threshold::Threshold;
use super::super::vocabulary::narrow;
use super::groups::Groups;
use super::postings::Postings;
use super::probe::{Probe, Spare};
use super::tail::Tail;

/// A group within the threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Its number.
    pub group: u32,
    /// Its edit distance from the query.
    pub distance: usize,
    /// The length of the longer of the two.
    pub longer: usize,
}

/// A search under way.
pub struct Search<'a, V> {
    pub groups: &'a Groups,
    pub postings: &'a Postings,
    pub tail: &'a Tail,
    pub probe: &'a mut Probe,
    pub threshold: Threshold,
    pub visit: V,
}

impl<V: FnMut(Found) -> Threshold> Search<'_, V> {
    /// Finds every group at or above the threshold.
    pub fn run(&mut self) {
        self.pass_tail();
        if !self.threshold.is_indexed() {
            self.scan();
            return;
        }
        // A text without tokens has no posting; only one like it matches it.
        if self.probe.len() == 0 {
            self.scan();
        }
        for rank in 0..self.probe.len() {
            if self.follow(rank).is_break() {
                return;
            }
        }
    }

    fn pass_tail(&mut self) {
        for (place, entry) in self.tail.entries().iter().enumerate() {
            let spare = Spare::new(self.threshold, self.probe.len(), entry.len);
            if spare.is_some_and(|spare| !self.probe.rules_out(entry.signature, spare)) {
                let group = narrow(self.groups.len() + place);
                self.compare(group, &entry.codes, entry.len);
            }
        }
    }

    /// Follows the postings of the query's token of `rank`; breaks when later ones
    /// need not be followed.
    fn follow(&mut self, rank: usize) -> ControlFlow<()> {
        let own = self.probe.len();
        if rank > self.threshold.edits(own) {
            return ControlFlow::Break(());
        }
        let element = self.probe.elements[rank];
        let (true, Some(token)) = (element.first, element.token) else {
            return ControlFlow::Continue(());
        };
        let shortest = self.threshold.common(own);
        let longest = self.threshold.longest(own - rank).max(own);
        let (from, to) = (self.groups.first_of(shortest), self.groups.first_of(longest + 1));
        let list = self.postings.of(token).between(from, to);
        let mut window = Window::empty();
        for (&group, &at) in list.groups.iter().zip(list.ranks) {
            if group >= window.end {
                window = self.window(window.length.max(shortest), group);
            }
            let Some(spare) = window.spare else { continue };
            if u32::from(at) > spare.text
                || self.probe.rules_out(self.groups.signature(group), spare)
                || !self.probe.is_new(group)
            {
                continue;
            }
            self.compare(group, self.groups.codes(group), window.length);
        }
        ControlFlow::Continue(())
    }

    /// The groups of the length that `group` has, which is `length` or more.
    fn window(&self, mut length: usize, group: u32) -> Window {
        let mut end = self.groups.first_of(length + 1);
        while group >= end {
            length += 1;
            end = self.groups.first_of(length + 1);
        }
        Window { length, end, spare: Spare::new(self.threshold, self.probe.len(), length) }
    }

    fn scan(&mut self) {
        let own = self.probe.len();
        let shortest = self.threshold.common(own);
        let longest = self.threshold.longest(own).min(self.groups.longest());
        for length in shortest..=longest {
            let Some(spare) = Spare::new(self.threshold, own, length) else { continue };
            let range = self.groups.of_length(length);
            for (group, &signature) in range.clone().zip(self.groups.signatures(range)) {
                if !self.probe.rules_out(signature, spare) {
                    self.compare(group, self.groups.codes(group), length);
                }
            }
        }
    }

    fn compare(&mut self, group: u32, codes: &[u16], length: usize) {
        if let Some(distance) = self.probe.distance(codes, length, self.threshold) {
            let longer = length.max(self.probe.len());
            let threshold = (self.visit)(Found { group, distance, longer });
            self.threshold = self.threshold.max(threshold);
        }
    }
}

/// The groups of one length.
#[derive(Debug, Clone, Copy)]
struct Window {
    length: usize,
    end: u32,
    spare: Option<Spare>,
}

impl Window {
    const fn empty() -> Self {
        Self { length: 0, end: 0, spare: None }
    }
}
