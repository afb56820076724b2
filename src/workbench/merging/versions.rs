//! What a thing is when copies differ: the set of its versions.
//!
//! A copy has one version of a thing, or those of its conflict and, where somebody has gone
//! on in the meantime, what stands there now.

use std::collections::BTreeMap;

use super::three;
use crate::model::{
    About, Conflict, Content, Project, State, Target, TargetSegment, Translation, Version,
};

/// The merge at work: conflicts that the copies had, and those that are found.
pub(super) struct Bench<'a> {
    known: [BTreeMap<&'a About, &'a Conflict>; 3],
    found: BTreeMap<About, Conflict>,
}

/// What a thing is after the merge.
pub(super) enum Outcome {
    /// This version, and there is no conflict.
    One(Box<Version>),
    /// Several; as it was before stands meanwhile, undecided.
    Several,
}

impl<'a> Bench<'a> {
    pub(super) fn of(copies: [&'a Project; 3]) -> Self {
        let known = copies.map(|copy| {
            let conflicts = copy.review.conflicts.iter();
            conflicts.map(|conflict| (&conflict.about, conflict)).collect()
        });
        Self { known, found: BTreeMap::new() }
    }

    /// The conflicts of the merged project, in an order of their own that is always the same.
    pub(super) fn into_conflicts(self) -> Vec<Conflict> {
        self.found.into_values().collect()
    }

    /// The conflict that a copy (0 the ancestor, 1 ours, 2 theirs) has about something.
    pub(super) fn known(&self, copy: usize, about: &About) -> Option<&'a Conflict> {
        self.known.get(copy)?.get(about).copied()
    }

    /// The conflicts about rows that were cut, of a copy.
    pub(super) fn known_rows(&self, copy: usize) -> impl Iterator<Item = &'a Conflict> {
        let all = self.known.get(copy).into_iter().flat_map(BTreeMap::values).copied();
        all.filter(|conflict| matches!(conflict.about, About::Rows { .. }))
    }

    /// What becomes of a thing that the copies have like this.
    pub(super) fn settle(&mut self, about: &About, now: &[Version; 3]) -> Outcome {
        let before = self
            .known(0, about)
            .map_or_else(|| now[0].content.clone(), |conflict| conflict.before.clone());
        let heads = [0, 1, 2].map(|copy| self.heads(copy, about, &now[copy]));
        let mut versions = three::set([&heads[0], &heads[1], &heads[2]]);
        if versions.is_empty() {
            // Each has chosen one of two, and not the same one.
            versions = three::set([&[], &heads[1], &heads[2]]);
        }
        let versions = without_doubles(versions, &now[0]);
        match <[Version; 1]>::try_from(versions) {
            Ok([only]) => Outcome::One(Box::new(only)),
            Err(several) => {
                self.conflict(about.clone(), before, several);
                Outcome::Several
            }
        }
    }

    fn heads(&self, copy: usize, about: &About, now: &Version) -> Vec<Version> {
        let Some(conflict) = self.known(copy, about) else { return vec![now.clone()] };
        let mut heads = conflict.versions.clone();
        if now.content != conflict.before.undecided() && !heads.contains(now) {
            heads.push(now.clone());
        }
        heads
    }

    /// Notes a conflict; one about the same thing takes its versions in.
    pub(super) fn conflict(&mut self, about: About, before: Content, versions: Vec<Version>) {
        let conflict = self.found.entry(about.clone()).or_insert_with(|| Conflict {
            about,
            before,
            versions: Vec::new(),
        });
        for version in versions {
            if !conflict.versions.contains(&version) {
                conflict.versions.push(version);
            }
        }
        conflict.versions.sort_by_cached_key(|version| {
            (version.at, version.author.clone(), format!("{:?}", version.content))
        });
    }

    /// A field whose values can be told as texts; `None` where copies differ.
    pub(super) fn field<T: PartialEq + Clone>(
        &mut self,
        about: About,
        values: [&T; 3],
        told: impl Fn(&T) -> String,
    ) -> T {
        let now = values.map(|value| plain(&told(value)));
        let known = (0..3).any(|copy| self.known(copy, &about).is_some());
        if !known && let Some(value) = three::pick(values) {
            return value.clone();
        }
        match self.settle(&about, &now) {
            Outcome::Several => values[0].clone(),
            Outcome::One(only) => {
                let place = now.iter().position(|version| version.content == only.content);
                if let Some(value) = place.and_then(|place| values.get(place)) {
                    return (*value).clone();
                }
                // It is known only as a text, out of an older conflict.
                self.conflict(about, now[0].content.clone(), vec![*only]);
                values[0].clone()
            }
        }
    }

    /// Conflicts of a kind that stay until somebody chooses: those that both copies have, and
    /// those that only one has and the ancestor had not.
    pub(super) fn carried(&self, of: impl Fn(&About) -> bool) -> Vec<Conflict> {
        let lists = self.known.each_ref().map(|known| -> Vec<Conflict> {
            let all = known.values().filter(|conflict| of(&conflict.about));
            all.map(|conflict| (*conflict).clone()).collect()
        });
        three::set([&lists[0], &lists[1], &lists[2]])
    }

    /// Keeps the conflicts of a kind that nothing here decides.
    pub(super) fn carry(&mut self, of: impl Fn(&About) -> bool) {
        for Conflict { about, before, versions } in self.carried(of) {
            self.conflict(about, before, versions);
        }
    }

    /// A translation that one copy removed and the other changed; it stays.
    pub(super) fn removed_translation(&mut self, changed: &Translation) {
        let text = Content::Text(changed.lang().to_string());
        let versions = vec![version(Content::Gone), version(text.clone())];
        self.conflict(About::Translation(changed.id), text, versions);
    }
}

/// A version of which nobody says who made it.
pub(super) const fn version(content: Content) -> Version {
    Version { content, author: String::new(), at: None }
}

/// A text, or nothing.
pub(super) fn plain(text: &str) -> Version {
    version(if text.is_empty() { Content::Gone } else { Content::Text(text.to_owned()) })
}

/// Versions that say the same are one.
fn without_doubles(versions: Vec<Version>, base: &Version) -> Vec<Version> {
    let mut kept: Vec<Version> = Vec::new();
    for version in versions {
        match kept.iter_mut().find(|other| says_same(other, &version, base)) {
            Some(other) if weight(&version) < weight(other) => *other = version,
            Some(_) => {}
            None => kept.push(version),
        }
    }
    kept
}

/// Whether two versions are the same text, and one only goes further than the other.
fn says_same(one: &Version, other: &Version, base: &Version) -> bool {
    match (&one.content, &other.content) {
        (
            Content::Target { target: one_target, .. },
            Content::Target { target: other_target, .. },
        ) => {
            let states = (state(one_target), state(other_target));
            let both_go_on = !same_words(&base.content, &one.content)
                || states.0.min(states.1) >= state_of(&base.content);
            let rejected = [one_target, other_target].map(|target| reason(target));
            same_words(&one.content, &other.content) && rejected[0] == rejected[1] && both_go_on
        }
        (one, other) => one == other,
    }
}

fn same_words(one: &Content, other: &Content) -> bool {
    let (Content::Target { target: one, .. }, Content::Target { target: other, .. }) = (one, other)
    else {
        return false;
    };
    let words = |segment: &TargetSegment| {
        let TargetSegment { block, segment } = segment;
        (*block, segment.text.clone(), segment.tags.clone(), segment.after.clone())
    };
    match (one, other) {
        (Target::Open, Target::Open) => true,
        (Target::LeftOut { reason: one, .. }, Target::LeftOut { reason: other, .. }) => {
            one == other
        }
        (Target::Text { segments: one, .. }, Target::Text { segments: other, .. }) => {
            one.len() == other.len() && one.iter().map(words).eq(other.iter().map(words))
        }
        _ => false,
    }
}

/// How far a target is.
fn state(target: &Target) -> u8 {
    match target {
        Target::Open => 0,
        Target::Text { state, .. } | Target::LeftOut { state, .. } => match state {
            State::Draft => 1,
            State::Translated => 2,
            State::Approved => 3,
            State::Rejected { .. } => 4,
        },
    }
}

fn state_of(content: &Content) -> u8 {
    if let Content::Target { target, .. } = content { state(target) } else { 0 }
}

fn reason(target: &Target) -> Option<&str> {
    match target {
        Target::Text { state: State::Rejected { reason }, .. }
        | Target::LeftOut { state: State::Rejected { reason }, .. } => Some(reason),
        _ => None,
    }
}

/// Of versions that say the same the lightest is kept: the one that goes furthest, then the
/// oldest.
fn weight(version: &Version) -> impl Ord + use<> {
    let Version { content, author, at } = version;
    (std::cmp::Reverse(state_of(content)), *at, author.clone(), format!("{content:?}"))
}
