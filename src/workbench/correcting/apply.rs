//! What becomes of a text, and of a release's rows.

use std::ops::Range;

use super::wrong::Form;
use super::{Place, Spot};
use crate::model::{Bead, BeadId, Change, Patch, Project, Timestamp, TranslationId};
use crate::texts::t;
use crate::workbench::find::in_case_of;
use crate::workbench::translating::remember;

/// The name of the step, as patches are named.
pub const CORRECT: &str = "correct everywhere";

/// A row's text as it was and as it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewText {
    /// The translation.
    pub translation: TranslationId,
    /// The row.
    pub bead: BeadId,
    /// As it was.
    pub before: String,
    /// As it becomes.
    pub after: String,
}

impl NewText {
    /// The new text of a row; `None` for a unit.
    #[must_use]
    pub fn of(spot: &Spot, after: String) -> Option<Self> {
        let Place::Row { translation, bead, .. } = spot.place else { return None };
        Some(Self { translation, bead, before: spot.text.clone(), after })
    }
}

/// A text as it becomes, and what was exchanged in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edited {
    /// The text.
    pub text: String,
    /// Stretches of the former text with the length of what took their place, in characters.
    exchanged: Vec<(Range<usize>, usize)>,
}

impl Edited {
    /// Where a place of the former text is now, in characters: one within what was exchanged
    /// stays within it.
    #[must_use]
    pub fn moved(&self, at: usize) -> usize {
        let (mut now, mut grown) = (at, 0_isize);
        for (range, length) in self.exchanged.iter().filter(|(range, _)| range.start < at) {
            let within = at.min(range.end) - range.start;
            let start = range.start.saturating_add_signed(grown);
            grown += length.cast_signed() - range.len().cast_signed();
            now = if at < range.end {
                start + within.min(*length)
            } else {
                at.saturating_add_signed(grown)
            };
        }
        now
    }
}

/// A text with every form that is chosen exchanged.
#[must_use]
pub fn corrected(spot: &Spot, forms: &[Form], keep_case: bool) -> Edited {
    let text = &spot.text;
    let (mut made, mut at) = (Edited::default(), 0);
    for (range, number) in &spot.hits {
        let form = forms.get(*number).filter(|form| form.is_ready());
        let (Some(form), Some(hit)) = (form, text.get(range.clone())) else { continue };
        if range.start < at || is_right_already(text, range.start, hit, &form.right) {
            continue;
        }
        made.text.push_str(text.get(at..range.start).unwrap_or_default());
        // What is written as it was looked for is not in capitals for its place.
        let new = if keep_case && hit != form.found {
            in_case_of(hit, &form.right)
        } else {
            form.right.clone()
        };
        let start = text.get(..range.start).map_or(0, |head| head.chars().count());
        let old = start..start + hit.chars().count();
        made.exchanged.push((old, new.chars().count()));
        made.text.push_str(&new);
        at = range.end;
    }
    made.text.push_str(text.get(at..).unwrap_or_default());
    made
}

/// Whether a hit is part of the right form as it stands: "Secretary" in "Secretary of State".
fn is_right_already(text: &str, start: usize, hit: &str, right: &str) -> bool {
    right.match_indices(hit).any(|(before, _)| {
        let from = start.checked_sub(before);
        from.and_then(|from| text.get(from..)).is_some_and(|rest| rest.starts_with(right))
    })
}

/// The patch that gives rows of a release their new texts. States stay: it is a correction of
/// what was said, in the memories as well; a confirmed text is kept among the former ones.
///
/// # Errors
/// A row is not there any more, or has another text by now.
pub fn patch(
    project: &Project,
    texts: &[NewText],
    (author, now): (&str, Timestamp),
) -> Result<Patch, String> {
    let mut changes = Vec::with_capacity(texts.len());
    for text in texts {
        let translation = project.translations.iter().find(|of| of.id == text.translation);
        let row = translation.and_then(|of| Some((of, of.row_of(text.bead)?)));
        let change = row.and_then(|(of, row)| {
            let bead = of.beads.get(row)?;
            let after = with_text(bead, text, author, now)?;
            Change::bead(of, row, after)
        });
        changes.push(change.ok_or_else(|| t!("wide-it-has-changed").to_owned())?);
    }
    Ok(Patch::of_changes(CORRECT, changes))
}

fn with_text(bead: &Bead, text: &NewText, author: &str, now: Timestamp) -> Option<Bead> {
    if bead.flags.locked || bead.target_text() != text.before {
        return None;
    }
    let mut after = bead.clone();
    remember(&mut after, author);
    after.target = bead.target.with_text(&text.after)?;
    author.clone_into(&mut after.author);
    after.changed = Some(now);
    Some(after)
}
