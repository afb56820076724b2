//! `diptych memory send`: what a working memory may send goes to a shared one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::output::json_line;
use super::{Failure, Io, align};
use crate::memory::sending::Verdict;
use crate::model::{MemoryId, Unwatched};
use crate::store::Listing;
use crate::workbench::library::{Languages, Library};
use crate::workbench::opening;
use crate::workbench::sending::{Holdings, SendPlan, said};

/// What is to be sent, and how.
#[derive(Debug, Clone, clap::Args)]
pub struct Send {
    /// The working memory.
    pub working: PathBuf,
    /// The shared memory, which must be there.
    pub shared: PathBuf,
    /// A release or a folder of releases whose embargoes are heeded; may be given again.
    #[arg(long, value_name = "PATH")]
    pub releases: Vec<PathBuf>,
    /// Send units too for whose source the shared memory has another target.
    #[arg(long)]
    pub conflicts: bool,
    /// Only tell what would be sent.
    #[arg(long)]
    pub dry_run: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// Carries the command out.
///
/// # Errors
/// A memory or a release cannot be read, the languages differ, or nothing may be written.
pub fn run(words: &Send, io: &mut Io<'_>) -> Result<(), Failure> {
    let opened = opening::open_memory(io.files.as_ref(), &words.working, None, &mut io.env)?;
    let header = opened.memory.header();
    let pair = Languages { source: header.source.clone(), target: header.target.clone() };
    if !io.files.exists(&words.shared) {
        return Err(Failure::Refused(format!("{} is not there", words.shared.display())));
    }
    let mut library = Library::new(Arc::clone(&io.files), PathBuf::new());
    let from = align::open_or_make(&words.working, &pair, &mut library, io)?;
    let to = align::open_or_make(&words.shared, &pair, &mut library, io)?;
    if from == to {
        return Err(Failure::Refused("the two memories are copies of one".to_owned()));
    }
    library.check_writable(to).map_err(|refused| Failure::Refused(refused.to_string()))?;
    let plan = plan(&library, (from, to), &holdings(&words.releases, io)?)?;
    let leaving = plan.leaving(words.conflicts);
    if !words.dry_run {
        library
            .send((from, to), &leaving, &mut io.env)
            .map_err(|refused| Failure::Refused(refused.to_string()))?;
        library.save_pending()?;
    }
    tell(words, &plan, leaving.len(), io)
}

fn plan(
    library: &Library,
    (from, to): (MemoryId, MemoryId),
    holdings: &Holdings,
) -> Result<SendPlan, Failure> {
    let memory = |id| library.shelf(id).map(|shelf| &shelf.memory);
    let plan = memory(from).zip(memory(to)).and_then(|(working, shared)| {
        // Nobody watches, so nobody cancels.
        SendPlan::of(working, shared, holdings, &Unwatched).ok()
    });
    plan.ok_or_else(|| Failure::Refused("the memories are not open".to_owned()))
}

/// The embargoes of releases and of folders of them; one that cannot be read is no way to go on.
fn holdings(paths: &[PathBuf], io: &Io<'_>) -> Result<Holdings, Failure> {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in paths {
        if io.files.is_dir(path) {
            files.extend(Listing::of(io.files.as_ref(), path)?.projects);
        } else {
            files.push(path.clone());
        }
    }
    let mut holdings = Holdings::default();
    let unread = holdings.read(io.files.as_ref(), &files, io.env.now(), &Unwatched);
    match unread.unwrap_or_default().into_iter().next() {
        Some((_, why)) => Err(Failure::Refused(why)),
        None => Ok(holdings),
    }
}

fn tell(words: &Send, plan: &SendPlan, sent: usize, io: &mut Io<'_>) -> Result<(), Failure> {
    if words.json {
        let mut counts = Map::new();
        for (verdict, count) in plan.counts() {
            let before = counts.get(key(verdict)).and_then(Value::as_u64).unwrap_or_default();
            counts.insert(key(verdict).to_owned(), json!(before + count as u64));
        }
        let object = json!({
            "leave": sent,
            "wait": plan.candidates.len() - sent,
            "units": counts,
            "dry_run": words.dry_run,
        });
        return json_line(io.out, &object);
    }
    let verb = if words.dry_run { "can be sent" } else { "sent" };
    writeln!(io.out, "{sent} units {verb} to {}", name(&words.shared))?;
    for (verdict, count) in plan.counts() {
        let stays = if verdict.leaves(words.conflicts) { "" } else { "waits: " };
        writeln!(io.out, "  {count:>6}  {stays}{}", said(verdict))?;
    }
    Ok(())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

const fn key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::New => "new",
        Verdict::Changed => "changed",
        Verdict::Same => "same",
        Verdict::Conflict => "conflict",
        Verdict::NotApproved => "not_approved",
        Verdict::Held(_) => "held",
        Verdict::TwoStates => "two_states",
    }
}
