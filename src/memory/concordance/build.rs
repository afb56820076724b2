//! Making a word index: chunk by chunk, on as many threads as there are cores, then the
//! chunks' words made one.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::corpus::{Corpus, Side};
use super::index::WordIndex;
use super::pattern::FOLDED;
use super::postings;
use super::words::words;
use crate::memory::indexes::{Direction, threads};
use crate::memory::records::{CHUNK, Chunk};
use crate::memory::vocabulary::{Quick, narrow};
use crate::model::{Cancelled, Watch};

/// Texts that are read between two questions whether to go on: some 10 ms.
const TEXTS_BETWEEN: usize = 1 << 11;
/// Words that are put together between two questions.
const WORDS_BETWEEN: usize = 1 << 12;

/// The words of a chunk, in order.
type Part = Vec<(Box<str>, Slots)>;

/// The units of a chunk that have a word.
#[derive(Debug, Default)]
struct Slots {
    last: u32,
    count: u32,
    /// As [`postings`] writes them, counted from the chunk's first.
    list: Vec<u8>,
}

impl Slots {
    /// Adds a unit, once; they come in order.
    fn push(&mut self, place: u32) {
        if self.count > 0 && self.last == place {
            return;
        }
        postings::push(&mut self.list, place - self.last);
        self.last = place;
        self.count += 1;
    }
}

impl Corpus {
    /// An index of a side as it is now.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so.
    pub fn make_index(&self, side: Side, watch: &dyn Watch) -> Result<WordIndex, Cancelled> {
        let chunks = self.chunks();
        let (next, total) = (AtomicUsize::new(0), chunks.len());
        let direction = self.text_of(side);
        let work = || -> Result<Vec<(usize, Part)>, Cancelled> {
            let mut parts = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let Some(chunk) = chunks.get(number) else { return Ok(parts) };
                parts.push((number, read(chunk, direction, &|| watch.report(number, total))?));
            }
        };
        let mut parts = std::thread::scope(|scope| {
            let helpers = threads().min(total).saturating_sub(1);
            let others: Vec<_> = (0..helpers).map(|_| scope.spawn(work)).collect();
            let mut parts = work()?;
            for other in others {
                parts.append(&mut other.join().map_err(|_| Cancelled)??);
            }
            Ok(parts)
        })?;
        parts.sort_unstable_by_key(|(number, _)| *number);
        put_together(&parts, self.slots(), &|| watch.report(total, total))
    }
}

/// Reads one side of a chunk.
fn read(
    chunk: &Chunk,
    direction: Direction,
    ask: &dyn Fn() -> Result<(), Cancelled>,
) -> Result<Part, Cancelled> {
    let mut found: HashMap<Box<str>, Slots, Quick> = HashMap::default();
    let reverse = direction == Direction::Reverse;
    for (count, (place, text, ..)) in chunk.units(reverse).enumerate() {
        if count.is_multiple_of(TEXTS_BETWEEN) {
            ask()?;
        }
        let key = FOLDED.key(text);
        for word in words(&key).filter_map(|range| key.get(range)) {
            match found.get_mut(word) {
                Some(slots) => slots.push(narrow(place)),
                None => found.entry(word.into()).or_default().push(narrow(place)),
            }
        }
    }
    let mut part: Part = found.into_iter().collect();
    part.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    Ok(part)
}

/// Makes one index of the words of all chunks.
fn put_together(
    parts: &[(usize, Part)],
    slots: u32,
    ask: &dyn Fn() -> Result<(), Cancelled>,
) -> Result<WordIndex, Cancelled> {
    let mut all: Vec<(&str, u32, &Slots)> = parts
        .iter()
        .flat_map(|(number, part)| {
            let first = narrow(number * CHUNK);
            part.iter().map(move |(word, slots)| (&**word, first, slots))
        })
        .collect();
    ask()?;
    all.sort_unstable_by_key(|&(word, first, _)| (word, first));
    let mut index = WordIndex { slots, ..WordIndex::default() };
    for (number, of_word) in all.chunk_by(|a, b| a.0 == b.0).enumerate() {
        if number.is_multiple_of(WORDS_BETWEEN) {
            ask()?;
        }
        index.push(of_word);
    }
    index.finish();
    Ok(index)
}

impl WordIndex {
    /// Adds a word with its units, chunk by chunk.
    fn push(&mut self, of_word: &[(&str, u32, &Slots)]) {
        self.word_starts.push(narrow(self.words.len()));
        self.list_starts.push(narrow(self.lists.len()));
        self.words.push_str(of_word.first().map_or("", |(word, ..)| word));
        self.words.push('\n');
        let (mut last, mut count) = (0, 0);
        for (_, first, slots) in of_word {
            let (distance, rest) = postings::first(&slots.list);
            postings::push(&mut self.lists, first + distance - last);
            self.lists.extend_from_slice(rest);
            last = first + slots.last;
            count += slots.count;
        }
        self.counts.push(count);
    }

    fn finish(&mut self) {
        self.word_starts.push(narrow(self.words.len()));
        self.list_starts.push(narrow(self.lists.len()));
        self.words.shrink_to_fit();
        self.word_starts.shrink_to_fit();
        self.lists.shrink_to_fit();
        self.list_starts.shrink_to_fit();
        self.counts.shrink_to_fit();
    }
}
