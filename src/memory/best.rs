//! The best matches so far, and what may still join them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::index::{Found, Member, is_date_hash, value_hash};
use super::indexes::Direction;
use super::live::{Memory, Stored};
use super::lookup::{Consulted, Holder, Match, Query};
use super::penalty::{Penalty, are_other_values, tags_differ};
use super::rank::{Rank, has_same_context};
use super::records::Bare;
use super::similarity::{CONTEXT_SCORE, Figure};
use super::threshold::{Threshold, percent};
use super::tokens::{Kind, Tokenised};
use crate::model::UnitTags;

/// The points that shapes of a group cost, once known.
pub type Shapes = BTreeMap<(u32, u16), u8>;

/// The best matches so far.
pub struct Best<'a> {
    query: &'a Query<'a>,
    text: Tokenised<'a>,
    values: Vec<u32>,
    memories: &'a [Consulted<'a>],
    /// Best first.
    ranked: Vec<(Rank, Figure)>,
}

impl<'a> Best<'a> {
    /// Nothing yet.
    pub fn new(query: &'a Query<'a>, memories: &'a [Consulted<'a>]) -> Self {
        let text = Tokenised::new(query.text);
        let numbers = text.values(Kind::Number).map(|value| value_hash(&value, false));
        let dates = text.values(Kind::Date).map(|value| value_hash(&value, true));
        let values = numbers.chain(dates).collect();
        Self { query, text, values, memories, ranked: Vec::new() }
    }

    /// The query taken apart.
    pub const fn text(&self) -> &Tokenised<'a> {
        &self.text
    }

    /// The classes of the query's tokens.
    pub fn classes(&self) -> Vec<Cow<'a, str>> {
        self.text.classes().collect()
    }

    /// What a text of the memory of this number must reach to count, its penalty set aside;
    /// `None` where nothing of it can.
    pub fn threshold(&self, memory: usize) -> Option<Threshold> {
        let least = self.least_score().min(100);
        // A penalty takes nothing below 0.
        let penalty = if least == 0 { 0 } else { self.memory(memory).points() };
        (least + penalty <= 100).then(|| Threshold::new(least + penalty))
    }

    /// The least score, without regard to context, that may be among the best.
    fn least_score(&self) -> u8 {
        let worst = match self.ranked.last() {
            Some((rank, _)) if self.ranked.len() >= self.query.top => rank.score.min(100),
            _ => 0,
        };
        worst.max(self.query.threshold)
    }

    /// Takes a unit in if its score, at most what its group and shape allow, and then
    /// what its text says, is among the best.
    pub fn consider(&mut self, memory: usize, found: Found, member: &Member, seen: &mut Shapes) {
        let consulted = self.memory(memory);
        let whole = percent(found.distance, found.longer).saturating_sub(consulted.points());
        if whole < self.least_score() {
            return;
        }
        let shape = member.shape.map(|shape| (found.group, shape));
        let hidden = value_points(&self.values, member.values)
            + shape.and_then(|shape| seen.get(&shape)).copied().unwrap_or(0);
        let most = whole.saturating_sub(hidden);
        if most < self.least_score() {
            return;
        }
        let holder = consulted.memory;
        let Some(bare) = holder.bare(member.slot) else { return };
        if !self.admits(&self.rank(most, &bare, memory, member.slot)) {
            return;
        }
        let Some(stored) = holder.stored(member.slot) else { return };
        let figure = self.offer(memory, member.slot, &stored, found.distance);
        if let Some(shape) = shape {
            seen.insert(shape, shape_points(&figure));
        }
    }

    /// Takes a unit at a known distance in if it is among the best. The same two texts
    /// are ranked once, where the better of their units is.
    pub fn offer(&mut self, memory: usize, slot: u32, stored: &Stored, distance: usize) -> Figure {
        let Consulted { direction, penalty, .. } = self.memory(memory);
        let twin = self.twin(texts(stored, direction));
        let mut figure = twin.map_or_else(
            || {
                let text = Tokenised::new(direction.query_side(&stored.unit));
                Figure::at(distance, &self.text, &text)
            },
            |place| self.ranked[place].1.clone(),
        );
        // The same texts may have other tags, and be trusted otherwise.
        figure.penalties.retain(|known| !matches!(known, Penalty::Tags | Penalty::Memory(_)));
        if tags_differ(self.query.tags, direction.oriented(stored.unit.tags).0) {
            figure.penalties.push(Penalty::Tags);
        }
        figure.penalties.extend(penalty.map(Penalty::Memory));
        let rank = self.rank(figure.score(), &Bare::from(stored), memory, slot);
        if !self.admits(&rank) {
            return figure;
        }
        match twin {
            Some(place) if self.ranked[place].0 > rank => return figure,
            Some(place) => drop(self.ranked.remove(place)),
            None => {}
        }
        let place = self.ranked.partition_point(|(other, _)| *other > rank);
        self.ranked.insert(place, (rank, figure.clone()));
        self.ranked.truncate(self.query.top);
        figure
    }

    /// Where a unit with these texts is ranked.
    fn twin(&self, own: (&str, &str)) -> Option<usize> {
        self.ranked.iter().position(|(other, _)| {
            let Consulted { memory, direction, .. } = self.memory(other.memory());
            memory.stored(other.slot()).is_some_and(|twin| texts(&twin, direction) == own)
        })
    }

    fn admits(&self, rank: &Rank) -> bool {
        let is_full = self.ranked.len() >= self.query.top;
        rank.score >= self.query.threshold
            && !(is_full && self.ranked.last().is_none_or(|(worst, _)| rank < worst))
    }

    fn rank(&self, score: u8, bare: &Bare, memory: usize, slot: u32) -> Rank {
        // The neighbours in a memory are those of the source.
        let same_context = self.memory(memory).direction == Direction::Forward
            && has_same_context(&self.query.context, bare);
        let score = if score == 100 && same_context { CONTEXT_SCORE } else { score };
        Rank::new(score, same_context, bare, memory, slot)
    }

    fn memory(&self, number: usize) -> Consulted<'a> {
        self.memories[number]
    }

    /// The matches, best first.
    pub fn into_matches(self) -> Vec<Match> {
        let several = self.memories.len() > 1;
        let matches = self.ranked.iter().filter_map(|(rank, figure)| {
            let Consulted { memory, direction, .. } = self.memory(rank.memory());
            let stored = memory.stored(rank.slot())?;
            let mut found = to_match(memory, direction, &stored, rank, figure);
            if several {
                found.also = self.twins(&found);
            }
            Some(found)
        });
        matches.collect()
    }

    /// The units of other memories that have the two texts of a match.
    fn twins(&self, found: &Match) -> Vec<Holder> {
        let classes: Vec<_> =
            Tokenised::new(&found.source).classes().map(|c| c.into_owned().into()).collect();
        let mut twins = Vec::new();
        for &Consulted { memory, direction, .. } in self.memories {
            if memory.header().id == found.memory {
                continue;
            }
            let index = memory.index(direction);
            let mut slots = Vec::new();
            index.search(&classes, Threshold::new(100), |same| {
                slots.extend(index.members(same.group).map(|member| member.slot));
                Threshold::new(100)
            });
            slots.sort_unstable();
            let mut holders = slots.iter().filter_map(|&slot| memory.stored(slot));
            let texts_found = (found.source.as_str(), found.target.as_str());
            if let Some(twin) = holders.find(|twin| texts(twin, direction) == texts_found) {
                twins.push(Holder {
                    memory: memory.header().id,
                    memory_name: memory.header().name.clone(),
                    unit: twin.id,
                    revision: twin.revision,
                });
            }
        }
        twins
    }
}

/// The text a query is compared with, and the one offered.
fn texts<'a>(stored: &Stored<'a>, direction: Direction) -> (&'a str, &'a str) {
    (direction.query_side(&stored.unit), direction.offered_side(&stored.unit))
}

/// The penalty that other numbers or dates are sure to cost.
fn value_points(query: &[u32], unit: &[u32]) -> u8 {
    if query == unit {
        return 0;
    }
    let differ = |is_date: bool| {
        let of = |values: &[u32]| -> Vec<u32> {
            values.iter().copied().filter(|hash| is_date_hash(*hash) == is_date).collect()
        };
        are_other_values(&of(query), &of(unit))
    };
    let points = |differs: bool, penalty: Penalty| if differs { penalty.points() } else { 0 };
    points(differ(false), Penalty::Number) + points(differ(true), Penalty::Date)
}

/// The penalty that a shape costs whatever the numbers, dates and spaces are.
fn shape_points(figure: &Figure) -> u8 {
    let is_of_shape = |penalty: &&Penalty| {
        !matches!(penalty, Penalty::Number | Penalty::Date | Penalty::Tags | Penalty::Memory(_))
    };
    let of_shape = figure.penalties.iter().filter(is_of_shape);
    // Typography alone may stand for spaces, which a shape leaves open.
    match of_shape.clone().collect::<Vec<_>>().as_slice() {
        [Penalty::Typography] if figure.distance == 0 => 0,
        _ => of_shape.map(|penalty| penalty.points()).sum(),
    }
}

fn to_match(
    memory: &Memory,
    direction: Direction,
    stored: &Stored,
    rank: &Rank,
    figure: &Figure,
) -> Match {
    let (header, unit) = (memory.header(), stored.unit);
    let (source, target) = texts(stored, direction);
    let (source_tags, target_tags) = direction.oriented(unit.tags);
    Match {
        memory: header.id,
        memory_name: header.name.clone(),
        unit: stored.id,
        revision: stored.revision,
        score: rank.score,
        similarity: figure.similarity(),
        distance: figure.distance,
        penalties: figure.penalties.clone(),
        same_context: rank.same_context,
        source: source.to_owned(),
        target: target.to_owned(),
        tags: UnitTags { source: source_tags.to_vec(), target: target_tags.to_vec() },
        status: unit.status,
        author: unit.author.to_owned(),
        origin: unit.origin.to_owned(),
        release: unit.release.to_owned(),
        date: unit.date,
        at: stored.at,
        also: Vec::new(),
    }
}
