//! Numbers in words: `vingt et un`, `forty-two`, `zwei Millionen`, `двадцати пяти`.
//!
//! Words are added where they fit one another: a unit behind a ten, anything below a
//! hundred behind a hundred, and scale words multiply what stands before them. The
//! words that are articles or pronouns as well (`un`, `one`, `eine`, `um`, `один`)
//! count only beside others (`un million`, `vingt et un`).
//!
//! Left out: nought, which is seldom meant as one ("zero tolerance"), halves, dozens,
//! and plural scale words alone ("millions of people").

use super::super::scale;
use super::super::scan::Scan;
use super::lexicon::{Lexicon, What};
use crate::model::Lang;

/// A number read so far.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    /// What the scale words read so far have multiplied.
    total: u64,
    /// What no scale word has multiplied yet.
    group: u64,
    /// Zeros of the last scale word; the next has fewer.
    zeros: Option<u8>,
    /// Whether there is more than an article.
    real: bool,
    words: usize,
}

impl Sum {
    /// Whether a number can stand behind what was read.
    fn fits(&self, number: u64, vigesimal: bool) -> bool {
        let below = self.group % 100;
        let unit = number < 10 && below >= 20 && below.is_multiple_of(10);
        let score = vigesimal && number < 20 && matches!(below, 60 | 80);
        let rest = number < 100 && below == 0 && self.group > 0;
        self.group == 0 || unit || score || rest
    }

    fn add(&mut self, number: u64, real: bool) {
        self.group += number;
        self.real |= real || self.words > 0;
        self.words += 1;
    }

    /// Multiplies by a scale; false where a greater one cannot follow a lesser.
    fn multiply(&mut self, zeros: u8) -> bool {
        if zeros == 2 && (1..100).contains(&self.group) {
            self.group *= 100;
        } else if zeros == 2 && self.group == 0 {
            self.group = 100;
        } else if zeros > 2 && zeros < 16 && self.zeros.is_none_or(|last| zeros < last) {
            let power = 10_u64.pow(u32::from(zeros));
            self.total = self.total.saturating_add(self.group.max(1).saturating_mul(power));
            (self.group, self.zeros) = (0, Some(zeros));
        } else {
            return false;
        }
        self.real = true;
        self.words += 1;
        true
    }
}

/// The number in words at a place, and where it ends.
pub(super) fn at(text: &str, start: usize, lang: &Lang, lexicon: &Lexicon) -> Option<(usize, u64)> {
    let mut sum = Sum::default();
    let mut scan = Scan::new(text, start);
    let mut end = start;
    loop {
        let read = scaled(&mut sum, text, end, lang).or_else(|| next(&mut sum, scan, lexicon));
        let Some(after) = read else { break };
        end = after;
        scan = Scan::new(text, end);
        if !scan.eat_if(|c| matches!(c, '-' | '‑')) && scan.eat_spaces(1) == 0 {
            break;
        }
    }
    sum.real.then_some((end, sum.total.saturating_add(sum.group)))
}

/// Reads a number word, with the joint before it.
fn next(sum: &mut Sum, scan: Scan, lexicon: &Lexicon) -> Option<usize> {
    let joint = |what| match what {
        What::Joint if sum.words > 0 => Some(()),
        What::JointOfHundreds if sum.group >= 100 || sum.total > 0 => Some(()),
        _ => None,
    };
    let mut joined = lexicon.find(scan, joint).map(|((), after)| after);
    let spaced = joined
        .as_mut()
        .is_some_and(|after| after.eat_if(|c| matches!(c, '-' | '‑')) || after.eat_spaces(1) > 0);
    let place = if spaced { joined? } else { scan };
    // The longest word decides: "quatre-vingt" behind "vingt et" is no four.
    let number = |what| match what {
        What::Number(_) | What::Inside(_) | What::Bare(_) | What::Times(_) => Some(what),
        _ => None,
    };
    let (what, after) = lexicon.find(place, number)?;
    let fitting = match what {
        What::Number(number) | What::Inside(number) => {
            // French joins with "et" only one and eleven.
            let joins = !spaced || !lexicon.vigesimal || number % 10 == 1;
            let fits = joins && sum.fits(number.into(), lexicon.vigesimal);
            if fits {
                sum.add(number.into(), matches!(what, What::Number(_)));
            }
            fits
        }
        What::Bare(zeros) => sum.multiply(zeros),
        What::Times(zeros) => sum.group > 0 && sum.multiply(zeros),
        _ => false,
    };
    fitting.then(|| after.at())
}

/// Reads a scale word behind a number: `deux` `millions`.
fn scaled(sum: &mut Sum, text: &str, end: usize, lang: &Lang) -> Option<usize> {
    if sum.words == 0 || sum.group == 0 {
        return None;
    }
    match scale::after(text, end, lang) {
        (after, scale::Unit::TenTo(zeros)) if sum.multiply(zeros) => Some(after),
        _ => None,
    }
}
