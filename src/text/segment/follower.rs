//! What stands behind a stop and its space.

use super::language::Language;
use super::line::Line;
use super::stops;
use super::word::LONGEST_WORD;

/// More quotation marks and brackets in a row than any text has.
pub(super) const MOST_MARKS: usize = 8;

/// Words behind a quotation among which its verb of saying stands: "… ?" Mr A. Name asked.
const MOST_WORDS_TO_VERB: usize = 6;

/// Characters of that stretch.
const MOST_CHARS_TO_VERB: usize = 80;

/// What follows the space after a stop.
pub(super) struct Follower {
    /// The first letter or figure, behind opening marks; the first mark where there is none.
    pub first: char,
    /// The first mark, where one stands before that.
    pub mark: char,
    /// The word it begins.
    pub word: String,
    /// Where that word begins, in characters.
    place: usize,
}

impl Follower {
    /// What follows from `sentence` on; `None` where nothing does.
    pub(super) fn after(line: &Line, sentence: usize) -> Option<Self> {
        let begin = line.skip_space(sentence);
        let mut place = line.skip(begin, MOST_MARKS, |c| stops::is_opener(c) || c == ' ');
        let mut mark = line.at(begin)?;
        if !line.at(place).is_some_and(char::is_alphanumeric) {
            // Only closing marks and another stop: the sentence is not over.
            let alone = !line.at(place + 1).is_some_and(stops::is_full_stop);
            if let Some(stop @ ('.' | ',')) = line.at(place).filter(|_| place > begin && alone) {
                mark = stop;
            }
            place = begin;
        }
        let first = line.at(place)?;
        let end = line.skip(place, LONGEST_WORD, char::is_alphanumeric);
        Some(Self { first, mark, word: line.chars(place, end).collect(), place })
    }

    /// A mark that begins no sentence.
    pub(super) fn is_continuing(&self, line: &Line) -> bool {
        let ruled = || line.at(self.place + 1) == Some('=');
        match self.mark {
            '=' => !ruled(),
            mark => matches!(
                mark,
                ',' | ';' | ':' | ')' | '.' | '!' | '?' | '،' | '؛' | '/' | '+' | '&'
            ),
        }
    }

    /// A small letter that is not an address of the web.
    pub(super) fn is_small(&self) -> bool {
        self.first.is_lowercase() && !matches!(self.word.as_str(), "http" | "https" | "www")
    }

    /// A dash before the first letter.
    pub(super) const fn is_dashed(&self) -> bool {
        matches!(self.mark, '-' | '–' | '—' | '―')
    }

    /// `¿` or `¡` before the first letter.
    pub(super) const fn is_inverted(&self) -> bool {
        matches!(self.mark, '¿' | '¡')
    }

    /// A figure or a Roman numeral.
    pub(super) fn is_number(&self) -> bool {
        self.first.is_numeric()
            || self.word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
    }

    /// A letter of a script without capitals that parts its words by spaces.
    pub(super) fn is_letter_without_case(&self) -> bool {
        self.first.is_alphabetic()
            && !stops::has_case(self.first)
            && !stops::is_unspaced(self.first)
    }

    /// A word that begins sentences, and no initial (`В.` of a name against `В` of a place).
    pub(super) fn begins_sentences(&self, line: &Line, language: &Language) -> bool {
        let initial = self.word.chars().nth(1).is_none()
            && line.at(self.place + 1).is_some_and(|c| matches!(c, '.' | '-'));
        stops::has_case(self.first) && !initial && language.starts_sentences(&self.word)
    }

    /// Whether the next words name the one who said what was quoted: `Mr Name asked`.
    pub(super) fn is_attribution(&self, line: &Line, language: &Language) -> bool {
        let end = line.skip(self.place, MOST_CHARS_TO_VERB, |c| {
            c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '’' | '\'')
        });
        let clause: String = line.chars(self.place, end).collect();
        clause
            .split(' ')
            .take(MOST_WORDS_TO_VERB)
            .any(|word| language.is_saying(word.trim_end_matches('.')))
    }
}
