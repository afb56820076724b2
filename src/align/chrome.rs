//! What page chrome looks like: the background of sentences outside the text.
//!
//! A sentence before the first bead or after the last is not any sentence of the
//! document. Page chrome is short and ends without a stop. Two such lines, one a
//! side, agree in all but their words, and held against all sentences of the document
//! this agreement looks like evidence. Held against the sentences about them it is
//! none. So the lengths, endings and roles of the sentences outside are learnt from the
//! document, both sides together, and a sentence outside scores
//!
//! ```text
//! ln p(length, ending, role | outside) / p(length, ending, role)
//! ```
//!
//! and, where the blocks of a side have roles, less from the start if it is content.
//!
//! Held back by the document's own distribution, worth some sentences, so that a
//! document without chrome learns nothing from this. What is left out within a text
//! looks like the rest of it and has no such score: where words say little, wrong
//! omissions would confirm each other.

use std::collections::BTreeMap;

use super::documents::Prepared;
use super::length::LengthModel;
use crate::model::Role;

/// Score of each sentence outside, in nats, source and target.
pub(super) type Chrome = [Vec<f64>; 2];

/// What it says of standing outside that a sentence is content by its role, in nats: a
/// headline or a paragraph of the text stands outside in few pages. That it is chrome
/// says nothing: many pages have the same menu in both languages.
const CONTENT: f64 = -2.0;

/// What is known before a search: roles.
pub(super) fn unknown(source: &Prepared, target: &Prepared) -> Chrome {
    [source, target].map(|side| by_role(side.layout.roles()))
}

/// The scores of sentences with these roles; none where all are alike.
fn by_role(roles: &[Role]) -> Vec<f64> {
    let is_told = roles.iter().any(|role| *role != Role::Body);
    let worth = |role: &Role| match role {
        _ if !is_told => 0.0,
        Role::Chrome | Role::Contact | Role::Boilerplate | Role::EndMark => 0.0,
        _ => CONTENT,
    };
    roles.iter().map(worth).collect()
}

/// Learnt from how surely each sentence stands outside (0…1, by side), held back by
/// `pseudo_count` sentences like all others.
pub(super) fn learnt(
    sides: [&Prepared; 2],
    length: &LengthModel,
    weights: [&[f64]; 2],
    pseudo_count: f64,
) -> Chrome {
    let total: f64 = weights.iter().flat_map(|side| side.iter()).sum();
    let held = |ratio: f64| ((total * ratio + pseudo_count) / (total + pseudo_count)).ln();
    let lengths = length.likelier_among(weights);
    let endings = Shares::of(sides.map(|side| side.bags.endings.as_slice()), weights);
    let roles = Shares::of(sides.map(|side| side.layout.roles()), weights);
    let score = |side: usize| {
        let looks = lengths[side].iter().zip(&sides[side].bags.endings);
        let learnt = looks.map(|(ratio, end)| held(*ratio) + held(endings.likelier(*end)));
        let worth = by_role(sides[side].layout.roles());
        let by_role = sides[side].layout.roles().iter().zip(worth);
        let by_role = by_role.map(|(role, worth)| worth + held(roles.likelier(*role)));
        learnt.zip(by_role).map(|(learnt, role)| learnt + role).collect()
    };
    [score(0), score(1)]
}

/// How often sentences have each look of a kind, outside and at all.
struct Shares<L> {
    counts: BTreeMap<L, (f64, f64)>,
    all: (f64, f64),
}

impl<L: Ord + Copy> Shares<L> {
    fn of(sides: [&[L]; 2], weights: [&[f64]; 2]) -> Self {
        let mut counts: BTreeMap<_, (f64, f64)> = BTreeMap::new();
        let mut all = (0.0, 0.0);
        for (side, weights) in sides.iter().zip(weights) {
            for (look, weight) in side.iter().zip(weights) {
                let count = counts.entry(*look).or_default();
                (count.0, count.1) = (count.0 + weight, count.1 + 1.0);
                (all.0, all.1) = (all.0 + weight, all.1 + 1.0);
            }
        }
        Self { counts, all }
    }

    /// Share of a look outside over its share at all.
    fn likelier(&self, look: L) -> f64 {
        let (seen, of_all) = self.counts.get(&look).copied().unwrap_or((0.0, 1.0));
        let (outside, all) = (self.all.0.max(1e-9), self.all.1.max(1.0));
        (seen / outside) / (of_all / all).max(1e-9)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::progress::Progress;
    use crate::align::{Sentence, Side};
    use crate::model::Unwatched;

    fn side(texts: &[(&str, Role)]) -> Prepared {
        let lang = "en".parse().expect("en");
        let texts = texts.iter().enumerate();
        let sentences: Vec<_> =
            texts.map(|(block, &(text, role))| Sentence { text, block, role }).collect();
        let side = Side { lang: &lang, sentences: &sentences };
        Prepared::of(&side, &Progress::new(&Unwatched, 1)).expect("nobody cancels")
    }

    const PAGE: [&str; 5] = [
        "Search",
        "The ferry between the two islands sails again from Monday.",
        "Passengers may bring bicycles without a fee until the end of May.",
        "The harbour office is looking for two pilots who know the shallows.",
        "Notices",
    ];

    #[test]
    fn short_open_lines_outside_make_others_look_like_chrome() {
        let page = side(&PAGE.map(|text| (text, Role::Body)));
        let length = LengthModel::first(&page.lengths, &page.lengths);
        let score = |weights: &[f64]| learnt([&page, &page], &length, [weights, &[0.0; 5]], 2.0);
        let [ours, theirs] = score(&[1.0, 0.0, 0.0, 0.0, 0.0]);
        assert!(ours[4] > 0.3 && theirs[4] > 0.3, "{ours:?}");
        assert!(ours[2] < 0.0 && theirs[2] < 0.0, "{theirs:?}");
        let [nothing, _] = score(&[0.0; 5]);
        assert!(nothing.iter().all(|score| score.abs() < 1e-9), "{nothing:?}");
    }

    #[test]
    fn roles_speak_where_there_are_any() {
        let roles = [Role::Chrome, Role::Headline, Role::Body, Role::Body, Role::Contact];
        let page = side(&std::array::from_fn::<_, 5, _>(|at| (PAGE[at], roles[at])));
        let plain = side(&PAGE.map(|text| (text, Role::Body)));
        let [with, without] = unknown(&page, &plain);
        assert!(with[0].abs() < 1e-9 && with[1] < -1.0 && with[4].abs() < 1e-9);
        assert!(without.iter().all(|score| score.abs() < 1e-9));
    }
}
