//! A dialog over the window: a title, what it says, buttons; Escape leaves it.
//!
//! Dialogs are few: what can be undone is done at once and a toast offers "Undo".

use egui::{
    Align, Area, Context, Frame, Id, Layout, Margin, Modal, Order, Rect, Response, Role,
    ScrollArea, Sense, Ui, UiBuilder, pos2, vec2,
};

use super::icon_button;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::tokens;

/// Least room between a dialog and the window's edge, in points.
const EDGE: f32 = 8.0;

/// Room over the buttons, and their least width where what scrolls is wider, in points.
const GAP: f32 = 10.0;
const LEAST_WIDTH: f32 = 160.0;

/// Room inside the frame, in points.
pub const PADDING: i8 = 16;

/// What came of a frame of a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DialogAnswer<R> {
    /// What the content answered.
    pub inner: R,
    /// Whether somebody left the dialog: Escape, the cross, or a click beside it.
    pub left: bool,
}

/// A dialog.
#[derive(Debug, Clone, Copy)]
#[must_use = "show it"]
pub struct Dialog<'a> {
    id: Id,
    title: &'a str,
    width: f32,
    top: Option<f32>,
}

impl<'a> Dialog<'a> {
    /// A dialog in the middle of the window, 480 points wide.
    pub const fn new(id: Id, title: &'a str) -> Self {
        Self { id, title, width: 480.0, top: None }
    }

    /// Another width in points.
    pub const fn width(self, width: f32) -> Self {
        Self { width, ..self }
    }

    /// Hung so many points below the window's top instead of in its middle.
    pub const fn top(self, top: f32) -> Self {
        Self { top: Some(top), ..self }
    }

    /// Shows it with its title and a cross. What the window has no room for scrolls.
    pub fn show<R>(self, ctx: &Context, content: impl FnOnce(&mut Ui) -> R) -> DialogAnswer<R> {
        let t = tokens(ctx);
        let width = self.width_in(ctx);
        let mut answer = self.show_bare(ctx, |ui| {
            let mut left = false;
            let frame = Frame::new().inner_margin(Margin::same(PADDING));
            let height = ui.available_height();
            let area = ScrollArea::both().id_salt("dialog").max_width(width).max_height(height);
            let inner = area.show(ui, |ui| {
                ui.set_width(width);
                frame
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            fonts::TITLE.label(ui, self.title, t.ink, width - 80.0);
                            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                                left = icon_button(ui, Icon::Close, t!("close")).clicked();
                            });
                        });
                        ui.add_space(8.0);
                        let inner = content(ui);
                        follow_focus(ui);
                        inner
                    })
                    .inner
            });
            (inner.inner, left)
        });
        answer.left |= answer.inner.1;
        DialogAnswer { inner: answer.inner.0, left: answer.left }
    }

    /// Shows the scrim and the frame alone, for the palette. The title is read aloud.
    pub fn show_bare<R>(
        self,
        ctx: &Context,
        content: impl FnOnce(&mut Ui) -> R,
    ) -> DialogAnswer<R> {
        let t = tokens(ctx);
        let frame = Frame::new()
            .fill(t.chrome)
            .stroke(t.stroke(1.0, t.shape))
            .corner_radius(6.0)
            .inner_margin(Margin::ZERO);
        let modal = Modal::new(self.id).area(self.area(ctx)).backdrop_color(t.scrim).frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(self.width_in(ctx));
            // The area remembers how high it was; what has grown since has all the window.
            let top = self.top.map_or(EDGE, |top| hung(top, ctx));
            ui.set_max_height(ctx.content_rect().height() - top - EDGE);
            let builder = UiBuilder::new().accessibility_role(Role::Dialog);
            ui.scope_builder(builder.accessibility_label(self.title), content).inner
        });
        let left = shown.should_close();
        DialogAnswer { inner: shown.inner, left }
    }

    /// Its width in this window, which it never is wider than.
    fn width_in(&self, ctx: &Context) -> f32 {
        self.width.min(ctx.content_rect().width() - 2.0 * EDGE)
    }

    fn area(&self, ctx: &Context) -> Area {
        let area = Modal::default_area(self.id).order(Order::Foreground);
        match self.top {
            None => area,
            Some(top) => {
                let window: Rect = ctx.content_rect();
                let left = (window.center().x - self.width_in(ctx) / 2.0).round();
                area.anchor(egui::Align2::LEFT_TOP, vec2(0.0, 0.0))
                    .anchor(egui::Align2::LEFT_TOP, pos2(left, hung(top, ctx)) - window.min)
            }
        }
    }
}

/// How far below the window's top a dialog hangs: a ninth of the height of a low window.
fn hung(top: f32, ctx: &Context) -> f32 {
    top.min(ctx.content_rect().height() / 9.0).max(EDGE)
}

/// So much of a field is enough to type into it, in points.
const ENOUGH: f32 = 48.0;

/// Scrolls what has just got the focus into sight, where it stands in what scrolls here.
pub fn follow_focus(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused);
    let response = focused.and_then(|id| ui.ctx().read_response(id));
    let Some(response) = response.filter(Response::gained_focus) else { return };
    let (mut rect, seen) = (response.rect, ui.clip_rect());
    if rect.x_range().intersection(seen.x_range()).span() > 0.0 {
        // It is scrolled aside only to what is not seen at all.
        rect = Rect::from_x_y_ranges(seen.x_range(), rect.y_range());
    }
    // A large field that is seen for the better part stays where it is, and the title with it.
    let is_seen = seen.y_range().intersection(rect.y_range()).span() >= ENOUGH.min(rect.height());
    if response.layer_id == ui.layer_id() && !is_seen {
        ui.scroll_to_rect(rect, None);
    }
}

/// The buttons at a dialog's foot, added from right to left, the main one first; in as many
/// rows as they need. Where what is over them has to scroll they stay in sight below it.
pub fn buttons<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(GAP);
    let known = ui.scope_id().with("height of the buttons");
    let height = ui.data(|data| data.get_temp(known)).unwrap_or(super::CONTROL_HEIGHT);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let place = in_sight(ui, rect);
    let layout = Layout::right_to_left(Align::Center).with_main_wrap(true);
    let row = Rect::from_min_size(place.min, vec2(place.width(), super::CONTROL_HEIGHT));
    let mut child = ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
    let inner = add(&mut child);
    let needed = child.min_rect().height();
    if (needed - height).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(known, needed));
        ui.ctx().request_discard("the buttons of a dialog take other rows");
    }
    inner
}

/// Where the foot of a dialog is shown: as it is laid out, or at the lower edge of what is
/// seen, on a ground of its own.
fn in_sight(ui: &Ui, rect: Rect) -> Rect {
    let seen = ui.clip_rect();
    let edge = f32::from(PADDING);
    let right = rect.right().min(seen.right() - edge).max(rect.left() + LEAST_WIDTH);
    let lift = (rect.bottom() + edge - seen.bottom()).max(0.0);
    let place =
        Rect::from_min_max(rect.min, pos2(right, rect.bottom())).translate(vec2(0.0, -lift));
    if lift > 0.5 {
        let t = tokens(ui);
        let ground = Rect::from_min_max(pos2(seen.left(), place.top() - GAP), seen.max);
        ui.painter().rect_filled(ground, 0.0, t.chrome);
        super::line_above(ui, ground, t.line);
        // What lies under it is not clicked through it.
        ui.interact(ground, ui.scope_id().with("foot"), Sense::CLICK);
    }
    place
}
