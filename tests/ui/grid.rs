//! The list and the editor together: what is typed survives scrolling, and nothing
//! moves when a row is entered.

use std::cell::RefCell;
use std::rc::Rc;

use diptych::model::Lang;
use diptych::ui::fonts;
use diptych::ui::rows::{Place, RowSource, Rows, RowsShown};
use diptych::ui::text::{BidiLabel, LaidLabel};
use diptych::ui::theme::tokens;
use diptych::ui::widgets::{CellEditor, cell};
use egui::{Id, Key, Modifiers, Pos2, Rect, Theme, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::shots::{harness, shoot};

const WIDTH: f32 = 360.0;

/// Texts in rows, one of them edited.
struct Texts {
    list: Vec<String>,
    active: usize,
    /// Where the first letter of each drawn row stands.
    drawn: Vec<(usize, Pos2)>,
}

impl Texts {
    fn padding(&self, row: usize) -> f32 {
        if row == self.active { 9.0 } else { 5.0 }
    }
}

fn english() -> Lang {
    "en".parse().expect("a language")
}

fn lay_out(ui: &Ui, text: &str) -> LaidLabel {
    let lang = english();
    let label = BidiLabel::new(text, &lang, fonts::TEXT, tokens(ui).ink);
    label.width(WIDTH).lay_out(ui.ctx())
}

fn id(row: usize) -> Id {
    Id::unique("segment").with(row)
}

impl RowSource for Texts {
    fn len(&self) -> usize {
        self.list.len()
    }

    fn estimate(&self, _row: usize, _width: f32) -> f32 {
        50.0
    }

    fn measure(&mut self, ui: &Ui, row: usize, _width: f32) -> f32 {
        lay_out(ui, &self.list[row]).size().y + 2.0 * self.padding(row)
    }

    fn paint(&mut self, ui: &mut Ui, row: usize, rect: Rect) {
        let corner = rect.min + vec2(14.0, self.padding(row));
        if row != self.active {
            lay_out(ui, &self.list[row]).paint(ui.painter(), corner);
            self.drawn.push((row, corner));
            return;
        }
        let place = Rect::from_min_size(corner, vec2(WIDTH, rect.height() - 18.0));
        let editor = CellEditor {
            id: id(row),
            name: &format!("Target {row}"),
            text: &mut self.list[row],
            lang: &english(),
            place,
            frame: place.expand2(vec2(9.0, 5.0)),
            role: fonts::TEXT,
            locked: false,
        };
        let edited = editor.show(ui, &mut |_| Vec::new());
        self.drawn.push((row, edited.at));
    }
}

/// A list, its rows, and what the last frame showed.
struct Grid {
    rows: Rows,
    texts: Texts,
    shown: Option<RowsShown>,
}

fn grid(count: usize) -> (Harness<'static>, Rc<RefCell<Grid>>) {
    let text = |row: usize| "The three priorities of the Velt declaration. ".repeat(row % 3 + 1);
    let texts = Texts { list: (0..count).map(text).collect(), active: 2, drawn: Vec::new() };
    let grid = Rc::new(RefCell::new(Grid { rows: Rows::default(), texts, shown: None }));
    let shared = Rc::clone(&grid);
    let mut harness = harness(vec2(480.0, 400.0), Theme::Light, move |ui| {
        let Grid { rows, texts, shown } = &mut *shared.borrow_mut();
        texts.drawn.clear();
        *shown = Some(rows.show(ui, Id::unique("grid"), Some(texts.active), texts));
    });
    harness.run();
    (harness, grid)
}

fn letter(grid: &Rc<RefCell<Grid>>, row: usize) -> Pos2 {
    let drawn = &grid.borrow().texts.drawn;
    drawn.iter().find(|drawn| drawn.0 == row).expect("the row is drawn").1
}

#[test]
fn entering_a_row_moves_no_letter_of_it() {
    let (mut harness, grid) = grid(1_000);
    grid.borrow_mut().rows.scroll_to(500, Place::Top);
    harness.run();
    for row in [503, 504, 502, 503] {
        let before = letter(&grid, row);
        grid.borrow_mut().texts.active = row;
        grid.borrow_mut().rows.enter(row, 4.0);
        cell::focus(&harness.ctx, id(row), 3);
        harness.run();
        assert_eq!(letter(&grid, row), before, "{row}");
        assert_eq!(cell::caret(&harness.ctx, id(row)), Some(3));
        assert!(harness.get_by_label(&format!("Target {row}")).is_focused());
    }
    shoot(&mut harness, "grid-entered");
}

#[test]
fn what_is_typed_survives_scrolling_away() {
    let (mut harness, grid) = grid(50_000);
    cell::focus(&harness.ctx, id(2), 0);
    harness.run();
    grid.borrow_mut().rows.scroll_to(40_000, Place::Middle);
    harness.run();
    assert!(!grid.borrow().shown.as_ref().expect("shown").range().contains(&2));
    harness.get_by_label("Target 2").type_text("Первая. ");
    harness.run();
    assert!(grid.borrow().texts.list[2].starts_with("Первая. The three"));
    assert!(harness.get_by_label("Target 2").is_focused());
}

#[test]
fn a_line_more_is_there_in_the_same_frame_and_enter_adds_none() {
    let (mut harness, grid) = grid(1_000);
    cell::focus(&harness.ctx, id(2), 0);
    harness.run();
    let below = letter(&grid, 3).y;
    harness.key_press(Key::Enter);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    assert!(!grid.borrow().texts.list[2].contains('\n'));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    harness.step();
    assert!(grid.borrow().texts.list[2].starts_with('\n'));
    assert!((letter(&grid, 3).y - below - 20.0).abs() < 0.01, "rows below made room");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(!grid.borrow().texts.list[2].contains('\n'), "the editor undoes by itself");
}

#[test]
fn an_editor_forgets_what_was_replaced() {
    let (mut harness, grid) = grid(10);
    cell::focus(&harness.ctx, id(2), 0);
    harness.run();
    harness.get_by_label("Target 2").type_text("x");
    harness.run();
    grid.borrow_mut().texts.list[2] = "A match was taken.".to_owned();
    cell::forget_undo(&harness.ctx, id(2));
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(grid.borrow().texts.list[2], "A match was taken.");
}
