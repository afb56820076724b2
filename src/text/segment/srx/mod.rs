//! Segmentation by rules in the form of SRX 2.0 (LISA OSCAR, 2008).
//!
//! A rule says of a place that the text breaks there, or that it does not: its
//! `beforebreak` must match text that ends at the place, its `afterbreak` text that
//! begins there. The first rule of a language that matches at a place decides; where
//! none does, the text goes on. A language's rules are those of the first language
//! map whose pattern matches its tag, or, in a cascade, those of all such maps in
//! their order.
//!
//! ```
//! use diptych::text::segment::srx::{Group, LanguageMap, Rule, RuleSet};
//! let rules = vec![Rule::new("Dr\\.", "\\s", false)?, Rule::new("\\.", "\\s", true)?];
//! let group = Group { name: "all".to_owned(), rules };
//! let map = LanguageMap::new(".*", "all")?;
//! let set = RuleSet { cascade: true, groups: vec![group], maps: vec![map] };
//! let rules = set.rules(&"en".parse()?);
//! assert_eq!(rules.segments("Dr. Moal came. He left.").len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Every place is looked at through a window ([`LONGEST_BEFORE`][pattern], of 512 bytes
//! before and behind it), so that the time is linear whatever the text. The reader of
//! rule files is `formats::srx`. Left out: formats' codes inside segments
//! (`formathandle`) and text in them (`segmentsubflows`), which texts here do not have.

mod dialect;
mod pattern;
mod relax;
mod run;

use std::collections::HashMap;
use std::sync::Arc;

use pattern::Pattern;

use super::Piece;
use crate::model::Lang;

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct PatternError(String);

impl PatternError {
    fn new(cause: impl Into<String>) -> Self {
        Self(cause.into())
    }
}

/// A rule: what stands before a place and behind it, and whether the text breaks there.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Whether the text breaks at the place.
    pub breaks: bool,
    /// `None` matches anything.
    before: Option<Arc<Pattern>>,
    after: Option<Arc<Pattern>>,
}

impl Rule {
    /// A rule of two patterns (ICU or Java regular expressions); an empty one matches anything.
    ///
    /// # Errors
    /// A pattern cannot be used, or the rule would break everywhere.
    pub fn new(before: &str, after: &str, breaks: bool) -> Result<Self, PatternError> {
        Patterns::default().rule(before, after, breaks)
    }
}

/// Compiled patterns, each made once: rules share most of theirs.
#[derive(Debug, Default)]
pub struct Patterns {
    made: HashMap<String, Result<Arc<Pattern>, PatternError>>,
}

impl Patterns {
    /// A rule, as [`Rule::new`].
    ///
    /// # Errors
    /// A pattern cannot be used, or the rule would break everywhere.
    pub fn rule(&mut self, before: &str, after: &str, breaks: bool) -> Result<Rule, PatternError> {
        let rule = Rule { breaks, before: self.get(before)?, after: self.get(after)? };
        if breaks && rule.before.is_none() && rule.after.is_none() {
            return Err(PatternError::new("it would break everywhere"));
        }
        Ok(rule)
    }

    fn get(&mut self, written: &str) -> Result<Option<Arc<Pattern>>, PatternError> {
        if written.is_empty() {
            return Ok(None);
        }
        if let Some(made) = self.made.get(written) {
            return made.clone().map(Some);
        }
        let made = Pattern::new(written).map(Arc::new);
        self.made.insert(written.to_owned(), made.clone());
        made.map(Some)
    }
}

/// The rules of a name (`languagerule`), in order.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// The first that matches decides.
    pub rules: Vec<Rule>,
}

/// Which languages a group of rules is for.
#[derive(Debug, Clone)]
pub struct LanguageMap {
    pattern: regex::Regex,
    /// The name of the group.
    pub group: String,
}

impl LanguageMap {
    /// A map from a pattern of language tags, which must match the whole tag, whatever its
    /// case; `_` is as `-`.
    ///
    /// # Errors
    /// The pattern cannot be used.
    pub fn new(pattern: &str, group: &str) -> Result<Self, PatternError> {
        let pattern = dialect::translate(&pattern.replace('_', "-"))?;
        let pattern = regex::Regex::new(&format!("(?i)^(?:{pattern})$"))
            .map_err(|_| PatternError::new("it is no pattern of language tags"))?;
        Ok(Self { pattern, group: group.to_owned() })
    }

    fn fits(&self, tag: &str) -> bool {
        self.pattern.is_match(tag)
    }
}

/// A file of rules.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    /// Whether the rules of all maps that fit a language hold, or of the first only.
    pub cascade: bool,
    /// The rules by name.
    pub groups: Vec<Group>,
    /// In the order of the file.
    pub maps: Vec<LanguageMap>,
}

impl RuleSet {
    /// The rules of a language, those for its primary language where there are none for its
    /// tag.
    #[must_use]
    pub fn rules(&self, lang: &Lang) -> Rules<'_> {
        let mut fitting = self.fitting(lang.as_str());
        if fitting.is_empty() {
            fitting = self.fitting(lang.base());
        }
        let wanted = if self.cascade { fitting.len() } else { 1 };
        let groups = fitting.iter().take(wanted).filter_map(|name| self.group(name));
        Rules { rules: groups.flat_map(|group| &group.rules).collect() }
    }

    fn fitting(&self, tag: &str) -> Vec<&str> {
        let fitting = self.maps.iter().filter(|map| map.fits(tag));
        fitting.map(|map| map.group.as_str()).collect()
    }

    fn group(&self, name: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.name == name)
    }
}

/// The rules of a language, the first of which that matches decides.
#[derive(Debug, Clone)]
pub struct Rules<'a> {
    rules: Vec<&'a Rule>,
}

impl Rules<'_> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there are none, so that no text breaks.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The segments of a text in order; they and the white space after them are the whole
    /// text, as those of [`super::segments`].
    #[must_use]
    pub fn segments(&self, text: &str) -> Vec<Piece> {
        run::segments(text, &self.rules)
    }
}

#[cfg(test)]
mod tests;
