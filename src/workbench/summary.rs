//! A release in one line, for lists.

use std::path::{Path, PathBuf};

use super::counts::Counts;
use super::rows::Rows;
use crate::model::{Date, Lang, Project, ReleaseStatus, Timestamp, View};

/// What a list shows of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Its file.
    pub path: PathBuf,
    /// The headline, or the file's name.
    pub title: String,
    /// The release's number; may be empty.
    pub number: String,
    /// The date it bears.
    pub date: Option<Date>,
    /// The end of its embargo.
    pub embargo: Option<Timestamp>,
    /// How far it is.
    pub status: ReleaseStatus,
    /// Who works on it; may be empty.
    pub assignee: String,
    /// The source's language.
    pub source: Lang,
    /// Each target language, how far it is, and what it is used for.
    pub targets: Vec<(Lang, Counts)>,
    /// The view it was left in.
    pub view: View,
}

impl Summary {
    /// The line of a project.
    #[must_use]
    pub fn of(path: &Path, project: &Project) -> Self {
        let release = &project.release;
        let targets = project
            .translations
            .iter()
            .map(|translation| {
                let rows = Rows::of(&project.source, translation);
                (translation.lang().clone(), Counts::of(&rows, &translation.beads))
            })
            .collect();
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let title =
            if release.title.is_empty() { file.unwrap_or_default() } else { release.title.clone() };
        Self {
            path: path.to_owned(),
            title,
            number: release.number.clone(),
            date: release.date,
            embargo: release.embargo,
            status: release.status,
            assignee: release.assignee.clone(),
            source: project.source.lang.clone(),
            targets,
            view: project.place.view,
        }
    }

    /// Content rows that are done, and all, over all target languages.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let each = self.targets.iter().map(|(_, counts)| match self.view {
            View::Align => (counts.accepted, counts.content()),
            View::Translate => (counts.done(), counts.content()),
        });
        each.fold((0, 0), |(done, all), (d, a)| (done + d, all + a))
    }
}
