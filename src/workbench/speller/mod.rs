//! The spelling of targets: which words no dictionary knows, and what they may be.
//!
//! Dictionaries are Hunspell's, as other programs have put them on the system
//! ([`crate::store::dictionary`]); the crate `spellbook` reads them. They are loaded at the
//! first use of a language, on a thread of their own, and words are checked there: a text
//! is asked for, what is known of it is told at once, and the rest in a later frame. What
//! was told of a word is kept, so that a text that is typed is asked for one word at a time.
//!
//! A person's own words are known in every form in which they were added, and with a
//! capital. Words of the termbases in use are known in every inflection. Names that the source
//! has, in the target's form, are passed over.

mod known_terms;
#[cfg(test)]
mod tests;
mod worker;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use unicode_segmentation::UnicodeSegmentation;

use super::termbases::TermsInUse;
use super::{attendant, values};
use crate::memory::Between;
use crate::model::Lang;
use crate::store::{Files, Home};
use crate::text::name::names;
use crate::text::spelling::{Checked, checked, is_checked};
use crate::text::value::ValueKind;
use worker::Worker;

/// Texts and words of which answers are kept, for a language: some megabytes. Beyond it
/// they are asked for anew.
const MOST_KEPT: usize = 50_000;

/// What is known of a language's dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Found {
    /// It is being looked for and loaded.
    #[default]
    Awaited,
    /// It is there: its `.dic` file.
    Loaded(PathBuf),
    /// There is none on this system.
    Missing,
    /// It cannot be used: which file, and why.
    Broken(String),
}

/// What the thread is told.
enum Order {
    LookIn(Vec<PathBuf>),
    /// Take these for their languages, by tag, whatever else is found.
    Choose(BTreeMap<String, PathBuf>),
    /// Tell which ones there are.
    List(Lang),
    Check(Lang, Vec<String>),
    Suggest(Lang, String),
    Add(Lang, String),
    Forget(Lang),
    Terms(Arc<TermsInUse>),
    Rest(Sender<()>),
}

/// What is known of a language.
#[derive(Debug, Default)]
struct Spelled {
    found: Found,
    /// Words by whether they are right; `None` while the answer is awaited.
    words: HashMap<String, Option<bool>>,
    texts: HashMap<u64, Arc<[Range<usize>]>>,
    own: HashSet<String>,
    suggestions: HashMap<String, Arc<[String]>>,
    /// The dictionaries there are, once they were asked for.
    all: Option<Arc<[PathBuf]>>,
}

#[derive(Debug, Default)]
struct Known {
    langs: HashMap<Lang, Spelled>,
    problems: Vec<String>,
}

/// What thread and window share.
type Shared = Arc<Mutex<Known>>;

fn locked(shared: &Shared) -> MutexGuard<'_, Known> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A text of a target, and the source that it translates.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language.
    pub lang: &'a Lang,
    /// What it translates; empty where there is nothing.
    pub source: &'a str,
    /// The language of that.
    pub source_lang: &'a Lang,
}

/// The spelling, as everybody may ask for it; copies are of one and the same.
#[derive(Clone)]
pub struct Speller {
    orders: Sender<Order>,
    shared: Shared,
}

impl std::fmt::Debug for Speller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Speller").finish_non_exhaustive()
    }
}

impl Speller {
    /// Starts the thread. `wake` is called when there are answers.
    pub fn start(
        files: Arc<dyn Files + Send + Sync>,
        home: Home,
        wake: Arc<dyn Fn() + Send + Sync>,
    ) -> Self {
        let (orders, given): (_, Receiver<Order>) = channel();
        let shared = Shared::default();
        let worker = Worker::new(files, home, Arc::clone(&shared), wake);
        attendant::spawn("spelling", move || worker.run(&given));
        Self { orders, shared }
    }

    fn order(&self, order: Order) {
        // The other end is gone only when no thread could be started.
        let _ = self.orders.send(order);
    }

    /// Looks for dictionaries in these folders too, behind the home's own.
    pub fn look_in(&self, folders: Vec<PathBuf>) {
        locked(&self.shared).langs.clear();
        self.order(Order::LookIn(folders));
    }

    /// Takes these dictionaries for their languages, by tag, whatever else is found.
    pub fn choose(&self, chosen: BTreeMap<String, PathBuf>) {
        locked(&self.shared).langs.clear();
        self.order(Order::Choose(chosen));
    }

    /// Looks which dictionaries of a language there are.
    pub fn list(&self, lang: &Lang) {
        self.order(Order::List(lang.clone()));
    }

    /// The dictionaries of a language, once they are known.
    #[must_use]
    pub fn listed(&self, lang: &Lang) -> Option<Arc<[PathBuf]>> {
        locked(&self.shared).langs.get(lang)?.all.clone()
    }

    /// Looks again for a language's dictionary where there was none that could be used.
    pub fn look_again(&self, lang: &Lang) {
        let mut known = locked(&self.shared);
        let of_base = |of: &Lang, spelled: &Spelled| {
            of.same_base(lang) && matches!(spelled.found, Found::Missing | Found::Broken(_))
        };
        let gone: Vec<Lang> = known
            .langs
            .iter()
            .filter(|(of, spelled)| of_base(of, spelled))
            .map(|(of, _)| of.clone())
            .collect();
        for lang in gone {
            known.langs.remove(&lang);
            self.order(Order::Forget(lang));
        }
    }

    /// The places of the words that are not known, in order; `None` while some are being
    /// checked.
    #[must_use]
    pub fn findings(&self, asked: Asked<'_>) -> Option<Arc<[Range<usize>]>> {
        let (found, is_whole) = self.look(asked);
        is_whole.then_some(found)
    }

    /// The same, as far as they are known; the rest is asked for.
    #[must_use]
    pub fn findings_so_far(&self, asked: Asked<'_>) -> Arc<[Range<usize>]> {
        self.look(asked).0
    }

    fn look(&self, asked: Asked<'_>) -> (Arc<[Range<usize>]>, bool) {
        if asked.text.is_empty() || !is_checked(asked.lang) {
            return (Arc::default(), true);
        }
        let mut known = locked(&self.shared);
        let spelled = match known.langs.get_mut(asked.lang) {
            Some(spelled) => spelled,
            None => known.langs.entry(asked.lang.clone()).or_default(),
        };
        if matches!(spelled.found, Found::Missing | Found::Broken(_)) {
            return (Arc::default(), true);
        }
        let key = key(asked);
        if let Some(found) = spelled.texts.get(&key) {
            return (Arc::clone(found), true);
        }
        let mut looked = spelled.look(asked.text, &checked(asked.text, asked.lang));
        if !looked.asked.is_empty() {
            self.order(Order::Check(asked.lang.clone(), std::mem::take(&mut looked.asked)));
        }
        let found = without_names(looked.unknown, asked);
        if looked.is_whole {
            if spelled.texts.len() >= MOST_KEPT {
                spelled.texts.clear();
            }
            spelled.texts.insert(key, Arc::clone(&found));
        }
        drop(known);
        (found, looked.is_whole)
    }

    /// What a word may have been meant to be, best first; `None` while it is looked for.
    #[must_use]
    pub fn suggestions(&self, word: &str, lang: &Lang) -> Option<Arc<[String]>> {
        locked(&self.shared).langs.get(lang)?.suggestions.get(word).map(Arc::clone)
    }

    /// Looks for what a word may have been meant to be.
    pub fn suggest(&self, word: &str, lang: &Lang) {
        self.order(Order::Suggest(lang.clone(), word.to_owned()));
    }

    /// Adds a word to a language's own: it is known from now on, and written down.
    pub fn add(&self, word: &str, lang: &Lang) {
        let mut known = locked(&self.shared);
        let of_base = known.langs.iter_mut().filter(|(of, _)| of.same_base(lang));
        for (_, spelled) in of_base {
            spelled.own.insert(word.to_owned());
            spelled.words.clear();
            spelled.texts.clear();
        }
        drop(known);
        self.order(Order::Add(lang.clone(), word.to_owned()));
    }

    /// Words of the terms in use are right from now on, in any inflection.
    pub fn know_terms(&self, terms: Arc<TermsInUse>) {
        self.order(Order::Terms(terms));
    }

    /// What is known of a language's dictionary; `None` before it was asked for.
    #[must_use]
    pub fn found(&self, lang: &Lang) -> Option<Found> {
        locked(&self.shared).langs.get(lang).map(|spelled| spelled.found.clone())
    }

    /// What went wrong since the last call.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        std::mem::take(&mut locked(&self.shared).problems)
    }

    /// Waits until everything that was ordered is done; for tests.
    pub fn settle(&self) {
        let (tell, told) = channel();
        self.order(Order::Rest(tell));
        let _ = told.recv();
    }
}

/// What is known of the words of a text.
struct Looked {
    unknown: Vec<Range<usize>>,
    asked: Vec<String>,
    is_whole: bool,
}

impl Spelled {
    fn look(&mut self, text: &str, all: &[Checked]) -> Looked {
        let mut looked = Looked { unknown: Vec::new(), asked: Vec::new(), is_whole: true };
        for checked in all {
            let whole = self.is_right(text, &checked.whole, &mut looked);
            if whole == Some(true) {
                continue;
            }
            for part in &checked.parts {
                let is_right = self.is_right(text, part, &mut looked);
                if whole == Some(false) && is_right == Some(false) {
                    looked.unknown.push(part.clone());
                }
            }
        }
        looked
    }

    /// Whether the word at a place is right; asks for it where that is not known.
    fn is_right(&mut self, text: &str, at: &Range<usize>, looked: &mut Looked) -> Option<bool> {
        let word = text.get(at.clone()).unwrap_or_default();
        if let Some(known) = self.words.get(word) {
            looked.is_whole &= known.is_some();
            return *known;
        }
        if self.words.len() >= MOST_KEPT {
            self.words.clear();
        }
        if self.is_own(word) {
            self.words.insert(word.to_owned(), Some(true));
            return Some(true);
        }
        self.words.insert(word.to_owned(), None);
        looked.asked.push(word.to_owned());
        looked.is_whole = false;
        None
    }

    fn is_own(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let small = || {
            let first = letters.next()?;
            Some(first.to_lowercase().chain(letters).collect::<String>())
        };
        self.own.contains(word) || small().is_some_and(|small| self.own.contains(&small))
    }
}

fn key(asked: Asked<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (asked.text, asked.source).hash(&mut hasher);
    hasher.finish()
}

/// The places whose words are no names of the source. Names begin with a capital, so most
/// sources are never looked through.
fn without_names(mut unknown: Vec<Range<usize>>, asked: Asked<'_>) -> Arc<[Range<usize>]> {
    let word = |range: &Range<usize>| asked.text.get(range.clone()).unwrap_or_default();
    if unknown.iter().any(|range| word(range).starts_with(char::is_uppercase)) {
        let names = names_of(asked);
        unknown.retain(|range| !names.contains(word(range)));
    }
    unknown.into()
}

/// The words of the source's names, as they are and in the target's form.
fn names_of(asked: Asked<'_>) -> HashSet<String> {
    let between = Between { source: asked.source_lang, target: asked.lang };
    let as_is = names(asked.source, asked.source_lang);
    let as_is = as_is.iter().filter_map(|name| asked.source.get(name.start..name.end));
    let as_is: Vec<String> = as_is.map(str::to_owned).collect();
    let rendered = values::rendered(asked.source, between, None);
    let rendered = rendered.into_iter().filter(|one| one.value.kind == ValueKind::Name);
    let all = rendered.map(|one| one.text).chain(as_is);
    all.flat_map(|name| name.unicode_words().map(str::to_owned).collect::<Vec<_>>()).collect()
}
