//! Answering for a translation, and whether it is still what was signed.
//!
//! What is signed is the text that goes out: the language's tag, then the target of each row
//! that is content, in order, a row a line, as UTF-8 with `\n`. Its SHA-256 (FIPS 180-4) is
//! kept with the name and the time. Whether the text has changed since is never stored: it is
//! seen by making the hash anew. Left out: signatures that prove who signed.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::duties::Act;
use crate::model::{Patch, Project, SignOff, State, Target, Timestamp, Translation, TranslationId};
use crate::texts::t;
use crate::workbench::rows::Rows;
use crate::workbench::session::{Refused, Session};

/// A sign-off beside the text as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Who signed last.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Whether the text is another one now.
    pub changed_since: bool,
}

/// The hash of a translation's text, as 64 hexadecimal digits.
#[must_use]
pub fn hash(project: &Project, translation: &Translation) -> String {
    let mut hash = Sha256::new();
    hash.update(translation.lang().as_str().as_bytes());
    hash.update(b"\n");
    for row in content(project, translation) {
        if let Some(bead) = translation.beads.get(row) {
            hash.update(bead.target_text().as_bytes());
        }
        hash.update(b"\n");
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // A string takes whatever is written.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The last sign-off of a translation, and whether its text has changed since.
#[must_use]
pub fn signed(project: &Project, translation: TranslationId) -> Option<Signed> {
    let of = |sign_off: &&SignOff| sign_off.translation == translation;
    let last = project.review.sign_offs.iter().rfind(of)?;
    let found = project.translations.iter().find(|of| of.id == translation);
    let changed_since = found.is_none_or(|of| hash(project, of) != last.hash);
    Some(Signed { name: last.name.clone(), at: last.at, changed_since })
}

fn content(project: &Project, translation: &Translation) -> Vec<usize> {
    let rows = Rows::of(&project.source, translation);
    (0..translation.beads.len()).filter(|row| rows.is_content(*row)).collect()
}

impl Session {
    /// Signs the translation that is shown; gives the hash of its text.
    ///
    /// # Errors
    /// A row is not approved, or copies are in conflict, each named; or this person may not.
    pub fn sign(&mut self) -> Result<String, Refused> {
        self.may(Act::Sign)?;
        let translation = self.translation().ok_or(t!("there-is-no-translation"))?;
        let not_approved = content(self.project(), translation).into_iter().find(|row| {
            let bead = translation.beads.get(*row);
            bead.is_some_and(|bead| match &bead.target {
                Target::Open => true,
                Target::Text { state, .. } | Target::LeftOut { state, .. } => {
                    *state != State::Approved
                }
            })
        });
        if let Some(bead) = not_approved.and_then(|row| translation.beads.get(row)) {
            let row = bead.number.to_string();
            return Err(t!("signing-a-row-is-not-approved", row = row).into());
        }
        let conflicts = self.project().review.conflicts.len();
        if conflicts > 0 {
            return Err(t!("signing-conflicts-first", count = conflicts).into());
        }
        let (translation, hash) = (translation.id, hash(self.project(), translation));
        let (name, at) = (self.author().to_owned(), self.env.now());
        let mut review = self.project().review.clone();
        review.sign_offs.push(SignOff { translation, name, at, hash: hash.clone() });
        let change = self.review_change(review);
        self.carry_out(Patch::of_changes("sign translation", vec![change]), Vec::new())?;
        Ok(hash)
    }

    /// Who signed the translation that is shown, and whether it has changed since.
    #[must_use]
    pub fn signed(&self) -> Option<Signed> {
        signed(self.project(), self.translation()?.id)
    }
}
