//! "Join here, split here — always": rules learnt at the active row, and what they do to the
//! open release.

use super::links::Side;
use super::recut::{self, Kept, Spot};
use super::session::{Refused, Session};
use crate::model::{
    Block, Change, Exception, Exceptions, Lang, Patch, RowNumber, Segment, SegmentId, Wish,
};
use crate::text::segment::exceptions;
use crate::texts::t;

/// Whose list an exception is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Owner {
    /// The release's: it goes with the project file.
    #[default]
    Release,
    /// The person's own: it holds for every text.
    Own,
}

impl Owner {
    /// The owner in words, as a switch shows it.
    #[must_use]
    pub fn names() -> [&'static str; 2] {
        [t!("owner-release"), t!("owner-own")]
    }

    /// The owner of this place in [`Self::names`].
    #[must_use]
    pub const fn at(place: usize) -> Self {
        if place == 0 { Self::Release } else { Self::Own }
    }
}

/// A rule that a place teaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The rule.
    pub rule: Exception,
    /// The side of the place.
    pub side: Side,
    /// The number of the sentence before the place, or that is split.
    pub number: RowNumber,
}

/// What came of carrying an exception out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carried {
    /// Places that were joined or split.
    pub places: usize,
    /// Places that were left as they are, since a row is locked.
    pub locked: usize,
    /// Rows whose translation is to be looked at.
    pub look_at: Vec<RowNumber>,
}

/// Row numbers that a message lists; more are counted.
const LISTED: usize = 12;

impl Carried {
    /// For the person who asked.
    #[must_use]
    pub fn sentence(&self) -> String {
        let places = t!("carried-places", count = self.places);
        let mut look_at = String::new();
        if !self.look_at.is_empty() {
            let listed: Vec<String> =
                self.look_at.iter().take(LISTED).map(ToString::to_string).collect();
            let mut rows = listed.join(", ");
            let more = self.look_at.len().saturating_sub(LISTED);
            if more > 0 {
                rows = t!("carried-and-more", rows = rows, count = more);
            }
            look_at = t!("carried-look-at", count = self.look_at.len(), rows = rows);
        }
        let locked = match self.locked {
            0 => String::new(),
            count => t!("carried-locked", count = count),
        };
        format!("{places}{look_at}{locked}")
    }
}

impl Session {
    /// The rules that joining would teach at the active row: at each place inside it, then at
    /// its end; first of the source, then of a target that came from a file.
    #[must_use]
    pub fn lessons_to_join(&self) -> Vec<Lesson> {
        let Some(bead) = self.active_bead() else { return Vec::new() };
        let sources = bead.source.iter().map(|id| (Side::Source, *id));
        let targets = bead.target.segments().iter().map(|t| (Side::Target, t.segment.id));
        let lessons =
            sources.chain(targets).filter_map(|(side, id)| self.lesson_to_join(side, id).ok());
        lessons.collect()
    }

    /// The rule that joining a sentence with the next one of its block teaches.
    ///
    /// # Errors
    /// It is the last one, or what a translator typed.
    pub fn lesson_to_join(&self, side: Side, sentence: SegmentId) -> Result<Lesson, Refused> {
        let (lang, segments) =
            self.around(side, sentence).ok_or(t!("there-is-no-such-sentence"))?;
        let at = segments.iter().position(|s| s.id == sentence).unwrap_or_default();
        let segment = *segments.get(at).ok_or(t!("there-is-no-such-sentence"))?;
        if at + 1 >= segments.len() {
            return Err(t!("exceptions-this-sentence-is-the-last-of").into());
        }
        let before: String = segments.iter().take(at).map(|s| whole(s)).collect();
        let text: String = segments.iter().map(|s| whole(s)).collect();
        let place = before.len() + segment.text.len();
        let rule = exceptions::offer(&text, place, Wish::Join, &lang);
        let rule = rule.ok_or(t!("exceptions-nothing-can-be-learnt-here"))?;
        Ok(Lesson { rule, side, number: segment.number })
    }

    /// The rule that splitting a sentence after so many characters of `text` teaches, which is
    /// what the sentence reads now.
    ///
    /// # Errors
    /// One piece would be empty.
    pub fn lesson_to_split(
        &self,
        side: Side,
        sentence: SegmentId,
        text: &str,
        at: usize,
    ) -> Result<Lesson, Refused> {
        let (lang, segments) =
            self.around(side, sentence).ok_or(t!("there-is-no-such-sentence"))?;
        let number = segments.iter().find(|s| s.id == sentence).map(|s| s.number);
        let place = text.char_indices().nth(at).map_or(text.len(), |(place, _)| place);
        let rule = exceptions::offer(text, place, Wish::Split, &lang);
        let rule = rule.ok_or(t!("put-the-caret-inside-the-sentence"))?;
        Ok(Lesson { rule, side, number: number.unwrap_or(RowNumber::new(0)) })
    }

    /// The language of a sentence and the sentences of its block.
    fn around(&self, side: Side, sentence: SegmentId) -> Option<(Lang, Vec<&Segment>)> {
        let of_block =
            |block: &Block, document: &crate::model::Document| document.lang_of(block).clone();
        match side {
            Side::Source => {
                let (at, _) = self.rows().place(sentence)?;
                let block = self.source().blocks.get(at)?;
                Some((of_block(block, self.source()), block.segments.iter().collect()))
            }
            Side::Target => {
                let translation = self.translation()?;
                let all = || translation.beads.iter().flat_map(|bead| bead.target.segments());
                let own = all().find(|t| t.segment.id == sentence)?;
                let Some(block) = own.block.and_then(|id| translation.document.block(id)) else {
                    return Some((translation.lang().clone(), vec![&own.segment]));
                };
                let same = all().filter(|t| t.block == own.block).map(|t| &t.segment);
                Some((of_block(block, &translation.document), same.collect()))
            }
        }
    }

    /// Every place of the release that a rule would change, were it one of `owner`'s; `own` are
    /// the person's rules.
    #[must_use]
    pub fn would_recut(&self, own: &Exceptions, rule: &Exception, owner: Owner) -> Vec<Spot> {
        let project = self.project();
        let all = match owner {
            Owner::Release => own.with(&with(&project.exceptions, rule)),
            Owner::Own => with(own, rule).with(&project.exceptions),
        };
        recut::find(project, self.at, &all, rule)
    }

    /// Carries a rule out on the release, as one command; a rule of the release's own is kept in
    /// it. Nothing is noted for undo where nothing changes.
    ///
    /// # Errors
    /// It does not fit the project.
    pub fn carry_out_exception(
        &mut self,
        own: &Exceptions,
        rule: &Exception,
        owner: Owner,
    ) -> Result<Carried, Refused> {
        let spots = self.would_recut(own, rule, owner);
        let mut changes = recut::carry_out(&self.project, &spots, self.env.ids());
        if owner == Owner::Release {
            let after = with(&self.project.exceptions, rule);
            changes.extend(self.exceptions_changed(after));
        }
        let mut carried = Carried::default();
        for spot in &spots {
            match spot.kept {
                Kept::Locked => carried.locked += 1,
                _ => carried.places += 1,
            }
            if matches!(spot.kept, Kept::Joined | Kept::Split | Kept::WithFirst) {
                carried.look_at.extend(spot.rows.first());
            }
        }
        carried.look_at.dedup();
        if !changes.is_empty() {
            let active = self.active_place();
            self.carry_out(Patch::of_changes(&patch_name(rule, owner), changes), Vec::new())?;
            let row = active
                .and_then(|id| self.beads().iter().position(|bead| bead.source.contains(&id)));
            let last = self.beads().len().saturating_sub(1);
            self.select(row.unwrap_or_else(|| self.row.min(last)));
        }
        Ok(carried)
    }

    /// A source sentence of the active row that is still there when its row is joined: its
    /// first, or the last one before it.
    fn active_place(&self) -> Option<SegmentId> {
        let bead = self.active_bead()?;
        let mut before = self.beads().get(..self.row).unwrap_or_default().iter().rev();
        bead.source.first().or_else(|| before.find_map(|bead| bead.source.last())).copied()
    }

    /// Takes a rule out of the release's own; its texts stay as they are cut.
    ///
    /// # Errors
    /// It is not there.
    pub fn remove_exception(&mut self, rule: &Exception) -> Result<(), Refused> {
        let mut after = self.project.exceptions.clone();
        if !after.remove(rule) {
            return Err(t!("exceptions-this-rule-is-not-one-of").into());
        }
        let changes = self.exceptions_changed(after).into_iter().collect();
        self.carry_out(Patch::of_changes("remove rule", changes), Vec::new())
    }

    /// Puts another rule in the place of one of the release's own; its texts stay as they are
    /// cut.
    ///
    /// # Errors
    /// It is not there.
    pub fn replace_exception(&mut self, old: &Exception, new: &Exception) -> Result<(), Refused> {
        let mut after = self.project.exceptions.clone();
        if !after.replace(old, new.clone()) {
            return Err(t!("exceptions-this-rule-is-not-one-of").into());
        }
        let changes = self.exceptions_changed(after).into_iter().collect();
        self.carry_out(Patch::of_changes("edit rule", changes), Vec::new())
    }

    fn exceptions_changed(&self, after: Exceptions) -> Option<Change> {
        let before = self.project.exceptions.clone();
        (before != after).then_some(Change::Exceptions { before, after })
    }
}

/// The name of the patch of a rule: undoing it tells by this name which rule goes.
#[must_use]
pub(super) fn patch_name(rule: &Exception, owner: Owner) -> String {
    match owner {
        Owner::Release => rule.to_string(),
        Owner::Own => format!("{rule}, in all my texts"),
    }
}

fn with(all: &Exceptions, rule: &Exception) -> Exceptions {
    let mut all = all.clone();
    all.add(rule.clone());
    all
}

fn whole(segment: &Segment) -> String {
    format!("{}{}", segment.text, segment.after)
}
