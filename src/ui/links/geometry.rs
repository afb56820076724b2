//! Where the parts of a link stand.

use egui::{Pos2, Rangef, Rect, pos2};

/// From the edge of the hinge to a bracket, in points.
const BRACKET: f32 = 9.0;
/// From the row's edge to the end of a bracket as high as the row.
const ROW_INSET: f32 = 7.0;
/// Half the height of the bar at the end of a link without partner.
const BAR: f32 = 6.0;

pub use crate::workbench::links::Side;

/// What is to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The part of the hinge this row has: its whole width, the row's height.
    pub hinge: Rect,
    /// From top to bottom of the text of each source sentence.
    pub source: &'a [Rangef],
    /// The same of each target sentence.
    pub target: &'a [Rangef],
    /// How sure the guess is, 0 to 1.
    pub confidence: f32,
    /// Whether a person accepted the link.
    pub accepted: bool,
    /// Whether it is held in its place.
    pub pinned: bool,
    /// Whether its row is the active one: it has handles.
    pub active: bool,
}

/// A place a link can be dragged by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handle {
    /// Which side's sentence it holds.
    pub side: Side,
    /// Which of the sentences.
    pub sentence: usize,
    /// Where it is.
    pub center: Pos2,
}

/// The parts of a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Geometry {
    /// The number, the tick, or the tick and the pin.
    pub center: Pos2,
    /// A bracket beside each sentence, from top to bottom.
    pub brackets: Vec<[Pos2; 2]>,
    /// Cubic curves from the brackets to the number, or past it.
    pub curves: Vec<[Pos2; 4]>,
    /// The bar where a link without partner ends.
    pub bar: Option<[Pos2; 2]>,
    /// Handles, if the link is active.
    pub handles: Vec<Handle>,
}

impl Geometry {
    /// Works the parts out. Lines are put where a line 2 points wide is sharp.
    #[must_use]
    pub fn of(link: &Link<'_>) -> Self {
        let hinge = link.hinge;
        let center = pos2(hinge.center().x.round(), hinge.center().y.round());
        let mut geometry =
            Self { center, brackets: vec![], curves: vec![], bar: None, handles: vec![] };
        geometry.side(link, Side::Source);
        geometry.side(link, Side::Target);
        match (link.source.is_empty(), link.target.is_empty()) {
            (false, true) => geometry.dead_end(link, 1.0),
            (true, false) => geometry.dead_end(link, -1.0),
            _ => (),
        }
        geometry
    }

    /// The brackets of one side, and the curves that lead from them to the middle.
    fn side(&mut self, link: &Link<'_>, side: Side) {
        let (x, inward, spans) = match side {
            Side::Source => (link.hinge.left() + BRACKET, 1.0, link.source),
            Side::Target => (link.hinge.right() - BRACKET, -1.0, link.target),
        };
        let x = x.round();
        for (sentence, &span) in spans.iter().enumerate() {
            let span = if spans.len() == 1 { full(link.hinge) } else { inside(span) };
            self.brackets.push([pos2(x, span.min), pos2(x, span.max)]);
            let middle = if spans.len() == 1 { self.center.y } else { span.center().round() };
            let start = pos2(x + inward, middle);
            self.curves
                .push(curve(start, pos2(self.center.x - inward * room(link), self.center.y)));
            if link.active {
                self.handles.push(Handle { side, sentence, center: pos2(x, middle) });
            }
        }
    }

    /// The line past the number and the bar at its end; `onward` is the way it goes.
    fn dead_end(&mut self, link: &Link<'_>, onward: f32) {
        let from = self.center.x + onward * room(link);
        let at = |distance: f32| pos2(from + onward * distance, self.center.y);
        self.curves.push(curve(at(0.0), at(14.0)));
        let end = at(18.0);
        self.bar = Some([pos2(end.x, end.y - BAR), pos2(end.x, end.y + BAR)]);
    }
}

/// Half the room in the middle: for a number, a tick, or a tick and a pin.
fn room(link: &Link<'_>) -> f32 {
    match (link.accepted, link.pinned) {
        (true, false) => 11.0,
        (true, true) => 19.0,
        (false, false) => 21.0,
        (false, true) => 31.0,
    }
}

/// As high as the row.
fn full(hinge: Rect) -> Rangef {
    let inset = ROW_INSET.min(hinge.height() / 4.0);
    Rangef::new(hinge.top() + inset, hinge.bottom() - inset)
}

/// As high as a sentence, a little less so that two do not touch.
fn inside(span: Rangef) -> Rangef {
    Rangef::new(span.min + 1.0, span.max - 1.0)
}

/// A curve that leaves level and arrives level, bent half way.
fn curve(from: Pos2, to: Pos2) -> [Pos2; 4] {
    let middle = f32::midpoint(from.x, to.x);
    [from, pos2(middle, from.y), pos2(middle, to.y), to]
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "places are rounded to whole points")]
mod tests {
    use super::*;

    fn link<'a>(source: &'a [Rangef], target: &'a [Rangef]) -> Link<'a> {
        let hinge = Rect::from_min_max(pos2(480.0, 100.0), pos2(630.0, 172.0));
        Link {
            hinge,
            source,
            target,
            confidence: 0.88,
            accepted: false,
            pinned: false,
            active: true,
        }
    }

    const ONE: [Rangef; 1] = [Rangef { min: 106.0, max: 166.0 }];
    const TWO: [Rangef; 2] = [Rangef { min: 106.0, max: 126.0 }, Rangef { min: 132.0, max: 152.0 }];

    /// One bracket and one curve for each sentence; a bar where a side has none.
    #[test]
    fn every_sentence_has_its_bracket() {
        for (source, target, bar) in [
            (&ONE[..], &ONE[..], false),
            (&ONE[..], &TWO[..], false),
            (&TWO[..], &ONE[..], false),
            (&TWO[..], &TWO[..], false),
            (&ONE[..], &[][..], true),
            (&[][..], &TWO[..], true),
        ] {
            let count = source.len() + target.len();
            let found = Geometry::of(&link(source, target));
            assert_eq!(found.brackets.len(), count);
            assert_eq!(found.handles.len(), count);
            assert_eq!(found.curves.len(), count + usize::from(bar));
            assert_eq!(found.bar.is_some(), bar);
        }
    }

    /// All of it is inside its part of the hinge, and lines leave the number free.
    #[test]
    fn a_link_stays_in_its_row_and_off_its_number() {
        for (source, target) in
            [(&ONE[..], &TWO[..]), (&TWO[..], &ONE[..]), (&ONE[..], &[][..]), (&[][..], &ONE[..])]
        {
            for (accepted, pinned) in [(false, false), (true, false), (true, true), (false, true)] {
                let link = Link { accepted, pinned, ..link(source, target) };
                let found = Geometry::of(&link);
                let ends = found.brackets.iter().flatten().chain(found.bar.iter().flatten());
                for point in ends.chain(found.curves.iter().flatten()) {
                    assert!(link.hinge.contains(*point), "{point:?}");
                }
                for point in found.curves.iter().flatten() {
                    assert!((point.x - found.center.x).abs() >= room(&link));
                }
            }
        }
    }

    #[test]
    fn a_fork_leads_from_the_middle_of_each_sentence() {
        let found = Geometry::of(&link(&ONE, &TWO));
        let starts: Vec<Pos2> = found.curves.iter().map(|curve| curve[0]).collect();
        assert_eq!(starts, [pos2(490.0, 136.0), pos2(620.0, 116.0), pos2(620.0, 142.0)]);
        assert_eq!(found.brackets[0], [pos2(489.0, 107.0), pos2(489.0, 165.0)]);
        assert_eq!(found.brackets[1], [pos2(621.0, 107.0), pos2(621.0, 125.0)]);
        assert!(found.curves.iter().all(|curve| curve[3].y == 136.0));
    }
}
