//! An index as sections of an image, and back. See [`crate::memory`]'s `image`.

use std::io;

use super::super::image::{ImageError, Sections, SectionsOut};
use super::super::vocabulary::{Vocabulary, wide};
use super::Index;
use super::groups::Groups;
use super::members::Members;
use super::postings::Postings;

impl Index {
    /// Whether nothing came behind it.
    pub const fn is_compact(&self) -> bool {
        self.tail.len() == 0
    }

    /// Writes all but the tail.
    pub fn write(&self, out: &mut SectionsOut<'_>) -> io::Result<()> {
        out.texts(self.vocabulary.in_order().map(|(class, _)| class.to_owned()))?;
        let Groups { codes, starts, by_length, signatures } = &self.groups;
        out.numbers(codes)?;
        out.numbers(starts)?;
        out.numbers(by_length)?;
        out.numbers(signatures)?;
        let Postings { starts, groups, ranks } = &self.postings;
        out.numbers(starts)?;
        out.numbers(groups)?;
        out.numbers(ranks)?;
        let Members { starts, slots, shapes, value_starts, values } = &self.members;
        out.numbers(starts)?;
        out.numbers(slots)?;
        out.numbers(shapes)?;
        out.numbers(value_starts)?;
        out.numbers(values)
    }

    /// Reads an index of units in `slots` slots.
    pub fn read(input: &mut Sections<'_>, slots: usize) -> Result<Self, ImageError> {
        let vocabulary = Vocabulary::of(&input.texts()?);
        let groups = Groups {
            codes: input.numbers()?,
            starts: input.numbers()?,
            by_length: input.numbers()?,
            signatures: input.numbers()?,
        };
        let postings = Postings {
            starts: input.numbers()?,
            groups: input.numbers()?,
            ranks: input.numbers()?,
        };
        let members = Members {
            starts: input.numbers()?,
            slots: input.numbers()?,
            shapes: input.numbers()?,
            value_starts: input.numbers()?,
            values: input.numbers()?,
        };
        let index = Self::new(vocabulary, groups, postings, members);
        if index.is_sound(slots) { Ok(index) } else { Err(ImageError::Unsound) }
    }

    /// Whether what points somewhere points inside.
    fn is_sound(&self, slots: usize) -> bool {
        let Groups { codes, starts, signatures, .. } = &self.groups;
        let count = signatures.len();
        let rising = |starts: &[u32], end: usize| {
            starts.is_sorted() && starts.last().is_none_or(|&last| wide(last) <= end)
        };
        let lists = &self.postings;
        let own = &self.members;
        (starts.len() == count + 1 || count == 0)
            && rising(starts, codes.len())
            && self.groups.by_length.last().is_none_or(|&last| wide(last) <= count)
            && rising(&lists.starts, lists.groups.len())
            && lists.ranks.len() == lists.groups.len()
            && lists.groups.iter().all(|&group| wide(group) < count)
            && rising(&own.starts, own.slots.len())
            && own.starts.len() > count
            && own.shapes.len() == own.slots.len()
            && own.value_starts.len() == own.slots.len() + 1
            && rising(&own.value_starts, own.values.len())
            && own.slots.iter().all(|&slot| wide(slot) < slots)
    }
}
