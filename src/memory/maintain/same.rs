//! What counts as the same text here: apostrophes, dashes, quotation marks and spaces as
//! one ([`fold::typography`]), spaces at the ends left out.
//!
//! Stricter than a match's classes: case and accents are differences that somebody may
//! have meant (a headline in capitals), so they do not make a unit a duplicate.

use std::borrow::Cow;
use std::hash::Hasher;

use super::ledger::Ledger;
use crate::memory::live::Stored;
use crate::memory::vocabulary::QuickHasher;
use crate::model::{Cancelled, Watch};
use crate::text::fold;

/// A text without what it may differ in.
pub fn same(text: &str) -> Cow<'_, str> {
    let folded = fold::typography(text);
    let is_plain = folded.trim() == folded && !folded.contains("  ") && !folded.contains('\n');
    if is_plain {
        return folded;
    }
    Cow::Owned(folded.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The key of a text: equal where the folded texts are.
fn key(texts: [&str; 2]) -> u64 {
    let mut hasher = QuickHasher::default();
    for text in texts {
        hasher.write(same(text).as_bytes());
        hasher.write_u8(0xFF);
    }
    hasher.finish()
}

/// Units whose texts, as `of` tells them, are the same: groups of two and more, each in the
/// order of the file, by their first.
pub fn groups(
    ledger: &Ledger,
    watch: &dyn Watch,
    of: impl for<'a> Fn(&Stored<'a>) -> [&'a str; 2],
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let mut keys: Vec<(u64, u32)> = Vec::with_capacity(ledger.len());
    ledger.each(watch, |slot, stored| keys.push((key(of(&stored)), slot)))?;
    keys.sort_unstable();
    let texts = |slot| {
        let stored = ledger.unit(slot)?;
        Some(of(&stored).map(|text| same(text).into_owned()))
    };
    let mut groups = Vec::new();
    for alike in keys.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        // Equal keys are equal texts, but for one pair in 10^19.
        let mut parted: Vec<([String; 2], Vec<u32>)> = Vec::new();
        for &(_, slot) in alike {
            let Some(texts) = texts(slot) else { continue };
            match parted.iter_mut().find(|(known, _)| *known == texts) {
                Some((_, slots)) => slots.push(slot),
                None => parted.push((texts, vec![slot])),
            }
        }
        groups.extend(parted.into_iter().map(|(_, slots)| slots).filter(|slots| slots.len() > 1));
    }
    groups.sort_unstable_by_key(|slots| slots.first().copied());
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_and_spaces_make_no_difference() {
        for (one, other, expected) in [
            ("L’accord – signé.", "L'accord - signé.", true),
            ("«\u{a0}Oui\u{a0}»", "\" Oui \"", true),
            (" Deux  mots ", "Deux mots", true),
            ("Accord", "accord", false),
            ("Eté", "Été", false),
            ("", " ", true),
        ] {
            assert_eq!(same(one) == same(other), expected, "{one} | {other}");
        }
    }
}
