//! Texts of a release in the real window: selected and copied in both views, corrected
//! in their own direction, notes and bars that stand where they belong at any zoom.

use diptych::model::View;
use egui::{
    Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect, Theme, Vec2, pos2, vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

/// A ministry's statement in Arabic with figures, names and a foreign line.
const ARABIC: &str = "وزارة الصحة\n\n\
    بيان صحفي\n\n\
    أعلنت الوزارة اليوم أنّ 1,250,000 جرعة وصلت إلى ميناء طرابلس في 15/10/2025. \
    وتشمل الشحنة لقاحات مقدَّمة من منظمة (UNICEF) بنسبة 6.4%.\n\n\
    وأكّد الوزير أنّ التوزيع يبدأ يوم الاثنين المقبل.\n\n\
    للاستفسار: press@example.org، +218 21 555 0100\n";

impl Window {
    fn pointer(&mut self, at: Pos2, pressed: bool) {
        self.harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: NONE,
        });
        self.harness.step();
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.event(Event::PointerMoved(from));
        self.harness.step();
        self.pointer(from, true);
        for part in [0.3, 0.7, 1.0] {
            self.harness.event(Event::PointerMoved(from.lerp(to, part)));
            self.harness.step();
        }
        self.pointer(to, false);
    }

    /// Everything that the next copy puts on the clipboard.
    fn copied(&mut self) -> Vec<String> {
        self.harness.event(Event::Copy);
        self.harness.step();
        let commands = self.harness.output().platform_output.commands.iter();
        commands
            .filter_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
            .collect()
    }

    fn rect(&self, name: &str) -> Rect {
        self.harness.get_by_label(name).rect()
    }
}

/// Number, role and margin; margin and hinge (`ui::grid::columns`).
const ALIGN: [f32; 2] = [38.0 + 24.0 + 6.0, 16.0 + 75.0];
const TRANSLATE: [f32; 2] = [42.0 + 26.0 + 4.0, 18.0 + 84.0];

/// From the first letter of a source text to behind its last; `beside` is the width of
/// what stands in the cell at the left of the text and at its right, in points.
fn over_source(cell: Rect, beside: [f32; 2], rtl: bool) -> (Pos2, Pos2) {
    let (left, right) = (cell.left() + beside[0] + 0.5, cell.right() - beside[1] - 0.5);
    let (from, to) = if rtl { (right, left) } else { (left, right) };
    (pos2(from, cell.top() + 13.0), pos2(to, cell.bottom() - 1.0))
}

#[test]
fn both_sides_are_selected_and_copied_in_the_alignment_view() {
    let mut window = Window::sample(FULL, Theme::Light);
    window.click("Row 8 source");
    let row = window.session().row();
    let (from, to) = over_source(window.rect("Row 8 source"), ALIGN, false);
    window.drag(from, to);
    let source = window.session().source_text(row);
    assert_eq!(window.copied(), [source]);
    window.settle();
    let cell = window.rect("Row 8 target");
    let from = pos2(cell.left() + 75.0 + 17.0, cell.top() + 13.0);
    window.drag(from, cell.max - vec2(90.0, 1.0));
    let target = window.target(row);
    assert_eq!(window.copied(), [target]);
}

#[test]
fn the_source_is_copied_though_the_target_has_a_selection() {
    let mut window = Window::later(FULL, Theme::Light);
    assert_eq!(window.view(), View::Translate);
    let row = window.session().row();
    let number = window.session().beads()[row].number;
    let name = format!("Target of row {number}");
    window.type_into(&name, "A draft");
    window.press(CTRL, Key::A);
    assert_eq!(window.copied(), ["A draft"]);
    let (from, to) = over_source(window.rect(&format!("Row {number} source")), TRANSLATE, false);
    window.drag(from, to);
    let source = window.session().source_text(row);
    assert_eq!(window.copied(), [source], "one thing is copied");
    assert_eq!(window.target(row), "A draft", "selecting the source changes nothing");
}

/// A window on the Arabic statement, to be translated.
fn arabic(size: Vec2, theme: Theme) -> Window {
    let mut window = Window::start(size, theme);
    window.paste(ARABIC);
    window.press(CTRL, Key::Enter);
    assert_eq!(window.session().source_lang().as_str(), "ar");
    window
}

#[test]
fn an_arabic_source_is_selected_from_the_right() {
    let mut window = arabic(FULL, Theme::Light);
    let row = (0..window.session().beads().len())
        .find(|&row| window.session().source_text(row).contains("1,250,000"))
        .expect("the sentence with the figure");
    let number = window.session().beads()[row].number;
    let (from, to) = over_source(window.rect(&format!("Row {number} source")), TRANSLATE, true);
    window.drag(from, to);
    let source = window.session().source_text(row);
    assert_eq!(window.copied(), [source]);
    shoot(&mut window.harness, "arabic-source-selected");
}

#[test]
fn an_arabic_sentence_is_corrected_in_its_own_direction() {
    let mut window = arabic(FULL, Theme::Light);
    window.press(ALT, Key::Num1);
    window.press(NONE, Key::F2);
    let field = window.harness.get_by_label_contains("Source sentence");
    let node = field.accesskit_node();
    let run = node.children().next().expect("a run of text");
    assert_eq!(run.text_direction(), Some(egui::accesskit::TextDirection::RightToLeft));
    window.press(CTRL, Key::Home);
    window.harness.get_by_label_contains("Source sentence").type_text("أ ");
    window.settle();
    shoot(&mut window.harness, "arabic-sentences");
    window.press(CTRL, Key::Enter);
    assert!(window.session().source_text(window.session().row()).starts_with("أ "));
}

/// The words of the bar at the foot of the window, as rectangles.
fn foot(window: &Window) -> Vec<(String, Rect)> {
    let screen = window.harness.ctx.content_rect();
    let labels = window.harness.query_all_by_role(egui::accesskit::Role::Label);
    labels
        .map(|label| {
            let node = label.accesskit_node();
            let text = node.value().or(node.label()).unwrap_or_default();
            (text, label.rect())
        })
        .filter(|(text, rect)| rect.top() > screen.bottom() - 30.0 && !text.is_empty())
        .collect()
}

fn assert_apart(window: &Window, what: &str) {
    let screen = window.harness.ctx.content_rect();
    let labels = foot(window);
    assert!(labels.len() >= 3, "{what}: the bar is there: {labels:?}");
    for (at, (text, rect)) in labels.iter().enumerate() {
        let inside = rect.left() >= 0.0 && rect.right() <= screen.right() + 0.5;
        assert!(inside, "{what}: {text:?} is cut off: {rect:?}");
        for (other, below) in labels.iter().skip(at + 1) {
            assert!(!rect.shrink(0.5).intersects(*below), "{what}: {text:?} lies over {other:?}");
        }
    }
}

/// Half of each window: what 200 % leaves of it.
#[test]
fn the_bar_s_words_never_lie_over_each_other() {
    for (name, size) in
        [("full", FULL), ("small", SMALL), ("full-200", FULL / 2.0), ("small-200", SMALL / 2.0)]
    {
        for theme in [Theme::Light, Theme::Dark] {
            let mut window = Window::sample(size, theme);
            assert_apart(&window, &format!("align, {name}"));
            shoot(&mut window.harness, &format!("foot-align-{name}-{theme:?}"));
            let mut window = Window::later(size, theme);
            assert_apart(&window, &format!("translate, {name}"));
            shoot(&mut window.harness, &format!("foot-translate-{name}-{theme:?}"));
            let mut window = Window::start(size, theme);
            shoot(&mut window.harness, &format!("foot-start-{name}-{theme:?}"));
        }
    }
}
