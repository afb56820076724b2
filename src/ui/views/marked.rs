//! A list with a mark that keys move, of which only the lines in view are laid out.

use egui::{Context, Key, Modifiers, Rect, Response, ScrollArea, Ui, UiBuilder, pos2, vec2};

/// How far a page key goes, in lines.
const PAGE: usize = 10;

/// Where the mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// The marked line.
    pub at: usize,
    /// Whether it has to be brought into view.
    follow: bool,
}

impl Default for Marked {
    fn default() -> Self {
        Self { at: 0, follow: true }
    }
}

impl Marked {
    /// The mark on a line, which is brought into view.
    #[must_use]
    pub const fn on(at: usize) -> Self {
        Self { at, follow: true }
    }

    /// Moves the mark by the arrow and page keys.
    pub fn keys(&mut self, ctx: &Context, count: usize) {
        let last = count.saturating_sub(1);
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let at = self.at.min(last);
        let keys = [
            (Key::ArrowDown, at + 1),
            (Key::ArrowUp, at.saturating_sub(1)),
            (Key::PageDown, at + PAGE),
            (Key::PageUp, at.saturating_sub(PAGE)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        let to = keys.into_iter().find(|(key, _)| pressed(*key)).map(|(_, to)| to);
        self.follow |= to.is_some();
        self.at = to.unwrap_or(at).min(last);
    }

    /// Shows the lines in view, `line` points high each; the one that was clicked, which is
    /// marked then.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        (count, line): (usize, f32),
        most: f32,
        mut show: impl FnMut(&mut Ui, usize, bool) -> Response,
    ) -> Option<usize> {
        let mut clicked = None;
        let follow = std::mem::take(&mut self.follow);
        #[expect(clippy::cast_precision_loss, reason = "a list has no 16 million lines")]
        let top_of = |at: usize| at as f32 * line;
        let height = top_of(count);
        let area = ScrollArea::vertical().id_salt("marked").max_height(most);
        area.min_scrolled_height(most.min(height)).auto_shrink([false, true]).show_viewport(
            ui,
            |ui, view| {
                ui.set_height(height);
                let (top, width) = (ui.max_rect().min, ui.available_width());
                let place = |at: usize| {
                    Rect::from_min_size(pos2(top.x, top.y + top_of(at)), vec2(width, line))
                };
                if follow && count > 0 {
                    ui.scroll_to_rect(place(self.at), None);
                }
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a place in view is neither negative nor past the list's end"
                )]
                let first = (view.min.y.max(0.0) / line) as usize;
                for at in (first..count).take_while(|at| top_of(*at) < view.max.y) {
                    let builder = UiBuilder::new().max_rect(place(at));
                    let response =
                        ui.scope_builder(builder, |ui| show(ui, at, at == self.at)).inner;
                    if response.clicked() {
                        clicked = Some(at);
                    }
                }
            },
        );
        self.at = clicked.unwrap_or(self.at);
        clicked
    }
}
