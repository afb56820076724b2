//! Which format a file is, by its content first and its name second.

use encoding_rs::Encoding;

use super::first_line;
use super::plain::is_utf16;

/// A format that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// `*.project.ron`.
    Project,
    /// `*.memory.ron`.
    Memory,
    /// `*.terms.ron`.
    Terms,
    /// Translation Memory eXchange.
    Tmx,
    /// Segmentation Rules eXchange.
    Srx,
    /// Source TAB target.
    Tsv,
    /// A workbook of a spreadsheet program.
    Xlsx,
    /// A text document of Office Open XML.
    Docx,
    /// A text document of `OpenDocument`.
    Odt,
    /// HTML or XHTML.
    Html,
    /// Markdown.
    Markdown,
    /// Anything else that is text.
    Plain,
}

impl Format {
    /// The format in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Memory => "translation memory",
            Self::Terms => "termbase",
            Self::Tmx => "TMX",
            Self::Srx => "segmentation rules (SRX)",
            Self::Tsv => "tab-separated text",
            Self::Xlsx => "workbook",
            Self::Docx => "Word document",
            Self::Odt => "OpenDocument text",
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::Plain => "plain text",
        }
    }
}

/// Bytes that are looked at: a TMX may open with a comment and a DOCTYPE.
const LOOK_BYTES: usize = 4096;

/// The format of a file of this name with these bytes (the first 4 KB will do).
/// The name may be empty or a path.
#[must_use]
pub fn detect(name: &str, bytes: &[u8]) -> Format {
    let start = start(bytes);
    if first_line::number(&start).is_some() {
        return match first_line::second_field(&start) {
            Some("header") => Format::Memory,
            Some("terms") => Format::Terms,
            _ if name.ends_with(".memory.ron") => Format::Memory,
            _ if name.ends_with(".terms.ron") => Format::Terms,
            _ => Format::Project,
        };
    }
    if let Some(format) = package(bytes) {
        return format;
    }
    if is_html(&start) {
        return Format::Html;
    }
    match root_element(&start).map(str::to_ascii_lowercase).as_deref() {
        Some("tmx") => Format::Tmx,
        Some("srx") => Format::Srx,
        Some("html") => Format::Html,
        _ => by_name(name),
    }
}

/// Which kind of document a zip file holds, by the names of its first parts; an `OpenDocument`
/// file says so in its first entry, which is not packed.
fn package(bytes: &[u8]) -> Option<Format> {
    const TEXT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.text";
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let place = |needle: &[u8]| memchr::memmem::find(bytes, needle);
    if place(TEXT).is_some_and(|at| at < LOOK_BYTES) {
        return Some(Format::Odt);
    }
    // A document may hold a workbook, and the other way round: the first name counts.
    match (place(b"word/"), place(b"xl/")) {
        (Some(word), Some(sheets)) if word < sheets => Some(Format::Docx),
        (Some(_), None) => Some(Format::Docx),
        (_, Some(_)) => Some(Format::Xlsx),
        (None, None) => None,
    }
}

fn by_name(name: &str) -> Format {
    let name = name.to_lowercase();
    let known = [
        (".project.ron", Format::Project),
        (".memory.ron", Format::Memory),
        (".terms.ron", Format::Terms),
        (".tmx", Format::Tmx),
        (".srx", Format::Srx),
        (".tsv", Format::Tsv),
        (".tab", Format::Tsv),
        (".xlsx", Format::Xlsx),
        (".xlsm", Format::Xlsx),
        (".docx", Format::Docx),
        (".docm", Format::Docx),
        (".dotx", Format::Docx),
        (".odt", Format::Odt),
        (".ott", Format::Odt),
        (".html", Format::Html),
        (".htm", Format::Html),
        (".xhtml", Format::Html),
        (".xht", Format::Html),
        (".shtml", Format::Html),
        (".md", Format::Markdown),
        (".markdown", Format::Markdown),
        (".mkd", Format::Markdown),
    ];
    known.into_iter().find(|(end, _)| name.ends_with(end)).map_or(Format::Plain, |(_, f)| f)
}

/// A page that says it is one.
fn is_html(start: &str) -> bool {
    const SAYS: &str = "<!doctype html";
    let start = start.trim_start();
    start.get(..SAYS.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(SAYS))
}

/// The first characters, whatever the encoding; enough to see markup.
fn start(bytes: &[u8]) -> String {
    let look = bytes.get(..bytes.len().min(LOOK_BYTES)).unwrap_or_default();
    if let Some((encoding, length)) = Encoding::for_bom(look) {
        let rest = look.get(length..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0.into_owned();
    }
    match is_utf16(look) {
        Some(encoding) => encoding.decode_without_bom_handling(look).0.into_owned(),
        None => String::from_utf8_lossy(look).into_owned(),
    }
}

/// The name of the first element of an XML text.
fn root_element(text: &str) -> Option<&str> {
    let mut rest = text.trim_start().strip_prefix('<')?;
    loop {
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->")?.1;
        } else if rest.starts_with('?') {
            rest = rest.split_once("?>")?.1;
        } else if rest.starts_with('!') {
            let (opening, after) = rest.split_once('>')?;
            // An internal subset has markup of its own, up to its bracket.
            rest = if opening.contains('[') {
                rest.split_once(']')?.1.split_once('>')?.1
            } else {
                after
            };
        } else {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || "-_.:".contains(c)))?;
            let name = rest.get(..end)?;
            return name.rsplit(':').next().filter(|name| !name.is_empty());
        }
        rest = rest.split_once('<')?.1;
    }
}

/// What a file that is no text looks like, and what to do with it.
pub(crate) fn binary_kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const SAVE: &str = "save it as plain text (UTF-8) or paste its text";
    const CHOOSE: &str = "choose a text file";
    let kinds: [(&[u8], &str, &str); 10] = [
        (b"PK\x03\x04", "a Word, Excel or OpenDocument file or a zip archive", SAVE),
        (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", SAVE),
        (b"%PDF", "a PDF document", SAVE),
        (b"{\\rtf", "a rich text (RTF) document", SAVE),
        (b"\x89PNG", "a picture", CHOOSE),
        (b"\xff\xd8\xff", "a picture", CHOOSE),
        (b"GIF8", "a picture", CHOOSE),
        (b"\x1f\x8b", "a compressed file", "unpack it first"),
        (b"7z\xbc\xaf", "a compressed file", "unpack it first"),
        (b"SQLite format 3\0", "a database", "export its text first, for example as TMX"),
    ];
    let found = kinds.into_iter().find(|(magic, ..)| bytes.starts_with(magic));
    found.map(|(_, what, hint)| (what, hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_comes_before_the_name() {
        let check = |name: &str, bytes: &[u8], expected| {
            assert_eq!(detect(name, bytes), expected, "{name} {bytes:?}");
        };
        check("a.txt", b"(format: 1,\nid: \"0\",", Format::Project);
        check("a.txt", b"(format: 1,\nheader: (", Format::Memory);
        check("a.project.ron", b"(format: 9,\nsomething: (", Format::Project);
        check("a.memory.ron", b"(format: 9,\nsomething: (", Format::Memory);
        check("a.memory.ron", b"broken", Format::Memory);
        check("a.txt", b"(format: 1,\nterms: (id:\"00\"),", Format::Terms);
        check("a.terms.ron", b"(format: 9,\nsomething: (", Format::Terms);
        check("a.Terms.ron", b"broken", Format::Terms);
        check("a.xml", b"<?xml version='1.0'?>\n<!-- <x> -->\n<tmx version='1.4'>", Format::Tmx);
        check("", b"<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx\n>", Format::Tmx);
        check("", b"<!DOCTYPE tmx [<!ENTITY a '<b>'> ]>\n<tmx>", Format::Tmx);
        let wide: Vec<u8> = "<tmx>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check("", &wide, Format::Tmx);
        check("", &[b"\xfe\xff", &*wide].concat(), Format::Tmx);
        check("a.TMX", b"", Format::Tmx);
        check("a.xml", b"<?xml version='1.0'?>\n<srx version='2.0'>", Format::Srx);
        check("a.txt", b"<okp:SRX xmlns:okp='x'>", Format::Srx);
        check("a.Srx", b"", Format::Srx);
        check("a.tsv", b"a\tb", Format::Tsv);
        check("a", b"PK\x03\x04..word/document.xml..word/embeddings/b..xl/c", Format::Docx);
        check("a", b"PK\x03\x04..xl/workbook.xml..word/", Format::Xlsx);
        check("a", b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", Format::Odt);
        check("a.odt", b"PK\x03\x04..mimetypeapplication/epub+zip", Format::Odt);
        check("a.DOCX", b"", Format::Docx);
        check("a.html", b"<html><tmx>", Format::Html);
        check("a.txt", b"\n<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", Format::Html);
        check("a.txt", b"<!-- saved --><HTML lang=fr>", Format::Html);
        check("a.htm", b"<p>Bonjour", Format::Html);
        check("a.md", b"# Bonjour", Format::Markdown);
        check("a.txt", b"<p>Bonjour", Format::Plain);
        check("a", b"Bonjour", Format::Plain);
        check("a.txt", b"<", Format::Plain);
    }
}
