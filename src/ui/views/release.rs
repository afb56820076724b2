//! An open release: column heads and rows, with the dock at the right.

use std::rc::Rc;

use egui::{Frame, Id, Panel, Rangef, Rect, Sense, Ui, pos2, vec2};

use super::Act;
use super::below::{Below, below_ui};
use super::docked::DockedSearch;
use super::floating::{float_ui, panel_ui};
use super::preview::PreviewPanel;
use crate::model::{Lang, View};
use crate::store::PanelPlace;
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::grid::align::AlignRow;
use crate::ui::grid::columns::{AlignColumns, TranslateColumns};
use crate::ui::grid::drag::Drag;
use crate::ui::grid::langs::target_lang;
use crate::ui::grid::translate::{Buffer, RowEvent, TranslateRow};
use crate::ui::grid::{Clicked, paint_right};
use crate::ui::rows::estimate::byte_width;
use crate::ui::rows::{RowSource, Rows};
use crate::ui::theme::tokens;
use crate::ui::widgets::line_below;
use crate::workbench::desk::Desk;
use crate::workbench::links::Side;
use crate::workbench::{Command, Session};

const HEADS_HEIGHT: f32 = 30.0;
/// Width of the dock in the translation and the alignment view, in points.
const TRANSLATE_DOCK: f32 = 372.0;
const ALIGN_DOCK: f32 = 330.0;
pub(super) const LEAST_DOCK: f32 = 300.0;
/// Below this width of the window the dock shrinks to its least.
const NARROW: f32 = 1200.0;
/// Below this width of the window the dock goes under the rows.
const VERY_NARROW: f32 = 960.0;

/// From this width of a text column on its head counts the sentences, in points.
const COUNTED: f32 = 170.0;

/// What the grid keeps from frame to frame.
#[derive(Debug, Default)]
pub struct Grid {
    /// Heights and the place of the scroll bar.
    pub list: Rows,
    /// The active field.
    pub buffer: Buffer,
    /// The place of the switch over the doubtful links.
    pub by_doubt: usize,
    /// Whether what stands under the rows of a narrow window is open, once somebody said so.
    pub below: Option<bool>,
    /// Where the panel floats, once it was moved or resized.
    pub floats: Option<Rect>,
    /// The release as it is read.
    pub preview: PreviewPanel,
    /// The concordance or the earlier release in the panel.
    pub search: DockedSearch,
    /// The link's end that is dragged.
    drag: Drag,
    shown: Rc<[usize]>,
    shown_for: Option<(u64, u64, bool, bool)>,
}

impl Grid {
    /// The rows that are shown, by their place in the session, and the place of the
    /// active one among them.
    pub fn rows_to_show(&mut self, session: &Session) -> (Rc<[usize]>, Option<usize>) {
        let habits = session.habits;
        let (version, sieve) = (session.version(), session.sieve().version());
        let stamp = (version, sieve, habits.hide_not_content, habits.include_not_content);
        if self.shown_for != Some(stamp) {
            let all = 0..session.beads().len();
            let shown: Rc<[usize]> = all.filter(|&row| session.is_shown(row)).collect();
            if shown != self.shown {
                self.list.reset();
                self.shown = shown;
            }
            self.shown_for = Some(stamp);
        }
        let active = self.shown.binary_search(&session.row()).ok();
        (Rc::clone(&self.shown), active)
    }
}

/// The view.
pub fn view_ui(ui: &mut Ui, desk: &mut Desk, grid: &mut Grid, acts: &mut Vec<Act>) {
    let Some(view) = desk.session.as_ref().map(Session::view) else { return };
    dock_ui(ui, desk, grid, view, acts);
    if let Some(session) = desk.session.as_ref().filter(|_| view == View::Translate) {
        grid.preview.show(ui, desk, session, acts);
    }
    let t = tokens(ui);
    egui::CentralPanel::default().frame(Frame::new().fill(t.sheet)).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let Some(session) = &desk.session else { return };
        match view {
            View::Translate => translate_ui(ui, session, grid, acts),
            View::Align => align_ui(ui, session, grid, acts),
        }
    });
}

/// Shows the panel where the settings have it; in a narrow window it goes under the rows.
fn dock_ui(ui: &mut Ui, desk: &mut Desk, grid: &mut Grid, view: View, acts: &mut Vec<Act>) {
    let window = ui.ctx().content_rect().width();
    if desk.settings.hide_panel {
        return below_ui(ui, desk, grid, (view, Below::Hidden), acts);
    }
    match desk.settings.panel {
        PanelPlace::Floating => float_ui(ui, desk, grid, view, acts),
        PanelPlace::Below => below_ui(ui, desk, grid, (view, Below::Chosen), acts),
        _ if window < VERY_NARROW => below_ui(ui, desk, grid, (view, Below::Narrow), acts),
        place => beside_ui(ui, desk, grid, (view, place), acts),
    }
}

/// The panel at a side of the rows.
fn beside_ui(
    ui: &mut Ui,
    desk: &mut Desk,
    grid: &mut Grid,
    (view, place): (View, PanelPlace),
    acts: &mut Vec<Act>,
) {
    let window = ui.ctx().content_rect().width();
    let (usual, widest) = match view {
        View::Translate => (TRANSLATE_DOCK, TranslateColumns::widest()),
        View::Align => (ALIGN_DOCK, AlignColumns::widest()),
    };
    let width = if window < NARROW { LEAST_DOCK } else { usual.max(window - widest) };
    let t = tokens(ui);
    let left = place == PanelPlace::Left;
    let panel = if left { Panel::left("dock") } else { Panel::right("dock") };
    let panel = panel.exact_size(width).resizable(false);
    let frame = Frame::new().fill(t.chrome);
    let shown = panel.show_separator_line(false).frame(frame).show(ui, |ui| {
        panel_ui(ui, desk, grid, view, acts);
    });
    let edge = shown.response.rect;
    let x = if left { edge.right() - 1.0 } else { edge.left() };
    let line = Rect::from_min_max(pos2(x, edge.top()), pos2(x + 1.0, edge.bottom()));
    ui.painter().rect_filled(line, 0.0, t.line2);
}

fn translate_ui(ui: &mut Ui, session: &Session, grid: &mut Grid, acts: &mut Vec<Act>) {
    let columns = TranslateColumns::of(ui.available_rect_before_wrap());
    let heads = heads_ui(ui);
    let target = session.target_lang().map_or("", |lang| lang.spoken());
    let source = session.source_lang();
    head_of_text(ui, heads, columns.source_text(), source, source.spoken());
    head_text(ui, heads, columns.hinge.min + 12.0, t!("release-st"));
    head_of_text(ui, heads, columns.target_text(), target_lang(session), target);
    for (right, text) in [
        (columns.number.max - 8.0, "#"),
        (columns.role.center() + 4.0, "¶"),
        (columns.hinge.min + 60.0, "%"),
    ] {
        head_text_right(ui, heads, right, text);
    }
    let (rows, active) = grid.rows_to_show(session);
    let widths = ByteWidths::of(ui.ctx(), session);
    let Grid { list, buffer, .. } = grid;
    let mut source = TranslateRows { session, rows: &rows, widths, columns, buffer, acts };
    list.show(ui, Id::unique("translate rows"), active, &mut source);
}

/// The rows of the translation view, for the list.
struct TranslateRows<'a> {
    session: &'a Session,
    rows: &'a [usize],
    widths: ByteWidths,
    columns: TranslateColumns,
    buffer: &'a mut Buffer,
    acts: &'a mut Vec<Act>,
}

impl TranslateRows<'_> {
    fn laid_out(&self, ui: &Ui, place: usize) -> Option<TranslateRow> {
        let row = *self.rows.get(place)?;
        let text = (row == self.session.row()).then_some(self.buffer.text.as_str());
        Some(TranslateRow::lay_out(ui, self.session, row, &self.columns, text))
    }
}

impl RowSource for TranslateRows<'_> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn estimate(&self, place: usize, _width: f32) -> f32 {
        let width = self.columns.source_text().span();
        self.rows
            .get(place)
            .map_or(LINE, |&row| self.widths.estimate(self.session, row, width) + 10.0)
    }

    fn measure(&mut self, ui: &Ui, place: usize, _width: f32) -> f32 {
        self.laid_out(ui, place).map_or(LINE, |row| row.height)
    }

    fn paint(&mut self, ui: &mut Ui, place: usize, rect: Rect) {
        let Some(row) = self.laid_out(ui, place) else { return };
        match row.show(ui, self.session, rect, &self.columns, self.buffer) {
            Some(RowEvent::Enter(row)) => self.acts.push(Act::Enter(row)),
            Some(RowEvent::Role(row)) => {
                self.acts.extend([Act::Enter(row), Act::Run(Command::ChangeRole)]);
            }
            Some(RowEvent::Typed(text)) => self.acts.push(Act::Typed(text)),
            None => {}
        }
    }
}

fn align_ui(ui: &mut Ui, session: &Session, grid: &mut Grid, acts: &mut Vec<Act>) {
    let columns = AlignColumns::of(ui.available_rect_before_wrap());
    let heads = heads_ui(ui);
    let sources: usize = session.beads().iter().map(|bead| bead.source.len()).sum();
    let targets: usize = session.beads().iter().map(|bead| bead.target.segments().len()).sum();
    let target = session.target_lang().map_or("", |lang| lang.spoken());
    let roomy = columns.source_text().span() >= COUNTED;
    let counted = |lang: &str, count: usize| {
        if roomy { t!("release-sentences", lang = lang, count = count) } else { lang.to_owned() }
    };
    let source = counted(session.source_lang().spoken(), sources);
    let target = counted(target, targets);
    head_of_text(ui, heads, columns.source_text(), session.source_lang(), &source);
    head_text(ui, heads, columns.hinge.center() - 12.0, t!("link"));
    head_of_text(ui, heads, columns.target_text(), target_lang(session), &target);
    head_text_right(ui, heads, columns.number.max - 8.0, "#");
    head_text_right(ui, heads, columns.role.center() + 4.0, "¶");
    head_text_right(ui, heads, columns.target_role.center() + 4.0, "¶");
    head_text(ui, heads, columns.target_number.min + 8.0, "#");
    let (rows, active) = grid.rows_to_show(session);
    let widths = ByteWidths::of(ui.ctx(), session);
    let Grid { list, drag, .. } = grid;
    drag.begin_frame();
    let mut source = AlignRows { session, rows: &rows, widths, columns, drag, acts };
    list.show(ui, Id::unique("align rows"), active, &mut source);
    acts.extend(grid.drag.end_frame(ui).map(Act::Correct));
}

/// The rows of the alignment view, for the list.
struct AlignRows<'a> {
    session: &'a Session,
    rows: &'a [usize],
    widths: ByteWidths,
    columns: AlignColumns,
    drag: &'a mut Drag,
    acts: &'a mut Vec<Act>,
}

impl RowSource for AlignRows<'_> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn estimate(&self, place: usize, _width: f32) -> f32 {
        let width = self.columns.source_text().span();
        self.rows
            .get(place)
            .map_or(LINE, |&row| self.widths.estimate(self.session, row, width) + 12.0)
    }

    fn measure(&mut self, ui: &Ui, place: usize, _width: f32) -> f32 {
        let Some(&row) = self.rows.get(place) else { return LINE };
        AlignRow::lay_out(ui, self.session, row, &self.columns).height
    }

    fn paint(&mut self, ui: &mut Ui, place: usize, rect: Rect) {
        let Some(&row) = self.rows.get(place) else { return };
        let laid_out = AlignRow::lay_out(ui, self.session, row, &self.columns);
        let clicked = laid_out.show(ui, self.session, rect, &self.columns, self.drag);
        self.acts.extend(clicked.map(|_| Act::Enter(row)));
        let role = clicked == Some(Clicked::Role);
        self.acts.extend(role.then_some(Act::Run(Command::ChangeRole)));
    }
}

/// Height of a line of text, in points.
const LINE: f32 = 20.0;

/// How wide a byte is in the texts of both sides, in points.
#[derive(Debug, Clone, Copy)]
struct ByteWidths {
    source: f32,
    target: f32,
}

impl ByteWidths {
    fn of(ctx: &egui::Context, session: &Session) -> Self {
        // Text twice as large takes twice the width and twice the height a line.
        let of = |lang, side| {
            let role = fonts::TEXT.in_column(ctx, side);
            byte_width(lang) * role.size * role.line / LINE
        };
        Self {
            source: of(session.source_lang(), Side::Source),
            target: of(target_lang(session), Side::Target),
        }
    }

    /// The height of the longer side of a row, by its bytes.
    fn estimate(self, session: &Session, row: usize, width: f32) -> f32 {
        let Some(bead) = session.beads().get(row) else { return LINE };
        let source: usize = bead
            .source
            .iter()
            .filter_map(|id| session.rows().place(*id))
            .filter_map(|(block, at)| session.source().blocks.get(block)?.segments.get(at))
            .map(|segment| segment.text.len())
            .sum();
        let target: usize = bead.target.segments().iter().map(|s| s.segment.text.len()).sum();
        let longer = (source as f32 * self.source).max(target as f32 * self.target);
        (longer / width.max(1.0)).ceil().max(1.0) * LINE
    }
}

fn heads_ui(ui: &mut Ui) -> Rect {
    let t = tokens(ui);
    let size = vec2(ui.available_width(), HEADS_HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(rect, 0.0, t.sheet);
    line_below(ui, rect, t.line2);
    rect
}

fn head_text(ui: &Ui, heads: Rect, left: f32, text: &str) {
    let t = tokens(ui);
    let galley = fonts::LABEL.galley(ui.painter(), text, t.ink3);
    ui.painter().galley(pos2(left, heads.top() + 7.0), galley, t.ink3);
}

/// The head of a column of texts, over the edge where they begin.
fn head_of_text(ui: &Ui, heads: Rect, column: Rangef, lang: &Lang, text: &str) {
    if lang.is_right_to_left() {
        head_text_right(ui, heads, column.max, text);
    } else {
        head_text(ui, heads, column.min, text);
    }
}

fn head_text_right(ui: &Ui, heads: Rect, right: f32, text: &str) {
    paint_right(ui.painter(), pos2(right, heads.top() + 7.0), text, fonts::LABEL, tokens(ui).ink3);
}
