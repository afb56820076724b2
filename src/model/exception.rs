//! Exceptions from the rules of segmentation, as a person made them: join here
//! always, split here always.
//!
//! Plain data, to stand in a project or in the settings, to be listed, edited and
//! removed. `text::segment::exceptions` offers them and carries them out.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Lang;

/// What is wished at the places of an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// No segment ends there.
    Join,
    /// A segment ends there.
    Split,
}

/// What must stand behind a place and the white space there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Follower {
    /// Anything.
    #[default]
    Anything,
    /// A capital letter, also behind a quotation mark or bracket.
    Capital,
    /// This text, as a whole word where it ends in a letter or figure.
    Text(String),
}

/// Where the text of a language is joined or split, whatever the rules say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The language, by its primary tag.
    pub lang: Lang,
    /// Join or split.
    pub wish: Wish,
    /// What stands right before the place, its stop included (`Sté.`, `:`), as a whole word
    /// where it begins with a letter or figure.
    pub before: String,
    /// What stands behind it.
    #[serde(default)]
    pub follower: Follower,
}

/// For people: `fr: no segment ends after "Sté."`.
impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wish = match self.wish {
            Wish::Join => "no segment ends",
            Wish::Split => "a segment ends",
        };
        write!(f, "{}: {wish} after \"{}\"", self.lang, self.before)?;
        match &self.follower {
            Follower::Anything => Ok(()),
            Follower::Capital => f.write_str(" before a capital letter"),
            Follower::Text(text) => write!(f, " before \"{text}\""),
        }
    }
}

/// A list of exceptions. Where two fit one place, the later one holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Exceptions(Vec<Exception>);

impl Exceptions {
    /// The exceptions in the order in which they were added.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Exception> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an exception as the last one. One for the same places, whatever it wished, goes,
    /// and is returned.
    pub fn add(&mut self, exception: Exception) -> Option<Exception> {
        let same = |old: &Exception| {
            old.lang.same_base(&exception.lang)
                && old.before == exception.before
                && old.follower == exception.follower
        };
        let replaced = self.0.iter().position(same).map(|place| self.0.remove(place));
        self.0.push(exception);
        replaced
    }

    /// Removes an exception; whether it was there.
    pub fn remove(&mut self, exception: &Exception) -> bool {
        let place = self.0.iter().position(|old| old == exception);
        place.is_some_and(|place| {
            self.0.remove(place);
            true
        })
    }

    /// These, and after them the others, which hold where both fit: a person's own rules and
    /// then a project's.
    #[must_use]
    pub fn with(&self, others: &Self) -> Self {
        let mut all = self.clone();
        for exception in &others.0 {
            all.add(exception.clone());
        }
        all
    }
}

impl FromIterator<Exception> for Exceptions {
    fn from_iter<I: IntoIterator<Item = Exception>>(exceptions: I) -> Self {
        let mut all = Self::default();
        for exception in exceptions {
            all.add(exception);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exception(wish: Wish, before: &str, follower: Follower) -> Exception {
        let lang = "fr".parse().expect("fr");
        Exception { lang, wish, before: before.to_owned(), follower }
    }

    #[test]
    fn an_exception_reads_as_a_sentence() {
        let of = |wish, follower| exception(wish, "Sté.", follower).to_string();
        assert_eq!(of(Wish::Join, Follower::Anything), "fr: no segment ends after \"Sté.\"");
        let capital = "fr: a segment ends after \"Sté.\" before a capital letter";
        assert_eq!(of(Wish::Split, Follower::Capital), capital);
        let text = Follower::Text("Or".to_owned());
        assert_eq!(of(Wish::Join, text), "fr: no segment ends after \"Sté.\" before \"Or\"");
    }

    #[test]
    fn the_contrary_of_an_exception_takes_its_place() {
        let join = exception(Wish::Join, "Sté.", Follower::Anything);
        let split = exception(Wish::Split, "Sté.", Follower::Anything);
        let other = exception(Wish::Join, "Sté.", Follower::Capital);
        let mut all: Exceptions = [join.clone(), other.clone()].into_iter().collect();
        assert_eq!(all.add(split.clone()), Some(join.clone()));
        assert_eq!(all.iter().collect::<Vec<_>>(), [&other, &split]);
        assert!(!all.remove(&join) && all.remove(&other));
        let both = all.with(&[join.clone()].into_iter().collect());
        assert_eq!(both.iter().collect::<Vec<_>>(), [&join]);
    }

    #[test]
    fn exceptions_are_written_as_a_list() {
        let join = exception(Wish::Join, "Sté.", Follower::Capital);
        let all: Exceptions = [join].into_iter().collect();
        let json = serde_json::to_string(&all).expect("written");
        let expected = r#"[{"lang":"fr","wish":"Join","before":"Sté.","follower":"Capital"}]"#;
        assert_eq!(json, expected);
        assert_eq!(serde_json::from_str::<Exceptions>(&json).expect("read"), all);
    }
}
