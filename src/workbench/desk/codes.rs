//! Rows confirmed without the codes of their source are told.

use super::Desk;
use super::told::Tone;
use crate::model::BeadId;
use crate::texts::t;
use crate::workbench::command::Command;
use crate::workbench::session::Session;

impl Desk {
    /// Confirms the active row, and tells where it has not the codes of its source.
    pub(super) fn confirm_telling_codes(&mut self, command: Command) {
        let bead = self.session.as_ref().and_then(Session::active_bead).map(|bead| bead.id);
        self.run_in_session(command);
        if let Some(bead) = bead {
            self.tell_codes(bead);
        }
    }

    fn tell_codes(&mut self, bead: BeadId) {
        let Some(session) = &self.session else { return };
        let Some(row) = session.translation().and_then(|of| of.row_of(bead)) else { return };
        if session.code_fault(row).is_none() {
            return;
        }
        let number = session.beads().get(row).map(|bead| bead.number.to_string());
        let number = number.unwrap_or_default();
        self.tell(Tone::Notice, t!("codes-row-lacks-some", number = number));
    }
}
