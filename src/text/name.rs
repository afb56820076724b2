//! Names: capitalised words that stand together.
//!
//! A name is a run of words with a capital, with the particles between them
//! (`de`, `von der`, `bin`); an acronym is one alone. A single capitalised word at a
//! sentence's head is none unless it stands elsewhere inside a sentence; in German,
//! where nouns have capitals too, neither is any other single word. In Japanese a name
//! is what a middle dot joins in katakana.
//!
//! The key is the phonetic skeleton ([`super::translit`]), in which `Лавров` and
//! `Lavrov` meet. In Chinese and Arabic, names stand beside titles ([`super::titled`]). Whether
//! two names are one, inflection included, is told by [`super::same_name`]. Left out: names
//! in Hebrew, what is a person and what a place.

use std::collections::HashSet;

use super::segment;
use super::titled;
use super::token::{Token, TokenKind, tokens};
use super::translit;
use super::value::{Value, ValueKind};
use crate::model::Lang;

/// Words that stand inside a name without a capital.
const PARTICLES: &[&str] = &[
    "de", "du", "des", "del", "della", "di", "da", "dos", "das", "do", "la", "le", "van", "von",
    "der", "den", "zu", "ten", "ter", "bin", "ibn", "al", "el", "of", "the", "d'", "l'", "dell'",
];

/// More particles in a row than a name has.
const MOST_PARTICLES: usize = 2;

/// More characters than a name in katakana has.
const LONGEST_KATAKANA: usize = 40;

/// The names of a text in order.
#[must_use]
pub fn names(text: &str, lang: &Lang) -> Vec<Value> {
    let words = tokens(text);
    let heads = heads(text, &words, lang);
    let inside = inside_sentences(&words, &heads);
    let mut found = Vec::new();
    let mut place = 0;
    while place < words.len() {
        let length = run(text, words.get(place..).unwrap_or_default());
        let mut parts = words.get(place..place + length).unwrap_or_default();
        if let Some((first, rest)) = parts.split_first()
            && heads.contains(&first.start)
            && segment::begins_sentences(first.text, lang)
        {
            parts = rest;
        }
        // What is left of a head that was no name may begin with a particle.
        while let Some((first, rest)) = parts.split_first()
            && PARTICLES.contains(&first.text)
        {
            parts = rest;
        }
        let before = place.checked_sub(1).and_then(|p| words.get(p));
        if is_name(parts, &inside, lang) && !(lang.base() == "de" && is_german_noun(parts, before))
        {
            found.extend(value(parts));
        }
        place += length.max(1);
    }
    let titled = titled::names(text, lang);
    if !titled.is_empty() {
        found.extend(titled);
        found.sort_by_key(|name| (name.start, name.end));
        found.dedup_by(|next, last| next.start < last.end);
    }
    found
}

/// Where sentences and quotations begin: the places of their first words, in bytes.
fn heads(text: &str, words: &[Token], lang: &Lang) -> HashSet<usize> {
    let mut heads: HashSet<usize> =
        segment::segments(text, lang).iter().map(|piece| piece.range.start).collect();
    for pair in words.windows(2) {
        let [last, this] = pair else { continue };
        let opens =
            last.kind == TokenKind::Punct && !matches!(last.text, "," | "-" | "(" | "/" | ".");
        if opens || (last.kind != TokenKind::Word && heads.contains(&last.start)) {
            heads.insert(this.start);
        }
    }
    heads
}

/// The words that stand inside a sentence somewhere.
fn inside_sentences<'a>(words: &[Token<'a>], heads: &HashSet<usize>) -> HashSet<&'a str> {
    words.iter().filter(|word| !heads.contains(&word.start)).map(|word| word.text).collect()
}

/// How many of the tokens from the first on make a run of name words.
fn run(text: &str, words: &[Token]) -> usize {
    let dotted = middle_dots(words);
    if dotted > 0 {
        return dotted;
    }
    let mut length = 0;
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let particle =
            length > 0 && PARTICLES.contains(&word.text) && place - length < MOST_PARTICLES;
        let joint = length > 0 && is_joint(text, words, place);
        if is_capitalised(word) && (place == 0 || follows(text, words, place)) {
            length = place + 1;
        } else if !((particle && follows(text, words, place)) || joint) {
            break;
        }
        place += 1;
    }
    length
}

/// Whether a token stands one space behind the one before, or at once behind a hyphen or an
/// elision.
fn follows(text: &str, words: &[Token], place: usize) -> bool {
    let (Some(last), Some(this)) =
        (place.checked_sub(1).and_then(|p| words.get(p)), words.get(place))
    else {
        return false;
    };
    let gap = text.get(last.start + last.text.len()..this.start).unwrap_or_default();
    let joined = matches!(last.text, "-" | "‑" | ".") || last.text.ends_with(['\'', '’']);
    if joined { gap.chars().count() <= 1 } else { gap.chars().count() == 1 && !gap.contains('\n') }
}

/// A hyphen between two parts of a name, or the stop of an initial in it.
fn is_joint(text: &str, words: &[Token], place: usize) -> bool {
    let (Some(last), Some(this)) =
        (place.checked_sub(1).and_then(|p| words.get(p)), words.get(place))
    else {
        return false;
    };
    let close = last.start + last.text.len() == this.start;
    let initial = this.text == "." && last.text.chars().count() == 1;
    let hyphen = matches!(this.text, "-" | "‑") && text.get(this.start + 1..).is_some();
    close && (initial || hyphen) && is_capitalised(last)
}

/// A word that begins with a capital, in a script that has them.
fn is_capitalised(word: &Token) -> bool {
    word.kind == TokenKind::Word && word.text.starts_with(char::is_uppercase)
}

/// Katakana joined by middle dots: how many tokens.
fn middle_dots(words: &[Token]) -> usize {
    let katakana = |c: char| matches!(c, '\u{30A1}'..='\u{30FA}' | 'ー' | '・' | '·');
    let fits = |word: &&Token| word.text.chars().all(katakana);
    let length = words.iter().take(LONGEST_KATAKANA).take_while(fits).count();
    let run = words.get(..length).unwrap_or_default();
    let dot = |word: &Token| matches!(word.text, "・" | "·");
    let joined =
        run.iter().any(dot) && !run.first().is_some_and(dot) && !run.last().is_some_and(dot);
    if joined { length } else { 0 }
}

/// Whether a run of capitalised words is a name.
fn is_name(parts: &[Token], inside: &HashSet<&str>, lang: &Lang) -> bool {
    let Some(first) = parts.first() else { return false };
    if parts.len() > 1 || !is_capitalised(first) {
        return true;
    }
    let letters = first.text.chars().filter(|c| c.is_alphabetic()).count();
    let acronym = letters > 1 && !first.text.chars().any(char::is_lowercase);
    if acronym || letters < 2 {
        return acronym;
    }
    lang.base() != "de" && inside.contains(first.text)
}

/// German words before a common noun, which a name of a person or place has not.
const GERMAN_DETERMINERS: &[&str] = &[
    "ein", "eine", "einen", "einem", "einer", "eines", "die", "der", "das", "den", "dem", "des",
    "keine", "keinen", "viele", "diese", "dieser", "diesen", "dieses", "alle", "allen", "ihre",
    "seine", "unsere", "zur", "zum", "im", "vom", "beim", "am",
];

/// Endings of German nouns that are no names.
const GERMAN_ENDINGS: &[&str] = &[
    "ung",
    "ungen",
    "heit",
    "heiten",
    "keit",
    "keiten",
    "schaft",
    "schaften",
    "tion",
    "tionen",
    "tät",
    "ismus",
    "nisse",
    "systemen",
    "versionen",
];

/// Whether a German run is of common nouns: joined by an article or by hyphens alone, or around a
/// "von" behind a determiner or with the ending of a noun.
fn is_german_noun(parts: &[Token], before: Option<&Token>) -> bool {
    let named = |word: &&Token| is_capitalised(word);
    let has = |particle: &str| parts.iter().any(|part| part.text == particle);
    let noble = ["von", "van", "zu", "de", "bin", "ibn", "al", "el"].into_iter().any(has);
    let article = !noble && ["der", "den", "des", "das", "die"].into_iter().any(has);
    let hyphen = |part: &Token| matches!(part.text, "-" | "‑");
    let compound = parts.iter().any(hyphen) && parts.windows(2).all(|pair| pair.iter().any(hyphen));
    let determined = before.is_some_and(|word| GERMAN_DETERMINERS.contains(&word.text));
    let noun = parts
        .iter()
        .filter(named)
        .any(|word| GERMAN_ENDINGS.iter().any(|ending| word.text.ends_with(ending)));
    article || compound || noun || (noble && determined)
}

/// A run as a value.
fn value(parts: &[Token]) -> Option<Value> {
    let (first, last) = (parts.first()?, parts.last()?);
    let spoken = parts.iter().filter(|part| part.kind == TokenKind::Word);
    let skeletons: Vec<String> = spoken.map(|part| translit::skeleton(part.text)).collect();
    let (start, end) = (first.start, last.start + last.text.len());
    Some(Value { start, end, kind: ValueKind::Name, key: skeletons.join(" "), unit: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, lang: &str, expected: &[&str]) {
        let found = names(text, &lang.parse().expect(lang));
        let shown: Vec<_> =
            found.iter().filter_map(|name| text.get(name.start..name.end)).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn names_are_capitalised_words_that_stand_together() {
        check(
            "Hier, Paul Arnoux a vu le Dr Jean-Marc Vidal.",
            "fr",
            &["Paul Arnoux", "Dr Jean-Marc Vidal"],
        );
        check("Le ministère reçoit l'ONU à Brévanne.", "fr", &["ONU", "Brévanne"]);
        check("The talks in Harrow ended.", "en", &["Harrow"]);
        check("Harrow is small. He left Harrow.", "en", &["Harrow", "Harrow"]);
        check("Das Haus in Lindau: Anna von der Heide, EU.", "de", &["Anna von der Heide", "EU"]);
        check("Das ist eine Reihe von Verbesserungen am Client-Server.", "de", &[]);
        check("Вчера Сергей Орлов был в Минске.", "ru", &["Сергей Орлов", "Минске"]);
        check("昨日、アンナ・ベルクが会った。", "ja", &["アンナ・ベルク"]);
        check("J. R. Harrow came.", "en", &["J. R. Harrow"]);
        check("外交部长王毅表示欢迎。", "zh", &["王毅"]);
        check("李晓明主席同外长拉夫罗夫会谈。", "zh", &["李晓明", "拉夫罗夫"]);
        check("谢尔盖·拉夫罗夫在北京。", "zh", &["谢尔盖·拉夫罗夫"]);
        check("وزير الخارجية الروسي سيرغي لافروف في مينسك", "ar", &["سيرغي لافروف"]);
        check("الرئيس سامي الحداد", "ar", &["سامي الحداد"]);
    }

    #[test]
    fn a_name_has_the_same_key_in_both_alphabets() {
        let key = |text: &str, lang: &str| names(text, &lang.parse().expect(lang)).remove(0).key;
        assert_eq!(key("le Sergueï Lavrin", "fr"), key("это Сергей Лаврин", "ru"));
    }
}
