//! The rows of a translation over a new version of its source.
//!
//! A row goes where its first sentence goes. It is not touched, to the byte, where its sentences
//! are the ones it had and read as they did; else it is *reopened*: a draft again, marked, with
//! what it rendered beside it. Sentences that nobody has are new rows; rows that have no sentence
//! left are kept among those that are gone, and come back with their sentence.

use std::collections::{HashMap, HashSet};

use super::source::{Fate, Kind};
use crate::model::{
    Bead, BlockId, Document, IdSource, Origin, Project, RowNumber, SegmentId, State, Translation,
};
use crate::workbench::recut;
use crate::workbench::rows::Rows;
use crate::workbench::translating::{remember, set_state};

/// The rows of a translation over the new source.
pub(super) struct Regrouped {
    /// The rows.
    pub(super) beads: Vec<Bead>,
    /// Those that are gone, the former ones first.
    pub(super) gone: Vec<Bead>,
}

/// The sentences of a row of the new source.
struct Group {
    /// The old row they belong to, by its place.
    owner: Option<usize>,
    sources: Vec<SegmentId>,
    /// Whether one of them changed.
    changed: bool,
}

/// Makes a row a draft again, with the mark that its source changed and what it rendered. A locked
/// row is marked only; an open one has nothing to look at.
pub(in crate::workbench) fn reopen(bead: &mut Bead, rendered: &str) {
    if bead.target.is_open() {
        return;
    }
    if bead.rendered.is_empty() {
        rendered.clone_into(&mut bead.rendered);
    }
    bead.flags.source_changed = true;
    if !bead.flags.locked {
        let author = bead.author.clone();
        remember(bead, &author);
        set_state(&mut bead.target, &State::Draft);
    }
}

/// The rows of a translation over the new source.
pub(super) fn regroup(
    project: &Project,
    of: &Translation,
    source: &Document,
    fates: &[Fate],
    ids: &mut dyn IdSource,
) -> Regrouped {
    let infos = Rows::of(&project.source, of);
    let rendered = |bead: &Bead| infos.source_text(&project.source, bead);
    let mut old: Vec<Option<Bead>> = of.beads.iter().cloned().map(Some).collect();
    join(&mut old, of, fates);
    let groups = groups(of, fates);
    let mut back: HashMap<SegmentId, Bead> = HashMap::new();
    let mut gone = Vec::new();
    for bead in &of.gone {
        match bead.source.as_slice() {
            [one] if fates.iter().any(|fate| fate.id == *one && fate.kind == Kind::New) => {
                back.insert(*one, bead.clone());
            }
            _ => gone.push(bead.clone()),
        }
    }
    let mut rows = Placed { beads: Vec::new(), of };
    let numbers: HashMap<SegmentId, _> = source.segments().map(|(_, s)| (s.id, s.number)).collect();
    for group in groups {
        let own = group.owner.and_then(|at| old.get_mut(at)).and_then(Option::take);
        if let Some(mut bead) = own {
            let text = rendered(&bead);
            let same = bead.source == group.sources && !group.changed;
            if !same {
                bead.source = group.sources;
                reopen(&mut bead, &text);
            }
            rows.beads.push((group.owner, bead));
        } else {
            let first = group.sources.first().copied();
            let known = first.and_then(|id| back.remove(&id));
            let piece = fates.iter().find(|fate| Some(fate.id) == first);
            let piece = piece.filter(|fate| fate.kind == Kind::Piece);
            let number =
                first.and_then(|id| numbers.get(&id)).copied().unwrap_or(RowNumber::new(0));
            let bead = match known {
                Some(bead) => restored(bead),
                None => Bead::open(number, group.sources, ids),
            };
            rows.beads.push((None, bead));
            if piece.is_some() {
                rows.share_target(ids);
            }
        }
    }
    let additions = put_additions(&mut rows.beads, &mut old, source);
    let left = old.into_iter().flatten().map(|mut bead| {
        if bead.rendered.is_empty() {
            bead.rendered = rendered(&bead);
        }
        bead
    });
    gone.extend(left);
    Regrouped { beads: additions, gone }
}

/// A row that is back with its sentence, as it was.
fn restored(mut bead: Bead) -> Bead {
    bead.rendered.clear();
    bead.flags.source_changed = false;
    bead
}

/// Makes one row of rows whose sentences were joined, where they have no others.
fn join(old: &mut [Option<Bead>], of: &Translation, fates: &[Fate]) {
    let place = |id: SegmentId| of.beads.iter().position(|bead| bead.source.contains(&id));
    for fate in fates {
        let (Some(first), Some(second)) = fate.from else { continue };
        let (Some(one), Some(other)) = (place(first), place(second)) else { continue };
        let alone = of.beads.get(other).is_some_and(|bead| bead.source == [second]);
        let locked =
            [one, other].iter().any(|at| of.beads.get(*at).is_some_and(|b| b.flags.locked));
        if one == other || !alone || locked {
            continue;
        }
        let both = [one, other].map(|at| old.get(at).cloned().flatten());
        if let [Some(head), Some(tail)] = both {
            let unit = head.unit;
            let joined = recut::joined_rows(&[head, tail]);
            if let Some(row) = old.get_mut(one) {
                *row = joined.map(|bead| Bead { unit, ..bead });
            }
            if let Some(row) = old.get_mut(other) {
                *row = None;
            }
        }
    }
}

/// The sentences of the new source by the rows they go to.
fn groups(of: &Translation, fates: &[Fate]) -> Vec<Group> {
    let mut owners: HashMap<SegmentId, usize> = HashMap::new();
    for (at, bead) in of.beads.iter().enumerate() {
        owners.extend(bead.source.iter().map(|id| (*id, at)));
    }
    let whole = |at: &usize| {
        let bead = of.beads.get(*at);
        bead.is_some_and(|bead| bead.source.len() > 1 || bead.origin == Origin::Aligned)
    };
    let owner = |fate: &Fate| {
        let own = fate.from.0.and_then(|id| owners.get(&id)).copied();
        own.filter(|at| fate.kind != Kind::Piece || whole(at))
    };
    let mut all: Vec<Option<usize>> = fates.iter().map(owner).collect();
    take_in_between(&mut all);
    let (mut groups, mut had) = (Vec::<Group>::new(), HashSet::new());
    for (fate, owner) in fates.iter().zip(all) {
        let changed = fate.kind != Kind::Same;
        if let Some(last) = groups.last_mut().filter(|last| owner.is_some() && last.owner == owner)
        {
            last.sources.push(fate.id);
            last.changed |= changed;
            continue;
        }
        // A row cannot stand in two places: what is left of it elsewhere is a row of its own.
        let owner = owner.filter(|at| had.insert(*at));
        groups.push(Group { owner, sources: vec![fate.id], changed });
    }
    groups
}

/// New sentences between two of one row belong to it.
fn take_in_between(owners: &mut [Option<usize>]) {
    let mut last: Option<(usize, usize)> = None;
    for at in 0..owners.len() {
        let Some(owner) = owners.get(at).copied().flatten() else { continue };
        if let Some((before, same)) = last
            && same == owner
        {
            for between in owners.iter_mut().take(at).skip(before + 1) {
                *between = Some(owner);
            }
        }
        last = Some((at, owner));
    }
}

/// The rows so far, each with the place of the old one it is.
struct Placed<'a> {
    beads: Vec<(Option<usize>, Bead)>,
    of: &'a Translation,
}

impl Placed<'_> {
    /// Gives the last row, a second piece, its part of the translation of the row before, where
    /// that has exactly two sentences; else it stays whole with the first piece.
    fn share_target(&mut self, ids: &mut dyn IdSource) {
        let Some(((_, tail), before)) = self.beads.split_last_mut() else { return };
        let Some((_, head)) = before.last_mut().filter(|(_, head)| !head.flags.locked) else {
            return;
        };
        let Some((first, second)) = recut::split_target(head, self.of) else { return };
        tail.target = recut::born_of(&first, second, self.of, ids);
        head.target = first;
        (tail.origin, tail.changed) = (head.origin, head.changed);
        tail.author.clone_from(&head.author);
        tail.rendered.clone_from(&head.rendered);
        tail.flags.source_changed = true;
    }
}

/// Puts rows without a source behind the rows they stood behind.
fn put_additions(
    placed: &mut Vec<(Option<usize>, Bead)>,
    old: &mut [Option<Bead>],
    source: &Document,
) -> Vec<Bead> {
    let blocks: HashSet<BlockId> = source.blocks.iter().map(|block| block.id).collect();
    let home: HashMap<SegmentId, BlockId> =
        source.segments().map(|(block, segment)| (segment.id, block.id)).collect();
    for at in 0..old.len() {
        let is_addition = |bead: &Bead| bead.source.is_empty();
        let Some(mut bead) = old.get_mut(at).and_then(|row| row.take_if(|b| is_addition(b))) else {
            continue;
        };
        let before = placed.iter().rposition(|(owner, _)| owner.is_some_and(|o| o < at));
        let place = before.map_or(0, |before| before + 1);
        if bead.anchor.is_some_and(|block| !blocks.contains(&block)) {
            let near = before.and_then(|row| placed.get(row)).map(|(_, bead)| bead);
            bead.anchor = near.and_then(|row| home.get(row.source.first()?).copied());
        }
        placed.insert(place, (Some(at), bead));
    }
    std::mem::take(placed).into_iter().map(|(_, bead)| bead).collect()
}
