//! The bars over the grid: the filter, and find and replace.

use egui::{Context, Popup};

use super::{App, Dialogue};
use crate::texts::t;
use crate::ui::views::ask::Answer;
use crate::ui::views::find::{self, FindAct};
use crate::workbench::Command;
use crate::workbench::desk::Tone;
use crate::workbench::filter::Filter;
use crate::workbench::find::Plan;
use crate::workbench::links::Side;

impl App {
    /// Whether one types into one of the bars, or is in the panel: then the active row leaves the focus there.
    pub(super) fn types_in_bar(&self, ctx: &Context) -> bool {
        self.filter.has_focus(ctx)
            || self.find.has_focus(ctx)
            || self.grid.search.has_focus
            || Popup::is_any_open(ctx)
    }

    /// Escape closes a list, leaves the panel, closes the bar to find, then the filter.
    pub(super) fn leave_bar(&mut self, ctx: &Context) {
        if Popup::is_any_open(ctx) {
            Popup::close_all(ctx);
        } else if self.grid.search.has_focus {
            self.leave_docked(ctx);
        } else if self.find.open {
            self.find.open = false;
            find::mark(ctx, self.find.side, None);
        } else if self.filter.open {
            self.close_filter();
        } else {
            self.toasts.clear();
            self.announcer.quiet();
        }
    }

    pub(super) fn close_filter(&mut self) {
        self.filter.open = false;
        if let Some(session) = &mut self.desk.session {
            session.drop_filter();
        }
    }

    /// Shows what a filter lets through.
    pub(super) fn filter_by(&mut self, filter: Filter) {
        if let Some(session) = &mut self.desk.session {
            session.set_filter(filter);
        }
    }

    /// The commands of the bars.
    pub(super) fn in_bar(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Filter if self.filter.has_focus(ctx) => self.close_filter(),
            Command::Filter => {
                (self.filter.open, self.filter.wants_focus) = (true, true);
                self.gather_misspelt();
                if let Some(session) = &mut self.desk.session {
                    session.refresh_filter();
                }
            }
            Command::ClearFilter => self.close_filter(),
            Command::RefreshFilter => {
                if let Some(session) = self.desk.session.as_mut().filter(|_| self.filter.open) {
                    session.refresh_filter();
                    self.gather_misspelt();
                }
            }
            Command::Find => {
                (self.find.open, self.find.wants_focus) = (true, true);
                self.look(ctx);
            }
            Command::FindNext => self.go_to_hit(ctx, true),
            Command::FindPrevious => self.go_to_hit(ctx, false),
            Command::Replace if self.find.open => self.preview(ctx),
            Command::Replace => self.in_bar(ctx, Command::Find),
            _ => {}
        }
    }

    pub(super) fn find_act(&mut self, ctx: &Context, act: FindAct) {
        match act {
            FindAct::Look => self.look(ctx),
        }
    }

    fn look(&mut self, ctx: &Context) {
        if let Some(session) = &self.desk.session {
            self.find.look(session);
            find::mark(ctx, self.find.side, self.find.pattern.as_ref());
        }
    }

    fn go_to_hit(&mut self, ctx: &Context, forward: bool) {
        if self.find.pattern.is_none() {
            (self.find.open, self.find.wants_focus) = (true, true);
        }
        self.look(ctx);
        let find = &mut self.find;
        let (Some(pattern), Some(session)) = (&find.pattern, &mut self.desk.session) else {
            return;
        };
        let hit = session.find_next(pattern, find.side, find.scope, find.hit.as_ref(), forward);
        match &hit {
            Some(hit) => session.select(hit.place.row),
            None => self.desk.tell(Tone::Notice, t!("finding-there-is-no-hit")),
        }
        find.hit = hit;
    }

    fn preview(&mut self, ctx: &Context) {
        self.look(ctx);
        let find = &self.find;
        let (Some(pattern), Some(session)) = (&find.pattern, &self.desk.session) else { return };
        let plan = session.plan_replacing(pattern, &find.replacement, find.side, find.scope);
        if plan.items.is_empty() {
            self.desk.tell(Tone::Notice, t!("finding-there-is-nothing-to-replace"));
        } else {
            self.dialog = Some(Dialogue::Replace(Box::new(plan)));
        }
    }

    /// The preview of a replacement.
    pub(super) fn replace_ui(&mut self, ctx: &Context, mut plan: Box<Plan>) -> Option<Dialogue> {
        let session = self.desk.session.as_ref()?;
        let lang = match plan.side {
            Side::Source => session.source_lang(),
            Side::Target => session.target_lang().unwrap_or(session.source_lang()),
        };
        match find::plan_ui(ctx, &mut plan, &lang.clone()) {
            Answer::Open => Some(Dialogue::Replace(plan)),
            Answer::Left => None,
            Answer::Given(()) => {
                self.desk.replace(&plan);
                self.look(ctx);
                None
            }
        }
    }
}
