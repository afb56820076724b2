//! A sentence of the source corrected by hand while the release is translated: a version of the
//! source too.

use super::rows::reopen;
use super::version;
use crate::model::{Change, DocumentId, Patch, SegmentId};
use crate::texts::t;
use crate::workbench::links::{Side, sentences};
use crate::workbench::rows::Rows;
use crate::workbench::session::{Refused, Session};

impl Session {
    /// Gives a sentence of the source another text, as a version of the source; the rows that
    /// hold it are reopened.
    pub(in crate::workbench) fn correct_source(
        &mut self,
        sentence: SegmentId,
        text: &str,
    ) -> Result<(), Refused> {
        let correction = sentences::correct(&self.project, self.at, Side::Source, sentence, text)?;
        let mut corrected = self.project.clone();
        let patch = Patch::of_changes("", correction);
        patch.apply(&mut corrected).map_err(|error| Refused(error.to_string()))?;
        let mut source = corrected.source;
        source.id = DocumentId::fresh(self.env.ids());
        source.received = self.env.now();
        let mut changes = version(&self.project, source);
        for of in &self.project.translations {
            let rows = Rows::of(&self.project.source, of);
            for (row, bead) in of.beads.iter().enumerate() {
                if bead.source.contains(&sentence) && !bead.target.is_open() {
                    let mut bead = bead.clone();
                    let rendered = rows.source_text(&self.project.source, &bead);
                    reopen(&mut bead, &rendered);
                    changes.push(Change::bead(of, row, bead).ok_or(t!("there-is-no-such-row"))?);
                }
            }
        }
        self.carry_out(Patch::of_changes("correct sentence", changes), Vec::new())
    }
}
