//! The window.
//!
//! It shows the desk and sends it commands; it changes nothing itself.
//!
//! | piece | file |
//! |---|---|
//! | the window: frames, keys, dialogs | [`app`], [`keys`] |
//! | its parts | [`views`] |
//! | the grid of rows | [`grid`], [`rows`], [`links`] |
//! | colours, egui's style | [`theme`] |
//! | fonts and the roles of text | [`fonts`] |
//! | the texts of releases, shown and edited in any script | [`text`] |
//! | marks in them: differences, terms | [`diff_text`] |
//! | states, signs, things: all painted | [`shapes`] |
//! | controls | [`widgets`] |
//! | the system's file dialogs, beside the window | [`file_dialogs`] |
//! | the window's icon, and what one that cannot open says | [`icon`], [`startup`] |

pub mod app;
pub mod chips;
pub mod diff_text;
pub mod file_dialogs;
pub mod fonts;
pub mod grid;
pub mod icon;
pub mod keys;
pub mod links;
pub mod opener;
pub mod rows;
pub mod shapes;
pub mod startup;
pub mod text;
pub mod theme;
pub mod views;
pub mod widgets;

#[cfg(test)]
mod testing;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::{Disk, Home};
use crate::texts;
use crate::workbench::Env;
use crate::workbench::desk::Desk;

/// The window's size when it opens first, and its least size, in points.
const SIZE: [f32; 2] = [1440.0, 900.0];
const LEAST_SIZE: [f32; 2] = [900.0, 600.0];

/// Gives a context our fonts and styles. Once, before the first frame.
pub fn install(ctx: &egui::Context, contrast: theme::Contrast, still: bool) {
    fonts::install(ctx);
    theme::install(ctx, contrast, still);
}

/// Opens the window, on a project, memory or folder if there is one, and stays until
/// it is closed.
///
/// # Errors
/// Why no window could be opened, and what to do about it.
pub fn run(open: Option<PathBuf>, author: &str) -> Result<(), startup::Trouble> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Diptych")
        .with_app_id("diptych")
        .with_inner_size(SIZE)
        .with_min_inner_size(LEAST_SIZE)
        .with_icon(icon::data());
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let author = author.to_owned();
    startup::guard(move || {
        eframe::run_native(
            "Diptych",
            options,
            Box::new(move |creation| {
                let desk = desk(&creation.egui_ctx, &author, open.as_deref())?;
                text::install(&creation.egui_ctx, true);
                Ok(Box::new(app::App::new(&creation.egui_ctx, desk)))
            }),
        )
    })
}

/// The desk of a real window: the disk, the system's clock, the person's home.
fn desk(
    ctx: &egui::Context,
    author: &str,
    open: Option<&Path>,
) -> Result<Desk, crate::store::StoreError> {
    let home = Home::find()?;
    let first_time = !home.has_settings(&Disk);
    let wake = {
        let ctx = ctx.clone();
        move || ctx.request_repaint()
    };
    for (tag, source) in home.own_texts(&Disk) {
        texts::add(&tag, &source);
    }
    app::speak(&home.settings(&Disk).0);
    let mut desk = Desk::new(Arc::new(Disk), home, wake, Env::system);
    desk.look_for_dictionaries_in(crate::store::dictionary::system_folders());
    if desk.settings.author.is_empty() {
        author.clone_into(&mut desk.settings.author);
    }
    match open {
        Some(path) => desk.open(path),
        None if first_time => {
            desk.open_sample();
            desk.save_settings();
        }
        None => desk.list_recent(),
    }
    Ok(desk)
}
