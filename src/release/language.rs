//! The main language of a document, and the blocks in another one.
//!
//! A line is held to be foreign where nothing speaks for the document's own language.
//! A short Latin line, full of names as those are, must be in a language that the page
//! is otherwise known to have, or in English, which frames pages of all languages. The
//! lines of a frame are too short each for itself: they are judged together
//! ([`frame_languages`]).

use std::collections::HashMap;

use crate::model::{Lang, RawBlock, Role};
use crate::text::lang::{self, Evidence};
use crate::text::script::{self, Script};

/// Letters below which a Latin line is not held to be foreign.
const FEWEST_LETTERS: usize = 20;

/// Letters from which on a line needs no common word of its language, and no other line in it.
const MANY_LETTERS: usize = 60;

/// Letters below which the lines of a frame together say nothing.
const FRAME_LETTERS: usize = 30;

/// The main language of blocks by weight of text, and each block's own language: `None` where
/// it is the main one, or too little text to tell.
///
/// A given language holds for every block. A document without words is `und`, undetermined
/// (BCP 47), unless a language is given.
#[must_use]
pub fn main_language(blocks: &[RawBlock], given: Option<&Lang>) -> (Lang, Vec<Option<Lang>>) {
    if let Some(given) = given {
        return (given.clone(), vec![None; blocks.len()]);
    }
    let texts = words_of(blocks);
    let evidence: Vec<Evidence> = texts.iter().map(|text| Evidence::of(text)).collect();
    let Some(main) = heaviest(blocks, &evidence) else {
        return (Lang::undetermined(), vec![None; blocks.len()]);
    };
    let own = foreign_among(blocks, &texts, &evidence, &main);
    (main, own)
}

/// Each block's own language where it is certainly another one than the main language.
#[must_use]
pub fn foreign_languages(blocks: &[RawBlock], main: &Lang) -> Vec<Option<Lang>> {
    let texts = words_of(blocks);
    let evidence: Vec<Evidence> = texts.iter().map(|text| Evidence::of(text)).collect();
    foreign_among(blocks, &texts, &evidence, main)
}

fn words_of(blocks: &[RawBlock]) -> Vec<String> {
    blocks.iter().map(|block| words(&block.text)).collect()
}

/// The same, with the words of the blocks and what the detectors say of them.
fn foreign_among(
    blocks: &[RawBlock],
    texts: &[String],
    evidence: &[Evidence],
    main: &Lang,
) -> Vec<Option<Lang>> {
    let told = texts.iter().zip(evidence);
    let mut own: Vec<Option<Lang>> =
        told.map(|(text, evidence)| foreign(text, evidence, main)).collect();
    // Of each language, how many lines are in it, and the letters of the longest.
    let mut lines: HashMap<String, (usize, usize)> = HashMap::new();
    for (lang, block) in own.iter().zip(blocks) {
        let Some(lang) = lang else { continue };
        let (count, most) = lines.entry(lang.base().to_owned()).or_default();
        (*count, *most) = (*count + 1, (*most).max(letters(sample(&block.text))));
    }
    let known = |lang: &Lang| {
        let (count, most) = lines.get(lang.base()).copied().unwrap_or_default();
        count >= 2 || most >= MANY_LETTERS || lang.base() == "en"
    };
    let latin = |text: &str| script::of_text(text) == Script::Latin;
    let kept: Vec<bool> = own
        .iter()
        .zip(blocks)
        .map(|(lang, block)| {
            lang.as_ref().is_none_or(|lang| known(lang) || !latin(sample(&block.text)))
        })
        .collect();
    for (lang, kept) in own.iter_mut().zip(kept) {
        *lang = lang.take().filter(|_| kept);
    }
    own
}

/// Gives the lines of the page's frame their language: lines of page chrome that follow each
/// other are judged together, each of them by itself first.
pub fn frame_languages(blocks: &[RawBlock], roles: &[Role], own: &mut [Option<Lang>], main: &Lang) {
    let mut place = 0;
    while place < blocks.len() {
        let run = roles.iter().skip(place).take_while(|role| **role == Role::Chrome).count();
        if run == 0 {
            place += 1;
            continue;
        }
        let lines = blocks.get(place..place + run).unwrap_or_default();
        let together = frame_language(lines, main);
        for (at, line) in lines.iter().enumerate() {
            let Some(lang) = own.get_mut(place + at).filter(|lang| lang.is_none()) else {
                continue;
            };
            let text = words(&line.text);
            let evidence = Evidence::of(&text);
            let alone = foreign(&text, &evidence, main);
            let fits = !is_own(&text, &evidence, main);
            *lang = alone.or_else(|| together.clone().filter(|_| fits));
        }
        place += run;
    }
}

/// The language the lines of a frame are in, together; `None` for the document's own or where
/// they do not tell.
fn frame_language(lines: &[RawBlock], main: &Lang) -> Option<Lang> {
    let all: Vec<String> = lines.iter().map(|line| words(&line.text)).collect();
    let all = all.join(". ");
    let evidence = Evidence::of(&all);
    let told = letters(&all) >= FRAME_LETTERS && evidence.speaks_against(main);
    evidence
        .guessed
        .filter(|lang| told && !lang.same_base(main))
        .filter(|lang| lang::has_common_word(&all, lang))
}

/// The language most letters of the blocks are in.
fn heaviest(blocks: &[RawBlock], evidence: &[Evidence]) -> Option<Lang> {
    let mut weights: Vec<(&Lang, usize)> = Vec::new();
    for (block, evidence) in blocks.iter().zip(evidence) {
        let Some(lang) = &evidence.guessed else { continue };
        // A Chinese or Japanese character says as much as two letters.
        let letters: usize = script::census(&block.text).iter().map(|(_, count)| count).sum();
        match weights.iter_mut().find(|(known, _)| *known == lang) {
            Some((_, weight)) => *weight += letters,
            None => weights.push((lang, letters)),
        }
    }
    let heaviest = weights.iter().rev().max_by_key(|(_, weight)| *weight);
    heaviest.map(|(lang, _)| (*lang).clone()).or_else(|| {
        let all: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        lang::guess(sample(&all.join("\n")), &[])
    })
}

/// The language of a block's words where it is certainly another one than the main language.
fn foreign(text: &str, evidence: &Evidence, main: &Lang) -> Option<Lang> {
    let own = evidence.certain().filter(|own| !own.same_base(main))?;
    if !evidence.speaks_against(main) {
        return None;
    }
    let letters = letters(text);
    let short = letters >= FEWEST_LETTERS && lang::has_common_word(text, own);
    let told = script::of_text(text) != Script::Latin
        || letters >= MANY_LETTERS
        || (short && !lang::are_near(own, main));
    told.then(|| own.clone())
}

/// Whether a line of a frame is certainly in the document's own language.
fn is_own(text: &str, evidence: &Evidence, main: &Lang) -> bool {
    letters(text) >= FEWEST_LETTERS && evidence.certain().is_some_and(|own| own.same_base(main))
}

/// The words of a text without addresses, file names and numbers, which are of no language.
fn words(text: &str) -> String {
    let words: Vec<&str> =
        sample(text).split_whitespace().filter(|word| !is_technical(word)).collect();
    words.join(" ")
}

fn is_technical(word: &str) -> bool {
    // Without spaces between words, a whole sentence stands here.
    if word.contains(script::is_unspaced) {
        return false;
    }
    let inside = word.trim_matches(|c: char| !c.is_alphanumeric());
    let letters = inside.chars().any(char::is_alphabetic);
    word.contains("://")
        || word.contains(['@', '_', '\\', '='])
        || word.starts_with("www.")
        || (letters && inside.contains(|c: char| c.is_ascii_digit()))
}

/// The beginning of a text, which tells its language as well as all of it.
fn sample(text: &str) -> &str {
    /// Characters that are looked at: a paragraph.
    const CHARACTERS: usize = 600;
    let end = text.char_indices().nth(CHARACTERS).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages, a language and a block a line; the second part of the name is the main language.
    const CASES: &[(&str, &str)] = &[
        ("statement.fr", include_str!("../../tests/data/languages/statement.fr.txt")),
        ("zayava.uk", include_str!("../../tests/data/languages/zayava.uk.txt")),
        ("bayaniye.fa", include_str!("../../tests/data/languages/bayaniye.fa.txt")),
        ("nota.pt", include_str!("../../tests/data/languages/nota.pt.txt")),
        ("bericht.nl", include_str!("../../tests/data/languages/bericht.nl.txt")),
    ];

    #[test]
    fn every_block_of_the_pages_has_the_language_its_file_says() {
        let mut wrong = Vec::new();
        for (name, case) in CASES {
            let lines = case.lines().filter(|line| !line.starts_with('#'));
            let lines: Vec<(&str, &str)> = lines.filter_map(|l| l.split_once(" | ")).collect();
            let block = |(_, text): &(&str, &str)| RawBlock {
                line: 0,
                before: String::new(),
                text: (*text).to_owned(),
                hint: None,
            };
            let blocks: Vec<RawBlock> = lines.iter().map(block).collect();
            let (main, mut own) = main_language(&blocks, None);
            assert!(name.ends_with(main.as_str()), "{name} is in {main}");
            let roles = crate::release::roles::assign(&blocks, &own, &main);
            frame_languages(&blocks, &roles, &mut own, &main);
            for ((expected, text), own) in lines.iter().zip(&own) {
                let found = own.as_ref().map_or("-", Lang::as_str);
                if found != *expected {
                    wrong.push(format!("{name}: {expected}, found {found}: {text}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
