//! All that links two vocabularies before the documents have been compared.

use super::bag::{Bags, Kind};
use super::ingredient::Ingredient;
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
    (lexicon, unknown): (Option<&Lexicon>, &[Ingredient]),
    progress: &Progress,
) -> Result<Table, Cancelled> {
    let has = |ingredient| !unknown.contains(&ingredient);
    let mut table = if has(Ingredient::Cognates) {
        cognate::links(source, target, progress)?
    } else {
        Table::new(source.terms.len())
    };
    if has(Ingredient::Figures) {
        equal::link(source, target, &mut table);
    }
    if has(Ingredient::Acronyms) {
        acronym::link(source, target, &mut table);
    }
    if has(Ingredient::WordTable) {
        seed::link(source, target, (source_lang, target_lang), &mut table);
    }
    if let Some(lexicon) = lexicon {
        lexicon.link((source, source_lang), (target, target_lang), &mut table);
    }
    let table = table.shared_out();
    if has(Ingredient::KnownWords) {
        note_known((source, source_lang), (target, target_lang), &table);
    }
    Ok(table)
}

/// Notes in both vocabularies which words have a rendering known beforehand.
fn note_known(
    (source, source_lang): (&mut Bags, &Lang),
    (target, target_lang): (&mut Bags, &Lang),
    table: &Table,
) {
    let turned = table.transposed(target.terms.len());
    let sure = |row: &[(u32, f32)]| row.iter().any(|entry| entry.1 >= SURE);
    let (ours, theirs) = (
        seed::known(source, source_lang, target_lang),
        seed::known(target, target_lang, source_lang),
    );
    source.note_known(|term| ours.contains(&term) || sure(table.row(term)));
    target.note_known(|term| theirs.contains(&term) || sure(turned.row(term)));
}

/// Whether a term may lead through a large grid: marks stand everywhere.
pub(super) fn is_landmark(bags: &Bags, term: u32) -> bool {
    bags.terms.get(term as usize).is_some_and(|term| term.kind != Kind::Mark)
}
