//! Real documents of word processors, read from a folder that `DIPTYCH_REAL_FILES` names and
//! that is no part of the repository; without it these tests say so and pass.
//!
//! Every file is read or refused with a reason; put back unchanged, each part is the same to
//! the byte; one edit changes one place; with every block changed, the file reads back as
//! what was put in. `docs/measurements/formats.md` has the results. Run with:
//!
//!     DIPTYCH_REAL_FILES=FOLDER cargo test --release --test suite real_documents -- --nocapture

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use diptych::formats::FormatError;
use diptych::formats::office::{docx, odt};
use diptych::formats::page::{Marked, Page, Part, Rendering};
use diptych::model::Lang;

/// No file of the size of these may take longer, with a build that is not optimised.
const LONGEST: Duration = Duration::from_secs(20);

/// A reader and the writer that belongs to it.
struct Format {
    ending: &'static str,
    read: fn(&[u8]) -> Result<Page, FormatError>,
    patch: fn(&[u8], &Rendering) -> Result<Vec<u8>, FormatError>,
    /// What ends a paragraph in its parts.
    paragraph_end: &'static str,
}

const FORMATS: [Format; 2] = [
    Format { ending: "docx", read: docx::read, patch: docx::patch, paragraph_end: "</w:p>" },
    Format { ending: "odt", read: odt::read, patch: odt::patch, paragraph_end: "</text:p>" },
];

/// What is said without a folder.
const NO_FOLDER: &str = "DIPTYCH_REAL_FILES names no folder: no real file is read";

fn folder() -> Option<PathBuf> {
    std::env::var_os("DIPTYCH_REAL_FILES").map(PathBuf::from)
}

/// The files of an ending, in all folders.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
            found.push(path);
        }
    }
}

/// The parts of a zip file by name, unpacked.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut parts = BTreeMap::new();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("unpacked");
        parts.insert(name, bytes);
    }
    parts
}

fn unchanged(page: &Page) -> Rendering {
    let blocks = page.blocks.iter().map(|block| Some(block.content.clone())).collect();
    Rendering { blocks, ..Rendering::default() }
}

/// Another text with the same codes: a letter more behind each sign.
fn altered(content: &Marked) -> Marked {
    let mut text = String::new();
    let mut places = vec![0];
    for c in content.text.chars() {
        text.push(c);
        if !c.is_whitespace() {
            text.push('ž');
        }
        places.push(text.chars().count());
    }
    let mut tags = content.tags.clone();
    for tag in &mut tags {
        tag.at = places[tag.at];
    }
    Marked { text, tags }
}

/// The text without its first code, and without what closes it.
fn without_first_code(content: &Marked) -> Marked {
    let mut fewer = content.clone();
    if let Some(first) = content.tags.first().map(|tag| tag.id.clone()) {
        let closing = format!("/{first}");
        fewer.tags.retain(|tag| tag.id != first && tag.id != closing);
    }
    fewer
}

/// The text with the codes in the opposite order, all at its end.
fn codes_at_end(content: &Marked) -> Marked {
    let mut other = content.clone();
    other.tags.reverse();
    let end = content.text.chars().count();
    other.tags.iter_mut().for_each(|tag| tag.at = end);
    other
}

#[derive(Default)]
struct Sums {
    files: usize,
    refused: Vec<String>,
    blocks: usize,
    codes: usize,
    faults: Vec<String>,
    slowest: Duration,
}

fn check(format: &Format, path: &Path, sums: &mut Sums) {
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let bytes = fs::read(path).expect("readable");
    sums.files += 1;
    let start = Instant::now();
    let page = match (format.read)(&bytes) {
        Ok(page) => page,
        Err(error) => return sums.refused.push(format!("{name}: {error}")),
    };
    sums.slowest = sums.slowest.max(start.elapsed());
    sums.blocks += page.blocks.len();
    sums.codes += page.blocks.iter().map(|block| block.codes.len()).sum::<usize>();
    let mut fault = |what: String| sums.faults.push(format!("{name}: {what}"));
    let original = parts(&bytes);
    match (format.patch)(&bytes, &unchanged(&page)) {
        Ok(patched) if parts(&patched) == original => {}
        Ok(_) => fault("unchanged, the parts differ".to_owned()),
        Err(error) => fault(format!("unchanged: {error}")),
    }
    for place in 0..page.blocks.len() {
        one_edit(format, &bytes, &original, &page, place, &mut fault);
    }
    let arabic = "ar".parse().ok();
    every_edit(format, &bytes, &page, (altered, true), None, &mut fault);
    every_edit(format, &bytes, &page, (altered, true), arabic.clone(), &mut fault);
    every_edit(format, &bytes, &page, (without_first_code, false), None, &mut fault);
    every_edit(format, &bytes, &page, (codes_at_end, false), arabic, &mut fault);
}

/// One block changed changes one paragraph of one part, and reads back.
fn one_edit(
    format: &Format,
    bytes: &[u8],
    original: &BTreeMap<String, Vec<u8>>,
    page: &Page,
    place: usize,
    fault: &mut impl FnMut(String),
) {
    let block = &page.blocks[place];
    let mut blocks = vec![None; page.blocks.len()];
    blocks[place] = Some(altered(&block.content));
    let patched = match (format.patch)(bytes, &Rendering { blocks, ..Rendering::default() }) {
        Ok(patched) => patched,
        Err(error) => return fault(format!("block {place}: {error}")),
    };
    let new = parts(&patched);
    let differing: Vec<&String> =
        original.keys().filter(|name| original.get(*name) != new.get(*name)).collect();
    if original.keys().ne(new.keys()) || differing.len() > 1 {
        fault(format!("block {place}: parts {differing:?} differ"));
    }
    // A box for new programs and for old ones is one text in two places, and a paragraph may
    // hold others in its notes and boxes.
    let is_flat =
        block.part != Part::TextBox && block.codes.iter().all(|code| is_flat(&code.shown));
    if let ([part], true) = (differing.as_slice(), is_flat) {
        let changed = middle(&original[*part], &new[*part]);
        if changed.contains(format.paragraph_end) {
            fault(format!("block {place}: more than one paragraph of {part} changes"));
        }
    }
    let again = (format.read)(&patched).map(|page| page.blocks).unwrap_or_default();
    let contents = page.blocks.iter().map(|block| &block.content);
    let others = again.iter().map(|block| &block.content);
    let changed: Vec<usize> =
        contents.zip(others).enumerate().filter(|(_, (a, b))| a != b).map(|(n, _)| n).collect();
    if changed != [place] || again.len() != page.blocks.len() {
        fault(format!("block {place}: blocks {changed:?} change"));
    }
}

/// Whether a code stands for something that has no paragraphs in it.
fn is_flat(shown: &str) -> bool {
    !["footnote", "endnote", "comment", "text box"].iter().any(|deep| shown.starts_with(deep))
}

/// What of the old text differs from the new one, as one stretch.
fn middle(old: &[u8], new: &[u8]) -> String {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = old.len() - rest.take_while(|(a, b)| a == b).count();
    String::from_utf8_lossy(&old[start..end]).into_owned()
}

/// How often each of these stands in the parts: what no edit of texts makes more or less.
fn counted(parts: &BTreeMap<String, Vec<u8>>) -> BTreeMap<(&str, &str), usize> {
    const NAMES: [&str; 14] = [
        "<w:p>",
        "<w:p ",
        "<w:footnoteReference",
        "<w:endnoteReference",
        "<w:commentReference",
        "<w:bookmark",
        "<w:drawing",
        "<w:pict",
        "<w:object",
        "<w:fldChar",
        "<w:del ",
        "<text:note ",
        "<text:bookmark",
        "<draw:",
    ];
    let count = |part: &[u8], name: &str| {
        let text = String::from_utf8_lossy(part);
        text.matches(name).count()
    };
    let pairs = parts.iter().flat_map(|part| NAMES.iter().map(move |name| (part, *name)));
    pairs.map(|((part, text), name)| ((part.as_str(), name), count(text, name))).collect()
}

/// Every block changed: the file reads back as what was put in, with codes or without.
fn every_edit(
    format: &Format,
    bytes: &[u8],
    page: &Page,
    (change, with_codes): (fn(&Marked) -> Marked, bool),
    lang: Option<Lang>,
    fault: &mut impl FnMut(String),
) {
    let wanted: Vec<Marked> = page.blocks.iter().map(|block| change(&block.content)).collect();
    let blocks = wanted.iter().cloned().map(Some).collect();
    let right_to_left = lang.as_ref().is_some_and(Lang::is_right_to_left);
    let patched = match (format.patch)(bytes, &Rendering { blocks, lang, right_to_left }) {
        Ok(patched) => patched,
        Err(error) => return fault(format!("all changed: {error}")),
    };
    let codes = |marked: &Marked| marked.tags.len();
    let has_all =
        wanted.iter().zip(&page.blocks).all(|(new, old)| codes(new) == codes(&old.content));
    if has_all && counted(&parts(bytes)) != counted(&parts(&patched)) {
        fault("all changed: something else than text came or went".to_owned());
    }
    let again = match (format.read)(&patched) {
        Ok(again) => again,
        Err(error) => return fault(format!("all changed: cannot be read again: {error}")),
    };
    if again.blocks.len() != wanted.len() {
        fault(format!("all changed: {} blocks became {}", wanted.len(), again.blocks.len()));
    }
    for (place, (wanted, found)) in wanted.iter().zip(&again.blocks).enumerate() {
        let found = &found.content;
        if wanted.text != found.text || (with_codes && wanted.tags != found.tags) {
            return fault(format!("all changed: block {place}: {wanted:?} became {found:?}"));
        }
    }
}

#[test]
fn documents_come_back_as_they_were() {
    let Some(folder) = folder() else { return eprintln!("{NO_FOLDER}") };
    for format in &FORMATS {
        let mut paths = Vec::new();
        files(&folder, format.ending, &mut paths);
        let mut sums = Sums::default();
        for path in &paths {
            let result = catch_unwind(|| {
                let mut own = Sums::default();
                check(format, path, &mut own);
                own
            });
            match result {
                Ok(own) => {
                    sums.files += own.files;
                    sums.blocks += own.blocks;
                    sums.codes += own.codes;
                    sums.slowest = sums.slowest.max(own.slowest);
                    sums.refused.extend(own.refused);
                    sums.faults.extend(own.faults);
                }
                Err(_) => sums.faults.push(format!("{}: a panic", path.display())),
            }
        }
        eprintln!(
            "{}: {} files, {} refused, {} blocks, {} codes, slowest {:?}",
            format.ending,
            sums.files,
            sums.refused.len(),
            sums.blocks,
            sums.codes,
            sums.slowest
        );
        for refused in &sums.refused {
            eprintln!("  refused: {refused}");
        }
        assert!(sums.faults.is_empty(), "{}", sums.faults.join("\n"));
        assert!(sums.slowest < LONGEST, "{:?}", sums.slowest);
    }
}

/// The texts that Okapi's filter takes out of documents, as XLIFF (`docx_gold_xliff`), are
/// among those that are read, white space apart. What is not is listed.
#[test]
fn as_much_text_is_found_as_okapi_finds() {
    let Some(folder) = folder() else { return eprintln!("{NO_FOLDER}") };
    let (mut golds, mut documents) = (Vec::new(), Vec::new());
    files(&folder, "xliff", &mut golds);
    files(&folder, "docx", &mut documents);
    let (mut compared, mut units, mut missing, mut more) = (0, 0, Vec::new(), Vec::new());
    let (mut own, mut others) = (0, 0);
    for gold in golds {
        let name = gold.file_name().expect("a name").to_string_lossy().into_owned();
        let Some(name) = name.strip_suffix(".xliff").and_then(|name| name.split("_docx_").nth(1))
        else {
            continue;
        };
        let ending = format!("_docx_{name}");
        let Some(path) = documents.iter().find(|path| path.to_string_lossy().ends_with(&ending))
        else {
            continue;
        };
        let page = docx::read(&fs::read(path).expect("readable")).expect("a document");
        compared += 1;
        let found: String = page.blocks.iter().map(|block| solid(&block.content.text)).collect();
        own += found.chars().count();
        let theirs = okapi_units(&fs::read_to_string(&gold).expect("readable"));
        let all: String = theirs.iter().map(|unit| unit.concat()).collect();
        for block in page.blocks.iter().filter(|block| !all.contains(&solid(&block.content.text))) {
            more.push(format!("{name}: {:?} {}", block.part, block.content.text));
        }
        for unit in theirs {
            units += 1;
            others += unit.iter().map(|text| text.chars().count()).sum::<usize>();
            if unit.iter().any(|text| !found.contains(text.as_str())) {
                missing.push(format!("{name}: {}", unit.concat()));
            }
        }
    }
    eprintln!(
        "Okapi: {compared} documents, {units} units, {} not found whole; characters {own} here, {others} there",
        missing.len()
    );
    for missing in missing {
        eprintln!("  only there: {missing}");
    }
    for more in more {
        eprintln!("  only here: {more}");
    }
}

/// A text without white space.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The source texts of an XLIFF file, each cut where it has a code, without white space.
fn okapi_units(xliff: &str) -> Vec<Vec<String>> {
    let code = regex::Regex::new(r"(?s)<(?:ph|bpt|ept|it)\b.*?</(?:ph|bpt|ept|it)>|<[^>]*>")
        .expect("a pattern");
    let units = xliff.split("<source").skip(1).filter_map(|rest| rest.split("</source>").next());
    let texts = units.map(|unit| unit.split_once('>').map_or("", |(_, text)| text));
    texts
        .map(|text| {
            let pieces = code.split(text).map(|piece| {
                let plain = [
                    ("&lt;", "<"),
                    ("&gt;", ">"),
                    ("&quot;", "\""),
                    ("&apos;", "'"),
                    ("&amp;", "&"),
                ];
                solid(
                    &plain.iter().fold(piece.to_owned(), |text, (from, to)| text.replace(from, to)),
                )
            });
            pieces.filter(|piece| !piece.is_empty()).collect()
        })
        .collect()
}
