//! What the rows are, said by a person: another role, and whether rows that are not
//! content count.

use super::rows::Rows;
use super::session::{Refused, Session};
use crate::model::{Block, Change, Document, Patch, Role, Splice};
use crate::release::{facts, house};
use crate::texts::t;

/// The name of the patch, as the undo menu shows it.
pub const CHANGE_ROLE: &str = "change role";

/// A line that got another role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleStep {
    /// The line.
    pub text: String,
    /// What it was.
    pub before: Role,
    /// What it became.
    pub after: Role,
}

impl Session {
    /// The role of the active row's block.
    #[must_use]
    pub fn active_role(&self) -> Option<Role> {
        self.rows().get(self.row()).map(|info| info.role)
    }

    /// Gives the active row's block another role: the source's block, and the target's where it
    /// had the same one. The release's number, title, date and issuer follow.
    ///
    /// # Errors
    /// There is no row, or it has that role already.
    pub fn change_role(&mut self, role: Role) -> Result<Vec<RoleStep>, Refused> {
        let info = *self.rows().get(self.row()).ok_or(t!("there-is-no-row"))?;
        let source = info.source.and_then(|(at, _)| self.source().blocks.get(at).map(|b| (at, b)));
        let old = source.map_or(info.role, |(_, block)| block.role);
        let mut changes = Vec::new();
        if let Some((at, _)) = source {
            changes.extend(exchange(self.source(), at, role));
        }
        let target = self.translation().zip(info.target_block);
        if let Some((translation, at)) = target {
            let same = translation.document.blocks.get(at).is_some_and(|block| block.role == old);
            if same || source.is_none() {
                changes.extend(exchange(&translation.document, at, role));
            }
        }
        if changes.is_empty() {
            return Err(t!("roles-the-row-is-already", role = role.name()).into());
        }
        changes.extend(source.and_then(|(at, _)| self.facts_with(at, role)));
        let patch = Patch::of_changes(CHANGE_ROLE, changes);
        let steps = self.role_steps(&patch);
        self.carry_out(patch, Vec::new())?;
        Ok(steps)
    }

    /// The facts of the release as they follow from a block's new role; those that somebody
    /// typed stay.
    fn facts_with(&self, at: usize, role: Role) -> Option<Change> {
        let mut document = self.source().clone();
        let before = facts::of(&document);
        let block = document.blocks.get_mut(at)?;
        *block = house::with_role(block, role);
        let after = facts::of(&document);
        let old = &self.project().release;
        let mut new = old.clone();
        follow(&mut new.number, &before.number, after.number);
        follow(&mut new.title, &before.title, after.title);
        follow(&mut new.date, &before.date, after.date);
        follow(&mut new.issuer, &before.issuer, after.issuer);
        (new != *old)
            .then(|| Change::Release { before: Box::new(old.clone()), after: Box::new(new) })
    }

    /// The lines to which a patch gives another role.
    #[must_use]
    pub fn role_steps(&self, patch: &Patch) -> Vec<RoleStep> {
        let mut steps = Vec::new();
        for change in &patch.changes {
            let Change::Blocks { splice, .. } = change else { continue };
            for (before, after) in splice.before.iter().zip(&splice.after) {
                if before.id == after.id && before.role != after.role {
                    let text = self.block_text(after);
                    steps.push(RoleStep { text, before: before.role, after: after.role });
                }
            }
        }
        steps.retain(|step| !step.text.is_empty());
        steps
    }

    /// The text of a block; that of a target block stands in the rows.
    fn block_text(&self, block: &Block) -> String {
        let own = block.segments.iter();
        let of_rows = self.beads().iter().flat_map(|bead| bead.target.segments());
        let of_rows = of_rows.filter(|s| s.block == Some(block.id)).map(|s| &s.segment);
        own.chain(of_rows).flat_map(|s| [s.text.as_str(), s.after.as_str()]).collect()
    }

    /// Whether rows that are not content are shown, counted, translated, stored and exported
    /// like the others.
    #[must_use]
    pub const fn includes_not_content(&self) -> bool {
        self.habits.include_not_content
    }

    /// Switches whether rows that are not content count; what holds now.
    pub fn switch_not_content(&mut self) -> bool {
        self.habits.include_not_content = !self.habits.include_not_content;
        self.refresh();
        self.habits.include_not_content
    }

    /// The rows of the project, all content where the switch says so.
    pub(super) fn derived_rows(&self) -> Rows {
        let translation = self.translation();
        let rows = translation.map_or_else(Rows::default, |t| Rows::of(self.source(), t));
        if self.habits.include_not_content { rows.all_content() } else { rows }
    }
}

/// The change that gives a block of a document another role; `None` where it changes nothing.
fn exchange(document: &Document, at: usize, role: Role) -> Option<Change> {
    let block = document.blocks.get(at)?;
    let after = house::with_role(block, role);
    if after == *block {
        return None;
    }
    let follows = at.checked_sub(1).and_then(|at| document.blocks.get(at)).map(|block| block.id);
    let splice = Splice { follows, before: vec![block.clone()], after: vec![after] };
    Some(Change::Blocks { of: document.id, splice })
}

/// Sets a fact that was what the text said to what the text says now.
fn follow<T: PartialEq>(fact: &mut T, said: &T, says: T) {
    if fact == said {
        *fact = says;
    }
}
