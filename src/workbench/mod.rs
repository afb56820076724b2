//! The work on a release, without a window: sessions, commands, undo, jobs, and
//! the pipelines that the command line shares.
//!
//! | what | file |
//! |---|---|
//! | everything a user can do, by name and key | [`command`] |
//! | which keys stand for them, and for whom | [`keymap`] |
//! | a release at work | [`session`], [`translating`], [`aligning`] |
//! | rows joined and split while they are translated, confirmed in more ways than one | [`parting`], [`confirming`] |
//! | identical rows filled with what is confirmed | [`propagating`] |
//! | inline codes in the texts of rows | [`codes`] |
//! | numbers, dates and names of a source in the target's form | [`values`] |
//! | words that complete what is typed | [`completion`] |
//! | spelling, on a thread of its own | [`speller`] |
//! | undo and redo | [`history`] |
//! | copies of one project merged; review, by people and by tables | [`merging`], [`review`] |
//! | corrections of an alignment, and of the units made of it | [`links`], [`mending`] |
//! | exceptions from segmentation, and what they change in a release | [`exceptions`], [`recut`] |
//! | an embargo: set, lifted, what it has held | [`embargo`] |
//! | a corrected source, versions of the source | [`late`] |
//! | another role, rows that are not content | [`roles`] |
//! | rows as the grid sees them, and their counts | [`rows`], [`counts`] |
//! | the memories at hand, and which rows enter them | [`library`], [`harvest`] |
//! | large memories opened as a job, files imported as a stream, tables | [`large`], [`import`], [`tables`], [`twin`] |
//! | what memories teach about words | [`lessons`] |
//! | matches looked up on a thread of their own | [`offers`], [`seeker`] |
//! | words and phrases sought in the memories, on a thread of their own | [`concordance`] |
//! | quotations that were said before, as they were published | [`quoting`] |
//! | rows of aligned releases as matches, before they are in a memory | [`aligned`] |
//! | the best matches of many rows at once | [`bulk`] |
//! | how much the memories cover; open rows filled from them | [`analysis`], [`pretranslating`] |
//! | why a match has its percentage | [`figure`] |
//! | a wrong form corrected in memories and releases | [`correcting`] |
//! | units sent from a working memory to a shared one | [`sending`] |
//! | steps over memories and releases that are not open, and their undo | [`wide`] |
//! | which rows are shown; find and replace | [`filter`], [`find`] |
//! | slow work | [`jobs`] |
//! | the termbases at hand, terms of a row, names to be added | [`termbases`] |
//! | termbases from other files and into them | [`terms`] |
//! | the checks on a release, on a thread of their own | [`checks`], [`checker`], [`found`], [`finding_texts`] |
//! | findings dismissed and mended, facts ticked, checks switched | [`deciding`] |
//! | whether a release is ready to go out | [`gate`] |
//! | what a crash must not cost | [`keeper`], [`recovery`] |
//! | texts in, text out | [`intake`], [`export`] |
//! | another translation shown beside the rows | [`reference`] |
//! | pairs derived through a third language | [`pivot`] |
//! | saving unasked, former states | [`autosave`], [`former`] |
//! | texts in, text out; memories out | [`intake`], [`export`], [`export_memory`] |
//! | hundreds of statements at once | [`archive`] |
//! | the bundled sample | [`sample`] |
//!
//! A command compiles to a patch ([`crate::model::Patch`]); nothing else changes a
//! project. This layer knows nothing of egui.

pub mod aligned;
pub mod aligning;
pub mod analysis;
pub mod archive;
mod attendant;
pub mod autosave;
pub mod bulk;
pub mod checker;
pub mod checks;
pub mod codes;
pub mod command;
pub mod completion;
pub mod concordance;
pub mod confirming;
pub mod correcting;
pub mod counts;
pub mod deciding;
pub mod desk;
pub mod embargo;
pub mod env;
pub mod exceptions;
pub mod export;
pub mod export_memory;
pub mod figure;
pub mod filter;
pub mod find;
pub mod finding_texts;
pub mod former;
pub mod found;
pub mod gate;
pub mod harvest;
pub mod history;
pub mod import;
pub mod intake;
pub mod jobs;
pub mod keeper;
pub mod keymap;
pub mod large;
pub mod late;
pub mod lessons;
pub mod library;
pub mod links;
pub mod maintenance;
pub mod mending;
pub mod merging;
pub mod offers;
pub mod opening;
pub mod pages;
pub mod parting;
pub mod pivot;
pub mod pretranslating;
pub mod propagating;
pub mod quoting;
pub mod recovery;
pub mod recut;
pub mod reference;
pub mod review;
pub mod roles;
pub mod rows;
pub mod sample;
pub mod seeker;
pub mod sending;
pub mod session;
pub mod speller;
pub mod steps;
pub mod summary;
pub mod tables;
pub mod termbases;
pub mod terms;
#[cfg(test)]
mod testing;
pub mod translating;
pub mod twin;
pub mod values;
pub mod why;
pub mod wide;
mod writer;

pub use command::{COMMANDS, Command};
pub use counts::Counts;
pub use env::Env;
pub use harvest::Harvest;
pub use jobs::{Ended, Jobs};
pub use library::Library;
pub use session::{Habits, Refused, Session};
