//! The controls driven by pointer, keys and assistive technology.

use std::cell::RefCell;
use std::rc::Rc;

use diptych::ui::shapes::Icon;
use diptych::ui::widgets::{
    Button, Corner, Dialog, Field, Ground, ListRow, Notice, NoticeAnswer, Switch, Tab, Toast,
    Toasts, Tone, dialog, icon_button,
};
use egui::{Id, Key, Role, Theme, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::shots::{harness, shoot};

/// What a test sees of the controls it drives.
type Seen<T> = Rc<RefCell<T>>;

fn seen<T: Default>() -> (Seen<T>, Seen<T>) {
    let seen = Seen::<T>::default();
    (Rc::clone(&seen), seen)
}

fn small<'a>(ui: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
    let mut harness = harness(vec2(480.0, 320.0), Theme::Light, ui);
    harness.run();
    harness
}

#[test]
fn a_button_is_clicked_by_pointer_and_by_key() {
    let (count, write) = seen::<u32>();
    let mut harness = small(move |ui| {
        *write.borrow_mut() +=
            u32::from(ui.add(Button::main("Accept").key("Ctrl+Enter")).clicked());
    });
    let button = harness.get_by_role_and_label(Role::Button, "Accept");
    assert_eq!(button.accesskit_node().data().keyboard_shortcut(), Some("Ctrl+Enter"));
    assert!((button.rect().height() - 28.0).abs() < 0.01);
    button.click();
    harness.run();
    harness.get_by_label("Accept").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(*count.borrow(), 2);
}

#[test]
fn a_button_without_use_does_nothing_and_says_why() {
    let (count, write) = seen::<u32>();
    let mut harness = small(move |ui| {
        let button = Button::new("Reject").unless(Some("choose a reason first"));
        *write.borrow_mut() += u32::from(ui.add(button).clicked());
    });
    let button = harness.get_by_label("Reject");
    assert!(button.accesskit_node().is_disabled());
    assert_eq!(button.accesskit_node().description().as_deref(), Some("choose a reason first"));
    button.click();
    harness.run();
    assert_eq!(*count.borrow(), 0);
}

#[test]
fn tabs_and_switches_say_what_is_chosen() {
    let (state, write) = seen::<(usize, usize)>();
    let mut harness = small(move |ui| {
        let mut state = write.borrow_mut();
        ui.horizontal(|ui| {
            for (place, view) in ["Align", "Translate"].iter().enumerate() {
                if ui.add(Tab::new(view, state.0 == place)).clicked() {
                    state.0 = place;
                }
            }
        });
        ui.add(Switch::new("Sort", &mut state.1, &["By doubt", "In order"]));
    });
    let place = harness.get_by_label("Translate").rect();
    harness.get_by_role_and_label(Role::Tab, "Translate").click();
    harness.get_by_role_and_label(Role::RadioButton, "In order").click();
    harness.run();
    assert_eq!(*state.borrow(), (1, 1));
    assert_eq!(harness.get_by_label("Translate").rect(), place, "nothing moves");
    assert!(harness.get_by_label("Translate").accesskit_node().is_selected().unwrap_or(false));
}

#[test]
fn a_field_takes_text_and_can_be_emptied() {
    let (text, write) = seen::<String>();
    let mut harness = small(move |ui| {
        ui.add(Field::search("Find", &mut write.borrow_mut()).hint("Find a release").key("Ctrl+F"));
    });
    harness.get_by_label("Find").click();
    harness.run();
    assert!(harness.get_by_label("Find").is_focused());
    harness.get_by_label("Find").type_text("Port-Élan");
    harness.run();
    shoot(&mut harness, "control-search");
    assert_eq!(*text.borrow(), "Port-Élan");
    harness.get_by_label("Clear").click();
    harness.run();
    assert_eq!(*text.borrow(), "");
}

#[test]
fn a_field_of_several_lines_grows_and_keeps_enter_for_sending() {
    let (text, write) = seen::<String>();
    let mut harness = small(move |ui| {
        ui.add(Field::new("Reply", &mut write.borrow_mut()).hint("Reply").rows(2));
    });
    harness.get_by_label("Reply").focus();
    harness.run();
    harness.get_by_label("Reply").type_text("Taken.");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*text.borrow(), "Taken.");
    for _ in 0..4 {
        harness.key_press_modifiers(egui::Modifiers::SHIFT, Key::Enter);
        harness.get_by_label("Reply").type_text("And more.");
        harness.run();
    }
    assert_eq!(text.borrow().lines().count(), 5);
    shoot(&mut harness, "control-reply");
}

#[test]
fn a_row_of_a_list_leaves_clicks_to_the_controls_in_it() {
    let (clicks, write) = seen::<(u32, u32)>();
    let mut harness = small(move |ui| {
        let mut clicks = write.borrow_mut();
        let row = ListRow::new(Id::unique("row"), "Match 1", Ground::Chrome).selected(true);
        let mut inner = false;
        let response = row.show(ui, |ui| inner = icon_button(ui, Icon::Close, "Drop").clicked());
        clicks.0 += u32::from(response.clicked());
        clicks.1 += u32::from(inner);
    });
    harness.get_by_label("Drop").click();
    harness.run();
    assert_eq!(*clicks.borrow(), (0, 1));
    harness.get_by_role_and_label(Role::ListItem, "Match 1").click();
    harness.run();
    assert_eq!(*clicks.borrow(), (1, 1));
}

#[test]
fn a_notice_is_answered() {
    let (answers, write) = seen::<Vec<NoticeAnswer>>();
    let text = "The source of this statement was changed by the ministry at 16:52, and two rows \
                that are done no longer say what it says.";
    let mut harness = small(move |ui| {
        let notice = Notice::new(Tone::Look, text).buttons(&["Show", "Take"]);
        write.borrow_mut().extend(notice.show(ui));
    });
    shoot(&mut harness, "control-notice");
    for button in ["Show", "Take", "Close the message"] {
        harness.get_by_label(button).click();
        harness.run();
    }
    let expected = [NoticeAnswer::Pressed(0), NoticeAnswer::Pressed(1), NoticeAnswer::Closed];
    assert_eq!(*answers.borrow(), expected);
}

fn toast(tone: Tone, text: &str) -> Toast {
    Toast { tone, text: text.to_owned(), verb: (tone == Tone::Good).then(|| "Undo".to_owned()) }
}

#[test]
fn good_news_goes_away_and_bad_news_waits() {
    let (state, write) = seen::<(Toasts, Vec<Toast>)>();
    let mut harness = small(move |ui| {
        let mut state = write.borrow_mut();
        let pressed = state.0.show(ui, Corner::Right);
        state.1.extend(pressed);
    });
    let good = toast(Tone::Good, "Accepted 5 links.");
    let bad = toast(Tone::Wrong, "The file “velt.txt” cannot be read: no permission.");
    for toast in [&good, &bad, &good] {
        state.borrow_mut().0.push(toast.clone());
    }
    harness.step();
    harness.step();
    shoot(&mut harness, "control-toasts");
    assert_eq!(state.borrow().0.iter().count(), 2);
    harness.get_by_label("Undo").click();
    harness.step();
    harness.step();
    assert_eq!(state.borrow().1, std::slice::from_ref(&good));
    state.borrow_mut().0.push(good);
    harness.hover_at(egui::pos2(10.0, 10.0));
    for _ in 0..300 {
        harness.step();
    }
    assert_eq!(state.borrow().0.iter().cloned().collect::<Vec<_>>(), [bad]);
}

#[test]
fn a_dialog_is_left_by_escape() {
    let (state, write) = seen::<(bool, u32)>();
    let mut harness = small(move |ui| {
        ui.add(Button::new("Behind"));
        if write.borrow().0 {
            return;
        }
        let dialog = Dialog::new(Id::unique("dialog"), "Leave “Velt” without saving?").width(360.0);
        let answer = dialog.show(ui, |ui| {
            ui.label("Two rows were changed since 17:22.");
            dialog::buttons(ui, |ui| {
                let saved = ui.add(Button::main("Save").key("Ctrl+S")).clicked();
                ui.add(Button::new("Leave"));
                u32::from(saved)
            })
        });
        let mut state = write.borrow_mut();
        state.0 = answer.left;
        state.1 += answer.inner;
    });
    shoot(&mut harness, "control-dialog");
    harness.get_by_label("Save").click();
    harness.run();
    assert_eq!(*state.borrow(), (false, 1));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(*state.borrow(), (true, 1));
}
