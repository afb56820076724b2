//! Why something was found: facts, from which a sentence is made where it is shown.

use std::fmt;

use crate::model::{Lang, RowNumber};

/// What kind of thing is missing, added or another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A number, a share, an amount of money.
    Number,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// The number of a document.
    DocumentNumber,
    /// A web or mail address, a telephone number.
    Address,
    /// A name.
    Name,
    /// An acronym.
    Acronym,
    /// A tag.
    Tag,
}

impl Kind {
    /// The kind in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Time => "time",
            Self::DocumentNumber => "document number",
            Self::Address => "address",
            Self::Name => "name",
            Self::Acronym => "acronym",
            Self::Tag => "tag",
        }
    }
}

/// What is wrong with a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// One is missing before the mark.
    MissingBefore,
    /// One is missing behind the mark.
    MissingAfter,
    /// There is one before the mark.
    Before,
    /// There is one behind the mark.
    After,
    /// There are several.
    Several,
    /// It is at an end of the text.
    AtEnd,
    /// The line may break there.
    Breaking,
}

/// What is the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// There is no translation.
    Open,
    /// The translation has no text.
    Empty,
    /// The target is the source.
    Identical,
    /// Something of the source is not in the target.
    Missing {
        /// What it is.
        kind: Kind,
        /// As the source has it.
        source: String,
    },
    /// Something of the target is not in the source.
    Added {
        /// What it is.
        kind: Kind,
        /// As the target has it.
        target: String,
    },
    /// The target has another one.
    Differs {
        /// What it is.
        kind: Kind,
        /// As the source has it.
        source: String,
        /// As the target has it.
        target: String,
    },
    /// A tag stands more often than in the source.
    Doubled {
        /// Its name.
        tag: String,
    },
    /// The release's number names another day than its headline.
    NumberDate {
        /// The day in the number (ISO 8601).
        number: String,
        /// The day in the headline.
        headline: String,
    },
    /// A quotation is opened and not closed.
    Unclosed {
        /// The mark.
        mark: char,
    },
    /// A bracket, or a quotation mark, that closes nothing.
    Unopened {
        /// The mark.
        mark: char,
    },
    /// The source has more quotations.
    QuotationLost {
        /// What the source quotes.
        quoted: String,
    },
    /// Marks of another language.
    Marks {
        /// Those that are there.
        found: (char, char),
        /// The language's own.
        wanted: (char, char),
    },
    /// The target ends otherwise than the source; `None` is no mark.
    EndMark {
        /// The source's mark.
        source: Option<char>,
        /// The target's mark.
        target: Option<char>,
    },
    /// A space.
    Space {
        /// What is wrong.
        gap: Gap,
        /// Beside which mark; `None` between words.
        mark: Option<char>,
    },
    /// A word stands twice.
    DoubledWord {
        /// The word.
        word: String,
    },
    /// Words are not translated.
    LeftOver {
        /// The words.
        words: String,
    },
    /// The target is in another language.
    Language {
        /// Which.
        found: Lang,
        /// The target's.
        wanted: Lang,
    },
    /// A term that must not be used.
    ForbiddenTerm {
        /// As the target has it.
        found: String,
        /// The one to use; `None` where the termbase has none.
        wanted: Option<String>,
    },
    /// A term whose concept has no name in the target.
    MissingTerm {
        /// As the source has it.
        source: String,
        /// The names that may be used, the preferred first.
        wanted: Vec<String>,
    },
    /// Nothing in the target says no.
    Negation {
        /// What says it in the source.
        source: String,
    },
    /// The target is shorter than it can be.
    Short {
        /// Its length in hundredths of what was to be expected.
        percent: usize,
    },
    /// The target has fewer sentences and is short.
    Sentences {
        /// Of the source.
        source: usize,
        /// Of the target.
        target: usize,
    },
    /// The same source has another target elsewhere.
    OtherTarget {
        /// The row.
        row: RowNumber,
        /// Its target.
        target: String,
    },
    /// Another source has the same target.
    OtherSource {
        /// The row.
        row: RowNumber,
        /// Its source.
        source: String,
    },
    /// The headline is long.
    Headline {
        /// Characters it has.
        length: usize,
        /// Characters a headline has at most.
        most: usize,
    },
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str("there is no translation yet"),
            Self::Empty => f.write_str("the translation is empty"),
            Self::Identical => f.write_str("the target is the source"),
            Self::Missing { kind, source } => {
                write!(f, "the {} \"{source}\" is missing", kind.name())
            }
            Self::Added { kind, target } => {
                write!(f, "the {} \"{target}\" is not in the source", kind.name())
            }
            Self::Differs { kind, source, target } => {
                write!(f, "the {} \"{source}\" has become \"{target}\"", kind.name())
            }
            Self::Doubled { tag } => write!(f, "the tag \"{tag}\" stands too often"),
            Self::NumberDate { number, headline } => {
                write!(f, "the release's number says {number}, its headline {headline}")
            }
            Self::Unclosed { mark } => write!(f, "{mark} is not closed"),
            Self::Unopened { mark } => write!(f, "{mark} closes nothing"),
            Self::QuotationLost { quoted } => {
                write!(f, "\"{quoted}\" is a quotation in the source and none in the target")
            }
            Self::Marks { found: (open, close), wanted: (first, last) } => {
                write!(f, "the quotation marks here are {first}…{last}, not {open}…{close}")
            }
            Self::EndMark { source, target } => end_mark(f, *source, *target),
            Self::Space { gap, mark } => space(f, *gap, *mark),
            Self::DoubledWord { word } => write!(f, "\"{word}\" stands twice"),
            Self::LeftOver { words } => write!(f, "\"{words}\" is not translated"),
            Self::Language { found, wanted } => {
                let (found, wanted) = (found.english_name(), wanted.english_name());
                write!(f, "this is {found}, not {wanted}")
            }
            Self::ForbiddenTerm { found, wanted: Some(wanted) } => {
                write!(f, "\"{found}\" is not to be used; the term is \"{wanted}\"")
            }
            Self::ForbiddenTerm { found, wanted: None } => {
                write!(f, "\"{found}\" is not to be used")
            }
            Self::MissingTerm { source, wanted } => {
                write!(f, "\"{source}\" is to be \"{}\"", wanted.join("\" or \""))
            }
            Self::Negation { source } => {
                write!(f, "the source says \"{source}\", and nothing in the target does")
            }
            Self::Short { percent } => {
                write!(f, "the target has {percent} % of the length to be expected")
            }
            Self::Sentences { source, target } => {
                write!(f, "{source} sentences have become {target}, and the target is short")
            }
            Self::OtherTarget { row, target } => {
                write!(f, "row {row} translates the same source by \"{target}\"")
            }
            Self::OtherSource { row, source } => {
                write!(f, "row {row} has the same translation for \"{source}\"")
            }
            Self::Headline { length, most } => {
                write!(f, "the headline has {length} characters; more than {most} are long")
            }
        }
    }
}

fn end_mark(f: &mut fmt::Formatter<'_>, source: Option<char>, target: Option<char>) -> fmt::Result {
    match (source, target) {
        (Some(source), Some(target)) => {
            write!(f, "the source ends with {source} and the target with {target}")
        }
        (Some(source), None) => write!(f, "the source ends with {source} and the target without"),
        (None, Some(target)) => write!(f, "the target ends with {target} and the source without"),
        (None, None) => f.write_str("the ends differ"),
    }
}

fn space(f: &mut fmt::Formatter<'_>, gap: Gap, mark: Option<char>) -> fmt::Result {
    let mark = mark.map(String::from).unwrap_or_default();
    match gap {
        Gap::MissingBefore => write!(f, "there is no space before {mark}"),
        Gap::MissingAfter => write!(f, "there is no space after {mark}"),
        Gap::Before => write!(f, "there is a space before {mark}"),
        Gap::After => write!(f, "there is a space after {mark}"),
        Gap::Several => f.write_str("there are several spaces"),
        Gap::AtEnd => f.write_str("there is a space at the end of the text"),
        Gap::Breaking => write!(f, "the line may break beside {mark}"),
    }
}
