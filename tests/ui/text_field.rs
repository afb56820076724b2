//! The field of texts in every script, by keys, mouse, input methods and screen
//! readers, in a window without a window.

use std::cell::RefCell;
use std::rc::Rc;

use diptych::model::Lang;
use diptych::ui::diff_text::Mark;
use diptych::ui::fonts;
use diptych::ui::text::{self, BidiEdit, BidiLabel, Span};
use diptych::ui::theme::{self, Contrast, tokens};
use egui::accesskit::{Role, TextDirection};
use egui::{Event, Id, ImeEvent, Key, Modifiers, OutputCommand, Pos2, Rect, Theme, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::shots::{harness, has_colors, shoot};
use crate::soft_renderer::SoftRenderer;

const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const PLACE: Rect = Rect { min: pos2(20.0, 20.0), max: pos2(320.0, 40.0) };

/// What a field is made with.
#[derive(Clone, Copy, Default)]
struct Manner {
    one_line: bool,
    read_only: bool,
    disabled: bool,
    tag: &'static str,
    /// What the tag's chip says, if not the tag.
    label: &'static str,
    high_contrast: bool,
    /// In a view so many points high, to be scrolled.
    view: Option<f32>,
}

struct Field {
    harness: Harness<'static>,
    text: Rc<RefCell<String>>,
}

fn id() -> Id {
    Id::unique("field")
}

/// A harness whose frames follow each other quickly enough for two presses in one.
fn quick_harness(contrast: Contrast, ui: impl FnMut(&mut egui::Ui) + 'static) -> Harness<'static> {
    Harness::builder()
        .with_size(vec2(340.0, 200.0))
        .with_step_dt(0.02)
        .with_max_steps(8)
        .with_context_setup(move |ctx| diptych::ui::install(ctx, contrast, true))
        .renderer(SoftRenderer::default())
        .build_ui(ui)
}

impl Field {
    fn new(lang: &'static str, text: &str) -> Self {
        Self::with(lang, text, Manner::default())
    }

    /// A field with the focus and its caret at the end.
    fn with(lang: &'static str, text: &str, manner: Manner) -> Self {
        let shared = Rc::new(RefCell::new(text.to_owned()));
        let edited = Rc::clone(&shared);
        let lang: Lang = lang.parse().expect("a language");
        let contrast = if manner.high_contrast { Contrast::High } else { Contrast::Normal };
        let harness = quick_harness(contrast, move |ui| {
            let t = tokens(ui);
            let mut tags = |text: &str| {
                let found = text.match_indices(manner.tag).filter(|_| !manner.tag.is_empty());
                let chip = |(at, tag): (usize, &str)| match manner.label {
                    "" => Mark::Tag.span(at..at + tag.len(), t),
                    label => Span::chip(at..at + tag.len(), label, Mark::Tag.look(t)),
                };
                found.map(chip).collect()
            };
            let text = &mut *edited.borrow_mut();
            let mut edit = BidiEdit::new(id(), "Target", text, &lang).hint("Nothing yet");
            if manner.one_line {
                edit = edit.one_line();
            }
            if manner.disabled {
                ui.disable();
            }
            let edit = edit.read_only(manner.read_only).style(&mut tags);
            let Some(height) = manner.view else {
                edit.show(ui, PLACE);
                return;
            };
            let area = egui::ScrollArea::vertical().max_height(height).auto_shrink(false);
            area.show(ui, |ui| {
                let place = Rect::from_min_size(ui.cursor().min, PLACE.size());
                let edited = edit.show(ui, place);
                ui.advance_cursor_after_rect(edited.response.rect);
            });
        });
        text::focus(&harness.ctx, id(), text.chars().count());
        let mut field = Self { harness, text: shared };
        field.harness.run();
        field
    }

    fn text(&self) -> String {
        self.text.borrow().clone()
    }

    fn caret(&self) -> usize {
        text::caret_of(&self.harness.ctx, id()).expect("a caret")
    }

    fn press(&mut self, modifiers: Modifiers, key: Key, times: usize) -> &mut Self {
        for _ in 0..times {
            self.harness.key_press_modifiers(modifiers, key);
            self.harness.run();
        }
        self
    }

    fn event(&mut self, event: Event) -> &mut Self {
        self.harness.event(event);
        self.harness.run();
        self
    }

    fn type_in(&mut self, text: &str) -> &mut Self {
        self.event(Event::Text(text.to_owned()))
    }

    /// What the next copy or cut puts on the clipboard.
    fn copied(&mut self, event: Event) -> Option<String> {
        self.harness.event(event);
        self.harness.step();
        let commands = self.harness.output().platform_output.commands.iter();
        commands.into_iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }

    fn click(&mut self, at: Pos2, times: usize) -> &mut Self {
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.event(Event::PointerMoved(at));
        for _ in 0..times {
            self.harness.event(button(true));
            self.harness.step();
            self.harness.event(button(false));
            self.harness.step();
        }
        self.harness.run();
        self
    }

    /// Until the next press is the first of its kind.
    fn wait(&mut self) {
        for _ in 0..20 {
            self.harness.step();
        }
    }

    fn drag(&mut self, from: Pos2, to: Pos2) -> &mut Self {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let steps = [
            Event::PointerMoved(from),
            button(from, true),
            Event::PointerMoved(from.lerp(to, 0.5)),
            Event::PointerMoved(to),
            button(to, false),
        ];
        for event in steps {
            self.harness.event(event);
            self.harness.step();
        }
        self.harness.run();
        self
    }
}

#[test]
fn two_scripts_are_typed_into_each_other() {
    let mut field = Field::new("ar", "");
    field.type_in("قال").type_in(" ").type_in("ONU").type_in(" ").type_in("اليوم");
    assert_eq!(field.text(), "قال ONU اليوم");
    // Leftwards is onward; the last letters are at the left.
    field.press(Modifiers::NONE, Key::ArrowRight, 6);
    field.type_in("!");
    assert_eq!(field.text(), "قال ONU! اليوم");
    field.press(CTRL, Key::Home, 1).type_in("٢");
    assert_eq!(field.text(), "٢قال ONU! اليوم");
}

#[test]
fn deleting_goes_by_the_text_across_the_boundary() {
    let mut field = Field::new("ar", "قال ONU");
    field.press(Modifiers::NONE, Key::Backspace, 4);
    assert_eq!(field.text(), "قال");
    field.press(CTRL, Key::Home, 1).press(Modifiers::NONE, Key::Delete, 1);
    assert_eq!(field.text(), "ال");
    let mut field = Field::new("he", "שָׁלוֹם");
    field.press(CTRL, Key::Home, 1).press(Modifiers::NONE, Key::Delete, 1);
    assert_eq!(field.text(), "לוֹם", "a letter and its points");
    field.press(Modifiers::NONE, Key::End, 1).press(Modifiers::NONE, Key::Backspace, 1);
    assert_eq!(field.text(), "לוֹ");
    field.press(Modifiers::NONE, Key::Backspace, 1);
    assert_eq!(field.text(), "לו", "the point goes before the letter");
    let mut field = Field::new("ar", "إلى الأمم المتحدة");
    field.press(CTRL, Key::Backspace, 1);
    assert_eq!(field.text(), "إلى الأمم ");
}

#[test]
fn a_selection_across_the_boundary_is_a_stretch_of_the_text() {
    let mut field = Field::new("ar", "قال ONU اليوم");
    field.press(CTRL, Key::Home, 1).press(CTRL | SHIFT, Key::ArrowLeft, 2);
    assert_eq!(field.copied(Event::Copy).as_deref(), Some("قال ONU"));
    assert_eq!(field.copied(Event::Cut).as_deref(), Some("قال ONU"));
    field.harness.run();
    assert_eq!(field.text(), " اليوم");
    field.event(Event::Paste("2024 (ONU)".to_owned()));
    assert_eq!(field.text(), "2024 (ONU) اليوم");
    field.press(CTRL, Key::A, 1);
    assert_eq!(field.copied(Event::Copy).as_deref(), Some("2024 (ONU) اليوم"));
    field.type_in("x");
    assert_eq!(field.text(), "x");
    assert_eq!(field.copied(Event::Copy), None, "nothing is selected");
}

#[test]
fn the_mouse_selects_places_words_and_paragraphs() {
    let mut field = Field::new("ar", "قال الأمين\nانتهى");
    let first_line = PLACE.top() + 10.0;
    field.click(pos2(PLACE.right() - 1.0, first_line), 1);
    assert_eq!(field.caret(), 0, "the text begins at the right");
    field.click(pos2(PLACE.left() + 2.0, first_line), 1);
    assert_eq!(field.caret(), 10, "beyond its end is the end of the line");
    field.click(pos2(PLACE.right() - 8.0, first_line), 2);
    assert_eq!(field.copied(Event::Copy).as_deref(), Some("قال"));
    field.wait();
    field.click(pos2(PLACE.right() - 8.0, first_line), 3);
    assert_eq!(field.copied(Event::Copy).as_deref(), Some("قال الأمين"));
    field.harness.run();
    field.drag(pos2(PLACE.right() - 1.0, first_line), pos2(PLACE.left(), first_line + 20.0));
    assert_eq!(field.copied(Event::Copy).as_deref(), Some("قال الأمين\nانتهى"));
    let mut field = Field::new("fr", "une phrase");
    field.click(pos2(PLACE.left() + 40.0, first_line), 2).type_in("un mot");
    assert_eq!(field.text(), "une un mot");
}

#[test]
fn an_input_method_composes_in_place_and_commits_once() {
    let mut field = Field::new("zh", "外");
    let preedit = |text: &str| {
        let active_range_chars = Some(0..1);
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars })
    };
    field.event(preedit("jiao"));
    assert_eq!(field.text(), "外", "what is composed is not yet in the text");
    assert!(field.harness.output().platform_output.ime.is_some());
    field.event(preedit("jiaobu"));
    field.event(Event::Ime(ImeEvent::Commit("交部".to_owned())));
    assert_eq!(field.text(), "外交部");
    assert_eq!(field.caret(), 3);
    field.event(preedit("x")).event(preedit(""));
    assert_eq!(field.text(), "外交部", "given up");
    let around = ImeEvent::DeleteSurrounding { before_chars: 2, after_chars: 0 };
    field.event(Event::Ime(around));
    assert_eq!(field.text(), "外");
}

#[test]
fn a_field_undoes_by_itself() {
    let mut field = Field::new("ar", "سلام");
    field.type_in(" ONU");
    field.press(CTRL, Key::Z, 1);
    assert_eq!(field.text(), "سلام");
    field.press(CTRL, Key::Y, 1);
    assert_eq!(field.text(), "سلام ONU");
    field.press(CTRL, Key::Z, 1).press(CTRL | SHIFT, Key::Z, 1);
    assert_eq!(field.text(), "سلام ONU");
    *field.text.borrow_mut() = "آخر".to_owned();
    text::forget_undo(&field.harness.ctx, id());
    field.harness.run();
    field.press(CTRL, Key::Z, 1);
    assert_eq!(field.text(), "آخر");
}

#[test]
fn a_tag_is_passed_over_and_taken_whole() {
    let manner = Manner { tag: "{1}", ..Manner::default() };
    let mut field = Field::with("ar", "قال {1}نعم", manner);
    field.press(CTRL, Key::Home, 1).press(Modifiers::NONE, Key::ArrowLeft, 5);
    assert_eq!(field.caret(), 7, "four places and the tag");
    field.type_in("ONU");
    assert_eq!(field.text(), "قال {1}ONUنعم");
    field.press(Modifiers::NONE, Key::Backspace, 4);
    assert_eq!(field.text(), "قال نعم");
}

#[test]
fn what_no_keyboard_has_is_put_in() {
    let mut field = Field::new("fr", "6,4");
    field.press(CTRL | SHIFT, Key::Space, 1).type_in("%");
    assert_eq!(field.text(), "6,4\u{a0}%");
    text::insert(&field.harness.ctx, id(), "\u{200e}");
    field.harness.run();
    assert_eq!(field.text(), "6,4\u{a0}%\u{200e}");
}

#[test]
fn screen_readers_are_told_the_true_directions() {
    let mut field = Field::new("ar", "قال ONU");
    let node = field.harness.get_by_label("Target");
    let node = node.accesskit_node();
    assert_eq!(node.role(), Role::MultilineTextInput);
    assert_eq!(node.value().as_deref(), Some("قال ONU"));
    assert!(node.supports_text_ranges());
    assert_eq!(node.document_range().text(), "قال ONU");
    let mut directions = Vec::new();
    for run in node.children().filter(|child| child.role() == Role::TextRun) {
        let direction = run.text_direction().expect("a direction");
        directions.push((run.value().unwrap_or_default(), direction));
    }
    let expected = [
        ("قال ".to_owned(), TextDirection::RightToLeft),
        ("ONU".to_owned(), TextDirection::LeftToRight),
    ];
    assert_eq!(directions, expected);
    field.harness.get_by_label("Target").set_text_value_accesskit("تمّ");
    field.harness.run();
    assert_eq!(field.text(), "تمّ");
}

#[test]
fn a_line_of_one_stays_one() {
    let manner = Manner { one_line: true, ..Manner::default() };
    let mut field = Field::with("ar", "", manner);
    assert!(field.harness.query_by_role(Role::TextInput).is_some());
    field.event(Event::Paste("سطر\nثانٍ".to_owned()));
    assert_eq!(field.text(), "سطر ثانٍ");
    let long = "كلمة ".repeat(40);
    field.type_in(&long).press(CTRL, Key::Home, 1).type_in("A");
    assert!(field.text().starts_with('A'));
    field.press(Modifiers::NONE, Key::Enter, 1);
    assert!(!field.harness.get_by_label("Target").is_focused());
    assert!(!field.text().contains('\n'));
}

#[test]
fn what_is_locked_or_disabled_is_not_changed() {
    let manner = Manner { read_only: true, ..Manner::default() };
    let mut field = Field::with("ar", "سلام", manner);
    field.type_in("x").press(Modifiers::NONE, Key::Backspace, 1).press(CTRL, Key::A, 1);
    assert_eq!(field.copied(Event::Cut).as_deref(), Some("سلام"), "it can be copied");
    field.harness.run();
    assert_eq!(field.text(), "سلام");
    let manner = Manner { disabled: true, ..Manner::default() };
    let mut field = Field::with("ar", "سلام", manner);
    field.click(PLACE.center(), 1).type_in("x");
    assert_eq!(field.text(), "سلام");
}

#[test]
fn a_label_is_selected_and_copied() {
    let mut harness = harness(vec2(340.0, 100.0), Theme::Light, |ui| {
        let lang: Lang = "ar".parse().expect("a language");
        let label = BidiLabel::new("قال ONU اليوم", &lang, fonts::TEXT, tokens(ui).ink);
        let laid = label.width(300.0).lay_out(ui.ctx());
        laid.show(ui, Id::unique("label"), PLACE.min);
    });
    harness.run();
    let pointer = |pos: Pos2, pressed: bool| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let (from, to) = (pos2(PLACE.right(), 30.0), pos2(PLACE.left(), 30.0));
    for event in [
        Event::PointerMoved(from - vec2(1.0, 0.0)),
        pointer(from - vec2(1.0, 0.0), true),
        Event::PointerMoved(to),
        pointer(to, false),
    ] {
        harness.event(event);
        harness.step();
    }
    harness.event(Event::Copy);
    harness.step();
    let copied = |harness: &Harness<'_>| {
        harness.output().platform_output.commands.iter().any(
            |command| matches!(command, OutputCommand::CopyText(text) if text == "قال ONU اليوم"),
        )
    };
    assert!(copied(&harness));
    harness.event(pointer(pos2(5.0, 90.0), true));
    harness.step();
    harness.event(Event::Copy);
    harness.step();
    assert!(!copied(&harness), "a press elsewhere drops it");
}

/// A placeholder character with a label: typing beside it, deleting, selecting and
/// undoing take it whole, and its label never enters the text.
#[test]
fn a_chip_cannot_be_broken() {
    let manner = Manner { tag: "\u{fffc}", label: "12", ..Manner::default() };
    let mut field = Field::with("ar", "قال \u{fffc}نعم", manner);
    shoot(&mut field.harness, "chip-arabic");
    field.press(CTRL, Key::Home, 1).press(Modifiers::NONE, Key::ArrowLeft, 5);
    assert_eq!(field.caret(), 5, "four places and the chip");
    // The caret is at the right of the Latin letter, beside the chip.
    field.type_in("x").press(Modifiers::NONE, Key::ArrowRight, 1).type_in("y");
    assert_eq!(field.text(), "قال y\u{fffc}xنعم");
    text::focus(&field.harness.ctx, id(), 5);
    field.harness.run();
    // Between two Latin letters it goes their way.
    field.press(SHIFT, Key::ArrowRight, 1);
    assert_eq!(field.copied(Event::Copy).as_deref(), Some("12"), "elsewhere it is its label");
    // What is done within a second is undone at once.
    for _ in 0..60 {
        field.harness.step();
    }
    field.press(Modifiers::NONE, Key::Delete, 1);
    assert_eq!(field.text(), "قال yxنعم");
    field.press(CTRL, Key::Z, 1);
    assert_eq!(field.text(), "قال y\u{fffc}xنعم");
    text::focus(&field.harness.ctx, id(), 6);
    field.harness.run();
    let around = ImeEvent::DeleteSurrounding { before_chars: 1, after_chars: 1 };
    field.event(Event::Ime(around));
    assert_eq!(field.text(), "قال yنعم", "an input method takes it whole");
    let node = field.harness.get_by_label("Target");
    assert_eq!(node.accesskit_node().document_range().text(), field.text());
}

/// Two presses on a tag with letters in it select all of it.
#[test]
fn two_presses_take_a_tag_whole() {
    let manner = Manner { tag: "<b1>", ..Manner::default() };
    let mut field = Field::with("fr", "<b1>", manner);
    field.click(pos2(PLACE.left() + 14.0, PLACE.top() + 10.0), 2);
    assert_eq!(field.copied(Event::Copy).as_deref(), Some("<b1>"));
}

/// A tag longer than AccessKit can count is told in parts that make the whole.
#[test]
fn a_long_tag_is_told_whole() {
    let tag: &'static str = Box::leak(format!("<g id=\"{}\">", "é".repeat(300)).into_boxed_str());
    let manner = Manner { tag, label: "1", ..Manner::default() };
    let text = format!("a {tag} b");
    let field = Field::with("fr", &text, manner);
    let node = field.harness.get_by_label("Target");
    assert_eq!(node.accesskit_node().document_range().text(), text);
}

#[test]
fn up_down_and_the_page_keys_keep_the_column() {
    let line = "كلمة أخرى هنا";
    let text = [line, "", line, line, line, line].join("\n");
    let mut field = Field::new("ar", &text);
    field.press(CTRL, Key::Home, 1).press(Modifiers::NONE, Key::ArrowLeft, 7);
    field.press(Modifiers::NONE, Key::ArrowDown, 2);
    assert_eq!(field.caret(), line.chars().count() + 2 + 7, "over the empty line");
    field.press(Modifiers::NONE, Key::ArrowUp, 2);
    assert_eq!(field.caret(), 7);
    field.press(Modifiers::NONE, Key::PageDown, 1);
    assert!(field.caret() > 3 * line.chars().count(), "{}", field.caret());
    field.press(Modifiers::NONE, Key::PageUp, 2);
    assert_eq!(field.caret(), 0, "beyond the first line is the start");
    field.press(Modifiers::NONE, Key::End, 1);
    assert_eq!(field.caret(), line.chars().count());
    field.press(Modifiers::NONE, Key::Home, 1);
    assert_eq!(field.caret(), 0);
    field.press(CTRL, Key::End, 1);
    assert_eq!(field.caret(), text.chars().count());
}

/// The pointer rests below the view with the button down: the text goes on scrolling.
#[test]
fn dragging_beyond_the_view_scrolls_on() {
    let text = (0..30).map(|line| format!("سطر {line}")).collect::<Vec<_>>().join("\n");
    let manner = Manner { view: Some(100.0), ..Manner::default() };
    let mut field = Field::with("ar", &text, manner);
    field.press(CTRL, Key::Home, 1);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let (from, below) = (pos2(280.0, 15.0), pos2(280.0, 150.0));
    for event in [Event::PointerMoved(from), button(from, true), Event::PointerMoved(below)] {
        field.harness.event(event);
        field.harness.step();
    }
    let soon = field.caret();
    for _ in 0..60 {
        field.harness.step();
    }
    let later = field.caret();
    assert!(later > soon + 20, "it went on from {soon} to {later}");
    field.event(button(below, false));
    let copied = field.copied(Event::Copy).expect("a selection");
    assert!(copied.lines().count() > 10, "{copied}");
}

/// What is composed is shown underlined in place, in the text's own order.
#[test]
fn what_is_composed_is_painted_and_not_yet_told() {
    let mut field = Field::new("ar", "قال ONU");
    let before = shoot(&mut field.harness, "ime-before");
    let preedit = ImeEvent::Preedit { text: "سلام".to_owned(), active_range_chars: Some(0..2) };
    field.event(Event::Ime(preedit));
    let composing = shoot(&mut field.harness, "ime-composing");
    assert_ne!(before.as_raw(), composing.as_raw(), "it is seen");
    let t = theme::of(Theme::Dark, Contrast::Normal);
    let light = theme::of(Theme::Light, Contrast::Normal);
    assert!(has_colors(&composing, &[light.shape]) || has_colors(&composing, &[t.shape]));
    let node = field.harness.get_by_label("Target");
    assert_eq!(node.accesskit_node().value().as_deref(), Some("قال ONU"));
    // A press elsewhere in the text gives it up.
    field.click(pos2(PLACE.right() - 1.0, PLACE.top() + 10.0), 1);
    assert_eq!(field.text(), "قال ONU");
    field.event(Event::Ime(ImeEvent::Commit("نعم ".to_owned())));
    assert_eq!(field.text(), "نعم قال ONU");
}

#[test]
fn zoom_and_high_contrast_change_nothing_but_the_picture() {
    for (high_contrast, zoom) in [(false, 2.0), (true, 1.0), (true, 2.0)] {
        let manner = Manner { high_contrast, ..Manner::default() };
        let mut field = Field::with("ar", "قال ONU اليوم", manner);
        field.harness.ctx.set_zoom_factor(zoom);
        field.harness.run();
        field.press(CTRL, Key::Home, 1).press(CTRL | SHIFT, Key::ArrowLeft, 1);
        assert_eq!(field.copied(Event::Copy).as_deref(), Some("قال"), "{zoom}");
        field.harness.run();
        shoot(&mut field.harness, &format!("field-{high_contrast}-{zoom}"));
        field.type_in("س");
        assert_eq!(field.text(), "س ONU اليوم");
    }
}

#[test]
fn marks_of_direction_are_put_in_where_the_caret_is() {
    for mark in ["\u{200e}", "\u{200f}", "\u{61c}", "\u{a0}", "\u{202f}"] {
        let mut field = Field::new("ar", "قال");
        field.press(Modifiers::NONE, Key::ArrowRight, 1);
        text::insert(&field.harness.ctx, id(), mark);
        field.harness.run();
        assert_eq!(field.text(), format!("قا{mark}ل"));
        text::show_marks(&field.harness.ctx, true);
        field.harness.run();
        let shown = shoot(&mut field.harness, "shown-mark");
        text::show_marks(&field.harness.ctx, false);
        field.harness.run();
        let hidden = shoot(&mut field.harness, "hidden-mark");
        assert_ne!(shown.as_raw(), hidden.as_raw(), "{mark:?} can be seen");
        field.press(Modifiers::NONE, Key::Backspace, 1);
        assert_eq!(field.text(), "قال", "one press takes it");
    }
}

#[test]
fn an_empty_field_says_its_hint_and_tab_leads_on() {
    let mut field = Field::new("ar", "");
    let empty = shoot(&mut field.harness, "hint");
    let node = field.harness.get_by_label("Target");
    assert_eq!(node.accesskit_node().placeholder(), Some("Nothing yet"));
    field.type_in("ق");
    assert_ne!(empty.as_raw(), shoot(&mut field.harness, "no-hint").as_raw());
    field.press(Modifiers::NONE, Key::Tab, 1);
    assert_eq!(field.text(), "ق", "the key moves the focus and is not typed");
}
