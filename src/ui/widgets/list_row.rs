//! A row of a list, or a card: filled under the pointer, barred when selected.

use egui::{Color32, Id, Rect, Response, Role, Sense, Shape, Ui, UiBuilder, WidgetInfo, vec2};

use super::{ACTIVE_BAR_WIDTH, active_bar, focus_frame};
use crate::ui::theme::{Tokens, tokens};

/// What a row lies on, which decides how it shows that it is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    /// A list on paper: the selected row is tinted.
    #[default]
    Sheet,
    /// A card in the dock: the selected card is paper.
    Chrome,
    /// The palette: the chosen row is tinted more strongly.
    Palette,
}

impl Ground {
    fn fill(self, t: &Tokens) -> Color32 {
        match self {
            Self::Sheet => t.sheet,
            Self::Chrome | Self::Palette => t.chrome,
        }
    }

    fn selected(self, t: &Tokens) -> Color32 {
        match self {
            Self::Sheet => t.tint,
            Self::Chrome => t.sheet,
            Self::Palette => t.tint2,
        }
    }
}

/// A row across the whole width.
#[derive(Debug, Clone, Copy)]
#[must_use = "show it"]
pub struct ListRow<'a> {
    id: Id,
    name: &'a str,
    ground: Ground,
    height: Option<f32>,
    selected: bool,
    role: Role,
}

impl<'a> ListRow<'a> {
    /// A row; `id` from what it shows (not from its place), `name` is read aloud.
    pub const fn new(id: Id, name: &'a str, ground: Ground) -> Self {
        Self { id, name, ground, height: None, selected: false, role: Role::ListItem }
    }

    /// A fixed height in points; without it, as high as what is in it.
    pub const fn height(self, height: f32) -> Self {
        Self { height: Some(height), ..self }
    }

    /// Marks the row as the selected one.
    pub const fn selected(self, selected: bool) -> Self {
        Self { selected, ..self }
    }

    /// A role other than "list item".
    pub const fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }

    /// Shows the row; what `content` adds is laid over it from the left edge.
    ///
    /// The response tells of clicks anywhere on it that no control in it took.
    pub fn show(self, ui: &mut Ui, content: impl FnOnce(&mut Ui)) -> Response {
        let t = tokens(ui);
        let ground = ui.painter().add(Shape::Noop);
        let mut max = ui.available_rect_before_wrap();
        if let Some(height) = self.height {
            max.max.y = max.min.y + height;
        }
        let sense = if ui.is_enabled() { Sense::click() } else { Sense::hover() };
        let builder = UiBuilder::new().scope_id(self.id).max_rect(max).sense(sense);
        let builder = builder.accessibility_role(self.role);
        let spacing = ui.spacing().item_spacing;
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let shown = ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = spacing;
            ui.set_min_size(vec2(max.width(), self.height.unwrap_or(0.0)));
            content(ui);
        });
        ui.spacing_mut().item_spacing = spacing;
        let response = shown.response;
        let info = || WidgetInfo::selected(self.role, ui.is_enabled(), self.selected, self.name);
        response.widget_info(info);
        ui.accesskit_node_builder(response.id, |node| node.set_selected(self.selected));
        self.paint(ui, response.rect, ground, &response, t);
        response
    }

    fn paint(
        &self,
        ui: &Ui,
        rect: Rect,
        ground: egui::layers::ShapeIdx,
        response: &Response,
        t: &Tokens,
    ) {
        let fill = match (self.selected, response.container_hovered()) {
            (true, _) => self.ground.selected(t),
            (false, true) => t.hover(self.ground.fill(t)),
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().set(ground, Shape::rect_filled(rect, 0.0, fill));
        if self.selected {
            active_bar(ui.painter(), rect, t);
        }
        if response.has_focus() || (self.selected && t.high_contrast) {
            let mut inner = rect;
            inner.min.x += if self.selected { ACTIVE_BAR_WIDTH * t.stroke_scale } else { 0.0 };
            focus_frame(ui.painter(), inner, 0.0, t);
        }
    }
}
