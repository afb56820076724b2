//! A message across the window: it stays until it is answered.

use egui::{Color32, Frame, Margin, Response, Role, StrokeKind, Ui, UiBuilder};

use super::{Button, icon_button, line_below};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::{Tokens, tokens};

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something went well.
    Good,
    /// Something to look at.
    Look,
    /// Something went wrong.
    Wrong,
}

impl Tone {
    /// The shape that says it without colour.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Good => Icon::Tick,
            Self::Look => Icon::Warning,
            Self::Wrong => Icon::Error,
        }
    }

    /// The colour of its text and shape.
    #[must_use]
    pub const fn ink(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Good => tokens.green,
            Self::Look => tokens.amber,
            Self::Wrong => tokens.red,
        }
    }

    /// The colour behind it.
    #[must_use]
    pub const fn ground(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Good => tokens.green_tint,
            Self::Look => tokens.amber_tint,
            Self::Wrong => tokens.red_tint,
        }
    }

    /// How urgently it is read aloud.
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Self::Good => Role::Status,
            Self::Look | Self::Wrong => Role::Alert,
        }
    }
}

/// What somebody did with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeAnswer {
    /// Pressed the button at this place.
    Pressed(usize),
    /// Closed it.
    Closed,
}

/// A message.
#[derive(Debug, Clone, Copy)]
#[must_use = "show it"]
pub struct Notice<'a> {
    tone: Tone,
    text: &'a str,
    buttons: &'a [&'a str],
    closes: bool,
}

impl<'a> Notice<'a> {
    /// A message that can be closed.
    pub const fn new(tone: Tone, text: &'a str) -> Self {
        Self { tone, text, buttons: &[], closes: true }
    }

    /// What can be done about it.
    pub const fn buttons(self, buttons: &'a [&'a str]) -> Self {
        Self { buttons, ..self }
    }

    /// It stays as long as it is true: there is no way to close it.
    pub const fn stays(self) -> Self {
        Self { closes: false, ..self }
    }

    /// Shows it across the width; as high as its text.
    pub fn show(self, ui: &mut Ui) -> Option<NoticeAnswer> {
        let t = tokens(ui);
        let frame = Frame::new().fill(self.tone.ground(t)).inner_margin(Margin::symmetric(14, 5));
        let builder = UiBuilder::new().accessibility_role(self.tone.role());
        let shown = ui.scope_builder(builder.accessibility_label(self.text), |ui| {
            frame.show(ui, |ui| self.content(ui, t)).inner
        });
        self.finish(ui, &shown.response, t);
        shown.inner
    }

    fn content(&self, ui: &mut Ui, t: &Tokens) -> Option<NoticeAnswer> {
        let mut answer = None;
        ui.set_min_width(ui.available_width());
        ui.horizontal(|ui| {
            self.tone.icon().show(ui);
            let room = ui.available_width() - self.buttons_width(ui, t);
            fonts::DOCK.label(ui, self.text, self.tone.ink(t), room.max(160.0));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if self.closes && icon_button(ui, Icon::Close, t!("close-the-message")).clicked() {
                    answer = Some(NoticeAnswer::Closed);
                }
                for (place, label) in self.buttons.iter().enumerate().rev() {
                    if ui.add(Button::new(label)).clicked() {
                        answer = Some(NoticeAnswer::Pressed(place));
                    }
                }
            });
        });
        answer
    }

    fn buttons_width(&self, ui: &Ui, t: &Tokens) -> f32 {
        let gap = ui.spacing().item_spacing.x;
        let button = |label: &&str| {
            fonts::DOCK.galley(ui.painter(), *label, t.ink).size().x.ceil() + 20.0 + gap
        };
        let close = if self.closes { 28.0 + gap } else { 0.0 };
        self.buttons.iter().map(button).sum::<f32>() + close + gap
    }

    fn finish(&self, ui: &Ui, response: &Response, t: &Tokens) {
        if t.high_contrast {
            let edge = t.stroke(1.0, self.tone.ink(t));
            ui.painter().rect_stroke(response.rect, 0.0, edge, StrokeKind::Inside);
        } else {
            line_below(ui, response.rect, t.line2);
        }
    }
}
