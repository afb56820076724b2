//! The embargo, by keys and names: set, held, over, sent once, seen by a second session; lifted
//! with a reason; what is kept purged; what a release is, and the list by what is due.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use diptych::formats::memory_ron;
use diptych::model::{
    Clock, Embargo, MemoryFile, ReleaseStatus, SeededIds, State, Timestamp, View,
};
use diptych::store::{Disk, Home};
use diptych::workbench::desk::{Desk, Over};
use diptych::workbench::{Command, Env};
use egui::{Key, Modifiers, Theme, Vec2};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

/// A clock that the test sets, the same for every session.
#[derive(Clone)]
struct Wall(Arc<AtomicI64>);

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).expect("a moment")
    }
}

impl Wall {
    /// The twelfth of March, at this time of the machine's zone.
    fn at(time: &str) -> Self {
        let wall = Self(Arc::default());
        wall.set(time);
        wall
    }

    fn set(&self, time: &str) {
        let time: jiff::civil::DateTime = format!("2026-03-12T{time}").parse().expect("a time");
        let time = jiff::tz::TimeZone::system().to_timestamp(time).expect("a moment");
        self.0.store(time.as_second(), Ordering::SeqCst);
    }
}

/// A window whose clock is the wall's; `seed` gives each its own ids, `author` its person.
fn start(
    folder: tempfile::TempDir,
    home: &str,
    author: &str,
    (wall, seed): (&Wall, u64),
    (size, theme): (Vec2, Theme),
) -> Window {
    let mut seed = seed;
    let clock = wall.clone();
    let new_env = move |author: &str| {
        seed += 1;
        let mut env = Env::fixed(clock.now(), seed, author);
        env.clock = Box::new(clock.clone());
        env
    };
    let home = Home::at(folder.path().join(home));
    let mut desk = Desk::new(Arc::new(Disk), home, || {}, new_env);
    author.clone_into(&mut desk.settings.author);
    Window::at(desk, folder, size, theme)
}

fn first(wall: &Wall, size: Vec2, theme: Theme) -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    start(folder, "home", "Anna", (wall, 0), (size, theme))
}

/// An empty shared memory, open in the window.
fn share(window: &mut Window) -> PathBuf {
    let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
    let file = MemoryFile::new("house", fr, en, &mut SeededIds::new(4000));
    let path = window.path("house.memory.ron");
    std::fs::write(&path, memory_ron::write(&file)).expect("written");
    open(window, &path);
    path
}

fn open(window: &mut Window, path: &std::path::Path) {
    window.harness.state_mut().desk_mut().open(path);
    window.settle();
}

/// A release of two sentences, saved.
fn release(window: &mut Window) -> PathBuf {
    window.paste("Nous avons signé un accord.\n\nIl entre en vigueur demain.\n");
    window.press(CTRL, Key::Enter);
    assert_eq!(window.view(), View::Translate);
    let path = window.path("accord.project.ron");
    window.harness.state_mut().desk_mut().save_to(&path, Over::Always);
    window.settle();
    path
}

/// Sets the embargo by the dialog.
fn set(window: &mut Window, until: &str) {
    window.press(ALT, Key::E);
    window.press(CTRL, Key::A);
    window.type_into("Embargo until", until);
    window.press(NONE, Key::Enter);
}

fn confirm(window: &mut Window, row: usize, target: &str) {
    window.harness.state_mut().desk_mut().enter(row);
    window.settle();
    window.harness.state_mut().desk_mut().type_target(target);
    window.press(CTRL, Key::Enter);
    assert_eq!(window.state(row), Some(State::Translated));
}

#[test]
fn what_is_confirmed_under_embargo_is_held_sent_once_and_seen_by_a_second_session() {
    let wall = Wall::at("17:22");
    let mut window = first(&wall, FULL, Theme::Light);
    let shared = share(&mut window);
    let project = release(&mut window);
    let before = std::fs::read(&shared).expect("read");
    set(&mut window, "18:00");
    assert!(window.shows("Embargo until 12 March, 18:00, 0:38:00 left"));
    confirm(&mut window, 0, "We have signed an agreement.");
    confirm(&mut window, 1, "It enters into force tomorrow.");
    assert_eq!(std::fs::read(&shared).expect("read"), before, "the shared memory is untouched");
    window.harness.state_mut().desk_mut().enter(0);
    window.settle();
    let session = window.session();
    let working = window.harness.state().desk().library.look_up(
        "Nous avons signé un accord.",
        diptych::model::Context::default(),
        75,
        &session.pair().expect("a pair"),
    );
    assert_eq!(working.len(), 1, "the working memory matches at once");
    window.press(ALT | Modifiers::SHIFT, Key::S);
    assert!(window.shows("There is nothing to send"), "not before its time");
    window.press(CTRL, Key::S);

    // The program is closed and started again before the time comes.
    let folder = window.close();
    let mut window = start(folder, "home", "Anna", (&wall, 100), (FULL, Theme::Light));
    open(&mut window, &shared);
    open(&mut window, &project);
    assert!(!window.shows("The embargo is over"));
    wall.set("18:00");
    window.settle();
    assert!(window.shows("The embargo is over: 2 units can go to “house”."));
    window.click("Send 2 units");
    assert!(window.shows("2 units sent to “house”."));
    assert!(!window.shows("The embargo is over: 2"));
    let sent = std::fs::read_to_string(&shared).expect("read");
    assert!(sent.contains("We have signed an agreement."));
    window.press(CTRL, Key::S);

    // Somebody else, with a home of their own, has the shared memory and the release.
    let folder = window.close();
    let mut window = start(folder, "other", "Boris", (&wall, 200), (FULL, Theme::Light));
    open(&mut window, &shared);
    open(&mut window, &project);
    assert!(!window.shows("The embargo is over"), "once");
    let desk = window.harness.state().desk();
    let pair = window.session().pair().expect("a pair");
    let context = diptych::model::Context::default();
    let found = desk.library.look_up("Il entre en vigueur demain.", context, 75, &pair);
    assert_eq!(found.len(), 1, "a second session sees it");
    assert_eq!(std::fs::read_to_string(&shared).expect("read"), sent);
}

#[test]
fn another_member_sends_what_the_first_has_confirmed() {
    let wall = Wall::at("17:22");
    let mut window = first(&wall, FULL, Theme::Light);
    let shared = share(&mut window);
    let project = release(&mut window);
    set(&mut window, "18:00");
    confirm(&mut window, 0, "We have signed an agreement.");
    window.press(CTRL, Key::S);
    let folder = window.close();
    wall.set("18:30");
    let mut window = start(folder, "other", "Boris", (&wall, 200), (FULL, Theme::Light));
    open(&mut window, &shared);
    open(&mut window, &project);
    assert!(window.shows("The embargo is over: 1 unit can go to “house”."));
    window.press(ALT | Modifiers::SHIFT, Key::S);
    assert!(window.shows("1 unit sent to “house”."));
    let folder = window.close();
    // The first one's working memory lets go of it, and nothing is added twice.
    let mut window = start(folder, "home", "Anna", (&wall, 300), (FULL, Theme::Light));
    open(&mut window, &shared);
    open(&mut window, &project);
    window.press(ALT | Modifiers::SHIFT, Key::S);
    let text = std::fs::read_to_string(&shared).expect("read");
    assert_eq!(text.matches("We have signed an agreement.").count(), 1);
}

#[test]
fn lifting_early_needs_a_reason_and_is_undone() {
    let wall = Wall::at("17:22");
    let mut window = first(&wall, FULL, Theme::Light);
    share(&mut window);
    release(&mut window);
    set(&mut window, "18:00");
    confirm(&mut window, 0, "We have signed an agreement.");
    let before = window.bytes();
    window.press(ALT, Key::E);
    window.click("Reason");
    window.type_into("Reason", "Published by the agency");
    window.press(NONE, Key::Enter);
    assert!(window.shows("The embargo is lifted."));
    let lifted = window.session().project().release.lifted.clone().expect("kept");
    assert_eq!(lifted.reason, "Published by the agency");
    assert!(window.shows("The embargo is over: 1 unit"));
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
    assert!(matches!(window.session().embargo(), Embargo::Until(_)));
}

#[test]
fn a_time_that_is_none_a_zone_and_a_clock_set_back_are_told() {
    let wall = Wall::at("17:22");
    let mut window = first(&wall, FULL, Theme::Light);
    release(&mut window);
    window.press(ALT, Key::E);
    window.type_into("Embargo until", "soon");
    assert!(window.shows("That is no time"));
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().project().release.embargo, None);
    window.press(CTRL, Key::A);
    window.type_into("Embargo until", "18:00 Asia/Kathmandu");
    assert!(window.shows("(Asia/Kathmandu), which is"));
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().project().release.embargo_zone, "Asia/Kathmandu");
    wall.set("15:02");
    window.settle();
    assert!(window.shows("This machine’s clock is 140 minutes behind"));
}

#[test]
fn what_is_kept_beside_the_release_is_listed_and_purged() {
    let wall = Wall::at("17:22");
    let mut window = first(&wall, FULL, Theme::Light);
    release(&mut window);
    for target in ["One.", "Two."] {
        confirm(&mut window, 0, target);
        window.press(CTRL, Key::S);
    }
    let traces = window.harness.state().desk().traces();
    assert!(traces.len() >= 2, "{traces:?}");
    window.press(ALT, Key::E);
    window.click("Purge");
    assert!(window.shows("Nothing of this release is kept"));
    assert_eq!(window.harness.state().desk().traces(), []);
    assert!(window.path("accord.project.ron").exists());
}

#[test]
fn status_name_and_time_are_set_and_the_list_goes_by_what_is_due() {
    let wall = Wall::at("17:22");
    let mut window = first(&wall, FULL, Theme::Light);
    releases(&mut window);
    let names: Vec<String> = {
        let desk = window.harness.state().desk();
        desk.releases().iter().map(|release| release.title.clone()).collect()
    };
    assert_eq!(names, ["Le marché", "Le pont", "La gare", "Le musée"]);
    assert!(window.shows("22 min late"));
}

/// A folder of four releases: late, due soon, due tomorrow, without a time.
fn releases(window: &mut Window) {
    let folder = window.path("releases");
    std::fs::create_dir_all(&folder).expect("made");
    for (name, due, status) in [
        ("Le musée", "", 4),
        ("La gare", "13.03.2026 9:00", 2),
        ("Le pont", "18:00", 3),
        ("Le marché", "17:00", 2),
    ] {
        window.press(CTRL, Key::N);
        let text = format!("{name}\n\nLe maire de la commune a ouvert les travaux ce matin.\n");
        window.paste(&text);
        window.press(CTRL, Key::Enter);
        window.press(NONE, Key::F11);
        window.click("Assignee");
        window.type_into("Assignee", "Anna");
        window.click("Due time");
        window.type_into("Due time", due);
        let chosen = ReleaseStatus::ALL[status];
        window.press(NONE, Key::Enter);
        let _ = desk_status(window, chosen);
        let path = folder.join(format!("{}.project.ron", name.replace(' ', "-")));
        let session = window.harness.state_mut().desk_mut().session.as_mut().expect("open");
        session
            .change_release("title", |release| diptych::model::Release {
                title: name.to_owned(),
                ..release.clone()
            })
            .ok();
        window.harness.state_mut().desk_mut().save_to(&path, Over::Always);
        window.settle();
    }
    open(window, &folder);
    window.harness.state_mut().desk_mut().run(Command::ShowStart);
    window.command("show releases");
}

fn desk_status(window: &mut Window, status: ReleaseStatus) -> bool {
    let release = window.session().project().release.clone();
    let due = release.due.map(|due| {
        due.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%d.%m.%Y %H:%M").to_string()
    });
    let desk = window.harness.state_mut().desk_mut();
    desk.set_release_data(status, &release.assignee, &due.unwrap_or_default())
}

#[test]
fn an_embargo_looks_as_it_should() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, of) in [(FULL, "full"), (SMALL, "small")] {
            let wall = Wall::at("17:22:48");
            let mut window = first(&wall, size, theme);
            share(&mut window);
            release(&mut window);
            set(&mut window, "18:00");
            confirm(&mut window, 0, "We have signed an agreement.");
            confirm(&mut window, 1, "It enters into force tomorrow.");
            shoot(&mut window.harness, &format!("embargo-holds-{name}-{of}"));
            window.press(CTRL, Key::S);
            window.press(ALT, Key::E);
            shoot(&mut window.harness, &format!("embargo-dialog-{name}-{of}"));
            window.press(NONE, Key::Escape);
            wall.set("18:00:05");
            window.settle();
            shoot(&mut window.harness, &format!("embargo-over-{name}-{of}"));
            window.press(NONE, Key::F11);
            shoot(&mut window.harness, &format!("release-data-{name}-{of}"));
            let mut window = first(&Wall::at("17:22"), size, theme);
            releases(&mut window);
            shoot(&mut window.harness, &format!("start-due-{name}-{of}"));
        }
    }
}
