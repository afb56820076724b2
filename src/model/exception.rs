//! Exceptions from the rules of segmentation, as a person made them: join here
//! always, split here always.
//!
//! Plain data, to stand in a project or in the settings, to be listed, edited and
//! removed. `text::segment::exceptions` offers them and carries them out.

use std::fmt;
use std::str::FromStr;

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
            Wish::Join => Self::JOIN,
            Wish::Split => Self::SPLIT,
        };
        write!(f, "{}: {wish}\"{}\"", self.lang, self.before)?;
        match &self.follower {
            Follower::Anything => Ok(()),
            Follower::Capital => f.write_str(Self::CAPITAL),
            Follower::Text(text) => write!(f, "{}\"{text}\"", Self::BEFORE),
        }
    }
}

/// A text that is no exception, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExceptionError {
    /// It does not begin with a language.
    #[error("begin with the language and a colon, such as \"fr: \"")]
    Language,
    /// It does not say what is wished.
    #[error("after the language write \"no segment ends after\" or \"a segment ends after\"")]
    Wish,
    /// What stands before the place is not in quotation marks, or empty.
    #[error("write what stands before the place between quotation marks: after \"Sté.\"")]
    Before,
    /// What stands behind it is neither left out, a capital nor a text.
    #[error("behind it nothing may stand, before a capital letter, or before \"a word\"")]
    Follower,
}

impl Exception {
    const JOIN: &str = "no segment ends after ";
    const SPLIT: &str = "a segment ends after ";
    const CAPITAL: &str = " before a capital letter";
    const BEFORE: &str = " before ";
}

/// Reads what [`Exception`]'s `Display` writes; spaces at the ends do not matter.
impl FromStr for Exception {
    type Err = ExceptionError;

    fn from_str(text: &str) -> Result<Self, ExceptionError> {
        use ExceptionError as E;
        let (lang, rest) = text.trim().split_once(':').ok_or(E::Language)?;
        let lang: Lang = lang.trim().parse().map_err(|_| E::Language)?;
        let rest = rest.trim_start();
        let join = rest.strip_prefix(Self::JOIN).map(|rest| (Wish::Join, rest));
        let split = || rest.strip_prefix(Self::SPLIT).map(|rest| (Wish::Split, rest));
        let (wish, rest) = join.or_else(split).ok_or(E::Wish)?;
        let rest = rest.trim_start().strip_prefix('"').ok_or(E::Before)?;
        let (before, follower) = match rest.strip_suffix(Self::CAPITAL) {
            Some(before) => (before, Follower::Capital),
            None => with_text(rest)?,
        };
        let before = before.strip_suffix('"').ok_or(E::Before)?;
        if before.trim().is_empty() || before.trim() != before {
            return Err(E::Before);
        }
        Ok(Self { lang, wish, before: before.to_owned(), follower })
    }
}

/// Parts what stands before a place from the text that is to follow.
fn with_text(rest: &str) -> Result<(&str, Follower), ExceptionError> {
    let parting = format!("\"{}\"", Exception::BEFORE);
    if let Some((before, text)) = rest.split_once(parting.as_str()) {
        let text = text.strip_suffix('"').filter(|text| !text.trim().is_empty());
        let text = text.ok_or(ExceptionError::Follower)?;
        let before = rest.get(..=before.len()).ok_or(ExceptionError::Before)?;
        return Ok((before, Follower::Text(text.to_owned())));
    }
    let open = rest.split_once('"').is_some_and(|(_, behind)| !behind.is_empty());
    if open && !rest.ends_with('"') {
        return Err(ExceptionError::Follower);
    }
    Ok((rest, Follower::Anything))
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

    /// Puts another exception in the place of one; whether that was there. Another one for the
    /// same places goes.
    pub fn replace(&mut self, old: &Exception, new: Exception) -> bool {
        let Some(place) = self.0.iter().position(|known| known == old) else { return false };
        self.0.remove(place);
        self.add(new);
        if let Some(last) = self.0.pop() {
            self.0.insert(place.min(self.0.len()), last);
        }
        true
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
    fn an_exception_is_read_as_it_is_told() {
        let followers = [
            Follower::Anything,
            Follower::Capital,
            Follower::Text("Or".to_owned()),
            Follower::Text("« Or".to_owned()),
        ];
        for follower in followers {
            for (wish, before) in
                [(Wish::Join, "Sté."), (Wish::Split, "\"Oui.\""), (Wish::Join, ":")]
            {
                let told = exception(wish, before, follower.clone());
                assert_eq!(told.to_string().parse(), Ok(told.clone()), "{told}");
            }
        }
        let check = |text: &str, expected| {
            assert_eq!(text.parse::<Exception>(), Err(expected), "{text}");
        };
        check("", ExceptionError::Language);
        check("no segment ends after \"Sté.\"", ExceptionError::Language);
        check("français du nord: no segment ends after \"Sté.\"", ExceptionError::Language);
        check("fr: end after \"Sté.\"", ExceptionError::Wish);
        check("fr: no segment ends after Sté.", ExceptionError::Before);
        check("fr: no segment ends after \"Sté.", ExceptionError::Before);
        check("fr: no segment ends after \" \"", ExceptionError::Before);
        check("fr: no segment ends after \"Sté.\" before", ExceptionError::Follower);
        check("fr: no segment ends after \"Sté.\" before \"\"", ExceptionError::Follower);
        check("fr: no segment ends after \"Sté.\" before a letter", ExceptionError::Follower);
    }

    #[test]
    fn an_edited_exception_keeps_its_place() {
        let first = exception(Wish::Join, "Sté.", Follower::Anything);
        let second = exception(Wish::Join, "Ets.", Follower::Anything);
        let edited = exception(Wish::Join, "Sté.", Follower::Capital);
        let mut all: Exceptions = [first.clone(), second.clone()].into_iter().collect();
        assert!(all.replace(&first, edited.clone()));
        assert_eq!(all.iter().collect::<Vec<_>>(), [&edited, &second]);
        assert!(all.replace(&edited, second.clone()));
        assert_eq!(all.iter().collect::<Vec<_>>(), [&second]);
        assert!(!all.replace(&first, edited));
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
