//! Find and replace: what is looked for, where it stands, what takes its place.
//!
//! A query compiles to a [`Pattern`], which finds its places in any text ([`pattern`]);
//! [`hits`] goes through a release or all translations of a project; [`replace`] makes
//! one patch of the hits that were chosen. Words are found letter by letter on folded
//! texts ([`crate::text::folded`]); a hit always stands on whole characters of the text.
//!
//! Left out: hits across two sentences of a source, which is corrected by sentence;
//! comments.

pub mod hits;
pub mod pattern;
pub mod replace;
mod template;

pub use hits::{Hit, Scope};
pub use pattern::{Options, Pattern, Query};
pub use replace::{Plan, Skipped};

pub(super) use pattern::is_whole;
pub(super) use template::in_case_of;
