//! The languages that the window speaks, and which one a person wants.

use std::sync::{LazyLock, PoisonError, RwLock};

use super::Catalogue;

/// The files that come with the program, by tag; English first, which the others fall back on.
const SHIPPED: [(&str, &str); 2] = [
    ("en", include_str!("../../assets/texts/en.ftl")),
    ("fr", include_str!("../../assets/texts/fr.ftl")),
];

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| {
    let (tag, source) = SHIPPED[0];
    Catalogue::read(tag, source, None)
});

static OTHERS: LazyLock<RwLock<Vec<Language>>> = LazyLock::new(|| {
    let shipped = SHIPPED.iter().skip(1);
    RwLock::new(shipped.map(|(tag, source)| Language::read(tag, source)).collect())
});

/// A language that the window speaks.
#[derive(Debug, Clone, Copy)]
pub struct Language(pub(super) &'static Catalogue);

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Language {}

impl Language {
    fn read(tag: &str, source: &str) -> Self {
        Self(Box::leak(Box::new(Catalogue::read(tag, source, Some(english())))))
    }

    /// The tag of BCP 47: `fr`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.0.tag()
    }

    /// A text without values by its id.
    #[must_use]
    pub fn text(self, id: &str) -> Option<&'static str> {
        self.0.text(id)
    }

    /// The language's name in itself: "français".
    #[must_use]
    pub fn own_name(self) -> &'static str {
        self.0.text("language-itself").unwrap_or(self.tag())
    }
}

/// English.
pub(super) fn english() -> &'static Catalogue {
    &ENGLISH
}

/// The languages there are: English, what else comes with the program, and what was added.
#[must_use]
pub fn languages() -> Vec<Language> {
    let others = OTHERS.read().unwrap_or_else(PoisonError::into_inner);
    std::iter::once(Language(english())).chain(others.iter().copied()).collect()
}

/// Adds a language, or takes its texts in place of those it had.
pub fn add(tag: &str, source: &str) -> Language {
    let language = Language::read(tag, source);
    let mut others = OTHERS.write().unwrap_or_else(PoisonError::into_inner);
    others.retain(|other| *other != language);
    others.push(language);
    language
}

/// The language that somebody chose, else the first of the system's that there is, else
/// English. Tags may have a region (`fr-CA`, `fr_CA.UTF-8`), which is passed over where there
/// is no such language.
#[must_use]
pub fn chosen(choice: Option<&str>, system: &[String]) -> Language {
    let mut wanted = choice.into_iter().chain(system.iter().map(String::as_str));
    let known = languages();
    wanted.find_map(|tag| found(&known, tag)).unwrap_or(Language(english()))
}

fn found(known: &[Language], tag: &str) -> Option<Language> {
    let tag = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let primary = tag.split('-').next().unwrap_or_default();
    let is = |wanted: &str| {
        known.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(wanted))
    };
    is(&tag).or_else(|| is(primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_goes_before_the_system_and_english_is_last() {
        let cases: [(Option<&str>, &[&str], &str); 8] = [
            (None, &[], "en"),
            (None, &["fr_CA.UTF-8"], "fr"),
            (None, &["FR"], "fr"),
            (None, &["tlh", "fr-FR", "en"], "fr"),
            (None, &["C", "POSIX"], "en"),
            (Some("en"), &["fr"], "en"),
            (Some("fr"), &["en-GB"], "fr"),
            (Some("tlh"), &["fr"], "fr"),
        ];
        for (choice, system, expected) in cases {
            let system: Vec<String> = system.iter().map(|&tag| tag.to_owned()).collect();
            assert_eq!(chosen(choice, &system).tag(), expected, "{choice:?} {system:?}");
        }
    }
}
