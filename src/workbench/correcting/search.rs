//! Where a wrong form stands: in the units of the memories, then in the rows of releases.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::wrong::{Finder, Form, guess, key};
use super::{Barred, Correction, Place, Spot, Wrong};
use crate::memory::concordance::{Corpus, Side};
use crate::model::{
    Bead, Cancelled, MemoryHeader, Origin, Project, ReleaseStatus, Translation, UnitId, Watch,
};
use crate::store::{self, Files};
use crate::workbench::archive::share;

/// Units that one core takes at a time, and between two looks at whether somebody has
/// cancelled: some 2 ms of texts.
const SLOTS_A_PIECE: u32 = 8192;

/// What is searched.
pub struct Searched {
    /// The memories as they are, each with whether it is read only.
    pub memories: Vec<(Corpus, bool)>,
    /// The open release and its file.
    pub open: Option<(Project, Option<PathBuf>)>,
    /// The files of the folder's other releases.
    pub paths: Vec<PathBuf>,
}

impl std::fmt::Debug for Searched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Searched").field("paths", &self.paths).finish_non_exhaustive()
    }
}

/// A text with places of forms that have no number yet.
type Raw = (Place, String, Vec<std::ops::Range<usize>>, Option<Barred>);

/// Looks for a wrong form; `None` where there is nothing to look for.
///
/// # Errors
/// [`Cancelled`] when the watch stops it.
pub fn search(
    wrong: &Wrong,
    right: &str,
    searched: &Searched,
    files: &(dyn Files + Send + Sync),
    watch: &dyn Watch,
) -> Result<Option<Correction>, Cancelled> {
    let Some(finder) = wrong.finder() else { return Ok(None) };
    let mut raw = Vec::new();
    for (corpus, read_only) in &searched.memories {
        let barred = read_only.then_some(Barred::ReadOnly);
        for side in sides(corpus.header(), wrong) {
            raw.extend(in_memory(corpus, side, barred, &finder, watch)?);
        }
    }
    let units: HashSet<UnitId> = raw
        .iter()
        .filter_map(|(place, ..)| match place {
            Place::Unit { unit, .. } => Some(*unit),
            Place::Row { .. } => None,
        })
        .collect();
    if let Some((project, path)) = &searched.open {
        raw.extend(in_release(project, path.as_deref(), wrong, &finder, &units));
    }
    let read = share::each(searched.paths.len(), watch, &|place, _| {
        let Some(path) = searched.paths.get(place) else { return Ok(Ok(Vec::new())) };
        Ok(match store::project::open(files, path) {
            Ok(reading) => Ok(in_release(&reading.value, Some(path), wrong, &finder, &units)),
            Err(error) => Err((path.clone(), error.to_string())),
        })
    })?;
    let mut unread = Vec::new();
    for one in read {
        match one {
            Ok(found) => raw.extend(found),
            Err(failed) => unread.push(failed),
        }
    }
    Ok(Some(numbered(wrong, right, raw, unread)))
}

/// The sides of a memory that are in the wrong form's language.
fn sides(header: &MemoryHeader, wrong: &Wrong) -> Vec<Side> {
    let of = |side| match side {
        Side::Source => &header.source,
        Side::Target => &header.target,
    };
    Side::BOTH.into_iter().filter(|side| of(*side).same_base(&wrong.lang)).collect()
}

fn in_memory(
    corpus: &Corpus,
    side: Side,
    barred: Option<Barred>,
    finder: &Finder,
    watch: &dyn Watch,
) -> Result<Vec<Raw>, Cancelled> {
    let header = corpus.header();
    let ends = corpus.slots();
    let pieces: Vec<u32> = (0..ends).step_by(SLOTS_A_PIECE as usize).collect();
    let found = share::each(pieces.len(), watch, &|piece, _| {
        let first = pieces.get(piece).copied().unwrap_or(ends);
        let slots = first..ends.min(first.saturating_add(SLOTS_A_PIECE));
        let units = slots.filter_map(|slot| corpus.unit_at(slot));
        let found = units.filter_map(|stored| {
            let text = match side {
                Side::Source => stored.unit.source,
                Side::Target => stored.unit.target,
            };
            let hits = finder.find(text);
            let place = Place::Unit {
                memory: header.id,
                name: header.name.clone(),
                unit: stored.id,
                side,
                release: stored.unit.release.to_owned(),
            };
            (!hits.is_empty()).then(|| (place, text.to_owned(), hits, barred))
        });
        Ok(found.collect::<Vec<Raw>>())
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// The rows of a release that have the form in their target, where that is in its language.
fn in_release(
    project: &Project,
    path: Option<&Path>,
    wrong: &Wrong,
    finder: &Finder,
    units: &HashSet<UnitId>,
) -> Vec<Raw> {
    let published = project.release.status == ReleaseStatus::Published;
    let file = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let title = Some(&project.release.title).filter(|title| !title.is_empty()).cloned();
    let name = title.or(file).unwrap_or_default();
    let translations = project.translations.iter();
    let meant = translations.filter(|of| of.lang().same_base(&wrong.lang));
    let rows = meant.flat_map(|of| of.beads.iter().map(move |bead| (of, bead)));
    let found = rows.filter_map(|(of, bead): (&Translation, &Bead)| {
        let text = bead.target_text();
        let hits = finder.find(&text);
        if hits.is_empty() {
            return None;
        }
        let barred = match (published, bead.flags.locked) {
            (true, _) => Some(Barred::Published),
            (_, true) => Some(Barred::Locked),
            _ => None,
        };
        let place = Place::Row {
            project: project.id,
            path: path.map(Path::to_owned),
            name: name.clone(),
            translation: of.id,
            bead: bead.id,
            number: bead.number,
            used: uses(bead, units),
        };
        Some((place, text, hits, barred))
    });
    found.collect()
}

/// Whether a row was taken from one of these units, or stored as one.
fn uses(bead: &Bead, units: &HashSet<UnitId>) -> bool {
    let taken = match bead.origin {
        Origin::Match { unit, .. } => Some(unit),
        _ => None,
    };
    let stored = bead.unit.map(|stored| stored.unit);
    [taken, stored].into_iter().flatten().any(|unit| units.contains(&unit))
}

/// Numbers the forms: the wrong one itself first, then the frequent before the rare. Rows that
/// did not use one of the units are found too, and left unless somebody chooses them.
fn numbered(
    wrong: &Wrong,
    right: &str,
    raw: Vec<Raw>,
    unread: Vec<(PathBuf, String)>,
) -> Correction {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let itself = key(&wrong.text);
    counts.insert(itself.clone(), 0);
    for (_, text, hits, barred) in &raw {
        for range in hits {
            let form = key(text.get(range.clone()).unwrap_or_default());
            *counts.entry(form).or_default() += usize::from(barred.is_none());
        }
    }
    let mut order: Vec<(String, usize)> = counts.into_iter().collect();
    order.sort_by(|(a, one), (b, other)| (*a != itself, other, a).cmp(&(*b != itself, one, b)));
    let places: HashMap<&str, usize> =
        order.iter().enumerate().map(|(place, (form, _))| (form.as_str(), place)).collect();
    let spots: Vec<Spot> = raw
        .into_iter()
        .map(|(place, text, hits, barred)| {
            let number = |range: &std::ops::Range<usize>| {
                let form = key(text.get(range.clone()).unwrap_or_default());
                places.get(form.as_str()).copied().unwrap_or_default()
            };
            let hits = hits.iter().map(|range| (range.clone(), number(range))).collect();
            Spot { place, text, hits, barred }
        })
        .collect();
    let unused = spots
        .iter()
        .enumerate()
        .filter(|(_, spot)| matches!(spot.place, Place::Row { used: false, .. }));
    let left: BTreeSet<usize> = unused.map(|(place, _)| place).collect();
    let forms = order
        .iter()
        .map(|(form, count)| {
            let is_itself = *form == itself;
            let found = if is_itself { wrong.text.clone() } else { form.clone() };
            let right = guess(&wrong.text, right, form);
            Form { found, right, count: *count, chosen: is_itself }
        })
        .collect();
    let (wrong, right) = (wrong.clone(), right.to_owned());
    Correction { wrong, right, keep_case: true, forms, spots, left, forbid_in: None, unread }
}
