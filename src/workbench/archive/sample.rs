//! A random sample of links to be judged, which tells how many of all are wrong.
//!
//! Drawn without replacement, each link with the same chance; the random numbers come from
//! outside. Kept in the archive's folder ([`FILE`], `docs/formats/sample.md`), so that judging
//! goes on another day. The rate has the interval of Wilson (1927), which is right for small
//! counts and never leaves 0…1 where the normal approximation does (Brown, Cai and `DasGupta`
//! 2001, "Interval Estimation for a Binomial Proportion", Statistical Science 16(2), 101–133,
//! recommend it for n ≤ 40). Left out: the correction for a finite archive, without which the
//! interval is somewhat too wide, never too narrow.

use serde::{Deserialize, Serialize};

use super::survey::Survey;
use crate::model::{BeadId, IdSource, ProjectId, Timestamp, TranslationId};
use crate::texts::{decimals, t};

/// The name of the file in the archive's folder.
pub const FILE: &str = "links.sample.ron";

/// How many links are drawn: none wrong in 50 tells that at most 7.1 % are, and 50 can be
/// judged in a quarter of an hour.
pub const SIZE: usize = 50;

/// The format that is written, and the highest that is read.
pub const FORMAT: u32 = 1;

/// Which links the sample stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Population {
    /// The accepted ones.
    Accepted,
    /// All, guesses among them.
    All,
}

/// What somebody says of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// Both sides say the same.
    Right,
    /// They do not.
    Wrong,
    /// The row was changed before it was judged; it does not count.
    Gone,
}

/// A link of the sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The release.
    pub project: ProjectId,
    /// The translation.
    pub translation: TranslationId,
    /// The row.
    pub bead: BeadId,
    /// What was said of it; `None` before.
    #[serde(default)]
    pub verdict: Option<Verdict>,
}

/// A sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The format of the file.
    pub format: u32,
    /// What it stands for.
    pub of: Population,
    /// How many links there were to draw from.
    pub from: usize,
    /// When it was drawn.
    pub drawn: Timestamp,
    /// The links, in the order in which they are judged.
    pub items: Vec<Item>,
}

impl Sample {
    /// Draws a sample of [`SIZE`] links, or of all where there are fewer.
    pub fn draw(survey: &Survey, of: Population, drawn: Timestamp, ids: &mut dyn IdSource) -> Self {
        let releases = survey.releases.iter();
        let links = releases.flat_map(|r| r.links.iter().map(move |seen| (r.project, seen)));
        let is_meant = |accepted: bool| of == Population::All || accepted;
        let mut items: Vec<Item> = links
            .filter(|(_, seen)| is_meant(seen.link.is_accepted()))
            .map(|(project, seen)| Item {
                project,
                translation: seen.translation,
                bead: seen.bead,
                verdict: None,
            })
            .collect();
        let from = items.len();
        // Fisher and Yates's shuffle, as far as it is needed (Knuth, TAOCP 2, algorithm P).
        for place in 0..SIZE.min(from) {
            items.swap(place, place + below(from - place, ids));
        }
        items.truncate(SIZE);
        Self { format: FORMAT, of, from, drawn, items }
    }

    /// The place of the first link that is not judged.
    #[must_use]
    pub fn open(&self) -> Option<usize> {
        self.items.iter().position(|item| item.verdict.is_none())
    }

    /// The place of a row of a release.
    #[must_use]
    pub fn place_of(&self, project: ProjectId, bead: BeadId) -> Option<usize> {
        self.items.iter().position(|item| (item.project, item.bead) == (project, bead))
    }

    /// How many were judged, and how many of them are wrong.
    #[must_use]
    pub fn judged(&self) -> (usize, usize) {
        let count = |verdict| self.items.iter().filter(|i| i.verdict == Some(verdict)).count();
        let wrong = count(Verdict::Wrong);
        (count(Verdict::Right) + wrong, wrong)
    }

    /// What the sample tells, in a sentence: the rate of wrong links with its margin.
    #[must_use]
    pub fn sentence(&self) -> String {
        let (judged, wrong) = self.judged();
        let Some((low, high)) = wilson(wrong, judged) else {
            return t!("sample-none-judged", count = self.items.len());
        };
        let percent = |share: f64| decimals(100.0 * share, 1);
        let rate = percent(wrong as f64 / judged as f64);
        let (all, low, high) = (self.items.len(), percent(low), percent(high));
        let id = match self.of {
            Population::Accepted => "sample-accepted-judged",
            Population::All => "sample-all-judged",
        };
        t!(id, judged = judged, all = all, wrong = wrong, rate = rate, low = low, high = high)
    }
}

/// A whole number in 0…`n`−1, each with the same chance: what lies in the incomplete last
/// run of the 64-bit numbers is thrown away (Lemire 2019, "Fast Random Integer Generation in
/// an Interval", ACM TOMACS 29(1), section 2).
fn below(n: usize, ids: &mut dyn IdSource) -> usize {
    let n = n.max(1) as u64;
    let whole = u64::MAX - u64::MAX % n;
    loop {
        let bits = ids.next_bits();
        if bits < whole {
            return usize::try_from(bits % n).unwrap_or_default();
        }
    }
}

/// The 97.5 % point of the normal distribution: an interval of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// The score interval of a proportion at 95 %: the shares, 0…1, that `hits` in `count` are
/// compatible with; `None` without a count.
///
/// Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical
/// inference", Journal of the American Statistical Association 22(158), 209–212.
#[must_use]
pub fn wilson(hits: usize, count: usize) -> Option<(f64, f64)> {
    if count == 0 {
        return None;
    }
    let (n, p) = (count as f64, hits as f64 / count as f64);
    let z2 = Z * Z;
    let middle = p + z2 / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    Some((((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0)))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::model::{Link, SeededIds};
    use crate::workbench::archive::survey::{Seen, Surveyed};

    /// Newcombe (1998), "Two-sided confidence intervals for the single proportion",
    /// Statistics in Medicine 17, 857–872, table I, method 3: hits, count, from, to.
    const NEWCOMBE: [(usize, usize, f64, f64); 4] = [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ];

    #[test]
    fn the_interval_is_that_of_the_tables() {
        for (hits, count, low, high) in NEWCOMBE {
            let (found_low, found_high) = wilson(hits, count).expect("a count");
            assert!((found_low - low).abs() < 5e-5, "{hits} of {count}: {found_low}");
            assert!((found_high - high).abs() < 5e-5, "{hits} of {count}: {found_high}");
        }
        assert_eq!(wilson(0, 0), None);
    }

    fn survey(releases: u64, links: u64) -> Survey {
        let seen = |release: u64, place: u64| Seen {
            translation: TranslationId::from_bits(1),
            bead: BeadId::from_bits(1 + release * 1000 + place),
            link: if place.is_multiple_of(2) {
                Link::Accepted
            } else {
                Link::Guessed { confidence: 0.5, pinned: false }
            },
        };
        let release = |id| Surveyed {
            path: format!("{id}").into(),
            project: ProjectId::from_bits(id + 1),
            languages: Vec::new(),
            links: (0..links).map(|place| seen(id, place)).collect(),
        };
        Survey { releases: (0..releases).map(release).collect(), failed: Vec::new() }
    }

    fn draw(survey: &Survey, of: Population, seed: u64) -> Sample {
        let now = "2026-03-12T17:22:00Z".parse().expect("a time");
        Sample::draw(survey, of, now, &mut SeededIds::new(seed))
    }

    #[test]
    fn a_sample_has_fifty_different_links_of_its_kind_and_the_same_again_for_a_seed() {
        let survey = survey(10, 20);
        let sample = draw(&survey, Population::Accepted, 7);
        let beads: HashSet<BeadId> = sample.items.iter().map(|item| item.bead).collect();
        assert_eq!((sample.from, beads.len()), (100, SIZE));
        assert!(beads.iter().all(|bead| bead.bits() % 2 == 1), "only accepted ones");
        assert_eq!(sample, draw(&survey, Population::Accepted, 7));
        assert_ne!(sample, draw(&survey, Population::Accepted, 8));
        assert_eq!(draw(&survey, Population::All, 7).from, 200);
    }

    #[test]
    fn every_link_has_the_same_chance() {
        // 100 links, 50 drawn, 400 times: each 200 times, with a standard deviation of 10.
        let survey = survey(10, 10);
        let mut counts = std::collections::HashMap::new();
        for seed in 1..=400 {
            for item in draw(&survey, Population::All, seed).items {
                *counts.entry(item.bead).or_insert(0_usize) += 1;
            }
        }
        assert_eq!(counts.len(), 100);
        assert!(counts.values().all(|&count| (150..=250).contains(&count)), "{counts:?}");
    }

    #[test]
    fn the_rate_is_told_with_its_margin_and_what_is_gone_does_not_count() {
        let mut sample = draw(&survey(2, 100), Population::Accepted, 1);
        assert_eq!(sample.sentence(), "0 of 50 judged");
        for (place, item) in sample.items.iter_mut().enumerate() {
            item.verdict = Some(match place {
                0..5 => Verdict::Wrong,
                _ => Verdict::Right,
            });
        }
        assert_eq!(
            sample.sentence(),
            "50 of 50 judged, 5 wrong: 10.0 % of the accepted links are wrong, between 4.3 and \
             21.4 % (95 % confidence)"
        );
        for item in sample.items.iter_mut().take(5) {
            item.verdict = Some(Verdict::Gone);
        }
        assert_eq!(sample.judged(), (45, 0));
    }

    #[test]
    fn fewer_links_than_fifty_are_all_drawn() {
        let sample = draw(&survey(1, 7), Population::All, 1);
        assert_eq!((sample.items.len(), sample.from), (7, 7));
        assert_eq!(draw(&Survey::default(), Population::All, 1).items, []);
    }
}
