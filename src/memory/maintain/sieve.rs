//! Which units are wanted: by words, and by what is known of them. All that is asked must
//! hold; what is left empty is not asked.

use crate::memory::concordance::pattern::{FOLDED, Marked, Pattern};
use crate::memory::concordance::{Mode, Question, QuestionError, Side};
use crate::memory::live::Stored;
use crate::model::{Date, Timestamp, UnitStatus};

use super::same::same;

/// What is asked of units.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Wanted {
    /// Words, as in the concordance; may be empty.
    pub text: String,
    /// How they are looked for.
    pub mode: Mode,
    /// On which side; `None` on either.
    pub side: Option<Side>,
    /// Part of the author's or the approver's name, without regard to case and accents.
    pub author: String,
    /// Part of the number of the release.
    pub release: String,
    /// Part of the origin: `TMX import`.
    pub origin: String,
    /// How far they are; `None` for all.
    pub status: Option<UnitStatus>,
    /// The date of the release, from a year, a month or a day on: `2024`, `2024-03`.
    pub from: String,
    /// The date of the release, to the end of a year, a month or a day.
    pub until: String,
    /// Stored before this moment.
    pub older: Option<Timestamp>,
    /// Both sides are the same text, or one is empty.
    pub identical: bool,
    /// There are inline codes.
    pub coded: bool,
}

/// Why units cannot be looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SieveError {
    /// The words.
    #[error(transparent)]
    Words(#[from] QuestionError),
    /// A date that is none.
    #[error("\"{0}\" is not a date: type 2024, 2024-03 or 2024-03-12")]
    Date(String),
}

/// What is asked, ready to be looked for.
#[derive(Debug, Clone)]
pub struct Sieve {
    pattern: Option<Pattern>,
    wanted: Wanted,
    names: [String; 3],
    from: Option<Date>,
    until: Option<Date>,
}

impl Wanted {
    /// Makes it ready.
    ///
    /// # Errors
    /// An expression that does not parse, or a date that is none.
    pub fn compile(&self) -> Result<Sieve, SieveError> {
        let question =
            Question { source: self.text.clone(), mode: self.mode, ..Question::default() };
        let pattern = if self.text.trim().is_empty() { None } else { question.compile()?.source };
        Ok(Sieve {
            pattern,
            names: [&self.author, &self.release, &self.origin].map(|name| FOLDED.key(name.trim())),
            from: span(&self.from)?.map(|(first, _)| first),
            until: span(&self.until)?.map(|(_, last)| last),
            wanted: self.clone(),
        })
    }

    /// Whether something else than words is asked.
    #[must_use]
    pub fn filters(&self) -> bool {
        let words =
            Self { text: self.text.clone(), mode: self.mode, side: self.side, ..Self::default() };
        *self != words
    }
}

impl Sieve {
    /// Whether a unit is wanted.
    #[must_use]
    pub fn lets_through(&self, stored: &Stored<'_>) -> bool {
        let (unit, wanted) = (&stored.unit, &self.wanted);
        let [author, release, origin] = &self.names;
        let has = |name: &str, part: &str| part.is_empty() || FOLDED.key(name).contains(part);
        wanted.status.is_none_or(|status| status == unit.status)
            && (!wanted.coded || !unit.tags.is_empty())
            && wanted.older.is_none_or(|moment| stored.at < moment)
            && self.from.is_none_or(|from| unit.date.is_some_and(|date| date >= from))
            && self.until.is_none_or(|until| unit.date.is_some_and(|date| date <= until))
            && has(unit.release, release)
            && has(unit.origin, origin)
            && (has(unit.author, author) || has(unit.approver, author))
            && (!wanted.identical || is_identical(stored))
            && self.words(stored)
    }

    fn words(&self, stored: &Stored<'_>) -> bool {
        let Some(pattern) = &self.pattern else { return true };
        let has = |text: &str| pattern.find(text).is_some();
        match self.wanted.side {
            Some(Side::Source) => has(stored.unit.source),
            Some(Side::Target) => has(stored.unit.target),
            None => has(stored.unit.source) || has(stored.unit.target),
        }
    }

    /// Where the words stand in a text of a side, in bytes.
    #[must_use]
    pub fn marks(&self, side: Side, text: &str) -> Vec<std::ops::Range<usize>> {
        let asked = self.wanted.side.is_none_or(|asked| asked == side);
        let pattern = self.pattern.as_ref().filter(|_| asked);
        let found: Option<Marked> = pattern.and_then(|pattern| pattern.find(text));
        found.map(|marked| marked.ranges).unwrap_or_default()
    }
}

/// Whether both sides are the same text, or one is empty.
fn is_identical(stored: &Stored<'_>) -> bool {
    let [source, target] = [stored.unit.source, stored.unit.target].map(same);
    source == target || source.is_empty() || target.is_empty()
}

/// The first and the last day of what is typed as a year, a month or a day.
fn span(text: &str) -> Result<Option<(Date, Date)>, SieveError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || SieveError::Date(text.to_owned());
    let mut parts = text.splitn(3, '-').map(|part| part.parse::<i8>().ok());
    let year = text.split('-').next().and_then(|year| year.parse::<i16>().ok());
    let year = year.ok_or_else(wrong)?;
    let _ = parts.next();
    let (month, day) = (parts.next(), parts.next());
    let date = |month, day| Date::new(year, month, day).map_err(|_| wrong());
    let known = |part: Option<i8>| part.ok_or_else(wrong);
    Ok(Some(match (month, day) {
        (None, _) => (date(1, 1)?, date(12, 31)?),
        (Some(month), None) => {
            let first = date(known(month)?, 1)?;
            (first, first.last_of_month())
        }
        (Some(month), Some(day)) => {
            let day = date(known(month)?, known(day)?)?;
            (day, day)
        }
    }))
}
