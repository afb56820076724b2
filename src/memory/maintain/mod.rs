//! A memory as a table of its units: looked through, and changed with a plan that is told
//! before it is carried out and can be taken back.
//!
//! | what | file |
//! |---|---|
//! | the units at one moment, by slots | [`ledger`] |
//! | which of them are wanted | [`sieve`] |
//! | in which order; lists of lines | [`listing`] |
//! | what counts as the same text | `same` |
//! | units that say the same twice; sources with several targets | [`twins`] |
//! | units that look wrong | [`doubt`] |
//! | what was done: imports, and people | [`deeds`] |
//! | the revisions of some units, and their heads | `past` |
//! | what would be done, and the revisions it becomes | [`plan`], [`making`] |
//! | taking back what revisions did | `back` |
//!
//! Nothing is rewritten: an edit is a new revision, a deletion a withdrawal, and taking
//! either back is one more revision with the former state. So what was done can be taken
//! back in another session too, by anybody who has the file.

mod back;
pub mod deeds;
pub mod doubt;
pub mod ledger;
pub mod listing;
pub mod making;
mod past;
pub mod plan;
mod same;
pub mod sieve;
#[cfg(test)]
mod tests;
pub mod twins;

pub use deeds::{Deed, Doer, deeds};
pub use doubt::{Doubt, doubtful};
pub use ledger::Ledger;
pub use listing::{Column, Line, Listing, Note, Order, list};
pub use making::Made;
pub use plan::{Plan, Step};
pub use sieve::{Sieve, SieveError, Wanted};
pub use twins::{conflicting, duplicates};
