//! The contrast of every pair of colours that meet, by WCAG 2.1's formula.

use super::*;

/// The relative luminance of an opaque sRGB colour (WCAG 2.1, "relative luminance").
fn luminance(color: Color32) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
}

fn ratio(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The lowest ratio of a colour on the grounds rows and panels have.
fn lowest(color: Color32, t: &Tokens) -> f64 {
    let grounds = [t.sheet, t.hinge, t.chrome, t.tint];
    grounds.map(|ground| ratio(color, ground)).into_iter().fold(f64::INFINITY, f64::min)
}

/// Every pair that meets on screen: name, ratio, the least it may be.
fn pairs(t: &Tokens) -> Vec<(&'static str, f64, f64)> {
    const TEXT: f64 = 4.5;
    const SHAPE: f64 = 3.0;
    vec![
        ("ink", lowest(t.ink, t), TEXT),
        ("ink2", lowest(t.ink2, t), TEXT),
        ("ink3", lowest(t.ink3, t), TEXT),
        ("accent", lowest(t.accent, t), TEXT),
        ("green", lowest(t.green, t), TEXT),
        ("amber", lowest(t.amber, t), TEXT),
        ("red", lowest(t.red, t), TEXT),
        ("shape", lowest(t.shape, t), SHAPE),
        ("on_accent", ratio(t.on_accent, t.accent), TEXT),
        ("ink on tint2", ratio(t.ink, t.tint2), TEXT),
        ("ink2 on tint2", ratio(t.ink2, t.tint2), TEXT),
        ("accent on tint2", ratio(t.accent, t.tint2), TEXT),
        ("green on its tint", ratio(t.green, t.green_tint), TEXT),
        ("amber on its tint", ratio(t.amber, t.amber_tint), TEXT),
        ("red on its tint", ratio(t.red, t.red_tint), TEXT),
        ("ink on green's tint", ratio(t.ink, t.green_tint), TEXT),
        ("ink on amber's tint", ratio(t.ink, t.amber_tint), TEXT),
        ("ink on red's tint", ratio(t.ink, t.red_tint), TEXT),
        ("inserted", ratio(t.ins, t.ins_back), TEXT),
        ("deleted", ratio(t.del, t.del_back), TEXT),
        ("progress", ratio(t.ink2, t.sunk), SHAPE),
        ("progress done", ratio(t.green, t.sunk), SHAPE),
    ]
}

/// The names of the pairs that are too faint.
fn faint(t: &Tokens, at_least: impl Fn(f64) -> f64) -> Vec<String> {
    let short = |(name, ratio, least): (&str, f64, f64)| {
        (ratio < at_least(least)).then(|| format!("{name} {ratio:.2}"))
    };
    pairs(t).into_iter().filter_map(short).collect()
}

#[test]
fn every_pair_is_readable() {
    for (name, table) in [("light", &LIGHT), ("dark", &DARK)] {
        assert_eq!(faint(table, |least| least), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn high_contrast_is_seven_to_one() {
    for (name, table) in [("light", &HIGH_LIGHT), ("dark", &HIGH_DARK)] {
        assert_eq!(faint(table, |least| if least > 4.0 { 7.0 } else { least }), [""; 0], "{name}");
        assert!(table.stroke_scale > LIGHT.stroke_scale);
    }
}

/// The check itself can fail.
#[test]
fn a_faint_colour_is_found() {
    let planted = Tokens { ink3: LIGHT.shape, ..LIGHT };
    assert_eq!(faint(&planted, |least| least).len(), 1);
}

/// The ratios the design promises, to two decimals: light, dark.
#[test]
fn the_table_keeps_its_promises() {
    let promised = [
        ("shape", 3.32, 3.49),
        ("ink", 14.79, 11.34),
        ("ink2", 7.72, 7.50),
        ("ink3", 5.00, 5.43),
        ("accent", 6.65, 6.82),
        ("on_accent", 7.61, 7.69),
        ("green", 5.69, 6.95),
        ("amber", 5.67, 7.22),
        ("red", 5.71, 6.17),
        ("inserted", 7.25, 7.02),
        ("deleted", 5.31, 5.57),
    ];
    let found = |table: &Tokens, name: &str| {
        pairs(table).into_iter().find(|pair| pair.0 == name).map_or(0.0, |pair| pair.1)
    };
    for (name, light, dark) in promised {
        for (table, promise) in [(&LIGHT, light), (&DARK, dark)] {
            let found = found(table, name);
            assert!((found - promise).abs() < 0.006, "{name}: {found:.3}, promised {promise}");
        }
    }
}

#[test]
fn a_percentage_has_the_colour_of_its_band() {
    for (score, color) in [
        (101, LIGHT.green),
        (100, LIGHT.green),
        (99, LIGHT.amber),
        (75, LIGHT.amber),
        (74, LIGHT.ink3),
    ] {
        assert_eq!(LIGHT.percentage(score), color, "{score}");
    }
}

#[test]
fn the_table_in_use_follows_theme_and_contrast() {
    let ctx = Context::default();
    crate::ui::fonts::install(&ctx);
    for (contrast, light, dark) in
        [(Contrast::Normal, &LIGHT, &DARK), (Contrast::High, &HIGH_LIGHT, &HIGH_DARK)]
    {
        install(&ctx, contrast, false);
        ctx.set_theme(Theme::Light);
        assert_eq!(tokens(&ctx), light);
        ctx.set_theme(Theme::Dark);
        assert_eq!(tokens(&ctx), dark);
        assert_eq!(ctx.style_of(Theme::Dark).visuals.panel_fill, dark.chrome);
    }
}
