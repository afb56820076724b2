//! The filter bar over the grid: words or an expression, a list of values for each facet,
//! and how many rows are shown of all.

use egui::{
    Align, Context, Frame, Id, Layout, Margin, Panel, Popup, PopupCloseBehavior, ScrollArea, Ui,
    vec2,
};

use super::Act;
use crate::texts::t;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Field, Switch, line_below};
use crate::workbench::filter::{Facet, Filter};
use crate::workbench::{Command, Session};

const HEIGHT: f32 = 44.0;
/// Width of the field, in points.
const FIELD_WIDTH: f32 = 200.0;
/// The highest a list of values gets before it scrolls, in points.
const LIST_HEIGHT: f32 = 320.0;
const LIST_WIDTH: f32 = 240.0;

/// The bar.
#[derive(Debug, Clone, Default)]
pub struct FilterBar {
    /// Whether it is shown.
    pub open: bool,
    /// Whether its field should take the focus when it is shown next.
    pub wants_focus: bool,
}

/// The id of the bar's field.
#[must_use]
pub fn field_id() -> Id {
    Id::unique("filter field")
}

impl FilterBar {
    /// Whether one types into it.
    #[must_use]
    pub fn has_focus(&self, ctx: &Context) -> bool {
        self.open && ctx.memory(|memory| memory.has_focus(field_id()))
    }

    /// Shows the bar; a changed filter is answered as an act.
    pub fn show(&mut self, ui: &mut Ui, session: &Session, acts: &mut Vec<Act>) {
        if !self.open {
            return;
        }
        let t = tokens(ui);
        let frame = Frame::new().fill(t.chrome).inner_margin(Margin::symmetric(12, 0));
        let panel = Panel::top("filter").min_size(HEIGHT).show_separator_line(false).frame(frame);
        let shown = panel.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            ui.set_min_height(HEIGHT);
            let mut filter = session.sieve().filter().clone();
            ui.horizontal_wrapped(|ui| self.controls_ui(ui, session, &mut filter, acts));
            if let Some(problem) = &session.sieve().found().problem {
                fonts::LABEL.label(ui, problem, t.red, f32::INFINITY);
            }
            if filter != *session.sieve().filter() {
                acts.push(Act::Filter(Box::new(filter)));
            }
        });
        line_below(ui, shown.response.rect, t.line2);
    }

    fn controls_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        filter: &mut Filter,
        acts: &mut Vec<Act>,
    ) {
        let t = tokens(ui);
        let found = session.sieve().found();
        ui.set_row_height(HEIGHT - 8.0);
        let field = Field::search(t!("filter-filter-rows"), &mut filter.text)
            .id(field_id())
            .hint(t!("filter-words-of-a-row"))
            .width(FIELD_WIDTH)
            .wrong(found.problem.is_some());
        let response = ui.add(field);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        let mut place = usize::from(filter.regex);
        if ui
            .add(Switch::new(
                t!("filter-filter-by"),
                &mut place,
                &[t!("filter-words"), t!("regex")],
            ))
            .changed()
        {
            filter.regex = place == 1;
        }
        for facet in Facet::ALL.into_iter().filter(|facet| facet.fits(session.view())) {
            facet_ui(ui, session, facet, filter);
        }
        let text = t!("filter-of-rows", count = found.rows, all = found.all);
        fonts::LABEL_BOLD.label(ui, text, t.ink, f32::INFINITY);
        let key = keys::text(ui.ctx(), Command::RefreshFilter);
        if ui.add(Button::new(t!("filter-refresh")).key(&key).tight()).clicked() {
            acts.push(Act::Run(Command::RefreshFilter));
        }
        if ui.add(Button::new(t!("clear")).key("Escape").tight()).clicked() {
            acts.push(Act::Run(Command::ClearFilter));
        }
    }
}

/// A button with the list of a facet's values under it.
fn facet_ui(ui: &mut Ui, session: &Session, facet: Facet, filter: &mut Filter) {
    let Some(values) = session.sieve().found().values.get(&facet) else { return };
    let chosen = filter.count(facet).to_string();
    let button = Button::new(facet.name()).opens().tight();
    let button = if filter.count(facet) > 0 { button.count(&chosen) } else { button };
    let response = ui.add(button);
    Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(LIST_WIDTH)
        .show(|ui| {
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt(facet.name());
                list.show(ui, |ui| {
                    for (value, count) in values {
                        let mut on = filter.has(facet, value);
                        let text = format!("{}  ({count})", value.name);
                        if ui.checkbox(&mut on, text).changed() {
                            filter.toggle(facet, value);
                        }
                    }
                });
            });
        });
}
