//! What classes and foldings hide, and what each costs.
//!
//! The points stand here and nowhere else. They are fixed, whatever the length of
//! the text and however often a difference comes: a penalty says *look here*, the
//! distance says how much there is to change. Another number or date costs most,
//! for it changes what a statement says; the others only how it is written.
//!
//! A difference counts where the texts have a token of one class both: a number
//! that is missing on one side is an edit already. So
//!
//! - numbers (and dates) are other ones when those of the text with fewer are not
//!   found, in order, among those of the other;
//! - case, accents, typography or closing marks differ when the texts have fewer
//!   tokens in common with that one folding left out than with all of them.
//!
//! Two texts of the same classes that differ in nothing else differ in their
//! spaces: that is typography.
//!
//! Inline codes are no part of the texts; [`tags_differ`] compares them.

use super::tokens::{Kind, Tokenised, class, folded, kind_of};
use crate::model::{Tag, UnitTag};
use crate::text::fold;

/// A difference that the edit distance does not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Penalty {
    /// Another number.
    Number,
    /// Another date, or the same one written otherwise.
    Date,
    /// Another closing mark.
    Mark,
    /// Capitals for small letters or the other way round.
    Case,
    /// Accents.
    Accents,
    /// Apostrophes, dashes, quotation marks, spaces.
    Typography,
    /// Inline codes at other places, or none.
    Tags,
    /// The two sides were put together by the aligner, and nobody has looked at it: so
    /// many per cent ([`Penalty::unreviewed`]).
    Unreviewed(u8),
    /// The memory is one that somebody trusts less than others: so many per cent, at most
    /// [`Penalty::MOST_MEMORY_POINTS`].
    Memory(u8),
}

impl Penalty {
    /// Percent taken off for another number.
    pub const NUMBER_POINTS: u8 = 4;
    /// Percent taken off for another date.
    pub const DATE_POINTS: u8 = 4;
    /// Percent taken off for another closing mark.
    pub const MARK_POINTS: u8 = 1;
    /// Percent taken off for another case.
    pub const CASE_POINTS: u8 = 1;
    /// Percent taken off for other accents.
    pub const ACCENTS_POINTS: u8 = 1;
    /// Percent taken off for other apostrophes, dashes, quotation marks or spaces.
    pub const TYPOGRAPHY_POINTS: u8 = 1;
    /// Percent taken off for other inline codes.
    pub const TAGS_POINTS: u8 = 1;

    /// Percent taken off for a link that nobody has accepted, however sure it is: enough
    /// that such a match never counts as exact, little enough that it is still drafted.
    pub const UNREVIEWED_POINTS: u8 = 5;
    /// Percent taken off besides for each tenth that the confidence lacks: a link as good
    /// as a coin's throw costs 15, so that a unit that people stand behind goes first.
    pub const DOUBT_POINTS: f32 = 2.0;

    /// The most that can be taken off for the memory: from there on nothing of it reaches
    /// half, and it is better not asked at all.
    pub const MOST_MEMORY_POINTS: u8 = 50;

    /// The penalty of a guessed link, by its confidence, 0…1.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 20, rounded up"
    )]
    pub fn unreviewed(confidence: f32) -> Self {
        let lacks = (1.0 - confidence.clamp(0.0, 1.0)) * 10.0;
        // A hair less, so that .9 in binary, which is a little below, lacks one tenth.
        let doubt = lacks.mul_add(Self::DOUBT_POINTS, -1e-4).ceil().max(0.0);
        Self::Unreviewed(Self::UNREVIEWED_POINTS + doubt as u8)
    }

    /// Percent taken off.
    #[must_use]
    pub const fn points(self) -> u8 {
        match self {
            Self::Number => Self::NUMBER_POINTS,
            Self::Date => Self::DATE_POINTS,
            Self::Mark => Self::MARK_POINTS,
            Self::Case => Self::CASE_POINTS,
            Self::Accents => Self::ACCENTS_POINTS,
            Self::Typography => Self::TYPOGRAPHY_POINTS,
            Self::Tags => Self::TAGS_POINTS,
            Self::Unreviewed(points) | Self::Memory(points) => points,
        }
    }

    /// The difference in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "another number",
            Self::Date => "another date",
            Self::Mark => "another closing mark",
            Self::Case => "capitals",
            Self::Accents => "accents",
            Self::Typography => "typography",
            Self::Tags => "tags",
            Self::Unreviewed(_) => "aligned, and nobody has accepted the link",
            Self::Memory(_) => "the penalty of this memory",
        }
    }
}

/// The penalties of two texts at a distance, in the order of [`Penalty`].
pub fn penalties(distance: usize, one: &Tokenised, other: &Tokenised) -> Vec<Penalty> {
    let mut found = Vec::new();
    if one.text() == other.text() {
        return found;
    }
    for (kind, penalty) in [(Kind::Number, Penalty::Number), (Kind::Date, Penalty::Date)] {
        let (one, other): (Vec<_>, Vec<_>) =
            (one.values(kind).collect(), other.values(kind).collect());
        if are_other_values(&one, &other) {
            found.push(penalty);
        }
    }
    found.extend(surface_penalties(one, other));
    if distance == 0 && found.is_empty() {
        found.push(Penalty::Typography);
    }
    found
}

/// Whether inline codes stand at other places: what they are called and what they hold is
/// each program's own.
pub fn tags_differ(query: &[Tag], unit: &[UnitTag]) -> bool {
    !query.iter().map(|tag| tag.at).eq(unit.iter().map(|tag| tag.at))
}

/// Whether the values of the text with fewer are not among the other's, in order.
pub fn are_other_values<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut rest = many.iter();
    !few.iter().all(|value| rest.any(|candidate| candidate == value))
}

/// A surface of a token: one that is written the same is the same.
type Surface = fn(&str) -> String;

/// What all tokens but numbers and dates differ in.
fn surface_penalties(one: &Tokenised, other: &Tokenised) -> Vec<Penalty> {
    const SURFACES: [(Penalty, Surface); 4] = [
        (Penalty::Mark, |text| folded(text, &[fold::typography]).into_owned()),
        (Penalty::Case, |text| folded(text, &[fold::typography, fold::accents]).into_owned()),
        (Penalty::Accents, |text| folded(text, &[fold::typography, fold::case]).into_owned()),
        (Penalty::Typography, |text| folded(text, &[fold::case, fold::accents]).into_owned()),
    ];
    let common = in_common(one, other, |_| true, |_| String::new());
    if in_common(one, other, |_| true, str::to_owned) == common {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (penalty, surface) in SURFACES {
        let counts = |kind| (kind == Kind::Mark) == (penalty == Penalty::Mark);
        let common = in_common(one, other, counts, |_| String::new());
        if in_common(one, other, counts, surface) < common {
            found.push(penalty);
        }
    }
    found
}

/// How many tokens of the kinds that `counts` two texts have in common, order set
/// aside, when a token is its class and `surface`.
fn in_common(
    one: &Tokenised,
    other: &Tokenised,
    counts: impl Fn(Kind) -> bool,
    surface: impl Fn(&str) -> String,
) -> usize {
    let keys = |text: &Tokenised| {
        let tokens = text.tokens().iter().filter(|token| {
            let kind = kind_of(token);
            matches!(kind, Kind::Mark | Kind::Other) && counts(kind)
        });
        let mut keys: Vec<_> =
            tokens.map(|token| (class(token).into_owned(), surface(token.text))).collect();
        keys.sort_unstable();
        keys
    };
    let (one, other) = (keys(one), keys(other));
    let (mut here, mut there, mut common) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(here), other.get(there)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => here += 1,
            std::cmp::Ordering::Greater => there += 1,
            std::cmp::Ordering::Equal => {
                (here, there, common) = (here + 1, there + 1, common + 1);
            }
        }
    }
    common
}
