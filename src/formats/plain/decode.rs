//! From bytes to characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::formats::FormatError;
use crate::formats::detect::binary_kind;
use crate::model::{Problem, Reading};

/// A text and how its bytes were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, without a byte order mark.
    pub text: String,
    /// The encoding's name: `UTF-8`, `windows-1251`.
    pub encoding: String,
    /// Whether the encoding is a guess that people should check.
    pub guessed: bool,
    /// Whether there was a byte order mark.
    pub bom: bool,
}

/// Decodes a text of unknown encoding.
///
/// # Errors
/// [`FormatError::Empty`], or [`FormatError::Binary`] for what is no text.
pub fn decode(bytes: &[u8]) -> Result<Reading<Decoded>, FormatError> {
    if bytes.is_empty() {
        return Err(FormatError::Empty);
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes).filter(|_| !is_utf32(bytes)) {
        let rest = bytes.get(length..).unwrap_or_default();
        return Ok(with_losses(Reading::clean(decoded(rest, encoding, true)), rest, encoding));
    }
    if let Some((what, hint)) = binary_kind(bytes) {
        return Err(FormatError::Binary { what, hint });
    }
    if let Some(encoding) = is_utf16(bytes) {
        return Ok(guess(bytes, encoding));
    }
    if is_full_of_controls(bytes) {
        let hint = "choose a text file, or save the document as plain text first";
        return Err(FormatError::Binary { what: "a binary file", hint });
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(Reading::clean(decoded(bytes, UTF_8, false)));
    }
    if is_damaged_utf8(bytes) {
        let reading = Reading::clean(decoded(bytes, UTF_8, false));
        return Ok(with_losses(reading, bytes, UTF_8));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    Ok(guess(bytes, detector.guess(None, Utf8Detection::Deny)))
}

/// Decodes a text of the encoding that somebody names (WHATWG labels: `utf-8`,
/// `cp1251`, `koi8-r`).
///
/// # Errors
/// [`FormatError::Empty`], [`FormatError::UnknownEncoding`].
pub fn decode_as(bytes: &[u8], label: &str) -> Result<Reading<Decoded>, FormatError> {
    let unknown = || FormatError::UnknownEncoding { label: label.to_owned() };
    let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(unknown)?;
    if bytes.is_empty() {
        return Err(FormatError::Empty);
    }
    let bom = Encoding::for_bom(bytes).filter(|(found, _)| *found == encoding);
    let rest = bytes.get(bom.map_or(0, |(_, length)| length)..).unwrap_or_default();
    let reading = Reading::clean(decoded(rest, encoding, bom.is_some()));
    Ok(with_losses(reading, rest, encoding))
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, bom: bool) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name().to_owned(), guessed: false, bom }
}

fn guess(bytes: &[u8], encoding: &'static Encoding) -> Reading<Decoded> {
    let mut value = decoded(bytes, encoding, false);
    value.guessed = true;
    let cause = format!(
        "the encoding was guessed as {}; name another one if letters look wrong",
        encoding.name()
    );
    with_losses(Reading { value, problems: vec![Problem::whole(cause)] }, bytes, encoding)
}

/// Adds a problem where bytes were no characters of the encoding.
fn with_losses(
    mut reading: Reading<Decoded>,
    bytes: &[u8],
    encoding: &'static Encoding,
) -> Reading<Decoded> {
    let (_, losses) = encoding.decode_without_bom_handling(bytes);
    if losses {
        let text = &reading.value.text;
        let count = text.matches('\u{fffd}').count();
        let line = text.lines().position(|line| line.contains('\u{fffd}')).unwrap_or(0);
        let cause = format!(
            "{count} characters are not valid {} and were replaced by \u{fffd}; the first is here",
            encoding.name()
        );
        reading.problems.push(Problem::at(line, cause));
    }
    reading
}

fn is_utf32(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff")
}

/// UTF-16 without a byte order mark: it has zeros (in the half of a line end, a
/// space, a digit, a Latin letter) and decodes without an error or a control
/// character; of the two byte orders, the one with more ASCII characters.
pub(crate) fn is_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096) & !1).unwrap_or_default();
    if !bytes.len().is_multiple_of(2) || sample.is_empty() || !sample.contains(&0) {
        return None;
    }
    if is_utf8_with_nuls(sample) {
        return None;
    }
    let plainness = |encoding: &'static Encoding| {
        let (text, losses) = encoding.decode_without_bom_handling(sample);
        // A sample may end between the two halves of a character.
        let losses = losses && text.trim_end_matches('\u{fffd}').contains('\u{fffd}');
        if losses || text.chars().any(is_odd) {
            return None;
        }
        Some((text.chars().filter(char::is_ascii).count(), encoding))
    };
    let found = [UTF_16LE, UTF_16BE].into_iter().filter_map(plainness);
    found.max_by_key(|(count, _)| *count).map(|(_, encoding)| encoding)
}

/// UTF-8 in which a few NULs stand: a tool that pads with them leaves single ones, UTF-16 has
/// one in every line and Latin letter, and is no UTF-8 elsewhere.
fn is_utf8_with_nuls(sample: &[u8]) -> bool {
    // A sample may end inside a character.
    let valid = std::str::from_utf8(sample).map_or_else(|e| e.error_len().is_none(), |_| true);
    let nul = |byte: &&u8| matches!(byte, 0);
    valid && sample.iter().filter(nul).count() * 50 < sample.len()
}

/// Characters that no text has: controls, private use, noncharacters.
const fn is_odd(c: char) -> bool {
    let layout = matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
    !layout
        && matches!(c,
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}'
            | '\u{fff0}'..='\u{fff8}' | '\u{fffe}'..='\u{ffff}')
}

/// More than one byte in 50 is a control: no text has that.
fn is_full_of_controls(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    bytes.iter().filter(control).count() * 50 > bytes.len()
}

/// Valid UTF-8 but for a few bytes: at least 20 good characters beyond ASCII for
/// each bad place. A legacy code page read as UTF-8 has more bad places than good.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 20 * bad
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{GB18030, KOI8_U, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

    const FRENCH: &str = "Le Ministère a salué l'accord.\r\nIl entrera en vigueur à l'été.\r\n";
    const RUSSIAN: &str = "Министерство приветствует соглашение.\nОно вступит в силу летом.\n";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn check(bytes: &[u8], text: &str, encoding: &str, guessed: bool) {
        let reading = decode(bytes).unwrap_or_else(|error| panic!("{encoding}: {error}"));
        assert_eq!(reading.value.text, text, "{encoding}");
        assert_eq!((reading.value.encoding.as_str(), reading.value.guessed), (encoding, guessed));
        assert_eq!(reading.problems.len(), usize::from(guessed), "{:?}", reading.problems);
    }

    #[test]
    fn every_usual_encoding_is_found() {
        check(FRENCH.as_bytes(), FRENCH, "UTF-8", false);
        check(&[b"\xef\xbb\xbf", FRENCH.as_bytes()].concat(), FRENCH, "UTF-8", false);
        for text in [FRENCH, RUSSIAN, "部长会见记者。\n", "12"] {
            check(&[vec![0xff, 0xfe], utf16(text, false)].concat(), text, "UTF-16LE", false);
            check(&[vec![0xfe, 0xff], utf16(text, true)].concat(), text, "UTF-16BE", false);
            check(&utf16(text, false), text, "UTF-16LE", true);
            check(&utf16(text, true), text, "UTF-16BE", true);
        }
        check(&WINDOWS_1251.encode(RUSSIAN).0, RUSSIAN, "windows-1251", true);
        check(&KOI8_U.encode(RUSSIAN).0, RUSSIAN, "KOI8-U", true);
        check(&WINDOWS_1252.encode(FRENCH).0, FRENCH, "windows-1252", true);
        let arabic = "ترحب الوزارة بتوقيع الاتفاق الذي يدخل حيز التنفيذ في الصيف.\n";
        check(&WINDOWS_1256.encode(arabic).0, arabic, "windows-1256", true);
        let chinese = "部长今天上午在首都会见了来访的代表团，双方就合作问题交换了意见。\n";
        check(&GB18030.encode(chinese).0, chinese, "GBK", true);
        let japanese = "大臣は本日、記者会見を開き、協定の署名について説明した。\n";
        check(&SHIFT_JIS.encode(japanese).0, japanese, "Shift_JIS", true);
    }

    #[test]
    fn a_text_with_a_damaged_byte_stays_utf_8() {
        let mut bytes = FRENCH.repeat(9).into_bytes();
        bytes.splice(40..40, [0xff]);
        let reading = decode(&bytes).expect("a text");
        assert_eq!(reading.value.encoding, "UTF-8");
        assert!(reading.value.text.contains("Ministère"));
        assert_eq!(reading.problems.len(), 1);
        assert_eq!(reading.problems[0].line, Some(1));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let check = |bytes: &[u8], expected: &str| {
            let error = decode(bytes).expect_err(expected).to_string();
            assert!(error.contains(expected), "{error}");
        };
        check(b"", "empty");
        check(b"PK\x03\x04\x14\0\0\0", "a Word, Excel or OpenDocument file");
        check(b"%PDF-1.7\n%\xe2\xe3", "a PDF document");
        check(b"\x7fELF\x02\x01\x01\0\0\0", "a binary file");
        check(&[0xff, 0xfe, 0, 0, b'a', 0, 0, 0], "a binary file");
        check(&[1, 2, 3, 4, 5, 6, b'a'], "a binary file");
    }

    #[test]
    fn a_text_with_a_few_nuls_is_a_text() {
        let text = FRENCH.replace("l'accord", "l\0'accord");
        let reading = decode(text.as_bytes()).expect("a text");
        assert_eq!(reading.value.text, text);
    }

    #[test]
    fn an_encoding_can_be_named() {
        let bytes = WINDOWS_1251.encode("Да").0;
        let reading = decode_as(&bytes, "cp1251").expect("a text");
        assert_eq!((reading.value.text.as_str(), reading.problems.len()), ("Да", 0));
        let wrong = decode_as(&bytes, "utf-8").expect("a text");
        assert_eq!(wrong.problems.len(), 1);
        assert!(decode_as(&bytes, "utf-7").is_err());
        let marked = decode_as("\u{feff}a".as_bytes(), "utf-8").expect("a text");
        assert_eq!((marked.value.text.as_str(), marked.value.bom), ("a", true));
    }
}
