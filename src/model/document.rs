//! A document: blocks in order, each of sentences in order, and every character
//! of the text it was read from.
//!
//! Text before a block (line ends, blank lines, indentation) stays with the
//! block, white space after a sentence with the segment, so that
//! [`Document::to_text`] gives back the text exactly.

use serde::{Deserialize, Serialize};

use super::{BlockId, Code, DocumentId, IdSource, Lang, SegmentId, Timestamp};

/// A sentence of a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Given at birth, kept over edits.
    pub id: SegmentId,
    /// The segment this one was split from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<SegmentId>,
    /// The number shown; it never changes.
    pub number: RowNumber,
    /// The sentence, without the white space after it.
    pub text: String,
    /// What stood in the file, where a person has corrected the sentence since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// Inline tags, left out when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// What stands between this segment and the next of the block.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

/// An inline tag of a segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Where it stands, in Unicode scalar values from the segment's start.
    pub at: usize,
    /// Its name within the block.
    pub id: String,
}

/// The number of a row as shown: `20`, or `20a` for what came after 20 later.
///
/// Written as a string. `suffix` 0 is no letter, 1 is `a`, 27 is `aa`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowNumber {
    /// Counts from 1; 0 is what stands before the first row.
    pub number: u32,
    /// The letter, 0 for none.
    pub suffix: u32,
}

impl RowNumber {
    /// A plain number.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self { number, suffix: 0 }
    }

    /// The first number after this one that `taken` does not hold: `20a` after `20`.
    #[must_use]
    pub fn following(self, taken: impl Fn(Self) -> bool) -> Self {
        let mut next = Self { number: self.number, suffix: self.suffix + 1 };
        while taken(next) {
            next.suffix += 1;
        }
        next
    }
}

impl std::fmt::Display for RowNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.number)?;
        let (mut rest, mut letters) = (self.suffix, Vec::new());
        while rest > 0 {
            let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'a' + digit));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(f, "{letter}"))
    }
}

impl std::str::FromStr for RowNumber {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || format!("\"{text}\" is not a row number (such as 20 or 20a)");
        let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let number = digits.parse().map_err(|_| refuse())?;
        let suffix = text.bytes().skip(digits.len()).try_fold(0_u32, |sum, letter| {
            sum.checked_mul(26)?.checked_add(u32::from(letter - b'a') + 1)
        });
        Ok(Self { number, suffix: suffix.ok_or_else(refuse)? })
    }
}

impl Serialize for RowNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RowNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// What a block is in a press release.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum Role {
    /// A time stamp of its own, such as `14:49`.
    Time,
    /// The title.
    Headline,
    /// The document's number.
    Number,
    /// A date of its own.
    Date,
    /// City and date at the head of the text, as a block of its own.
    Dateline,
    /// A heading below the title.
    Subhead,
    /// "Embargo: …", "Check against delivery": what holds for the text as a whole.
    Embargo,
    /// "The Minister made the following statement today:".
    LeadIn,
    /// A sentence or paragraph of the text.
    #[default]
    Body,
    /// "Ladies and gentlemen,".
    Salutation,
    /// The start of a speaker's turn.
    Speaker,
    /// A question of a journalist.
    Question,
    /// A block that is a quotation.
    Quotation,
    /// An item of a list.
    ListItem,
    /// "About …".
    Boilerplate,
    /// Addresses, telephone numbers, press contacts.
    Contact,
    /// `###`, `-30-`, `ENDS`.
    EndMark,
    /// Menus, share links, counters: not content.
    Chrome,
}

impl Role {
    /// All roles in the order in which they are offered: those that corrections are to most
    /// often come first.
    pub const ALL: [Self; 18] = [
        Self::Body,
        Self::Headline,
        Self::Subhead,
        Self::ListItem,
        Self::Chrome,
        Self::Quotation,
        Self::Speaker,
        Self::Question,
        Self::Salutation,
        Self::LeadIn,
        Self::Number,
        Self::Date,
        Self::Dateline,
        Self::Time,
        Self::Embargo,
        Self::Boilerplate,
        Self::Contact,
        Self::EndMark,
    ];

    /// Whether blocks of this role are translated, counted and stored.
    #[must_use]
    pub const fn is_content(self) -> bool {
        !matches!(self, Self::Chrome)
    }

    /// The letter shown in the margin of the grid.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Time => "T",
            Self::Headline => "H",
            Self::Number => "N",
            Self::Date | Self::Dateline => "D",
            Self::Subhead | Self::Speaker => "S",
            Self::Embargo => "!",
            Self::LeadIn => "I",
            Self::Body | Self::Salutation => "P",
            Self::Question | Self::Quotation => "Q",
            Self::ListItem => "L",
            Self::Boilerplate => "B",
            Self::Contact => "C",
            Self::EndMark => "E",
            Self::Chrome => "–",
        }
    }

    /// The role of this name, as [`Self::name`] gives it.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// The role in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Headline => "headline",
            Self::Number => "number",
            Self::Date => "date",
            Self::Dateline => "dateline",
            Self::Subhead => "subhead",
            Self::Embargo => "embargo",
            Self::LeadIn => "lead-in",
            Self::Body => "body",
            Self::Salutation => "salutation",
            Self::Speaker => "speaker",
            Self::Question => "question",
            Self::Quotation => "quotation",
            Self::ListItem => "list item",
            Self::Boilerplate => "boilerplate",
            Self::Contact => "contact",
            Self::EndMark => "end mark",
            Self::Chrome => "chrome",
        }
    }
}

/// A paragraph, headline or list item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Given at birth.
    pub id: BlockId,
    /// What the block is in the release.
    #[serde(default)]
    pub role: Role,
    /// The block's language where it is not the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// The first line of the block in the file it was read from, from 0.
    #[serde(default)]
    pub line: usize,
    /// What stands between the block before and this one's first segment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What the tags of its segments stand for, in the order of the original; none as a rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// The sentences. In a target document they live in the beads, and this is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<Segment>,
}

impl Block {
    /// Whether the block is translated, counted and stored: no page chrome, and
    /// no line in another language than the document's.
    #[must_use]
    pub const fn is_content(&self) -> bool {
        self.role.is_content() && self.lang.is_none()
    }
}

/// A source or target document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Given at birth.
    pub id: DocumentId,
    /// The main language.
    pub lang: Lang,
    /// The name of the file it came from, empty when it was pasted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When it came in.
    pub received: Timestamp,
    /// The blocks in order.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// What stands after the last block.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tail: String,
}

impl Segment {
    /// The sentence as it stood in the file it was read from.
    #[must_use]
    pub fn as_read(&self) -> &str {
        self.original.as_deref().unwrap_or(&self.text)
    }

    /// The same sentence with another text; what stood in the file is kept beside it.
    #[must_use]
    pub fn corrected(&self, text: &str) -> Self {
        let original = (self.as_read() != text).then(|| self.as_read().to_owned());
        Self { text: text.to_owned(), original, ..self.clone() }
    }
}

impl Document {
    /// A document without a block, for a translation that starts from nothing.
    pub fn empty(lang: Lang, received: Timestamp, ids: &mut dyn IdSource) -> Self {
        let (name, blocks, tail) = (String::new(), Vec::new(), String::new());
        Self { id: DocumentId::fresh(ids), lang, name, received, blocks, tail }
    }

    /// All segments in order, each with its block.
    pub fn segments(&self) -> impl Iterator<Item = (&Block, &Segment)> {
        self.blocks.iter().flat_map(|block| block.segments.iter().map(move |s| (block, s)))
    }

    /// The block of this id.
    #[must_use]
    pub fn block(&self, id: BlockId) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    /// The language of a block: its own, or the document's.
    #[must_use]
    pub fn lang_of<'a>(&'a self, block: &'a Block) -> &'a Lang {
        block.lang.as_ref().unwrap_or(&self.lang)
    }

    /// The text the document was read from, character by character.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            text.push_str(&block.before);
            for segment in &block.segments {
                text.push_str(segment.as_read());
                text.push_str(&segment.after);
            }
        }
        text.push_str(&self.tail);
        text
    }
}

/// A block as a format's reader found it, before roles and sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawBlock {
    /// The first line in the file, from 0.
    pub line: usize,
    /// What stands between the block before and this one.
    pub before: String,
    /// The block's text, without white space at its ends.
    pub text: String,
    /// What the format says of the block's role, where it says anything.
    pub hint: Option<Role>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_numbers_read_as_they_are_written() {
        for text in ["0", "1", "20", "20a", "20z", "20aa", "7ba"] {
            let number: RowNumber = text.parse().expect(text);
            assert_eq!(number.to_string(), text);
        }
        assert!("a20".parse::<RowNumber>().is_err());
        assert!("".parse::<RowNumber>().is_err());
    }

    #[test]
    fn an_insertion_after_20_is_20a_and_then_20b() {
        let twenty = RowNumber::new(20);
        let first = twenty.following(|_| false);
        assert_eq!(first.to_string(), "20a");
        assert_eq!(twenty.following(|n| n == first).to_string(), "20b");
    }
}
