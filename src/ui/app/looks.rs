//! How the window looks: theme, contrast, zoom. Each is kept in the settings.

use egui::{Context, ThemePreference};

use super::App;
use crate::store::{Settings, ThemeChoice};
use crate::texts::{said, t};
use crate::ui::fonts;
use crate::ui::theme::{self, Contrast};
use crate::workbench::Command;
use crate::workbench::desk::Tone;

/// One step of the zoom, in per cent; 80 to 250 % can be reached.
const ZOOM_STEP: u16 = 10;
const ZOOM: std::ops::RangeInclusive<u16> = 80..=250;

/// Gives a window the looks that the settings ask for.
pub(super) fn apply(ctx: &Context, settings: &Settings) {
    theme::install(ctx, contrast(settings), false);
    ctx.set_theme(preference(settings.theme));
    fonts::set_columns(ctx, settings);
    ctx.set_zoom_factor(f32::from(allowed(settings.zoom_percent)) / 100.0);
}

impl App {
    /// Carries out a command about looks; whether it was one.
    pub(super) fn change_looks(&mut self, ctx: &Context, command: Command) -> bool {
        let settings = &mut self.desk.settings;
        let told = match command {
            Command::SwitchTheme => {
                settings.theme = settings.theme.next();
                Some(t!("looks-theme", name = said("theme", settings.theme.name())))
            }
            Command::ToggleContrast => {
                settings.high_contrast = !settings.high_contrast;
                let contrast =
                    if settings.high_contrast { t!("looks-high") } else { t!("looks-usual") };
                Some(t!("looks-contrast", contrast = contrast))
            }
            Command::ZoomIn => zoom(settings, settings.zoom_percent.saturating_add(ZOOM_STEP)),
            Command::ZoomOut => zoom(settings, settings.zoom_percent.saturating_sub(ZOOM_STEP)),
            Command::ZoomReset => zoom(settings, 100),
            _ => return false,
        };
        apply(ctx, &self.desk.settings);
        self.desk.save_settings();
        if let Some(text) = told {
            self.desk.tell(Tone::Done, text);
        }
        true
    }
}

/// Sets the zoom. It is seen, so nothing is told.
fn zoom(settings: &mut Settings, percent: u16) -> Option<String> {
    settings.zoom_percent = allowed(percent);
    None
}

fn allowed(percent: u16) -> u16 {
    percent.clamp(*ZOOM.start(), *ZOOM.end())
}

const fn contrast(settings: &Settings) -> Contrast {
    if settings.high_contrast { Contrast::High } else { Contrast::Normal }
}

/// egui's word for a choice of theme.
const fn preference(choice: ThemeChoice) -> ThemePreference {
    match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}
