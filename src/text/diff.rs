//! Word differences of two texts, for the panel of matches and for a changed source.
//!
//! The words are those of [`super::token`], a figure with its unit (`5 km`, `$3`,
//! `6,4 %`) one word, so that a change reads as people see it. The shortest edit is
//! Myers' (1986), by `similar`. Changes with only white space between them are one.
//! Same and deleted parts joined are the old text, same and inserted ones the new.
//! Left out: moved words, which are a deletion and an insertion.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::token::{TokenKind, tokens};

/// How a part of two texts relates to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// In both.
    Same,
    /// Only in the old text.
    Deleted,
    /// Only in the new text.
    Inserted,
}

/// A part of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Where it stands.
    pub kind: SpanKind,
    /// The part, with its spaces.
    pub text: String,
}

/// A word with the white space before it; the last one may have no word.
#[derive(Clone, Copy)]
struct Word<'a> {
    gap: &'a str,
    text: &'a str,
}

/// The word differences from `old` to `new`, in the order of reading; a deletion stands
/// before the insertion that takes its place.
#[must_use]
pub fn words(old: &str, new: &str) -> Vec<Span> {
    let (old, new) = (split(old), split(new));
    let texts = |words: &[Word]| words.iter().map(|word| word.text.to_owned()).collect::<Vec<_>>();
    let mut spans = Spans::default();
    for op in capture_diff_slices(Algorithm::Myers, &texts(&old), &texts(&new)) {
        let (tag, from, to) = op.as_tag_tuple();
        let from = old.get(from).unwrap_or_default();
        let to = new.get(to).unwrap_or_default();
        if tag == DiffTag::Equal {
            from.iter().zip(to).for_each(|(old, new)| spans.same(*old, *new));
        } else {
            spans.changed(from, to);
        }
    }
    spans.finish()
}

/// The words of a text, each with the white space before it.
fn split(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let (mut end, mut last) = (0, None);
    for token in tokens(text) {
        let gap = text.get(end..token.start).unwrap_or_default();
        let start = end + gap.len();
        end = start + token.text.len();
        match words.last_mut().filter(|_| joins(last, gap, token.kind, token.text)) {
            Some(word) => {
                let word_start = start - gap.len() - word.text.len();
                word.text = text.get(word_start..end).unwrap_or_default();
            }
            None => words.push(Word { gap, text: token.text }),
        }
        last = Some((token.kind, token.text));
    }
    words.push(Word { gap: text.get(end..).unwrap_or_default(), text: "" });
    words
}

/// Whether a token goes on with the word before it: a unit after a figure, a figure after
/// the sign of a currency.
fn joins(last: Option<(TokenKind, &str)>, gap: &str, kind: TokenKind, text: &str) -> bool {
    let Some((last_kind, last_text)) = last else { return false };
    match (last_kind, kind) {
        (TokenKind::Number, TokenKind::Symbol | TokenKind::Word) => {
            gap.chars().count() <= 1 && (UNITS.contains(&text) || is_currency(text))
        }
        (TokenKind::Symbol, TokenKind::Number) => gap.is_empty() && is_currency(last_text),
        _ => false,
    }
}

fn is_currency(text: &str) -> bool {
    matches!(text, "$" | "€" | "£" | "¥" | "₽" | "₹" | "₴" | "₺" | "₩" | "₪")
}

/// Units written after a figure.
const UNITS: &[&str] = &[
    "mm", "cm", "m", "km", "mg", "g", "kg", "t", "ml", "l", "ha", "km²", "m²", "m³", "h", "min",
    "s", "W", "kW", "MW", "GW", "kWh", "MWh", "GWh", "TWh", "V", "Hz", "MHz", "GHz", "KB", "MB",
    "GB", "TB", "°", "EUR", "USD", "GBP", "CHF", "RUB", "CNY", "JPY", "мм", "см", "м", "км", "г",
    "кг", "т", "л", "га", "ч", "кВт", "МВт", "ГВт", "руб",
];

/// Spans as they are made, the change that is not finished yet apart.
#[derive(Default)]
struct Spans {
    done: Vec<Span>,
    deleted: String,
    inserted: String,
}

impl Spans {
    fn same(&mut self, old: Word, new: Word) {
        if old.gap == new.gap {
            self.flush();
            self.push(SpanKind::Same, old.gap);
        } else {
            self.deleted.push_str(old.gap);
            self.inserted.push_str(new.gap);
        }
        self.flush();
        self.push(SpanKind::Same, old.text);
    }

    fn changed(&mut self, old: &[Word], new: &[Word]) {
        for word in old {
            self.deleted.extend([word.gap, word.text]);
        }
        for word in new {
            self.inserted.extend([word.gap, word.text]);
        }
    }

    /// Finishes a change; white space that both sides begin with is the same.
    fn flush(&mut self) {
        let (deleted, inserted) =
            (std::mem::take(&mut self.deleted), std::mem::take(&mut self.inserted));
        let common = common_space(&deleted, &inserted);
        self.push(SpanKind::Same, deleted.get(..common).unwrap_or_default());
        self.push(SpanKind::Deleted, deleted.get(common..).unwrap_or_default());
        self.push(SpanKind::Inserted, inserted.get(common..).unwrap_or_default());
    }

    fn push(&mut self, kind: SpanKind, text: &str) {
        match self.done.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => self.done.push(Span { kind, text: text.to_owned() }),
        }
    }

    fn finish(mut self) -> Vec<Span> {
        self.flush();
        self.done
    }
}

/// The length of the white space both texts begin with, in bytes.
fn common_space(one: &str, other: &str) -> usize {
    one.chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b && a.is_whitespace())
        .map(|(a, _)| a.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Deleted in `[-…-]`, inserted in `{+…+}`.
    fn check(old: &str, new: &str, expected: &str) {
        let shown = words(old, new).into_iter().map(|span| match span.kind {
            SpanKind::Same => span.text,
            SpanKind::Deleted => format!("[-{}-]", span.text),
            SpanKind::Inserted => format!("{{+{}+}}", span.text),
        });
        assert_eq!(shown.collect::<String>(), expected);
    }

    #[test]
    fn changes_are_of_whole_words() {
        let cases = [
            ("", "", ""),
            ("a b", "a b", "a b"),
            ("le 5 mai", "le 6 mai", "le [-5 mai-]{+6 mai+}"),
            ("the old pact", "the new pact", "the [-old-]{+new+} pact"),
            ("an old pact holds", "a new pact holds", "[-an old-]{+a new+} pact holds"),
            ("a b c", "a c", "a[- b-] c"),
            ("a c", "a b c", "a{+ b+} c"),
            ("over 5 km of road", "over 7 km of road", "over [-5 km-]{+7 km+} of road"),
            ("about $3 each", "about $4 each", "about [-$3-]{+$4+} each"),
            ("at 6,4 % now", "at 6,5 % now", "at [-6,4 %-]{+6,5 %+} now"),
            ("oui :", "oui\u{A0}:", "oui[- -]{+\u{A0}+}:"),
            ("end", "end.", "end{+.+}"),
            ("北京。", "南京。", "[-北-]{+南+}京。"),
            ("", "new", "{+new+}"),
        ];
        for (old, new, expected) in cases {
            check(old, new, expected);
        }
    }

    proptest! {
        #[test]
        fn the_parts_are_both_texts(old in "[ab1 %.é中]{0,20}|\\PC{0,20}", new in "[ab1 %.é中]{0,20}|\\PC{0,20}") {
            let spans = words(&old, &new);
            let side = |other| spans.iter().filter(|s| s.kind != other).map(|s| s.text.as_str()).collect::<String>();
            prop_assert_eq!(side(SpanKind::Inserted), old);
            prop_assert_eq!(side(SpanKind::Deleted), new);
        }
    }
}
