//! The source: its blocks, how they are cut into sentences, and corrections of sentences.
//!
//! A block is cut as the copy that cut it anew has it; where both did, or one cut what the
//! other corrected, it stays as it was and both versions are kept. Rows follow the cut, so
//! what does not fit them is set back too (see [`super::of_three`]).

use std::collections::{BTreeMap, BTreeSet};

use super::three;
use super::versions::{Bench, Outcome, version};
use super::{Apart, Attempt};
use crate::model::{
    About, Block, BlockId, Content, Document, Role, Segment, SegmentId, Translation,
};

/// How the merged source is cut, for whoever puts rows to it.
pub(super) struct Cut {
    /// The sentences in order.
    order: Vec<SegmentId>,
    /// The block that each sentence of any copy stands in.
    blocks: BTreeMap<SegmentId, BlockId>,
    /// Sentences that are not the same stretch of text in all copies.
    unlike: BTreeSet<SegmentId>,
}

impl Cut {
    /// The sentences from the one at `from` up to, and without, `until`; to the end when that
    /// is `None`. `None` when it does not come.
    pub(super) fn run(&self, from: usize, until: Option<SegmentId>) -> Option<&[SegmentId]> {
        let rest = self.order.get(from..)?;
        match until {
            None => Some(rest),
            Some(id) => rest.get(..rest.iter().position(|other| *other == id)?),
        }
    }

    /// The blocks of sentences.
    pub(super) fn blocks_of<'a>(
        &self,
        sentences: impl Iterator<Item = &'a SegmentId>,
    ) -> Vec<BlockId> {
        let all: BTreeSet<BlockId> =
            sentences.filter_map(|id| self.blocks.get(id)).copied().collect();
        all.into_iter().collect()
    }

    /// Whether a sentence is longer or shorter in one copy than in another, the rest of it
    /// being another sentence there.
    pub(super) fn is_cut_anew(&self, sentence: SegmentId) -> bool {
        self.unlike.contains(&sentence)
    }

    /// Whether the rows of a translation that only one copy has fit the source.
    pub(super) fn check(&self, of: &Translation) -> Result<(), Attempt> {
        let rows = of.beads.iter().flat_map(|bead| &bead.source);
        if rows.clone().eq(&self.order) {
            return Ok(());
        }
        let (rows, own): (BTreeSet<_>, BTreeSet<_>) = (rows.collect(), self.order.iter().collect());
        let unlike = rows.symmetric_difference(&own).copied();
        match self.blocks_of(unlike) {
            blocks if blocks.is_empty() => Err(Attempt::Apart(Apart::Sources)),
            blocks => Err(Attempt::AsBefore(blocks)),
        }
    }
}

/// The merged source, and how it is cut.
pub(super) fn merged(
    bench: &mut Bench<'_>,
    copies: [&Document; 3],
    as_before: &BTreeSet<BlockId>,
) -> (Document, Cut) {
    let blocks = document_blocks(bench, copies, |bench, found| sentences(bench, found, as_before));
    let document = document(bench, copies, blocks);
    let order = document.segments().map(|(_, segment)| segment.id).collect();
    let all = copies.into_iter().flat_map(Document::segments);
    let blocks = all.map(|(block, segment)| (segment.id, block.id)).collect();
    (document, Cut { order, blocks, unlike: cut_anew(copies) })
}

/// The sentences of blocks that are not cut alike, which do not read alike either.
fn cut_anew(copies: [&Document; 3]) -> BTreeSet<SegmentId> {
    let [base, ours, theirs] = copies.map(|copy| -> BTreeMap<BlockId, &Block> {
        copy.blocks.iter().map(|block| (block.id, block)).collect()
    });
    let mut cut_anew = BTreeSet::new();
    for (id, before) in &base {
        for now in [&ours, &theirs].into_iter().filter_map(|of| of.get(id)) {
            if ids(&now.segments) != ids(&before.segments) {
                let differs = |segment: &&Segment| !now.segments.contains(segment);
                cut_anew.extend(before.segments.iter().filter(differs).map(|segment| segment.id));
            }
        }
    }
    cut_anew
}

/// What is known of a document beside its blocks.
pub(super) fn document(
    bench: &mut Bench<'_>,
    copies: [&Document; 3],
    blocks: Vec<Block>,
) -> Document {
    let [base, ours, _] = copies;
    let about = |field: &str| About::Document { of: base.id, field: field.to_owned() };
    Document {
        id: ours.id,
        lang: bench.field(about("lang"), copies.map(|copy| &copy.lang), ToString::to_string),
        name: bench.field(about("name"), copies.map(|copy| &copy.name), Clone::clone),
        received: bench.field(
            about("received"),
            copies.map(|copy| &copy.received),
            ToString::to_string,
        ),
        blocks,
        tail: bench.field(about("tail"), copies.map(|copy| &copy.tail), Clone::clone),
    }
}

/// The blocks of a document, whose sentences are given by `sentences`.
pub(super) fn document_blocks(
    bench: &mut Bench<'_>,
    copies: [&Document; 3],
    mut sentences: impl FnMut(&mut Bench<'_>, [&Block; 3]) -> Vec<Segment>,
) -> Vec<Block> {
    let lists: [BTreeMap<BlockId, &Block>; 3] =
        copies.map(|copy| copy.blocks.iter().map(|block| (block.id, block)).collect());
    let ids = copies.map(|copy| copy.blocks.iter().map(|block| block.id).collect::<Vec<_>>());
    // One that was removed in one copy and changed in the other stays.
    let kept = |id: &BlockId| {
        let found = [0, 1, 2].map(|copy| lists[copy].get(id).copied());
        match found {
            [Some(base), Some(only), None] | [Some(base), None, Some(only)] => base != only,
            _ => false,
        }
    };
    let mut merged = Vec::new();
    for id in three::order(ids, kept) {
        match [0, 1, 2].map(|copy| lists[copy].get(&id).copied()) {
            [before, Some(ours), Some(theirs)] => {
                let found = [before.unwrap_or(ours), ours, theirs];
                let segments = sentences(bench, found);
                merged.push(block(bench, found, segments));
            }
            [_, Some(only), None] | [_, None, Some(only)] => merged.push(only.clone()),
            [_, None, None] => {}
        }
    }
    merged
}

/// What is known of a block beside its sentences.
fn block(bench: &mut Bench<'_>, copies: [&Block; 3], segments: Vec<Segment>) -> Block {
    let [base, ..] = copies;
    let about = |field: &str| About::Block { of: base.id, field: field.to_owned() };
    let lang = |lang: &Option<crate::model::Lang>| {
        lang.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    Block {
        id: base.id,
        role: bench.field(about("role"), copies.map(|copy| &copy.role), |role: &Role| {
            role.name().to_owned()
        }),
        lang: bench.field(about("lang"), copies.map(|copy| &copy.lang), lang),
        line: *three::pick(copies.map(|copy| &copy.line)).unwrap_or(&base.line),
        before: bench.field(about("before"), copies.map(|copy| &copy.before), Clone::clone),
        codes: three::pick(copies.map(|copy| &copy.codes)).unwrap_or(&base.codes).clone(),
        segments,
    }
}

/// The sentences of a block of the source.
fn sentences(
    bench: &mut Bench<'_>,
    copies: [&Block; 3],
    as_before: &BTreeSet<BlockId>,
) -> Vec<Segment> {
    let [base, ..] = copies;
    let about = About::Cut(base.id);
    let lists = copies.map(|copy| copy.segments.as_slice());
    let has_conflict = (0..3).any(|copy| bench.known(copy, &about).is_some());
    let stays = as_before.contains(&base.id);
    let cut = lists.map(ids);
    let cleanly = !has_conflict && !stays;
    if cleanly && cut[1] == cut[0] && cut[2] == cut[0] {
        return one_by_one(bench, lists, lists[0]);
    }
    if cleanly && cut[1] == cut[2] {
        return one_by_one(bench, [lists[1], lists[1], lists[2]], lists[1]);
    }
    let from = if cut[2] == cut[0] { (1, 2) } else { (2, 1) };
    let one_cut_it = cut[1] == cut[0] || cut[2] == cut[0];
    if cleanly && one_cut_it && fits(lists, from) {
        return one_by_one(bench, lists, lists[from.0]);
    }
    let whole =
        |list: &[Segment]| version(Content::Rows { rows: Vec::new(), sentences: list.to_vec() });
    if let Outcome::One(only) = bench.settle(&about, &lists.map(whole)) {
        match &only.content {
            Content::Rows { sentences, .. } if !stays => return sentences.clone(),
            _ => {}
        }
        let before = whole(lists[0]).content;
        if only.content != before {
            // The rows do not follow this cut, so it waits for somebody who chooses.
            bench.conflict(about, before, vec![*only]);
        }
    }
    lists[0].to_vec()
}

fn ids(list: &[Segment]) -> Vec<SegmentId> {
    list.iter().map(|segment| segment.id).collect()
}

/// Whether what one copy (`from.1`) corrected is not touched by the other's cut (`from.0`).
fn fits(lists: [&[Segment]; 3], from: (usize, usize)) -> bool {
    let corrected = lists[from.1].iter().filter(|segment| !lists[0].contains(segment));
    let as_before = |id: SegmentId| {
        let of = |list: &[Segment]| list.iter().find(|segment| segment.id == id).cloned();
        of(lists[from.0]).is_some() && of(lists[from.0]) == of(lists[0])
    };
    corrected.into_iter().all(|segment| as_before(segment.id))
}

/// The sentences of `cut`, each with the corrections of all copies.
fn one_by_one(bench: &mut Bench<'_>, lists: [&[Segment]; 3], cut: &[Segment]) -> Vec<Segment> {
    let find = |list: &'_ [Segment], id| list.iter().position(|segment| segment.id == id);
    let one = |bench: &mut Bench<'_>, segment: &Segment| -> Segment {
        let found: [Option<&Segment>; 3] =
            lists.map(|list| find(list, segment.id).and_then(|place| list.get(place)));
        let [Some(base), Some(ours), Some(theirs)] = found else { return segment.clone() };
        let copies = [base, ours, theirs];
        let text =
            bench.field(About::Sentence(base.id), copies.map(|copy| &copy.text), Clone::clone);
        let whose = copies.into_iter().find(|copy| copy.text == text).unwrap_or(base);
        Segment {
            id: base.id,
            parent: *three::pick(copies.map(|copy| &copy.parent)).unwrap_or(&base.parent),
            number: base.number,
            original: whose.original.clone(),
            tags: whose.tags.clone(),
            after: three::pick(copies.map(|copy| &copy.after)).unwrap_or(&base.after).clone(),
            text,
        }
    };
    cut.iter().map(|segment| one(bench, segment)).collect()
}
