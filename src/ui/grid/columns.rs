//! Where the columns of the grid stand.

use egui::{Rangef, Rect};

/// The widest a text column gets, in points: about 80 characters of 14 points.
const WIDEST: f32 = 582.0;
/// The narrowest, in points: two words a line. A window of 1024 pixels at 200 % has 119 of them
/// for each text of an alignment.
const NARROWEST: f32 = 96.0;

/// The columns of the translation view, from left to right, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TranslateColumns {
    /// Row numbers.
    pub number: Rangef,
    /// Letters of roles.
    pub role: Rangef,
    /// The source, with its padding.
    pub source: Rangef,
    /// State and percentage.
    pub hinge: Rangef,
    /// The target, with its padding.
    pub target: Rangef,
    /// Comments, locks.
    pub badges: Rangef,
}

impl TranslateColumns {
    const NUMBER: f32 = 42.0;
    const ROLE: f32 = 26.0;
    const HINGE: f32 = 84.0;
    const BADGES: f32 = 30.0;
    const FIXED: f32 = Self::NUMBER + Self::ROLE + Self::HINGE + Self::BADGES;

    /// The columns of a grid in `rect`.
    #[must_use]
    pub fn of(rect: Rect) -> Self {
        let [number, role, source, hinge, target] =
            leaves(rect, Self::FIXED, [Self::NUMBER, Self::ROLE, Self::HINGE]);
        let badges = Rangef::new(target.max, rect.right().max(target.max + Self::BADGES));
        Self { number, role, source, hinge, target, badges }
    }

    /// The widest a grid needs to be; what is over goes to the dock.
    #[must_use]
    pub const fn widest() -> f32 {
        Self::FIXED + 2.0 * WIDEST
    }

    /// The source's text, without padding.
    #[must_use]
    pub fn source_text(&self) -> Rangef {
        Rangef::new(self.source.min + 4.0, self.source.max - 18.0)
    }

    /// The target's text, without padding.
    #[must_use]
    pub fn target_text(&self) -> Rangef {
        Rangef::new(self.target.min + 14.0, self.target.max - 12.0)
    }
}

/// The columns of the alignment view, from left to right, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlignColumns {
    /// Numbers of source sentences.
    pub number: Rangef,
    /// Letters of source roles.
    pub role: Rangef,
    /// Source sentences, with their padding.
    pub source: Rangef,
    /// The links.
    pub hinge: Rangef,
    /// Target sentences, with their padding.
    pub target: Rangef,
    /// Letters of target roles.
    pub target_role: Rangef,
    /// Numbers of target sentences.
    pub target_number: Rangef,
}

impl AlignColumns {
    const NUMBER: f32 = 38.0;
    const ROLE: f32 = 24.0;
    const HINGE: f32 = 150.0;
    const FIXED: f32 = 2.0 * (Self::NUMBER + Self::ROLE) + Self::HINGE;

    /// The columns of a grid in `rect`.
    #[must_use]
    pub fn of(rect: Rect) -> Self {
        let [number, role, source, hinge, target] =
            leaves(rect, Self::FIXED, [Self::NUMBER, Self::ROLE, Self::HINGE]);
        let target_role = span(target.max, Self::ROLE);
        let end = rect.right().max(target_role.max + Self::NUMBER);
        let target_number = Rangef::new(target_role.max, end);
        Self { number, role, source, hinge, target, target_role, target_number }
    }

    /// The widest a grid needs to be; what is over goes to the dock.
    #[must_use]
    pub const fn widest() -> f32 {
        Self::FIXED + 2.0 * WIDEST
    }

    /// The source's text, without padding.
    #[must_use]
    pub fn source_text(&self) -> Rangef {
        Rangef::new(self.source.min + 6.0, self.source.max - 16.0)
    }

    /// The target's text, without padding.
    #[must_use]
    pub fn target_text(&self) -> Rangef {
        Rangef::new(self.target.min + 16.0, self.target.max - 6.0)
    }
}

/// What both views have: number, role, source, hinge, target. The texts share what the
/// columns of a fixed width leave.
fn leaves(rect: Rect, fixed: f32, [number, role, hinge]: [f32; 3]) -> [Rangef; 5] {
    let half = ((rect.width() - fixed) / 2.0).floor().max(NARROWEST);
    let number = span(rect.left(), number);
    let role = span(number.max, role);
    let source = span(role.max, half);
    let hinge = span(source.max, hinge);
    [number, role, source, hinge, span(hinge.max, half)]
}

fn span(start: f32, width: f32) -> Rangef {
    Rangef::new(start, start + width)
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "whole points, added and halved, are exact")]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    fn grid(width: f32) -> Rect {
        Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 100.0))
    }

    #[test]
    fn both_texts_are_as_wide_as_each_other_and_fill_the_grid() {
        for width in [700.0, 724.0, 1068.0, 1346.0] {
            let columns = TranslateColumns::of(grid(width));
            assert_eq!(columns.source.span(), columns.target.span(), "{width}");
            assert!((columns.badges.max - width).abs() < 0.5, "{width}");
            let columns = AlignColumns::of(grid(width));
            assert_eq!(columns.source.span(), columns.target.span(), "{width}");
            assert!((columns.target_number.max - width).abs() < 0.5, "{width}");
        }
    }

    #[test]
    fn the_design_s_own_window_gives_its_own_columns() {
        let columns = TranslateColumns::of(grid(1068.0));
        assert_eq!(columns.source.min, 68.0);
        assert_eq!(columns.source.span(), 443.0);
        assert_eq!(columns.hinge.span(), 84.0);
    }
}
