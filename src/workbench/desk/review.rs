//! All releases of the opened folder reviewed as one: the queue of their doubtful links.
//!
//! The next link may be in another release: that one is opened, and what is unsaved in the
//! open one is saved in its own file first, since it is one of the folder's. A release from
//! elsewhere has the usual guard.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::accepting::AllReport;
use super::harvesting::AllTried;
use super::precedents::Spot;
use super::saving::Over;
use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{ProjectId, View};
use crate::texts::t;
use crate::workbench::archive::queue::{Doubt, Queue, Step};
use crate::workbench::archive::sample::Sample;
use crate::workbench::archive::survey::{Survey, Surveyed};
use crate::workbench::session::{Refused, Session};

/// What is known of the folder's links.
#[derive(Debug, Default)]
pub(super) struct Review {
    /// The projects that were read.
    paths: Vec<PathBuf>,
    pub(super) survey: Option<Survey>,
    queue: Queue,
    /// The open release and the shape of its rows that were taken over last.
    followed: Option<(ProjectId, u64)>,
    /// Where to go once the survey is there.
    wanted: Option<Step>,
    /// Where to go once the open release is saved, and how much was done in it then.
    waiting: Option<(Spot, isize)>,
    pub(super) sample: Option<Sample>,
    /// The file that was looked for a sample.
    pub(super) sample_of: Option<PathBuf>,
    /// The place of the link of the sample that was judged last.
    pub(super) judged: Option<usize>,
    /// What adding all releases to a memory would do.
    pub(super) tried: Option<AllTried>,
    /// What failed in all releases, to be shown.
    pub(super) report: Option<AllReport>,
}

/// Where somebody is in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueuePlace {
    /// The place of the active link, else of the one gone to last, from 1.
    pub at: Option<usize>,
    /// How many links came into the queue.
    pub all: usize,
    /// How many of them are still doubtful.
    pub left: usize,
}

impl Desk {
    /// Where the open release's active link is in the queue; `None` before there is one.
    #[must_use]
    pub fn queue_place(&self) -> Option<QueuePlace> {
        self.review.survey.as_ref()?;
        let queue = &self.review.queue;
        let active = self
            .session
            .as_ref()
            .and_then(|session| queue.place_of(session.project().id, session.active_bead()?.id));
        let at = active.or(queue.at()).map(|place| place + 1);
        Some(QueuePlace { at, all: queue.doubts().len(), left: queue.left() })
    }

    /// How many links the folder's releases have, and how many of them are accepted.
    #[must_use]
    pub fn link_tally(&self) -> (usize, usize) {
        self.review.survey.as_ref().map(Survey::tally).unwrap_or_default()
    }

    /// Whether there is a folder of releases to review.
    #[must_use]
    pub fn has_folder(&self) -> bool {
        self.listing.as_ref().is_some_and(|listing| !listing.projects.is_empty())
    }

    /// Whether a file is one of the folder's.
    pub(super) fn is_of_folder(&self, path: &Path) -> bool {
        let listed = self.listing.as_ref();
        listed.is_some_and(|listing| listing.projects.iter().any(|known| known == path))
    }

    /// Whether going on in the queue would lose work that is not saved: that of a release
    /// that is not the folder's.
    #[must_use]
    pub fn queue_leaves_unsaved(&self) -> bool {
        self.is_unsaved() && !self.is_own() && self.has_folder()
    }

    /// Whether the open release is one of the folder's.
    fn is_own(&self) -> bool {
        let path = self.session.as_ref().and_then(Session::path);
        path.is_some_and(|path| self.is_of_folder(path))
    }

    /// Goes to the next or the former doubtful link of all releases of the folder.
    pub(super) fn step_in_queue(&mut self, step: Step) {
        if self.survey_or_read().is_none() {
            self.review.wanted = Some(step);
            return;
        }
        self.renew_survey();
        let queue = &mut self.review.queue;
        let Some(place) = queue.look(step) else {
            return self.tell(Tone::Done, t!("review-no-link-of-these-releases-is-doubtful"));
        };
        queue.go_to(place);
        let Some(Doubt { path, project, translation, bead, .. }) =
            queue.doubts().get(place).cloned()
        else {
            return;
        };
        let path = Some(path);
        self.go_across(Spot { project, path, translation, bead, view: View::Align });
    }

    /// Accepts the active link and goes on in the queue; in a release that is not the
    /// folder's, to its own next one.
    pub(super) fn accept_in_queue(&mut self) {
        let is_own = self.is_own();
        let Some(session) = &mut self.session else { return };
        if let Err(Refused(why)) = session.accept() {
            return self.tell(Tone::Notice, why);
        }
        if is_own {
            self.step_in_queue(Step::Next);
        }
    }

    /// The survey of the folder; where it is not there, a job begins to read it.
    pub(super) fn survey_or_read(&mut self) -> Option<&Survey> {
        let Some(listing) = self.listing.as_ref().filter(|found| !found.projects.is_empty()) else {
            self.tell(Tone::Notice, t!("open-a-folder-of-releases-first"));
            return None;
        };
        if self.review.paths != listing.projects {
            let paths = listing.projects.clone();
            self.review = Review { paths: paths.clone(), ..Review::default() };
            self.read_sample();
            let files = Arc::clone(&self.files);
            self.jobs.start(t!("review-reading-the-links-of-all-releases"), move |watch| {
                let survey = Survey::read(files.as_ref(), &paths, watch)?;
                Ok(Outcome::Survey(Box::new((paths, survey))))
            });
        }
        self.review.survey.as_ref()
    }

    pub(super) fn take_survey(&mut self, (paths, survey): (Vec<PathBuf>, Survey)) {
        if self.review.paths != paths {
            return;
        }
        for (_, why) in &survey.failed {
            self.messages.push(super::Message { tone: Tone::Wrong, text: why.clone() });
        }
        self.review.queue = Queue::of(&survey);
        self.review.survey = Some(survey);
        self.review.followed = None;
        let Some(step) = self.review.wanted.take() else { return };
        if self.queue_leaves_unsaved() {
            return self.tell(Tone::Notice, t!("review-save-this-release-first-then-go"));
        }
        self.step_in_queue(step);
    }

    /// Goes to a row of any release of the folder; the open one is saved first.
    pub(super) fn go_across(&mut self, spot: Spot) {
        let session = self.session.as_ref();
        let leaves = session.is_some_and(|session| session.project().id != spot.project);
        let path = session.and_then(Session::path).map(Path::to_owned);
        match path.filter(|_| leaves && self.is_unsaved() && self.is_own()) {
            Some(path) => {
                let done = self.session.as_ref().map(Session::done).unwrap_or_default();
                self.review.waiting = Some((spot, done));
                self.save_to(&path, Over::IfAsSaved);
            }
            None => self.go_to_spot(spot),
        }
    }

    /// Follows what was done since: to be called between frames.
    pub(super) fn follow_review(&mut self) {
        self.renew_survey();
        if self.is_saving() {
            return;
        }
        let Some((spot, done)) = self.review.waiting.take() else { return };
        let now = self.session.as_ref().map(Session::done).unwrap_or_default();
        if !self.is_unsaved() || now != done {
            // What was done while it was saved is saved as well.
            self.go_across(spot);
        } else {
            self.tell(Tone::Notice, t!("review-the-release-is-not-saved-so"));
        }
    }

    /// Takes over the rows of the open release, where they have changed.
    pub(super) fn renew_survey(&mut self) {
        let Some(session) = self.session.as_ref().filter(|_| self.review.survey.is_some()) else {
            return;
        };
        let now = (session.project().id, session.shape());
        if self.review.followed == Some(now) {
            return;
        }
        self.review.followed = Some(now);
        let path = session.path().unwrap_or(Path::new(""));
        let surveyed = Surveyed::of(session.project(), path);
        self.take_surveyed(surveyed);
    }

    /// Takes over the links of a release as they are now.
    pub(super) fn take_surveyed(&mut self, surveyed: Surveyed) {
        let Some(survey) = &mut self.review.survey else { return };
        if survey.releases.iter().any(|release| release.project == surveyed.project) {
            self.review.queue.renew(&surveyed);
            survey.renew(surveyed);
        }
    }

    /// The file of the first release that is meant.
    pub(super) fn path_of(&self, is_meant: impl Fn(&Surveyed) -> bool) -> Option<PathBuf> {
        let survey = self.review.survey.as_ref()?;
        survey.releases.iter().find(|release| is_meant(release)).map(|r| r.path.clone())
    }
}
