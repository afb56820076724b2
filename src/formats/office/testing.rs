//! Documents for tests: made of parts in code, texts of our own; and texts with their codes
//! in braces, `a {1}b{/1}{2}`.

use std::io::{Cursor, Read, Write};

use crate::formats::page::{Mark, Marked, Page, PageBlock, Rendering};

/// A zip file of these parts; the first is not packed where it is `mimetype`.
pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = zip::write::SimpleFileOptions::default();
        let options = match *name {
            "mimetype" => options.compression_method(zip::CompressionMethod::Stored),
            _ => options,
        };
        zip.start_file(*name, options).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a zip file").into_inner()
}

/// A part of a zip file, as text.
pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// The names of all parts, in order.
pub(super) fn names(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    archive.file_names().map(|name| name.expect("a name").into_owned()).collect()
}

/// A text with its codes in braces.
pub(super) fn shown(content: &Marked) -> String {
    let mut shown = String::new();
    let mut tags = content.tags.iter().peekable();
    for (at, c) in content.text.chars().map(Some).chain([None]).enumerate() {
        while let Some(tag) = tags.next_if(|tag| tag.at == at) {
            shown.extend(["{", &tag.id, "}"]);
        }
        shown.extend(c);
    }
    shown
}

/// The text that is shown so.
pub(super) fn marked(shown: &str) -> Marked {
    let mut marked = Marked::default();
    for (number, part) in shown.split('{').enumerate() {
        let text = match part.split_once('}') {
            Some((id, text)) if number > 0 => {
                let at = marked.text.chars().count();
                marked.tags.push(Mark { at, id: id.to_owned() });
                text
            }
            _ => part,
        };
        marked.text.push_str(text);
    }
    marked
}

/// All blocks, shown.
pub(super) fn blocks(page: &Page) -> Vec<String> {
    page.blocks.iter().map(|block| shown(&block.content)).collect()
}

/// All blocks, shown, and what their codes are behind a bar each.
pub(super) fn blocks_with_codes(page: &Page) -> Vec<String> {
    let one = |block: &PageBlock| {
        let codes = block.codes.iter().filter(|code| !code.id.starts_with('/'));
        let codes: Vec<String> = codes.map(|code| format!("|{}", code.shown)).collect();
        shown(&block.content) + &codes.concat()
    };
    page.blocks.iter().map(one).collect()
}

/// Renderings of all blocks; `-` leaves one as it is.
pub(super) fn rendering(blocks: &[&str]) -> Rendering {
    let blocks = blocks.iter().map(|shown| (*shown != "-").then(|| marked(shown))).collect();
    Rendering { blocks, ..Rendering::default() }
}

/// Every block as it is.
pub(super) fn unchanged(page: &Page) -> Rendering {
    let blocks = page.blocks.iter().map(|block| Some(block.content.clone())).collect();
    Rendering { blocks, ..Rendering::default() }
}
