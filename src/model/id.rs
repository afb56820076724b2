//! Random identities, and where they come from.
//!
//! Every release, document, block, segment, bead, comment, unit and revision
//! carries an id given at birth and never made from its text or position:
//! merging, comments, review tables and undo rest on it. An id is 64 random
//! bits, written as 16 lower-case hexadecimal digits. A memory of a million
//! units meets a collision with a chance of 3 in 100 million (birthday bound).
//!
//! Left out: any order. Ids are compared for identity, and sorted only to make
//! output deterministic.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A source of fresh random numbers for ids. It is passed in, so that tests and
/// replays get the ids they expect.
pub trait IdSource {
    /// 64 fresh bits, never zero.
    fn next_bits(&mut self) -> u64;
}

/// A deterministic source (`SplitMix64`, Steele, Lea and Flood 2014). Seeded from
/// the system's randomness it serves the program; seeded with a constant, tests.
#[derive(Debug, Clone)]
pub struct SeededIds {
    state: u64,
}

impl SeededIds {
    /// Starts the sequence of `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }
}

impl IdSource for SeededIds {
    fn next_bits(&mut self) -> u64 {
        loop {
            self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut bits = self.state;
            bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            bits ^= bits >> 31;
            if bits != 0 {
                return bits;
            }
        }
    }
}

/// A text that is not 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not an id (16 hexadecimal digits)")]
pub struct IdError(String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u64);

        impl $name {
            /// A fresh id.
            pub fn fresh(ids: &mut dyn IdSource) -> Self {
                Self(ids.next_bits())
            }

            /// The id of these bits, for indexes and tests.
            #[must_use]
            pub const fn from_bits(bits: u64) -> Self {
                Self(bits)
            }

            /// The 64 bits.
            #[must_use]
            pub const fn bits(self) -> u64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:016x})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                parse_bits(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// A project file: one release with all its translations.
    ProjectId,
    /// A source or target document.
    DocumentId,
    /// A block (paragraph, headline, list item) of a document.
    BlockId,
    /// A sentence of a block.
    SegmentId,
    /// One target language of a release.
    TranslationId,
    /// The hinge between source segments and the target text that renders them.
    BeadId,
    /// A remark on a bead.
    CommentId,
    /// A memory file.
    MemoryId,
    /// A translation unit, the same over all its revisions.
    UnitId,
    /// One state of a translation unit.
    RevisionId,
    /// A termbase file.
    TermbaseId,
    /// A concept of a termbase.
    ConceptId,
}

fn parse_bits(text: &str) -> Result<u64, IdError> {
    let well_formed =
        text.len() == 16 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !well_formed {
        return Err(IdError(text.to_owned()));
    }
    u64::from_str_radix(text, 16).map_err(|_| IdError(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_as_sixteen_digits_and_read_back() {
        let id = BeadId::from_bits(0x0123_4567_89ab_cdef);
        assert_eq!(id.to_string(), "0123456789abcdef");
        assert_eq!("0123456789abcdef".parse(), Ok(id));
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "0123", "0123456789ABCDEF", "+123456789abcdef", "0123456789abcdeg"] {
            assert!(text.parse::<BeadId>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_seed_gives_the_same_ids_again() {
        let (mut one, mut two) = (SeededIds::new(7), SeededIds::new(7));
        let first: Vec<_> = (0..4).map(|_| one.next_bits()).collect();
        let second: Vec<_> = (0..4).map(|_| two.next_bits()).collect();
        assert_eq!(first, second);
        assert!(first.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
