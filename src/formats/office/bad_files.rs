//! Files as nobody should send them: each is read, or refused with a reason, in time.

use proptest::prelude::*;

use super::testing::{blocks, part, unchanged, zip};
use super::{docx, odt};
use crate::formats::FormatError;
use crate::formats::page::{Marked, Page, Rendering};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn docx_of(document: &[u8]) -> Vec<u8> {
    zip(&[("word/document.xml", document), ("word/styles.xml", b"<w:styles/>")])
}

fn document(body: &str) -> String {
    format!("<w:document {W}><w:body>{body}</w:body></w:document>")
}

/// The reason why a file is refused.
fn refused(bytes: &[u8]) -> String {
    docx::read(bytes).expect_err("refused").to_string()
}

fn check_refused(bytes: &[u8], expected: &str) {
    let cause = refused(bytes);
    assert!(cause.contains(expected), "{cause}");
}

#[test]
fn what_is_no_document_is_refused_in_plain_words() {
    check_refused(b"", "the file is empty");
    check_refused(b"Bonjour", "no zip file");
    check_refused(b"PK\x03\x04 and so on", "no zip file");
    check_refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "encrypted, or of an old form");
    check_refused(&zip(&[("xl/workbook.xml", b"<workbook/>")]), "no text of a word processor");
    check_refused(&docx_of(b"<a/>"), "word/document.xml is no text");
}

#[test]
fn silent_cases_of_xml_are_told_with_part_and_line() {
    let start = format!("<w:document {W}>\n<w:body>\n<w:p>");
    for (xml, expected) in [
        (start.clone(), "line 3: the file ends inside <w:p>"),
        (format!("{start}</w:r></w:p>"), "line 3: the XML is broken here"),
        (document("") + "\n<w:document/>", "line 2: there is another element behind the end"),
        (document("") + "\ntext", "line 1: there is text outside the document"),
        (format!("<w:document {W}>{}", "<w:p>".repeat(60_000)), "more than 256 elements"),
    ] {
        let cause = refused(&docx_of(xml.as_bytes()));
        assert!(cause.contains(expected) && cause.contains("word/document.xml"), "{cause}");
    }
    check_refused(&docx_of(b"<w:document>\xff</w:document>"), "bytes that are no text in UTF-8");
}

#[test]
fn entities_and_control_characters_are_told_and_expand_to_nothing() {
    let body = "<w:p><w:r><w:t>a&bomb;b\u{1}c&#2;</w:t></w:r></w:p>";
    let xml =
        format!("<!DOCTYPE w [<!ENTITY bomb SYSTEM 'file:///etc/passwd'>]>{}", document(body));
    let bytes = docx_of(xml.as_bytes());
    let page = docx::read(&bytes).expect("readable");
    assert_eq!(blocks(&page), ["a&bomb;bc&#2;"]);
    assert_eq!(page.problems.len(), 3, "{:?}", page.problems);
    let again = docx::patch(&bytes, &unchanged(&page)).expect("patched");
    assert_eq!(part(&again, "word/document.xml"), xml);
}

#[test]
fn a_broken_part_costs_no_more_than_itself() {
    let body = "<w:p><w:r><w:t>Texte</w:t></w:r></w:p>";
    let links =
        "<Relationships><Relationship Type=\"x/header\" Target=\"header1.xml\"/></Relationships>";
    let bytes = zip(&[
        ("word/document.xml", document(body).as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
        ("word/header1.xml", b"<w:hdr>\n<w:p>"),
    ]);
    let page = docx::read(&bytes).expect("readable");
    assert_eq!(blocks(&page), ["Texte"]);
    let told = page.problems[0].to_string();
    assert_eq!(told, "line 2: the file ends inside <w:p>; the rest is missing (word/header1.xml)");
    let patched = docx::patch(&bytes, &unchanged(&page)).expect("patched");
    assert_eq!(part(&patched, "word/header1.xml"), "<w:hdr>\n<w:p>");
}

#[test]
fn wide_encodings_come_back_as_they_were() {
    let xml = document("<w:p><w:r><w:t>Été</w:t></w:r></w:p>");
    let wide = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.iter().copied().chain(xml.encode_utf16().flat_map(bytes)).collect()
    };
    let marked = [b"\xef\xbb\xbf", xml.as_bytes()].concat();
    for part in [wide(b"\xff\xfe", u16::to_le_bytes), wide(b"\xfe\xff", u16::to_be_bytes), marked] {
        let bytes = docx_of(&part);
        let page = docx::read(&bytes).expect("readable");
        assert_eq!(blocks(&page), ["Été"]);
        let again = docx::patch(&bytes, &unchanged(&page)).expect("patched");
        assert_eq!(raw_part(&again, "word/document.xml"), part);
    }
}

fn raw_part(bytes: &[u8], name: &str) -> Vec<u8> {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip file");
    let mut part = Vec::new();
    archive.by_name(name).expect(name).read_to_end(&mut part).expect("unpacked");
    part
}

/// Replaces every one of some bytes by as many others.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut out = bytes.to_vec();
    let places: Vec<usize> = memchr::memmem::find_iter(bytes, from).collect();
    assert!(!places.is_empty());
    for place in places {
        out[place..place + to.len()].copy_from_slice(to);
    }
    out
}

#[test]
fn zip_files_that_are_made_to_do_harm_are_refused() {
    let xml = document("");
    let twice = zip(&[("word/document.xml", xml.as_bytes()), ("word/documenu.xml", b"<a/>")]);
    check_refused(&replaced(&twice, b"documenu", b"document"), "the same name");
    let mut large = document("").into_bytes();
    large.resize(8 << 20, b' ');
    check_refused(&docx_of(&large), "too large when it is unpacked");
    let names: Vec<String> = (0..10_001).map(|number| format!("a{number}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    check_refused(&zip(&many), "more than 10000 parts");
    // Both entries of the directory point to the bytes of the first part.
    let mut over = zip(&[("word/document.xml", xml.as_bytes()), ("b", xml.as_bytes())]);
    let entries: Vec<usize> = memchr::memmem::find_iter(&over, b"PK\x01\x02").collect();
    over[entries[1] + 42..entries[1] + 46].copy_from_slice(&[0; 4]);
    check_refused(&over, "");
}

#[test]
fn declared_sizes_are_not_believed() {
    let xml = document("<w:p><w:r><w:t>Texte</w:t></w:r></w:p>");
    let bytes = docx_of(xml.as_bytes());
    let size = u32::try_from(xml.len()).expect("small").to_le_bytes();
    let lying = replaced(&bytes, &size, &[1, 0, 0, 0]);
    match docx::read(&lying) {
        Ok(page) => assert_eq!(blocks(&page), ["Texte"]),
        Err(FormatError::Input(cause)) => assert!(cause.contains("damaged"), "{cause}"),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn long_rows_of_one_thing_end_in_time() {
    let start = std::time::Instant::now();
    let many = |one: &str| format!("<w:p>{}</w:p>", one.repeat(20_000));
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    let bold = "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>";
    let one_run = format!("<w:p><w:r>{}</w:r></w:p>", "<w:tab/><w:t>x</w:t>".repeat(20_000));
    let attributes = format!("<w:p{}><w:r><w:t>x</w:t></w:r></w:p>", " a=\"1\"".repeat(20_000));
    let link = "<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:bookmarkEnd/>";
    for body in [many(begin), many(bold), one_run, many(link), attributes] {
        let bytes = docx_of(document(&body).as_bytes());
        let page = docx::read(&bytes).expect("readable");
        let changed = all_changed(&page);
        docx::patch(&bytes, &changed).expect("patched");
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// Every block with another text and its codes in another order.
fn all_changed(page: &Page) -> Rendering {
    let changed = |content: &Marked| {
        let mut tags = content.tags.clone();
        let first = usize::from(!tags.is_empty());
        tags.rotate_left(first);
        let text = content.text.replace('a', "o");
        for tag in &mut tags {
            tag.at = tag.at.min(text.chars().count());
        }
        Marked { text, tags }
    };
    let blocks = page.blocks.iter().map(|block| Some(changed(&block.content))).collect();
    Rendering { blocks, lang: "ar".parse().ok(), right_to_left: true }
}

const BODY: &str = "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Le </w:t></w:r>\
    <w:ins w:id=\"1\"><w:r><w:rPr><w:b/></w:rPr><w:t>texte</w:t><w:tab/></w:r></w:ins>\
    <w:hyperlink r:id=\"a\"><w:r><w:t>lien</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
    <w:r><w:instrText>HYPERLINK</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>la</w:t></w:r>\
    <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:bookmarkStart w:id=\"3\"/><w:r><w:t>fin</w:t></w:r></w:p>\
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>case</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

const TEXT: &str = "<text:p text:style-name=\"P\">Le <text:span text:style-name=\"B\">texte<text:tab/></text:span>\
    <text:a>lien<text:s text:c=\"2\"/></text:a><text:note><text:note-body><text:p>note</text:p></text:note-body></text:note> \
    fin</text:p><text:list><text:list-item><text:h>titre</text:h></text:list-item></text:list>";

/// A text with one thing done to it: a tag doubled, moved or gone, a piece cut off.
fn mutated(text: &str, what: u8, from: usize, to: usize) -> String {
    let pieces: Vec<&str> = text.split_inclusive('>').collect();
    if pieces.is_empty() {
        return String::new();
    }
    let (from, to) = (from % pieces.len(), to % pieces.len());
    let mut new = pieces.clone();
    match what {
        0 => new.insert(to, pieces[from]),
        1 => new.swap(from, to),
        2 => {
            new.remove(from);
        }
        3 => new.truncate(from),
        _ => new[from] = "&#0;<!-- ]]> x=1",
    }
    new.concat()
}

/// What is read comes back as it was when nothing is changed, and can be changed.
fn check_bad(
    bytes: &[u8],
    read: fn(&[u8]) -> Result<Page, FormatError>,
    patch: fn(&[u8], &Rendering) -> Result<Vec<u8>, FormatError>,
    part: &str,
) -> Result<(), TestCaseError> {
    let Ok(page) = read(bytes) else { return Ok(()) };
    match patch(bytes, &unchanged(&page)) {
        Ok(again) => prop_assert_eq!(raw_part(&again, part), raw_part(bytes, part)),
        Err(error) => prop_assert!(matches!(error, FormatError::Input(_)), "{}", error),
    }
    if let Ok(changed) = patch(bytes, &all_changed(&page)) {
        prop_assert!(read(&changed).is_ok(), "{:?}", read(&changed));
    }
    Ok(())
}

fn odt_of(text: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>{text}\
         </office:text></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn broken_markup_is_read_or_refused(
        steps in prop::collection::vec((0..5_u8, any::<usize>(), any::<usize>()), 1..4),
    ) {
        let broken = |text: &str| {
            steps.iter().fold(text.to_owned(), |text, &(what, from, to)| mutated(&text, what, from, to))
        };
        check_bad(&docx_of(document(&broken(BODY)).as_bytes()), docx::read, docx::patch, "word/document.xml")?;
        check_bad(&odt_of(&broken(TEXT)), odt::read, odt::patch, "content.xml")?;
    }

    #[test]
    fn flipped_bits_and_missing_ends_are_read_or_refused(
        flips in prop::collection::vec((any::<prop::sample::Index>(), 0..8_u8), 0..4),
        end in prop::option::of(any::<prop::sample::Index>()),
    ) {
        for bytes in [docx_of(document(BODY).as_bytes()), odt_of(TEXT)] {
            let mut bytes = bytes;
            for (place, bit) in &flips {
                let place = place.index(bytes.len());
                bytes[place] ^= 1 << bit;
            }
            if let Some(end) = &end {
                bytes.truncate(end.index(bytes.len()));
            }
            for (read, patch) in [
                (docx::read as fn(&[u8]) -> _, docx::patch as fn(&[u8], &Rendering) -> _),
                (odt::read, odt::patch),
            ] {
                let page: Result<Page, FormatError> = read(&bytes);
                if let Ok(page) = page {
                    let _: Result<Vec<u8>, FormatError> = patch(&bytes, &all_changed(&page));
                }
            }
        }
    }
}
