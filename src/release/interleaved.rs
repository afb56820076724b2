//! Two languages in one text, paragraph by paragraph: Chinese and English in turn.
//!
//! A text is interleaved where two languages that script or both detectors tell apart
//! have a third of its letters each at least, and paragraphs of one follow paragraphs
//! of the other as good as always. It is parted into a document for each; lines of
//! neither (dates, addresses) go to the language before them. Left out: three languages,
//! and languages in one paragraph.

use crate::model::{Lang, RawBlock};
use crate::text::lang::Evidence;

/// Changes from one language to the other below which a text is no interleaved one.
const FEWEST_CHANGES: usize = 3;

/// Of the neighbours that could change, the share that do.
const SHARE_OF_CHANGES: f64 = 0.6;

/// Of the letters, the least share of either language.
const LEAST_SHARE: f64 = 0.2;

/// Letters below which a block's language is not asked.
const FEWEST_LETTERS: usize = 6;

/// The blocks of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The language.
    pub lang: Lang,
    /// Its blocks, with their lines in the common file.
    pub blocks: Vec<RawBlock>,
}

/// The two documents of an interleaved text, the one that begins first; `None` for a text that
/// is not.
#[must_use]
pub fn part(blocks: &[RawBlock]) -> Option<(Part, Part)> {
    let own: Vec<Option<Lang>> = blocks.iter().map(|block| certain(&block.text)).collect();
    let (first, second) = two_languages(blocks, &own)?;
    let is_second = |lang: &Lang| lang.same_base(&second);
    let known: Vec<bool> = own
        .iter()
        .flatten()
        .filter(|lang| lang.same_base(&first) || is_second(lang))
        .map(is_second)
        .collect();
    let changes = known.windows(2).filter(|pair| pair.first() != pair.last()).count();
    let share = changes as f64 / (known.len().saturating_sub(1) as f64).max(1.0);
    if changes < FEWEST_CHANGES || share < SHARE_OF_CHANGES {
        return None;
    }
    let mut parts =
        (Part { lang: first, blocks: Vec::new() }, Part { lang: second, blocks: Vec::new() });
    let mut to_second = false;
    for (block, lang) in blocks.iter().zip(&own) {
        if let Some(lang) = lang {
            to_second = lang.same_base(&parts.1.lang);
        }
        let part = if to_second { &mut parts.1 } else { &mut parts.0 };
        let before = if part.blocks.is_empty() { String::new() } else { block.before.clone() };
        part.blocks.push(RawBlock { before, ..block.clone() });
    }
    Some(parts)
}

/// The two languages with most letters, in the order they come in.
fn two_languages(blocks: &[RawBlock], own: &[Option<Lang>]) -> Option<(Lang, Lang)> {
    let mut weights: Vec<(&Lang, usize)> = Vec::new();
    for (block, lang) in blocks.iter().zip(own) {
        let Some(lang) = lang else { continue };
        let letters = weight(&block.text);
        match weights.iter_mut().find(|(known, _)| known.same_base(lang)) {
            Some((_, weight)) => *weight += letters,
            None => weights.push((lang, letters)),
        }
    }
    let all: usize = weights.iter().map(|(_, weight)| weight).sum();
    let heavy = |(lang, weight): &(&Lang, usize)| {
        (*weight as f64 >= LEAST_SHARE * all as f64).then(|| (*lang).clone())
    };
    let heavy: Vec<Lang> = weights.iter().filter_map(heavy).collect();
    match heavy.as_slice() {
        [first, second] => Some((first.clone(), second.clone())),
        _ => None,
    }
}

/// Letters, a Chinese or Japanese one counting as two.
fn weight(text: &str) -> usize {
    crate::text::script::census(text).iter().map(|(_, count)| count).sum()
}

fn certain(text: &str) -> Option<Lang> {
    if weight(text) < FEWEST_LETTERS { None } else { Evidence::of(text).certain().cloned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<RawBlock> {
        let block = |(line, text): (usize, &&str)| RawBlock {
            line,
            before: "\n".to_owned(),
            text: (*text).to_owned(),
            hint: None,
        };
        texts.iter().enumerate().map(block).collect()
    }

    const TURNS: &[&str] = &[
        "索维亚和莫兰签署新的交通协定",
        "Sorvia and Morane sign a new agreement on transport",
        "14:30",
        "两国部长今天上午在布雷万签署了协定，协定将于七月生效。",
        "The ministers of both countries signed the agreement in Brévanne this morning.",
        "协定规定两国首都之间开行直达列车，工程历时两年。",
        "It foresees direct trains between the two capitals. The works take two years.",
    ];

    #[test]
    fn paragraphs_in_turn_are_parted() {
        let (chinese, english) = part(&blocks(TURNS)).expect("interleaved");
        assert_eq!((chinese.lang.as_str(), english.lang.as_str()), ("zh", "en"));
        assert_eq!((chinese.blocks.len(), english.blocks.len()), (3, 4));
        assert_eq!(english.blocks[1].text, "14:30", "a line of neither goes with the one before");
    }

    #[test]
    fn a_page_with_a_frame_in_another_language_is_whole() {
        let mut page: Vec<&str> = vec!["索维亚新闻", "交通部", "首页"];
        page.extend(TURNS.iter().filter(|text| text.is_ascii()));
        assert_eq!(part(&blocks(&page)), None);
        assert_eq!(part(&blocks(&[])), None);
        let halves: Vec<&str> =
            TURNS.iter().step_by(2).chain(TURNS.iter().skip(1).step_by(2)).copied().collect();
        assert_eq!(part(&blocks(&halves)), None, "one after the other is two texts, not turns");
    }
}
