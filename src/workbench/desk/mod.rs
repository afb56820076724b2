//! The desk: one open release, the memories, the jobs under way, and what there is
//! to tell. The window shows it; it knows nothing of the window.
//!
//! Whatever takes time or may fail on a disk runs as a job; [`Desk::take_in`] takes
//! the results in between frames. Nothing is thrown away on the way: opening
//! another release is asked for by the window only after the guard for unsaved
//! changes.

mod arrivals;
mod finding;
mod reading;
mod saving;
mod told;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use saving::Over;
pub use told::{Ask, IncomingText, Message, NewTexts, Ran, Slot, Tone};

use saving::{Keeping, NotSaved};
use told::asks;

use super::aligning::Correction;
use super::command::Command;
use super::env::Env;
use super::export::{self, Export, Untranslated};
use super::harvest::Harvest;
use super::intake;
use super::jobs::Jobs;
use super::library::{Kind, Library};
use super::links::Side;
use super::opening::{self, Opened, OpenedMemory, ReadText};
use super::recovery::Recovery;
use super::sample;
use super::session::{Habits, Refused, Session};
use super::summary::Summary;
use crate::align::Lexicon;
use crate::model::{
    Bead, Document, Lang, MemoryId, Project, Reading, SegmentId, TranslationId, View, Watch,
};
use crate::store::{self, Files, Home, Listing, Settings};

/// What a job brings back.
enum Outcome {
    Opened(Box<Result<Opened, String>>),
    Memory(Box<Result<OpenedMemory, String>>),
    Listing(Result<Listing, String>),
    Aligned(Box<Project>),
    Realigned { of: TranslationId, version: u64, beads: Vec<Bead> },
    Text(Box<Result<IncomingText, String>>),
    Summaries(Vec<Summary>),
    Saved { path: PathBuf, done: usize, project: Arc<Project>, result: Result<(), NotSaved> },
    Left(Vec<Recovery>),
    Written { what: String, result: Result<(), String> },
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
    home: Home,
    files: Arc<dyn Files + Send + Sync>,
    jobs: Jobs<Outcome>,
    messages: Vec<Message>,
    incoming: Vec<IncomingText>,
    releases: Vec<Summary>,
    /// Where the texts read since the program began came from, by their names.
    origins: HashMap<String, PathBuf>,
    new_env: Box<dyn FnMut(&str) -> Env + Send>,
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
        let mut desk = Self {
            session: None,
            library: Library::new(Arc::clone(&files), home.memories()),
            settings,
            listing: None,
            saved_at: None,
            left: Vec::new(),
            keeping: Keeping::new(Arc::clone(&files), home.clone()),
            home,
            files,
            jobs: Jobs::new(wake),
            messages: Vec::new(),
            incoming: Vec::new(),
            releases: Vec::new(),
            origins: HashMap::new(),
            new_env: Box::new(new_env),
        };
        if let Some(problem) = problem {
            desk.tell(Tone::Notice, problem);
        }
        desk.shelve_own_memories();
        desk.look_for_left_work();
        desk
    }

    /// The messages since the last call.
    pub fn messages(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.messages)
    }

    /// Adds a message.
    pub fn tell(&mut self, tone: Tone, text: impl Into<String>) {
        self.messages.push(Message { tone, text: text.into() });
    }

    /// What is under way: name, and how much is done where that is known.
    #[must_use]
    pub fn under_way(&self) -> Vec<(&str, Option<f32>)> {
        self.jobs.running()
    }

    /// Stops what is under way.
    pub fn cancel(&self) {
        self.jobs.cancel_all();
    }

    /// Waits for everything under way and takes it in; for tests.
    pub fn settle(&mut self) {
        while !self.jobs.is_idle() {
            let ended = self.jobs.wait();
            self.take_in_all(ended);
        }
        self.keep();
    }

    /// Takes in what jobs have brought back; whether there was anything.
    pub fn take_in(&mut self) -> bool {
        let ended = self.jobs.poll();
        let any = !ended.is_empty();
        self.take_in_all(ended);
        any
    }

    /// Opens the bundled sample, aligned; the starter memories are on the shelf.
    pub fn open_sample(&mut self) {
        let mut env = (self.new_env)(&self.settings.author);
        let (source, target) = sample::pair(&mut env);
        self.align(source, target);
    }

    /// Reads a project, a memory, a folder or a bilingual file, whatever it is.
    pub fn open(&mut self, path: &Path) {
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        if files.is_dir(&path) {
            self.jobs.start("Reading the folder", move |_| {
                let listing = Listing::of(files.as_ref(), &path);
                Ok(Outcome::Listing(listing.map_err(|error| error.to_string())))
            });
            return;
        }
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start("Opening", move |_| {
            let opened = opening::open(files.as_ref(), &path, &mut env);
            Ok(Outcome::Opened(Box::new(opened.map_err(|error| error.to_string()))))
        });
    }

    /// Reads a TMX or TSV file as a memory, which is kept beside the working one.
    pub fn import_memory(&mut self, path: &Path) {
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        let folder = self.home.memories();
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start("Reading the memory", move |_| {
            let read = opening::import(files.as_ref(), &path, &folder, &mut env);
            Ok(Outcome::Memory(Box::new(read.map_err(|error| error.to_string()))))
        });
    }

    /// Reads a text for a new release.
    pub fn read_text(&mut self, path: &Path, slot: Slot) {
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        if let Some(name) = path.file_name() {
            self.origins.insert(name.to_string_lossy().into_owned(), path.clone());
        }
        self.jobs.start("Reading", move |_| {
            let read = opening::read_text(files.as_ref(), &path);
            let text = read.map_err(|error| error.to_string()).map(|read| {
                let ReadText { text, name, note } = read;
                IncomingText { text, name, note, slot }
            });
            Ok(Outcome::Text(Box::new(text)))
        });
    }

    /// The texts that have been read since the last call.
    pub fn incoming_texts(&mut self) -> Vec<IncomingText> {
        std::mem::take(&mut self.incoming)
    }

    /// Makes a release of the texts that were asked for.
    pub fn make(&mut self, texts: NewTexts) {
        let mut env = (self.new_env)(&self.settings.author);
        let (text, name, lang) = texts.source;
        if texts.target.is_none() && self.make_parted(&text, &name, texts.target_lang.as_ref()) {
            return;
        }
        let source = self.taught(intake::document_in(&text, &name, lang.as_ref(), &mut env));
        match (texts.target, texts.target_lang) {
            (Some((text, name)), lang) => {
                let target = intake::document_in(&text, &name, lang.as_ref(), &mut env);
                let target = self.taught(target);
                self.align(source, target);
            }
            (None, Some(lang)) => self.translate(source, lang),
            (None, None) => self.tell(Tone::Notice, "choose a target language first"),
        }
    }

    /// The releases of the folder that was opened, or the recent ones.
    #[must_use]
    pub fn releases(&self) -> &[Summary] {
        &self.releases
    }

    /// Reads the lines of the recent releases, as a job.
    pub fn list_recent(&mut self) {
        let recent: Vec<PathBuf> = self.settings.recent.clone();
        self.summarise(recent);
    }

    /// Reads the list anew: the folder that is open, or the recent releases.
    pub fn list_anew(&mut self) {
        match self.listing.as_ref().map(|listing| listing.folder.clone()) {
            Some(folder) => self.open(&folder),
            None => self.list_recent(),
        }
    }

    fn summarise(&mut self, paths: Vec<PathBuf>) {
        let files = Arc::clone(&self.files);
        self.jobs.start("Reading the list", move |watch| {
            let mut lines = Vec::with_capacity(paths.len());
            for (done, path) in paths.iter().enumerate() {
                watch.report(done, paths.len())?;
                if let Ok(reading) = store::project::open(files.as_ref(), path) {
                    lines.push(Summary::of(path, &reading.value));
                }
            }
            Ok(Outcome::Summaries(lines))
        });
    }

    /// Whether the open release has changes that are not on disk.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.is_dirty() && !session.is_untouched())
    }

    /// Whether a file is something that does not take the open release's place.
    #[must_use]
    pub fn is_memory_or_text(&self, path: &Path) -> bool {
        let name = path.to_string_lossy();
        self.files.is_dir(path) || !name.ends_with(".project.ron")
    }

    /// The memory that is exported unless another is chosen: the first of the open
    /// release's pair, else the first there is.
    #[must_use]
    pub fn memory_to_export(&self) -> Option<MemoryId> {
        let filled = self.memories_to_fill();
        let first = self.library.shelves().first().map(|shelf| shelf.memory.header().id);
        filled.first().map(|(id, ..)| *id).or(first)
    }

    /// Where files are usually written: beside the open one, or where the last was.
    #[must_use]
    pub fn usual_folder(&self) -> PathBuf {
        let open = self.session.as_ref().and_then(Session::path).and_then(Path::parent);
        let recent = || self.settings.recent.first().and_then(|path| path.parent());
        open.or_else(recent).map(Path::to_owned).unwrap_or_default()
    }

    /// Starts a release from one document.
    pub fn translate(&mut self, source: Document, target: Lang) {
        let mut env = (self.new_env)(&self.settings.author);
        let project = intake::from_one(source, target, &mut env);
        self.put_project(project, None, env);
    }

    /// Starts a release from two documents: they are aligned as a job.
    pub fn align(&mut self, source: Document, target: Document) {
        let mut env = (self.new_env)(&self.settings.author);
        let lexicon = self.lexicon(&source.lang, &target.lang);
        self.jobs.start("Aligning", move |watch| {
            let project = intake::from_two(source, target, lexicon.as_ref(), watch, &mut env)?;
            Ok(Outcome::Aligned(Box::new(project)))
        });
    }

    /// Writes the target as plain text.
    pub fn export_text_to(&mut self, path: &Path) {
        let Some(Export { text, untranslated, .. }) = self.target_text() else { return };
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        let open = open_rows_note(untranslated);
        self.jobs.start("Exporting", move |_| {
            let written = files.write_atomic(&path, text.as_bytes());
            let result = written.map_err(|error| error.to_string());
            Ok(Outcome::Written { what: format!("Exported to {}{open}", path.display()), result })
        });
    }

    /// Writes a memory as TMX.
    pub fn export_tmx_to(&mut self, memory: MemoryId, path: &Path) {
        let Some(shelf) = self.library.shelf(memory) else { return };
        let Reading { value: text, problems } = opening::to_tmx(&shelf.memory);
        let units = shelf.memory.len();
        for problem in problems {
            self.tell(Tone::Notice, problem.to_string());
        }
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        self.jobs.start("Exporting", move |_| {
            let written = files.write_atomic(&path, text.as_bytes());
            let result = written.map_err(|error| error.to_string());
            Ok(Outcome::Written { what: format!("{units} units to {}", path.display()), result })
        });
    }

    /// Adds the accepted rows to a memory.
    pub fn add_to_memory(&mut self, memory: MemoryId, from: Option<f32>) {
        let Some(session) = &mut self.session else { return };
        match session.add_to_memory(memory, from, &mut self.library) {
            Ok(harvest) => {
                let name = self.library.shelf(memory).map(|s| s.memory.header().name.clone());
                let name = name.unwrap_or_default();
                let tone = if harvest.kept() > 0 { Tone::Done } else { Tone::Notice };
                self.tell(tone, format!("Memory \"{name}\": {}", harvest.sentence()));
                self.save_units();
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// What [`Self::add_to_memory`] would do.
    ///
    /// # Errors
    /// Why it cannot be done, in words for the person who asked.
    pub fn would_add(&mut self, memory: MemoryId, from: Option<f32>) -> Result<Harvest, String> {
        let session = self.session.as_mut().ok_or("there is no release")?;
        session.would_add(memory, from, &self.library).map_err(|Refused(why)| why)
    }

    /// The memory that rows of the open release go to unless another is chosen: the
    /// working one, which is made where there is none.
    pub fn default_memory(&mut self) -> Option<MemoryId> {
        let session = self.session.as_mut()?;
        let pair = session.pair().ok()?;
        Some(self.library.working_id(&pair, &mut session.env))
    }

    /// The memories that take rows of the open release: id, name, units, whether it
    /// is the working one.
    #[must_use]
    pub fn memories_to_fill(&self) -> Vec<(MemoryId, String, usize, bool)> {
        let Some(pair) = self.session.as_ref().and_then(|session| session.pair().ok()) else {
            return Vec::new();
        };
        let describe = |shelf: &super::library::Shelf| {
            let header = shelf.memory.header();
            let working = shelf.kind == Kind::Working;
            (header.id, header.name.clone(), shelf.memory.len(), working)
        };
        self.library.writable(&pair).map(describe).collect()
    }

    /// The target of the open release as plain text.
    #[must_use]
    pub fn target_text(&self) -> Option<Export> {
        let session = self.session.as_ref()?;
        let translation = session.translation()?;
        let project = session.project();
        let all = session.includes_not_content();
        Some(export::plain_text(project, translation, Untranslated::Source, all))
    }

    /// Enters a row of the open release.
    pub fn enter(&mut self, row: usize) {
        let Some(session) = &mut self.session else { return };
        let entered = match session.view() {
            View::Translate => session.enter(row, &self.library),
            View::Align => {
                session.select(row);
                Ok(())
            }
        };
        self.tell_refusal(entered);
    }

    /// Takes over what was typed into the active row.
    pub fn type_target(&mut self, text: &str) {
        let Some(session) = &mut self.session else { return };
        let typed = session.type_target(text);
        self.tell_refusal(typed);
    }

    /// Accepts every guessed link from this confidence on.
    pub fn accept_from(&mut self, confidence: f32) {
        let Some(session) = &mut self.session else { return };
        match session.accept_from(confidence) {
            Ok(count) => self.tell(Tone::Done, format!("{count} links accepted")),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// Corrects the links about the active row.
    pub fn correct_links(&mut self, correction: Correction) {
        let Some(session) = &mut self.session else { return };
        let corrected = session.correct_links(correction, &mut self.library);
        self.tell_refusal(corrected);
        self.save_units();
    }

    /// Gives a sentence of the release another text.
    pub fn correct_sentence(&mut self, side: Side, sentence: SegmentId, text: &str) {
        let Some(session) = &mut self.session else { return };
        let corrected = session.correct_sentence(side, sentence, text, &mut self.library);
        self.tell_refusal(corrected);
        self.save_units();
    }

    /// Splits a sentence of the release after so many characters.
    pub fn split_sentence(&mut self, side: Side, sentence: SegmentId, at: usize) {
        let Some(session) = &mut self.session else { return };
        let split = session.split_sentence(side, sentence, at, &mut self.library);
        self.tell_refusal(split);
        self.save_units();
    }

    /// Looks one row up ahead of need; whether there was one.
    pub fn look_ahead(&mut self) -> bool {
        self.session.as_mut().is_some_and(|session| {
            session.view() == View::Translate && session.look_ahead(&self.library)
        })
    }

    /// Carries out a command, or says what it needs first.
    pub fn run(&mut self, command: Command) -> Ran {
        if let Some(ask) = asks(command) {
            return Ran::Ask(ask);
        }
        match command {
            Command::OpenSample => self.open_sample(),
            Command::Save => match self.session.as_ref().and_then(Session::path) {
                Some(path) => {
                    let path = path.to_owned();
                    self.save_to(&path, Over::IfAsSaved);
                }
                None => return Ran::Ask(Ask::SaveAs),
            },
            Command::CopyTargetText => {
                let Some(export) = self.target_text() else { return Ran::Done };
                let open = open_rows_note(export.untranslated);
                self.tell(Tone::Done, format!("The target text is on the clipboard{open}"));
                return Ran::Clipboard(export.text);
            }
            Command::Realign => self.realign(),
            Command::ReadAgain => match self.why_not_read_again() {
                Some(why) => self.tell(Tone::Notice, why),
                None => return Ran::Ask(Ask::Encoding),
            },
            Command::Undo => self.follow_lessons(command, Session::undo_patch),
            Command::Redo => self.follow_lessons(command, Session::redo_patch),
            _ => self.run_in_session(command),
        }
        Ran::Done
    }

    fn run_in_session(&mut self, command: Command) {
        let Some(session) = &mut self.session else { return };
        let library = &mut self.library;
        let nothing = |()| String::new();
        let result = match command {
            Command::Undo => session.undo(library),
            Command::Redo => session.redo(library),
            Command::Confirm => session.confirm(library),
            Command::Unconfirm => session.unconfirm(library).map(nothing),
            Command::CopySource => session.copy_source().map(nothing),
            Command::ClearTarget => session.clear_target().map(nothing),
            Command::LeaveOut => session.leave_out().map(nothing),
            Command::TakeMatch(rank) => session.take_match(rank, library).map(nothing),
            Command::ToggleLock => session.toggle_lock().map(nothing),
            Command::Accept => session.accept().map(nothing),
            Command::AcceptSure => session.accept_sure().map(|n| format!("{n} links accepted")),
            Command::Pin => session.toggle_pin().map(nothing),
            _ => {
                let Some(correction) = correction(command) else {
                    self.go(command);
                    return;
                };
                session.correct_links(correction, library).map(nothing)
            }
        };
        match result {
            Ok(text) if text.is_empty() => {}
            Ok(text) => self.tell(Tone::Done, text),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
        self.save_units();
    }

    /// The commands that only move about.
    fn go(&mut self, command: Command) {
        let Some(session) = &mut self.session else { return };
        let row = session.row();
        let count = session.beads().len();
        let to = match command {
            Command::ToggleNotContent => {
                session.habits.hide_not_content = !session.habits.hide_not_content;
                return;
            }
            Command::IncludeNotContent => {
                let counted = session.switch_not_content();
                let text = if counted {
                    "Rows that are not content count like the others"
                } else {
                    "Rows that are not content do not count"
                };
                return self.tell(Tone::Done, text);
            }
            Command::ShowAlign => return session.set_view(View::Align),
            Command::ShowTranslate => return session.set_view(View::Translate),
            Command::NextRow => (row + 1..count).find(|&r| session.is_shown(r)).or(Some(row)),
            Command::PreviousRow => (0..row).rev().find(|&r| session.is_shown(r)).or(Some(row)),
            Command::NextOpen => session.next_open(row + 1),
            Command::NextDoubtful => session.next_doubtful(row + 1),
            Command::MostDoubtful => session.most_doubtful(),
            Command::PreviousDoubtful => session.previous_doubtful(row),
            _ => return,
        };
        match to {
            Some(row) => self.enter(row),
            None if command == Command::NextOpen => self.tell(Tone::Done, "No row shown is open"),
            None => self.tell(Tone::Done, "No link shown is doubtful"),
        }
    }

    fn realign(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(translation) = session.translation().cloned() else { return };
        let (source, version) = (session.source().clone(), session.version());
        let lexicon = self.lexicon(&source.lang, translation.lang());
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start("Aligning the rest", move |watch| {
            let lexicon = lexicon.as_ref();
            let beads = intake::realign(&source, &translation, lexicon, watch, &mut env)?;
            Ok(Outcome::Realigned { of: translation.id, version, beads })
        });
    }

    /// What the memories of a pair teach about words.
    fn lexicon(&self, source: &Lang, target: &Lang) -> Option<Lexicon> {
        super::library::lexicon(&self.library, source, target)
    }

    fn save_units(&mut self) {
        if let Err(error) = self.library.save_pending() {
            let text = format!("{error}; the units are kept and written when there is room");
            self.tell(Tone::Wrong, text);
        }
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

/// The correction of links that a command stands for.
const fn correction(command: Command) -> Option<Correction> {
    Some(match command {
        Command::Join => Correction::Join,
        Command::Split => Correction::Split,
        Command::MoveUp => Correction::MoveUp(Side::Target),
        Command::MoveDown => Correction::MoveDown(Side::Target),
        Command::MoveSourceUp => Correction::MoveUp(Side::Source),
        Command::MoveSourceDown => Correction::MoveDown(Side::Source),
        Command::Unlink => Correction::Unlink,
        Command::Link => Correction::Link,
        Command::LeaveApart => Correction::LeaveApart,
        Command::DeleteRow => Correction::Delete,
        _ => return None,
    })
}

/// The habits that the settings ask for.
const fn habits(settings: &Settings) -> Habits {
    let Settings { draft_on_entry, draft_from, show_from, .. } = settings;
    Habits {
        draft_on_entry: *draft_on_entry,
        draft_from: *draft_from,
        show_from: *show_from,
        hide_not_content: false,
        include_not_content: false,
    }
}

fn open_rows_note(open: usize) -> String {
    match open {
        0 => String::new(),
        1 => "; 1 row is open, its source stands in for it".to_owned(),
        _ => format!("; {open} rows are open, their source stands in for them"),
    }
}
