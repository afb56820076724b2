//! The window: it shows the desk, turns keys and clicks into commands, and asks what
//! commands need to know.
//!
//! Between frames ([`eframe::App::logic`]) finished jobs and chosen files are taken
//! in, and matches that were looked up on their own thread. In a frame ([`eframe::App::ui`]) the views
//! paint and answer [`Act`]s, which are carried out after it: no view changes
//! anything.

mod acts;
mod announce;
mod archive;
mod arriving;
mod asking;
mod checks;
mod choosing;
mod codes;
mod completing;
mod concordance;
mod dialogue;
mod dictionary;
mod docked;
mod editing;
mod embargo;
mod exceptions;
mod finding;
mod giving_back;
mod history;
mod importing;
mod inserting;
mod keymap;
mod language;
mod late;
mod layout;
mod leverage;
mod looks;
mod maintaining;
mod memories;
mod order;
mod review;
mod spelling;
mod terms;
mod third;
mod wide;

pub use language::speak;

use std::time::{Duration, Instant};

use egui::{Context, Ui, ViewportCommand};

use self::dialogue::Dialogue;
use super::file_dialogs::FileDialogs;
use super::keys;
use super::opener::Opener;
use super::views::archive::Table;
use super::views::ask::Purpose;
use super::views::concordance::Concordance;
use super::views::filter::FilterBar;
use super::views::find::FindBar;
use super::views::former::FormerStates;
use super::views::late::LateDialog;
use super::views::new_release::NewRelease;
use super::views::release::{self, Grid};
use super::views::{self, Act, head, start, status, toolbar};
use super::widgets::{Corner, Toast, Toasts};
use crate::model::{ProjectId, View};
use crate::workbench::desk::{self, Desk, NewSides, Ran};
use crate::workbench::{Command, Session};

/// What the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The list of releases.
    Start,
    /// The open release.
    Release,
    /// The table of an archive's pairs.
    Archive,
}

/// How often unsaved work goes to the journal: a crash costs a second at most.
const KEEP_EVERY: Duration = Duration::from_millis(500);

/// What is to be done once unsaved changes are dealt with.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Next {
    Act(Act),
    Make(NewSides),
    Close,
}

/// The window.
pub struct App {
    desk: Desk,
    page: Page,
    /// The release that the page was made for.
    shown: Option<ProjectId>,
    grid: Grid,
    archive: Table,
    filter: FilterBar,
    find: FindBar,
    dialog: Option<Dialogue>,
    completing: completing::Completing,
    order: order::Order,
    spelling: spelling::Spelling,
    /// The dialog for a new release, set aside while a file is chosen for it.
    aside: Option<Box<NewRelease>>,
    /// The dialog of a corrected source, set aside while a file is chosen for it.
    late_aside: Option<Box<LateDialog>>,
    /// The concordance, set aside while the precedent of a hit is looked at.
    /// What was selected in the source of the active row last.
    selected: terms::Selected,
    searched: Option<Box<Concordance>>,
    toasts: Toasts,
    announcer: announce::Announcer,
    picker: FileDialogs<Purpose>,
    /// Whether the system's file dialogs are asked; tests type paths instead.
    system_dialogs: bool,
    /// What opens the files that are written.
    opener: Opener,
    /// What is done once saving has succeeded.
    after_saving: Option<Next>,
    closing: bool,
    /// When work was handed to the journal last.
    kept: Instant,
}

impl App {
    /// The window over a desk. Fonts and styles are given to `ctx`.
    #[must_use]
    pub fn new(ctx: &Context, desk: Desk) -> Self {
        super::fonts::install(ctx);
        language::apply(&desk.settings);
        looks::apply(ctx, &desk.settings);
        let page = if desk.session.is_some() { Page::Release } else { Page::Start };
        Self {
            desk,
            page,
            shown: None,
            grid: Grid::default(),
            archive: Table::default(),
            filter: FilterBar::default(),
            find: FindBar::default(),
            dialog: None,
            completing: completing::Completing::default(),
            order: order::Order::default(),
            spelling: spelling::Spelling::default(),
            aside: None,
            late_aside: None,
            searched: None,
            selected: terms::Selected::default(),
            toasts: Toasts::default(),
            announcer: announce::Announcer::default(),
            picker: FileDialogs::default(),
            system_dialogs: true,
            opener: Opener::System,
            after_saving: None,
            closing: false,
            kept: Instant::now(),
        }
    }

    /// The same window, which asks for paths in the window only and opens nothing outside it.
    #[must_use]
    pub fn without_system_dialogs(self) -> Self {
        Self { system_dialogs: false, opener: Opener::Noted(Vec::new()), ..self }
    }

    /// The desk, for tests to look at.
    #[must_use]
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The desk, for tests to wait for jobs.
    pub const fn desk_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// What the window shows.
    #[must_use]
    pub const fn page(&self) -> Page {
        self.page
    }

    /// The view that keys are meant for: none without a release in front.
    fn view(&self) -> Option<View> {
        let session = self.desk.session.as_ref().filter(|_| self.page == Page::Release);
        session.map(Session::view)
    }

    /// Shows another release that the desk has opened.
    fn follow_desk(&mut self) {
        let open = self.desk.session.as_ref().map(|session| session.project().id);
        if open.is_some() && open != self.shown {
            self.page = Page::Release;
            self.grid = Grid::default();
            self.grid.list.from_top();
            self.filter = FilterBar::default();
            self.find.hit = None;
            self.forget_docked();
        }
        self.shown = open;
    }

    /// Brings the field of the active row in line with the session.
    fn follow_session(&mut self, ctx: &Context) {
        let elsewhere = self.types_in_bar(ctx);
        // The list of releases has the focus for itself.
        let session = self.desk.session.as_ref().filter(|_| self.page == Page::Release);
        let Some(session) = session else { return };
        let buffer = &mut self.grid.buffer;
        let Some(bead) = session.active_bead() else { return };
        let text = session.coded_target(session.row(), &session.codes(session.row()));
        if buffer.bead != Some(bead.id) {
            let wants_focus = session.view() == View::Translate && !elsewhere;
            *buffer = super::grid::translate::Buffer { bead: Some(bead.id), text, wants_focus };
            self.reveal_active();
        } else if buffer.text != text {
            let end = text.chars().count();
            buffer.text = text;
            super::widgets::cell::focus(ctx, super::grid::translate::field_id(bead.id), end);
        } else if session.view() == View::Translate && self.dialog.is_none() {
            // egui takes the focus from whatever stood under a dialog; what is typed
            // next is meant for the active row.
            let lost = ctx.memory(|memory| memory.focused().is_none());
            let field = super::grid::translate::field_id(bead.id);
            if lost && super::text::caret_of(ctx, field).is_some() {
                // Caret and selection are where they were.
                ctx.memory_mut(|memory| memory.request_focus(field));
            } else {
                buffer.wants_focus |= lost;
            }
        }
    }

    /// Scrolls to the active row: its text stays where the eye is if it is in view.
    fn reveal_active(&mut self) {
        let Some(session) = &self.desk.session else { return };
        if let (_, Some(place)) = self.grid.rows_to_show(session) {
            self.grid.list.enter(place, super::grid::translate::LIFT);
        }
    }

    /// Everything a frame shows; what was done in it.
    fn page_ui(&mut self, ui: &mut Ui) -> Vec<Act> {
        let mut acts = Vec::new();
        self.grid.search.has_focus = false;
        match self.page {
            Page::Start => {
                let folder = self.desk.listing.as_ref().map(|l| l.folder.display().to_string());
                let author = self.desk.settings.author.clone();
                head::start_ui(ui, folder.as_deref(), &author, &mut acts);
                status::start_ui(ui, &self.desk, self.desk.releases().len(), &mut acts);
                start::page_ui(ui, &self.desk, start::is_dropping(ui), &mut acts);
            }
            Page::Archive => self.archive_ui(ui, &mut acts),
            Page::Release => {
                if let Some(session) = &self.desk.session {
                    head::release_ui(ui, session, &mut acts);
                }
                views::embargo::due_ui(ui, &mut self.desk, &mut acts);
                if let Some(session) = &self.desk.session {
                    if session.view() == View::Align {
                        toolbar::align_ui(ui, session, &mut acts);
                    }
                    self.filter.show(ui, session, &mut acts);
                    self.find.show(ui, &mut acts);
                    status::release_ui(ui, &self.desk, session, &mut acts);
                }
                release::view_ui(ui, &mut self.desk, &mut self.grid, &mut acts);
            }
        }
        acts
    }

    fn show_messages(&mut self) {
        use super::widgets::Tone;
        for message in self.desk.messages() {
            let tone = match message.tone {
                desk::Tone::Done => Tone::Good,
                desk::Tone::Notice => Tone::Look,
                desk::Tone::Wrong => Tone::Wrong,
            };
            self.announcer.hear(&message.text);
            self.toasts.push(Toast { tone, text: message.text, verb: None });
        }
    }

    /// The window is to be closed: the guard comes first.
    fn guard_closing(&mut self, ctx: &Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if !asked || self.closing {
            return;
        }
        if self.desk.is_unsaved() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.dialog = Some(Dialogue::Unsaved(Next::Close));
        } else {
            self.desk.close();
        }
    }

    /// Hands what has been done to the journal, at most twice a second.
    fn keep(&mut self, ctx: &Context) {
        if !self.desk.has_unkept() {
            return;
        }
        if self.kept.elapsed() >= KEEP_EVERY {
            self.desk.keep();
            self.kept = Instant::now();
        } else {
            ctx.request_repaint_after(KEEP_EVERY);
        }
    }

    /// Saves the release when it is time, and wakes up for it.
    fn save_when_due(&mut self, ctx: &Context) {
        let now = Duration::try_from_secs_f64(ctx.input(|input| input.time));
        if let Some(left) = now.ok().and_then(|now| self.desk.save_when_due(now)) {
            ctx.request_repaint_after(left);
        }
    }

    /// Has what changed checked when it rests, and wakes up for it.
    fn check_when_due(&mut self, ctx: &Context) {
        let now = Duration::try_from_secs_f64(ctx.input(|input| input.time));
        if let Some(left) = now.ok().and_then(|now| self.desk.check_when_due(now)) {
            ctx.request_repaint_after(left);
        }
    }

    /// Questions that come up without anybody having chosen a command.
    fn ask_what_came_up(&mut self) {
        if self.dialog.is_some() {
            return;
        }
        if self.desk.claimed().is_some() {
            self.dialog = Some(Dialogue::Claimed);
        } else if self.desk.recovery().is_some() {
            self.dialog = Some(Dialogue::Recovery);
        } else if let Some(path) = self.desk.changed_file() {
            self.after_saving = None;
            self.dialog = Some(Dialogue::Changed(path));
        } else if let Some(states) = self.desk.former_states() {
            self.dialog = Some(Dialogue::Former(FormerStates::new(states)));
        } else if let Some(report) = self.desk.all_report() {
            self.dialog = Some(Dialogue::AllReport(report));
        } else if let Some(done) = self.desk.filled() {
            self.dialog = Some(Dialogue::Filled(Box::new(done)));
        } else {
            self.show_import_report();
        }
        if self.dialog.is_none() {
            self.offer_given_back();
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let more = self.desk.take_in();
        self.follow_desk();
        self.take_incoming_texts();
        self.take_picked(ctx);
        self.come_back_where_nothing_came();
        self.come_back_to_late();
        self.go_on_after_saving(ctx);
        self.keep(ctx);
        self.save_when_due(ctx);
        self.check_when_due(ctx);
        self.desk.watch_presence();
        self.desk.watch_clock();
        self.go_on_seeking(ctx);
        self.ask_what_came_up();
        self.show_messages();
        if more {
            ctx.request_repaint();
        }
        if !self.desk.under_way().is_empty() {
            ctx.request_repaint_after(Duration::from_millis(100));
        }
        self.guard_closing(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let mut acts = Vec::new();
        keys::install(&ctx, self.desk.keymap());
        super::grid::spelling::install(&ctx, self.desk.speller());
        self.order.begin(&ctx);
        super::grid::terms::install(&ctx, self.desk.row_terms());
        self.follow_selection(&ctx);
        if self.dialog.is_none() {
            self.completion_keys(&ctx);
            if let Some((command, later)) = keys::take(&ctx, self.view(), self.focus(&ctx)) {
                self.order.wait(&ctx, later);
                acts.push(Act::Run(command));
            }
            acts.extend(self.plain_keys(&ctx));
        }
        let dropped = self.take_corrected(start::dropped(ui));
        let dropped = self.take_bilingual(dropped);
        acts.extend((!dropped.is_empty()).then_some(Act::Dropped(dropped)));
        // Keys come before the frame, so that what they change is seen in it.
        for act in acts {
            self.carry_out(&ctx, act);
        }
        self.follow_session(&ctx);
        self.follow_docked();
        let acts = self.page_ui(ui);
        self.keep_floating();
        self.docked_wish(&ctx);
        self.dialog_ui(&ctx);
        self.completion_ui(&ctx);
        let corner = match (&self.dialog, &self.desk.session) {
            (Some(_), _) => Corner::Left,
            (None, Some(_)) => Corner::OverButtons,
            (None, None) => Corner::Right,
        };
        let _ = self.toasts.show(&ctx, corner);
        let did_something = !acts.is_empty();
        for act in acts {
            self.carry_out(&ctx, act);
        }
        if did_something {
            self.follow_session(&ctx);
            ctx.request_repaint();
        }
        // What the rows need now is asked at once, and is there by the next frame.
        self.desk.seek();
        self.desk.seek_terms();
        self.show_messages();
        self.announcer.say(ui, &self.desk);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// What a command that was run leaves to the window.
fn rest(ran: Ran) -> Option<Ran> {
    (ran != Ran::Done).then_some(ran)
}

/// Commands that put another release in the place of the open one.
const fn replaces_release(command: Command) -> bool {
    matches!(command, Command::OpenSample | Command::DerivePair)
}
