//! Filters: which rows are shown, by their words and by what is known of them.
//!
//! A row is shown when it holds the text and, of every facet in which something is
//! chosen, has one of the chosen values ([`facet`]). Beside each value stands the number
//! of rows that it would show with everything else as it is ([`sieve`]). The texts are
//! folded once for each state of the release ([`texts`]), so that a key costs a search
//! and not a folding.
//!
//! What a filter hides is decided when it is set or refreshed: a row that is edited
//! afterwards stays until then, and rows that come up new are shown.

pub mod facet;
mod facts;
pub mod sieve;
mod texts;

pub use facet::{Facet, Value};
pub use sieve::{Found, Sieve};

use std::collections::{BTreeMap, BTreeSet};

/// What is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that stand in the source or the target, or an expression.
    pub text: String,
    /// Whether the text is a regular expression.
    pub regex: bool,
    /// The chosen values; a facet without any lets everything through.
    pub chosen: BTreeMap<Facet, BTreeSet<Value>>,
}

impl Filter {
    /// Whether everything is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.chosen.values().all(BTreeSet::is_empty)
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &Value) -> bool {
        self.chosen.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(&mut self, facet: Facet, value: &Value) {
        let values = self.chosen.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.clone());
        }
    }

    /// How many values of a facet are chosen.
    #[must_use]
    pub fn count(&self, facet: Facet) -> usize {
        self.chosen.get(&facet).map_or(0, BTreeSet::len)
    }
}
