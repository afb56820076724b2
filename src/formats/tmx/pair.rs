//! Which two languages to take from a file that may have many.

use std::collections::BTreeMap;

use super::unit::{RawUnit, Variant};
use super::{PairCount, Wanted};
use crate::formats::FormatError;
use crate::model::Lang;

/// Languages of one unit that are paired with each other; the most of a real file is some
/// dozens.
const MOST_LANGUAGES: usize = 100;

/// The languages of a file.
#[derive(Debug, Default)]
pub(super) struct Languages {
    /// What the header names as source.
    pub header: Option<String>,
    /// The language of the very first text.
    first: Option<Lang>,
    /// How many texts each has.
    counts: BTreeMap<Lang, usize>,
    /// How many units have texts in both, the lesser language first.
    both: BTreeMap<(Lang, Lang), usize>,
}

impl Languages {
    /// Counts the texts of a unit.
    pub(super) fn add(&mut self, unit: &RawUnit) {
        for lang in unit.variants.iter().filter_map(|variant| variant.lang.as_ref()) {
            self.first.get_or_insert_with(|| lang.clone());
            match self.counts.get_mut(lang) {
                Some(count) => *count += 1,
                None => drop(self.counts.insert(lang.clone(), 1)),
            }
        }
    }

    /// Counts the pairs of languages that a unit has texts in.
    pub(super) fn add_pairs(&mut self, unit: &RawUnit) {
        let mut langs: Vec<&Lang> =
            unit.variants.iter().filter_map(|variant| variant.lang.as_ref()).collect();
        langs.sort_unstable();
        langs.dedup();
        for (place, &one) in langs.iter().enumerate() {
            for &other in langs.iter().skip(place + 1).take(MOST_LANGUAGES) {
                *self.both.entry((one.clone(), other.clone())).or_default() += 1;
            }
        }
    }

    /// The pairs, most frequent first, each the way round that the header says, else with
    /// the more frequent language first.
    pub(super) fn pairs(&self) -> Vec<PairCount> {
        let header: Option<Lang> = self.header.as_deref().and_then(|tag| tag.parse().ok());
        let is_header = |lang: &Lang| header.as_ref().is_some_and(|h| h.same_base(lang));
        let rank = |lang: &Lang| (is_header(lang), self.counts.get(lang).copied().unwrap_or(0));
        let turned = |((one, other), &units): (&(Lang, Lang), &usize)| {
            let turns = rank(other) > rank(one);
            let (source, target) = if turns { (other, one) } else { (one, other) };
            PairCount { source: source.clone(), target: target.clone(), units }
        };
        let mut pairs: Vec<PairCount> = self.both.iter().map(turned).collect();
        pairs.sort_by_key(|pair| {
            (std::cmp::Reverse((is_header(&pair.source), pair.units)), pair.target.clone())
        });
        pairs
    }

    /// Most frequent first.
    fn there(&self) -> Vec<Lang> {
        let mut there: Vec<_> = self.counts.iter().collect();
        there.sort_by_key(|(lang, count)| (std::cmp::Reverse(**count), (*lang).clone()));
        there.into_iter().map(|(lang, _)| lang.clone()).collect()
    }

    /// The tag the file writes a wanted language with: its own, or the most
    /// frequent one of the same primary language.
    fn written(&self, wanted: &Lang) -> Option<Lang> {
        if self.counts.contains_key(wanted) {
            return Some(wanted.clone());
        }
        self.there().into_iter().find(|lang| lang.same_base(wanted))
    }

    fn error(&self, cause: String) -> FormatError {
        FormatError::Languages { cause, there: self.there() }
    }
}

/// The pair to take, and a remark where it is not what the header says.
pub(super) fn choose(
    languages: &Languages,
    wanted: Wanted<'_>,
) -> Result<(Lang, Lang, Option<String>), FormatError> {
    let (source, remark) = source(languages, wanted)?;
    let target = match wanted.target {
        Some(target) => named(languages, target)?,
        None => only_other(languages, &source)?,
    };
    if source == target {
        return Err(languages.error(format!("source and target are both {source}")));
    }
    Ok((source, target, remark))
}

fn named(languages: &Languages, wanted: &Lang) -> Result<Lang, FormatError> {
    let found = languages.written(wanted);
    found.ok_or_else(|| languages.error(format!("there is no text in {wanted}")))
}

/// The source: the wanted one, the header's, or the one that is left.
fn source(
    languages: &Languages,
    wanted: Wanted<'_>,
) -> Result<(Lang, Option<String>), FormatError> {
    if let Some(source) = wanted.source {
        return Ok((named(languages, source)?, None));
    }
    let header = languages.header.as_deref().unwrap_or_default();
    let from_header = header.parse().ok().and_then(|lang: Lang| languages.written(&lang));
    if let Some(source) =
        from_header.filter(|lang| Some(lang) != target(languages, wanted).as_ref())
    {
        return Ok((source, None));
    }
    let source = match target(languages, wanted) {
        Some(target) => only_other(languages, &target)?,
        None if bases(languages) > 2 => {
            let cause = "the header names no source language".to_owned();
            return Err(languages.error(cause));
        }
        None => {
            let first = languages.first.clone();
            first.ok_or_else(|| languages.error("there is no usable text".to_owned()))?
        }
    };
    let remark = format!("the header's source language is \"{header}\"; {source} was taken");
    Ok((source, Some(remark)))
}

fn target(languages: &Languages, wanted: Wanted<'_>) -> Option<Lang> {
    wanted.target.and_then(|target| languages.written(target))
}

/// How many primary languages there are.
fn bases(languages: &Languages) -> usize {
    let mut bases: Vec<&str> = languages.counts.keys().map(Lang::base).collect();
    bases.dedup();
    bases.len()
}

/// The only language beside `one`: of another primary language, else of the same.
fn only_other(languages: &Languages, one: &Lang) -> Result<Lang, FormatError> {
    let there = languages.there();
    let others: Vec<&Lang> = there.iter().filter(|lang| !lang.same_base(one)).collect();
    let siblings: Vec<&Lang> = there.iter().filter(|lang| *lang != one).collect();
    match (others.as_slice(), siblings.as_slice()) {
        ([first, rest @ ..], _) if rest.iter().all(|lang| lang.same_base(first)) => {
            Ok((*first).clone())
        }
        ([], [only]) => Ok((*only).clone()),
        (_, []) => Err(languages.error(format!("there is no other language than {one}"))),
        _ => Err(languages.error(format!("there is more than one language beside {one}"))),
    }
}

/// The variants of a language: exactly it, else of the same primary language
/// where that cannot be confused with the other side's.
pub(super) fn variants<'a>(
    variants: &'a [Variant],
    wanted: &Lang,
    other: &Lang,
) -> Vec<&'a Variant> {
    let exact: Vec<&Variant> =
        variants.iter().filter(|variant| variant.lang.as_ref() == Some(wanted)).collect();
    if !exact.is_empty() || wanted.same_base(other) {
        return exact;
    }
    let near = |variant: &&Variant| variant.lang.as_ref().is_some_and(|l| l.same_base(wanted));
    variants.iter().filter(near).collect()
}
