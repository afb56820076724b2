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
    /// Files in the language of one of the two that fit the other one as well: somebody
    /// has to choose.
    pub rivals: Vec<usize>,
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
    pair_where(files, &|_, _| true)
}

/// Pairs files, of which only those may belong together that `may` says so of, by their
/// places; the first of a pair comes first in the list.
#[must_use]
pub fn pair_where(files: &[Candidate], may: &dyn Fn(usize, usize) -> bool) -> Pairing {
    let known: Vec<Known<'_>> = files.iter().map(Known::of).collect();
    let mut made = Making { files, pairs: Vec::new(), taken: HashSet::new() };
    for pass in [by_number, by_headline, by_name] {
        let mut fitting = Vec::new();
        for (source, one) in known.iter().enumerate() {
            for (target, two) in known.iter().enumerate().skip(source + 1) {
                let other = !one.file.lang.same_base(&two.file.lang) && may(source, target);
                if let Some((reason, fit)) = if other { pass(one, two) } else { None } {
                    fitting.push(Fitting { source, target, reason, fit });
                }
            }
        }
        // The best first; of those that fit equally, the first of the list.
        fitting.sort_by(|a, b| b.fit.total_cmp(&a.fit));
        made.take(&fitting);
    }
    let Making { mut pairs, taken, .. } = made;
    pairs.sort_by_key(|pair| (pair.source, pair.target));
    let left = (0..files.len()).filter(|place| !taken.contains(place));
    let unpaired = left.map(|place| (place, why_unpaired(&known, place))).collect();
    Pairing { pairs, unpaired }
}

/// Two files that fit, and how well: 1 is wholly.
struct Fitting {
    source: usize,
    target: usize,
    reason: Reason,
    fit: f64,
}

/// The pairs made so far.
struct Making<'a> {
    files: &'a [Candidate],
    pairs: Vec<Pair>,
    taken: HashSet<usize>,
}

impl Making<'_> {
    fn take(&mut self, fitting: &[Fitting]) {
        let before = self.taken.clone();
        let mut sources: HashSet<usize> = self.pairs.iter().map(|pair| pair.source).collect();
        for found in fitting {
            let (source, target) = (found.source, found.target);
            let free = !self.taken.contains(&source) || sources.contains(&source);
            // A release has one file a language.
            let again = self.pairs.iter().any(|pair| {
                pair.source == source && same_language(self.files, pair.target, target)
            });
            if self.taken.contains(&target) || !free || again {
                continue;
            }
            let rivals = self.rivals(found, fitting, &before);
            self.taken.extend([source, target]);
            sources.insert(source);
            self.pairs.push(Pair { source, target, reason: found.reason.clone(), rivals });
        }
    }

    /// The files in the language of one side that fit the other side as well.
    fn rivals(&self, found: &Fitting, all: &[Fitting], before: &HashSet<usize>) -> Vec<usize> {
        let equal = all.iter().filter(|other| other.fit >= found.fit);
        let rival = |other: &Fitting| {
            let (own, theirs) = if other.source == found.source {
                (found.target, other.target)
            } else if other.target == found.target {
                (found.source, other.source)
            } else {
                return None;
            };
            let alike = own != theirs && same_language(self.files, own, theirs);
            (alike && !before.contains(&theirs)).then_some(theirs)
        };
        equal.filter_map(rival).collect()
    }
}

/// What of a file is compared, worked out once.
struct Known<'a> {
    file: &'a Candidate,
    number: String,
    stem: String,
    landmarks: HashSet<String>,
}

impl<'a> Known<'a> {
    fn of(file: &'a Candidate) -> Self {
        let number = phrases::folded(&file.release.number);
        // Headlines are compared within a day only.
        let dated = file.release.date.is_some();
        let landmarks = if dated { landmarks(file) } else { HashSet::new() };
        Self { file, number, stem: stem(file), landmarks }
    }
}

fn same_language(files: &[Candidate], one: usize, two: usize) -> bool {
    files.get(one).zip(files.get(two)).is_some_and(|(one, two)| one.lang.same_base(&two.lang))
}

fn by_number(one: &Known<'_>, two: &Known<'_>) -> Option<(Reason, f64)> {
    let same = !one.number.is_empty() && one.number == two.number;
    same.then(|| (Reason::Number(one.file.release.number.clone()), 1.0))
}

fn by_headline(one: &Known<'_>, two: &Known<'_>) -> Option<(Reason, f64)> {
    let date = one.file.release.date.filter(|&date| two.file.release.date == Some(date))?;
    // Two numbers that differ are two releases.
    if [one, two].iter().all(|known| !known.number.is_empty()) {
        return None;
    }
    let fewer = one.landmarks.len().min(two.landmarks.len());
    let common = one.landmarks.intersection(&two.landmarks).count();
    let share = common as f64 / fewer.max(1) as f64;
    (common > 0 && share >= SHARE_OF_HEADLINE).then_some((Reason::DateAndHeadline(date), share))
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

fn by_name(one: &Known<'_>, two: &Known<'_>) -> Option<(Reason, f64)> {
    // Other numbers or dates are another release, whatever the files are called.
    let both = !one.number.is_empty() && !two.number.is_empty();
    let other_number = both && one.number != two.number;
    let dates = [one.file.release.date, two.file.release.date];
    let other_date = matches!(dates, [Some(one), Some(two)] if one != two);
    (!one.stem.is_empty() && one.stem == two.stem && !other_number && !other_date)
        .then(|| (Reason::FileName(one.stem.clone()), 1.0))
}

/// A file's name without its ending and its language: `bridge` of `bridge_FR.txt`.
#[must_use]
pub fn stem(file: &Candidate) -> String {
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

fn why_unpaired(files: &[Known<'_>], place: usize) -> String {
    let Some(known) = files.get(place) else { return String::new() };
    let file = known.file;
    let number = &file.release.number;
    let mut others = files.iter().enumerate().filter(|(at, _)| *at != place);
    let twin = others.find(|(_, other)| {
        other.file.lang.same_base(&file.lang)
            && (by_number(known, other).is_some() || other.stem == known.stem)
    });
    if let Some((_, twin)) = twin {
        let lang = file.lang.english_name();
        return format!("{} is the same release in {lang} too", twin.file.name);
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
    fn the_better_headline_wins_and_equal_ones_are_rivals() {
        let files = [
            file("a.txt", "fr", "", "2026-03-12", "Clara Vidal reçoit Paul Arnoux à Brévanne"),
            file("b.txt", "en", "", "2026-03-12", "Clara Vidal visits Harrow with Ines Moreau"),
            file("c.txt", "en", "", "2026-03-12", "Clara Vidal receives Paul Arnoux"),
            file("d.txt", "es", "77-1", "2026-03-12", "Discurso"),
            file("e.txt", "de", "77-1", "2026-03-12", "Rede"),
            file("f.txt", "de", "77-1", "2026-03-12", "Die Rede"),
        ];
        let made: Vec<_> =
            pair(&files).pairs.into_iter().map(|p| (p.source, p.target, p.rivals)).collect();
        assert_eq!(made, [(0, 2, vec![]), (3, 4, vec![5])]);
        let none = pair_where(&files, &|_, _| false);
        assert_eq!((none.pairs.len(), none.unpaired.len()), (0, 6));
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
