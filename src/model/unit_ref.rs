//! A unit whose texts are kept elsewhere: what a memory hands out, and what writers take.

use super::{Context, Date, Unit, UnitStatus, UnitTags};

/// A [`Unit`] that borrows its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of Unit")]
pub struct UnitRef<'a> {
    pub source: &'a str,
    pub target: &'a str,
    pub status: UnitStatus,
    pub author: &'a str,
    pub approver: &'a str,
    pub release: &'a str,
    pub date: Option<Date>,
    pub issuer: &'a str,
    pub origin: &'a str,
    pub context: Context,
    pub tags: &'a UnitTags,
}

impl UnitRef<'_> {
    /// The unit with texts of its own.
    #[must_use]
    pub fn to_unit(&self) -> Unit {
        Unit {
            source: self.source.to_owned(),
            target: self.target.to_owned(),
            status: self.status,
            author: self.author.to_owned(),
            approver: self.approver.to_owned(),
            release: self.release.to_owned(),
            date: self.date,
            issuer: self.issuer.to_owned(),
            origin: self.origin.to_owned(),
            context: self.context,
            tags: self.tags.clone(),
        }
    }
}

impl<'a> From<&'a Unit> for UnitRef<'a> {
    fn from(unit: &'a Unit) -> Self {
        Self {
            source: &unit.source,
            target: &unit.target,
            status: unit.status,
            author: &unit.author,
            approver: &unit.approver,
            release: &unit.release,
            date: unit.date,
            issuer: &unit.issuer,
            origin: &unit.origin,
            context: unit.context,
            tags: &unit.tags,
        }
    }
}
