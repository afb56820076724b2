//! What jobs bring back, taken in between frames.

use super::told::{Slot, Tone};
use super::{Desk, Outcome, habits};
use crate::memory::Memory;
use crate::model::{Bead, Project, TranslationId};
use crate::workbench::env::Env;
use crate::workbench::jobs::Ended;
use crate::workbench::library::Kind;
use crate::workbench::opening::{self, Opened, OpenedMemory, ProjectFile};
use crate::workbench::sample;
use crate::workbench::session::{Refused, Session};

impl Desk {
    pub(super) fn take_in_all(&mut self, ended: Vec<(String, Ended<Outcome>)>) {
        for (name, ended) in ended {
            match ended {
                Ended::Part(outcome) | Ended::Done(outcome) => self.take_in_one(outcome),
                Ended::Cancelled => self.tell(Tone::Notice, format!("{name}: stopped")),
                Ended::Failed(why) => {
                    tracing::error!(job = name, "a job failed");
                    self.tell(Tone::Wrong, format!("{name} failed: {why}; your work is unharmed"));
                }
            }
        }
    }

    pub(super) fn take_in_one(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Opened(result) => match *result {
                Ok(opened) => self.take_opened(opened),
                Err(why) => self.tell(Tone::Wrong, why),
            },
            Outcome::Memory(result) => match *result {
                Ok(memory) => self.shelve(memory),
                Err(why) => self.tell(Tone::Wrong, why),
            },
            Outcome::Listing(Ok(listing)) => {
                let projects = listing.projects.clone();
                self.listing = Some(listing);
                self.summarise(projects);
            }
            Outcome::Listing(Err(why)) => self.tell(Tone::Wrong, why),
            Outcome::Aligned(project) => {
                let env = (self.new_env)(&self.settings.author);
                self.put_project(*project, None, env);
            }
            Outcome::Realigned { of, version, beads } => self.put_realigned(of, version, beads),
            Outcome::Text(result) => match *result {
                Ok(text) => self.incoming.push(text),
                Err(why) => self.tell(Tone::Wrong, why),
            },
            Outcome::Summaries(lines) => self.releases = lines,
            Outcome::Saved { path, done, project, result } => {
                self.take_saved(path, done, &project, result);
            }
            Outcome::Left(left) => self.left = left,
            Outcome::Archive(news) => self.take_archive(*news),
            Outcome::Written { what, result } => match result {
                Ok(()) => self.tell(Tone::Done, what),
                Err(why) => self.tell(Tone::Wrong, why),
            },
        }
    }

    pub(super) fn take_opened(&mut self, opened: Opened) {
        match opened {
            Opened::Project { project, file, problems } => {
                for problem in problems {
                    self.tell(Tone::Notice, problem.to_string());
                }
                self.remember(&file.path);
                self.put_opened(*project, file);
            }
            Opened::Memory(memory) => self.shelve(*memory),
            Opened::Text { path } => self.read_text(&path, Slot::Any),
        }
    }

    pub(super) fn put_project(&mut self, project: Project, file: Option<ProjectFile>, env: Env) {
        self.begin_keeping(&project, file.as_ref());
        let mut session = Session::new(project, file.map(|file| file.path), env);
        session.habits = habits(&self.settings);
        self.session = Some(session);
        self.saved_at = None;
    }

    pub(super) fn put_realigned(&mut self, of: TranslationId, version: u64, beads: Vec<Bead>) {
        let Some(session) = &mut self.session else { return };
        let same = session.translation().is_some_and(|translation| translation.id == of);
        if !same || session.version() != version {
            self.tell(Tone::Notice, "the rows changed while they were aligned anew; try again");
            return;
        }
        match session.put_realigned(beads) {
            Ok(()) => self.tell(Tone::Done, "The rest is aligned anew"),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    pub(super) fn shelve(&mut self, opened: OpenedMemory) {
        let OpenedMemory { memory, path, problems, .. } = &opened;
        let (name, units) = (memory.header().name.clone(), memory.len());
        let text = match problems.len() {
            0 => format!("Memory \"{name}\": {units} units"),
            count => format!(
                "Memory \"{name}\": {units} units; {count} could not be read, the first at {}",
                problems.first().map(ToString::to_string).unwrap_or_default()
            ),
        };
        let tone = if problems.is_empty() { Tone::Done } else { Tone::Notice };
        if let Some(path) = path.clone() {
            self.remember_memory(&path);
        }
        self.library.put_opened(opened, Kind::Shared);
        self.tell(tone, text);
    }

    /// The working memories of earlier days, and the memories that were open.
    pub(super) fn shelve_own_memories(&mut self) {
        for file in sample::memories() {
            self.library.put(Memory::new(file), None, Kind::Bundled, Vec::new());
        }
        let mut env = (self.new_env)(&self.settings.author);
        let own = self.home.working_memories(self.files.as_ref());
        let shared = self.settings.memories.clone();
        let all = own.into_iter().map(|p| (p, Kind::Working));
        let all = all.chain(shared.into_iter().map(|p| (p, Kind::Shared)));
        for (path, kind) in all {
            let read = opening::open_memory(self.files.as_ref(), &path, None, &mut env);
            match read {
                Ok(opened) => self.library.put_opened(opened, kind),
                Err(error) => self.tell(Tone::Notice, error.to_string()),
            }
        }
    }
}
