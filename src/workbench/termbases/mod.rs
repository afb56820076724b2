//! The termbases at hand: those beside a release, those that somebody chose, one's own, and
//! the register of institutions that comes with the program.
//!
//! | what | file |
//! |---|---|
//! | the termbases that are open | [`shelf`] |
//! | the thread that reads, changes and watches them, and finds terms | [`keeper`] |
//! | the terms of a row, as the window shows them | [`lines`] |
//! | the concepts of a termbase as a table | [`sheet`] |
//! | imports, merges, deletions and forms made to changes | [`plan`] |
//! | names of a release that no termbase has | [`names`] |
//!
//! Files are touched by the keeper alone, one order after the other: no key waits for a disk,
//! and what is found for a row is there a frame later.

pub mod keeper;
pub mod lines;
pub mod names;
pub mod plan;
pub mod sheet;
pub mod shelf;

pub use keeper::{Keeper, News};
pub use lines::{RowTerms, TermLine, TermsInUse};
pub use plan::{TermPlan, TermStep};
pub use sheet::{Column, Sheet};
pub use shelf::{Kind, OpenTerms, Termbases};
