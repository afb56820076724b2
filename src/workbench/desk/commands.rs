//! Carrying out commands.

use super::Desk;
use super::exporting::open_rows_note;
use super::saving::Over;
use super::told::{Ask, Ran, Tone, asks};
use crate::model::View;
use crate::texts::t;
use crate::workbench::aligning::Correction;
use crate::workbench::archive::queue::Step;
use crate::workbench::archive::sample::Verdict;
use crate::workbench::command::Command;
use crate::workbench::confirming::{Confirming, Then};
use crate::workbench::links::Side;
use crate::workbench::session::{Refused, Session};

impl Desk {
    /// Carries out a command, or says what it needs first.
    pub fn run(&mut self, command: Command) -> Ran {
        if command == Command::AddToMemory
            && let Some(Err(Refused(why))) = self.session.as_ref().map(Session::check_writable)
        {
            self.tell(Tone::Notice, why);
            return Ran::Done;
        }
        if let Some(ask) = asks(command) {
            return Ran::Ask(ask);
        }
        let translating = self.session.as_ref().is_some_and(|s| s.view() == View::Translate);
        match command {
            Command::Split if translating => return Ran::Ask(Ask::Sentences),
            Command::OpenSample => self.open_sample(),
            Command::Save => match self.session.as_ref().and_then(Session::path) {
                Some(path) if self.is_elsewhere(path) => return Ran::Ask(Ask::SaveAs),
                Some(path) => {
                    let path = path.to_owned();
                    self.save_to(&path, Over::IfAsSaved);
                }
                None => return Ran::Ask(Ask::SaveAs),
            },
            Command::CopyTargetText => {
                let Some(export) = self.target_text() else { return Ran::Done };
                let open = open_rows_note(export.untranslated);
                self.tell(Tone::Done, t!("commands-the-target-text-is-on-the", open = open));
                return Ran::Clipboard(export.text);
            }
            Command::GoToPrecedent => self.go_to_precedent(),
            Command::GoBack => self.go_back(),
            Command::ToggleReference => return self.toggle_reference(),
            Command::Realign => self.realign(),
            Command::NextInArchive => self.step_in_queue(Step::Next),
            Command::PreviousInArchive => self.step_in_queue(Step::Previous),
            Command::AcceptInArchive => self.accept_in_queue(),
            Command::JudgeSample => return self.go_on_judging(),
            Command::JudgeRight => self.judge(Verdict::Right),
            Command::JudgeWrong => self.judge(Verdict::Wrong),
            Command::JudgedLast => self.judged_last(),
            Command::NextTranslation => self.next_translation(),
            Command::Join => self.join(),
            Command::FormerStates => self.look_at_former(),
            Command::SwitchPropagation => self.switch_propagation(),
            Command::ToggleCompletion => self.toggle_completion(),
            Command::ToggleSpelling => self.toggle_spelling(),
            Command::ToggleAutosave => self.toggle_autosave(),
            Command::ReadAgain => match self.why_not_read_again() {
                Some(why) => self.tell(Tone::Notice, why),
                None => return Ran::Ask(Ask::Encoding),
            },
            Command::Undo | Command::Redo => self.undo_or_redo(command),
            Command::KeepPrivate => self.toggle_private(),
            Command::Confirm | Command::ConfirmAndNext | Command::ConfirmWithoutMemory => {
                self.confirm_telling_codes(command);
            }
            Command::NextChanged => self.next_changed(),
            Command::SendHeld => self.send_due(),
            _ => self.run_in_session(command),
        }
        Ran::Done
    }

    pub(super) fn run_in_session(&mut self, command: Command) {
        let Some(session) = &mut self.session else { return };
        let library = &mut self.library;
        let nothing = |()| String::new();
        let result = match command {
            Command::Undo => session.undo(library),
            Command::Redo => session.redo(library),
            Command::Confirm => session.confirm(library),
            Command::ConfirmAndNext => {
                session.confirm_so(Confirming { store: true, then: Then::Any }, library)
            }
            Command::ConfirmWithoutMemory => {
                session.confirm_so(Confirming { store: false, then: Then::Unconfirmed }, library)
            }
            Command::Join if session.view() == View::Translate => {
                session.join_next(library).map(nothing)
            }
            Command::Unconfirm => session.unconfirm(library).map(nothing),
            Command::CopySource => session.copy_source().map(nothing),
            Command::ClearTarget => session.clear_target().map(nothing),
            Command::TakeRepaired => session.take_repaired().map(nothing),
            Command::LeaveOut => session.leave_out().map(nothing),
            Command::TakeMatch(rank) => session.take_match(rank, library).map(nothing),
            Command::ToggleLock => session.toggle_lock().map(nothing),
            Command::ToggleApart => session.toggle_apart(),
            Command::Accept => session.accept().map(nothing),
            Command::AcceptSure => session.accept_sure().map(|n| t!("links-accepted", count = n)),
            Command::Pin => session.toggle_pin().map(nothing),
            _ => {
                let Some(correction) = correction(command) else {
                    self.go(command);
                    return;
                };
                session.correct_links(correction, library).map(nothing)
            }
        };
        match result {
            Ok(text) if text.is_empty() => {}
            Ok(text) => self.tell(Tone::Done, text),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
        self.save_units();
    }

    /// The commands that only move about.
    fn go(&mut self, command: Command) {
        let Some(session) = &mut self.session else { return };
        let row = session.row();
        let count = session.beads().len();
        let to = match command {
            Command::ToggleNotContent => {
                session.habits.hide_not_content = !session.habits.hide_not_content;
                return;
            }
            Command::IncludeNotContent => {
                let counted = session.switch_not_content();
                let text = if counted {
                    t!("commands-rows-that-are-not-content-count")
                } else {
                    t!("commands-rows-that-are-not-content-do")
                };
                return self.tell(Tone::Done, text);
            }
            Command::ShowAlign => return session.set_view(View::Align),
            Command::ShowTranslate => return session.set_view(View::Translate),
            Command::NextRow => (row + 1..count).find(|&r| session.is_shown(r)).or(Some(row)),
            Command::PreviousRow => (0..row).rev().find(|&r| session.is_shown(r)).or(Some(row)),
            Command::NextOpen => session.next_open(row + 1),
            Command::NextDoubtful => session.next_doubtful(row + 1),
            Command::MostDoubtful => session.most_doubtful(),
            Command::PreviousDoubtful => session.previous_doubtful(row),
            _ => return,
        };
        match to {
            Some(row) => self.enter(row),
            None if command == Command::NextOpen => {
                self.tell(Tone::Done, t!("commands-no-row-shown-is-open"));
            }
            None => self.tell(Tone::Done, t!("commands-no-link-shown-is-doubtful")),
        }
    }
}

/// The correction of links that a command stands for.
const fn correction(command: Command) -> Option<Correction> {
    Some(match command {
        Command::Join => Correction::Join,
        Command::Split => Correction::Split,
        Command::MoveUp => Correction::MoveUp(Side::Target),
        Command::MoveDown => Correction::MoveDown(Side::Target),
        Command::MoveSourceUp => Correction::MoveUp(Side::Source),
        Command::MoveSourceDown => Correction::MoveDown(Side::Source),
        Command::Unlink => Correction::Unlink,
        Command::Link => Correction::Link,
        Command::LeaveApart => Correction::LeaveApart,
        Command::DeleteRow => Correction::Delete,
        _ => return None,
    })
}
