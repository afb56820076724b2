//! Typing a text with codes in it, and the next code that a target lacks.

use super::character::{self, parted};
use crate::model::{Patch, Target};
use crate::workbench::session::{Refused, Session, TYPING};
use crate::workbench::translating::begins_word;

impl Session {
    /// Puts the text typed so far into the active row, with the codes that stand in it as
    /// characters of [`character`]: a code that is not in it is gone from the target.
    ///
    /// # Errors
    /// The row is locked or not content.
    pub fn type_coded(&mut self, coded: &str) -> Result<(), Refused> {
        let codes = self.codes(self.row);
        let (text, put) = parted(coded, codes.len());
        if codes.is_empty() {
            return self.type_target(&text);
        }
        let bead = self.editable()?;
        let (before, known) = codes.in_target(bead);
        if before == text && known == put && !bead.target.is_open() {
            return Ok(());
        }
        let bead = bead.clone();
        let is_step = known.len() != put.len();
        if is_step {
            // A code put in or taken out is undone by itself.
            self.end_typing();
        }
        let mut typed = self.typed_into(&bead, &text);
        if typed.target.is_open() && !put.is_empty() {
            // Codes alone: the text is still to come.
            typed.target = Target::draft("", bead.number, self.env.ids());
        }
        codes.set(&mut typed.target, &put);
        let (id, begins) = (typed.id, begins_word(&before, &text));
        let change = self.exchange(self.row, typed)?;
        self.carry_out_typing(id, Patch::of_changes(TYPING, vec![change]), begins)?;
        if is_step {
            self.end_typing();
        }
        Ok(())
    }

    /// The first code of the active row's source that `coded` lacks, as a character.
    #[must_use]
    pub fn next_code(&self, coded: &str) -> Option<char> {
        let codes = self.codes(self.row);
        let bead = self.active_bead()?;
        let (_, source) = codes.in_source(&self.project, &self.rows, bead);
        let own = source.iter().filter(|put| codes.get(put.place).is_some_and(|code| code.is_own));
        let mut characters = own.filter_map(|put| character::of(put.place));
        characters.find(|character| !coded.contains(*character))
    }
}
