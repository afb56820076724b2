//! The original with the translation in the places of its texts.

use super::marks::{Cut, Piece, append, with_edges};
use crate::formats::page::{Mark, Marked, Page, Rendering};
use crate::formats::{FormatError, pages};
use crate::model::{Bead, Block, Original, Project, Segment, Target, Translation};
use crate::workbench::rows::{Rows, joint};

/// How a translation is put into its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GiveBack {
    /// Whether an open row is left empty, instead of keeping its source.
    pub empty: bool,
    /// Whether texts that stay as they are go through the writer too, to measure it.
    pub forced: bool,
}

/// A file written, and how complete it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its content.
    pub bytes: Vec<u8>,
    /// Rows with a translation.
    pub written: usize,
    /// Open rows.
    pub untranslated: usize,
}

/// Why a translation cannot be put into its original.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoOriginal {
    /// The project keeps none.
    #[error("the project does not keep the file it was made from; export it as txt or html")]
    None,
    /// The original has other texts than the project.
    #[error("the original's text {place} is not the project's; take the file in again")]
    Other {
        /// Which of the texts, from 1.
        place: usize,
    },
    /// The original cannot be read or written.
    #[error(transparent)]
    Format(#[from] FormatError),
}

/// The original with this translation.
///
/// # Errors
/// [`NoOriginal`].
pub fn same(
    project: &Project,
    translation: &Translation,
    how: GiveBack,
) -> Result<Written, NoOriginal> {
    let original = project.original.as_ref().ok_or(NoOriginal::None)?;
    let Original { format, encoding, bytes } = original;
    let label = Some(encoding.as_str()).filter(|label| !label.is_empty());
    let page = pages::read(*format, bytes.as_slice(), label)?;
    check(&page, &project.source.blocks)?;
    let rendered = rendered(project, translation, how.empty);
    let lang = rendered.is_translated.then(|| translation.lang().clone());
    let blocks = rendered.blocks.iter().zip(&page.blocks).zip(&project.source.blocks);
    let blocks = blocks.map(|((new, page), block)| {
        let passes = how.forced && !new.pieces.is_empty();
        (new.changes || passes).then(|| {
            let sentences = sentences(block);
            let cut = Cut { marked: &page.content, codes: &block.codes, sentences: &sentences };
            cut.join(&new.pieces, translation.lang())
        })
    });
    let right_to_left = translation.lang().is_right_to_left();
    let rendering = Rendering { blocks: blocks.collect(), lang, right_to_left };
    let bytes = pages::patch(*format, bytes.as_slice(), label, &rendering)?;
    Ok(Written { bytes, written: rendered.written, untranslated: rendered.untranslated })
}

/// Checks that the project's blocks are the original's.
fn check(page: &Page, blocks: &[Block]) -> Result<(), NoOriginal> {
    let differs = page.blocks.iter().zip(blocks).position(|(page, block)| {
        let mut text = String::new();
        for segment in &block.segments {
            text.push_str(segment.as_read());
            text.push_str(&segment.after);
        }
        page.content.text != text
    });
    let shorter = page.blocks.len().min(blocks.len());
    let differs = differs.or_else(|| (page.blocks.len() != blocks.len()).then_some(shorter));
    differs.map_or(Ok(()), |place| Err(NoOriginal::Other { place: place + 1 }))
}

/// A block's rendering.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    /// Its pieces in order.
    pub(super) pieces: Vec<Piece>,
    /// Whether one of them is not the source's own text.
    pub(super) changes: bool,
}

/// All blocks' renderings.
#[derive(Debug, Default)]
pub(super) struct AllRendered {
    /// One for each block of the source.
    pub(super) blocks: Vec<Rendered>,
    /// Rows with a translation.
    pub(super) written: usize,
    /// Open rows.
    pub(super) untranslated: usize,
    /// Whether a row is translated or left out.
    is_translated: bool,
}

/// The pieces of each block of the source; open rows stand in their source's words, or are
/// `empty`.
pub(super) fn rendered(project: &Project, translation: &Translation, empty: bool) -> AllRendered {
    let rows = Rows::of(&project.source, translation);
    let mut all = AllRendered::default();
    all.blocks.resize_with(project.source.blocks.len(), Rendered::default);
    let mut writer = Writer { project, rows: &rows, here: 0, all };
    for (row, bead) in translation.beads.iter().enumerate() {
        let content = rows.is_content(row);
        let open = bead.target.is_open();
        writer.all.untranslated += usize::from(content && open);
        writer.all.written += usize::from(content && matches!(bead.target, Target::Text { .. }));
        writer.all.is_translated |= !open;
        if !open {
            writer.translated(bead);
        } else if empty && content {
            writer.put(bead, Marked::default());
        } else {
            writer.source(bead);
        }
    }
    writer.all
}

/// Puts rows into the blocks they stand in.
struct Writer<'a> {
    project: &'a Project,
    rows: &'a Rows,
    /// The block of the row before.
    here: usize,
    all: AllRendered,
}

impl Writer<'_> {
    /// A row in its source's words.
    fn source(&mut self, bead: &Bead) {
        for (block, place) in bead.source.iter().filter_map(|id| self.rows.place(*id)) {
            let segments = self.project.source.blocks.get(block).map(|block| &block.segments);
            let Some(segment) = segments.and_then(|segments| segments.get(place)) else { continue };
            let (content, sentences) = (of_segment(segment), Some(place..place + 1));
            let piece = Piece { content, sentences, is_translated: false };
            self.piece(block, piece, segment.original.is_some());
        }
    }

    /// A row's translation; nothing for one that is left out.
    fn translated(&mut self, bead: &Bead) {
        let content = match bead.target {
            Target::Text { .. } => {
                with_edges(&of_sources(self.project, self.rows, bead), &of_bead(bead))
            }
            _ => Marked::default(),
        };
        self.put(bead, content);
    }

    /// A text for all of a row's sentences: it stands in the first one's block. A row without
    /// sentences stands behind its anchor.
    fn put(&mut self, bead: &Bead, content: Marked) {
        let places: Vec<(usize, usize)> =
            bead.source.iter().filter_map(|id| self.rows.place(*id)).collect();
        if places.is_empty() {
            let blocks = &self.project.source.blocks;
            let anchor = blocks.iter().position(|block| Some(block.id) == bead.anchor);
            let piece = Piece { content, sentences: None, is_translated: true };
            return self.piece(anchor.unwrap_or(self.here), piece, true);
        }
        let mut content = Some(content);
        for run in places.chunk_by(|a, b| a.0 == b.0) {
            let [(block, from), ..] = run else { continue };
            let sentences = Some(*from..from + run.len());
            let content = content.take().unwrap_or_default();
            self.piece(*block, Piece { content, sentences, is_translated: true }, true);
        }
    }

    fn piece(&mut self, block: usize, piece: Piece, changes: bool) {
        self.here = block;
        let Some(rendered) = self.all.blocks.get_mut(block) else { return };
        rendered.changes |= changes;
        rendered.pieces.push(piece);
    }
}

/// Where the segments of a block stand in its text.
pub(super) fn sentences(block: &Block) -> Vec<std::ops::Range<usize>> {
    let mut at = 0;
    let sentence = |segment: &Segment| {
        let start = at;
        let end = start + segment.as_read().chars().count();
        at = end + segment.after.chars().count();
        start..end
    };
    block.segments.iter().map(sentence).collect()
}

fn of_segment(segment: &Segment) -> Marked {
    let tags = segment.tags.iter().map(|tag| Mark { at: tag.at, id: tag.id.clone() });
    Marked { text: segment.text.clone(), tags: tags.collect() }
}

/// The source of a bead in one text, and its codes, each with the place of its block.
pub(in crate::workbench) fn joined(
    project: &Project,
    rows: &Rows,
    bead: &Bead,
) -> (String, Vec<(usize, Mark)>) {
    let (mut out, mut blocks) = (Marked::default(), Vec::new());
    let mut last: Option<&Segment> = None;
    for (block, place) in bead.source.iter().filter_map(|id| rows.place(*id)) {
        let segments = project.source.blocks.get(block).map(|block| &block.segments);
        let Some(segment) = segments.and_then(|segments| segments.get(place)) else { continue };
        if let Some(last) = last {
            out.text.push_str(joint(&last.after, &project.source.lang));
        }
        append(&mut out, &of_segment(segment));
        blocks.resize(out.tags.len(), block);
        last = Some(segment);
    }
    (out.text, blocks.into_iter().zip(out.tags).collect())
}

/// The source of a bead in one text. The codes are those of its first block: those of another one
/// have names of their own.
pub(super) fn of_sources(project: &Project, rows: &Rows, bead: &Bead) -> Marked {
    let first = bead.source.iter().find_map(|id| rows.place(*id)).map(|(block, _)| block);
    let (text, tags) = joined(project, rows, bead);
    let tags = tags.into_iter().filter(|(block, _)| Some(*block) == first);
    Marked { text, tags: tags.map(|(_, mark)| mark).collect() }
}

/// The target of a bead in one text.
pub(in crate::workbench) fn of_bead(bead: &Bead) -> Marked {
    let text = bead.target_text();
    let starts = bead.target.places();
    let tags = bead.target.segments().iter().zip(starts).flat_map(|(sentence, bytes)| {
        let start = text.get(..bytes.start).map_or(0, |before| before.chars().count());
        let tags = sentence.segment.tags.iter();
        tags.map(move |tag| Mark { at: start + tag.at, id: tag.id.clone() })
    });
    let tags = tags.collect();
    Marked { text, tags }
}
