//! Units that look wrong. None of this is certain: a name is the same in both languages, a
//! heading may be rendered by a sentence; so they are shown, never changed.
//!
//! | what | how it is known |
//! |---|---|
//! | an empty side | it has no letter and no digit, the other has |
//! | the same text on both sides | three words and more, of small letters |
//! | lengths that do not fit | Gale & Church (1993): the difference of the lengths, over its spread, beyond [`MOST_SPREADS`]; the ratio is the memory's own median |
//! | leftover codes | `<b>`, `</b>`, `&amp;`, `{1}`, the replacement character, UTF-8 read as Latin-1 |
//! | another language | both detectors agree on one that is not the side's, nor near it |

use super::ledger::Ledger;
use super::listing::{Listing, Note};
use super::same::same;
use crate::memory::live::Stored;
use crate::model::{Cancelled, Lang, Watch};
use crate::text::lang::{self, Evidence};

/// Why a unit looks wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// A side is empty.
    Empty,
    /// Both sides are the same text.
    Identical,
    /// One side is far too long for the other.
    Length,
    /// There are codes in the text.
    Codes,
    /// A side is in another language.
    Language,
}

/// Spread of the difference of lengths, characters squared a character of the source (Gale &
/// Church 1993, p. 81).
const SPREAD: f64 = 6.8;
/// So many spreads are beyond what free renderings do: of a normal distribution, one pair in
/// 16,000. Real differences have heavier tails, so it is more than that.
const MOST_SPREADS: f64 = 4.0;
/// Fewer words may be a name or a title that is the same in both languages.
const FEWEST_WORDS: usize = 3;
/// Fewer characters say nothing certain of the language of a side.
const FEWEST_CHARS: usize = 40;
/// Shorter sources do not tell the ratio of the lengths.
const FEWEST_MEASURED: usize = 20;

/// The units that look wrong, those of one reason together.
///
/// # Errors
/// [`Cancelled`] when the watch says so.
pub fn doubtful(ledger: &Ledger, watch: &dyn Watch) -> Result<Listing, Cancelled> {
    let ratio = ratio(ledger, watch)?;
    let header = ledger.header();
    let mut found = Vec::new();
    ledger.each(watch, |slot, stored| {
        found
            .extend(doubt(&stored, ratio, [&header.source, &header.target]).map(|why| (why, slot)));
    })?;
    found.sort_unstable();
    Ok(Listing::of_units(found.into_iter().map(|(why, slot)| (slot, Note::Doubt(why)))))
}

/// How many characters of a target stand for one of its source: the median.
fn ratio(ledger: &Ledger, watch: &dyn Watch) -> Result<f64, Cancelled> {
    let mut ratios = Vec::new();
    ledger.each(watch, |_, stored| {
        let [source, target] = lengths(&stored);
        if source >= FEWEST_MEASURED && target > 0 {
            ratios.push(target as f64 / source as f64);
        }
    })?;
    let middle = ratios.len() / 2;
    if ratios.is_empty() {
        return Ok(1.0);
    }
    let (_, median, _) = ratios.select_nth_unstable_by(middle, f64::total_cmp);
    Ok(*median)
}

fn lengths(stored: &Stored<'_>) -> [usize; 2] {
    [stored.unit.source, stored.unit.target].map(|text| text.chars().count())
}

/// The first thing that is wrong with a unit.
fn doubt(stored: &Stored<'_>, ratio: f64, langs: [&Lang; 2]) -> Option<Doubt> {
    let texts = [stored.unit.source, stored.unit.target];
    let says_something = |text: &str| text.chars().any(char::is_alphanumeric);
    let empty = texts.iter().filter(|text| !says_something(text)).count();
    if empty == 1 || texts.iter().any(|text| text.trim().is_empty()) {
        return Some(Doubt::Empty);
    }
    if is_untranslated(texts, langs) {
        return Some(Doubt::Identical);
    }
    if texts.into_iter().any(has_codes) {
        return Some(Doubt::Codes);
    }
    if !fits(lengths(stored), ratio) {
        return Some(Doubt::Length);
    }
    let [source, target] = texts;
    let is_foreign =
        is_foreign(target, langs[1], langs[0]) || is_foreign(source, langs[0], langs[1]);
    is_foreign.then_some(Doubt::Language)
}

fn is_untranslated([source, target]: [&str; 2], langs: [&Lang; 2]) -> bool {
    let words = source.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
    let is_long = words.count() >= FEWEST_WORDS;
    is_long && !langs[0].same_base(langs[1]) && same(source) == same(target)
}

/// Whether two lengths may be those of a sentence and its translation.
fn fits([source, target]: [usize; 2], ratio: f64) -> bool {
    let expected = source as f64 * ratio;
    let spread = (SPREAD * (source as f64).max(expected).max(1.0)).sqrt();
    (target as f64 - expected).abs() <= MOST_SPREADS * spread
}

/// Whether codes of a file format stand in a text.
fn has_codes(text: &str) -> bool {
    let may = |c: char| matches!(c, '<' | '&' | '{' | '\u{FFFD}' | 'Ã' | 'â');
    text.chars().any(may)
        && (has_between(text, '<', '>', is_tag)
            || has_between(text, '&', ';', is_entity)
            || has_between(text, '{', '}', is_number)
            || text.contains('\u{FFFD}')
            || ["Ã©", "Ã¨", "Ãª", "Ã§", "â€™", "â€œ"].iter().any(|mark| text.contains(mark)))
}

fn has_between(text: &str, open: char, close: char, is: fn(&str) -> bool) -> bool {
    let mut parts = text.split(open);
    let _ = parts.next();
    parts.any(|part| part.split_once(close).is_some_and(|(inside, _)| is(inside)))
}

/// The inside of `<b>`, `</b>`, `<br/>`, `<a href="…">`, `<1>`.
fn is_tag(inside: &str) -> bool {
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let name = name.split([' ', '/']).next().unwrap_or_default();
    !name.is_empty() && name.len() <= 12 && name.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The inside of `&amp;`, `&#233;`.
fn is_entity(inside: &str) -> bool {
    let name = inside.strip_prefix('#').unwrap_or(inside);
    (2..=8).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric())
}

fn is_number(inside: &str) -> bool {
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    !inside.is_empty() && inside.len() <= 3 && inside.chars().all(|c| c.is_ascii_digit())
}

/// Whether a text is certainly in another language. `own` is its side's, `other` that of the
/// other side.
fn is_foreign(text: &str, own: &Lang, other: &Lang) -> bool {
    // The detectors take a hundred times as long as looking for common words: a text that
    // has several of its language, and more than of the other, is not asked about.
    let known = common_words(text, own);
    let is_plain = known >= FEWEST_COMMON && known > common_words(text, other);
    if is_plain || text.chars().count() < FEWEST_CHARS {
        return false;
    }
    let evidence = Evidence::of(text);
    evidence.certain().is_some_and(|found| !found.same_base(own) && !lang::are_near(found, own))
}

/// One common word of a language is another word in another one: `in`, `on`, `a`.
const FEWEST_COMMON: usize = 2;
/// The first words of a text tell as much as all.
const WORDS_LOOKED_AT: usize = 16;

/// How many of the first words of a text are among the commonest of a language.
fn common_words(text: &str, lang: &Lang) -> usize {
    let words = text.split_whitespace().take(WORDS_LOOKED_AT);
    words.filter(|word| lang::has_common_word(word, lang)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{RevisionId, Timestamp, Unit, UnitId, UnitStatus};

    #[test]
    fn what_looks_wrong_is_told_apart_from_what_does_not() {
        let cases = include_str!("doubt/cases.tsv");
        let langs: [Lang; 2] = ["fr", "en"].map(|tag| tag.parse().expect(tag));
        let mut seen = 0;
        for line in cases.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let [expected, source, target] =
                line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
            let unit = Unit::plain(source, target, UnitStatus::Draft);
            let stored = Stored {
                id: UnitId::from_bits(1),
                revision: RevisionId::from_bits(1),
                at: Timestamp::UNIX_EPOCH,
                unit: (&unit).into(),
            };
            let found = doubt(&stored, 1.0, [&langs[0], &langs[1]]);
            let found = found.map_or("-".to_owned(), |doubt| format!("{doubt:?}").to_lowercase());
            assert_eq!(found, expected, "{line}");
            seen += 1;
        }
        assert!(seen > 20);
    }
}
