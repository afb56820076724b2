//! The table of an archive before anything is aligned: which files are one release, why,
//! and what somebody corrected.
//!
//! Pairs come from [`pairing`]; where texts were named as several folders, only texts of
//! different folders are paired. A pair with rivals (another file fits as well) is not
//! aligned before somebody has said which it is.

use std::path::{Path, PathBuf};

use super::corrections::{Correction, Corrections};
use super::gather::{Entry, Gathered, Unreadable};
use crate::model::Lang;
use crate::release::pairing::{self, Candidate, Reason};

/// Why a row is as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The texts say so.
    Found(Reason),
    /// Somebody paired them.
    ByHand,
    /// No partner was found, in words.
    Alone(String),
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Found(reason) => reason.fmt(f),
            Self::ByHand => f.write_str("paired by hand"),
            Self::Alone(why) => f.write_str(why),
        }
    }
}

/// A row of the table: a pair, or a file that is alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The place of the source, or of the file that is alone.
    pub source: usize,
    /// The place of the target.
    pub target: Option<usize>,
    /// Why.
    pub why: Why,
    /// Files that fit as well: somebody has to choose.
    pub rivals: Vec<usize>,
    /// Whether somebody left it out.
    pub left_out: bool,
}

impl Row {
    fn alone(source: usize, why: &str) -> Self {
        let why = Why::Alone(why.to_owned());
        Self { source, target: None, why, rivals: Vec::new(), left_out: false }
    }

    /// Whether the row will be aligned as it stands.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        self.target.is_some() && self.rivals.is_empty() && !self.left_out
    }
}

/// A release to be aligned: places of its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The source.
    pub source: usize,
    /// The targets, one a language.
    pub targets: Vec<usize>,
}

/// The table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    entries: Vec<Entry>,
    rows: Vec<Row>,
    unreadable: Vec<Unreadable>,
    /// What somebody corrected, to be done again when the texts are paired anew.
    pub(super) corrections: Corrections,
}

impl Sheet {
    /// Pairs what was gathered. `source` is the language whose texts are the sources where
    /// it is among them; otherwise they are those of the folder that was named first, and
    /// of one folder those in its most frequent language.
    #[must_use]
    pub fn of(gathered: Gathered, source: Option<&Lang>) -> Self {
        let Gathered { mut entries, unreadable } = gathered;
        let apart = entries.iter().any(|entry| entry.root != 0);
        let usual = languages_of(&entries).into_iter().map(|(lang, _)| lang).next();
        let source = source.cloned().or(usual.filter(|_| !apart));
        let is_source =
            |entry: &Entry| source.as_ref().is_some_and(|s| s.same_base(&entry.file.lang));
        entries.sort_by_key(|entry| !is_source(entry));
        let first_of = |place: usize| {
            let entry = entries.get(place)?;
            entries.iter().take(place).position(|other| other.same_text(entry))
        };
        let twins: Vec<Option<usize>> = (0..entries.len()).map(first_of).collect();
        let candidates: Vec<Candidate> = entries.iter().map(|entry| entry.file.clone()).collect();
        let root = |place: usize| entries.get(place).map(|entry| entry.root);
        let is_twin = |place: usize| twins.get(place).is_some_and(Option::is_some);
        let may = |one: usize, two: usize| {
            !is_twin(one) && !is_twin(two) && (!apart || root(one) != root(two))
        };
        let pairing = pairing::pair_where(&candidates, &may);
        let mut rows: Vec<Row> = Vec::new();
        for pair in pairing.pairs {
            let (why, target) = (Why::Found(pair.reason), Some(pair.target));
            let (source, rivals) = (pair.source, pair.rivals);
            rows.push(Row { source, target, why, rivals, left_out: false });
        }
        for (place, why) in pairing.unpaired {
            let twin = twins.get(place).copied().flatten();
            let twin = twin.and_then(|twin| candidates.get(twin));
            let why = twin.map_or(why, |twin| format!("the same text as {}", twin.name));
            rows.push(Row::alone(place, &why));
        }
        Self { entries, rows, unreadable, corrections: Corrections::default() }
    }

    /// The same texts paired anew, with sources in this language; corrections that still
    /// hold are kept.
    #[must_use]
    pub fn with_source(mut self, source: &Lang) -> Self {
        let entries = std::mem::take(&mut self.entries);
        let unreadable = std::mem::take(&mut self.unreadable);
        self.renewed(Gathered { entries, unreadable }, Some(source))
    }

    /// The rows: pairs first, then files that are alone.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// A text by its place.
    #[must_use]
    pub fn entry(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place)
    }

    /// The files that could not be read.
    #[must_use]
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// The languages there are, the most frequent first.
    #[must_use]
    pub fn languages(&self) -> Vec<(Lang, usize)> {
        languages_of(&self.entries)
    }

    /// How many rows are ready, wait for a choice, are alone, and are left out.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in &self.rows {
            let count = if row.left_out {
                &mut tally.left_out
            } else if row.target.is_none() {
                &mut tally.alone
            } else if row.is_ready() {
                &mut tally.ready
            } else {
                &mut tally.to_choose
            };
            *count += 1;
        }
        tally
    }

    /// The files that a row's file can be paired with: those in another language, the
    /// ones that fit first, then those that are alone, each with what speaks for it.
    #[must_use]
    pub fn partners(&self, row: usize) -> Vec<(usize, &'static str)> {
        let Some(row) = self.rows.get(row) else { return Vec::new() };
        let Some(own) = self.entries.get(row.source) else { return Vec::new() };
        let note = |place: usize| {
            if Some(place) == row.target {
                "its partner now"
            } else if row.rivals.contains(&place) {
                "fits as well"
            } else if self.rows.iter().any(|r| r.source == place && r.target.is_none()) {
                "without a partner"
            } else {
                "paired already"
            }
        };
        let rank = ["its partner now", "fits as well", "without a partner", "paired already"];
        let others = self.entries.iter().enumerate();
        let mut found: Vec<(usize, &'static str)> = others
            .filter(|(_, other)| !other.file.lang.same_base(&own.file.lang))
            .map(|(place, _)| (place, note(place)))
            .collect();
        found.sort_by_key(|(_, note)| rank.iter().position(|known| known == note));
        found
    }

    /// Pairs a row's file with another; where that one was, the rest is left alone.
    /// The place of the row that now holds the pair.
    pub fn pair_by_hand(&mut self, row: usize, partner: usize) -> Option<usize> {
        let own = self.rows.get(row)?.source;
        self.entries.get(partner)?;
        self.corrections.note(Correction::Paired(self.path(own), self.path(partner)));
        self.put_pair(own, partner, Some(row))
    }

    /// Pairs two files in the place of a row, or beside the rows that are there.
    pub(super) fn put_pair(
        &mut self,
        own: usize,
        partner: usize,
        row: Option<usize>,
    ) -> Option<usize> {
        let former = row.filter(|row| *row < self.rows.len()).map(|row| self.rows.remove(row));
        self.rows.retain(|r| !(r.source == partner && r.target.is_none()));
        for other in &mut self.rows {
            if other.target == Some(partner) {
                *other = Row::alone(other.source, "its partner was paired by hand with another");
            }
            other.rivals.retain(|rival| *rival != partner);
        }
        let former = former.and_then(|row| row.target);
        if let Some(former) = former.filter(|former| *former != partner) {
            self.leave_alone(former, "its partner was paired by hand with another");
        }
        let (source, target) = (own.min(partner), Some(own.max(partner)));
        let (why, rivals) = (Why::ByHand, Vec::new());
        self.rows.push(Row { source, target, why, rivals, left_out: false });
        self.sort();
        self.rows.iter().position(|r| r.source == source && r.target == target)
    }

    /// Parts a pair: both files are alone. The place of the row that now holds the source.
    pub fn unpair(&mut self, row: usize) -> Option<usize> {
        let (source, target) = self.files(row)?;
        self.corrections.note(Correction::Parted(source, target?));
        self.part(row)
    }

    pub(super) fn part(&mut self, row: usize) -> Option<usize> {
        let Row { source, target, .. } = self.rows.get(row)?.clone();
        let target = target?;
        self.rows.remove(row);
        for file in [source, target] {
            self.leave_alone(file, "parted by hand");
        }
        self.sort();
        // A source of several targets keeps its other pairs; then the target is what was parted.
        let alone = |file: usize| {
            self.rows.iter().position(|row| row.source == file && row.target.is_none())
        };
        alone(source).or_else(|| alone(target))
    }

    /// Says that a pair with rivals is the right one.
    pub fn settle(&mut self, row: usize) {
        if let Some((source, Some(target))) = self.files(row) {
            self.corrections.note(Correction::Settled(source, target));
            self.set_settled(row);
        }
    }

    pub(super) fn set_settled(&mut self, row: usize) -> bool {
        self.rows.get_mut(row).map(|row| row.rivals.clear()).is_some()
    }

    /// Leaves a row out of what is aligned, or takes it in again.
    pub fn toggle(&mut self, row: usize) {
        let Some((source, target)) = self.files(row) else { return };
        let leaves_out = self.rows.get(row).is_some_and(|row| !row.left_out);
        let correction = Correction::LeftOut(source, target);
        self.corrections.forget(&correction);
        if leaves_out {
            self.corrections.note(correction);
        }
        self.set_left_out(row, leaves_out);
    }

    pub(super) fn set_left_out(&mut self, row: usize, left_out: bool) -> bool {
        self.rows.get_mut(row).map(|row| row.left_out = left_out).is_some()
    }

    /// The files of a row.
    fn files(&self, row: usize) -> Option<(PathBuf, Option<PathBuf>)> {
        let row = self.rows.get(row)?;
        Some((self.path(row.source), row.target.map(|target| self.path(target))))
    }

    /// The releases to be aligned: rows of one source are one.
    #[must_use]
    pub fn plans(&self) -> Vec<Plan> {
        let mut plans: Vec<Plan> = Vec::new();
        for row in self.rows.iter().filter(|row| row.is_ready()) {
            let Some(target) = row.target else { continue };
            match plans.iter_mut().find(|plan| plan.source == row.source) {
                Some(plan) => plan.targets.push(target),
                None => plans.push(Plan { source: row.source, targets: vec![target] }),
            }
        }
        plans
    }

    /// The language pairs of these releases, each once.
    #[must_use]
    pub fn language_pairs(&self, plans: &[Plan]) -> Vec<(Lang, Lang)> {
        let mut found: Vec<(Lang, Lang)> = Vec::new();
        for plan in plans {
            let targets = plan.targets.iter().filter_map(|&target| self.lang(target));
            let pairs = targets.filter_map(|target| Some((self.lang(plan.source)?, target)));
            for pair in pairs {
                if !found.contains(&pair) {
                    found.push(pair);
                }
            }
        }
        found
    }

    /// The file of a text; empty for none.
    #[must_use]
    pub fn path(&self, place: usize) -> PathBuf {
        self.entries.get(place).map(|entry| entry.path.clone()).unwrap_or_default()
    }

    /// The place of a file.
    pub(super) fn place(&self, path: &Path) -> Option<usize> {
        self.entries.iter().position(|entry| entry.path == path)
    }

    /// The language of a text.
    pub(super) fn lang(&self, place: usize) -> Option<Lang> {
        self.entries.get(place).map(|entry| entry.file.lang.clone())
    }

    fn leave_alone(&mut self, file: usize, why: &str) {
        let used = self.rows.iter().any(|row| row.source == file || row.target == Some(file));
        if !used {
            self.rows.push(Row::alone(file, why));
        }
    }

    fn sort(&mut self) {
        self.rows.sort_by_key(|row| (row.target.is_none(), row.source, row.target));
    }
}

fn languages_of(entries: &[Entry]) -> Vec<(Lang, usize)> {
    let mut counts: Vec<(Lang, usize)> = Vec::new();
    for entry in entries {
        match counts.iter_mut().find(|(lang, _)| lang.same_base(&entry.file.lang)) {
            Some((_, count)) => *count += 1,
            None => counts.push((entry.file.lang.clone(), 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.as_str().cmp(b.0.as_str())));
    counts
}

/// Numbers of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Will be aligned.
    pub ready: usize,
    /// Wait for somebody to choose.
    pub to_choose: usize,
    /// Without a partner.
    pub alone: usize,
    /// Left out by hand.
    pub left_out: usize,
}
