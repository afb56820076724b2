//! Changing case: lower, UPPER, Capitalised, and round again.
//!
//! By Unicode's mappings with what a language has of its own (`SpecialCasing.txt`, CLDR
//! transforms): Turkish and Azerbaijani pair i with İ and ı with I; Dutch capitalises `ij`
//! whole; German writes ẞ for ß (Amtliches Regelwerk 2024, § 25 E3), which has the way back
//! that `SS` lacks. Greek capitals keep their tonos here, which print drops: the next press
//! could not bring it back. Left out: which small words of a title stay small.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Lang;

/// A text in the case that comes after its own. A mixed one becomes lower; one that no
/// case changes stays.
#[must_use]
pub fn cycled(text: &str, lang: &Lang) -> String {
    let cases = [lower(text, lang), upper(text, lang), capitalised(text, lang)];
    let Some(own) = cases.iter().position(|case| case == text) else {
        let [lower, ..] = cases;
        return lower;
    };
    let following = (1..cases.len()).filter_map(|step| cases.get((own + step) % cases.len()));
    following.into_iter().find(|case| *case != text).map_or_else(|| text.to_owned(), Clone::clone)
}

fn has_dotless_i(lang: &Lang) -> bool {
    matches!(lang.base(), "tr" | "az")
}

fn lower(text: &str, lang: &Lang) -> String {
    if has_dotless_i(lang) {
        text.replace('İ', "i").replace('I', "ı").to_lowercase()
    } else {
        text.to_lowercase()
    }
}

fn upper(text: &str, lang: &Lang) -> String {
    let text = match lang.base() {
        "tr" | "az" => text.replace('i', "İ"),
        "de" => text.replace('ß', "ẞ"),
        _ => return text.to_uppercase(),
    };
    text.to_uppercase()
}

/// A text whose words begin with a capital and go on small.
#[must_use]
pub fn capitalised(text: &str, lang: &Lang) -> String {
    text.split_word_bounds().map(|word| capitalised_word(&lower(word, lang), lang)).collect()
}

/// A text that begins with a capital and goes on as it is.
#[must_use]
pub fn begun(text: &str, lang: &Lang) -> String {
    capitalised_word(text, lang)
}

fn capitalised_word(word: &str, lang: &Lang) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    if lang.base() == "nl"
        && let Some(rest) = word.strip_prefix("ij")
    {
        return format!("IJ{rest}");
    }
    let capital = match first {
        'ǆ' => "ǅ".to_owned(),
        'ǉ' => "ǈ".to_owned(),
        'ǌ' => "ǋ".to_owned(),
        'ǳ' => "ǲ".to_owned(),
        // Georgian has capitals for whole words only.
        'ა'..='ჿ' => first.to_string(),
        _ => upper(&first.to_string(), lang),
    };
    capital + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = include_str!("../../tests/data/case/cases.txt");

    #[test]
    fn each_press_does_what_the_file_says() {
        for line in CASES.lines().filter(|line| !line.starts_with('#')) {
            let mut texts = line.split(" | ");
            let lang: Lang = texts.next().expect("a language").parse().expect(line);
            let texts: Vec<&str> = texts.collect();
            for pair in texts.windows(2) {
                assert_eq!(cycled(pair[0], &lang), pair[1], "{line}");
            }
            assert!(texts.len() > 1, "{line}");
        }
    }
}
