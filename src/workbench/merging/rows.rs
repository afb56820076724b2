//! The rows of a translation.
//!
//! They fall into *runs* that begin with the same sentence in all copies. Most have one row and
//! are merged by themselves; the others are where a copy joined, split, added or removed rows,
//! or gave a sentence to the row next to it. Such a run is taken from the copy that cut it anew
//! if the other left it alone; else it stays as it was, and the conflict holds the rows of
//! both.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::source::Cut;
use super::versions::{Bench, Outcome};
use super::{Attempt, row, source, three};
use crate::model::{
    About, Bead, BeadId, Content, Segment, SegmentId, Translation, TranslationId, Version,
};

/// The translation that three copies of it make.
pub(super) fn translation(
    bench: &mut Bench<'_>,
    copies: [&Translation; 3],
    cut: &Cut,
) -> Result<Translation, Attempt> {
    let documents = copies.map(|copy| &copy.document);
    let blocks = source::document_blocks(bench, documents, |_, [base, ..]| base.segments.clone());
    let document = source::document(bench, documents, blocks);
    let via = three::pick(copies.map(|copy| &copy.via)).unwrap_or(&copies[0].via).clone();
    let lists = copies.map(|copy| copy.beads.as_slice());
    let beads = Merge { of: copies[0].id, lists, cut, at: 0, rows: Vec::new() }.rows(bench)?;
    let gone = three::list(copies.map(|copy| copy.gone.as_slice()), |row| row.id);
    Ok(Translation { id: copies[1].id, document, via, beads, gone })
}

/// The rows as they come.
struct Merge<'a> {
    of: TranslationId,
    lists: [&'a [Bead]; 3],
    cut: &'a Cut,
    /// How many sentences of the source have a row already.
    at: usize,
    rows: Vec<Bead>,
}

impl Merge<'_> {
    fn rows(mut self, bench: &mut Bench<'_>) -> Result<Vec<Bead>, Attempt> {
        for run in runs(bench, self.lists, self.cut) {
            let lists = [0, 1, 2]
                .map(|copy| self.lists[copy].get(run.rows[copy].clone()).unwrap_or_default());
            let behind = self.lists[0].get(run.rows[0].end..).unwrap_or_default();
            let until = behind.iter().find_map(|row| row.source.first()).copied();
            let wanted = self.cut.run(self.at, until).map(<[SegmentId]>::to_vec);
            let rows = self.run(bench, lists, run.tied, wanted.as_deref())?;
            self.at += rows.iter().map(|row| row.source.len()).sum::<usize>();
            self.rows.extend(rows);
        }
        Ok(self.rows)
    }

    fn run(
        &self,
        bench: &mut Bench<'_>,
        lists: [&[Bead]; 3],
        tied: bool,
        wanted: Option<&[SegmentId]>,
    ) -> Result<Vec<Bead>, Attempt> {
        let about = about(bench, self.of, lists, self.rows.last().map(|row| row.id));
        let in_conflict = (0..3).any(|copy| bench.known(copy, &about).is_some());
        let cut_alike = shape(lists[1]) == shape(lists[2]) && covers(lists[1], wanted);
        if !tied && !in_conflict && cut_alike && self.reads_alike(lists) {
            return Ok(one_by_one(bench, lists));
        }
        let versions = lists.map(version);
        let outcome = bench.settle(&about, &versions);
        if let Outcome::One(only) = &outcome
            && let Content::Rows { rows, .. } = &only.content
            && covers(rows, wanted)
        {
            let taken: BTreeSet<BeadId> = rows.iter().map(|row| row.id).collect();
            bench.carry(|about| matches!(about, About::Row(id) if taken.contains(id)));
            return Ok(rows.clone());
        }
        if !covers(lists[0], wanted) {
            let sentences = lists.into_iter().flatten().flat_map(|row| &row.source);
            return Err(Attempt::AsBefore(self.cut.blocks_of(sentences)));
        }
        if let Outcome::One(only) = outcome {
            // The source stays cut as it was, so these rows have no place.
            let [before, ..] = versions;
            bench.conflict(about, before.content, vec![*only]);
        }
        let mut rows = lists[0].to_vec();
        rows.iter_mut().for_each(row::set_undecided);
        let kept: BTreeSet<BeadId> = rows.iter().map(|row| row.id).collect();
        bench.carry(|about| matches!(about, About::Row(id) if kept.contains(id)));
        Ok(rows)
    }

    /// Whether no sentence of these rows was cut in one copy alone.
    fn reads_alike(&self, lists: [&[Bead]; 3]) -> bool {
        let alike = |row: &Bead| row.source.iter().all(|id| !self.cut.is_cut_anew(*id));
        lists[1] == lists[0] || lists[2] == lists[0] || lists[1].iter().all(alike)
    }
}

/// Rows of the three lists that belong together.
struct Run {
    rows: [Range<usize>; 3],
    /// Whether something ties them that a row by itself does not show.
    tied: bool,
}

/// Cuts the lists into runs, wherever rows begin with the same sentence in all copies, and
/// behind rows that all have alike.
fn runs(bench: &Bench<'_>, lists: [&[Bead]; 3], cut: &Cut) -> Vec<Run> {
    let points = points(lists, cut);
    let mut closed = vec![false; points.len()];
    for (first, last) in ties(bench, lists, &points) {
        closed.iter_mut().take(last).skip(first).for_each(|point| *point = true);
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut start = [0, 0, 0];
    let mut tied = false;
    let ends = lists.map(<[Bead]>::len);
    for (point, closed) in points.into_iter().zip(closed).chain([(ends, false)]) {
        if closed {
            tied = true;
            continue;
        }
        let rows = [0, 1, 2].map(|copy| start[copy]..point[copy]);
        if !rows.iter().all(Range::is_empty) {
            runs.push(Run { rows, tied });
        }
        (start, tied) = (point, false);
    }
    runs
}

/// The places where runs may begin, in order.
fn points(lists: [&[Bead]; 3], cut: &Cut) -> Vec<[usize; 3]> {
    let begins = |list: &[Bead]| -> BTreeMap<SegmentId, usize> {
        let rows = list.iter().enumerate();
        rows.filter_map(|(place, row)| Some((*row.source.first()?, place))).collect()
    };
    let places = [begins(lists[1]), begins(lists[2])];
    let mut points: Vec<[usize; 3]> = Vec::new();
    for (place, base) in lists[0].iter().enumerate() {
        let Some(first) = base.source.first() else { continue };
        let (Some(&ours), Some(&theirs)) = (places[0].get(first), places[1].get(first)) else {
            continue;
        };
        let here = [place, ours, theirs];
        let follows = |last: &[usize; 3]| (0..3).all(|copy| last[copy] <= here[copy]);
        if !points.last().is_none_or(follows) {
            continue;
        }
        points.push(here);
        let same = |list: &[Bead], place: usize| {
            list.get(place).is_some_and(|row| row.id == base.id && row.source == base.source)
        };
        let cut_anew = base.source.iter().any(|id| cut.is_cut_anew(*id));
        if same(lists[1], ours) && same(lists[2], theirs) && !cut_anew {
            points.push(here.map(|place| place + 1));
        }
    }
    points.dedup();
    points
}

/// What must not be parted: the first and the last point, as a half-open range, that lie
/// between rows of which a target sentence went from one to the other, or that are in a
/// conflict about rows together.
fn ties(bench: &Bench<'_>, lists: [&[Bead]; 3], points: &[[usize; 3]]) -> Vec<(usize, usize)> {
    let group = |copy: usize, row: usize| points.partition_point(|point| point[copy] <= row);
    let mut sentences: BTreeMap<SegmentId, (usize, usize)> = BTreeMap::new();
    let mut rows: BTreeMap<BeadId, (usize, usize)> = BTreeMap::new();
    let widen = |range: &mut (usize, usize), group: usize| {
        *range = (range.0.min(group), range.1.max(group));
    };
    for (copy, list) in lists.into_iter().enumerate() {
        for (place, row) in list.iter().enumerate() {
            let group = group(copy, place);
            widen(rows.entry(row.id).or_insert((group, group)), group);
            for sentence in row.target.segments() {
                widen(sentences.entry(sentence.segment.id).or_insert((group, group)), group);
            }
        }
    }
    let mut ties: Vec<(usize, usize)> = sentences.into_values().collect();
    ties.extend(rows.values());
    for conflict in (0..3).flat_map(|copy| bench.known_rows(copy)) {
        let Content::Rows { rows: before, .. } = &conflict.before else { continue };
        let groups: Vec<(usize, usize)> =
            before.iter().filter_map(|row| rows.get(&row.id)).copied().collect();
        let first = groups.iter().map(|(first, _)| *first).min();
        let last = groups.iter().map(|(_, last)| *last).max();
        ties.extend(first.zip(last));
    }
    ties.retain(|(first, last)| first < last);
    ties
}

/// What a conflict about a run is called: as it was called before, if there was one.
fn about(
    bench: &Bench<'_>,
    of: TranslationId,
    lists: [&[Bead]; 3],
    follows: Option<BeadId>,
) -> About {
    let here: BTreeSet<BeadId> = lists.into_iter().flatten().map(|row| row.id).collect();
    let is_of = |conflict: &&crate::model::Conflict| {
        let Content::Rows { rows, .. } = &conflict.before else { return false };
        let same = matches!(&conflict.about, About::Rows { of: known, .. } if *known == of);
        same && rows.iter().any(|row| here.contains(&row.id))
    };
    let mut known = (0..3).flat_map(|copy| bench.known_rows(copy));
    let named = known.find(is_of).map(|conflict| conflict.about.clone());
    named.unwrap_or(About::Rows { of, follows })
}

fn shape(rows: &[Bead]) -> Vec<(BeadId, &[SegmentId])> {
    rows.iter().map(|row| (row.id, row.source.as_slice())).collect()
}

/// Whether rows render exactly these sentences.
fn covers(rows: &[Bead], wanted: Option<&[SegmentId]>) -> bool {
    wanted.is_some_and(|wanted| rows.iter().flat_map(|row| &row.source).eq(wanted))
}

/// Rows that both copies have cut alike.
fn one_by_one(bench: &mut Bench<'_>, lists: [&[Bead]; 3]) -> Vec<Bead> {
    let pairs = lists[1].iter().zip(lists[2]);
    let each = pairs.map(|(ours, theirs)| {
        let base = lists[0].iter().find(|row| row.id == ours.id);
        // What both copies have and the ancestor has not came from an earlier merge.
        let new = row::opened(ours);
        row::merged(bench, [base.unwrap_or(&new), ours, theirs])
    });
    each.collect()
}

/// A run as a version: who changed one of its rows last made it.
fn version(rows: &[Bead]) -> Version {
    let latest = rows.iter().max_by_key(|row| row.changed);
    let (author, at) = latest.map(|row| (row.author.clone(), row.changed)).unwrap_or_default();
    let sentences: Vec<Segment> = Vec::new();
    Version { content: Content::Rows { rows: rows.to_vec(), sentences }, author, at }
}
