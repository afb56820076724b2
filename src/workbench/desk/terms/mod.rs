//! The termbases at the desk, and the terms of the active row.
//!
//! | what | file |
//! |---|---|
//! | opened, made, closed, used or not | [`bases`] |
//! | stored, forbidden, undone | [`changes`] |
//! | a termbase as a table; import, merge, export | [`table`] |
//! | names of the release that no termbase has | [`register`] |

mod bases;
mod changes;
mod register;
mod table;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

pub use register::NameList;
pub(super) use table::ReadTerms;
pub use table::TermTable;

use super::Desk;
use super::told::Tone;
use crate::model::{BeadId, Date, Lang, ProjectId, TermUses, TranslationId, View};
use crate::store::Files;
use crate::texts::t;
use crate::workbench::sample;
use crate::workbench::session::Session;
use crate::workbench::termbases::keeper::Wanted;
use crate::workbench::termbases::{
    Keeper, News, OpenTerms, RowTerms, TermStep, Termbases, TermsInUse,
};

/// What the terms in use depend on.
#[derive(Debug, Clone, PartialEq)]
struct Of {
    project: ProjectId,
    langs: (Lang, Lang),
    day: Option<Date>,
    issuer: String,
    bases: u64,
    uses: TermUses,
}

/// What the terms of a row depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OfRow {
    terms: u64,
    translation: TranslationId,
    bead: BeadId,
    version: u64,
}

/// The termbases, what is found by them, and what is done to them.
#[derive(Debug)]
pub(super) struct Terms {
    keeper: Keeper,
    bases: Termbases,
    /// Files that somebody named, or that were open on another day: they stay.
    chosen: HashSet<PathBuf>,
    /// Files of another day whose state needs no telling.
    quiet: HashSet<PathBuf>,
    wanted: Option<Of>,
    wish: u64,
    in_use: Option<(u64, Arc<TermsInUse>)>,
    asked: Option<OfRow>,
    question: u64,
    /// The bead that the terms found last are of.
    row: Option<(BeadId, Arc<RowTerms>)>,
    steps: HashMap<u64, Vec<TermStep>>,
    changes: u64,
    /// What is to be told when the change of a number is made.
    to_tell: HashMap<u64, String>,
    table: table::Open,
    register: register::Register,
}

impl Terms {
    /// Without any; `wake` is called when there is news.
    pub(super) fn new(
        files: Arc<dyn Files + Send + Sync>,
        wake: Arc<dyn Fn() + Send + Sync>,
    ) -> Self {
        Self {
            keeper: Keeper::start(files, wake),
            bases: Termbases::default(),
            chosen: HashSet::new(),
            quiet: HashSet::new(),
            wanted: None,
            wish: 0,
            in_use: None,
            asked: None,
            question: 0,
            row: None,
            steps: HashMap::new(),
            changes: 0,
            to_tell: HashMap::new(),
            table: table::Open::default(),
            register: register::Register::default(),
        }
    }
}

impl Desk {
    /// The termbases at hand.
    #[must_use]
    pub fn termbases(&self) -> &[OpenTerms] {
        self.terms.bases.all()
    }

    /// The terms that hold for the open release in its present pair of languages; `None`
    /// before they are there.
    #[must_use]
    pub fn terms_in_use(&self) -> Option<&Arc<TermsInUse>> {
        self.terms.in_use.as_ref().map(|(_, terms)| terms)
    }

    /// The terms of the active row; `None` before they are found.
    #[must_use]
    pub fn row_terms(&self) -> Option<&Arc<RowTerms>> {
        let bead = self.session.as_ref()?.active_bead()?.id;
        self.terms.row.as_ref().filter(|(of, _)| *of == bead).map(|(_, row)| row)
    }

    /// Reads one's own termbases, those of earlier days and the bundled one.
    pub(super) fn open_own_termbases(&mut self) {
        self.terms.keeper.read_bundled(sample::INSTITUTIONS);
        self.terms.keeper.open_in(self.home.termbases());
        for path in self.settings.termbases.clone() {
            self.terms.chosen.insert(path.clone());
            self.terms.quiet.insert(path.clone());
            self.terms.keeper.open(path);
        }
    }

    /// Asks for what the window needs to know of terms now; whether anything was asked.
    pub fn seek_terms(&mut self) -> bool {
        self.wish_for_terms() | self.ask_for_row() | self.list_terms()
    }

    /// Asks for the terms of the open release, where they depend on something that changed.
    fn wish_for_terms(&mut self) -> bool {
        let Some(session) = &self.session else { return false };
        let Some(target) = session.target_lang() else { return false };
        let release = &session.project().release;
        let is_same = self.terms.wanted.as_ref().is_some_and(|of| {
            of.project == session.project().id
                && of.langs.0 == *session.source_lang()
                && of.langs.1 == *target
                && of.day == release.date
                && of.issuer == release.issuer
                && of.bases == self.terms.bases.version()
                && of.uses == self.settings.term_uses
        });
        if is_same {
            return false;
        }
        let langs = (session.source_lang().clone(), target.clone());
        let (day, issuer) = (release.date, release.issuer.clone());
        let uses = self.settings.term_uses.clone();
        let used = self.terms.bases.used(&uses).map(|open| Arc::clone(&open.base)).collect();
        let wanted = Wanted { bases: used, langs: langs.clone(), day, issuer: issuer.clone() };
        let (project, bases) = (session.project().id, self.terms.bases.version());
        self.terms.wanted = Some(Of { project, langs, day, issuer, bases, uses });
        self.terms.wish += 1;
        self.terms.keeper.use_so(self.terms.wish, wanted);
        true
    }

    /// Asks for the terms of the active row, where it is another or has changed.
    fn ask_for_row(&mut self) -> bool {
        let Some((terms, _)) = &self.terms.in_use else { return false };
        // The view of links shows no terms.
        let translates = |session: &&Session| session.view() == View::Translate;
        let Some(session) = self.session.as_ref().filter(translates) else { return false };
        let (Some(bead), Some(translation)) = (session.active_bead(), session.translation()) else {
            return false;
        };
        let version = session.version();
        let of = OfRow { terms: *terms, translation: translation.id, bead: bead.id, version };
        if self.terms.asked == Some(of) {
            return false;
        }
        let (source, target) = (session.source_text(session.row()), bead.target_text());
        self.terms.asked = Some(of);
        self.terms.question = self.terms.keeper.find(source, target);
        true
    }

    /// Takes in what the keeper tells; whether there was anything to be seen.
    pub(super) fn take_in_terms(&mut self) -> bool {
        let news = self.terms.keeper.poll();
        let is_seen = news.iter().any(|one| !matches!(one, News::InUse(..) | News::Rested(_)));
        for one in news {
            self.take_terms_news(one);
        }
        is_seen
    }

    /// Waits for what the keeper has been asked.
    pub(super) fn settle_terms(&mut self) {
        loop {
            let asked = self.seek_terms();
            let news = self.terms.keeper.settle();
            let any = !news.is_empty();
            for one in news {
                self.take_terms_news(one);
            }
            if !any && !asked {
                return;
            }
        }
    }

    fn take_terms_news(&mut self, news: News) {
        match news {
            News::Opened(read) => self.put_termbase(*read),
            News::Bundled(read) => self.put_bundled(*read),
            News::Renewed(read) => self.renew_termbase(*read),
            News::Unreadable(path, error) => {
                self.terms.chosen.remove(&path);
                self.tell(Tone::Wrong, error.to_string());
            }
            News::Gone(id) => {
                let name = self.terms.bases.get(id).map(OpenTerms::name).unwrap_or_default();
                self.tell(Tone::Notice, t!("termbases-file-is-gone", name = name));
            }
            News::Changed(number, read, left, aside) => {
                self.take_changed(number, *read, &left, aside);
            }
            News::NotOpen(number) => {
                self.terms.to_tell.remove(&number);
                self.tell(Tone::Wrong, t!("termbases-not-open"));
            }
            News::Refused(number, error) => {
                self.terms.to_tell.remove(&number);
                self.tell(Tone::Wrong, error.to_string());
            }
            News::InUse(number, terms) => {
                if number == self.terms.wish {
                    self.speller.know_terms(Arc::clone(&terms));
                    self.check_by_terms(Arc::clone(terms.pair.concepts()));
                    self.terms.in_use = Some((number, terms));
                }
            }
            News::Found(number, row) => {
                if let Some(of) = self.terms.asked.filter(|_| number == self.terms.question) {
                    self.terms.row = Some((of.bead, Arc::new(*row)));
                }
            }
            News::Listed(number, places) => self.take_listed(number, places),
            News::Rested(_) => {}
        }
    }
}

/// The pair of languages of the open release, if it has one.
fn pair_of(session: Option<&Session>) -> Option<(Lang, Lang)> {
    let pair = session?.pair().ok()?;
    Some((pair.source, pair.target))
}
