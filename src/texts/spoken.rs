//! The names of the model's nouns in the language that is spoken: languages, roles, states.
//!
//! The model has its names in English, as they stand in files; the message of a name is made
//! of its kind and that name (`role-list-item`). A name without a message stays as it is.

use std::fmt::Write as _;

use crate::model::{Lang, ReleaseStatus, Role, UnitStatus};

use super::text_of;

/// Something that has a name for people.
pub trait Spoken {
    /// The name.
    type Text;

    /// The name in the language that this thread speaks.
    fn spoken(self) -> Self::Text;
}

impl<'a> Spoken for &'a Lang {
    type Text = &'a str;

    fn spoken(self) -> &'a str {
        named("language", self.base()).unwrap_or_else(|| self.english_name())
    }
}

impl Spoken for Role {
    type Text = &'static str;

    fn spoken(self) -> &'static str {
        said("role", self.name())
    }
}

impl Spoken for ReleaseStatus {
    type Text = &'static str;

    fn spoken(self) -> &'static str {
        said("release", self.name())
    }
}

impl Spoken for UnitStatus {
    type Text = &'static str;

    fn spoken(self) -> &'static str {
        said("unit", self.name())
    }
}

/// The message of a kind of things for an English name; the name where there is none.
#[must_use]
pub fn said<'a>(kind: &str, english: &'a str) -> &'a str {
    named(kind, english).unwrap_or(english)
}

/// The message `kind-name`, the name in small letters with hyphens for what is no letter.
fn named(kind: &str, english: &str) -> Option<&'static str> {
    text_of(&id_of(kind, english))
}

/// The id of a message for an English name.
#[must_use]
pub fn id_of(kind: &str, english: &str) -> String {
    let mut id = kind.to_owned();
    for word in english.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !word.is_empty() {
            let _ = write!(id, "-{}", word.to_ascii_lowercase());
        }
    }
    id
}
