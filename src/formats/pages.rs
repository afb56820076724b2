//! The formats whose files are read as pages and patched.
//!
//! | format | reader and writer |
//! |---|---|
//! | plain text | [`markup::text`] |
//! | HTML, XHTML | [`markup::html`] |
//! | Markdown | [`markup::markdown`] |
//! | DOCX, DOCM, DOTX | [`office::docx`](super::office::docx) |
//! | ODT, OTT | [`office::odt`](super::office::odt) |

use super::markup::{html, markdown, text};
use super::office::{docx, odt};
use super::page::{Page, Rendering};
use super::{Format, FormatError, plain};
use crate::model::PageFormat;

/// The page format of a file of this format; `None` where it is no text to translate.
#[must_use]
pub const fn of(format: Format) -> Option<PageFormat> {
    match format {
        Format::Plain => Some(PageFormat::Text),
        Format::Html => Some(PageFormat::Html),
        Format::Markdown => Some(PageFormat::Markdown),
        Format::Docx => Some(PageFormat::Docx),
        Format::Odt => Some(PageFormat::Odt),
        Format::Project
        | Format::Memory
        | Format::Tmx
        | Format::Terms
        | Format::Srx
        | Format::Tsv
        | Format::Xlsx => None,
    }
}

/// Reads a page. `label` is the encoding somebody names (a label of the Encoding Standard).
///
/// # Errors
/// There is nothing, it is no file of this format, or the encoding named is unknown.
pub fn read(format: PageFormat, bytes: &[u8], label: Option<&str>) -> Result<Page, FormatError> {
    match format {
        PageFormat::Text => text::read(bytes, label),
        PageFormat::Html => html::read(bytes, label),
        PageFormat::Markdown => markdown::read(bytes, label),
        PageFormat::Docx => docx::read(bytes),
        PageFormat::Odt => odt::read(bytes),
    }
}

/// A page with these texts in the places of its own.
///
/// # Errors
/// It cannot be read, or the rendering is of another page.
pub fn patch(
    format: PageFormat,
    bytes: &[u8],
    label: Option<&str>,
    rendering: &Rendering,
) -> Result<Vec<u8>, FormatError> {
    match format {
        PageFormat::Text => text::patch(bytes, label, rendering),
        PageFormat::Html => html::patch(bytes, label, rendering),
        PageFormat::Markdown => markdown::patch(bytes, label, rendering),
        PageFormat::Docx => docx::patch(bytes, rendering),
        PageFormat::Odt => odt::patch(bytes, rendering),
    }
}

/// The name of a page's encoding, and whether it is a guess.
///
/// # Errors
/// There is nothing, it is no text, or the encoding named is unknown.
pub fn encoding(
    format: PageFormat,
    bytes: &[u8],
    label: Option<&str>,
) -> Result<(String, bool), FormatError> {
    match format {
        PageFormat::Html => {
            return html::encoding(bytes, label).map(|(name, guessed)| (name.to_owned(), guessed));
        }
        // Their parts say themselves what they are in, nearly always this.
        PageFormat::Docx | PageFormat::Odt => return Ok(("UTF-8".to_owned(), false)),
        PageFormat::Text | PageFormat::Markdown => {}
    }
    let decoded = match label {
        Some(label) => plain::decode_as(bytes, label)?,
        None => plain::decode(bytes)?,
    };
    Ok((decoded.value.encoding, decoded.value.guessed))
}
