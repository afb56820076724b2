//! Tests of the whole: what no single layer can hold by itself.

#![expect(
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at what it cannot read; sources are cut where ASCII was found"
)]

mod archive;
mod bad_input;
mod bad_memories;
mod cli;
mod cli_checks;
mod cli_memory;
mod cli_review;
mod keys;
mod killed;
mod leverage;
mod pages;
mod real_documents;
mod real_files;
mod real_rows;
mod texts;
mod tidy;
mod twice;
