//! The texts of all rows as a filter searches them: folded once for each state of the
//! release.

use regex::{Regex, RegexBuilder};

use crate::text::folded::Folding;
use crate::workbench::session::Session;

/// Words are found whatever their case and accents.
const FOLDING: Folding = Folding { case: true, accents: true };

/// The texts of a release's rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    /// The session's version they were made for.
    version: Option<u64>,
    pub(super) rows: Vec<RowText>,
}

/// The texts of one row.
#[derive(Debug, Clone, Default)]
pub(super) struct RowText {
    /// The source.
    pub(super) source: String,
    /// Both sides, as they stand.
    both: String,
    /// Both sides, folded.
    folded: String,
}

/// What stands between the two sides, so that nothing is found across them.
const BETWEEN: char = '\n';

impl Texts {
    /// Brings the texts in line with the session. A row whose texts are the same is not
    /// folded again.
    pub(super) fn follow(&mut self, session: &Session) {
        if self.version == Some(session.version()) {
            return;
        }
        self.version = Some(session.version());
        self.rows.resize_with(session.beads().len(), RowText::default);
        for (row, (bead, text)) in session.beads().iter().zip(&mut self.rows).enumerate() {
            let source = session.source_text(row);
            let mut both = String::with_capacity(2 * source.len() + 16);
            both.push_str(&source);
            both.push(BETWEEN);
            both.push_str(&bead.target_text());
            if both != text.both {
                let folded = FOLDING.key(&both);
                *text = RowText { source, both, folded };
            }
        }
    }
}

/// What a row's texts are asked for.
pub(super) enum Wanted {
    /// Every word, wherever it stands.
    Words(Vec<Regex>),
    /// An expression on one of the sides.
    Expression(Box<Regex>),
}

impl Wanted {
    /// Compiles a filter's text.
    ///
    /// # Errors
    /// The expression does not parse, in a sentence.
    pub(super) fn of(text: &str, regex: bool) -> Result<Self, String> {
        if regex && !text.is_empty() {
            // Lines are the two sides: ^ and $ are their ends.
            let built = RegexBuilder::new(text).case_insensitive(true).multi_line(true).build();
            return match built {
                Ok(regex) => Ok(Self::Expression(Box::new(regex))),
                Err(error) => Err(crate::text::expression::reason(&error)),
            };
        }
        let words =
            text.split_whitespace().map(|word| Regex::new(&regex::escape(&FOLDING.key(word))));
        words.collect::<Result<_, _>>().map(Self::Words).map_err(|error| error.to_string())
    }

    /// Whether a row has it.
    pub(super) fn is_in(&self, text: &RowText) -> bool {
        match self {
            Self::Words(words) => words.iter().all(|word| word.is_match(&text.folded)),
            Self::Expression(regex) => regex.is_match(&text.both),
        }
    }
}
