//! A place for the caret, and what moves it.

/// Which way a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// As Latin and Cyrillic are.
    #[default]
    LeftToRight,
    /// As Arabic and Hebrew are.
    RightToLeft,
}

impl Direction {
    /// The direction of a language.
    #[must_use]
    pub fn of(lang: &crate::model::Lang) -> Self {
        if lang.is_right_to_left() { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// Whether it is from right to left.
    #[must_use]
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::RightToLeft)
    }
}

/// Which character a caret between two holds on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Affinity {
    /// The one before it in the text.
    Before,
    /// The one after it in the text.
    #[default]
    After,
}

/// A place for the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// Bytes from the start of the text, always between two graphemes.
    pub index: usize,
    /// The character it is drawn beside.
    pub affinity: Affinity,
}

impl Place {
    /// Drawn beside the character before it.
    #[must_use]
    pub const fn before(index: usize) -> Self {
        Self { index, affinity: Affinity::Before }
    }

    /// Drawn beside the character after it.
    #[must_use]
    pub const fn after(index: usize) -> Self {
        Self { index, affinity: Affinity::After }
    }
}

/// Where an arrow key points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the left of the screen.
    Left,
    /// To its right.
    Right,
}

/// Where a caret is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Caret {
    /// Points from the left.
    pub x: f32,
    /// The upper edge of its row.
    pub top: f32,
    /// The lower edge of its row.
    pub bottom: f32,
}
