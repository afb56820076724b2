//! Where the caret can stand, and where it goes.
//!
//! A text is rows of **cells**, one a grapheme, from left to right as they are drawn.
//! Between cells, and at both ends of a row, are **gaps**; a caret is drawn in a gap.
//! Where writing of two directions meets, one gap belongs to two places in the text
//! and one place in the text to two gaps. So a [`Place`] says, beside its index,
//! which of the two characters it holds on to ([`Affinity`]).
//!
//! Arrow keys go through the gaps in their order on the screen: by construction they
//! never circle and reach every gap. The caret holds on to the cell it has just
//! crossed. Where a line wraps, the end of the upper row and the start of the lower
//! are one place; arrows stop at it once, in the lower row.
//!
//! The map knows nothing of fonts or windows: it is given cells and answers places.
//! Left out: vertical writing.

mod atom;
mod cells;
mod map;
mod motion;
mod patch;
mod place;

pub use cells::{Cell, Line, Row};
pub use map::Map;
pub use patch::Patch;
pub use place::{Affinity, Caret, Direction, Place, Way};
