//! What the layout says: paragraphs and the roles of blocks.
//!
//! Translators keep paragraphs. Where a block begins on one side, one is likely
//! to begin on the other; a headline renders a headline. How far a pair of
//! documents keeps to it is learnt as Cohen's kappa (1960): agreement beyond what
//! chance would give, so that files of one line a sentence, where every sentence
//! begins a block, or releases without roles, get no weight at all.

use super::bag::Ending;
use crate::model::Role;

/// Agreement beyond chance before anything is known, and the number of beads
/// this is worth.
const KAPPA: f64 = 0.5;
const PSEUDO_BEADS: f64 = 20.0;
/// Kappa never reaches one: no layout is certain.
const MOST: f64 = 0.95;
/// Least share of a mark: one of a kind says much, but not everything.
const LEAST_SHARE: f64 = 1e-3;

/// Block starts and roles of one document.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// Whether each sentence begins a block: 1 or 0.
    starts: Marks,
    /// Each sentence's role.
    roles: Vec<Role>,
    /// How each sentence ends.
    ends: Marks,
}

/// A mark a sentence, as a small number, and the share of each.
#[derive(Debug, Clone, Default)]
struct Marks {
    of: Vec<usize>,
    shares: Vec<f64>,
}

impl Marks {
    fn new(of: Vec<usize>, kinds: usize) -> Self {
        let mut shares = vec![0.0; kinds];
        for mark in &of {
            shares[*mark] += 1.0 / of.len() as f64;
        }
        Self { of, shares }
    }

    fn at(&self, place: usize) -> usize {
        self.of.get(place).copied().unwrap_or(0)
    }
}

impl Layout {
    /// The layout of sentences given by block number and role.
    pub(super) fn of(sentences: impl Iterator<Item = (usize, Role)>, endings: &[Ending]) -> Self {
        let (blocks, roles): (Vec<usize>, Vec<Role>) = sentences.unzip();
        let before = std::iter::once(None).chain(blocks.iter().map(Some));
        let starts = blocks.iter().zip(before).map(|(block, before)| before != Some(block));
        let ends = endings.iter().map(|ending| *ending as usize);
        Self {
            starts: Marks::new(starts.map(usize::from).collect(), 2),
            roles,
            ends: Marks::new(ends.collect(), Ending::Open as usize + 1),
        }
    }
}

impl Layout {
    /// Each sentence's role.
    pub(super) fn roles(&self) -> &[Role] {
        &self.roles
    }
}

/// A kind of mark on both sides, and what its agreement is worth.
#[derive(Debug, Clone)]
struct Agreement {
    source: Marks,
    target: Marks,
    /// Agreement beyond chance.
    kappa: f64,
    /// Log-likelihood ratio, by source mark and target mark.
    worth: Vec<Vec<f64>>,
}

impl Agreement {
    fn new(source: Marks, target: Marks, kappa: f64) -> Self {
        let kinds = source.shares.len();
        // The mean of both directions.
        let both = |ours: usize, theirs: usize| {
            let (agree, shares) = (ours == theirs, (source.shares[ours], target.shares[theirs]));
            f64::midpoint(worth(agree, shares.0, kappa), worth(agree, shares.1, kappa))
        };
        let worth =
            (0..kinds).map(|ours| (0..kinds).map(|theirs| both(ours, theirs)).collect()).collect();
        Self { source, target, kappa, worth }
    }

    fn score(&self, (i, j): (usize, usize)) -> f64 {
        let row = self.worth.get(self.source.at(i));
        row.and_then(|row| row.get(self.target.at(j))).copied().unwrap_or(0.0)
    }

    /// Kappa re-estimated on beads: first sentences and a weight.
    fn learnt(&self, beads: &[((usize, usize), f64)]) -> Self {
        let shares = self.source.shares.iter().zip(&self.target.shares);
        let chance: f64 = shares.map(|(ours, theirs)| ours * theirs).sum();
        let (mut agreed, mut all) = (0.0, 0.0);
        for &((i, j), weight) in beads {
            agreed += if self.source.at(i) == self.target.at(j) { weight } else { 0.0 };
            all += weight;
        }
        let first = KAPPA * (1.0 - chance) + chance;
        let share = (agreed + PSEUDO_BEADS * first) / (all + PSEUDO_BEADS);
        let kappa = if chance > 0.99 { KAPPA } else { (share - chance) / (1.0 - chance) };
        Self::new(self.source.clone(), self.target.clone(), kappa.clamp(0.0, MOST))
    }
}

/// A kind of mark that all sentences of a bead share: each is held against the first
/// of the other side. Held against each other, the first ones alone would make two
/// beads better than one of the same sentences.
#[derive(Debug, Clone)]
struct Members {
    agreement: Agreement,
    /// By mark of the first source sentence: running sums over target sentences.
    target: Vec<Vec<f64>>,
    /// By mark of the first target sentence: running sums over source sentences.
    source: Vec<Vec<f64>>,
}

impl From<Agreement> for Members {
    fn from(agreement: Agreement) -> Self {
        let kinds = 0..agreement.source.shares.len();
        let target = |given| running(&agreement.target, given, agreement.kappa);
        let source = |given| running(&agreement.source, given, agreement.kappa);
        let (target, source) = (kinds.clone().map(target).collect(), kinds.map(source).collect());
        Self { agreement, target, source }
    }
}

impl Members {
    /// Log-likelihood ratio of a bead's marks, the mean of both directions.
    fn score(&self, (i, j): (usize, usize), (a, b): (usize, usize)) -> f64 {
        let sum = |sums: &[Vec<f64>], given: usize, start: usize, count: usize| {
            let sums = sums.get(given);
            let upto = |end: usize| sums.and_then(|s| s.get(end)).copied().unwrap_or(0.0);
            upto(start + count) - upto(start)
        };
        let target = sum(&self.target, self.agreement.source.at(i), j, b);
        let source = sum(&self.source, self.agreement.target.at(j), i, a);
        f64::midpoint(target, source)
    }
}

/// Sums over the first k sentences of what their marks say where `given` is given.
fn running(marks: &Marks, given: usize, kappa: f64) -> Vec<f64> {
    let mut sum = 0.0;
    let sums = marks.of.iter().map(|mark| {
        sum += worth(*mark == given, marks.shares[*mark], kappa);
        sum
    });
    std::iter::once(0.0).chain(sums).collect()
}

/// Log-likelihood ratio of a mark with this share that agrees, or does not.
fn worth(agree: bool, share: f64, kappa: f64) -> f64 {
    let agreed = if agree { kappa / share.max(LEAST_SHARE) } else { 0.0 };
    (1.0 - kappa + agreed).ln()
}

/// Two layouts and how far they agree.
#[derive(Debug, Clone)]
pub(super) struct StructureModel {
    starts: Agreement,
    roles: Members,
    /// How the last sentences end.
    ends: Agreement,
    /// Sums over the first k sentences of what a block start inside a bead says,
    /// source and target.
    inside: [Vec<f64>; 2],
}

impl StructureModel {
    /// Nothing is known yet of how far the layouts agree.
    pub(super) fn new(source: Layout, target: Layout) -> Self {
        let mut kinds: Vec<Role> = source.roles.iter().chain(&target.roles).copied().collect();
        kinds.sort_unstable();
        kinds.dedup();
        let marks = |roles: &[Role]| {
            let of = roles.iter().map(|role| kinds.binary_search(role).unwrap_or(0));
            Marks::new(of.collect(), kinds.len())
        };
        let roles = Agreement::new(marks(&source.roles), marks(&target.roles), KAPPA).into();
        let ends = Agreement::new(source.ends, target.ends, KAPPA);
        Self::of(Agreement::new(source.starts, target.starts, KAPPA), roles, ends)
    }

    fn of(starts: Agreement, roles: Members, ends: Agreement) -> Self {
        let inside = [inside(&starts.source, starts.kappa), inside(&starts.target, starts.kappa)];
        Self { starts, roles, ends, inside }
    }

    /// Log-likelihood ratio of the bead of `shape` sentences from source `i` and
    /// target `j` on.
    pub(super) fn score(&self, (i, j): (usize, usize), (a, b): (usize, usize)) -> f64 {
        let inner = |side: usize, start: usize, count: usize| {
            let sum = |end: usize| self.inside[side].get(end).copied().unwrap_or(0.0);
            sum(start + count) - sum(start + 1)
        };
        let inside = f64::midpoint(inner(0, i, a), inner(1, j, b));
        let ends = self.ends.score((i + a - 1, j + b - 1));
        self.starts.score((i, j)) + self.roles.score((i, j), (a, b)) + inside + ends
    }

    /// The model re-estimated on beads: first and last sentences and a weight.
    pub(super) fn learnt(
        &self,
        firsts: &[((usize, usize), f64)],
        lasts: &[((usize, usize), f64)],
    ) -> Self {
        let ends = self.ends.learnt(lasts);
        Self::of(self.starts.learnt(firsts), self.roles.agreement.learnt(firsts).into(), ends)
    }
}

/// Running sums of the log-likelihood ratio of a block start (or none) inside a
/// bead: merged sentences were rarely paragraphs of their own, unless all are.
fn inside(starts: &Marks, kappa: f64) -> Vec<f64> {
    let share = starts.shares.get(1).copied().unwrap_or(0.0);
    let all = (share * (1.0 - kappa) + (1.0 - share)).max(1e-9);
    let mut sum = 0.0;
    let mut sums = vec![0.0];
    for start in &starts.of {
        sum += (if *start == 1 { (1.0 - kappa) / all } else { 1.0 / all }).ln();
        sums.push(sum);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(blocks: &[usize], roles: &[Role]) -> Layout {
        let endings = vec![Ending::Stop; blocks.len()];
        Layout::of(blocks.iter().copied().zip(roles.iter().copied()), &endings)
    }

    #[test]
    fn blocks_and_rare_roles_speak_and_one_line_a_sentence_does_not() {
        let (head, body) = (Role::Headline, Role::Body);
        let roles = [head, body, body, body, body, body];
        let side = layout(&[0, 1, 1, 1, 2, 2], &roles);
        let model = StructureModel::new(side.clone(), side);
        let single = |at| model.score(at, (1, 1));
        assert!(single((4, 4)) > single((4, 3)) + 0.5, "both begin a block");
        assert!(single((0, 0)) > single((4, 4)) + 0.5, "both are headlines");
        let two = single((1, 1)) + single((2, 2)) - model.score((1, 1), (2, 2));
        assert!(two < 0.6, "roles speak no louder for two beads than for one: {two}");
        assert!(model.score((2, 2), (2, 1)) > model.score((3, 3), (2, 1)), "over a block's end");
        let lines = layout(&[0, 1, 2, 3, 4, 5], &[body; 6]);
        let silent = StructureModel::new(lines.clone(), lines);
        for shape in [(1, 1), (2, 1), (3, 3)] {
            assert!(silent.score((1, 2), shape).abs() < 1e-9);
        }
    }

    #[test]
    fn layouts_that_disagree_lose_their_weight() {
        let body = [Role::Body; 12];
        let ours = layout(&[0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5], &body);
        let theirs = layout(&[0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6], &body);
        let model = StructureModel::new(ours, theirs);
        let beads: Vec<_> = (0..12).cycle().take(120).map(|k| ((k, k), 1.0)).collect();
        let learnt = model.learnt(&beads, &beads);
        let worth =
            |model: &StructureModel| model.score((2, 1), (1, 1)) - model.score((2, 2), (1, 1));
        assert!(worth(&learnt) < worth(&model) / 2.0);
    }
}
