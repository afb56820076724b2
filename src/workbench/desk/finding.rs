//! Replacing on the desk: what was done is told, and units that followed are saved.

use super::{Desk, Tone};
use crate::texts::t;
use crate::workbench::find::{Plan, Skipped};
use crate::workbench::session::Refused;

impl Desk {
    /// Replaces what is chosen in a plan.
    pub fn replace(&mut self, plan: &Plan) {
        let Some(session) = &mut self.session else { return };
        match session.replace(plan, &mut self.library) {
            Ok(count) => {
                let replaced = t!("finding-replaced", count = count);
                let locked = match plan.rows_skipped(Skipped::Locked) {
                    0 => String::new(),
                    rows => t!("finding-locked-left", count = rows),
                };
                self.tell(Tone::Done, replaced + &locked);
                self.save_units();
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }
}
