//! What is pressed and typed after a command's key waits until the window shows what the
//! command did: the letters after Ctrl+K belong to the box that it opens, also where both
//! come within one frame, and the second of two commands to what the first one made.

use egui::{Context, Event};

/// Frames until a view that a command opened has the focus: it is shown without it once.
const FRAMES: u8 = 2;

/// What waits.
#[derive(Debug, Default)]
pub(super) struct Order {
    later: Vec<Event>,
    frames: u8,
}

impl Order {
    /// Puts what waited before this frame's events when its time has come, and lets these
    /// wait behind it else.
    pub(super) fn begin(&mut self, ctx: &Context) {
        if self.frames == 0 && self.later.is_empty() {
            return;
        }
        self.frames = self.frames.saturating_sub(1);
        let is_due = self.frames == 0;
        ctx.input_mut(|input| {
            let (typed, others) = input.events.drain(..).partition(is_typed);
            self.later.extend::<Vec<Event>>(typed);
            input.events = others;
            if is_due {
                input.events.append(&mut self.later);
            }
        });
        if !is_due {
            ctx.request_repaint();
        }
    }

    /// Lets these wait, since a command comes before them.
    pub(super) fn wait(&mut self, ctx: &Context, later: Vec<Event>) {
        self.later = later;
        self.frames = FRAMES;
        ctx.request_repaint();
    }
}

/// Whether somebody's hands on the keyboard made this event.
fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing;
    use egui::RawInput;

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    /// What a frame with these events sees after the order was kept.
    fn frame(order: &mut Order, ctx: &Context, events: Vec<Event>) -> Vec<Event> {
        let mut seen = Vec::new();
        let input = RawInput { events, ..RawInput::default() };
        testing::frame_with(ctx, input, |ui| {
            order.begin(ui.ctx());
            seen = ui.input(|input| input.events.clone());
        });
        seen
    }

    #[test]
    fn what_comes_after_a_command_waits_and_keeps_its_order() {
        let (mut order, ctx) = (Order::default(), Context::default());
        assert_eq!(frame(&mut order, &ctx, vec![text("a")]), [text("a")]);
        order.wait(&ctx, vec![text("b")]);
        let moved = Event::PointerGone;
        assert_eq!(frame(&mut order, &ctx, vec![text("c"), moved.clone()]), [moved]);
        let due = frame(&mut order, &ctx, vec![text("d")]);
        assert_eq!(due, [text("b"), text("c"), text("d")]);
        assert_eq!(frame(&mut order, &ctx, vec![text("e")]), [text("e")]);
    }
}
