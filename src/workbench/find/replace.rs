//! Replacing: a plan of all hits with what becomes of them, and the one patch of those
//! that were chosen.
//!
//! What follows for states and units is what follows when a person does the same by
//! hand. In the translation view a target that is changed is a draft again and its unit
//! stays as it was confirmed until it is confirmed anew. In the alignment view, and on
//! the source side, it is a correction of sentences: the state stays, and the unit
//! follows ([`crate::workbench::mending`]).

use std::collections::BTreeMap;
use std::ops::Range;

use super::hits::{Hit, Place, Scope};
use super::pattern::Pattern;
use crate::model::{Bead, Change, Patch, Tag, View};
use crate::texts::t;
use crate::workbench::library::Library;
use crate::workbench::links::Side;
use crate::workbench::session::{Refused, Session};

/// Why a hit cannot be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skipped {
    /// Its row is locked.
    Locked,
    /// Its row is not content, which is not translated.
    NotContent,
}

impl Skipped {
    /// In words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Locked => t!("locked"),
            Self::NotContent => t!("not-content"),
        }
    }
}

/// One hit of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The hit.
    pub hit: Hit,
    /// The row's number, and its translation's language where there are several.
    pub name: String,
    /// The text it stands in.
    pub text: String,
    /// What takes its place.
    pub new: String,
    /// Whether it is to be replaced.
    pub chosen: bool,
    /// Why it cannot be.
    pub skipped: Option<Skipped>,
}

/// What is to be replaced, hit by hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The side.
    pub side: Side,
    /// The hits, in order.
    pub items: Vec<Item>,
    /// The session's version that the plan was made for.
    version: u64,
}

impl Plan {
    /// How many hits are to be replaced.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.items.iter().filter(|item| item.chosen).count()
    }

    /// How many rows with hits cannot be changed for this reason.
    #[must_use]
    pub fn rows_skipped(&self, why: Skipped) -> usize {
        let skipped = self.items.iter().filter(|item| item.skipped == Some(why));
        let mut rows: Vec<_> =
            skipped.map(|item| (item.hit.place.translation, item.hit.place.row)).collect();
        rows.dedup();
        rows.len()
    }

    /// The chosen hits by the text they stand in.
    fn by_place(&self) -> BTreeMap<Place, Vec<(Range<usize>, &str)>> {
        let mut places: BTreeMap<Place, Vec<_>> = BTreeMap::new();
        for item in self.items.iter().filter(|item| item.chosen && item.skipped.is_none()) {
            places.entry(item.hit.place).or_default().push((item.hit.range.clone(), &*item.new));
        }
        places
    }
}

impl Session {
    /// Plans to replace all hits on one side; a hit that would stay as it is is left out.
    #[must_use]
    pub fn plan_replacing(
        &self,
        pattern: &Pattern,
        replacement: &str,
        side: Side,
        scope: Scope,
    ) -> Plan {
        let mut places: Vec<Place> =
            self.find_all(pattern, side, scope).into_iter().map(|hit| hit.place).collect();
        places.dedup();
        let mut items = Vec::new();
        let mut rows = None;
        for place in places {
            let Some(translation) = self.project.translations.get(place.translation) else {
                continue;
            };
            let Some(bead) = translation.beads.get(place.row) else { continue };
            let Some(text) = self.text_at(side, place) else { continue };
            let known = rows.take().filter(|(at, _)| *at == place.translation);
            let (_, rows) = rows.insert(known.unwrap_or_else(|| {
                (place.translation, self.rows_of(place.translation, translation))
            }));
            let skipped = self.skips(side, bead, rows.is_content(place.row));
            let several = scope == Scope::Project && self.project.translations.len() > 1;
            let lang = if several { format!(" {}", translation.lang()) } else { String::new() };
            for (range, new) in pattern.replaced(&text, replacement) {
                if text.get(range.clone()) == Some(new.as_str()) {
                    continue;
                }
                items.push(Item {
                    hit: Hit { place, range },
                    name: format!("{}{lang}", bead.number),
                    text: text.clone(),
                    new,
                    chosen: skipped.is_none(),
                    skipped,
                });
            }
        }
        Plan { side, items, version: self.version() }
    }

    /// Replaces what is chosen in a plan, as one command; how many hits.
    ///
    /// # Errors
    /// Nothing is chosen, the release has changed since, or a sentence would be emptied.
    pub fn replace(&mut self, plan: &Plan, library: &mut Library) -> Result<usize, Refused> {
        if plan.version != self.version() {
            return Err(t!("replace-the-release-has-changed-meanwhile-look").into());
        }
        let places = plan.by_place();
        if places.is_empty() {
            return Err(t!("no-hit-is-chosen").into());
        }
        let mut changes = Vec::new();
        for (place, hits) in &places {
            let text =
                self.text_at(plan.side, *place).ok_or(t!("replace-there-is-no-such-text"))?;
            let new = with(&text, hits);
            changes.push(match plan.side {
                Side::Target => self.target_replaced(*place, &new)?,
                Side::Source => self.source_replaced(*place, &new)?,
            });
        }
        let patch = Patch::of_changes("replace", changes);
        if plan.side == Side::Target && self.view() == View::Translate {
            self.carry_out(patch, Vec::new())?;
        } else {
            self.carry_out_mending(patch, library)?;
        }
        Ok(places.values().map(Vec::len).sum())
    }

    /// Why a row's side is left as it is, if so.
    fn skips(&self, side: Side, bead: &Bead, content: bool) -> Option<Skipped> {
        let shares = |other: &Bead| other.source.iter().any(|id| bead.source.contains(id));
        let locked = match side {
            Side::Target => bead.flags.locked,
            Side::Source if bead.flags.locked => true,
            // One translation's lock holds the source it was made from.
            Side::Source if self.project.translations.len() > 1 => {
                let all = self.project.translations.iter().flat_map(|t| &t.beads);
                all.filter(|other| other.flags.locked).any(shares)
            }
            Side::Source => false,
        };
        if locked {
            return Some(Skipped::Locked);
        }
        let translated = side == Side::Target && self.view() == View::Translate;
        (translated && !content).then_some(Skipped::NotContent)
    }

    fn target_replaced(&mut self, place: Place, text: &str) -> Result<Change, Refused> {
        let beads = self.project.translations.get(place.translation).map(|t| &t.beads);
        let bead =
            beads.and_then(|beads| beads.get(place.row)).ok_or(t!("there-is-no-such-row"))?;
        let after = if self.view() == View::Translate {
            self.typed_into(&bead.clone(), text)
        } else {
            refuse_empty(bead, text)?;
            let target = bead.target.with_text(text).ok_or(t!("replace-there-is-no-such-text"))?;
            Bead { target, ..bead.clone() }
        };
        let translation = self.project.translations.get(place.translation);
        let translation = translation.ok_or(t!("there-is-no-translation"))?;
        Change::bead(translation, place.row, after).ok_or_else(|| t!("there-is-no-such-row").into())
    }

    fn source_replaced(&self, place: Place, text: &str) -> Result<Change, Refused> {
        let beads = self.project.translations.get(place.translation).map(|t| &t.beads);
        let bead =
            beads.and_then(|beads| beads.get(place.row)).ok_or(t!("there-is-no-such-row"))?;
        refuse_empty(bead, text)?;
        let id = bead.source.get(place.sentence).ok_or(t!("there-is-no-such-sentence"))?;
        let (block, at) = self.rows.place(*id).ok_or(t!("there-is-no-such-sentence"))?;
        let block =
            self.project.source.blocks.get(block).ok_or(t!("replace-there-is-no-such-block"))?;
        let old = block.segments.get(at).ok_or(t!("there-is-no-such-sentence"))?;
        let end = text.chars().count();
        let tags = old.tags.iter().map(|tag| Tag { at: tag.at.min(end), id: tag.id.clone() });
        let mut new = old.corrected(text);
        new.tags = tags.collect();
        Change::segment(block, at, vec![new]).ok_or_else(|| t!("there-is-no-such-sentence").into())
    }
}

fn refuse_empty(bead: &Bead, text: &str) -> Result<(), Refused> {
    if text.trim().is_empty() {
        let number = bead.number;
        return Err(Refused(t!("replace-a-sentence-of-row-would-be", number = number)));
    }
    Ok(())
}

/// A text with these stretches, in order, exchanged.
fn with(text: &str, hits: &[(Range<usize>, &str)]) -> String {
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in hits {
        made.push_str(text.get(at..range.start).unwrap_or(""));
        made.push_str(new);
        at = range.end;
    }
    made.push_str(text.get(at..).unwrap_or(""));
    made
}

#[cfg(test)]
mod tests;
