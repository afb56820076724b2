//! `diptych merge`: copies of one project put together, as Git asks for it or by hand.

use std::path::Path;

use serde_json::{Value, json};

use super::args::Merge;
use super::output::{json_line, short};
use super::{Failure, Io, tell_problems};
use crate::model::{About, Bead, BeadId, Conflict, Content, Project, Translation};
use crate::store::{self, Home, StoreError};
use crate::workbench::merging;

/// Merges `theirs` into our copy, whole or not at all; exit code 1 on conflicts, our copy
/// being a valid project all the same.
///
/// # Errors
/// A copy cannot be read, they are copies of different projects, or there are conflicts.
pub fn run(words: &Merge, io: &mut Io<'_>) -> Result<(), Failure> {
    let base = ancestor(&words.base, io)?;
    let ours = read(&words.ours, io)?;
    let theirs = read(&words.theirs, io)?;
    let merged = merging::merge(base.as_ref(), &ours, &theirs).map_err(|apart| {
        let [ours, theirs] = [&words.ours, &words.theirs].map(|path| path.display());
        Failure::Refused(format!("{ours} and {theirs} are not merged: {apart}"))
    })?;
    if merged.project != ours {
        save(&words.ours, &merged.project, io)?;
    }
    let conflicts = &merged.found;
    for conflict in conflicts {
        print(&merged.project, conflict, words.json, io)?;
    }
    if words.json {
        json_line(io.out, &json!({"changed": merged.changed, "conflicts": conflicts.len()}))?;
    } else {
        writeln!(io.out, "{} rows changed, {} conflicts", merged.changed, conflicts.len())?;
    }
    if conflicts.is_empty() {
        return Ok(());
    }
    Err(Failure::Refused(format!(
        "{}: {} conflicts; both versions of each are kept in the project, and none is taken \
         until somebody chooses",
        words.ours.display(),
        conflicts.len()
    )))
}

/// The common ancestor; `None` where there is none, as Git has it of a file that both sides
/// made.
fn ancestor(path: &Path, io: &mut Io<'_>) -> Result<Option<Project>, Failure> {
    let bytes = if io.files.exists(path) { io.files.read(path)? } else { Vec::new() };
    if bytes.trim_ascii().is_empty() {
        let path = path.display();
        writeln!(io.err, "{path} has nothing in it: what is older is told by the rows' histories")?;
        return Ok(None);
    }
    read(path, io).map(Some)
}

fn read(path: &Path, io: &mut Io<'_>) -> Result<Project, Failure> {
    let reading = store::project::open(io.files.as_ref(), path)?;
    tell_problems(io, path, &reading.problems)?;
    let whole = reading.value.check();
    whole.map_err(|misfit| {
        Failure::Refused(format!("{misfit}: {}; open it and mend that first", path.display()))
    })?;
    Ok(reading.value)
}

/// Git's own files have other names than projects, and need no backups.
fn save(path: &Path, project: &Project, io: &Io<'_>) -> Result<(), StoreError> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    if name.is_some_and(|name| name.ends_with(".project.ron")) {
        return store::project::save(io.files.as_ref(), &Home::find()?, path, project);
    }
    let text = crate::formats::project_ron::write(project);
    io.files.write_atomic(path, text.as_bytes())
}

/// Prints a conflict with its versions.
pub(super) fn print(
    project: &Project,
    conflict: &Conflict,
    json: bool,
    io: &mut Io<'_>,
) -> Result<(), Failure> {
    let place = Place::of(project, &conflict.about);
    if json {
        let versions = conflict.versions.iter().map(|version| {
            let at = version.at.map(|at| at.to_string());
            json!({"text": version.content.text(), "author": version.author, "at": at})
        });
        let versions: Vec<Value> = versions.collect();
        let before = conflict.before.text();
        let (about, row, lang) = (place.what, place.row, place.lang);
        return json_line(
            io.out,
            &json!({"about": about, "row": row, "lang": lang, "before": before, "versions": versions}),
        );
    }
    writeln!(io.out, "{place}")?;
    for version in &conflict.versions {
        let who = if version.author.is_empty() { "somebody" } else { &version.author };
        let at = version.at.map(|at| format!(" {at}")).unwrap_or_default();
        let text = match &version.content {
            Content::Gone => "nothing".to_owned(),
            content => short(&content.text(), SHOWN),
        };
        writeln!(io.out, "  {who}{at}: {text}")?;
    }
    Ok(())
}

/// So many characters of a version are printed.
const SHOWN: usize = 120;

/// Where a conflict is.
struct Place {
    what: &'static str,
    row: Option<String>,
    lang: Option<String>,
    detail: String,
}

impl Place {
    fn of(project: &Project, about: &About) -> Self {
        let row = |of: &Translation, bead: &Bead| {
            (Some(bead.number.to_string()), Some(of.lang().to_string()))
        };
        let bead = |id: BeadId| {
            let mut all = project
                .translations
                .iter()
                .flat_map(|of| of.beads.iter().map(move |bead| (of, bead)));
            all.find(|(_, bead)| bead.id == id).map_or((None, None), |(of, bead)| row(of, bead))
        };
        let place =
            |what, (row, lang), detail: &str| Self { what, row, lang, detail: detail.to_owned() };
        match about {
            About::Row(id) => place("row", bead(*id), ""),
            About::Rows { of, follows } => {
                let of = project.translations.iter().find(|other| other.id == *of);
                let lang = of.map(|of| of.lang().to_string());
                let first = match follows {
                    None => of.and_then(|of| of.beads.first()),
                    Some(id) => of.and_then(|of| of.beads.get(of.row_of(*id)? + 1)),
                };
                let row = first.map(|bead| bead.number.to_string());
                place("rows", (row, lang), "cut anew in one copy and changed in the other")
            }
            About::Sentence(id) => {
                let number = project.segment(*id).map(|segment| segment.number.to_string());
                place("sentence", (number, None), "of the source")
            }
            About::Cut(id) => {
                let block = project.source.block(*id);
                let first = block.and_then(|block| block.segments.first());
                let number = first.map(|segment| segment.number.to_string());
                place("cut", (number, None), "how the source is cut into sentences")
            }
            About::Block { field, .. } => place("block", (None, None), field),
            About::Document { field, .. } => place("document", (None, None), field),
            About::Release(field) => place("release", (None, None), field),
            About::Translation(id) => {
                let of = project.translations.iter().find(|of| of.id == *id);
                let lang = of.map(|of| of.lang().to_string());
                place("translation", (None, lang), "removed in one copy, changed in the other")
            }
            About::Exception(name) => place("exception", (None, None), name),
            About::Person(name) => place("person", (None, None), name),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.what)?;
        if let Some(row) = &self.row {
            write!(f, " {row}")?;
        }
        if let Some(lang) = &self.lang {
            write!(f, " ({lang})")?;
        }
        if !self.detail.is_empty() {
            write!(f, ": {}", self.detail)?;
        }
        Ok(())
    }
}
