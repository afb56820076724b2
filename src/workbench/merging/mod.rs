//! Merging copies of one project, by ids: what only one copy changed is taken, what both
//! changed alike too, and where they differ both versions are kept and neither is taken.
//!
//! | what | file |
//! |---|---|
//! | sets, values and orders of three copies | [`three`] |
//! | what a thing is when copies differ: its versions | [`versions`] |
//! | one row | [`row`] |
//! | the rows of a translation, joined and split ones among them | [`rows`] |
//! | the source: blocks and sentences | [`source`] |
//! | the release, exceptions, people, sign-offs | [`facts`] |
//! | a common ancestor out of the copies' own histories | [`ancestor`] |
//!
//! The merge is a three-way one over *sets of versions*, as in multi-value registers (Shapiro
//! et al. 2011, "Conflict-free Replicated Data Types", 3.2.2): a copy has one version of a
//! row, or several where it is in conflict; what both copies have stays, what one has dropped
//! goes, what one has added comes. So the order of the copies makes no difference, merging
//! again changes nothing, and a conflict that was settled in one copy is settled in all.
//!
//! Rows that were joined, split or moved are merged as runs between rows that all copies have
//! alike (diff3: Khanna, Kunal and Pierce 2007); a run that was cut in one copy and changed
//! in another is one conflict. Left out: merging within a text, which two people would have
//! to read anyway; unlike originals, and sources that were given new blocks on both sides,
//! which are refused.

pub mod ancestor;
mod facts;
mod row;
mod rows;
mod said;
mod source;
#[cfg(test)]
mod tests;
mod three;
mod versions;

use std::collections::BTreeSet;

use crate::model::{About, BlockId, Conflict, Project, Review, Translation, TranslationId};

pub(in crate::workbench) use row::take;

use source::Cut;
use versions::Bench;

/// What a merge made.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The merged project.
    pub project: Project,
    /// The conflicts that our copy did not have.
    pub found: Vec<Conflict>,
    /// Rows that our copy has otherwise or not at all.
    pub changed: usize,
}

/// Why copies are not merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Apart {
    /// They are different releases.
    #[error("they are no copies of one project: their ids differ")]
    Unrelated,
    /// They keep different files.
    #[error("both copies were given another original file; take one of them, and merge then")]
    Originals,
    /// Their sources have too little in common.
    #[error(
        "both copies have another source, or one a translation of sentences that the other cut \
         anew; nothing was changed: take one of them, and carry the other's rows over"
    )]
    Sources,
    /// Without an ancestor there is nothing to say which of two sources is the newer one.
    #[error(
        "the copies have their sentences or rows cut differently, and their histories do not \
         say which was first; name a common ancestor as BASE (an old version, or a backup)"
    )]
    NoAncestor,
}

/// Merges `ours` and `theirs`, which come from `base`; without it the ancestor is made out
/// of the histories of both.
///
/// # Errors
/// [`Apart`]: nothing is merged then.
pub fn merge(base: Option<&Project>, ours: &Project, theirs: &Project) -> Result<Merged, Apart> {
    let related = ours.id == theirs.id && base.is_none_or(|base| base.id == ours.id);
    if !related {
        return Err(Apart::Unrelated);
    }
    match base {
        Some(base) => of_three([base, ours, theirs]),
        None => of_three([&ancestor::of(ours, theirs)?, ours, theirs]),
    }
}

/// Blocks whose cutting turns out not to fit the rows are set back to the ancestor's, and the
/// merge is made again; each time there are more of them, so it ends.
fn of_three(copies: [&Project; 3]) -> Result<Merged, Apart> {
    let mut as_before = BTreeSet::new();
    loop {
        match attempt(copies, &as_before) {
            Ok(project) => return Ok(told(project, copies[1])),
            Err(Attempt::Apart(apart)) => return Err(apart),
            Err(Attempt::AsBefore(blocks)) => {
                let known = as_before.len();
                as_before.extend(blocks);
                if as_before.len() == known {
                    return Err(Apart::Sources);
                }
            }
        }
    }
}

/// Why an attempt gave nothing.
enum Attempt {
    Apart(Apart),
    /// These blocks must stay cut as they were before.
    AsBefore(Vec<BlockId>),
}

fn attempt(copies: [&Project; 3], as_before: &BTreeSet<BlockId>) -> Result<Project, Attempt> {
    let mut bench = Bench::of(copies);
    let original = three::pick(copies.map(|copy| &copy.original));
    let original = original.ok_or(Attempt::Apart(Apart::Originals))?.clone();
    let release = facts::release(&mut bench, copies.map(|copy| &copy.release));
    let exceptions = facts::exceptions(&mut bench, copies.map(|copy| &copy.exceptions));
    let people = facts::people(&mut bench, copies.map(|copy| copy.review.people.as_slice()));
    let (source, cut) = source::merged(&mut bench, copies.map(|copy| &copy.source), as_before);
    bench.carry(|about| matches!(about, About::Translation(_)));
    let translations = translations(&mut bench, copies, &cut)?;
    let [base, ours, theirs] = copies.map(|copy| &copy.review);
    let review = Review {
        people,
        hand_overs: facts::hand_overs([base, ours, theirs]),
        sign_offs: facts::sign_offs([base, ours, theirs]),
        conflicts: bench.into_conflicts(),
    };
    let project = Project {
        id: copies[1].id,
        release,
        source,
        earlier: three::list(copies.map(|copy| copy.earlier.as_slice()), |document| document.id),
        translations,
        // Where the work was left is a matter of each copy's own desk.
        place: copies[1].place,
        exceptions,
        checks: said::checks(copies.map(|copy| &copy.checks)),
        review,
        original,
    };
    if project.check().is_ok() { Ok(project) } else { Err(Attempt::Apart(Apart::Sources)) }
}

fn translations(
    bench: &mut Bench<'_>,
    copies: [&Project; 3],
    cut: &Cut,
) -> Result<Vec<Translation>, Attempt> {
    let lists = copies.map(|copy| copy.translations.as_slice());
    let find = |id| lists.map(|list| list.iter().find(|of| of.id == id));
    let kept = |id: &TranslationId| match find(*id) {
        [Some(base), Some(only), None] | [Some(base), None, Some(only)] => base != only,
        _ => false,
    };
    let mut merged = Vec::new();
    for id in three::order(lists.map(|list| list.iter().map(|of| of.id).collect()), kept) {
        let found = find(id);
        match found {
            [_, Some(ours), Some(theirs)] => {
                // Both have it, so it came from before; if not, it is what both began with.
                let base = found[0].unwrap_or(ours);
                merged.push(rows::translation(bench, [base, ours, theirs], cut)?);
            }
            [before, Some(only), None] | [before, None, Some(only)] => {
                cut.check(only)?;
                if before.is_some() {
                    bench.removed_translation(only);
                }
                merged.push(only.clone());
            }
            [_, None, None] => {}
        }
    }
    Ok(merged)
}

/// The merged project beside our copy.
fn told(project: Project, ours: &Project) -> Merged {
    let known = &ours.review.conflicts;
    let is_new = |conflict: &&Conflict| !known.contains(conflict);
    let found = project.review.conflicts.iter().filter(is_new).cloned().collect();
    let rows = |of: &Project| -> usize {
        let lists = of.translations.iter().map(|translation| translation.beads.len());
        lists.sum()
    };
    let same = |one: &Translation| -> usize {
        let other = ours.translations.iter().find(|of| of.id == one.id);
        let there: std::collections::HashMap<_, _> =
            other.into_iter().flat_map(|of| &of.beads).map(|bead| (bead.id, bead)).collect();
        one.beads.iter().filter(|bead| there.get(&bead.id) == Some(bead)).count()
    };
    let kept: usize = project.translations.iter().map(same).sum();
    let changed = rows(&project) - kept;
    Merged { project, found, changed }
}
