//! A zip file of parts (ECMA-376 part 2; `OpenDocument` part 2): read with limits, written with
//! parts that are changed; the others are copied as they are packed.
//!
//! What a zip file says of its sizes need not be so: bytes are counted as they are unpacked.
//! Only parts that are asked for are unpacked, and nothing goes to a disk.
//!
//! Left out: encrypted files; parts in another encoding than UTF-8 and UTF-16.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::formats::FormatError;

/// Parts of a file; those of real ones are some dozens, a few hundred with pictures.
const MAX_PARTS: usize = 10_000;

/// Bytes of one part, unpacked: the text of a book of a thousand pages has about 30 MB.
const MAX_PART_BYTES: u64 = 64 << 20;

/// Bytes of all parts that are read, unpacked.
const MAX_READ_BYTES: u64 = 256 << 20;

/// How many times its packed size a part may have, once it has more than [`RATIO_FROM_BYTES`].
/// Documents pack to a tenth or a fiftieth; bombs reach the thousandfold of deflate.
const MAX_RATIO: u64 = 300;

/// Small parts may have any ratio: a row of empty cells packs well.
const RATIO_FROM_BYTES: u64 = 4 << 20;

/// What encrypted and old binary documents begin with (compound files, MS-CFB 2.2).
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// An opened file.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

/// A part's text and how it was encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartText {
    /// The text without a byte order mark.
    pub text: String,
    coding: Coding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Utf8,
    Utf8Marked,
    Utf16Le,
    Utf16Be,
}

impl<'a> Package<'a> {
    /// Opens a file of a kind, given with its article: `a Word document (.docx)`.
    ///
    /// # Errors
    /// [`FormatError::Empty`]; [`FormatError::Other`] when it is no zip file or encrypted;
    /// [`FormatError::Input`] when it is damaged or made to do harm.
    pub(crate) fn open(bytes: &'a [u8], expected: &'static str) -> Result<Self, FormatError> {
        if bytes.is_empty() {
            return Err(FormatError::Empty);
        }
        let other = |hint: &str| FormatError::Other { expected, hint: hint.to_owned() };
        if bytes.starts_with(COMPOUND) {
            return Err(other(
                "it is encrypted, or of an old form (such as .doc): open it in a word processor \
                 and save it in the new form without a password",
            ));
        }
        let archive = ZipArchive::new(Cursor::new(bytes));
        let mut archive = archive.map_err(|_| {
            other("it is no zip file, as such documents are, or the end of it is missing")
        })?;
        check(&mut archive)?;
        Ok(Self { archive, left: MAX_READ_BYTES })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The text of a part; `None` where there is no such part.
    ///
    /// # Errors
    /// [`FormatError::Input`], with the part's name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<PartText>, FormatError> {
        match self.bytes(name)? {
            Some(bytes) => Ok(Some(decoded(name, &bytes)?)),
            None => Ok(None),
        }
    }

    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, FormatError> {
        let Some(number) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(number);
        let part = part.map_err(|error| damaged(format_args!("{name}: {error}")))?;
        let packed = part.compressed_size();
        let mut limit = MAX_PART_BYTES.min(self.left);
        limit = limit.min(RATIO_FROM_BYTES.max(packed.saturating_mul(MAX_RATIO)));
        let mut bytes = Vec::new();
        let read = part.take(limit + 1).read_to_end(&mut bytes);
        let read = read.map_err(|error| damaged(format_args!("{name}: {error}")))?;
        self.left = self.left.saturating_sub(read as u64);
        if read as u64 > limit {
            let cause = format!("{name} is too large when it is unpacked: more than {limit} bytes");
            return Err(FormatError::Input(cause));
        }
        Ok(Some(bytes))
    }

    /// The file with the parts of these names replaced, all others as they are packed, in the
    /// same order.
    ///
    /// # Errors
    /// [`FormatError::Input`] when a part cannot be copied.
    pub(crate) fn with(mut self, parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, FormatError> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        out.set_raw_comment(self.archive.comment().into()).map_err(damaged)?;
        for number in 0..self.archive.len() {
            let part = self.archive.by_index_raw(number).map_err(damaged)?;
            let name = part.name().map(Cow::into_owned).unwrap_or_default();
            let Some((_, bytes)) = parts.iter().find(|(changed, _)| *changed == name) else {
                out.raw_copy_file(part).map_err(damaged)?;
                continue;
            };
            let method = match part.compression() {
                CompressionMethod::Stored => CompressionMethod::Stored,
                _ => CompressionMethod::Deflated,
            };
            let options = part.options().compression_method(method);
            drop(part);
            out.start_file(name, options).map_err(damaged)?;
            out.write_all(bytes).map_err(damaged)?;
        }
        Ok(out.finish().map_err(damaged)?.into_inner())
    }
}

/// Refuses what no honest program writes.
fn check(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), FormatError> {
    let cause = if archive.len() > MAX_PARTS {
        format!("the file has more than {MAX_PARTS} parts")
    } else if archive.has_duplicate_names() {
        "two parts of the file have the same name, so that it is not clear which counts".to_owned()
    } else if archive.has_overlapping_files().map_err(damaged)? {
        "parts of the file lie one over another".to_owned()
    } else {
        return Ok(());
    };
    Err(FormatError::Input(cause))
}

fn damaged(error: impl std::fmt::Display) -> FormatError {
    FormatError::Input(format!("the file is damaged: {error}"))
}

fn decoded(name: &str, bytes: &[u8]) -> Result<PartText, FormatError> {
    let refused = |encoding: &str| {
        FormatError::Input(format!("{name} has bytes that are no text in {encoding}"))
    };
    let (coding, encoding, rest) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (Coding::Utf8Marked, UTF_8, rest),
        [0xff, 0xfe, rest @ ..] => (Coding::Utf16Le, UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => (Coding::Utf16Be, UTF_16BE, rest),
        _ => (Coding::Utf8, UTF_8, bytes),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
    let text = text.ok_or_else(|| refused(encoding.name()))?.into_owned();
    Ok(PartText { text, coding })
}

impl PartText {
    /// The bytes of a text in the encoding of this one.
    pub(crate) fn encoded(&self, text: &str) -> Vec<u8> {
        let wide = |mark: u16, bytes: fn(u16) -> [u8; 2]| {
            std::iter::once(mark).chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        match self.coding {
            Coding::Utf8 => text.as_bytes().to_vec(),
            Coding::Utf8Marked => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Coding::Utf16Le => wide(0xfeff, u16::to_le_bytes),
            Coding::Utf16Be => wide(0xfeff, u16::to_be_bytes),
        }
    }
}
