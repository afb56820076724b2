//! Diptych: a translation-memory workbench for press releases.
//!
//! Two panels hinged side by side: a source statement and its translation. The
//! hinge is the bead, the source segments and the target text that render each
//! other; one grid of beads carries a release from alignment through translation
//! and review into the memory that the next release starts from.
//!
//! | layer | what it does | may import |
//! |---|---|---|
//! | [`model`] | the nouns, as plain data | nothing |
//! | [`text`] | sentences, tokens, values, languages, word differences | model |
//! | [`release`] | block roles and facts of press releases | model, text |
//! | [`align`] | two documents → beads | model, text |
//! | [`memory`] | index, similarity, lookup | model, text |
//! | [`formats`] | our RON files, TMX, plain text | model, text |
//! | [`terms`] | concepts found in a text | model, text |
//! | [`qa`] | checks and facts of a translation | model, text, release, terms |
//! | [`texts`] | what the window says, by language | model |
//! | [`store`] | the only one that touches files | model, formats, texts |
//! | [`workbench`] | commands, undo, jobs, pipelines | all of the above |
//! | [`cli`] | the command line | all of the above |
//! | `ui` | the window | all of the above but `cli` |
//!
//! `docs/architecture.md` tells the story; `tests/suite/tidy.rs` holds the table.

pub mod align;
pub mod cli;
pub mod formats;
pub mod memory;
pub mod model;
pub mod qa;
pub mod release;
pub mod store;
pub mod terms;
pub mod text;
pub mod texts;
#[cfg(feature = "ui")]
pub mod ui;
pub mod workbench;
