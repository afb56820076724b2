//! The new source document: its sentences are the old ones where they were matched, with the ids
//! and numbers they had.

use std::collections::{HashMap, HashSet};

use super::matching::{Pair, same_words};
use crate::model::{
    Block, BlockId, Document, IdSource, Project, RowNumber, Segment, SegmentId, Tag,
};

/// What a sentence of the new source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An old one that reads as it did.
    Same,
    /// An old one with another text, or other tags; of two that were joined, the first.
    Edited,
    /// The second piece of an old one.
    Piece,
    /// A new one, or one of an earlier version that is back.
    New,
}

/// A sentence of the new source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fate {
    /// The sentence.
    pub(super) id: SegmentId,
    /// What it is.
    pub(super) kind: Kind,
    /// The old sentence it comes from, and the one joined with it.
    pub(super) from: (Option<SegmentId>, Option<SegmentId>),
    /// Whether it stands elsewhere.
    pub(super) moved: bool,
}

/// The new document, made of the text that came in, and what became of each sentence.
pub(super) struct Renewed {
    /// The document.
    pub(super) source: Document,
    /// Its sentences in order.
    pub(super) fates: Vec<Fate>,
}

/// Gives the sentences of `incoming` the ids, numbers and roles of the old ones. `tagged` says
/// that it comes from a file with codes of its own, which hold then.
pub(super) fn renew(
    project: &Project,
    mut incoming: Document,
    pairs: &[Pair],
    tagged: bool,
    ids: &mut dyn IdSource,
) -> Renewed {
    let old: Vec<(&Block, &Segment)> = project.source.segments().collect();
    let mut work = Work {
        numbers: numbers(project),
        earlier: earlier(project),
        last: RowNumber::new(0),
        tagged,
        ids,
    };
    let mut fates = Vec::new();
    let mut new: Vec<&mut Segment> =
        incoming.blocks.iter_mut().flat_map(|block| &mut block.segments).collect();
    for pair in pairs {
        for (piece, at) in pair.new.clone().enumerate() {
            let from = old.get(pair.old.start).filter(|_| !pair.old.is_empty()).map(|(_, s)| *s);
            let joined = old.get(pair.old.start + 1).filter(|_| pair.old.len() > 1);
            if let Some(segment) = new.get_mut(at) {
                let mut fate = work.become_of(segment, from, pair.same, piece > 0);
                fate.from.1 = joined.map(|(_, joined)| joined.id);
                fate.moved = pair.moved;
                fates.push(fate);
            }
        }
    }
    take_blocks(&old, &mut incoming, &fates, tagged);
    incoming.lang = project.source.lang.clone();
    Renewed { source: incoming, fates }
}

/// What is needed to name sentences.
struct Work<'a> {
    /// The numbers that were ever given.
    numbers: HashSet<RowNumber>,
    /// Sentences of earlier versions that the old source does not have, the latest first.
    earlier: Vec<&'a Segment>,
    /// The number of the sentence before.
    last: RowNumber,
    tagged: bool,
    ids: &'a mut dyn IdSource,
}

impl Work<'_> {
    /// Makes a sentence the old one, a piece of it, or a new one.
    fn become_of(
        &mut self,
        segment: &mut Segment,
        from: Option<&Segment>,
        same: bool,
        piece: bool,
    ) -> Fate {
        let fate =
            |id, kind, from: Option<SegmentId>| Fate { id, kind, from: (from, None), moved: false };
        let of = from.map(|of| of.id);
        let fate = match from {
            Some(old) if !piece => {
                let kind = self.take_over(segment, old, same);
                fate(old.id, kind, of)
            }
            Some(old) => {
                self.name_new(segment, Some(old.id));
                fate(segment.id, Kind::Piece, of)
            }
            None => {
                self.bring_back(segment);
                fate(segment.id, Kind::New, None)
            }
        };
        self.last = segment.number;
        fate
    }

    /// Makes a sentence the old one; whether it reads as it did.
    fn take_over(&self, segment: &mut Segment, old: &Segment, same: bool) -> Kind {
        let tags_changed = self.tagged && !old.tags.is_empty() && old.tags != segment.tags;
        if !self.tagged {
            let end = segment.text.chars().count();
            let within = |tag: &Tag| Tag { at: tag.at.min(end), id: tag.id.clone() };
            segment.tags = old.tags.iter().map(within).collect();
        }
        // What a person corrected stays, where the file reads as it did.
        if same && !same_words(&old.text, &segment.text) {
            segment.original = Some(std::mem::replace(&mut segment.text, old.text.clone()));
        }
        (segment.id, segment.parent, segment.number) = (old.id, old.parent, old.number);
        if same && !tags_changed { Kind::Same } else { Kind::Edited }
    }

    /// Gives a sentence that was not there the next number: 20a after 20.
    fn name_new(&mut self, segment: &mut Segment, parent: Option<SegmentId>) {
        segment.id = SegmentId::fresh(self.ids);
        segment.parent = parent;
        segment.number = self.last.following(|number| self.numbers.contains(&number));
        self.numbers.insert(segment.number);
    }

    /// Makes a sentence one of an earlier version that is back, or a new one.
    fn bring_back(&mut self, segment: &mut Segment) {
        let back = self.earlier.iter().position(|old| same_words(&old.text, &segment.text));
        match back.map(|at| self.earlier.remove(at)) {
            Some(old) => {
                (segment.id, segment.parent, segment.number) = (old.id, old.parent, old.number);
            }
            None => self.name_new(segment, None),
        }
    }
}

fn numbers(project: &Project) -> HashSet<RowNumber> {
    let documents = project.earlier.iter().chain([&project.source]);
    let of_source = documents.flat_map(Document::segments).map(|(_, segment)| segment.number);
    let rows = project.translations.iter().flat_map(|of| of.beads.iter().chain(&of.gone));
    of_source.chain(rows.map(|bead| bead.number)).collect()
}

fn earlier(project: &Project) -> Vec<&Segment> {
    let mut seen: HashSet<SegmentId> = project.source.segments().map(|(_, s)| s.id).collect();
    let all = project.earlier.iter().rev().flat_map(Document::segments);
    all.map(|(_, segment)| segment).filter(|segment| seen.insert(segment.id)).collect()
}

/// Gives the new blocks the ids, roles and languages of the old ones they hold sentences of.
fn take_blocks(old: &[(&Block, &Segment)], incoming: &mut Document, fates: &[Fate], tagged: bool) {
    let of: HashMap<SegmentId, &Block> = old.iter().map(|(b, s)| (s.id, *b)).collect();
    let by_id: HashMap<SegmentId, &Fate> = fates.iter().map(|fate| (fate.id, fate)).collect();
    let mut taken: HashSet<BlockId> = HashSet::new();
    for block in &mut incoming.blocks {
        let mut from = block.segments.iter().filter_map(|s| by_id.get(&s.id)?.from.0);
        let Some(old) = from.find_map(|id| of.get(&id)) else { continue };
        if taken.insert(old.id) {
            block.id = old.id;
        }
        block.role = old.role;
        block.lang.clone_from(&old.lang);
        if !tagged {
            block.codes.clone_from(&old.codes);
        }
    }
}
