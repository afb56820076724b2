//! What was changed after somebody had confirmed it: by whom, of which kind, and how much for
//! every thousand words.
//!
//! A change is a step from one target of a row to the next with another text, where the first
//! was translated, approved or rejected. Words are those of `text::diff`, so the figures do not
//! hang on how a text was typed; text that is the same but for typography has no words
//! changed. Left out: what changed within a draft, which is nobody's business but its writer's.

use std::collections::BTreeSet;

use crate::formats::review::plain;
use crate::formats::table::csv;
use crate::model::{Bead, Former, Lang, Origin, Project, State, Target, Timestamp, Translation};
use crate::text::diff::{SpanKind, words};
use crate::text::fold;
use crate::text::value::values;
use crate::text::volume::Volume;
use crate::workbench::rows::Rows;

/// What a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Numbers, dates, addresses are others.
    Values,
    /// Words are others.
    Wording,
    /// The same words in another order.
    Order,
    /// Only letters' case.
    Case,
    /// Only punctuation.
    Punctuation,
    /// Only quotation marks, apostrophes, dashes, spaces.
    Typography,
    /// The target was emptied, or left out.
    Removed,
}

impl Kind {
    /// All of them, the weightiest first.
    pub const ALL: [Self; 7] = [
        Self::Values,
        Self::Wording,
        Self::Order,
        Self::Case,
        Self::Punctuation,
        Self::Typography,
        Self::Removed,
    ];

    /// In a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Values => "values",
            Self::Wording => "wording",
            Self::Order => "order",
            Self::Case => "case",
            Self::Punctuation => "punctuation",
            Self::Typography => "typography",
            Self::Removed => "removed",
        }
    }

    /// What kind of change leads from one text to another.
    #[must_use]
    pub fn of(before: &str, after: &str, lang: &Lang) -> Self {
        let folded = |text: &str| fold::case(&plain(text)).into_owned();
        let letters = |text: &str| -> String {
            let kept = folded(text);
            let kept = kept.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' });
            kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let bag = |text: &str| {
            let letters = letters(text);
            let mut words: Vec<String> = letters.split(' ').map(ToOwned::to_owned).collect();
            words.sort();
            words
        };
        let keys = |text: &str| {
            let mut keys: Vec<String> =
                values(text, lang).into_iter().map(|value| value.key).collect();
            keys.sort();
            keys
        };
        match () {
            () if after.trim().is_empty() => Self::Removed,
            () if plain(before) == plain(after) => Self::Typography,
            () if folded(before) == folded(after) => Self::Case,
            () if letters(before) == letters(after) => Self::Punctuation,
            () if keys(before) != keys(after) => Self::Values,
            () if bag(before) == bag(after) => Self::Order,
            () => Self::Wording,
        }
    }
}

/// A change of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The row's number.
    pub number: String,
    /// What it is.
    pub kind: Kind,
    /// Who made it.
    pub author: String,
    /// When.
    pub at: Option<Timestamp>,
    /// By which means.
    pub means: &'static str,
    /// Whose text it was.
    pub of: String,
    /// The text before.
    pub before: String,
    /// The text after.
    pub after: String,
    /// Words taken out and put in.
    pub words: usize,
}

/// The changes of one translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The release's title.
    pub title: String,
    /// The source's language.
    pub source: Lang,
    /// The target's language.
    pub target: Lang,
    /// Rows that are content.
    pub rows: usize,
    /// Words of their targets as they are now.
    pub words: usize,
    /// Rows by how far they are: approved, rejected.
    pub decided: (usize, usize),
    /// The changes in the order of the rows, then of time.
    pub changes: Vec<Changed>,
}

/// Changes counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// How many changes.
    pub changes: usize,
    /// Words taken out and put in.
    pub words: usize,
}

impl Report {
    /// The report of a translation.
    #[must_use]
    pub fn of(project: &Project, translation: &Translation) -> Self {
        let rows = Rows::of(&project.source, translation);
        let content = translation.beads.iter().enumerate();
        let content: Vec<&Bead> =
            content.filter(|(row, _)| rows.is_content(*row)).map(|(_, bead)| bead).collect();
        let lang = translation.lang();
        let volume = |bead: &&Bead| Volume::of(&bead.target_text()).words;
        let is = |wanted: fn(&State) -> bool| {
            content.iter().filter(|bead| bead.state().is_some_and(wanted)).count()
        };
        Self {
            title: project.release.title.clone(),
            source: project.source.lang.clone(),
            target: lang.clone(),
            rows: content.len(),
            words: content.iter().map(volume).sum(),
            decided: (
                is(|state| *state == State::Approved),
                is(|state| matches!(state, State::Rejected { .. })),
            ),
            changes: content.iter().flat_map(|bead| changes(bead, lang)).collect(),
        }
    }

    /// The changes by kind, all kinds in their order.
    #[must_use]
    pub fn by_kind(&self) -> Vec<(Kind, Count)> {
        Kind::ALL.into_iter().map(|kind| (kind, self.count(|of| of.kind == kind))).collect()
    }

    /// The changes by who made them, by name.
    #[must_use]
    pub fn by_author(&self) -> Vec<(String, Count)> {
        let names: BTreeSet<&str> = self.changes.iter().map(|of| of.author.as_str()).collect();
        let counted = |name: &str| self.count(|of| of.author == name);
        names.into_iter().map(|name| (name.to_owned(), counted(name))).collect()
    }

    /// All changes.
    #[must_use]
    pub fn total(&self) -> Count {
        self.count(|_| true)
    }

    fn count(&self, wanted: impl Fn(&Changed) -> bool) -> Count {
        let found = self.changes.iter().filter(|change| wanted(change));
        found.fold(Count::default(), |count, change| Count {
            changes: count.changes + 1,
            words: count.words + change.words,
        })
    }

    /// So many of a thousand words of the target, in tenths; 0 where there are no words.
    #[must_use]
    pub const fn per_thousand_tenths(&self, words: usize) -> usize {
        match (words * 10_000 + self.words / 2).checked_div(self.words) {
            Some(tenths) => tenths,
            None => 0,
        }
    }
}

/// The changes of a row, oldest first.
fn changes(bead: &Bead, lang: &Lang) -> Vec<Changed> {
    let mut all: Vec<Former> = bead.history.clone();
    all.push(bead.as_former());
    let mut changes = Vec::new();
    for (at, former) in all.iter().enumerate() {
        let Some(next) = all.get(at + 1) else { break };
        let (before, after) = (former.target.to_text(), next.target.to_text());
        if is_decided(&former.target) && before != after && !before.is_empty() {
            changes.push(Changed {
                number: bead.number.to_string(),
                kind: Kind::of(&before, &after, lang),
                author: next.author.clone(),
                at: next.at,
                means: means(next.origin),
                of: former.author.clone(),
                words: changed_words(&before, &after),
                before,
                after,
            });
        }
    }
    changes
}

fn is_decided(target: &Target) -> bool {
    matches!(
        target,
        Target::Text { state: State::Translated | State::Approved | State::Rejected { .. }, .. }
    )
}

fn changed_words(before: &str, after: &str) -> usize {
    let spans = words(&plain(before), &plain(after));
    let changed = spans.iter().filter(|span| span.kind != SpanKind::Same);
    changed.map(|span| Volume::of(&span.text).words).sum()
}

const fn means(origin: Origin) -> &'static str {
    match origin {
        Origin::None => "",
        Origin::Typed => "typed",
        Origin::Copied => "copied",
        Origin::Match { .. } => "match",
        Origin::Aligned => "aligned",
        Origin::Propagated { .. } => "propagated",
        Origin::Imported => "imported",
    }
}

/// A line for each change.
#[must_use]
pub fn to_csv(report: &Report) -> String {
    let heads = ["row", "kind", "author", "at", "means", "text of", "words", "before", "after"];
    let mut lines = vec![heads.map(ToOwned::to_owned)];
    lines.extend(report.changes.iter().map(|change| {
        let at = change.at.map(|at| at.to_string()).unwrap_or_default();
        let Changed { number, kind, author, means, of, before, after, words, .. } = change;
        [
            number.clone(),
            kind.name().to_owned(),
            author.clone(),
            at,
            (*means).to_owned(),
            of.clone(),
            words.to_string(),
            before.clone(),
            after.clone(),
        ]
    }));
    csv::write(lines.iter().map(|line| line.iter().map(String::as_str)))
}
