//! Links of the Align view: what stands in the hinge between two texts.
//!
//! A bracket beside each sentence, a curve from its middle to the number in the
//! middle of the hinge; a sentence without partner has a line that passes the number
//! and ends in a bar. Pattern, number and colour change together, so a link is read
//! in grey print too. Where things stand is worked out in [`geometry`], apart from
//! painting them in [`paint`].

pub mod geometry;
pub mod paint;

pub use geometry::{Geometry, Handle, Link, Side};
pub use paint::{legend, paint};

use egui::Color32;

use super::theme::Tokens;

use crate::texts;

/// From which confidence on a guess is sure and from which it is likely, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// From here on no look is needed.
    pub sure: u8,
    /// Below here the link is doubtful at first sight.
    pub likely: u8,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { sure: 90, likely: 60 }
    }
}

/// How firm a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Firmness {
    /// Accepted by a person: a whole line.
    Accepted,
    /// A sure guess: long dashes.
    Sure,
    /// A likely guess: short dashes.
    Likely,
    /// A doubtful guess: dots.
    Doubtful,
}

impl Firmness {
    /// The firmness of a guess.
    #[must_use]
    pub fn of(confidence: f32, thresholds: Thresholds) -> Self {
        match hundredths(confidence) {
            value if value >= thresholds.sure => Self::Sure,
            value if value >= thresholds.likely => Self::Likely,
            _ => Self::Doubtful,
        }
    }

    /// The colour of the line.
    #[must_use]
    pub const fn line(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Accepted | Self::Sure => tokens.green,
            Self::Likely => tokens.shape,
            Self::Doubtful => tokens.amber,
        }
    }

    /// The colour of the number.
    #[must_use]
    pub const fn ink(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Accepted | Self::Sure => tokens.green,
            Self::Likely => tokens.ink2,
            Self::Doubtful => tokens.amber,
        }
    }
}

/// A confidence (0 to 1) in hundredths, never rounded up: 0.899 is 89.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=100 before"
)]
pub fn hundredths(confidence: f32) -> u8 {
    // 0.9_f32 is a hair below nine tenths.
    (confidence * 100.0 + 0.000_5).floor().clamp(0.0, 100.0) as u8
}

/// A confidence as it is written, always with two decimals: "0.42",
/// with the mark of the window's language.
#[must_use]
pub fn written(confidence: f32) -> String {
    let value = hundredths(confidence);
    format!("{}{}{:02}", value / 100, texts::current().marks().decimal, value % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_its_pattern_agree() {
        for (confidence, text, firmness) in [
            (1.0, "1.00", Firmness::Sure),
            (0.9, "0.90", Firmness::Sure),
            (0.899, "0.89", Firmness::Likely),
            (0.6, "0.60", Firmness::Likely),
            (0.599_9, "0.59", Firmness::Doubtful),
            (0.07, "0.07", Firmness::Doubtful),
            (-1.0, "0.00", Firmness::Doubtful),
            (f32::NAN, "0.00", Firmness::Doubtful),
        ] {
            assert_eq!(written(confidence), text);
            assert_eq!(Firmness::of(confidence, Thresholds::default()), firmness, "{confidence}");
        }
    }
}
