//! What the grid must know of each row beside its bead: derived, never stored.

use std::collections::HashMap;

use crate::model::{Bead, Block, BlockId, Document, Role, SegmentId, Translation};

/// The anatomy of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowInfo {
    /// The role of the block the row's first sentence stands in.
    pub role: Role,
    /// Whether the row is translated, counted and stored.
    pub content: bool,
    /// Whether the row begins a block.
    pub begins_block: bool,
    /// The place of its first source segment: block and segment, both from 0.
    pub source: Option<(usize, usize)>,
    /// The place of the target block of its first target segment.
    pub target_block: Option<usize>,
}

/// The anatomy of all rows of a translation, and where segments stand.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    infos: Vec<RowInfo>,
    places: HashMap<SegmentId, (usize, usize)>,
}

impl Rows {
    /// Derives the rows of `translation`, whose source is `source`.
    #[must_use]
    pub fn of(source: &Document, translation: &Translation) -> Self {
        let places = places(source);
        let blocks: HashMap<BlockId, usize> =
            translation.document.blocks.iter().enumerate().map(|(at, b)| (b.id, at)).collect();
        let mut infos: Vec<RowInfo> = Vec::with_capacity(translation.beads.len());
        let mut last = (None, None);
        for bead in &translation.beads {
            let place = bead.source.first().and_then(|id| places.get(id)).copied();
            let first_target = bead.target.segments().first();
            let target_block =
                first_target.and_then(|s| s.block).and_then(|id| blocks.get(&id)).copied();
            let block = place.and_then(|(block, _)| source.blocks.get(block));
            let own = block.or_else(|| translation.document.blocks.get(target_block?));
            let begins_block = match place {
                Some((block, _)) => last.0 != Some(block),
                None => target_block.is_some() && last.1 != target_block,
            };
            last = (place.map(|(block, _)| block).or(last.0), target_block.or(last.1));
            infos.push(RowInfo {
                role: own.map_or(Role::Body, |b| b.role),
                content: own.is_none_or(Block::is_content),
                begins_block,
                source: place,
                target_block,
            });
        }
        Self { infos, places }
    }

    /// The same rows, all of them content.
    #[must_use]
    pub fn all_content(mut self) -> Self {
        self.infos.iter_mut().for_each(|info| info.content = true);
        self
    }

    /// The anatomy of a row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&RowInfo> {
        self.infos.get(row)
    }

    /// All rows in order.
    #[must_use]
    pub fn infos(&self) -> &[RowInfo] {
        &self.infos
    }

    /// Whether a row is content.
    #[must_use]
    pub fn is_content(&self, row: usize) -> bool {
        self.infos.get(row).is_some_and(|info| info.content)
    }

    /// Where a source segment stands: block and segment, both from 0.
    #[must_use]
    pub fn place(&self, id: SegmentId) -> Option<(usize, usize)> {
        self.places.get(&id).copied()
    }

    /// The source text of a bead: its sentences with the white space between them.
    #[must_use]
    pub fn source_text(&self, source: &Document, bead: &Bead) -> String {
        let mut text = String::new();
        let segment = |id: &SegmentId| {
            let (block, segment) = self.place(*id)?;
            source.blocks.get(block)?.segments.get(segment)
        };
        let mut segments = bead.source.iter().filter_map(segment).peekable();
        while let Some(segment) = segments.next() {
            text.push_str(&segment.text);
            match segments.peek() {
                None => {}
                // The pieces of one sentence stand as they stood.
                Some(next) if next.parent == Some(segment.id) => text.push_str(&segment.after),
                Some(_) => text.push_str(joint(&segment.after, &source.lang)),
            }
        }
        text
    }
}

/// White space between two sentences in one line: what stood there, else a space
/// where the language writes one.
pub(crate) fn joint<'a>(after: &'a str, lang: &crate::model::Lang) -> &'a str {
    if !after.is_empty() {
        after
    } else if matches!(lang.base(), "zh" | "ja") {
        ""
    } else {
        " "
    }
}

fn places(source: &Document) -> HashMap<SegmentId, (usize, usize)> {
    let mut places = HashMap::new();
    for (block_at, block) in source.blocks.iter().enumerate() {
        for (segment_at, segment) in block.segments.iter().enumerate() {
            places.insert(segment.id, (block_at, segment_at));
        }
    }
    places
}
