//! What a person taught about the pages of a house: "this line is page chrome".

use super::Role;

/// A role that lines of a house's pages have because somebody said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRule {
    /// The house: the form of its documents' numbers (`0-0-0-0`), its domain, or its name.
    pub house: String,
    /// The line: small letters, each figure as `0`.
    pub line: String,
    /// The role.
    pub role: Role,
}
