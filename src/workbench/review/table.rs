//! A translation as a review table.

use crate::formats::review::{Entry, Key, ReviewTable, Subject};
use crate::model::{Bead, Project, State, Target, Translation};
use crate::workbench::rows::Rows;

/// The table of a translation: all rows that are content.
#[must_use]
pub fn of(project: &Project, translation: &Translation) -> ReviewTable {
    let rows = Rows::of(&project.source, translation);
    let content = translation.beads.iter().enumerate().filter(|(row, _)| rows.is_content(*row));
    let entry = |bead: &Bead| {
        let (source, target) = (rows.source_text(&project.source, bead), bead.target_text());
        let state = state_name(&bead.target);
        Entry {
            key: Key::of(bead.id, (&source, &target), state),
            number: bead.number.to_string(),
            source,
            target,
            state: state.to_owned(),
            comment: comments(bead),
        }
    };
    let rows: Vec<Entry> = content.map(|(_, bead)| entry(bead)).collect();
    let (project_id, translation_id) = (project.id, translation.id);
    ReviewTable {
        of: Subject { project: project_id, translation: translation_id, rows: rows.len() },
        source: project.source.lang.clone(),
        target: translation.lang().clone(),
        title: project.release.title.clone(),
        rows,
    }
}

/// How far a target is, in a word.
#[must_use]
pub const fn state_name(target: &Target) -> &'static str {
    match target {
        Target::Open => "open",
        Target::LeftOut { .. } => "left out",
        Target::Text { state, .. } => match state {
            State::Draft => "draft",
            State::Translated => "translated",
            State::Approved => "approved",
            State::Rejected { .. } => "rejected",
        },
    }
}

/// What was said of a row, a remark a line, with who said it; the reason of a rejection too.
#[must_use]
pub fn comments(bead: &Bead) -> String {
    let told = |author: &str, text: &str| match author {
        "" => text.to_owned(),
        author => format!("{author}: {text}"),
    };
    let remarks = bead.comments.iter().map(|comment| told(&comment.author, &comment.text));
    let reason = match bead.state() {
        Some(State::Rejected { reason }) => Some(told(&bead.author, reason)),
        _ => None,
    };
    remarks.chain(reason).collect::<Vec<_>>().join("\n")
}
