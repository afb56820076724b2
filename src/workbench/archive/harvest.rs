//! What all releases of an archive add to one memory.
//!
//! Each release is taken as if it were open ([`Session`]), translation by translation; those
//! in other languages than the memory's are left alone. What a release has become (its rows
//! know their units, so that mending a link later updates them) is saved in its file, unless
//! somebody has changed that meanwhile.

use std::path::{Path, PathBuf};

use crate::model::{MemoryId, Project, TranslationId};
use crate::store::project::Stamp;
use crate::store::{self, Files, Home, journal};
use crate::texts::t;
use crate::workbench::env::Env;
use crate::workbench::harvest::{Harvest, Trial};
use crate::workbench::library::{Languages, Library};
use crate::workbench::session::{Refused, Session};

/// A release read for its rows.
#[derive(Debug)]
pub struct Taken {
    /// Its file.
    pub path: PathBuf,
    /// The state of the file that was read.
    pub stamp: Stamp,
    /// The release as if it were open.
    pub session: Session,
}

/// Reads a release whose rows are wanted.
///
/// # Errors
/// It cannot be read, or has unsaved work.
pub fn take(files: &dyn Files, home: &Home, path: &Path, env: Env) -> Result<Taken, String> {
    let (reading, stamp) =
        store::project::open_stamped(files, path).map_err(|error| error.to_string())?;
    let project = reading.value;
    if journal::recover(files, home, project.id).ok().flatten().is_some() {
        return Err(t!("it-has-unsaved-work-open-it").to_owned());
    }
    let session = Session::new(project, Some(path.to_owned()), env);
    Ok(Taken { path: path.to_owned(), stamp, session })
}

/// Saves a release whose rows were added to a memory.
///
/// # Errors
/// The file was changed meanwhile, or the disk refuses.
pub fn put_back(
    files: &dyn Files,
    home: &Home,
    (path, stamp, project): (&Path, Stamp, &Project),
) -> Result<(), String> {
    let now = Stamp::of_file(files, path).map_err(|error| error.to_string())?;
    if now != stamp {
        return Err(t!("harvest-somebody-has-changed-it-meanwhile-its").to_owned());
    }
    store::project::save(files, home, path, project).map_err(|error| error.to_string())
}

impl Session {
    /// The translations in these languages.
    fn translations_in(&self, languages: &Languages) -> Vec<TranslationId> {
        let all = self.project().translations.iter();
        let is_source = self.source_lang().same_base(&languages.source);
        all.filter(|of| is_source && of.lang().same_base(&languages.target))
            .map(|of| of.id)
            .collect()
    }

    /// Does `work` with each translation in these languages shown; the one that was shown
    /// is shown again.
    fn with_each<T>(
        &mut self,
        languages: &Languages,
        mut work: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let before = self.translation().map(|of| of.id).zip(self.active_bead().map(|b| b.id));
        let mut done = Vec::new();
        for id in self.translations_in(languages) {
            self.show_translation(id);
            done.push(work(self));
        }
        if let Some((translation, bead)) = before {
            self.show_row(translation, bead);
        }
        done
    }

    /// What the translations in these languages would become in a memory of them.
    pub fn trial_of_all(
        &mut self,
        memory: MemoryId,
        from: Option<f32>,
        languages: &Languages,
    ) -> Trial {
        let trials = self.with_each(languages, |session| session.trial_rows(memory, from));
        let empty = Trial::empty(memory, self.env.now());
        trials.into_iter().fold(empty, Trial::and)
    }

    /// Puts the rows of all translations in these languages into a memory of them.
    ///
    /// # Errors
    /// The memory takes nothing.
    pub fn add_all_to_memory(
        &mut self,
        memory: MemoryId,
        from: Option<f32>,
        languages: &Languages,
        library: &mut Library,
    ) -> Result<Harvest, Refused> {
        let added = |session: &mut Self| session.add_to_memory(memory, from, library);
        let each = self.with_each(languages, added);
        each.into_iter().try_fold(Harvest::default(), |sum, one| Ok(sum.plus(one?)))
    }
}
