//! `diptych check --facts`: the facts of both sides, each listed once.

use std::path::Path;

use serde_json::{Value, json};

use super::output::{json_line, short, table};
use super::{Failure, Io, tell_problems};
use crate::model::RowNumber;
use crate::qa::{Fact, FactLine};
use crate::store;
use crate::workbench::checks::Checked;

/// Characters of a fact that are shown.
const SHOWN_CHARS: usize = 32;

/// Prints the facts of a project's translations, those without a counterpart first.
///
/// # Errors
/// The project cannot be read.
pub fn of_project(path: &Path, json: bool, io: &mut Io<'_>) -> Result<(), Failure> {
    let reading = store::project::open(io.files.as_ref(), path)?;
    tell_problems(io, path, &reading.problems)?;
    let project = reading.value;
    for translation in &project.translations {
        let checked = Checked::of(&project, translation);
        let lines = checked.facts();
        if json {
            for line in &lines {
                let mut object = object(line, &checked);
                object["file"] = json!(path.display().to_string());
                object["lang"] = json!(translation.lang().as_str());
                json_line(io.out, &object)?;
            }
            continue;
        }
        writeln!(io.out, "{} ({})", path.display(), translation.lang())?;
        let mut rows = table(&["Fact", "Value", "Stands", "Source", "Target"]);
        for line in &lines {
            let side = |facts: &[Fact]| shown(facts, &checked);
            let value = short(&line.key, SHOWN_CHARS);
            let (source, target) = (side(&line.source), side(&line.target));
            rows.add_row([line.kind_name(), &value, line.verdict.name(), &source, &target]);
        }
        writeln!(io.out, "{rows}")?;
    }
    Ok(())
}

/// The number of a row as shown.
fn number(fact: &Fact, checked: &Checked) -> String {
    let row = checked.sheet.rows.get(fact.row);
    row.and_then(|row| row.number).unwrap_or(RowNumber::new(0)).to_string()
}

/// `28 (9), 28 (12)`: each as written, with its row.
fn shown(facts: &[Fact], checked: &Checked) -> String {
    let each = facts
        .iter()
        .map(|fact| format!("{} ({})", short(&fact.text, SHOWN_CHARS), number(fact, checked)));
    each.collect::<Vec<_>>().join(", ")
}

fn object(line: &FactLine, checked: &Checked) -> Value {
    let side = |facts: &[Fact]| -> Vec<Value> {
        let each = facts.iter().map(|fact| {
            let (row, range) = (number(fact, checked), &fact.place.range);
            json!({"row": row, "start": range.start, "end": range.end, "text": fact.text})
        });
        each.collect()
    };
    json!({
        "kind": line.kind_name(), "value": line.key, "verdict": line.verdict.name(),
        "source": side(&line.source), "target": side(&line.target),
    })
}
