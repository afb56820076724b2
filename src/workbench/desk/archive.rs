//! An archive at the desk: its table of pairs, corrections of it, and aligning all of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::Lang;
use crate::workbench::archive::gather::{self, Root};
use crate::workbench::archive::job::{self, Made, Means};
use crate::workbench::archive::{Gathered, Sheet};
use crate::workbench::intake::Taught;
use crate::workbench::{Env, lessons};

/// So many texts let go over the window are an archive; one or two are a release.
const FEWEST_FILES: usize = 3;

/// The folder that projects go to unless another is chosen.
const OUTPUT: &str = "aligned";

/// An archive that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Archive {
    /// The table of pairs.
    pub sheet: Sheet,
    /// The folder the projects are written to.
    pub output: PathBuf,
    /// What has been aligned since the table was made.
    pub made: Vec<Made>,
    roots: Vec<Root>,
}

impl Archive {
    /// What came of a release, by its source's place in the table.
    #[must_use]
    pub fn made_of(&self, source: usize) -> Option<&Made> {
        let path = self.sheet.path(source);
        self.made.iter().find(|made| made.source == path)
    }
}

/// A correction of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Pairs a row's file with the text at this place.
    Pair(usize, usize),
    /// Parts a row's files.
    Unpair(usize),
    /// Says that a pair with rivals is the right one.
    Settle(usize),
    /// Leaves a row out, or takes it in.
    Toggle(usize),
    /// Pairs anew with sources in this language.
    Source(Lang),
    /// Writes the projects to this folder.
    Output(PathBuf),
}

/// What a job on an archive brings back.
pub(super) enum News {
    Gathered(Gathered, Vec<Root>),
    Made(Made),
    Done,
}

impl Desk {
    /// The archive that is looked at.
    #[must_use]
    pub const fn archive(&self) -> Option<&Archive> {
        self.archive.as_ref()
    }

    /// Whether these paths, let go over the window, mean an archive: several folders, a
    /// folder of texts without a project or memory, or more than two texts.
    #[must_use]
    pub fn means_archive(&self, paths: &[PathBuf]) -> bool {
        let ours = |path: &Path| path.extension().is_some_and(|ending| ending == "ron");
        let list = |path: &PathBuf| self.files.list(path).unwrap_or_default();
        let (folders, texts): (Vec<_>, Vec<_>) = paths.iter().partition(|p| self.files.is_dir(p));
        let of_texts = |folder: &&PathBuf| {
            let found = list(folder);
            !found.is_empty() && !found.iter().any(|path| ours(path))
        };
        let texts = texts.iter().filter(|path| !ours(path)).count();
        texts >= FEWEST_FILES || (!folders.is_empty() && folders.iter().all(of_texts))
    }

    /// Reads the texts of folders and files into the table, beside those that are there.
    pub fn gather_archive(&mut self, paths: Vec<PathBuf>) {
        let mut roots = self.archive.as_ref().map(|archive| archive.roots.clone());
        let roots_now = roots.get_or_insert_default();
        // Texts named one by one are one root: their languages tell them apart.
        let fresh = paths.into_iter().filter(|path| roots_now.iter().all(|r| r.path != *path));
        let fresh: Vec<Root> = fresh.map(|path| Root { path, lang: None }).collect();
        roots_now.extend(fresh);
        let roots = roots.unwrap_or_default();
        let (files, taught) = (Arc::clone(&self.files), self.taught_so_far());
        self.jobs.start("Reading the archive", move |watch| {
            let gathered = gather::gather(files.as_ref(), &roots, &taught, watch)?;
            Ok(Outcome::Archive(Box::new(News::Gathered(gathered, roots))))
        });
    }

    fn taught_so_far(&mut self) -> Taught {
        Taught { roles: self.settings.role_rules.clone(), cutting: self.cutting() }
    }

    /// Leaves the archive; what was aligned stays on the disk.
    pub fn leave_archive(&mut self) {
        self.archive = None;
    }

    /// Corrects the table; the row that is meant now.
    pub fn correct_archive(&mut self, change: Change) -> Option<usize> {
        let archive = self.archive.as_mut()?;
        let sheet = &mut archive.sheet;
        match change {
            Change::Pair(row, partner) => return sheet.pair_by_hand(row, partner),
            Change::Unpair(row) => return sheet.unpair(row),
            Change::Settle(row) => sheet.settle(row),
            Change::Toggle(row) => sheet.toggle(row),
            Change::Source(lang) => *sheet = std::mem::take(sheet).with_source(&lang),
            Change::Output(folder) => archive.output = folder,
        }
        None
    }

    /// Aligns every pair of the table that is ready, as a job.
    pub fn align_archive(&mut self) {
        let Some(archive) = &mut self.archive else { return };
        let plans = archive.sheet.plans();
        if plans.is_empty() {
            return self.tell(Tone::Notice, "there is no pair that is ready to be aligned");
        }
        archive.made.clear();
        let (sheet, output) = (archive.sheet.clone(), archive.output.clone());
        let lexicons = lessons::lexicons(&self.library, &sheet.language_pairs(&plans));
        let (files, home) = (Arc::clone(&self.files), self.home.clone());
        let taught = self.taught_so_far();
        // Each release has ids of its own, whichever core takes it.
        let author = self.settings.author.clone();
        let mut source = (self.new_env)(&author);
        let seeds: Vec<u64> = plans.iter().map(|_| source.ids().next_bits()).collect();
        let now = source.now();
        self.jobs.start_growing("Aligning the archive", move |watch, part| {
            if let Err(error) = files.create_dir_all(&output) {
                return Ok(Outcome::Written {
                    what: String::new(),
                    result: Err(error.to_string()),
                });
            }
            let means = Means {
                files: files.as_ref(),
                home: &home,
                output: Some(&output),
                over: false,
                taught: &taught,
                lexicons: &lexicons,
            };
            let seed = |place: usize| seeds.get(place).copied().unwrap_or_default();
            let env = |place: usize| Env::fixed(now, seed(place), &author);
            let told = |made: &Made| part(Outcome::Archive(Box::new(News::Made(made.clone()))));
            job::align(&means, &sheet, &plans, &env, watch, &told)?;
            Ok(Outcome::Archive(Box::new(News::Done)))
        });
    }

    pub(super) fn take_archive(&mut self, news: News) {
        match news {
            News::Gathered(gathered, roots) => self.put_archive(gathered, roots),
            News::Made(made) => {
                if let Some(archive) = &mut self.archive {
                    archive.made.push(made);
                }
            }
            News::Done => self.tell_aligned(),
        }
    }

    fn put_archive(&mut self, gathered: Gathered, roots: Vec<Root>) {
        let source = self.archive.as_ref().and_then(|archive| {
            let first = archive.sheet.rows().first()?;
            archive.sheet.entry(first.source).map(|entry| entry.file.lang.clone())
        });
        let output = self.archive.as_ref().map(|archive| archive.output.clone());
        let output = output.unwrap_or_else(|| output_of(&roots));
        let former = self.archive.take().map(|archive| archive.sheet).unwrap_or_default();
        let sheet = former.renewed(gathered, source.as_ref());
        if sheet.rows().is_empty() {
            self.tell(Tone::Notice, "there is no text in there");
        }
        self.archive = Some(Archive { sheet, output, made: Vec::new(), roots });
    }

    fn tell_aligned(&mut self) {
        let Some(archive) = &self.archive else { return };
        let pairs = archive.made.iter().flat_map(|made| &made.pairs);
        let (done, failed): (Vec<_>, Vec<_>) = pairs.partition(|pair| pair.result.is_ok());
        let (done, failed) = (done.len(), failed.len());
        let output = archive.output.clone();
        let text = format!("{done} pairs aligned into {}", output.display());
        match failed {
            0 => self.tell(Tone::Done, text),
            _ => self.tell(Tone::Notice, format!("{text}; {failed} failed, see the table")),
        }
        // The list of releases is the archive's from now on.
        self.open(&output);
    }
}

/// Where the projects go: beside or in what was named.
fn output_of(roots: &[Root]) -> PathBuf {
    let first = roots.first().map(|root| root.path.clone()).unwrap_or_default();
    let single = roots.len() == 1 && first.extension().is_none();
    let folder = if single { Some(first.as_path()) } else { first.parent() };
    folder.unwrap_or(Path::new("")).join(OUTPUT)
}
