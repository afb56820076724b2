//! Carrying out what was done in the window.

use egui::{Context, Event, Key, ViewportCommand};

use super::importing::is_table;
use super::{App, Dialogue, Next, Page, replaces_release, rest};
use crate::model::View;
use crate::ui::grid::translate::field_id;
use crate::ui::keys;
use crate::ui::text;
use crate::ui::views::Act;
use crate::ui::views::ask::{ConfidenceQuestion, Purpose, RowQuestion};
use crate::ui::views::exceptions::ExceptionList;
use crate::ui::views::harvest::HarvestQuestion;
use crate::ui::views::keymap::KeyDialog;
use crate::ui::views::memories::MemoryList;
use crate::ui::views::new_release::NewRelease;
use crate::ui::views::palette::Palette;
use crate::ui::views::sentences::Sentences;
use crate::workbench::Command;
use crate::workbench::desk::{Ask, IncomingText, Ran, WrittenAs};

impl App {
    /// Keys without a modifier, where no field wants them.
    pub(super) fn plain_keys(&mut self, ctx: &Context) -> Vec<Act> {
        let mut acts = self.archive_keys(ctx);
        let mut escaped = false;
        let typing = ctx.memory(|memory| memory.focused().is_some());
        ctx.input_mut(|input| {
            if keys::take_plain(input, Key::Escape) {
                self.desk.cancel();
                escaped = true;
            }
            if self.view() == Some(View::Align) && !typing {
                if keys::take_plain(input, Key::ArrowDown) {
                    acts.push(Act::Run(Command::NextRow));
                }
                if keys::take_plain(input, Key::ArrowUp) {
                    acts.push(Act::Run(Command::PreviousRow));
                }
            }
        });
        if escaped {
            self.leave_bar(ctx);
        }
        if self.page == Page::Start && !typing {
            acts.extend(self.pasted(ctx));
        }
        acts
    }

    /// A text pasted on the first page begins a release.
    fn pasted(&mut self, ctx: &Context) -> Option<Act> {
        let text = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
                _ => None,
            })
        })?;
        let mut new = NewRelease::new(false);
        new.take(IncomingText::pasted(text));
        self.dialog = Some(Dialogue::New(Box::new(new)));
        None
    }

    /// Carries out what was done, after the guard for unsaved changes.
    pub(super) fn carry_out(&mut self, ctx: &Context, act: Act) {
        if (self.replaces(&act) && self.desk.is_unsaved()) || self.leaves(&act) {
            self.dialog = Some(Dialogue::Unsaved(Next::Act(act)));
            return;
        }
        self.carry_out_now(ctx, act);
    }

    pub(super) fn carry_out_now(&mut self, ctx: &Context, act: Act) {
        match act {
            Act::Run(Command::TakeMatch(rank)) if self.takes_passage(rank) => {
                self.insert_match(ctx, rank);
            }
            Act::Run(command) => {
                let ran = self.desk.run(command);
                if let Some(ran) = rest(ran) {
                    self.answer(ctx, ran);
                }
                if matches!(
                    command,
                    Command::ShowAlign
                        | Command::ShowTranslate
                        | Command::GoToPrecedent
                        | Command::GoBack
                        | Command::NextTranslation
                ) {
                    self.grid.list.reset();
                    self.grid.buffer.bead = None;
                    // Each view has facets of its own.
                    self.in_bar(ctx, Command::RefreshFilter);
                }
            }
            Act::Enter(row) => self.desk.enter(row),
            Act::InsertQuotation(place) => self.insert_quotation(ctx, place),
            Act::Look(row, finding) => self.look_into(ctx, row, finding.as_ref()),
            Act::Typed(text) => self.desk.type_target(&text),
            Act::Correct(correction) => self.desk.correct_links(correction),
            Act::AskAbout(project) => self.desk.ask_about(project),
            Act::Open(path) if is_table(&path) => self.ask_import(&path),
            Act::Open(path) if self.desk.has_open(&path) => self.page = Page::Release,
            Act::Open(path) => self.desk.open(&path),
            Act::Filter(filter) => self.filter_by(*filter),
            Act::PutIn(term) => self.put_term_in(ctx, &term),
            Act::Find(act) => self.find_act(ctx, act),
            Act::Dropped(paths) => self.dropped(ctx, paths),
            Act::Archive(wish) => self.archive_wish(ctx, wish),
            Act::Stop(job) => self.desk.stop(job),
        }
    }

    /// Whether something leads into another release while this one is not saved.
    pub(super) fn leaves(&self, act: &Act) -> bool {
        match act {
            Act::Run(Command::GoToPrecedent) => self.desk.leaves_unsaved(false),
            Act::Run(Command::GoBack) => self.desk.leaves_unsaved(true),
            Act::Run(
                Command::NextInArchive | Command::PreviousInArchive | Command::JudgeSample,
            ) => self.desk.queue_leaves_unsaved(),
            _ => false,
        }
    }

    /// Whether something puts another release in the place of the open one.
    fn replaces(&self, act: &Act) -> bool {
        match act {
            Act::Run(command) => replaces_release(*command),
            Act::Open(path) => !self.desk.is_memory_or_text(path) && !self.desk.has_open(path),
            // What is dropped is opened one by one, each with the guard.
            Act::Dropped(_)
            | Act::Archive(_)
            | Act::Enter(_)
            | Act::Look(..)
            | Act::InsertQuotation(_)
            | Act::Typed(_)
            | Act::Correct(_)
            | Act::AskAbout(_)
            | Act::Filter(_)
            | Act::Find(_)
            | Act::PutIn(_)
            | Act::Stop(_) => false,
        }
    }

    fn answer(&mut self, ctx: &Context, ran: Ran) {
        match ran {
            Ran::Done => {}
            Ran::Clipboard(text) => ctx.copy_text(text),
            Ran::Ask(ask) => self.ask(ctx, ask),
        }
    }

    fn ask(&mut self, ctx: &Context, ask: Ask) {
        match ask {
            Ask::Open => self.pick(ctx, Purpose::Open),
            Ask::Folder => self.pick(ctx, Purpose::Folder),
            Ask::Tmx => self.pick(ctx, Purpose::Tmx),
            Ask::SaveAs => self.pick(ctx, Purpose::SaveAs),
            Ask::ExportText => self.pick_through_gate(ctx, Purpose::ExportText),
            Ask::GiveBack => self.ask_give_back(),
            Ask::ExportMemory => self.ask_export(),
            Ask::Memories => self.dialog = Some(Dialogue::Memories(MemoryList::default())),
            Ask::Units => self.ask_units(None),
            Ask::New { pair } => {
                self.dialog = Some(Dialogue::New(Box::new(NewRelease::new(pair))));
            }
            Ask::AddToMemory => {
                let memory = self.desk.default_memory();
                self.dialog = Some(Dialogue::Memory(HarvestQuestion::new(memory)));
            }
            Ask::Analyse => self.ask_analysis(),
            Ask::Pretranslate => self.ask_pretranslate(),
            Ask::AddAllToMemory => self.ask_add_all(),
            Ask::AcceptFrom => {
                self.dialog = Some(Dialogue::AcceptFrom(ConfidenceQuestion::default()));
            }
            Ask::AcceptInAll => self.ask_accept_in_all(),
            Ask::Sample => self.ask_sample(),
            Ask::Sentences => {
                let caret = self.grid.buffer.bead.map(field_id);
                let caret = caret.and_then(|field| text::caret_of(ctx, field));
                let caret = caret.map(|caret| self.without_codes(caret));
                let session = self.desk.session.as_ref();
                let sentences = session.and_then(|session| Sentences::of(session, caret));
                self.dialog = sentences.map(Dialogue::Sentences);
            }
            Ask::JoinAlways => self.ask_join_always(),
            Ask::Exceptions => self.dialog = Some(Dialogue::Exceptions(ExceptionList::default())),
            Ask::PrintKeys => self.pick(ctx, Purpose::PrintKeys),
            Ask::Rules => self.pick(ctx, Purpose::Rules),
            Ask::Archive => self.show_archive(ctx),
            Ask::Role => self.ask_role(),
            Ask::Reference => self.ask_reference(),
            Ask::Derive => self.ask_pair(),
            Ask::Encoding => self.ask_encoding(),
            Ask::GoToRow => self.dialog = Some(Dialogue::Row(RowQuestion::default())),
            Ask::Window(command) => self.in_window(ctx, command),
        }
    }

    /// Commands that are the window's own.
    fn in_window(&mut self, ctx: &Context, command: Command) {
        if self.change_looks(ctx, command)
            || self.spell(ctx, command)
            || self.open_list(command)
            || self.check(command)
            || self.change_layout(ctx, command)
            || self.about_terms(ctx, command)
        {
            return;
        }
        match command {
            // From the list it leads back.
            Command::ShowStart if self.page == Page::Start && self.desk.session.is_some() => {
                self.page = Page::Release;
            }
            Command::ShowStart => {
                self.page = Page::Start;
                self.desk.list_anew();
            }
            Command::ExplainMatch => self.ask_why(),
            Command::SavePage => self.pick(ctx, Purpose::GiveBack(WrittenAs::Page)),
            Command::InsertMatch(rank) => self.insert_match(ctx, rank),
            Command::InsertQuotation => self.insert_next_quotation(ctx),
            Command::SendToShared => self.ask_send(),
            Command::CorrectedSource => self.ask_corrected(),
            Command::SourceVersions => self.ask_versions(),
            Command::Embargo => self.ask_embargo(),
            Command::ReleaseData => self.ask_release_data(),
            Command::CorrectEverywhere => self.ask_correct(ctx),
            Command::Concordance => self.ask_concordance(ctx),
            Command::Precedent => self.ask_precedent(ctx),
            Command::ChooseDictionary => self.ask_dictionary(),
            Command::DockConcordance => self.toggle_docked(ctx),
            Command::Palette => self.dialog = Some(Dialogue::Palette(Palette::default())),
            Command::ChooseLanguage => self.ask_language(),
            Command::Keys => self.dialog = Some(Dialogue::Keys(KeyDialog::default())),
            Command::About => self.dialog = Some(Dialogue::About),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Filter
            | Command::ClearFilter
            | Command::RefreshFilter
            | Command::Find
            | Command::FindNext
            | Command::FindPrevious
            | Command::Replace => self.in_bar(ctx, command),
            Command::ToggleMarks => text::show_marks(ctx, !text::shows_marks(ctx)),
            _ => self.edit_field(ctx, command),
        }
    }
}
