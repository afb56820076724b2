//! Accepting all links above a confidence in all releases of the folder.
//!
//! How many that would be is told first, release by release. The open release is changed as
//! by any command; the others in their files, each with a backup of its former state, to
//! which "Former states" leads back.

use std::path::PathBuf;
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::texts::t;
use crate::workbench::archive::accept::{self, Accepted};
use crate::workbench::archive::share;
use crate::workbench::session::{Refused, Session};

/// What was done with all releases, and what could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllReport {
    /// What was done, in sentences.
    pub lines: Vec<String>,
    /// Each file that nothing was done with, and why.
    pub failed: Vec<(PathBuf, String)>,
}

impl Desk {
    /// The releases in which links would be accepted from this confidence on, 0…1, and how
    /// many in each; `None` while the links are being read.
    pub fn would_accept(&mut self, least: f32) -> Option<Vec<(PathBuf, usize)>> {
        let survey = self.survey_or_read()?;
        let counts = survey.releases.iter();
        let counts = counts.map(|release| (release.path.clone(), release.guessed_from(least)));
        Some(counts.filter(|(_, count)| *count > 0).collect())
    }

    /// Accepts every guess of at least this confidence, 0…1, in all releases of the folder.
    pub fn accept_in_all(&mut self, least: f32) {
        let Some(meant) = self.would_accept(least) else { return };
        let open = self.session.as_ref().and_then(Session::path).map(PathBuf::from);
        let paths: Vec<PathBuf> =
            meant.into_iter().map(|(path, _)| path).filter(|p| Some(p) != open.as_ref()).collect();
        let mut here = 0;
        if let Some(session) = self.session.as_mut().filter(|s| {
            let listing = self.listing.as_ref();
            listing.is_some_and(|l| l.projects.iter().any(|p| Some(p.as_path()) == s.path()))
        }) {
            match session.accept_everywhere(least) {
                Ok(count) => here = count,
                Err(Refused(why)) => self.tell(Tone::Notice, why),
            }
        }
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        self.jobs.start(t!("accepting-accepting-links-in-all-releases"), move |watch| {
            let done = share::each(paths.len(), watch, &|place, _| {
                let path = paths.get(place);
                Ok(path.map(|path| accept::in_file(files.as_ref(), &home, path, least)))
            })?;
            Ok(Outcome::Accepted { here, done: done.into_iter().flatten().collect() })
        });
    }

    pub(super) fn take_accepted(&mut self, here: usize, done: Vec<Accepted>) {
        let (mut links, mut releases, mut failed) = (here, usize::from(here > 0), Vec::new());
        let mut changed = 0;
        for Accepted { path, result } in done {
            match result {
                Ok((count, surveyed)) => {
                    links += count;
                    releases += 1;
                    changed += 1;
                    self.take_surveyed(surveyed);
                }
                Err(why) => failed.push((path, why)),
            }
        }
        let mut lines =
            vec![t!("accepting-links-accepted-in-releases", links = links, releases = releases)];
        if here > 0 {
            lines.push(t!("accepting-of-them-in-the-open-release", here = here));
        }
        if changed > 0 {
            let text = t!("accepting-each-of-the-others-has-its");
            lines.push(text.to_owned());
        }
        self.report(AllReport { lines, failed });
    }

    /// Tells what was done with all releases; where something failed a list comes up.
    pub(super) fn report(&mut self, report: AllReport) {
        if report.failed.is_empty() {
            return self.tell(Tone::Done, report.lines.join(" "));
        }
        self.review.report = Some(report);
    }

    /// What failed in all releases, to be shown once.
    pub fn all_report(&mut self) -> Option<AllReport> {
        self.review.report.take()
    }
}
