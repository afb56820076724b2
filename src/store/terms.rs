//! Termbases on the disk: opened with what was mended told, saved whole.
//!
//! Saving keeps what somebody else has added to the same termbase since: the two are merged
//! while nobody else can write. Left out: watching for changes.

use std::path::Path;

use super::{Files, StoreError};
use crate::formats::terms_ron::{self, TermsText};
use crate::model::{Problem, Reading, Termbase};

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
                let mut merged = value.base;
                merged.merge(base);
                terms_ron::write_with(&merged, &value.kept)
            }
            Err(error) if error.is_newer() => return Err(error),
            _ => terms_ron::write(base),
        };
        if text.as_bytes() == bytes { Ok(()) } else { held.replace_all(text.as_bytes()) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Concept, ConceptId, Term, TermKind, TermbaseId};
    use crate::store::testing::MemoryFiles;

    #[test]
    fn what_somebody_else_added_stays() {
        let files = MemoryFiles::new();
        let path = Path::new("bridges.terms.ron");
        let concept = |id, text: &str| {
            let term = Term::preferred("en".parse().expect("en"), text.to_owned());
            Concept::new(ConceptId::from_bits(id), TermKind::Phrase, vec![term])
        };
        let mut ours = Termbase::new(TermbaseId::from_bits(1), String::new());
        ours.concepts = vec![concept(1, "bridge")];
        let mut theirs = ours.clone();
        theirs.concepts.push(concept(2, "toll"));
        save(&files, path, &theirs).expect("saved");
        save(&files, path, &ours).expect("saved");
        assert_eq!(open(&files, path).expect("opened").value.concepts.len(), 2);
    }
}
