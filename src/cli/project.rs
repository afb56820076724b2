//! `diptych project`: what a project holds.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::args::ProjectAction;
use super::output::json_line;
use super::{Failure, Io, tell_problems};
use crate::model::Project;
use crate::store::{self, Listing};
use crate::workbench::counts::Counts;
use crate::workbench::rows::Rows;

/// Carries out a `project` command.
///
/// # Errors
/// The project cannot be read.
pub fn run(action: &ProjectAction, io: &mut Io<'_>) -> Result<(), Failure> {
    let ProjectAction::Info { project, json } = action;
    let mut totals = Totals::default();
    let paths = if io.files.is_dir(project) {
        Listing::of(io.files.as_ref(), project)?.projects
    } else {
        vec![project.clone()]
    };
    for path in &paths {
        let reading = store::project::open(io.files.as_ref(), path)?;
        tell_problems(io, path, &reading.problems)?;
        totals.add(&reading.value);
    }
    if *json { json_line(io.out, &totals.json()) } else { totals.print(io.out) }
}

/// Sums over projects.
#[derive(Debug, Default)]
struct Totals {
    releases: usize,
    segments: usize,
    conflicts: usize,
    counts: Counts,
}

impl Totals {
    fn add(&mut self, project: &Project) {
        self.releases += 1;
        self.conflicts += project.review.conflicts.len();
        self.segments += project.source.segments().count();
        for translation in &project.translations {
            let rows = Rows::of(&project.source, translation);
            self.counts = self.counts.plus(Counts::of(&rows, &translation.beads));
        }
    }

    fn states(&self) -> [(&'static str, usize); 8] {
        let counts = &self.counts;
        [
            ("open", counts.open),
            ("draft", counts.draft),
            ("translated", counts.translated),
            ("approved", counts.approved),
            ("rejected", counts.rejected),
            ("left_out", counts.left_out),
            ("not_content", counts.not_content),
            ("accepted_links", counts.accepted),
        ]
    }

    fn json(&self) -> Value {
        let states: Map<String, Value> = self
            .states()
            .into_iter()
            .map(|(name, count)| (name.to_owned(), count.into()))
            .collect();
        json!({
            "releases": self.releases,
            "segments": self.segments,
            "states": states,
            "conflicts": self.conflicts,
        })
    }

    fn print(&self, out: &mut dyn Write) -> Result<(), Failure> {
        writeln!(out, "releases  {}", self.releases)?;
        writeln!(out, "segments  {}", self.segments)?;
        for (name, count) in self.states() {
            if count > 0 {
                writeln!(out, "{:<15} {count}", name.replace('_', " "))?;
            }
        }
        if self.conflicts > 0 {
            writeln!(out, "conflicts       {}", self.conflicts)?;
        }
        Ok(())
    }
}
