//! What holds for every format of a page and every file: nothing changed gives the file's bytes,
//! one edit changes one place, and no file, however damaged, stops the program.

use proptest::prelude::*;

use super::testing::identical;
use super::{html, markdown, text};
use crate::formats::FormatError;
use crate::formats::page::{Page, Rendering};

type Read = fn(&[u8], Option<&str>) -> Result<Page, FormatError>;
type Patch = fn(&[u8], Option<&str>, &Rendering) -> Result<Vec<u8>, FormatError>;

const HTML: (Read, Patch) = (html::read, html::patch);
const MARKDOWN: (Read, Patch) = (markdown::read, markdown::patch);
const TEXT: (Read, Patch) = (text::read, text::patch);

const FILES: [((Read, Patch), &str); 6] = [
    (HTML, include_str!("../../../tests/data/pages/statement.html")),
    (HTML, include_str!("../../../tests/data/pages/soup.html")),
    (HTML, include_str!("../../../tests/data/pages/strict.xhtml")),
    (MARKDOWN, include_str!("../../../tests/data/pages/statement.md")),
    (TEXT, include_str!("../../../tests/data/pages/statement.md")),
    (TEXT, include_str!("../../../assets/sample/statement.fr.txt")),
];

fn check_identical((read, patch): (Read, Patch), bytes: &[u8]) {
    let Ok(page) = read(bytes, None) else { return };
    let again = patch(bytes, None, &identical(&page)).expect("fits");
    assert_eq!(String::from_utf8_lossy(&again), String::from_utf8_lossy(bytes));
    let untouched = Rendering { blocks: vec![None; page.blocks.len()], ..Rendering::default() };
    assert_eq!(patch(bytes, None, &untouched).expect("fits"), bytes);
}

#[test]
fn nothing_changed_gives_the_bytes_back() {
    for (format, file) in FILES {
        check_identical(format, file.as_bytes());
        check_identical(format, file.replace('\n', "\r\n").as_bytes());
        check_identical(format, format!("\u{feff}{file}").as_bytes());
        let wide: Vec<u8> = "\u{feff}"
            .encode_utf16()
            .chain(file.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        check_identical(format, &wide);
    }
}

#[test]
fn a_letter_of_each_block_changes_one_place() {
    for ((read, patch), file) in FILES {
        let page = read(file.as_bytes(), None).expect("a page");
        let texts =
            |page: &Page| page.blocks.iter().map(|b| b.content.text.clone()).collect::<Vec<_>>();
        for place in 0..page.blocks.len() {
            let mut rendering = identical(&page);
            let content = rendering.blocks[place].as_mut().expect("set");
            let letter = content.text.char_indices().find(|(_, c)| c.is_alphabetic());
            let Some((at, c)) = letter else { continue };
            content.text.replace_range(at..at + c.len_utf8(), "Ŵ");
            let mut expected = texts(&page);
            expected[place].clone_from(&content.text);
            let new = patch(file.as_bytes(), None, &rendering).expect("fits");
            assert_eq!(texts(&read(&new, None).expect("a page")), expected);
            let same = |(a, b): &(&u8, &u8)| a == b;
            let front = new.iter().zip(file.as_bytes()).take_while(same).count();
            let back = new.iter().rev().zip(file.as_bytes().iter().rev()).take_while(same).count();
            // A character's reference and the reference in its place are the most there can be.
            assert!(file.len() - (front + back).min(file.len()) <= "&eacute;".len(), "{place}");
        }
    }
}

/// Signs that decide how a page is read.
const SIGNS: &str = "<|>|&|;|\"|'|<!--|-->|<p>|</p>|<b>|</b>|<br>|<td>|<pre>|</pre>|<title>|<script>|\
                     <div translate=no>|</div>|\n|\n\n|  \n|\\\\|\\*|\\*\\*|_|`|\\[|\\]|\\(|\\)|\\||> |- |# |---|~~|&nbsp;|é|\u{301}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn damaged_pages_stay_as_they_are(
        which in 0..FILES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, SIGNS), 1..6),
    ) {
        let (format, file) = FILES[which];
        let mut chars: Vec<char> = file.chars().collect();
        for (at, length, sign) in changes {
            let at = at.index(chars.len() + 1);
            let end = (at + length % 9).min(chars.len());
            chars.splice(at..end, sign.chars());
        }
        let text: String = chars.into_iter().collect();
        check_identical(format, text.as_bytes());
    }

    #[test]
    fn damaged_bytes_stay_as_they_are(
        which in 0..FILES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let (format, file) = FILES[which];
        let mut bytes = file.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len()) + 1);
        check_identical(format, &bytes);
    }
}
