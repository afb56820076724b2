//! How far a memory was read, so that only what others added is read again.
//!
//! A bookmark stands behind a whole line. It is good while the file is at least
//! that long and its last 4 KB before that place are the same; a compaction or a
//! merge by another program changes them, and then the file is read from its
//! start. (Bytes can be the same by chance only where a file was rewritten up to
//! there as it was, and then nothing is missed.)

use crate::formats::memory_ron::{CLOSING, Lines, Tail, read_lines};
use crate::store::print::print;

/// A place in a memory file behind which nothing was read yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bookmark {
    /// Bytes before it; 0 knows nothing.
    bytes: u64,
    /// Lines before it, for the numbers of problems.
    lines: usize,
    /// The print of the last bytes before it.
    print: u64,
    /// The size of the file when it was read.
    size: u64,
}

/// Bytes before a bookmark that are compared.
pub(super) const WINDOW_BYTES: u16 = 4096;

impl Bookmark {
    /// The place behind what was read of `bytes`, which have so many lines before `tail`.
    pub(super) fn of(tail: Option<Tail>, lines: usize, bytes: &[u8]) -> Self {
        // Where the next line has to bring a comma, it is not read on from.
        let Some(Tail { keep, joint: "" }) = tail else { return Self::default() };
        let before = bytes.get(..keep).unwrap_or_default();
        Self::behind(before, keep as u64, lines, bytes.len() as u64)
    }

    /// The place before the closing brackets that end `end`, the last bytes of a file of
    /// `size` bytes; it knows nothing where they are not as we write them.
    pub(super) fn at_end(end: &[u8], size: u64) -> Self {
        let Some(before) = end.strip_suffix(CLOSING.as_bytes()) else { return Self::default() };
        if !before.ends_with(b",\n") || before.len() < usize::from(WINDOW_BYTES) {
            return Self::default();
        }
        Self::behind(before, size - CLOSING.len() as u64, 0, size)
    }

    /// As four numbers, to be written down.
    pub(super) const fn numbers(&self) -> [u64; 4] {
        [self.bytes, self.lines as u64, self.print, self.size]
    }

    /// The bookmark of four numbers.
    pub(super) fn from_numbers([bytes, lines, print, size]: [u64; 4]) -> Option<Self> {
        Some(Self { bytes, lines: usize::try_from(lines).ok()?, print, size })
    }

    /// The place at `bytes`, which ends `before` (its last bytes will do).
    pub(super) fn behind(before: &[u8], bytes: u64, lines: usize, size: u64) -> Self {
        let start = before.len().saturating_sub(usize::from(WINDOW_BYTES));
        Self { bytes, lines, print: print(before.get(start..).unwrap_or_default()), size }
    }

    /// Whether it knows a place.
    pub(super) const fn is_known(&self) -> bool {
        self.bytes > 0
    }

    /// Whether a file of this size has nothing new.
    pub(super) const fn is_whole(&self, size: u64) -> bool {
        self.is_known() && self.size == size
    }

    /// Where the bytes that are compared begin.
    pub(super) const fn window_start(&self) -> u64 {
        self.bytes.saturating_sub(WINDOW_BYTES as u64)
    }

    /// Bytes before it.
    pub(super) const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Lines before it.
    pub(super) const fn lines(&self) -> usize {
        self.lines
    }

    /// Cuts what was read from [`Bookmark::window_start`] on at the bookmark.
    pub(super) fn split<'a>(&self, bytes: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
        bytes.split_at_checked(usize::try_from(self.bytes - self.window_start()).ok()?)
    }

    /// The lines behind it and the place behind those, if `window` is what stood
    /// before it and `delta` goes on as one expects.
    pub(super) fn read_on(&self, window: &[u8], delta: &[u8]) -> Option<(Lines, Self)> {
        if !self.is_known() || print(window) != self.print {
            return None;
        }
        let lines = read_lines(delta, self.lines);
        let Some(Tail { keep, joint: "" }) = lines.tail else { return None };
        let read = delta.get(..keep)?;
        let before = [window, read].concat();
        let count = self.lines + line_ends(read);
        let size = self.bytes + delta.len() as u64;
        let next = Self::behind(&before, self.bytes + keep as u64, count, size);
        Some((lines, next))
    }

    /// The place behind a memory that was written whole as `text`.
    pub(super) fn behind_whole(text: &str) -> Self {
        let before = text.strip_suffix(CLOSING).unwrap_or(text).as_bytes();
        Self::behind(before, before.len() as u64, line_ends(before), text.len() as u64)
    }
}

/// Line ends in `bytes`.
#[expect(clippy::naive_bytecount, reason = "as fast as reading them, which comes before")]
pub(super) fn line_ends(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte == b'\n').count()
}
