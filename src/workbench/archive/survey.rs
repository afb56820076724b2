//! The links of all releases of an archive at a glance: which release, which row, how sure.
//!
//! Read from the projects by a job, and read anew from the open release as it changes.
//! Nothing is stored. Only content rows count, as everywhere; a project that cannot be read
//! is told with the cause and the rest goes on.

use std::path::{Path, PathBuf};

use super::share;
use crate::model::{BeadId, Cancelled, Lang, Link, Project, ProjectId, TranslationId, Watch};
use crate::store::{self, Files};
use crate::workbench::rows::Rows;

/// A link of a content row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// The translation.
    pub translation: TranslationId,
    /// The row.
    pub bead: BeadId,
    /// Its link.
    pub link: Link,
}

/// The links of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveyed {
    /// Its file.
    pub path: PathBuf,
    /// The release.
    pub project: ProjectId,
    /// The source and the target language of each translation.
    pub languages: Vec<(Lang, Lang)>,
    /// The links of its content rows, translation by translation, in their order.
    pub links: Vec<Seen>,
}

/// The links of all releases.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survey {
    /// By path.
    pub releases: Vec<Surveyed>,
    /// What could not be read, and why.
    pub failed: Vec<(PathBuf, String)>,
}

impl Seen {
    /// Whether the link is a guess of at least this confidence, 0…1.
    #[must_use]
    pub fn is_guessed_from(&self, least: f32) -> bool {
        matches!(self.link, Link::Guessed { confidence, .. } if confidence >= least)
    }
}

impl Surveyed {
    /// The links of a project.
    #[must_use]
    pub fn of(project: &Project, path: &Path) -> Self {
        let mut links = Vec::new();
        for translation in &project.translations {
            let rows = Rows::of(&project.source, translation);
            let content = translation.beads.iter().enumerate();
            links.extend(content.filter(|(row, _)| rows.is_content(*row)).map(|(_, bead)| Seen {
                translation: translation.id,
                bead: bead.id,
                link: bead.link,
            }));
        }
        let source = &project.source.lang;
        let languages =
            project.translations.iter().map(|of| (source.clone(), of.lang().clone())).collect();
        Self { path: path.to_owned(), project: project.id, languages, links }
    }

    /// How many links are guesses of at least this confidence, 0…1.
    #[must_use]
    pub fn guessed_from(&self, least: f32) -> usize {
        self.links.iter().filter(|seen| seen.is_guessed_from(least)).count()
    }
}

impl Survey {
    /// Reads the projects at these paths.
    ///
    /// # Errors
    /// [`Cancelled`] when the watch stops it.
    pub fn read(
        files: &(dyn Files + Send + Sync),
        paths: &[PathBuf],
        watch: &dyn Watch,
    ) -> Result<Self, Cancelled> {
        let read = share::each(paths.len(), watch, &|place, _| {
            let Some(path) = paths.get(place) else { return Ok(None) };
            let opened = store::project::open(files, path);
            Ok(Some(opened.map(|reading| Surveyed::of(&reading.value, path)).map_err(|error| {
                // The message has the path already.
                (path.clone(), error.to_string())
            })))
        })?;
        let mut survey = Self::default();
        for result in read.into_iter().flatten() {
            match result {
                Ok(release) => survey.releases.push(release),
                Err(failed) => survey.failed.push(failed),
            }
        }
        Ok(survey)
    }

    /// Takes over a release as it is now; whether it is one of these.
    pub fn renew(&mut self, now: Surveyed) -> bool {
        let old = self.releases.iter_mut().find(|release| release.project == now.project);
        old.map(|old| old.links = now.links).is_some()
    }

    /// How many links are there, and how many of them are accepted.
    #[must_use]
    pub fn tally(&self) -> (usize, usize) {
        let links = self.releases.iter().flat_map(|release| &release.links);
        links.fold((0, 0), |(all, accepted), seen| {
            (all + 1, accepted + usize::from(seen.link.is_accepted()))
        })
    }
}
