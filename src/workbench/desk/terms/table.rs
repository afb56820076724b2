//! A termbase as a table: which concepts it shows, and plans that wait for somebody's word.

use std::path::Path;
use std::sync::Arc;

use super::super::told::Tone;
use super::super::{Desk, Outcome};
use super::pair_of;
use crate::model::{Concept, ConceptId, Lang, Problem, Reading, Termbase, TermbaseId};
use crate::texts::t;
use crate::workbench::termbases::sheet::{Sheet, languages};
use crate::workbench::termbases::{OpenTerms, TermPlan, plan::Doing};
use crate::workbench::terms;

/// What a file had: its name, and its concepts.
pub(in super::super) struct ReadTerms {
    base: TermbaseId,
    name: String,
    result: Result<Reading<Vec<Concept>>, String>,
}

/// A termbase whose table is open.
#[derive(Debug, Clone)]
pub struct TermTable {
    /// The termbase.
    pub id: TermbaseId,
    /// What is shown of it.
    pub sheet: Sheet,
    /// Its languages, the most frequent first.
    pub langs: Vec<Lang>,
    /// Its state that the places are of.
    pub base: Arc<Termbase>,
    /// The places of the concepts that are shown, in order.
    pub places: Vec<usize>,
    /// Counts the lists that were shown.
    pub edition: u64,
    /// What waits for somebody's word.
    pub plan: Option<TermPlan>,
    /// The state of the termbase and the wish that were asked for last.
    asked: Option<(u64, Sheet, Arc<Termbase>)>,
}

impl TermTable {
    /// The concept of a row.
    #[must_use]
    pub fn concept(&self, row: usize) -> Option<&Concept> {
        self.base.concepts.get(*self.places.get(row)?)
    }
}

/// The table that is open, and wishes for it.
#[derive(Debug, Default)]
pub(super) struct Open {
    table: Option<TermTable>,
    wish: u64,
}

impl Open {
    pub(super) fn take_plan(&mut self) -> Option<TermPlan> {
        self.table.as_mut()?.plan.take()
    }
}

impl Desk {
    /// Opens the table of a termbase; of the one that takes new terms where none is said.
    pub fn open_terms(&mut self, base: Option<TermbaseId>) {
        let id = base.or_else(|| self.takes_new_terms());
        let id = id.or_else(|| self.terms.bases.all().first().map(OpenTerms::id));
        let id = id.unwrap_or_else(|| self.own_termbase());
        let Some(open) = self.terms.bases.get(id) else { return };
        let langs = languages(&open.base);
        let pair = pair_of(self.session.as_ref());
        let columns = columns(&langs, pair.as_ref());
        let sheet = Sheet { langs: columns, ..Sheet::default() };
        let base = Arc::clone(&open.base);
        self.terms.table.table = Some(TermTable {
            id,
            places: Vec::new(),
            base,
            langs,
            sheet,
            edition: 0,
            plan: None,
            asked: None,
        });
    }

    /// The table that is open.
    #[must_use]
    pub const fn term_table(&self) -> Option<&TermTable> {
        self.terms.table.table.as_ref()
    }

    /// Shows something else of the table.
    pub fn show_terms(&mut self, sheet: Sheet) {
        if let Some(table) = &mut self.terms.table.table {
            table.sheet = sheet;
        }
    }

    /// Closes the table.
    pub fn close_terms(&mut self) {
        self.terms.table.table = None;
    }

    /// Gives a plan up.
    pub fn give_up_terms_plan(&mut self) {
        let _ = self.terms.table.take_plan();
    }

    /// Asks which concepts the table shows, where it or the termbase has changed.
    pub(super) fn list_terms(&mut self) -> bool {
        let Some(table) = &mut self.terms.table.table else { return false };
        let Some(open) = self.terms.bases.get(table.id) else { return false };
        let is_same = table
            .asked
            .as_ref()
            .is_some_and(|(edition, sheet, _)| *edition == open.edition && *sheet == table.sheet);
        if is_same {
            return false;
        }
        let base = Arc::clone(&open.base);
        table.asked = Some((open.edition, table.sheet.clone(), Arc::clone(&base)));
        self.terms.table.wish += 1;
        self.terms.keeper.list(self.terms.table.wish, base, table.sheet.clone());
        true
    }

    pub(super) fn take_listed(&mut self, number: u64, places: Vec<usize>) {
        if number != self.terms.table.wish {
            return;
        }
        let Some(table) = &mut self.terms.table.table else { return };
        if let Some((_, _, base)) = &table.asked {
            table.base = Arc::clone(base);
            table.langs = languages(base);
        }
        table.places = places;
        table.edition += 1;
    }

    /// Plans to delete concepts of the table; a single one is deleted at once.
    pub fn plan_terms_deletion(&mut self, ids: &[ConceptId]) {
        if !self.can_change_table() {
            return;
        }
        let now = (self.new_env)(&self.settings.author).now();
        let Some(table) = &mut self.terms.table.table else { return };
        let plan = TermPlan::of_deleted(&table.base, ids, now);
        let is_one = plan.step.changes.len() == 1;
        table.plan = Some(plan);
        if is_one {
            self.carry_out_terms();
        }
    }

    /// Plans to take another termbase's concepts into that of the table.
    pub fn plan_terms_merge(&mut self, from: TermbaseId) {
        if !self.can_change_table() {
            return;
        }
        let Some(open) = self.terms.bases.get(from) else { return };
        let (name, concepts) = (open.name(), open.base.concepts.clone());
        self.put_terms_plan(Doing::Merge(name), concepts, Vec::new());
    }

    /// Reads a file whose terms are to come into a termbase, as a job; then a plan waits.
    pub fn import_terms(&mut self, base: TermbaseId, path: &Path) {
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        let mut env = (self.new_env)(&self.settings.author);
        let pair = pair_of(self.session.as_ref());
        self.jobs.start(t!("termbases-reading-terms"), move |_| {
            let pair = pair.as_ref().map(|(source, target)| (source, target));
            let result = terms::read(files.as_ref(), &path, pair, &mut env);
            let result = result.map_err(|error| error.to_string());
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let read = ReadTerms { base, name: name.unwrap_or_default(), result };
            Ok(Outcome::TermsRead(Box::new(read)))
        });
    }

    pub(in super::super) fn take_terms_read(&mut self, read: ReadTerms) {
        let ReadTerms { base, name, result } = read;
        if self.term_table().is_none_or(|table| table.id != base) || !self.can_change_table() {
            return;
        }
        match result {
            Ok(Reading { value, problems }) if value.is_empty() => {
                let first = problems.first().map(ToString::to_string).unwrap_or_default();
                self.tell(Tone::Notice, t!("termbases-no-terms", name = name, why = first));
            }
            Ok(Reading { value, problems }) => {
                self.put_terms_plan(Doing::Import(name), value, problems);
            }
            Err(why) => self.tell(Tone::Wrong, why),
        }
    }

    fn put_terms_plan(&mut self, doing: Doing, concepts: Vec<Concept>, problems: Vec<Problem>) {
        let now = (self.new_env)(&self.settings.author).now();
        let Some(table) = &mut self.terms.table.table else { return };
        table.plan = Some(TermPlan::of_incoming(&table.base, doing, concepts, problems, now));
    }

    /// Writes a termbase in the format that the file's name ends with, as a job.
    pub fn export_terms(&mut self, base: TermbaseId, path: &Path) {
        let Some(open) = self.terms.bases.get(base) else { return };
        let (base, files, path) =
            (Arc::clone(&open.base), Arc::clone(&self.files), path.to_owned());
        if self.terms.bases.all().iter().any(|open| open.path.as_ref() == Some(&path)) {
            return self.tell(Tone::Notice, t!("termbases-file-is-open"));
        }
        let main = pair_of(self.session.as_ref()).map(|(source, _)| source);
        let Some(lang) = main.or_else(|| languages(&base).into_iter().next()) else {
            return self.tell(Tone::Notice, t!("termbases-there-is-no-term"));
        };
        self.jobs.start(t!("exporting-exporting"), move |_| {
            let count = base.live().count();
            let result = match terms::export(&base, &path, &lang) {
                None => Err(t!("termbases-formats").to_owned()),
                Some(Reading { value, problems }) => {
                    let written = files.write_atomic(&path, value.as_bytes());
                    written.map(|()| problems).map_err(|error| error.to_string())
                }
            };
            let told = result.as_ref().ok().and_then(|problems| problems.first());
            let told = told.map(|first| format!("; {first}")).unwrap_or_default();
            let what = t!("termbases-exported", count = count, path = path.display(), told = told);
            Ok(Outcome::Written { what, result: result.map(|_| ()) })
        });
    }

    fn can_change_table(&mut self) -> bool {
        let open = self.term_table().and_then(|table| self.terms.bases.get(table.id));
        let Some((name, why)) = open.map(|open| (open.name(), open.why_read_only())) else {
            return false;
        };
        if let Some(why) = why {
            self.tell(Tone::Notice, t!("termbases-cannot-be-changed", name = name, why = why));
        }
        why.is_none()
    }
}

/// The languages of the two columns: the release's where the termbase has them, else its own
/// most frequent ones.
fn columns(langs: &[Lang], pair: Option<&(Lang, Lang)>) -> [Option<Lang>; 2] {
    let has = |lang: &Lang| langs.iter().find(|other| other.same_base(lang)).cloned();
    let wanted = pair.map(|(source, target)| {
        [
            has(source).unwrap_or_else(|| source.clone()),
            has(target).unwrap_or_else(|| target.clone()),
        ]
    });
    match wanted {
        Some([source, target]) => [Some(source), Some(target)],
        None => [langs.first().cloned(), langs.get(1).cloned()],
    }
}
