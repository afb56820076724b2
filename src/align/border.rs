//! Borders between sentences that fall within a sentence.
//!
//! What a program cut in two, at a line's end, an abbreviation's stop, an item of a
//! list, is often one sentence for a translator: before such a border stands a comma or
//! a dash, behind it a small letter. Where one side of a bead begins or ends at such a
//! border and the other does not, the two were perhaps cut at different places; and half
//! a sentence is rarely left out.
//!
//! The search does not ask this, since in lists and in verse borders of this kind are
//! common and say nothing. Left out: scripts without capitals know no small letters.

use std::ops::Range;

use super::model::Stretch;

/// Share of sentences that go on with another from which on this says nothing.
const COMMON: f64 = 0.5;
/// Sentences that hold back what is learnt of this share.
const PSEUDO_SENTENCES: f64 = 5.0;

/// The borders of one side: border k stands before sentence k.
#[derive(Debug, Default)]
pub(super) struct Borders {
    /// Whether the sentence ends with a comma or a dash.
    pauses: Vec<bool>,
    /// Whether the sentence begins with a small letter; none where it begins with a
    /// figure or a letter that is neither small nor capital.
    smalls: Vec<Option<bool>>,
    /// How many of the first k sentences go on with the one before, each worth less the
    /// commoner they are.
    continued: Vec<f64>,
}

impl Borders {
    /// The borders between these sentences.
    pub(super) fn of<'a>(sentences: impl Iterator<Item = &'a str>) -> Self {
        let looks = sentences.map(|text| (ends_in_pause(text), (is_small(text), is_open(text))));
        let (pauses, looks): (Vec<bool>, Vec<_>) = looks.unzip();
        let (smalls, opens): (Vec<Option<bool>>, Vec<bool>) = looks.into_iter().unzip();
        let after = pauses.iter().zip(&opens).zip(smalls.iter().skip(1));
        let goes_on = after.map(|((pause, open), small)| *pause || (*open && *small == Some(true)));
        let continued = running(&goes_on.collect::<Vec<bool>>(), smalls.len());
        Self { pauses, smalls, continued }
    }

    /// How many sentences of a range go on with the one before, each worth one or less.
    pub(super) fn continued(&self, sentences: &Range<usize>) -> f64 {
        let upto = |end: usize| self.continued.get(end).copied().unwrap_or(0.0);
        upto(sentences.end) - upto(sentences.start)
    }

    /// Whether a pause stands before a border.
    fn pause(&self, border: usize) -> bool {
        border.checked_sub(1).and_then(|before| self.pauses.get(before)).copied().unwrap_or(false)
    }

    /// Whether a small letter stands behind a border.
    fn small(&self, border: usize) -> Option<bool> {
        self.smalls.get(border).copied().flatten()
    }

    /// Whether a border falls within a sentence.
    fn is_within(&self, border: usize) -> bool {
        self.pause(border) || self.small(border) == Some(true)
    }
}

/// Whether a bead begins or ends within a sentence on one side and not on the other; of
/// a sentence without a counterpart, whether it is a part of one.
pub(super) fn disagree(source: &Borders, target: &Borders, bead: &Stretch) -> bool {
    let differ = |ours: usize, theirs: usize| {
        let smalls = source.small(ours).zip(target.small(theirs));
        source.pause(ours) != target.pause(theirs) || smalls.is_some_and(|(a, b)| a != b)
    };
    let (ours, theirs) = (&bead.source, &bead.target);
    match (ours.is_empty(), theirs.is_empty()) {
        (false, false) => differ(ours.start, theirs.start) || differ(ours.end, theirs.end),
        (true, _) => target.is_within(theirs.start) || target.is_within(theirs.end),
        (_, true) => source.is_within(ours.start) || source.is_within(ours.end),
    }
}

/// Running sums over `all` sentences, of which the second and the following go on or not.
fn running(goes_on: &[bool], all: usize) -> Vec<f64> {
    let seen = goes_on.iter().filter(|goes_on| **goes_on).count() as f64;
    let worth = (1.0 - seen / (all as f64 + PSEUDO_SENTENCES) / COMMON).max(0.0);
    let mut sum = 0.0;
    let sums = goes_on.iter().map(|goes_on| {
        sum += if *goes_on { worth } else { 0.0 };
        sum
    });
    [0.0, 0.0].into_iter().chain(sums).take(all + 1).collect()
}

fn ends_in_pause(text: &str) -> bool {
    text.trim_end().ends_with([',', '،', '、', '，', '-', '–', '—'])
}

fn is_open(text: &str) -> bool {
    text.trim_end().ends_with([':', ';', '؛', '：', '；'])
}

fn is_small(text: &str) -> Option<bool> {
    let first = text.chars().find(|c| c.is_alphanumeric())?;
    (first.is_lowercase() || first.is_uppercase()).then(|| first.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: [&str; 4] =
        ["The pier is closed.", "The boats leave", "from the old quay,", "as before the war."];

    fn check(theirs: &[&str], beads: &[(Range<usize>, Range<usize>, bool)]) {
        let (ours, theirs) = (Borders::of(OURS.into_iter()), Borders::of(theirs.iter().copied()));
        for (source, target, expected) in beads {
            let bead = Stretch { source: source.clone(), target: target.clone() };
            assert_eq!(disagree(&ours, &theirs, &bead), *expected, "{bead:?}");
            let turned = Stretch { source: target.clone(), target: source.clone() };
            assert_eq!(disagree(&theirs, &ours, &turned), *expected, "{bead:?}");
        }
    }

    #[test]
    fn a_sentence_cut_on_one_side_alone_is_told() {
        let theirs = ["La jetée est fermée.", "Les bateaux partent du quai,", "comme avant."];
        check(
            &theirs,
            &[
                (0..1, 0..1, false),
                (1..4, 1..3, false),
                (1..3, 1..2, false),
                (1..2, 1..2, true),
                (3..4, 0..1, true),
                (0..1, 0..0, false),
                (1..2, 1..1, true),
                (4..4, 2..3, true),
            ],
        );
    }

    #[test]
    fn parts_of_a_sentence_go_on_and_say_less_where_all_do() {
        let list = ["The office has:", "two boats,", "one crane.", "Ask for it:", "Monday"];
        let borders = Borders::of(list.into_iter());
        let parts = borders.continued(&(1..3));
        assert!(parts > 1.0 && parts <= 2.0, "{parts}");
        assert!((borders.continued(&(0..5)) - parts).abs() < 1e-9);
        assert!(Borders::of(["and so,"; 40].into_iter()).continued(&(0..40)) < 1.0);
        assert!(Borders::of(std::iter::empty()).continued(&(0..0)) < 1e-9);
    }

    #[test]
    fn a_script_without_capitals_has_no_small_letters() {
        check(&["码头关闭。", "船只从旧码头出发。"], &[(0..1, 0..1, false), (1..2, 1..2, false)]);
    }
}
