//! What a translation lacks of its source's codes, or has twice.

use super::give_back::{joined, of_bead, of_sources};
use super::marks::with_edges;
use crate::formats::page::{Mark, Marked};
use crate::model::{Bead, Project, RowNumber, Target, Translation};
use crate::workbench::codes::{RowCode, RowCodes};
use crate::workbench::rows::Rows;

/// A row whose codes are not those of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row.
    pub row: RowNumber,
    /// What the codes that are not there look like: `b`, `/b`, `image`.
    pub missing: Vec<String>,
    /// What the codes that are there again look like.
    pub doubled: Vec<String>,
    /// What the codes that close before they open look like.
    pub crossed: Vec<String>,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "row {}:", self.row)?;
        let kinds = [
            ("missing", &self.missing),
            ("there twice", &self.doubled),
            ("closed before it opens", &self.crossed),
        ];
        let told = kinds.into_iter().filter(|(_, codes)| !codes.is_empty());
        for (place, (what, codes)) in told.enumerate() {
            let comma = if place == 0 { "" } else { ";" };
            write!(f, "{comma} {what}: {}", codes.join(", "))?;
        }
        Ok(())
    }
}

/// The codes of a row that are not as its source has them, by their places among the row's
/// codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowFault {
    /// Those that are not there, those of further paragraphs of a joined row among them.
    pub missing: Vec<usize>,
    /// Those that are there again.
    pub doubled: Vec<usize>,
    /// Those that close before they open.
    pub crossed: Vec<usize>,
}

/// The rows of a translation whose codes are not those of their source. Codes at the edges of a
/// source are set on export where a translation has none of them, and are no fault.
#[must_use]
pub fn faults(project: &Project, translation: &Translation) -> Vec<Fault> {
    if project.source.blocks.iter().all(|block| block.codes.is_empty()) {
        return Vec::new();
    }
    let rows = Rows::of(&project.source, translation);
    let fault = |bead: &Bead| {
        let codes = RowCodes::of(project, &rows, bead);
        let found = row_fault(project, &rows, bead, &codes)?;
        let shown = |places: &[usize]| {
            let shown = places.iter().filter_map(|place| shown(project, codes.get(*place)?));
            shown.collect::<Vec<_>>()
        };
        let RowFault { missing, doubled, crossed } = &found;
        let (missing, doubled, crossed) = (shown(missing), shown(doubled), shown(crossed));
        Some(Fault { row: bead.number, missing, doubled, crossed })
    };
    translation.beads.iter().filter_map(fault).collect()
}

/// What a code looks like: `b`, `/b`.
fn shown(project: &Project, code: &RowCode) -> Option<String> {
    let codes = &project.source.blocks.get(code.block)?.codes;
    let of_block = codes.iter().find(|of_block| of_block.id == code.id)?;
    let sign = if code.id.starts_with('/') { "/" } else { "" };
    Some(format!("{sign}{}", of_block.shown))
}

/// What is wrong with the codes of a row's target; `None` for nothing. `codes` are the row's.
#[must_use]
pub fn row_fault(
    project: &Project,
    rows: &Rows,
    bead: &Bead,
    codes: &RowCodes,
) -> Option<RowFault> {
    if codes.is_empty() || !matches!(bead.target, Target::Text { .. }) {
        return None;
    }
    let source = of_sources(project, rows, bead);
    let target = with_edges(&source, &of_bead(bead));
    let first = bead.source.iter().find_map(|id| rows.place(*id)).map(|(block, _)| block)?;
    let place = |mark: &Mark| codes.place(first, &mark.id);
    let count = |marked: &Marked, id: &str| marked.tags.iter().filter(|tag| tag.id == id).count();
    let missing = source.tags.iter().filter(|tag| count(&target, &tag.id) == 0).filter_map(place);
    // A joined row is written in its first paragraph, which knows no code of another one.
    let (_, all) = joined(project, rows, bead);
    let elsewhere = all.iter().filter(|(block, _)| *block != first);
    let elsewhere = elsewhere.filter_map(|(block, mark)| codes.place(*block, &mark.id));
    let missing = missing.chain(elsewhere).collect::<Vec<_>>();
    let again = target.tags.iter().enumerate().filter(|(place, tag)| {
        let before = target.tags.iter().take(*place);
        before.filter(|known| known.id == tag.id).count() == count(&source, &tag.id).max(1)
    });
    let doubled = again.filter_map(|(_, tag)| place(tag)).collect::<Vec<_>>();
    let at = |id: &str| target.tags.iter().position(|tag| tag.id == id);
    let crossed = target.tags.iter().filter(|tag| {
        let close = at(&format!("/{}", tag.id));
        close.zip(at(&tag.id)).is_some_and(|(close, open)| close < open)
    });
    let crossed = crossed.filter_map(place).collect::<Vec<_>>();
    let fine = missing.is_empty() && doubled.is_empty() && crossed.is_empty();
    (!fine).then_some(RowFault { missing, doubled, crossed })
}
