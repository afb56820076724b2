//! The desk: one open release, the memories, the jobs under way, and what there is
//! to tell. The window shows it; it knows nothing of the window.
//!
//! Whatever takes time or may fail on a disk runs as a job; [`Desk::take_in`] takes
//! the results in between frames. Nothing is thrown away on the way: opening
//! another release is asked for by the window only after the guard for unsaved
//! changes.

mod accepting;
pub mod archive;
mod arrivals;
mod arriving;
mod beside;
mod checks;
mod codes;
mod commands;
mod concordance;
mod correcting;
mod embargo;
mod exceptions;
mod exporting;
mod finding;
mod former;
mod giving_back;
mod harvesting;
mod importing;
mod judging;
mod keys;
mod late;
mod leverage;
mod listing;
mod log;
mod maintaining;
mod making;
mod matches;
mod memories;
mod opening;
mod precedents;
mod presence;
mod quoting;
mod reading;
mod references;
mod review;
mod rows;
mod saving;
mod sending;
mod spelling;
mod steps;
mod storing;
mod terms;
mod told;
mod using;
mod wide;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use accepting::AllReport;
pub use arriving::{NewSide, NewSides};
pub use concordance::{Searched, Sought};
pub use giving_back::WrittenAs;
pub use importing::{Fill, ImportReport, ImportWish, Looked, importing};
pub use leverage::{AnalysisFormat, AnalysisReport, Scope};
pub use maintaining::{Doing, Planned, Sheet, UnitTable};
pub use presence::Claimed;
pub use review::QueuePlace;
pub use saving::Over;
pub use terms::{NameList, TermTable};
pub use told::{Ask, IncomingText, Logged, Message, NewTexts, Ran, Slot, Tone};
pub use using::Step;

use exceptions::OwnLesson;
use matches::Matches;
use memories::{Arrived, Shelving};
use precedents::Precedents;
use saving::{Keeping, NotSaved, Occasion};

use super::aligned::AlignedRows;
use super::archive::accept::Accepted;
use super::archive::survey::Survey;
use super::correcting::Correction;
use super::env::Env;
use super::former::Former;
use super::harvest::Trial;
use super::history::Steps;
use super::jobs::{Jobs, UnderWay};
use super::keymap::Keymap;
use super::late::{CorrectedText, LateChange};
use super::library::Library;
use super::opening::Opened;
use super::recovery::Recovery;
use super::seeker::Renewed;
use super::sending::SendPlan;
use super::session::{Habits, Refused, Session};
use super::speller::Speller;
use super::summary::Summary;
use super::wide::Wide;
use crate::model::{Bead, MemoryId, Project, ProjectId, Translation, TranslationId};
use crate::store::presence::Seen;
use crate::store::project::Stamp;
use crate::store::{Files, Home, Listing, Settings};
use crate::text::segment::srx::RuleSet;

/// What a job brings back.
enum Outcome {
    /// A file was opened; whoever else works on it.
    Opened(Box<Result<Opened, String>>, Option<Seen>),
    /// A memory, or what is there of it so far.
    Memory(Box<Shelving>),
    /// What lies beside a release.
    Beside(beside::Found),
    /// A memory could not be read.
    NoMemory(String),
    /// What others, or an import, added to a memory's file.
    News(Box<Arrived>),
    /// An index was made.
    Indexed(Box<Renewed>),
    /// An index of words was made.
    WordsIndexed(Box<super::concordance::Indexed>),
    Listing(Result<Listing, String>),
    Aligned(Box<Project>),
    Realigned {
        of: TranslationId,
        version: u64,
        beads: Vec<Bead>,
    },
    Reference(ProjectId, Result<Box<Translation>, String>),
    Text(Box<Result<IncomingText, String>>),
    Summaries(Vec<Summary>, Vec<AlignedRows>),
    Saved {
        path: PathBuf,
        done: isize,
        project: Arc<Project>,
        steps: Steps,
        result: Result<(), NotSaved>,
        occasion: Occasion,
    },
    /// What was done to a release before it was opened in this state of its file.
    Steps(ProjectId, Stamp, Box<Steps>),
    Left(Vec<Recovery>),
    Former(Vec<Former>),
    Written {
        what: String,
        result: Result<(), String>,
    },
    /// A translation was written: where, and how many rows were open.
    GivenBack(Result<(PathBuf, usize), String>),
    Archive(Box<archive::News>),
    /// Links accepted in the open release, and in files.
    Accepted {
        here: usize,
        done: Vec<Accepted>,
    },
    /// What all releases would add to a memory.
    AllTrial((MemoryId, Option<f32>), (u64, u64), Box<Trial>),
    /// All releases, to be added to a memory.
    AllTaken(Box<harvesting::AllTaken>),
    /// What was done with all releases.
    AllDone(AllReport),
    /// The links of these projects.
    Survey(Box<(Vec<PathBuf>, Survey)>),
    /// Releases were counted.
    Analysed(Box<AnalysisReport>),
    /// Open rows were looked up.
    Matched(Box<leverage::Matched>),
    /// Units of a memory were changed.
    Maintained(Box<maintaining::Maintained>),
    /// What would be sent, for a wish of this number.
    Sendable(u64, Box<SendPlan>),
    /// A wrong form was looked for, for a wish of this number.
    Wrong(u64, Option<Box<Correction>>),
    /// The files of a correction were changed.
    Corrected(Box<correcting::Changed>),
    /// A corrected source was read.
    LateRead(Box<Result<CorrectedText, String>>),
    /// What a corrected source would do, for a wish of this number.
    LateFound(u64, Box<LateChange>),
    /// Files were changed; those that were not, and why.
    FilesChanged(wide::Failed),
    /// The terms of a file that are to come into a termbase.
    TermsRead(Box<terms::ReadTerms>),
    /// Names that no termbase has, for a wish of this number.
    NewNames(u64, Vec<super::termbases::names::NewName>),
    /// In a slot of its own.
    Stored,
}

/// The open release, the memories, the jobs and the messages.
pub struct Desk {
    /// The open release.
    pub session: Option<Session>,
    /// The memories at hand.
    pub library: Library,
    /// How the program behaves.
    pub settings: Settings,
    /// The folder that was opened.
    pub listing: Option<Listing>,
    /// When the project was saved last, for the status bar.
    pub saved_at: Option<crate::model::Timestamp>,
    /// Work that was not saved when the program ended, and is not looked at yet.
    pub left: Vec<Recovery>,
    keeping: Keeping,
    former: Option<Vec<Former>>,
    home: Home,
    files: Arc<dyn Files + Send + Sync>,
    jobs: Jobs<Outcome>,
    matches: Matches,
    precedents: Precedents,
    concordance: concordance::Concordance,
    maintenance: maintaining::Maintenance,
    messages: Vec<Message>,
    log: log::Log,
    incoming: Vec<IncomingText>,
    /// The file that a translation was written to.
    given_back: Option<PathBuf>,
    releases: Vec<Summary>,
    /// When they were listed, on this machine's clock.
    listed_at: Option<jiff::ZonedDateTime>,
    imports: importing::Imports,
    archive: Option<archive::Archive>,
    review: review::Review,
    leverage: leverage::Leverage,
    /// Where the texts read since the program began came from, by their names.
    origins: HashMap<String, PathBuf>,
    new_env: Box<dyn FnMut(&str) -> Env + Send>,
    /// The rule file that was read last, by its path.
    rules: Option<(PathBuf, Arc<RuleSet>)>,
    keymap: Arc<Keymap>,
    own_lessons: Vec<OwnLesson>,
    speller: Speller,
    checking: checks::Checking,
    quoting: quoting::Quoting,
    wide: Wide,
    sending: sending::Sending,
    correcting: correcting::Correcting,
    terms: terms::Terms,
    late: late::Late,
    embargo: embargo::Watched,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("session", &self.session).finish_non_exhaustive()
    }
}

impl Desk {
    /// An empty desk. `wake` is called when a job ends; `new_env` gives each
    /// release its clock and ids for an author's name.
    pub fn new(
        files: Arc<dyn Files + Send + Sync>,
        home: Home,
        wake: impl Fn() + Send + Sync + 'static,
        new_env: impl FnMut(&str) -> Env + Send + 'static,
    ) -> Self {
        let (settings, problem) = home.settings(files.as_ref());
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(wake);
        let matches = Matches::new(Arc::clone(&wake));
        let concordance = concordance::Concordance::new(Arc::clone(&wake));
        let maintenance = maintaining::Maintenance::new(Arc::clone(&wake));
        let terms = terms::Terms::new(Arc::clone(&files), Arc::clone(&wake));
        let speller = Speller::start(Arc::clone(&files), home.clone(), Arc::clone(&wake));
        let checking = checks::Checking::new(Arc::clone(&wake));
        let mut library = Library::new(Arc::clone(&files), home.memories());
        library.follow(&matches.seeker);
        library.write_behind(Arc::clone(&wake));
        library.use_so(settings.memory_uses.clone());
        let mut desk = Self {
            session: None,
            library,
            settings,
            listing: None,
            saved_at: None,
            left: Vec::new(),
            keeping: Keeping::new(Arc::clone(&files), home.clone()),
            former: None,
            home,
            files,
            jobs: Jobs::new(move || wake()),
            matches,
            precedents: Precedents::default(),
            concordance,
            maintenance,
            messages: Vec::new(),
            log: log::Log::default(),
            incoming: Vec::new(),
            given_back: None,
            releases: Vec::new(),
            listed_at: None,
            imports: importing::Imports::default(),
            archive: None,
            review: review::Review::default(),
            leverage: leverage::Leverage::default(),
            origins: HashMap::new(),
            new_env: Box::new(new_env),
            rules: None,
            keymap: Arc::default(),
            own_lessons: Vec::new(),
            speller,
            checking,
            quoting: quoting::Quoting::default(),
            wide: Wide::default(),
            sending: sending::Sending::default(),
            correcting: correcting::Correcting::default(),
            terms,
            late: late::Late::default(),
            embargo: embargo::Watched::default(),
        };
        if let Some(problem) = problem {
            desk.tell(Tone::Notice, problem);
        }
        desk.follow_keys();
        desk.use_chosen_dictionaries();
        desk.shelve_own_memories();
        desk.open_own_termbases();
        desk.look_for_left_work();
        desk
    }

    /// The messages since the last call.
    pub fn messages(&mut self) -> Vec<Message> {
        self.log_messages();
        std::mem::take(&mut self.messages)
    }

    /// Adds a message.
    pub fn tell(&mut self, tone: Tone, text: impl Into<String>) {
        self.messages.push(Message { tone, text: text.into() });
    }

    /// What is under way.
    #[must_use]
    pub fn under_way(&self) -> Vec<UnderWay<'_>> {
        self.jobs.running()
    }

    /// Stops what somebody waits for.
    pub fn cancel(&self) {
        self.jobs.cancel_awaited();
    }

    /// Stops the work of a number.
    pub fn stop(&self, job: u64) {
        self.jobs.cancel(job);
    }

    /// Waits for everything under way and takes it in; for tests.
    pub fn settle(&mut self) {
        loop {
            let ended = self.jobs.wait();
            self.take_in_all(ended);
            self.library.settle_writing();
            self.take_in_written();
            while self.library.receive_some() {}
            self.seek();
            self.settle_matches();
            self.seek_fragments();
            self.seek_quotations();
            self.settle_hits();
            self.settle_units();
            self.settle_checks();
            self.settle_terms();
            self.speller.settle();
            self.keeping.presence.settle();
            if self.jobs.is_idle() && !self.seek() {
                break;
            }
        }
        self.keep();
    }

    /// Takes in what jobs have brought back; whether there was anything.
    pub fn take_in(&mut self) -> bool {
        let ended = self.jobs.poll();
        let any = !ended.is_empty();
        self.take_in_all(ended);
        self.take_in_written();
        self.tell_of_spelling();
        let found = self.take_in_matches() | self.take_in_hits() | self.library.receive_some();
        let found = self.take_in_units() | self.take_in_terms() | found;
        let found = self.take_in_findings() | found;
        self.seek();
        self.seek_terms();
        self.seek_fragments();
        self.seek_quotations();
        any || found
    }

    /// Whether the open release has changes that are not on disk.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.is_dirty() && !session.is_untouched())
    }

    fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.save_settings();
    }

    fn remember_memory(&mut self, path: &Path) {
        if !self.settings.memories.iter().any(|known| known == path) {
            self.settings.memories.push(path.to_owned());
            self.save_settings();
        }
    }

    /// What is done from now on is done by somebody of this name.
    pub fn call_me(&mut self, name: &str) {
        name.clone_into(&mut self.settings.author);
        if let Some(session) = &mut self.session {
            name.clone_into(&mut session.env.author);
        }
        self.save_settings();
    }

    /// Writes the settings; a failure is told, once.
    pub fn save_settings(&mut self) {
        let saved = self.home.save_settings(self.files.as_ref(), &self.settings);
        if let Err(error) = saved {
            self.tell(Tone::Notice, error.to_string());
        }
    }

    fn tell_refusal(&mut self, result: Result<(), Refused>) {
        if let Err(Refused(why)) = result {
            self.tell(Tone::Notice, why);
        }
    }
}

/// The habits that the settings ask for.
const fn habits(settings: &Settings) -> Habits {
    let Settings { draft_on_entry, draft_from, show_from, propagation, .. } = settings;
    Habits {
        draft_on_entry: *draft_on_entry,
        draft_from: *draft_from,
        show_from: *show_from,
        propagation: *propagation,
        hide_not_content: false,
        include_not_content: false,
    }
}
