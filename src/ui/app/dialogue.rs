//! The dialogs there are: one at most is open over the window.

use std::path::PathBuf;

use egui::Context;

use super::leverage::filled_dialog;
use super::review::all_report_ui;
use super::{App, Next, spelling};
use crate::ui::views::always::Always;
use crate::ui::views::analysis::AnalysisDialog;
use crate::ui::views::ask::{self, Answer};
use crate::ui::views::ask::{ConfidenceQuestion, PathQuestion, RowQuestion};
use crate::ui::views::checks::CheckList;
use crate::ui::views::choose::Chooser;
use crate::ui::views::concept_form::ConceptForm;
use crate::ui::views::concordance::Concordance;
use crate::ui::views::correct::CorrectDialog;
use crate::ui::views::dismissals::DismissalList;
use crate::ui::views::embargo::EmbargoDialog;
use crate::ui::views::exceptions::ExceptionList;
use crate::ui::views::export_memory::ExportQuestion;
use crate::ui::views::facts::FactList;
use crate::ui::views::fonts::FontList;
use crate::ui::views::former::FormerStates;
use crate::ui::views::gate::GateDialog;
use crate::ui::views::give_back::GiveBackQuestion;
use crate::ui::views::harvest::HarvestQuestion;
use crate::ui::views::import_memory::ImportMemory;
use crate::ui::views::keymap::KeyDialog;
use crate::ui::views::late::LateDialog;
use crate::ui::views::log::LogPanel;
use crate::ui::views::memories::MemoryList;
use crate::ui::views::new_names::NewNames;
use crate::ui::views::new_release::NewRelease;
use crate::ui::views::palette::Palette;
use crate::ui::views::pretranslate::PretranslateQuestion;
use crate::ui::views::release_data::ReleaseData;
use crate::ui::views::review::AllQuestion;
use crate::ui::views::send_memory::SendQuestion;
use crate::ui::views::sentences::Sentences;
use crate::ui::views::steps::StepList;
use crate::ui::views::term_table::TermTableView;
use crate::ui::views::termbases::TermbaseList;
use crate::ui::views::units::UnitsView;
use crate::ui::views::versions::VersionsDialog;
use crate::ui::views::why_match::WhyMatch;
use crate::ui::views::your_name::NameQuestion;
use crate::workbench::desk::{AllReport, Slot};
use crate::workbench::find::Plan;
use crate::workbench::pretranslating::Pretranslated;

/// A dialog over the window.
pub(super) enum Dialogue {
    About,
    New(Box<NewRelease>),
    Palette(Palette),
    Path(PathQuestion),
    Row(RowQuestion),
    /// From which confidence on links are accepted.
    AcceptFrom(ConfidenceQuestion),
    /// From which confidence on links are accepted in all releases.
    AcceptInAll(AllQuestion),
    /// Which links a sample is drawn of.
    Sample(Chooser),
    /// What failed in all releases.
    AllReport(AllReport),
    /// The sentences of a row.
    Sentences(Sentences),
    /// What the active row's block is.
    Role(Chooser),
    /// Which character is put in at the caret.
    Characters(Chooser),
    /// What an unknown word may be.
    Misspelt(Box<spelling::Misspelt>),
    /// Which dictionary is the target language's.
    Dictionary(Chooser),
    /// Which translation or text is shown beside the rows.
    Reference(Chooser),
    /// Which pair is derived through the source.
    Derive(Chooser),
    /// Which file is read again in which encoding.
    Encoding(Chooser),
    /// Which text a row of the archive is paired with.
    Partner(usize, Chooser),
    /// In which encoding a text of a new release is read.
    NewEncoding(Chooser, Slot),
    /// What a block of a file of a new release is.
    NewRole(Chooser, Slot, usize),
    /// Which memory the accepted rows go to.
    Memory(HarvestQuestion),
    /// How much of the releases the memories cover.
    Analysis(AnalysisDialog),
    /// Which matches open rows are filled with.
    Pretranslate(PretranslateQuestion),
    /// What pre-translation did.
    Filled(Box<Pretranslated>),
    /// Why a match has its percentage.
    Why(WhyMatch),
    /// As what the translation is written, and what it lacks.
    GiveBack(GiveBackQuestion),
    /// Where the translation was written.
    GivenBack(PathBuf),
    /// Which memory is exported, and as what.
    Export(ExportQuestion),
    /// How memories are used.
    Memories(MemoryList),
    /// The units of a memory.
    Units(Box<UnitsView>),
    /// What goes to a shared memory.
    Send(SendQuestion),
    /// What is corrected everywhere.
    CorrectEverywhere(Box<CorrectDialog>),
    /// A rule that joins or splits always.
    Always(Box<Always>),
    /// The rules of segmentation.
    Exceptions(ExceptionList),
    /// Which keys stand for which commands.
    Keys(KeyDialog),
    /// Which language the window speaks.
    Language(Chooser),
    /// What of a file goes into which memory.
    Import(Box<ImportMemory>),
    /// Work that was not saved when the program ended.
    Recovery,
    /// Former states of the open release's file.
    Former(FormerStates),
    /// Somebody else has changed the file that is to be saved.
    Changed(PathBuf),
    /// Unsaved changes stand in the way of what is to be done next.
    Unsaved(Next),
    /// What would be replaced.
    Replace(Box<Plan>),
    /// What is looked for in the memories.
    Concordance(Box<Concordance>),
    /// The release that a match or hit comes from.
    Precedent,
    /// What was done, to go to any step of it.
    Steps(StepList),
    /// What was told.
    Log(LogPanel),
    /// What somebody is called.
    YourName(NameQuestion),
    /// Which font a column is set in.
    Fonts(FontList),
    /// Which term is put in at the caret.
    Terms(Chooser),
    /// A concept of a termbase, new or changed.
    Concept(Box<ConceptForm>),
    /// Which termbases are used.
    Termbases(TermbaseList),
    /// The concepts of a termbase.
    TermTable(Box<TermTableView>),
    /// Which termbase is taken into that of the table.
    MergeTerms(Chooser, Box<TermTableView>),
    /// Names that no termbase has.
    NewNames(NewNames),
    /// Somebody else has the release open that is to be opened.
    Claimed,
    /// How much checks count.
    Checks(CheckList),
    /// Findings that are no fault.
    Dismissals(DismissalList),
    /// The facts of the release.
    Facts(FactList),
    /// What the release lacks before it goes out.
    Gate(GateDialog),
    /// A corrected source.
    Late(Box<LateDialog>),
    /// The versions of the source.
    Versions(VersionsDialog),
    /// The embargo.
    Embargo(EmbargoDialog),
    /// What the release is.
    ReleaseData(ReleaseData),
}

impl App {
    /// Shows the dialog that is open.
    #[expect(clippy::too_many_lines, reason = "a line for each dialog there is")]
    pub(super) fn dialog_ui(&mut self, ctx: &Context) {
        let Some(dialog) = self.dialog.take() else { return };
        let stays = match dialog {
            Dialogue::About => (!ask::about_ui(ctx)).then_some(Dialogue::About),
            Dialogue::New(new) => self.new_ui(ctx, new),
            Dialogue::Palette(palette) => self.palette_ui(ctx, palette),
            Dialogue::Path(question) => self.path_ui(ctx, question),
            Dialogue::Row(question) => self.row_ui(ctx, question),
            Dialogue::Role(chooser) => self.role_ui(ctx, chooser),
            Dialogue::Characters(chooser) => self.characters_ui(ctx, chooser),
            Dialogue::Misspelt(misspelt) => self.misspelt_ui(ctx, misspelt),
            Dialogue::Dictionary(chooser) => self.dictionary_ui(ctx, chooser),
            Dialogue::Reference(chooser) => self.reference_ui(ctx, chooser),
            Dialogue::Derive(chooser) => self.derive_ui(ctx, chooser),
            Dialogue::Encoding(chooser) => self.encoding_ui(ctx, chooser),
            Dialogue::Partner(row, chooser) => self.partner_ui(ctx, row, chooser),
            Dialogue::NewRole(chooser, slot, block) => {
                self.new_role_ui(ctx, chooser, (slot, block))
            }
            Dialogue::NewEncoding(chooser, slot) => self.new_encoding_ui(ctx, chooser, slot),
            Dialogue::AcceptFrom(question) => self.accept_from_ui(ctx, question),
            Dialogue::AcceptInAll(question) => self.accept_in_all_ui(ctx, question),
            Dialogue::Sample(chooser) => self.sample_ui(ctx, chooser),
            Dialogue::AllReport(report) => all_report_ui(ctx, report),
            Dialogue::Sentences(sentences) => self.sentences_ui(ctx, sentences),
            Dialogue::Analysis(dialog) => self.analysis_ui(ctx, dialog),
            Dialogue::Pretranslate(question) => self.pretranslate_ui(ctx, question),
            Dialogue::Filled(done) => filled_dialog(ctx, done),
            Dialogue::Memory(question) => self.memory_ui(ctx, question),
            Dialogue::Why(why) => self.why_ui(ctx, why),
            Dialogue::GiveBack(question) => self.give_back_ui(ctx, question),
            Dialogue::GivenBack(path) => self.given_back_ui(ctx, path),
            Dialogue::Export(question) => self.export_ui(ctx, question),
            Dialogue::Memories(list) => self.memories_ui(ctx, list),
            Dialogue::Units(table) => self.units_ui(ctx, table),
            Dialogue::Send(question) => self.send_ui(ctx, question),
            Dialogue::CorrectEverywhere(dialog) => self.correct_ui(ctx, dialog),
            Dialogue::Always(always) => self.always_ui(ctx, always),
            Dialogue::Exceptions(list) => self.exceptions_ui(ctx, list),
            Dialogue::Language(chooser) => self.language_ui(ctx, chooser),
            Dialogue::Keys(dialog) => self.keys_ui(ctx, dialog),
            Dialogue::Import(dialog) => self.import_ui(ctx, dialog),
            Dialogue::Recovery => self.recovery_ui(ctx),
            Dialogue::Former(mut states) => match states.show(ctx) {
                Answer::Open => Some(Dialogue::Former(states)),
                Answer::Left => None,
                Answer::Given(project) => {
                    self.desk.go_back_to(&project);
                    None
                }
            },
            Dialogue::Changed(path) => self.changed_ui(ctx, path),
            Dialogue::Unsaved(next) => self.unsaved_ui(ctx, next),
            Dialogue::Replace(plan) => self.replace_ui(ctx, plan),
            Dialogue::Concordance(concordance) => self.concordance_ui(ctx, concordance),
            Dialogue::Precedent => self.precedent_ui(ctx),
            Dialogue::Steps(list) => self.steps_ui(ctx, list),
            Dialogue::Log(panel) => self.log_ui(ctx, panel),
            Dialogue::Claimed => self.claimed_ui(ctx),
            Dialogue::Late(dialog) => self.late_ui(ctx, dialog),
            Dialogue::Versions(dialog) => self.versions_ui(ctx, dialog),
            Dialogue::Embargo(dialog) => self.embargo_ui(ctx, dialog),
            Dialogue::ReleaseData(dialog) => self.release_data_ui(ctx, dialog),
            Dialogue::Fonts(list) => self.fonts_ui(ctx, list),
            Dialogue::YourName(question) => self.your_name_ui(ctx, question),
            Dialogue::Checks(list) => self.checks_ui(ctx, list),
            Dialogue::Dismissals(list) => self.dismissals_ui(ctx, list),
            Dialogue::Facts(list) => self.facts_ui(ctx, list),
            Dialogue::Gate(dialog) => self.gate_ui(ctx, dialog),
            Dialogue::Terms(chooser) => self.terms_ui(ctx, chooser),
            Dialogue::Concept(form) => self.concept_ui(ctx, form),
            Dialogue::Termbases(list) => self.termbases_ui(ctx, list),
            Dialogue::TermTable(view) => self.term_table_ui(ctx, view),
            Dialogue::MergeTerms(chooser, view) => Some(self.merge_terms_ui(ctx, chooser, view)),
            Dialogue::NewNames(list) => self.new_names_ui(ctx, list),
        };
        // What was answered may have opened another dialog; that one stays.
        if self.dialog.is_none() {
            self.dialog = stays;
        }
        if self.dialog.is_none() {
            self.focus_field(ctx);
        }
    }
}
