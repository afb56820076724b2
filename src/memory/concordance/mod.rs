//! The concordance: where a word, a phrase or an expression stands in the memories, each
//! hit with its other side.
//!
//! | what | file |
//! |---|---|
//! | what is asked, and what is found of it in a text | [`pattern`], `words` |
//! | a memory as it is searched | [`corpus`] |
//! | the word index: which units may be hits | [`index`], `build`, `postings` |
//! | searching; the order of hits | [`search`](mod@search), [`hit`] |
//! | passages of a sentence that a memory knows, and what renders them | [`fragments`] |
//! | what stood around a unit in its release | [`precedent`] |
//!
//! The index only leaves units out that cannot be hits; without it, and for units that
//! came later, all texts are read, and the hits are the same.

mod build;
pub mod corpus;
pub mod fragments;
pub mod hit;
pub mod index;
pub mod pattern;
mod postings;
pub mod precedent;
pub mod search;
#[cfg(test)]
mod tests;
mod words;

pub use corpus::{Corpus, Side};
pub use fragments::{Fragment, Rendering, fragments};
pub use hit::Hit;
pub use index::{WordIndex, WordIndexSize};
pub use pattern::{Mode, Patterns, Question, QuestionError};
pub use precedent::Precedent;
pub use search::{Findings, Limits, search};
