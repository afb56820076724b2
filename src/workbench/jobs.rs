//! Slow work off the window's thread, with progress and cancel.
//!
//! A job is a closure that gets a [`Ticket`] to report to; its result comes back
//! through [`Jobs::poll`]. Cancelling sets a flag that the work sees at its next
//! report; what it had made is dropped, so nothing is left half done. A panic in a
//! job ends that job with a message and nothing else.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::model::{Cancelled, Watch};
use crate::store::StoreError;
use crate::texts::{self, t};

/// What a job reports to, shared between the worker and whoever shows it.
#[derive(Debug, Default)]
pub struct Ticket {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
}

impl Watch for Ticket {
    fn report(&self, done: usize, total: usize) -> Result<(), Cancelled> {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

impl Ticket {
    /// How much is done, 0…1; `None` while the whole is not known.
    #[must_use]
    pub fn fraction(&self) -> Option<f32> {
        let total = self.total.load(Ordering::Relaxed);
        let done = self.done.load(Ordering::Relaxed);
        (total > 0).then(|| (done as f32 / total as f32).min(1.0))
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// How a job ended.
#[derive(Debug)]
pub enum Ended<T> {
    /// Not yet: a part of the result, to be used until more comes.
    Part(T),
    /// With a result.
    Done(T),
    /// At somebody's wish.
    Cancelled,
    /// By a fault of the program; the message is for the log and the user.
    Failed(String),
}

/// A job under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnderWay<'a> {
    /// By which it is stopped.
    pub number: u64,
    /// What it does.
    pub name: &'a str,
    /// How much is done, 0…1, where that is known.
    pub done: Option<f32>,
}

struct Running {
    number: u64,
    name: String,
    /// Whether nobody waits for it.
    in_background: bool,
    ticket: Arc<Ticket>,
}

/// The jobs under way. `T` is whatever results there are.
pub struct Jobs<T> {
    running: Vec<Running>,
    next: u64,
    sender: Sender<(u64, Ended<T>)>,
    receiver: Receiver<(u64, Ended<T>)>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl<T> std::fmt::Debug for Jobs<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.running.iter().map(|job| job.name.as_str()).collect();
        f.debug_struct("Jobs").field("running", &names).finish_non_exhaustive()
    }
}

impl<T: Send + 'static> Jobs<T> {
    /// No jobs yet. `wake` is called from the worker when one ends.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, receiver) = channel();
        Self { running: Vec::new(), next: 0, sender, receiver, wake: Arc::new(wake) }
    }

    /// Starts `work` on a thread of its own. `name` says what it does: "Aligning".
    pub fn start(
        &mut self,
        name: &str,
        work: impl FnOnce(&Ticket) -> Result<T, Cancelled> + Send + 'static,
    ) -> u64 {
        self.begin(name, false, move |ticket, _| work(ticket))
    }

    /// Starts `work`, which may hand over parts of its result before the whole.
    pub fn start_growing(
        &mut self,
        name: &str,
        work: impl FnOnce(&Ticket, &(dyn Fn(T) + Sync)) -> Result<T, Cancelled> + Send + 'static,
    ) -> u64 {
        self.begin(name, false, work)
    }

    /// The same for work that nobody waits for: [`Self::cancel_awaited`] leaves it alone.
    pub fn start_in_background(
        &mut self,
        name: &str,
        work: impl FnOnce(&Ticket, &(dyn Fn(T) + Sync)) -> Result<T, Cancelled> + Send + 'static,
    ) -> u64 {
        self.begin(name, true, work)
    }

    fn begin(
        &mut self,
        name: &str,
        in_background: bool,
        work: impl FnOnce(&Ticket, &(dyn Fn(T) + Sync)) -> Result<T, Cancelled> + Send + 'static,
    ) -> u64 {
        let number = self.next;
        self.next += 1;
        let ticket = Arc::new(Ticket::default());
        let name_of = name.to_owned();
        let job = Running { number, name: name_of, in_background, ticket: Arc::clone(&ticket) };
        self.running.push(job);
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let language = texts::spoken();
        let run = move || {
            texts::speak(language);
            let part = |part: T| {
                if !ticket.is_cancelled() && sender.send((number, Ended::Part(part))).is_ok() {
                    wake();
                }
            };
            let ended = match catch_unwind(AssertUnwindSafe(|| work(&ticket, &part))) {
                Ok(Ok(result)) if !ticket.is_cancelled() => Ended::Done(result),
                Ok(_) => Ended::Cancelled,
                Err(payload) => Ended::Failed(panic_message(payload.as_ref())),
            };
            // The other end is gone only when the program is closing.
            let _ = sender.send((number, ended));
            wake();
        };
        let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(run);
        if let Err(error) = spawned {
            let cause = t!("jobs-no-thread-could-be-started", error = error);
            let _ = self.sender.send((number, Ended::Failed(cause)));
        }
        number
    }

    /// The results that have come in since the last call, with the jobs' names.
    pub fn poll(&mut self) -> Vec<(String, Ended<T>)> {
        let ended: Vec<_> = self.receiver.try_iter().collect();
        ended.into_iter().map(|(number, ended)| (self.name_of(number, &ended), ended)).collect()
    }

    /// Waits until every job has ended; for tests and the command line.
    pub fn wait(&mut self) -> Vec<(String, Ended<T>)> {
        let mut all = Vec::new();
        while !self.running.is_empty() {
            let Ok((number, ended)) = self.receiver.recv() else { break };
            all.push((self.name_of(number, &ended), ended));
        }
        all
    }

    /// What is under way.
    #[must_use]
    pub fn running(&self) -> Vec<UnderWay<'_>> {
        let jobs = self.running.iter();
        jobs.map(|job| UnderWay {
            number: job.number,
            name: &job.name,
            done: job.ticket.fraction(),
        })
        .collect()
    }

    /// Whether something whose name is the text of this id is under way.
    #[must_use]
    pub fn is_running(&self, id: &str) -> bool {
        self.running.iter().any(|job| texts::is_text(&job.name, id))
    }

    /// Whether nothing is under way.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.running.is_empty()
    }

    /// Asks the work of a number to stop.
    pub fn cancel(&self, number: u64) {
        if let Some(job) = self.running.iter().find(|job| job.number == number) {
            job.ticket.cancel();
        }
    }

    /// Asks everything that somebody waits for to stop.
    pub fn cancel_awaited(&self) {
        let awaited = self.running.iter().filter(|job| !job.in_background);
        awaited.for_each(|job| job.ticket.cancel());
    }

    /// Asks everything that is under way to stop.
    pub fn cancel_all(&self) {
        self.running.iter().for_each(|job| job.ticket.cancel());
    }

    /// The name of a job, which is forgotten when it has ended.
    fn name_of(&mut self, number: u64, ended: &Ended<T>) -> String {
        let place = self.running.iter().position(|job| job.number == number);
        match (place, ended) {
            (None, _) => String::new(),
            (Some(at), Ended::Part(_)) => self.running[at].name.clone(),
            (Some(at), _) => self.running.remove(at).name,
        }
    }
}

type Step = Box<dyn FnOnce() -> Result<(), StoreError> + Send>;

/// Small work that is done one after the other on a thread of its own, in the order it
/// was given: what must be on disk soon and must not keep anybody waiting. Dropping the
/// queue waits until all of it is done.
pub struct Queue {
    steps: Option<Sender<Step>>,
    problems: Receiver<StoreError>,
    done: Arc<AtomicUsize>,
    given: usize,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Queue {
    /// An empty queue, whose thread is named.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let (steps, work) = channel::<Step>();
        let (tell, problems) = channel();
        let done = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&done);
        let run = move || {
            for step in work {
                if let Err(problem) = step() {
                    let _ = tell.send(problem);
                }
                count.fetch_add(1, Ordering::Release);
            }
        };
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(run).ok();
        Self { steps: Some(steps), problems, done, given: 0, thread }
    }

    /// Adds work.
    pub fn push(&mut self, step: impl FnOnce() -> Result<(), StoreError> + Send + 'static) {
        self.given += 1;
        if let Some(steps) = &self.steps {
            let _ = steps.send(Box::new(step));
        }
    }

    /// What went wrong since the last call.
    pub fn problems(&mut self) -> Vec<StoreError> {
        self.problems.try_iter().collect()
    }

    /// Waits until everything given is done.
    pub fn settle(&mut self) {
        let running = |queue: &Self| {
            let alive = queue.thread.as_ref().is_some_and(|thread| !thread.is_finished());
            alive && queue.done.load(Ordering::Acquire) < queue.given
        };
        while running(self) {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.steps = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn panic_message(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|s| (*s).to_owned());
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| t!("jobs-unknown-cause").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_gives_its_result() {
        let mut jobs = Jobs::new(|| {});
        jobs.start("Adding", |_| Ok(1 + 1));
        let ended = jobs.wait();
        assert!(matches!(ended.as_slice(), [(name, Ended::Done(2))] if name == "Adding"));
        assert!(jobs.is_idle());
    }

    #[test]
    fn a_growing_job_gives_parts_before_the_whole() {
        let mut jobs = Jobs::new(|| {});
        jobs.start_growing("Opening", |_, part| {
            part(1);
            part(2);
            Ok(3)
        });
        let shown: Vec<_> = jobs
            .wait()
            .into_iter()
            .map(|(name, ended)| match ended {
                Ended::Part(part) => (name, part, false),
                Ended::Done(whole) => (name, whole, true),
                other => panic!("{other:?}"),
            })
            .collect();
        let expected = [(1, false), (2, false), (3, true)];
        assert_eq!(shown, expected.map(|(what, whole)| ("Opening".to_owned(), what, whole)));
        assert!(jobs.is_idle());
    }

    #[test]
    fn a_cancelled_job_ends_at_its_next_report() {
        let mut jobs = Jobs::<()>::new(|| {});
        jobs.start("Waiting", |ticket| {
            let mut step = 0;
            loop {
                ticket.report(step, 0)?;
                step += 1;
                std::thread::yield_now();
            }
        });
        jobs.cancel_all();
        assert!(matches!(jobs.wait().as_slice(), [(_, Ended::Cancelled)]));
    }

    #[test]
    fn a_panic_ends_one_job_only() {
        let mut jobs = Jobs::<u8>::new(|| {});
        jobs.start("Falling", |_| panic!("deliberate"));
        let ended = jobs.wait();
        assert!(matches!(ended.as_slice(), [(_, Ended::Failed(why))] if why == "deliberate"));
        jobs.start("Going on", |_| Ok(7));
        assert!(matches!(jobs.wait().as_slice(), [(_, Ended::Done(7))]));
    }
}
