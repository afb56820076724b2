//! Translation memories: what was said before, found again.
//!
//! A [`Memory`] is a view of a file's revisions; a [`Query`] asks it for units whose
//! source (or target) is like a sentence, and gets [`Match`]es, best first.
//!
//! | what | file |
//! |---|---|
//! | the percentage, defined once | [`similarity`] |
//! | what lowers it: numbers, case, accents, typography | [`penalty`] |
//! | the bands that analyses count by | [`band`] |
//! | classes of tokens | [`tokens`] |
//! | units, revisions, conflicts | [`live`], `heads` |
//! | additions, withdrawals | `change` |
//! | lookup in one or several memories | [`lookup`], `best`, `rank` |
//! | words, phrases, expressions looked for in the units | [`concordance`] |
//! | units as a table: searched, sorted, mended, taken back | [`maintain`] |
//! | numbers, dates, names put right in a match | [`repair`](mod@repair) |
//! | the same without an index, to hold it to | [`exhaustive`] |
//! | the index: exact, in microseconds; one a direction | `index`, `indexes` |
//! | used while it is read; written down for a cache | `filling`, `image` |
//! | bit-parallel edit distance; what a threshold allows | `distance`, `threshold` |
//!
//! Nothing here reads or writes files, knows the time, or makes ids: revisions come
//! in and go out, and `store` puts them on disk.

pub mod band;
mod best;
mod change;
pub mod concordance;
mod distance;
mod error;
pub mod exhaustive;
mod filling;
mod heads;
mod image;
mod index;
mod indexes;
pub mod live;
pub mod lookup;
pub mod maintain;
mod pairs;
pub mod penalty;
mod rank;
mod records;
pub mod repair;
pub mod sending;
pub mod similarity;
mod table;
mod threshold;
pub mod tokens;
mod vocabulary;

#[cfg(test)]
mod exactness;
#[cfg(test)]
mod testing;

pub use band::Band;
pub use change::Added;
pub use error::MemoryError;
pub use exhaustive::Exhaustive;
pub use filling::Filler;
pub use image::{ImageError, algorithm};
pub use index::IndexSize;
pub use indexes::{Direction, Renewal};
pub use live::{Memory, MemorySize, Received, Stored};
pub use lookup::{Consulted, Holder, Match, Query, lookup_all, lookup_among};
pub use penalty::Penalty;
pub use repair::{Between, KnownName, Repaired, in_target, repair};
pub use similarity::{CONTEXT_SCORE, Figure};
