//! The inline codes of a row while it is translated: shown in its texts, put in by key, carried
//! over to what memories give, told where they lack.
//!
//! | what | file |
//! |---|---|
//! | one character of a text for each code | [`character`] |
//! | the codes of a row, its texts with them | [`row`] |
//! | typing a text with codes in it; the next code that lacks | [`typed`] |
//! | where the codes of a source stand in a target that came without | [`carry`] |
//! | the codes of a target that came with those of a file of its own | [`aligned`] |

pub mod aligned;
pub mod carry;
pub mod character;
pub mod row;
pub mod typed;

pub use row::{RowCode, RowCodes};

#[cfg(test)]
mod tests;
