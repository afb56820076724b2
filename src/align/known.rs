//! All that links two vocabularies before the documents have been compared.

use super::bag::{Bags, Kind};
use super::lexicon::Lexicon;
use super::progress::Progress;
use super::table::Table;
use super::{acronym, cognate, equal, seed};
use crate::model::{Cancelled, Lang};

/// Links at least this strong make a word one whose rendering is known.
const SURE: f32 = 0.2;

/// Links from source terms to target terms, in strengths of 0…1; words that have
/// one, or that the word table knows, are noted in the two vocabularies.
pub(super) fn gather(
    (source, source_lang): (&mut Bags, &Lang),
    (target, target_lang): (&mut Bags, &Lang),
    lexicon: Option<&Lexicon>,
    progress: &Progress,
) -> Result<Table, Cancelled> {
    let mut table = cognate::links(source, target, progress)?;
    equal::link(source, target, &mut table);
    acronym::link(source, target, &mut table);
    seed::link(source, target, (source_lang, target_lang), &mut table);
    if let Some(lexicon) = lexicon {
        lexicon.link((source, source_lang), (target, target_lang), &mut table);
    }
    let table = table.shared_out();
    let turned = table.transposed(target.terms.len());
    let sure = |row: &[(u32, f32)]| row.iter().any(|entry| entry.1 >= SURE);
    let (ours, theirs) = (
        seed::known(source, source_lang, target_lang),
        seed::known(target, target_lang, source_lang),
    );
    source.note_known(|term| ours.contains(&term) || sure(table.row(term)));
    target.note_known(|term| theirs.contains(&term) || sure(turned.row(term)));
    Ok(table)
}

/// Whether a term may lead through a large grid: marks stand everywhere.
pub(super) fn is_landmark(bags: &Bags, term: u32) -> bool {
    bags.terms.get(term as usize).is_some_and(|term| term.kind != Kind::Mark)
}
