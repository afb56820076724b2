//! Keys, clipboard, input methods and screen readers, each turned into a change of the
//! text or of what is selected.

use egui::accesskit::{self, Action, ActionData, ActionRequest, TreeId};
use egui::os::OperatingSystem;
use egui::{Event, ImeEvent, Key, Modifiers, Ui};

use super::super::access;
use super::super::caret::{Place, Way};
use super::super::label::has_selection;
use super::clip;
use super::state::{Composing, Selection};
use super::typing::{self, Extent, Step};
use super::work::Work;

/// What no keyboard has, and the keys for it: a space that does not break.
const NO_BREAK_SPACE: &str = "\u{a0}";

impl Work<'_> {
    /// Takes in what happened since the last frame; the field has the focus.
    pub(super) fn take_events(&mut self, ui: &Ui, events: &[Event]) {
        for event in events {
            self.event(ui, event);
        }
    }

    fn event(&mut self, ui: &Ui, event: &Event) {
        match event {
            Event::Copy if has_selection(ui.ctx()) => {}
            Event::Copy => self.copy(ui),
            Event::Cut => {
                self.copy(ui);
                if !self.state.selection.is_empty() {
                    self.insert(ui, "");
                }
            }
            Event::Paste(text) if !text.is_empty() => self.insert(ui, &clip::pasted(ui, text)),
            // Line breaks come as keys.
            Event::Text(text) if !text.is_empty() && text != "\n" && text != "\r" => {
                self.insert(ui, text);
            }
            Event::Ime(event) => self.compose(ui, event),
            Event::Key { key, pressed: true, modifiers, .. } => self.key(ui, *key, *modifiers),
            Event::AccessKitActionRequest(request) => self.asked(ui, request),
            _ => {}
        }
    }

    fn copy(&self, ui: &Ui) {
        let selection = self.state.selection;
        if let Some(text) = self.text.get(selection.range()).filter(|text| !text.is_empty()) {
            clip::copy(ui, text, selection.range().start, &self.atoms);
        }
    }

    fn key(&mut self, ui: &Ui, key: Key, modifiers: Modifiers) {
        let mac = ui.os() == OperatingSystem::Mac;
        if self.is_return(key, modifiers) {
            if self.field.one_line {
                ui.memory_mut(|memory| memory.surrender_focus(self.id));
            } else {
                self.insert(ui, "\n");
            }
            return;
        }
        if let Some(step) = self.step_of(ui, key, modifiers, mac) {
            self.step(step, modifiers.shift);
            return;
        }
        match key {
            Key::A if modifiers.command => self.select_all(),
            Key::Space if modifiers.command && modifiers.shift => self.insert(ui, NO_BREAK_SPACE),
            Key::Y if modifiers.command => self.again(ui),
            Key::Z if modifiers.command && modifiers.shift => self.again(ui),
            Key::Z if modifiers.command => self.back(ui),
            Key::Backspace => self.delete(ui, extent(modifiers, mac), false),
            // Shift+Delete cuts on Windows, which comes as an event of its own.
            Key::Delete if !modifiers.shift || ui.os() != OperatingSystem::Windows => {
                self.delete(ui, extent(modifiers, mac), true);
            }
            Key::H if mac && modifiers.ctrl => self.delete(ui, Extent::One, false),
            Key::D if mac && modifiers.ctrl => self.delete(ui, Extent::One, true),
            Key::K if mac && modifiers.ctrl => self.delete(ui, Extent::Row, true),
            _ => {}
        }
    }

    fn is_return(&self, key: Key, modifiers: Modifiers) -> bool {
        self.field.return_key.is_some_and(|wanted| {
            key == wanted.logical_key && modifiers.matches_logically(wanted.modifiers)
        })
    }

    fn step_of(&self, ui: &Ui, key: Key, modifiers: Modifiers, mac: bool) -> Option<Step> {
        let by_word = modifiers.alt || is_ctrl(modifiers, mac);
        let sideways = |way| {
            if mac && modifiers.mac_cmd {
                Step::RowEdge(way)
            } else if by_word {
                Step::Word(way)
            } else {
                Step::Side(way)
            }
        };
        let page = || {
            let height = ui.clip_rect().height().min(2_000.0);
            #[expect(clippy::cast_possible_truncation, reason = "at most some hundred lines")]
            let rows = (height / self.laid.role.line) as isize;
            (rows - 1).max(1)
        };
        Some(match key {
            Key::ArrowLeft => sideways(Way::Left),
            Key::ArrowRight => sideways(Way::Right),
            Key::ArrowUp if modifiers.command => Step::Start { of_text: true },
            Key::ArrowDown if modifiers.command => Step::End { of_text: true },
            Key::ArrowUp => Step::Rows(-1),
            Key::ArrowDown => Step::Rows(1),
            Key::Home => Step::Start { of_text: is_ctrl(modifiers, mac) },
            Key::End => Step::End { of_text: is_ctrl(modifiers, mac) },
            Key::PageUp => Step::Rows(-page()),
            Key::PageDown => Step::Rows(page()),
            Key::P if mac && modifiers.ctrl => Step::Rows(-1),
            Key::N if mac && modifiers.ctrl => Step::Rows(1),
            Key::B if mac && modifiers.ctrl => Step::Side(Way::Left),
            Key::F if mac && modifiers.ctrl => Step::Side(Way::Right),
            Key::A if mac && modifiers.ctrl => Step::Start { of_text: false },
            Key::E if mac && modifiers.ctrl => Step::End { of_text: false },
            _ => return None,
        })
    }

    fn step(&mut self, step: Step, extend: bool) {
        let state = &mut self.state;
        let (map, text) = (&self.laid.map, self.text.as_str());
        typing::step(map, text, &mut state.selection, &mut state.goal, step, extend);
    }

    fn select_all(&mut self) {
        let map = &self.laid.map;
        self.state.selection = Selection { anchor: map.start(), caret: map.end() };
        self.state.goal = None;
    }

    fn delete(&mut self, ui: &Ui, extent: Extent, forward: bool) {
        if self.field.read_only {
            return;
        }
        let (map, atoms) = (&self.laid.map, &self.atoms);
        typing::delete(map, self.text, &mut self.state.selection, extent, forward, atoms);
        self.lay_out_anew(ui);
    }

    /// Puts `new` in the place of what is selected.
    pub(super) fn insert(&mut self, ui: &Ui, new: &str) {
        if self.field.read_only {
            return;
        }
        let one_line =
            if self.field.one_line { new.replace(['\r', '\n'], " ") } else { String::new() };
        let new = if self.field.one_line { &one_line } else { new };
        typing::insert(self.text, &mut self.state.selection, new, &self.atoms);
        self.lay_out_anew(ui);
    }

    fn back(&mut self, ui: &Ui) {
        if let Some(text) = self.state.back(self.text).filter(|_| !self.field.read_only) {
            *self.text = text;
            self.lay_out_anew(ui);
        }
    }

    fn again(&mut self, ui: &Ui) {
        if let Some(text) = self.state.again(self.text).filter(|_| !self.field.read_only) {
            *self.text = text;
            self.lay_out_anew(ui);
        }
    }

    /// What is composed is shown at the caret and enters the text when it is chosen,
    /// so the history of the text knows finished words only.
    fn compose(&mut self, ui: &Ui, event: &ImeEvent) {
        if self.field.read_only {
            return;
        }
        match event {
            ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)
                if text == "\n" || text == "\r" => {}
            ImeEvent::Preedit { text, .. } if text.is_empty() => self.state.composing = None,
            ImeEvent::Preedit { text, active_range_chars } => {
                let byte =
                    |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |c| c.0);
                let active = active_range_chars.as_ref().map(|r| byte(r.start)..byte(r.end));
                self.state.composing = Some(Composing { text: text.clone(), active });
            }
            ImeEvent::Commit(text) => {
                let composing = self.state.composing.take().is_some();
                if composing || !text.is_empty() {
                    self.insert(ui, text);
                }
            }
            ImeEvent::DeleteSurrounding { before_chars, after_chars } => {
                let around = (*before_chars, *after_chars);
                let selection = &mut self.state.selection;
                typing::delete_around(self.text, selection, around, &self.atoms);
                self.lay_out_anew(ui);
            }
            #[expect(deprecated, reason = "egui still has them")]
            ImeEvent::Enabled | ImeEvent::Disabled => {}
        }
    }

    /// What a screen reader asks for while the field has the focus.
    fn asked(&mut self, ui: &Ui, request: &ActionRequest) {
        let ours =
            request.target_node == self.id.accesskit_id() && request.target_tree == TreeId::ROOT;
        match (&request.action, &request.data) {
            (Action::ReplaceSelectedText, Some(ActionData::Value(new))) if ours => {
                self.insert(ui, new);
            }
            (Action::SetTextSelection, Some(ActionData::SetTextSelection(wanted))) if ours => {
                self.select(wanted);
            }
            _ => {}
        }
    }

    fn select(&mut self, wanted: &accesskit::TextSelection) {
        let runs = access::runs(&self.laid.map, self.text);
        let place = |position| access::place(self.id, &runs, position);
        if let (Some(anchor), Some(caret)) = (place(&wanted.anchor), place(&wanted.focus)) {
            self.state.selection = Selection { anchor, caret };
            self.state.goal = None;
        }
    }

    /// A whole new value, as assistive technologies set it without giving the focus.
    pub(super) fn take_value(&mut self, ui: &Ui) {
        let value = ui.input(|input| {
            let requests = input.accesskit_action_requests(self.id, Action::SetValue);
            let values = requests.filter_map(|request| match &request.data {
                Some(ActionData::Value(value)) => Some(value.to_string()),
                _ => None,
            });
            values.last()
        });
        if let Some(value) = value {
            let (start, end) = (Place::after(0), Place::before(self.text.len()));
            self.state.selection = Selection { anchor: start, caret: end };
            self.insert(ui, &value);
        }
    }
}

/// Whether Ctrl is held, however the window system says so.
const fn is_ctrl(modifiers: Modifiers, mac: bool) -> bool {
    modifiers.ctrl || (modifiers.command && !mac)
}

const fn extent(modifiers: Modifiers, mac: bool) -> Extent {
    if modifiers.mac_cmd {
        Extent::Row
    } else if modifiers.alt || is_ctrl(modifiers, mac) {
        Extent::Word
    } else {
        Extent::One
    }
}
