//! The system's file dialogs, beside the window and never over it.
//!
//! A dialog blocks whoever opens it, and a portal that hangs blocks for good: so it
//! runs on a thread of its own, one at a time, and its answer comes over a channel
//! with a request to repaint. A system with neither a portal nor `zenity` answers
//! "nothing" at once, as if somebody had cancelled; the answer therefore says how
//! long it took, and [`Answer::maybe_no_dialog`] when to offer a field for the path.
//!
//! macOS allows dialogs on the main thread only: there it is run in place.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use crate::texts::t;
use egui::Context;
use rfd::FileDialog;

/// Nobody cancels a dialog faster than that.
const TOO_FAST: Duration = Duration::from_millis(400);

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// One file that exists.
    File,
    /// One or more files that exist.
    Files,
    /// A folder.
    Folder,
    /// A file to write.
    NewFile,
}

/// A question to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked for.
    pub wanted: Wanted,
    /// The title of the dialog.
    pub title: String,
    /// Kinds of files: a name, and the endings without a dot.
    pub kinds: Vec<(String, Vec<String>)>,
    /// Where to begin.
    pub folder: Option<PathBuf>,
    /// The name offered for a new file.
    pub name: Option<String>,
}

impl Question {
    /// A question without further wishes.
    pub fn new(wanted: Wanted, title: impl Into<String>) -> Self {
        Self { wanted, title: title.into(), kinds: Vec::new(), folder: None, name: None }
    }

    /// Offers a kind of files.
    #[must_use]
    pub fn kind(mut self, name: &str, endings: &[&str]) -> Self {
        let endings = endings.iter().map(|ending| (*ending).to_owned()).collect();
        self.kinds.push((name.to_owned(), endings));
        self
    }
}

/// The answer to a question asked for `purpose`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer<P> {
    /// What the asker said it was for.
    pub purpose: P,
    /// What was asked for.
    pub wanted: Wanted,
    /// What was chosen; empty if nothing was.
    pub paths: Vec<PathBuf>,
    /// How long the dialog was open.
    pub open_for: Duration,
}

impl<P> Answer<P> {
    /// Whether this looks like a system without file dialogs rather than like a person
    /// who cancelled: nothing, and faster than anybody can press Escape.
    pub fn maybe_no_dialog(&self) -> bool {
        self.paths.is_empty() && self.open_for < TOO_FAST
    }
}

/// Why no dialog was opened.
#[derive(Debug, thiserror::Error)]
pub enum DialogError {
    /// One is open.
    #[error("{}", t!("file-dialogs-busy"))]
    Busy,
    /// The system gave no thread to open it on.
    #[error("{}", t!("file-dialogs-no-thread"))]
    Thread(#[source] std::io::Error),
}

/// Puts a question to the user and waits; nothing chosen is an empty list.
///
/// [`System`] is the real one; tests have their own.
pub trait Ask: Send + 'static {
    /// Waits for the answer.
    fn ask(self, question: &Question) -> Vec<PathBuf>;
}

/// The system's dialogs.
pub struct System(FileDialog);

impl System {
    /// Dialogs that belong to the window of `frame`, where the system knows of such.
    #[must_use]
    pub fn new(frame: Option<&eframe::Frame>) -> Self {
        let dialog = FileDialog::new();
        Self(match frame {
            Some(frame) => dialog.set_parent(frame),
            None => dialog,
        })
    }
}

impl Ask for System {
    fn ask(self, question: &Question) -> Vec<PathBuf> {
        let mut dialog = self.0.set_title(&question.title);
        for (name, endings) in &question.kinds {
            dialog = dialog.add_filter(name, endings);
        }
        if let Some(folder) = &question.folder {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = &question.name {
            dialog = dialog.set_file_name(name);
        }
        match question.wanted {
            Wanted::File => dialog.pick_file().into_iter().collect(),
            Wanted::Files => dialog.pick_files().unwrap_or_default(),
            Wanted::Folder => dialog.pick_folder().into_iter().collect(),
            Wanted::NewFile => dialog.save_file().into_iter().collect(),
        }
    }
}

/// The one dialog that may be open; `P` is what the asker wants the answer for.
#[derive(Debug)]
pub struct FileDialogs<P> {
    open: Option<Open<P>>,
}

#[derive(Debug)]
struct Open<P> {
    purpose: P,
    wanted: Wanted,
    since: Instant,
    answer: Receiver<(Vec<PathBuf>, Instant)>,
}

impl<P> Default for FileDialogs<P> {
    fn default() -> Self {
        Self { open: None }
    }
}

impl<P> FileDialogs<P> {
    /// Whether a dialog is open.
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens a dialog. `ctx` is asked to repaint when it is answered.
    ///
    /// # Errors
    /// [`DialogError`] when one is open, or the system gives no thread.
    pub fn ask(
        &mut self,
        ctx: &Context,
        asker: impl Ask,
        question: Question,
        purpose: P,
    ) -> Result<(), DialogError> {
        if self.is_open() {
            return Err(DialogError::Busy);
        }
        let (sender, answer) = channel();
        let wanted = question.wanted;
        let repaint = Repaint(ctx.clone());
        let run = move || {
            // Dropped in the other order, after a panic too: first the channel closes.
            let _repaint = repaint;
            let sender = sender;
            let paths = asker.ask(&question);
            // Nobody listens any more if the window was closed meanwhile.
            drop(sender.send((paths, Instant::now())));
        };
        let since = Instant::now();
        if cfg!(target_os = "macos") {
            run();
        } else {
            Builder::new()
                .name("file dialog".to_owned())
                .spawn(run)
                .map_err(DialogError::Thread)?;
        }
        self.open = Some(Open { purpose, wanted, since, answer });
        Ok(())
    }

    /// The answer, once it is there. Ask each frame.
    pub fn poll(&mut self) -> Option<Answer<P>> {
        let (paths, at) = match self.open.as_ref()?.answer.try_recv() {
            Ok(answer) => answer,
            Err(TryRecvError::Empty) => return None,
            // The dialog's thread panicked: as if there were no dialogs.
            Err(TryRecvError::Disconnected) => (Vec::new(), self.open.as_ref()?.since),
        };
        let Open { purpose, wanted, since, .. } = self.open.take()?;
        Some(Answer { purpose, wanted, paths, open_for: at.saturating_duration_since(since) })
    }
}

/// Asks for a frame when it goes, so that an answer is seen without the mouse moving.
struct Repaint(Context);

impl Drop for Repaint {
    fn drop(&mut self) {
        self.0.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::Sender;

    use super::*;

    /// Answers when it is told to, as a person would.
    struct Person(Receiver<Vec<PathBuf>>);

    impl Ask for Person {
        fn ask(self, _question: &Question) -> Vec<PathBuf> {
            self.0.recv().unwrap_or_default()
        }
    }

    struct NoDialogs;

    impl Ask for NoDialogs {
        fn ask(self, _question: &Question) -> Vec<PathBuf> {
            Vec::new()
        }
    }

    fn question() -> Question {
        Question::new(Wanted::Files, "Open texts").kind("Texts", &["txt", "md"])
    }

    fn wait<P>(dialogs: &mut FileDialogs<P>) -> Answer<P> {
        loop {
            if let Some(answer) = dialogs.poll() {
                return answer;
            }
            std::thread::yield_now();
        }
    }

    #[test]
    fn one_dialog_at_a_time_and_its_answer_when_it_comes() {
        let ctx = Context::default();
        let mut dialogs = FileDialogs::default();
        let (person, answers): (Sender<Vec<PathBuf>>, _) = channel();
        dialogs.ask(&ctx, Person(answers), question(), "source").expect("opened");
        assert!(dialogs.is_open());
        assert_eq!(dialogs.poll(), None);
        let busy = dialogs.ask(&ctx, NoDialogs, question(), "target");
        assert!(matches!(busy, Err(DialogError::Busy)));
        person.send(vec![PathBuf::from("velt.txt")]).expect("somebody listens");
        let answer = wait(&mut dialogs);
        assert_eq!((answer.purpose, answer.paths), ("source", vec![PathBuf::from("velt.txt")]));
        assert!(!dialogs.is_open());
    }

    #[test]
    fn nothing_at_once_is_not_somebody_who_cancelled() {
        let mut dialogs = FileDialogs::default();
        dialogs.ask(&Context::default(), NoDialogs, question(), ()).expect("opened");
        let answer = wait(&mut dialogs);
        assert!(answer.maybe_no_dialog() || answer.open_for >= TOO_FAST);
        for (millis, paths, expected) in
            [(5, vec![], true), (900, vec![], false), (5, vec![PathBuf::from("a")], false)]
        {
            let open_for = Duration::from_millis(millis);
            let answer = Answer { purpose: (), wanted: Wanted::File, paths, open_for };
            assert_eq!(answer.maybe_no_dialog(), expected);
        }
    }

    #[test]
    fn a_thread_that_panics_is_an_answer_too() {
        struct Broken;
        impl Ask for Broken {
            fn ask(self, _question: &Question) -> Vec<PathBuf> {
                std::panic::resume_unwind(Box::new("broken"))
            }
        }
        let mut dialogs = FileDialogs::default();
        dialogs.ask(&Context::default(), Broken, question(), ()).expect("opened");
        assert!(wait(&mut dialogs).maybe_no_dialog());
    }
}
