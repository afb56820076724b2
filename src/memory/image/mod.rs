//! A memory written down as it is in use, index and all, for a cache.
//!
//! The image is read far faster than the memory is made anew: arrays as they lie in
//! memory, in sections. It belongs to this machine and this version: another order of
//! bytes, another algorithm ([`algorithm`]), a section that is cut short or whose sum
//! is wrong ([`section`]), a record that points outside, and the image is refused. The
//! caller then makes the memory anew.
//!
//! | section | bytes |
//! |---|---|
//! | count of chunks; of each: records, texts | 64 a record |
//! | shared parts, parents, inline codes, heads, live bits | few |
//! | tables of revisions, units, pairs | 4 a cell |
//! | index: vocabulary, groups, postings, members | as in memory |
//!
//! Left out: the header (the file's is read), the other direction's index, what came
//! behind the index (there is none where an image is made).

mod section;
mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Write};
use std::sync::OnceLock;

pub(super) use section::{Sections, SectionsOut};

use super::heads::Heads;
use super::index::Index;
use super::indexes::Direction;
use super::live::Memory;
use super::pairs::Pairs;
use super::records::{Chunk, Records, Shared};
use super::table::Table;
use super::tokens::Tokenised;
use super::vocabulary::{narrow, wide};
use crate::model::{MemoryHeader, RevisionId};

/// Raised when anything of the image's layout or of the index changes.
const LAYOUT: u64 = 2;

/// Texts in which every kind of token comes: what they are taken apart into is part of
/// the algorithm, so that a change of tokens or classes makes old images invalid.
const PROBE: &str = "L’accord n° 12/2031 du 25 juin 2024, à 14:49 — « 2 000 personnes », 6,4 % ; \
    aujourd'hui euro-atlantique U.S. don't! June 25, 2024: $2.5 million; 0417-12-03-2026. \
    Встреча 3 мая 2024 г. прошла в Минске. 北京，2024年6月25日。٢٠٢٤ Ελλάδα ÉTÉ straße";

/// Why an image is not used.
#[derive(Debug, thiserror::Error)]
pub enum ImageError {
    /// It cannot be read, or it ends early.
    #[error("the image cannot be read: {0}")]
    Io(#[from] io::Error),
    /// It was made by another version, or its bytes are not those that were written.
    #[error("the image is not as it was written, or was written by another version")]
    Unsound,
}

/// What texts are taken apart into by this version: equal for equal algorithms.
#[must_use]
pub fn algorithm() -> u64 {
    let mut sum = section::Sum::default();
    let probe = Tokenised::new(PROBE);
    for class in probe.classes() {
        sum.add(class.as_bytes());
    }
    for kind in [super::tokens::Kind::Number, super::tokens::Kind::Date] {
        probe.values(kind).for_each(|value| sum.add(value.as_bytes()));
    }
    sum.add(&LAYOUT.to_ne_bytes());
    sum.finish()
}

impl Memory {
    /// Whether an image of the memory would be all of it: the index of the direction is
    /// made, and nothing came behind it.
    #[must_use]
    pub fn has_image(&self, direction: Direction) -> bool {
        self.indexes.of(direction).get().is_some_and(Index::is_compact)
    }

    /// Writes the image of the memory with the index of a direction.
    ///
    /// # Errors
    /// The writer's, and one where [`Memory::has_image`] says no.
    pub fn write_image(&self, direction: Direction, out: &mut dyn Write) -> io::Result<()> {
        let index = self.indexes.of(direction).get().filter(|index| index.is_compact());
        let index = index.ok_or_else(|| io::Error::other("the index is not made"))?;
        self.prepare_additions();
        let mut out = SectionsOut::new(out);
        out.numbers(&[algorithm()])?;
        self.write_records(&mut out)?;
        self.write_heads(&mut out)?;
        out.numbers(self.pairs.slots.get().map_or(&[], Table::cells))?;
        index.write(&mut out)
    }

    /// Reads an image of the memory of `header`, of at most `limit` bytes.
    ///
    /// # Errors
    /// The image is not to be used.
    pub fn read_image(
        header: MemoryHeader,
        direction: Direction,
        input: &mut dyn Read,
        limit: u64,
    ) -> Result<Self, ImageError> {
        let mut input = Sections::new(input, limit);
        if input.numbers::<u64>()? != [algorithm()] {
            return Err(ImageError::Unsound);
        }
        let records = read_records(&mut input)?;
        let mut memory = Self { records, ..Self::empty(header) };
        memory.read_heads(&mut input)?;
        let pairs = Table::of(input.numbers()?).ok_or(ImageError::Unsound)?;
        memory.pairs = Pairs { slots: OnceLock::from(pairs) };
        let index = Index::read(&mut input, memory.records.len())?;
        let _ = memory.indexes.of(direction).set(index);
        Ok(memory)
    }

    fn write_records(&self, out: &mut SectionsOut<'_>) -> io::Result<()> {
        let chunks = self.records.chunks();
        out.numbers(&[chunks.len() as u64])?;
        for chunk in chunks {
            out.numbers(&chunk.words)?;
            out.numbers(&chunk.texts)?;
        }
        let shared = self.records.shared();
        out.texts(shared.iter().flat_map(|shared| {
            let Shared { author, approver, release, date, issuer, origin } = shared.as_ref();
            let date = date.map(|date| date.to_string()).unwrap_or_default();
            let plain = [author, approver, release, issuer, origin].map(ToString::to_string);
            plain.into_iter().chain([date])
        }))?;
        let parents = self.records.all_parents();
        out.numbers(&flat(
            parents
                .iter()
                .map(|(&slot, ids)| (slot, ids.iter().map(|id| id.bits()).collect::<Vec<_>>())),
        ))?;
        tags::write(self.records.all_tags(), out)
    }

    fn write_heads(&self, out: &mut SectionsOut<'_>) -> io::Result<()> {
        let Heads { slots, places, first, others, awaited } = &self.heads;
        out.numbers(slots.cells())?;
        out.numbers(places.cells())?;
        out.numbers(first)?;
        let others = others.iter();
        out.numbers(&flat(others.map(|(&place, slots)| {
            (place, slots.iter().map(|&slot| u64::from(slot)).collect::<Vec<_>>())
        })))?;
        out.numbers(&awaited.iter().map(|id| id.bits()).collect::<Vec<_>>())?;
        out.numbers(&self.live)
    }

    fn read_heads(&mut self, input: &mut Sections<'_>) -> Result<(), ImageError> {
        let slots = Table::of(input.numbers()?).ok_or(ImageError::Unsound)?;
        let places = Table::of(input.numbers()?).ok_or(ImageError::Unsound)?;
        let first: Vec<u32> = input.numbers()?;
        let narrowed = |slots: Vec<u64>| {
            slots.into_iter().map(|slot| narrow(usize::try_from(slot).unwrap_or(0))).collect()
        };
        let others = unflat(&input.numbers()?).ok_or(ImageError::Unsound)?;
        let others = others.into_iter().map(|(place, slots)| (place, narrowed(slots))).collect();
        let awaited: Vec<u64> = input.numbers()?;
        let awaited: BTreeSet<_> = awaited.into_iter().map(RevisionId::from_bits).collect();
        self.heads = Heads { slots, places, first, others, awaited };
        self.live = input.numbers()?;
        if self.live.len() != self.records.len().div_ceil(64) {
            return Err(ImageError::Unsound);
        }
        self.live_count = self.live.iter().map(|bits| wide(bits.count_ones())).sum();
        Ok(())
    }
}

fn read_records(input: &mut Sections<'_>) -> Result<Records, ImageError> {
    let count: Vec<u64> = input.numbers()?;
    let [count] = count.as_slice() else { return Err(ImageError::Unsound) };
    let mut chunks = Vec::new();
    for _ in 0..*count {
        chunks.push(Chunk { words: input.numbers()?, texts: input.numbers()? });
    }
    let texts = input.texts()?;
    let (shared, rest) = texts.as_chunks::<6>();
    let shared = shared.iter().map(|[author, approver, release, issuer, origin, date]| {
        let text = |text: &String| text.as_str().into();
        Shared {
            author: text(author),
            approver: text(approver),
            release: text(release),
            date: date.parse().ok(),
            issuer: text(issuer),
            origin: text(origin),
        }
    });
    let parents = unflat(&input.numbers()?).ok_or(ImageError::Unsound)?;
    let parents = parents.into_iter().map(|(slot, ids)| {
        (slot, ids.into_iter().map(RevisionId::from_bits).collect::<Box<[_]>>())
    });
    let parents = parents.collect::<BTreeMap<_, _>>();
    let records = Records::of(chunks, shared.collect(), parents, tags::read(input)?);
    records.filter(|_| rest.is_empty()).ok_or(ImageError::Unsound)
}

/// Lists of numbers one after the other: key, length, numbers.
fn flat(lists: impl Iterator<Item = (u32, Vec<u64>)>) -> Vec<u64> {
    lists
        .flat_map(|(key, numbers)| {
            [u64::from(key), numbers.len() as u64].into_iter().chain(numbers)
        })
        .collect()
}

/// The lists that [`flat`] laid down.
fn unflat(mut numbers: &[u64]) -> Option<Vec<(u32, Vec<u64>)>> {
    let mut lists = Vec::new();
    while let [key, len, rest @ ..] = numbers {
        let (list, rest) = rest.split_at_checked(usize::try_from(*len).ok()?)?;
        lists.push((u32::try_from(*key).ok()?, list.to_vec()));
        numbers = rest;
    }
    numbers.is_empty().then_some(lists)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Query;
    use crate::model::{
        Context, MemoryFile, Revision, SeededIds, Timestamp, Unit, UnitChange, UnitStatus,
        Unwatched,
    };

    /// Units with all there is to know, replaced, withdrawn and in conflict.
    fn memory() -> Memory {
        let mut ids = SeededIds::new(4);
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut memory = Memory::new(MemoryFile::new("test", fr, en, &mut ids));
        let at = |second| Timestamp::from_second(second).expect("in range");
        for number in 0..300_i64 {
            let source = format!("Article {number} du 3 mai 2024 : mot{} est là.", number % 7);
            let mut unit = Unit::plain(&source, "The article.", UnitStatus::Published);
            (unit.author, unit.date) = (format!("A{}", number % 3), "2031-03-12".parse().ok());
            unit.context = Context::between(None, Some(&source));
            if number % 50 == 0 {
                unit.tags = crate::memory::testing::tags();
            }
            memory.add(unit, at(number), &mut ids).expect("added");
        }
        let known: Vec<_> = memory.units().map(|stored| stored.id).collect();
        memory.withdraw(known[3], "Ada", at(400), &mut ids).expect("withdrawn");
        let other = Unit::plain("Autre.", "Other.", UnitStatus::Draft);
        let apart: Vec<Revision> = (0..2)
            .filter_map(|number| {
                let unit = Unit { author: number.to_string(), ..other.clone() };
                memory.propose_update(known[4], unit, at(401), &mut ids).ok()?.revision().cloned()
            })
            .collect();
        memory.receive_all(apart);
        let mut orphan = memory.revision(memory.units().next().expect("one").revision);
        if let Some(orphan) = &mut orphan {
            (orphan.id, orphan.parents) =
                (RevisionId::from_bits(77), vec![RevisionId::from_bits(78)]);
            orphan.change = UnitChange::Delete { by: String::new() };
        }
        memory.receive_all(orphan);
        assert_eq!(memory.conflicts().count(), 2);
        memory
    }

    fn image(memory: &Memory) -> Vec<u8> {
        memory.prepare(Direction::Forward, &Unwatched).expect("nobody cancels");
        let mut bytes = Vec::new();
        memory.write_image(Direction::Forward, &mut bytes).expect("written");
        bytes
    }

    fn read(memory: &Memory, bytes: &[u8]) -> Result<Memory, ImageError> {
        let header = memory.header().clone();
        Memory::read_image(header, Direction::Forward, &mut &*bytes, bytes.len() as u64)
    }

    #[test]
    fn a_memory_comes_back_from_its_image() {
        let memory = memory();
        let mut again = read(&memory, &image(&memory)).expect("sound");
        assert_eq!(again.to_file(), memory.to_file());
        assert_eq!(
            (again.len(), again.conflicts().count()),
            (memory.len(), memory.conflicts().count())
        );
        for text in ["Article 5 du 4 mai 2024 : mot3 est là.", "Autre", "mot4"] {
            let query = Query { threshold: 50, top: 9, ..Query::new(text) };
            assert_eq!(again.lookup(&query), memory.lookup_exhaustive(&query));
        }
        // It can be added to, and knows what it has.
        let mut ids = SeededIds::new(5);
        let known = memory.units().last().expect("a unit").unit.to_unit();
        let added = again.add(known, Timestamp::UNIX_EPOCH, &mut ids).expect("it may enter");
        assert!(added.revision().is_none(), "it is there already");
        let new = Unit::plain("Neuf mots.", "New words.", UnitStatus::Draft);
        again.add(new, Timestamp::UNIX_EPOCH, &mut ids).expect("it may enter");
        assert_eq!(again.lookup(&Query::new("Neuf mots.")).len(), 1);
        assert!(!again.has_image(Direction::Forward), "a unit stands behind the index");
    }

    #[test]
    fn an_image_that_is_not_whole_is_refused() {
        let memory = memory();
        let whole = image(&memory);
        for end in (0..whole.len()).step_by(97).chain([whole.len() - 1]) {
            assert!(read(&memory, &whole[..end]).is_err(), "cut at {end}");
        }
        for place in (0..whole.len()).step_by(53) {
            let mut broken = whole.clone();
            broken[place] ^= 0x10;
            assert!(read(&memory, &broken).is_err(), "another bit at {place}");
        }
    }
}
