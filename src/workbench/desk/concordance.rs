//! The concordance at the desk: what is asked, what is found so far, the precedent of a
//! unit and the way to its release.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::memory::concordance::{
    Corpus, Findings, Fragment, Hit, Precedent, Question, QuestionError,
};
use crate::model::{BeadId, MemoryId, UnitId, View};
use crate::texts::t;
use crate::workbench::concordance::{Concordancer, News, to_csv};
use crate::workbench::find::pattern;
use crate::workbench::quoting::Quoted;

/// What was asked of the memories last.
pub(super) struct Concordance {
    worker: Concordancer,
    number: u64,
    searched: Searched,
    precedent: Option<Sought>,
    passages: Passages,
}

/// What the memories know of the active row's sentence.
#[derive(Debug, Default)]
struct Passages {
    /// The row, and the state of the library, that they are or were asked for.
    of: Option<(BeadId, u64)>,
    /// The number of the question while the answer is awaited.
    awaited: Option<u64>,
    found: Vec<Fragment>,
}

/// What is found of a question.
#[derive(Debug, Clone, Default)]
pub struct Searched {
    /// The question.
    pub question: Question,
    /// The hits so far.
    pub findings: Findings,
    /// Whether more may come.
    pub is_searching: bool,
    /// Why the question cannot be looked for.
    pub problem: Option<String>,
}

/// A precedent that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// It is being looked for.
    Looking,
    /// The unit is not there any more.
    Gone,
    /// It is here.
    Found(Box<Precedent>),
}

impl Concordance {
    pub(super) fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let worker = Concordancer::start(wake);
        Self {
            worker,
            number: 0,
            searched: Searched::default(),
            precedent: None,
            passages: Passages::default(),
        }
    }
}

impl Desk {
    /// Asks the memories of the open release's pair, instead of what was asked before.
    pub fn search_memories(&mut self, question: &Question) {
        self.concordance.searched.problem = None;
        let patterns = match question.compile() {
            Ok(patterns) => patterns,
            Err(error) => {
                self.concordance.number = self.concordance.worker.stop();
                let typed =
                    !question.source.trim().is_empty() || !question.target.trim().is_empty();
                let problem = typed.then(|| said(&error));
                self.concordance.searched = Searched { problem, ..Searched::default() };
                return;
            }
        };
        let corpora = self.corpora();
        self.give_up_passages();
        // What another question found is no answer to this one; the same question has its hits
        // until those of the memories as they are now come.
        let searched = &mut self.concordance.searched;
        if searched.question != *question {
            *searched = Searched { question: question.clone(), ..Searched::default() };
        }
        searched.is_searching = true;
        self.concordance.number = self.concordance.worker.search(corpora, patterns);
    }

    /// A search takes the place of a question for passages, which is asked again later.
    fn give_up_passages(&mut self) {
        if self.concordance.passages.awaited.is_some() {
            self.concordance.passages = Passages::default();
        }
    }

    /// What is found so far.
    #[must_use]
    pub const fn searched(&self) -> &Searched {
        &self.concordance.searched
    }

    /// Ends the search, and forgets its hits.
    pub fn stop_searching(&mut self) {
        self.concordance.number = self.concordance.worker.stop();
        self.concordance.searched = Searched::default();
    }

    /// The memories of the pair as they are now, with the numbers of their editions.
    fn corpora(&self) -> Vec<(Corpus, u64)> {
        let pair = self.session.as_ref().and_then(|session| session.pair().ok());
        let Some(pair) = pair else { return Vec::new() };
        let of_pair = self.library.of_pair(&pair.source, &pair.target);
        of_pair.map(|(shelf, way)| (shelf.memory.corpus(way), shelf.edition)).collect()
    }

    /// Looks for what stood around a unit in its release.
    pub fn seek_precedent(&mut self, memory: MemoryId, unit: UnitId) {
        let found = self.corpora().into_iter().find(|(corpus, _)| corpus.header().id == memory);
        self.concordance.precedent = Some(Sought::Gone);
        if let Some((corpus, _)) = found {
            self.give_up_passages();
            self.concordance.precedent = Some(Sought::Looking);
            self.concordance.number = self.concordance.worker.precedent(corpus, unit);
            // It takes the place of a search, which ends.
            self.concordance.searched.is_searching = false;
        }
    }

    /// Forgets the precedent that was asked for.
    pub fn forget_precedent(&mut self) {
        self.concordance.precedent = None;
    }

    /// The unit behind the active row: the one it was taken from, else the best match.
    #[must_use]
    pub fn unit_behind(&self) -> Option<(MemoryId, UnitId)> {
        use crate::model::Origin;
        let session = self.session.as_ref()?;
        if let Origin::Match { memory, unit, .. } = session.active_bead()?.origin
            && self.library.unit(memory, unit).is_some()
        {
            return Some((memory, unit));
        }
        let offers = session.offers_of(session.row()).unwrap_or_default();
        let of_memory = offers.iter().find(|offer| offer.aligned.is_none())?;
        Some((of_memory.found.memory, of_memory.found.unit))
    }

    /// The precedent that was asked for last.
    #[must_use]
    pub const fn precedent_sought(&self) -> Option<&Sought> {
        self.concordance.precedent.as_ref()
    }

    /// The project file of a hit's release, in the folder that is open or among the recent
    /// ones; not the release that is open.
    #[must_use]
    pub fn release_of(&self, hit: &Hit) -> Option<PathBuf> {
        if hit.release.is_empty() {
            return None;
        }
        let open = self.session.as_ref().and_then(|session| session.path());
        let of = |summary: &&crate::workbench::summary::Summary| {
            summary.number == hit.release
                && (summary.date.is_none() || hit.date.is_none() || summary.date == hit.date)
                && open != Some(summary.path.as_path())
        };
        self.releases.iter().find(of).map(|summary| summary.path.clone())
    }

    /// The passages of the active row's sentence that the memories know, where no unit is
    /// like the whole.
    #[must_use]
    pub fn fragments(&self) -> &[Fragment] {
        let bead = self.session.as_ref().and_then(|session| session.active_bead());
        let is_it = |(of, _): (BeadId, u64)| bead.is_some_and(|bead| bead.id == of);
        let is_it = self.concordance.passages.of.is_some_and(is_it);
        if is_it { &self.concordance.passages.found } else { &[] }
    }

    /// Asks for the passages of the active row's sentence, once it is known that there is no
    /// match; whether it was asked. A search goes before.
    pub(super) fn seek_fragments(&mut self) -> bool {
        let Some(session) = &self.session else { return false };
        let row = session.row();
        let version = self.library.version();
        let is_wanted = session.view() == View::Translate
            && session.rows().is_content(row)
            && session.offers_of(row).is_some_and(<[_]>::is_empty)
            && !session.is_looking(row, version)
            && !self.concordance.searched.is_searching
            && self.concordance.precedent != Some(Sought::Looking);
        let Some(bead) = session.active_bead().filter(|_| is_wanted) else { return false };
        let of = Some((bead.id, version));
        if self.concordance.passages.of == of {
            return false;
        }
        let sentence = session.source_text(row);
        let awaited = Some(self.concordance.worker.fragments(self.corpora(), sentence));
        self.concordance.passages = Passages { of, awaited, found: Vec::new() };
        true
    }

    /// Asks for quotations that were said before; the number of the question.
    pub(super) fn ask_quotations(&self, quoted: Quoted) -> u64 {
        self.concordance.worker.quotations(self.corpora(), quoted)
    }

    /// Takes in what was found; whether there was anything.
    pub(super) fn take_in_hits(&mut self) -> bool {
        let news = self.concordance.worker.poll();
        let any = !news.is_empty();
        for one in news {
            self.take_hits(one);
        }
        any
    }

    /// Waits for what was asked; for tests.
    pub(super) fn settle_hits(&mut self) {
        let news = self.concordance.worker.settle();
        for one in news {
            self.take_hits(one);
        }
    }

    fn take_hits(&mut self, news: News) {
        let number = self.concordance.number;
        match news {
            News::Found(of, findings, is_end) if of == number => {
                self.concordance.searched.findings = findings;
                self.concordance.searched.is_searching = !is_end;
            }
            News::Precedent(of, found) if of == number => {
                self.concordance.precedent = Some(found.map_or(Sought::Gone, Sought::Found));
            }
            News::NotIndexed(what) => {
                let name = t!("concordance-indexing-the-words", name = what.name());
                self.jobs.start_in_background(&name, move |watch, _| {
                    Ok(Outcome::WordsIndexed(Box::new(what.make(watch)?)))
                });
            }
            News::Fragments(of, found) if self.concordance.passages.awaited == Some(of) => {
                self.concordance.passages.awaited = None;
                self.concordance.passages.found = found;
            }
            News::Quotations(of, found) => self.take_quotations(of, found),
            // An answer to what is no longer asked.
            News::Found(..) | News::Precedent(..) | News::Fragments(..) | News::Rested(_) => {}
        }
    }

    /// Hands an index of words over that was made.
    pub(super) fn put_words(&mut self, indexed: Box<crate::workbench::concordance::Indexed>) {
        self.concordance.worker.index(indexed);
        // What was not found without it may be found now.
        self.concordance.passages = Passages::default();
    }

    /// Writes the hits that are shown as a table, as a job.
    pub fn export_hits_to(&mut self, path: &Path) {
        let pair = self.session.as_ref().and_then(|session| session.pair().ok());
        let Some(pair) = pair else { return };
        let hits = self.concordance.searched.findings.hits.clone();
        if hits.is_empty() {
            return self.tell(Tone::Notice, t!("concordance-there-is-no-hit-to-export"));
        }
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        self.jobs.start(t!("exporting-exporting"), move |_| {
            let text = to_csv(&hits, &pair.source, &pair.target);
            let written = files.write_atomic(&path, text.as_bytes());
            let what = t!("concordance-hits-to", count = hits.len(), path = path.display());
            Ok(Outcome::Written { what, result: written.map_err(|error| error.to_string()) })
        });
    }
}

/// Why a question cannot be looked for, in the language that is spoken.
fn said(error: &QuestionError) -> String {
    match error {
        QuestionError::Empty => t!("concordance-nothing-to-look-for").to_owned(),
        QuestionError::Expression(why) => pattern::said(why),
    }
}
