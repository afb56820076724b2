//! The thread that has the dictionaries.

use std::collections::{BTreeMap, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use spellbook::Dictionary;

use super::known_terms::KnownTerms;
use super::{Found, Order, Shared, locked};
use crate::model::Lang;
use crate::store::{Files, Home, dictionary};
use crate::texts::t;

/// Suggestions for a word at most: more are not read.
const MOST_SUGGESTED: usize = 9;

pub(super) struct Worker {
    files: Arc<dyn Files + Send + Sync>,
    home: Home,
    folders: Vec<PathBuf>,
    /// What somebody chose, by the tag of the language.
    chosen: BTreeMap<String, PathBuf>,
    shared: Shared,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// By language; `None` where there is none that can be used.
    dictionaries: HashMap<Lang, Option<Dictionary>>,
    terms: KnownTerms,
}

impl Worker {
    pub(super) fn new(
        files: Arc<dyn Files + Send + Sync>,
        home: Home,
        shared: Shared,
        wake: Arc<dyn Fn() + Send + Sync>,
    ) -> Self {
        let folders = vec![home.dictionaries()];
        let (terms, chosen) = (KnownTerms::default(), BTreeMap::new());
        let dictionaries = HashMap::new();
        Self { files, home, folders, chosen, shared, wake, dictionaries, terms }
    }

    pub(super) fn run(mut self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            // A fault in one dictionary must not end the work of all others.
            let done = catch_unwind(AssertUnwindSafe(|| self.take(order)));
            if done.is_err() {
                tracing::error!("spelling could not be checked");
            }
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::LookIn(folders) => {
                self.folders = vec![self.home.dictionaries()];
                self.folders.extend(folders);
                self.dictionaries.clear();
            }
            Order::Choose(chosen) => {
                self.chosen = chosen;
                self.dictionaries.clear();
            }
            Order::List(lang) => self.list(&lang),
            Order::Check(lang, words) => self.check(&lang, words),
            Order::Suggest(lang, word) => self.suggest(&lang, word),
            Order::Add(lang, word) => self.add(&lang, &word),
            Order::Forget(lang) => {
                self.dictionaries.remove(&lang);
            }
            Order::Terms(terms) => self.know(KnownTerms::of(terms.pair.concepts())),
            Order::Rest(tell) => {
                let _ = tell.send(());
            }
        }
    }

    fn list(&self, lang: &Lang) {
        let all = dictionary::find_all(self.files.as_ref(), &self.folders, lang);
        locked(&self.shared).langs.entry(lang.clone()).or_default().all = Some(all.into());
        (self.wake)();
    }

    /// The dictionary for a language: the one that was chosen, else the first that is found.
    fn dictionary_for(&self, lang: &Lang) -> Option<PathBuf> {
        let chosen = self.chosen.get(lang.as_str()).cloned();
        chosen.or_else(|| dictionary::find(self.files.as_ref(), &self.folders, lang))
    }

    fn check(&mut self, lang: &Lang, words: Vec<String>) {
        self.load(lang);
        let Some(Some(dictionary)) = self.dictionaries.get(lang) else { return };
        let checked: Vec<_> = words
            .into_iter()
            .map(|word| (is_right(dictionary, &word) || self.terms.has(lang, &word), word))
            .collect();
        let mut known = locked(&self.shared);
        let spelled = known.langs.entry(lang.clone()).or_default();
        for (right, word) in checked {
            let right = right || spelled.is_own(&word);
            spelled.words.insert(word, Some(right));
        }
        drop(known);
        (self.wake)();
    }

    /// Knows the words of terms; what was told of words in their languages is asked anew.
    fn know(&mut self, terms: KnownTerms) {
        let differing = terms.differing(&self.terms);
        self.terms = terms;
        let mut known = locked(&self.shared);
        let concerned = known.langs.iter_mut();
        for (_, spelled) in concerned.filter(|(lang, _)| differing.iter().any(|d| d == lang.base()))
        {
            spelled.words.clear();
            spelled.texts.clear();
        }
        drop(known);
        (self.wake)();
    }

    fn suggest(&mut self, lang: &Lang, word: String) {
        self.load(lang);
        let mut found = Vec::new();
        if let Some(Some(dictionary)) = self.dictionaries.get(lang) {
            dictionary.suggest(&word, &mut found);
        }
        found.truncate(MOST_SUGGESTED);
        // The dictionary's apostrophe is not always the text's.
        if word.contains('’') {
            for one in &mut found {
                *one = one.replace('\'', "’");
            }
        }
        let mut known = locked(&self.shared);
        let spelled = known.langs.entry(lang.clone()).or_default();
        spelled.suggestions.insert(word, found.into());
        drop(known);
        (self.wake)();
    }

    fn add(&self, lang: &Lang, word: &str) {
        let added = dictionary::add_own_word(self.files.as_ref(), &self.home, lang, word);
        if let Err(error) = added {
            locked(&self.shared).problems.push(error.to_string());
            (self.wake)();
        }
    }

    /// Loads a language's dictionary and own words at their first use.
    fn load(&mut self, lang: &Lang) {
        if self.dictionaries.contains_key(lang) {
            return;
        }
        // Whatever happens, it is not tried at every word.
        self.dictionaries.insert(lang.clone(), None);
        let found = match self.dictionary_for(lang) {
            None => Found::Missing,
            Some(path) => match self.read(&path) {
                Ok(dictionary) => {
                    self.dictionaries.insert(lang.clone(), Some(dictionary));
                    Found::Loaded(path)
                }
                Err(why) => Found::Broken(why),
            },
        };
        let own = dictionary::own_words(self.files.as_ref(), &self.home, lang);
        let mut known = locked(&self.shared);
        if let Found::Broken(why) = &found {
            known.problems.push(why.clone());
        }
        let own = own.unwrap_or_else(|error| {
            known.problems.push(error.to_string());
            Vec::new()
        });
        let spelled = known.langs.entry(lang.clone()).or_default();
        spelled.own.extend(own);
        spelled.found = found;
        drop(known);
        (self.wake)();
    }

    /// Reads a dictionary; else tells which file cannot be used, and why.
    fn read(&self, path: &std::path::Path) -> Result<Dictionary, String> {
        let text = dictionary::read(self.files.as_ref(), path).map_err(|e| e.to_string())?;
        let made = catch_unwind(|| Dictionary::new(&text.aff, &text.dic));
        let wrong =
            |why: String| t!("speller-dictionary-cannot-be-used", why = why, path = path.display());
        match made {
            Ok(Ok(dictionary)) => Ok(dictionary),
            Ok(Err(error)) => Err(wrong(error.to_string())),
            Err(_) => Err(wrong(t!("speller-its-form-is-not-known").to_owned())),
        }
    }
}

/// Whether a dictionary knows a word, with either apostrophe. A word that it fails at is
/// let pass, else its text would be waited for for ever.
fn is_right(dictionary: &Dictionary, word: &str) -> bool {
    let check =
        |word: &str| catch_unwind(AssertUnwindSafe(|| dictionary.check(word))).unwrap_or(true);
    check(word) || (word.contains(['’', 'ʼ']) && check(&word.replace(['’', 'ʼ'], "'")))
}
