//! Everything a user can do is one variant of [`Command`].
//!
//! The table [`COMMANDS`] gives each its name, its default key and where it
//! makes sense. Which keys are in force, a [`Keymap`](super::keymap::Keymap) says.
//! Keys are this layer's own type: the window translates them. Digits are bound
//! by position, since French keyboards have other characters there; nothing is
//! bound to Ctrl+Alt, which is `AltGr`.

use crate::model::View;
use crate::texts;

/// One thing a user can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Start a release from one text.
    NewFromOne,
    /// Start a release from two texts.
    NewFromTwo,
    /// Open a project, a memory or a folder.
    Open,
    /// Open a folder of releases as a list.
    OpenFolder,
    /// Open the bundled sample.
    OpenSample,
    /// Save the project.
    Save,
    /// Save the project under another name.
    SaveAs,
    /// Save unasked after some minutes and after confirming, or not.
    ToggleAutosave,
    /// Look at former states of the project's file and go back to one.
    FormerStates,
    /// Write the target as plain text.
    ExportText,
    /// Write the translation into the file it came from, or another.
    GiveBack,
    /// Put the whole target text on the clipboard.
    CopyTargetText,
    /// Import a TMX, a table or a memory into a memory.
    ImportTmx,
    /// Write a memory as TMX or another format.
    ExportMemory,
    /// Say in which order memories are asked, with which penalty, which are read only.
    Memories,
    /// Look through a memory's units, mend and delete them.
    Units,
    /// Send what the working memory may send to a shared one.
    SendToShared,
    /// Keep what is confirmed here in the working memory, or no longer.
    KeepPrivate,
    /// Takes in a corrected source.
    CorrectedSource,
    /// Compares versions of the source.
    SourceVersions,
    /// Goes to the next row whose source has changed.
    NextChanged,
    /// Takes the translation with the changed figure put right.
    TakeRepaired,
    /// Sets, lifts or shows the embargo.
    Embargo,
    /// Sends the units that an embargo has held.
    SendHeld,
    /// What the release is: status, who works on it, when it is due.
    ReleaseData,
    /// Correct a wrong term or title in all memories and in rows that used their units.
    CorrectEverywhere,
    /// Go to the list of releases.
    ShowStart,
    /// Show the alignment view.
    ShowAlign,
    /// Show the translation view.
    ShowTranslate,
    /// Find a command by its name.
    Palette,
    /// What this program is.
    About,
    /// Choose the language of the window.
    ChooseLanguage,
    /// Change between light, dark and the system's theme.
    SwitchTheme,
    /// Switch high contrast on or off.
    ToggleContrast,
    /// Show or hide rows that are not content.
    ToggleNotContent,
    /// Count, translate, store and export rows that are not content like the others, or not.
    IncludeNotContent,
    /// Say what a block is: headline, list item, page chrome.
    ChangeRole,
    /// Read the release's file again in another encoding.
    ReadAgain,
    /// Enlarge everything.
    ZoomIn,
    /// Make everything smaller.
    ZoomOut,
    /// Normal size.
    ZoomReset,
    /// Put a space that does not break in at the caret.
    InsertNoBreakSpace,
    /// Put this character in at the caret.
    InsertCharacter(char),
    /// Choose a character from a list to put in at the caret.
    SpecialCharacters,
    /// Put the next value of the source that the target lacks in at the caret.
    InsertValue,
    /// Put the next inline code of the source that the target lacks in at the caret.
    InsertCode,
    /// Offer words while typing, or not.
    ToggleCompletion,
    /// Go to the next word that no dictionary knows.
    NextMisspelt,
    /// Choose what an unknown word may be.
    Suggest,
    /// Add the unknown word at the caret to one's own words.
    AddWord,
    /// Choose the dictionary of the target's language.
    ChooseDictionary,
    /// Check the spelling, or not.
    ToggleSpelling,
    /// Change what is selected, or the word at the caret: lower, upper, capitalised.
    ChangeCase,
    /// Put a left-to-right mark (U+200E) in at the caret.
    InsertLeftToRightMark,
    /// Put a right-to-left mark (U+200F) in at the caret.
    InsertRightToLeftMark,
    /// Put an Arabic letter mark (U+061C) in at the caret.
    InsertArabicLetterMark,
    /// Show or hide spaces and marks of direction.
    ToggleMarks,
    /// Leave the program.
    Quit,
    /// Take back the last change.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Go to the next row.
    NextRow,
    /// Go to the row above.
    PreviousRow,
    /// Go to the next open row.
    NextOpen,
    /// Go to a row by its number.
    GoToRow,
    /// Confirm the translation, store it, go to the next open row.
    Confirm,
    /// Confirm the translation, store it, go to the next row of any state.
    ConfirmAndNext,
    /// Confirm the translation, keep it out of the memory, go to the next open row.
    ConfirmWithoutMemory,
    /// Make a confirmed row a draft again.
    Unconfirm,
    /// Copy the source into the target.
    CopySource,
    /// Empty the target.
    ClearTarget,
    /// Mark the row as left out on purpose.
    LeaveOut,
    /// Take the match of this rank, from 1.
    TakeMatch(u8),
    /// Show why a match has its percentage.
    ExplainMatch,
    /// Lock or unlock the row.
    ToggleLock,
    /// Except the row from propagation, or take it in again.
    ToggleApart,
    /// Change which identical rows are filled when a row is confirmed.
    SwitchPropagation,
    /// Count how much of the releases the memories cover.
    Analyse,
    /// Fill open rows from the memories.
    Pretranslate,
    /// Accept the link.
    Accept,
    /// Accept all sure links.
    AcceptSure,
    /// Accept all links from a confidence that is asked for.
    AcceptFrom,
    /// Go to the next doubtful link.
    NextDoubtful,
    /// Go to the doubtful link before.
    PreviousDoubtful,
    /// Join the row with the next one.
    Join,
    /// Split the row.
    Split,
    /// Move the first target sentence to the row above.
    MoveUp,
    /// Move the last target sentence to the row below.
    MoveDown,
    /// Move the first source sentence to the row above.
    MoveSourceUp,
    /// Move the last source sentence to the row below.
    MoveSourceDown,
    /// Part the two sides of the row.
    Unlink,
    /// Link a row of one side with the nearest of the other.
    Link,
    /// Mark as left out or added on purpose.
    LeaveApart,
    /// Delete a row without a source.
    DeleteRow,
    /// Correct or split the sentences of the row.
    EditSentences,
    /// Go to the most doubtful link.
    MostDoubtful,
    /// Keep the link in place when the rest is aligned anew.
    Pin,
    /// Align everything between accepted links anew.
    Realign,
    /// Put the accepted rows into a memory.
    AddToMemory,
    /// Go to the row of an aligned release behind a match, to mend it.
    GoToPrecedent,
    /// Go back to the row whose match led elsewhere.
    GoBack,
    /// Look for what is selected in the memories.
    Concordance,
    /// See the release that the match comes from, at its sentence.
    Precedent,
    /// Show or hide another translation beside the rows.
    ToggleReference,
    /// Choose which translation or text is shown beside the rows.
    ChooseReference,
    /// Make a pair of two translations, derived through the source.
    DerivePair,
    /// Make a rule of joining sentences at the active row.
    JoinAlways,
    /// Make a rule of splitting a sentence of the active row.
    SplitAlways,
    /// List, edit and take out rules of segmentation.
    Exceptions,
    /// Cut new texts by the rules of an SRX file.
    UseRules,
    /// Pair and align the texts of whole folders.
    NewArchive,
    /// Show some rows only.
    Filter,
    /// Show all rows again.
    ClearFilter,
    /// Filter again, as the rows are now.
    RefreshFilter,
    /// Find and replace.
    Find,
    /// Go to the next hit.
    FindNext,
    /// Go to the hit before.
    FindPrevious,
    /// See what would be replaced, and replace it.
    Replace,
    /// Go to the next doubtful link of all releases of the folder.
    NextInArchive,
    /// Go to the former doubtful link of all releases of the folder.
    PreviousInArchive,
    /// Accept the link and go to the next doubtful one of all releases.
    AcceptInArchive,
    /// Accept all links from a confidence in all releases of the folder.
    AcceptInAll,
    /// Judge a random sample of links, or go on with it.
    JudgeSample,
    /// Say that the active link of the sample is right.
    JudgeRight,
    /// Say that the active link of the sample is wrong.
    JudgeWrong,
    /// Go back to the link of the sample that was judged last.
    JudgedLast,
    /// Put the accepted rows of all releases of the folder into a memory.
    AddAllToMemory,
    /// Show another translation of the release.
    NextTranslation,
    /// Look at the keys of commands, choose a keymap, change keys.
    Keys,
    /// Write a list of all keys.
    PrintKeys,
    /// Go through what was done, to any step.
    UndoSteps,
    /// Look at all messages.
    Messages,
    /// Put the match of a rank, or such a passage, in at the caret, from 1.
    InsertMatch(u8),
    /// Go to the next row with a finding.
    NextFinding,
    /// Mend the finding at hand by its fix.
    MendFinding,
    /// Say that the finding at hand is no fault.
    DismissFinding,
    /// Say which checks are on, and how much each counts.
    Checks,
    /// Look at findings that are no fault, and take that back.
    Dismissals,
    /// Compare the facts of source and target.
    Facts,
    /// See what the release lacks before it goes out.
    Gate,
    /// Put the quotation that was said before in at the caret, as it was published.
    InsertQuotation,
    /// Hide the panel of matches, or show it.
    TogglePanel,
    /// Put the panel of matches elsewhere.
    MovePanel,
    /// Show the release as it is read, or hide it.
    TogglePreview,
    /// Put the release as it is read under the rows or beside them.
    MovePreview,
    /// Write the translation as a page of its own, to be printed.
    SavePage,
    /// Put the concordance and the earlier release into the panel, or out of it.
    DockConcordance,
    /// Say what one is called.
    YourName,
    /// Choose the font of source texts.
    SourceFont,
    /// Choose the font of target texts.
    TargetFont,
    /// Choose a term of the row to put in at the caret.
    InsertTerm,
    /// Add what is selected in source and target to a termbase.
    AddTerm,
    /// Forbid what is selected in the target as a rendering.
    ForbidTerm,
    /// Say which termbases are used, and which takes new terms.
    Termbases,
    /// Look through a termbase's concepts, change and delete them.
    TermTable,
    /// List the names of the release that no termbase has.
    NewNames,
}

/// Where a command makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Always.
    Anywhere,
    /// With a release open.
    Release,
    /// In one view of a release.
    View(View),
}

/// A named key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, in capitals.
    Letter(char),
    /// A digit of the row above the letters, by its place.
    Digit(u8),
    /// A function key.
    Function(u8),
    /// Enter.
    Enter,
    /// Insert.
    Insert,
    /// Delete.
    Delete,
    /// The space bar.
    Space,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// Comma.
    Comma,
    /// Full stop.
    Period,
}

/// A key with what is held down beside it. `ctrl` is Command on a Mac.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shortcut {
    /// Ctrl, or Command on a Mac.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// The key.
    pub key: Key,
}

/// What there is to know of a command.
#[derive(Debug, Clone, Copy)]
pub struct CommandInfo {
    /// The command.
    pub command: Command,
    /// Its keys, the first is shown.
    pub keys: &'static [Shortcut],
    /// Where it makes sense.
    pub scope: Scope,
}

const fn ctrl(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: false, alt: false, key }
}

const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { ctrl: true, shift: true, alt: false, key }
}

const fn alt(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: true, key }
}

const fn alt_shift(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: true, alt: true, key }
}

const fn plain(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: false, key }
}

const fn shift(key: Key) -> Shortcut {
    Shortcut { ctrl: false, shift: true, alt: false, key }
}

const fn info(command: Command, keys: &'static [Shortcut], scope: Scope) -> CommandInfo {
    CommandInfo { command, keys, scope }
}

use Command as C;
use Key::{Digit, Down, Enter, Function, Insert, Letter, Minus, Plus, Up};
use Scope::{Anywhere, Release};

const ALIGN: Scope = Scope::View(View::Align);
const TRANSLATE: Scope = Scope::View(View::Translate);

/// All commands, in the order the palette shows them.
pub const COMMANDS: &[CommandInfo] = &[
    info(C::Confirm, &[ctrl(Enter)], TRANSLATE),
    info(C::Accept, &[ctrl(Enter)], ALIGN),
    info(C::NextOpen, &[ctrl_shift(Enter)], TRANSLATE),
    info(C::NextDoubtful, &[plain(Function(4))], ALIGN),
    info(C::PreviousDoubtful, &[shift(Function(4))], ALIGN),
    info(C::MostDoubtful, &[ctrl(Function(4))], ALIGN),
    info(C::NextRow, &[ctrl(Down)], Release),
    info(C::PreviousRow, &[ctrl(Up)], Release),
    info(C::GoToRow, &[ctrl(Letter('G'))], Release),
    info(C::TakeMatch(1), &[ctrl(Digit(1))], TRANSLATE),
    info(C::TakeMatch(2), &[ctrl(Digit(2))], TRANSLATE),
    info(C::TakeMatch(3), &[ctrl(Digit(3))], TRANSLATE),
    info(C::TakeMatch(4), &[ctrl(Digit(4))], TRANSLATE),
    info(C::TakeMatch(5), &[ctrl(Digit(5))], TRANSLATE),
    info(C::TakeMatch(6), &[ctrl(Digit(6))], TRANSLATE),
    info(C::TakeMatch(7), &[ctrl(Digit(7))], TRANSLATE),
    info(C::TakeMatch(8), &[ctrl(Digit(8))], TRANSLATE),
    info(C::TakeMatch(9), &[ctrl(Digit(9))], TRANSLATE),
    info(C::InsertMatch(1), &[ctrl_shift(Digit(1))], TRANSLATE),
    info(C::InsertMatch(2), &[ctrl_shift(Digit(2))], TRANSLATE),
    info(C::InsertMatch(3), &[ctrl_shift(Digit(3))], TRANSLATE),
    info(C::InsertMatch(4), &[ctrl_shift(Digit(4))], TRANSLATE),
    info(C::InsertMatch(5), &[ctrl_shift(Digit(5))], TRANSLATE),
    info(C::InsertMatch(6), &[ctrl_shift(Digit(6))], TRANSLATE),
    info(C::InsertMatch(7), &[ctrl_shift(Digit(7))], TRANSLATE),
    info(C::InsertMatch(8), &[ctrl_shift(Digit(8))], TRANSLATE),
    info(C::InsertMatch(9), &[ctrl_shift(Digit(9))], TRANSLATE),
    info(C::ExplainMatch, &[ctrl(Function(1))], TRANSLATE),
    info(C::CopySource, &[ctrl(Insert), ctrl_shift(Letter('S'))], TRANSLATE),
    info(C::ClearTarget, &[alt(Key::Delete)], TRANSLATE),
    info(C::LeaveOut, &[], TRANSLATE),
    info(C::ConfirmAndNext, &[alt(Enter)], TRANSLATE),
    info(C::ConfirmWithoutMemory, &[alt_shift(Enter)], TRANSLATE),
    info(C::Unconfirm, &[ctrl_shift(Letter('E'))], TRANSLATE),
    info(C::ToggleLock, &[ctrl(Letter('L'))], TRANSLATE),
    info(C::ToggleApart, &[alt_shift(Letter('X'))], TRANSLATE),
    info(C::InsertNoBreakSpace, &[ctrl_shift(Key::Space)], TRANSLATE),
    info(C::InsertCharacter('\u{202f}'), &[alt_shift(Key::Space)], TRANSLATE),
    info(C::InsertCharacter('«'), &[alt_shift(Digit(9))], TRANSLATE),
    info(C::InsertCharacter('»'), &[alt_shift(Digit(0))], TRANSLATE),
    info(C::InsertCharacter('“'), &[alt(Digit(9))], TRANSLATE),
    info(C::InsertCharacter('”'), &[alt(Digit(0))], TRANSLATE),
    info(C::InsertCharacter('’'), &[alt(Digit(8))], TRANSLATE),
    info(C::InsertCharacter('–'), &[alt(Minus)], TRANSLATE),
    info(C::InsertCharacter('—'), &[alt_shift(Minus)], TRANSLATE),
    info(C::InsertCharacter('…'), &[alt(Digit(7))], TRANSLATE),
    info(C::SpecialCharacters, &[alt_shift(Letter('C'))], TRANSLATE),
    info(C::InsertValue, &[ctrl_shift(Letter('D'))], TRANSLATE),
    info(C::InsertCode, &[ctrl(Key::Comma)], TRANSLATE),
    info(C::ChangeCase, &[alt(Function(3))], TRANSLATE),
    info(C::Suggest, &[plain(Function(7))], TRANSLATE),
    info(C::NextMisspelt, &[alt(Function(7))], TRANSLATE),
    info(C::AddWord, &[alt_shift(Function(7))], TRANSLATE),
    info(C::NextFinding, &[plain(Function(8))], TRANSLATE),
    info(C::MendFinding, &[alt(Function(8))], TRANSLATE),
    info(C::DismissFinding, &[ctrl(Function(8))], TRANSLATE),
    info(C::Checks, &[], TRANSLATE),
    info(C::Dismissals, &[ctrl_shift(Function(8))], TRANSLATE),
    info(C::Facts, &[alt(Function(9))], TRANSLATE),
    info(C::Gate, &[ctrl_shift(Letter('G'))], TRANSLATE),
    info(C::InsertQuotation, &[alt_shift(Letter('Q'))], TRANSLATE),
    info(C::InsertTerm, &[ctrl(Key::Space)], TRANSLATE),
    info(C::AddTerm, &[ctrl(Function(2))], TRANSLATE),
    info(C::ForbidTerm, &[ctrl_shift(Function(2))], TRANSLATE),
    info(C::NewNames, &[alt_shift(Letter('N'))], Release),
    info(C::Termbases, &[alt_shift(Letter('M'))], Anywhere),
    info(C::TermTable, &[], Anywhere),
    info(C::InsertLeftToRightMark, &[alt_shift(Letter('L'))], TRANSLATE),
    info(C::InsertRightToLeftMark, &[alt_shift(Letter('R'))], TRANSLATE),
    info(C::InsertArabicLetterMark, &[alt_shift(Letter('A'))], TRANSLATE),
    info(C::Join, &[ctrl(Letter('J'))], Release),
    info(C::Split, &[ctrl(Letter('T'))], Release),
    info(C::MoveUp, &[alt(Up)], ALIGN),
    info(C::MoveDown, &[alt(Down)], ALIGN),
    info(C::MoveSourceUp, &[alt_shift(Up)], ALIGN),
    info(C::MoveSourceDown, &[alt_shift(Down)], ALIGN),
    info(C::Unlink, &[ctrl(Letter('U'))], ALIGN),
    info(C::Link, &[ctrl(Letter('K'))], ALIGN),
    info(C::LeaveApart, &[ctrl_shift(Letter('U'))], ALIGN),
    info(C::EditSentences, &[plain(Function(2))], Release),
    info(C::DeleteRow, &[ctrl(Key::Delete)], ALIGN),
    info(C::Pin, &[ctrl(Letter('L'))], ALIGN),
    info(C::Realign, &[ctrl(Letter('R'))], ALIGN),
    info(C::AcceptSure, &[ctrl_shift(Enter)], ALIGN),
    info(C::AcceptFrom, &[], ALIGN),
    info(C::AddToMemory, &[ctrl_shift(Letter('M'))], Release),
    info(C::GoToPrecedent, &[ctrl(Letter('B'))], TRANSLATE),
    info(C::Concordance, &[ctrl(Letter('K'))], TRANSLATE),
    info(C::Precedent, &[ctrl_shift(Letter('K'))], TRANSLATE),
    info(C::DockConcordance, &[alt_shift(Letter('K'))], TRANSLATE),
    info(C::GoBack, &[ctrl_shift(Letter('B'))], Release),
    info(C::ToggleReference, &[alt(Digit(3))], Release),
    info(C::ChooseReference, &[alt_shift(Digit(3))], Release),
    info(C::DerivePair, &[], Release),
    info(C::JoinAlways, &[ctrl_shift(Letter('J'))], Release),
    info(C::SplitAlways, &[ctrl_shift(Letter('T'))], Release),
    info(C::Filter, &[ctrl_shift(Letter('F'))], Release),
    info(C::ClearFilter, &[], Release),
    info(C::RefreshFilter, &[plain(Function(5))], Release),
    info(C::Find, &[ctrl(Letter('F'))], Release),
    info(C::FindNext, &[plain(Function(3))], Release),
    info(C::FindPrevious, &[shift(Function(3))], Release),
    info(C::Replace, &[ctrl(Letter('H'))], Release),
    info(C::NextInArchive, &[plain(Function(6))], Anywhere),
    info(C::PreviousInArchive, &[shift(Function(6))], Anywhere),
    info(C::AcceptInArchive, &[alt(Enter)], ALIGN),
    info(C::AcceptInAll, &[], Anywhere),
    info(C::JudgeSample, &[plain(Function(9))], Anywhere),
    info(C::JudgeRight, &[plain(Function(7))], ALIGN),
    info(C::JudgeWrong, &[plain(Function(8))], ALIGN),
    info(C::JudgedLast, &[shift(Function(9))], ALIGN),
    info(C::Analyse, &[ctrl_shift(Letter('L'))], Anywhere),
    info(C::Pretranslate, &[], TRANSLATE),
    info(C::AddAllToMemory, &[], Anywhere),
    info(C::NextTranslation, &[alt(Digit(4))], Release),
    info(C::Undo, &[ctrl(Letter('Z'))], Anywhere),
    info(C::Redo, &[ctrl(Letter('Y')), ctrl_shift(Letter('Z'))], Anywhere),
    info(C::UndoSteps, &[ctrl_shift(Letter('Y'))], Release),
    info(C::ShowAlign, &[alt(Digit(1))], Release),
    info(C::ShowTranslate, &[alt(Digit(2))], Release),
    info(C::ShowStart, &[ctrl(Letter('W'))], Anywhere),
    info(C::ToggleNotContent, &[ctrl_shift(Letter('H'))], Release),
    info(C::IncludeNotContent, &[ctrl_shift(Letter('I'))], Release),
    info(C::ChangeRole, &[ctrl_shift(Letter('R'))], Release),
    info(C::ReadAgain, &[], Release),
    info(C::ToggleMarks, &[alt(Digit(6))], Release),
    info(C::CopyTargetText, &[ctrl_shift(Letter('C'))], Release),
    info(C::ExportText, &[ctrl(Letter('E'))], Release),
    info(C::GiveBack, &[alt_shift(Letter('E'))], Release),
    info(C::Save, &[ctrl(Letter('S'))], Release),
    info(C::SaveAs, &[shift(Function(12))], Release),
    info(C::ToggleAutosave, &[], Anywhere),
    info(C::ToggleCompletion, &[], Anywhere),
    info(C::ToggleSpelling, &[], Anywhere),
    info(C::ChooseDictionary, &[], TRANSLATE),
    info(C::SwitchPropagation, &[], Anywhere),
    info(C::FormerStates, &[], Release),
    info(C::NewFromOne, &[ctrl(Letter('N'))], Anywhere),
    info(C::NewFromTwo, &[ctrl_shift(Letter('N'))], Anywhere),
    info(C::NewArchive, &[ctrl_shift(Letter('A'))], Anywhere),
    info(C::Open, &[ctrl(Letter('O'))], Anywhere),
    info(C::OpenFolder, &[ctrl_shift(Letter('O'))], Anywhere),
    info(C::OpenSample, &[], Anywhere),
    info(C::ImportTmx, &[], Anywhere),
    info(C::ExportMemory, &[], Anywhere),
    info(C::Memories, &[ctrl(Letter('M'))], Anywhere),
    info(C::Units, &[], Anywhere),
    info(C::SendToShared, &[], Anywhere),
    info(C::CorrectEverywhere, &[], Anywhere),
    info(C::KeepPrivate, &[], Release),
    info(C::CorrectedSource, &[alt(Letter('U'))], Release),
    info(C::SourceVersions, &[alt_shift(Letter('U'))], Release),
    info(C::NextChanged, &[plain(Function(4))], TRANSLATE),
    info(C::TakeRepaired, &[ctrl(Letter('U'))], TRANSLATE),
    info(C::Embargo, &[alt(Letter('E'))], Release),
    info(C::SendHeld, &[alt_shift(Letter('S'))], Release),
    info(C::ReleaseData, &[plain(Function(11))], Release),
    info(C::Exceptions, &[], Anywhere),
    info(C::UseRules, &[], Anywhere),
    info(C::Palette, &[ctrl_shift(Letter('P'))], Anywhere),
    info(C::ChooseLanguage, &[], Anywhere),
    info(C::SwitchTheme, &[], Anywhere),
    info(C::ToggleContrast, &[], Anywhere),
    info(C::TogglePanel, &[alt(Digit(5))], Release),
    info(C::MovePanel, &[alt_shift(Digit(5))], Release),
    info(C::TogglePreview, &[plain(Function(10))], TRANSLATE),
    info(C::MovePreview, &[ctrl(Function(10))], TRANSLATE),
    info(C::SavePage, &[], Release),
    info(C::YourName, &[], Anywhere),
    info(C::SourceFont, &[], Anywhere),
    info(C::TargetFont, &[], Anywhere),
    info(C::ZoomIn, &[ctrl(Plus)], Anywhere),
    info(C::ZoomOut, &[ctrl(Minus)], Anywhere),
    info(C::ZoomReset, &[ctrl(Digit(0))], Anywhere),
    info(C::Messages, &[plain(Function(12))], Anywhere),
    info(C::Keys, &[shift(Function(1))], Anywhere),
    info(C::PrintKeys, &[], Anywhere),
    info(C::About, &[plain(Function(1))], Anywhere),
    info(C::Quit, &[ctrl(Letter('Q'))], Anywhere),
];

impl Command {
    /// The command's line in [`COMMANDS`].
    #[must_use]
    pub fn info(self) -> Option<&'static CommandInfo> {
        COMMANDS.iter().find(|info| info.command == self)
    }

    /// The command's name, as menus and palette show it: the text `command-` and its id.
    #[must_use]
    pub fn name(self) -> &'static str {
        texts::text_of(&self.text_id()).unwrap_or_default()
    }

    /// Other words by which the command is found, in small letters with spaces between: what
    /// people type who know another program or look for the thing and not for its name.
    #[must_use]
    pub fn words(self) -> &'static str {
        texts::text_of(&format!("{}.words", self.text_id())).unwrap_or_default()
    }

    /// The id of the command's name among the texts.
    #[must_use]
    pub fn text_id(self) -> String {
        format!("command-{}", self.id())
    }
}

impl Scope {
    /// Whether a command of this scope makes sense in `view`; `None` is no release open.
    #[must_use]
    pub fn fits(self, view: Option<View>) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Release => view.is_some(),
            Self::View(of) => view == Some(of),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_and_none_is_on_ctrl_alt() {
        for info in COMMANDS {
            assert!(!info.command.name().is_empty(), "{}", info.command.id());
            assert!(info.keys.iter().all(|key| !(key.ctrl && key.alt)), "{}", info.command.name());
        }
    }
}
