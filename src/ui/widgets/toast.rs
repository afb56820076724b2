//! A message that goes away by itself, at the lower right, above the status bar.
//!
//! It stays as long as it takes to read (three seconds and a fifteenth of a second
//! for each character, the pace of subtitles), longer while the pointer is on it.
//! What went wrong waits twenty times as long: a minute at least.

use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Ui, UiBuilder, Vec2, vec2};

use super::{Button, Tone, icon_button};
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;

/// Width of a message in points.
pub const WIDTH: f32 = 360.0;
const BASE_SECS: f64 = 3.0;
const SECS_A_CHARACTER: f64 = 1.0 / 15.0;
/// So many times longer what went wrong stays: somebody may have looked elsewhere.
const PATIENCE_WITH_WRONG: f64 = 20.0;
/// Above the status bar and left of the edge, in points.
const OFFSET: Vec2 = vec2(-14.0, -40.0);
/// Height of the line of buttons over the status bar, in points: those of the panel, or what
/// shows it again.
const BUTTONS: f32 = 36.0;
/// More than that are not shown at once; the oldest go.
const MOST: usize = 4;

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What it is about.
    pub tone: Tone,
    /// One sentence.
    pub text: String,
    /// A verb that is offered, such as "Undo".
    pub verb: Option<String>,
}

/// The messages on show.
#[derive(Debug, Default)]
pub struct Toasts {
    list: Vec<Shown>,
    next: u64,
}

#[derive(Debug)]
struct Shown {
    number: u64,
    toast: Toast,
    left_secs: f64,
}

impl Toasts {
    /// Adds a message. The same one twice is shown once, from now on.
    pub fn push(&mut self, toast: Toast) {
        self.list.retain(|shown| shown.toast != toast);
        let characters: u32 = toast.text.chars().map(|_| 1).sum();
        let reading_secs = BASE_SECS + f64::from(characters) * SECS_A_CHARACTER;
        let patience = if toast.tone == Tone::Wrong { PATIENCE_WITH_WRONG } else { 1.0 };
        let left_secs = reading_secs * patience;
        self.list.push(Shown { number: self.next, toast, left_secs });
        self.next += 1;
        if self.list.len() > MOST {
            self.list.remove(0);
        }
    }

    /// Closes all; whether there was one.
    pub fn clear(&mut self) -> bool {
        !std::mem::take(&mut self.list).is_empty()
    }

    /// The messages, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Toast> {
        self.list.iter().map(|shown| &shown.toast)
    }

    /// Shows them in a corner; answers the one whose verb was pressed, which is then gone.
    pub fn show(&mut self, ctx: &Context, corner: Corner) -> Option<Toast> {
        // Not `stable_dt`: while nothing moves, that is a frame's usual length and no time.
        let step_secs = ctx.input(|input| f64::from(input.unstable_dt)).min(1.0);
        let mut pressed = None;
        let mut gone = Vec::new();
        let (anchor, mut below) = corner.place();
        for shown in self.list.iter_mut().rev() {
            let area = Area::new(Id::unique("toast").with(shown.number))
                .order(Order::Tooltip)
                .anchor(anchor, below)
                .fade_in(ctx.global_style().animation_time > 0.0)
                .show(ctx, |ui| card(ui, &shown.toast));
            below.y -= area.response.rect.height() + 8.0;
            match area.inner {
                Some(Answer::Verb) => pressed = Some(shown.toast.clone()),
                None if area.response.contains_pointer() => continue,
                Some(Answer::Close) => (),
                None => {
                    shown.left_secs -= step_secs;
                    if shown.left_secs > 0.0 {
                        ctx.request_repaint_after_secs(0.25);
                        continue;
                    }
                }
            }
            gone.push(shown.number);
        }
        self.list.retain(|shown| !gone.contains(&shown.number));
        pressed
    }
}

/// The corner of the window that messages stand in, so that they lie over no button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corner {
    /// At the lower right.
    Right,
    /// At the lower right, over buttons that stand over the status bar there.
    OverButtons,
    /// At the lower left: a dialog has its buttons at the right.
    Left,
}

impl Corner {
    fn place(self) -> (Align2, Vec2) {
        match self {
            Self::Right => (Align2::RIGHT_BOTTOM, OFFSET),
            Self::OverButtons => (Align2::RIGHT_BOTTOM, OFFSET - vec2(0.0, BUTTONS)),
            Self::Left => (Align2::LEFT_BOTTOM, vec2(-OFFSET.x, OFFSET.y)),
        }
    }
}

enum Answer {
    Verb,
    Close,
}

fn card(ui: &mut Ui, toast: &Toast) -> Option<Answer> {
    let t = tokens(ui);
    let frame = Frame::new()
        .fill(t.sheet)
        .stroke(t.stroke(1.0, t.shape))
        .corner_radius(6.0)
        .inner_margin(Margin { left: 14, right: 6, top: 6, bottom: 6 });
    let builder =
        UiBuilder::new().accessibility_role(toast.tone.role()).accessibility_label(&toast.text);
    let mut answer = None;
    ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(WIDTH - 22.0);
            ui.horizontal(|ui| {
                toast.tone.icon().show(ui);
                let verb = if toast.verb.is_some() { 84.0 } else { 0.0 };
                fonts::DOCK.label(ui, &toast.text, t.ink, WIDTH - 80.0 - verb);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if icon_button(ui, Icon::Close, t!("close-the-message")).clicked() {
                        answer = Some(Answer::Close);
                    }
                    if let Some(verb) = &toast.verb
                        && ui.add(Button::new(verb)).clicked()
                    {
                        answer = Some(Answer::Verb);
                    }
                });
            });
        });
    });
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_goes_by_the_clock_where_frames_are_seldom() {
        let (ctx, mut toasts) = (Context::default(), Toasts::default());
        let text = "0123456789".to_owned();
        toasts.push(Toast { tone: Tone::Good, text, verb: None });
        let secs = BASE_SECS + 10.0 * SECS_A_CHARACTER;
        let mut shown_until = 0.0;
        for quarter in 0..200 {
            let now = f64::from(quarter) * 0.25;
            let input = egui::RawInput { time: Some(now), ..egui::RawInput::default() };
            let mut output = ctx.run_ui(input, |ui| {
                let _ = toasts.show(ui.ctx(), Corner::Right);
            });
            output.textures_delta.clear();
            if toasts.iter().next().is_some() {
                shown_until = now;
            }
        }
        assert!((shown_until - secs).abs() < 1.0, "{shown_until} s for {secs}");
    }
}
