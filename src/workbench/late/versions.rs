//! The versions of a release's source, and two of them side by side.

use super::pairs;
use crate::model::{Document, Project, RowNumber, Timestamp};

/// A version of the source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Version<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// When it came in.
    pub received: Timestamp,
    /// The document.
    pub source: &'a Document,
}

/// A sentence of two versions that is not the same in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its number.
    pub number: RowNumber,
    /// As the older one has it; empty where it does not.
    pub old: String,
    /// As the newer one has it; empty where it does not.
    pub new: String,
    /// Whether it stands elsewhere.
    pub moved: bool,
}

/// The versions of a project's source, oldest first.
#[must_use]
pub fn all<'a>(project: &'a Project) -> Vec<Version<'a>> {
    let documents = (1..).zip(project.earlier.iter().chain([&project.source]));
    let version = |(number, source): (usize, &'a Document)| Version {
        number,
        received: source.received,
        source,
    };
    documents.map(version).collect()
}

/// What differs between two versions, in the order of the newer one, what it has not at the end.
#[must_use]
pub fn compare(old: &Document, new: &Document) -> Vec<Compared> {
    let olds: Vec<_> = old.segments().map(|(_, segment)| segment).collect();
    let news: Vec<_> = new.segments().map(|(_, segment)| segment).collect();
    let text = |of: &[&crate::model::Segment]| {
        of.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    let mut compared = Vec::new();
    for pair in pairs(old, new) {
        let before = olds.get(pair.old).unwrap_or_default();
        let after = news.get(pair.new).unwrap_or_default();
        let (old, new) = (text(before), text(after));
        let first = after.first().or(before.first());
        if let Some(first) = first.filter(|_| old != new || pair.moved) {
            compared.push(Compared { number: first.number, old, new, moved: pair.moved });
        }
    }
    compared
}
