//! The dialog for an import into a memory, and what it asks for.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{App, Dialogue};
use crate::texts::t;
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::import_memory::{ImportMemory, Wish};
use crate::workbench::desk::Tone;

/// Endings of files that hold units and are no memories of ours: dropped, they are imported.
const BILINGUAL: [&str; 6] = ["tmx", "csv", "tsv", "tab", "xlsx", "xlsm"];

/// Of those, the ones that tell nothing without somebody's word: opened, they are imported too.
const TABLES: [&str; 3] = ["csv", "xlsx", "xlsm"];

impl App {
    /// Opens the dialog on a file.
    pub(super) fn ask_import(&mut self, path: &Path) {
        let dialog = ImportMemory::new(path, &mut self.desk);
        self.dialog = Some(Dialogue::Import(Box::new(dialog)));
    }

    pub(super) fn import_ui(
        &mut self,
        ctx: &Context,
        mut dialog: Box<ImportMemory>,
    ) -> Option<Dialogue> {
        match dialog.show(ctx, &mut self.desk) {
            Answer::Open => Some(Dialogue::Import(dialog)),
            Answer::Left => None,
            Answer::Given(Wish::Choose) => {
                self.pick(ctx, Purpose::Tmx);
                None
            }
            Answer::Given(Wish::Copy(report)) => {
                ctx.copy_text(report);
                self.desk.tell(Tone::Done, t!("importing-the-report-is-on-the-clipboard"));
                Some(Dialogue::Import(dialog))
            }
        }
    }

    /// An import that nobody waited for has ended: what it could not use is shown.
    pub(super) fn show_import_report(&mut self) {
        let Some(report) = self.desk.import_report() else { return };
        if report.result.as_ref().map_or(true, |imported| !imported.problems.is_empty()) {
            self.dialog = Some(Dialogue::Import(Box::new(ImportMemory::ended(report))));
        }
    }

    /// Takes those that hold units out of files that were dropped, to be imported; the others.
    pub(super) fn take_bilingual(&mut self, paths: Vec<PathBuf>) -> Vec<PathBuf> {
        let (bilingual, others): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| ends_in(path, &BILINGUAL));
        if let Some(path) = bilingual.first() {
            self.ask_import(path);
        }
        if bilingual.len() > 1 {
            self.desk.tell(Tone::Notice, t!("importing-one-file-is-imported-at-a"));
        }
        others
    }
}

/// Whether a file is a table, which is imported and not opened.
pub(super) fn is_table(path: &Path) -> bool {
    ends_in(path, &TABLES)
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}
