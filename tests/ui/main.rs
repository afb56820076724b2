//! The window without a window: the user interface driven and photographed headless.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a renderer turns floats into pixels"
)]
#![expect(clippy::disallowed_methods, reason = "tests put files down as others would")]
#![expect(clippy::expect_used, reason = "a test that cannot make its picture has failed")]

mod align;
mod announce;
mod archive;
mod by_key;
mod checking;
mod checks;
mod claimed;
mod concordance;
mod controls;
mod desk;
mod dialogs;
mod docked;
mod editing;
mod editor;
mod embargo;
mod exceptions;
mod filter;
mod find;
mod former;
mod gallery;
mod grid;
mod icon;
mod import_drop;
mod import_memory;
mod keep;
mod keymaps;
mod languages;
mod late;
mod layout;
mod leverage;
mod looks;
mod match_tags;
mod memories;
mod memory_uses;
mod pages;
mod precedents;
mod readme;
mod review;
mod roles;
mod sample_pages;
mod shots;
mod soft_renderer;
mod spelling;
mod steps;
mod stumbles;
mod terms;
mod text_field;
mod text_grid;
mod text_pictures;
mod text_scripts;
mod texts;
mod third;
mod units;
mod wide;
mod work;
