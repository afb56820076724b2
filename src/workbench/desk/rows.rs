//! What is done to the rows of the open release.

use super::Desk;
use super::told::Tone;
use crate::model::{SegmentId, View};
use crate::texts::t;
use crate::workbench::aligning::Correction;
use crate::workbench::links::Side;
use crate::workbench::parting::RowCut;
use crate::workbench::session::Refused;

impl Desk {
    /// Enters a row of the open release.
    pub fn enter(&mut self, row: usize) {
        let Some(session) = &mut self.session else { return };
        let entered = match session.view() {
            View::Translate => session.enter(row, &self.library),
            View::Align => {
                session.select(row);
                Ok(())
            }
        };
        self.tell_refusal(entered);
    }

    /// Takes over what was typed into the active row, inline codes among it.
    pub fn type_target(&mut self, text: &str) {
        let Some(session) = &mut self.session else { return };
        let typed = session.type_coded(text);
        self.tell_refusal(typed);
    }

    /// Accepts every guessed link from this confidence on.
    pub fn accept_from(&mut self, confidence: f32) {
        let Some(session) = &mut self.session else { return };
        match session.accept_from(confidence) {
            Ok(count) => self.tell(Tone::Done, t!("links-accepted", count = count)),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// Corrects the links about the active row.
    pub fn correct_links(&mut self, correction: Correction) {
        let Some(session) = &mut self.session else { return };
        let corrected = session.correct_links(correction, &mut self.library);
        self.tell_refusal(corrected);
        self.save_units();
    }

    /// Gives a sentence of the release another text.
    pub fn correct_sentence(&mut self, side: Side, sentence: SegmentId, text: &str) {
        let Some(session) = &mut self.session else { return };
        let corrected = session.correct_sentence(side, sentence, text, &mut self.library);
        self.tell_refusal(corrected);
        self.save_units();
    }

    /// Splits a sentence of the release after so many characters.
    pub fn split_sentence(&mut self, side: Side, sentence: SegmentId, at: usize) {
        let Some(session) = &mut self.session else { return };
        let split = session.split_sentence(side, sentence, at, &mut self.library);
        self.tell_refusal(split);
        self.save_units();
    }

    /// Splits the active row of the open release while it is translated.
    pub fn split_row(&mut self, cut: RowCut) {
        let Some(session) = &mut self.session else { return };
        let split = session.split_row(cut, &mut self.library);
        self.tell_refusal(split);
        self.save_units();
    }

    /// Offers words while typing, or no longer.
    pub(super) fn toggle_completion(&mut self) {
        let on = !self.settings.complete_words;
        self.settings.complete_words = on;
        self.save_settings();
        let text = if on {
            t!("rows-words-are-offered-while-typing")
        } else {
            t!("rows-no-words-are-offered")
        };
        self.tell(Tone::Done, text);
    }
}
