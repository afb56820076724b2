//! The checks on releases: the rows of a translation as the checks want them.
//!
//! Page chrome and lines in another language are left out, as everywhere. What the window
//! and the command line share of `qa`.

use super::found::{Dismissals, print_of};
use super::rows::{Rows, joint};
use crate::model::{
    Bead, BeadId, Checks, Concept, Document, Project, SegmentId, Tag, Target, Translation,
};
use crate::qa::{FactLine, Finding, Row, Sheet, Survey, Switches};
use crate::terms::TermPair;

/// The rows of a translation that are checked, and which bead each is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The rows.
    pub sheet: Sheet,
    /// The bead of each row.
    pub beads: Vec<BeadId>,
    /// The place of each among all rows.
    pub places: Vec<usize>,
}

impl Checked {
    /// The rows of a translation that are content.
    #[must_use]
    pub fn of(project: &Project, translation: &Translation) -> Self {
        let infos = Rows::of(&project.source, translation);
        let mut checked = Self::without_rows(project, translation);
        for (place, bead) in translation.beads.iter().enumerate() {
            checked.add(&project.source, &infos, (place, bead));
        }
        checked
    }

    /// The languages and the day of a translation, whose rows are still to be added.
    #[must_use]
    pub fn without_rows(project: &Project, translation: &Translation) -> Self {
        let (source, target) = (project.source.lang.clone(), translation.lang().clone());
        let sheet = Sheet { source, target, date: project.release.date, rows: Vec::new() };
        Self { sheet, beads: Vec::new(), places: Vec::new() }
    }

    /// Adds a row at its place among all rows, where it is content.
    pub fn add(&mut self, source: &Document, rows: &Rows, (place, bead): (usize, &Bead)) {
        if let Some(row) = row(source, rows, (place, bead)) {
            self.sheet.rows.push(row);
            self.beads.push(bead.id);
            self.places.push(place);
        }
    }

    /// The rows with their beads.
    pub fn rows(&self) -> impl Iterator<Item = (BeadId, &Row)> {
        self.beads.iter().copied().zip(&self.sheet.rows)
    }

    /// The facts of both sides, paired by value.
    #[must_use]
    pub fn facts(&self) -> Vec<FactLine> {
        Survey::of(&self.sheet).facts()
    }

    /// The findings that nobody said are no fault.
    #[must_use]
    pub fn without_dismissed(&self, mut findings: Vec<Finding>, said: &Checks) -> Vec<Finding> {
        let dismissals = Dismissals::of(said);
        findings.retain(|finding| {
            let (row, bead) = (self.sheet.rows.get(finding.row), self.beads.get(finding.row));
            let is_dismissed =
                |(row, bead): (&Row, &BeadId)| dismissals.has(*bead, print_of(row), finding);
            !row.zip(bead).is_some_and(is_dismissed)
        });
        findings
    }

    /// What is found in them, by the terms of `concepts` too.
    #[must_use]
    pub fn findings(
        &self,
        concepts: &[Concept],
        issuer: &str,
        switches: &Switches,
    ) -> Vec<Finding> {
        let terms = term_pair(&self.sheet, concepts, issuer);
        Survey::with_terms(&self.sheet, terms.as_ref()).findings(switches)
    }
}

/// A row as the checks want it; `None` where it is not content.
#[must_use]
pub fn row(document: &Document, rows: &Rows, (place, bead): (usize, &Bead)) -> Option<Row> {
    let info = rows.get(place).filter(|info| info.content)?;
    let source = rows.source_text(document, bead);
    let target = matches!(bead.target, Target::Text { .. }).then(|| bead.target_text());
    Some(Row {
        number: Some(bead.number),
        role: info.role,
        open: matches!(bead.target, Target::Open) && !source.trim().is_empty(),
        source_tags: source_tags(document, rows, bead),
        target_tags: target_tags(bead),
        source,
        target,
    })
}

/// The tags of a bead's source, at their places in the row's text.
fn source_tags(document: &Document, rows: &Rows, bead: &Bead) -> Vec<Tag> {
    let (mut tags, mut start) = (Vec::new(), 0);
    let segment = |id: &SegmentId| {
        let (block, segment) = rows.place(*id)?;
        document.blocks.get(block)?.segments.get(segment)
    };
    for segment in bead.source.iter().filter_map(segment) {
        tags.extend(moved(&segment.tags, start));
        let joint = joint(&segment.after, &document.lang);
        start += segment.text.chars().count() + joint.chars().count();
    }
    tags
}

/// The tags of a bead's target, at their places in the row's text.
fn target_tags(bead: &Bead) -> Vec<Tag> {
    let text = bead.target.to_text();
    let scalars = |end: usize| text.get(..end).map_or(0, |head| head.chars().count());
    let segments = bead.target.segments().iter().zip(bead.target.places());
    segments.flat_map(|(of, place)| moved(&of.segment.tags, scalars(place.start))).collect()
}

/// Tags of a piece that begins at a character of the whole.
fn moved(tags: &[Tag], start: usize) -> impl Iterator<Item = Tag> {
    tags.iter().map(move |tag| Tag { at: tag.at + start, id: tag.id.clone() })
}

/// The terms of a sheet's languages that hold on its day for a house; `None` without concepts.
#[must_use]
pub fn term_pair(sheet: &Sheet, concepts: &[Concept], issuer: &str) -> Option<TermPair> {
    let langs = (&sheet.source, &sheet.target);
    let some = !concepts.is_empty();
    some.then(|| TermPair::of(concepts.to_vec(), langs, sheet.date, issuer))
}
