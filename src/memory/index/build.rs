//! Making an index.
//!
//! Texts come one after the other, in the memory's order; their tokens get numbers
//! as they come. At the end the numbers are given anew by frequency, equal texts
//! are put together, and the groups laid down in order of length, within a length
//! by their rarest tokens: texts that share a rare token then lie side by side,
//! and the postings of that token read memory in order.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hasher;

use super::super::tokens::{Kind, Tokenised, class, kind_of, value};
use super::super::vocabulary::{Quick, QuickHasher, Vocabulary, narrow, wide};
use super::Index;
use super::groups::Groups;
use super::members::{Members, value_hash};
use super::postings::Postings;

/// What the index is told of a unit beside its text: smaller is shown first
/// among equals.
pub type Merit = u64;

/// An index in the making.
#[derive(Debug, Default)]
pub struct Builder<'a> {
    reader: Reader<'a>,
    drafts: Vec<Draft>,
    tokens: Vec<u32>,
    values: Vec<u32>,
    counts: Vec<u32>,
}

/// A text that has come in.
#[derive(Debug, Clone, Copy)]
struct Draft {
    slot: u32,
    merit: Merit,
    shape: u64,
    /// Where its tokens begin, and how many they are.
    tokens: u32,
    len: u32,
    values: u32,
    value_count: u32,
    /// Equal for equal texts.
    hash: u64,
}

/// Numbers tokens, each spelling folded but once.
#[derive(Debug, Default)]
pub struct Reader<'a> {
    pub vocabulary: Vocabulary,
    /// Class and hash of each spelling met.
    spellings: HashMap<&'a str, (u32, u64), Quick>,
}

/// A text read.
#[derive(Debug, Default)]
pub struct Read {
    pub tokens: Vec<u32>,
    pub values: Vec<u32>,
    pub shape: u64,
}

impl<'a> Reader<'a> {
    /// Reads a text into `read`.
    pub fn read(&mut self, text: &Tokenised<'a>, read: &mut Read) {
        read.tokens.clear();
        read.values.clear();
        let mut shape = QuickHasher::default();
        for token in text.tokens() {
            let kind = kind_of(token);
            if matches!(kind, Kind::Number | Kind::Date) {
                read.values.push(value_hash(&value(token), kind == Kind::Date));
                read.tokens.push(self.vocabulary.intern(&class(token)));
                continue;
            }
            let vocabulary = &mut self.vocabulary;
            let (number, hash) = *self.spellings.entry(token.text).or_insert_with(|| {
                let mut hasher = QuickHasher::default();
                hasher.write(token.text.as_bytes());
                let class: Cow<str> = class(token);
                (vocabulary.intern(&class), hasher.finish())
            });
            read.tokens.push(number);
            shape.write_u64(hash);
        }
        read.shape = shape.finish();
    }
}

impl<'a> Builder<'a> {
    /// Adds the text of a unit.
    pub fn push(&mut self, slot: u32, text: &Tokenised<'a>, merit: Merit) {
        let mut read = Read::default();
        self.reader.read(text, &mut read);
        self.counts.resize(self.reader.vocabulary.len(), 0);
        for &token in &read.tokens {
            self.counts[wide(token)] += 1;
        }
        self.drafts.push(Draft {
            slot,
            merit,
            shape: read.shape,
            tokens: narrow(self.tokens.len()),
            len: narrow(read.tokens.len()),
            values: narrow(self.values.len()),
            value_count: narrow(read.values.len()),
            hash: 0,
        });
        self.tokens.append(&mut read.tokens);
        self.values.append(&mut read.values);
    }

    /// Lays the index down.
    pub fn finish(mut self) -> Index {
        let renumbered = self.reader.vocabulary.rank(&self.counts);
        for token in &mut self.tokens {
            *token = renumbered[wide(*token)];
        }
        let vocabulary = self.reader.vocabulary;
        let (tokens, values) = (&self.tokens, &self.values);
        let text =
            |draft: &Draft| &tokens[wide(draft.tokens)..wide(draft.tokens) + wide(draft.len)];
        for draft in &mut self.drafts {
            draft.hash = order_key(text(draft));
        }
        self.drafts.sort_unstable_by(|a, b| {
            (a.len, a.hash)
                .cmp(&(b.len, b.hash))
                .then_with(|| text(a).cmp(text(b)))
                .then_with(|| (a.merit, a.slot).cmp(&(b.merit, b.slot)))
        });
        let (mut groups, mut members) = (Groups::default(), Members::default());
        let mut firsts = Vec::new();
        for same in self.drafts.chunk_by(|a, b| a.hash == b.hash && text(a) == text(b)) {
            let Some(first) = same.first() else { continue };
            groups.push(text(first));
            firsts.push(*first);
            members.begin_group();
            let mut shapes: Vec<u64> = same.iter().map(|draft| draft.shape).collect();
            shapes.sort_unstable();
            shapes.dedup();
            for draft in same {
                let start = wide(draft.values);
                let values = &values[start..start + wide(draft.value_count)];
                let shape = shapes.binary_search(&draft.shape).unwrap_or(usize::MAX);
                members.push(draft.slot, values, shape);
            }
        }
        groups.shrink();
        members.finish();
        let postings = Postings::build(|| firsts.iter().map(text), vocabulary.len());
        Index::new(vocabulary, groups, postings, members)
    }
}

/// A key that puts texts that share their two rarest tokens side by side, and is
/// equal for equal texts.
fn order_key(tokens: &[u32]) -> u64 {
    let (mut rarest, mut next) = (0, 0);
    for &token in tokens {
        if token > rarest {
            (rarest, next) = (token, rarest);
        } else if token > next {
            next = token;
        }
    }
    (u64::from(rarest) << 32) | u64::from(next)
}

/// A merit from a status (greater is better) and a time in seconds (greater is newer).
pub const fn merit(status: u8, seconds: i64) -> Merit {
    let newest_first = !seconds.wrapping_sub(i64::MIN).cast_unsigned();
    ((u8::MAX - status) as u64) << 56 | newest_first >> 8
}
