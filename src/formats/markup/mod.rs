//! Pages whose text stands among markup, or alone: HTML, Markdown, plain text.
//!
//! All are read and patched in the same way. The bytes are decoded with a note of where each
//! character stands ([`source`]); the format finds blocks, each a run of characters and codes
//! with their places ([`block`]); a rendering takes the place of a block from the first
//! character that differs to the last one that does ([`patch`]). Nothing else is written anew.

mod apply;
mod block;
pub mod html;
pub mod markdown;

mod patch;
mod source;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod text;
