//! One project, one person at a time: who else has the file open, and saying that we do.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};

use super::Desk;
use super::told::Tone;
use crate::model::{Project, Timestamp};
use crate::store::Files;
use crate::store::presence::{self, Person, REFRESH, Seen, State};
use crate::texts::t;
use crate::workbench::attendant::Attendant;
use crate::workbench::opening::ProjectFile;

/// A release that somebody else has open: what becomes of opening it is to be decided.
#[derive(Debug, Clone)]
pub struct Claimed {
    pub(super) project: Project,
    pub(super) file: ProjectFile,
    /// Who, and whether they are still there.
    pub seen: Seen,
}

impl Claimed {
    /// The release's headline.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.project.release.title
    }
}

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// To work on it.
    Work,
    /// To be read.
    Read,
}

/// That we have a project open, said again and again on a thread of its own: no key waits for
/// a folder that is far away. One order is done after the other, so what is left behind is
/// gone before the next is said. Dropping it takes back what is said.
pub(super) struct Presence {
    attendant: Attendant<Order, News>,
    /// Which project we said to have open last, and as whom.
    said: Option<(PathBuf, Person)>,
}

enum Order {
    /// Say that this person has the project open, in the place of whoever is there or not.
    Begin(PathBuf, Person, Over),
    /// Take it back.
    End,
    /// Tell when all before is done.
    Rest(u64),
}

enum News {
    /// Somebody else has this project now.
    Lost(PathBuf),
    Rested(u64),
}

/// Whose place may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// That of a process that has ended.
    Ended,
    /// Anybody's.
    Anybody,
}

impl Presence {
    pub(super) fn new(files: Arc<dyn Files + Send + Sync>) -> Self {
        let attendant = Attendant::start("presence", move |orders, tell| {
            attend(files.as_ref(), orders, &tell);
        });
        Self { attendant, said: None }
    }

    fn begin(&mut self, project: &Path, own: Person, over: Over) {
        self.said = Some((project.to_owned(), own.clone()));
        self.attendant.order(Order::Begin(project.to_owned(), own, over));
    }

    /// Says no longer that anything is open.
    pub(super) fn end(&mut self) {
        if self.said.take().is_some() {
            self.attendant.order(Order::End);
        }
    }

    /// The project that somebody else has taken over, where it is the one we speak of.
    fn lost(&mut self) -> Option<PathBuf> {
        let news = self.attendant.poll();
        let lost = news.into_iter().find_map(|news| match news {
            News::Lost(project) => Some(project),
            News::Rested(_) => None,
        })?;
        self.said.take_if(|(project, _)| *project == lost).map(|(project, _)| project)
    }

    /// Waits until all that is to be said is said; for tests, and before the program ends.
    pub(super) fn settle(&mut self) {
        let lost = self.attendant.settle(Order::Rest, |news| match news {
            News::Rested(rest) => Some(*rest),
            News::Lost(_) => None,
        });
        // Who waits here looks at the file itself.
        drop(lost);
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.end();
        self.settle();
    }
}

/// The thread: does what it is told, and says meanwhile that we are there.
fn attend(files: &dyn Files, orders: &Receiver<Order>, tell: &Sender<News>) {
    let mut open: Option<(PathBuf, Person)> = None;
    loop {
        match orders.recv_timeout(REFRESH) {
            Ok(Order::Begin(project, own, over)) => {
                leave(files, open.take());
                match sign(files, &project, &own, over) {
                    Signed::Ours => open = Some((project, own)),
                    Signed::Theirs => drop(tell.send(News::Lost(project))),
                    Signed::Not => {}
                }
            }
            Ok(Order::End) => leave(files, open.take()),
            Ok(Order::Rest(rest)) => drop(tell.send(News::Rested(rest))),
            Err(RecvTimeoutError::Timeout) => {
                let is_theirs = |open: &mut (PathBuf, Person)| {
                    matches!(presence::refresh(files, &open.0, &open.1), Ok(false))
                };
                if let Some((project, _)) = open.take_if(is_theirs) {
                    drop(tell.send(News::Lost(project)));
                }
            }
            Err(RecvTimeoutError::Disconnected) => return leave(files, open),
        }
    }
}

/// What came of saying that we are there.
enum Signed {
    Ours,
    /// Somebody else said so at the same moment.
    Theirs,
    /// The folder takes no file, or one that cannot be read stands there: nobody is told.
    Not,
}

fn sign(files: &dyn Files, project: &Path, own: &Person, over: Over) -> Signed {
    let there = presence::look(files, project, own.since, own);
    let over = over == Over::Anybody || there.is_some_and(|seen| seen.state == State::Ended);
    match presence::sign(files, project, own, over) {
        Ok(true) => Signed::Ours,
        Ok(false) if presence::look(files, project, own.since, own).is_some() => Signed::Theirs,
        Ok(false) => Signed::Not,
        Err(problem) => {
            tracing::debug!(%problem, "nobody is told that the project is open");
            Signed::Not
        }
    }
}

fn leave(files: &dyn Files, open: Option<(PathBuf, Person)>) {
    let Some((project, own)) = open else { return };
    if let Err(problem) = presence::leave(files, &project, &own) {
        tracing::debug!(%problem, "the sign beside the project stays");
    }
}

/// Whoever works on a project that `own` is about to open. What ended on this machine is
/// nobody's.
pub(super) fn others_at(
    files: &dyn Files,
    project: &Path,
    now: Timestamp,
    own: &Person,
) -> Option<Seen> {
    presence::look(files, project, now, own).filter(|seen| seen.state != State::Ended)
}

impl Desk {
    /// Whoever else has the file that was just opened open, with what to decide.
    #[must_use]
    pub const fn claimed(&self) -> Option<&Claimed> {
        self.keeping.claimed.as_ref()
    }

    /// Opens it to be read: nothing in it can be changed.
    pub fn open_to_read(&mut self) {
        let Some(Claimed { project, file, .. }) = self.keeping.claimed.take() else { return };
        let env = (self.new_env)(&self.settings.author);
        self.put_project_so(project, Some(file), env, Opening::Read);
    }

    /// Opens it to work on it, in the place of somebody who is no longer there.
    pub fn take_over(&mut self) {
        let Some(claimed) = self.keeping.claimed.take() else { return };
        self.keeping.takes_over = Some(claimed.file.path.clone());
        self.put_opened(claimed.project, claimed.file, None);
    }

    /// Does not open it.
    pub fn leave_claimed(&mut self) {
        self.keeping.claimed = None;
    }

    /// As whom we would find ourselves beside a file that is to be opened.
    pub(super) fn own_presence(&mut self) -> (Person, Timestamp) {
        let now = self.now();
        let said = self.keeping.presence.said.as_ref();
        (said.map_or_else(|| Person::here("", now), |(_, own)| own.clone()), now)
    }

    /// Says from now on that this file is open here, and no longer that another is.
    pub(super) fn be_present(&mut self, path: Option<&Path>, now: Timestamp) {
        let taken = self.keeping.takes_over.take();
        let Some(path) = path else { return self.keeping.presence.end() };
        let own = Person::here(&self.settings.author, now);
        let over = if taken.as_deref() == Some(path) { Over::Anybody } else { Over::Ended };
        self.keeping.presence.begin(path, own, over);
    }

    /// Sees whether somebody has taken the open release over: then it can only be read here.
    pub fn watch_presence(&mut self) {
        let Some(project) = self.keeping.presence.lost() else { return };
        self.keeping.elsewhere = Some(project);
        if let Some(session) = &mut self.session {
            session.open_to_read(true);
        }
        self.tell(Tone::Wrong, t!("presence-taken-over"));
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::store::Home;
    use crate::store::testing::FailingFiles;
    use crate::workbench::desk::{NewTexts, Over as SaveOver};
    use crate::workbench::env::Env;

    /// How long something that waits for nothing may take at most on a busy machine.
    const SOON: Duration = Duration::from_secs(20);

    fn desk_on(files: &Arc<FailingFiles>) -> Desk {
        let disk: Arc<dyn Files + Send + Sync> = Arc::<FailingFiles>::clone(files);
        Desk::new(disk, Home::at("/home".into()), || {}, Env::system)
    }

    /// A release of one row in a file.
    fn put_file(files: &Arc<FailingFiles>, path: &Path) {
        let mut desk = desk_on(files);
        desk.make(NewTexts {
            source: (format!("Un accord, {}.\n", path.display()), String::new(), "fr".parse().ok()),
            target: None,
            target_lang: "en".parse().ok(),
        });
        desk.settle();
        desk.save_to(path, SaveOver::Always);
        desk.settle();
        desk.close();
    }

    /// Takes in what comes until this file is open, as frame after frame does.
    fn wait_for(desk: &mut Desk, path: &Path) {
        let begun = Instant::now();
        while desk.session.as_ref().and_then(|session| session.path()) != Some(path) {
            assert!(begun.elapsed() < SOON, "{:?}", desk.messages());
            desk.take_in();
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    #[test]
    fn a_folder_that_does_not_answer_holds_nobody_up() {
        let files = Arc::new(FailingFiles::in_memory());
        let (one, two) = (Path::new("/one.project.ron"), Path::new("/two.project.ron"));
        put_file(&files, one);
        put_file(&files, two);
        let mut desk = desk_on(&files);
        let sign = presence::path(one);
        files.stick_under(&sign);
        desk.open(one);
        wait_for(&mut desk, one);
        assert!(!files.exists(&sign), "it is not said yet");
        files.heal();
        desk.settle();
        assert!(files.exists(&sign), "it is said once the folder answers");

        files.stick_under(&sign);
        desk.open(two);
        wait_for(&mut desk, two);
        assert!(files.exists(&sign), "it is not taken back yet");
        files.heal();
        desk.settle();
        assert!(!files.exists(&sign) && files.exists(&presence::path(two)));
        desk.close();
        assert!(!files.exists(&presence::path(two)), "closing waits until it is taken back");
    }
}
