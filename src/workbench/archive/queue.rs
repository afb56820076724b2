//! One queue of the doubtful links of all releases of an archive, the most doubtful first.
//!
//! A link keeps its place in the queue when it is accepted or mended, so that "12 of 340"
//! means the same the whole day; what is settled is passed over. Links that become doubtful
//! later (a row split, the rest aligned anew) come in where their confidence puts them.

use std::collections::HashMap;
use std::path::PathBuf;

use super::survey::{Seen, Survey, Surveyed};
use crate::model::{BeadId, Link, ProjectId, TranslationId};
use crate::workbench::counts::SURE;

/// A doubtful link of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The release's file.
    pub path: PathBuf,
    /// The release.
    pub project: ProjectId,
    /// The translation.
    pub translation: TranslationId,
    /// The row.
    pub bead: BeadId,
    /// The confidence of the guess when it came into the queue, 0…1.
    pub confidence: f32,
    /// Whether it is not doubtful any more.
    pub is_settled: bool,
}

/// Which way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next.
    Next,
    /// To the one before.
    Previous,
}

/// The queue, and the place where somebody is in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Queue {
    doubts: Vec<Doubt>,
    at: Option<usize>,
}

impl Queue {
    /// The queue of a survey.
    #[must_use]
    pub fn of(survey: &Survey) -> Self {
        let mut doubts: Vec<Doubt> = survey.releases.iter().flat_map(doubts_of).collect();
        // Stable: of equal ones the first release and row comes first.
        doubts.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
        Self { doubts, at: None }
    }

    /// The links in their order.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// How many links are still doubtful.
    #[must_use]
    pub fn left(&self) -> usize {
        self.doubts.iter().filter(|doubt| !doubt.is_settled).count()
    }

    /// The place of a row of a release, from 0.
    #[must_use]
    pub fn place_of(&self, project: ProjectId, bead: BeadId) -> Option<usize> {
        self.doubts.iter().position(|doubt| (doubt.project, doubt.bead) == (project, bead))
    }

    /// The place of the link that was gone to last, from 0.
    #[must_use]
    pub const fn at(&self) -> Option<usize> {
        self.at
    }

    /// The link that a step leads to, round the ends; `None` where none is doubtful.
    #[must_use]
    pub fn look(&self, step: Step) -> Option<usize> {
        let count = self.doubts.len();
        let is_open = |place: &usize| self.doubts.get(*place).is_some_and(|d| !d.is_settled);
        match step {
            Step::Next => {
                let start = self.at.map_or(0, |at| at + 1).min(count);
                (start..count).chain(0..start).find(is_open)
            }
            Step::Previous => {
                let end = self.at.unwrap_or(0).min(count);
                (0..end).rev().chain((end..count).rev()).find(is_open)
            }
        }
    }

    /// Goes to a place.
    pub const fn go_to(&mut self, place: usize) {
        self.at = Some(place);
    }

    /// Takes over a release as it is now.
    pub fn renew(&mut self, now: &Surveyed) {
        let mut fresh: HashMap<BeadId, Doubt> =
            doubts_of(now).map(|doubt| (doubt.bead, doubt)).collect();
        for doubt in self.doubts.iter_mut().filter(|doubt| doubt.project == now.project) {
            doubt.is_settled = fresh.remove(&doubt.bead).is_none();
        }
        let mut fresh: Vec<Doubt> = fresh.into_values().collect();
        fresh.sort_by_key(|doubt| doubt.bead);
        for doubt in fresh {
            let place = self.doubts.partition_point(|known| known.confidence <= doubt.confidence);
            if let Some(at) = self.at.as_mut().filter(|at| **at >= place) {
                *at += 1;
            }
            self.doubts.insert(place, doubt);
        }
    }
}

/// The links of a release that are guesses below [`SURE`].
fn doubts_of(release: &Surveyed) -> impl Iterator<Item = Doubt> {
    release.links.iter().filter_map(|&Seen { translation, bead, link }| match link {
        Link::Guessed { confidence, .. } if confidence < SURE => Some(Doubt {
            path: release.path.clone(),
            project: release.project,
            translation,
            bead,
            confidence,
            is_settled: false,
        }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(id: u64, confidences: &[f32]) -> Surveyed {
        let seen = |(place, &confidence): (usize, &f32)| Seen {
            translation: TranslationId::from_bits(1),
            bead: BeadId::from_bits(id * 100 + place as u64),
            // More than 1 stands for accepted.
            link: if confidence > 1.0 {
                Link::Accepted
            } else {
                Link::Guessed { confidence, pinned: false }
            },
        };
        let links = confidences.iter().enumerate().map(seen).collect();
        let (path, project) = (format!("{id}").into(), ProjectId::from_bits(id));
        Surveyed { path, project, languages: Vec::new(), links }
    }

    fn beads(queue: &Queue) -> Vec<u64> {
        queue.doubts().iter().map(|doubt| doubt.bead.bits()).collect()
    }

    fn queue() -> Queue {
        let releases = vec![release(1, &[0.5, 0.95, 2.0, 0.2]), release(2, &[0.3, 0.5])];
        Queue::of(&Survey { releases, failed: Vec::new() })
    }

    #[test]
    fn the_most_doubtful_of_all_releases_comes_first_and_sure_ones_never() {
        assert_eq!(beads(&queue()), [103, 200, 100, 201]);
    }

    #[test]
    fn steps_go_round_and_pass_over_what_is_settled() {
        let mut queue = queue();
        assert_eq!(queue.look(Step::Next), Some(0));
        assert_eq!(queue.look(Step::Previous), Some(3));
        queue.go_to(0);
        queue.renew(&release(2, &[2.0, 0.5]));
        assert_eq!(queue.look(Step::Next), Some(2), "bead 200 is accepted");
        assert_eq!(queue.left(), 3);
        queue.go_to(3);
        assert_eq!(queue.look(Step::Next), Some(0));
        assert_eq!(queue.look(Step::Previous), Some(2));
    }

    #[test]
    fn what_is_settled_keeps_its_place_and_comes_back_by_undo() {
        let mut queue = queue();
        queue.renew(&release(1, &[2.0, 0.95, 2.0, 2.0]));
        assert_eq!((beads(&queue), queue.left()), (vec![103, 200, 100, 201], 2));
        queue.renew(&release(1, &[0.5, 0.95, 2.0, 0.2]));
        assert_eq!(queue.left(), 4);
    }

    #[test]
    fn a_link_that_becomes_doubtful_comes_in_by_its_confidence() {
        let mut queue = queue();
        queue.go_to(1);
        queue.renew(&release(1, &[0.5, 0.25, 2.0, 0.2]));
        assert_eq!(beads(&queue), [103, 101, 200, 100, 201]);
        assert_eq!(queue.at(), Some(2), "the place stays with its link");
    }

    #[test]
    fn an_empty_queue_leads_nowhere() {
        let queue = Queue::default();
        assert_eq!((queue.look(Step::Next), queue.look(Step::Previous)), (None, None));
    }
}
