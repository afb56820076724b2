//! Replacing on the desk: what was done is told, and units that followed are saved.

use super::{Desk, Tone};
use crate::workbench::find::{Plan, Skipped};
use crate::workbench::session::Refused;

impl Desk {
    /// Replaces what is chosen in a plan.
    pub fn replace(&mut self, plan: &Plan) {
        let Some(session) = &mut self.session else { return };
        match session.replace(plan, &mut self.library) {
            Ok(count) => {
                let hits = if count == 1 { "1 hit" } else { &format!("{count} hits") };
                let locked = match plan.rows_skipped(Skipped::Locked) {
                    0 => String::new(),
                    1 => "; 1 locked row was left".to_owned(),
                    rows => format!("; {rows} locked rows were left"),
                };
                self.tell(Tone::Done, format!("{hits} replaced{locked}"));
                self.save_units();
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }
}
