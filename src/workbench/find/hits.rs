//! Where a pattern stands in a release.

use std::ops::Range;

use super::pattern::Pattern;
use crate::model::{Bead, Segment, Translation};
use crate::workbench::links::Side;
use crate::workbench::rows::Rows;
use crate::workbench::session::Session;

/// How far one looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The rows that are shown: those a filter lets through.
    Shown,
    /// All rows of the translation that is shown.
    #[default]
    Release,
    /// All translations of the project.
    Project,
}

/// A text that is searched as one: the target of a row, or one of its source sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The translation's place in the project.
    pub translation: usize,
    /// The row's place in the translation.
    pub row: usize,
    /// The sentence's place in the row; 0 on the target side, which is one text.
    pub sentence: usize,
}

/// One hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where its text is.
    pub place: Place,
    /// Its bytes in that text.
    pub range: Range<usize>,
}

impl Session {
    /// All hits on one side, in order.
    #[must_use]
    pub fn find_all(&self, pattern: &Pattern, side: Side, scope: Scope) -> Vec<Hit> {
        let mut hits = Vec::new();
        for translation in self.places_to_search(side, scope) {
            let rows = self.project.translations.get(translation).map_or(0, |t| t.beads.len());
            for row in (0..rows).filter(|&row| scope != Scope::Shown || self.is_shown(row)) {
                hits.extend(self.hits_in_row(pattern, side, translation, row));
            }
        }
        hits
    }

    /// The next hit of the shown translation behind `from`, or the one before it; behind
    /// the last comes the first. Without `from` it is the first from the active row on.
    #[must_use]
    pub fn find_next(
        &self,
        pattern: &Pattern,
        side: Side,
        scope: Scope,
        from: Option<&Hit>,
        forward: bool,
    ) -> Option<Hit> {
        let count = self.beads().len();
        let start = self.row;
        let from = from.filter(|hit| hit.place.row == start && hit.place.translation == self.at);
        let key = |hit: &Hit| (hit.place.sentence, hit.range.start);
        for step in 0..=count {
            let row = if forward { start + step } else { start + count - step } % count.max(1);
            if scope == Scope::Shown && !self.is_shown(row) {
                continue;
            }
            let mut hits = self.hits_in_row(pattern, side, self.at, row);
            if let (0, Some(from)) = (step, from) {
                hits.retain(
                    |hit| if forward { key(hit) > key(from) } else { key(hit) < key(from) },
                );
            } else if step == 0 && !forward {
                continue;
            }
            let found = if forward { hits.into_iter().next() } else { hits.pop() };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// The text that is searched at a place.
    #[must_use]
    pub fn text_at(&self, side: Side, place: Place) -> Option<String> {
        let translation = self.project.translations.get(place.translation)?;
        let bead = translation.beads.get(place.row)?;
        match side {
            Side::Target => Some(bead.target_text()),
            Side::Source => self.sentence_at(bead, place.sentence).map(|s| s.text.clone()),
        }
    }

    /// The rows of a translation, as its counts and commands see them.
    pub(super) fn rows_of(&self, at: usize, translation: &Translation) -> Rows {
        if at == self.at {
            return self.rows.clone();
        }
        let rows = Rows::of(&self.project.source, translation);
        if self.habits.include_not_content { rows.all_content() } else { rows }
    }

    fn places_to_search(&self, side: Side, scope: Scope) -> Range<usize> {
        // The source is one for all translations.
        if side == Side::Target && scope == Scope::Project {
            0..self.project.translations.len()
        } else {
            self.at..self.at + 1
        }
    }

    fn hits_in_row(
        &self,
        pattern: &Pattern,
        side: Side,
        translation: usize,
        row: usize,
    ) -> Vec<Hit> {
        let beads = self.project.translations.get(translation).map(|t| &t.beads);
        let Some(bead) = beads.and_then(|beads| beads.get(row)) else { return Vec::new() };
        let hits = |sentence: usize, text: &str| {
            let place = Place { translation, row, sentence };
            let found = pattern.find(text).into_iter();
            found.map(move |range| Hit { place, range }).collect::<Vec<_>>()
        };
        match side {
            Side::Target => match bead.target.segments() {
                [] => Vec::new(),
                [one] => hits(0, &one.segment.text),
                _ => hits(0, &bead.target_text()),
            },
            Side::Source => (0..bead.source.len())
                .filter_map(|at| self.sentence_at(bead, at).map(|s| hits(at, &s.text)))
                .flatten()
                .collect(),
        }
    }

    fn sentence_at(&self, bead: &Bead, at: usize) -> Option<&Segment> {
        let (block, segment) = self.rows.place(*bead.source.get(at)?)?;
        self.project.source.blocks.get(block)?.segments.get(segment)
    }
}
