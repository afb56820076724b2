//! Plain text as a page: its blocks without a code, each put back where it stood.
//!
//! What the file's encoding cannot hold has no reference to be written as: the file becomes
//! UTF-8 then, with a mark at its start.

use encoding_rs::{Encoding, UTF_8};

use super::apply::{Inner, apply, page};
use super::block::{Found, Item, Writing};
use super::patch::Spelling;
use super::source::Source;
use crate::formats::FormatError;
use crate::formats::page::{Page, Part, Rendering};
use crate::formats::plain::{self, Decoded};
use crate::model::Reading;

/// Reads a text. `label` is the encoding somebody names (a label of the Encoding Standard).
///
/// # Errors
/// There is nothing, it is no text, or the encoding named is unknown.
pub fn read(bytes: &[u8], label: Option<&str>) -> Result<Page, FormatError> {
    let Reading { value, problems } = decoded(bytes, label)?;
    let source = Source::of(bytes, encoding(&value));
    Ok(page(&source, blocks(&source.text), None, problems))
}

/// The text with these blocks in the places of its own.
///
/// # Errors
/// The text cannot be read, or the rendering is of another one.
pub fn patch(
    bytes: &[u8],
    label: Option<&str>,
    rendering: &Rendering,
) -> Result<Vec<u8>, FormatError> {
    let encoding = encoding(&decoded(bytes, label)?.value);
    let source = Source::of(bytes, encoding);
    // A text of its own is in its bytes, also where the encoding reads what it does not write.
    let own = page(&source, blocks(&source.text), None, Vec::new()).blocks;
    let pairs = rendering.blocks.iter().zip(&own);
    let mut new = pairs.filter_map(|(new, own)| {
        new.as_ref().map(|new| &new.text).filter(|text| **text != own.content.text)
    });
    if new.any(|text| !source.holds(text)) {
        let text = format!("\u{feff}{}", source.text);
        let wide = Source::of(text.as_bytes(), UTF_8);
        return apply(&wide, &blocks(&wide.text), rendering, Vec::new(), &Characters);
    }
    apply(&source, &blocks(&source.text), rendering, Vec::new(), &Characters)
}

fn decoded(bytes: &[u8], label: Option<&str>) -> Result<Reading<Decoded>, FormatError> {
    label.map_or_else(|| plain::decode(bytes), |label| plain::decode_as(bytes, label))
}

fn encoding(decoded: &Decoded) -> &'static Encoding {
    Encoding::for_label(decoded.encoding.as_bytes()).unwrap_or(UTF_8)
}

fn blocks(text: &str) -> Vec<Inner> {
    let mut at = 0;
    let blocks = plain::blocks(text).blocks.into_iter().filter_map(|block| {
        let start = at + block.before.len();
        at = start + block.text.len();
        let items = block.text.char_indices().map(|(place, c)| {
            let place = start + place;
            Item::char(c, place..place + c.len_utf8())
        });
        let found = Found::of(items.collect(), Writing::Verbatim, Part::Body)?;
        Some(Inner { found, in_code: false })
    });
    blocks.collect()
}

/// Each character stands for itself.
struct Characters;

impl Spelling for Characters {
    fn spell(&self, _found: &Found, run: &str, _before: &str, _after: &str) -> String {
        run.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::markup::testing::identical;
    use encoding_rs::WINDOWS_1252;

    #[test]
    fn what_lies_between_blocks_stays() {
        let text = "\u{feff}  Un \r\n\r\n\tDeux  \r\nTrois";
        let page = read(text.as_bytes(), None).expect("a text");
        let texts: Vec<&str> =
            page.blocks.iter().map(|block| block.content.text.as_str()).collect();
        assert_eq!(texts, ["Un", "Deux", "Trois"]);
        let mut rendering = identical(&page);
        assert_eq!(patch(text.as_bytes(), None, &rendering).expect("fits"), text.as_bytes());
        "Two".clone_into(&mut rendering.blocks[1].as_mut().expect("set").text);
        let new = patch(text.as_bytes(), None, &rendering).expect("fits");
        assert_eq!(String::from_utf8_lossy(&new), text.replace("Deux", "Two"));
    }

    #[test]
    fn a_text_that_cannot_hold_the_target_becomes_utf_8() {
        let bytes = WINDOWS_1252.encode("L'été à la mer.\nÀ demain.\n").0;
        let page = read(&bytes, Some("windows-1252")).expect("a text");
        let mut rendering = identical(&page);
        assert_eq!(patch(&bytes, Some("windows-1252"), &rendering).expect("fits"), *bytes);
        "Лето".clone_into(&mut rendering.blocks[0].as_mut().expect("set").text);
        let new = patch(&bytes, Some("windows-1252"), &rendering).expect("fits");
        assert_eq!(String::from_utf8_lossy(&new), "\u{feff}Лето\nÀ demain.\n");
    }
}
