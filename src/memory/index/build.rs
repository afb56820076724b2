//! Making an index.
//!
//! Texts are read in [`Part`]s, which know nothing of one another and so can be read
//! on several threads; tokens get numbers as they come. Then the parts' numbers are
//! made one ([`Builder`]), given anew by frequency, equal texts are put together, and
//! the groups laid down in order of length, within a length by their rarest tokens:
//! texts that share a rare token then lie side by side, and the postings of that token
//! read memory in order.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hasher;

use super::super::tokens::{Kind, Tokenised, class, kind_of, value};
use super::super::vocabulary::{Quick, QuickHasher, Vocabulary, narrow, wide};
use super::Index;
use super::groups::Groups;
use super::members::{Members, value_hash};
use super::postings::Postings;
use crate::model::Cancelled;

/// Groups that are laid down between two questions whether to go on: some 10 ms.
const GROUPS_BETWEEN: usize = 1 << 14;

/// What the index is told of a unit beside its text: smaller is shown first
/// among equals.
pub type Merit = u64;

/// Texts read, in the order of their slots.
#[derive(Debug, Default)]
pub struct Part {
    vocabulary: Vocabulary,
    drafts: Vec<Draft>,
    tokens: Vec<u32>,
    values: Vec<u32>,
    counts: Vec<u32>,
}

/// An index in the making.
#[derive(Debug, Default)]
pub struct Builder {
    all: Part,
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
struct Reader<'a> {
    /// Class and hash of each spelling met, of those of at most 15 bytes by the bytes
    /// themselves: nearly all are, and to compare them no other memory is read.
    short: HashMap<u128, (u32, u64), Quick>,
    long: HashMap<&'a str, (u32, u64), Quick>,
}

/// The bytes of a short spelling and their count.
fn packed(spelling: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    let (len, text) = bytes.split_last_mut()?;
    text.get_mut(..spelling.len())?.copy_from_slice(spelling.as_bytes());
    *len = u8::try_from(spelling.len()).ok()?;
    Some(u128::from_le_bytes(bytes))
}

impl<'a> Reader<'a> {
    /// Reads a text to the end of a part, and tells its shape.
    fn read(&mut self, text: &Tokenised<'a>, part: &mut Part) -> u64 {
        let mut shape = QuickHasher::default();
        let Part { vocabulary, tokens, values, .. } = part;
        for token in text.tokens() {
            let kind = kind_of(token);
            if matches!(kind, Kind::Number | Kind::Date) {
                values.push(value_hash(&value(token), kind == Kind::Date));
                tokens.push(vocabulary.intern(&class(token)));
                continue;
            }
            let first = || {
                let mut hasher = QuickHasher::default();
                hasher.write(token.text.as_bytes());
                let class: Cow<str> = class(token);
                (vocabulary.intern(&class), hasher.finish())
            };
            let (number, hash) = match packed(token.text) {
                Some(packed) => *self.short.entry(packed).or_insert_with(first),
                None => *self.long.entry(token.text).or_insert_with(first),
            };
            tokens.push(number);
            shape.write_u64(hash);
        }
        shape.finish()
    }
}

impl Part {
    /// Reads the texts of units.
    pub fn read<'a>(units: impl Iterator<Item = (u32, &'a str, Merit)>) -> Self {
        let (mut part, mut reader) = (Self::default(), Reader::default());
        for (slot, text, merit) in units {
            let (tokens, values) = (part.tokens.len(), part.values.len());
            let shape = reader.read(&Tokenised::new(text), &mut part);
            part.counts.resize(part.vocabulary.len(), 0);
            for &token in part.tokens.get(tokens..).unwrap_or_default() {
                part.counts[wide(token)] += 1;
            }
            part.drafts.push(Draft {
                slot,
                merit,
                shape,
                tokens: narrow(tokens),
                len: narrow(part.tokens.len() - tokens),
                values: narrow(values),
                value_count: narrow(part.values.len() - values),
                hash: 0,
            });
        }
        part
    }
}

impl Builder {
    /// Adds the texts of a part that `live` lets pass.
    pub fn add(&mut self, part: &Part, live: impl Fn(u32) -> bool) {
        let all = &mut self.all;
        let mut numbers = vec![0; part.vocabulary.len()];
        for (class, number) in part.vocabulary.in_order() {
            if let Some(place) = numbers.get_mut(wide(number)) {
                *place = all.vocabulary.intern(class);
            }
        }
        all.counts.resize(all.vocabulary.len(), 0);
        for (&number, count) in numbers.iter().zip(&part.counts) {
            all.counts[wide(number)] += count;
        }
        let (tokens, values) = (narrow(all.tokens.len()), narrow(all.values.len()));
        all.tokens.extend(part.tokens.iter().map(|&token| numbers[wide(token)]));
        all.values.extend_from_slice(&part.values);
        let drafts = part.drafts.iter().filter(|draft| live(draft.slot));
        all.drafts.extend(drafts.map(|&draft| Draft {
            tokens: draft.tokens + tokens,
            values: draft.values + values,
            ..draft
        }));
    }

    /// Lays the index down. `go_on` is asked now and then whether to: for a million units
    /// this takes a second.
    ///
    /// # Errors
    /// [`Cancelled`] when `go_on` says so.
    pub fn finish(self, go_on: &dyn Fn() -> Result<(), Cancelled>) -> Result<Index, Cancelled> {
        go_on()?;
        let Part { mut vocabulary, mut drafts, mut tokens, values, counts } = self.all;
        let renumbered = vocabulary.rank(&counts);
        for token in &mut tokens {
            *token = renumbered[wide(*token)];
        }
        let (tokens, values) = (&tokens, &values);
        let text =
            |draft: &Draft| &tokens[wide(draft.tokens)..wide(draft.tokens) + wide(draft.len)];
        for draft in &mut drafts {
            draft.hash = order_key(text(draft));
        }
        go_on()?;
        drafts.sort_unstable_by(|a, b| {
            (a.len, a.hash)
                .cmp(&(b.len, b.hash))
                .then_with(|| text(a).cmp(text(b)))
                .then_with(|| (a.merit, a.slot).cmp(&(b.merit, b.slot)))
        });
        let (mut groups, mut members) = (Groups::default(), Members::default());
        let mut firsts = Vec::new();
        for (number, same) in
            drafts.chunk_by(|a, b| a.hash == b.hash && text(a) == text(b)).enumerate()
        {
            let Some(first) = same.first() else { continue };
            if number.is_multiple_of(GROUPS_BETWEEN) {
                go_on()?;
            }
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
        go_on()?;
        let postings = Postings::build(|| firsts.iter().map(text), vocabulary.len());
        Ok(Index::new(vocabulary, groups, postings, members))
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
