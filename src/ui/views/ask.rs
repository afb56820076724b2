//! Small dialogs: what a command needs to know, the guard for unsaved changes, what
//! this program is.

use std::path::PathBuf;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Context, Id, Key, Modifiers, Ui};

use crate::model::{MemoryId, TermbaseId};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, dialog};
use crate::workbench::counts::SURE;
use crate::workbench::desk::{AnalysisFormat, Desk, WrittenAs};
use crate::workbench::export_memory::MemoryFormat;

/// A file that is asked for by its path, where the system's dialog did not answer,
/// or beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathQuestion {
    /// What the file is for.
    pub purpose: Purpose,
    /// What has been typed.
    pub text: String,
    shown: bool,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Open whatever it is.
    Open,
    /// Open a memory.
    OpenMemory,
    /// Make a memory, in the languages of this one where no release is open.
    NewMemory(MemoryId),
    /// Open a folder of releases.
    Folder,
    /// Import a file into a memory.
    Tmx,
    /// Save the project.
    SaveAs,
    /// Write the target as text.
    ExportText,
    /// Write this memory in a format.
    ExportMemory(MemoryId, MemoryFormat),
    /// The source text of a new release.
    SourceText,
    /// The target text of a new release.
    TargetText,
    /// A text that is shown beside the rows.
    Reference,
    /// Write the analysis.
    ExportAnalysis(AnalysisFormat),
    /// Write the list of keys.
    PrintKeys,
    /// Write the translation into a file.
    GiveBack(WrittenAs),
    /// Write the hits of the concordance.
    ExportHits,
    /// The segmentation rules of new texts.
    Rules,
    /// A spelling dictionary.
    Dictionary,
    /// The corrected source of the open release.
    CorrectedSource,
    /// A folder of texts to be paired.
    Archive,
    /// The folder for an archive's projects.
    ArchiveOutput,
    /// Open a termbase.
    OpenTerms,
    /// Make a termbase.
    NewTerms,
    /// Terms that are to come into this termbase.
    ImportTerms(TermbaseId),
    /// Write this termbase in another format.
    ExportTerms(TermbaseId),
}

impl Purpose {
    /// The dialog's title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Open => t!("ask-open-a-release-a-memory-or"),
            Self::OpenMemory => t!("memories-open"),
            Self::NewMemory(_) => t!("memories-make"),
            Self::Folder => t!("ask-open-a-folder-of-releases"),
            Self::Tmx => t!("import-into-a-memory"),
            Self::SaveAs => t!("ask-save-as"),
            Self::ExportText => t!("ask-export-target-as-plain-text"),
            Self::ExportMemory(..) => t!("export-a-memory"),
            Self::SourceText => t!("ask-choose-the-source-text"),
            Self::TargetText => t!("ask-choose-the-target-text"),
            Self::Reference => t!("ask-choose-the-reference"),
            Self::PrintKeys => t!("ask-print-list-of-keys"),
            Self::ExportAnalysis(_) => t!("ask-export-the-analysis"),
            Self::ExportHits => t!("ask-export-hits"),
            Self::GiveBack(_) => t!("give-back-title"),
            Self::Dictionary => t!("dictionary-choose"),
            Self::Rules => t!("ask-cut-new-texts-by-a-rule"),
            Self::CorrectedSource => t!("ask-choose-the-corrected-source"),
            Self::Archive => t!("ask-choose-a-folder-of-texts"),
            Self::ArchiveOutput => t!("ask-choose-the-folder-for-the-projects"),
            Self::OpenTerms => t!("termbases-open"),
            Self::NewTerms => t!("termbases-make"),
            Self::ImportTerms(_) => t!("term-table-import-title"),
            Self::ExportTerms(_) => t!("term-table-export-title"),
        }
    }

    /// Whether a file is written.
    #[must_use]
    pub const fn writes(self) -> bool {
        matches!(
            self,
            Self::SaveAs
                | Self::NewMemory(_)
                | Self::ExportText
                | Self::ExportMemory(..)
                | Self::ExportAnalysis(_)
                | Self::PrintKeys
                | Self::ExportHits
                | Self::GiveBack(_)
                | Self::NewTerms
                | Self::ExportTerms(_)
        )
    }

    fn verb(self) -> &'static str {
        match self {
            Self::SaveAs | Self::NewMemory(_) | Self::NewTerms | Self::PrintKeys => t!("save"),
            Self::ExportText
            | Self::ExportMemory(..)
            | Self::ExportAnalysis(_)
            | Self::GiveBack(_)
            | Self::ExportTerms(_)
            | Self::ExportHits => t!("ask-export"),
            Self::Open | Self::OpenMemory | Self::OpenTerms | Self::Folder | Self::Tmx => {
                t!("ask-open")
            }
            Self::SourceText
            | Self::TargetText
            | Self::CorrectedSource
            | Self::Rules
            | Self::Dictionary
            | Self::Reference
            | Self::Archive
            | Self::ImportTerms(_)
            | Self::ArchiveOutput => t!("ask-choose"),
        }
    }
}

/// What came of a frame of a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// It is still open.
    Open,
    /// It was left.
    Left,
    /// It was answered.
    Given(T),
}

impl<T> Answer<T> {
    /// What was given; else whether the dialog was left.
    #[must_use]
    pub fn of(given: Option<T>, left: bool) -> Self {
        match given {
            Some(answer) => Self::Given(answer),
            None if left => Self::Left,
            None => Self::Open,
        }
    }
}

impl PathQuestion {
    /// A question with a path to begin with.
    #[must_use]
    pub const fn new(purpose: Purpose, text: String) -> Self {
        Self { purpose, text, shown: false }
    }

    /// Shows the dialog. The second answer is "ask with the system's own dialog".
    pub fn show(&mut self, ctx: &Context) -> (Answer<PathBuf>, bool) {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = None;
        let mut browse = false;
        let shown =
            Dialog::new(Id::unique("path"), self.purpose.title()).width(560.0).show(ctx, |ui| {
                let first = !std::mem::replace(&mut self.shown, true);
                let end = self.text.chars().count();
                let field =
                    Field::new(t!("ask-path"), &mut self.text).hint(t!("ask-type-or-paste-a-path"));
                let response = ui.add(field);
                if first {
                    response.request_focus();
                    select_all(ctx, response.id, end);
                }
                let typed = self.text.trim();
                let why = typed.is_empty().then_some(t!("ask-type-a-path-first"));
                dialog::buttons(ui, |ui| {
                    let chosen = ui.add(Button::main(self.purpose.verb()).key("Enter").unless(why));
                    if (chosen.clicked() || enter) && why.is_none() {
                        given = Some(PathBuf::from(typed));
                    }
                    browse = ui.add(Button::new(t!("ask-browse"))).clicked();
                });
            });
        let answer = Answer::of(given, shown.left);
        (answer, browse)
    }
}

/// Marks what a field begins with: whoever types puts his own in its place.
fn select_all(ctx: &Context, field: Id, end: usize) {
    let mut state = TextEditState::load(ctx, field).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(end));
    state.cursor.set_char_range(Some(all));
    state.store(ctx, field);
}

/// What to do with unsaved changes before something else is opened or the window closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// Save, then go on.
    Save,
    /// Go on without saving.
    Discard,
}

/// Asks what to do with unsaved changes.
pub fn unsaved_ui(ctx: &Context, name: &str) -> Answer<Guard> {
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut given = enter.then_some(Guard::Save);
    let mut stay = false;
    let shown = Dialog::new(Id::unique("unsaved"), t!("ask-save-your-changes")).show(ctx, |ui| {
        let t = tokens(ui);
        let text = t!("ask-has-changes-that-are-not-on", name = name);
        fonts::DOCK.label(ui, text, t.ink, 440.0);
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main(t!("save")).key("Enter")).clicked() {
                given = Some(Guard::Save);
            }
            if ui.add(Button::new(t!("ask-do-not-save"))).clicked() {
                given = Some(Guard::Discard);
            }
            stay = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
        });
    });
    Answer::of(given, shown.left || stay)
}

/// Asks for a row number.
#[derive(Debug, Clone, Default)]
pub struct RowQuestion {
    text: String,
    shown: bool,
}

impl RowQuestion {
    /// Shows the dialog; answers the row's place.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<usize> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = None;
        let shown = Dialog::new(Id::unique("go to row"), t!("ask-go-to-row")).width(320.0).show(
            ctx,
            |ui| {
                let typed = self.text.trim().to_owned();
                let row = desk.session.as_ref().and_then(|session| {
                    session.beads().iter().position(|bead| bead.number.to_string() == typed)
                });
                let wrong = !typed.is_empty() && row.is_none();
                let field = Field::new(t!("ask-row-number"), &mut self.text)
                    .hint(t!("ask-12-or-12a"))
                    .wrong(wrong);
                let response = ui.add(field);
                if !std::mem::replace(&mut self.shown, true) {
                    response.request_focus();
                }
                let why = row.is_none().then_some(t!("there-is-no-such-row"));
                dialog::buttons(ui, |ui| {
                    let go = ui.add(Button::main(t!("ask-go")).key("Enter").unless(why));
                    if go.clicked() || enter {
                        given = row;
                    }
                });
            },
        );
        Answer::of(given, shown.left)
    }
}

/// Asks from which confidence on links are accepted, and says how many that would be.
#[derive(Debug, Clone, Default)]
pub struct ConfidenceQuestion {
    text: String,
    shown: bool,
}

impl ConfidenceQuestion {
    /// Shows the dialog; answers the confidence, 0…1.
    pub fn show(&mut self, ctx: &Context, desk: &Desk) -> Answer<f32> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut given = None;
        let title = t!("ask-accept-all-links-above-a-confidence");
        let shown = Dialog::new(Id::unique("accept from"), title).width(420.0).show(ctx, |ui| {
            let confidence = confidence_of(&self.text);
            let typed = !self.text.trim().is_empty();
            let field = Field::new(t!("least-confidence"), &mut self.text).hint("0.90");
            let response = ui.add(field.wrong(typed && confidence.is_none()));
            if !std::mem::replace(&mut self.shown, true) {
                response.request_focus();
            }
            let count = desk
                .session
                .as_ref()
                .zip(confidence)
                .map(|(session, confidence)| session.guessed_from(confidence).len());
            let (note, why) = match count {
                None => (t!("ask-a-number").to_owned(), Some(t!("type-a-number-from-0-to"))),
                Some(0) => (t!("ask-no-link").to_owned(), Some(t!("review-no-link-is-meant"))),
                Some(count) => (t!("ask-links", count = count), None),
            };
            paragraph_ui(ui, &note);
            dialog::buttons(ui, |ui| {
                let accept = ui.add(Button::main(t!("accept")).key("Enter").unless(why));
                if (accept.clicked() || enter) && why.is_none() {
                    given = confidence;
                }
            });
        });
        Answer::of(given, shown.left)
    }
}

/// A confidence as people write it: `0.9`, `0,9`, `.9`, `90 %`. Nothing typed is the
/// usual one.
pub(super) fn confidence_of(text: &str) -> Option<f32> {
    let text = text.trim().replace(',', ".");
    if text.is_empty() {
        return Some(SURE);
    }
    let percent = text.strip_suffix('%').map(str::trim);
    let number: f32 = percent.unwrap_or(&text).parse().ok()?;
    let confidence = if percent.is_some() { number / 100.0 } else { number };
    (0.0..=1.0).contains(&confidence).then_some(confidence)
}

/// What this program is; whether it was left.
pub fn about_ui(ctx: &Context) -> bool {
    let shown = Dialog::new(Id::unique("about"), t!("ask-about-diptych")).show(ctx, |ui| {
        let t = tokens(ui);
        ui.horizontal(|ui| {
            Icon::Logo.show(ui);
            let version = t!("ask-diptych", version = env!("CARGO_PKG_VERSION"));
            fonts::TITLE.label(ui, version, t.ink, f32::INFINITY);
        });
        ui.add_space(6.0);
        for text in [
            t!("ask-a-translation-memory-workbench-for-press"),
            t!("ask-works-offline-nothing-leaves-this-machine"),
            t!("ask-mit-or-apache-2-0-text"),
        ] {
            paragraph_ui(ui, text);
        }
        dialog::buttons(ui, |ui| ui.add(Button::main(t!("close")).key("Esc")).clicked())
    });
    shown.left || shown.inner
}

fn paragraph_ui(ui: &mut Ui, text: &str) {
    let t = tokens(ui);
    fonts::DOCK.label(ui, text, t.ink2, 440.0);
    ui.add_space(2.0);
}
