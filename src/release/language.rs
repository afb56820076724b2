//! The main language of a document, and the blocks in another one.

use crate::model::{Lang, RawBlock};
use crate::text::lang;
use crate::text::script::{self, Script};

/// Letters below which a Latin line is not held to be foreign.
const FEWEST_LETTERS: usize = 20;

/// Letters from which on a line need no common word of its language.
const MANY_LETTERS: usize = 60;

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
    let Some(main) = heaviest(blocks) else {
        return (Lang::undetermined(), vec![None; blocks.len()]);
    };
    let own = blocks.iter().map(|block| foreign(&block.text, &main)).collect();
    (main, own)
}

/// The language most letters of the blocks are in.
fn heaviest(blocks: &[RawBlock]) -> Option<Lang> {
    let mut weights: Vec<(Lang, usize)> = Vec::new();
    for block in blocks {
        let Some(lang) = lang::guess(&block.text, &[]) else { continue };
        let letters = letters(&block.text);
        match weights.iter_mut().find(|(known, _)| *known == lang) {
            Some((_, weight)) => *weight += letters,
            None => weights.push((lang, letters)),
        }
    }
    let heaviest = weights.iter().rev().max_by_key(|(_, weight)| *weight);
    heaviest.map(|(lang, _)| lang.clone()).or_else(|| {
        let all: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        lang::guess(&all.join("\n"), &[])
    })
}

/// The language of a block where it is certainly another one than the main language.
fn foreign(text: &str, main: &Lang) -> Option<Lang> {
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_address(word)).collect();
    let text = words.join(" ");
    let letters = letters(&text);
    let own = lang::certain(&text).filter(|own| !own.same_base(main))?;
    if !lang::speaks_against(&text, main) {
        return None;
    }
    let latin = script::of_text(&text) == Script::Latin;
    let told = !latin
        || letters >= MANY_LETTERS
        || (letters >= FEWEST_LETTERS && lang::has_common_word(&text, &own));
    told.then_some(own)
}

/// Words of addresses are of no language.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}
