//! Correcting everywhere at the desk: a wrong form is looked for as a job; what is chosen is
//! done as one step. Files of releases come first: a program that dies between finds the units
//! as they were, and by them the rows that are left.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::wide::Failed;
use super::{AllReport, Desk, Outcome};
use crate::memory::Direction;
use crate::memory::concordance::Side;
use crate::model::{Lang, MemoryId, Project, ProjectId, Unit, UnitId};
use crate::texts::t;
use crate::workbench::correcting::apply::{self, CORRECT, NewText};
use crate::workbench::correcting::search::{Searched, search};
use crate::workbench::correcting::{Correction, Forbidden, Place, Wrong};
use crate::workbench::history::UnitStep;
use crate::workbench::library::Kind;
use crate::workbench::session::Session;
use crate::workbench::wide::{ReleaseStep, WideStep, change_file};

/// What is looked for, what is found, and what was forbidden by it.
#[derive(Debug, Default)]
pub(super) struct Correcting {
    number: u64,
    job: Option<u64>,
    found: Option<Box<Correction>>,
    forbidden: Vec<Forbidden>,
}

/// A release that was changed in its file, or is to be.
struct Meant {
    project: ProjectId,
    path: PathBuf,
    texts: Vec<NewText>,
}

/// What was done in files, and what is still to be done in memories and the open release.
pub(super) struct Changed {
    correction: Correction,
    done: Vec<ReleaseStep>,
    failed: Failed,
}

impl Desk {
    /// Looks for a wrong form in all memories and the folder's releases, instead of what was
    /// looked for before.
    pub fn seek_wrong(&mut self, wrong: &Wrong, right: &str) {
        self.stop_correcting();
        let number = self.correcting.number;
        let memories = self.library.shelves().iter().map(|shelf| {
            let read_only = self.library.why_read_only(shelf).is_some();
            (shelf.memory.corpus(Direction::Forward), read_only)
        });
        let open = self.session.as_ref();
        let open = open.map(|open| (open.snapshot(), open.path().map(PathBuf::from)));
        let searched =
            Searched { memories: memories.collect(), open, paths: self.releases_of_folder() };
        let (files, wrong, right) = (Arc::clone(&self.files), wrong.clone(), right.to_owned());
        let job = self.jobs.start(t!("correcting-looking"), move |watch| {
            let found = search(&wrong, &right, &searched, files.as_ref(), watch)?;
            Ok(Outcome::Wrong(number, found.map(Box::new)))
        });
        self.correcting.job = Some(job);
    }

    /// Ends the search, and forgets what was found.
    pub fn stop_correcting(&mut self) {
        if let Some(job) = self.correcting.job.take() {
            self.jobs.cancel(job);
        }
        self.correcting.number += 1;
        self.correcting.found = None;
    }

    /// Whether a wrong form is being looked for.
    #[must_use]
    pub const fn is_seeking_wrong(&self) -> bool {
        self.correcting.job.is_some()
    }

    /// What was found, handed over once.
    pub fn wrong_found(&mut self) -> Option<Box<Correction>> {
        self.correcting.found.take()
    }

    pub(super) fn take_wrong(&mut self, number: u64, found: Option<Box<Correction>>) {
        if number == self.correcting.number {
            self.correcting.job = None;
            self.correcting.found = found;
        }
    }

    /// The wrong forms that corrections were made of, for a termbase to forbid; handed over
    /// once.
    pub fn forbidden(&mut self) -> Vec<Forbidden> {
        std::mem::take(&mut self.correcting.forbidden)
    }

    /// The languages in which a form can be wrong: those of the open release, then those of the
    /// memories.
    #[must_use]
    pub fn languages_to_correct(&self) -> Vec<Lang> {
        let pair = self.session.as_ref().and_then(|session| session.pair().ok());
        let open = pair.into_iter().flat_map(|pair| [pair.target, pair.source]);
        let shelves = self.library.shelves().iter().filter(|shelf| shelf.kind != Kind::Bundled);
        let headers = shelves.map(|shelf| shelf.memory.header());
        let all = open.chain(headers.flat_map(|of| [of.target.clone(), of.source.clone()]));
        let mut known: Vec<Lang> = Vec::new();
        for lang in all {
            if !known.iter().any(|one| one.same_base(&lang)) {
                known.push(lang);
            }
        }
        known
    }

    /// Corrects what is chosen: releases that are not open in their files, then the memories
    /// and the open release.
    pub fn correct(&mut self, correction: Correction) {
        let open = self.session.as_ref().map(|session| session.project().id);
        let mut meant: BTreeMap<ProjectId, Meant> = BTreeMap::new();
        for spot in correction.chosen() {
            let Place::Row { project, path: Some(path), .. } = &spot.place else { continue };
            let text = correction.after(spot).and_then(|after| NewText::of(spot, after));
            if Some(*project) != open {
                let new = Meant { project: *project, path: path.clone(), texts: Vec::new() };
                meant.entry(*project).or_insert(new).texts.extend(text);
            }
        }
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        let author = self.settings.author.clone();
        let now = (self.new_env)(&author).now();
        self.jobs.start(t!("correcting-correcting"), move |_| {
            let (mut done, mut failed) = (Vec::new(), Failed::new());
            for Meant { project, path, texts } in meant.into_values() {
                let patch = |release: &Project| apply::patch(release, &texts, (&author, now));
                let changed = change_file(files.as_ref(), &home, &path, patch);
                match changed {
                    Ok((_, patch)) => done.push(ReleaseStep { project, path: Some(path), patch }),
                    Err(why) => failed.push((path, why)),
                }
            }
            Ok(Outcome::Corrected(Box::new(Changed { correction, done, failed })))
        });
    }

    /// The files are done: now the memories and the open release.
    pub(super) fn take_corrected(&mut self, changed: Changed) {
        let Changed { correction, mut done, mut failed } = changed;
        match self.patch_of_open(&correction) {
            Ok(Some(step)) => done.push(step),
            Ok(None) => {}
            Err((path, why)) => failed.push((path, why)),
        }
        let units = self.correct_units(&correction);
        let count = units.len();
        let rows: usize = done.iter().map(|release| release.patch.changes.len()).sum();
        let is_nothing = units.is_empty() && done.is_empty();
        if !is_nothing {
            let number = self.wide.next_number();
            self.note_wide(WideStep { number, name: CORRECT, units, releases: done });
            let form = correction.forbidden();
            if let Some(base) = correction.forbid_in {
                self.forbid_form(number, base, &form);
            }
            self.correcting.forbidden.push(form);
        }
        let done = t!(
            "correcting-done",
            wrong = correction.wrong.text,
            right = correction.right,
            units = count,
            rows = rows
        );
        self.report(AllReport { lines: vec![done], failed });
        self.list_anew_quietly();
    }

    /// Gives the chosen units their new texts; both sides of one are one step.
    fn correct_units(&mut self, correction: &Correction) -> Vec<UnitStep> {
        let mut after: BTreeMap<(MemoryId, UnitId), (Unit, Unit)> = BTreeMap::new();
        for spot in correction.chosen() {
            let Place::Unit { memory, unit, side, .. } = spot.place else { continue };
            let Some(now) = self.library.unit(memory, unit) else { continue };
            let (_, new) = after.entry((memory, unit)).or_insert_with(|| (now.clone(), now));
            let (text, tags) = match side {
                Side::Source => (&mut new.source, &mut new.tags.source),
                Side::Target => (&mut new.target, &mut new.tags.target),
            };
            // What somebody changed meanwhile stays.
            let Some(edited) = correction.edited(spot).filter(|_| *text == spot.text) else {
                continue;
            };
            for tag in tags.iter_mut() {
                tag.at = edited.moved(tag.at);
            }
            *text = edited.text;
        }
        after.retain(|_, (before, after)| before != after);
        let mut env = (self.new_env)(&self.settings.author);
        let states = after.iter().map(|((memory, unit), (_, new))| (*memory, *unit, Some(new)));
        self.library.set_all(states, &mut env);
        self.save_units();
        let step = |((memory, unit), (before, after))| UnitStep {
            memory,
            unit,
            before: Some(before),
            after: Some(after),
        };
        after.into_iter().map(step).collect()
    }

    /// The change of the open release, where it has rows to be corrected.
    fn patch_of_open(
        &self,
        correction: &Correction,
    ) -> Result<Option<ReleaseStep>, (PathBuf, String)> {
        let Some(session) = &self.session else { return Ok(None) };
        let id = session.project().id;
        let of_open = correction
            .chosen()
            .filter(|spot| matches!(spot.place, Place::Row { project, .. } if project == id));
        let texts: Vec<NewText> =
            of_open.filter_map(|spot| NewText::of(spot, correction.after(spot)?)).collect();
        if texts.is_empty() {
            return Ok(None);
        }
        let path = session.path().map(PathBuf::from);
        let by = (self.settings.author.as_str(), session.env.now());
        match apply::patch(session.project(), &texts, by) {
            Ok(patch) => Ok(Some(ReleaseStep { project: id, path, patch })),
            Err(why) => Err((path.unwrap_or_default(), why)),
        }
    }

    /// The files of the folder's releases, but the open one's.
    fn releases_of_folder(&self) -> Vec<PathBuf> {
        let open = self.session.as_ref().and_then(Session::path);
        let listed = self.listing.iter().flat_map(|listing| &listing.projects);
        listed.filter(|path| Some(path.as_path()) != open).cloned().collect()
    }
}
