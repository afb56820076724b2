//! What a memory refuses.

use crate::model::{UnitId, UnitStatus};

/// Why nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MemoryError {
    /// The memory's update rule lets nothing in.
    #[error("memory \"{memory}\" is read only: add to another one")]
    ReadOnly {
        /// The memory's name.
        memory: String,
    },
    /// The memory's update rule asks for more.
    #[error(
        "memory \"{memory}\" takes approved and published units only, this one is {}: approve it first",
        .status.name().to_lowercase()
    )]
    NotApproved {
        /// The memory's name.
        memory: String,
        /// The unit's status.
        status: UnitStatus,
    },
    /// A side of the unit has no text.
    #[error("a unit needs a source and a target, the {side} is empty")]
    Empty {
        /// `source` or `target`.
        side: &'static str,
    },
    /// The memory has no such unit, or it is withdrawn.
    #[error("memory \"{memory}\" has no unit {unit}")]
    NoSuchUnit {
        /// The memory's name.
        memory: String,
        /// The unit asked for.
        unit: UnitId,
    },
}
