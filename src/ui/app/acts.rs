//! Carrying out what was done in the window.

use egui::{Context, Event, Key, ThemePreference, ViewportCommand};

use super::{App, Dialogue, Next, Page, replaces_release, rest};
use crate::model::View;
use crate::store::ThemeChoice;
use crate::ui::grid::translate::field_id;
use crate::ui::keys;
use crate::ui::text;
use crate::ui::views::Act;
use crate::ui::views::ask::{ConfidenceQuestion, Purpose, RowQuestion};
use crate::ui::views::harvest::HarvestQuestion;
use crate::ui::views::new_release::NewRelease;
use crate::ui::views::palette::Palette;
use crate::ui::views::sentences::Sentences;
use crate::workbench::Command;
use crate::workbench::desk::{Ask, IncomingText, Ran, Tone};

/// One step of the zoom; 80 to 250 % can be reached.
const ZOOM_STEP: f32 = 0.1;
const ZOOM: std::ops::RangeInclusive<f32> = 0.8..=2.5;

impl App {
    /// Keys without a modifier, where no field wants them.
    pub(super) fn plain_keys(&mut self, ctx: &Context) -> Vec<Act> {
        let mut acts = Vec::new();
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
        if self.replaces(&act) && self.desk.is_unsaved() {
            self.dialog = Some(Dialogue::Unsaved(Next::Act(act)));
            return;
        }
        self.carry_out_now(ctx, act);
    }

    pub(super) fn carry_out_now(&mut self, ctx: &Context, act: Act) {
        match act {
            Act::Run(command) => {
                let ran = self.desk.run(command);
                if let Some(ran) = rest(ran) {
                    self.answer(ctx, ran);
                }
                if matches!(command, Command::ShowAlign | Command::ShowTranslate) {
                    self.grid.list.reset();
                    self.grid.buffer.bead = None;
                    // Each view has facets of its own.
                    self.in_bar(ctx, Command::RefreshFilter);
                }
            }
            Act::Enter(row) => self.desk.enter(row),
            Act::Typed(text) => self.desk.type_target(&text),
            Act::Correct(correction) => self.desk.correct_links(correction),
            Act::AskAbout(project) => self.desk.ask_about(project),
            Act::Open(path) => self.desk.open(&path),
            Act::Filter(filter) => self.filter_by(*filter),
            Act::Find(act) => self.find_act(ctx, act),
        }
    }

    /// Whether something puts another release in the place of the open one.
    fn replaces(&self, act: &Act) -> bool {
        match act {
            Act::Run(command) => replaces_release(*command),
            Act::Open(path) => !self.desk.is_memory_or_text(path),
            Act::Enter(_)
            | Act::Typed(_)
            | Act::Correct(_)
            | Act::AskAbout(_)
            | Act::Filter(_)
            | Act::Find(_) => false,
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
            Ask::ExportText => self.pick(ctx, Purpose::ExportText),
            Ask::ExportTmx => match self.desk.memory_to_export() {
                Some(memory) => self.pick(ctx, Purpose::ExportTmx(memory)),
                None => self.desk.tell(Tone::Notice, "no memory is open"),
            },
            Ask::New { pair } => {
                self.dialog = Some(Dialogue::New(Box::new(NewRelease::new(pair))));
            }
            Ask::AddToMemory => {
                let memory = self.desk.default_memory();
                self.dialog = Some(Dialogue::Memory(HarvestQuestion::new(memory)));
            }
            Ask::AcceptFrom => {
                self.dialog = Some(Dialogue::AcceptFrom(ConfidenceQuestion::default()));
            }
            Ask::Sentences => {
                let sentences = self.desk.session.as_ref().and_then(Sentences::of);
                self.dialog = sentences.map(Dialogue::Sentences);
            }
            Ask::Role => self.ask_role(),
            Ask::Encoding => self.ask_encoding(),
            Ask::GoToRow => self.dialog = Some(Dialogue::Row(RowQuestion::default())),
            Ask::Window(command) => self.in_window(ctx, command),
        }
    }

    /// Commands that are the window's own.
    fn in_window(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::ShowStart => {
                self.page = Page::Start;
                self.desk.list_anew();
            }
            Command::Palette => self.dialog = Some(Dialogue::Palette(Palette::default())),
            Command::About => self.dialog = Some(Dialogue::About),
            Command::SwitchTheme => {
                let next = self.desk.settings.theme.next();
                self.desk.settings.theme = next;
                self.desk.save_settings();
                ctx.set_theme(preference(next));
                self.desk.tell(Tone::Done, format!("Theme: {}", next.name()));
            }
            Command::ZoomIn => zoom(ctx, ctx.zoom_factor() + ZOOM_STEP),
            Command::ZoomOut => zoom(ctx, ctx.zoom_factor() - ZOOM_STEP),
            Command::ZoomReset => zoom(ctx, 1.0),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Filter
            | Command::ClearFilter
            | Command::RefreshFilter
            | Command::Find
            | Command::FindNext
            | Command::FindPrevious
            | Command::Replace => self.in_bar(ctx, command),
            Command::ToggleMarks => text::show_marks(ctx, !text::shows_marks(ctx)),
            _ => {
                let field = self.grid.buffer.bead.map(field_id);
                if let (Some(field), Some(character)) = (field, character_of(command)) {
                    text::insert(ctx, field, character);
                }
            }
        }
    }
}

/// The character that a command puts in at the caret.
const fn character_of(command: Command) -> Option<&'static str> {
    Some(match command {
        Command::InsertNoBreakSpace => "\u{a0}",
        Command::InsertLeftToRightMark => "\u{200e}",
        Command::InsertRightToLeftMark => "\u{200f}",
        Command::InsertArabicLetterMark => "\u{61c}",
        _ => return None,
    })
}

/// egui's word for a choice of theme.
pub(super) const fn preference(choice: ThemeChoice) -> ThemePreference {
    match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}

fn zoom(ctx: &Context, factor: f32) {
    let tenths = (factor * 10.0).round() / 10.0;
    ctx.set_zoom_factor(tenths.clamp(*ZOOM.start(), *ZOOM.end()));
}
