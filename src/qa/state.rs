//! The row itself: whether it has a target of its own, its tags, the length of a headline.

use std::collections::BTreeMap;

use super::cause::{Cause, Kind};
use super::finding::{Found, Side};
use super::reading::Pair;
use crate::model::{Role, Tag};
use crate::text::script;
use crate::text::segment::is_common_word;

/// A headline has at most so many characters: the hundred that press guides ask for, and some.
const LONGEST_HEADLINE: usize = 120;
/// … in Chinese, Japanese and Korean half as many.
const LONGEST_CJK_HEADLINE: usize = LONGEST_HEADLINE / 2;

/// No translation.
pub(super) fn open(row: &Pair<'_>, found: &mut Found) {
    if row.of.open {
        found.tell(row.row, row.side(Side::Target), 0..0, Cause::Open);
    }
}

/// White space alone.
pub(super) fn empty(row: &Pair<'_>, found: &mut Found) {
    if row.of.target.is_some() && row.target.is_blank() {
        found.tell(row.row, row.side(Side::Target), row.whole(), Cause::Empty);
    }
}

/// The target is the source, and has words that some language translates.
pub(super) fn identical(row: &Pair<'_>, found: &mut Found) {
    let same = row.source.text.trim() == row.target.text.trim();
    if same && !row.source.lang.same_base(row.target.lang) && is_prose(row) {
        found.tell(row.row, row.side(Side::Target), row.whole(), Cause::Identical);
    }
}

/// Whether a source has one of the commonest words of its language, in small letters; names,
/// addresses and figures alone need no translation.
fn is_prose(row: &Pair<'_>) -> bool {
    let common = |word: &str| is_common_word(word, row.source.lang) == Some(true);
    row.source.words().any(|word| word.text.starts_with(char::is_lowercase) && common(word.text))
}

/// Tags that differ in number.
pub(super) fn tags(row: &Pair<'_>, found: &mut Found) {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for tag in &row.of.source_tags {
        counts.entry(&tag.id).or_default().0 += 1;
    }
    for tag in &row.of.target_tags {
        counts.entry(&tag.id).or_default().1 += 1;
    }
    for (id, (wanted, there)) in counts {
        let id = id.to_owned();
        let cause = match (wanted, there) {
            (wanted, there) if there < wanted => {
                Cause::Missing { kind: Kind::Tag, source: id.clone() }
            }
            (0, 1..) => Cause::Added { kind: Kind::Tag, target: id.clone() },
            (wanted, there) if there > wanted => Cause::Doubled { tag: id.clone() },
            _ => continue,
        };
        let missing = there < wanted;
        let (side, tags) = if missing {
            (Side::Source, &row.of.source_tags)
        } else {
            (Side::Target, &row.of.target_tags)
        };
        let at = place(row.side(side).1, tags, &id);
        found.tell(row.row, row.side(side), at..at, cause);
    }
}

/// Where the last tag of a name stands, in bytes.
fn place(text: &str, tags: &[Tag], id: &str) -> usize {
    let at = tags.iter().rev().find(|tag| tag.id == id).map_or(0, |tag| tag.at);
    text.char_indices().nth(at).map_or(text.len(), |(at, _)| at)
}

/// A headline that is too long where the source's is not.
pub(super) fn headline(row: &Pair<'_>, found: &mut Found) {
    if row.of.role != Role::Headline {
        return;
    }
    let (usual, was) = lengths(row.source.text);
    let (most, length) = lengths(row.target.text);
    if length > most && was <= usual {
        let cause = Cause::Headline { length, most };
        found.tell(row.row, row.side(Side::Target), row.whole(), cause);
    }
}

/// The most characters a headline in the script of a text has, and those it has.
fn lengths(text: &str) -> (usize, usize) {
    let length = text.chars().count();
    let dense = text.chars().filter(|c| script::is_cjk(*c)).count() * 2 > length;
    (if dense { LONGEST_CJK_HEADLINE } else { LONGEST_HEADLINE }, length)
}
