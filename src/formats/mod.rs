//! What a release, a memory and other people's files look like as text and bytes.
//!
//! | format | read | write | file |
//! |---|---|---|---|
//! | project (`*.project.ron`) | whole | whole, stable line by line | [`project_ron`] |
//! | memory (`*.memory.ron`) | a line at a time, mending a torn tail | a line a revision | [`memory_ron`] |
//! | termbase (`*.terms.ron`) | a line at a time, a torn tail told | a line a concept | [`terms_ron`] |
//! | TBX 2, 3 (terms) | entries without terms reported | 3, TBX-Basic | [`tbx`] |
//! | TMX 1.1–1.4b | streaming, bad units reported | 1.4b, level 1 | [`tmx`] |
//! | CSV and the like, with columns | [`table`] says | with a head row | [`table`] |
//! | tab-separated values | source TAB target | the same | [`tsv`] |
//! | SRX 1.0, 2.0 (segmentation rules) | bad rules reported | — | [`srx`] |
//! | DOCX, DOCM, DOTX | blocks with codes, accepted view | patched | [`office::docx`] |
//! | ODT, OTT | blocks with codes, accepted view | patched | [`office::odt`] |
//! | plain text | any encoding, blocks | patched | [`plain`], [`markup::text`] |
//! | HTML, XHTML | blocks with codes, the page's frame told | patched | [`markup::html`] |
//! | Markdown | blocks with codes | patched | [`markup::markdown`] |
//!
//! Readers take text or bytes and give a [`Reading`](crate::model::Reading): what
//! is usable, and every problem with its line. [`FormatError`] is for what is not
//! usable at all. Nothing here touches a file: `store` does.
//!
//! Formats that are translated in place are [`pages`]: they share one shape ([`page`]).
//!
//! [`ron_text`] is the one place that other layers get RON from (settings,
//! journal lines), so that all of it is written alike.

pub mod detect;
mod error;
mod first_line;
pub mod markup;
pub mod memory_ron;
pub mod office;
pub mod page;
pub mod pages;
pub mod plain;
pub mod project_ron;
pub mod review;
pub mod ron_text;
pub mod srx;
pub mod table;
pub mod tbx;
pub mod terms_ron;
#[cfg(test)]
pub(crate) mod testing;
pub mod tmx;
pub mod tsv;
mod xml;

pub use detect::{Format, detect};
pub use error::FormatError;
