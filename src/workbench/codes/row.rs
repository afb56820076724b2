//! The codes of a row: those of the block its source stands in, and of further blocks where
//! rows were joined across paragraphs.
//!
//! The target can only have those of the first block: it is written there, and a code of
//! another paragraph would be unknown in it. The others are told as missing.

use super::character::{Put, with_codes};
use crate::model::{Bead, Project, Tag, TagKind, Target};
use crate::workbench::pages;
use crate::workbench::rows::Rows;
use crate::workbench::session::Session;

/// A code of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowCode {
    /// The place of its block in the document.
    pub block: usize,
    /// Its name within the block.
    pub id: String,
    /// What it does.
    pub kind: TagKind,
    /// What it is called: `b`, `footnote 1`; with a number where two would be called alike.
    pub name: String,
    /// Whether the row's target can have it.
    pub is_own: bool,
}

/// The codes of a row in the order of the original; none as a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowCodes {
    codes: Vec<RowCode>,
}

impl RowCode {
    /// What stands on its chip: `‹b` opens, `b›` closes.
    #[must_use]
    pub fn label(&self) -> String {
        match self.kind {
            TagKind::Open | TagKind::OpenLone | TagKind::MarkStart => {
                format!("\u{2039}{}", self.name)
            }
            TagKind::Close | TagKind::CloseLone | TagKind::MarkEnd => {
                format!("{}\u{203a}", self.name)
            }
            TagKind::Alone | TagKind::Unknown => self.name.clone(),
        }
    }

    fn number(&self) -> &str {
        self.id.trim_start_matches('/')
    }
}

impl RowCodes {
    /// Those of a bead.
    #[must_use]
    pub fn of(project: &Project, rows: &Rows, bead: &Bead) -> Self {
        let mut blocks: Vec<usize> = Vec::new();
        for (block, _) in bead.source.iter().filter_map(|id| rows.place(*id)) {
            if !blocks.contains(&block) {
                blocks.push(block);
            }
        }
        let mut codes = Vec::new();
        for (nth, at) in blocks.into_iter().enumerate() {
            let own = project.source.blocks.get(at).map_or(&[][..], |block| &block.codes);
            codes.extend(own.iter().map(|code| RowCode {
                block: at,
                id: code.id.clone(),
                kind: code.kind,
                name: code.shown.clone(),
                is_own: nth == 0,
            }));
        }
        let mut all = Self { codes };
        if !all.is_empty() {
            let (_, marks) = pages::joined(project, rows, bead);
            let there = marks.iter().filter_map(|(block, mark)| all.place(*block, &mark.id));
            let there: Vec<usize> = there.collect();
            all.name_apart(&there);
        }
        all
    }

    /// Gives codes that would be called alike a number; `there` are those in the row's source.
    fn name_apart(&mut self, there: &[usize]) {
        let twin = |code: &RowCode, other: &RowCode| {
            let same = code.number() == other.number() && code.block == other.block;
            code.name == other.name && !same
        };
        let shown = there.iter().filter_map(|place| self.get(*place));
        let alike = |code| shown.clone().any(|other| twin(code, other));
        let alike: Vec<bool> = self.codes.iter().map(alike).collect();
        for (code, alike) in self.codes.iter_mut().zip(alike) {
            if alike || code.name.is_empty() {
                code.name = format!("{}{}", code.name, code.number());
            }
        }
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.codes.len()
    }

    /// The code at a place.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&RowCode> {
        self.codes.get(place)
    }

    /// The place of a block's code of this name.
    #[must_use]
    pub fn place(&self, block: usize, id: &str) -> Option<usize> {
        self.codes.iter().position(|code| code.block == block && code.id == id)
    }

    /// The place of the code of this name that the target can have.
    fn own_place(&self, id: &str) -> Option<usize> {
        self.codes.iter().position(|code| code.is_own && code.id == id)
    }

    /// The labels of codes at these places.
    #[must_use]
    pub fn labels(&self, places: &[usize]) -> String {
        let labels = places.iter().filter_map(|place| self.get(*place)).map(RowCode::label);
        labels.collect::<Vec<_>>().join(" ")
    }

    /// A source in one text, and where codes stand in it.
    #[must_use]
    pub fn in_source(&self, project: &Project, rows: &Rows, bead: &Bead) -> (String, Vec<Put>) {
        let (text, marks) = pages::joined(project, rows, bead);
        let put = |(block, mark): &(usize, crate::formats::page::Mark)| {
            let place = self.place(*block, &mark.id)?;
            Some(Put { at: mark.at, place })
        };
        (text, marks.iter().filter_map(put).collect())
    }

    /// A target in one text, and where codes stand in it.
    #[must_use]
    pub fn in_target(&self, bead: &Bead) -> (String, Vec<Put>) {
        let marked = pages::of_bead(bead);
        let put = |mark: &crate::formats::page::Mark| {
            Some(Put { at: mark.at, place: self.own_place(&mark.id)? })
        };
        let codes = marked.tags.iter().filter_map(put).collect();
        (marked.text, codes)
    }

    /// Gives a target these codes and no others; those of other paragraphs are left out.
    pub fn set(&self, target: &mut Target, codes: &[Put]) {
        let text = target.to_text();
        let chars = |bytes: usize| text.get(..bytes).map_or(0, |before| before.chars().count());
        let places: Vec<_> =
            target.places().iter().map(|place| chars(place.start)..chars(place.end)).collect();
        let Target::Text { segments, .. } = target else { return };
        for sentence in segments.iter_mut() {
            sentence.segment.tags.clear();
        }
        for put in codes {
            let Some(code) = self.get(put.place).filter(|code| code.is_own) else { continue };
            let holds = |place: &std::ops::Range<usize>| put.at <= place.end;
            let nth = places.iter().position(holds).unwrap_or(places.len().saturating_sub(1));
            let (Some(place), Some(sentence)) = (places.get(nth), segments.get_mut(nth)) else {
                continue;
            };
            let at = put.at.clamp(place.start, place.end) - place.start;
            sentence.segment.tags.push(Tag { at, id: code.id.clone() });
        }
    }
}

impl Session {
    /// The codes of a row.
    #[must_use]
    pub fn codes(&self, row: usize) -> RowCodes {
        let bead = self.beads().get(row);
        bead.map(|bead| RowCodes::of(&self.project, &self.rows, bead)).unwrap_or_default()
    }

    /// The source of a row with its codes in it, as characters of [`super::character`].
    #[must_use]
    pub fn coded_source(&self, row: usize, codes: &RowCodes) -> String {
        match self.beads().get(row) {
            Some(bead) if !codes.is_empty() => {
                let (text, put) = codes.in_source(&self.project, &self.rows, bead);
                with_codes(&text, &put)
            }
            _ => self.source_text(row),
        }
    }

    /// The target of a row with its codes in it, as characters of [`super::character`].
    #[must_use]
    pub fn coded_target(&self, row: usize, codes: &RowCodes) -> String {
        let Some(bead) = self.beads().get(row) else { return String::new() };
        if codes.is_empty() {
            return bead.target_text();
        }
        let (text, put) = codes.in_target(bead);
        with_codes(&text, &put)
    }

    /// What is wrong with the codes of a row's target; `None` for nothing.
    #[must_use]
    pub fn code_fault(&self, row: usize) -> Option<pages::RowFault> {
        let bead = self.beads().get(row).filter(|_| self.rows.is_content(row))?;
        let codes = RowCodes::of(&self.project, &self.rows, bead);
        pages::row_fault(&self.project, &self.rows, bead, &codes)
    }
}
