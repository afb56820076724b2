//! The thread that has the termbases: it reads and changes their files, watches them for what
//! others do, and finds terms.
//!
//! Orders are done one after the other, so that two changes of a file cannot meet. Of the
//! questions about a row the latest counts. Between orders the files are looked at every
//! [`LOOK_EVERY`]: a state that is not the one read or written last is read anew.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::lines::{RowTerms, TermsInUse};
use super::plan::TermStep;
use super::sheet::Sheet;
use crate::formats::terms_ron;
use crate::model::{Date, Lang, Problem, Reading, TermChange, Termbase, TermbaseId};
use crate::store::terms::{self, Changed, Stamp};
use crate::store::{Files, StoreError, listing};
use crate::terms::{Doubt, doubts};
use crate::workbench::attendant::Attendant;

/// How often files are looked at for what others did to them: a network drive's own notices
/// get lost.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// What the terms of a release are made of.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The termbases.
    pub bases: Vec<Arc<Termbase>>,
    /// The languages.
    pub langs: (Lang, Lang),
    /// The release's day.
    pub day: Option<Date>,
    /// Its house.
    pub issuer: String,
}

/// What the thread is told.
enum Order {
    /// Read a termbase.
    Open(PathBuf),
    /// Read all that lie in a folder and are not watched yet.
    OpenIn(PathBuf),
    /// Read one that comes with the program.
    Bundled(&'static str),
    /// Write a new one.
    Make(PathBuf, Box<Termbase>),
    /// Watch it no longer.
    Close(TermbaseId),
    /// Change concepts.
    Change(u64, Arc<Termbase>, TermStep),
    /// Make the terms of a release.
    Use(u64, Box<Wanted>),
    /// Find the terms of a row.
    Find(u64, String, String),
    /// Which concepts a table shows.
    List(u64, Arc<Termbase>, Box<Sheet>),
    /// Look at the files.
    Look,
    Rest(u64),
}

/// A termbase that was read.
#[derive(Debug)]
pub struct ReadBase {
    /// Its file.
    pub path: PathBuf,
    /// What is in it.
    pub base: Arc<Termbase>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// What is doubtful.
    pub doubts: Arc<[Doubt]>,
}

/// What the thread tells.
#[derive(Debug)]
pub enum News {
    /// A termbase was read for the first time.
    Opened(Box<ReadBase>),
    /// One that comes with the program; it has no file.
    Bundled(Box<ReadBase>),
    /// It could not be.
    Unreadable(PathBuf, StoreError),
    /// Somebody else has changed it.
    Renewed(Box<ReadBase>),
    /// Its file is gone.
    Gone(TermbaseId),
    /// The change of a number was made.
    Changed(u64, Box<ReadBase>, Vec<TermChange>, Option<PathBuf>),
    /// The termbase that a change was meant for is not open here.
    NotOpen(u64),
    /// The change of a number was refused.
    Refused(u64, StoreError),
    /// The terms of a release, by the number of the wish.
    InUse(u64, Arc<TermsInUse>),
    /// The terms of a row, by the number of the question.
    Found(u64, Box<RowTerms>),
    /// Which concepts a table shows, by the number of the wish.
    Listed(u64, Vec<usize>),
    /// Everything up to this is done.
    Rested(u64),
}

/// The thread, seen from outside. Dropping it lets the thread end.
pub struct Keeper {
    thread: Attendant<Order, News>,
    latest: Arc<AtomicU64>,
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keeper").finish_non_exhaustive()
    }
}

impl Keeper {
    /// Starts the thread. `wake` is called when there is news.
    pub fn start(files: Arc<dyn Files + Send + Sync>, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let latest = Arc::new(AtomicU64::new(0));
        let asked = Arc::clone(&latest);
        let run = move |orders: &Receiver<Order>, tell| {
            let worker = Worker { files, wake, tell, asked, watched: Vec::new(), terms: None };
            worker.run(orders);
        };
        Self { thread: Attendant::start("termbases", run), latest }
    }

    /// Reads the termbase in a file, and watches it from now on.
    pub fn open(&self, path: PathBuf) {
        self.thread.order(Order::Open(path));
    }

    /// Reads the termbases in a folder, and watches them from now on.
    pub fn open_in(&self, folder: PathBuf) {
        self.thread.order(Order::OpenIn(folder));
    }

    /// Reads a termbase that comes with the program.
    pub fn read_bundled(&self, text: &'static str) {
        self.thread.order(Order::Bundled(text));
    }

    /// Writes a new termbase, and watches it from now on.
    pub fn make(&self, path: PathBuf, base: Termbase) {
        self.thread.order(Order::Make(path, Box::new(base)));
    }

    /// Watches it no longer.
    pub fn close(&self, id: TermbaseId) {
        self.thread.order(Order::Close(id));
    }

    /// Changes concepts of a termbase in its file.
    pub fn change(&self, number: u64, base: Arc<Termbase>, step: TermStep) {
        self.thread.order(Order::Change(number, base, step));
    }

    /// Makes the terms of a release.
    pub fn use_so(&self, number: u64, wanted: Wanted) {
        self.thread.order(Order::Use(number, Box::new(wanted)));
    }

    /// Finds the terms of a row; tells the number of the question.
    pub fn find(&self, source: String, target: String) -> u64 {
        let number = self.latest.fetch_add(1, Ordering::Relaxed) + 1;
        self.thread.order(Order::Find(number, source, target));
        number
    }

    /// Says which concepts a table shows.
    pub fn list(&self, number: u64, base: Arc<Termbase>, sheet: Sheet) {
        self.thread.order(Order::List(number, base, Box::new(sheet)));
    }

    /// The news since the last call.
    pub fn poll(&mut self) -> Vec<News> {
        self.thread.poll()
    }

    /// Waits until everything that was ordered is done and files were looked at; the news till
    /// then.
    pub fn settle(&mut self) -> Vec<News> {
        self.thread.order(Order::Look);
        let rested = |news: &News| match news {
            News::Rested(rest) => Some(*rest),
            _ => None,
        };
        self.thread.settle(Order::Rest, rested)
    }
}

/// A file that is watched.
struct Watched {
    id: TermbaseId,
    path: PathBuf,
    /// As it was read or written last; `None` while it is gone.
    stamp: Option<Stamp>,
}

struct Worker {
    files: Arc<dyn Files + Send + Sync>,
    wake: Arc<dyn Fn() + Send + Sync>,
    tell: Sender<News>,
    asked: Arc<AtomicU64>,
    watched: Vec<Watched>,
    terms: Option<Arc<TermsInUse>>,
}

impl Worker {
    fn run(mut self, orders: &Receiver<Order>) {
        loop {
            let order = match orders.recv_timeout(LOOK_EVERY) {
                Ok(order) => order,
                Err(RecvTimeoutError::Timeout) => Order::Look,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            // A fault in one file must not end the work on all others.
            let done = catch_unwind(AssertUnwindSafe(|| self.take(order)));
            if done.is_err() {
                tracing::error!("work on a termbase failed");
            }
        }
    }

    fn say(&self, news: News) {
        // The other end is gone only when the program ends.
        let _ = self.tell.send(news);
        (self.wake)();
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Open(path) => self.open(path),
            Order::OpenIn(folder) => {
                for path in listing::termbases_in(self.files.as_ref(), &folder) {
                    if !self.watched.iter().any(|watched| watched.path == path) {
                        self.open(path);
                    }
                }
            }
            Order::Bundled(text) => {
                if let Ok(Reading { value, problems }) = terms_ron::read(text) {
                    let read = told(PathBuf::new(), value.base, problems);
                    self.say(News::Bundled(Box::new(read)));
                }
            }
            Order::Make(path, base) => self.make(path, &base),
            Order::Close(id) => self.watched.retain(|watched| watched.id != id),
            Order::Change(number, base, step) => self.change(number, &base, &step),
            Order::Use(number, wanted) => {
                let Wanted { bases, langs, day, issuer } = *wanted;
                let terms = TermsInUse::of(&bases, (&langs.0, &langs.1), day, &issuer);
                let terms = Arc::new(terms);
                self.terms = Some(Arc::clone(&terms));
                self.say(News::InUse(number, terms));
            }
            Order::Find(number, source, target) => {
                let is_latest = self.asked.load(Ordering::Relaxed) == number;
                if let Some(terms) = self.terms.as_ref().filter(|_| is_latest) {
                    self.say(News::Found(number, Box::new(terms.row(&source, &target))));
                }
            }
            Order::List(number, base, sheet) => {
                self.say(News::Listed(number, sheet.places(&base)));
            }
            Order::Look => self.look(),
            Order::Rest(rest) => self.say(News::Rested(rest)),
        }
    }

    fn open(&mut self, path: PathBuf) {
        match self.read(&path) {
            Ok(read) => {
                self.watch(read.base.header.id, path);
                self.say(News::Opened(Box::new(read)));
            }
            Err(error) => self.say(News::Unreadable(path, error)),
        }
    }

    fn make(&mut self, path: PathBuf, base: &Termbase) {
        let files = self.files.as_ref();
        if files.exists(&path) {
            return self.open(path);
        }
        let folder = path.parent().map(PathBuf::from).unwrap_or_default();
        let made = if folder.as_os_str().is_empty() || files.is_dir(&folder) {
            Ok(())
        } else {
            files.create_private_dir_all(&folder)
        };
        let text = terms_ron::write(base);
        match made.and_then(|()| files.write_new(&path, text.as_bytes())) {
            Ok(()) => self.open(path),
            Err(error) => self.say(News::Unreadable(path, error)),
        }
    }

    fn change(&mut self, number: u64, base: &Termbase, step: &TermStep) {
        let Some(path) = self.path_of(step.base) else { return self.say(News::NotOpen(number)) };
        match terms::change(self.files.as_ref(), &path, base, &step.changes) {
            Ok(Changed { base, left, aside }) => {
                self.watch(step.base, path.clone());
                let left = left.into_iter().filter_map(|at| step.changes.get(at)).cloned();
                let left = left.collect();
                let read = told(path, base, Vec::new());
                self.say(News::Changed(number, Box::new(read), left, aside));
            }
            Err(error) => self.say(News::Refused(number, error)),
        }
    }

    fn path_of(&self, id: TermbaseId) -> Option<PathBuf> {
        let watched = self.watched.iter().find(|watched| watched.id == id)?;
        Some(watched.path.clone())
    }

    /// Watches a file from its present state on.
    fn watch(&mut self, id: TermbaseId, path: PathBuf) {
        let stamp = terms::stamp(self.files.as_ref(), &path);
        match self.watched.iter_mut().find(|watched| watched.id == id) {
            Some(watched) => (watched.path, watched.stamp) = (path, stamp),
            None => self.watched.push(Watched { id, path, stamp }),
        }
    }

    fn look(&mut self) {
        let mut news = Vec::new();
        for at in 0..self.watched.len() {
            let Some(Watched { id, path, stamp }) = self.watched.get(at) else { continue };
            let now = terms::stamp(self.files.as_ref(), path);
            if now == *stamp {
                continue;
            }
            match (now, self.read(path)) {
                (None, _) => news.push(News::Gone(*id)),
                (Some(_), Ok(read)) if read.base.header.id == *id => {
                    news.push(News::Renewed(Box::new(read)));
                }
                // Somebody may be in the middle of writing it: it is looked at again.
                (Some(_), _) => continue,
            }
            if let Some(watched) = self.watched.get_mut(at) {
                watched.stamp = now;
            }
        }
        for one in news {
            self.say(one);
        }
    }

    fn read(&self, path: &std::path::Path) -> Result<ReadBase, StoreError> {
        let Reading { value, problems } = terms::open(self.files.as_ref(), path)?;
        Ok(told(path.to_owned(), value, problems))
    }
}

/// A termbase with what is doubtful in it.
fn told(path: PathBuf, base: Termbase, problems: Vec<Problem>) -> ReadBase {
    let doubts = doubts(&base).into();
    ReadBase { path, base: Arc::new(base), problems, doubts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Concept, ConceptId, Term, TermKind};
    use crate::store::testing::MemoryFiles;
    use crate::workbench::termbases::plan;

    fn base(texts: &[(&str, &str)]) -> Termbase {
        let mut base = Termbase::new(TermbaseId::from_bits(1), "bridges".to_owned());
        let term = |lang: &str, text: &str| Term::preferred(lang.parse().expect(lang), text.into());
        base.concepts = (1_u64..)
            .zip(texts)
            .map(|(id, (fr, en))| {
                let terms = vec![term("fr", fr), term("en", en)];
                Concept::new(ConceptId::from_bits(id), TermKind::Phrase, terms)
            })
            .collect();
        base
    }

    fn started(base: &Termbase) -> (Arc<MemoryFiles>, Keeper, Arc<Termbase>) {
        let files = Arc::new(MemoryFiles::new());
        files.put("bridges.terms.ron", terms_ron::write(base));
        let mut keeper = Keeper::start(files.clone(), Arc::new(|| {}));
        keeper.open("bridges.terms.ron".into());
        let Some(News::Opened(read)) = keeper.settle().into_iter().next() else {
            panic!("it is opened");
        };
        (files, keeper, read.base)
    }

    #[test]
    fn what_others_do_to_a_file_is_seen_and_what_is_done_here_is_not_told_twice() {
        let (files, mut keeper, there) = started(&base(&[("pont", "bridge")]));
        assert!(keeper.settle().is_empty(), "nothing has changed");
        let after = Concept { note: "over water".to_owned(), ..there.concepts[0].clone() };
        let step = TermStep {
            base: there.header.id,
            changes: vec![plan::change(there.concepts.first(), after)],
        };
        keeper.change(7, there, step);
        let news = keeper.settle();
        assert!(matches!(news.as_slice(), [News::Changed(7, ..)]), "{news:?}");
        files.put("bridges.terms.ron", terms_ron::write(&base(&[("pont", "span")])));
        let news = keeper.settle();
        assert!(matches!(news.as_slice(), [News::Renewed(_)]), "{news:?}");
        files.remove("bridges.terms.ron".as_ref()).expect("removed");
        assert!(matches!(keeper.settle().as_slice(), [News::Gone(_)]));
    }

    #[test]
    fn terms_of_a_row_are_found_and_an_older_question_is_passed_over() {
        let (_, mut keeper, there) = started(&base(&[("pont", "bridge")]));
        let langs = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let wanted = Wanted { bases: vec![there], langs, day: None, issuer: String::new() };
        keeper.use_so(1, wanted);
        keeper.find("un bac".to_owned(), String::new());
        let last = keeper.find("deux ponts".to_owned(), "two bridges".to_owned());
        let news = keeper.settle();
        let found = news.iter().rev().find_map(|news| match news {
            News::Found(number, row) => Some((*number, (**row).clone())),
            _ => None,
        });
        let (number, row) = found.expect("it is found");
        assert_eq!(number, last);
        assert!(row.lines.first().is_some_and(|line| line.is_used && line.text == "bridge"));
    }
}
