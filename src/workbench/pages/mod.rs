//! Files that are translated in place: from a page to segments and back.
//!
//! | what | file |
//! |---|---|
//! | a document of a page, a project of a file | [`take_in`] |
//! | the codes of a block in its segments, and together again | [`marks`] |
//! | the codes that a translation lacks or has twice | [`missing`] |
//! | the original with the translation in it | [`give_back`] |
//! | a page of its own made of the translation | [`clean`] |

mod clean;
mod give_back;
mod marks;
mod missing;
mod take_in;

pub use clean::html;
pub use give_back::{GiveBack, NoOriginal, Written, same};
pub use missing::{Fault, faults};
pub use take_in::{Imported, LARGE_BYTES, document, import, plain_text};

#[cfg(test)]
mod tests;
