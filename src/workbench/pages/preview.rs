//! A release as it is read: paragraphs of both languages, each with its role, the rows its
//! sentences stand in and what of it is bold.
//!
//! Left out: page chrome and foreign lines; looks other than bold.

use std::collections::HashMap;
use std::ops::Range;

use super::give_back::{joined, of_bead};
use crate::formats::page::Mark;
use crate::model::{Bead, BlockId, Lang, Role, Target};
use crate::text::volume::Volume;
use crate::workbench::rows::joint;
use crate::workbench::session::Session;

/// What stands on a chip whose text is bold: HTML's and Markdown's elements, and what the
/// readers of documents call it.
const BOLD: [&str; 2] = ["b", "strong"];

/// A sentence, or what stands for one, within a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes in the paragraph's text.
    pub range: Range<usize>,
    /// Its row.
    pub row: usize,
    /// Whether it is the source's, since there is no translation yet.
    pub is_open: bool,
}

/// A paragraph in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// Its text.
    pub text: String,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// What is bold, in bytes.
    pub bold: Vec<Range<usize>>,
}

/// A paragraph in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The block it is of.
    pub block: BlockId,
    /// What it is.
    pub role: Role,
    /// As it came.
    pub source: Paragraph,
    /// As it will be.
    pub target: Paragraph,
}

/// A release as it is read, with its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Its paragraphs in order.
    pub paragraphs: Vec<Shown>,
    /// Words of the source, and of what is translated.
    pub words: (usize, usize),
    /// Characters of the headline, where there is one, and of its translation; 0 while it is open.
    pub headline: Option<(usize, usize)>,
}

impl Paragraph {
    /// The row of the sentence at a byte.
    #[must_use]
    pub fn row_at(&self, byte: usize) -> Option<usize> {
        let found = self.sentences.iter().find(|sentence| byte <= sentence.range.end);
        found.or(self.sentences.last()).map(|sentence| sentence.row)
    }

    /// Whether nothing of it is translated.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.sentences.is_empty() && self.sentences.iter().all(|sentence| sentence.is_open)
    }

    /// What of it is a text of its own, not the source's in its place.
    fn own(&self) -> impl Iterator<Item = &str> {
        let own = self.sentences.iter().filter(|sentence| !sentence.is_open);
        own.filter_map(|sentence| self.text.get(sentence.range.clone()))
    }

    fn push(&mut self, (text, bold): (&str, Vec<Range<usize>>), row: usize, between: &str) {
        if !self.text.is_empty() && !text.is_empty() {
            self.text.push_str(between);
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.bold.extend(bold.into_iter().map(|of| start + of.start..start + of.end));
        self.sentences.push(Sentence { range: start..self.text.len(), row, is_open: false });
    }
}

impl Preview {
    /// The shown translation of a session.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let mut preview = Self::default();
        let mut places: HashMap<usize, usize> = HashMap::new();
        let target_lang = session.target_lang().unwrap_or_else(|| session.source_lang());
        for (row, bead) in session.beads().iter().enumerate() {
            let Some(info) = session.rows().get(row).filter(|info| info.content) else { continue };
            let block = info.source.map(|(block, _)| block);
            let Some(block) = block.and_then(|at| Some((at, session.source().blocks.get(at)?)))
            else {
                preview.added((row, bead), target_lang);
                continue;
            };
            let (at, block) = block;
            let next = preview.paragraphs.len();
            let place = *places.entry(at).or_insert(next);
            if place == next {
                let (source, target) = (Paragraph::default(), Paragraph::default());
                let (block, role) = (block.id, block.role);
                preview.paragraphs.push(Shown { block, role, source, target });
            }
            let Some(shown) = preview.paragraphs.get_mut(place) else { continue };
            let (text, marks) = joined(session.project(), session.rows(), bead);
            let marks: Vec<Mark> = marks.into_iter().map(|(_, mark)| mark).collect();
            let source = (text.as_str(), bold(session, at, &text, &marks));
            shown.source.push(source.clone(), row, joint("", session.source_lang()));
            match bead.target {
                Target::Open => {
                    shown.target.push(source, row, joint("", target_lang));
                    if let Some(last) = shown.target.sentences.last_mut() {
                        last.is_open = true;
                    }
                }
                Target::LeftOut { .. } => {}
                Target::Text { .. } => {
                    let target = of_bead(bead);
                    let bold = bold(session, at, &target.text, &target.tags);
                    shown.target.push((&target.text, bold), row, joint("", target_lang));
                }
            }
        }
        preview.count();
        preview
    }

    /// A row without a source stands at the end of the paragraph before it.
    fn added(&mut self, (row, bead): (usize, &Bead), lang: &Lang) {
        let Some(last) = self.paragraphs.last_mut() else { return };
        last.target.push((&bead.target_text(), Vec::new()), row, joint("", lang));
    }

    fn count(&mut self) {
        let words = |of: fn(&Shown) -> &Paragraph| {
            let texts = self.paragraphs.iter().flat_map(|shown| of(shown).own());
            texts.map(|text| Volume::of(text).words).sum::<usize>()
        };
        self.words = (words(|shown| &shown.source), words(|shown| &shown.target));
        let headline = self.paragraphs.iter().find(|shown| shown.role == Role::Headline);
        let length = |paragraph: &Paragraph| {
            if paragraph.is_open() { 0 } else { paragraph.text.chars().count() }
        };
        self.headline = headline.map(|of| (length(&of.source), length(&of.target)));
    }

    /// The paragraph that a row stands in.
    #[must_use]
    pub fn place(&self, row: usize) -> Option<usize> {
        let has = |paragraph: &Paragraph| paragraph.sentences.iter().any(|of| of.row == row);
        self.paragraphs.iter().position(|shown| has(&shown.source) || has(&shown.target))
    }
}

/// What of a text is bold, in bytes, by the codes of its block.
fn bold(session: &Session, block: usize, text: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    let Some(block) = session.source().blocks.get(block).filter(|block| !block.codes.is_empty())
    else {
        return Vec::new();
    };
    let is_bold = |mark: &&Mark| {
        let code = block.codes.iter().find(|code| code.id == mark.id);
        !mark.id.starts_with('/') && code.is_some_and(|code| BOLD.contains(&code.shown.as_str()))
    };
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    let range = |open: &Mark| {
        let close = marks.iter().find(|mark| mark.id == format!("/{}", open.id))?;
        (open.at < close.at).then(|| byte(open.at)..byte(close.at))
    };
    marks.iter().filter(is_bold).filter_map(range).collect()
}
