//! Selecting with the mouse.

use egui::{CursorIcon, Event, Pos2, Response, Ui};

use super::super::atom::whole;
use super::super::caret::Place;
use super::super::label::Unit;
use super::state::Selection;
use super::work::Work;

impl Work<'_> {
    /// Takes in presses and drags; `corner` is where the text's upper left corner is.
    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response, corner: Pos2) {
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::Text);
            if !self.field.read_only {
                ui.output_mut(|output| output.mutable_text_under_cursor = true);
            }
        }
        self.middle_click(ui, response, corner);
        let Some(pointer) = response.interact_pointer_pos() else { return };
        let inside = pointer - corner;
        let place = self.laid.map.hit(inside.x, inside.y);
        let pressed = response.hovered() && ui.input(|input| input.pointer.primary_pressed());
        if pressed {
            self.state.composing = None;
            self.press(ui, place);
        } else if response.dragged_by(egui::PointerButton::Primary) {
            self.drag(place);
        }
        if pressed || response.clicked() {
            self.state.goal = None;
            ui.memory_mut(|memory| memory.request_focus(self.id));
        }
    }

    /// One press puts the caret, two take a word, three a paragraph; with Shift what
    /// is selected is extended.
    fn press(&mut self, ui: &Ui, place: Place) {
        let unit = Unit::of_press(ui);
        if ui.input(|input| input.modifiers.shift) {
            let anchor = self.state.selection.anchor.index;
            self.state.drag = Some((unit, anchor..anchor));
            self.drag(place);
            return;
        }
        let first = self.around(unit, place);
        self.state.drag = Some((unit, first.clone()));
        self.state.selection = if unit == Unit::Place {
            Selection::at(place)
        } else {
            Selection { anchor: Place::after(first.start), caret: Place::before(first.end) }
        };
    }

    fn around(&self, unit: Unit, place: Place) -> std::ops::Range<usize> {
        let range = unit.around(self.text, place);
        if range.is_empty() { range } else { whole(range, &self.atoms) }
    }

    /// Extends what is selected by the units of the first press; that stays selected.
    fn drag(&mut self, place: Place) {
        let Some((unit, first)) = self.state.drag.clone() else { return };
        if unit == Unit::Place {
            self.state.selection.caret = place;
            return;
        }
        let to = self.around(unit, place);
        let settled = |place| self.laid.map.settled(place);
        self.state.selection = if to.start < first.start {
            Selection {
                anchor: settled(Place::before(first.end)),
                caret: settled(Place::after(to.start)),
            }
        } else {
            Selection {
                anchor: settled(Place::after(first.start)),
                caret: settled(Place::before(to.end.max(first.end))),
            }
        };
    }

    /// X11 and Wayland paste what was selected last where the wheel is pressed.
    fn middle_click(&mut self, ui: &Ui, response: &Response, corner: Pos2) {
        if self.field.read_only || !ui.is_enabled() || !response.contains_pointer() {
            return;
        }
        let pasted = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
                _ => None,
            })
        });
        let Some((at, text)) = pasted else { return };
        let from_global = ui.ctx().layer_transform_from_global(ui.layer_id());
        let inside = from_global.map_or(at, |from_global| from_global * at) - corner;
        self.state.selection = Selection::at(self.laid.map.hit(inside.x, inside.y));
        self.insert(ui, &text);
        ui.memory_mut(|memory| memory.request_focus(self.id));
    }
}
