//! The parts of the window. Each paints what the desk holds and answers what
//! somebody did as [`Act`]s; none changes anything itself.

pub mod always;
pub mod analysis;
pub mod archive;
pub mod ask;
pub mod below;
pub mod checks;
pub mod choose;
pub mod claimed;
pub mod completion;
pub mod concept_form;
pub mod concordance;
pub mod correct;
pub mod dismissals;
pub mod dock;
mod dock_checks;
mod dock_terms;
pub mod docked;
pub mod doubt;
mod due;
pub mod embargo;
pub mod exceptions;
pub mod export_memory;
pub mod facts;
mod figures;
pub mod filter;
pub mod find;
mod floating;
pub mod fonts;
pub mod former;
pub mod found;
pub mod fragments;
pub mod gate;
pub mod give_back;
pub mod harvest;
pub mod head;
pub mod import_memory;
pub mod keep;
pub mod keymap;
pub mod late;
pub mod log;
mod marked;
pub mod match_card;
pub mod memories;
pub mod new_names;
pub mod new_release;
pub mod palette;
pub mod precedent;
pub mod pretranslate;
pub mod preview;
pub mod release;
pub mod release_data;
pub mod review;
mod said_before;
pub mod send_memory;
pub mod sentences;
pub mod start;
pub mod status;
pub mod steps;
pub mod term_table;
pub mod termbases;
pub mod toolbar;
pub mod units;
pub mod versions;
pub mod weights;
pub mod why_match;
pub mod your_name;

use std::path::PathBuf;

use crate::model::ProjectId;
use crate::qa::Finding;
use crate::workbench::Command;
use crate::workbench::aligning::Correction;
use crate::workbench::filter::Filter;

/// What somebody did in the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Chose a command.
    Run(Command),
    /// Went to a row.
    Enter(usize),
    /// Went to a row, and to a finding of it.
    Look(usize, Option<Finding>),
    /// Put in a quotation of the row that was said before, by its place.
    InsertQuotation(usize),
    /// Typed into the active row.
    Typed(String),
    /// Corrected the links about the active row.
    Correct(Correction),
    /// Wants to see work that was not saved when the program ended.
    AskAbout(ProjectId),
    /// Chose a file or folder to open.
    Open(PathBuf),
    /// Stopped the work of this number.
    Stop(u64),
    /// Let files and folders go over the window.
    Dropped(Vec<PathBuf>),
    /// Did something with the archive.
    Archive(archive::Wish),
    /// Filtered the rows.
    Filter(Box<Filter>),
    /// Wants a term put in at the caret.
    PutIn(String),
    /// Wants something found.
    Find(find::FindAct),
}
