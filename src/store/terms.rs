//! Termbases on the disk: opened with what was mended told, saved whole.
//!
//! Saving keeps what somebody else has added to the same termbase since: the two are merged
//! while nobody else can write. A change of some concepts ([`change`]) is made in what stands
//! in the file then, and leaves every other line as it is; what could not be read of the file
//! is kept beside it first. Left out: watching for changes (`workbench` compares [`Stamp`]s).

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::{Files, StoreError};
use crate::formats::FormatError;
use crate::formats::terms_ron::{self, TermsText};
use crate::model::{ConceptId, Problem, Reading, TermChange, Termbase, Timestamp};

/// How the names of termbases end.
pub const TERMS: &str = ".terms.ron";

/// Opens a termbase.
///
/// # Errors
/// The file cannot be read, or is no termbase.
pub fn open(files: &dyn Files, path: &Path) -> Result<Reading<Termbase>, StoreError> {
    let Reading { value, problems } = read(path, &files.read(path)?)?;
    Ok(Reading { value: value.base, problems })
}

fn read(path: &Path, bytes: &[u8]) -> Result<Reading<TermsText>, StoreError> {
    let text = String::from_utf8_lossy(bytes);
    let mut reading = terms_ron::read(&text).map_err(|source| StoreError::format(path, source))?;
    if matches!(text, std::borrow::Cow::Owned(_)) {
        let cause = "some bytes are no UTF-8 characters and were replaced by \u{fffd}";
        reading.problems.push(Problem::whole(cause));
    }
    Ok(reading)
}

/// Saves a termbase. Where the same one (by its id) stands at `path`, the two are merged, and
/// lines of newer writers stay; any other file is replaced.
///
/// # Errors
/// The disk refuses, or a termbase of a newer format is there.
pub fn save(files: &dyn Files, path: &Path, base: &Termbase) -> Result<(), StoreError> {
    if !files.exists(path) {
        return files.write_atomic(path, terms_ron::write(base).as_bytes());
    }
    files.hold(path, &mut |held| {
        let bytes = held.read(0..held.size())?;
        let text = match read(path, &bytes) {
            Ok(Reading { value, .. }) if value.base.header.id == base.header.id => {
                let TermsText { base: there, mut kept, .. } = value;
                let mut merged = there.clone();
                merged.merge(base);
                // A line that only is laid out otherwise stays as long as its concept does.
                let before: HashMap<_, _> = there.concepts.iter().map(|c| (c.id, c)).collect();
                let changed: HashSet<ConceptId> = merged
                    .concepts
                    .iter()
                    .filter(|concept| before.get(&concept.id) != Some(concept))
                    .map(|concept| concept.id)
                    .collect();
                kept.retain(|line| {
                    line.newer || !line.concept.is_some_and(|id| changed.contains(&id))
                });
                terms_ron::write_with(&merged, &kept)
            }
            Err(error) if error.is_newer() => return Err(error),
            _ => terms_ron::write(base),
        };
        if text.as_bytes() == bytes { Ok(()) } else { held.replace_all(text.as_bytes()) }
    })
}

/// What tells one state of a file from another: its size in bytes, and when it was written.
pub type Stamp = (u64, Timestamp);

/// The state of a file; `None` where it is not there.
#[must_use]
pub fn stamp(files: &dyn Files, path: &Path) -> Option<Stamp> {
    Some((files.size(path).ok()?, files.modified(path).ok()?))
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The termbase as it is now, with what others did to it.
    pub base: Termbase,
    /// The places of the changes that were left: somebody else changed the concept, or a newer
    /// version wrote it.
    pub left: Vec<usize>,
    /// Where what could not be read of the file was kept.
    pub aside: Option<PathBuf>,
}

/// Changes concepts of the termbase in a file. Where the file is gone, it is written anew from
/// `ours`.
///
/// # Errors
/// The disk refuses, or the file is no longer this termbase.
pub fn change(
    files: &dyn Files,
    path: &Path,
    ours: &Termbase,
    changes: &[TermChange],
) -> Result<Changed, StoreError> {
    if !files.exists(path) {
        let mut base = ours.clone();
        let left = base.change(changes);
        files.write_new(path, terms_ron::write(&base).as_bytes())?;
        return Ok(Changed { base, left, aside: None });
    }
    let bytes = files.read(path)?;
    let is_damaged = !read(path, &bytes)?.problems.is_empty();
    let aside = if is_damaged { keep_aside(files, path, &bytes)? } else { None };
    let mut changed = None;
    files.hold(path, &mut |held| {
        let bytes = held.read(0..held.size())?;
        let Reading { value, .. } = read(path, &bytes)?;
        if value.base.header.id != ours.header.id {
            let (expected, hint) = ("the same termbase", "it is another one now".to_owned());
            return Err(StoreError::format(path, FormatError::Other { expected, hint }));
        }
        let done = changed_text(value, changes);
        if done.1.as_bytes() != bytes {
            held.replace_all(done.1.as_bytes())?;
        }
        let (base, left) = done.0;
        changed = Some(Changed { base, left, aside: aside.clone() });
        Ok(())
    })?;
    Ok(changed.unwrap_or_else(|| Changed { base: ours.clone(), left: Vec::new(), aside: None }))
}

/// The termbase after changes, the places of those that were left, and its text.
fn changed_text(text: TermsText, changes: &[TermChange]) -> ((Termbase, Vec<usize>), String) {
    let TermsText { mut base, mut kept, .. } = text;
    let is_newer = |id: ConceptId| kept.iter().any(|line| line.newer && line.concept == Some(id));
    let (barred, free): (Vec<_>, Vec<_>) =
        changes.iter().enumerate().partition(|(_, change)| is_newer(change.concept));
    let ours: Vec<TermChange> = free.iter().map(|(_, change)| (*change).clone()).collect();
    let left = base.change(&ours);
    let left = left.into_iter().filter_map(|at| free.get(at)).map(|(number, _)| *number);
    let mut left: Vec<usize> = left.chain(barred.into_iter().map(|(number, _)| number)).collect();
    left.sort_unstable();
    let touched = |id: ConceptId| ours.iter().any(|change| change.concept == id);
    // A line that only was laid out otherwise is ours now.
    kept.retain(|line| line.newer || !line.concept.is_some_and(touched));
    let text = terms_ron::write_with(&base, &kept);
    ((base, left), text)
}

/// How the name of a copy ends that is kept of a damaged termbase.
const ASIDE: &str = ".damaged";

/// Keeps a damaged file's bytes beside it; where such a copy is there already, that one stays.
fn keep_aside(files: &dyn Files, path: &Path, bytes: &[u8]) -> Result<Option<PathBuf>, StoreError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let aside = path.with_file_name(format!("{name}{ASIDE}"));
    if files.exists(&aside) {
        return Ok(None);
    }
    files.write_new(&aside, bytes)?;
    Ok(Some(aside))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Concept, ConceptId, Term, TermKind, TermbaseId};
    use crate::store::testing::MemoryFiles;

    fn concept(id: u64, text: &str) -> Concept {
        let term = Term::preferred("en".parse().expect("en"), text.to_owned());
        Concept::new(ConceptId::from_bits(id), TermKind::Phrase, vec![term])
    }

    fn added(concept: &Concept) -> TermChange {
        TermChange { concept: concept.id, before: None, after: Some(concept.clone()) }
    }

    #[test]
    fn a_change_adds_a_line_and_its_undo_gives_the_bytes_back() {
        let files = MemoryFiles::new();
        let path = Path::new("bridges.terms.ron");
        let mut ours = Termbase::new(TermbaseId::from_bits(1), "bridges".to_owned());
        ours.concepts = vec![concept(1, "bridge")];
        let text = terms_ron::write(&ours).replace("text:\"bridge\"", "text: \"bridge\"");
        files.put(path, &text);
        let toll = added(&concept(2, "toll"));
        let done = change(&files, path, &ours, std::slice::from_ref(&toll)).expect("written");
        assert_eq!((done.base.concepts.len(), done.left.len()), (2, 0));
        let now = String::from_utf8(files.read(path).expect("there")).expect("UTF-8");
        assert!(now.contains("text: \"bridge\""), "the other line is as it was: {now}");
        change(&files, path, &ours, &[toll.inverse()]).expect("written");
        assert_eq!(files.read(path).expect("there"), text.as_bytes());
    }

    #[test]
    fn what_others_did_stays_and_what_they_changed_is_left() {
        let files = MemoryFiles::new();
        let path = Path::new("bridges.terms.ron");
        let mut ours = Termbase::new(TermbaseId::from_bits(1), String::new());
        ours.concepts = vec![concept(1, "bridge")];
        let mut theirs = ours.clone();
        theirs.concepts = vec![concept(1, "span"), concept(3, "ferry")];
        files.put(path, terms_ron::write(&theirs));
        let mine = TermChange {
            concept: ConceptId::from_bits(1),
            before: Some(concept(1, "bridge")),
            after: Some(concept(1, "viaduct")),
        };
        let done = change(&files, path, &ours, &[mine, added(&concept(2, "toll"))]);
        let done = done.expect("written");
        assert_eq!(done.left, [0]);
        assert_eq!(done.base.concepts.len(), 3);
        theirs.header.id = TermbaseId::from_bits(9);
        files.put(path, terms_ron::write(&theirs));
        assert!(change(&files, path, &ours, &[]).is_err(), "another termbase stands there");
    }

    #[test]
    fn a_termbase_cut_in_half_is_kept_beside_before_it_is_changed() {
        let files = MemoryFiles::new();
        let path = Path::new("bridges.terms.ron");
        let mut ours = Termbase::new(TermbaseId::from_bits(1), String::new());
        ours.concepts = vec![concept(1, "bridge"), concept(2, "toll"), concept(3, "ferry")];
        let text = terms_ron::write(&ours);
        let half = text.get(..text.len() - 30).expect("a place in it");
        files.put(path, half);
        let before = open(&files, path).expect("readable").value;
        assert_eq!(before.concepts.len(), 2);
        let done = change(&files, path, &before, &[added(&concept(4, "pier"))]).expect("written");
        let aside = done.aside.expect("a copy");
        assert_eq!(files.read(&aside).expect("there"), half.as_bytes());
        let now = open(&files, path).expect("readable");
        assert_eq!((now.value.concepts.len(), now.problems), (3, Vec::new()));
    }

    #[test]
    fn what_somebody_else_added_stays() {
        let files = MemoryFiles::new();
        let path = Path::new("bridges.terms.ron");
        let mut ours = Termbase::new(TermbaseId::from_bits(1), String::new());
        ours.concepts = vec![concept(1, "bridge")];
        let mut theirs = ours.clone();
        theirs.concepts.push(concept(2, "toll"));
        save(&files, path, &theirs).expect("saved");
        save(&files, path, &ours).expect("saved");
        assert_eq!(open(&files, path).expect("opened").value.concepts.len(), 2);
    }
}
