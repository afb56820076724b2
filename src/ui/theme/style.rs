//! One table of colours as egui's own style.
//!
//! Our widgets paint themselves; this is for what egui paints: scroll bars,
//! tooltips, menus, the caret, selected text.

use egui::style::{
    ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection, WidgetVisuals, Widgets,
};
use egui::{CornerRadius, Margin, Shadow, Spacing, Stroke, Style, Visuals, vec2};

use super::Tokens;
use crate::ui::fonts;

/// Seconds in which a panel or a toast may fade.
const FADE_SECS: f32 = 0.1;

/// Seconds before a tooltip shows.
const TOOLTIP_DELAY_SECS: f32 = 0.4;

/// The style for a table; `still` for people who want no motion.
pub(super) fn of(tokens: &Tokens, still: bool) -> Style {
    let mut style = Style {
        text_styles: fonts::text_styles(),
        spacing: spacing(),
        visuals: visuals(tokens, still),
        animation_time: if still { 0.0 } else { FADE_SECS },
        scroll_animation: ScrollAnimation::none(),
        ..Style::default()
    };
    style.interaction.tooltip_delay = TOOLTIP_DELAY_SECS;
    style.interaction.selectable_labels = false;
    style
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(8.0, 4.0),
        button_padding: vec2(10.0, 4.0),
        window_margin: Margin::same(16),
        menu_margin: Margin::same(6),
        interact_size: vec2(28.0, 28.0),
        tooltip_width: 360.0,
        scroll: scroll(),
        ..Spacing::default()
    }
}

/// A bar of 6 points beside the text, 10 under the pointer, always there; no fading.
fn scroll() -> ScrollStyle {
    ScrollStyle {
        bar_width: 10.0,
        floating_width: 6.0,
        handle_min_length: 24.0,
        bar_outer_margin: 2.0,
        foreground_color: false,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 1.0,
        active_handle_opacity: 1.0,
        interact_handle_opacity: 1.0,
        fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
        ..ScrollStyle::floating()
    }
}

fn visuals(tokens: &Tokens, still: bool) -> Visuals {
    let base = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    let mut visuals = Visuals {
        weak_text_color: Some(tokens.ink3),
        widgets: widgets(tokens),
        selection: Selection { bg_fill: tokens.tint2, stroke: Stroke::new(1.0, tokens.ink) },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.hinge,
        extreme_bg_color: tokens.sheet,
        text_edit_bg_color: Some(tokens.sheet),
        code_bg_color: tokens.sunk,
        warn_fg_color: tokens.amber,
        error_fg_color: tokens.red,
        panel_fill: tokens.chrome,
        window_fill: tokens.chrome,
        window_stroke: tokens.stroke(1.0, tokens.shape),
        window_corner_radius: CornerRadius::same(6),
        menu_corner_radius: CornerRadius::same(6),
        window_shadow: Shadow::NONE,
        popup_shadow: Shadow::NONE,
        striped: false,
        ..base
    };
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.accent);
    visuals.text_cursor.blink = !still;
    visuals.ime_composition.active_underline_stroke = Stroke::new(2.0, tokens.accent);
    visuals.ime_composition.inactive_underline_stroke = Stroke::new(2.0, tokens.shape);
    visuals
}

fn widgets(tokens: &Tokens) -> Widgets {
    let resting = WidgetVisuals {
        bg_fill: tokens.chrome,
        weak_bg_fill: tokens.chrome,
        bg_stroke: tokens.stroke(1.0, tokens.line2),
        corner_radius: CornerRadius::same(4),
        fg_stroke: tokens.stroke(1.0, tokens.ink),
        expansion: 0.0,
    };
    let inactive = WidgetVisuals { bg_fill: tokens.line2, weak_bg_fill: tokens.sheet, ..resting };
    let hovered = WidgetVisuals {
        bg_fill: tokens.shape,
        bg_stroke: tokens.stroke(1.0, tokens.shape),
        ..inactive
    };
    let active = WidgetVisuals { weak_bg_fill: tokens.tint2, bg_stroke: tokens.focus(), ..hovered };
    let open = WidgetVisuals { weak_bg_fill: tokens.tint2, ..hovered };
    Widgets { noninteractive: resting, inactive, hovered, active, open }
}
