//! Lists of units: which, in which order, with what is to be said of each. A line is twelve
//! bytes: the texts stay where they are.

use std::cmp::Ordering;

use super::doubt::Doubt;
use super::ledger::{Ledger, UNITS_BETWEEN};
use super::sieve::Sieve;
use crate::memory::live::Stored;
use crate::model::{Cancelled, Date, Timestamp, UnitStatus, Watch};
use crate::text::fold;

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Column {
    /// The order in which the units were written.
    #[default]
    Written,
    /// The source text.
    Source,
    /// The target text.
    Target,
    /// Who translated it.
    Author,
    /// The date of the release.
    Date,
    /// The number of the release.
    Release,
    /// How far the unit is.
    Status,
    /// When it was stored so.
    Stored,
}

/// A column and a direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Order {
    /// By what.
    pub by: Column,
    /// The last first.
    pub falling: bool,
}

/// What is said of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Note {
    /// Nothing.
    #[default]
    None,
    /// Of units that say the same it is the one to be kept.
    Kept,
    /// A duplicate of the one that is kept.
    Twin,
    /// It looks wrong.
    Doubt(Doubt),
}

/// A unit in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The slot of the unit's revision.
    pub slot: u32,
    /// Lines of one number belong together.
    pub group: u32,
    /// What is said of it.
    pub note: Note,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The units, in order.
    pub lines: Vec<Line>,
    /// How many groups there are; each unit is one where they do not belong together.
    pub groups: usize,
}

impl Listing {
    /// A list of groups; `note` says what is told of a line by its place in its group.
    pub(super) fn of_groups(groups: Vec<Vec<u32>>, note: impl Fn(usize) -> Note) -> Self {
        let count = groups.len();
        let numbered = (0_u32..).zip(groups);
        let lines = numbered.flat_map(|(group, slots)| {
            let line = |(place, slot)| Line { slot, group, note: note(place) };
            slots.into_iter().enumerate().map(line).collect::<Vec<_>>()
        });
        Self { lines: lines.collect(), groups: count }
    }

    /// A list of units that stand for themselves.
    pub(super) fn of_units(slots: impl IntoIterator<Item = (u32, Note)>) -> Self {
        let lines: Vec<Line> =
            (0..).zip(slots).map(|(group, (slot, note))| Line { slot, group, note }).collect();
        Self { groups: lines.len(), lines }
    }
}

/// So many units found are shown at once, then as often as they have grown fourfold.
const FIRST_SHOWN: usize = 256;

/// The units that a sieve lets through, in order. `show` is given what is found so far, in
/// the order in which they were written; the newest are looked at first where that is asked.
///
/// # Errors
/// [`Cancelled`] when the watch says so, which it is asked every 64 units.
pub fn list(
    ledger: &Ledger,
    sieve: &Sieve,
    order: Order,
    watch: &dyn Watch,
    show: &mut dyn FnMut(Listing),
) -> Result<Listing, Cancelled> {
    let mut slots = Vec::new();
    let mut next_shown = FIRST_SHOWN;
    let is_unsorted = order == Order::default();
    for (read, (slot, stored)) in ledger.units().enumerate() {
        if read.is_multiple_of(UNITS_BETWEEN) {
            watch.report(read, ledger.len())?;
        }
        if sieve.lets_through(&stored) {
            slots.push(slot);
        }
        if is_unsorted && slots.len() == next_shown {
            next_shown *= 4;
            show(Listing::of_units(slots.iter().map(|&slot| (slot, Note::None))));
        }
    }
    sort(ledger, &mut slots, order, watch)?;
    Ok(Listing::of_units(slots.into_iter().map(|slot| (slot, Note::None))))
}

/// What a unit is sorted by: the start of a text, or one figure.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Written,
    Text(Box<str>),
    Date(Option<Date>),
    Status(UnitStatus),
    Stored(Timestamp),
}

/// So many characters of a text decide at first; then the whole does.
const KEY_CHARS: usize = 48;

fn sort(
    ledger: &Ledger,
    slots: &mut Vec<u32>,
    order: Order,
    watch: &dyn Watch,
) -> Result<(), Cancelled> {
    if order.by != Column::Written {
        let mut keyed = Vec::with_capacity(slots.len());
        for (done, &slot) in slots.iter().enumerate() {
            if done.is_multiple_of(UNITS_BETWEEN) {
                watch.report(done, slots.len())?;
            }
            keyed.extend(ledger.unit(slot).map(|stored| (key(&stored, order.by), slot)));
        }
        keyed.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0).then_with(|| whole(ledger, order.by, a.1, b.1)).then(a.1.cmp(&b.1))
        });
        *slots = keyed.into_iter().map(|(_, slot)| slot).collect();
    }
    if order.falling {
        slots.reverse();
    }
    Ok(())
}

fn key(stored: &Stored<'_>, by: Column) -> Key {
    match by {
        Column::Written => Key::Written,
        Column::Date => Key::Date(stored.unit.date),
        Column::Status => Key::Status(stored.unit.status),
        Column::Stored => Key::Stored(stored.at),
        Column::Source | Column::Target | Column::Author | Column::Release => {
            let text = text(stored, by);
            let end = text.char_indices().nth(KEY_CHARS).map_or(text.len(), |(at, _)| at);
            Key::Text(fold::case(text.get(..end).unwrap_or_default()).into())
        }
    }
}

fn text<'a>(stored: &Stored<'a>, by: Column) -> &'a str {
    match by {
        Column::Source => stored.unit.source,
        Column::Target => stored.unit.target,
        Column::Author => stored.unit.author,
        Column::Release => stored.unit.release,
        Column::Written | Column::Date | Column::Status | Column::Stored => "",
    }
}

/// Two units of the same key, by the whole text, as far as they have to be read.
fn whole(ledger: &Ledger, by: Column, a: u32, b: u32) -> Ordering {
    let text = |slot| ledger.unit(slot).map_or("", |stored| text(&stored, by));
    text(a).chars().flat_map(char::to_lowercase).cmp(text(b).chars().flat_map(char::to_lowercase))
}
