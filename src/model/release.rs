//! The project file's content: one release with all its target languages.

use serde::{Deserialize, Serialize};

use super::{
    Bead, BeadId, Checks, Date, Document, Exceptions, IdSource, Lang, Lifting, Original, ProjectId,
    Review, Segment, SegmentId, Timestamp, TranslationId,
};

/// A release and what people made of it: the content of a `*.project.ron` file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Given at birth.
    pub id: ProjectId,
    /// What the release is.
    #[serde(default)]
    pub release: Release,
    /// The source document as it is now.
    pub source: Document,
    /// Earlier versions of the source, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Document>,
    /// One per target language.
    #[serde(default)]
    pub translations: Vec<Translation>,
    /// Where the work was left.
    #[serde(default)]
    pub place: Place,
    /// Where its texts are joined or split, whatever the rules of segmentation say.
    #[serde(default, skip_serializing_if = "Exceptions::is_empty")]
    pub exceptions: Exceptions,
    /// What people said of its checks.
    #[serde(default, skip_serializing_if = "Checks::is_empty")]
    pub checks: Checks,
    /// Who has which duty, who handed it over and signed it, and what merged copies have
    /// differently.
    #[serde(default, skip_serializing_if = "Review::is_empty")]
    pub review: Review,
    /// The file the source was read from, where the translation can be put into it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Original>,
}

/// What is known of a release beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Release {
    /// The document's number, such as `0417-12-03-2026`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The headline.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The date the release bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The house that issues it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// Not to be known before this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embargo: Option<Timestamp>,
    /// In which time zone the embargo was said: its IANA name, or an offset from UTC. Empty where
    /// none was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub embargo_zone: String,
    /// That the embargo was lifted before its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted: Option<Lifting>,
    /// When its translations are due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// Whether what is confirmed stays in the working memory until somebody says otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub keeps_private: bool,
    /// How far the release is.
    #[serde(default)]
    pub status: ReleaseStatus,
    /// Who works on it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub assignee: String,
}

/// How far a release is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ReleaseStatus {
    /// Here, and nobody has begun.
    #[default]
    Arrived,
    /// A published pair whose links are being checked.
    InAlignment,
    /// Being translated.
    InTranslation,
    /// Being reviewed.
    InRevision,
    /// Approved, and not out yet.
    Approved,
    /// Out.
    Published,
}

impl ReleaseStatus {
    /// All of them, in the order of a release's life.
    pub const ALL: [Self; 6] = [
        Self::Arrived,
        Self::InAlignment,
        Self::InTranslation,
        Self::InRevision,
        Self::Approved,
        Self::Published,
    ];

    /// The status in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Arrived => "Arrived",
            Self::InAlignment => "In alignment",
            Self::InTranslation => "In translation",
            Self::InRevision => "In revision",
            Self::Approved => "Approved",
            Self::Published => "Published",
        }
    }
}

/// A release in one target language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Translation {
    /// Given at birth.
    pub id: TranslationId,
    /// The target document: its blocks without segments, which live in the beads.
    pub document: Document,
    /// The language through which the pair was derived: ru of a French and an English text
    /// that were each aligned with the Russian one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Lang>,
    /// The rows in order. They partition the source document and the target.
    #[serde(default)]
    pub beads: Vec<Bead>,
    /// Rows whose sentences the source has no more, in the order in which they went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<Bead>,
}

impl Translation {
    /// The target language.
    #[must_use]
    pub const fn lang(&self) -> &Lang {
        &self.document.lang
    }

    /// A translation that starts from nothing: a bead a source segment, all open.
    pub fn open(source: &Document, lang: Lang, now: Timestamp, ids: &mut dyn IdSource) -> Self {
        let beads = source
            .segments()
            .map(|(_, segment)| Bead::open(segment.number, vec![segment.id], ids))
            .collect();
        let document = Document::empty(lang, now, ids);
        Self { id: TranslationId::fresh(ids), document, via: None, beads, gone: Vec::new() }
    }

    /// The place of a bead among the rows.
    #[must_use]
    pub fn row_of(&self, id: BeadId) -> Option<usize> {
        self.beads.iter().position(|bead| bead.id == id)
    }
}

/// Where the work was left: it is restored on opening and never undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The translation that was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<TranslationId>,
    /// The row that was active.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bead: Option<BeadId>,
    /// The translation that is shown beside the rows, to be read only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<TranslationId>,
    /// The view that was shown.
    #[serde(default)]
    pub view: View,
}

/// What the grid is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum View {
    /// Checking links.
    Align,
    /// Writing targets.
    #[default]
    Translate,
}

/// A project whose parts do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// A source segment is in no bead, or the beads are out of order.
    #[error("row {row} does not follow the source: segment {expected} is expected there")]
    SourceOrder {
        /// The bead's place, from 0.
        row: usize,
        /// The segment that should come next.
        expected: SegmentId,
    },
    /// A bead names a segment that comes again or does not exist.
    #[error("row {row} names segment {segment}, which the source does not have there")]
    UnknownSegment {
        /// The bead's place, from 0.
        row: usize,
        /// The segment named.
        segment: SegmentId,
    },
    /// A bead has no sentence on either side.
    #[error("row {row} has neither a source nor a target")]
    EmptyBead {
        /// The bead's place, from 0.
        row: usize,
    },
}

impl Project {
    /// A project of a source document without a translation.
    pub fn new(source: Document, release: Release, ids: &mut dyn IdSource) -> Self {
        let id = ProjectId::fresh(ids);
        Self {
            id,
            release,
            source,
            earlier: Vec::new(),
            translations: Vec::new(),
            place: Place::default(),
            exceptions: Exceptions::default(),
            checks: Checks::default(),
            review: Review::default(),
            original: None,
        }
    }

    /// The source segment of this id, in the current version.
    #[must_use]
    pub fn segment(&self, id: SegmentId) -> Option<&Segment> {
        self.source.segments().map(|(_, segment)| segment).find(|segment| segment.id == id)
    }

    /// Checks that the beads of every translation partition the source in order.
    ///
    /// # Errors
    /// The first row that does not fit.
    pub fn check(&self) -> Result<(), Misfit> {
        self.translations.iter().try_for_each(|t| check_beads(&self.source, &t.beads))
    }
}

/// Checks that `beads` partition the segments of `source` in order.
///
/// # Errors
/// The first row that does not fit.
pub fn check_beads(source: &Document, beads: &[Bead]) -> Result<(), Misfit> {
    let mut expected = source.segments().map(|(_, segment)| segment.id);
    for (row, bead) in beads.iter().enumerate() {
        if bead.source.is_empty() && bead.target.segments().is_empty() {
            return Err(Misfit::EmptyBead { row });
        }
        for &named in &bead.source {
            match expected.next() {
                Some(next) if next == named => {}
                Some(next) => return Err(Misfit::SourceOrder { row, expected: next }),
                None => return Err(Misfit::UnknownSegment { row, segment: named }),
            }
        }
    }
    match expected.next() {
        Some(next) => Err(Misfit::SourceOrder { row: beads.len(), expected: next }),
        None => Ok(()),
    }
}
