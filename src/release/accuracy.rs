//! Block roles against pages whose blocks were named by hand.
//!
//! A gold file has a pair of pages a line (the form of `diptych accuracy
//! alignment`): `{"doc","src_lang","tgt_lang","src":[…],"src_line":[…],"src_kind":[…],
//! "tgt":[…],"tgt_line":[…],"tgt_kind":[…]}`. The kinds are coarser than roles:
//! `title date heading list boilerplate contact chrome quote byline code body`.
//! A page that stands in several pairs counts once; a block (the sentences of one
//! line) counts once. Left out: weights by length.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use crate::model::{Lang, Problem, RawBlock, Reading, Role};

/// A page whose blocks were named by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldPage {
    /// The name of its release.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Its blocks in order.
    pub blocks: Vec<GoldBlock>,
}

/// A block named by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldBlock {
    /// Its line in the page, from 0.
    pub line: usize,
    /// Its sentences, joined.
    pub text: String,
    /// What it is, as the file says.
    pub kind: String,
}

impl GoldPage {
    /// The blocks as a format's reader would find them.
    #[must_use]
    pub fn raw_blocks(&self) -> Vec<RawBlock> {
        let raw = |block: &GoldBlock| RawBlock {
            line: block.line,
            before: "\n".to_owned(),
            text: block.text.clone(),
            hint: None,
        };
        self.blocks.iter().map(raw).collect()
    }
}

#[derive(Deserialize)]
struct PagePair {
    doc: String,
    src_lang: Lang,
    tgt_lang: Lang,
    src: Vec<String>,
    tgt: Vec<String>,
    src_line: Vec<usize>,
    tgt_line: Vec<usize>,
    src_kind: Vec<String>,
    tgt_kind: Vec<String>,
}

/// Reads the pages of a gold file, each once.
#[must_use]
pub fn read(text: &str) -> Reading<Vec<GoldPage>> {
    let (mut value, mut problems) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let pair: PagePair = match serde_json::from_str(line) {
            Ok(pair) => pair,
            Err(error) => {
                problems.push(Problem::at(at, error.to_string()));
                continue;
            }
        };
        let sides = [
            (pair.src_lang, pair.src, pair.src_line, pair.src_kind),
            (pair.tgt_lang, pair.tgt, pair.tgt_line, pair.tgt_kind),
        ];
        for (lang, texts, lines, kinds) in sides {
            if seen.insert((pair.doc.clone(), lang.clone())) {
                let blocks = blocks(texts, &lines, &kinds);
                value.push(GoldPage { name: pair.doc.clone(), lang, blocks });
            }
        }
    }
    Reading { value, problems }
}

/// Sentences of one line are one block.
fn blocks(texts: Vec<String>, lines: &[usize], kinds: &[String]) -> Vec<GoldBlock> {
    let mut blocks: Vec<GoldBlock> = Vec::new();
    for ((text, &line), kind) in texts.into_iter().zip(lines).zip(kinds) {
        match blocks.last_mut().filter(|last| last.line == line) {
            Some(last) => {
                last.text.push(' ');
                last.text.push_str(&text);
            }
            None => blocks.push(GoldBlock { line, text, kind: kind.clone() }),
        }
    }
    blocks
}

/// The kind of a role, in the words of gold files.
#[must_use]
pub const fn kind(role: Role) -> &'static str {
    match role {
        Role::Headline => "title",
        Role::Time | Role::Date | Role::Dateline => "date",
        Role::Subhead => "heading",
        Role::Quotation => "quote",
        Role::ListItem => "list",
        Role::Boilerplate => "boilerplate",
        Role::Contact => "contact",
        Role::Chrome => "chrome",
        Role::Number => "number",
        Role::EndMark => "end",
        Role::Embargo => "embargo",
        Role::Body | Role::LeadIn | Role::Salutation | Role::Speaker | Role::Question => "body",
    }
}

/// How many blocks of a kind there are, were found, and were found rightly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// In the gold file.
    pub gold: usize,
    /// Found.
    pub found: usize,
    /// Found where the gold file has them.
    pub right: usize,
}

impl Tally {
    /// Of those found, the share that is right; 1 where none was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// Of those in the gold file, the share that was found; 1 where there are none.
    #[must_use]
    pub fn recall(self) -> f64 {
        share(self.right, self.gold)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// A block that was taken for another kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The block.
    pub block: GoldBlock,
    /// What it was taken for.
    pub found: Role,
}

/// Counts of all kinds, by name.
#[derive(Debug, Clone, Default)]
pub struct Tallies(pub BTreeMap<String, Tally>);

impl Tallies {
    /// Counts a page. `role_at` is the role found for the block at a line; what was found
    /// wrongly comes back.
    pub fn count(
        &mut self,
        page: &GoldPage,
        role_at: impl Fn(usize) -> Option<Role>,
    ) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for block in &page.blocks {
            self.0.entry(block.kind.clone()).or_default().gold += 1;
            let Some(found) = role_at(block.line) else { continue };
            let tally = self.0.entry(kind(found).to_owned()).or_default();
            tally.found += 1;
            if kind(found) == block.kind {
                tally.right += 1;
            } else {
                mistakes.push(Mistake { block: block.clone(), found });
            }
        }
        mistakes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIR: &str = r#"{"doc":"bridge","src_lang":"fr","tgt_lang":"en","src":["Un.","Deux.","Menu"],"src_line":[0,0,1],"src_kind":["body","body","chrome"],"tgt":["One."],"tgt_line":[3],"tgt_kind":["title"]}"#;

    #[test]
    fn a_page_and_a_block_count_once() {
        let Reading { value: pages, problems } = read(&format!("{PAIR}\n{PAIR}\nnonsense\n"));
        assert_eq!((pages.len(), problems.len()), (2, 1));
        assert_eq!(pages[0].blocks.len(), 2);
        let mut tallies = Tallies::default();
        let mistakes = tallies.count(&pages[0], |_| Some(Role::Chrome));
        assert_eq!(mistakes.len(), 1);
        assert_eq!(tallies.0["chrome"], Tally { gold: 1, found: 2, right: 1 });
        assert_eq!(tallies.0["body"], Tally { gold: 1, found: 0, right: 0 });
        let mistakes = tallies.count(&pages[1], |line| (line == 3).then_some(Role::Headline));
        assert!(mistakes.is_empty());
    }
}
