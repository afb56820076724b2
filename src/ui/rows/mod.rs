//! Many rows of any height, of which only those in view cost anything.
//!
//! Heights are estimated from counts of characters ([`estimate`]), corrected when a
//! row is drawn, and summed in a tree ([`heights`]). Each frame is laid out from an
//! **anchor**: a row that was in view before and still is. Its place on the screen is
//! fixed first (moved only by what the user scrolled), rows are measured from it
//! downwards and upwards until the view is full, and the scroll offset follows from
//! where they came to stand. So a corrected height above the view moves the scroll
//! bar a little and never the text; adding corrections to the offset afterwards, the
//! usual way, shows each of them for one frame.
//!
//! The **active row** is always drawn, at its true place, even out of view: egui
//! takes the focus from a field that a frame leaves out, and what is typed is lost.
//!
//! Places on the screen are small numbers worked out in `f64`, so text is as sharp in
//! row 50,000 as in row 1.

pub mod estimate;
pub mod heights;
mod layout;
mod source;

use std::ops::Range;

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use heights::Heights;
use layout::{Spot, View};

pub use source::{Place, Placed, RowSource, RowsShown};

/// The state of a list between frames.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    heights: Heights,
    width: f32,
    /// The distance of the view's top from the first row's.
    offset: f64,
    /// What egui's scroll area said when `offset` was right.
    area_offset: f32,
    /// What to tell egui's scroll area at the next frame.
    forced: Option<f32>,
    /// The rows the last frame drew in view.
    drawn: Range<usize>,
    /// The row that was active in the last frame, if it was in view.
    active: Option<usize>,
    wish: Option<Wish>,
    stale: bool,
}

#[derive(Debug, Clone, Copy)]
enum Wish {
    /// Scroll to a row.
    Go(usize, Place),
    /// Keep the text of a row where it is, though its top moves up by so much.
    Hold(usize, f32),
}

impl Rows {
    /// Scrolls to a row at the next frame, at once.
    pub fn scroll_to(&mut self, row: usize, place: Place) {
        self.wish = Some(Wish::Go(row, place));
    }

    /// A row becomes the active one and grows `lift` points of room above its text:
    /// the text stays where it is, whatever other rows do, and comes into view; one far
    /// out of view comes to the middle, with its neighbours about it.
    pub fn enter(&mut self, row: usize, lift: f32) {
        self.wish = Some(Wish::Hold(row, lift));
    }

    /// Begins at the top: what egui knows of a former list of the same place is forgotten.
    pub const fn from_top(&mut self) {
        self.forced = Some(0.0);
    }

    /// The rows are other rows, in another order, or of another size: guess anew.
    ///
    /// A changed count of rows or width is noticed without it, and text that changes
    /// in view is measured each frame.
    pub fn reset(&mut self) {
        self.stale = true;
    }

    /// How many rows the last frame drew in view; `None` before the first.
    #[must_use]
    pub fn shown(&self) -> Option<usize> {
        (!self.drawn.is_empty()).then(|| self.drawn.len())
    }

    /// The height of all rows as far as it is known.
    pub fn total_height(&self) -> f64 {
        self.heights.total()
    }

    /// The row one view further down (or up, for a negative count of views).
    pub fn page(&self, from: usize, views: f64, view_height: f32) -> usize {
        let there = self.heights.top(from) + views * f64::from(view_height);
        let row = self.heights.row_at(there);
        // A row higher than the view must not hold anybody.
        if row == from && views > 0.0 {
            (from + 1).min(self.heights.len().saturating_sub(1))
        } else if row == from && views < 0.0 {
            from.saturating_sub(1)
        } else {
            row
        }
    }

    /// Shows the list in all the room there is.
    ///
    /// `active` is drawn wherever it is. If drawing it changed its height (a line was
    /// typed), egui is asked to draw the frame again before anybody sees it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        id: Id,
        active: Option<usize>,
        source: &mut dyn RowSource,
    ) -> RowsShown {
        let mut area = ScrollArea::vertical().id_salt(id).auto_shrink(false).animated(false);
        if let Some(offset) = self.forced.take() {
            area = area.vertical_scroll_offset(offset);
        }
        let mut correction = 0.0;
        let output = area.show_viewport(ui, |ui, viewport| {
            let view = View { width: viewport.width(), height: viewport.height() };
            self.follow(viewport.min.y);
            let before = self.offset;
            let rows = self.lay_out(ui, view, active, source);
            correction = self.offset - before;
            ui.set_min_size(vec2(view.width, points(self.heights.total())));
            let screen =
                Rect::from_min_size(ui.max_rect().min + viewport.min.to_vec2(), viewport.size());
            let shown = RowsShown { rows: placed(&rows, screen), view: screen };
            self.paint(ui, &shown, active, source);
            shown
        });
        self.area_offset = points(f64::from(self.area_offset) + correction);
        if correction != 0.0 {
            let wanted = f64::from(output.state.unclamped_offset().y) + correction;
            // Rows that are far fewer now leave egui's own offset behind what it was drawn at.
            self.forced = Some(points(wanted.max(0.0)));
            ui.request_repaint();
        }
        output.inner
    }

    /// Takes over what the user scrolled.
    fn follow(&mut self, area_offset: f32) {
        self.offset += f64::from(area_offset - self.area_offset);
        self.area_offset = area_offset;
    }

    fn lay_out(
        &mut self,
        ui: &Ui,
        view: View,
        active: Option<usize>,
        source: &mut dyn RowSource,
    ) -> Vec<Spot> {
        self.stale |= source.len() != self.heights.len();
        self.stale |= (view.width - self.width).abs() > 0.1;
        let mut anchor = self.anchor(active, view);
        if self.stale {
            self.guess(view.width, source);
            anchor.row = anchor.row.min(self.heights.len().saturating_sub(1));
            self.offset = self.heights.top(anchor.row) - anchor.top;
        }
        let mut measure = |row| source.measure(ui, row, view.width);
        let anchor = match self.wish.take() {
            None => anchor,
            Some(Wish::Go(row, place)) => self.wanted(row, place, view, &mut measure),
            Some(Wish::Hold(row, lift)) => self.held(row, lift, view, &mut measure),
        };
        let spots = layout::fill(&mut self.heights, anchor, view, &mut measure);
        if let Some(first) = spots.first() {
            self.offset = self.heights.top(first.row) - first.top;
        }
        self.drawn = layout::range(&spots);
        self.active = active.filter(|row| self.drawn.contains(row));
        spots
    }

    fn guess(&mut self, width: f32, source: &dyn RowSource) {
        self.heights = Heights::new((0..source.len()).map(|row| source.estimate(row, width)));
        self.width = width;
        self.stale = false;
    }

    /// The row to lay out from: the first that was in view and still is, since its
    /// height is known; when all is guessed anew, the active one if it was in view.
    fn anchor(&self, active: Option<usize>, view: View) -> Spot {
        let spot = |row| Spot { row, top: self.heights.top(row) - self.offset, height: 0.0 };
        if let (true, Some(old), Some(new)) = (self.stale, self.active, active) {
            return Spot { row: new, ..spot(old) };
        }
        let first = spot(self.heights.row_at(self.offset));
        let known = spot(self.drawn.start);
        let common = first.row < known.row && known.top < f64::from(view.height);
        if common { known } else { first }
    }

    fn wanted(
        &mut self,
        row: usize,
        place: Place,
        view: View,
        measure: &mut dyn FnMut(usize) -> f32,
    ) -> Spot {
        let row = row.min(self.heights.len().saturating_sub(1));
        let height = if self.heights.is_empty() { 0.0 } else { measure(row) };
        let room = f64::from(view.height - height);
        let top = match place {
            Place::Top => 0.0,
            Place::Middle => (room / 2.0).floor().max(0.0),
            Place::Nearest => {
                layout::nearest(self.heights.top(row) - self.offset, height, view.height)
            }
        };
        Spot { row, top, height }
    }

    fn held(
        &mut self,
        row: usize,
        lift: f32,
        view: View,
        measure: &mut dyn FnMut(usize) -> f32,
    ) -> Spot {
        // A row that was active already has grown its room.
        let lift = if self.active == Some(row) { 0.0 } else { lift };
        let before = self.heights.top(row) - self.offset - f64::from(lift);
        if layout::is_far(before, view.height) {
            return self.wanted(row, Place::Middle, view, measure);
        }
        let spot = self.wanted(row, Place::Nearest, view, measure);
        Spot { top: layout::nearest(before, spot.height, view.height), ..spot }
    }

    fn paint(
        &mut self,
        ui: &mut Ui,
        shown: &RowsShown,
        active: Option<usize>,
        source: &mut dyn RowSource,
    ) {
        let mut paint = |placed: Placed| {
            let builder = UiBuilder::new().max_rect(placed.rect).id_salt(placed.row);
            source.paint(&mut ui.new_child(builder), placed.row, placed.rect);
        };
        for placed in &shown.rows {
            paint(*placed);
        }
        let Some(active) = active.filter(|&row| row < self.heights.len()) else { return };
        if !self.drawn.contains(&active) {
            let top = self.heights.top(active) - self.offset;
            let height = self.heights.height(active);
            paint(at(Spot { row: active, top, height }, shown.view));
        }
        let height = source.measure(ui, active, self.width);
        if (height - self.heights.height(active)).abs() > 0.0 {
            self.heights.set(active, height);
            ui.request_discard("the active row has another height");
            ui.request_repaint();
        }
    }
}

/// A distance as egui counts it: exact on a screen, coarse in the whole of a list.
#[expect(clippy::cast_possible_truncation, reason = "rounding is what is wanted")]
const fn points(value: f64) -> f32 {
    value as f32
}

fn placed(spots: &[Spot], view: Rect) -> Vec<Placed> {
    spots.iter().map(|&spot| at(spot, view)).collect()
}

fn at(spot: Spot, view: Rect) -> Placed {
    let top = view.top() + points(spot.top);
    let rect = Rect::from_min_size(pos2(view.left(), top), vec2(view.width(), spot.height));
    Placed { row: spot.row, rect }
}

#[cfg(test)]
mod tests;
