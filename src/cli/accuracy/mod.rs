//! `diptych accuracy`: the engine against gold data.
//!
//! | command | file |
//! |---|---|
//! | `accuracy segmentation` | [`segmentation`] |
//! | `accuracy alignment` | [`alignment`] |
//! | `accuracy roles`, `accuracy languages` | [`roles`] |

pub mod alignment;
pub mod roles;
pub mod segmentation;

use std::io::Write;

use serde_json::json;

use super::args::AccuracyAction;
use super::output::{json_line, table};
use super::{Failure, Io};

/// Carries out an `accuracy` command.
///
/// # Errors
/// A gold file cannot be read, or none of several.
pub fn run(action: &AccuracyAction, io: &mut Io<'_>) -> Result<(), Failure> {
    match action {
        AccuracyAction::Segmentation(words) => segmentation::run(words, io),
        AccuracyAction::Alignment { gold, json } => alignment::run(gold, *json, io),
        AccuracyAction::Roles { gold, only, errors, json } => {
            roles::roles(gold, only, *errors, *json, io)
        }
        AccuracyAction::Languages { files, errors, json } => {
            roles::languages(files, *errors, *json, io)
        }
    }
}

/// What was reached on a set.
#[derive(Debug, Clone, PartialEq)]
struct Figures {
    set: String,
    precision: f64,
    recall: f64,
    f1: f64,
    /// F1 counted laxly; the same where nothing is counted so.
    lax_f1: f64,
    errors: usize,
    seconds: f64,
}

fn print(json: bool, sets: &[Figures], out: &mut dyn Write) -> Result<(), Failure> {
    let mut rows = table(&["Set", "Precision", "Recall", "F1", "Lax F1", "Errors", "Seconds"]);
    for figures in sets {
        let Figures { set, precision, recall, f1, lax_f1, errors, seconds } = figures;
        if json {
            let object = json!({
                "set": set, "precision": precision, "recall": recall, "f1": f1, "lax_f1": lax_f1,
                "errors": errors, "seconds": seconds,
            });
            json_line(out, &object)?;
        } else {
            let [precision, recall, f1, lax_f1] =
                [precision, recall, f1, lax_f1].map(|figure| format!("{figure:.4}"));
            let (errors, seconds) = (errors.to_string(), format!("{seconds:.3}"));
            rows.add_row([set.clone(), precision, recall, f1, lax_f1, errors, seconds]);
        }
    }
    if !json {
        writeln!(out, "{rows}")?;
    }
    Ok(())
}
