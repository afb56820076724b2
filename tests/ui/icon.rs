//! The icon file is what the code paints.

use std::path::Path;

use image::RgbaImage;

/// `DIPTYCH_BLESS=1` writes the file anew.
#[test]
fn the_icon_file_is_what_the_code_paints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icon.png");
    let painted =
        RgbaImage::from_raw(256, 256, diptych::ui::icon::rgba(256)).expect("256 by 256 pixels");
    if std::env::var_os("DIPTYCH_BLESS").is_some() {
        painted.save(&path).expect("the icon is written");
    }
    let file = image::open(&path).expect("the icon is read").into_rgba8();
    let most = painted.iter().zip(file.iter()).map(|(painted, file)| painted.abs_diff(*file)).max();
    // Square roots may differ in the last bit between machines.
    assert!(most <= Some(1), "assets/icon.png differs: run this test with DIPTYCH_BLESS=1");
}
