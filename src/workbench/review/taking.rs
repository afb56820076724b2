//! Taking what came back in a review table, as one step that can be undone.
//!
//! Somebody's correction is somebody's text: it stands under that name, with what was there
//! before among the former targets, and is not approved by itself. Where the project has gone
//! on as well, the row is in conflict, both texts are kept and neither is taken.

use super::returned::{Difference, Kind, Outcome};
use crate::model::{
    About, Bead, Change, Comment, CommentId, Conflict, Content, IdSource, Origin, Patch, Project,
    State, Target, Timestamp, Version,
};
use crate::workbench::Env;
use crate::workbench::translating::set_state;

/// The patch that takes the differences that `wanted` says; those of locked rows never.
#[must_use]
pub fn patch(
    project: &Project,
    outcome: &Outcome,
    wanted: impl Fn(&Difference) -> bool,
    env: &mut Env,
) -> Patch {
    let found = project.translations.iter().find(|of| Some(of.id) == outcome.translation);
    let Some(translation) = found else { return Patch::of_changes(NAME, Vec::new()) };
    let now = env.now();
    let mut conflicts = project.review.conflicts.clone();
    let mut changes = Vec::new();
    let taken = outcome.differences.iter().filter(|difference| wanted(difference));
    let taken: Vec<&Difference> =
        taken.filter(|difference| difference.kind != Kind::Locked).collect();
    for of_row in taken.chunk_by(|one, other| one.bead == other.bead) {
        let row = of_row.first().and_then(|difference| translation.row_of(difference.bead));
        let Some((row, bead)) = row.and_then(|row| Some((row, translation.beads.get(row)?))) else {
            continue;
        };
        let mut changed = bead.clone();
        for difference in of_row {
            let in_conflict = conflicts.iter().any(|of| of.about == About::Row(bead.id));
            let decides = matches!(difference.kind, Kind::Approved | Kind::Rejected);
            if in_conflict && decides {
                // Nothing in conflict is approved.
            } else if difference.kind == Kind::Conflict {
                conflict(&mut conflicts, &changed, difference, now, env.ids());
                set_state(&mut changed.target, &State::Draft);
            } else {
                take(&mut changed, difference, now, env.ids());
            }
        }
        if changed != *bead {
            changes.extend(Change::bead(translation, row, changed));
        }
    }
    if conflicts != project.review.conflicts {
        let before = Box::new(project.review.clone());
        let mut after = before.clone();
        conflicts.sort_by(|one, other| one.about.cmp(&other.about));
        after.conflicts = conflicts;
        changes.push(Change::Review { before, after });
    }
    Patch::of_changes(NAME, changes)
}

const NAME: &str = "take a review table";

fn take(bead: &mut Bead, difference: &Difference, now: Timestamp, ids: &mut dyn IdSource) {
    let at = difference.at.unwrap_or(now);
    match difference.kind {
        Kind::Target | Kind::Cleared | Kind::Typography => {
            keep(bead);
            let state = match bead.state() {
                None | Some(State::Draft) => State::Draft,
                Some(_) => State::Translated,
            };
            bead.target = text(bead, &difference.after, ids);
            set_state(&mut bead.target, &state);
            bead.origin = if bead.target.is_open() { Origin::None } else { Origin::Imported };
            stamp(bead, difference, at);
        }
        Kind::Comment => {
            let (author, text) = (difference.author.clone(), difference.after.clone());
            bead.comments.push(Comment { id: CommentId::fresh(ids), author, at: now, text });
        }
        Kind::Approved if !bead.target.is_open() => {
            keep(bead);
            set_state(&mut bead.target, &State::Approved);
            stamp(bead, difference, at);
        }
        Kind::Rejected if !bead.target.is_open() => {
            keep(bead);
            let reason = difference.after.clone();
            set_state(&mut bead.target, &State::Rejected { reason });
            stamp(bead, difference, at);
        }
        Kind::Approved | Kind::Rejected | Kind::Conflict | Kind::Locked => {}
    }
}

fn text(bead: &Bead, text: &str, ids: &mut dyn IdSource) -> Target {
    if text.is_empty() && !bead.source.is_empty() {
        return Target::Open;
    }
    let kept = bead.target.with_text(text);
    kept.unwrap_or_else(|| Target::draft(text, bead.number, ids))
}

/// Keeps what a row had among the former ones, once.
fn keep(bead: &mut Bead) {
    let former = bead.as_former();
    if !bead.target.is_open() && bead.history.last() != Some(&former) {
        bead.history.push(former);
    }
}

fn stamp(bead: &mut Bead, difference: &Difference, at: Timestamp) {
    bead.author.clone_from(&difference.author);
    bead.changed = Some(at);
}

/// Puts both texts of a row beside one another.
fn conflict(
    conflicts: &mut Vec<Conflict>,
    bead: &Bead,
    difference: &Difference,
    now: Timestamp,
    ids: &mut dyn IdSource,
) {
    let about = About::Row(bead.id);
    let mine =
        Version { content: Content::of_row(bead), author: bead.author.clone(), at: bead.changed };
    let mut target = text(bead, &difference.after, ids);
    set_state(&mut target, &State::Translated);
    let its = Version {
        content: Content::Target { target, origin: Origin::Imported, unit: None },
        author: difference.author.clone(),
        at: Some(difference.at.unwrap_or(now)),
    };
    match conflicts.iter_mut().find(|conflict| conflict.about == about) {
        Some(known) => known.versions.push(its),
        None => conflicts.push(Conflict {
            about,
            before: mine.content.clone(),
            versions: vec![mine, its],
        }),
    }
}
