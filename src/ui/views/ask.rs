//! Small dialogs: what a command needs to know, the guard for unsaved changes, what
//! this program is.

use std::path::PathBuf;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Context, Id, Key, Modifiers, Ui};

use crate::model::MemoryId;
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, dialog};
use crate::workbench::counts::SURE;
use crate::workbench::desk::{AnalysisFormat, Desk};
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
    /// Write the hits of the concordance.
    ExportHits,
    /// The segmentation rules of new texts.
    Rules,
    /// A folder of texts to be paired.
    Archive,
    /// The folder for an archive's projects.
    ArchiveOutput,
}

impl Purpose {
    /// The dialog's title.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Open => "Open a release, a memory or a folder",
            Self::Folder => "Open a folder of releases",
            Self::Tmx => "Import into a memory",
            Self::SaveAs => "Save as",
            Self::ExportText => "Export target as plain text",
            Self::ExportMemory(..) => "Export a memory",
            Self::SourceText => "Choose the source text",
            Self::TargetText => "Choose the target text",
            Self::Reference => "Choose the reference",
            Self::PrintKeys => "Print list of keys",
            Self::ExportAnalysis(_) => "Export the analysis",
            Self::ExportHits => "Export hits",
            Self::Rules => "Cut new texts by a rule file (SRX)",
            Self::Archive => "Choose a folder of texts",
            Self::ArchiveOutput => "Choose the folder for the projects",
        }
    }

    /// Whether a file is written.
    #[must_use]
    pub const fn writes(self) -> bool {
        matches!(
            self,
            Self::SaveAs
                | Self::ExportText
                | Self::ExportMemory(..)
                | Self::ExportAnalysis(_)
                | Self::PrintKeys
                | Self::ExportHits
        )
    }

    const fn verb(self) -> &'static str {
        match self {
            Self::SaveAs | Self::PrintKeys => "Save",
            Self::ExportText
            | Self::ExportMemory(..)
            | Self::ExportAnalysis(_)
            | Self::ExportHits => "Export",
            Self::Open | Self::Folder | Self::Tmx => "Open",
            Self::SourceText
            | Self::TargetText
            | Self::Rules
            | Self::Reference
            | Self::Archive
            | Self::ArchiveOutput => "Choose",
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
                let field = Field::new("Path", &mut self.text).hint("Type or paste a path");
                let response = ui.add(field);
                if first {
                    response.request_focus();
                    select_all(ctx, response.id, end);
                }
                let typed = self.text.trim();
                let why = typed.is_empty().then_some("type a path first");
                dialog::buttons(ui, |ui| {
                    let chosen = ui.add(Button::main(self.purpose.verb()).key("Enter").unless(why));
                    if (chosen.clicked() || enter) && why.is_none() {
                        given = Some(PathBuf::from(typed));
                    }
                    browse = ui.add(Button::new("Browse…")).clicked();
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
    let shown = Dialog::new(Id::unique("unsaved"), "Save your changes?").show(ctx, |ui| {
        let t = tokens(ui);
        let text = format!("{name} has changes that are not on disk.");
        fonts::DOCK.label(ui, text, t.ink, 440.0);
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main("Save").key("Enter")).clicked() {
                given = Some(Guard::Save);
            }
            if ui.add(Button::new("Do not save")).clicked() {
                given = Some(Guard::Discard);
            }
            stay = ui.add(Button::new("Cancel").key("Esc")).clicked();
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
        let shown =
            Dialog::new(Id::unique("go to row"), "Go to row").width(320.0).show(ctx, |ui| {
                let typed = self.text.trim().to_owned();
                let row = desk.session.as_ref().and_then(|session| {
                    session.beads().iter().position(|bead| bead.number.to_string() == typed)
                });
                let wrong = !typed.is_empty() && row.is_none();
                let field = Field::new("Row number", &mut self.text).hint("12 or 12a").wrong(wrong);
                let response = ui.add(field);
                if !std::mem::replace(&mut self.shown, true) {
                    response.request_focus();
                }
                let why = row.is_none().then_some("there is no such row");
                dialog::buttons(ui, |ui| {
                    let go = ui.add(Button::main("Go").key("Enter").unless(why));
                    if go.clicked() || enter {
                        given = row;
                    }
                });
            });
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
        let title = "Accept all links above a confidence";
        let shown = Dialog::new(Id::unique("accept from"), title).width(420.0).show(ctx, |ui| {
            let confidence = confidence_of(&self.text);
            let typed = !self.text.trim().is_empty();
            let field = Field::new("Least confidence", &mut self.text).hint("0.90");
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
                None => ("A number from 0 to 1.".to_owned(), Some("type a number from 0 to 1")),
                Some(0) => ("No link would be accepted.".to_owned(), Some("no link is meant")),
                Some(1) => ("1 link would be accepted.".to_owned(), None),
                Some(count) => (format!("{count} links would be accepted."), None),
            };
            paragraph_ui(ui, &note);
            dialog::buttons(ui, |ui| {
                let accept = ui.add(Button::main("Accept").key("Enter").unless(why));
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
    let shown = Dialog::new(Id::unique("about"), "About Diptych").show(ctx, |ui| {
        let t = tokens(ui);
        ui.horizontal(|ui| {
            Icon::Logo.show(ui);
            let version = format!("Diptych {}", env!("CARGO_PKG_VERSION"));
            fonts::TITLE.label(ui, version, t.ink, f32::INFINITY);
        });
        ui.add_space(6.0);
        for text in [
            "A translation-memory workbench for press releases.",
            "Works offline. Nothing leaves this machine.",
            "MIT or Apache-2.0. Text is set in Noto Sans, SIL Open Font License 1.1.",
        ] {
            paragraph_ui(ui, text);
        }
        dialog::buttons(ui, |ui| ui.add(Button::main("Close").key("Esc")).clicked())
    });
    shown.left || shown.inner
}

fn paragraph_ui(ui: &mut Ui, text: &str) {
    let t = tokens(ui);
    fonts::DOCK.label(ui, text, t.ink2, 440.0);
    ui.add_space(2.0);
}
