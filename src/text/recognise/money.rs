//! Money: what stands before or behind a number and says of which currency it is.
//!
//! Codes are those of ISO 4217. A bare dollar is taken for that of the United States
//! and a bare franc or pound for no other than `words/` says; where a country is
//! named (`Canadian dollars`), that one. Left out: coins, former currencies.

use super::super::scan::{Scan, is_digit};
use super::lexicon::{Lexicon, What};

const fn currency(what: What) -> Option<&'static str> {
    match what {
        What::Currency(code) => Some(code),
        _ => None,
    }
}

/// The currency behind an amount that ends at byte `end`, and where it ends.
pub(super) fn after(text: &str, end: usize, lexicon: &Lexicon) -> Option<(usize, &'static str)> {
    let mut scan = Scan::new(text, end);
    if scan.eat_spaces(1) == 0 {
        scan.eat_if(|c| matches!(c, '-' | '‑'));
    }
    let mut particle = scan;
    let passed = ["d'", "d’", "de ", "di ", "of "].iter().any(|word| particle.eat_str(word));
    let found = lexicon.find(scan, currency);
    let found = found.or_else(|| if passed { lexicon.find(particle, currency) } else { None });
    found.map(|(code, after)| (after.at(), code))
}

/// The currency that begins at byte `start` before a figure, and where the figure begins.
pub(super) fn before(text: &str, start: usize, lexicon: &Lexicon) -> Option<(usize, &'static str)> {
    let (code, mut after) = lexicon.find(Scan::new(text, start), currency)?;
    after.eat_spaces(1);
    after.peek().filter(|&c| is_digit(c))?;
    Some((after.at(), code))
}
