//! Conflicts of merged copies, settled: a version is chosen, or what stands there now stays.
//!
//! What is not chosen goes among the former targets of its row, so no version is ever lost.
//! Left out: choosing a version of how the source is cut, or of a translation that was
//! removed; that is done by the commands for it, and then what stands is kept.

use super::duties::Act;
use crate::model::{
    About, Bead, BeadId, Change, Conflict, Content, Former, Patch, Project, Release, Review,
    Target, Version,
};
use crate::texts::t;
use crate::workbench::merging;
use crate::workbench::session::{Refused, Session};

/// What is chosen of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What stands in the project now.
    AsItStands,
    /// The version of this place in the conflict's list.
    Version(usize),
}

impl Session {
    /// Whether copies that were merged have a row differently, and nobody has chosen.
    #[must_use]
    pub fn is_in_conflict(&self, row: BeadId) -> bool {
        self.conflicts().iter().any(|conflict| conflict.about == About::Row(row))
    }

    /// What merged copies have differently.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.project().review.conflicts
    }

    /// Settles a conflict.
    ///
    /// # Errors
    /// There is none about this, the version cannot be put there, or this person may not.
    pub fn settle(&mut self, about: &About, choice: Choice) -> Result<(), Refused> {
        self.may(Act::Settle)?;
        let changes = settled(self.project(), about, choice)?;
        self.carry_out(Patch::of_changes("settle conflict", changes), Vec::new())
    }

    /// What ends the conflict about a row that somebody decides on by writing: its versions,
    /// to be kept as former targets, and the change of the review.
    pub(in crate::workbench) fn end_conflict(&self, bead: &mut Bead) -> Option<Change> {
        let about = About::Row(bead.id);
        let (conflict, review) = without(&self.project().review, &about)?;
        let versions = conflict.versions.iter();
        let stands = Content::of_row(bead);
        bead.history.extend(versions.filter(|of| of.content != stands).filter_map(former));
        Some(self.review_change(review))
    }
}

fn settled(project: &Project, about: &About, choice: Choice) -> Result<Vec<Change>, Refused> {
    let (conflict, review) =
        without(&project.review, about).ok_or(t!("settling-there-is-no-such-conflict"))?;
    let chosen = match choice {
        Choice::AsItStands => None,
        Choice::Version(place) => {
            let version = conflict.versions.get(place);
            Some(version.ok_or(t!("settling-there-is-no-such-version"))?)
        }
    };
    let mut changes = Vec::new();
    match (about, chosen) {
        (About::Row(id), chosen) => changes.extend(row(project, *id, &conflict, chosen)?),
        (About::Rows { .. }, chosen) => changes.extend(rows(project, &conflict, chosen)?),
        (About::Release(field), Some(version)) => {
            let before = project.release.clone();
            let after = released(&before, field, &version.content)?;
            let (before, after) = (Box::new(before), Box::new(after));
            changes.push(Change::Release { before, after });
        }
        (_, Some(_)) => return Err(t!("settling-do-it-by-hand").into()),
        (_, None) => {}
    }
    changes
        .push(Change::Review { before: Box::new(project.review.clone()), after: Box::new(review) });
    Ok(changes)
}

/// A conflict, and the review without it.
fn without(review: &Review, about: &About) -> Option<(Conflict, Review)> {
    let mut review = review.clone();
    let place = review.conflicts.iter().position(|conflict| conflict.about == *about)?;
    let conflict = review.conflicts.remove(place);
    Some((conflict, review))
}

fn former(version: &Version) -> Option<Former> {
    let Version { content, author, at } = version;
    match content {
        Content::Target { target, origin, .. } if *target != Target::Open => Some(Former {
            target: target.clone(),
            author: author.clone(),
            at: *at,
            origin: *origin,
        }),
        _ => None,
    }
}

fn row(
    project: &Project,
    id: BeadId,
    conflict: &Conflict,
    chosen: Option<&Version>,
) -> Result<Option<Change>, Refused> {
    let gone = || Refused::from(t!("there-is-no-such-row"));
    let found = project.translations.iter().find_map(|of| Some((of, of.row_of(id)?)));
    let (translation, place) = found.ok_or_else(gone)?;
    let before = translation.beads.get(place).ok_or_else(gone)?;
    let mut bead = before.clone();
    if let Some(version) = chosen {
        bead.history.extend((!bead.target.is_open()).then(|| bead.as_former()));
        merging::take(&mut bead, version.clone());
    }
    let others = conflict.versions.iter().filter(|version| Some(*version) != chosen);
    bead.history.extend(others.filter_map(former));
    Ok(Change::bead(translation, place, bead))
}

/// The rows of a run: those of a version, where they render the same sentences.
fn rows(
    project: &Project,
    conflict: &Conflict,
    chosen: Option<&Version>,
) -> Result<Option<Change>, Refused> {
    let Content::Rows { rows: before, .. } = &conflict.before else { return Ok(None) };
    let ids: Vec<BeadId> = before.iter().map(|row| row.id).collect();
    let holds = |bead: &Bead| ids.contains(&bead.id);
    let found = project.translations.iter().find(|of| of.beads.iter().any(holds));
    let refused = || Refused::from(t!("settling-do-it-by-hand"));
    let translation = found.ok_or_else(refused)?;
    let first = translation.beads.iter().position(holds).ok_or_else(refused)?;
    let last = translation.beads.iter().rposition(holds).ok_or_else(refused)? + 1;
    let there = translation.beads.get(first..last).unwrap_or_default();
    let mut after = match chosen.map(|version| &version.content) {
        None => there.to_vec(),
        Some(Content::Rows { rows, .. }) => {
            let sources = |rows: &[Bead]| -> Vec<_> {
                rows.iter().flat_map(|row| row.source.clone()).collect()
            };
            if sources(rows) != sources(there) || rows.is_empty() {
                return Err(refused());
            }
            rows.clone()
        }
        Some(_) => return Err(refused()),
    };
    let others = conflict.versions.iter().filter(|version| Some(*version) != chosen);
    let texts = others.flat_map(|version| match &version.content {
        Content::Rows { rows, .. } => rows.as_slice(),
        _ => &[],
    });
    let kept: Vec<Former> = there
        .iter()
        .chain(texts)
        .filter(|row| !row.target.is_open())
        .map(Bead::as_former)
        .filter(|former| after.iter().all(|row| row.target != former.target))
        .collect();
    if let Some(row) = after.first_mut() {
        for former in kept {
            if !row.history.contains(&former) {
                row.history.push(former);
            }
        }
    }
    Ok(Change::beads(translation, first..last, after))
}

/// The release with a field as a version has it.
fn released(before: &Release, field: &str, content: &Content) -> Result<Release, Refused> {
    use crate::model::ReleaseStatus as S;
    let text = content.text();
    let refused = || Refused::from(t!("settling-do-it-by-hand"));
    let mut after = before.clone();
    match field {
        "number" => after.number = text,
        "title" => after.title = text,
        "issuer" => after.issuer = text,
        "assignee" => after.assignee = text,
        "date" if text.is_empty() => after.date = None,
        "date" => after.date = Some(text.parse().map_err(|_| refused())?),
        "embargo" if text.is_empty() => after.embargo = None,
        "embargo" => after.embargo = Some(text.parse().map_err(|_| refused())?),
        "status" => {
            let all = [S::Arrived, S::InAlignment, S::InTranslation, S::InRevision, S::Published];
            let found = all.into_iter().find(|status| status.name() == text);
            after.status = found.ok_or_else(refused)?;
        }
        _ => return Err(refused()),
    }
    Ok(after)
}
