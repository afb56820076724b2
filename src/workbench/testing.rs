//! Releases for tests.

use super::env::Env;
use super::intake;
use super::library::Library;
use super::session::Session;
use crate::model::Timestamp;
use crate::store::testing::MemoryFiles;

/// A release of a French text that is to be translated into English, a line a sentence or
/// cut by the rules.
pub(super) fn release(text: &str, segmented: bool) -> Session {
    let now: Timestamp = "2026-03-12T17:22:00Z".parse().expect("a time");
    let mut env = Env::fixed(now, 5, "Anna");
    let reading = intake::Reading {
        name: "text".to_owned(),
        lang: "fr".parse().ok(),
        segmented,
        ..intake::Reading::default()
    };
    let document = intake::document(text, &reading, &mut env);
    let project = intake::from_one(document, "en".parse().expect("a language"), &mut env);
    Session::new(project, None, env)
}

/// A library without a memory.
pub(super) fn library() -> Library {
    Library::new(std::sync::Arc::new(MemoryFiles::new()), std::path::PathBuf::from("/home"))
}
