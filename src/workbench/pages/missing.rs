//! What a translation lacks of its source's codes, or has twice.

use super::give_back::{of_bead, of_sources};
use super::marks::with_edges;
use crate::formats::page::Marked;
use crate::model::{Bead, Code, Project, RowNumber, Target, Translation};
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

/// The rows of a translation whose codes are not those of their source. Codes at the edges of a
/// source are set on export where a translation has none of them, and are no fault.
#[must_use]
pub fn faults(project: &Project, translation: &Translation) -> Vec<Fault> {
    let rows = Rows::of(&project.source, translation);
    let codes: Vec<&Code> = project.source.blocks.iter().flat_map(|block| &block.codes).collect();
    if codes.is_empty() {
        return Vec::new();
    }
    let texts = translation.beads.iter().filter(|bead| matches!(bead.target, Target::Text { .. }));
    texts.filter_map(|bead| fault(project, &rows, bead)).collect()
}

fn fault(project: &Project, rows: &Rows, bead: &Bead) -> Option<Fault> {
    let block = bead.source.first().and_then(|id| rows.place(*id))?.0;
    let codes = &project.source.blocks.get(block)?.codes;
    let source = of_sources(project, rows, bead);
    let target = with_edges(&source, &of_bead(bead));
    let shown = |id: &str| {
        let code = codes.iter().find(|code| code.id == id);
        let sign = if id.starts_with('/') { "/" } else { "" };
        code.map_or_else(|| id.to_owned(), |code| format!("{sign}{}", code.shown))
    };
    let count = |marked: &Marked, id: &str| marked.tags.iter().filter(|tag| tag.id == id).count();
    let missing = source.tags.iter().filter(|tag| count(&target, &tag.id) == 0);
    let missing = missing.map(|tag| shown(&tag.id)).collect::<Vec<_>>();
    let again = target.tags.iter().enumerate().filter(|(place, tag)| {
        let before = target.tags.iter().take(*place);
        before.filter(|known| known.id == tag.id).count() == count(&source, &tag.id).max(1)
    });
    let doubled = again.map(|(_, tag)| shown(&tag.id)).collect::<Vec<_>>();
    let at = |id: &str| target.tags.iter().position(|tag| tag.id == id);
    let crossed = target.tags.iter().filter(|tag| {
        let close = at(&format!("/{}", tag.id));
        close.zip(at(&tag.id)).is_some_and(|(close, open)| close < open)
    });
    let crossed = crossed.map(|tag| shown(&tag.id)).collect::<Vec<_>>();
    let row = bead.number;
    let fine = missing.is_empty() && doubled.is_empty() && crossed.is_empty();
    (!fine).then_some(Fault { row, missing, doubled, crossed })
}
