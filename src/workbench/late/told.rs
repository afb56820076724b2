//! What a corrected source changes, row by row, for a look before it is taken.

use super::source::{Fate, Kind};
use crate::memory::{Between, Repaired, repair};
use crate::model::{Bead, BeadId, Origin, Project, RowNumber, Translation};
use crate::qa::{Cause, CheckId, Row, Sheet, Survey, Switches};
use crate::workbench::rows::Rows;

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Its source reads otherwise.
    Changed,
    /// Its source stands elsewhere, and reads as it did.
    Moved,
    /// It came in.
    New,
    /// It was gone in an earlier version, and is back with its translation.
    Back,
    /// Its source is gone.
    Gone,
}

/// A row that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// The row.
    pub bead: BeadId,
    /// Its number.
    pub number: RowNumber,
    /// What became of it.
    pub what: What,
    /// Whether a translation is reopened.
    pub is_reopened: bool,
    /// Whether it is locked: it is marked only.
    pub is_locked: bool,
    /// The source it had; empty for a new row.
    pub old: String,
    /// The source it has; empty for one that is gone.
    pub new: String,
    /// Its translation; empty for none.
    pub target: String,
    /// The translation with a changed figure, date or mark put right.
    pub repaired: Option<Repaired>,
    /// The score of the match it was taken from, which is the old source's.
    pub lost: Option<u8>,
    /// The facts that paired, and do so no longer.
    pub unpaired: Vec<Cause>,
}

/// The checks that tell facts.
const FACTS: [CheckId; 7] = [
    CheckId::Number,
    CheckId::Date,
    CheckId::Time,
    CheckId::DocumentNumber,
    CheckId::Address,
    CheckId::Name,
    CheckId::Acronym,
];

/// The rows of a translation that a change of the source touches, and how many it leaves alone.
pub(super) fn rows(
    before: &Project,
    after: &Project,
    shown: usize,
    fates: &[Fate],
) -> (Vec<RowChange>, usize) {
    let both = before.translations.get(shown).zip(after.translations.get(shown));
    let Some((old, new)) = both else { return (Vec::new(), 0) };
    let sides = Sides::of((before, old), (after, new));
    let (mut rows, mut untouched) = (Vec::new(), 0);
    for bead in &new.beads {
        match sides.row(bead, fates) {
            Some(row) => rows.push(row),
            None => untouched += 1,
        }
    }
    let known = |bead: &&Bead| old.gone.iter().all(|former| former.id != bead.id);
    rows.extend(new.gone.iter().filter(known).map(gone));
    (rows, untouched)
}

/// A translation before and after.
struct Sides<'a> {
    before: (&'a Project, &'a Translation, Rows),
    after: (&'a Project, &'a Translation, Rows),
}

impl<'a> Sides<'a> {
    fn of(
        (before, old): (&'a Project, &'a Translation),
        (after, new): (&'a Project, &'a Translation),
    ) -> Self {
        let rows = (Rows::of(&before.source, old), Rows::of(&after.source, new));
        Self { before: (before, old, rows.0), after: (after, new, rows.1) }
    }

    fn row(&self, bead: &Bead, fates: &[Fate]) -> Option<RowChange> {
        let (before, old, infos) = &self.before;
        let (after, _, rows) = &self.after;
        let new_text = rows.source_text(&after.source, bead);
        let was = old.beads.iter().find(|former| former.id == bead.id);
        let old_text = was.map_or_else(String::new, |was| infos.source_text(&before.source, was));
        let fate = bead.source.first().and_then(|id| fates.iter().find(|fate| fate.id == *id));
        let moved = fate.is_some_and(|fate| fate.moved);
        let what = match was {
            None if old.gone.iter().any(|gone| gone.id == bead.id) => What::Back,
            None => What::New,
            Some(was) if was != bead => What::Changed,
            // An open row is what it was, and has another source all the same.
            Some(_) if fate.is_some_and(|fate| fate.kind == Kind::Edited) => What::Changed,
            Some(_) if moved => What::Moved,
            Some(_) => return None,
        };
        let is_reopened = bead.flags.source_changed && !bead.flags.locked;
        let row = RowChange {
            is_reopened: is_reopened && matches!(what, What::Changed | What::New),
            target: bead.target_text(),
            ..RowChange::plain(bead, what, old_text, new_text)
        };
        Some(if what == What::Changed { self.with_facts(bead, row) } else { row })
    }

    /// The row with what became of its facts.
    fn with_facts(&self, bead: &Bead, row: RowChange) -> RowChange {
        let (project, of, _) = &self.after;
        let lang = &project.source.lang;
        let between = Between { source: lang, target: of.lang() };
        let lost = match bead.origin {
            Origin::Match { score, .. } => Some(score),
            _ => None,
        };
        let causes = |source: &str| causes(project, of, source, &row.target);
        let had = causes(&row.old);
        let unpaired = causes(&row.new).into_iter().filter(|cause| !had.contains(cause)).collect();
        let repaired = repaired(&row.new, &row.old, &row.target, between);
        RowChange { repaired, lost, unpaired, ..row }
    }
}

impl RowChange {
    fn plain(bead: &Bead, what: What, old: String, new: String) -> Self {
        Self {
            bead: bead.id,
            number: bead.number,
            what,
            is_reopened: false,
            is_locked: bead.flags.locked,
            old,
            new,
            target: String::new(),
            repaired: None,
            lost: None,
            unpaired: Vec::new(),
        }
    }
}

/// A translation whose source has changed, with what differs put right where that is certain.
pub(in crate::workbench) fn repaired(
    new: &str,
    old: &str,
    target: &str,
    between: Between<'_>,
) -> Option<Repaired> {
    if target.is_empty() || old.is_empty() { None } else { repair(new, old, target, between, &[]) }
}

fn gone(bead: &Bead) -> RowChange {
    let plain = RowChange::plain(bead, What::Gone, bead.rendered.clone(), String::new());
    RowChange { target: bead.target_text(), ..plain }
}

/// What is found about the facts of a row.
fn causes(project: &Project, of: &Translation, source: &str, target: &str) -> Vec<Cause> {
    if source.is_empty() || target.is_empty() {
        return Vec::new();
    }
    let row = Row { source: source.to_owned(), target: Some(target.to_owned()), ..Row::default() };
    let (lang, date) = (project.source.lang.clone(), project.release.date);
    let sheet = Sheet { source: lang, target: of.lang().clone(), date, rows: vec![row] };
    let found = Survey::of(&sheet).of_row(0, &Switches::only(&FACTS));
    found.into_iter().map(|finding| finding.cause).collect()
}
