//! Rows of aligned releases as matches, before they are in a memory.
//!
//! A published pair that was aligned serves at once: each row of it that is content,
//! has both sides and a link that is accepted, or guessed with at least [`FLOOR`], is
//! offered like a unit. A guess costs points ([`Penalty::Unreviewed`]), an accepted link
//! none; what has become a unit of a memory at hand is that memory's to offer. Nothing is
//! stored: rows are gathered from the project that is open and from those in the list.
//!
//! Such a match names the release as its memory and the bead as its unit, so that from the
//! match, and from a row that took it, the way leads back to the bead.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::library::Languages;
use super::offers::Offer;
use super::rows::Rows;
use crate::memory::{Consulted, Memory, Penalty, Query, lookup_among};
use crate::model::{
    Bead, BeadId, Context, Lang, Link, MemoryHeader, MemoryId, Origin, Project, ProjectId,
    Revision, RevisionId, State, StoredUnit, Target, Timestamp, Translation, TranslationId, Unit,
    UnitChange, UnitId, UnitStatus, UpdateRule,
};

/// Guesses below this confidence are not offered: by the reliability table in
/// `docs/measurements/alignment.md` most of them are wrong.
pub const FLOOR: f32 = 0.5;

/// A row of an aligned release, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct AlignedRow {
    /// The release.
    pub project: ProjectId,
    /// Its file; `None` for one that was never saved.
    pub path: Option<PathBuf>,
    /// The translation.
    pub translation: TranslationId,
    /// The row.
    pub bead: BeadId,
    /// The link as it was when the row was gathered.
    pub link: Link,
    /// The language the pair was derived through.
    pub via: Option<Lang>,
}

impl AlignedRow {
    /// What a match of this row is marked with: "aligned, unreviewed 0.83".
    #[must_use]
    pub fn badge(&self) -> String {
        let link = match self.link {
            Link::Accepted => "accepted".to_owned(),
            // Never rounded up: .995 is not 1.
            Link::Guessed { confidence, .. } => {
                format!("unreviewed {:.2}", (confidence * 100.0).floor() / 100.0)
            }
        };
        let via = self.via.as_ref().map(|lang| format!(", via {lang}")).unwrap_or_default();
        format!("aligned, {link}{via}")
    }

    /// What a guess costs, in per cent.
    fn penalty(&self) -> Option<Penalty> {
        match self.link {
            Link::Accepted => None,
            Link::Guessed { confidence, .. } => Some(Penalty::unreviewed(confidence)),
        }
    }
}

/// A row with its texts.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    row: AlignedRow,
    unit: Unit,
    stored: Option<StoredUnit>,
}

/// The rows of one translation of a project that can be offered.
#[derive(Debug, Clone, PartialEq)]
pub struct AlignedRows {
    project: ProjectId,
    name: String,
    pair: (Lang, Lang),
    at: Timestamp,
    entries: Vec<Entry>,
}

impl AlignedRows {
    /// What the translations of a project have to offer.
    #[must_use]
    pub fn of(project: &Project, path: Option<&Path>) -> Vec<Self> {
        let of = |translation| Self::of_translation(project, translation, path);
        project.translations.iter().map(of).filter(|rows| !rows.entries.is_empty()).collect()
    }

    fn of_translation(project: &Project, translation: &Translation, path: Option<&Path>) -> Self {
        let mut entries = Vec::new();
        if translation.beads.iter().any(is_offered) {
            let rows = Rows::of(&project.source, translation);
            let texts: Vec<(usize, String)> = (0..translation.beads.len())
                .filter(|&row| rows.is_content(row))
                .filter_map(|row| {
                    let bead = translation.beads.get(row)?;
                    let text = rows.source_text(&project.source, bead);
                    (!text.trim().is_empty()).then_some((row, text))
                })
                .collect();
            let text_at = |place: usize| texts.get(place).map(|(_, text)| text.as_str());
            for (place, (row, text)) in texts.iter().enumerate() {
                let before = place.checked_sub(1).and_then(text_at);
                let context = Context::between(before, text_at(place + 1));
                let bead = translation.beads.get(*row).filter(|bead| is_offered(bead));
                entries.extend(
                    bead.and_then(|bead| entry(project, translation, bead, text, context, path)),
                );
            }
        }
        let pair = (project.source.lang.clone(), translation.lang().clone());
        let name = name_of(project, path);
        let at = translation.document.received;
        Self { project: project.id, name, pair, at, entries }
    }
}

fn entry(
    project: &Project,
    translation: &Translation,
    bead: &Bead,
    source: &str,
    context: Context,
    path: Option<&Path>,
) -> Option<Entry> {
    let target = bead.target_text();
    if target.trim().is_empty() || target == source {
        return None;
    }
    let status = if bead.link.is_accepted() { UnitStatus::Published } else { UnitStatus::Draft };
    let release = &project.release;
    let mut unit = Unit::plain(source, &target, status);
    unit.release.clone_from(&release.number);
    unit.issuer.clone_from(&release.issuer);
    unit.date = release.date;
    unit.context = context;
    let row = AlignedRow {
        project: project.id,
        path: path.map(Path::to_owned),
        translation: translation.id,
        bead: bead.id,
        link: bead.link,
        via: translation.via.clone(),
    };
    unit.origin = row.badge();
    Some(Entry { row, unit, stored: bead.unit })
}

/// Whether a bead may be offered at all: part of a published pair, both sides there, not
/// rejected, and not below the floor.
fn is_offered(bead: &Bead) -> bool {
    let stands = match &bead.target {
        Target::Text { state, .. } => !matches!(state, State::Rejected { .. } | State::Draft),
        Target::Open | Target::LeftOut { .. } => false,
    };
    let aligned = bead.origin == Origin::Aligned && !bead.source.is_empty();
    stands && aligned && bead.link.confidence() >= FLOOR
}

/// What a release is called in a match.
fn name_of(project: &Project, path: Option<&Path>) -> String {
    let release = &project.release;
    let file = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let known = [&release.number, &release.title].into_iter().find(|text| !text.is_empty());
    known.cloned().or(file).unwrap_or_else(|| "this release".to_owned())
}

/// Rows of any number of releases, indexed by language pair.
#[derive(Debug, Default)]
struct Pool {
    rows: Vec<AlignedRows>,
    memories: Vec<Memory>,
    /// Where a unit stands: translation and entry.
    places: HashMap<UnitId, (usize, usize)>,
}

impl Pool {
    fn of(rows: Vec<AlignedRows>) -> Self {
        let mut pool = Self { rows, ..Self::default() };
        for (at, rows) in pool.rows.iter().enumerate() {
            let memory = memory_of(&mut pool.memories, &rows.pair);
            for (place, entry) in rows.entries.iter().enumerate() {
                let unit = UnitId::from_bits(entry.row.bead.bits());
                // A file copied within the folder has the same beads: the first is taken.
                if pool.places.contains_key(&unit) {
                    continue;
                }
                pool.places.insert(unit, (at, place));
                let id = RevisionId::from_bits(unit.bits());
                let change = UnitChange::Put(entry.unit.clone());
                memory.receive(&Revision { id, unit, parents: Vec::new(), at: rows.at, change });
            }
        }
        pool
    }

    fn entry(&self, unit: UnitId) -> Option<(&AlignedRows, &Entry)> {
        let (at, place) = self.places.get(&unit)?;
        let rows = self.rows.get(*at)?;
        Some((rows, rows.entries.get(*place)?))
    }
}

/// The memory of a pair, made where there is none. Its id is of no account: a match gets
/// its release's.
fn memory_of<'a>(memories: &'a mut Vec<Memory>, pair: &(Lang, Lang)) -> &'a mut Memory {
    let of_pair =
        |memory: &Memory| (&memory.header().source, &memory.header().target) == (&pair.0, &pair.1);
    let place = memories.iter().position(of_pair).unwrap_or_else(|| {
        let header = MemoryHeader {
            id: MemoryId::from_bits(1),
            name: String::new(),
            source: pair.0.clone(),
            target: pair.1.clone(),
            generation: 0,
            rule: UpdateRule::ReadOnly,
        };
        memories.push(Memory::empty(header));
        memories.len() - 1
    });
    &mut memories[place]
}

/// All rows that can be offered: of the release that is open, and of those in the list.
#[derive(Debug, Clone, Default)]
pub struct Aligned {
    listed: Arc<Pool>,
    open: Arc<Pool>,
    /// The release that is open, whose listed rows are older than its own.
    project: Option<ProjectId>,
}

impl Aligned {
    /// The same with the rows of another list of releases.
    #[must_use]
    pub fn with_listed(&self, rows: Vec<AlignedRows>) -> Self {
        Self { listed: Arc::new(Pool::of(rows)), ..self.clone() }
    }

    /// The same with the open release as it is now; `None` where that changes nothing.
    #[must_use]
    pub fn with_open(&self, project: ProjectId, rows: Vec<AlignedRows>) -> Option<Self> {
        if self.project == Some(project) && self.open.rows == rows {
            return None;
        }
        let mut listed = Arc::clone(&self.listed);
        let left = self.project.filter(|left| *left != project);
        let is_left = |rows: &AlignedRows| Some(rows.project) == left;
        if left.is_some() && listed.rows.iter().any(is_left) {
            // The release that was open goes back into the list as it was left.
            let others = listed.rows.iter().filter(|rows| !is_left(rows));
            let all = others.chain(&self.open.rows).cloned().collect();
            listed = Arc::new(Pool::of(all));
        }
        Some(Self { listed, open: Arc::new(Pool::of(rows)), project: Some(project) })
    }

    /// Whether some release serves this pair, in either direction.
    #[must_use]
    pub fn serves(&self, source: &Lang, target: &Lang) -> bool {
        let memories = self.open.memories.iter().chain(&self.listed.memories);
        memories.into_iter().any(|memory| memory.direction(source, target).is_some())
    }

    /// The row behind a match that was offered from here.
    #[must_use]
    pub fn row(&self, memory: MemoryId, unit: UnitId) -> Option<&AlignedRow> {
        let of_pool = |pool: &'_ Arc<Pool>| pool.places.contains_key(&unit);
        let pool = [&self.open, &self.listed].into_iter().find(|pool| of_pool(pool))?;
        let (_, entry) = pool.entry(unit)?;
        (entry.row.project.bits() == memory.bits()).then_some(&entry.row)
    }

    /// Puts what the rows offer for a query among what the memories offer. `holds` tells
    /// whether a memory is at hand.
    pub fn add_to(
        &self,
        offers: &mut Vec<Offer>,
        query: &Query<'_>,
        pair: &Languages,
        holds: &dyn Fn(MemoryId) -> bool,
    ) {
        for (pool, is_listed) in [(&self.open, false), (&self.listed, true)] {
            let memories = pool.memories.iter();
            let of_pair: Vec<_> = memories
                .filter_map(|memory| {
                    let way = memory.direction(&pair.source, &pair.target)?;
                    Some(Consulted::new(memory, way))
                })
                .collect();
            if of_pair.is_empty() {
                continue;
            }
            for found in lookup_among(&of_pair, query) {
                let Some((rows, entry)) = pool.entry(found.unit) else { continue };
                let is_older = is_listed && Some(rows.project) == self.project;
                if is_older || entry.stored.is_some_and(|stored| holds(stored.memory)) {
                    continue;
                }
                let row = entry.row.clone();
                let offer = Offer::of_row(found, row, &rows.name, query.text, pair);
                if offer.found.score >= query.threshold && !has_texts(offers, &offer) {
                    offers.push(offer);
                }
            }
        }
        // A memory's match goes before a row's of the same score: the order is kept.
        offers.sort_by_key(|offer| std::cmp::Reverse(offer.found.score));
    }
}

fn has_texts(offers: &[Offer], new: &Offer) -> bool {
    let same = |offer: &Offer| {
        offer.found.source == new.found.source && offer.found.target == new.found.target
    };
    offers.iter().any(same)
}

impl Offer {
    /// A match of a row of an aligned release: named after it, with the penalty of its link.
    fn of_row(
        mut found: crate::memory::Match,
        row: AlignedRow,
        name: &str,
        sentence: &str,
        pair: &Languages,
    ) -> Self {
        found.memory = MemoryId::from_bits(row.project.bits());
        name.clone_into(&mut found.memory_name);
        if let Some(penalty) = row.penalty() {
            found.score = found.score.min(100).saturating_sub(penalty.points());
            found.penalties.push(penalty);
        }
        Self { aligned: Some(row), ..Self::of(found, sentence, pair) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Role, SeededIds, Unwatched};
    use crate::text::segment::Cutting;
    use crate::workbench::{Env, intake};

    const FRENCH: &str = "Nous avons ouvert le pont.\n\nLa circulation a commencé.\n\n\
        Le chantier a duré deux ans.\n";
    const ENGLISH: &str =
        "We opened the bridge.\n\nTraffic has begun.\n\nThe works lasted two years.\n";

    fn env() -> Env {
        Env::fixed("2026-03-12T17:22:00Z".parse().expect("a time"), 1, "Anna")
    }

    /// Three aligned rows of these confidences; 1 is accepted.
    fn project(confidences: [f32; 3]) -> Project {
        let mut env = env();
        let mut read = |text: &str, lang: &str| {
            let lang = lang.parse().ok();
            intake::document_in(text, "", lang.as_ref(), &Cutting::default(), &mut env)
        };
        let (source, target) = (read(FRENCH, "fr"), read(ENGLISH, "en"));
        let project = intake::from_two(source, target, None, &Unwatched, &mut env);
        let mut project = project.expect("not cancelled");
        assert_eq!(project.translations[0].beads.len(), 3);
        for (bead, confidence) in project.translations[0].beads.iter_mut().zip(confidences) {
            let guessed = Link::Guessed { confidence, pinned: false };
            bead.link = if confidence >= 1.0 { Link::Accepted } else { guessed };
        }
        project
    }

    fn listed(project: &Project) -> Aligned {
        Aligned::default().with_listed(AlignedRows::of(project, None))
    }

    /// Scores and badges of what is offered for a sentence.
    fn offered(aligned: &Aligned, text: &str, holds: bool) -> Vec<(u8, String)> {
        let pair =
            Languages { source: "fr".parse().expect("fr"), target: "en".parse().expect("en") };
        let mut offers = Vec::new();
        aligned.add_to(&mut offers, &Query::new(text), &pair, &|_| holds);
        let shown = |offer: &Offer| {
            (offer.found.score, offer.aligned.as_ref().map(AlignedRow::badge).unwrap_or_default())
        };
        offers.iter().map(shown).collect()
    }

    const SECOND: &str = "La circulation a commencé.";

    #[test]
    fn a_guess_costs_points_and_is_not_offered_below_the_floor() {
        for (confidence, expected) in [
            (1.0, Some((100, "aligned, accepted"))),
            (0.996, Some((94, "aligned, unreviewed 0.99"))),
            (0.83, Some((91, "aligned, unreviewed 0.83"))),
            (FLOOR, Some((85, "aligned, unreviewed 0.50"))),
            (0.49, None),
        ] {
            let found = offered(&listed(&project([1.0, confidence, 1.0])), SECOND, true);
            let expected = expected.map(|(score, badge)| (score, badge.to_owned()));
            assert_eq!(found, Vec::from_iter(expected), "{confidence}");
        }
    }

    #[test]
    fn chrome_and_rows_without_a_side_are_not_offered() {
        let mut chrome = project([1.0; 3]);
        chrome.source.blocks[1].role = Role::Chrome;
        assert_eq!(offered(&listed(&chrome), SECOND, true), []);
        let mut empty = project([1.0; 3]);
        let state = State::Translated;
        empty.translations[0].beads[1].target = Target::LeftOut { reason: String::new(), state };
        assert_eq!(offered(&listed(&empty), SECOND, true), []);
    }

    #[test]
    fn what_a_memory_at_hand_holds_is_left_to_it() {
        let mut stored = project([1.0; 3]);
        let mut ids = SeededIds::new(4);
        let (memory, unit) = (MemoryId::fresh(&mut ids), UnitId::fresh(&mut ids));
        stored.translations[0].beads[1].unit = Some(StoredUnit { memory, unit });
        assert_eq!(offered(&listed(&stored), SECOND, true), []);
        assert_eq!(offered(&listed(&stored), SECOND, false).len(), 1, "that memory is away");
    }

    #[test]
    fn the_open_release_is_offered_as_it_is_now_and_goes_back_as_it_was_left() {
        let old = project([1.0, 0.6, 1.0]);
        let mut new = old.clone();
        new.translations[0].beads[1].link = Link::Accepted;
        let both = listed(&old).with_open(old.id, AlignedRows::of(&new, None)).expect("opened");
        assert_eq!(offered(&both, SECOND, true), [(100, "aligned, accepted".to_owned())]);
        assert!(both.with_open(old.id, AlignedRows::of(&new, None)).is_none(), "nothing new");
        let other = ProjectId::from_bits(77);
        let left = both.with_open(other, Vec::new()).expect("another is open");
        assert_eq!(offered(&left, SECOND, true), [(100, "aligned, accepted".to_owned())]);
        let bead = &new.translations[0].beads[1];
        let (memory, unit) =
            (MemoryId::from_bits(new.id.bits()), UnitId::from_bits(bead.id.bits()));
        assert_eq!(left.row(memory, unit).map(|row| row.bead), Some(bead.id), "the way back");
        assert_eq!(left.row(MemoryId::from_bits(5), unit), None);
    }
}
