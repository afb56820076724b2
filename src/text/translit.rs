//! Names across alphabets: Cyrillic and Greek in Latin letters, and a phonetic
//! skeleton in which the spellings of one name meet.
//!
//! `Лукашенко`, `Loukachenko`, `Lukashenko` and `Lukaschenko` have one skeleton;
//! where languages hear a name differently (`Poutine`, `Putin`), the skeletons
//! are close, and the caller compares them by their longest common subsequence.
//! Left out: Arabic, Hebrew, Chinese, Japanese, which write no or other vowels.

use super::fold;

/// Cyrillic and Greek letters in Latin ones (close to BGN/PCGN), in lower case and
/// without accents; other characters as they are.
#[must_use]
pub fn latin(text: &str) -> String {
    let lower = fold::case(text);
    let mut written = String::with_capacity(lower.len());
    for c in lower.chars() {
        match letters(c) {
            Some(latin) => written.push_str(latin),
            None => written.push(c),
        }
    }
    fold::accents(&written).into_owned()
}

/// The Latin letters of a lower-case Cyrillic or Greek one.
const fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'α' | 'ά' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' => "d",
        'е' | 'э' | 'ё' | 'ε' | 'έ' => "e",
        'є' => "ye",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'й' | 'ι' | 'ί' | 'η' | 'ή' | 'ϊ' | 'ΐ' => "i",
        'ї' => "yi",
        'ј' => "j",
        'к' | 'κ' => "k",
        'л' | 'λ' => "l",
        'љ' => "lj",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'њ' => "nj",
        'о' | 'ο' | 'ό' | 'ω' | 'ώ' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' => "u",
        'ў' => "w",
        'ы' | 'υ' | 'ύ' => "y",
        'ф' | 'φ' => "f",
        'х' | 'χ' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'ђ' => "dj",
        'џ' => "dz",
        'θ' => "th",
        'ξ' => "ks",
        'ψ' => "ps",
        _ => return None,
    })
}

/// Spellings of one sound, longest first; each is replaced where it stands.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "s"),
    ("chtch", "s"),
    ("tsch", "s"),
    ("sch", "s"),
    ("tch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("zh", "s"),
    ("cz", "s"),
    ("sz", "s"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ck", "k"),
    ("qu", "k"),
    ("x", "ks"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
];

/// The phonetic skeleton of a word: Latin letters of its sounds, doubles once.
#[must_use]
pub fn skeleton(word: &str) -> String {
    let latin = latin(word);
    let mut rest = latin.as_str();
    let mut sounds = String::with_capacity(rest.len());
    while let Some(first) = rest.chars().next() {
        let known = SOUNDS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let (spelling, sound) =
            known.map_or((first.len_utf8(), None), |(s, t)| (s.len(), Some(*t)));
        rest = rest.get(spelling..).unwrap_or_default();
        match sound {
            Some(sound) => sound.chars().for_each(|c| push_once(&mut sounds, c)),
            None if first.is_alphanumeric() => push_once(&mut sounds, first),
            None => {}
        }
    }
    sounds
}

/// Adds a character unless it is the last one already.
fn push_once(text: &mut String, c: char) {
    if !text.ends_with(c) {
        text.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_and_greek_in_latin_letters() {
        let cases = [
            ("Заявление", "zayavlenie"),
            ("Щукин", "shchukin"),
            ("Київ", "kiyiv"),
            ("Αθήνα", "athina"),
            ("Érable", "erable"),
            ("中", "中"),
        ];
        for (text, written) in cases {
            assert_eq!(latin(text), written, "{text}");
        }
    }

    #[test]
    fn the_spellings_of_a_name_meet() {
        let names: [&[&str]; 6] = [
            &["Лукашенко", "Loukachenko", "Lukashenko", "Lukaschenko"],
            &["Сергей", "Sergueï", "Sergey", "Sergej", "Serguei"],
            &["Чайковский", "Tchaïkovski", "Tschaikowski", "Tchaikovsky"],
            &["Шевченко", "Chevtchenko", "Schewtschenko", "Shevchenko"],
            &["Кузнецов", "Kouznetsov", "Kuznetsov"],
            &["Szijjártó", "Szijjarto"],
        ];
        for spellings in names {
            let skeletons: Vec<_> = spellings.iter().map(|name| skeleton(name)).collect();
            assert!(skeletons.windows(2).all(|pair| pair[0] == pair[1]), "{skeletons:?}");
        }
        assert_ne!(skeleton("Minsk"), skeleton("Moscou"));
    }
}
