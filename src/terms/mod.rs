//! Terms: the concepts of termbases found in a text, in any inflection.
//!
//! | what | file |
//! |---|---|
//! | terms found in a text of one language | [`recogniser`] |
//! | the terms of a pair of languages, for checks | [`pair`] |
//! | how a concept's names stand for a house | [`standing`](mod@standing) |
//! | what is doubtful in a termbase | [`doubts`] |
//!
//! The nouns are `model::term`'s. Nothing here reads or writes files.

pub mod doubts;
pub mod pair;
pub mod recogniser;
pub mod standing;

pub use doubts::{Doubt, doubts};
pub use pair::TermPair;
pub use recogniser::{Recognised, Recogniser, TermRef};
pub use standing::{Standing, standing};
