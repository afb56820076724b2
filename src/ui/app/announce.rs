//! What somebody hears who does not see the window: that a row was confirmed, accepted
//! or rejected, that the release was saved, what went wrong, and in the alignment view,
//! where no field has the focus, the row one has come to.
//!
//! All of it goes through one node, a live region (WAI-ARIA's `role=status`): a screen
//! reader says its name whenever that changes, and what it is saying now is not cut
//! short. A translator's field is announced by its focus; its text is not said twice.

use std::mem::take;

use egui::accesskit::{Live, Role};
use egui::{Rect, Ui, UiBuilder};

use crate::model::{BeadId, View};
use crate::ui::grid;
use crate::workbench::desk::Desk;

/// The row that was spoken of last.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    bead: BeadId,
    view: View,
    state: String,
}

/// What was said, and what is to be said next.
#[derive(Debug, Default)]
pub(super) struct Announcer {
    row: Option<Row>,
    dirty: bool,
    waiting: Vec<String>,
    said: String,
}

impl Announcer {
    /// A message that the window shows is said, too.
    pub(super) fn hear(&mut self, message: &str) {
        self.waiting.push(message.to_owned());
    }

    /// Forgets what was said: somebody has put it aside.
    pub(super) fn quiet(&mut self) {
        self.said.clear();
    }

    /// Says what has happened since the last frame.
    pub(super) fn say(&mut self, ui: &mut Ui, desk: &Desk) {
        let builder = UiBuilder::new()
            .id_salt("announced")
            .max_rect(Rect::from_min_size(ui.max_rect().min, egui::Vec2::ZERO))
            .accessibility_role(Role::Status);
        let child = ui.new_child(builder);
        let id = child.unique_id();
        if child.accesskit_node_builder(id, |_| ()).is_none() {
            // Nobody listens.
            self.waiting.clear();
            return;
        }
        self.follow(desk);
        if !self.waiting.is_empty() {
            self.said = take(&mut self.waiting).join(". ");
        }
        child.accesskit_node_builder(id, |node| {
            node.set_label(self.said.as_str());
            node.set_live(Live::Polite);
        });
    }

    fn follow(&mut self, desk: &Desk) {
        let Some(session) = &desk.session else {
            self.row = None;
            return;
        };
        if take(&mut self.dirty) && !session.is_dirty() {
            self.waiting.push("Saved".to_owned());
        }
        self.dirty = session.is_dirty();
        let before = self.row.take();
        let Some((bead, (number, state))) =
            session.active_bead().zip(grid::spoken(session, session.row()))
        else {
            return;
        };
        let now = Row { bead: bead.id, view: session.view(), state };
        let moved = before.as_ref().is_some_and(|before| before.bead != now.bead);
        if let Some(before) = before.filter(|before| *before != now && before.view == now.view) {
            // Rows are looked through only when one has left the row.
            let row = if moved {
                session.translation().and_then(|translation| translation.row_of(before.bead))
            } else {
                Some(session.row())
            };
            let spoken = row.and_then(|row| grid::spoken(session, row));
            if let Some((number, state)) = spoken.filter(|(_, state)| *state != before.state) {
                self.waiting.push(format!("Row {number}: {state}"));
            }
        }
        if moved && now.view == View::Align {
            let source = session.source_text(session.row());
            let texts = format!("Row {number}: {}. {source} | {}", now.state, bead.target_text());
            self.waiting.push(texts);
        }
        self.row = Some(now);
    }
}
