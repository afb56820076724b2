//! Phrases that tell what a block is: data under `assets/release/`, of all
//! languages together, since a page's frame is often in another one than its text.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::{fold, script};

/// A list of phrases.
pub(super) struct Phrases {
    /// The whole block, marks aside.
    whole: HashSet<&'static str>,
    /// The block begins with it.
    first: Vec<&'static str>,
    /// The block has it.
    anywhere: Vec<&'static str>,
}

impl Phrases {
    fn read(list: &'static str) -> Self {
        let mut phrases = Self { whole: HashSet::new(), first: Vec::new(), anywhere: Vec::new() };
        for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            if let Some(whole) = line.strip_prefix('=') {
                phrases.whole.insert(whole);
            } else if let Some(part) = line.strip_prefix('~') {
                phrases.anywhere.push(part);
            } else {
                phrases.first.push(line);
            }
        }
        phrases
    }

    /// Whether a phrase of the list is in a folded text as its mark says.
    pub(super) fn fit(&self, folded: &str) -> bool {
        self.whole.contains(bare(folded))
            || self.first.iter().any(|phrase| begins(folded, phrase))
            || self.anywhere.iter().any(|phrase| folded.contains(phrase))
    }

    /// Whether a phrase of the list, however marked, is the whole of a folded text.
    pub(super) fn are(&self, folded: &str) -> bool {
        let folded = bare(folded);
        self.whole.contains(folded) || self.first.contains(&folded)
    }

    /// The text after the phrase it begins with.
    pub(super) fn after<'a>(&self, folded: &'a str) -> Option<&'a str> {
        let found = self.first.iter().filter(|phrase| begins(folded, phrase));
        let longest = found.max_by_key(|phrase| phrase.len())?;
        folded.strip_prefix(longest)
    }
}

/// Whether a folded line heads a passage about the house.
///
/// Japanese writes `X について` both for "about X" and for "on X": it is the former where X is a
/// name in Latin letters or katakana, or one of the list's own words for the house.
pub(super) fn is_about(folded: &str) -> bool {
    let named = bare(folded).strip_suffix("について").map(str::trim).is_some_and(|subject| {
        let letter = |c: char| {
            script::of(c) == script::Script::Latin || matches!(c, '\u{30A0}'..='\u{30FF}')
        };
        subject.chars().any(letter) && subject.chars().all(|c| letter(c) || !c.is_alphabetic())
    });
    named || ABOUT.fit(folded)
}

/// Whether a text begins with a phrase, at a word's end.
fn begins(folded: &str, phrase: &str) -> bool {
    folded.strip_prefix(phrase).is_some_and(|rest| {
        let inside = |c: char| c.is_alphanumeric() && !script::is_cjk(c);
        let last_in_word = phrase.chars().next_back().is_some_and(inside);
        !(last_in_word && rest.chars().next().is_some_and(inside))
    })
}

/// A text without the marks after it.
fn bare(folded: &str) -> &str {
    folded.trim_end_matches([':', '：', '.', '!', ' ', '»', '>', '|'])
}

/// A text as phrases are compared: small letters, plain marks, single spaces, no bullet.
pub(super) fn folded(text: &str) -> String {
    let small = fold::case(text);
    let plain = fold::typography(&small);
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_start_matches(['•', '·', '▪', '►', '»', '>', '|', ' ']).to_owned()
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* pub(super) static $name: LazyLock<Phrases> = LazyLock::new(|| {
            Phrases::read(include_str!(concat!("../../assets/release/", $file, ".txt")))
        });)*
    };
}

lists! {
    /// Menus, share links, notices of the site.
    CHROME = "chrome";
    /// Greetings.
    SALUTATIONS = "salutations";
    /// Headings of boilerplate.
    ABOUT = "about";
    /// Headings of contacts.
    CONTACT = "contact";
    /// "Press release".
    LABELS = "labels";
    /// "Embargo", "Check against delivery".
    EMBARGO = "embargo";
    /// "The Minister made the following statement".
    LEAD_INS = "lead-ins";
    /// "Contents".
    CONTENTS = "contents";
    /// Marks of a question.
    QUESTIONS = "questions";
    /// Marks of an answer.
    ANSWERS = "answers";
    /// "No."
    NUMBER_LABELS = "number-labels";
    /// `###`.
    END_MARKS = "end-marks";
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* pub(super) static $name: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
            let list = include_str!(concat!("../../assets/release/", $file, ".txt"));
            list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
        });)*
    };
}

words! {
    /// Names of languages.
    LANGUAGES = "languages";
    /// Words beside a date.
    DATE_WORDS = "date-words";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_fits_as_it_is_marked() {
        let phrases = Phrases::read("# a comment\nback to\n=photos\n~all rights reserved\n返回");
        for text in ["back to: news", "back to", "photos:", "2020, all rights reserved", "返回首页"]
        {
            assert!(phrases.fit(text), "{text}");
        }
        for text in ["back together", "photos of the day", "right"] {
            assert!(!phrases.fit(text), "{text}");
        }
        assert_eq!(phrases.after("back to the news"), Some(" the news"));
    }
}
