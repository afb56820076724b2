//! Two documents made ready for alignment: terms, lengths, layout, borders.

use super::bag::Bags;
use super::border::Borders;
use super::progress::Progress;
use super::structure::Layout;
use super::{Side, length};
use crate::model::Cancelled;

/// One side.
#[derive(Debug)]
pub(super) struct Prepared {
    /// Its sentences as terms.
    pub(super) bags: Bags,
    /// Their lengths in characters without white space.
    pub(super) lengths: Vec<f64>,
    /// Block starts and roles.
    pub(super) layout: Layout,
    /// Borders between sentences.
    pub(super) borders: Borders,
}

impl Prepared {
    pub(super) fn of(side: &Side, progress: &Progress) -> Result<Self, Cancelled> {
        let texts = || side.sentences.iter().map(|sentence| sentence.text);
        let bags = Bags::watched(texts(), side.lang, progress)?;
        let blocks = side.sentences.iter().map(|s| (s.block, s.role));
        Ok(Self {
            layout: Layout::of(blocks, &bags.endings),
            bags,
            lengths: texts().map(length::of).collect(),
            borders: Borders::of(texts()),
        })
    }
}
