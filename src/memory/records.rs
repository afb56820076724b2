//! The revisions of a memory, laid down side by side.
//!
//! A revision is 64 bytes of numbers and its texts: source and target one after the
//! other in one arena. What many units share (author, release, date, issuer, origin)
//! stands once. Records come in *chunks* that do not change once they are full, so
//! that a memory that is still being read can be handed out as far as it goes: a copy
//! shares the chunks.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::vocabulary::{Quick, narrow, wide};
use crate::model::{
    Context, Date, Fingerprint, Revision, RevisionId, Timestamp, Unit, UnitChange, UnitId, UnitRef,
    UnitStatus, UnitTags,
};

/// Records of a chunk.
pub const CHUNK: usize = 1 << 16;

/// A record as it is laid down, eight words:
/// id, unit, seconds, before, after, then pairs of 32 bits (low, high):
/// start and length of the source, length of the target and shared part,
/// nanoseconds and kind.
pub type Words = [u64; 8];

/// Kinds of records; those of units are [`PUT`] and the status.
const DELETE: u32 = 0;
const PUT: u32 = 1;

/// So many records, and their texts.
#[derive(Debug, Default, Clone)]
pub struct Chunk {
    /// The records.
    pub words: Vec<Words>,
    /// Sources and targets, UTF-8.
    pub texts: Vec<u8>,
}

/// What many units have in common.
#[derive(Debug, Default, Clone, PartialEq, Eq, Hash)]
pub struct Shared {
    /// Who translated, or who withdrew.
    pub author: Box<str>,
    /// Who approved.
    pub approver: Box<str>,
    /// The number of the release.
    pub release: Box<str>,
    /// Its date.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Box<str>,
    /// Where it came from.
    pub origin: Box<str>,
}

/// The revisions of a memory by their slots, the order in which they came.
#[derive(Debug, Default, Clone)]
pub struct Records {
    chunks: Vec<Arc<Chunk>>,
    len: usize,
    shared: Vec<Arc<Shared>>,
    numbers: HashMap<Arc<Shared>, u32, Quick>,
    /// What revisions replace, where they replace anything.
    parents: BTreeMap<u32, Box<[RevisionId]>>,
    /// The inline codes of units, where they have any.
    tags: BTreeMap<u32, Arc<UnitTags>>,
}

/// A record read.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The revision.
    pub id: RevisionId,
    /// Its unit.
    pub unit: UnitId,
    /// When it was made.
    pub at: Timestamp,
    /// The unit's content; `None` for a withdrawal.
    pub put: Option<UnitRef<'a>>,
    /// Who withdrew it, or translated it.
    pub by: &'a str,
}

/// What ranks a unit among equals. Its texts are not looked at, which matters where a
/// hundred thousand units are equal.
#[derive(Debug, Clone, Copy)]
pub struct Bare {
    /// How far it is.
    pub status: UnitStatus,
    /// When it was made.
    pub at: Timestamp,
    /// The date of its release.
    pub date: Option<Date>,
    /// Its neighbours.
    pub context: Context,
}

impl Chunk {
    /// The texts of the record at `place` that begin `skip` bytes behind its start.
    fn text(&self, start: usize, len: usize) -> &str {
        let bytes = self.texts.get(start..start + len).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The source of each unit, or in reverse its target, with its place, status and time.
    pub fn units(&self, reverse: bool) -> impl Iterator<Item = (usize, &str, UnitStatus, i64)> {
        self.words.iter().enumerate().filter_map(move |(place, words)| {
            let status = status(high(words[7]))?;
            let (start, len) = (wide(low(words[5])), wide(high(words[5])));
            let text = if reverse {
                self.text(start + len, wide(low(words[6])))
            } else {
                self.text(start, len)
            };
            Some((place, text, status, words[2].cast_signed()))
        })
    }

    fn sides(&self, words: &Words) -> (&str, &str) {
        let (start, len) = (wide(low(words[5])), wide(high(words[5])));
        (self.text(start, len), self.text(start + len, wide(low(words[6]))))
    }
}

impl Records {
    /// Records that were written down: chunks, all full but the last, what they share,
    /// and what replaces what. `None` where a record points outside.
    pub fn of(
        chunks: Vec<Chunk>,
        shared: Vec<Shared>,
        parents: BTreeMap<u32, Box<[RevisionId]>>,
        tags: BTreeMap<u32, Arc<UnitTags>>,
    ) -> Option<Self> {
        let full = chunks.iter().rev().skip(1).all(|chunk| chunk.words.len() == CHUNK);
        let sound = |chunk: &Chunk| {
            chunk.words.len() <= CHUNK
                && chunk.words.iter().all(|words| {
                    let end = u64::from(low(words[5])) + u64::from(high(words[5]));
                    end + u64::from(low(words[6])) <= chunk.texts.len() as u64
                        && wide(high(words[6])) < shared.len()
                })
        };
        if !full || !chunks.iter().all(sound) {
            return None;
        }
        let shared: Vec<_> = shared.into_iter().map(Arc::new).collect();
        Some(Self {
            len: chunks.iter().map(|chunk| chunk.words.len()).sum(),
            chunks: chunks.into_iter().map(Arc::new).collect(),
            numbers: shared.iter().cloned().zip(0..).collect(),
            shared,
            parents,
            tags,
        })
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// The chunks, in order.
    pub fn chunks(&self) -> &[Arc<Chunk>] {
        &self.chunks
    }

    /// What units share, by number.
    pub fn shared(&self) -> &[Arc<Shared>] {
        &self.shared
    }

    /// What revisions replace, by slot.
    pub const fn all_parents(&self) -> &BTreeMap<u32, Box<[RevisionId]>> {
        &self.parents
    }

    /// The inline codes of units, by slot.
    pub const fn all_tags(&self) -> &BTreeMap<u32, Arc<UnitTags>> {
        &self.tags
    }

    /// Lays a revision down, and tells its slot.
    pub fn push(&mut self, revision: &Revision) -> u32 {
        let slot = narrow(self.len);
        if self.len.is_multiple_of(CHUNK) {
            self.chunks.push(Arc::default());
        }
        let shared = self.share(shared_of(&revision.change));
        if !revision.parents.is_empty() {
            self.parents.insert(slot, revision.parents.as_slice().into());
        }
        if let UnitChange::Put(unit) = &revision.change
            && !unit.tags.is_empty()
        {
            self.tags.insert(slot, Arc::new(unit.tags.clone()));
        }
        if let Some(last) = self.chunks.last_mut() {
            // A copy of the memory may share the chunk as it was.
            lay_down(Arc::make_mut(last), revision, shared);
        }
        self.len += 1;
        slot
    }

    /// A copy that shares the full chunks. The last one, which still grows, is copied here,
    /// not at the next addition to either.
    pub fn snapshot(&self) -> Self {
        let mut copy = self.clone();
        if let Some(last) = copy.chunks.last_mut().filter(|last| last.words.len() < CHUNK) {
            *last = Arc::new(Chunk::clone(last));
        }
        copy
    }

    /// A copy to be read only: texts and what units share, without what they replace and
    /// their inline codes.
    pub fn texts_only(&self) -> Self {
        Self {
            chunks: self.chunks.clone(),
            len: self.len,
            shared: self.shared.clone(),
            ..Self::default()
        }
    }

    /// A copy to be read only, with all that is known of each revision.
    pub fn to_read(&self) -> Self {
        Self { parents: self.parents.clone(), tags: self.tags.clone(), ..self.texts_only() }
    }

    /// What a revision replaces.
    pub fn parents(&self, slot: u32) -> &[RevisionId] {
        self.parents.get(&slot).map_or(&[], AsRef::as_ref)
    }

    fn share(&mut self, shared: Shared) -> u32 {
        if let Some(&number) = self.numbers.get(&shared) {
            return number;
        }
        let (number, shared) = (narrow(self.shared.len()), Arc::new(shared));
        self.shared.push(Arc::clone(&shared));
        self.numbers.insert(shared, number);
        number
    }

    fn words(&self, slot: u32) -> Option<(&Chunk, &Words)> {
        let chunk = self.chunks.get(wide(slot) / CHUNK)?;
        Some((chunk, chunk.words.get(wide(slot) % CHUNK)?))
    }

    /// The id of a revision's bits, 0 for none.
    pub fn id(&self, slot: u32) -> u64 {
        self.words(slot).map_or(0, |(_, words)| words[0])
    }

    /// The bits of a revision's unit, 0 for none.
    pub fn unit(&self, slot: u32) -> u64 {
        self.words(slot).map_or(0, |(_, words)| words[1])
    }

    /// What ranks the unit of a slot; `None` for a withdrawal.
    pub fn bare(&self, slot: u32) -> Option<Bare> {
        let (_, words) = self.words(slot)?;
        let status = status(high(words[7]))?;
        let date = self.shared.get(wide(high(words[6])))?.date;
        Some(Bare { status, at: time(words), date, context: context(words) })
    }

    /// The record of a slot.
    pub fn get(&self, slot: u32) -> Option<Record<'_>> {
        let (chunk, words) = self.words(slot)?;
        let shared = self.shared.get(wide(high(words[6])))?;
        let (source, target) = chunk.sides(words);
        let put = status(high(words[7])).map(|status| UnitRef {
            source,
            target,
            status,
            author: &shared.author,
            approver: &shared.approver,
            release: &shared.release,
            date: shared.date,
            issuer: &shared.issuer,
            origin: &shared.origin,
            context: context(words),
            tags: self.tags.get(&slot).map_or(UnitTags::NONE, Arc::as_ref),
        });
        Some(Record {
            id: RevisionId::from_bits(words[0]),
            unit: UnitId::from_bits(words[1]),
            at: time(words),
            put,
            by: &shared.author,
        })
    }

    /// The revision of a slot, with texts of its own.
    pub fn revision(&self, slot: u32) -> Option<Revision> {
        let Record { id, unit, at, put, by } = self.get(slot)?;
        let change = put.map_or_else(
            || UnitChange::Delete { by: by.to_owned() },
            |unit| UnitChange::Put(unit.to_unit()),
        );
        let parents = self.parents.get(&slot).map(|parents| parents.to_vec()).unwrap_or_default();
        Some(Revision { id, unit, parents, at, change })
    }

    /// Bytes on the heap but for the texts', which are the second figure.
    pub fn bytes(&self) -> (usize, usize) {
        let texts = self.chunks.iter().map(|chunk| chunk.texts.len()).sum();
        let spare: usize =
            self.chunks.iter().map(|chunk| chunk.texts.capacity() - chunk.texts.len()).sum();
        let words: usize =
            self.chunks.iter().map(|chunk| size_of::<Words>() * chunk.words.capacity()).sum();
        let shared = self.shared.len() * (size_of::<Shared>() + 48);
        let parents: usize = self.parents.values().map(|ids| 48 + 8 * ids.len()).sum();
        let tags: usize = self.tags.values().map(|tags| 96 + tags_bytes(tags)).sum();
        (words + spare + shared + parents + tags, texts)
    }
}

/// Bytes of inline codes on the heap.
fn tags_bytes(tags: &UnitTags) -> usize {
    let all = tags.source.iter().chain(&tags.target);
    all.map(|tag| {
        let texts = tag.pair.len() + tag.id.len() + tag.sort.len() + tag.code.len();
        size_of_val(tag) + texts + size_of_val(tag.subs.as_slice())
    })
    .sum()
}

fn time(words: &Words) -> Timestamp {
    let nanos = i32::try_from(low(words[7])).unwrap_or(0);
    Timestamp::new(words[2].cast_signed(), nanos).unwrap_or_default()
}

const fn context(words: &Words) -> Context {
    Context { before: Fingerprint::from_bits(words[3]), after: Fingerprint::from_bits(words[4]) }
}

fn lay_down(chunk: &mut Chunk, revision: &Revision, shared: u32) {
    let start = narrow(chunk.texts.len());
    let (mut source, mut target, mut kind, mut around) = (0, 0, DELETE, Context::default());
    if let UnitChange::Put(unit) = &revision.change {
        chunk.texts.extend_from_slice(unit.source.as_bytes());
        chunk.texts.extend_from_slice(unit.target.as_bytes());
        (source, target) = (narrow(unit.source.len()), narrow(unit.target.len()));
        (kind, around) = (PUT + unit.status as u32, unit.context);
    }
    let nanos = u32::try_from(nanos(revision.at)).unwrap_or(0);
    chunk.words.push([
        revision.id.bits(),
        revision.unit.bits(),
        seconds(revision.at).cast_unsigned(),
        around.before.bits(),
        around.after.bits(),
        pair(start, source),
        pair(target, shared),
        pair(nanos, kind),
    ]);
    if chunk.words.len() == CHUNK {
        chunk.words.shrink_to_fit();
        chunk.texts.shrink_to_fit();
    }
}

/// Seconds rounded down, so that the rest is never negative.
fn seconds(at: Timestamp) -> i64 {
    at.as_second() - i64::from(at.subsec_nanosecond() < 0)
}

fn nanos(at: Timestamp) -> i32 {
    at.subsec_nanosecond().rem_euclid(1_000_000_000)
}

fn shared_of(change: &UnitChange) -> Shared {
    match change {
        UnitChange::Put(unit) => {
            // Taken apart by name, so that a new field cannot be forgotten here.
            let Unit {
                source: _,
                target: _,
                status: _,
                author,
                approver,
                release,
                date,
                issuer,
                origin,
                context: _,
                tags: _,
            } = unit;
            Shared {
                author: author.as_str().into(),
                approver: approver.as_str().into(),
                release: release.as_str().into(),
                date: *date,
                issuer: issuer.as_str().into(),
                origin: origin.as_str().into(),
            }
        }
        UnitChange::Delete { by } => Shared { author: by.as_str().into(), ..Shared::default() },
    }
}

const fn status(kind: u32) -> Option<UnitStatus> {
    match kind.wrapping_sub(PUT) {
        0 => Some(UnitStatus::Draft),
        1 => Some(UnitStatus::Translated),
        2 => Some(UnitStatus::Approved),
        3 => Some(UnitStatus::Published),
        _ => None,
    }
}

const fn pair(low: u32, high: u32) -> u64 {
    (low as u64) | ((high as u64) << 32)
}

#[expect(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
const fn low(word: u64) -> u32 {
    word as u32
}

const fn high(word: u64) -> u32 {
    low(word >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn revision(number: u64, at: Timestamp, change: UnitChange, parents: &[u64]) -> Revision {
        let parents = parents.iter().map(|id| RevisionId::from_bits(*id)).collect();
        let (id, unit) = (RevisionId::from_bits(number), UnitId::from_bits(number / 2 + 1));
        Revision { id, unit, parents, at, change }
    }

    #[test]
    fn what_is_laid_down_is_read_as_it_was() {
        let full = Unit {
            author: "Ada".to_owned(),
            approver: "Grace".to_owned(),
            release: "12-2031".to_owned(),
            date: "2031-03-12".parse().ok(),
            issuer: "ministry".to_owned(),
            origin: "via ru".to_owned(),
            context: Context::between(None, Some("Fin.")),
            tags: crate::memory::testing::tags(),
            ..Unit::plain("Été — 北京", "Summer", UnitStatus::Published)
        };
        let before_1970 = Timestamp::new(-5, -250_000_000).expect("in range");
        let late = Timestamp::new(1_931_000_000, 999_999_999).expect("in range");
        let all = [
            revision(1, late, UnitChange::Put(full), &[]),
            revision(
                2,
                before_1970,
                UnitChange::Put(Unit::plain("", "", UnitStatus::Draft)),
                &[1, 9],
            ),
            revision(3, Timestamp::MIN, UnitChange::Delete { by: "Ada".to_owned() }, &[2]),
            revision(4, Timestamp::MAX, UnitChange::Delete { by: String::new() }, &[]),
        ];
        let mut records = Records::default();
        for revision in &all {
            records.push(revision);
        }
        let read: Vec<_> = (0..4).filter_map(|slot| records.revision(slot)).collect();
        assert_eq!(read, all);
        assert!(records.get(4).is_none());
    }

    #[test]
    fn a_copy_keeps_what_it_has_while_the_original_grows() {
        let put = |text: &str| UnitChange::Put(Unit::plain(text, text, UnitStatus::Draft));
        let mut records = Records::default();
        for number in 0..CHUNK as u64 + 2 {
            records.push(&revision(number, Timestamp::UNIX_EPOCH, put("a"), &[]));
        }
        let copy = records.clone();
        records.push(&revision(7, Timestamp::UNIX_EPOCH, put("b"), &[]));
        assert_eq!((copy.len(), records.len()), (CHUNK + 2, CHUNK + 3));
        assert!(copy.get(narrow(CHUNK + 2)).is_none());
        let last = records.get(narrow(CHUNK + 2)).and_then(|record| record.put);
        assert_eq!(last.map(|unit| unit.source), Some("b"));
    }
}
