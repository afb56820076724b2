//! Which files are one release in several languages.
//!
//! Asked in this order, of files in different languages: the same document number; the
//! same date and a headline with the same names and figures; the same file name but for
//! the language in it. A file that fits nothing is told with the reason. Left out:
//! comparing the texts themselves.

use std::collections::HashSet;

use super::phrases;
use crate::model::{Date, Lang, Release};
use crate::text::{ValueKind, name, translit, value};

/// Letters of a sound skeleton that make a name worth comparing.
const FEWEST_SOUNDS: usize = 3;

/// Of the names and figures of the shorter headline, the share that the other has too.
const SHARE_OF_HEADLINE: f64 = 0.5;

/// What is known of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its name without its folder.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// What its text says of the release.
    pub release: Release,
}

/// Why two files belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// They bear the same number.
    Number(String),
    /// They bear the same date and their headlines name the same.
    DateAndHeadline(Date),
    /// Their names differ only in the language.
    FileName(String),
}

/// Two files of one release, by their places in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The one that comes first in the list.
    pub source: usize,
    /// The other.
    pub target: usize,
    /// Why.
    pub reason: Reason,
}

/// What became of a list of files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairing {
    /// Of a release in several languages, the first file with each of the others.
    pub pairs: Vec<Pair>,
    /// The files that are left, each with the reason in words.
    pub unpaired: Vec<(usize, String)>,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "number {number}"),
            Self::DateAndHeadline(date) => write!(f, "date and headline ({date})"),
            Self::FileName(stem) => write!(f, "file name {stem}"),
        }
    }
}

/// Pairs files.
#[must_use]
pub fn pair(files: &[Candidate]) -> Pairing {
    let mut pairing = Pairing::default();
    let mut taken: HashSet<usize> = HashSet::new();
    for reason in [by_number, by_headline, by_name] {
        for source in 0..files.len() {
            for target in source + 1..files.len() {
                let is_source = pairing.pairs.iter().any(|pair| pair.source == source);
                let free = !taken.contains(&target) && (!taken.contains(&source) || is_source);
                let reason = files.get(source).zip(files.get(target)).and_then(|(one, two)| {
                    let other = !one.lang.same_base(&two.lang);
                    if free && other { reason(one, two) } else { None }
                });
                // A release has one file a language.
                let again = pairing
                    .pairs
                    .iter()
                    .any(|pair| pair.source == source && same_language(files, pair.target, target));
                if let Some(reason) = reason.filter(|_| !again) {
                    taken.extend([source, target]);
                    pairing.pairs.push(Pair { source, target, reason });
                }
            }
        }
    }
    pairing.pairs.sort_by_key(|pair| (pair.source, pair.target));
    let left = (0..files.len()).filter(|place| !taken.contains(place));
    pairing.unpaired = left.map(|place| (place, why_unpaired(files, place))).collect();
    pairing
}

fn same_language(files: &[Candidate], one: usize, two: usize) -> bool {
    files.get(one).zip(files.get(two)).is_some_and(|(one, two)| one.lang.same_base(&two.lang))
}

fn by_number(one: &Candidate, two: &Candidate) -> Option<Reason> {
    let number = &one.release.number;
    let same =
        !number.is_empty() && phrases::folded(number) == phrases::folded(&two.release.number);
    same.then(|| Reason::Number(number.clone()))
}

fn by_headline(one: &Candidate, two: &Candidate) -> Option<Reason> {
    let date = one.release.date.filter(|&date| two.release.date == Some(date))?;
    // Two numbers that differ are two releases.
    let numbers = [&one.release.number, &two.release.number];
    if numbers.iter().all(|number| !number.is_empty()) {
        return None;
    }
    let (ours, theirs) = (landmarks(one), landmarks(two));
    let fewer = ours.len().min(theirs.len());
    let common = ours.intersection(&theirs).count();
    (common > 0 && common as f64 >= SHARE_OF_HEADLINE * fewer as f64)
        .then_some(Reason::DateAndHeadline(date))
}

/// The figures and the sounds of the names of a headline.
fn landmarks(file: &Candidate) -> HashSet<String> {
    let title = &file.release.title;
    let values = value::values(title, &file.lang);
    let figures = values.into_iter().filter(|value| value.kind == ValueKind::Number);
    let mut found: HashSet<String> = figures.map(|value| value.key).collect();
    for name in name::names(title, &file.lang) {
        let text = title.get(name.start..name.end).unwrap_or_default();
        let sounds = text.split(|c: char| !c.is_alphabetic()).map(translit::skeleton);
        found.extend(sounds.filter(|sounds| sounds.chars().count() >= FEWEST_SOUNDS));
    }
    found
}

fn by_name(one: &Candidate, two: &Candidate) -> Option<Reason> {
    let stem = stem(one);
    // Other numbers or dates are another release, whatever the files are called.
    let other_number = differ(&one.release.number, &two.release.number);
    let dates = [one.release.date, two.release.date];
    let other_date = matches!(dates, [Some(one), Some(two)] if one != two);
    (!stem.is_empty() && stem == self::stem(two) && !other_number && !other_date)
        .then_some(Reason::FileName(stem))
}

fn differ(one: &str, two: &str) -> bool {
    !one.is_empty() && !two.is_empty() && phrases::folded(one) != phrases::folded(two)
}

/// A file's name without its ending and its language: `bridge` of `bridge_FR.txt`.
fn stem(file: &Candidate) -> String {
    let name = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let english = file.lang.english_name().to_lowercase();
    let tag = file.lang.as_str().to_lowercase();
    let lang = |part: &str| {
        let part = part.to_lowercase();
        part == file.lang.base()
            || part == tag
            || part == english
            || phrases::LANGUAGES.contains(part.as_str())
    };
    let parts = name.split(['.', '_', '-', ' ', '(', ')']).filter(|part| !part.is_empty());
    let left: Vec<String> = parts.filter(|part| !lang(part)).map(str::to_lowercase).collect();
    left.join("-")
}

fn why_unpaired(files: &[Candidate], place: usize) -> String {
    let Some(file) = files.get(place) else { return String::new() };
    let others = || files.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, file)| file);
    let number = &file.release.number;
    let twin = others().find(|other| {
        other.lang.same_base(&file.lang)
            && (by_number(file, other).is_some() || stem(other) == stem(file))
    });
    if let Some(twin) = twin {
        let lang = file.lang.english_name();
        return format!("{} is the same release in {lang} too", twin.name);
    }
    if !number.is_empty() {
        return format!(
            "no other file bears the number {number}, nor its date and headline or its name"
        );
    }
    match file.release.date {
        Some(date) => {
            format!("no other file of {date} has a headline with the same names, nor its name")
        }
        None => "it tells neither a number nor a date, and no other file has its name".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, lang: &str, number: &str, date: &str, title: &str) -> Candidate {
        let release = Release {
            number: number.to_owned(),
            title: title.to_owned(),
            date: date.parse().ok(),
            ..Release::default()
        };
        Candidate { name: name.to_owned(), lang: lang.parse().expect(lang), release }
    }

    fn pairs(files: &[Candidate]) -> Vec<(usize, usize, String)> {
        let pairs = pair(files).pairs;
        pairs.into_iter().map(|pair| (pair.source, pair.target, pair.reason.to_string())).collect()
    }

    #[test]
    fn the_number_comes_first_then_the_headline_then_the_name() {
        let files = [
            file("a.txt", "fr", "0417-12-03-2026", "2026-03-12", "Allocution de Mme Vidal"),
            file("b.txt", "ru", "", "2026-03-14", "Клара Видаль встретилась с Паулем Арну"),
            file("c.txt", "en", "0417-12-03-2026", "2026-03-12", "Statement by Ms Vidal"),
            file("d.txt", "en", "", "2026-03-14", "Clara Vidal meets Paul Arnoux"),
            file("bridge_fr.txt", "fr", "", "", "Le pont"),
            file("bridge_EN.txt", "en", "", "", "The bridge"),
            file("e.txt", "es", "0417-12-03-2026", "2026-03-12", "Discurso de la Sra. Vidal"),
        ];
        let expected = [
            (0, 2, "number 0417-12-03-2026"),
            (0, 6, "number 0417-12-03-2026"),
            (1, 3, "date and headline (2026-03-14)"),
            (4, 5, "file name bridge"),
        ];
        let expected: Vec<_> =
            expected.into_iter().map(|(a, b, why)| (a, b, why.to_owned())).collect();
        assert_eq!(pairs(&files), expected);
    }

    #[test]
    fn what_does_not_fit_is_left_with_a_reason() {
        let files = [
            file("a.fr.txt", "fr", "0417-12-03-2026", "2026-03-12", "Allocution de Mme Vidal"),
            file("a.en.txt", "en", "0418-12-03-2026", "2026-03-12", "Statement by Ms Vidal"),
            file("x.de.txt", "de", "", "2026-03-12", "Die Brücke"),
            file("y.txt", "fr", "", "", "Rien"),
            file("y2.txt", "fr", "0417-12-03-2026", "2026-03-12", "Allocution de Mme Vidal"),
        ];
        let pairing = pair(&files);
        assert_eq!(pairing.pairs, []);
        let why: Vec<&str> = pairing.unpaired.iter().map(|(_, why)| why.as_str()).collect();
        assert_eq!(why.len(), 5);
        assert!(why[0].contains("y2.txt is the same release in French"), "{why:?}");
        assert!(why[1].contains("0418-12-03-2026"), "{why:?}");
        assert!(why[2].contains("2026-03-12"), "{why:?}");
        assert!(why[3].contains("neither a number nor a date"), "{why:?}");
    }
}
