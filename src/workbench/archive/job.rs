//! Aligning an archive: each release of the table becomes a project in one folder.
//!
//! A release whose project is there already is kept as it is, so that an archive that was
//! stopped half-way goes on where it was; a release that fails is told with the cause and
//! the rest goes on. Projects are written whole, one by one: a cancel leaves those that
//! are done.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::gather::{self, Entry};
use super::pairs::{Plan, Sheet};
use super::share;
use crate::align::Lexicon;
use crate::model::{Cancelled, Lang, Project, Translation, Watch};
use crate::release::pairing;
use crate::store::listing::PROJECT;
use crate::store::{self, Files, Home};
use crate::workbench::Env;
use crate::workbench::counts::Counts;
use crate::workbench::intake::{self, Taught};
use crate::workbench::rows::Rows;

/// What an archive is aligned with.
pub struct Means<'a> {
    /// The disk.
    pub files: &'a (dyn Files + Send + Sync),
    /// Where backups are.
    pub home: &'a Home,
    /// The folder the projects are written to; `None` to write none.
    pub output: Option<&'a Path>,
    /// Whether projects that are there are written over (a backup keeps them).
    pub over: bool,
    /// What was taught about texts.
    pub taught: &'a Taught,
    /// What the memories teach about words, by language pair.
    pub lexicons: &'a [(Lang, Lang, Lexicon)],
}

/// How a pair came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The target's file.
    pub target: PathBuf,
    /// How it is aligned, or why it is not.
    pub result: Result<Quality, String>,
}

/// How sure the links of a pair are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Quality {
    /// Rows, those that are not content among them.
    pub rows: usize,
    /// Content rows with a guess below the sure ones.
    pub doubtful: usize,
    /// The mean confidence of the content rows, 0…1.
    pub confidence: f64,
}

/// What became of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The source's file.
    pub source: PathBuf,
    /// Its project; `None` where nothing could be written.
    pub project: Option<PathBuf>,
    /// Whether the project was there already and is as it was.
    pub kept: bool,
    /// Each target language.
    pub pairs: Vec<Outcome>,
}

/// The file of each release's project, by the sources' names, no two the same.
#[must_use]
pub fn names(sheet: &Sheet, plans: &[Plan]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let name = |plan: &Plan| {
        let stem = sheet.entry(plan.source).map(|entry| pairing::stem(&entry.file));
        let stem = stem.filter(|stem| !stem.is_empty()).unwrap_or_else(|| "release".to_owned());
        let mut name = stem.clone();
        let mut count = 1;
        while !taken.insert(name.clone()) {
            count += 1;
            name = format!("{stem}-{count}");
        }
        format!("{name}{PROJECT}")
    };
    plans.iter().map(name).collect()
}

/// Aligns the releases of the table on the cores there are. `envs` has the time and the ids
/// of each; `told` hears of each as it is done.
///
/// # Errors
/// [`Cancelled`] when the watch stops it; what is done is on the disk.
pub fn align(
    means: &Means<'_>,
    sheet: &Sheet,
    plans: &[Plan],
    new_env: &(dyn Fn(usize) -> Env + Sync),
    watch: &dyn Watch,
    told: &(dyn Fn(&Made) + Sync),
) -> Result<Vec<Made>, Cancelled> {
    let names = names(sheet, plans);
    share::each(plans.len(), watch, &|place, watch| {
        let made = match (plans.get(place), names.get(place)) {
            (Some(plan), Some(name)) => {
                let path = means.output.map(|output| output.join(name));
                release(means, sheet, plan, path, &mut new_env(place), watch)?
            }
            _ => Made { source: PathBuf::new(), project: None, kept: false, pairs: Vec::new() },
        };
        told(&made);
        Ok(made)
    })
}

/// Aligns one release and writes its project.
fn release(
    means: &Means<'_>,
    sheet: &Sheet,
    plan: &Plan,
    path: Option<PathBuf>,
    env: &mut Env,
    watch: &dyn Watch,
) -> Result<Made, Cancelled> {
    let source = sheet.path(plan.source);
    let failed = |why: &str| {
        let pair =
            |&target: &usize| Outcome { target: sheet.path(target), result: Err(why.into()) };
        let pairs = plan.targets.iter().map(pair).collect();
        Made { source: sheet.path(plan.source), project: None, kept: false, pairs }
    };
    let there = path.clone().filter(|path| !means.over && means.files.exists(path));
    if let Some(path) = there {
        return Ok(match store::project::open(means.files, &path) {
            Ok(reading) => kept(sheet, plan, &reading.value, path),
            Err(error) => failed(&error.to_string()),
        });
    }
    let document = match read(means, sheet.entry(plan.source), env) {
        Ok(document) => document,
        Err(why) => return Ok(failed(&why)),
    };
    let facts = crate::release::facts::of(&document);
    let mut project = Project::new(document, facts, env.ids());
    project.place.view = crate::model::View::Align;
    project.release.status = crate::model::ReleaseStatus::InAlignment;
    let mut pairs = Vec::new();
    for &place in &plan.targets {
        let entry = sheet.entry(place);
        let result = match read(means, entry, env) {
            Ok(target) => {
                let lexicon = lexicon(means, &project.source.lang, &target.lang);
                intake::add_translation(&mut project, target, lexicon, watch, env)?;
                Ok(project.translations.last().map(|t| quality(&project, t)).unwrap_or_default())
            }
            Err(why) => Err(why),
        };
        pairs.push(Outcome { target: sheet.path(place), result });
    }
    let Some(path) = path.filter(|_| !project.translations.is_empty()) else {
        return Ok(Made { source, project: None, kept: false, pairs });
    };
    // Nothing is written once somebody has stopped it.
    watch.report(0, 0)?;
    Ok(match store::project::save(means.files, means.home, &path, &project) {
        Ok(()) => Made { source, project: Some(path), kept: false, pairs },
        Err(error) => failed(&error.to_string()),
    })
}

/// A release whose project is there already.
fn kept(sheet: &Sheet, plan: &Plan, project: &Project, path: PathBuf) -> Made {
    let pair = |&place: &usize| {
        let lang = sheet.entry(place).map(|entry| &entry.file.lang);
        let there =
            project.translations.iter().find(|t| lang.is_some_and(|l| l.same_base(t.lang())));
        let missing = "the project was there already, without this language; write it anew or \
                       to another folder";
        let result = there.map(|t| quality(project, t)).ok_or_else(|| missing.to_owned());
        Outcome { target: sheet.path(place), result }
    };
    let pairs = plan.targets.iter().map(pair).collect();
    Made { source: sheet.path(plan.source), project: Some(path), kept: true, pairs }
}

fn read(
    means: &Means<'_>,
    entry: Option<&Entry>,
    env: &mut Env,
) -> Result<crate::model::Document, String> {
    let entry = entry.ok_or("the file is not in the table")?;
    let document = gather::read(means.files, entry, means.taught, env)
        .map_err(|unreadable| unreadable.cause)?;
    if document.segments().next().is_none() {
        return Err("there is no sentence in it".to_owned());
    }
    Ok(document)
}

fn lexicon<'a>(means: &Means<'a>, source: &Lang, target: &Lang) -> Option<&'a Lexicon> {
    let of = |(s, t, _): &&(Lang, Lang, Lexicon)| s.same_base(source) && t.same_base(target);
    means.lexicons.iter().find(of).map(|(.., lexicon)| lexicon)
}

/// How sure the links of a translation are.
#[must_use]
pub fn quality(project: &Project, translation: &Translation) -> Quality {
    let rows = Rows::of(&project.source, translation);
    let counts = Counts::of(&rows, &translation.beads);
    let content = translation.beads.iter().enumerate().filter(|(row, _)| rows.is_content(*row));
    let (count, sum) = content
        .map(|(_, bead)| f64::from(bead.link.confidence()))
        .fold((0_usize, 0.0), |(count, sum), confidence| (count + 1, sum + confidence));
    Quality {
        rows: counts.rows,
        doubtful: counts.likely + counts.doubtful,
        confidence: if count == 0 { 0.0 } else { sum / count as f64 },
    }
}
