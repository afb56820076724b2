//! The window without a window: the user interface driven and photographed headless.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a renderer turns floats into pixels"
)]
#![expect(clippy::expect_used, reason = "a test that cannot make its picture has failed")]

mod align;
mod controls;
mod desk;
mod filter;
mod find;
mod gallery;
mod grid;
mod icon;
mod keep;
mod readme;
mod roles;
mod shots;
mod soft_renderer;
mod text_field;
mod text_pictures;
mod texts;
mod work;
