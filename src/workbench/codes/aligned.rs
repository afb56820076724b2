//! The codes of two pages that were aligned: the target's come from a file of its own and have
//! names of their own, so they get those of the source's.
//!
//! Codes that are called alike and do the same are matched in their order where a row has as many
//! of them on both sides; others are left out of the target, and told as missing.

use super::character::Put;
use super::row::RowCodes;
use crate::model::{Bead, Project, TagKind, Translation};
use crate::workbench::pages;
use crate::workbench::rows::Rows;

/// What a code is, whatever its name.
type Sort = (String, TagKind);

/// Gives the targets of a project's first translation the source's codes in the place of their
/// own.
pub fn match_codes(project: &mut Project) {
    let Some(mut translation) = project.translations.first().cloned() else { return };
    let rows = Rows::of(&project.source, &translation);
    let mut beads = std::mem::take(&mut translation.beads);
    for bead in &mut beads {
        match_bead(project, &translation, &rows, bead);
    }
    if let Some(first) = project.translations.first_mut() {
        first.beads = beads;
    }
}

fn match_bead(project: &Project, translation: &Translation, rows: &Rows, bead: &mut Bead) {
    let codes = RowCodes::of(project, rows, bead);
    let (_, source) = codes.in_source(project, rows, bead);
    let sort_of = |put: &Put| {
        let code = codes.get(put.place).filter(|code| code.is_own)?;
        let block = project.source.blocks.get(code.block)?;
        let shown = block.codes.iter().find(|of| of.id == code.id)?.shown.clone();
        Some((shown, code.kind))
    };
    let source: Vec<(Sort, usize)> =
        source.iter().filter_map(|put| Some((sort_of(put)?, put.place))).collect();
    let target = of_target(translation, bead);
    let count = |all: &mut dyn Iterator<Item = &Sort>, sort: &Sort| {
        all.filter(|known| *known == sort).count()
    };
    let mut put = Vec::new();
    for (nth, (sort, at)) in target.iter().enumerate() {
        let theirs = count(&mut target.iter().map(|(sort, _)| sort), sort);
        let own = count(&mut source.iter().map(|(sort, _)| sort), sort);
        let before = count(&mut target.iter().take(nth).map(|(sort, _)| sort), sort);
        let alike = source.iter().filter(|(known, _)| known == sort).nth(before);
        if let Some((_, place)) = alike.filter(|_| theirs == own) {
            put.push(Put { at: *at, place: *place });
        }
    }
    codes.set(&mut bead.target, &put);
}

/// What the codes of a target are, and where they stand in its text.
fn of_target(translation: &Translation, bead: &Bead) -> Vec<(Sort, usize)> {
    let ids = bead.target.segments().iter().flat_map(|sentence| {
        let block = sentence.block.and_then(|id| translation.document.block(id));
        sentence.segment.tags.iter().map(move |tag| {
            let code = block?.codes.iter().find(|code| code.id == tag.id)?;
            Some((code.shown.clone(), code.kind))
        })
    });
    let places = pages::of_bead(bead).tags.into_iter().map(|mark| mark.at);
    ids.zip(places).filter_map(|(sort, at)| Some((sort?, at))).collect()
}
