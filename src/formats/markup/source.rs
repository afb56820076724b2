//! Bytes and the characters they stand for, so that a stretch of characters can be replaced
//! and every other byte stays.
//!
//! In UTF-8 without an error a character's place is its byte's. In all other encodings the
//! decoder is fed byte by byte and the place of each character is noted, damaged ones too.
//! What the encoding cannot hold is written as a numeric character reference, which HTML and
//! Markdown both read.

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::{CoderResult, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// A file's bytes and its text.
#[derive(Debug)]
pub(super) struct Source<'a> {
    bytes: &'a [u8],
    /// The text, without a byte order mark.
    pub(super) text: Cow<'a, str>,
    encoding: &'static Encoding,
    /// Bytes before the text.
    bom: usize,
    /// For each character that a step of the decoder gave: where it begins in the text and in
    /// the bytes behind the mark. `None` where both are the same.
    places: Option<Vec<(usize, usize)>>,
}

impl<'a> Source<'a> {
    /// Decodes bytes of this encoding.
    pub(super) fn of(bytes: &'a [u8], encoding: &'static Encoding) -> Self {
        let marked = Encoding::for_bom(bytes).filter(|(found, _)| *found == encoding);
        let bom = marked.map_or(0, |(_, length)| length);
        let body = bytes.get(bom..).unwrap_or_default();
        let whole = std::str::from_utf8(body).ok().filter(|_| encoding == UTF_8);
        let (text, places) = match whole {
            Some(text) => (Cow::Borrowed(text), None),
            None => by_steps(body, encoding),
        };
        Self { bytes, text, encoding, bom, places }
    }

    /// The characters of a stretch, or nothing where it is none.
    pub(super) fn get(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Whether the encoding has all these characters.
    pub(super) fn holds(&self, text: &str) -> bool {
        let wide = self.encoding == UTF_16LE || self.encoding == UTF_16BE;
        wide || !self.encoding.encode(text).2
    }

    /// The bytes with these stretches of text replaced. Stretches must be in order; one that
    /// overlaps the one before it is left as it is.
    pub(super) fn splice(&self, edits: &[(Range<usize>, String)]) -> Vec<u8> {
        if self.encoding == ISO_2022_JP {
            return self.whole(edits);
        }
        let mut out = Vec::with_capacity(self.bytes.len());
        let mut done = 0;
        for (range, new) in edits {
            let (start, end) = (self.byte(range.start), self.byte(range.end));
            if start < done || self.get(range.clone()) == new {
                continue;
            }
            out.extend_from_slice(self.bytes.get(done..start).unwrap_or_default());
            out.extend(encoded(new, self.encoding));
            done = end;
        }
        out.extend_from_slice(self.bytes.get(done..).unwrap_or_default());
        out
    }

    /// The same in an encoding where what a byte means depends on those before it: the text is
    /// encoded anew as a whole where there is anything to replace.
    fn whole(&self, edits: &[(Range<usize>, String)]) -> Vec<u8> {
        let edits = edits.iter().filter(|(range, new)| self.get(range.clone()) != new);
        let (mut out, mut done) = (String::new(), 0);
        for (range, new) in edits.filter(|(range, _)| range.start <= range.end) {
            out.push_str(self.get(done..range.start));
            out.push_str(new);
            done = range.end;
        }
        if done == 0 && out.is_empty() {
            return self.bytes.to_vec();
        }
        out.push_str(self.get(done..self.text.len()));
        encoded(&out, self.encoding)
    }

    /// The byte at which a character of the text begins.
    fn byte(&self, at: usize) -> usize {
        let Some(places) = &self.places else { return self.bom + at };
        let step = places.partition_point(|(text, _)| *text < at);
        places.get(step).map_or(self.bytes.len(), |(_, byte)| self.bom + byte)
    }
}

/// Decodes byte by byte.
fn by_steps(
    bytes: &[u8],
    encoding: &'static Encoding,
) -> (Cow<'static, str>, Option<Vec<(usize, usize)>>) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut places = Vec::with_capacity(bytes.len());
    let mut begun = 0;
    for at in 0..=bytes.len() {
        let (step, last) = (bytes.get(at..(at + 1).min(bytes.len())), at == bytes.len());
        let before = text.len();
        // A step gives a few characters at most.
        text.reserve(64);
        let (result, ..) = decoder.decode_to_string(step.unwrap_or_default(), &mut text, last);
        debug_assert_eq!(result, CoderResult::InputEmpty);
        if text.len() == before {
            continue;
        }
        places.push((before, begun));
        let ascii = step.and_then(|step| step.first()).is_some_and(u8::is_ascii);
        // A character cut short is told with the ASCII character that cuts it.
        if ascii && text.len() > before + 1 && begun < at {
            places.push((text.len() - 1, at));
        }
        begun = at + 1;
    }
    (Cow::Owned(text), Some(places))
}

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    if encoding == UTF_16LE {
        return text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    }
    if encoding == UTF_16BE {
        return text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    }
    // What has no byte becomes `&#8230;`, as the Encoding Standard has it for HTML.
    encoding.encode(text).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    /// Each character replaced by itself and then by another one: the rest stays.
    fn check(bytes: &[u8], encoding: &'static Encoding) {
        let source = Source::of(bytes, encoding);
        assert_eq!(source.splice(&[]), bytes);
        for (at, c) in source.text.char_indices() {
            let range = at..at + c.len_utf8();
            let new = source.splice(&[(range.clone(), "[x]".to_owned())]);
            let again = Source::of(&new, encoding);
            let mut expected = source.text.to_string();
            expected.replace_range(range, "[x]");
            assert_eq!(again.text, expected, "{} at {at}", encoding.name());
        }
    }

    #[test]
    fn each_character_has_its_bytes() {
        check("\u{feff}L'été à Łódź.".as_bytes(), UTF_8);
        check(&WINDOWS_1252.encode("<p>L'été</p>").0, WINDOWS_1252);
        check(&WINDOWS_1251.encode("<p>Лето</p>").0, WINDOWS_1251);
        check(&GBK.encode("<p>夏天a部长</p>").0, GBK);
        check(&SHIFT_JIS.encode("<p>大臣アa</p>").0, SHIFT_JIS);
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let wide: Vec<u8> = "\u{feff}été 𝄞.".encode_utf16().flat_map(bytes).collect();
            let (encoding, _) = Encoding::for_bom(&wide).expect("a mark");
            check(&wide, encoding);
        }
    }

    #[test]
    fn damaged_bytes_stay_where_they_are() {
        let bytes = b"a\xffb\xc3<i>\xe2\x82</i>\xc3\xa9";
        let source = Source::of(bytes, UTF_8);
        let at = source.text.find("<i>").expect("a tag");
        let new = source.splice(&[(at..at + 3, "<b>".to_owned())]);
        assert_eq!(new, b"a\xffb\xc3<b>\xe2\x82</i>\xc3\xa9");
    }

    #[test]
    fn what_an_encoding_lacks_becomes_a_reference() {
        let source = Source::of(b"<p>a</p>", WINDOWS_1252);
        assert_eq!(source.splice(&[(3..4, "ł".to_owned())]), b"<p>&#322;</p>");
        let bytes = ISO_2022_JP.encode("<p>夏</p>").0;
        let source = Source::of(&bytes, ISO_2022_JP);
        let at = source.text.find('夏').expect("there");
        let new = source.splice(&[(at..at + 3, "冬".to_owned())]);
        assert_eq!(ISO_2022_JP.decode(&new).0, "<p>冬</p>");
    }
}
