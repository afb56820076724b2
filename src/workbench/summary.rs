//! A release in one line, for lists.

use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;

use super::counts::Counts;
use super::rows::Rows;
use crate::model::{Date, Lang, Project, ReleaseStatus, Timestamp, View};

/// A heading of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Due today, or late.
    Today,
    /// Due tomorrow or later.
    Later,
    /// Published, or without a time.
    Earlier,
}

/// Sorts releases by what is due: what is due today first, the earliest first and what is out
/// last; then what is due later; then the rest, which keeps its order.
pub fn sort_by_due(releases: &mut [Summary], now: &ZonedDateTime) {
    releases.sort_by_key(|release| {
        let group = release.group(now);
        let time = release.deadline().filter(|_| group != Group::Earlier);
        let out = group == Group::Today && release.status == ReleaseStatus::Published;
        (group, out, time)
    });
}

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
    /// When it is due.
    pub due: Option<Timestamp>,
    /// Whether the source of a row has changed and nobody has confirmed it since.
    pub changed: bool,
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
            due: release.due,
            changed: project
                .translations
                .iter()
                .any(|of| of.beads.iter().any(|bead| bead.flags.source_changed)),
            status: release.status,
            assignee: release.assignee.clone(),
            source: project.source.lang.clone(),
            targets,
            view: project.place.view,
        }
    }

    /// When it has to be ready: when it is due, else when its embargo ends.
    #[must_use]
    pub fn deadline(&self) -> Option<Timestamp> {
        self.due.or(self.embargo)
    }

    /// Under which heading of the list it stands at a moment.
    #[must_use]
    pub fn group(&self, now: &ZonedDateTime) -> Group {
        let day = |at: Timestamp| at.to_zoned_datetime(now.time_zone().clone()).date();
        match self.deadline().map(day) {
            Some(day) if day > now.date() && self.status != ReleaseStatus::Published => {
                Group::Later
            }
            Some(day) if day == now.date() => Group::Today,
            Some(_) if self.status != ReleaseStatus::Published => Group::Today,
            _ => Group::Earlier,
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
