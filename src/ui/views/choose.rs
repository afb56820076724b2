//! One of a list: typed words narrow it, arrows move, Enter takes.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Sense, pos2, vec2};

use super::ask::Answer;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Dialog, Field, Ground, ListRow};

const WIDTH: f32 = 440.0;
const TOP: f32 = 92.0;
pub(super) const ROW_HEIGHT: f32 = 32.0;
const LIST_HEIGHT: f32 = 14.0 * ROW_HEIGHT;

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its name.
    pub name: String,
    /// What there is to know of it, at the right.
    pub note: String,
}

/// What has been typed, and which one is marked.
#[derive(Debug, Clone)]
pub struct Chooser {
    title: &'static str,
    /// What the field is for: "Find a role".
    field: &'static str,
    query: String,
    marked: usize,
    shown: bool,
}

impl Chooser {
    /// A chooser on which this one of the choices is marked.
    #[must_use]
    pub const fn new(title: &'static str, field: &'static str, marked: usize) -> Self {
        Self { title, field, query: String::new(), marked, shown: false }
    }

    /// Whether something is typed that narrows the list.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        !self.query.trim().is_empty()
    }

    /// Shows the chooser over the window; answers the place of the chosen one in `choices`.
    pub fn show(&mut self, ctx: &Context, choices: &[Choice]) -> Answer<usize> {
        let found = found(choices, &self.query);
        self.marked = self.marked.min(found.len().saturating_sub(1));
        self.move_mark(ctx, found.len());
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let mut clicked = None;
        let dialog = Dialog::new(Id::unique("chooser"), self.title).width(WIDTH).top(TOP);
        let answer = dialog.show_bare(ctx, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let response = ui.add(Field::new(self.field, &mut self.query).hint(self.field));
            let first = !std::mem::replace(&mut self.shown, true);
            if first {
                response.request_focus();
            }
            if response.changed() {
                self.marked = 0;
            }
            let list = ScrollArea::vertical().max_height(LIST_HEIGHT).id_salt("choices");
            list.show(ui, |ui| {
                for (place, &choice) in found.iter().enumerate() {
                    let marked = place == self.marked;
                    if choices.get(choice).is_some_and(|choice| choice_ui(ui, choice, marked)) {
                        clicked = Some(choice);
                    }
                }
            });
        });
        match clicked.or_else(|| found.get(self.marked).copied().filter(|_| enter)) {
            Some(choice) => Answer::Given(choice),
            None if answer.left => Answer::Left,
            None => Answer::Open,
        }
    }

    fn move_mark(&mut self, ctx: &Context, count: usize) {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.marked = (self.marked + 1).min(count.saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            self.marked = self.marked.saturating_sub(1);
        }
    }
}

/// The places of the choices that have every word of the query; names that begin with it first.
fn found(choices: &[Choice], query: &str) -> Vec<usize> {
    let query = query.trim().to_lowercase();
    let text = |place: &usize| {
        let choice = choices.get(*place);
        choice.map(|c| format!("{} {}", c.name, c.note).to_lowercase()).unwrap_or_default()
    };
    let holds = |place: &usize| query.split_whitespace().all(|word| text(place).contains(word));
    let mut found: Vec<usize> = (0..choices.len()).filter(holds).collect();
    found.sort_by_key(|place| !text(place).starts_with(&query));
    found
}

/// A choice as a row, its note at the right; whether it was clicked.
pub(super) fn choice_ui(ui: &mut egui::Ui, choice: &Choice, marked: bool) -> bool {
    let t = tokens(ui);
    let id = Id::unique("choice").with(&choice.name).with(&choice.note);
    let row = ListRow::new(id, &choice.name, Ground::Palette).height(ROW_HEIGHT).selected(marked);
    let response = row.show(ui, |ui| {
        let (rect, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
        // A name may hold characters that only the system's fonts have.
        let name = BidiLabel::plain(&choice.name, fonts::ROW, t.ink).lay_out(ui.ctx());
        let top = rect.center().y - name.size().y / 2.0;
        name.paint(ui.painter(), pos2(rect.left() + 16.0, top));
        let note = fonts::LABEL.galley(ui.painter(), &choice.note, t.ink3);
        let left = rect.right() - 16.0 - note.size().x;
        ui.painter().galley(pos2(left, rect.center().y - note.size().y / 2.0), note, t.ink3);
    });
    if marked {
        response.scroll_to_me(None);
    }
    response.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_narrow_the_list() {
        let choice = |(name, note): (&str, &str)| Choice { name: name.into(), note: note.into() };
        let pairs =
            [("body", "P"), ("subhead", "S"), ("headline", "H"), ("windows-1251", "Cyrillic")];
        let choices: Vec<Choice> = pairs.into_iter().map(choice).collect();
        assert_eq!(found(&choices, ""), [0, 1, 2, 3]);
        assert_eq!(found(&choices, "head"), [2, 1], "what begins so comes first");
        assert_eq!(found(&choices, "1251 cyr"), [3]);
        assert_eq!(found(&choices, "nothing"), [] as [usize; 0]);
    }
}
