//! What is doubtful about a text that is to be a release's corrected source: told before it is
//! taken, never a bar.

use super::matching::Pair;
use crate::model::{Document, Project};
use crate::release;
use crate::texts::t;
use crate::workbench::intake;

/// Less of either source than this is in the other one, in characters: it is another release's.
/// Of two statements of one house a third of the sentences may be the same phrases.
const OTHER_RELEASE: f64 = 0.4;
/// A corrected source may be shortened; this is a text that was cut.
const SHORTER: f64 = 0.5;

/// Something doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It reads as the old one does.
    Same,
    /// It seems to be in another language; a sentence that says so.
    OtherLanguage(String),
    /// It has the number of another release.
    OtherNumber {
        /// The release's.
        had: String,
        /// The text's.
        has: String,
    },
    /// Little of it is in the old source.
    OtherRelease {
        /// How much, in per cent of the shorter of both.
        per_cent: u8,
    },
    /// It is much shorter.
    Shorter {
        /// How long it is, in per cent of the old source.
        per_cent: u8,
    },
    /// The file that the translation was to be put into is given up.
    NoFile,
}

impl Doubt {
    /// The doubt in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Same => t!("late-doubt-same").to_owned(),
            Self::OtherLanguage(told) => t!("late-doubt-language", told = told),
            Self::OtherNumber { had, has } => t!("late-doubt-number", had = had, has = has),
            Self::OtherRelease { per_cent } => t!("late-doubt-release", share = per_cent),
            Self::Shorter { per_cent } => t!("late-doubt-shorter", share = per_cent),
            Self::NoFile => t!("late-doubt-no-file").to_owned(),
        }
    }

    /// Whether it is likely that this is not the text that was meant.
    #[must_use]
    pub const fn is_grave(&self) -> bool {
        !matches!(self, Self::Same | Self::NoFile)
    }
}

/// What is doubtful about a text, the gravest first.
pub(super) fn of(
    project: &Project,
    text: &str,
    document: &Document,
    pairs: &[Pair],
    has_file: bool,
) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    doubts.extend(intake::other_language(text, &project.source.lang).map(Doubt::OtherLanguage));
    let (had, has) = (&project.release.number, release::facts::of(document).number);
    if !had.is_empty() && !has.is_empty() && *had != has {
        doubts.push(Doubt::OtherNumber { had: had.clone(), has });
    }
    let sizes = Sizes::of(&project.source, document, pairs);
    if sizes.kept < OTHER_RELEASE * sizes.old.min(sizes.new) {
        let per_cent = per_cent(sizes.kept, sizes.old.min(sizes.new));
        doubts.push(Doubt::OtherRelease { per_cent });
    }
    if sizes.new < SHORTER * sizes.old {
        doubts.push(Doubt::Shorter { per_cent: per_cent(sizes.new, sizes.old) });
    }
    let same = pairs.iter().all(|pair| pair.same && !pair.moved);
    if same {
        doubts.push(Doubt::Same);
    } else if project.original.is_some() && !has_file {
        doubts.push(Doubt::NoFile);
    }
    doubts
}

/// Characters of both sources, and of the old one's sentences that the new one has.
struct Sizes {
    old: f64,
    new: f64,
    kept: f64,
}

impl Sizes {
    fn of(old: &Document, new: &Document, pairs: &[Pair]) -> Self {
        let lengths = |of: &Document| -> Vec<f64> {
            of.segments().map(|(_, segment)| segment.text.chars().count() as f64).collect()
        };
        let (olds, news) = (lengths(old), lengths(new));
        let known = pairs.iter().filter(|pair| !pair.old.is_empty() && !pair.new.is_empty());
        let kept = known.filter_map(|pair| olds.get(pair.old.clone())).flatten().sum();
        Self { old: olds.iter().sum(), new: news.iter().sum(), kept }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
fn per_cent(part: f64, whole: f64) -> u8 {
    if whole <= 0.0 { 0 } else { (100.0 * part / whole).clamp(0.0, 100.0) as u8 }
}
