//! The zip files that Word documents and workbooks are.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

use crate::formats::FormatError;

/// Whether a file has a part of this name.
pub(super) fn has(bytes: &[u8], name: &str) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| archive.index_for_name(name).is_some())
}

/// A file of these parts; the same parts give the same bytes.
pub(super) fn pack(parts: &[(&str, String)]) -> Result<Vec<u8>, FormatError> {
    let failed = |error: &dyn std::fmt::Display| FormatError::Input(error.to_string());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, text) in parts {
        writer.start_file(*name, options).map_err(|error| failed(&error))?;
        writer.write_all(text.as_bytes()).map_err(|error| failed(&error))?;
    }
    Ok(writer.finish().map_err(|error| failed(&error))?.into_inner())
}

/// The part that says what the others are.
pub(super) fn content_types(overrides: &[(&str, &str)]) -> String {
    let mut out = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.",
        "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    ));
    for (part, kind) in overrides {
        let _ = write!(
            out,
            "<Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-\
             officedocument.{kind}+xml\"/>"
        );
    }
    out.push_str("</Types>");
    out
}

/// A part of relationships: kinds, and the parts they lead to.
pub(super) fn relationships(of: &[(&str, &str)]) -> String {
    let mut out = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    ));
    for (number, (kind, target)) in of.iter().enumerate() {
        let _ = write!(
            out,
            "<Relationship Id=\"rId{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/\
             2006/relationships/{kind}\" Target=\"{target}\"/>",
            number + 1
        );
    }
    out.push_str("</Relationships>");
    out
}
