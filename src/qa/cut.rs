//! A translation that is cut: far shorter than those of the release are, or with fewer
//! sentences and short.
//!
//! The logarithm of target to source length is close to normal (Gale & Church 1993); its
//! middle and its width are learnt from the release's rows and start from what a pair of
//! languages of newspapers has. Lengths count letters and digits, each as long as its script
//! writes, so that the start needs no table of languages.

use super::cause::Cause;
use super::finding::{Found, Side};
use super::reading::{Pair, SideText};
use crate::text::script::{self, Script};

/// A source shorter than this, in letters, is not judged: any rendering may be half of it.
const SHORTEST: f64 = 40.0;
/// Rows that the start counts for.
const PRIOR_ROWS: f64 = 12.0;
/// The width at the start: one standard deviation of the logarithm.
const PRIOR_WIDTH: f64 = 0.20;
/// A target is told from so many standard deviations below the middle on …
const DEVIATIONS: f64 = 2.4;
/// … where it is under this share of the length to be expected.
const LARGEST_SHARE: f64 = 0.66;
/// Fewer sentences are told under this share.
const LARGEST_SHARE_OF_SENTENCES: f64 = 0.78;
/// What the length of a sentence adds to the width: √letters · this.
const WIDTH_OF_LETTERS: f64 = 1.2;

/// The standard deviation of a normal distribution by its median absolute deviation.
const BY_MEDIAN: f64 = 1.4826;

/// How long translations are in a release.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Usual {
    /// The middle of ln(target / source).
    middle: f64,
    /// One standard deviation of it, for long sentences.
    width: f64,
}

/// Letters and digits, each as long as its script writes: a Chinese character stands for
/// two and a half letters, a Japanese one for less, Semitic scripts leave vowels out.
pub(super) fn length(text: &str) -> f64 {
    let weigh = |c: char| match script::of(c) {
        Script::Han => 2.6,
        Script::Kana => 1.7,
        Script::Hangul => 2.2,
        Script::Arabic | Script::Hebrew => 1.25,
        _ => 1.0,
    };
    text.chars().filter(|c| c.is_alphanumeric()).map(weigh).sum()
}

impl Usual {
    /// Learns from the rows that are long enough.
    pub(super) fn of(texts: &[(SideText<'_>, SideText<'_>)]) -> Self {
        let judged = texts.iter().filter(|(s, t)| s.length >= SHORTEST && t.length > 0.0);
        let mut logs: Vec<f64> = judged.map(|(s, t)| (t.length / s.length).ln()).collect();
        logs.sort_by(f64::total_cmp);
        let count = logs.len() as f64;
        let share = count / (count + PRIOR_ROWS);
        let middle = median(&logs) * share;
        let mut apart: Vec<f64> = logs.iter().map(|log| (log - median(&logs)).abs()).collect();
        apart.sort_by(f64::total_cmp);
        let width = BY_MEDIAN * median(&apart) * share + PRIOR_WIDTH * (1.0 - share);
        Self { middle, width: width.max(PRIOR_WIDTH / 2.0) }
    }

    /// The share of the length to be expected that a row has, and how many standard
    /// deviations that is from the middle.
    fn share(&self, source: f64, target: f64) -> (f64, f64) {
        let log = (target.max(1.0) / source).ln() - self.middle;
        let width = (self.width.powi(2) + WIDTH_OF_LETTERS.powi(2) / source).sqrt();
        (log.exp(), log / width)
    }
}

/// The middle of sorted values.
fn median(sorted: &[f64]) -> f64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}

/// Tells what is cut.
pub(super) fn check(row: &Pair<'_>, found: &mut Found) {
    let (source, target) = (row.source, row.target);
    if source.length < SHORTEST {
        return;
    }
    let (share, deviations) = row.survey.usual.share(source.length, target.length);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a hundred"
    )]
    let percent = (share * 100.0).round() as usize;
    if share < LARGEST_SHARE && deviations < -DEVIATIONS {
        found.tell(row.row, row.side(Side::Target), row.whole(), Cause::Short { percent });
    } else if target.sentences < source.sentences && share < LARGEST_SHARE_OF_SENTENCES {
        let cause = Cause::Sentences { source: source.sentences, target: target.sentences };
        found.tell(row.row, row.side(Side::Target), row.whole(), cause);
    }
}
