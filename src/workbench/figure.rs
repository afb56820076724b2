//! Why the figure of a match is what it is: each token that differs, each penalty, and
//! how they add up.
//!
//! The definition is [`crate::memory::similarity`]'s; this shows its working. Of the edit
//! scripts of the least distance one is shown, the one that keeps what comes first.

use super::offers::Offer;
use crate::memory::tokens::Tokenised;
use crate::memory::{CONTEXT_SCORE, Penalty};
use crate::text::token::tokens;

/// A token that differs, at the cost of 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cost {
    /// The match has it, the sentence does not.
    Missing(String),
    /// The sentence has it, the match does not.
    Added(String),
    /// The match has the first where the sentence has the second.
    Other(String, String),
}

impl Cost {
    /// The difference in words.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Missing(token) => format!("without \u{201c}{token}\u{201d}"),
            Self::Added(token) => format!("with \u{201c}{token}\u{201d}"),
            Self::Other(old, new) => {
                format!("\u{201c}{new}\u{201d} for \u{201c}{old}\u{201d}")
            }
        }
    }
}

/// The working of a match's figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Tokens of the longer text.
    pub longer: usize,
    /// What each lost token is lost by; empty for texts of more than [`MOST_TOKENS`].
    pub costs: Vec<Cost>,
    /// Tokens that differ.
    pub distance: usize,
    /// Per cent before penalties.
    pub alike: u8,
    /// What the tokens' classes hide.
    pub penalties: Vec<Penalty>,
    /// Whether the neighbours are the same.
    pub same_context: bool,
    /// 0…101.
    pub score: u8,
    /// Whether the target was repaired.
    pub is_repaired: bool,
}

/// Longer texts are not compared token by token here: the table has as many cells as the
/// product of the lengths.
const MOST_TOKENS: usize = 600;

impl Account {
    /// The account of an offer for a sentence.
    #[must_use]
    pub fn of(offer: &Offer, sentence: &str) -> Self {
        let found = &offer.found;
        let (wanted, had) = (Tokenised::new(sentence), Tokenised::new(&found.source));
        let longer = wanted.len().max(had.len());
        let small = longer <= MOST_TOKENS;
        let costs = if small { costs(&found.source, sentence) } else { Vec::new() };
        let points: u8 = found.penalties.iter().map(|penalty| penalty.points()).sum();
        Self {
            longer,
            costs,
            distance: found.distance,
            alike: found.score.min(100) + points,
            penalties: found.penalties.clone(),
            same_context: found.same_context,
            score: found.score,
            is_repaired: offer.repaired.is_some(),
        }
    }

    /// The account in lines, from what is the same to the figure.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let Self { longer, distance, alike, .. } = self;
        let mut lines = vec![match distance {
            0 => format!("{longer} of {longer} words and marks are the same: {alike} %"),
            1 => format!("1 of {longer} words and marks differs: {alike} %, rounded down"),
            _ => format!("{distance} of {longer} words and marks differ: {alike} %, rounded down"),
        }];
        lines.extend(self.costs.iter().map(|cost| format!("1 word or mark: {}", cost.text())));
        let penalties = self.penalties.iter();
        lines.extend(penalties.map(|p| format!("\u{2212}{}: {}", p.points(), p.name())));
        if self.score == CONTEXT_SCORE {
            lines.push("+1: the sentences before and after are the same too".to_owned());
        } else if self.same_context {
            let of_text = |p: &Penalty| !matches!(p, Penalty::Memory(_) | Penalty::Tags);
            let same = self.distance == 0 && !self.penalties.iter().any(of_text);
            let why = if same { "below 100 they add nothing" } else { "the text is not" };
            lines.push(format!("+0: the neighbours are the same, {why}"));
        }
        if self.is_repaired {
            lines.push("+0: what is repaired in the target changes no figure".to_owned());
        }
        lines
    }
}

/// The tokens that differ between the source of a match and a sentence.
fn costs(had: &str, wanted: &str) -> Vec<Cost> {
    let classes = |text: &str| -> Vec<String> {
        Tokenised::new(text).classes().map(std::borrow::Cow::into_owned).collect()
    };
    let words = |text: &str| -> Vec<String> {
        tokens(text).iter().map(|token| token.text.to_owned()).collect()
    };
    let (old, new) = (classes(had), classes(wanted));
    let (old_words, new_words) = (words(had), words(wanted));
    let table = distances(&old, &new);
    let (mut at, mut costs) = ((0, 0), Vec::new());
    let word = |words: &[String], place: usize| words.get(place).cloned().unwrap_or_default();
    let left = |row: usize, column: usize| {
        table.get(row).and_then(|row| row.get(column)).copied().unwrap_or(usize::MAX)
    };
    while at.0 < old.len() || at.1 < new.len() {
        let (row, column) = at;
        let here = left(row, column);
        let same = old.get(row).is_some_and(|one| new.get(column) == Some(one));
        if same && left(row + 1, column + 1) == here {
            at = (row + 1, column + 1);
        } else if left(row + 1, column + 1).checked_add(1) == Some(here) {
            costs.push(Cost::Other(word(&old_words, row), word(&new_words, column)));
            at = (row + 1, column + 1);
        } else if left(row + 1, column).checked_add(1) == Some(here) {
            costs.push(Cost::Missing(word(&old_words, row)));
            at = (row + 1, column);
        } else {
            costs.push(Cost::Added(word(&new_words, column)));
            at = (row, column + 1);
        }
    }
    costs
}

/// The distance of what is left of both texts, from each place on.
fn distances(old: &[String], new: &[String]) -> Vec<Vec<usize>> {
    let mut table = vec![vec![0; new.len() + 1]; old.len() + 1];
    for row in (0..=old.len()).rev() {
        for column in (0..=new.len()).rev() {
            table[row][column] = match (old.get(row), new.get(column)) {
                (None, _) => new.len() - column,
                (_, None) => old.len() - row,
                (Some(a), Some(b)) if a == b => table[row + 1][column + 1],
                _ => {
                    let across = table[row + 1][column + 1];
                    1 + across.min(table[row + 1][column]).min(table[row][column + 1])
                }
            };
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Memory, Query};
    use crate::model::{MemoryFile, SeededIds, Timestamp, Unit, UnitStatus};
    use crate::workbench::library::Languages;

    fn account(stored: &str, sentence: &str) -> Account {
        let mut ids = SeededIds::new(1);
        let (source, target) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let pair = Languages { source, target };
        let mut memory =
            Memory::new(MemoryFile::new("m", pair.source.clone(), pair.target.clone(), &mut ids));
        let unit = Unit::plain(stored, "…", UnitStatus::Draft);
        memory.add(unit, Timestamp::UNIX_EPOCH, &mut ids).expect("added");
        let query = Query { threshold: 0, ..Query::new(sentence) };
        let offers = Offer::all(memory.lookup(&query), sentence, &pair);
        Account::of(&offers[0], sentence)
    }

    #[test]
    fn every_account_adds_up() {
        let text = "La séance du 4 mai est ouverte à 9 h 30, dans la grande salle.";
        for other in [
            text,
            "La séance du 5 mai est ouverte à 9 h 30, dans la grande salle.",
            "La seance du 5 mai est levée à 10 h 30 dans la grande salle !",
            "Dans la salle, la grande, la séance du 4 mai est ouverte.",
            "Tout autre chose.",
            "LA SÉANCE",
        ] {
            let account = account(text, other);
            assert_eq!(account.costs.len(), account.distance, "{other}: {account:?}");
            let points: u8 = account.penalties.iter().map(|penalty| penalty.points()).sum();
            assert_eq!(account.score, account.alike.saturating_sub(points), "{other}");
            let lost = 100 * (account.longer - account.distance) / account.longer;
            assert_eq!(usize::from(account.alike), lost, "{other}");
        }
    }

    #[test]
    fn each_difference_is_named() {
        let account = account(
            "Le ministre a reçu hier son homologue danois.",
            "Le ministre a reçu son homologue norvégien!",
        );
        let told = account.lines().join("\n");
        for part in [
            "without \u{201c}hier\u{201d}",
            "\u{201c}norvégien\u{201d} for \u{201c}danois\u{201d}",
            "\u{2212}1: another closing mark",
        ] {
            assert!(told.contains(part), "{told}");
        }
    }
}
