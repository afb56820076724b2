//! The facets by which rows are told apart, and their values.

use std::borrow::Cow;

use crate::model::View;
use crate::texts::t;

/// A property of rows; each row has one value of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// How far the target is.
    State,
    /// The match percentage: of the match taken, or of the best on offer where it is known.
    Band,
    /// How sure the link is.
    Link,
    /// How many sentences stand against how many.
    Pattern,
    /// Where the target came from.
    Origin,
    /// What its block is.
    Role,
    /// Whether its source stands in the release more than once.
    Repetition,
    /// Who changed the target last.
    Author,
    /// On which day, in UTC.
    Date,
    /// How long ago it was changed.
    Changed,
    /// Whether it is locked.
    Lock,
    /// Whether there are comments.
    Comments,
    /// What there is to check in it.
    Findings,
}

/// A value as it is shown: its place in the list, then its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value {
    /// Where it stands in the list.
    pub order: u32,
    /// Its name.
    pub name: Cow<'static, str>,
}

impl Value {
    /// A value at a place in the list.
    #[must_use]
    pub fn new(order: u32, name: impl Into<Cow<'static, str>>) -> Self {
        Self { order, name: name.into() }
    }
}

impl Facet {
    /// All facets, in the order of the bar.
    pub const ALL: [Self; 13] = [
        Self::State,
        Self::Band,
        Self::Link,
        Self::Pattern,
        Self::Origin,
        Self::Role,
        Self::Repetition,
        Self::Author,
        Self::Date,
        Self::Changed,
        Self::Lock,
        Self::Comments,
        Self::Findings,
    ];

    /// The facet's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::State => t!("state"),
            Self::Band => t!("facet-match"),
            Self::Link => t!("link"),
            Self::Pattern => t!("facet-pattern"),
            Self::Origin => t!("facet-origin"),
            Self::Role => t!("facet-role"),
            Self::Repetition => t!("facet-repeated"),
            Self::Author => t!("facet-author"),
            Self::Date => t!("date"),
            Self::Changed => t!("facet-changed"),
            Self::Lock => t!("facet-locked"),
            Self::Comments => t!("facet-comments"),
            Self::Findings => t!("facet-findings"),
        }
    }

    /// Whether a view offers it.
    #[must_use]
    pub const fn fits(self, view: View) -> bool {
        match self {
            Self::Link | Self::Pattern => matches!(view, View::Align),
            Self::Band | Self::Origin | Self::Findings => matches!(view, View::Translate),
            _ => true,
        }
    }
}
