//! The release as it is read, beside or under the rows: both languages, or the target alone.
//!
//! What is typed is seen in the same frame: the paragraphs are put together once for each state
//! of the release, and only those in view are laid out. A click goes to the row of a sentence;
//! the active row's sentence is marked and kept in view.

use std::ops::Range;
use std::rc::Rc;

use egui::{Align, Frame, Id, Layout, Panel, Rect, Ui, WidgetInfo, pos2, vec2};

use super::Act;
use crate::model::{Lang, Role};
use crate::store::PreviewPlace;
use crate::texts::t;
use crate::ui::fonts::{self, TypeRole};
use crate::ui::grid::langs::target_lang;
use crate::ui::keys;
use crate::ui::rows::{Place, RowSource, Rows};
use crate::ui::text::{BidiLabel, LaidLabel, Look, Span};
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Button, line_above, line_below};
use crate::workbench::desk::Desk;
use crate::workbench::pages::{Paragraph, Preview, Shown};
use crate::workbench::{Command, Session};

/// Height of the line over the pages, in points.
const HEAD: f32 = 34.0;
/// Room at the edges of a page, in points.
const MARGIN: f32 = 18.0;
/// A page is no wider: a line of some 90 letters is the longest that is read well, in points.
const WIDEST: f32 = 620.0;
/// Under the rows the pages take this part of the window's height, in points at least.
const PART: f32 = 0.4;
const LEAST_HEIGHT: f32 = 140.0;
/// Beside them, this part of its width, and in points at least.
const SIDE_PART: f32 = 0.36;
const LEAST_WIDTH: f32 = 300.0;
/// From this width on the numbers stand beside the verbs, in points.
const ROOMY: f32 = 760.0;
/// Room between paragraphs, and before an item of a list or a quotation, in points.
const GAP: f32 = 8.0;
const INDENT: f32 = 18.0;

/// What the preview keeps from frame to frame.
#[derive(Debug, Default)]
pub struct PreviewPanel {
    rows: Rows,
    /// The release as it is read, for a state of it.
    shown: Option<((u64, u64), Rc<Preview>)>,
    active: Option<usize>,
    /// Whether the target is shown alone.
    alone: bool,
}

impl PreviewPanel {
    /// The release as it is now.
    fn preview(&mut self, session: &Session) -> Rc<Preview> {
        let state = (session.version(), session.translation().map_or(0, |of| of.id.bits()));
        match &self.shown {
            Some((of, preview)) if *of == state => Rc::clone(preview),
            _ => {
                let preview = Rc::new(Preview::of(session));
                self.shown = Some((state, Rc::clone(&preview)));
                preview
            }
        }
    }

    /// Shows it where the settings have it.
    pub fn show(&mut self, ui: &mut Ui, desk: &Desk, session: &Session, acts: &mut Vec<Act>) {
        let t = tokens(ui);
        let window = ui.ctx().content_rect().size();
        let frame = Frame::new().fill(t.sheet);
        let panel = match desk.settings.preview {
            PreviewPlace::Hidden => return,
            PreviewPlace::Below => {
                Panel::bottom("preview").exact_size((window.y * PART).max(LEAST_HEIGHT))
            }
            PreviewPlace::Beside => {
                Panel::right("preview").exact_size((window.x * SIDE_PART).max(LEAST_WIDTH))
            }
        };
        let panel = panel.resizable(false).show_separator_line(false).frame(frame);
        let shown = panel.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let preview = self.preview(session);
            self.head_ui(ui, &preview, acts);
            self.pages_ui(ui, session, &preview, acts);
        });
        let edge = shown.response.rect;
        match desk.settings.preview {
            PreviewPlace::Beside => {
                let line = Rect::from_min_size(edge.min, vec2(1.0, edge.height()));
                ui.painter().rect_filled(line, 0.0, t.line2);
            }
            _ => line_above(ui, edge, t.line2),
        }
    }

    /// The numbers and the verbs.
    fn head_ui(&mut self, ui: &mut Ui, preview: &Preview, acts: &mut Vec<Act>) {
        let t = tokens(ui);
        let roomy = ui.available_width() >= ROOMY;
        let size = vec2(ui.available_width(), HEAD);
        let line = ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add_space(MARGIN);
            let verbs = [
                (Command::TogglePreview, t!("floating-hide")),
                (Command::MovePreview, t!("floating-move")),
                (Command::SavePage, t!("preview-save")),
            ];
            for (command, word) in verbs {
                let tip = keys::tip(ui.ctx(), command.name(), command);
                if ui.add(Button::new(word).tight()).on_hover_text(tip).clicked() {
                    acts.push(Act::Run(command));
                }
            }
            let word = if self.alone { t!("preview-both") } else { t!("preview-target-alone") };
            if ui.add(Button::new(word).tight()).clicked() {
                self.alone = !self.alone;
                self.rows.reset();
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(MARGIN);
                fonts::DOCK_HEADING.label(ui, t!("preview"), t.ink, f32::INFINITY);
                ui.add_space(6.0);
                let room = ui.available_width();
                if roomy {
                    fonts::LABEL.line_label(ui, numbers(preview), t.ink2, room);
                }
            });
        });
        if !roomy {
            // Beside the rows the numbers have a line of their own.
            ui.horizontal(|ui| {
                ui.add_space(MARGIN);
                let room = ui.available_width() - MARGIN;
                fonts::LABEL.label(ui, numbers(preview), t.ink2, room);
            });
            ui.add_space(GAP);
        }
        line_below(ui, line.response.rect, t.line);
    }

    fn pages_ui(&mut self, ui: &mut Ui, session: &Session, preview: &Preview, acts: &mut Vec<Act>) {
        let active = session.row();
        let place = preview.place(active);
        if self.active != Some(active) {
            self.active = Some(active);
            if let Some(place) = place {
                self.rows.scroll_to(place, Place::Nearest);
            }
        }
        let clicked = {
            let mut pages = Pages { session, preview, alone: self.alone, active, clicked: None };
            self.rows.show(ui, Id::unique("preview rows"), None, &mut pages);
            pages.clicked
        };
        acts.extend(clicked.map(Act::Enter));
    }
}

/// The numbers in words: the headline's length and the words of both sides.
fn numbers(preview: &Preview) -> String {
    let (source, target) = preview.words;
    let words = t!("preview-words", source = source, target = target);
    match preview.headline {
        Some((source, target)) => {
            format!("{} {words}", t!("preview-headline", source = source, target = target))
        }
        None => words,
    }
}

/// The pages as rows of a list, a paragraph each.
struct Pages<'a> {
    session: &'a Session,
    preview: &'a Preview,
    alone: bool,
    active: usize,
    clicked: Option<usize>,
}

/// A paragraph laid out, and how far it stands from its page's edge.
struct LaidParagraph {
    label: LaidLabel,
    indent: f32,
}

impl Pages<'_> {
    /// Where the pages stand in a row: the source's, unless the target is alone, and the target's.
    fn columns(&self, left: f32, width: f32) -> (Option<(f32, f32)>, (f32, f32)) {
        let page = |left: f32, width: f32| (left + MARGIN, (width - 2.0 * MARGIN).min(WIDEST));
        if self.alone {
            return (None, page(left, width));
        }
        let half = width / 2.0;
        (Some(page(left, half)), page(left + half, half))
    }

    fn lay_out(
        &self,
        ui: &Ui,
        (role, paragraph): (Role, &Paragraph),
        lang: &Lang,
        width: f32,
    ) -> LaidParagraph {
        let t = tokens(ui);
        let (font, indent) = look_of(role);
        let ink = if is_aside(role) { t.ink2 } else { t.ink };
        let label = BidiLabel::new(&paragraph.text, lang, font, ink);
        let spans = self.spans(paragraph, t);
        let label = label.width((width - indent).max(40.0)).spans(spans).lay_out(ui.ctx());
        LaidParagraph { label, indent }
    }

    /// The language that a side of a paragraph is in: what is open is the source's.
    fn lang_of(&self, paragraph: &Paragraph, is_source: bool) -> &Lang {
        if is_source || paragraph.is_open() {
            self.session.source_lang()
        } else {
            target_lang(self.session)
        }
    }

    fn spans(&self, paragraph: &Paragraph, t: &Tokens) -> Vec<Span> {
        let mut spans = Vec::new();
        for sentence in &paragraph.sentences {
            let back = (sentence.row == self.active).then_some(t.tint2);
            let ink = sentence.is_open.then_some(t.ink3);
            spans.push(Span::new(sentence.range.clone(), Look { ink, back, ..Look::default() }));
        }
        let heavy = |range: &Range<usize>| {
            Span::new(range.clone(), Look { heavy: true, ..Look::default() })
        };
        spans.extend(paragraph.bold.iter().map(heavy));
        spans
    }

    /// Shows one side of a paragraph.
    fn side(
        &mut self,
        ui: &Ui,
        shown: &Shown,
        is_source: bool,
        (left, width): (f32, f32),
        top: f32,
    ) {
        let t = tokens(ui);
        let paragraph = if is_source { &shown.source } else { &shown.target };
        let lang = self.lang_of(paragraph, is_source);
        if paragraph.text.is_empty() {
            return;
        }
        let laid = self.lay_out(ui, (shown.role, paragraph), lang, width);
        let rtl = lang.is_right_to_left();
        let at = pos2(if rtl { left } else { left + laid.indent }, top + GAP / 2.0);
        let id = Id::unique("preview").with(shown.block.bits()).with(is_source);
        let response = laid.label.show(ui, id, at);
        let text = paragraph.text.clone();
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Paragraph, true, &text));
        if shown.role == Role::ListItem {
            let x = if rtl { left + width - INDENT / 2.0 } else { left + INDENT / 2.0 };
            ui.painter().circle_filled(pos2(x, at.y + fonts::TEXT.line / 2.0), 2.5, t.ink2);
        }
        if shown.role == Role::Quotation {
            let x = if rtl { left + width - 5.0 } else { left + 4.0 };
            let bar = vec2(2.0, laid.label.size().y);
            ui.painter().rect_filled(Rect::from_min_size(pos2(x, at.y), bar), 0.0, t.line2);
        }
        let point = response.clicked().then(|| response.interact_pointer_pos()).flatten();
        let row = point.and_then(|point| paragraph.row_at(laid.label.byte_at(at, point)));
        self.clicked = row.or(self.clicked);
    }
}

impl RowSource for Pages<'_> {
    fn len(&self) -> usize {
        self.preview.paragraphs.len()
    }

    fn estimate(&self, row: usize, width: f32) -> f32 {
        /// A letter of the text is about so wide, in points.
        const LETTER: f32 = 7.0;
        let (_, (_, width)) = self.columns(0.0, width);
        let Some(shown) = self.preview.paragraphs.get(row) else { return fonts::TEXT.line };
        let longer = shown.source.text.len().max(shown.target.text.len());
        let lines = (longer as f32 * LETTER / width.max(40.0)).ceil().max(1.0);
        lines * fonts::TEXT.line + GAP
    }

    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> f32 {
        let (source, (_, target)) = self.columns(0.0, width);
        let Some(shown) = self.preview.paragraphs.get(row) else { return fonts::TEXT.line };
        let height = |paragraph, is_source, width| {
            let lang = self.lang_of(paragraph, is_source);
            self.lay_out(ui, (shown.role, paragraph), lang, width).label.size().y
        };
        let right = height(&shown.target, false, target);
        let left = source.map(|(_, width)| height(&shown.source, true, width));
        left.unwrap_or(0.0).max(right) + GAP
    }

    fn paint(&mut self, ui: &mut Ui, row: usize, rect: Rect) {
        let preview = self.preview;
        let Some(shown) = preview.paragraphs.get(row) else { return };
        let (source, target) = self.columns(rect.left(), rect.width());
        if let Some(source) = source {
            self.side(ui, shown, true, source, rect.top());
        }
        self.side(ui, shown, false, target, rect.top());
    }
}

/// How a role is set: its letters, and how far it stands from the edge.
const fn look_of(role: Role) -> (TypeRole, f32) {
    match role {
        Role::Headline => (fonts::PAGE_TITLE, 0.0),
        Role::Subhead => (fonts::TITLE, 0.0),
        Role::ListItem | Role::Quotation => (fonts::TEXT, INDENT),
        _ if is_aside(role) => (fonts::DOCK, 0.0),
        _ => (fonts::TEXT, 0.0),
    }
}

/// Whether a role stands round the text rather than in it.
const fn is_aside(role: Role) -> bool {
    matches!(
        role,
        Role::Time | Role::Date | Role::Number | Role::Embargo | Role::Contact | Role::EndMark
    )
}
