//! The encoding of a page: a byte order mark, what its head says, UTF-8 where it is valid, else
//! a guess (HTML standard, 13.2.3, without what a server says).

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::frame::value;
use super::token::{Kind, tokens};
use crate::formats::{FormatError, plain};
use crate::model::{Problem, Reading};

/// Bytes in which the encoding is named; the standard has 1024, real heads are longer.
const LOOK_BYTES: usize = 8192;

/// An encoding, and whether the page says so itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Charset {
    /// The encoding.
    pub(super) encoding: &'static Encoding,
    /// Whether a mark or the page's head names it.
    pub(super) declared: bool,
    /// Whether it is a guess that people should check.
    pub(super) guessed: bool,
}

/// The encoding of these bytes, or the one that somebody names (a label of the standard).
///
/// # Errors
/// There is nothing, it is no text, or the label is unknown.
pub(super) fn of(bytes: &[u8], label: Option<&str>) -> Result<Reading<Charset>, FormatError> {
    if bytes.is_empty() {
        return Err(FormatError::Empty);
    }
    let sure = |encoding, declared| Reading::clean(Charset { encoding, declared, guessed: false });
    if let Some(label) = label {
        let unknown = || FormatError::UnknownEncoding { label: label.to_owned() };
        let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(unknown)?;
        return Ok(sure(encoding, declared(bytes) == Some(encoding)));
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(sure(encoding, true));
    }
    if let Some(encoding) = declared(bytes) {
        let mut reading = sure(encoding, true);
        let (_, damaged) = encoding.decode_without_bom_handling(bytes);
        if !damaged {
            return Ok(reading);
        }
        let name = encoding.name();
        if let Ok(found) = plain::decode(bytes)
            && let Some(other) = Encoding::for_label(found.value.encoding.as_bytes())
            && other != encoding
        {
            let cause =
                format!("the page says it is {name}, but it is not; read as {}", other.name());
            let value = Charset { encoding: other, declared: false, guessed: true };
            return Ok(Reading { value, problems: vec![Problem::whole(cause)] });
        }
        let cause = format!("some characters are not valid {name}; they stay as they are");
        reading.problems.push(Problem::whole(cause));
        return Ok(reading);
    }
    let found = plain::decode(bytes)?;
    let encoding = Encoding::for_label(found.value.encoding.as_bytes()).unwrap_or(UTF_8);
    let value = Charset { encoding, declared: false, guessed: found.value.guessed };
    Ok(Reading { value, problems: found.problems })
}

/// What the page's head or its XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let look = bytes.get(..bytes.len().min(LOOK_BYTES)).unwrap_or_default();
    // The names of encodings are ASCII in every encoding that may be named here.
    let text: String = look.iter().map(|byte| char::from(*byte)).collect();
    let label = in_xml(&text).or_else(|| in_meta(&text))?;
    let encoding = Encoding::for_label(label.trim().as_bytes())?;
    // So says the standard: who can read the label does not read UTF-16.
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let own = encoding.name() == "x-user-defined";
    Some(if wide {
        UTF_8
    } else if own {
        WINDOWS_1252
    } else {
        encoding
    })
}

fn in_xml(text: &str) -> Option<String> {
    let (declaration, _) = text.trim_start().strip_prefix("<?xml")?.split_once("?>")?;
    let (_, rest) = declaration.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.split(quote).nth(1).map(str::to_owned)
}

fn in_meta(text: &str) -> Option<String> {
    tokens(text, false).iter().find_map(|token| {
        let Kind::Start(tag) = &token.kind else { return None };
        if tag.name != "meta" {
            return None;
        }
        if let Some(label) = value(text, tag, "charset") {
            return Some(label.to_owned());
        }
        let is = value(text, tag, "http-equiv")?;
        let content =
            value(text, tag, "content").filter(|_| is.eq_ignore_ascii_case("content-type"))?;
        let at = content.to_ascii_lowercase().find("charset")?;
        let rest = content.get(at + "charset".len()..)?.trim_start().strip_prefix('=')?;
        let label = rest.trim_start().trim_start_matches(['"', '\'']);
        let end = label.find(|c: char| c.is_whitespace() || matches!(c, ';' | '"' | '\''));
        label.get(..end.unwrap_or(label.len())).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_its_encoding() {
        let check = |page: &[u8], expected: &str, declared: bool| {
            let reading = of(page, None).expect("a page");
            assert_eq!(
                (reading.value.encoding.name(), reading.value.declared),
                (expected, declared)
            );
        };
        check(b"\xef\xbb\xbf<meta charset=koi8-r>", "UTF-8", true);
        check(b"<meta charset=koi8-r>\xc1", "KOI8-R", true);
        check(
            b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>\xe0",
            "windows-1251",
            true,
        );
        check(b"<?xml version='1.0' encoding='iso-8859-2'?><html>\xb1", "ISO-8859-2", true);
        check("<p>été</p>".as_bytes(), "UTF-8", false);
        check(b"<!-- <meta charset=koi8-r> --><p>a", "UTF-8", false);
        check(b"<meta charset=utf-16><p>a", "UTF-8", true);
        assert_eq!(of(b"<p>\xe9", Some("latin1")).expect("named").value.encoding, WINDOWS_1252);
        let lies = of(b"<meta charset=utf-8><p>L'\xe9t\xe9 \xe0 la mer</p>", None).expect("a page");
        assert_eq!((lies.value.encoding, lies.problems.len()), (WINDOWS_1252, 1));
    }
}
