//! Files that are translated in place: from a page to segments and back.
//!
//! | what | file |
//! |---|---|
//! | a document of a page, a project of a file | [`take_in`] |
//! | a file and what was found in it, before a project is made of it | [`arriving`] |
//! | the codes of a block in its segments, and together again | [`marks`] |
//! | the codes that a translation lacks or has twice | [`missing`] |
//! | what is told before a translation is written | [`ready`] |
//! | the original with the translation in it | [`give_back`] |
//! | a page of its own made of the translation | [`clean`] |
//! | the release as it is read, in both languages | [`preview`] |
//! | the same beside each other, written for reading | [`bilingual`] |

mod arriving;
pub mod bilingual;
mod clean;
mod give_back;
mod marks;
mod missing;
mod preview;
mod ready;
mod take_in;

pub use arriving::{Arriving, Found, NotRead, arriving};
pub use clean::html;
pub use give_back::{GiveBack, NoOriginal, Written, same};
pub(super) use give_back::{joined, of_bead};
pub use missing::{Fault, RowFault, faults, row_fault};
pub use preview::{Paragraph, Preview, Shown};
pub use ready::Ready;
pub use take_in::{Imported, LARGE_BYTES, document, import, plain_text};

#[cfg(test)]
mod tests;
