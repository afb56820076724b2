//! Sections of an image: arrays of numbers, each with its length and its sum.
//!
//! ```text
//! length in bytes (8) · sum of the length (8) · the bytes · their sum (8)
//! ```
//!
//! The length is checked before room is made for it. The sum finds accidents, not
//! attacks: four sums side by side, each by exclusive or, multiplication and rotation,
//! so that a processor adds 32 bytes in a few steps.

use std::io::{self, Read, Write};

use bytemuck::Pod;

use super::ImageError;

/// Bytes that are read and summed at a time: what fits a processor's cache.
const PIECE: usize = 1 << 18;

/// A sum of bytes.
#[derive(Debug, Clone)]
pub struct Sum {
    lanes: [u64; 4],
    bytes: u64,
}

impl Default for Sum {
    fn default() -> Self {
        // The first digits of π (nothing up the sleeve).
        let lanes = [
            0x243F_6A88_85A3_08D3,
            0x1319_8A2E_0370_7344,
            0xA409_3822_299F_31D0,
            0x082E_FA98_EC4E_6C89,
        ];
        Self { lanes, bytes: 0 }
    }
}

impl Sum {
    /// Adds bytes. Where they are cut matters but for cuts at multiples of 32.
    pub fn add(&mut self, bytes: &[u8]) {
        let (blocks, rest) = bytes.as_chunks::<32>();
        for block in blocks {
            self.block(block);
        }
        if !rest.is_empty() {
            let mut last = [0; 32];
            last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            self.block(&last);
        }
        self.bytes += bytes.len() as u64;
    }

    fn block(&mut self, block: &[u8; 32]) {
        let (words, _) = block.as_chunks::<8>();
        for (lane, word) in self.lanes.iter_mut().zip(words) {
            let mixed = (*lane ^ u64::from_ne_bytes(*word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            *lane = mixed.rotate_left(29);
        }
    }

    /// The sum of all.
    pub fn finish(self) -> u64 {
        let all = self.lanes.into_iter().chain([self.bytes]);
        all.fold(0, |sum: u64, lane| {
            let mixed = (sum ^ lane).wrapping_mul(0xD6E8_FEB8_6659_FD93);
            mixed ^ (mixed >> 32)
        })
    }

    fn of(bytes: &[u8]) -> u64 {
        let mut sum = Self::default();
        sum.add(bytes);
        sum.finish()
    }
}

/// Writes sections.
pub struct SectionsOut<'a> {
    out: &'a mut dyn Write,
}

impl<'a> SectionsOut<'a> {
    pub fn new(out: &'a mut dyn Write) -> Self {
        Self { out }
    }

    /// Writes an array.
    pub fn numbers<T: Pod>(&mut self, numbers: &[T]) -> io::Result<()> {
        let bytes: &[u8] = bytemuck::cast_slice(numbers);
        let len = (bytes.len() as u64).to_ne_bytes();
        self.out.write_all(&len)?;
        self.out.write_all(&Sum::of(&len).to_ne_bytes())?;
        let mut sum = Sum::default();
        for piece in bytes.chunks(PIECE) {
            sum.add(piece);
            self.out.write_all(piece)?;
        }
        self.out.write_all(&sum.finish().to_ne_bytes())
    }

    /// Writes texts, as their ends and their bytes.
    pub fn texts(&mut self, texts: impl Iterator<Item = String>) -> io::Result<()> {
        let (mut ends, mut all) = (Vec::new(), String::new());
        for text in texts {
            all.push_str(&text);
            ends.push(all.len() as u64);
        }
        self.numbers(&ends)?;
        self.numbers(all.as_bytes())
    }
}

/// Reads sections.
pub struct Sections<'a> {
    input: &'a mut dyn Read,
    left: u64,
}

impl<'a> Sections<'a> {
    /// Reads from `input`, of at most `limit` bytes.
    pub fn new(input: &'a mut dyn Read, limit: u64) -> Self {
        Self { input, left: limit }
    }

    fn word(&mut self) -> io::Result<[u8; 8]> {
        let mut word = [0; 8];
        self.input.read_exact(&mut word)?;
        self.left = self.left.saturating_sub(8);
        Ok(word)
    }

    /// Reads an array.
    pub fn numbers<T: Pod>(&mut self) -> Result<Vec<T>, ImageError> {
        let len = self.word()?;
        let sum = u64::from_ne_bytes(self.word()?);
        let bytes = u64::from_ne_bytes(len);
        let count = usize::try_from(bytes).map_err(|_| ImageError::Unsound)?;
        if sum != Sum::of(&len) || bytes > self.left || !count.is_multiple_of(size_of::<T>()) {
            return Err(ImageError::Unsound);
        }
        let mut numbers = vec![T::zeroed(); count / size_of::<T>()];
        let mut sum = Sum::default();
        for piece in bytemuck::cast_slice_mut::<T, u8>(&mut numbers).chunks_mut(PIECE) {
            self.input.read_exact(piece)?;
            sum.add(piece);
        }
        self.left -= bytes;
        if u64::from_ne_bytes(self.word()?) != sum.finish() {
            return Err(ImageError::Unsound);
        }
        Ok(numbers)
    }

    /// Reads texts.
    pub fn texts(&mut self) -> Result<Vec<String>, ImageError> {
        let (ends, all) = (self.numbers::<u64>()?, self.numbers::<u8>()?);
        let mut start = 0;
        let text = |end: u64| {
            let end = usize::try_from(end).ok()?;
            let text = std::str::from_utf8(all.get(start..end)?).ok()?;
            start = end;
            Some(text.to_owned())
        };
        ends.into_iter().map(text).collect::<Option<_>>().ok_or(ImageError::Unsound)
    }
}
