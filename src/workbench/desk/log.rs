//! What was told, kept with its time when it is no longer on show. Nothing of it is written
//! to a file: messages name files and quote texts.

use std::collections::VecDeque;

use super::Desk;
use super::told::{Logged, Tone};
use crate::model::Timestamp;
use crate::texts::{day_and_clock, t};
use crate::workbench::env::Env;
use jiff::tz::TimeZone;

/// So many messages are kept: several days of a desk that is never closed.
const KEPT: usize = 500;

/// The messages, the latest first, and the clock for those without a release.
#[derive(Default)]
pub(super) struct Log {
    messages: VecDeque<Logged>,
    clock: Option<Env>,
}

impl Desk {
    /// What was told since the program began, the latest first.
    pub fn log(&self) -> impl ExactSizeIterator<Item = &Logged> {
        self.log.messages.iter()
    }

    /// The log as a text, the oldest message first, a line each.
    #[must_use]
    pub fn log_text(&self) -> String {
        let lines = self.log.messages.iter().rev().map(|logged| {
            let at = logged.at.to_zoned_datetime(TimeZone::system());
            let tone = logged.message.tone.name();
            format!("{}\t{tone}\t{}\n", day_and_clock(&at), logged.message.text)
        });
        lines.collect()
    }

    /// The present moment, with or without a release.
    pub(super) fn now(&mut self) -> Timestamp {
        if let Some(session) = &self.session {
            return session.env.now();
        }
        let new_env = &mut self.new_env;
        self.log.clock.get_or_insert_with(|| new_env("")).now()
    }

    /// Takes the messages that are about to be shown into the log.
    pub(super) fn log_messages(&mut self) {
        if self.messages.is_empty() {
            return;
        }
        let at = self.now();
        for message in &self.messages {
            self.log.messages.push_front(Logged { at, message: message.clone() });
        }
        self.log.messages.truncate(KEPT);
    }
}

impl Tone {
    /// The tone in a word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => t!("log-done"),
            Self::Notice => t!("log-notice"),
            Self::Wrong => t!("log-wrong"),
        }
    }
}
