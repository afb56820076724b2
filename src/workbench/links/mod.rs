//! Correcting an alignment: each operation is a function from a translation and a
//! row to the rows that take the place of others.
//!
//! | what | file |
//! |---|---|
//! | join, split, move a sentence, part the sides, leave out, delete | [`arrange`] |
//! | tie one end of a link to another sentence, link what stands alone | [`ends`] |
//! | split a sentence, correct its text | [`sentences`] |
//! | join and split rows that are being translated | [`translated`] |
//!
//! But for [`sentences`], no operation changes a text, and each keeps every sentence
//! of both sides in order. What a person joins or moves becomes accepted; what is
//! left over on one side only becomes a guess at even odds, to be looked at.

use crate::texts::t;

pub mod arrange;
pub mod ends;
pub mod sentences;
#[cfg(test)]
mod tests;
pub mod translated;

use std::ops::Range;

use crate::model::{
    Bead, BeadId, IdSource, Link, Origin, SegmentId, State, Target, TargetSegment, Translation,
};

/// Confidence of what a correction leaves over: as likely wrong as right.
const LEFT_OVER: f32 = 0.5;

/// Rows to be replaced, the rows that take their place, and which of these should
/// be active then.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewrite {
    /// What the undo menu says.
    pub name: &'static str,
    /// The rows replaced.
    pub rows: Range<usize>,
    /// What takes their place.
    pub beads: Vec<Bead>,
    /// The new active row, counted from the first replaced one.
    pub active: usize,
}

/// One of the two sides of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The source.
    Source,
    /// The target.
    Target,
}

/// What cannot be done, and why: shown to the person who asked.
pub type Refusal = &'static str;

/// The sentences of one side of a row.
enum Sentences {
    Source(Vec<SegmentId>),
    Target(Vec<TargetSegment>),
}

impl Sentences {
    fn of(bead: &Bead, side: Side) -> Self {
        match side {
            Side::Source => Self::Source(bead.source.clone()),
            Side::Target => Self::Target(bead.target.segments().to_vec()),
        }
    }

    const fn none(side: Side) -> Self {
        match side {
            Side::Source => Self::Source(Vec::new()),
            Side::Target => Self::Target(Vec::new()),
        }
    }

    const fn len(&self) -> usize {
        match self {
            Self::Source(all) => all.len(),
            Self::Target(all) => all.len(),
        }
    }

    const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Keeps the first `at` sentences and answers the rest.
    fn split_off(&mut self, at: usize) -> Self {
        match self {
            Self::Source(all) => Self::Source(all.split_off(at.min(all.len()))),
            Self::Target(all) => Self::Target(all.split_off(at.min(all.len()))),
        }
    }

    /// These sentences and those of the same side behind them.
    fn followed_by(mut self, next: Self) -> Self {
        match (&mut self, next) {
            (Self::Source(all), Self::Source(more)) => all.extend(more),
            (Self::Target(all), Self::Target(more)) => all.extend(more),
            (Self::Source(_), Self::Target(_)) | (Self::Target(_), Self::Source(_)) => {}
        }
        self
    }

    /// Gives a bead these sentences in the place of its own.
    fn put_into(self, bead: &mut Bead, state: &State) {
        match self {
            Self::Target(segments) => put(bead, segments, state),
            Self::Source(source) => {
                bead.source = source;
                bead.link = link_after(bead);
                if is_one_sided(bead) {
                    bead.unit = None;
                }
            }
        }
    }
}

/// Whether a row has sentences on one side only.
fn is_one_sided(bead: &Bead) -> bool {
    bead.source.is_empty() || bead.target.segments().is_empty()
}

fn unlocked(of: &Translation, row: usize) -> Result<&Bead, Refusal> {
    let bead = of.beads.get(row).ok_or(t!("there-is-no-such-row"))?;
    refuse_locked(bead)?;
    Ok(bead)
}

fn refuse_locked(bead: &Bead) -> Result<(), Refusal> {
    if bead.flags.locked { Err(t!("the-row-is-locked")) } else { Ok(()) }
}

fn state_of(target: &Target) -> State {
    match target {
        Target::Open => State::Draft,
        Target::Text { state, .. } | Target::LeftOut { state, .. } => state.clone(),
    }
}

/// Both targets, one after the other.
fn joined_target(first: &Target, next: &Target) -> Target {
    let mut segments = first.segments().to_vec();
    segments.extend(next.segments().iter().cloned());
    if segments.is_empty() {
        return if first.is_open() { next.clone() } else { first.clone() };
    }
    let state = if first.segments().is_empty() { state_of(next) } else { state_of(first) };
    Target::Text { segments, state }
}

/// Gives a bead these target sentences, and a link that says how it came about.
fn put(bead: &mut Bead, segments: Vec<TargetSegment>, state: &State) {
    if segments.is_empty() {
        bead.unit = None;
        let aligned = bead.origin == Origin::Aligned;
        bead.target = if aligned {
            Target::LeftOut { reason: String::new(), state: state.clone() }
        } else {
            Target::Open
        };
        bead.origin = if aligned { Origin::Aligned } else { Origin::None };
    } else {
        let kept = if let Target::Text { state, .. } = &bead.target { state } else { state };
        bead.target = Target::Text { segments, state: kept.clone() };
    }
    bead.link = link_after(bead);
}

fn link_after(bead: &Bead) -> Link {
    if is_one_sided(bead) {
        Link::Guessed { confidence: LEFT_OVER, pinned: false }
    } else {
        Link::Accepted
    }
}

fn inherit_origin(bead: &mut Bead, origin: Origin) {
    if bead.origin.is_none() {
        bead.origin = origin;
    }
}

/// Drops the row that a move has emptied on both sides.
fn moved_rows(name: &'static str, rows: Range<usize>, beads: Vec<Bead>, active: usize) -> Rewrite {
    let empty = |bead: &Bead| bead.source.is_empty() && bead.target.segments().is_empty();
    let before = beads.iter().take(active).filter(|bead| empty(bead)).count();
    let beads = beads.into_iter().filter(|bead| !empty(bead)).collect();
    Rewrite { name, rows, beads, active: active - before }
}

/// Cuts a bead in two: so many source and target sentences stay in the first.
fn cut(
    of: &Translation,
    bead: &Bead,
    sources: usize,
    targets: usize,
    ids: &mut dyn IdSource,
) -> (Bead, Bead) {
    let state = state_of(&bead.target);
    let all = bead.target.segments();
    let (mut head, mut tail) = (bead.clone(), bead.clone());
    head.source.truncate(sources);
    tail.source.drain(..sources);
    put(&mut head, all.get(..targets).unwrap_or_default().to_vec(), &state);
    put(&mut tail, all.get(targets..).unwrap_or_default().to_vec(), &state);
    (head, offspring(of, &tail, &[], ids))
}

/// The row that comes of another: an id and a number of its own (neither that of a row
/// of the translation nor one of `made`), and no past.
fn offspring(of: &Translation, bead: &Bead, made: &[Bead], ids: &mut dyn IdSource) -> Bead {
    let taken = |n| of.beads.iter().chain(made).any(|other| other.number == n);
    Bead {
        id: BeadId::fresh(ids),
        number: bead.number.following(taken),
        unit: None,
        comments: Vec::new(),
        history: Vec::new(),
        ..bead.clone()
    }
}
