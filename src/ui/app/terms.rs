//! Terms in the window: put in at the caret, added from two selections, forbidden; the list of
//! termbases, their tables, names that no termbase has.

use egui::Context;

use super::{App, Dialogue};
use crate::model::{BeadId, Concept, Term, TermStatus, TermbaseId};
use crate::terms::Standing;
use crate::text::case;
use crate::texts::t;
use crate::ui::grid::langs;
use crate::ui::grid::translate::field_id;
use crate::ui::text;
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::choose::{Choice, Chooser};
use crate::ui::views::concept_form::{Back, ConceptForm, Wish as FormWish};
use crate::ui::views::new_names::{NewNames, Wish as NamesWish};
use crate::ui::views::term_table::{TermTableView, Wish as TableWish};
use crate::ui::views::termbases::{TermbaseList, Wanted};
use crate::workbench::Command;
use crate::workbench::desk::Tone;

/// What was selected last in the source of a row: pressing in the target takes that selection
/// away before both are there.
#[derive(Debug, Default)]
pub(super) struct Selected {
    source: Option<(BeadId, String)>,
}

impl App {
    /// Commands about terms; whether it was one.
    pub(super) fn about_terms(&mut self, ctx: &Context, command: Command) -> bool {
        match command {
            Command::InsertTerm => self.ask_term(),
            Command::AddTerm => self.ask_new_term(ctx, TermStatus::Preferred),
            Command::ForbidTerm => self.ask_new_term(ctx, TermStatus::Forbidden),
            Command::Termbases => {
                self.dialog = Some(Dialogue::Termbases(TermbaseList::default()));
            }
            Command::TermTable => self.ask_terms(None),
            Command::NewNames => self.ask_names(),
            _ => return false,
        }
        true
    }

    /// Remembers what is selected in the source of the active row.
    pub(super) fn follow_selection(&mut self, ctx: &Context) {
        let Some(session) = &self.desk.session else { return };
        let Some(bead) = session.active_bead().map(|bead| bead.id) else { return };
        if self.selected.source.as_ref().is_some_and(|(of, _)| *of != bead) {
            self.selected.source = None;
        }
        let selected = text::selected_in_label(ctx);
        if let Some(selected) = selected
            && self.selected.source.as_ref().is_none_or(|(_, known)| *known != selected)
            && session.source_text(session.row()).contains(&selected)
        {
            self.selected.source = Some((bead, selected));
        }
    }

    /// Asks which term of the row is put in; the first that the target lacks is marked.
    fn ask_term(&mut self) {
        if self.choices_of_terms().is_empty() {
            return self.desk.tell(Tone::Notice, t!("terms-none-in-this-row"));
        }
        let chooser = Chooser::new(t!("terms-insert"), t!("terms-find"), 0);
        self.dialog = Some(Dialogue::Terms(chooser));
    }

    fn choices_of_terms(&self) -> Vec<Choice> {
        let Some(terms) = self.desk.row_terms() else { return Vec::new() };
        let choice = |text: &&str| {
            let has = |line: &&crate::workbench::termbases::TermLine| {
                line.standing != Standing::Forbidden
                    && (line.text == **text || line.also.iter().any(|also| also == *text))
            };
            let line = terms.lines.iter().find(has);
            let note = line.map(|line| t!("terms-for", source = line.source)).unwrap_or_default();
            Choice { name: (*text).to_owned(), note }
        };
        terms.usable().iter().map(choice).collect()
    }

    pub(super) fn terms_ui(&mut self, ctx: &Context, mut chooser: Chooser) -> Option<Dialogue> {
        let choices = self.choices_of_terms();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Terms(chooser)),
            Answer::Left => {}
            Answer::Given(place) => {
                if let Some(choice) = choices.get(place) {
                    self.put_term_in(ctx, &choice.name.clone());
                }
            }
        }
        None
    }

    /// Puts a term in at the caret: behind a space where it would run together with what
    /// stands before, with a capital at the head of a text.
    pub(super) fn put_term_in(&mut self, ctx: &Context, term: &str) {
        let Some(session) = &mut self.desk.session else { return };
        let Some(bead) = session.active_bead() else { return };
        if bead.flags.locked || session.is_read_only() {
            return self.desk.tell(Tone::Notice, t!("the-row-is-locked"));
        }
        let (field, lang) = (field_id(bead.id), langs::of_target(session, bead).clone());
        let target = &self.grid.buffer.text;
        let caret = text::caret_of(ctx, field).unwrap_or_else(|| target.chars().count());
        let before: String = target.chars().take(caret).collect();
        let joins = before.ends_with(|c: char| c.is_alphanumeric() && c < '\u{2E80}');
        let at_head = before.trim_end().is_empty();
        let term = if at_head { case::begun(term, &lang) } else { term.to_owned() };
        session.end_typing();
        self.insert(ctx, &if joins { format!(" {term}") } else { term });
        ctx.request_repaint();
    }

    /// Asks for a term of what is selected in source and target, or forbids the latter.
    fn ask_new_term(&mut self, ctx: &Context, status: TermStatus) {
        let Some(session) = &self.desk.session else { return };
        let (Ok(pair), Some(bead)) = (session.pair(), session.active_bead()) else { return };
        let selected = self.selected.source.as_ref().filter(|(of, _)| *of == bead.id);
        let source = selected.map(|(_, text)| tidy(text)).unwrap_or_default();
        let target = text::selected(ctx, field_id(bead.id), &self.grid.buffer.text);
        let target = target.map(|text| tidy(&text)).unwrap_or_default();
        let mut terms = vec![
            Term::preferred(pair.source, source.clone()),
            Term { status, ..Term::preferred(pair.target.clone(), target.clone()) },
        ];
        if status == TermStatus::Forbidden {
            terms.push(Term::preferred(pair.target, String::new()));
        }
        let base = self.desk.termbase_to_fill();
        self.open_form(base, terms, Back::Row);
    }

    /// Opens the form about terms: the concept that has them already, or a new one.
    fn open_form(&mut self, base: TermbaseId, terms: Vec<Term>, back: Back) {
        let mut concept = self.desk.concept_with(base, with_text(&terms));
        let is_there = self.has_concept(base, &concept);
        if is_there {
            only_one_preferred(&mut concept);
        } else {
            concept.terms = terms;
        }
        let form = ConceptForm::of(concept, is_there, base, self.writable_bases(), back);
        self.dialog = Some(Dialogue::Concept(Box::new(form)));
    }

    fn has_concept(&self, base: TermbaseId, concept: &Concept) -> bool {
        let open = self.desk.termbases().iter().find(|open| open.id() == base);
        open.is_some_and(|open| open.concept(concept.id).is_some())
    }

    fn writable_bases(&self) -> Vec<(TermbaseId, String)> {
        let writable = self.desk.termbases().iter().filter(|open| open.why_read_only().is_none());
        writable.map(|open| (open.id(), open.name())).collect()
    }

    pub(super) fn concept_ui(
        &mut self,
        ctx: &Context,
        mut form: Box<ConceptForm>,
    ) -> Option<Dialogue> {
        let back = form.back;
        match form.show(ctx) {
            FormWish::Open => return Some(Dialogue::Concept(form)),
            FormWish::Left => {}
            FormWish::Switch(base, terms) => {
                self.open_form(base, terms, back);
                return None;
            }
            FormWish::Store(base, concept) => {
                self.desk.store_concept(base, *concept);
                if let Back::Names(place) = back {
                    self.desk.name_is_added(place);
                }
            }
        }
        match back {
            Back::Row => None,
            Back::Table => Some(Dialogue::TermTable(Box::new(TermTableView::back()))),
            Back::Names(place) => Some(Dialogue::NewNames(NewNames::at(place))),
        }
    }

    pub(super) fn termbases_ui(
        &mut self,
        ctx: &Context,
        mut list: TermbaseList,
    ) -> Option<Dialogue> {
        match list.show(ctx, &self.desk) {
            Answer::Open => {}
            Answer::Left => return None,
            Answer::Given(Wanted::Use(uses)) => self.desk.use_termbases(uses),
            Answer::Given(Wanted::Open) => {
                self.pick(ctx, Purpose::OpenTerms);
                return None;
            }
            Answer::Given(Wanted::Make) => {
                self.pick(ctx, Purpose::NewTerms);
                return None;
            }
            Answer::Given(Wanted::Close(base)) => self.desk.close_termbase(base),
            Answer::Given(Wanted::Table(base)) => {
                self.ask_terms(Some(base));
                return None;
            }
        }
        Some(Dialogue::Termbases(list))
    }

    fn ask_terms(&mut self, base: Option<TermbaseId>) {
        self.desk.open_terms(base);
        self.dialog = Some(Dialogue::TermTable(Box::new(TermTableView::new())));
    }

    pub(super) fn term_table_ui(
        &mut self,
        ctx: &Context,
        mut view: Box<TermTableView>,
    ) -> Option<Dialogue> {
        match view.show(ctx, &self.desk) {
            TableWish::Open => {}
            TableWish::Left => {
                self.desk.close_terms();
                return None;
            }
            TableWish::Show(sheet) => self.desk.show_terms(*sheet),
            TableWish::Base(base) => {
                self.desk.open_terms(Some(base));
                view.begin_at_top();
            }
            TableWish::Edit(base, concept) => {
                let is_there = self.has_concept(base, &concept);
                let bases = self.writable_bases();
                let form = ConceptForm::of(*concept, is_there, base, bases, Back::Table);
                return Some(Dialogue::Concept(Box::new(form)));
            }
            TableWish::Add(base, terms) => {
                let concept = self.desk.concept_with(base, Vec::new());
                let concept = Concept { terms, ..concept };
                let bases = self.writable_bases();
                let form = ConceptForm::of(concept, false, base, bases, Back::Table);
                return Some(Dialogue::Concept(Box::new(form)));
            }
            TableWish::Delete(ids) => self.desk.plan_terms_deletion(&ids),
            TableWish::CarryOut => self.desk.carry_out_terms(),
            TableWish::GiveUp => self.desk.give_up_terms_plan(),
            TableWish::Undo(way) => self.desk.undo_terms(way),
            TableWish::Import(base) => {
                self.pick(ctx, Purpose::ImportTerms(base));
                return None;
            }
            TableWish::Export(base) => {
                self.pick(ctx, Purpose::ExportTerms(base));
                return None;
            }
            TableWish::Merge => {
                let chooser = Chooser::new(t!("terms-merge-which"), t!("terms-find-termbase"), 0);
                return Some(Dialogue::MergeTerms(chooser, view));
            }
        }
        Some(Dialogue::TermTable(view))
    }

    /// Asks which termbase comes into that of the table.
    pub(super) fn merge_terms_ui(
        &mut self,
        ctx: &Context,
        mut chooser: Chooser,
        view: Box<TermTableView>,
    ) -> Dialogue {
        let into = self.desk.term_table().map(|table| table.id);
        let others: Vec<_> =
            self.desk.termbases().iter().filter(|open| Some(open.id()) != into).collect();
        let choices: Vec<Choice> = others
            .iter()
            .map(|open| Choice {
                name: open.name(),
                note: t!("termbases-concepts", count = open.count),
            })
            .collect();
        let ids: Vec<TermbaseId> = others.iter().map(|open| open.id()).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Dialogue::MergeTerms(chooser, view),
            Answer::Left => {}
            Answer::Given(place) => {
                if let Some(from) = ids.get(place) {
                    self.desk.plan_terms_merge(*from);
                }
            }
        }
        Dialogue::TermTable(view)
    }

    /// Uses a path that was chosen for terms; the dialog it was chosen in comes back.
    pub(super) fn take_terms_path(&mut self, purpose: Purpose, path: &std::path::Path) {
        use super::asking::with_ending;
        match purpose {
            Purpose::OpenTerms => self.desk.open_termbase(path),
            Purpose::NewTerms => self.desk.make_termbase(&with_ending(path, ".terms.ron")),
            Purpose::ImportTerms(base) => self.desk.import_terms(base, path),
            Purpose::ExportTerms(base) => self.desk.export_terms(base, path),
            _ => {}
        }
        self.come_back_to_terms(purpose);
    }

    /// The dialog in which a path was asked for comes back.
    pub(super) fn come_back_to_terms(&mut self, purpose: Purpose) {
        if self.dialog.is_some() {
            return;
        }
        self.dialog = match purpose {
            Purpose::OpenTerms | Purpose::NewTerms => {
                Some(Dialogue::Termbases(TermbaseList::default()))
            }
            Purpose::ImportTerms(_) | Purpose::ExportTerms(_) => {
                Some(Dialogue::TermTable(Box::new(TermTableView::back())))
            }
            _ => None,
        };
    }

    /// Lists the names of the release that no termbase has.
    fn ask_names(&mut self) {
        self.desk.seek_names();
        self.dialog = Some(Dialogue::NewNames(NewNames::at(0)));
    }

    pub(super) fn new_names_ui(&mut self, ctx: &Context, mut list: NewNames) -> Option<Dialogue> {
        match list.show(ctx, &self.desk) {
            NamesWish::Open => return Some(Dialogue::NewNames(list)),
            NamesWish::Left => self.desk.stop_seeking_names(),
            NamesWish::Add(place, name) => {
                let base = self.desk.termbase_to_fill();
                let concept = self.desk.concept_of_name(&name)?;
                let bases = self.writable_bases();
                let form = ConceptForm::of(concept, false, base, bases, Back::Names(place));
                return Some(Dialogue::Concept(Box::new(form)));
            }
            NamesWish::AddAll(names) => {
                let base = self.desk.termbase_to_fill();
                self.desk.store_names(base, &names);
                return Some(Dialogue::NewNames(list));
            }
        }
        None
    }
}

/// What was selected, on one line and without marks at its ends.
fn tidy(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '«' | '»' | '“' | '”' | '"'))
        .trim()
        .to_owned()
}

fn with_text(terms: &[Term]) -> Vec<Term> {
    terms.iter().filter(|term| !term.text.is_empty()).cloned().collect()
}

/// A name that comes to a concept which has one to use is admitted beside it.
fn only_one_preferred(concept: &mut Concept) {
    let mut seen: Vec<(String, String)> = Vec::new();
    for term in concept.terms.iter_mut().filter(|term| term.status == TermStatus::Preferred) {
        let of = (term.lang.as_str().to_owned(), term.issuer.clone());
        if seen.contains(&of) {
            term.status = TermStatus::Admitted;
        } else {
            seen.push(of);
        }
    }
}
