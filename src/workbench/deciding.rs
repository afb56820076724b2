//! What a person says of the checks of the open release: a finding is no fault, or is mended;
//! a fact was compared; a check is off; the release goes out all the same.
//!
//! Each is one step of undo and stands in the project ([`Checks`]). A decision is of the texts
//! that were checked: where a row was changed since, nothing is decided.

use std::collections::HashSet;

use super::found::{RowFound, TickedFact, print_of};
use super::session::{Refused, Session};
use super::{checks, found::Found};
use crate::model::{BeadId, Change, Checks, Dismissed, Grade, Overridden, Patch, Switched, Ticked};
use crate::qa::{CheckId, Finding, Fix};
use crate::texts::t;

impl Session {
    /// What the checks found last.
    #[must_use]
    pub const fn found(&self) -> &Found {
        &self.found
    }

    /// Takes over what was found in the release, unless another translation is shown by now;
    /// what is not needed any more.
    pub(super) fn put_found(&mut self, found: Found) -> Found {
        let shown = self.translation().map(|translation| translation.id);
        if found.of.map(|(of, _)| of) != shown {
            return found;
        }
        self.findings += 1;
        std::mem::replace(&mut self.found, found)
    }

    /// Takes over what was found in a row.
    pub(super) fn put_found_in_row(&mut self, row: RowFound) {
        self.found.put([row]);
        self.findings += 1;
    }

    /// The finding of the active row that keys are about: the one that was gone to, else the
    /// worst.
    #[must_use]
    pub fn finding_at_hand(&self) -> Option<(&RowFound, &Finding)> {
        let row = self.found.row(self.active_bead()?.id)?;
        let place = self.hand.filter(|(bead, _)| *bead == row.bead).map_or(0, |(_, place)| place);
        Some((row, row.findings.get(place).or_else(|| row.findings.first())?))
    }

    /// Makes a finding of a row the one that keys are about.
    pub fn take_in_hand(&mut self, bead: BeadId, finding: &Finding) {
        let place = self.found.of_row(bead).iter().position(|known| known == finding);
        self.hand = place.map(|place| (bead, place));
    }

    /// The finding of the active row behind the one at hand.
    #[must_use]
    pub fn next_in_row(&self) -> Option<(BeadId, Finding)> {
        let (row, finding) = self.finding_at_hand()?;
        let at = row.findings.iter().position(|known| known == finding)?;
        Some((row.bead, row.findings.get(at + 1)?.clone()))
    }

    /// What people said of the checks.
    #[must_use]
    pub const fn said_of_checks(&self) -> &Checks {
        &self.project.checks
    }

    /// Whether what was found last is of the release as it is now.
    #[must_use]
    pub fn is_checked(&self) -> bool {
        let of = self.translation().map(|translation| (translation.id, self.version()));
        of.is_some() && self.found.of == of
    }

    /// Whether a row is still the one that was checked.
    fn is_as_checked(&self, row: &RowFound) -> bool {
        let place = self.found.place_of(self, row.bead);
        let now = place.and_then(|place| {
            let bead = self.beads().get(place)?;
            checks::row(&self.project.source, &self.rows, (place, bead))
        });
        now.is_some_and(|now| print_of(&now) == row.texts)
    }

    fn checked_row(&self, bead: BeadId) -> Result<&RowFound, Refused> {
        let row = self.found.row(bead).ok_or(t!("deciding-no-finding"))?;
        if self.is_as_checked(row) { Ok(row) } else { Err(t!("deciding-being-checked").into()) }
    }

    /// Says that a finding is no fault, until the row's texts change.
    ///
    /// # Errors
    /// The row has changed since it was checked, or the release is open to be read.
    pub fn dismiss(&mut self, bead: BeadId, finding: &Finding) -> Result<(), Refused> {
        let texts = self.checked_row(bead)?.texts;
        let mut after = self.project.checks.clone();
        let check = finding.check.name().to_owned();
        let (said, at) = (finding.cause.to_string(), self.env.now());
        let is_same = |of: &Dismissed| of.row == bead && of.check == check && of.finding == said;
        after.dismissed.retain(|of| !is_same(of));
        let author = self.env.author.clone();
        after.dismissed.push(Dismissed { row: bead, check, finding: said, texts, author, at });
        self.say_of_checks("dismiss finding", after)?;
        self.found.take_out(bead, finding);
        self.findings += 1;
        self.found.dismissed.push((bead, finding.clone()));
        Ok(())
    }

    /// Takes a dismissal back: the finding is told again.
    ///
    /// # Errors
    /// The release is open to be read.
    pub fn take_back_dismissal(&mut self, dismissed: &Dismissed) -> Result<(), Refused> {
        let mut after = self.project.checks.clone();
        after.dismissed.retain(|of| of != dismissed);
        self.say_of_checks("take dismissal back", after)
    }

    /// Mends a finding by its fix, as one step.
    ///
    /// # Errors
    /// It has none, the row has changed since it was checked, is locked or not content.
    pub fn mend(&mut self, bead: BeadId, finding: &Finding) -> Result<(), Refused> {
        self.checked_row(bead)?;
        let fix = finding.fix.as_ref().ok_or(t!("deciding-no-fix"))?;
        let place = self.found.place_of(self, bead).ok_or(t!("there-is-no-such-row"))?;
        self.select(place);
        let before = self.editable()?.clone();
        let text = mended(&before.target_text(), fix);
        let after = self.typed_into(&before, &text);
        let change = self.exchange(place, after)?;
        self.carry_out(Patch::of_changes("mend finding", vec![change]), Vec::new())?;
        self.found.take_out(bead, finding);
        self.findings += 1;
        Ok(())
    }

    /// Ticks facts off, or takes their ticks back, as one step.
    ///
    /// # Errors
    /// The release is open to be read, or there is no translation.
    pub fn tick(&mut self, facts: &[TickedFact], on: bool) -> Result<(), Refused> {
        let of = self.translation().ok_or(t!("there-is-no-translation"))?.id;
        let wanted: HashSet<(&str, &str)> =
            facts.iter().map(|fact| (fact.line.kind_name(), &*fact.line.key)).collect();
        let mut after = self.project.checks.clone();
        after
            .ticked
            .retain(|ticked| ticked.of != of || !wanted.contains(&(&*ticked.kind, &*ticked.value)));
        let at = self.env.now();
        after.ticked.extend(facts.iter().filter(|_| on).map(|fact| Ticked {
            of,
            kind: fact.line.kind_name().to_owned(),
            value: fact.line.key.clone(),
            texts: fact.texts,
            author: self.env.author.clone(),
            at,
        }));
        let name = if on { "tick facts" } else { "take ticks back" };
        self.say_of_checks(name, after)?;
        for known in &mut self.found.facts {
            if wanted.contains(&(known.line.kind_name(), &*known.line.key)) {
                known.is_ticked = on;
            }
        }
        Ok(())
    }

    /// Says how much a check counts in this release.
    ///
    /// # Errors
    /// The release is open to be read.
    pub fn grade_check(&mut self, check: CheckId, grade: Grade) -> Result<(), Refused> {
        let mut after = self.project.checks.clone();
        after.switched.retain(|switched| switched.check != check.name());
        if check.check().is_some_and(|line| line.usual() != grade) {
            after.switched.push(Switched { check: check.name().to_owned(), grade });
        }
        self.say_of_checks("switch check", after)
    }

    /// Notes that the release goes out though it is not ready, and why.
    ///
    /// # Errors
    /// There is no reason, or the release is open to be read.
    pub fn override_gate(&mut self, reason: &str, lacked: String) -> Result<(), Refused> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(t!("gate-say-why").into());
        }
        let of = self.translation().ok_or(t!("there-is-no-translation"))?.id;
        let mut after = self.project.checks.clone();
        let (author, at) = (self.env.author.clone(), self.env.now());
        after.overridden.push(Overridden { of, reason: reason.to_owned(), lacked, author, at });
        self.say_of_checks("export all the same", after)
    }

    fn say_of_checks(&mut self, name: &str, after: Checks) -> Result<(), Refused> {
        let before = Box::new(self.project.checks.clone());
        if *before == after {
            return Ok(());
        }
        let change = Change::Checks { before, after: Box::new(after) };
        self.carry_out(Patch::of_changes(name, vec![change]), Vec::new())
    }
}

/// A text with a fix in it.
fn mended(text: &str, fix: &Fix) -> String {
    let before = text.chars().take(fix.range.start);
    let behind = text.chars().skip(fix.range.end);
    before.chain(fix.text.chars()).chain(behind).collect()
}
