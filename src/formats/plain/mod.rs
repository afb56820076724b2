//! Plain text: bytes to characters, characters to blocks.
//!
//! [`decode`] finds the encoding: a byte order mark, else UTF-8 where it is
//! valid, else UTF-16 by its zeros, else a guess among the legacy code pages
//! (`chardetng`, the detector of Firefox), which is said to be one. [`blocks`]
//! cuts the text into paragraphs and keeps every character. A file's line ends,
//! mixed ones too, stay as they are.
//!
//! Left out: UTF-32, UTF-7, EBCDIC; formatting conventions such as Markdown.

mod blocks;
mod decode;
mod encodings;

pub use blocks::{Blocks, blocks};
pub(crate) use decode::is_utf16;
pub use decode::{Decoded, decode, decode_as};
pub use encodings::{ENCODINGS, Offered};
