//! Words that complete what is being typed.
//!
//! From four places, in this order: the renderings of the row's terms; its own numbers, dates and names in the target's
//! form; the words of the matches on offer for it; the words of this project's targets, the
//! most frequent first. A completion begins with what stands before the caret, without
//! regard to case and accents, and goes on for at least [`LEAST_SAVED`] characters.
//!
//! The words of the project are taken in a few rows at a time, from the active row upwards
//! and then round, so that no key waits for a long project. Words of targets that were
//! changed since stay known: they were somebody's words.
//!
//! Left out: phrases; scripts without spaces between words, whose input methods do this.

use std::collections::{BTreeMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use super::session::Session;
use super::values::Rendered;
use crate::model::{BeadId, TranslationId};
use crate::text::{fold, script};

/// Characters typed before anything is offered.
pub const LEAST_TYPED: usize = 2;
/// Characters that a completion spares at least: the key that takes it, and one more.
pub const LEAST_SAVED: usize = 2;
/// Completions offered at most: more are not read while typing.
pub const MOST_OFFERED: usize = 6;
/// Rows whose words are taken in at one key: some 4,000 words, far within a frame.
pub const ROWS_A_KEY: usize = 200;
/// Characters of a date or name that are looked back for: longer ones are typed by now.
const LONGEST_TYPED: usize = 40;

/// The words of a project's targets, and what completes a row.
#[derive(Debug, Default)]
pub struct Completions {
    of: Option<TranslationId>,
    words: BTreeMap<String, Word>,
    taken: HashSet<BeadId>,
    /// The row that is taken in next, and how many are left.
    next: usize,
    left: usize,
    row: Option<Row>,
    /// Renderings of the row's terms, by whoever knows them.
    terms: Vec<String>,
}

#[derive(Debug)]
struct Word {
    text: String,
    count: usize,
}

/// What is known of the active row, until it or its source is another.
#[derive(Debug)]
struct Row {
    bead: BeadId,
    shape: u64,
    values: Vec<Rendered>,
}

/// What may stand in the place of the last characters before the caret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offered {
    /// How many characters they are.
    pub typed: usize,
    /// What may take their place, the likeliest first.
    pub texts: Vec<String>,
}

impl Completions {
    /// What completes the text before the caret, which is behind so many characters.
    /// Takes in up to [`ROWS_A_KEY`] rows on the way.
    pub fn offer(&mut self, session: &Session, text: &str, caret: usize) -> Offered {
        self.follow(session);
        self.take_in(session);
        let at = text.char_indices().nth(caret).map_or(text.len(), |(at, _)| at);
        let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
        if behind.starts_with(char::is_alphanumeric) {
            return Offered::default();
        }
        for start in starts(before) {
            let typed = before.get(start..).unwrap_or_default();
            let texts = self.texts(session, typed, start == last_word(before));
            if !texts.is_empty() {
                return Offered { typed: typed.chars().count(), texts };
            }
        }
        Offered::default()
    }

    /// Offers these before all else: the renderings of the active row's terms.
    pub fn know_terms(&mut self, terms: Vec<String>) {
        self.terms = terms;
    }

    /// Whether every row's words are known.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.left == 0
    }

    /// How many rows have been taken in.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.taken.len()
    }

    /// Begins anew with another translation; knows the active row.
    fn follow(&mut self, session: &Session) {
        let of = session.translation().map(|translation| translation.id);
        if of != self.of {
            let (next, left) = (session.row(), session.beads().len());
            let terms = std::mem::take(&mut self.terms);
            *self = Self { of, next, left, terms, ..Self::default() };
        }
        let (Some(bead), shape) = (session.active_bead(), session.shape()) else { return };
        if self.row.as_ref().is_some_and(|row| row.bead == bead.id && row.shape == shape) {
            return;
        }
        // The row that was left has its words now.
        let left = self.row.take().filter(|row| row.bead != bead.id);
        let left = left.and_then(|row| session.translation()?.row_of(row.bead));
        if let Some(bead) = left.and_then(|row| session.beads().get(row)) {
            self.taken.insert(bead.id);
            self.add(&bead.target_text());
        }
        self.row = Some(Row { bead: bead.id, shape, values: session.rendered_values() });
    }

    fn take_in(&mut self, session: &Session) {
        let beads = session.beads();
        let active = session.active_bead().map(|bead| bead.id);
        for _ in 0..ROWS_A_KEY.min(self.left) {
            self.left -= 1;
            let at = self.next.min(beads.len().saturating_sub(1));
            self.next = at.checked_sub(1).unwrap_or(beads.len().saturating_sub(1));
            let Some(bead) = beads.get(at).filter(|bead| Some(bead.id) != active) else { continue };
            if self.taken.insert(bead.id) {
                self.add(&bead.target_text());
            }
        }
    }

    fn add(&mut self, text: &str) {
        for word in text.unicode_words().filter(|word| is_worth_it(word)) {
            let known = self.words.entry(folded(word));
            let known = known.or_insert_with(|| Word { text: word.to_owned(), count: 0 });
            known.count += 1;
            // What stands small anywhere was a capital at the head of a sentence.
            if word.starts_with(char::is_lowercase) {
                word.clone_into(&mut known.text);
            }
        }
    }

    /// The texts that go on from `typed`.
    fn texts(&self, session: &Session, typed: &str, is_word: bool) -> Vec<String> {
        let key = folded(typed);
        let mut found = Found { key: &key, typed, texts: Vec::new() };
        for term in &self.terms {
            found.take(term);
        }
        for rendered in self.row.iter().flat_map(|row| &row.values) {
            found.take(&rendered.text);
        }
        if !is_word {
            return found.texts;
        }
        let offers = session.offers_of(session.row()).unwrap_or_default();
        for offer in offers {
            let words = offer.target().unicode_words();
            words.filter(|word| is_worth_it(word)).for_each(|word| found.take(word));
        }
        let range = self.words.range(key.clone()..);
        let mut known: Vec<&Word> =
            range.take_while(|(word, _)| word.starts_with(&key)).map(|(_, word)| word).collect();
        known.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        for word in known {
            found.take(&word.text);
        }
        found.texts
    }
}

/// Completions of what was typed, as they are found.
struct Found<'a> {
    key: &'a str,
    typed: &'a str,
    texts: Vec<String>,
}

impl Found<'_> {
    fn take(&mut self, text: &str) {
        let saved = text.chars().count().saturating_sub(self.typed.chars().count());
        if self.texts.len() >= MOST_OFFERED
            || saved < LEAST_SAVED
            || !folded(text).starts_with(self.key)
        {
            return;
        }
        let text = as_begun(text, self.typed);
        if !self.texts.contains(&text) {
            self.texts.push(text);
        }
    }
}

/// A text with a capital where one was typed.
fn as_begun(text: &str, typed: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if typed.starts_with(char::is_uppercase) && first.is_lowercase() => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// Where what is typed may begin: the last word first, then the words before it, as a date
/// or a name has several.
fn starts(before: &str) -> impl Iterator<Item = usize> + '_ {
    let long = before.char_indices().rev().nth(LONGEST_TYPED).map_or(0, |(at, _)| at);
    let ends_so = before.ends_with(char::is_alphanumeric);
    let words = before.unicode_word_indices().rev().map(|(at, _)| at);
    words.take_while(move |at| *at >= long && ends_so).filter(move |at| {
        before.get(*at..).is_some_and(|typed| typed.chars().count() >= LEAST_TYPED)
    })
}

fn last_word(before: &str) -> usize {
    before.unicode_word_indices().next_back().map_or(0, |(at, _)| at)
}

/// Whether a word can ever be offered.
fn is_worth_it(word: &str) -> bool {
    word.chars().count() >= LEAST_TYPED + LEAST_SAVED
        && word.chars().any(char::is_alphabetic)
        && !word.chars().any(script::is_unspaced)
}

fn folded(text: &str) -> String {
    fold::accents(&fold::case(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::{Env, intake};

    fn session(source: &str) -> Session {
        let mut env = Env::fixed("2031-03-12T17:22:00Z".parse().expect("a time"), 5, "Ada");
        let reading =
            intake::Reading { lang: Some("fr".parse().expect("fr")), ..intake::Reading::default() };
        let source = intake::document(source, &reading, &mut env);
        let project = intake::from_one(source, "en".parse().expect("en"), &mut env);
        Session::new(project, None, env)
    }

    fn check(all: &mut Completions, session: &Session, typed: &str, expected: &[&str]) {
        let found = all.offer(session, typed, typed.chars().count());
        assert_eq!(found.texts, expected, "{typed:?}");
    }

    #[test]
    fn values_come_first_then_words_of_the_project_by_number() {
        let mut session =
            session("Un.\n\nDeux.\n\nLe 25 juin 2024 à Brévanne, 12 450 personnes.\n");
        for (row, text) in [(0, "Justice, junction, justice."), (1, "The bridge and the junction")]
        {
            session.select(row);
            session.type_target(text).expect("it is typed");
        }
        session.select(2);
        let mut all = Completions::default();
        check(&mut all, &session, "On ju", &["June 25, 2024", "junction", "justice"]);
        check(&mut all, &session, "On Ju", &["June 25, 2024", "Junction", "Justice"]);
        check(&mut all, &session, "On June 2", &["June 25, 2024"]);
        check(&mut all, &session, "in bre", &["Brévanne"]);
        check(&mut all, &session, "in br", &["Brévanne", "bridge"]);
        check(&mut all, &session, "12", &["12,450"]);
        for nothing in ["", "j", "On ju ", "zz", "junction"] {
            check(&mut all, &session, nothing, &[]);
        }
        let inside = all.offer(&session, "On junc", 5);
        assert_eq!(inside, Offered::default(), "inside a word nothing is offered");
        assert_eq!(all.offer(&session, "On June 2", 9).typed, 6);
    }

    #[test]
    fn terms_of_the_row_come_before_all_else() {
        let mut session = session("Un.\n\nLe pont à péage.\n");
        session.type_target("A toll building.").expect("it is typed");
        session.select(1);
        let mut all = Completions::default();
        all.know_terms(vec!["toll bridge".to_owned(), "road tax".to_owned()]);
        check(&mut all, &session, "The tol", &["toll bridge"]);
        check(&mut all, &session, "The toll br", &["toll bridge"]);
        check(&mut all, &session, "Roa", &["Road tax"]);
        check(&mut all, &session, "bui", &["building"]);
    }

    #[test]
    fn a_long_project_is_taken_in_a_few_rows_a_key() {
        let rows: Vec<String> = (0..650).map(|n| format!("Phrase {n}.")).collect();
        let source = rows.join("\n\n");
        let session = session(&source);
        let count = session.beads().len();
        assert_eq!(count, 650);
        let mut all = Completions::default();
        for key in 1..=4 {
            let _ = all.offer(&session, "ab", 2);
            // The active row is known when it is left.
            assert_eq!(all.rows(), (key * ROWS_A_KEY).min(count) - 1);
            assert_eq!(all.is_whole(), key == 4);
        }
    }
}
