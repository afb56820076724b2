//! Filling a view with rows from an anchor.

use std::collections::VecDeque;
use std::ops::Range;

use super::heights::Heights;

/// The size of the view in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    pub(super) width: f32,
    pub(super) height: f32,
}

/// A row and where its top is, from the view's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub(super) row: usize,
    pub(super) top: f64,
    pub(super) height: f32,
}

/// Room kept between a row scrolled to and the edge of the view.
const MARGIN: f64 = 24.0;

/// Whether a row whose top would stand there is further out of view than the next row
/// may be: by more than a quarter of the view.
pub(super) fn is_far(top: f64, view_height: f32) -> bool {
    let margin = f64::from(view_height) / 4.0;
    top < -margin || top > f64::from(view_height) + margin
}

/// Where a row comes to stand so that all of it is in view: where it is if it can,
/// else a margin inside the nearer edge; a row higher than the view shows its top.
pub(super) fn nearest(top: f64, height: f32, view_height: f32) -> f64 {
    let lowest = f64::from(view_height) - f64::from(height);
    if lowest < 2.0 * MARGIN {
        return lowest.clamp(0.0, MARGIN);
    }
    match top {
        _ if top < 0.0 => MARGIN,
        _ if top > lowest => lowest - MARGIN,
        _ => top,
    }
}

/// Measures rows from the anchor until the view is full; corrects `heights`.
///
/// No gap is left above the first row, nor below the last as long as there are rows
/// above to fill it. Each try costs the rows of one view; the second is needed at
/// the ends of the list, the third if the rows found there were guessed too high.
pub(super) fn fill(
    heights: &mut Heights,
    mut anchor: Spot,
    view: View,
    measure: &mut dyn FnMut(usize) -> f32,
) -> Vec<Spot> {
    let mut spots = Vec::new();
    for _ in 0..3 {
        spots = fill_once(heights, anchor, view, measure);
        let Some((first, last)) = spots.first().zip(spots.last()) else { break };
        let below = f64::from(view.height) - (last.top + f64::from(last.height));
        let moved = if first.row == 0 && first.top > 0.0 {
            -first.top
        } else if last.row + 1 == heights.len() && below > 0.0 {
            below.min(heights.top(first.row) - first.top)
        } else {
            break;
        };
        if moved == 0.0 {
            break;
        }
        anchor = Spot { top: first.top + moved, ..*first };
    }
    spots
}

fn fill_once(
    heights: &mut Heights,
    anchor: Spot,
    view: View,
    measure: &mut dyn FnMut(usize) -> f32,
) -> Vec<Spot> {
    let mut spots = VecDeque::new();
    let start = anchor.row.min(heights.len().saturating_sub(1));
    let mut top = anchor.top;
    for row in start..heights.len() {
        let height = measure(row);
        heights.set(row, height);
        spots.push_back(Spot { row, top, height });
        top += f64::from(height);
        if top >= f64::from(view.height) {
            break;
        }
    }
    let mut bottom = anchor.top;
    for row in (0..start).rev() {
        if bottom <= 0.0 {
            break;
        }
        let height = measure(row);
        heights.set(row, height);
        bottom -= f64::from(height);
        spots.push_front(Spot { row, top: bottom, height });
    }
    let in_view =
        |spot: &Spot| spot.top < f64::from(view.height) && spot.top + f64::from(spot.height) > 0.0;
    spots.into_iter().filter(in_view).collect()
}

/// The rows of a filled view.
pub(super) fn range(spots: &[Spot]) -> Range<usize> {
    match (spots.first(), spots.last()) {
        (Some(first), Some(last)) => first.row..last.row + 1,
        _ => 0..0,
    }
}
