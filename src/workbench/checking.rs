//! The checks on releases: the rows of a translation as the checks want them.
//!
//! Page chrome and lines in another language are left out, as everywhere. What the window
//! and the command line share of `qa`.

use super::rows::Rows;
use crate::model::{Bead, BeadId, Concept, Project, Tag, Target, Translation};
use crate::qa::{Finding, Row, Sheet, Survey, Switches};
use crate::terms::TermPair;

/// The rows of a translation that are checked, and which bead each is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The rows.
    pub sheet: Sheet,
    /// The bead of each row.
    pub beads: Vec<BeadId>,
}

impl Checked {
    /// The rows of a translation that are content.
    #[must_use]
    pub fn of(project: &Project, translation: &Translation) -> Self {
        let infos = Rows::of(&project.source, translation);
        let content = translation.beads.iter().zip(infos.infos()).filter(|(_, info)| info.content);
        let (mut rows, mut beads) = (Vec::new(), Vec::new());
        for (bead, info) in content {
            let source = infos.source_text(&project.source, bead);
            let target = matches!(bead.target, Target::Text { .. }).then(|| bead.target_text());
            rows.push(Row {
                number: Some(bead.number),
                role: info.role,
                open: matches!(bead.target, Target::Open) && !source.trim().is_empty(),
                source_tags: source_tags(project, bead),
                target_tags: bead
                    .target
                    .segments()
                    .iter()
                    .flat_map(|s| s.segment.tags.clone())
                    .collect(),
                source,
                target,
            });
            beads.push(bead.id);
        }
        let (source, target) = (project.source.lang.clone(), translation.lang().clone());
        Self { sheet: Sheet { source, target, date: project.release.date, rows }, beads }
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

/// The tags of a bead's source segments.
fn source_tags(project: &Project, bead: &Bead) -> Vec<Tag> {
    let segments = bead.source.iter().filter_map(|id| project.segment(*id));
    segments.flat_map(|segment| segment.tags.clone()).collect()
}

/// The terms of a sheet's languages that hold on its day for a house; `None` without concepts.
#[must_use]
pub fn term_pair(sheet: &Sheet, concepts: &[Concept], issuer: &str) -> Option<TermPair> {
    let langs = (&sheet.source, &sheet.target);
    let some = !concepts.is_empty();
    some.then(|| TermPair::of(concepts.to_vec(), langs, sheet.date, issuer))
}
