//! What the memories offer for the rows of a release: matches, with their targets put
//! right where that is certain.
//!
//! Where a [`Library`] is followed by a [`super::seeker::Seeker`], offers are looked up
//! on its thread, ahead of need, and come back by [`Session::put_offers`]; what somebody
//! wished for meanwhile (a draft on entering, a match taken by its key) is done then, if
//! the row is still as it was. Elsewhere, as on the command line, they are looked up at
//! once by [`Session::matches`].
//!
//! What is known of a row stays on show until something newer comes, so nothing flickers.

use std::collections::HashMap;

use super::aligned::AlignedRow;
use super::library::{Languages, Library};
use super::session::{Refused, Session};
use crate::memory::{Between, Match, Repaired, repair};
use crate::model::{BeadId, Context, Fingerprint, UnitId};
use crate::texts::t;

/// A match, and its target with what differs put right.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The match, as the memory has it.
    pub found: Match,
    /// Its target repaired, where that is certain; the score stays.
    pub repaired: Option<Repaired>,
    /// The row of an aligned release that it is; `None` for a memory's unit.
    pub aligned: Option<AlignedRow>,
}

impl Offer {
    /// The target that is offered: the repaired one where there is one.
    #[must_use]
    pub fn target(&self) -> &str {
        self.repaired.as_ref().map_or(&self.found.target, |repaired| &repaired.target)
    }

    /// Whether it is the row itself: its aligned pair, or the unit it was stored as.
    #[must_use]
    pub fn is_of(&self, row: BeadId, stored: Option<UnitId>) -> bool {
        let is_row = self.aligned.as_ref().is_some_and(|aligned| aligned.bead == row);
        is_row || stored == Some(self.found.unit)
    }

    /// A match of a sentence as it is offered for a pair of languages.
    #[must_use]
    pub fn of(found: Match, sentence: &str, pair: &Languages) -> Self {
        let between = Between { source: &pair.source, target: &pair.target };
        let repaired = repair(sentence, &found.source, &found.target, between, &[]);
        Self { found, repaired, aligned: None }
    }

    /// Matches of a sentence as they are offered for a pair of languages.
    #[must_use]
    pub fn all(found: Vec<Match>, sentence: &str, pair: &Languages) -> Vec<Self> {
        found.into_iter().map(|found| Self::of(found, sentence, pair)).collect()
    }
}

/// What the memories are asked for a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The row.
    pub bead: BeadId,
    /// Where it stands, or stood when it was asked for.
    pub row: usize,
    /// Its source.
    pub text: String,
    /// What the answer depends on.
    pub key: Key,
}

/// What offers depend on: where it is another, they are looked up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    text: Fingerprint,
    /// The neighbours.
    pub context: Context,
    /// The least score, in per cent.
    pub from: u8,
    /// The state of the library.
    pub version: u64,
}

/// What the memories answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The row that was asked for.
    pub bead: BeadId,
    /// Where it stood then.
    pub row: usize,
    /// What the answer depends on.
    pub key: Key,
    /// Best first.
    pub offers: Vec<Offer>,
}

/// What is to be done with a row's offers once they are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// Draft the best one, if it is good enough and the row is open.
    Draft,
    /// Take the one of this rank, from 1.
    Take(u8),
}

/// The offers that are known, by rows.
#[derive(Debug, Default)]
pub(super) struct Offers {
    of: HashMap<BeadId, (Key, Vec<Offer>)>,
    pub(super) wish: Option<(BeadId, Wish)>,
}

impl Session {
    /// The offers for a row, best first, looked up now where they are not known.
    pub fn matches(&mut self, row: usize, library: &Library) -> &[Offer] {
        if let (Some(asked), Ok(pair)) = (self.unknown(row, library.version()), self.pair()) {
            let Asked { bead, row, text, key } = asked;
            let offers = library.offers(&text, key.context, key.from, &pair);
            self.keep_offers(Found { bead, row, key, offers });
        }
        self.offers_of(row).unwrap_or_default()
    }

    /// The offers for a row where some are known, maybe of a moment ago.
    #[must_use]
    pub fn offers_of(&self, row: usize) -> Option<&[Offer]> {
        let bead = self.beads().get(row)?;
        self.offers.of.get(&bead.id).map(|(_, offers)| offers.as_slice())
    }

    /// What is to be asked now: the active row, the next ones and the one before whatever
    /// they are, then open rows further on, whose percentages the grid shows.
    #[must_use]
    pub fn to_be_asked(&self, version: u64) -> Vec<Asked> {
        let count = self.beads().len();
        let near = self.row..count.min(self.row + 1 + NEAR);
        let before = self.row.checked_sub(1);
        let far = near.end..near.end + count.min(FAR);
        let is_open =
            |row: &usize| self.beads().get(*row).is_some_and(|bead| bead.target.is_open());
        let far = far.map(|row| row % count.max(1)).filter(is_open);
        let mut rows: Vec<usize> = near.chain(before).chain(far).collect();
        let mut seen = std::collections::HashSet::new();
        rows.retain(|row| seen.insert(*row));
        rows.into_iter().filter_map(|row| self.unknown(row, version)).collect()
    }

    /// Takes in what the memories answered, and does what was wished for meanwhile.
    /// `version` is the state of the library now.
    ///
    /// # Errors
    /// What was wished for cannot be done.
    pub fn put_offers(&mut self, found: Found, version: u64) -> Result<(), Refused> {
        self.keep_offers(found);
        self.grant(version)
    }

    /// Whether a row's offers are still to come.
    #[must_use]
    pub fn is_looking(&self, row: usize, version: u64) -> bool {
        self.unknown(row, version).is_some()
    }

    /// Asks for something to be done with the active row's offers, now or once they come.
    pub(super) fn wish(&mut self, wish: Wish, library: &Library) -> Result<(), Refused> {
        if !library.is_followed() {
            self.matches(self.row, library);
        }
        self.offers.wish = self.active_bead().map(|bead| (bead.id, wish));
        self.grant(library.version())
    }

    fn grant(&mut self, version: u64) -> Result<(), Refused> {
        let Some((bead, wish)) = self.offers.wish else { return Ok(()) };
        if self.active_bead().is_none_or(|active| active.id != bead) {
            self.offers.wish = None;
            return Ok(());
        }
        let awaited = self.unknown(self.row, version).is_some();
        let offers = self.offers_of(self.row).unwrap_or_default();
        let offer = match wish {
            Wish::Draft if awaited => return Ok(()),
            Wish::Draft => {
                offers.first().filter(|best| best.found.score >= self.habits.draft_from).cloned()
            }
            Wish::Take(rank) => {
                let place = usize::from(rank).checked_sub(1);
                match place.and_then(|place| offers.get(place)) {
                    Some(offer) => Some(offer.clone()),
                    None if awaited => return Ok(()),
                    None => {
                        self.offers.wish = None;
                        return Err(t!("offers-there-is-no-match-for-this", rank = rank).into());
                    }
                }
            }
        };
        self.offers.wish = None;
        offer.map_or(Ok(()), |offer| self.draft(&offer, wish))
    }

    /// What is to be asked for a row whose offers are not known, or are of another state of
    /// the row or the library.
    fn unknown(&self, row: usize, version: u64) -> Option<Asked> {
        let bead = self.beads().get(row)?;
        if bead.source.is_empty() || !self.rows.is_content(row) {
            return None;
        }
        let text = self.source_text(row);
        let (context, from) = (self.context(row), self.habits.show_from);
        let key = Key { text: Fingerprint::of(&text), context, from, version };
        let known = self.offers.of.get(&bead.id).is_some_and(|(known, _)| *known == key);
        (!known).then_some(Asked { bead: bead.id, row, text, key })
    }

    fn keep_offers(&mut self, found: Found) {
        let Found { bead: id, row, key, mut offers } = found;
        let there = self.beads().get(row).filter(|bead| bead.id == id);
        let moved = || self.beads().get(self.translation()?.row_of(id)?);
        let Some(bead) = there.or_else(moved) else { return };
        // A row is no precedent of itself.
        let own = bead.unit.map(|own| own.unit);
        offers.retain(|offer| !offer.is_of(id, own));
        offers.truncate(SHOWN);
        self.offers.of.insert(id, (key, offers));
    }
}

/// So many rows behind the active one are looked up before all others.
const NEAR: usize = 5;

/// So many rows are looked up ahead for their percentages: several screens.
const FAR: usize = 300;

/// Ctrl+1…9 reach nine matches.
const SHOWN: usize = 9;
