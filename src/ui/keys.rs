//! Keys to commands.
//!
//! The keys stand in the keymap (`workbench::keymap`); here they are met with egui's events,
//! before any widget sees them. Digits go by their place on the keyboard where the
//! system tells it, since Ctrl+4 on a French keyboard arrives as an apostrophe.
//! Modifiers must be exactly those of the shortcut: `AltGr` is Ctrl+Alt and types
//! a character.

use std::sync::Arc;

use egui::{Context, Event, Id, InputState, Modifiers};

use crate::model::View;
use crate::workbench::command::{Command, Key, Shortcut};
use crate::workbench::keymap::Keymap;

/// Who has the focus, which decides what becomes of keys without Ctrl or Alt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// Nobody: every key may be a command.
    Nobody,
    /// The field of the active row: what types a character is typed.
    Row,
    /// A control: such keys are its own.
    Control,
}

/// Puts the keymap in force where every view finds it.
pub fn install(ctx: &Context, keymap: &Arc<Keymap>) {
    ctx.data_mut(|data| data.insert_temp(place(), Arc::clone(keymap)));
}

/// The keymap in force; the program's own where none was put.
#[must_use]
pub fn in_force(ctx: &Context) -> Arc<Keymap> {
    ctx.data(|data| data.get_temp(place())).unwrap_or_default()
}

/// The key of a command as people read it, in the keymap in force; empty for none.
#[must_use]
pub fn text(ctx: &Context, command: Command) -> String {
    in_force(ctx).text(command)
}

/// What a control says of a command under the pointer: its words, and its key if it has one.
#[must_use]
pub fn tip(ctx: &Context, words: &str, command: Command) -> String {
    match text(ctx, command) {
        none if none.is_empty() => words.to_owned(),
        key => format!("{words} ({key})"),
    }
}

fn place() -> Id {
    Id::unique("the keymap in force")
}

/// Takes the first event that is a shortcut in this view out of the input, and what comes
/// after it, which is for what the command shows.
#[must_use]
pub fn take(ctx: &Context, view: Option<View>, focus: Focus) -> Option<(Command, Vec<Event>)> {
    let keymap = in_force(ctx);
    let means = |keys: &[Shortcut]| {
        let free: Vec<Shortcut> = keys.iter().copied().filter(|key| is_free(key, focus)).collect();
        keymap.command(&free, view)
    };
    ctx.input_mut(|input| {
        let shift = input.modifiers.shift;
        take_from(&mut input.events, shift, means)
    })
}

/// Takes the keys of one command out of the input, for a dialog that knows it too; whether one
/// was pressed.
pub fn takes(ctx: &Context, command: Command) -> bool {
    let keymap = in_force(ctx);
    let keys = keymap.keys(command);
    let means =
        |pressed: &[Shortcut]| keys.iter().any(|key| pressed.contains(key)).then_some(command);
    ctx.input_mut(|input| {
        let shift = input.modifiers.shift;
        take_from(&mut input.events, shift, means).is_some()
    })
}

/// Takes all keys out of the input; the first that was pressed. For binding a key.
#[must_use]
pub fn capture(ctx: &Context) -> Option<Shortcut> {
    ctx.input_mut(|input| {
        let shift = input.modifiers.shift;
        let first = input.events.iter().find_map(|event| {
            let held_on = matches!(event, Event::Key { repeat: true, .. });
            pressed(event, shift).first().copied().filter(|_| !held_on)
        });
        input.events.retain(|event| {
            !matches!(
                event,
                Event::Key { pressed: true, .. }
                    | Event::Text(_)
                    | Event::Copy
                    | Event::Cut
                    | Event::Paste(_)
            )
        });
        first
    })
}

/// Whether nobody else wants the key.
const fn is_free(key: &Shortcut, focus: Focus) -> bool {
    match focus {
        Focus::Nobody => true,
        Focus::Row => !key.types(),
        Focus::Control => !key.is_bare(),
    }
}

/// Some systems send a character with a shortcut (Alt+2 types a 2): it goes as well.
fn take_from(
    events: &mut Vec<Event>,
    shift: bool,
    means: impl Fn(&[Shortcut]) -> Option<Command>,
) -> Option<(Command, Vec<Event>)> {
    let means = |(at, event)| Some((at, means(&pressed(event, shift))?));
    let (at, command) = events.iter().enumerate().find_map(means)?;
    let mut later = events.split_off(at);
    let typed = later.get(1).is_some_and(|event| matches!(event, Event::Text(_)));
    later.drain(..=usize::from(typed));
    Some((command, later))
}

/// Takes a plain key out of the input, where no field wants it.
pub fn take_plain(input: &mut InputState, key: egui::Key) -> bool {
    input.consume_key(Modifiers::NONE, key)
}

/// The shortcuts that an event may be: by the key's place and by what is written on it.
fn pressed(event: &Event, shift: bool) -> Vec<Shortcut> {
    let letter =
        |letter| Shortcut { ctrl: true, alt: false, shift: true, key: Key::Letter(letter) };
    match event {
        // The window system's keys for copying and cutting with Shift held: free for commands.
        Event::Copy if shift => vec![letter('C')],
        Event::Cut if shift => vec![letter('X')],
        Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
            let digit = digit_of(physical_key.unwrap_or(*key)).map(Key::Digit);
            let keys = digit.into_iter().chain(named(*key));
            keys.map(|key| Shortcut {
                ctrl: modifiers.command,
                alt: modifiers.alt,
                // Plus needs Shift on most keyboards.
                shift: modifiers.shift && key != Key::Plus,
                key,
            })
            .collect()
        }
        _ => Vec::new(),
    }
}

/// The key that is no digit.
fn named(key: egui::Key) -> Option<Key> {
    Some(match key {
        egui::Key::Enter => Key::Enter,
        egui::Key::Insert => Key::Insert,
        egui::Key::Delete => Key::Delete,
        egui::Key::Space => Key::Space,
        egui::Key::ArrowUp => Key::Up,
        egui::Key::ArrowDown => Key::Down,
        egui::Key::ArrowLeft => Key::Left,
        egui::Key::ArrowRight => Key::Right,
        egui::Key::Home => Key::Home,
        egui::Key::End => Key::End,
        egui::Key::PageUp => Key::PageUp,
        egui::Key::PageDown => Key::PageDown,
        egui::Key::Plus | egui::Key::Equals => Key::Plus,
        egui::Key::Minus => Key::Minus,
        egui::Key::Comma => Key::Comma,
        egui::Key::Period => Key::Period,
        _ if digit_of(key).is_some() => return None,
        // Letters and function keys are called in egui as they are here.
        _ => key.name().parse::<Shortcut>().ok()?.key,
    })
}

const fn digit_of(key: egui::Key) -> Option<u8> {
    Some(match key {
        egui::Key::Num0 => 0,
        egui::Key::Num1 => 1,
        egui::Key::Num2 => 2,
        egui::Key::Num3 => 3,
        egui::Key::Num4 => 4,
        egui::Key::Num5 => 5,
        egui::Key::Num6 => 6,
        egui::Key::Num7 => 7,
        egui::Key::Num8 => 8,
        egui::Key::Num9 => 9,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: egui::Key, physical: Option<egui::Key>, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: physical, pressed: true, repeat: false, modifiers }
    }

    fn command_of(event: &Event, shift: bool, view: Option<View>) -> Option<Command> {
        Keymap::default().command(&pressed(event, shift), view)
    }

    fn check(event: &Event, view: Option<View>, expected: Option<Command>) {
        assert_eq!(command_of(event, false, view), expected, "{event:?} in {view:?}");
    }

    #[test]
    fn a_key_means_what_the_view_says() {
        let enter = press(egui::Key::Enter, None, Modifiers::COMMAND);
        check(&enter, Some(View::Translate), Some(Command::Confirm));
        check(&enter, Some(View::Align), Some(Command::Accept));
        check(&enter, None, None);
    }

    #[test]
    fn digits_go_by_their_place() {
        let apostrophe = press(egui::Key::Quote, Some(egui::Key::Num4), Modifiers::COMMAND);
        check(&apostrophe, Some(View::Translate), Some(Command::TakeMatch(4)));
        let plain = press(egui::Key::Num4, Some(egui::Key::Num4), Modifiers::NONE);
        check(&plain, Some(View::Translate), None);
    }

    #[test]
    fn alt_gr_types() {
        let both = Modifiers { alt: true, ..Modifiers::COMMAND };
        check(&press(egui::Key::E, None, both), Some(View::Translate), None);
    }

    #[test]
    fn the_character_of_a_shortcut_is_not_typed() {
        let keymap = Keymap::default();
        let mut events = vec![
            Event::Text("a".to_owned()),
            press(egui::Key::Num2, Some(egui::Key::Num2), Modifiers::ALT),
            Event::Text("2".to_owned()),
            Event::Text("b".to_owned()),
        ];
        let (command, later) =
            take_from(&mut events, false, |keys| keymap.command(keys, Some(View::Align)))
                .expect("a command");
        assert_eq!(command, Command::ShowTranslate);
        assert_eq!(events, [Event::Text("a".to_owned())]);
        assert_eq!(later, [Event::Text("b".to_owned())]);
    }

    #[test]
    fn shift_makes_another_command() {
        let shift = Modifiers { shift: true, ..Modifiers::COMMAND };
        check(&press(egui::Key::Z, None, shift), Some(View::Align), Some(Command::Redo));
        check(
            &press(egui::Key::Z, None, Modifiers::COMMAND),
            Some(View::Align),
            Some(Command::Undo),
        );
        assert_eq!(
            command_of(&Event::Copy, true, Some(View::Align)),
            Some(Command::CopyTargetText)
        );
        assert_eq!(command_of(&Event::Copy, false, Some(View::Align)), None);
    }

    #[test]
    fn keys_without_ctrl_or_alt_are_left_to_whom_they_belong() {
        let free = |text: &str, focus| is_free(&text.parse().expect(text), focus);
        for (text, nobody, row, control) in [
            ("Enter", true, true, false),
            ("U", true, false, false),
            ("F4", true, true, true),
            ("Ctrl+U", true, true, true),
        ] {
            let found = [Focus::Nobody, Focus::Row, Focus::Control].map(|focus| free(text, focus));
            assert_eq!(found, [nobody, row, control], "{text}");
        }
    }

    #[test]
    fn every_key_that_can_be_written_can_be_pressed() {
        let all = egui::Key::ALL.iter().filter_map(|key| {
            pressed(&press(*key, None, Modifiers::COMMAND), false).first().copied()
        });
        let all: Vec<String> = all.map(|shortcut| shortcut.to_string()).collect();
        for text in ["Ctrl+A", "Ctrl+Z", "Ctrl+0", "Ctrl+9", "Ctrl+F1", "Ctrl+F12", "Ctrl+PageUp"] {
            assert!(all.iter().any(|known| known == text), "{text} in {all:?}");
        }
        assert!(all.iter().all(|text| text.parse::<Shortcut>().is_ok()), "{all:?}");
    }
}
