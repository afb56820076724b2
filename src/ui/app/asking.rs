//! The dialogs: showing the one that is open and doing what was answered; choosing
//! files with the system's dialogs.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use super::{Act, App, Dialogue, Next, Page};
use crate::model::View;
use crate::texts::t;
use crate::ui::file_dialogs::{Question, System, Wanted};
use crate::ui::grid::translate::field_id;
use crate::ui::text;
use crate::ui::views::ask::{
    self, Answer, ConfidenceQuestion, Guard, PathQuestion, Purpose, RowQuestion,
};
use crate::ui::views::claimed;
use crate::ui::views::head::short_name;
use crate::ui::views::keep::{self, Changed, Left};
use crate::ui::views::new_release::{NewRelease, Wish};
use crate::ui::views::palette;
use crate::ui::views::sentences::{Mend, Sentences};
use crate::workbench::desk::archive::Change;
use crate::workbench::desk::{Over, Slot, Tone};

impl App {
    pub(super) fn palette_ui(
        &mut self,
        ctx: &Context,
        mut palette: palette::Palette,
    ) -> Option<Dialogue> {
        match palette.show(ctx, self.view()) {
            palette::Answer::Open => Some(Dialogue::Palette(palette)),
            palette::Answer::Left => None,
            palette::Answer::Chosen(command) => {
                self.carry_out(ctx, Act::Run(command));
                None
            }
        }
    }

    pub(super) fn row_ui(&mut self, ctx: &Context, mut question: RowQuestion) -> Option<Dialogue> {
        match question.show(ctx, &self.desk) {
            Answer::Open => return Some(Dialogue::Row(question)),
            Answer::Left => {}
            Answer::Given(row) => self.desk.enter(row),
        }
        None
    }

    pub(super) fn accept_from_ui(
        &mut self,
        ctx: &Context,
        mut question: ConfidenceQuestion,
    ) -> Option<Dialogue> {
        match question.show(ctx, &self.desk) {
            Answer::Open => return Some(Dialogue::AcceptFrom(question)),
            Answer::Left => {}
            Answer::Given(confidence) => self.desk.accept_from(confidence),
        }
        None
    }

    /// Gives the focus back to the field of the active row, with its caret where it was.
    pub(super) fn focus_field(&mut self, ctx: &Context) {
        let field = self.grid.buffer.bead.map(field_id);
        let known = field.filter(|field| text::caret_of(ctx, *field).is_some());
        match known.filter(|_| self.view() == Some(View::Translate)) {
            Some(field) => ctx.memory_mut(|memory| memory.request_focus(field)),
            None => self.grid.buffer.wants_focus = self.page == Page::Release,
        }
    }

    pub(super) fn sentences_ui(
        &mut self,
        ctx: &Context,
        mut sentences: Sentences,
    ) -> Option<Dialogue> {
        let session = self.desk.session.as_ref()?;
        match sentences.show(ctx, session) {
            Answer::Open => Some(Dialogue::Sentences(sentences)),
            Answer::Left => None,
            Answer::Given(mends) => {
                for mend in mends {
                    match mend {
                        Mend::Correct(side, id, text) => {
                            self.desk.correct_sentence(side, id, &text);
                        }
                        Mend::Split(side, id, at) => self.desk.split_sentence(side, id, at),
                        Mend::SplitRow(cut) => self.desk.split_row(cut),
                        Mend::SplitAlways(side, id, text, at) => {
                            let session = self.desk.session.as_ref()?;
                            let lesson = session.lesson_to_split(side, id, &text, at);
                            self.ask_always(lesson);
                        }
                        Mend::JoinAlways(side, id) => {
                            let lesson = self.desk.session.as_ref()?.lesson_to_join(side, id);
                            self.ask_always(lesson);
                        }
                    }
                }
                None
            }
        }
    }

    pub(super) fn new_ui(&mut self, ctx: &Context, mut new: Box<NewRelease>) -> Option<Dialogue> {
        match new.show(ctx) {
            Answer::Open => Some(Dialogue::New(new)),
            Answer::Left => None,
            Answer::Given(Wish::Make) => {
                let act = super::arriving::made(*new);
                if self.desk.is_unsaved() {
                    return Some(Dialogue::Unsaved(act));
                }
                self.go_on(ctx, act);
                None
            }
            Answer::Given(Wish::EncodeSource) => {
                self.ask_new_encoding(new, Slot::Source);
                None
            }
            Answer::Given(Wish::EncodeTarget) => {
                self.ask_new_encoding(new, Slot::Target);
                None
            }
            Answer::Given(Wish::SourceRole(block)) => {
                self.ask_new_role(new, Slot::Source, block);
                None
            }
            Answer::Given(Wish::TargetRole(block)) => {
                self.ask_new_role(new, Slot::Target, block);
                None
            }
            Answer::Given(wish) => {
                let purpose = if wish == Wish::ChooseSource {
                    Purpose::SourceText
                } else {
                    Purpose::TargetText
                };
                self.aside = Some(new);
                self.pick(ctx, purpose);
                None
            }
        }
    }

    pub(super) fn path_ui(
        &mut self,
        ctx: &Context,
        mut question: PathQuestion,
    ) -> Option<Dialogue> {
        let (answer, browse) = question.show(ctx);
        if browse {
            self.pick(ctx, question.purpose);
            return None;
        }
        match answer {
            Answer::Open => Some(Dialogue::Path(question)),
            Answer::Left => {
                self.come_back_to_new();
                self.come_back_to_terms(question.purpose);
                None
            }
            Answer::Given(path) => {
                self.use_path(ctx, question.purpose, &path);
                None
            }
        }
    }

    pub(super) fn recovery_ui(&mut self, ctx: &Context) -> Option<Dialogue> {
        let recovery = self.desk.recovery()?;
        match keep::recovery_ui(ctx, recovery) {
            Answer::Open => return Some(Dialogue::Recovery),
            Answer::Left => self.desk.decide_later(),
            Answer::Given(Left::TakeUp) => self.desk.take_up(),
            Answer::Given(Left::GiveUp) => self.desk.give_up(),
        }
        None
    }

    pub(super) fn claimed_ui(&mut self, ctx: &Context) -> Option<Dialogue> {
        let claimed = self.desk.claimed()?;
        match claimed::claimed_ui(ctx, claimed.title(), &claimed.seen) {
            Answer::Open => return Some(Dialogue::Claimed),
            Answer::Left => self.desk.leave_claimed(),
            Answer::Given(claimed::Wish::Read) => self.desk.open_to_read(),
            Answer::Given(claimed::Wish::TakeOver) => self.desk.take_over(),
        }
        None
    }

    pub(super) fn changed_ui(&mut self, ctx: &Context, path: PathBuf) -> Option<Dialogue> {
        match keep::changed_ui(ctx, &path) {
            Answer::Open => return Some(Dialogue::Changed(path)),
            Answer::Left => {}
            Answer::Given(Changed::SaveAs) => self.pick(ctx, Purpose::SaveAs),
            Answer::Given(Changed::Replace) => self.desk.save_to(&path, Over::Always),
        }
        None
    }

    pub(super) fn unsaved_ui(&mut self, ctx: &Context, next: Next) -> Option<Dialogue> {
        let name = self.desk.session.as_ref().map(|s| short_name(s.project())).unwrap_or_default();
        match ask::unsaved_ui(ctx, &name) {
            Answer::Open => Some(Dialogue::Unsaved(next)),
            Answer::Left => None,
            Answer::Given(Guard::Save) => {
                self.after_saving = Some(next);
                self.carry_out_now(ctx, Act::Run(crate::workbench::Command::Save));
                None
            }
            Answer::Given(Guard::Discard) => {
                self.go_on(ctx, next);
                None
            }
        }
    }

    /// Goes on once nothing unsaved is in the way.
    fn go_on(&mut self, ctx: &Context, next: Next) {
        match next {
            Next::Act(act) => self.carry_out_now(ctx, act),
            Next::Make(sides) => self.desk.make_of(sides),
            Next::Close => {
                self.closing = true;
                self.desk.close();
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    pub(super) fn go_on_after_saving(&mut self, ctx: &Context) {
        let leaves = matches!(&self.after_saving, Some(Next::Act(act)) if self.leaves(act));
        let waits = leaves || self.desk.is_unsaved();
        let next = if waits { None } else { self.after_saving.take() };
        if let Some(next) = next {
            self.go_on(ctx, next);
        }
    }

    /// Texts that were read go into the dialog for a new release.
    pub(super) fn take_incoming_texts(&mut self) {
        for incoming in self.desk.incoming_texts() {
            let mut new = match self.dialog.take() {
                Some(Dialogue::New(new)) => new,
                other => {
                    self.dialog = other;
                    self.aside.take().unwrap_or_else(|| Box::new(NewRelease::new(false)))
                }
            };
            match incoming.slot {
                Slot::Any => new.take(incoming),
                Slot::Source => new.take_source(incoming),
                Slot::Target => new.take_target(incoming),
            }
            self.dialog = Some(Dialogue::New(new));
        }
    }

    /// A text that was chosen for a new release could not be read: the dialog comes back
    /// with what it had.
    pub(super) fn come_back_where_nothing_came(&mut self) {
        let waits = self.dialog.is_some() || self.picker.is_open() || self.desk.is_reading();
        if self.aside.is_some() && !waits {
            self.come_back_to_new();
        }
    }

    /// Asks for a file with the system's dialog, or in the window where there is none.
    pub(super) fn pick(&mut self, ctx: &Context, purpose: Purpose) {
        if !self.system_dialogs {
            self.question(purpose);
            return;
        }
        let question = self.file_question(purpose);
        let asked = self.picker.ask(ctx, System::new(None), question, purpose);
        if let Err(error) = asked {
            self.desk.tell(Tone::Notice, error.to_string());
            self.question(purpose);
        }
    }

    /// The question as the system's dialog puts it.
    fn file_question(&self, purpose: Purpose) -> Question {
        let proposal = self.proposal(purpose);
        let wanted = match purpose {
            Purpose::Folder | Purpose::Archive | Purpose::ArchiveOutput => Wanted::Folder,
            _ if purpose.writes() => Wanted::NewFile,
            _ => Wanted::File,
        };
        let mut question = Question::new(wanted, purpose.title());
        question.folder = if purpose.writes() {
            proposal.parent().map(Path::to_owned)
        } else {
            Some(proposal.clone())
        };
        question.folder = question.folder.filter(|folder| !folder.as_os_str().is_empty());
        if purpose.writes() {
            question.name = proposal.file_name().map(|name| name.to_string_lossy().into_owned());
        }
        match purpose {
            Purpose::Open => question
                .kind(
                    t!("asking-releases-memories-texts"),
                    &[&["ron", "tmx", "tsv"], PAGES].concat(),
                )
                .kind(t!("asking-all-files"), &["*"]),
            Purpose::Folder | Purpose::Archive | Purpose::ArchiveOutput => question,
            Purpose::Dictionary => question.kind(t!("dictionary-of-hunspell"), &["dic", "aff"]),
            Purpose::Rules => question.kind(t!("asking-segmentation-rules-srx"), &["srx", "xml"]),
            Purpose::Tmx => question
                .kind(
                    t!("asking-tmx-tables-memories"),
                    &["tmx", "csv", "tsv", "tab", "txt", "xlsx", "xlsm", "ron"],
                )
                .kind(t!("asking-all-files"), &["*"]),
            Purpose::SaveAs => question.kind(t!("asking-diptych-release"), &["ron"]),
            Purpose::OpenMemory | Purpose::NewMemory(_) => {
                question.kind(t!("asking-diptych-memory"), &["ron"])
            }
            Purpose::ExportAnalysis(format) => {
                question.kind(format.name(), &[format.ending().trim_start_matches('.')])
            }
            Purpose::ExportHits => question.kind(t!("asking-table"), &["csv"]),
            Purpose::GiveBack(_) => question.kind(t!("asking-all-files"), &["*"]),
            Purpose::PrintKeys => {
                question.kind(t!("asking-page"), &["html"]).kind(t!("asking-text"), &["md", "txt"])
            }
            Purpose::ExportMemory(_, format) => {
                question.kind(format.name(), &[format.ending().trim_start_matches('.')])
            }
            Purpose::SourceText
            | Purpose::TargetText
            | Purpose::CorrectedSource
            | Purpose::Reference => question
                .kind(t!("asking-texts-documents-pages"), PAGES)
                .kind(t!("asking-all-files"), &["*"]),
            Purpose::OpenTerms | Purpose::NewTerms => {
                question.kind(t!("asking-diptych-termbase"), &["ron"])
            }
            Purpose::ImportTerms(_) => question
                .kind(
                    t!("asking-terms"),
                    &["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "tbx", "xml", "ron"],
                )
                .kind(t!("asking-all-files"), &["*"]),
            Purpose::ExportTerms(_) => {
                question.kind(t!("asking-table"), &["csv"]).kind("TBX", &["tbx"])
            }
            Purpose::ExportText => question
                .kind(t!("asking-plain-text"), &["txt"])
                .kind(t!("asking-all-files"), &["*"]),
        }
    }

    /// Asks for a path in the window.
    fn question(&mut self, purpose: Purpose) {
        let proposal = self.proposal(purpose).display().to_string();
        self.dialog = Some(Dialogue::Path(PathQuestion::new(purpose, proposal)));
    }

    /// Takes what the system's dialog answered. One that answers at once with nothing
    /// was not there: the path is asked for in the window.
    pub(super) fn take_picked(&mut self, ctx: &Context) {
        let Some(answer) = self.picker.poll() else { return };
        let no_dialog = answer.maybe_no_dialog();
        match answer.paths.first() {
            Some(path) => self.use_path(ctx, answer.purpose, &path.clone()),
            None if no_dialog => self.question(answer.purpose),
            None => {
                self.come_back_to_new();
                self.come_back_to_terms(answer.purpose);
            }
        }
    }

    /// The dialog for a new release comes back when no file was chosen for it.
    pub(super) fn come_back_to_new(&mut self) {
        self.after_saving = None;
        if let Some(new) = self.aside.take() {
            self.dialog = Some(Dialogue::New(new));
        }
    }

    fn use_path(&mut self, ctx: &Context, purpose: Purpose, path: &Path) {
        match purpose {
            Purpose::Open | Purpose::Folder => self.carry_out(ctx, Act::Open(path.to_owned())),
            Purpose::OpenMemory | Purpose::NewMemory(_) => self.take_memory(ctx, purpose, path),
            Purpose::Tmx => self.ask_import(path),
            Purpose::SaveAs => self.desk.save_to(&with_ending(path, ".project.ron"), Over::Always),
            Purpose::ExportText => self.desk.export_text_to(&with_ending(path, ".txt")),
            Purpose::GiveBack(written_as) => self.desk.write_translation(written_as, path),
            Purpose::ExportMemory(memory, format) => {
                let path = with_ending(path, format.ending());
                self.desk.export_memory_to(memory, format, &path);
            }
            Purpose::ExportHits => self.desk.export_hits_to(&with_ending(path, ".csv")),
            Purpose::Reference => self.desk.read_reference(path),
            Purpose::Archive => self.gather(vec![path.to_owned()]),
            Purpose::ArchiveOutput => {
                self.desk.correct_archive(Change::Output(path.to_owned()));
            }
            Purpose::SourceText => self.desk.read_text(path, Slot::Source),
            Purpose::TargetText => self.desk.read_text(path, Slot::Target),
            Purpose::OpenTerms
            | Purpose::NewTerms
            | Purpose::ImportTerms(_)
            | Purpose::ExportTerms(_) => self.take_terms_path(purpose, path),
            Purpose::Rules => self.desk.use_rules(path),
            Purpose::Dictionary => self.use_dictionary(path),
            Purpose::CorrectedSource => self.desk.read_corrected(path),
            Purpose::PrintKeys => self.desk.print_keys_to(path),
            Purpose::ExportAnalysis(format) => {
                self.desk.export_analysis_to(format, &with_ending(path, format.ending()));
                self.show_analysis();
            }
        }
    }

    /// Where a file would be written, by the release's name.
    fn proposal(&self, purpose: Purpose) -> PathBuf {
        let folder = self.desk.usual_folder();
        let name = self.desk.session.as_ref().map(|s| file_stem(&short_name(s.project())));
        let name = name.unwrap_or_else(|| "release".to_owned());
        match purpose {
            Purpose::SaveAs => folder.join(format!("{name}.project.ron")),
            Purpose::NewMemory(_) => folder.join("house.memory.ron"),
            Purpose::ExportText => {
                let session = self.desk.session.as_ref();
                let lang = session.and_then(|s| s.target_lang()).map_or("target", |l| l.as_str());
                let draft = if self.desk.marks_draft() { ".DRAFT" } else { "" };
                folder.join(format!("{name}{draft}.{lang}.txt"))
            }
            Purpose::GiveBack(written_as) => folder.join(self.desk.name_to_write(written_as)),
            Purpose::ExportMemory(memory, format) => {
                let shelf = self.desk.library.shelf(memory);
                let name = shelf.map_or("memory", |s| s.memory.header().name.as_str());
                folder.join(format!("{}{}", file_stem(name), format.ending()))
            }
            Purpose::ArchiveOutput => {
                self.desk.archive().map(|archive| archive.output.clone()).unwrap_or(folder)
            }
            Purpose::PrintKeys => folder.join("diptych-keys.html"),
            Purpose::ExportAnalysis(format) => {
                folder.join(format!("{name}-analysis{}", format.ending()))
            }
            Purpose::ExportHits => folder.join("concordance.csv"),
            Purpose::NewTerms => folder.join("names.terms.ron"),
            Purpose::ExportTerms(base) => {
                let open = self.desk.termbases().iter().find(|open| open.id() == base);
                let name = open.map(|open| file_stem(&open.name())).unwrap_or_default();
                folder.join(format!("{name}.csv"))
            }
            _ => folder,
        }
    }
}

/// Endings of texts, documents and pages.
const PAGES: &[&str] =
    &["txt", "docx", "docm", "dotx", "odt", "ott", "html", "htm", "xhtml", "md", "markdown"];

/// A name as a file's: lower case, words joined by hyphens.
fn file_stem(name: &str) -> String {
    let mut stem = String::new();
    for c in name.chars().take(60) {
        if c.is_alphanumeric() {
            stem.extend(c.to_lowercase());
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
    }
    stem.trim_end_matches('-').to_owned()
}

/// The path with this ending, unless it has it.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    if name.ends_with(ending) || (ending == ".txt" && path.extension().is_some()) {
        return path.to_owned();
    }
    path.with_file_name(format!("{name}{ending}"))
}
