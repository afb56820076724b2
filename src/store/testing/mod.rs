//! Disks for tests: one in memory, and one that fails when it is told to.
//!
//! Not for the program; it is here so that the tests of every layer, and those in
//! `tests/`, have the same.

mod failing;
mod in_memory;

pub use failing::{FailingFiles, Fault};
pub use in_memory::MemoryFiles;
