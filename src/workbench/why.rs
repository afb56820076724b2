//! Why a link is doubtful: what its two sides have in common, said in words.
//!
//! This explains; it does not decide. The aligner weighs the same kinds of
//! evidence by its own model (`align`).

use super::session::Session;
use crate::model::{Bead, Lang};
use crate::text::value::{self, Value};
use crate::texts::{Spoken, decimals, t};

/// How one kind of evidence speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// For the link.
    For,
    /// Against it.
    Against,
    /// Neither.
    Silent,
}

/// One kind of evidence, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What kind.
    pub kind: &'static str,
    /// What it says.
    pub text: String,
    /// How it speaks.
    pub verdict: Verdict,
}

/// Lengths further from the usual ratio than this factor speak against a link.
const FAR_RATIO: f64 = 1.6;

/// The evidence of a row.
#[must_use]
pub fn evidence(session: &Session, row: usize) -> Vec<Evidence> {
    let Some(bead) = session.beads().get(row) else { return Vec::new() };
    let (source, target) = (session.source_text(row), bead.target_text());
    let mut all = Vec::new();
    if !source.is_empty() && !target.is_empty() {
        all.push(length(&source, &target, usual_ratio(session)));
        let target_lang = session.target_lang().unwrap_or_else(|| session.source_lang());
        all.push(values(&source, session.source_lang(), &target, target_lang));
    }
    all.push(neighbours(session, row));
    all
}

/// The doubt of a row in a few words, for the list.
#[must_use]
pub fn doubt(session: &Session, row: usize) -> String {
    let Some(bead) = session.beads().get(row) else { return String::new() };
    if bead.source.is_empty() {
        return t!("why-added-in-the", lang = name_of(session.target_lang()));
    }
    if bead.target.segments().is_empty() {
        return t!("why-left-out-in-the", lang = name_of(session.target_lang()));
    }
    let against: Vec<String> = evidence(session, row)
        .into_iter()
        .filter(|evidence| evidence.verdict == Verdict::Against)
        .map(|evidence| format!("{}: {}", evidence.kind, evidence.text))
        .collect();
    if against.is_empty() { t!("why-only-its-place-fits").to_owned() } else { against.join("; ") }
}

/// The beads' shape: "1–2".
#[must_use]
pub fn shape(bead: &Bead) -> String {
    format!("{}–{}", bead.source.len(), bead.target.segments().len())
}

fn name_of(lang: Option<&Lang>) -> &str {
    lang.map_or(t!("target"), Spoken::spoken)
}

fn characters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Target characters for a source character, over the rows that have both sides.
fn usual_ratio(session: &Session) -> f64 {
    let (mut source, mut target) = (0, 0);
    for (row, bead) in session.beads().iter().enumerate() {
        if !bead.source.is_empty() && !bead.target.segments().is_empty() {
            source += characters(&session.source_text(row));
            target += characters(&bead.target_text());
        }
    }
    if source == 0 { 1.0 } else { target as f64 / source as f64 }
}

fn length(source: &str, target: &str, usual: f64) -> Evidence {
    let (long, short) = (characters(source), characters(target));
    let ratio = short as f64 / (long as f64).max(1.0);
    let off = (ratio / usual.max(0.01)).max(usual / ratio.max(0.01));
    let verdict = if off > FAR_RATIO { Verdict::Against } else { Verdict::For };
    let text = t!("why-ratio", long = long, short = short, usual = decimals(usual, 2));
    Evidence { kind: t!("why-length"), text, verdict }
}

fn values(source: &str, from: &Lang, target: &str, to: &Lang) -> Evidence {
    let (ours, mut theirs) = (value::values(source, from), value::values(target, to));
    let mut alone: Vec<String> = Vec::new();
    let mut shared = 0;
    for Value { start, end, key, .. } in &ours {
        match theirs.iter().position(|other| other.key == *key) {
            Some(at) => {
                theirs.remove(at);
                shared += 1;
            }
            None => alone.push(source.get(*start..*end).unwrap_or_default().to_owned()),
        }
    }
    alone.extend(theirs.iter().map(|v| target.get(v.start..v.end).unwrap_or_default().to_owned()));
    let (text, verdict) = match (shared, alone.as_slice()) {
        (0, []) => (t!("why-none-on-either-side").to_owned(), Verdict::Silent),
        (1, []) => (t!("why-it-has-its-partner").to_owned(), Verdict::For),
        (2, []) => (t!("why-both-have-partners").to_owned(), Verdict::For),
        (_, []) => (t!("why-all-have-partners", shared = shared), Verdict::For),
        (_, [one]) => (t!("why-has-no-partner", one = one), Verdict::Against),
        (_, many) => (t!("why-have-no-partner", names = many.join(", ")), Verdict::Against),
    };
    Evidence { kind: t!("why-figures-dates"), text, verdict }
}

fn neighbours(session: &Session, row: usize) -> Evidence {
    let number = |at: usize| session.beads().get(at).map(|bead| bead.number.to_string());
    let beside = [row.checked_sub(1), Some(row + 1)];
    let doubtful: Vec<String> = beside
        .into_iter()
        .flatten()
        .filter(|&at| session.is_doubtful(at))
        .filter_map(number)
        .collect();
    let (text, verdict) = match doubtful.as_slice() {
        [] => (t!("why-both-are-sure").to_owned(), Verdict::For),
        [one] => (t!("why-is-doubtful-too", one = one), Verdict::Silent),
        many => (t!("why-are-doubtful-too", names = many.join(t!("and"))), Verdict::Silent),
    };
    Evidence { kind: t!("why-neighbours"), text, verdict }
}
