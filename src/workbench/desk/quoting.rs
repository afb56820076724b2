//! The quotation guard at the desk: the quotations of the active row are sought in the
//! memories, and what was said before is kept while the row is active.

use super::Desk;
use crate::model::{BeadId, View};
use crate::workbench::Session;
use crate::workbench::quoting::{Quoted, SaidBefore, asked};

/// What is known of the active row's quotations.
#[derive(Debug, Default)]
pub(super) struct Quoting {
    /// The row, and the state of the library, that they are or were asked for.
    of: Option<(BeadId, u64)>,
    /// The number of the question while the answer is awaited.
    awaited: Option<u64>,
    found: Vec<SaidBefore>,
}

impl Desk {
    /// The quotations of the active row that were said before, as they were published.
    #[must_use]
    pub fn said_before(&self) -> &[SaidBefore] {
        let bead = self.session.as_ref().and_then(Session::active_bead).map(|bead| bead.id);
        let of = self.quoting.of.map(|(of, _)| of);
        if bead.is_some() && bead == of { &self.quoting.found } else { &[] }
    }

    /// Seeks the quotations of the active row, once.
    pub(super) fn seek_quotations(&mut self) {
        let Some(session) = &self.session else { return };
        let (row, version) = (session.row(), self.library.version());
        let is_wanted = session.view() == View::Translate && session.rows().is_content(row);
        let Some(bead) = session.active_bead().filter(|_| is_wanted) else { return };
        let of = Some((bead.id, version));
        if self.quoting.of == of {
            return;
        }
        let quotations = asked(&session.source_text(row), session.source_lang());
        let own = bead.unit.map(|stored| stored.unit);
        let langs = session.pair().ok().filter(|_| !quotations.is_empty());
        let awaited = langs.map(|langs| self.ask_quotations(Quoted { quotations, langs, own }));
        self.quoting = Quoting { of, awaited, found: Vec::new() };
    }

    /// Takes in what was said before.
    pub(super) fn take_quotations(&mut self, number: u64, found: Vec<SaidBefore>) {
        if self.quoting.awaited == Some(number) {
            self.quoting.awaited = None;
            self.quoting.found = found;
        }
    }
}
