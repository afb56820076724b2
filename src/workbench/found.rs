//! What the checks found in a release, as it is asked for row by row: findings, those that
//! were dismissed, and facts with their ticks.
//!
//! It is made on the thread of [`super::checker`] and kept by the session. A finding holds
//! for the texts it was made of; each row bears their fingerprint.

use std::collections::{BTreeMap, HashMap};

use super::session::Session;
use crate::model::{BeadId, Checks, Dismissed, Fingerprint, TranslationId, texts_of_row};
use crate::qa::{FactLine, Finding, Row, Severity};

/// Findings that a list shows at most; the rest is counted, and gone through by key.
pub const LISTED: usize = 40;

/// What is found in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFound {
    /// The row.
    pub bead: BeadId,
    /// Its place among all rows when it was checked.
    pub place: usize,
    /// The texts that were checked.
    pub texts: Fingerprint,
    /// What is found, worst first.
    pub findings: Vec<Finding>,
}

/// A fact, and whether somebody compared it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TickedFact {
    /// The fact.
    pub line: FactLine,
    /// The texts of all rows it stands in.
    pub texts: Fingerprint,
    /// Whether it was compared as it is now.
    pub is_ticked: bool,
}

/// What the checks found in a translation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The translation, and the state of the session that was checked.
    pub of: Option<(TranslationId, u64)>,
    /// The rows with findings, by their place in the sheet.
    rows: BTreeMap<usize, RowFound>,
    /// The place in the sheet, and among all rows, of every row that was checked.
    places: HashMap<BeadId, (usize, usize)>,
    /// The row at each place of the sheet.
    beads: Vec<BeadId>,
    counts: [usize; 3],
    /// The worst findings: the row's place in the sheet, and the finding's in the row.
    listed: Vec<(usize, usize)>,
    /// Findings that somebody said are no fault.
    pub dismissed: Vec<(BeadId, Finding)>,
    /// The facts, those without a counterpart first.
    pub facts: Vec<TickedFact>,
}

impl Found {
    /// Nothing is found yet in rows that stand at these places among all rows.
    #[must_use]
    pub fn of(of: (TranslationId, u64), beads: Vec<BeadId>, places: &[usize]) -> Self {
        let both = beads.iter().zip(places).enumerate();
        let places = both.map(|(at, (bead, place))| (*bead, (at, *place))).collect();
        Self { of: Some(of), beads, places, ..Self::default() }
    }

    /// Puts in what is found in rows, in the place of what was found there before.
    pub fn put(&mut self, rows: impl IntoIterator<Item = RowFound>) {
        for mut row in rows {
            let Some((at, place)) = self.places.get(&row.bead).copied() else { continue };
            row.findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
            row.place = place;
            self.rows.insert(at, row);
        }
        self.rows.retain(|_, row| !row.findings.is_empty());
        self.count();
    }

    /// Takes a finding of a row out.
    pub fn take_out(&mut self, bead: BeadId, finding: &Finding) {
        let Some((at, _)) = self.places.get(&bead) else { return };
        if let Some(row) = self.rows.get_mut(at) {
            row.findings.retain(|known| known != finding);
        }
        self.put([]);
    }

    fn count(&mut self) {
        self.counts = [0; 3];
        let mut worst: [Vec<(usize, usize)>; 3] = Default::default();
        for (at, row) in &self.rows {
            for (place, finding) in row.findings.iter().enumerate() {
                let rank = rank(finding.severity);
                self.counts[rank] += 1;
                if worst[rank].len() < LISTED {
                    worst[rank].push((*at, place));
                }
            }
        }
        self.listed = worst.into_iter().rev().flatten().take(LISTED).collect();
    }

    /// What is found in a row; `None` for nothing.
    #[must_use]
    pub fn row(&self, bead: BeadId) -> Option<&RowFound> {
        self.rows.get(&self.places.get(&bead)?.0)
    }

    /// The findings of a row, worst first.
    #[must_use]
    pub fn of_row(&self, bead: BeadId) -> &[Finding] {
        self.row(bead).map_or(&[], |row| &row.findings)
    }

    /// How bad the worst finding of a row is.
    #[must_use]
    pub fn worst(&self, bead: BeadId) -> Option<Severity> {
        self.of_row(bead).first().map(|finding| finding.severity)
    }

    /// How many findings are so bad.
    #[must_use]
    pub const fn count_of(&self, severity: Severity) -> usize {
        self.counts[rank(severity)]
    }

    /// How many findings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether nothing is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows with findings, in order.
    pub fn rows(&self) -> impl Iterator<Item = &RowFound> {
        self.rows.values()
    }

    /// The worst findings with their rows, errors first, [`LISTED`] at most.
    pub fn listed(&self) -> impl Iterator<Item = (&RowFound, &Finding)> {
        let one = |(at, place): &(usize, usize)| {
            let row = self.rows.get(at)?;
            Some((row, row.findings.get(*place)?))
        };
        self.listed.iter().filter_map(one)
    }

    /// The row at a place of the sheet.
    #[must_use]
    pub fn bead_at(&self, at: usize) -> Option<BeadId> {
        self.beads.get(at).copied()
    }

    /// The place of a row among all rows of the session, wherever it stands by now.
    #[must_use]
    pub fn place_of(&self, session: &Session, bead: BeadId) -> Option<usize> {
        let known = self.places.get(&bead).map(|(_, place)| *place);
        let stands = |place: &usize| session.beads().get(*place).is_some_and(|b| b.id == bead);
        known.filter(stands).or_else(|| session.translation()?.row_of(bead))
    }
}

const fn rank(severity: Severity) -> usize {
    match severity {
        Severity::Info => 0,
        Severity::Warning => 1,
        Severity::Error => 2,
    }
}

/// The fingerprint of a row's texts.
#[must_use]
pub fn print_of(row: &Row) -> Fingerprint {
    Fingerprint::of(&texts_of_row(&row.source, row.target.as_deref().unwrap_or_default()))
}

/// The findings that were dismissed, as they are looked up.
#[derive(Debug, Clone, Default)]
pub struct Dismissals(HashMap<(BeadId, String, String), Fingerprint>);

impl Dismissals {
    /// Those of a release.
    #[must_use]
    pub fn of(checks: &Checks) -> Self {
        let one = |of: &Dismissed| ((of.row, of.check.clone(), of.finding.clone()), of.texts);
        Self(checks.dismissed.iter().map(one).collect())
    }

    /// Whether a finding in a row of these texts is one that was dismissed.
    #[must_use]
    pub fn has(&self, bead: BeadId, texts: Fingerprint, finding: &Finding) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let key = (bead, finding.check.name().to_owned(), finding.cause.to_string());
        self.0.get(&key) == Some(&texts)
    }
}
