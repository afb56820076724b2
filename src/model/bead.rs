//! The bead: source segments and the target text that renders them.
//!
//! A bead is aligned, translated, reviewed, and stored; it is the one thing the
//! whole program turns about. Its target segments live inside it, so that the
//! beads of a translation partition the target side by construction: no target
//! sentence can be in two beads or in none. Its source side names segments of
//! the release's source document, which all translations share.
//!
//! Accepting a link and approving a translation are two things ([`Link`] and
//! [`State`]).

use serde::{Deserialize, Serialize};

use super::{
    BeadId, BlockId, CommentId, IdSource, MemoryId, RevisionId, RowNumber, Segment, SegmentId, Tag,
    Timestamp, UnitId,
};

/// One row of the grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bead {
    /// Given at birth.
    pub id: BeadId,
    /// The row's number as shown; it never changes.
    pub number: RowNumber,
    /// Segments of the source document, in order. Empty for an addition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<SegmentId>,
    /// The block of the source document that decides where a bead without a
    /// source is exported: behind this block's own rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<BlockId>,
    /// The target side.
    #[serde(default, skip_serializing_if = "Target::is_open")]
    pub target: Target,
    /// How sure it is that the two sides belong together.
    #[serde(default, skip_serializing_if = "Link::is_accepted")]
    pub link: Link,
    /// Where the target came from.
    #[serde(default, skip_serializing_if = "Origin::is_none")]
    pub origin: Origin,
    /// Marks that go beside any state.
    #[serde(default, skip_serializing_if = "Flags::is_none")]
    pub flags: Flags,
    /// Who changed the target last; empty when unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When the target was changed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Timestamp>,
    /// The unit this bead was stored as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<StoredUnit>,
    /// Remarks, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
    /// Former targets, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Former>,
    /// The source that the target rendered, while the source has changed since and nobody has
    /// confirmed the row; of a row that is gone, the source it had. Else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rendered: String,
}

impl Bead {
    /// A bead of these source segments whose target is open.
    pub fn open(number: RowNumber, source: Vec<SegmentId>, ids: &mut dyn IdSource) -> Self {
        Self {
            id: BeadId::fresh(ids),
            number,
            source,
            anchor: None,
            target: Target::Open,
            link: Link::Accepted,
            origin: Origin::None,
            flags: Flags::default(),
            author: String::new(),
            changed: None,
            unit: None,
            comments: Vec::new(),
            history: Vec::new(),
            rendered: String::new(),
        }
    }

    /// The state of the target, `None` while it is open.
    #[must_use]
    pub const fn state(&self) -> Option<&State> {
        match &self.target {
            Target::Open => None,
            Target::Text { state, .. } | Target::LeftOut { state, .. } => Some(state),
        }
    }

    /// Whether it waits for somebody to confirm it: open, a draft, sent back, or of a source
    /// that has changed. What is locked waits for nobody.
    #[must_use]
    pub const fn is_unconfirmed(&self) -> bool {
        let settled = matches!(self.state(), Some(State::Translated | State::Approved));
        !self.flags.locked && (!settled || self.flags.source_changed)
    }

    /// The target as it is now, to be kept among the former ones.
    #[must_use]
    pub fn as_former(&self) -> Former {
        let (target, author) = (self.target.clone(), self.author.clone());
        Former { target, author, at: self.changed, origin: self.origin }
    }

    /// The target text, empty when it is open or left out.
    #[must_use]
    pub fn target_text(&self) -> String {
        self.target.to_text()
    }
}

/// The target side of a bead.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Target {
    /// Nothing yet.
    #[default]
    Open,
    /// Target sentences, at least one.
    Text {
        /// In order.
        segments: Vec<TargetSegment>,
        /// How far the translation is.
        state: State,
    },
    /// Left out on purpose.
    LeftOut {
        /// Why; may be empty.
        reason: String,
        /// How far the decision is.
        state: State,
    },
}

/// A sentence of the target, and the target block it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetSegment {
    /// The block of the target document; `None` follows the source's blocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<BlockId>,
    /// The sentence.
    pub segment: Segment,
}

impl Target {
    /// A text that nobody has seen yet, in one segment.
    pub fn draft(text: &str, number: RowNumber, ids: &mut dyn IdSource) -> Self {
        let segment = Segment {
            id: SegmentId::fresh(ids),
            parent: None,
            number,
            text: text.to_owned(),
            original: None,
            tags: Vec::new(),
            after: String::new(),
        };
        Self::Text { segments: vec![TargetSegment { block: None, segment }], state: State::Draft }
    }

    /// Whether nothing is decided yet.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }

    /// The sentences, none when open or left out.
    #[must_use]
    pub fn segments(&self) -> &[TargetSegment] {
        match self {
            Self::Text { segments, .. } => segments,
            Self::Open | Self::LeftOut { .. } => &[],
        }
    }

    /// The text: sentences with the white space between them.
    #[must_use]
    pub fn to_text(&self) -> String {
        let segments = self.segments();
        let mut text = String::new();
        for (place, sentence) in segments.iter().enumerate() {
            text.push_str(&sentence.segment.text);
            if let Some(next) = segments.get(place + 1) {
                text.push_str(joint(&sentence.segment, &next.segment));
            }
        }
        text
    }

    /// Where each sentence stands in [`Self::to_text`], in bytes.
    #[must_use]
    pub fn places(&self) -> Vec<std::ops::Range<usize>> {
        bounds(self.segments()).into_iter().map(|(start, end)| start..end).collect()
    }

    /// The same target with another text. Sentences that the change does not
    /// touch stay the segments they were; the touched ones become one, whose tags stay between
    /// the characters they stood between.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Option<Self> {
        let Self::Text { segments, state } = self else { return None };
        let old = self.to_text();
        if old == text {
            return Some(self.clone());
        }
        let prefix = common_prefix(&old, text);
        let suffix = common_suffix(&old, text, prefix);
        let (touched, start, end) = touched(segments, prefix, old.len() - suffix);
        let middle = text.get(start..text.len() - (old.len() - end))?;
        let tags = moved_tags(segments, touched.clone(), start, (&old, text), (prefix, suffix));
        let mut first = segments.get(touched.start)?.clone();
        let last = segments.get(touched.end - 1)?;
        middle.clone_into(&mut first.segment.text);
        first.segment.tags = tags;
        first.segment.after.clone_from(&last.segment.after);
        let mut kept = segments.clone();
        kept.splice(touched, [first]);
        Some(Self::Text { segments: kept, state: state.clone() })
    }
}

/// What joins a sentence with the next one in a single line of text: what stood
/// there, else a space, which Chinese and Japanese do not write.
fn joint<'a>(segment: &'a Segment, next: &Segment) -> &'a str {
    if next.parent == Some(segment.id) {
        // The pieces of one sentence stand as they stood.
        return &segment.after;
    }
    let ideographic = segment.text.ends_with(|c: char| c >= '\u{2E80}');
    match segment.after.as_str() {
        "" if ideographic => "",
        "" => " ",
        after => after,
    }
}

/// The bytes that each sentence takes up in the joined text.
fn bounds(segments: &[TargetSegment]) -> Vec<(usize, usize)> {
    let mut bounds = Vec::with_capacity(segments.len());
    let mut at = 0;
    for (place, sentence) in segments.iter().enumerate() {
        bounds.push((at, at + sentence.segment.text.len()));
        let next = segments.get(place + 1);
        let between = next.map_or(0, |next| joint(&sentence.segment, &next.segment).len());
        at += sentence.segment.text.len() + between;
    }
    bounds
}

/// The segments that bytes `from..to` of the joined text touch, and the bytes
/// those segments take up.
fn touched(
    segments: &[TargetSegment],
    from: usize,
    to: usize,
) -> (std::ops::Range<usize>, usize, usize) {
    let bounds = bounds(segments);
    let first = bounds.iter().rposition(|(start, _)| *start <= from).unwrap_or(0);
    let last =
        bounds.iter().position(|(_, end)| *end >= to).unwrap_or(segments.len() - 1).max(first);
    (first..last + 1, bounds[first].0, bounds[last].1)
}

/// The tags of touched segments in the text that takes their place: those before and behind what
/// changes keep to their characters, those inside stand at its end.
fn moved_tags(
    segments: &[TargetSegment],
    touched: std::ops::Range<usize>,
    start: usize,
    (old, new): (&str, &str),
    (prefix, suffix): (usize, usize),
) -> Vec<Tag> {
    let bounds = bounds(segments);
    let mut moved = Vec::new();
    for (sentence, (begin, _)) in segments.iter().zip(bounds).take(touched.end).skip(touched.start)
    {
        let text = &sentence.segment.text;
        for tag in &sentence.segment.tags {
            let inside = text.char_indices().nth(tag.at).map_or(text.len(), |(byte, _)| byte);
            let byte = begin + inside;
            let byte = if byte <= prefix {
                byte
            } else if byte >= old.len() - suffix {
                byte + new.len() - old.len()
            } else {
                new.len() - suffix
            };
            let at = new.get(start..byte).map_or(0, |before| before.chars().count());
            moved.push(Tag { at, id: tag.id.clone() });
        }
    }
    moved
}

fn common_prefix(old: &str, new: &str) -> usize {
    old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

fn common_suffix(old: &str, new: &str, prefix: usize) -> usize {
    let room = old.len().min(new.len()) - prefix;
    let mut sum = 0;
    for (a, b) in old.chars().rev().zip(new.chars().rev()) {
        if a != b || sum + a.len_utf8() > room {
            break;
        }
        sum += a.len_utf8();
    }
    sum
}

/// How far a translation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Proposed by a match or half typed.
    Draft,
    /// Confirmed by a translator.
    Translated,
    /// Approved by a reviewer.
    Approved,
    /// Sent back by a reviewer.
    Rejected {
        /// Why; never empty.
        reason: String,
    },
}

/// How sure it is that the two sides of a bead belong together.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub enum Link {
    /// The aligner's guess.
    Guessed {
        /// 0…1, the chance that the bead is right.
        confidence: f32,
        /// Kept in place by hand.
        #[serde(default, skip_serializing_if = "is_false")]
        pinned: bool,
    },
    /// Made or accepted by a person. An open row of a translation is accepted:
    /// what is typed there renders what stands beside it.
    #[default]
    Accepted,
}

impl Link {
    /// Whether a person stands behind the link.
    #[must_use]
    pub const fn is_accepted(&self) -> bool {
        matches!(self, Self::Accepted)
    }

    /// The aligner's confidence; 1 when accepted.
    #[must_use]
    pub const fn confidence(&self) -> f32 {
        match self {
            Self::Guessed { confidence, .. } => *confidence,
            Self::Accepted => 1.0,
        }
    }
}

/// Where a target came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Origin {
    /// Nowhere: the target is open.
    #[default]
    None,
    /// Typed by hand.
    Typed,
    /// Copied from the source.
    Copied,
    /// Taken from a memory.
    Match {
        /// The memory.
        memory: MemoryId,
        /// The unit, for "which rows used it".
        unit: UnitId,
        /// The unit's state at that time.
        revision: RevisionId,
        /// Its score then, 0…101.
        score: u8,
        /// Whether the text was changed since.
        #[serde(default, skip_serializing_if = "is_false")]
        edited: bool,
    },
    /// Part of a published pair that was aligned.
    Aligned,
    /// Filled from an identical row.
    Propagated {
        /// That row.
        from: BeadId,
    },
    /// Read from a bilingual file.
    Imported,
}

impl Origin {
    /// Whether there is no target.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

/// Marks that go beside any state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Flags {
    /// Not to be changed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub locked: bool,
    /// The source is not what it was when this was translated.
    #[serde(default, skip_serializing_if = "is_false")]
    pub source_changed: bool,
    /// There is an open question.
    #[serde(default, skip_serializing_if = "is_false")]
    pub query: bool,
    /// Excepted from propagation: it takes nothing from identical rows and gives nothing.
    #[serde(default, skip_serializing_if = "is_false")]
    pub apart: bool,
}

impl Flags {
    /// Whether no mark is set.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        !self.locked && !self.source_changed && !self.query && !self.apart
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// The unit that a bead was stored as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredUnit {
    /// The memory.
    pub memory: MemoryId,
    /// The unit.
    pub unit: UnitId,
}

/// A remark on a bead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Given at birth.
    pub id: CommentId,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: String,
}

/// A former target of a bead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// The target as it was.
    pub target: Target,
    /// Who had written it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When it had been written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// By which means it had come.
    #[serde(default, skip_serializing_if = "Origin::is_none")]
    pub origin: Origin,
}

#[cfg(test)]
mod tests {
    use super::super::SeededIds;
    use super::*;

    fn two_sentences() -> Target {
        let mut ids = SeededIds::new(1);
        let sentence = |text: &str, after: &str, number, ids: &mut SeededIds| TargetSegment {
            block: None,
            segment: Segment {
                id: SegmentId::fresh(ids),
                parent: None,
                number: RowNumber::new(number),
                text: text.to_owned(),
                original: None,
                tags: Vec::new(),
                after: after.to_owned(),
            },
        };
        let segments =
            vec![sentence("Été un.", " ", 1, &mut ids), sentence("Été deux.", "", 2, &mut ids)];
        Target::Text { segments, state: State::Draft }
    }

    fn texts(target: &Target) -> Vec<&str> {
        target.segments().iter().map(|s| s.segment.text.as_str()).collect()
    }

    #[test]
    fn a_change_in_one_sentence_leaves_the_other_alone() {
        let target = two_sentences();
        let second = target.with_text("Été un. Été trois.").expect("a text");
        assert_eq!(texts(&second), ["Été un.", "Été trois."]);
        let first = target.with_text("Un été. Été deux.").expect("a text");
        assert_eq!(texts(&first), ["Un été.", "Été deux."]);
        assert_eq!(first.segments()[1], target.segments()[1]);
    }

    #[test]
    fn tags_stay_between_their_characters() {
        let mut target = two_sentences();
        if let Target::Text { segments, .. } = &mut target {
            let tag = |at: usize, id: &str| Tag { at, id: id.to_owned() };
            segments[0].segment.tags = vec![tag(0, "1"), tag(4, "2"), tag(7, "/1")];
            segments[1].segment.tags = vec![tag(4, "3")];
        }
        let tags = |text: &str| -> Vec<Vec<(usize, String)>> {
            let changed = target.with_text(text).expect("a text");
            let tags = changed.segments().iter().map(|sentence| &sentence.segment.tags);
            tags.map(|tags| tags.iter().map(|tag| (tag.at, tag.id.clone())).collect()).collect()
        };
        let told = |expected: &[&[(usize, &str)]]| -> Vec<Vec<(usize, String)>> {
            let owned = |(at, id): &(usize, &str)| (*at, (*id).to_owned());
            expected.iter().map(|tags| tags.iter().map(owned).collect()).collect()
        };
        let check = |text: &str, expected: &[&[(usize, &str)]]| {
            assert_eq!(tags(text), told(expected), "{text}");
        };
        check("Été vingt. Été deux.", &[&[(0, "1"), (4, "2"), (10, "/1")], &[(4, "3")]]);
        check("Un été un. Été deux.", &[&[(0, "1"), (7, "2"), (10, "/1")], &[(4, "3")]]);
        check("Été un, été deux.", &[&[(0, "1"), (4, "2"), (9, "/1"), (12, "3")]]);
    }

    #[test]
    fn a_change_across_the_joint_makes_one_sentence() {
        let joined = two_sentences().with_text("Été un, été deux.").expect("a text");
        assert_eq!(joined.to_text(), "Été un, été deux.");
    }

    #[test]
    fn chinese_sentences_are_joined_without_a_space() {
        let mut ids = SeededIds::new(1);
        let mut target = Target::draft("会谈。", RowNumber::new(1), &mut ids);
        let next = Target::draft("访问。", RowNumber::new(2), &mut ids);
        if let Target::Text { segments, .. } = &mut target {
            segments.extend(next.segments().iter().cloned());
        }
        assert_eq!(target.to_text(), "会谈。访问。");
    }

    #[test]
    fn any_text_can_replace_any_other() {
        for text in ["", "é", "Été un. Été un. Été deux.", "Été deux.", " Été un. Été deux. "]
        {
            let replaced = two_sentences().with_text(text).expect("a text");
            assert_eq!(replaced.to_text(), text, "{text:?}");
        }
    }
}
