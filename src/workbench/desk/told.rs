//! What the desk and the window say to one another: messages, texts of a new release,
//! and what a command needs before it can be carried out.

use std::sync::Arc;

use crate::model::{Lang, Timestamp};
use crate::workbench::command::Command;
use crate::workbench::pages::Arriving;

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something to know.
    Notice,
    /// Something went wrong.
    Wrong,
}

/// A text that was read or pasted, to make a release of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingText {
    /// The text.
    pub text: String,
    /// The file's name; empty when pasted.
    pub name: String,
    /// What there is to know: its encoding, what was wrong with it.
    pub note: String,
    /// Which of the texts of a new release it is.
    pub slot: Slot,
    /// The file and what was found in it, where it is a page.
    pub found: Option<Arc<Arriving>>,
}

impl IncomingText {
    /// A pasted text.
    #[must_use]
    pub const fn pasted(text: String) -> Self {
        Self { text, name: String::new(), note: String::new(), slot: Slot::Any, found: None }
    }
}

/// Which of the texts of a new release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Slot {
    /// Whichever is missing.
    #[default]
    Any,
    /// The source.
    Source,
    /// The target.
    Target,
}

/// The texts of a new release, as the window asked for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTexts {
    /// The source: text, name, language.
    pub source: (String, String, Option<Lang>),
    /// The target: text and name; `None` to translate.
    pub target: Option<(String, String)>,
    /// The target's language.
    pub target_lang: Option<Lang>,
}

/// Something to tell the person at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// How it is meant.
    pub tone: Tone,
    /// One sentence or two.
    pub text: String,
}

/// A message, and when it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// When.
    pub at: Timestamp,
    /// What.
    pub message: Message,
}

/// What a command needs before it can be carried out: the window asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// A file to open.
    Open,
    /// A folder to open.
    Folder,
    /// A file to import into a memory.
    Tmx,
    /// Where to save the project.
    SaveAs,
    /// Where to write the plain text.
    ExportText,
    /// As what the translation is written, and where.
    GiveBack,
    /// Which memory, and where to write it.
    ExportMemory,
    /// How memories are used.
    Memories,
    /// Which units of a memory are shown.
    Units,
    /// Texts and languages of a new release.
    New {
        /// Whether there are two texts.
        pair: bool,
    },
    /// Folders of texts to be paired and aligned.
    Archive,
    /// Which memory the rows go to.
    AddToMemory,
    /// Which memory the rows of all releases go to.
    AddAllToMemory,
    /// Which releases are analysed.
    Analyse,
    /// Which matches open rows are filled with.
    Pretranslate,
    /// A row number.
    GoToRow,
    /// From which confidence on links are accepted.
    AcceptFrom,
    /// From which confidence on links are accepted in all releases.
    AcceptInAll,
    /// Which links a sample is drawn of.
    Sample,
    /// Corrections of the sentences of the active row.
    Sentences,
    /// What the active row's block is.
    Role,
    /// Which translation or text is shown beside the rows.
    Reference,
    /// Which pair is derived through the source.
    Derive,
    /// In which encoding which file is read again.
    Encoding,
    /// The rule that joining sentences at the active row teaches.
    JoinAlways,
    /// Which rules of segmentation are edited or go.
    Exceptions,
    /// Where to write the list of keys.
    PrintKeys,
    /// A file of segmentation rules.
    Rules,
    /// A text for the clipboard is in the second field of [`Ran::Clipboard`].
    Window(Command),
}

/// What came of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ran {
    /// It is done or under way.
    Done,
    /// The window has to ask or do something.
    Ask(Ask),
    /// A text for the clipboard.
    Clipboard(String),
}

/// What a command needs from the window.
pub(super) const fn asks(command: Command) -> Option<Ask> {
    Some(match command {
        Command::Open => Ask::Open,
        Command::OpenFolder => Ask::Folder,
        Command::ImportTmx => Ask::Tmx,
        Command::SaveAs => Ask::SaveAs,
        Command::ExportText => Ask::ExportText,
        Command::GiveBack => Ask::GiveBack,
        Command::ExportMemory => Ask::ExportMemory,
        Command::Memories => Ask::Memories,
        Command::Units => Ask::Units,
        Command::NewFromOne => Ask::New { pair: false },
        Command::NewFromTwo => Ask::New { pair: true },
        Command::AddToMemory => Ask::AddToMemory,
        Command::AddAllToMemory => Ask::AddAllToMemory,
        Command::NewArchive => Ask::Archive,
        Command::Analyse => Ask::Analyse,
        Command::Pretranslate => Ask::Pretranslate,
        Command::GoToRow => Ask::GoToRow,
        Command::EditSentences | Command::SplitAlways => Ask::Sentences,
        Command::JoinAlways => Ask::JoinAlways,
        Command::Exceptions => Ask::Exceptions,
        Command::UseRules => Ask::Rules,
        Command::PrintKeys => Ask::PrintKeys,
        Command::AcceptFrom => Ask::AcceptFrom,
        Command::AcceptInAll => Ask::AcceptInAll,
        Command::ChangeRole => Ask::Role,
        Command::ChooseReference => Ask::Reference,
        Command::DerivePair => Ask::Derive,
        _ if is_the_windows(command) => Ask::Window(command),
        _ => return None,
    })
}

/// Whether the window itself does what a command says: it shows something, or acts in a field.
const fn is_the_windows(command: Command) -> bool {
    matches!(
        command,
        Command::ShowStart
            | Command::CorrectedSource
            | Command::SourceVersions
            | Command::Embargo
            | Command::ReleaseData
            | Command::SendToShared
            | Command::CorrectEverywhere
            | Command::Palette
            | Command::About
            | Command::Keys
            | Command::ChooseLanguage
            | Command::SwitchTheme
            | Command::ToggleContrast
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::InsertNoBreakSpace
            | Command::InsertCharacter(_)
            | Command::SpecialCharacters
            | Command::InsertValue
            | Command::InsertCode
            | Command::ChangeCase
            | Command::NextMisspelt
            | Command::Suggest
            | Command::AddWord
            | Command::InsertLeftToRightMark
            | Command::InsertRightToLeftMark
            | Command::InsertArabicLetterMark
            | Command::ToggleMarks
            | Command::ExplainMatch
            | Command::Concordance
            | Command::Precedent
            | Command::Filter
            | Command::ClearFilter
            | Command::RefreshFilter
            | Command::Find
            | Command::FindNext
            | Command::FindPrevious
            | Command::Replace
            | Command::UndoSteps
            | Command::InsertMatch(_)
            | Command::NextFinding
            | Command::MendFinding
            | Command::DismissFinding
            | Command::Checks
            | Command::Dismissals
            | Command::Facts
            | Command::Gate
            | Command::InsertQuotation
            | Command::TogglePanel
            | Command::MovePanel
            | Command::TogglePreview
            | Command::MovePreview
            | Command::SavePage
            | Command::DockConcordance
            | Command::ChooseDictionary
            | Command::YourName
            | Command::SourceFont
            | Command::TargetFont
            | Command::InsertTerm
            | Command::AddTerm
            | Command::ForbidTerm
            | Command::Termbases
            | Command::TermTable
            | Command::NewNames
            | Command::Messages
            | Command::Quit
    )
}
