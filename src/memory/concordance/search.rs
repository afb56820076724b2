//! Searching: the units that may have what was asked for are read, the newest first, and
//! the best of the hits kept.
//!
//! Hits are shown while it goes on: the first few dozen at once, then as they grow.
//! So a word that half the memory has is answered as soon as a rare one.

use super::corpus::{Corpus, Side};
use super::hit::{Draft, Hit};
use super::pattern::{Marked, Pattern, Patterns};
use crate::memory::vocabulary::wide;
use crate::model::{Cancelled, Watch};

/// How much is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many hits are handed over, the best.
    pub shown: usize,
    /// After so many hits nothing more is read.
    pub counted: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { shown: 500, counted: 20_000 }
    }
}

/// What was found so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub count: usize,
    /// Whether all were read; if not there may be more hits.
    pub is_all: bool,
}

/// So many hits are shown at once, then as often as they have doubled.
const FIRST_SHOWN: usize = 32;
/// Texts read between two questions whether to go on: less than a millisecond.
const TEXTS_BETWEEN: usize = 64;
/// Hits are shown after so many texts at the latest: some 20 ms.
const SHOWN_EVERY: usize = 4096;

/// Looks for what was asked, in all memories. `show` is given what is found so far.
///
/// # Errors
/// [`Cancelled`] when the watch says so, which it is asked every 64 texts.
pub fn search(
    corpora: &[Corpus],
    patterns: &Patterns,
    limits: Limits,
    watch: &dyn Watch,
    show: &mut dyn FnMut(Findings),
) -> Result<Findings, Cancelled> {
    let places: Vec<Candidates> = corpora.iter().map(|c| Candidates::of(c, patterns)).collect();
    let total = places.iter().map(Candidates::len).sum();
    let mut search = Search {
        corpora,
        patterns,
        limits,
        best: Vec::new(),
        count: 0,
        read: 0,
        shown: (0, 0),
        next_shown: FIRST_SHOWN,
    };
    for (memory, candidates) in places.iter().enumerate() {
        for slot in candidates.falling() {
            if search.read.is_multiple_of(TEXTS_BETWEEN) {
                watch.report(search.read, total)?;
            }
            search.read(memory, slot);
            if search.count >= limits.counted {
                return Ok(search.findings(false));
            }
            if search.is_due() {
                show(search.findings(false));
            }
        }
    }
    Ok(search.findings(true))
}

struct Search<'a> {
    corpora: &'a [Corpus],
    patterns: &'a Patterns,
    limits: Limits,
    best: Vec<Draft>,
    count: usize,
    read: usize,
    /// How many were read, and found, when it was shown last.
    shown: (usize, usize),
    next_shown: usize,
}

impl Search<'_> {
    fn read(&mut self, memory: usize, slot: u32) {
        self.read += 1;
        let Some(corpus) = self.corpora.get(memory) else { return };
        let Some(stored) = corpus.stored(slot) else { return };
        let find = |pattern: &Option<Pattern>, side| match pattern {
            None => Some(Marked { ranges: Vec::new(), is_phrase: true }),
            Some(pattern) => pattern.find(corpus.text(side, &stored)),
        };
        let Some(source) = find(&self.patterns.source, Side::Source) else { return };
        let Some(target) = find(&self.patterns.target, Side::Target) else { return };
        let is_phrase = source.is_phrase && target.is_phrase;
        let ranges = [source.ranges, target.ranges];
        self.best.push(Draft::new(&stored, ranges, is_phrase, memory, slot));
        self.count += 1;
        if self.best.len() >= 2 * self.limits.shown.max(1) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        self.best.sort_unstable_by_key(|draft| std::cmp::Reverse(draft.rank));
        self.best.truncate(self.limits.shown);
    }

    const fn is_due(&self) -> bool {
        let (read, found) = self.shown;
        self.count >= self.next_shown || (self.count > found && self.read - read >= SHOWN_EVERY)
    }

    fn findings(&mut self, is_all: bool) -> Findings {
        self.shown = (self.read, self.count);
        self.next_shown = self.next_shown.max(2 * self.count);
        self.cut();
        let hits = self.best.iter().filter_map(|draft| draft.hit(self.corpora)).collect();
        Findings { hits, count: self.count, is_all }
    }
}

/// The slots of a memory that are to be read.
struct Candidates {
    /// Rising, all below `read_from`.
    slots: Vec<u32>,
    /// From here on all are read.
    read_from: u32,
    end: u32,
}

impl Candidates {
    fn of(corpus: &Corpus, patterns: &Patterns) -> Self {
        let sides = [(Side::Source, &patterns.source), (Side::Target, &patterns.target)];
        let known = sides.into_iter().filter_map(|(side, pattern)| {
            let index = corpus.index(side)?;
            Some((index.candidates(pattern.as_ref()?)?, index.slots()))
        });
        let known = known.reduce(|(slots, end), (others, other_end)| {
            (common(&slots, &others), end.min(other_end))
        });
        let (mut slots, read_from) = known.unwrap_or_default();
        slots.truncate(slots.partition_point(|&slot| slot < read_from));
        Self { slots, read_from, end: corpus.slots() }
    }

    fn len(&self) -> usize {
        self.slots.len() + wide(self.end.saturating_sub(self.read_from))
    }

    fn falling(&self) -> impl Iterator<Item = u32> {
        (self.read_from..self.end).rev().chain(self.slots.iter().rev().copied())
    }
}

/// The numbers that two rising lists share.
fn common(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut others = b.iter().copied().peekable();
    let mut is_there = |number: u32| {
        while others.next_if(|&other| other < number).is_some() {}
        others.peek() == Some(&number)
    };
    a.iter().copied().filter(|&number| is_there(number)).collect()
}
