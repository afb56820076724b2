//! What is known of the rows, as values of the facets: worked out once for each state of
//! the release, so that a key only compares numbers.

use std::collections::HashMap;

use super::facet::{Facet, Value};
use super::texts::Texts;
use crate::memory::Band;
use crate::model::{Bead, Link, Origin, State, Target, Timestamp, View};
use crate::qa::Severity;
use crate::texts::{Language, spoken, t};
use crate::workbench::counts::{LIKELY, SURE};
use crate::workbench::session::Session;

/// The ages of a change: the longest of each in seconds, and the id of its name.
const AGES: [(i64, &str); 3] =
    [(3_600, "facts-hour"), (86_400, "facts-day"), (604_800, "facts-week")];

/// The values of all rows: of each facet a table, and of each row its places in them.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    made_for: Option<(u64, u64, View, bool, Language)>,
    pub(super) facets: Vec<Facet>,
    /// Of each facet the values there are, as they came up.
    pub(super) tables: Vec<Vec<Value>>,
    /// Row by row, a place in the table of each facet.
    places: Vec<u32>,
}

impl Facts {
    /// Brings the facts in line with the session; `anew` also where nothing was changed,
    /// since time goes by and matches are looked up.
    pub(super) fn follow(
        &mut self,
        session: &Session,
        texts: &Texts,
        opened: Option<Timestamp>,
        anew: bool,
    ) {
        let view = session.view();
        let stamp = (
            session.version(),
            session.findings,
            view,
            session.habits.include_not_content,
            spoken(),
        );
        if !anew && self.made_for == Some(stamp) {
            return;
        }
        let now = session.env.now();
        let repeats = repeats(texts);
        let asked = Asked { session, now, opened: opened.unwrap_or(now), repeats };
        let facets: Vec<Facet> = Facet::ALL.into_iter().filter(|facet| facet.fits(view)).collect();
        let mut known: Vec<HashMap<Value, u32>> = vec![HashMap::new(); facets.len()];
        let mut tables: Vec<Vec<Value>> = vec![Vec::new(); facets.len()];
        let mut places = Vec::with_capacity(session.beads().len() * facets.len());
        for (row, (bead, text)) in session.beads().iter().zip(&texts.rows).enumerate() {
            for ((&facet, known), table) in facets.iter().zip(&mut known).zip(&mut tables) {
                let value = asked.value(facet, row, bead, &text.source);
                let next = u32::try_from(table.len()).unwrap_or(u32::MAX);
                places.push(*known.entry(value).or_insert_with_key(|value| {
                    table.push(value.clone());
                    next
                }));
            }
        }
        *self = Self { made_for: Some(stamp), facets, tables, places };
    }

    /// A row's places in the tables of the facets.
    pub(super) fn row(&self, row: usize) -> &[u32] {
        let width = self.facets.len();
        self.places.get(row * width..(row + 1) * width).unwrap_or_default()
    }
}

fn repeats(texts: &Texts) -> Repeats<'_> {
    let mut repeats = Repeats::with_capacity(texts.rows.len());
    for (row, text) in texts.rows.iter().enumerate() {
        if !text.source.is_empty() {
            repeats.entry(&*text.source).or_insert((row, 0)).1 += 1;
        }
    }
    repeats
}

/// How often each source text stands in the release.
type Repeats<'a> = HashMap<&'a str, (usize, usize)>;

/// What facts are made from besides the row itself.
struct Asked<'a> {
    session: &'a Session,
    now: Timestamp,
    opened: Timestamp,
    /// Of each source text: its first row, and how many rows have it.
    repeats: Repeats<'a>,
}

impl Asked<'_> {
    /// The value a row has of a facet.
    fn value(&self, facet: Facet, row: usize, bead: &Bead, source: &str) -> Value {
        let content = self.session.rows().is_content(row);
        match facet {
            Facet::State => state(bead),
            Facet::Band => self.band(row, bead),
            Facet::Link => link(bead.link),
            Facet::Pattern => pattern(bead),
            Facet::Origin => origin(bead.origin),
            Facet::Role if !content => Value::new(u32::MAX, t!("not-content")),
            Facet::Role => {
                let role = self.session.rows().get(row).map(|info| info.role);
                Value::new(role.map_or(0, |r| r as u32), role.map_or("", |role| role.name()))
            }
            Facet::Repetition => self.repetition(row, source),
            Facet::Author if bead.author.is_empty() => Value::new(1, t!("facts-nobody")),
            Facet::Author => Value::new(0, bead.author.clone()),
            Facet::Date => match bead.changed {
                Some(at) => Value::new(0, at.strftime("%Y-%m-%d").to_string()),
                None => Value::new(1, t!("facts-no-date")),
            },
            Facet::Changed => self.age(bead),
            Facet::Lock if bead.flags.locked => Value::new(0, t!("facts-locked")),
            Facet::Lock => Value::new(1, t!("facts-not-locked")),
            Facet::Comments if bead.comments.is_empty() => Value::new(1, t!("facts-no-comment")),
            Facet::Comments => Value::new(0, t!("facts-commented")),
            Facet::Findings => self.finding(bead),
        }
    }

    fn band(&self, row: usize, bead: &Bead) -> Value {
        let score = match bead.origin {
            Origin::Match { score, .. } => Some(score),
            _ if bead.target.is_open() => match self.session.offers_of(row) {
                None => return Value::new(8, t!("facts-not-looked-up-yet")),
                Some(offers) => offers.first().map(|best| best.found.score),
            },
            _ => None,
        };
        let band = Band::of(score);
        Value::new(band as u32, band.name())
    }

    fn finding(&self, bead: &Bead) -> Value {
        match self.session.found().worst(bead.id) {
            Some(Severity::Error) => return Value::new(0, t!("facts-error")),
            Some(Severity::Warning) => return Value::new(1, t!("facts-warning")),
            Some(Severity::Info) => return Value::new(2, t!("facts-note")),
            None => {}
        }
        match self.session.sieve.misspelt() {
            Some(misspelt) if misspelt.contains(&bead.id) => Value::new(3, t!("facts-spelling")),
            None if !bead.target.is_open() => Value::new(4, t!("facts-not-checked-yet")),
            _ => Value::new(5, t!("facts-no-finding")),
        }
    }

    fn repetition(&self, row: usize, source: &str) -> Value {
        match self.repeats.get(source) {
            Some((first, 2..)) if *first == row => Value::new(1, t!("facts-first-of-several")),
            Some((_, 2..)) => Value::new(2, t!("facts-again")),
            _ => Value::new(0, t!("facts-once")),
        }
    }

    fn age(&self, bead: &Bead) -> Value {
        let Some(at) = bead.changed else { return Value::new(9, t!("facts-no-time")) };
        if at >= self.opened {
            return Value::new(0, t!("facts-since-opening"));
        }
        let seconds = self.now.as_second() - at.as_second();
        let age = AGES.iter().zip(1..).find(|((longest, _), _)| seconds <= *longest);
        age.map_or_else(
            || Value::new(8, t!("facts-earlier")),
            |((_, id), order)| Value::new(order, t!(*id)),
        )
    }
}

fn state(bead: &Bead) -> Value {
    let (order, name) = match &bead.target {
        Target::Open => (0, t!("facts-open")),
        Target::LeftOut { .. } => (5, t!("facts-left-out")),
        Target::Text { state, .. } => match state {
            State::Draft => (1, t!("facts-draft")),
            State::Translated => (2, t!("facts-translated")),
            State::Approved => (3, t!("facts-approved")),
            State::Rejected { .. } => (4, t!("facts-rejected")),
        },
    };
    Value::new(order, name)
}

fn link(link: Link) -> Value {
    match link {
        Link::Accepted => Value::new(0, t!("accepted")),
        Link::Guessed { confidence, .. } if confidence >= SURE => {
            Value::new(1, t!("facts-from-090"))
        }
        Link::Guessed { confidence, .. } if confidence >= LIKELY => {
            Value::new(2, t!("facts-060-to-089"))
        }
        Link::Guessed { .. } => Value::new(3, t!("facts-below-060")),
    }
}

fn pattern(bead: &Bead) -> Value {
    let (source, target) = (bead.source.len(), bead.target.segments().len());
    // 1-1 comes first, then by how many sentences there are.
    let order = if (source, target) == (1, 1) { 0 } else { source + target };
    Value::new(u32::try_from(order).unwrap_or(u32::MAX), format!("{source}-{target}"))
}

fn origin(origin: Origin) -> Value {
    let (order, name) = match origin {
        Origin::None => (0, t!("facts-none")),
        Origin::Typed => (1, t!("facts-typed")),
        Origin::Match { edited: false, .. } => (2, t!("facts-match")),
        Origin::Match { edited: true, .. } => (3, t!("facts-match-changed")),
        Origin::Copied => (4, t!("facts-copied-from-the-source")),
        Origin::Propagated { .. } => (5, t!("facts-filled-from-an-identical-row")),
        Origin::Aligned => (6, t!("facts-aligned")),
        Origin::Imported => (7, t!("facts-imported")),
    };
    Value::new(order, name)
}
