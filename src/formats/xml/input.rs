//! Bytes of any encoding as a stream of UTF-8.
//!
//! The encoding is that of the byte order mark, else of UTF-16 seen by its zeros,
//! else the one the XML declaration names, else UTF-8 (XML 1.0, appendix F). Bytes
//! that are no characters become U+FFFD, and [`Utf8Input::lossy`] says so.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, Encoding, UTF_8};

use crate::formats::plain::is_utf16;

/// Bytes that are read at a time.
const CHUNK_BYTES: usize = 64 * 1024;

/// A reader that gives UTF-8.
pub(crate) struct Utf8Input<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    ended: bool,
    lossy: bool,
    encoding: &'static Encoding,
}

impl<R: Read> Utf8Input<R> {
    /// Looks at the first bytes and decides on the encoding.
    pub(crate) fn new(mut inner: R) -> io::Result<Self> {
        let mut raw = vec![0; CHUNK_BYTES];
        let mut len = 0;
        while len < raw.len() {
            match inner.read(raw.get_mut(len..).unwrap_or_default()) {
                Ok(0) => break,
                Ok(read) => len += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        raw.truncate(len);
        let encoding = encoding(&raw);
        let mut input = Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: Vec::new(),
            text: Vec::new(),
            at: 0,
            ended: false,
            lossy: false,
            encoding,
        };
        input.decode(&raw, len < CHUNK_BYTES);
        input.raw = vec![0; CHUNK_BYTES];
        Ok(input)
    }

    /// Whether bytes were met that are no characters.
    pub(crate) const fn lossy(&self) -> bool {
        self.lossy
    }

    /// The encoding's name.
    pub(crate) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    fn decode(&mut self, mut bytes: &[u8], last: bool) {
        self.text.clear();
        self.at = 0;
        self.ended = last;
        loop {
            let room = self.decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(CHUNK_BYTES);
            let start = self.text.len();
            self.text.resize(start + room, 0);
            let out = self.text.get_mut(start..).unwrap_or_default();
            let (result, read, written, lossy) = self.decoder.decode_to_utf8(bytes, out, last);
            self.lossy |= lossy;
            self.text.truncate(start + written);
            bytes = bytes.get(read..).unwrap_or_default();
            if result == encoding_rs::CoderResult::InputEmpty {
                return;
            }
        }
    }
}

impl<R: Read> Read for Utf8Input<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let text = self.fill_buf()?;
        let len = text.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..len), text.get(..len)) {
            to.copy_from_slice(from);
        }
        self.consume(len);
        Ok(len)
    }
}

impl<R: Read> BufRead for Utf8Input<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at >= self.text.len() && !self.ended {
            let mut raw = std::mem::take(&mut self.raw);
            let read = self.inner.read(&mut raw);
            if let Ok(len) = read {
                self.decode(raw.get(..len).unwrap_or_default(), len == 0);
            }
            self.raw = raw;
            match read {
                Err(error) if error.kind() != io::ErrorKind::Interrupted => return Err(error),
                _ => {}
            }
        }
        Ok(self.text.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.at = (self.at + amount).min(self.text.len());
    }
}

fn encoding(start: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(start) {
        return encoding;
    }
    let look = start.get(..start.len().min(4096)).unwrap_or_default();
    if let Some(encoding) = is_utf16(look) {
        return encoding;
    }
    let declared = declared(look).and_then(|label| Encoding::for_label(label.as_bytes()));
    match declared {
        // A declaration that can be read as ASCII is not in UTF-16, whatever it says.
        Some(encoding) if encoding.is_ascii_compatible() => encoding,
        _ => UTF_8,
    }
}

/// The name after `encoding=` in the XML declaration.
fn declared(start: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(start);
    let (declaration, _) = text.trim_start().strip_prefix("<?xml")?.split_once("?>")?;
    let (_, rest) = declaration.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (label, _) = rest.strip_prefix(quote)?.split_once(quote)?;
    Some(label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a byte or three at a time, as slow inputs do.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let len = buffer.len().min(self.0.len()).min(3);
            buffer[..len].copy_from_slice(&self.0[..len]);
            self.0 = &self.0[len..];
            Ok(len)
        }
    }

    fn check(bytes: &[u8], text: &str, encoding: &str, lossy: bool) {
        let mut input = Utf8Input::new(Slow(bytes)).expect("readable");
        let mut found = String::new();
        input.read_to_string(&mut found).expect("UTF-8");
        assert_eq!((found.as_str(), input.encoding(), input.lossy()), (text, encoding, lossy));
    }

    #[test]
    fn every_declared_encoding_becomes_utf_8() {
        let long = format!("<?xml version='1.0'?><a>{}</a>", "é中😀".repeat(20_000));
        check(long.as_bytes(), &long, "UTF-8", false);
        let wide: Vec<u8> = long.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[b"\xff\xfe", &*wide].concat(), &long, "UTF-16LE", false);
        check(&wide, &long, "UTF-16LE", false);
        let old = b"<?xml version=\"1.0\" encoding = 'windows-1252'?>\xe9";
        check(old, "<?xml version=\"1.0\" encoding = 'windows-1252'?>é", "windows-1252", false);
        check(b"<?xml encoding='utf-16'?>a", "<?xml encoding='utf-16'?>a", "UTF-8", false);
        check(b"<a>\xe9</a>", "<a>\u{fffd}</a>", "UTF-8", true);
        check(b"\xef\xbb\xbf<a/>", "<a/>", "UTF-8", false);
        check(b"", "", "UTF-8", false);
    }
}
