//! Rows of aligned releases as matches, and the way to the row behind a match and back.

use std::path::{Path, PathBuf};

use super::Desk;
use super::told::Tone;
use crate::model::{BeadId, Origin, ProjectId, TranslationId, View};
use crate::workbench::aligned::{AlignedRow, AlignedRows};
use crate::workbench::session::Session;

/// What the rows offered depend on, and where somebody came from and wants to go.
#[derive(Debug, Default)]
pub(super) struct Precedents {
    /// The release, its file and the shape of its rows that were gathered last.
    gathered: Option<(ProjectId, Option<PathBuf>, u64)>,
    /// Where the release that is being opened is to be shown.
    wanted: Option<Spot>,
    /// The sentence that is to be shown of the release of a file that is being opened.
    sentence: Option<(PathBuf, String)>,
    /// Where somebody was before going to the row behind a match.
    back: Option<Spot>,
}

/// A row of a release.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot {
    pub(super) project: ProjectId,
    pub(super) path: Option<PathBuf>,
    pub(super) translation: TranslationId,
    pub(super) bead: BeadId,
    pub(super) view: View,
}

impl Spot {
    /// The active row of a release.
    fn of(session: &Session) -> Option<Self> {
        Some(Self {
            project: session.project().id,
            path: session.path().map(PathBuf::from),
            translation: session.translation()?.id,
            bead: session.active_bead()?.id,
            view: session.view(),
        })
    }

    fn of_row(row: &AlignedRow) -> Self {
        let AlignedRow { project, path, translation, bead, .. } = row.clone();
        Self { project, path, translation, bead, view: View::Align }
    }
}

impl Desk {
    /// Takes over the rows of the releases in the list.
    pub(super) fn put_aligned(&mut self, rows: Vec<AlignedRows>) {
        let aligned = self.library.aligned().with_listed(rows);
        self.library.set_aligned(aligned);
    }

    /// Gathers what the open release offers, where its rows have changed.
    pub(super) fn gather_aligned(&mut self) {
        let Some(session) = &self.session else { return };
        let (id, path, shape) = (session.project().id, session.path(), session.shape());
        let known = self.precedents.gathered.as_ref();
        if known.is_some_and(|(of, at, was)| (*of, at.as_deref(), *was) == (id, path, shape)) {
            return;
        }
        self.precedents.gathered = Some((id, path.map(PathBuf::from), shape));
        let rows = AlignedRows::of(session.project(), session.path());
        if let Some(aligned) = self.library.aligned().with_open(id, rows) {
            self.library.set_aligned(aligned);
        }
    }

    /// The row of an aligned release behind the active row: the one it was taken from, else
    /// the best match that is one.
    fn precedent(&self) -> Option<AlignedRow> {
        let session = self.session.as_ref()?;
        let taken = match session.active_bead()?.origin {
            Origin::Match { memory, unit, .. } => self.library.aligned().row(memory, unit).cloned(),
            _ => None,
        };
        let offers = session.offers_of(session.row()).unwrap_or_default();
        taken.or_else(|| offers.iter().find_map(|offer| offer.aligned.clone()))
    }

    /// Whether going to the row behind the match, or back, leaves the open release; then
    /// unsaved work comes first. A release without a file is to be saved in any case, else
    /// there is nowhere to come back to.
    #[must_use]
    pub fn leaves_unsaved(&self, back: bool) -> bool {
        let Some(session) = &self.session else { return false };
        let to = if back {
            self.precedents.back.as_ref().map(|spot| spot.project)
        } else {
            self.precedent().map(|row| row.project)
        };
        let leaves = to.is_some_and(|to| to != session.project().id);
        leaves && (self.is_unsaved() || (session.path().is_none() && !back))
    }

    /// Goes to the row of an aligned release that the active row's match is.
    pub(super) fn go_to_precedent(&mut self) {
        let Some(row) = self.precedent() else {
            return self.tell(Tone::Notice, "no match of this row comes from an aligned release");
        };
        self.precedents.back = self.session.as_ref().and_then(Spot::of);
        self.go_to_spot(Spot::of_row(&row));
    }

    /// Goes back to where [`Self::go_to_precedent`] was asked for.
    pub(super) fn go_back(&mut self) {
        match self.precedents.back.take() {
            Some(spot) => self.go_to_spot(spot),
            None => self.tell(Tone::Notice, "there is nowhere to go back to"),
        }
    }

    pub(super) fn go_to_spot(&mut self, spot: Spot) {
        let open = self.session.as_ref().map(|session| session.project().id);
        let path = spot.path.clone().filter(|_| open != Some(spot.project));
        let here = open == Some(spot.project);
        self.precedents.wanted = Some(spot);
        match path {
            Some(path) => self.open(&path),
            None if here => self.arrive(),
            None => {
                self.precedents.wanted = None;
                self.tell(Tone::Notice, "that release was not saved and is gone");
            }
        }
    }

    /// Once the release of a file is open, the row of this source sentence is to be shown.
    pub fn want_sentence(&mut self, path: &Path, sentence: &str) {
        self.precedents.back = self.session.as_ref().and_then(Spot::of);
        self.precedents.sentence = Some((path.to_owned(), sentence.to_owned()));
    }

    /// Shows the row of the wanted sentence, if this is its release.
    fn arrive_at_sentence(&mut self) {
        let Some(session) = &mut self.session else { return };
        let is_here = |wanted: &mut (PathBuf, String)| session.path() == Some(wanted.0.as_path());
        let Some((_, sentence)) = self.precedents.sentence.take_if(is_here) else { return };
        let row = (0..session.beads().len())
            .find(|&row| session.source_text(row).contains(sentence.as_str()));
        match row {
            Some(row) => session.select(row),
            None => self.tell(Tone::Notice, "that sentence is not in the release any more"),
        }
    }

    /// Shows the wanted row, once its release is open.
    pub(super) fn arrive(&mut self) {
        self.arrive_at_sentence();
        let Some(session) = &mut self.session else { return };
        let id = session.project().id;
        let Some(spot) = self.precedents.wanted.take_if(|spot| spot.project == id) else { return };
        if !session.show_row(spot.translation, spot.bead) {
            return self.tell(Tone::Notice, "that row is not there any more");
        }
        if let Some(session) = &mut self.session {
            session.set_view(spot.view);
        }
    }
}
