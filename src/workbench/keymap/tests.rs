//! Keymaps: layers, what cannot be read, and that the shipped maps hold.

use super::*;

fn table(lines: &[(&str, &[&str])]) -> KeyTable {
    let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    lines.iter().map(|(id, keys)| ((*id).to_owned(), owned(keys))).collect()
}

fn key(text: &str) -> Shortcut {
    text.parse().expect(text)
}

fn told(own: &[(&str, &[&str])]) -> Vec<String> {
    let (_, problems) = Keymap::of(Base::Diptych, &table(own));
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn no_shipped_map_has_a_conflict_or_anything_that_cannot_be_read() {
    for base in Base::ALL {
        let (map, problems) = Keymap::of(base, &KeyTable::new());
        assert_eq!(problems, [], "{}", base.name());
        for info in COMMANDS {
            for key in map.keys(info.command) {
                let clashes = map.clashes(info.command, *key);
                assert_eq!(clashes, [], "{key} is {} in {}", info.command.name(), base.name());
                assert_eq!(key.refusal(info.scope), None, "{}: {key}", info.command.name());
            }
        }
    }
}

#[test]
fn every_command_is_reached_in_every_shipped_map() {
    for base in Base::ALL {
        let (map, _) = Keymap::of(base, &KeyTable::new());
        assert_eq!(map.keys.len(), COMMANDS.len());
        assert!(!map.keys(Command::Palette).is_empty(), "the palette has all, in {}", base.name());
        for info in COMMANDS {
            // Each key leads to its command where the command makes sense.
            let views = [None, Some(View::Align), Some(View::Translate)];
            for view in views.into_iter().filter(|view| info.scope.fits(*view)) {
                for key in map.keys(info.command) {
                    let meant = map.command(&[*key], view);
                    assert_eq!(meant, Some(info.command), "{key} in {}", base.name());
                }
            }
            assert!(!info.command.name().trim().is_empty(), "the palette finds it by its name");
        }
    }
}

#[test]
fn ids_are_kebab_and_lead_back() {
    assert_eq!(Command::TakeMatch(3).id(), "take-match-3");
    assert_eq!(Command::NewFromTwo.id(), "new-from-two");
    for info in COMMANDS {
        let id = info.command.id();
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        assert_eq!(Command::of_id(&id), Some(info.command), "{id}");
    }
}

#[test]
fn a_layer_takes_its_keys_from_those_below() {
    let (map, problems) = Keymap::of(Base::Diptych, &table(&[("show-start", &["Ctrl+G", "F6"])]));
    assert_eq!(problems, []);
    assert_eq!(map.keys(Command::ShowStart), [key("Ctrl+G"), key("F6")]);
    assert_eq!(map.keys(Command::GoToRow), [], "it has lost its key");
    assert_eq!(map.text(Command::ShowStart), "Ctrl+G");
    assert!(map.is_own(Command::ShowStart) && !map.is_own(Command::GoToRow));
}

#[test]
fn commands_that_never_meet_share_a_key() {
    let (map, problems) = Keymap::of(Base::Diptych, &table(&[("toggle-lock", &["Ctrl+R"])]));
    assert_eq!(problems, []);
    assert_eq!(map.keys(Command::Realign), [key("Ctrl+R")]);
    assert_eq!(map.clashes(Command::ToggleLock, key("Ctrl+R")), []);
    assert_eq!(map.clashes(Command::Save, key("Ctrl+R")), [Command::ToggleLock, Command::Realign]);
    assert_eq!(map.command(&[key("Ctrl+R")], Some(View::Align)), Some(Command::Realign));
    assert_eq!(map.command(&[key("Ctrl+R")], Some(View::Translate)), Some(Command::ToggleLock));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_holds() {
    let check = |own: &[(&str, &[&str])], expected: &str| {
        let told = told(own);
        assert!(told.iter().any(|line| line.contains(expected)), "{told:?}");
    };
    check(&[("dance", &["F6"])], "\"dance\" is no command of this version");
    check(&[("save", &["Ctrl+Ü"])], "save: \"Ctrl+Ü\" is not a key");
    check(&[("save", &["Ctrl+C"])], "save: Ctrl+C is passed over");
    check(&[("save", &["Ctrl+Alt+S"])], "AltGr");
    check(&[("quit", &["F6"]), ("save", &["F6"])], "F6 is both \"Quit\" and \"Save\"");
    let own = table(&[("dance", &["F6"]), ("save", &["F7", "Ctrl+Hm"])]);
    let (map, problems) = Keymap::of(Base::Trados, &own);
    assert_eq!(problems.len(), 2);
    assert_eq!(map.keys(Command::Save), [key("F7")]);
}

#[test]
fn the_palette_always_has_a_key() {
    for own in [table(&[("palette", &[])]), table(&[("save", &["Ctrl+Shift+P"])])] {
        let (map, problems) = Keymap::of(Base::Diptych, &own);
        assert_eq!(map.keys(Command::Palette), [key("Ctrl+Shift+P")]);
        assert_eq!(problems, [KeyProblem::NoPalette(key("Ctrl+Shift+P"))]);
    }
}

#[test]
fn lists_hold_every_command() {
    let (map, _) = Keymap::of(Base::OmegaT, &KeyTable::new());
    let text = list(&map, ListFormat::Markdown);
    let page = list(&map, ListFormat::Html);
    for info in COMMANDS {
        assert!(text.contains(&format!("| {} |", info.command.name())), "{}", info.command.name());
        assert!(
            page.contains(&format!("<td>{}</td>", info.command.name())),
            "{}",
            info.command.name()
        );
    }
    assert!(text.contains("| Confirm and go to next unconfirmed row | Enter, Ctrl+U |"));
}
