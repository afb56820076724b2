//! One frame without a window, for the tests of this layer.

use egui::{Context, RawInput, Rect, Ui, pos2, vec2};

use super::theme::Contrast;

/// A context with our fonts and styles.
pub(crate) fn context() -> Context {
    let ctx = Context::default();
    super::install(&ctx, Contrast::Normal, true);
    ctx
}

/// Runs one frame of 1,000 by 600 points and throws the picture away.
pub(crate) fn frame(ctx: &Context, draw: impl FnMut(&mut Ui)) {
    frame_with(ctx, RawInput::default(), draw);
}

/// The same, with events.
pub(crate) fn frame_with(ctx: &Context, input: RawInput, draw: impl FnMut(&mut Ui)) {
    let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1000.0, 600.0)));
    let mut output = ctx.run_ui(RawInput { screen_rect, ..input }, draw);
    // egui insists that somebody takes the textures.
    output.textures_delta.clear();
}
