//! Diptych.
fn main() {}
