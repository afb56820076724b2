//! The rows of all releases of the folder added to a memory: told first, then done.

use std::path::PathBuf;
use std::sync::Arc;

use super::accepting::AllReport;
use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{Lang, MemoryId, Project};
use crate::store::project::Stamp;
use crate::texts::t;
use crate::workbench::archive::harvest::{self, Taken};
use crate::workbench::archive::share;
use crate::workbench::env::Env;
use crate::workbench::harvest::{Harvest, Trial};
use crate::workbench::library::{Kind, Languages, Shelf};
use crate::workbench::seeker::Order;
use crate::workbench::session::{Refused, Session};

/// A memory, and from which confidence on guesses are taken too.
type Wish = (MemoryId, Option<f32>);

/// What adding all would do, once that is known.
#[derive(Debug)]
pub(super) struct AllTried {
    wish: Wish,
    /// The state of the library, and of the open release's rows.
    of: (u64, u64),
    /// By which the seeker's answer is known again; `None` while the releases are read.
    number: Option<u64>,
    result: Option<Result<Harvest, String>>,
}

/// Releases read to be added, and those that could not be.
pub(super) struct AllTaken {
    wish: Wish,
    taken: Vec<Taken>,
    failed: Vec<(PathBuf, String)>,
}

impl Desk {
    /// The memories that take rows of the folder's releases: id, name, units, whether it is
    /// a working one. Each pair of languages has one.
    #[must_use]
    pub fn memories_of_all(&self) -> Vec<(MemoryId, String, usize, bool)> {
        let mut found = Vec::new();
        for pair in self.pairs_of_all() {
            found.extend(self.library.writable(&pair).map(|shelf: &Shelf| {
                let header = shelf.memory.header();
                let name = format!("{}, {}-{}", header.name, header.source, header.target);
                (header.id, name, shelf.memory.len(), shelf.kind == Kind::Working)
            }));
        }
        found
    }

    /// The memory that rows of all releases go to unless another is chosen; the working ones
    /// are made where there are none. `None` while the links are being read.
    pub fn default_memory_of_all(&mut self) -> Option<MemoryId> {
        self.survey_or_read()?;
        let mut env = (self.new_env)(&self.settings.author);
        let pairs = self.pairs_of_all();
        let ids: Vec<MemoryId> =
            pairs.iter().map(|pair| self.library.working_id(pair, &mut env)).collect();
        ids.first().copied()
    }

    fn pairs_of_all(&self) -> Vec<Languages> {
        let releases = self.review.survey.iter().flat_map(|survey| &survey.releases);
        let mut found: Vec<(Lang, Lang)> = Vec::new();
        for (source, target) in releases.flat_map(|release| &release.languages) {
            if !found.iter().any(|(s, t)| s.same_base(source) && t.same_base(target)) {
                found.push((source.clone(), target.clone()));
            }
        }
        found.into_iter().map(|(source, target)| Languages { source, target }).collect()
    }

    fn languages_of(&self, memory: MemoryId) -> Option<Languages> {
        let header = self.library.shelf(memory)?.memory.header();
        Some(Languages { source: header.source.clone(), target: header.target.clone() })
    }

    /// What [`Self::add_all_to_memory`] would do; `None` while that is being worked out.
    ///
    /// # Errors
    /// Inside: why it cannot be done.
    pub fn would_add_all(
        &mut self,
        memory: MemoryId,
        from: Option<f32>,
    ) -> Option<Result<Harvest, String>> {
        if let Err(Refused(why)) = self.library.check_writable(memory) {
            return Some(Err(why));
        }
        let shape = self.session.as_ref().map(Session::version).unwrap_or_default();
        let (wish, of) = ((memory, from), (self.library.version(), shape));
        if let Some(tried) = self.review.tried.as_ref().filter(|t| t.wish == wish && t.of == of) {
            return tried.result.clone();
        }
        let languages = self.languages_of(memory)?;
        self.review.tried = Some(AllTried { wish, of, number: None, result: None });
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        let (paths, open, new_env) = self.plan_taking();
        self.jobs.start(t!("harvesting-reading-the-rows-of-all-releases"), move |watch| {
            let now = new_env(paths.len()).now();
            let trials = share::each(paths.len(), watch, &|place, _| {
                let taken = paths
                    .get(place)
                    .map(|path| harvest::take(files.as_ref(), &home, path, new_env(place)));
                let trial = |mut taken: Taken| taken.session.trial_of_all(memory, from, &languages);
                Ok(taken.and_then(Result::ok).map(trial))
            })?;
            let here = open.map(|project| {
                let mut session = Session::new(project, None, new_env(paths.len()));
                session.trial_of_all(memory, from, &languages)
            });
            let all = here.into_iter().chain(trials.into_iter().flatten());
            let trial = all.fold(Trial::empty(memory, now), Trial::and);
            Ok(Outcome::AllTrial(wish, of, Box::new(trial)))
        });
        None
    }

    /// The files of the folder's releases but the open one, that one as it is, and how an
    /// environment for each is made.
    fn plan_taking(
        &mut self,
    ) -> (Vec<PathBuf>, Option<Project>, impl Fn(usize) -> Env + Send + Sync + use<>) {
        let own = self.session.as_ref().and_then(Session::path).map(PathBuf::from);
        let own = own.filter(|path| self.is_of_folder(path));
        let listed = self.listing.as_ref().map(|listing| listing.projects.clone());
        let paths = listed.unwrap_or_default();
        let paths: Vec<PathBuf> =
            paths.into_iter().filter(|path| Some(path) != own.as_ref()).collect();
        let open = self.session.as_ref().filter(|_| own.is_some()).map(Session::snapshot);
        let author = self.settings.author.clone();
        let mut env = (self.new_env)(&author);
        // Each release gives ids of its own, whichever core takes it.
        let seeds: Vec<u64> = (0..=paths.len()).map(|_| env.ids().next_bits()).collect();
        let now = env.now();
        let seed = move |place: usize| seeds.get(place).copied().unwrap_or_default();
        (paths, open, move |place| Env::fixed(now, seed(place), &author))
    }

    pub(super) fn take_all_trial(&mut self, wish: Wish, of: (u64, u64), mut trial: Trial) {
        let number = self.matches.next_trial();
        let Some(tried) = self.review.tried.as_mut().filter(|t| t.wish == wish && t.of == of)
        else {
            return;
        };
        tried.number = Some(number);
        trial.number = number;
        self.matches.seeker.order(Order::Try(Box::new(trial)));
    }

    pub(super) fn take_all_tried(&mut self, number: u64, result: Result<Harvest, String>) {
        let tried = self.review.tried.as_mut().filter(|tried| tried.number == Some(number));
        if let Some(tried) = tried {
            tried.result = Some(result);
        }
    }

    /// Adds the accepted rows of all releases to a memory, and the guesses from a confidence
    /// on where one is given.
    pub fn add_all_to_memory(&mut self, memory: MemoryId, from: Option<f32>) {
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        let (paths, _, new_env) = self.plan_taking();
        self.jobs.start(t!("harvesting-reading-the-rows-of-all-releases"), move |watch| {
            let read = share::each(paths.len(), watch, &|place, _| {
                Ok(paths.get(place).map(|path| {
                    let taken = harvest::take(files.as_ref(), &home, path, new_env(place));
                    taken.map_err(|why| (path.clone(), why))
                }))
            })?;
            let mut all = AllTaken { wish: (memory, from), taken: Vec::new(), failed: Vec::new() };
            for result in read.into_iter().flatten() {
                match result {
                    Ok(taken) => all.taken.push(taken),
                    Err(failed) => all.failed.push(failed),
                }
            }
            Ok(Outcome::AllTaken(Box::new(all)))
        });
    }

    pub(super) fn take_all_taken(&mut self, all: AllTaken) {
        let AllTaken { wish: (memory, from), taken, mut failed } = all;
        let Some(languages) = self.languages_of(memory) else { return };
        let told = self.review.tried.take().and_then(|tried| tried.result?.ok());
        let own = self.session.as_ref().and_then(Session::path);
        let is_own = own.is_some_and(|path| self.is_of_folder(path));
        let mut sum = Harvest::default();
        if let Some(session) = self.session.as_mut().filter(|_| is_own) {
            match session.add_all_to_memory(memory, from, &languages, &mut self.library) {
                Ok(harvest) => sum = sum.plus(harvest),
                Err(Refused(why)) => return self.tell(Tone::Notice, why),
            }
        }
        let mut changed: Vec<(PathBuf, Stamp, Project)> = Vec::new();
        for Taken { path, stamp, mut session } in taken {
            match session.add_all_to_memory(memory, from, &languages, &mut self.library) {
                Ok(harvest) => sum = sum.plus(harvest),
                Err(Refused(why)) => failed.push((path.clone(), why)),
            }
            if session.is_dirty() {
                changed.push((path, stamp, session.project().clone()));
            }
        }
        self.save_units();
        sum.conflicting = told.map_or(0, |told| told.conflicting);
        let name = self.library.shelf(memory).map(|shelf| shelf.memory.header().name.clone());
        let line = t!("harvesting-memory", name = name.unwrap_or_default(), sum = sum.sentence());
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        self.jobs.start(t!("harvesting-noting-the-units-in-all-releases"), move |watch| {
            let saved = share::each(changed.len(), watch, &|place, _| {
                let Some((path, stamp, project)) = changed.get(place) else { return Ok(None) };
                let saved =
                    harvest::put_back(files.as_ref(), &home, (path.as_path(), *stamp, project));
                Ok(saved.err().map(|why| (path.clone(), why)))
            })?;
            failed.extend(saved.into_iter().flatten());
            Ok(Outcome::AllDone(AllReport { lines: vec![line], failed }))
        });
    }
}
