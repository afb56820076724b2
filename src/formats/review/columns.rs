//! The columns of a review table, and which is which in one that came back.
//!
//! By their heads; where those are gone, by the keys and the order. A table whose column of
//! keys was taken out is read all the same: its rows are known by number and source then.

use super::{Hand, Key, Returned, ReviewTable};

/// The heads of the columns, in order; source and target have their language behind.
pub(super) const HEADS: [&str; 6] = ["No.", "Source", "Target", "State", "Comment", "Key"];

/// The heads of a table.
pub(super) fn heads(table: &ReviewTable) -> [String; 6] {
    let named = |head: &str| match head {
        "Source" => format!("{head} ({})", table.source),
        "Target" => format!("{head} ({})", table.target),
        head => head.to_owned(),
    };
    HEADS.map(named)
}

/// A cell of a table that came back.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) tracked: Vec<Hand>,
    pub(super) remarks: Vec<(String, String)>,
    pub(super) formula: bool,
}

impl Cell {
    pub(super) fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// A row of a table that came back.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
    pub(super) removed: bool,
}

/// Where each of [`HEADS`] stands.
type Places = [Option<usize>; 6];

/// Puts the rows of a table in order; `None` where it is no review table.
pub(super) fn arranged(rows: Vec<Given>) -> Option<Vec<Returned>> {
    let head = rows.iter().position(|row| of_heads(row).is_some());
    let places = match head.and_then(|row| of_heads(rows.get(row)?)) {
        Some(places) => places,
        None => of_keys(&rows)?,
    };
    let is_entry = |(place, row): &(usize, Given)| {
        Some(*place) != head && row.cells.iter().any(|cell| !cell.text.trim().is_empty())
    };
    let rows = rows.into_iter().enumerate().filter(is_entry);
    Some(rows.map(|(_, row)| returned(row, &places)).collect())
}

/// The places that a row of heads names: target and source, or target and key, at least.
fn of_heads(row: &Given) -> Option<Places> {
    let is_head = |cell: &Cell, head: &str| {
        let text = cell.text.trim().to_lowercase();
        let head = head.to_lowercase();
        text == head || text.strip_prefix(&head).is_some_and(|rest| rest.starts_with(" ("))
    };
    let places = HEADS.map(|head| row.cells.iter().position(|cell| is_head(cell, head)));
    let [_, source, target, .., key] = places;
    (target.is_some() && (source.is_some() || key.is_some())).then_some(places)
}

/// The order in which columns go out, counted back from the column of keys.
fn of_keys(rows: &[Given]) -> Option<Places> {
    let key_of = |row: &Given| row.cells.iter().position(|cell| cell.text.parse::<Key>().is_ok());
    let key = rows.iter().find_map(key_of)?;
    let first = key.checked_sub(HEADS.len() - 1)?;
    Some([0, 1, 2, 3, 4, 5].map(|column| Some(first + column)))
}

fn returned(row: Given, places: &Places) -> Returned {
    let mut cells = row.cells;
    let mut taken = places.map(|place| {
        let cell = place.and_then(|place| cells.get_mut(place)).map(std::mem::take);
        cell.unwrap_or_default()
    });
    let remarks = taken.iter_mut().flat_map(|cell| std::mem::take(&mut cell.remarks)).collect();
    let [number, source, target, state, comment, key] = taken;
    // A key that was moved to another column is still one.
    let moved = || cells.iter().find_map(|cell| cell.text.parse().ok());
    Returned {
        line: row.line,
        key: key.text.parse().ok().or_else(moved),
        number: number.text.trim().to_owned(),
        source: source.text,
        target: target.text,
        state: state.text.trim().to_owned(),
        comment: comment.text.trim().to_owned(),
        remarks,
        tracked: target.tracked,
        formula: target.formula,
        removed: row.removed,
    }
}
