//! The small list under the caret of what may complete the word that is typed.

use egui::{Align2, Area, Context, Frame, Id, Order, Rect, Sense, pos2, vec2};

use crate::model::Lang;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::text::{BidiLabel, Direction};
use crate::ui::theme::tokens;
use crate::ui::widgets::{Ground, ListRow};

/// Height of a row, in points.
const ROW: f32 = 24.0;
/// Room left and right of a text, in points.
const MARGIN: f32 = 10.0;
/// Widest text, in points: longer ones are cut.
const WIDEST: f32 = 360.0;
/// Room between the caret and the list, in points.
const GAP: f32 = 4.0;

/// What a pointer does to the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// Whether it is over it.
    pub over: bool,
    /// Which text was clicked.
    pub clicked: Option<usize>,
}

/// Shows the list below `caret`, in the direction of the language.
pub fn show(ctx: &Context, caret: Rect, texts: &[String], marked: usize, lang: &Lang) -> Pointed {
    let rtl = Direction::of(lang).is_rtl();
    let (pivot, x) = if rtl {
        (Align2::RIGHT_TOP, caret.right() + MARGIN)
    } else {
        (Align2::LEFT_TOP, caret.left() - MARGIN)
    };
    let area = Area::new(Id::unique("completions"))
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(pos2(x, caret.bottom() + GAP))
        .constrain(true);
    let mut clicked = None;
    let shown = area.show(ctx, |ui| {
        let t = tokens(ui);
        let frame = Frame::new().fill(t.chrome).stroke(t.stroke(1.0, t.shape)).inner_margin(2.0);
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let laid: Vec<_> = texts
                .iter()
                .map(|text| BidiLabel::new(text, lang, fonts::ROW, t.ink).cut_at(WIDEST))
                .map(|label| label.without_marks().lay_out(ui.ctx()))
                .collect();
            let width = laid.iter().map(|text| text.size().x).fold(0.0, f32::max) + 2.0 * MARGIN;
            ui.set_width(width);
            for (place, (text, label)) in texts.iter().zip(&laid).enumerate() {
                let id = Id::unique("completion").with(place);
                let name = t!("completion-complete", text = text);
                let row = ListRow::new(id, &name, Ground::Palette).height(ROW);
                let response = row.selected(place == marked).show(ui, |ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
                    let left = if rtl {
                        rect.right() - MARGIN - label.size().x
                    } else {
                        rect.left() + MARGIN
                    };
                    let top = rect.center().y - label.size().y / 2.0;
                    label.paint(ui.painter(), pos2(left, top));
                });
                if response.clicked() {
                    clicked = Some(place);
                }
            }
        });
    });
    Pointed { over: shown.response.contains_pointer(), clicked }
}
