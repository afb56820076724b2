//! The formats whose files are read as pages and patched.
//!
//! | format | reader and writer |
//! |---|---|
//! | plain text | [`markup::text`] |
//! | HTML, XHTML | [`markup::html`] |
//! | Markdown | [`markup::markdown`] |

use super::markup::{html, markdown, text};
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
        Format::Project
        | Format::Memory
        | Format::Tmx
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
    if format == PageFormat::Html {
        return html::encoding(bytes, label).map(|(name, guessed)| (name.to_owned(), guessed));
    }
    let decoded = match label {
        Some(label) => plain::decode_as(bytes, label)?,
        None => plain::decode(bytes)?,
    };
    Ok((decoded.value.encoding, decoded.value.guessed))
}
