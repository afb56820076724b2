//! Analysis and pre-translation at the desk: looked up in jobs, on the seeker's thread, so
//! that the panel's questions go first; taken in whole or not at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{MemoryId, ProjectId, TranslationId, Watch};
use crate::store::Propagation;
use crate::texts::{self, t};
use crate::workbench::analysis::report;
use crate::workbench::analysis::sources::{Left, Wanted, read_all};
use crate::workbench::analysis::{Analysis, Piece, Weights, analyse};
use crate::workbench::bulk::{Bulk, BulkRow, Choice};
use crate::workbench::env::Env;
use crate::workbench::intake::Taught;
use crate::workbench::library::{Languages, Shelf};
use crate::workbench::offers::Offer;
use crate::workbench::pretranslating::Pretranslated;
use crate::workbench::session::{Refused, Session};

/// The text that the job which analyses is called by.
const ANALYSING: &str = "leverage-analysing";

/// Which releases are analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The one that is open.
    Open,
    /// All of the folder.
    Folder,
}

/// An analysis, and what was left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysisReport {
    /// Which releases it is of.
    pub scope: Scope,
    /// The figures.
    pub analysis: Analysis,
    /// What a word of each category weighs.
    pub weights: Weights,
    /// Files that do not count, and why.
    pub left: Vec<Left>,
}

/// A file that an analysis is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnalysisFormat {
    /// A line for each release and band.
    Csv,
    /// A page to print.
    Html,
}

impl AnalysisFormat {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Html => "HTML",
        }
    }

    /// How its files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => ".csv",
            Self::Html => ".html",
        }
    }
}

/// What the desk knows of analysis and pre-translation.
#[derive(Debug, Default)]
pub(super) struct Leverage {
    analysis: Option<Arc<AnalysisReport>>,
    filled: Option<Pretranslated>,
}

/// The matches for the open rows of a translation.
pub(super) struct Matched {
    project: ProjectId,
    translation: TranslationId,
    found: Vec<(BulkRow, Option<Offer>)>,
}

impl Desk {
    /// Whether releases are being counted.
    #[must_use]
    pub fn is_analysing(&self) -> bool {
        self.jobs.is_running(ANALYSING)
    }

    /// Whether work of this name is an analysis.
    #[must_use]
    pub fn is_analysis(name: &str) -> bool {
        texts::is_text(name, ANALYSING)
    }

    /// Stops counting.
    pub fn stop_analysis(&self) {
        let running = self.jobs.running();
        let analysing = running.iter().filter(|job| Self::is_analysis(job.name));
        analysing.for_each(|job| self.jobs.cancel(job.number));
    }

    /// The last analysis.
    #[must_use]
    pub fn analysis(&self) -> Option<&Arc<AnalysisReport>> {
        self.leverage.analysis.as_ref()
    }

    /// Analyses the open release, or all of the folder, as a job.
    pub fn analyse(&mut self, scope: Scope) {
        self.leverage.analysis = None;
        self.gather_aligned();
        let own = self.session.as_ref().and_then(Session::path).map(PathBuf::from);
        let open = self.session.as_ref().and_then(|session| {
            let file = own.as_ref().and_then(|path| path.file_name());
            let file = file.map(|name| name.to_string_lossy().into_owned());
            let title = session.project().release.title.clone();
            let title = Some(title).filter(|title| scope == Scope::Open && !title.is_empty());
            let name = title.or(file).unwrap_or_else(|| t!("analysis-this-release").to_owned());
            Piece::of(session, &name)
        });
        let listed = self.listing.as_ref().map(|listing| listing.projects.clone());
        let paths = if scope == Scope::Folder { listed.unwrap_or_default() } else { Vec::new() };
        // The open release counts as it is now, in its place.
        let place = own.and_then(|own| paths.iter().position(|path| *path == own));
        let (before, after) = match (scope, place) {
            (Scope::Folder, Some(place)) => (paths[..place].to_vec(), paths[place + 1..].to_vec()),
            _ => (paths, Vec::new()),
        };
        let open = open.filter(|_| scope == Scope::Open || place.is_some());
        if open.is_none() && before.is_empty() {
            return self.tell(Tone::Notice, t!("leverage-there-is-no-release-to-analyse"));
        }
        let pair = open.as_ref().map(|piece| &piece.pair).filter(|_| scope == Scope::Open);
        if let Some(why) = self.why_not_whole(pair) {
            return self.tell(Tone::Notice, why);
        }
        let weights = Weights::of_settings(&self.settings.analysis_weights);
        let (files, line) = (Arc::clone(&self.files), self.matches.seeker.line());
        let env = (self.new_env)(&self.settings.author);
        let now = env.now();
        self.jobs.start(t!("leverage-analysing"), move |watch| {
            let env = |place: usize| Env::fixed(now, place as u64, "");
            let (taught, wanted) = (Taught::default(), Wanted::default());
            let read = |paths: &[PathBuf], watch: &dyn Watch| {
                read_all(files.as_ref(), paths, &taught, &wanted, (&env, watch))
            };
            let (mut pieces, mut left) = read(&before, watch)?;
            pieces.extend(open);
            let (behind, unread) = read(&after, watch)?;
            pieces.extend(behind);
            left.extend(unread);
            let analysis = analyse(pieces, &line, watch)?;
            let report = AnalysisReport { scope, analysis, weights, left };
            Ok(Outcome::Analysed(Box::new(report)))
        });
    }

    pub(super) fn take_analysis(&mut self, report: AnalysisReport) {
        self.leverage.analysis = Some(Arc::new(report));
    }

    /// Weighs words otherwise from now on, in the analysis that is there too.
    pub fn weigh(&mut self, weights: Weights) {
        self.settings.analysis_weights = weights.to_settings();
        self.save_settings();
        if let Some(report) = &mut self.leverage.analysis {
            Arc::make_mut(report).weights = weights;
        }
    }

    /// Writes the last analysis to a file, as a job.
    pub fn export_analysis_to(&mut self, format: AnalysisFormat, path: &Path) {
        let Some(report) = self.leverage.analysis.clone() else { return };
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        self.jobs.start(t!("exporting-exporting"), move |_| {
            let AnalysisReport { analysis, weights, .. } = report.as_ref();
            let text = match format {
                AnalysisFormat::Csv => report::to_csv(analysis, weights),
                AnalysisFormat::Html => report::page(analysis, weights),
            };
            let written = files.write_atomic(&path, text.as_bytes());
            let what = t!("leverage-analysis-exported-to", path = path.display());
            Ok(Outcome::Written { what, result: written.map_err(|error| error.to_string()) })
        });
    }

    /// Why figures would be wrong now: a memory, of this pair or of any, is still being read.
    fn why_not_whole(&self, pair: Option<&Languages>) -> Option<String> {
        let serves = |shelf: &&Shelf| {
            pair.is_none_or(|pair| shelf.memory.direction(&pair.source, &pair.target).is_some())
        };
        let mut shelves = self.library.shelves().iter().filter(serves);
        let shelf = shelves.find(|shelf| !shelf.is_whole)?;
        let name = &shelf.memory.header().name;
        Some(t!("leverage-memory-is-still-being-read", name = name))
    }

    /// The memories that serve the open release: id, name, units.
    #[must_use]
    pub fn memories_to_ask(&self) -> Vec<(MemoryId, String, usize)> {
        let pair = self.session.as_ref().and_then(|session| session.pair().ok());
        let Some(pair) = pair else { return Vec::new() };
        let of_pair = self.library.of_pair(&pair.source, &pair.target);
        of_pair
            .map(|(shelf, _)| {
                let header = shelf.memory.header();
                (header.id, header.name.clone(), shelf.memory.len())
            })
            .collect()
    }

    /// Whether rows of aligned releases serve the open release.
    #[must_use]
    pub fn aligned_serve(&self) -> bool {
        let pair = self.session.as_ref().and_then(|session| session.pair().ok());
        pair.is_some_and(|pair| self.library.aligned().serves(&pair.source, &pair.target))
    }

    /// Looks the open rows up as a job, then fills them in one step.
    pub fn pretranslate(&mut self, choice: Choice) {
        self.gather_aligned();
        let Some(session) = &self.session else { return };
        let (Ok(pair), Some(translation)) = (session.pair(), session.translation()) else { return };
        if let Some(why) = self.why_not_whole(Some(&pair)) {
            return self.tell(Tone::Notice, why);
        }
        let (project, translation) = (session.project().id, translation.id);
        let (rows, line) = (session.rows_to_fill(), self.matches.seeker.line());
        self.jobs.start(t!("leverage-pretranslating"), move |watch| {
            let offers = line.best_of(rows.clone(), &choice, &pair, watch)?;
            let found = rows.into_iter().zip(offers).collect();
            Ok(Outcome::Matched(Box::new(Matched { project, translation, found })))
        });
    }

    pub(super) fn take_matched(&mut self, matched: Matched) {
        let Matched { project, translation, found } = matched;
        let is_open = |session: &&mut Session| {
            let shown = session.translation().map(|of| of.id);
            session.project().id == project && shown == Some(translation)
        };
        let Some(session) = self.session.as_mut().filter(is_open) else {
            let why = t!("leverage-another-release-was-opened");
            return self.tell(Tone::Notice, why);
        };
        match session.pretranslate(&found) {
            Ok(done) => self.leverage.filled = Some(done),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// What pre-translation did, once.
    pub fn filled(&mut self) -> Option<Pretranslated> {
        self.leverage.filled.take()
    }

    /// The next choice of which identical rows a confirmation fills.
    pub(super) fn switch_propagation(&mut self) {
        let next = self.settings.propagation.next();
        self.settings.propagation = next;
        if let Some(session) = &mut self.session {
            session.habits.propagation = next;
        }
        self.save_settings();
        let told = match next {
            Propagation::Off => t!("leverage-confirming-fills-none"),
            Propagation::OpenRows => t!("leverage-confirming-fills-open-rows"),
            Propagation::Drafts => t!("leverage-confirming-fills-drafts"),
        };
        self.tell(Tone::Done, told);
    }
}
