//! Whether two names are one: across alphabets, spellings and inflection.
//!
//! Both names are cut into words; titles are left out, and a name may lack what the other
//! has before the surname (`S. Lavrin`, `Lavrin`, `Сергей Викторович Лаврин`). Two words are one
//! where their sounds have the same consonants in order and few other vowels: `Лукашенко`,
//! `Loukachenko`, `Lukashenko`. Where one is written without vowels (Arabic, Hebrew) or in
//! syllables (Chinese, Japanese, Korean), classes of consonants compare: l and r, b p f v, d t,
//! g k.
//!
//! Endings of cases are taken off where the language has them: Russian, Ukrainian, Polish, and the
//! genitive in -s of German and English. A final a is kept: `Petrova` is not `Petrov`, but
//! `Петрова` may be his genitive. Left out: nicknames, names translated rather than
//! transcribed (`Francis`, `Franziskus`), Chinese names in pinyin.

use std::collections::BTreeSet;

use super::phonetic;
use super::recognise::lexicon::{Lexicon, What};
use super::scan::Scan;
use super::script;
use crate::model::Lang;

/// Words of one name share at least so many hundredths of their letters, vowels included.
const LEAST_LIKENESS_PERCENT: usize = 60;

/// Consonants that two roughly written names must have to be compared at all.
const FEWEST_CONSONANTS: usize = 2;

/// Whether two names are one person's, or one place's.
#[must_use]
pub fn same_name(a: &str, of_a: &Lang, b: &str, of_b: &Lang) -> bool {
    let (a, b) = (words(a, of_a), words(b, of_b));
    let (long, of_long, short, of_short) =
        if a.len() >= b.len() { (&a, of_a, &b, of_b) } else { (&b, of_b, &a, of_a) };
    let (Some((surname, given)), Some((other, others))) = (short.split_last(), long.split_last())
    else {
        return false;
    };
    if same_word(surname, of_short, other, of_long) {
        return follows(given, of_short, others, of_long);
    }
    // The surname first, as in lists and in Hungarian, Chinese, Korean.
    match (short.as_slice(), long.as_slice()) {
        ([first, last], [other_first, other_last]) => {
            same_word(first, of_short, other_last, of_long)
                && same_word(last, of_short, other_first, of_long)
        }
        _ => false,
    }
}

/// The words of a name without titles; all of them where it has nothing else.
fn words<'a>(name: &'a str, lang: &Lang) -> Vec<&'a str> {
    let lexicon = Lexicon::of(lang);
    let parts =
        |c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '·' | '・' | '=' | '.' | ',');
    let all: Vec<&str> = name.split(parts).map(bare).filter(|word| !word.is_empty()).collect();
    let is_title = |word: &&str| {
        lexicon.eat(Scan::new(word, 0), What::Title).is_some_and(|after| after.at() == word.len())
    };
    let plain: Vec<&str> = all.iter().copied().filter(|word| !is_title(word)).collect();
    if plain.is_empty() { all } else { plain }
}

/// A word without the marks at its ends and an English or Dutch genitive.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// Whether given names of one are among those of the other, in order.
fn follows(some: &[&str], of_some: &Lang, all: &[&str], of_all: &Lang) -> bool {
    let mut rest = all.iter();
    some.iter().all(|word| {
        rest.by_ref().any(|other| {
            is_initial_of(word, of_some, other, of_all) || same_word(word, of_some, other, of_all)
        })
    })
}

/// Whether one of the words is the initial of the other.
fn is_initial_of(a: &str, of_a: &Lang, b: &str, of_b: &Lang) -> bool {
    let lone = |word: &str| word.chars().count() == 1;
    let first = |word: &str, lang: &Lang| -> BTreeSet<char> {
        sounds(word, lang).iter().filter_map(|sound| sound.chars().next()).collect()
    };
    (lone(a) || lone(b)) && !first(a, of_a).is_disjoint(&first(b, of_b))
}

/// Whether two words are one name.
fn same_word(a: &str, of_a: &Lang, b: &str, of_b: &Lang) -> bool {
    let rough = |word: &str| word.chars().any(|c| phonetic::is_rough(script::of(c)));
    let (rough_a, rough_b) = (rough(a), rough(b));
    if rough_a && rough_b && (a == b || of_a.same_base(of_b)) {
        return a == b;
    }
    // A language has one spelling for a name: nothing but an ending may differ.
    let one = of_a.same_base(of_b);
    let (a, b) = (sounds(a, of_a), sounds(b, of_b));
    a.iter().any(|a| {
        b.iter().any(|b| match (one, rough_a || rough_b) {
            (true, _) => a == b,
            (false, true) => same_classes(a, b),
            (false, false) => same_sounds(a, b),
        })
    })
}

/// Whether two words have the same consonants, the same end and like vowels.
fn same_sounds(a: &str, b: &str) -> bool {
    let letters = a.chars().count().max(b.chars().count());
    let apart = strsim::levenshtein(a, b);
    consonants(a) == consonants(b)
        && a.ends_with('a') == b.ends_with('a')
        && apart * 100 <= letters * (100 - LEAST_LIKENESS_PERCENT)
}

/// Whether two words have the same classes of consonants.
fn same_classes(a: &str, b: &str) -> bool {
    let (a, b) = (classes(a), classes(b));
    a.len() >= FEWEST_CONSONANTS && a == b
}

fn consonants(sounds: &str) -> String {
    sounds.chars().filter(|c| !is_vowel(*c)).collect()
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// The classes of the consonants; an unknown character stands for itself.
fn classes(sounds: &str) -> String {
    let mut classes = String::with_capacity(sounds.len());
    let sounds = sounds.replace("ng", "n");
    for c in sounds.chars().filter(|&c| !is_vowel(c) && c != 'h') {
        let class = match c {
            'p' | 'f' | 'v' => 'b',
            'd' => 't',
            'g' => 'k',
            'r' => 'l',
            _ => c,
        };
        if !classes.ends_with(class) {
            classes.push(class);
        }
    }
    classes
}

/// Spellings of one sound, longest first. Wider than those of [`super::translit`], which must
/// keep apart what words have different: all sibilants are one here.
const SPELLINGS: &[(&str, &str)] = &[
    ("schtsch", "s"),
    ("chtch", "s"),
    ("dsch", "s"),
    ("shch", "s"),
    ("szcz", "s"),
    ("tsch", "s"),
    ("dzh", "s"),
    ("sch", "s"),
    ("tch", "s"),
    ("chr", "hr"),
    ("ch", "s"),
    ("sh", "s"),
    ("zh", "s"),
    ("cz", "s"),
    ("sz", "s"),
    ("ts", "s"),
    ("tz", "s"),
    ("dj", "s"),
    ("ce", "se"),
    ("ci", "si"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("gh", "g"),
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
    ("z", "s"),
];

/// The sounds a word may have: with its endings taken off, and with letters that languages
/// hear differently (j, ch, a mute h or e) in both ways.
fn sounds(word: &str, lang: &Lang) -> BTreeSet<String> {
    let latin = phonetic::latin(word);
    let mut stems = vec![latin.clone()];
    stems.extend(stems_of(&latin, word, lang));
    let mut all = BTreeSet::new();
    for stem in stems {
        let mut spelt = vec![stem.clone()];
        if stem.contains('j') {
            spelt.push(stem.replace('j', "sh"));
        }
        if stem.contains("ch") && !stem.contains("sch") {
            spelt.push(stem.replace("ch", "kh"));
        }
        for spelling in spelt {
            let sound = sound(&spelling);
            // A French e is mute: Poutine.
            let mute = sound.strip_suffix('e').filter(|rest| !rest.ends_with(is_vowel));
            all.extend(mute.map(str::to_owned));
            all.extend(sound.strip_prefix('h').map(str::to_owned));
            all.insert(sound);
        }
    }
    all
}

/// The sounds of a spelling.
fn sound(latin: &str) -> String {
    let mut sounds = String::with_capacity(latin.len());
    let mut rest = latin;
    while let Some(first) = rest.chars().next() {
        let known = SPELLINGS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let (length, sound) = known.map_or((first.len_utf8(), None), |(s, t)| (s.len(), Some(*t)));
        rest = rest.get(length..).unwrap_or_default();
        let lone = first.encode_utf8(&mut [0; 4]).to_owned();
        for c in sound.unwrap_or(&lone).chars().filter(|c| c.is_alphanumeric()) {
            if !sounds.ends_with(c) {
                sounds.push(c);
            }
        }
    }
    // A mute h before a consonant (Johnson), Jelzin and Eltsine, Rachmaninoff.
    let mut heard = String::with_capacity(sounds.len());
    let mut chars = sounds.chars().peekable();
    while let Some(c) = chars.next() {
        let mute = c == 'h' && !heard.is_empty() && chars.peek().is_some_and(|n| !is_vowel(*n));
        if !mute {
            heard.push(c);
        }
    }
    if let Some(rest) = heard.strip_prefix("ie") {
        heard = format!("e{rest}");
    }
    if heard.ends_with("of") || heard.ends_with("ef") {
        heard.pop();
        heard.push('v');
    }
    heard
}

/// Endings of cases in Latin letters, each with what the bare form has in its place.
///
/// Russian and Ukrainian as [`super::translit::latin`] writes them, names in -ov, -in, -ski, -a, -i
/// (Zaliznyak's classes); Polish.
const CYRILLIC: &[(&str, &str)] = &[
    ("skogo", "skii"),
    ("skomu", "skii"),
    ("skim", "skii"),
    ("skom", "skii"),
    ("skoi", "skaya"),
    ("skuyu", "skaya"),
    ("ymi", ""),
    ("ami", ""),
    ("om", ""),
    ("em", ""),
    ("em", "i"),
    ("ym", ""),
    ("oi", "a"),
    ("ei", "a"),
    ("ei", "ya"),
    ("u", "a"),
    ("u", ""),
    ("y", "a"),
    ("a", ""),
    ("e", ""),
    ("e", "a"),
    ("i", "ya"),
    ("i", "a"),
    ("ii", "iya"),
    ("iyu", "iya"),
    ("iei", "iya"),
    ("ya", "i"),
    ("ya", ""),
    ("yu", "i"),
    ("yu", ""),
    ("yu", "ya"),
    ("ovi", ""),
];
const POLISH: &[(&str, &str)] = &[
    ("skiego", "ski"),
    ("skiemu", "ski"),
    ("skim", "ski"),
    ("skiej", "ska"),
    ("owi", ""),
    ("iem", ""),
    ("em", ""),
    ("a", ""),
    ("u", ""),
];
const GENITIVE: &[(&str, &str)] = &[("s", "")];

/// A stem has so many letters at least: an ending could leave nothing of a short name.
const SHORTEST_STEM: usize = 3;

/// Forms of a word without the ending of a case.
fn stems_of(latin: &str, word: &str, lang: &Lang) -> Vec<String> {
    let endings = match lang.base() {
        _ if word.chars().any(|c| script::of(c) == script::Script::Cyrillic) => CYRILLIC,
        "pl" => POLISH,
        "de" | "nl" | "sv" | "da" | "nb" => GENITIVE,
        _ => return Vec::new(),
    };
    let cut = endings.iter().filter_map(|(ending, bare)| {
        let stem = latin.strip_suffix(ending)?;
        (stem.chars().count() >= SHORTEST_STEM).then(|| format!("{stem}{bare}"))
    });
    cut.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs: `=` or `/` for one name or two, then language and name, parted by `|`.
    const CASES: &str = include_str!("../../tests/data/values/same-names.txt");

    #[test]
    fn pairs_of_names_are_one_or_two() {
        let mut wrong = Vec::new();
        for line in CASES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (sign, pair) = line.split_once(' ').expect(line);
            let (a, b) = pair.split_once(" | ").expect(line);
            let (of_a, a) = a.split_once(' ').expect(line);
            let (of_b, b) = b.split_once(' ').expect(line);
            let (of_a, of_b) = (of_a.parse().expect(line), of_b.parse().expect(line));
            let found = same_name(a, &of_a, b, &of_b);
            if found != (sign == "=") || found != same_name(b, &of_b, a, &of_a) {
                wrong.push(format!("{line}\n   {:?}\n   {:?}", sounds(a, &of_a), sounds(b, &of_b)));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
