//! The nouns, as plain data.
//!
//! | noun | file |
//! |---|---|
//! | project, release, translation | [`release`] |
//! | document, block, segment, role | [`document`] |
//! | what was taught about a house's pages | [`house`] |
//! | bead, target, link, state, origin | [`bead`] |
//! | memory, revision, unit | [`memory`], [`unit_ref`] |
//! | how a person uses memories | [`memory_use`] |
//! | inline codes of a unit | [`unit_tags`] |
//! | the file a release was read from, inline codes of a block | [`original`] |
//! | termbase, concept, term | [`term`] |
//! | how termbases are used | [`term_use`] |
//! | patch, change | [`patch`] |
//! | exceptions of segmentation | [`exception`] |
//! | duties, hand-overs, sign-offs; what merged copies have differently | [`review`], [`conflict`] |
//! | ids, languages, time, progress, problems | [`id`], [`lang`], [`clock`], [`watch`], [`problem`] |
//!
//! This layer imports none of the others and does no input or output. The serde
//! derives here are what the project and memory files are made of; golden files
//! in the tests pin them.

pub mod bead;
pub mod checks;
pub mod clock;
pub mod conflict;
pub mod document;
pub mod embargo;
pub mod exception;
pub mod house;
pub mod id;
pub mod lang;
pub mod memory;
pub mod memory_use;
pub mod original;
pub mod patch;
pub mod problem;
pub mod release;
pub mod review;
pub mod term;
pub mod term_use;
pub mod unit_ref;
pub mod unit_tags;
pub mod watch;

pub use bead::{
    Bead, Comment, Flags, Former, Link, Origin, State, StoredUnit, Target, TargetSegment,
};
pub use checks::{Checks, Dismissed, Grade, Overridden, Switched, Ticked, texts_of_row};
pub use clock::{Clock, Date, FixedClock, Timestamp};
pub use conflict::{About, Conflict, Content, Version};
pub use document::{Block, Document, RawBlock, Role, RowNumber, Segment, Tag};
pub use embargo::{Embargo, Lifting};
pub use exception::{Exception, ExceptionError, Exceptions, Follower, Wish};
pub use house::RoleRule;
pub use id::{
    BeadId, BlockId, CommentId, ConceptId, DocumentId, IdError, IdSource, MemoryId, ProjectId,
    RevisionId, SeededIds, SegmentId, TermbaseId, TranslationId, UnitId,
};
pub use lang::{Lang, LangError};
pub use memory::{
    Context, Fingerprint, MemoryFile, MemoryHeader, Revision, Unit, UnitChange, UnitStatus,
    UpdateRule,
};
pub use memory_use::{MemoryUse, MemoryUses};
pub use original::{Bytes, Code, Original, PageFormat};
pub use patch::{Change, Identified, Patch, PatchError, Splice};
pub use problem::{Problem, Reading};
pub use release::{Misfit, Place, Project, Release, ReleaseStatus, Translation, View, check_beads};
pub use review::{Duty, HandOver, Person, Review, SignOff};
pub use term::{Concept, Merged, Term, TermChange, TermKind, TermStatus, Termbase, TermbaseHeader};
pub use term_use::TermUses;
pub use unit_ref::UnitRef;
pub use unit_tags::{SubText, TagKind, UnitTag, UnitTags};
pub use watch::{Cancelled, Unwatched, Watch};
