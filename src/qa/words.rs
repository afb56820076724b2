//! Small words and parts that stand for values: data, and foldings.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::reading::SideText;
use crate::text::fold;
use crate::text::script;
use crate::text::value::Value;

/// Words that count without being numbers: language, value, forms.
const COUNTS: &str = include_str!("../../assets/qa/counts.txt");

/// Language and value, and the forms.
static COUNTING: LazyLock<HashMap<(&str, &str), Vec<&str>>> = LazyLock::new(|| {
    let mut all: HashMap<(&str, &str), Vec<&str>> = HashMap::new();
    for line in COUNTS.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split_whitespace();
        let (Some(lang), Some(value)) = (parts.next(), parts.next()) else { continue };
        all.entry((lang, value)).or_default().extend(parts);
    }
    all
});

/// Whether a text has a word that stands for a value.
pub(super) fn counts(value: &Value, text: &SideText<'_>) -> bool {
    let key = (text.lang.base(), value.key.as_str());
    let lower = fold::case(text.text);
    COUNTING
        .get(&key)
        .is_some_and(|forms| forms.iter().any(|form| !places(&lower, form).is_empty()))
}

/// Where a form of our tables stands in a text of small letters, in bytes.
///
/// Two words of a form are joined by `_`; a `*` at its end stands for any ending. A form of
/// a script without spaces stands anywhere, others where no longer word holds them.
pub(super) fn places(text: &str, form: &str) -> Vec<Range<usize>> {
    let (form, open) = form.strip_suffix('*').map_or((form, false), |stem| (stem, true));
    let form = form.replace('_', " ");
    let fits =
        |at: usize| if open { begins(text, at, &form) } else { stands_alone(text, at, &form) };
    text.match_indices(&form)
        .filter(|(at, _)| fits(*at))
        .map(|(at, _)| at..at + form.len())
        .collect()
}

/// Whether a letter goes on into a word from either side.
fn joins(c: char) -> bool {
    c.is_alphanumeric() && !script::is_unspaced(c)
}

/// Whether what stands at a place of a text begins a word.
fn begins(text: &str, at: usize, word: &str) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    !(word.chars().next().is_some_and(joins) && before.is_some_and(joins))
}

/// Whether what stands at a place of a text is no part of a longer word.
pub(super) fn stands_alone(text: &str, at: usize, word: &str) -> bool {
    let after = text.get(at + word.len()..).and_then(|t| t.chars().next());
    let goes_on = word.chars().next_back().is_some_and(joins) && after.is_some_and(joins);
    begins(text, at, word) && !goes_on
}

/// A digit of any script as ASCII.
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii_digit() {
        return Some(c);
    }
    let zeros = ['٠', '۰', '०', '０'];
    let value = zeros.iter().find_map(|zero| {
        (u32::from(c)).checked_sub(u32::from(*zero)).filter(|value| *value < 10)
    })?;
    char::from_digit(value, 10)
}

/// What an address is apart from its scheme and from the language it leads to.
pub(super) fn address_parts(address: &str) -> Vec<String> {
    let lower = address.to_lowercase();
    let bare = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let parts = bare.split(['/', '.', '?', '&', '=', '#', '-', '_']);
    let kept = parts.filter(|part| !part.is_empty() && !is_language(part));
    kept.filter(|part| !matches!(*part, "index" | "html" | "htm" | "php"))
        .map(str::to_owned)
        .collect()
}

/// Whether a part of an address may be a language's code.
fn is_language(part: &str) -> bool {
    part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic())
        || matches!(part, "eng" | "fra" | "deu" | "spa" | "rus" | "ara" | "zho" | "jpn")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_says_something() {
        for line in COUNTS.lines().filter(|line| !line.starts_with('#')) {
            let parts: Vec<_> = line.split_whitespace().collect();
            assert!(
                parts.len() > 2 && parts[1].parse::<f64>().is_ok() || parts[1].ends_with('%'),
                "{line}"
            );
        }
    }

    #[test]
    fn a_form_is_found_as_a_word_of_its_own() {
        for (text, form, count) in [
            ("both of them", "both", 1),
            ("a bother", "both", 0),
            ("their third, the thirds", "third*", 2),
            ("it is no more", "no_more", 1),
            ("他们两人", "两", 1),
        ] {
            assert_eq!(places(text, form).len(), count, "{text}");
        }
    }

    #[test]
    fn an_address_is_one_in_every_language() {
        let (fr, en) =
            ("https://www.example.org/fr/bridge.fr.html", "http://example.org/en/bridge");
        assert_eq!(address_parts(fr), address_parts(en));
        assert_ne!(address_parts(fr), address_parts("https://example.org/road"));
    }
}
