//! A text folded for searching, with the way back to the places of the text itself.
//!
//! Folding goes cluster by cluster: a character with the combining marks behind it
//! (Unicode annex 29 says more than is needed here: emoji and Hangul jamo are left as
//! they stand). A place found in the folded text counts only where it begins and ends
//! with a cluster, so `s` is not found in half of a `ß` that is folded to `ss`, and a hit
//! never cuts a letter from its accent.
//!
//! Full-width forms are always the plain ones. With accents off also Arabic vowel signs
//! and the tatweel go, and `ё` is `е`.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold;

/// What two texts may differ in and still be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Folding {
    /// Whether capitals are small letters.
    pub case: bool,
    /// Whether accents, vowel signs and the tatweel are left out.
    pub accents: bool,
}

/// A folded text.
#[derive(Debug, Clone)]
pub struct Folded<'a> {
    /// The folded text, to be searched.
    pub text: Cow<'a, str>,
    /// Where each cluster begins: in the folded text and in the text itself, in bytes;
    /// the ends of both close the list. `None` where nothing was folded.
    starts: Option<Vec<(usize, usize)>>,
}

impl Folding {
    /// Folds a text, and keeps the way back.
    #[must_use]
    pub fn fold(self, text: &str) -> Folded<'_> {
        if self.leaves(text) {
            return Folded { text: Cow::Borrowed(text), starts: None };
        }
        let mut folded = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        for (at, cluster) in clusters(text) {
            starts.push((folded.len(), at));
            self.push(cluster, &mut folded);
        }
        starts.push((folded.len(), text.len()));
        Folded { text: Cow::Owned(folded), starts: Some(starts) }
    }

    /// Folds a text that is only searched for: the way back is not needed.
    #[must_use]
    pub fn key(self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        for (_, cluster) in clusters(text) {
            self.push(cluster, &mut folded);
        }
        folded
    }

    /// Whether there is nothing to fold in a text; ASCII only, since that is quick to tell.
    fn leaves(self, text: &str) -> bool {
        text.is_ascii() && !(self.case && text.bytes().any(|byte| byte.is_ascii_uppercase()))
    }

    fn push(self, cluster: &str, folded: &mut String) {
        if let (Some(c), true) = (cluster.chars().next(), cluster.len() == 1) {
            folded.push(if self.case { c.to_ascii_lowercase() } else { c });
            return;
        }
        let plain: String = cluster.chars().flat_map(plain_width).nfc().collect();
        let plain = if self.case { fold::case(&plain) } else { Cow::Borrowed(plain.as_str()) };
        if !self.accents {
            folded.push_str(&plain);
            return;
        }
        folded.extend(fold::accents(&plain).chars().filter(|&c| c != TATWEEL));
    }
}

/// The stroke that lengthens Arabic words.
const TATWEEL: char = '\u{640}';

/// The plain form of a full-width or half-width one (U+FF00 to U+FFEF), and of the
/// ideographic space.
fn plain_width(c: char) -> impl Iterator<Item = char> {
    let wide = matches!(c, '\u{FF00}'..='\u{FFEF}' | '\u{3000}');
    let compatible = wide.then(|| std::iter::once(c).nfkc());
    compatible.into_iter().flatten().chain((!wide).then_some(c))
}

/// The clusters of a text with the byte each begins at.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, first) = rest.next()?;
        let mut end = at + first.len_utf8();
        while let Some((next, mark)) = rest.next_if(|&(_, c)| is_mark(c)) {
            end = next + mark.len_utf8();
        }
        Some((at, text.get(at..end)?))
    })
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_combining_mark(c)
}

impl Folded<'_> {
    /// Where a stretch of the folded text stands in the text itself; `None` where it
    /// begins or ends inside of a cluster.
    #[must_use]
    pub fn place(&self, found: Range<usize>) -> Option<Range<usize>> {
        let Some(starts) = &self.starts else { return Some(found) };
        // Of clusters folded to nothing several begin at one place: a hit begins behind
        // and ends before them.
        let from = starts.partition_point(|&(at, _)| at <= found.start).checked_sub(1)?;
        let to = starts.partition_point(|&(at, _)| at < found.end);
        let ((from_at, start), (to_at, end)) = (*starts.get(from)?, *starts.get(to)?);
        (from_at == found.start && to_at == found.end && start <= end).then_some(start..end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BOTH: Folding = Folding { case: true, accents: true };
    const CASE: Folding = Folding { case: true, accents: false };

    #[test]
    fn hits_stand_where_they_stand_in_the_text() {
        let cases = [
            (CASE, "Vers İstanbul", "istanbul", vec!["İstanbul"]),
            (BOTH, "Die Straße.", "strasse", vec!["Straße"]),
            (BOTH, "Die Straße.", "s", vec!["S"]),
            (CASE, "Die Straße.", "straße", vec!["Straße"]),
            (BOTH, "أُمّـــة واحدة", "امة", vec!["أُمّـــة"]),
            (BOTH, "كتـــاب", "كتاب", vec!["كتـــاب"]),
            (BOTH, "ещё, Ещё и ЕЩЕ", "еще", vec!["ещё", "Ещё", "ЕЩЕ"]),
            (CASE, "e\u{301}te\u{301} été", "été", vec!["e\u{301}te\u{301}", "été"]),
            (BOTH, "e\u{301}te\u{301} été", "ete", vec!["e\u{301}te\u{301}", "été"]),
            (CASE, "２０２６年 ＡＢＣ", "2026年 abc", vec!["２０２６年 ＡＢＣ"]),
            (CASE, "ガ行", "カ", vec![]),
            (BOTH, "Œuvre", "oe", vec!["Œ"]),
            (CASE, "été", "ete", vec![]),
        ];
        for (folding, text, query, expected) in cases {
            let folded = folding.fold(text);
            let query = folding.key(query);
            let found = folded.text.match_indices(&query);
            let found = found.filter_map(|(at, hit)| folded.place(at..at + hit.len()));
            let found: Vec<&str> = found.filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{query} in {text}");
        }
    }

    proptest! {
        /// Whatever is folded, each cluster leads back to itself, on whole characters.
        #[test]
        fn every_place_is_on_whole_characters(
            text in "[a-zA-ZİßÉéœЁё\u{301}\u{640}\u{64F}أمةＡガ 。]{0,24}", case: bool, accents: bool,
        ) {
            let folding = Folding { case, accents };
            let folded = folding.fold(&text);
            prop_assert_eq!(&*folded.text, &folding.key(&text));
            let all = folded.text.char_indices().map(|(at, c)| at..at + c.len_utf8());
            for found in all {
                if let Some(range) = folded.place(found.clone()) {
                    let own = text.get(range);
                    prop_assert!(own.is_some_and(|own| {
                        Some(folding.key(own).as_str()) == folded.text.get(found.clone())
                    }), "{:?} of {}", found, text);
                }
            }
        }
    }
}
