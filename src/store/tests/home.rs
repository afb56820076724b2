//! The home and its settings.

use std::path::{Path, PathBuf};

use super::Folder;
use crate::model::{MemoryId, MemoryUse, MemoryUses, Role, RoleRule, TermUses, TermbaseId};
use crate::store::testing::{FailingFiles, Fault, MemoryFiles};
use crate::store::{
    ColumnFont, Disk, Docked, Files, Home, PanelPlace, PreviewPlace, Propagation, Settings,
    ThemeChoice,
};

fn home() -> Home {
    Home::at(PathBuf::from("/home"))
}

#[test]
fn settings_are_the_usual_ones_at_first_and_are_read_back() {
    let files = MemoryFiles::new();
    let (settings, problem) = home().settings(&files);
    assert_eq!((&settings, problem), (&Settings::default(), None));
    assert_eq!((settings.draft_on_entry, settings.draft_from, settings.show_from), (true, 75, 50));
    let mut memory_uses = MemoryUses::default();
    let memory = MemoryId::from_bits(0x5eed);
    memory_uses.set(MemoryUse { penalty: 4, is_read_only: true, ..MemoryUse::new(memory) });
    let base = TermbaseId::from_bits(0x7e);
    let term_uses = TermUses { unused: vec![base], takes_new: Some(base) };
    let changed = Settings {
        memory_uses,
        termbases: vec![PathBuf::from("/été/noms.terms.ron")],
        term_uses,
        propagation: Propagation::Drafts,
        analysis_weights: [("95-99".to_owned(), 33)].into(),
        author: "m. o'neil \"x\"\n".to_owned(),
        theme: ThemeChoice::Dark,
        high_contrast: true,
        zoom_percent: 130,
        source_font: ColumnFont { family: "Été Sans".to_owned(), percent: 130 },
        target_font: ColumnFont { family: String::new(), percent: 90 },
        panel: PanelPlace::Floating,
        hide_panel: true,
        preview: PreviewPlace::Beside,
        panel_rect: Some([-4, 8, 300, 420]),
        docked: Docked::Precedent,
        recent: vec![PathBuf::from("/été/a.project.ron")],
        memories: vec![PathBuf::from("C:\\b.memory.ron")],
        draft_on_entry: false,
        draft_from: 90,
        show_from: 60,
        complete_words: false,
        language: Some("fr".to_owned()),
        check_spelling: false,
        dictionaries: [("en".to_owned(), "/été/en_GB.dic".to_owned())].into(),
        autosave_mins: 7,
        role_rules: vec![RoleRule {
            house: "0-0-0-0".to_owned(),
            line: "views: 0".to_owned(),
            role: Role::Chrome,
        }],
        exceptions: ["fr: no segment ends after \"Sté.\"".parse().expect("an exception")]
            .into_iter()
            .collect(),
        segmentation_rules: Some(PathBuf::from("/été/rules.srx")),
        keymap: "OmegaT".to_owned(),
        keys: [("save".to_owned(), vec!["F7".to_owned()])].into(),
    };
    home().save_settings(&files, &changed).expect("saved");
    assert_eq!(home().settings(&files), (changed, None));
    let text = files.read(Path::new("/home/settings.ron")).expect("there");
    assert!(text.starts_with(b"(format: 1,\n"), "{}", String::from_utf8_lossy(&text));
}

#[test]
fn settings_of_older_and_newer_versions_are_read() {
    let files = MemoryFiles::new();
    let check = |text: &str, author: &str, show_from: u8| {
        files.put("/home/settings.ron", text);
        let (settings, problem) = home().settings(&files);
        assert_eq!(
            (settings.author.as_str(), settings.show_from, problem),
            (author, show_from, None)
        );
    };
    check("(author: \"Ada\")", "Ada", 50);
    check("\u{feff}(format: 7,\nmood: Good([1]), show_from: 60)", "", 60);
    check("()", "", 50);
    // A role of a newer version drops its rule alone.
    let rules = "[(house:\"a\",line:\"b\",role:\"oracle\"),(house:\"a\",line:\"c\",role:\"date\")]";
    check(&format!("(author:\"Ada\",role_rules:{rules})"), "Ada", 50);
    let (settings, _) = home().settings(&files);
    let kept: Vec<&str> = settings.role_rules.iter().map(|rule| rule.line.as_str()).collect();
    assert_eq!(kept, ["c"]);
}

#[test]
fn broken_settings_are_set_aside_and_told_once() {
    let files = MemoryFiles::new();
    for broken in ["", "(author: Ada)", "\u{0}\u{1}", "(show_from: 1000)"] {
        files.put("/home/settings.ron", broken);
        let (settings, problem) = home().settings(&files);
        assert_eq!(settings, Settings::default(), "{broken:?}");
        let problem = problem.unwrap_or_else(|| panic!("{broken:?} is told"));
        assert!(problem.contains("/home/settings.broken.ron"), "{problem}");
        let aside = files.read(Path::new("/home/settings.broken.ron")).expect("kept");
        assert_eq!(aside, broken.as_bytes());
        assert_eq!(home().settings(&files), (Settings::default(), None));
    }
}

#[test]
fn settings_that_cannot_be_read_are_told_and_stay() {
    let files = FailingFiles::in_memory();
    home().save_settings(&files, &Settings::default()).expect("saved");
    files.fail_at(0, Fault::NoPermission);
    let (settings, problem) = home().settings(&files);
    assert_eq!(settings, Settings::default());
    assert!(problem.expect("told").contains("no permission"));
    assert!(home().save_settings(&files, &settings).is_err());
    files.heal();
    assert_eq!(home().settings(&files).1, None);
}

#[test]
fn recent_files_are_the_latest_first_and_twelve() {
    let mut settings = Settings::default();
    for number in (0..20).chain([15]) {
        settings.remember(Path::new(&format!("/{number}")));
    }
    let expected: Vec<PathBuf> = [15, 19, 18, 17, 16, 14, 13, 12, 11, 10, 9, 8]
        .map(|n| PathBuf::from(format!("/{n}")))
        .into();
    assert_eq!(settings.recent, expected);
    settings.remember(Path::new("here"));
    assert!(settings.recent[0].is_absolute());
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_does_not_keep_settings_from_being_saved() {
    use std::os::unix::ffi::OsStrExt;
    let odd = PathBuf::from(std::ffi::OsStr::from_bytes(b"/\xff"));
    let settings = Settings { recent: vec![odd, "/a".into()], ..Settings::default() };
    let files = MemoryFiles::new();
    home().save_settings(&files, &settings).expect("saved");
    assert_eq!(home().settings(&files).0.recent, [PathBuf::from("/a")]);
}

#[cfg(unix)]
#[test]
fn the_home_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let home = Home::at(folder.path("new/home"));
    home.save_settings(&Disk, &Settings::default()).expect("saved");
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(home.folder()), 0o700);
    assert_eq!(mode(&home.folder().join("settings.ron")), 0o600);
}

#[test]
fn working_memories_are_listed() {
    let files = MemoryFiles::new();
    assert!(home().working_memories(&files).is_empty());
    for name in ["b.fr-en.memory.ron", "a.memory.ron", "c.txt", "d.memory.ron/e"] {
        files.put(home().memories().join(name), "");
    }
    let expected = ["a.memory.ron", "b.fr-en.memory.ron"].map(|name| home().memories().join(name));
    assert_eq!(home().working_memories(&files), expected);
}

#[test]
fn a_choice_of_theme_goes_round() {
    let mut choice = ThemeChoice::System;
    let mut names = Vec::new();
    for _ in 0..4 {
        names.push(choice.name());
        choice = choice.next();
    }
    assert_eq!(names, ["System", "Light", "Dark", "System"]);
}
