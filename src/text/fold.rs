//! Foldings: what two texts may differ in and still be found as the same.
//!
//! Each folding gives back the text it was given where there is nothing to do.
//! Accents follow canonical decomposition (Unicode annex 15). Left out:
//! compatibility forms (full-width letters, ligatures ﬁ), which are other texts.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Lower case, character by character; a final `ς` as `σ`, the Turkish `İ` as `i`.
#[must_use]
pub fn case(text: &str) -> Cow<'_, str> {
    let folded =
        |c: char| c == 'ς' || c.is_ascii_uppercase() || (!c.is_ascii() && c.to_lowercase().ne([c]));
    if !text.chars().any(folded) {
        return Cow::Borrowed(text);
    }
    let mut lower = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ς' | 'Σ' => lower.push('σ'),
            'İ' => lower.push('i'),
            _ => lower.extend(c.to_lowercase()),
        }
    }
    Cow::Owned(lower)
}

/// Letters without their accents: `é` as `e`, `ё` as `е`, `й` as `и`, `أ` as `ا`; also
/// `ø ł đ ı` as their plain letters, `œ æ ß` as two letters. Kana keep their voicing marks.
#[must_use]
pub fn accents(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|&c| !is_accent(c)) {
        match plain_letters(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    let folded: String = folded.nfc().collect();
    if folded == text { Cow::Borrowed(text) } else { Cow::Owned(folded) }
}

/// A mark that accents remove: all combining ones but kana voicing and the signs of Indic scripts.
fn is_accent(c: char) -> bool {
    canonical_combining_class(c) > 9
        && !matches!(c, '\u{900}'..='\u{109F}' | '\u{3000}'..='\u{30FF}')
}

/// Letters whose stroke or ligature has no decomposition.
const fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "Ae",
        'œ' => "oe",
        'Œ' => "Oe",
        'þ' => "th",
        'Þ' => "Th",
        _ => return None,
    })
}

/// One apostrophe `'`, one dash `-`, one space, one double quote `"`; an ellipsis as three
/// stops; soft hyphens and marks without width left out.
#[must_use]
pub fn typography(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| unified(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match unified(c) {
            Some(same) => folded.push_str(same),
            None => folded.push(c),
        }
    }
    Cow::Owned(folded)
}

/// What a typographic variant is unified to.
const fn unified(c: char) -> Option<&'static str> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | '′' | '´' | '`' | '‹' | '›' | '＇' => {
            "'"
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '「' | '」' | '『' | '』' | '〝' | '〞'
        | '〟' | '＂' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' => "-",
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => " ",
        '…' => "...",
        '\u{AD}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    type Fold = fn(&str) -> Cow<'_, str>;

    #[test]
    fn each_folding_hides_its_own_difference() {
        let cases: [(Fold, &str, &str); 14] = [
            (case, "Été à LYON", "été à lyon"),
            (case, "МИД", "мид"),
            (case, "ΛΌΓΟΣ λόγος", "λόγοσ λόγοσ"),
            (case, "İstanbul", "istanbul"),
            (accents, "Szijjártó, Loukachenko", "Szijjarto, Loukachenko"),
            (accents, "Горбачёв Сергей", "Горбачев Сергеи"),
            (accents, "Łódź, Ærø, Straße", "Lodz, Aero, Strasse"),
            (accents, "أُمّة", "امة"),
            (accents, "ガ行 한국", "ガ行 한국"),
            (accents, "e\u{301}te\u{301}", "ete"),
            (typography, "l’État – «\u{A0}oui\u{A0}»", "l'État - \" oui \""),
            (typography, "„Ja“…", "\"Ja\"..."),
            (typography, "co\u{AD}op\u{200B}", "coop"),
            (typography, "2\u{202F}000", "2 000"),
        ];
        for (fold, text, folded) in cases {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn a_text_with_nothing_to_fold_is_given_back() {
        for fold in [case, accents, typography] {
            assert!(matches!(fold("plain text 中文"), Cow::Borrowed(_)));
        }
    }
}
