//! The whole window in a test: a home of its own, a clock that stands still, ids that
//! come again, paths typed instead of chosen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use diptych::model::{
    Bead, MemoryFile, Revision, SeededIds, State, Timestamp, Unit, UnitStatus, View,
};
use diptych::store::{Disk, Home};
use diptych::ui::app::App;
use diptych::workbench::desk::Desk;
use diptych::workbench::{Env, Session};
use egui::{Key, Modifiers, Theme, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::soft_renderer::SoftRenderer;

/// The design's own window.
pub const FULL: Vec2 = vec2(1440.0, 900.0);
/// The least window the design speaks of.
pub const SMALL: Vec2 = vec2(1024.0, 700.0);

/// A window and the folder it lives in, which goes with it.
pub struct Window {
    /// The window.
    pub harness: Harness<'static, App>,
    /// Its home and whatever a test writes.
    pub folder: tempfile::TempDir,
}

/// A desk whose home is in a folder.
pub fn desk_in(folder: &Path) -> Desk {
    let mut seed = 0;
    let new_env = move |author: &str| {
        seed += 1;
        let now = "2026-03-12T17:22:00Z".parse().expect("a time");
        Env::fixed(now, seed, author)
    };
    let mut desk = Desk::new(Arc::new(Disk), Home::at(folder.join("home")), || {}, new_env);
    "Anna".clone_into(&mut desk.settings.author);
    desk
}

impl Window {
    /// A window on the list of releases.
    pub fn start(size: Vec2, theme: Theme) -> Self {
        Self::start_in(tempfile::tempdir().expect("a folder"), size, theme)
    }

    /// The same in a folder where another window has been.
    pub fn start_in(folder: tempfile::TempDir, size: Vec2, theme: Theme) -> Self {
        let desk = desk_in(folder.path());
        Self::at(desk, folder, size, theme)
    }

    /// A window at this desk, whose files are in the folder.
    pub fn at(desk: Desk, folder: tempfile::TempDir, size: Vec2, theme: Theme) -> Self {
        let harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_max_steps(24)
            .renderer(SoftRenderer::default())
            .build_eframe(move |cc| {
                let app = App::new(&cc.egui_ctx, desk).without_system_dialogs();
                cc.egui_ctx.set_theme(theme);
                app
            });
        let mut window = Self { harness, folder };
        window.settle();
        window
    }

    /// The window dies as in a crash: nothing is closed, and the folder is what is left.
    pub fn abandon(self) -> tempfile::TempDir {
        // Dropping the desk writes what was handed to the journal, and nothing else.
        drop(self.harness);
        self.folder
    }

    /// Opens a memory of these pairs, from French into English.
    pub fn memory(&mut self, pairs: &[(&str, &str)]) {
        let mut ids = SeededIds::new(40);
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut file = MemoryFile::new("statements", fr, en, &mut ids);
        for (source, target) in pairs {
            let unit = Unit::plain(source, target, UnitStatus::Published);
            file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
        }
        let path = self.path("statements.fr-en.memory.ron");
        diptych::store::memory::save(&Disk, &path, &file).expect("written");
        self.harness.state_mut().desk_mut().open(&path);
        self.settle();
    }

    /// The window is closed as one does: the folder is what is left.
    pub fn close(mut self) -> tempfile::TempDir {
        self.harness.state_mut().desk_mut().close();
        self.abandon()
    }

    /// A window on the aligned sample.
    pub fn sample(size: Vec2, theme: Theme) -> Self {
        let mut window = Self::start(size, theme);
        window.harness.state_mut().desk_mut().open_sample();
        window.settle();
        window
    }

    /// A window on the later statement of the sample, to be translated into English.
    pub fn later(size: Vec2, theme: Theme) -> Self {
        let mut window = Self::start(size, theme);
        window.paste(diptych::workbench::sample::LATER);
        window.press(Modifiers::COMMAND, Key::Enter);
        window
    }

    /// A window on a release of two open rows, saved as `accord.project.ron`.
    pub fn saved(theme: Theme) -> Self {
        let mut window = Self::start(FULL, theme);
        window.paste("Nous avons signé un accord.\n\nIl entre en vigueur demain.\n");
        window.press(Modifiers::COMMAND, Key::Enter);
        window.press(Modifiers::COMMAND, Key::S);
        let path = window.path("accord.project.ron");
        window.press(Modifiers::COMMAND, Key::A);
        window.type_into("Path", &path.display().to_string());
        window.press(Modifiers::NONE, Key::Enter);
        assert!(path.exists(), "the release is saved");
        window
    }

    /// Runs a command from the palette, by words of its name.
    pub fn command(&mut self, words: &str) {
        self.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        self.type_into("Find a command", words);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Waits for jobs and draws until nothing changes.
    pub fn settle(&mut self) {
        self.harness.run();
        for _ in 0..4 {
            self.harness.state_mut().desk_mut().settle();
            self.harness.run();
        }
    }

    /// Presses a key.
    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.harness.event(egui::Event::Paste(text.to_owned()));
        self.settle();
    }

    /// Clicks what has this name.
    pub fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.settle();
    }

    /// Types into the field that has this name.
    pub fn type_into(&mut self, name: &str, text: &str) {
        self.harness.get_by_label(name).type_text(text);
        self.settle();
    }

    /// Whether something with this name is shown.
    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label_contains(name).next().is_some()
    }

    /// The open release.
    pub fn session(&self) -> &Session {
        self.harness.state().desk().session.as_ref().expect("a release is open")
    }

    /// The release as it is written to disk.
    pub fn bytes(&self) -> String {
        diptych::formats::project_ron::write(self.session().project())
    }

    /// A path in the test's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The view that is shown.
    pub fn view(&self) -> View {
        self.session().view()
    }

    /// The state of a row.
    pub fn state(&self, row: usize) -> Option<State> {
        self.session().beads().get(row).and_then(|bead| bead.state().cloned())
    }

    /// The target of a row.
    pub fn target(&self, row: usize) -> String {
        self.session().beads().get(row).map(Bead::target_text).unwrap_or_default()
    }
}
