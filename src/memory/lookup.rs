//! Looking a text up: the best matches of one memory or of several.
//!
//! A query is taken apart once for all memories. Each memory's index hands over
//! groups of units at or above the threshold; a unit whose score can be among the
//! best has its text read and its penalties counted, and the threshold rises with
//! the worst of the best. The same source with the same target is shown once,
//! under the name of the best of its units, the others beside it.

use super::best::{Best, Shapes};
use super::exhaustive::Exhaustive;
use super::indexes::Direction;
use super::live::Memory;
use super::penalty::Penalty;
use super::threshold::Threshold;
use crate::model::{
    Context, Date, MemoryId, RevisionId, Tag, Timestamp, UnitId, UnitStatus, UnitTags,
};

/// What is looked up.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// The sentence.
    pub text: &'a str,
    /// Its neighbours; the default where they are not known.
    pub context: Context,
    /// The least score of a match, 0…100. Below 50 every unit of a fitting length
    /// is compared, which is slow in a large memory.
    pub threshold: u8,
    /// How many matches, best first.
    pub top: usize,
    /// Its inline codes.
    pub tags: &'a [Tag],
    /// Which side of the units the text is compared with.
    pub direction: Direction,
}

impl<'a> Query<'a> {
    /// The five best matches from 70 % on, neighbours unknown.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let (context, direction) = (Context::default(), Direction::Forward);
        Self { text, context, threshold: 70, top: 5, tags: &[], direction }
    }
}

/// A unit that is like the query.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The memory it is of.
    pub memory: MemoryId,
    /// That memory's name.
    pub memory_name: String,
    /// The unit.
    pub unit: UnitId,
    /// The state of the unit.
    pub revision: RevisionId,
    /// 0…101.
    pub score: u8,
    /// 0…1, without the penalties.
    pub similarity: f64,
    /// The edit distance in tokens.
    pub distance: usize,
    /// What lowers the score below the similarity.
    pub penalties: Vec<Penalty>,
    /// Whether the neighbours on both sides are the same.
    pub same_context: bool,
    /// The text that is like the query: the unit's source, or in reverse its target.
    pub source: String,
    /// The text offered: the unit's target, or in reverse its source.
    pub target: String,
    /// The inline codes of the two texts.
    pub tags: UnitTags,
    /// How far the unit was when it was stored.
    pub status: UnitStatus,
    /// Who translated it; empty when unknown.
    pub author: String,
    /// Where it came from when not from this house's own work.
    pub origin: String,
    /// The number of its release; empty when unknown.
    pub release: String,
    /// The date of its release.
    pub date: Option<Date>,
    /// When the unit was stored so.
    pub at: Timestamp,
    /// Where else the same two texts are found, in the order of the memories.
    pub also: Vec<Holder>,
}

/// A unit of the same texts as a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The memory.
    pub memory: MemoryId,
    /// Its name.
    pub memory_name: String,
    /// The unit there.
    pub unit: UnitId,
    /// Its state.
    pub revision: RevisionId,
}

impl Memory {
    /// The best matches of a query, best first.
    #[must_use]
    pub fn lookup(&self, query: &Query) -> Vec<Match> {
        lookup_among(&[Consulted::new(self, query.direction)], query)
    }

    /// The same by comparing the query with every unit, without the index.
    #[must_use]
    pub fn lookup_exhaustive(&self, query: &Query) -> Vec<Match> {
        Exhaustive::new(Consulted::new(self, query.direction)).lookup(query)
    }
}

/// A memory that is asked, and how.
#[derive(Debug, Clone, Copy)]
pub struct Consulted<'a> {
    /// The memory.
    pub memory: &'a Memory,
    /// Which side of its units is compared (see [`Memory::direction`]).
    pub direction: Direction,
    /// Percent taken off each of its matches, at most [`Penalty::MOST_MEMORY_POINTS`].
    pub penalty: Option<u8>,
}

impl<'a> Consulted<'a> {
    /// A memory without a penalty.
    #[must_use]
    pub const fn new(memory: &'a Memory, direction: Direction) -> Self {
        Self { memory, direction, penalty: None }
    }

    /// The same with so many per cent taken off; 0 is none.
    #[must_use]
    pub fn penalised(self, points: u8) -> Self {
        let points = points.min(Penalty::MOST_MEMORY_POINTS);
        Self { penalty: (points > 0).then_some(points), ..self }
    }

    /// Percent taken off.
    pub(super) fn points(&self) -> u8 {
        self.penalty.unwrap_or(0)
    }
}

/// The best matches of several memories in one direction, earlier ones preferred.
#[must_use]
pub fn lookup_all(memories: &[&Memory], query: &Query) -> Vec<Match> {
    let memories: Vec<_> =
        memories.iter().map(|memory| Consulted::new(memory, query.direction)).collect();
    lookup_among(&memories, query)
}

/// The best matches of several memories, earlier ones preferred; the query's direction is
/// not looked at.
#[must_use]
pub fn lookup_among(memories: &[Consulted], query: &Query) -> Vec<Match> {
    let mut best = Best::new(query, memories);
    for (number, consulted) in memories.iter().enumerate() {
        let Some(threshold) = best.threshold(number) else { continue };
        let index = consulted.memory.index(consulted.direction);
        let mut seen = Shapes::default();
        let classes = best.classes();
        index.search(&classes, threshold, |found| {
            for member in index.members(found.group) {
                best.consider(number, found, &member, &mut seen);
            }
            // Where nothing more can count, only the same texts are still gone through.
            best.threshold(number).unwrap_or(Threshold::new(100))
        });
    }
    best.into_matches()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{MemoryFile, Revision, SeededIds, Unit};

    const FORMULA: &str = "La séance est ouverte à 9 h 30.";

    /// A memory of units, each a minute newer than the one before.
    fn memory(name: &str, units: &[Unit]) -> Memory {
        let mut ids = SeededIds::new(name.len() as u64);
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut file = MemoryFile::new(name, fr, en, &mut ids);
        for (minute, unit) in (0..).zip(units) {
            let at = Timestamp::from_second(60 * minute).expect("in range");
            file.revisions.push(Revision::first(unit.clone(), at, &mut ids));
        }
        Memory::new(file)
    }

    /// The scores and targets of matches.
    fn shown(matches: &[Match]) -> Vec<(u8, &str)> {
        matches.iter().map(|found| (found.score, found.target.as_str())).collect()
    }

    fn unit(source: &str, target: &str, status: UnitStatus) -> Unit {
        Unit::plain(source, target, status)
    }

    #[test]
    fn equal_scores_follow_context_status_and_time() {
        use UnitStatus::{Approved, Draft, Published, Translated};
        let context = Context::between(Some("Avant."), Some("Après."));
        let placed = Unit { context, ..unit(FORMULA, "same neighbours", Draft) };
        let units = [
            unit(FORMULA, "draft", Draft),
            unit(FORMULA, "published", Published),
            unit(FORMULA, "approved later", Approved),
            unit(FORMULA, "translated", Translated),
            placed,
            unit("La séance est ouverte à 10 h 15.", "another number", Published),
            unit("La séance est levée à 9 h 30.", "another word", Published),
        ];
        let memory = memory("m", &units);
        let query = Query { context, top: 9, ..Query::new(FORMULA) };
        let found = memory.lookup(&query);
        let expected = [
            (101, "same neighbours"),
            (100, "approved later"),
            (100, "published"),
            (100, "translated"),
            (100, "draft"),
            (96, "another number"),
        ];
        assert_eq!(shown(&found)[..6], expected);
        assert_eq!(found[5].penalties, [Penalty::Number]);
        assert_eq!(shown(&found)[6].1, "another word");
        let unplaced = memory.lookup(&Query { top: 9, ..Query::new(FORMULA) });
        assert_eq!(shown(&unplaced)[3], (100, "same neighbours"));
        assert_eq!(found, memory.lookup_exhaustive(&query));
    }

    #[test]
    fn tags_at_other_places_cost_a_percent() {
        let tags = crate::memory::testing::tags();
        let status = UnitStatus::Published;
        let tagged = Unit { tags: tags.clone(), ..unit(FORMULA, "tagged", status) };
        let memory = memory("m", &[tagged, unit(FORMULA, "plain", UnitStatus::Draft)]);
        let found = memory.lookup(&Query::new(FORMULA));
        assert_eq!(shown(&found), [(100, "plain"), (99, "tagged")]);
        assert_eq!(found[1].penalties, [Penalty::Tags]);
        let at = |at| Tag { at, id: String::new() };
        let places: Vec<Tag> = tags.source.iter().map(|tag| at(tag.at)).collect();
        let query = Query { tags: &places, ..Query::new(FORMULA) };
        let found = memory.lookup(&query);
        assert_eq!(shown(&found), [(100, "tagged"), (99, "plain")]);
        assert_eq!(found[0].tags, tags);
        assert_eq!(found, memory.lookup_exhaustive(&query));
        let direction = Direction::Reverse;
        let found = memory.lookup(&Query { direction, tags: &[at(1)], ..Query::new("tagged") });
        assert_eq!((found[0].score, &found[0].tags.source), (100, &tags.target));
    }

    #[test]
    fn numbers_alone_match() {
        let memory = memory("m", &[unit("2024", "2024", UnitStatus::Draft)]);
        assert_eq!(shown(&memory.lookup(&Query::new("2025"))), [(96, "2024")]);
    }

    #[test]
    fn a_memory_serves_both_ways() {
        let memory = memory("m", &[unit(FORMULA, "The meeting is open.", UnitStatus::Draft)]);
        let query = Query { direction: Direction::Reverse, ..Query::new("The meeting is open!") };
        assert_eq!(shown(&memory.lookup(&query)), [(99, FORMULA)]);
        assert!(memory.lookup(&Query::new("The meeting is open!")).is_empty());
        let lang = |tag: &str| tag.parse().expect("a tag");
        let direction = |source, target| memory.direction(&lang(source), &lang(target));
        assert_eq!(direction("fr-CH", "en"), Some(Direction::Forward));
        assert_eq!(direction("en-GB", "fr"), Some(Direction::Reverse));
        assert_eq!(direction("fr", "de"), None);
    }

    #[test]
    fn a_unit_of_two_memories_is_shown_once() {
        let status = UnitStatus::Published;
        let house =
            memory("house", &[unit(FORMULA, "open", status), unit(FORMULA, "begun", status)]);
        let own = memory("own", &[unit(FORMULA, "open", UnitStatus::Draft)]);
        for memories in [[&own, &house], [&house, &own]] {
            let found = lookup_all(&memories, &Query::new(FORMULA));
            assert_eq!(shown(&found), [(100, "begun"), (100, "open")]);
            assert_eq!((found[1].memory_name.as_str(), found[1].also.len()), ("house", 1));
            assert_eq!(found[1].also[0].memory_name, "own");
        }
    }

    #[test]
    fn a_penalty_lowers_what_a_memory_gives_and_is_told() {
        let status = UnitStatus::Published;
        let house = memory("house", &[unit(FORMULA, "open", status)]);
        let own = memory("own", &[unit(FORMULA, "begun", UnitStatus::Draft)]);
        let other = memory("elsewhere", &[unit(FORMULA, "open", UnitStatus::Draft)]);
        let consulted =
            |memory, points| Consulted::new(memory, Direction::Forward).penalised(points);
        let asked = [consulted(&house, 7), consulted(&own, 0), consulted(&other, 2)];
        let found = lookup_among(&asked, &Query::new(FORMULA));
        assert_eq!(shown(&found), [(100, "begun"), (98, "open")]);
        assert_eq!(found[1].penalties, [Penalty::Memory(2)]);
        let holders = (found[1].memory_name.as_str(), found[1].also[0].memory_name.as_str());
        assert_eq!(holders, ("elsewhere", "house"), "the better figure is the one that is shown");
        for (threshold, expected) in [(93, 1), (94, 0)] {
            let query = Query { threshold, ..Query::new(FORMULA) };
            assert_eq!(lookup_among(&[consulted(&house, 7)], &query).len(), expected);
        }
        let most = consulted(&house, 200);
        assert_eq!(most.penalty, Some(Penalty::MOST_MEMORY_POINTS));
    }

    #[test]
    fn a_hundred_thousand_equal_sources_are_no_obstacle() {
        let mut ids = SeededIds::new(6);
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut file = MemoryFile::new("m", fr, en, &mut ids);
        for number in 0..100_000 {
            let target = format!("The meeting opens, {}.", number % 50_000);
            let unit = unit(FORMULA, &target, UnitStatus::Published);
            file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
        }
        let memory = Memory::new(file);
        assert!(memory.prepare(Direction::Forward, &crate::model::Unwatched).is_ok());
        let query = Query::new(FORMULA);
        let start = std::time::Instant::now();
        let found = memory.lookup(&query);
        let quick = start.elapsed();
        assert_eq!(found, memory.lookup_exhaustive(&query));
        assert_eq!(found.len(), 5, "five different targets");
        assert!(start.elapsed() > 3 * quick, "the index is no help: {quick:?}");
        // Nor do the same pairs over and over make an addition slow.
        let mut memory = memory;
        let known = unit(FORMULA, "The meeting opens, 7.", UnitStatus::Draft);
        let added = memory.add(known, Timestamp::UNIX_EPOCH, &mut ids).expect("it may enter");
        assert!(added.revision().is_none());
    }

    #[test]
    fn what_is_asked_for_is_all_that_is_given() {
        let units =
            ["a b c d", "a b c e", "a b f g"].map(|text| unit(text, text, UnitStatus::Draft));
        let memory = memory("m", &units);
        let count = |threshold, top| {
            memory.lookup(&Query { threshold, top, ..Query::new("a b c d") }).len()
        };
        assert_eq!([count(0, 9), count(50, 9), count(70, 9), count(101, 9)], [3, 3, 2, 0]);
        assert_eq!([count(0, 0), count(0, 1), count(0, 2)], [0, 1, 2]);
        assert!(memory.lookup(&Query::new("")).is_empty());
        assert!(memory_of_nothing().lookup(&Query::new("a b")).is_empty());
    }

    fn memory_of_nothing() -> Memory {
        memory("nothing", &[])
    }
}
