//! Names of any script in Latin letters, as far as the script tells their sounds.
//!
//! Cyrillic and Greek by [`super::translit::latin`]; Arabic and Hebrew by their consonants;
//! kana and Hangul by rule; Chinese by the sounds of the characters that foreign names are
//! written with (`assets/values/names/han-sounds.txt`). Left out: vowels that are not
//! written, readings of Japanese kanji, tones.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::script::{self, Script};
use super::translit;

const HAN: &str = include_str!("../../assets/values/names/han-sounds.txt");

static SOUNDS: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let mut sounds = HashMap::new();
    for line in HAN.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let Some(sound) = words.next() else { continue };
        sounds.extend(words.flat_map(str::chars).map(|c| (c, sound)));
    }
    sounds
});

/// Whether Chinese writes foreign names with a character.
pub(super) fn is_of_foreign_names(c: char) -> bool {
    SOUNDS.contains_key(&c)
}

/// Whether a script leaves vowels out or sounds together, so that only consonants compare.
pub(super) const fn is_rough(script: Script) -> bool {
    matches!(script, Script::Arabic | Script::Hebrew | Script::Han | Script::Kana | Script::Hangul)
}

/// A word in Latin letters.
pub(super) fn latin(word: &str) -> String {
    if !word.chars().any(|c| is_rough(script::of(c)) || c == 'ー') {
        return translit::latin(word);
    }
    let mut written = String::with_capacity(word.len());
    for c in word.chars() {
        match script::of(c) {
            Script::Arabic | Script::Hebrew => written.push_str(semitic(c)),
            Script::Han => written.push_str(SOUNDS.get(&c).copied().unwrap_or("?")),
            Script::Kana => written.push_str(kana(c)),
            Script::Hangul => hangul(c, &mut written),
            _ => written.push_str(&translit::latin(c.encode_utf8(&mut [0; 4]))),
        }
    }
    written
}

/// An Arabic or Hebrew letter; none for ain and hamza.
const fn semitic(c: char) -> &'static str {
    match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ى' | 'ة' | 'א' | 'ה' => "a",
        'ب' | 'پ' => "b",
        'ב' => "v",
        'ت' | 'ط' | 'ת' | 'ט' => "t",
        'ث' | 'س' | 'ص' | 'ش' | 'چ' | 'ס' | 'ש' | 'צ' | 'ץ' => "s",
        'ج' | 'ז' | 'ز' | 'ذ' | 'ظ' | 'ژ' => "z",
        'ح' | 'ه' | 'خ' | 'ח' => "h",
        'د' | 'ض' | 'ד' => "d",
        'ر' | 'ר' => "r",
        'غ' | 'گ' | 'ג' => "g",
        'ف' | 'ڤ' => "f",
        'פ' | 'ף' => "p",
        'ق' | 'ك' | 'ک' | 'כ' | 'ך' | 'ק' => "k",
        'ل' | 'ל' => "l",
        'م' | 'מ' | 'ם' => "m",
        'ن' | 'נ' | 'ן' => "n",
        'و' | 'ו' | 'ؤ' => "u",
        'ي' | 'ی' | 'י' | 'ئ' => "i",
        _ => "",
    }
}

/// A katakana; small ones give their vowel.
#[expect(clippy::too_many_lines, reason = "a table, a line a sound")]
const fn kana(c: char) -> &'static str {
    match c {
        'ア' | 'ァ' => "a",
        'イ' | 'ィ' => "i",
        'ウ' | 'ゥ' => "u",
        'エ' | 'ェ' => "e",
        'オ' | 'ォ' => "o",
        'カ' => "ka",
        'キ' => "ki",
        'ク' => "ku",
        'ケ' => "ke",
        'コ' => "ko",
        'ガ' => "ga",
        'ギ' => "gi",
        'グ' => "gu",
        'ゲ' => "ge",
        'ゴ' => "go",
        'サ' => "sa",
        'シ' => "si",
        'ス' => "su",
        'セ' => "se",
        'ソ' => "so",
        'ザ' => "za",
        'ジ' => "zi",
        'ズ' => "zu",
        'ゼ' => "ze",
        'ゾ' => "zo",
        'タ' => "ta",
        'チ' => "ti",
        'ツ' => "tu",
        'テ' => "te",
        'ト' => "to",
        'ダ' => "da",
        'ヂ' => "di",
        'ヅ' => "du",
        'デ' => "de",
        'ド' => "do",
        'ナ' => "na",
        'ニ' => "ni",
        'ヌ' => "nu",
        'ネ' => "ne",
        'ノ' => "no",
        'ハ' => "ha",
        'ヒ' => "hi",
        'フ' => "fu",
        'ヘ' => "he",
        'ホ' => "ho",
        'バ' => "ba",
        'ビ' => "bi",
        'ブ' => "bu",
        'ベ' => "be",
        'ボ' => "bo",
        'パ' => "pa",
        'ピ' => "pi",
        'プ' => "pu",
        'ペ' => "pe",
        'ポ' => "po",
        'マ' => "ma",
        'ミ' => "mi",
        'ム' => "mu",
        'メ' => "me",
        'モ' => "mo",
        'ヤ' | 'ャ' => "ia",
        'ユ' | 'ュ' => "iu",
        'ヨ' | 'ョ' => "io",
        'ラ' => "ra",
        'リ' => "ri",
        'ル' => "ru",
        'レ' => "re",
        'ロ' => "ro",
        'ワ' => "va",
        'ヴ' => "vu",
        'ン' => "n",
        _ => "",
    }
}

/// A Hangul syllable by its letters (Unicode 16, section 3.12).
fn hangul(c: char, written: &mut String) {
    const FIRST: u32 = 0xAC00;
    const INITIALS: [&str; 19] = [
        "g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "z", "s", "s", "k", "t", "p",
        "h",
    ];
    const VOWELS: [&str; 21] = [
        "a", "e", "ia", "ie", "o", "e", "io", "ie", "o", "oa", "oe", "oi", "io", "u", "uo", "ue",
        "ui", "iu", "u", "ui", "i",
    ];
    const FINALS: [&str; 28] = [
        "", "g", "k", "g", "n", "n", "n", "d", "l", "l", "l", "l", "l", "l", "l", "l", "m", "b",
        "b", "s", "s", "n", "z", "s", "k", "t", "p", "h",
    ];
    let place = u32::from(c).wrapping_sub(FIRST) as usize;
    let part = |table: &[&'static str], at: usize| table.get(at).copied().unwrap_or_default();
    if place < INITIALS.len() * VOWELS.len() * FINALS.len() {
        let (syllable, last) = (place / FINALS.len(), place % FINALS.len());
        written.push_str(part(&INITIALS, syllable / VOWELS.len()));
        written.push_str(part(&VOWELS, syllable % VOWELS.len()));
        written.push_str(part(&FINALS, last));
    }
}
