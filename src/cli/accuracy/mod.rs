//! `diptych accuracy`: the engine against gold data.
//!
//! | command | file |
//! |---|---|
//! | `accuracy segmentation` | [`segmentation`] |
//! | `accuracy alignment` | [`alignment`] |
//! | `accuracy checks` | [`checks`] |
//! | `accuracy roles`, `accuracy languages` | [`roles`] |

pub mod alignment;
pub mod checks;
pub mod roles;
pub mod segmentation;

use super::args::AccuracyAction;
use super::{Failure, Io};

/// Carries out an `accuracy` command.
///
/// # Errors
/// A gold file cannot be read, or none of several.
pub fn run(action: &AccuracyAction, io: &mut Io<'_>) -> Result<(), Failure> {
    match action {
        AccuracyAction::Segmentation(words) => segmentation::run(words, io),
        AccuracyAction::Alignment { gold, without, json } => {
            alignment::run(gold, without, *json, io)
        }
        AccuracyAction::Checks(words) => checks::run(words, io),
        AccuracyAction::Roles { gold, only, errors, json } => {
            roles::roles(gold, only, *errors, *json, io)
        }
        AccuracyAction::Languages { files, errors, json } => {
            roles::languages(files, *errors, *json, io)
        }
    }
}
