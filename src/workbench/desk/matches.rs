//! Matches: asked of the seeker as soon as something they depend on changes, taken in
//! between frames. What adding to a memory would do is asked in the same way.

use std::sync::Arc;

use super::Desk;
use super::Outcome;
use crate::model::{MemoryId, ProjectId, View};
use crate::texts::t;
use crate::workbench::harvest::Harvest;
use crate::workbench::seeker::{News, Order, Seeker};
use crate::workbench::session::{Refused, Session};

/// What the desk has asked the seeker.
pub(super) struct Matches {
    pub(super) seeker: Seeker,
    asked: Option<Stamp>,
    trials: u64,
    trial: Option<Tried>,
}

impl Matches {
    pub(super) fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self { seeker: Seeker::start(wake), asked: None, trials: 0, trial: None }
    }

    /// The number of the next trial.
    pub(super) const fn next_trial(&mut self) -> u64 {
        self.trials += 1;
        self.trials
    }
}

/// What questions depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    project: ProjectId,
    shape: u64,
    row: usize,
    from: u8,
    library: u64,
}

/// What adding to a memory would do, once that is known.
struct Tried {
    number: u64,
    wish: (MemoryId, Option<f32>),
    /// The states of the session and the library that it was asked for.
    of: (u64, u64),
    result: Option<Result<Harvest, String>>,
}

impl Desk {
    /// Asks for what is not known about the rows at hand; whether something was asked.
    pub fn seek(&mut self) -> bool {
        let translates = |session: &Session| session.view() == View::Translate;
        if !self.session.as_ref().is_some_and(translates) {
            return false;
        }
        self.gather_aligned();
        let Some(session) = &self.session else { return false };
        let stamp = Stamp {
            project: session.project().id,
            shape: session.shape(),
            row: session.row(),
            from: session.habits.show_from,
            library: self.library.version(),
        };
        if self.matches.asked == Some(stamp) {
            return false;
        }
        self.matches.asked = Some(stamp);
        let (asked, pair) = (session.to_be_asked(stamp.library), session.pair());
        let Ok(pair) = pair else { return false };
        if asked.is_empty() {
            return false;
        }
        self.matches.seeker.seek(pair, asked);
        true
    }

    /// Whether the matches of a row are still to come.
    #[must_use]
    pub fn is_looking(&self, row: usize) -> bool {
        let version = self.library.version();
        self.session.as_ref().is_some_and(|session| session.is_looking(row, version))
    }

    /// Takes in what the seeker tells; whether there was anything.
    pub(super) fn take_in_matches(&mut self) -> bool {
        let news = self.matches.seeker.poll();
        let any = !news.is_empty();
        for one in news {
            self.take_news(one);
        }
        any
    }

    /// Waits for what the seeker has been asked; for tests.
    pub(super) fn settle_matches(&mut self) {
        let news = self.matches.seeker.settle();
        for one in news {
            self.take_news(one);
        }
    }

    fn take_news(&mut self, news: News) {
        match news {
            News::Found(found) => {
                let version = self.library.version();
                let Some(session) = &mut self.session else { return };
                let done = session.put_offers(found, version);
                self.tell_refusal(done);
            }
            News::NotIndexed(what, snapshot) => {
                let name = t!("matches-indexing", name = snapshot.header().name);
                self.jobs.start_in_background(&name, move |watch, _| {
                    Ok(Outcome::Indexed(Box::new(what.make(&snapshot, watch)?)))
                });
            }
            News::Tried(number, result) => {
                let result = result.map_err(|Refused(why)| why);
                let tried = self.matches.trial.as_mut().filter(|tried| tried.number == number);
                match tried {
                    Some(tried) => tried.result = Some(result),
                    None => self.take_all_tried(number, result),
                }
            }
            News::Rested(_) => {}
        }
    }

    /// What [`Self::add_to_memory`] would do; `None` while that is being worked out.
    ///
    /// # Errors
    /// Inside: why it cannot be done, in words for the person who asked.
    pub fn would_add(
        &mut self,
        memory: MemoryId,
        from: Option<f32>,
    ) -> Option<Result<Harvest, String>> {
        let Some(session) = &self.session else {
            return Some(Err(t!("matches-there-is-no-release").to_owned()));
        };
        let (wish, of) = ((memory, from), (session.version(), self.library.version()));
        if let Some(tried) = self.matches.trial.as_ref().filter(|t| t.wish == wish && t.of == of) {
            return tried.result.clone();
        }
        let mut trial = match session.trial(memory, from, &self.library) {
            Ok(trial) => trial,
            Err(Refused(why)) => return Some(Err(why)),
        };
        trial.number = self.matches.next_trial();
        self.matches.trial = Some(Tried { number: trial.number, wish, of, result: None });
        self.matches.seeker.order(Order::Try(Box::new(trial)));
        None
    }

    /// How many conflicts adding to a memory was told to make.
    pub(super) fn conflicts_told(&self, memory: MemoryId, from: Option<f32>) -> usize {
        let tried = self.matches.trial.as_ref().filter(|tried| tried.wish == (memory, from));
        let told = tried.and_then(|tried| tried.result.as_ref()?.as_ref().ok());
        told.map_or(0, |harvest| harvest.conflicting)
    }
}
