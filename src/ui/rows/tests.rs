//! The list driven frame by frame, over a source that counts what it is asked.

use egui::{Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, TouchPhase};

use super::*;
use crate::ui::testing::{context, frame_with};

/// Rows whose true heights the guesses miss by a good deal.
struct Source {
    len: usize,
    active: Option<usize>,
    measured: usize,
    painted: Vec<usize>,
    extra: f32,
}

impl Source {
    fn new(len: usize) -> Self {
        Self { len, active: None, measured: 0, painted: Vec::new(), extra: 0.0 }
    }

    fn true_height(&self, row: usize) -> f32 {
        let lines = [1.0, 3.0, 2.0, 7.0, 1.0, 1.0, 4.0][row % 7];
        let active = if self.active == Some(row) { 8.0 + self.extra } else { 0.0 };
        lines * 20.0 + 10.0 + active
    }
}

impl RowSource for Source {
    fn len(&self) -> usize {
        self.len
    }

    fn estimate(&self, row: usize, _width: f32) -> f32 {
        if row.is_multiple_of(2) { 30.0 } else { 110.0 }
    }

    fn measure(&mut self, _ui: &Ui, row: usize, _width: f32) -> f32 {
        self.measured += 1;
        self.true_height(row)
    }

    fn paint(&mut self, _ui: &mut Ui, row: usize, _rect: Rect) {
        self.painted.push(row);
    }
}

/// A list and everything it needs to be run.
struct Bench {
    ctx: Context,
    rows: Rows,
    source: Source,
    time: f64,
    shown: RowsShown,
}

impl Bench {
    fn new(len: usize) -> Self {
        let shown = RowsShown { rows: Vec::new(), view: Rect::NOTHING };
        let rows = Rows::default();
        let mut bench = Self { ctx: context(), rows, source: Source::new(len), time: 0.0, shown };
        bench.run(Vec::new());
        bench
    }

    fn run(&mut self, events: Vec<Event>) {
        self.time += 0.1;
        self.source.measured = 0;
        let Self { rows, source, shown, .. } = self;
        let input = RawInput { events, time: Some(self.time), ..RawInput::default() };
        frame_with(&self.ctx, input, |ui| {
            source.painted.clear();
            *shown = rows.show(ui, Id::unique("list"), source.active, source);
        });
        self.check();
    }

    /// What holds in every frame: rows meet, fill the view, and are truly high.
    fn check(&self) {
        let (rows, view) = (&self.shown.rows, self.shown.view);
        for pair in rows.windows(2) {
            assert_eq!(pair[0].row + 1, pair[1].row);
            assert!((pair[0].rect.bottom() - pair[1].rect.top()).abs() < 0.01, "{pair:?}");
        }
        for placed in rows {
            assert!((placed.rect.height() - self.source.true_height(placed.row)).abs() < 0.01);
        }
        let (first, last) = (rows[0], rows[rows.len() - 1]);
        assert!(first.rect.top() <= view.top() + 0.01, "a gap above {first:?}");
        let short = last.row + 1 == self.source.len && first.row == 0;
        assert!(short || last.rect.bottom() >= view.bottom() - 0.01, "a gap below {last:?}");
    }

    fn wheel(&mut self, points: f32) -> Vec<Event> {
        let delta = vec2(0.0, points);
        let (unit, modifiers) = (MouseWheelUnit::Point, Modifiers::NONE);
        let wheel = Event::MouseWheel {
            unit,
            delta,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Trackpad,
            modifiers,
        };
        vec![Event::PointerMoved(self.shown.view.center()), wheel]
    }

    /// How far the rows common to two frames moved; all of them the same way.
    fn moved(&self, before: &RowsShown) -> Option<f32> {
        let tops = |placed: &Placed| {
            self.shown.rect(placed.row).map(|rect| rect.top() - placed.rect.top())
        };
        let moves: Vec<f32> = before.rows.iter().filter_map(tops).collect();
        for other in &moves {
            assert!((other - moves[0]).abs() < 0.3, "rows parted: {moves:?}");
        }
        moves.first().copied()
    }
}

#[test]
fn a_frame_costs_the_same_whatever_the_count_of_rows() {
    let cost = |len: usize| {
        let mut bench = Bench::new(len);
        bench.rows.scroll_to(len / 2 / 7 * 7, Place::Top);
        bench.run(Vec::new());
        (bench.source.measured, bench.source.painted.len())
    };
    let (measured, painted) = cost(50_000);
    assert!(painted <= 20 && measured <= 2 * painted, "{painted} painted, {measured} measured");
    assert_eq!(cost(5_000), (measured, painted));
}

#[test]
fn a_row_is_scrolled_to_at_once() {
    let mut bench = Bench::new(50_000);
    for (row, place, top) in [
        (40_000, Place::Top, Some(0.0)),
        (40_001, Place::Middle, None),
        (3, Place::Nearest, Some(24.0)),
        (49_999, Place::Top, None),
        (0, Place::Middle, Some(0.0)),
    ] {
        bench.rows.scroll_to(row, place);
        bench.run(Vec::new());
        let rect = bench.shown.rect(row).expect("the row is in view");
        assert!(bench.shown.view.expand(0.1).contains_rect(rect), "{row}: {rect:?}");
        if let Some(top) = top {
            assert!((rect.top() - bench.shown.view.top() - top).abs() < 0.01, "{row}: {rect:?}");
        }
        let before = bench.shown.clone();
        bench.run(Vec::new());
        assert_eq!(bench.moved(&before), Some(0.0), "{row} stays");
    }
}

/// Wherever one is, scrolling moves what is in view by what was scrolled, though
/// every row that comes into view turns out to be of another height than guessed.
#[test]
fn corrections_do_not_move_what_is_seen() {
    let mut bench = Bench::new(50_000);
    bench.rows.scroll_to(30_000, Place::Top);
    bench.run(Vec::new());
    bench.run(Vec::new());
    for (step, points) in [(60, 150.0), (120, -90.0), (40, 15.0)] {
        // What was scrolled shows a frame later, and egui smooths it over some more.
        for _ in 0..5 {
            let events = bench.wheel(points);
            bench.run(events);
        }
        for _ in 0..step {
            let before = bench.shown.clone();
            let events = bench.wheel(points);
            bench.run(events);
            let moved = bench.moved(&before).expect("rows in common");
            assert!((moved - points).abs() < 0.3, "{moved} instead of {points}");
        }
        for _ in 0..5 {
            bench.run(Vec::new());
        }
    }
}

#[test]
fn the_ends_are_reached_without_gaps() {
    let mut bench = Bench::new(300);
    for _ in 0..200 {
        let events = bench.wheel(-400.0);
        bench.run(events);
    }
    assert_eq!(bench.shown.range().end, 300);
    assert!((bench.shown.rows[bench.shown.rows.len() - 1].rect.bottom() - 600.0).abs() < 9.0);
    for _ in 0..200 {
        let events = bench.wheel(400.0);
        bench.run(events);
    }
    assert_eq!(bench.shown.range().start, 0);
    let short = Bench::new(2);
    assert_eq!(short.shown.range(), 0..2);
}

#[test]
fn entering_a_row_leaves_its_text_where_it_is() {
    let mut bench = Bench::new(1_000);
    bench.rows.scroll_to(500, Place::Top);
    bench.run(Vec::new());
    bench.source.active = Some(501);
    bench.rows.enter(501, 4.0);
    bench.run(Vec::new());
    for next in [502, 503, 501] {
        let before = bench.shown.rect(next).expect("in view").top();
        bench.source.active = Some(next);
        bench.rows.enter(next, 4.0);
        bench.run(Vec::new());
        let after = bench.shown.rect(next).expect("in view").top();
        assert!((before - 4.0 - after).abs() < 0.01, "{next}: {before} to {after}");
    }
}

#[test]
fn the_active_row_is_drawn_out_of_view_too() {
    let mut bench = Bench::new(50_000);
    bench.source.active = Some(2);
    for row in [0, 25_000, 49_999] {
        bench.rows.scroll_to(row, Place::Top);
        bench.run(Vec::new());
        assert_eq!(bench.source.painted.iter().filter(|&&painted| painted == 2).count(), 1);
    }
    assert!(!bench.shown.range().contains(&2));
}

/// A line typed into the active row is there before anybody sees the frame.
#[test]
fn a_row_that_grows_while_it_is_drawn_is_drawn_again() {
    let mut bench = Bench::new(100);
    bench.source.active = Some(3);
    bench.run(Vec::new());
    bench.source.extra = 20.0;
    bench.run(Vec::new());
    bench.check();
}

#[test]
fn another_width_or_other_rows_keep_the_place() {
    let mut bench = Bench::new(50_000);
    bench.source.active = Some(20_002);
    bench.rows.scroll_to(20_000, Place::Top);
    bench.run(Vec::new());
    let before = bench.shown.rect(20_002).expect("in view").top();
    bench.source.len = 50_003;
    bench.source.active = Some(20_002);
    bench.run(Vec::new());
    assert!((bench.shown.rect(20_002).expect("in view").top() - before).abs() < 0.01);
    bench.rows.reset();
    bench.run(Vec::new());
    assert!((bench.shown.rect(20_002).expect("in view").top() - before).abs() < 0.01);
}

#[test]
fn a_page_is_a_view_further() {
    let bench = Bench::new(1_000);
    let next = bench.rows.page(10, 1.0, 600.0);
    let far = bench.rows.heights.top(next) - bench.rows.heights.top(10);
    assert!((400.0..=600.0).contains(&far), "{far}");
    assert_eq!(bench.rows.page(10, 1.0, 1.0), 11);
    assert_eq!(bench.rows.page(10, -1.0, 1.0), 9);
    assert_eq!(bench.rows.page(0, -1.0, 600.0), 0);
}
