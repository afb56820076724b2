//! Keys to commands.
//!
//! The keys stand in `workbench::command`; here they are met with egui's events,
//! before any widget sees them. Digits go by their place on the keyboard where the
//! system tells it, since Ctrl+4 on a French keyboard arrives as an apostrophe.
//! Modifiers must be exactly those of the shortcut: `AltGr` is Ctrl+Alt and types
//! a character.

use egui::{Context, Event, InputState, Modifiers};

use crate::model::View;
use crate::workbench::command::{COMMANDS, Command, Key, Shortcut};

/// Takes the events that are shortcuts in this view out of the input, in order.
pub fn take(ctx: &Context, view: Option<View>) -> Vec<Command> {
    ctx.input_mut(|input| {
        let shift = input.modifiers.shift;
        take_from(&mut input.events, shift, view)
    })
}

/// Some systems send a character with a shortcut (Alt+2 types a 2): it goes as well.
fn take_from(events: &mut Vec<Event>, shift: bool, view: Option<View>) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut taken = false;
    events.retain(|event| {
        if taken && matches!(event, Event::Text(_)) {
            taken = false;
            return false;
        }
        let command = command_of(event, shift, view);
        taken = command.is_some();
        commands.extend(command);
        !taken
    });
    commands
}

/// Takes a plain key out of the input, where no field wants it.
pub fn take_plain(input: &mut InputState, key: egui::Key) -> bool {
    input.consume_key(Modifiers::NONE, key)
}

fn command_of(event: &Event, shift: bool, view: Option<View>) -> Option<Command> {
    match event {
        // The window system's copy key with Shift held: a command of its own.
        Event::Copy if shift => fitting(Command::CopyTargetText, view),
        Event::Key { key, physical_key, pressed: true, modifiers, .. } => COMMANDS
            .iter()
            .filter(|info| info.scope.fits(view))
            .find(|info| info.keys.iter().any(|s| is(s, *key, *physical_key, *modifiers)))
            .map(|info| info.command),
        _ => None,
    }
}

fn fitting(command: Command, view: Option<View>) -> Option<Command> {
    command.info().filter(|info| info.scope.fits(view)).map(|info| info.command)
}

fn is(
    shortcut: &Shortcut,
    key: egui::Key,
    physical: Option<egui::Key>,
    modifiers: Modifiers,
) -> bool {
    let held = shortcut.ctrl == modifiers.command
        && shortcut.alt == modifiers.alt
        && (shortcut.shift == modifiers.shift || shortcut.key == Key::Plus);
    if !held {
        return false;
    }
    match shortcut.key {
        Key::Digit(digit) => digit_key(digit) == Some(physical.unwrap_or(key)),
        Key::Letter(letter) => egui::Key::from_name(letter.encode_utf8(&mut [0; 4])) == Some(key),
        Key::Function(number) => egui::Key::from_name(&format!("F{number}")) == Some(key),
        Key::Enter => key == egui::Key::Enter,
        Key::Insert => key == egui::Key::Insert,
        Key::Delete => key == egui::Key::Delete,
        Key::Space => key == egui::Key::Space,
        Key::Up => key == egui::Key::ArrowUp,
        Key::Down => key == egui::Key::ArrowDown,
        Key::Plus => matches!(key, egui::Key::Plus | egui::Key::Equals),
        Key::Minus => key == egui::Key::Minus,
    }
}

const fn digit_key(digit: u8) -> Option<egui::Key> {
    Some(match digit {
        0 => egui::Key::Num0,
        1 => egui::Key::Num1,
        2 => egui::Key::Num2,
        3 => egui::Key::Num3,
        4 => egui::Key::Num4,
        5 => egui::Key::Num5,
        6 => egui::Key::Num6,
        7 => egui::Key::Num7,
        8 => egui::Key::Num8,
        9 => egui::Key::Num9,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: egui::Key, physical: Option<egui::Key>, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: physical, pressed: true, repeat: false, modifiers }
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
        let mut events = vec![
            Event::Text("a".to_owned()),
            press(egui::Key::Num2, Some(egui::Key::Num2), Modifiers::ALT),
            Event::Text("2".to_owned()),
            Event::Text("b".to_owned()),
        ];
        let commands = take_from(&mut events, false, Some(View::Align));
        assert_eq!(commands, [Command::ShowTranslate]);
        assert_eq!(events, [Event::Text("a".to_owned()), Event::Text("b".to_owned())]);
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
}
