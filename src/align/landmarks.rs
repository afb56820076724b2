//! A first way through a grid too large to be searched whole.
//!
//! Words that are rare on both sides and known to render each other (names,
//! numbers, the word table) are landmarks: pairs of sentences that share some. The
//! heaviest chain of landmarks in which both sides go forward is found in
//! n log n, as a heaviest increasing subsequence, and the strip to be searched
//! follows it. A strip about the diagonal is refused where there are landmarks: a
//! document with a large part left out lies far from it.
//!
//! Left out: texts without any landmark are searched about the diagonal alone.

use super::bag::Bags;
use super::corridor::Corridor;
use super::known;
use super::model::Stretch;
use super::progress::Progress;
use super::settings::Settings;
use super::table::Table;
use crate::model::Cancelled;

/// Most sentences of a side that a landmark's word may stand in.
const RARE: usize = 8;
/// Links weaker than this are no landmarks.
const SURE: f32 = 0.4;
/// Columns a landmark may lie from the line between its neighbours, at least and
/// as a share of their distance.
const ASTRAY: (usize, f64) = (30, 0.5);
/// Least and largest reach of the strip.
const REACH: (usize, usize) = (15, 80);

/// A pair of sentences, by place in their stretch, and its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Landmark {
    source: usize,
    target: usize,
    weight: f64,
}

/// The strip about the heaviest chain of landmarks in a stretch.
pub(super) fn corridor(
    (source, target): (&Bags, &Bags),
    known: &Table,
    at: &Stretch,
    settings: &Settings,
    progress: &Progress,
) -> Result<Corridor, Cancelled> {
    let (rows, columns) = (at.source.len(), at.target.len());
    let landmarks = landmarks((source, target), known, at, progress)?;
    progress.check()?;
    let chain = without_strays(&chain(&landmarks, columns));
    let most = settings.most_nodes / (2 * (rows + columns).max(1));
    let reach = most.clamp(REACH.0, REACH.1);
    Ok(Corridor::about(&way(&chain, (rows, columns), reach), rows, columns))
}

/// The sentences of a stretch that each term stands in.
fn postings(bags: &Bags, sentences: std::ops::Range<usize>) -> Vec<Vec<usize>> {
    let mut postings = vec![Vec::new(); bags.terms.len()];
    for (place, terms) in bags.sentences.get(sentences).unwrap_or_default().iter().enumerate() {
        for term in terms {
            let list: &mut Vec<usize> = &mut postings[*term as usize];
            if list.len() <= RARE && list.last() != Some(&place) {
                list.push(place);
            }
        }
    }
    postings
}

/// All landmarks, sorted by source and target sentence.
fn landmarks(
    (source, target): (&Bags, &Bags),
    known: &Table,
    at: &Stretch,
    progress: &Progress,
) -> Result<Vec<Landmark>, Cancelled> {
    let ours = postings(source, at.source.clone());
    let theirs = postings(target, at.target.clone());
    let mut pairs: Vec<Landmark> = Vec::new();
    for (count, (given, term, strength)) in known.entries().enumerate() {
        if count % 4096 == 0 {
            progress.check()?;
        }
        if strength < SURE || !known::is_landmark(source, given) {
            continue;
        }
        let (Some(ours), Some(theirs)) = (ours.get(given as usize), theirs.get(term as usize))
        else {
            continue;
        };
        if ours.len() > RARE || theirs.len() > RARE {
            continue;
        }
        let weight = f64::from(strength) / (ours.len().max(1) * theirs.len().max(1)) as f64;
        for source in ours {
            let pair = |target: &usize| Landmark { source: *source, target: *target, weight };
            pairs.extend(theirs.iter().map(pair));
        }
    }
    pairs.sort_by_key(|pair| (pair.source, pair.target));
    let mut merged: Vec<Landmark> = Vec::new();
    for pair in pairs {
        match merged.last_mut() {
            Some(last) if (last.source, last.target) == (pair.source, pair.target) => {
                last.weight += pair.weight;
            }
            _ => merged.push(pair),
        }
    }
    Ok(merged)
}

/// The heaviest chain in which both sides go forward.
fn chain(landmarks: &[Landmark], columns: usize) -> Vec<(usize, usize)> {
    // A Fenwick tree over columns: the heaviest chain that ends at or before one.
    let mut tree: Vec<(f64, Option<usize>)> = vec![(0.0, None); columns + 1];
    let mut before: Vec<Option<usize>> = vec![None; landmarks.len()];
    let mut best = (0.0, None);
    let mut start = 0;
    for row in landmarks.chunk_by(|a, b| a.source == b.source) {
        // All of a row are asked before any is entered: they exclude each other.
        let chains: Vec<(f64, Option<usize>)> =
            row.iter().map(|landmark| heaviest(&tree, landmark.target)).collect();
        for (offset, (landmark, (weight, last))) in row.iter().zip(chains).enumerate() {
            let (place, weight) = (start + offset, weight + landmark.weight);
            before[place] = last;
            enter(&mut tree, landmark.target + 1, (weight, Some(place)));
            if weight > best.0 {
                best = (weight, Some(place));
            }
        }
        start += row.len();
    }
    let mut chain = Vec::new();
    let mut at = best.1;
    while let Some(place) = at {
        chain.extend(landmarks.get(place).map(|l| (l.source, l.target)));
        at = before.get(place).copied().flatten();
    }
    chain.reverse();
    chain
}

fn heaviest(tree: &[(f64, Option<usize>)], mut end: usize) -> (f64, Option<usize>) {
    let mut best = (0.0, None);
    while end > 0 {
        if let Some(entry) = tree.get(end).filter(|entry| entry.0 > best.0) {
            best = *entry;
        }
        end &= end - 1;
    }
    best
}

fn enter(tree: &mut [(f64, Option<usize>)], mut at: usize, chain: (f64, Option<usize>)) {
    while let Some(entry) = tree.get_mut(at) {
        if chain.0 > entry.0 {
            *entry = chain;
        }
        at += at & at.wrapping_neg();
    }
}

/// The chain without landmarks that lie far off the lines between their
/// neighbours, the next ones and those after them.
fn without_strays(chain: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let is_off = |place: usize, apart: usize| {
        let (first, last) = (place.saturating_sub(apart), (place + apart).min(chain.len() - 1));
        let (Some(before), Some(at), Some(after)) =
            (chain.get(first), chain.get(place), chain.get(last))
        else {
            return false;
        };
        let (rows, columns) = ((after.0 - before.0) as f64, (after.1 - before.1) as f64);
        let expected = before.1 as f64 + columns * (at.0 - before.0) as f64 / rows.max(1.0);
        let off = (at.1 as f64 - expected).abs();
        off > ASTRAY.0 as f64 && off > ASTRAY.1 * rows.min(columns)
    };
    let stays = |place: &usize| !(is_off(*place, 1) && is_off(*place, 2));
    (0..chain.len()).filter(stays).filter_map(|place| chain.get(place).copied()).collect()
}

/// The nodes of the way along a chain, a node a row or column; the strip is wider
/// the farther the next landmark is.
fn way(
    chain: &[(usize, usize)],
    (rows, columns): (usize, usize),
    reach: usize,
) -> Vec<(usize, usize, usize)> {
    let mut way = Vec::new();
    let mut from = (0, 0);
    for &to in chain.iter().chain([&(rows, columns)]) {
        let (down, right) = (to.0 - from.0, to.1 - from.1);
        let steps = down.max(right).max(1);
        let wide = reach + (steps / 8).min(reach);
        for step in 0..=steps {
            way.push((from.0 + down * step / steps, from.1 + right * step / steps, wide));
        }
        from = to;
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn landmark(source: usize, target: usize, weight: f64) -> Landmark {
        Landmark { source, target, weight }
    }

    #[test]
    fn the_heaviest_chain_goes_forward_on_both_sides() {
        let landmarks = [
            landmark(0, 5, 1.0),
            landmark(1, 1, 1.0),
            landmark(2, 2, 1.0),
            landmark(2, 3, 1.5),
            landmark(3, 0, 2.0),
            landmark(4, 6, 1.0),
        ];
        assert_eq!(chain(&landmarks, 8), [(1, 1), (2, 3), (4, 6)]);
        assert!(chain(&[], 8).is_empty());
    }

    #[test]
    fn a_stray_landmark_is_dropped() {
        let line: Vec<_> = vec![(0, 0), (10, 10), (20, 95), (30, 100), (100, 170)];
        assert_eq!(without_strays(&line), [(0, 0), (10, 10), (30, 100), (100, 170)]);
    }

    #[test]
    fn the_way_holds_every_landmark() {
        let chain = [(10, 40), (60, 45)];
        let way = way(&chain, (100, 100), 5);
        for (i, j) in chain {
            assert!(way.iter().any(|node| (node.0, node.1) == (i, j)));
        }
        let steps = way.windows(2).all(|w| w[1].0 - w[0].0 <= 1 && w[1].1 - w[0].1 <= 1);
        assert!(steps);
    }
}
