//! Terms: the concepts of termbases found in a text, in any inflection.
//!
//! | what | file |
//! |---|---|
//! | terms found in a text of one language | [`recogniser`] |
//! | the terms of a pair of languages, for checks | [`pair`] |
//! | what is doubtful in a termbase | [`doubts`] |
//!
//! The nouns are `model::term`'s. Nothing here reads or writes files.

pub mod doubts;
pub mod pair;
pub mod recogniser;

pub use doubts::{Doubt, doubts};
pub use pair::TermPair;
pub use recogniser::{Recognised, Recogniser, TermRef};
