//! The four tables of colours.
//!
//! The values are opaque sRGB. High contrast puts everything on one ground, and
//! writes and draws in one ink; the three meanings (settled, look, wrong) keep a
//! hue of 7:1 and always come with a shape or a word.

use egui::Color32;

use super::Tokens;

/// Ink on paper.
pub const LIGHT: Tokens = Tokens {
    sheet: rgb([0xFF, 0xFF, 0xFF]),
    hinge: rgb([0xF6, 0xF7, 0xF9]),
    chrome: rgb([0xF1, 0xF3, 0xF5]),
    sunk: rgb([0xE8, 0xEB, 0xEE]),
    line: rgb([0xE4, 0xE7, 0xEB]),
    line2: rgb([0xC6, 0xCC, 0xD3]),
    shape: rgb([0x7A, 0x84, 0x91]),
    ink: rgb([0x19, 0x1D, 0x23]),
    ink2: rgb([0x43, 0x4B, 0x55]),
    ink3: rgb([0x5F, 0x67, 0x72]),
    accent: rgb([0x24, 0x50, 0xA4]),
    on_accent: rgb([0xFF, 0xFF, 0xFF]),
    tint: rgb([0xEA, 0xF0, 0xFB]),
    tint2: rgb([0xDC, 0xE6, 0xF8]),
    green: rgb([0x1C, 0x6B, 0x40]),
    amber: rgb([0x87, 0x52, 0x00]),
    red: rgb([0xB3, 0x26, 0x1E]),
    green_tint: rgb([0xE5, 0xF2, 0xEA]),
    amber_tint: rgb([0xFA, 0xF0, 0xDC]),
    red_tint: rgb([0xFB, 0xE9, 0xE7]),
    ins: rgb([0x1D, 0x47, 0x96]),
    ins_back: rgb([0xE1, 0xEA, 0xFA]),
    del: rgb([0x5A, 0x62, 0x6D]),
    del_back: rgb([0xEC, 0xEE, 0xF1]),
    scrim: veil([0x14, 0x18, 0x1E], 38),
    stroke_scale: 1.0,
    high_contrast: false,
    dark: false,
};

/// For the evening.
pub const DARK: Tokens = Tokens {
    sheet: rgb([0x1B, 0x1F, 0x24]),
    hinge: rgb([0x17, 0x1A, 0x1F]),
    chrome: rgb([0x14, 0x17, 0x1B]),
    sunk: rgb([0x26, 0x2B, 0x32]),
    line: rgb([0x2A, 0x2F, 0x36]),
    line2: rgb([0x41, 0x49, 0x53]),
    shape: rgb([0x75, 0x7F, 0x8B]),
    ink: rgb([0xE3, 0xE6, 0xEA]),
    ink2: rgb([0xB6, 0xBD, 0xC6]),
    ink3: rgb([0x98, 0xA1, 0xAC]),
    accent: rgb([0x8F, 0xB4, 0xFB]),
    on_accent: rgb([0x10, 0x21, 0x3F]),
    tint: rgb([0x20, 0x2B, 0x3F]),
    tint2: rgb([0x2A, 0x3A, 0x56]),
    green: rgb([0x6F, 0xC7, 0x95]),
    amber: rgb([0xE2, 0xB1, 0x5A]),
    red: rgb([0xF4, 0x8F, 0x86]),
    green_tint: rgb([0x1D, 0x32, 0x28]),
    amber_tint: rgb([0x36, 0x2C, 0x1A]),
    red_tint: rgb([0x3B, 0x24, 0x23]),
    ins: rgb([0xA3, 0xC2, 0xFC]),
    ins_back: rgb([0x24, 0x33, 0x50]),
    del: rgb([0x9B, 0xA4, 0xAF]),
    del_back: rgb([0x27, 0x2C, 0x33]),
    scrim: veil([0x06, 0x08, 0x0A], 55),
    stroke_scale: 1.0,
    high_contrast: false,
    dark: true,
};

/// Black on white.
pub const HIGH_LIGHT: Tokens = high(&Inks {
    ground: rgb([0xFF, 0xFF, 0xFF]),
    ink: rgb([0x00, 0x00, 0x00]),
    accent: rgb([0x0B, 0x3A, 0x91]),
    chosen: rgb([0xDC, 0xE6, 0xF8]),
    sunk: rgb([0xE8, 0xEB, 0xEE]),
    green: rgb([0x0E, 0x5A, 0x32]),
    amber: rgb([0x6B, 0x40, 0x00]),
    red: rgb([0x9B, 0x15, 0x10]),
    scrim: veil([0x14, 0x18, 0x1E], 38),
    dark: false,
});

/// White on black.
pub const HIGH_DARK: Tokens = high(&Inks {
    ground: rgb([0x00, 0x00, 0x00]),
    ink: rgb([0xFF, 0xFF, 0xFF]),
    accent: rgb([0xB8, 0xD0, 0xFF]),
    chosen: rgb([0x2A, 0x3A, 0x56]),
    sunk: rgb([0x26, 0x2B, 0x32]),
    green: rgb([0x8F, 0xE3, 0xB0]),
    amber: rgb([0xFF, 0xCF, 0x7A]),
    red: rgb([0xFF, 0xB1, 0xAA]),
    scrim: veil([0x06, 0x08, 0x0A], 55),
    dark: true,
});

/// What distinguishes the two tables of high contrast.
struct Inks {
    ground: Color32,
    ink: Color32,
    accent: Color32,
    chosen: Color32,
    sunk: Color32,
    green: Color32,
    amber: Color32,
    red: Color32,
    scrim: Color32,
    dark: bool,
}

const fn high(inks: &Inks) -> Tokens {
    Tokens {
        sheet: inks.ground,
        hinge: inks.ground,
        chrome: inks.ground,
        sunk: inks.sunk,
        line: inks.ink,
        line2: inks.ink,
        shape: inks.ink,
        ink: inks.ink,
        ink2: inks.ink,
        ink3: inks.ink,
        accent: inks.accent,
        on_accent: inks.ground,
        tint: inks.ground,
        tint2: inks.chosen,
        green: inks.green,
        amber: inks.amber,
        red: inks.red,
        green_tint: inks.ground,
        amber_tint: inks.ground,
        red_tint: inks.ground,
        ins: inks.accent,
        ins_back: inks.ground,
        del: inks.ink,
        del_back: inks.ground,
        scrim: inks.scrim,
        stroke_scale: 1.5,
        high_contrast: true,
        dark: inks.dark,
    }
}

/// An opaque colour from its red, green and blue.
#[expect(clippy::disallowed_methods, reason = "this is where the colours come from")]
const fn rgb([red, green, blue]: [u8; 3]) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// A colour laid over others, in per cent of cover; mixed as egui mixes (premultiplied).
const fn veil([red, green, blue]: [u8; 3], percent: u8) -> Color32 {
    let [red, green, blue] = [part(red, percent), part(green, percent), part(blue, percent)];
    Color32::from_rgba_premultiplied(red, green, blue, part(255, percent))
}

/// So many per cent of a value.
const fn part(value: u8, percent: u8) -> u8 {
    let [low, _] = (value as u16 * percent as u16 / 100).to_le_bytes();
    low
}
