//! The inline codes of units in an image: their numbers in one section, their texts in
//! another.
//!
//! Of each unit that has any: slot, count in the source, count in the target; then of each
//! code: place, kind, count of subs, and place and length of each.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::{ImageError, Sections, SectionsOut};
use crate::model::{SubText, TagKind, UnitTag, UnitTags};

/// The kinds by the numbers that stand for them.
const KINDS: [TagKind; 8] = [
    TagKind::Open,
    TagKind::Close,
    TagKind::Alone,
    TagKind::OpenLone,
    TagKind::CloseLone,
    TagKind::Unknown,
    TagKind::MarkStart,
    TagKind::MarkEnd,
];

/// Writes the codes of all units.
pub fn write(all: &BTreeMap<u32, Arc<UnitTags>>, out: &mut SectionsOut<'_>) -> io::Result<()> {
    let (mut numbers, mut texts) = (Vec::new(), Vec::new());
    for (&slot, tags) in all {
        let UnitTags { source, target } = tags.as_ref();
        numbers.extend([u64::from(slot), source.len() as u64, target.len() as u64]);
        for UnitTag { at, kind, pair, id, sort, code, subs } in source.iter().chain(target) {
            numbers.extend([*at as u64, *kind as u64, subs.len() as u64]);
            numbers.extend(subs.iter().flat_map(|sub| [sub.at as u64, sub.len as u64]));
            texts.extend([pair, id, sort, code]);
        }
    }
    out.numbers(&numbers)?;
    out.texts(texts.into_iter().cloned())
}

/// Reads what [`write`] wrote.
pub fn read(input: &mut Sections<'_>) -> Result<BTreeMap<u32, Arc<UnitTags>>, ImageError> {
    let numbers: Vec<u64> = input.numbers()?;
    let texts = input.texts()?;
    let (texts, rest) = texts.as_chunks::<4>();
    let mut laid = Laid { numbers: numbers.into_iter(), texts: texts.iter() };
    let all = laid.all().filter(|_| rest.is_empty() && laid.texts.next().is_none());
    all.ok_or(ImageError::Unsound)
}

struct Laid<'a> {
    numbers: std::vec::IntoIter<u64>,
    texts: std::slice::Iter<'a, [String; 4]>,
}

impl Laid<'_> {
    fn all(&mut self) -> Option<BTreeMap<u32, Arc<UnitTags>>> {
        let mut all = BTreeMap::new();
        while let Some(slot) = self.numbers.next() {
            let (source, target) = (self.number()?, self.number()?);
            let tags = UnitTags { source: self.tags(source)?, target: self.tags(target)? };
            all.insert(u32::try_from(slot).ok()?, Arc::new(tags));
        }
        Some(all)
    }

    fn number(&mut self) -> Option<usize> {
        usize::try_from(self.numbers.next()?).ok()
    }

    fn tags(&mut self, count: usize) -> Option<Vec<UnitTag>> {
        (0..count).map(|_| self.tag()).collect()
    }

    fn tag(&mut self) -> Option<UnitTag> {
        let (at, kind, subs) = (self.number()?, self.number()?, self.number()?);
        let sub = |laid: &mut Self| Some(SubText { at: laid.number()?, len: laid.number()? });
        let subs = (0..subs).map(|_| sub(self)).collect::<Option<_>>()?;
        let [pair, id, sort, code] = self.texts.next()?.clone();
        Some(UnitTag { at, kind: *KINDS.get(kind)?, pair, id, sort, code, subs })
    }
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    #[test]
    fn every_kind_stands_at_its_number() {
        for (number, kind) in KINDS.into_iter().enumerate() {
            assert_eq!(kind as usize, number);
        }
    }
}
