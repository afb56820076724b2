//! What jobs bring back, taken in between frames.

use super::memories::{Shelving, is_whole};
use super::presence::Opening;
use super::told::{Slot, Tone};
use super::{Desk, Outcome, habits};
use crate::model::{Bead, Project, TranslationId};
use crate::store::presence::Seen;
use crate::texts::t;
use crate::workbench::env::Env;
use crate::workbench::jobs::Ended;
use crate::workbench::opening::{Opened, ProjectFile};
use crate::workbench::session::{Refused, Session};
use crate::workbench::summary;

impl Desk {
    pub(super) fn take_in_all(&mut self, ended: Vec<(String, Ended<Outcome>)>) {
        for (name, ended) in ended {
            let whole = is_whole(&ended);
            match ended {
                Ended::Part(Outcome::Memory(shelving)) | Ended::Done(Outcome::Memory(shelving)) => {
                    self.shelve(*shelving, whole);
                }
                Ended::Part(outcome) | Ended::Done(outcome) => self.take_in_one(outcome),
                Ended::Cancelled => self.tell(Tone::Notice, t!("arrivals-stopped", name = name)),
                Ended::Failed(why) => {
                    tracing::error!(job = name, "a job failed");
                    self.tell(
                        Tone::Wrong,
                        t!("arrivals-failed-your-work-is-unharmed", name = name, why = why),
                    );
                }
            }
        }
        if !self.is_saving() {
            self.save_next();
        }
        self.take_import();
        self.follow_review();
    }

    pub(super) fn take_in_one(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Opened(result, seen) => match *result {
                Ok(opened) => self.take_opened(opened, seen),
                Err(why) => self.tell(Tone::Wrong, why),
            },
            Outcome::Memory(shelving) => self.shelve(*shelving, true),
            Outcome::Indexed(renewed) => self.library.renew(*renewed),
            Outcome::WordsIndexed(indexed) => self.put_words(indexed),
            Outcome::News(arrived) => self.take_arrived(*arrived),
            Outcome::Maintained(done) => self.take_maintained(*done),
            Outcome::Listing(Ok(listing)) => {
                let projects = listing.projects.clone();
                self.listing = Some(listing);
                self.summarise(projects);
            }
            Outcome::Beside(found) => self.take_beside(found),
            Outcome::NoMemory(why) | Outcome::Listing(Err(why)) => self.tell(Tone::Wrong, why),
            Outcome::Aligned(project) => {
                let env = (self.new_env)(&self.settings.author);
                self.put_project(*project, None, env);
            }
            Outcome::Realigned { of, version, beads } => self.put_realigned(of, version, beads),
            Outcome::Reference(of, translation) => self.take_reference(of, translation),
            Outcome::Text(result) => match *result {
                Ok(text) => self.incoming.push(text),
                Err(why) => self.tell(Tone::Wrong, why),
            },
            Outcome::Summaries(mut lines, rows) => {
                let now = self.now().to_zoned_datetime(jiff::tz::TimeZone::system());
                summary::sort_by_due(&mut lines, &now);
                self.listed_at = Some(now);
                self.releases = lines;
                self.put_aligned(rows);
            }
            Outcome::Saved { path, done, project, steps, result, occasion } => {
                self.take_saved(path, (done, steps), &project, result, occasion);
            }
            Outcome::Steps(of, stamp, steps) => self.take_steps(of, stamp, *steps),
            Outcome::Analysed(report) => self.take_analysis(*report),
            Outcome::Matched(matched) => self.take_matched(*matched),
            Outcome::Sendable(number, plan) => self.take_sendable(number, *plan),
            Outcome::Wrong(number, found) => self.take_wrong(number, found),
            Outcome::LateRead(read) => self.take_corrected_text(*read),
            Outcome::LateFound(number, found) => self.take_late_found(number, found),
            Outcome::Corrected(changed) => self.take_corrected(*changed),
            Outcome::FilesChanged(failed) => self.take_files_changed(failed),
            Outcome::TermsRead(read) => self.take_terms_read(*read),
            Outcome::NewNames(number, names) => self.take_new_names(number, names),
            Outcome::Stored => {}
            Outcome::Left(left) => self.left = left,
            Outcome::Former(states) => self.take_former(states),
            Outcome::Archive(news) => self.take_archive(*news),
            Outcome::Accepted { here, done } => self.take_accepted(here, done),
            Outcome::AllTrial(wish, of, trial) => self.take_all_trial(wish, of, *trial),
            Outcome::AllTaken(all) => self.take_all_taken(*all),
            Outcome::AllDone(report) => self.report(report),
            Outcome::Survey(survey) => self.take_survey(*survey),
            Outcome::GivenBack(result) => self.take_given_back(result),
            Outcome::Written { what, result } => match result {
                Ok(()) => self.tell(Tone::Done, what),
                Err(why) => self.tell(Tone::Wrong, why),
            },
        }
    }

    pub(super) fn take_opened(&mut self, opened: Opened, seen: Option<Seen>) {
        match opened {
            Opened::Project { project, file, problems } => {
                for problem in problems {
                    self.tell(Tone::Notice, problem.to_string());
                }
                self.remember(&file.path);
                self.put_opened(*project, file, seen);
            }
            Opened::Memory(memory) => self.shelve(Shelving::imported(*memory), true),
            Opened::Text { path } => self.read_text(&path, Slot::Any),
            Opened::Terms { path } => self.open_termbase(&path),
            Opened::Rules { path } => self.use_rules(&path),
        }
    }

    pub(super) fn put_project(&mut self, project: Project, file: Option<ProjectFile>, env: Env) {
        self.put_project_so(project, file, env, Opening::Work);
    }

    pub(super) fn put_project_so(
        &mut self,
        project: Project,
        file: Option<ProjectFile>,
        env: Env,
        opening: Opening,
    ) {
        // What the release that is left has to offer is taken down before it goes.
        self.gather_aligned();
        let beside = file.as_ref().map(|file| file.path.clone());
        self.begin_keeping(&project, file.as_ref(), &env, opening);
        self.look_for_steps(&project, file.as_ref());
        let mut session = Session::new(project, file.map(|file| file.path), env);
        session.habits = habits(&self.settings);
        session.open_to_read(opening == Opening::Read);
        self.session = Some(session);
        self.saved_at = None;
        self.arrive();
        if let Some(path) = beside {
            self.look_beside(&path);
            self.look_for_terms_beside(&path);
        }
    }

    pub(super) fn put_realigned(&mut self, of: TranslationId, version: u64, beads: Vec<Bead>) {
        let Some(session) = &mut self.session else { return };
        let same = session.translation().is_some_and(|translation| translation.id == of);
        if !same || session.version() != version {
            self.tell(Tone::Notice, t!("arrivals-the-rows-changed-while-they-were"));
            return;
        }
        match session.put_realigned(beads) {
            Ok(()) => self.tell(Tone::Done, t!("arrivals-the-rest-is-aligned-anew")),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }
}
