//! Dragging a link's end to another sentence.
//!
//! The active link has handles. While one is held, a line leads from the middle of its
//! link to the pointer, and the sentence it would be tied to is marked; letting go there
//! asks for the link, letting go anywhere else or Escape leaves all as it is. With Shift
//! the row keeps what it has and takes what lies between too.

use egui::{CursorIcon, Id, Key, Pos2, Rect, Sense, StrokeKind, Ui, vec2};

use crate::ui::theme::tokens;
use crate::workbench::aligning::Correction;
use crate::workbench::links::Side;
use crate::workbench::links::ends::End;

/// Where a handle can be taken hold of, in points about its middle.
const REACH: f32 = 18.0;

/// What is held, and where the sentences in view stand.
#[derive(Debug, Default)]
pub struct Drag {
    held: Option<Held>,
    sentences: Vec<Place>,
}

#[derive(Debug, Clone, Copy)]
struct Held {
    side: Side,
    from: Pos2,
    row: usize,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    side: Side,
    end: End,
    rect: Rect,
}

impl Drag {
    /// Forgets where the sentences stood in the last frame.
    pub fn begin_frame(&mut self) {
        self.sentences.clear();
    }

    /// Notes where a sentence stands, while something is held.
    pub fn sentence(&mut self, side: Side, end: End, rect: Rect) {
        if self.held.is_some() {
            self.sentences.push(Place { side, end, rect });
        }
    }

    /// A handle of the active link, to be taken hold of; `from` is the link's middle.
    pub fn handle(&mut self, ui: &Ui, id: Id, side: Side, row: usize, at: Pos2, from: Pos2) {
        let rect = Rect::from_center_size(at, vec2(REACH, REACH));
        let response = ui.interact(rect, id, Sense::drag()).on_hover_cursor(CursorIcon::Grab);
        if response.drag_started() {
            self.held = Some(Held { side, from, row });
        }
    }

    /// Paints what is held; answers the correction asked for by letting go. Called when
    /// all rows of the frame are drawn.
    pub fn end_frame(&mut self, ui: &Ui) -> Option<Correction> {
        let held = self.held?;
        let (pointer, down, extend, escaped) = ui.input(|input| {
            let pointer = input.pointer.latest_pos();
            let escaped = input.key_pressed(Key::Escape);
            (pointer, input.pointer.primary_down(), input.modifiers.shift, escaped)
        });
        let over = pointer.and_then(|at| self.over(held, at));
        if escaped || !down {
            self.held = None;
            let over = over.filter(|_| !escaped)?;
            return Some(Correction::Relink { side: held.side, to: over.end, extend });
        }
        let t = tokens(ui);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        if let Some(over) = over {
            let stroke = t.stroke(2.0, t.accent);
            ui.painter().rect_stroke(over.rect.shrink(2.0), 3.0, stroke, StrokeKind::Inside);
        }
        if let Some(pointer) = pointer {
            let line = [held.from, pointer];
            ui.painter().line_segment(line, t.stroke(2.0, t.accent));
        }
        ui.ctx().request_repaint();
        None
    }

    fn over(&self, held: Held, at: Pos2) -> Option<Place> {
        let fits = |place: &&Place| place.side == held.side && place.rect.contains(at);
        let place = self.sentences.iter().find(fits)?;
        let alone = self
            .sentences
            .iter()
            .filter(|other| other.side == held.side && other.end.row == held.row);
        let own = place.end.row == held.row && alone.count() == 1;
        (!own).then_some(*place)
    }
}
