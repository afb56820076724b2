//! What was found in a file of a new release, before anything is made of it: its blocks with
//! their roles, words, the page's frame told apart, what was passed over.
//!
//! One list has the focus: arrows move in it, Enter asks for the marked block's role.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{EventFilter, Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Block, Document, PageFormat, Problem, Role};
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::focus_frame;
use crate::workbench::pages::{Arriving, Found};

/// Height of a line of the list, in points.
const LINE: f32 = 24.0;
/// Room for the name of a role, in points.
const ROLE_WIDTH: f32 = 116.0;
/// So many warnings are shown; the number of the others is told.
const WARNINGS: usize = 3;

/// A file of a new release, with what somebody changed of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// The file as it was read.
    pub file: Arc<Arriving>,
    /// The roles that somebody gave to blocks.
    pub roles: BTreeMap<usize, Role>,
    numbers: Found,
    marked: usize,
}

impl FoundFile {
    /// A file as it was read.
    #[must_use]
    pub fn new(file: Arc<Arriving>) -> Self {
        let numbers = Found::of(&file.document);
        Self { file, roles: BTreeMap::new(), numbers, marked: 0 }
    }

    /// The role of a block.
    #[must_use]
    pub fn role(&self, place: usize) -> Option<Role> {
        let block = self.file.document.blocks.get(place)?;
        Some(self.roles.get(&place).copied().unwrap_or(block.role))
    }

    /// Gives a block another role.
    pub fn set_role(&mut self, place: usize, role: Role) {
        self.roles.insert(place, role);
        let mut document: Document = self.file.document.clone();
        for (place, role) in &self.roles {
            if let Some(block) = document.blocks.get_mut(*place) {
                block.role = *role;
            }
        }
        self.numbers = Found::of(&document);
    }

    /// Whether it can be read in another encoding.
    #[must_use]
    pub fn has_encoding(&self) -> bool {
        !matches!(self.file.original.format, PageFormat::Docx | PageFormat::Odt)
    }

    /// Shows what was found; the block whose role somebody wants to change.
    pub fn show(&mut self, ui: &mut Ui, name: &str, height: f32, focus: bool) -> Option<usize> {
        let t = tokens(ui);
        let width = ui.available_width();
        fonts::DOCK.label(ui, self.summary(), t.ink2, width);
        ui.add_space(4.0);
        let wanted = self.list_ui(ui, name, height, focus);
        let of_text = self.file.original.format == PageFormat::Text;
        let warnings: &[Problem] = if of_text { &[] } else { &self.file.problems };
        for warning in warnings.iter().take(WARNINGS) {
            fonts::LABEL.label(ui, warning.to_string(), t.ink2, width);
        }
        if let Some(more @ 1..) = warnings.len().checked_sub(WARNINGS) {
            fonts::LABEL.label(ui, t!("found-more-warnings", count = more), t.ink3, width);
        }
        wanted
    }

    /// What there is, in numbers: "DOCX, UTF-8: 12 blocks, 340 words. 1 headline, 8 body."
    fn summary(&self) -> String {
        let Found { roles, words, not_content } = &self.numbers;
        let blocks: usize = roles.values().sum();
        let by_role = roles.iter().map(|(role, count)| format!("{count} {}", role.spoken()));
        let format = self.file.original.format.name().to_uppercase();
        let mut summary = t!(
            "found-summary",
            format = format,
            encoding = self.file.encoding,
            blocks = blocks,
            words = *words,
            roles = by_role.collect::<Vec<_>>().join(", ")
        );
        if *not_content > 0 {
            summary.push(' ');
            summary.push_str(&t!("found-not-content", count = *not_content));
        }
        summary
    }

    fn list_ui(&mut self, ui: &mut Ui, name: &str, height: f32, focus: bool) -> Option<usize> {
        let t = tokens(ui);
        let count = self.file.document.blocks.len();
        let id = Id::unique("found blocks").with(name);
        let frame = egui::Frame::new()
            .fill(t.sheet)
            .stroke(t.stroke(1.0, t.shape))
            .corner_radius(4.0)
            .inner_margin(2);
        let moved = self.keys(ui, id, count);
        let mut wanted = None;
        let shown = frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt(id).max_height(height).auto_shrink(false);
            area.show_rows(ui, LINE, count, |ui, lines| {
                for place in lines.clone() {
                    if self.line_ui(ui, id, place) {
                        wanted = Some(place);
                    }
                }
                if moved && !lines.contains(&self.marked) {
                    let shift = (self.marked as f32 - lines.start as f32) * LINE;
                    let top = ui.min_rect().top() + shift;
                    let x = ui.min_rect().left();
                    ui.scroll_to_rect(Rect::from_min_size(pos2(x, top), vec2(1.0, LINE)), None);
                }
            });
        });
        let list = ui.interact(shown.response.rect, id, Sense::focusable_noninteractive());
        list.widget_info(|| WidgetInfo::labeled(egui::Role::ListBox, true, name));
        let told = self.told(self.marked);
        ui.accesskit_node_builder(id, |node| node.set_value(told));
        if focus {
            list.request_focus();
        }
        if list.has_focus() {
            focus_frame(ui.painter(), shown.response.rect, 4.0, t);
            let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            wanted = wanted.or(enter.then_some(self.marked));
        }
        wanted
    }

    /// Moves the mark by keys; whether it moved.
    fn keys(&mut self, ui: &Ui, id: Id, count: usize) -> bool {
        if !ui.memory(|memory| memory.has_focus(id)) {
            return false;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let before = self.marked;
        let last = count.saturating_sub(1);
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                self.marked = (self.marked + 1).min(last);
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                self.marked = self.marked.saturating_sub(1);
            }
            if input.consume_key(Modifiers::NONE, Key::Home) {
                self.marked = 0;
            }
            if input.consume_key(Modifiers::NONE, Key::End) {
                self.marked = last;
            }
        });
        self.marked != before
    }

    /// One block; whether it was clicked.
    fn line_ui(&self, ui: &mut Ui, list: Id, place: usize) -> bool {
        let t = tokens(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
        let Some(block) = self.file.document.blocks.get(place) else { return false };
        let role = self.role(place).unwrap_or_default();
        let content = role.is_content() && block.lang.is_none();
        if place == self.marked {
            ui.painter().rect_filled(rect, 0.0, t.tint);
        }
        let line = ui.interact(rect, list.with(place), Sense::CLICK);
        let told = self.told(place);
        line.widget_info(|| WidgetInfo::labeled(egui::Role::ListBoxOption, true, &told));
        let ink = if content { t.ink } else { t.ink3 };
        let what = what_is(role, block);
        let what = fonts::LABEL.line_job(&what, t.ink2, ROLE_WIDTH - 8.0);
        let what = ui.painter().layout_job(what);
        ui.painter().galley(pos2(rect.left() + 6.0, rect.top() + 5.0), what, t.ink2);
        let lang = block.lang.as_ref().unwrap_or(&self.file.document.lang);
        let text = text_of(block);
        let room = (rect.width() - ROLE_WIDTH - 6.0).max(40.0);
        let text = BidiLabel::new(&text, lang, fonts::DOCK, ink).width(room).cut_at(room);
        text.lay_out(ui.ctx())
            .paint(ui.painter(), pos2(rect.left() + ROLE_WIDTH, rect.top() + 3.0));
        line.clicked()
    }

    /// A block in words: "Block 3, Headline: The text".
    fn told(&self, place: usize) -> String {
        let Some(block) = self.file.document.blocks.get(place) else { return String::new() };
        let what = what_is(self.role(place).unwrap_or_default(), block);
        t!("found-block", number = place + 1, what = what, text = text_of(block))
    }
}

/// What a block is: its role, or its language where that is not the page's.
fn what_is(role: Role, block: &Block) -> String {
    match block.lang.as_ref().filter(|_| role.is_content()) {
        Some(lang) => lang.spoken().to_owned(),
        None => role.spoken().to_owned(),
    }
}

/// The beginning of a block's text in one line.
fn text_of(block: &Block) -> String {
    /// More than any list is wide, in characters.
    const MOST: usize = 200;
    let sentences = block.segments.iter().map(|segment| segment.text.as_str());
    let text = sentences.collect::<Vec<_>>().join(" ");
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).take(MOST).collect()
}
