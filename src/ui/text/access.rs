//! A text for screen readers: runs of one direction in the order of the text.
//!
//! AccessKit wants, for each run, the bytes of its characters, where each begins along
//! the run's own direction, and where words begin. A character here is a cell, so what
//! the arrow keys pass over at once is read at once.

use std::ops::Range;

use egui::accesskit::{self, TextDirection, TextPosition};
use egui::{Context, Id, Pos2, Rect, Ui, UiBuilder, pos2};
use unicode_segmentation::UnicodeSegmentation;

use super::caret::{Cell, Map, Place, Row};

/// AccessKit counts characters of a run in a byte.
const MOST: usize = 255;

/// A run: cells of one direction that follow each other in the text and in one row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    /// Its row.
    pub(super) row: usize,
    /// Its bytes, with the line break that ends the row.
    pub(super) range: Range<usize>,
    pub(super) rtl: bool,
    /// The bytes of each character.
    pub(super) lengths: Vec<u8>,
    /// Where each begins along the run, and how wide it is, in points.
    pub(super) places: Vec<(f32, f32)>,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl Run {
    fn new(row: usize, at: usize, x: f32, rtl: bool) -> Self {
        let (lengths, places) = (Vec::new(), Vec::new());
        Self { row, range: at..at, rtl, lengths, places, left: x, right: x }
    }

    fn holds(&self, cell: &Cell) -> bool {
        let beside = if self.rtl { cell.right <= self.left } else { cell.left >= self.right };
        self.lengths.len() < MOST && self.rtl == cell.rtl && beside
    }

    fn add(&mut self, at: usize, cell: &Cell, text: &str) {
        let width = cell.right - cell.left;
        let along = if self.rtl { self.right - cell.right } else { cell.left - self.left };
        self.range.end = at + cell.end;
        let before = self.lengths.len();
        self.lengths.extend(lengths(text.get(at + cell.start..at + cell.end).unwrap_or("")));
        // Of a tag too long for one character the first has the whole width.
        self.places.push((along.max(0.0), width));
        self.places.resize(self.lengths.len().max(before + 1), (along.max(0.0) + width, 0.0));
        self.left = self.left.min(cell.left);
        self.right = self.right.max(cell.right);
    }

    /// The byte at which a character begins.
    pub(super) fn index(&self, character: usize) -> usize {
        let before = self.lengths.iter().take(character);
        self.range.start + before.map(|&length| usize::from(length)).sum::<usize>()
    }

    /// The character that begins at a byte.
    fn character(&self, index: usize) -> usize {
        (0..=self.lengths.len()).find(|&at| self.index(at) >= index).unwrap_or(0)
    }
}

/// The bytes of a cell as characters of a run: one, or several where a tag is longer
/// than AccessKit can say.
fn lengths(cell: &str) -> Vec<u8> {
    let mut lengths = vec![0_u8];
    for c in cell.chars() {
        let length = u8::try_from(c.len_utf8()).unwrap_or(4);
        match lengths.last_mut() {
            Some(last) if *last <= u8::MAX - length => *last += length,
            _ => lengths.push(length),
        }
    }
    lengths
}

/// The runs of a text, at least one in each row.
pub(super) fn runs(map: &Map, text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, row) in map.rows().iter().enumerate() {
        let next = map.rows().get(at + 1).map_or(text.len(), |next| next.range().start);
        let first = runs.len();
        row_runs(&mut runs, at, row, text);
        if runs.len() == first {
            let rtl = map.direction().is_rtl();
            runs.push(Run::new(at, row.range().start, row.line.edge, rtl));
        }
        let Some(last) = runs.last_mut() else { continue };
        let ending = next - row.range().end;
        if ending > 0 {
            let along = last.places.last().map_or(0.0, |(along, width)| along + width);
            last.range.end = next;
            last.lengths.push(u8::try_from(ending).unwrap_or(1));
            last.places.push((along, 0.0));
        }
    }
    runs
}

fn row_runs(runs: &mut Vec<Run>, at: usize, row: &Row, text: &str) {
    let first = runs.len();
    let mut cells: Vec<&Cell> = row.line.cells.iter().collect();
    cells.sort_unstable_by_key(|cell| cell.start);
    for cell in cells {
        let fits = runs.len() > first && runs.last().is_some_and(|run| run.holds(cell));
        if !fits {
            let x = if cell.rtl { cell.right } else { cell.left };
            runs.push(Run::new(at, row.at + cell.start, x, cell.rtl));
        }
        if let Some(run) = runs.last_mut() {
            run.add(row.at, cell, text);
        }
    }
}

fn run_id(id: Id, run: usize) -> Id {
    id.with("run").with(run)
}

fn position(id: Id, runs: &[Run], place: Place) -> TextPosition {
    let ends_before = |run: &Run| run.range.end <= place.index;
    let at = runs.iter().position(|run| !ends_before(run)).unwrap_or(runs.len() - 1);
    let character = runs.get(at).map_or(0, |run| run.character(place.index));
    TextPosition { node: run_id(id, at).accesskit_id(), character_index: character }
}

/// The place in the text that a screen reader means.
pub(super) fn place(id: Id, runs: &[Run], position: &TextPosition) -> Option<Place> {
    let is_it = |&(at, _): &(usize, &Run)| run_id(id, at).accesskit_id() == position.node;
    let (_, run) = runs.iter().enumerate().find(is_it)?;
    Some(Place::after(run.index(position.character_index)))
}

/// Tells AccessKit the runs of a field and what is selected in it.
pub(super) fn tell(
    ui: &mut Ui,
    id: Id,
    map: &Map,
    text: &str,
    origin: Pos2,
    ends: Option<[Place; 2]>,
) {
    if !is_active(ui.ctx(), id) {
        return;
    }
    let runs = runs(map, text);
    if let Some([anchor, caret]) = ends {
        let anchor = position(id, &runs, anchor);
        let focus = position(id, &runs, caret);
        ui.accesskit_node_builder(id, |node| {
            node.set_text_selection(accesskit::TextSelection { anchor, focus });
        });
    }
    for (at, run) in runs.iter().enumerate() {
        let beside = |other: Option<usize>| {
            let other = other.filter(|&other| runs.get(other).is_some_and(|r| r.row == run.row));
            other.map(|other| run_id(id, other).accesskit_id())
        };
        let builder = UiBuilder::new()
            .scope_id(run_id(id, at))
            .accessibility_parent(id)
            .accessibility_role(accesskit::Role::TextRun);
        let child = ui.new_child(builder);
        let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        child.accesskit_node_builder(run_id(id, at), |node| {
            describe(node, run, map, text, origin);
            if let Some(before) = before {
                node.set_previous_on_line(before);
            }
            if let Some(after) = after {
                node.set_next_on_line(after);
            }
        });
    }
}

fn is_active(ctx: &Context, id: Id) -> bool {
    ctx.accesskit_node_builder(id, |_| ()).is_some()
}

fn describe(node: &mut accesskit::Node, run: &Run, map: &Map, text: &str, origin: Pos2) {
    let value = text.get(run.range.clone()).unwrap_or("");
    node.set_role(accesskit::Role::TextRun);
    node.set_text_direction(if run.rtl {
        TextDirection::RightToLeft
    } else {
        TextDirection::LeftToRight
    });
    let (top, bottom) = map.rows().get(run.row).map_or((0.0, 0.0), |row| (row.top, row.bottom));
    let (min, max) = (pos2(run.left, top).to_vec2(), pos2(run.right, bottom).to_vec2());
    let rect = Rect::from_min_max(origin + min, origin + max);
    node.set_bounds(accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    });
    node.set_value(value);
    node.set_character_lengths(run.lengths.clone());
    node.set_character_positions(run.places.iter().map(|place| place.0).collect::<Vec<_>>());
    node.set_character_widths(run.places.iter().map(|place| place.1).collect::<Vec<_>>());
    let starts = value.unicode_word_indices().map(|(at, _)| run.character(run.range.start + at));
    node.set_word_starts(starts.filter_map(|at| u8::try_from(at).ok()).collect::<Vec<_>>());
}
