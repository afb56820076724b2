//! Which checks are on, and how bad what each finds is.

use std::collections::BTreeMap;

use super::{CHECKS, Check, CheckId, Severity};
use crate::model::{Checks, Grade};

/// The checks that are on, each with how bad what it finds is, at worst.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switches(BTreeMap<CheckId, Severity>);

impl Default for Switches {
    /// As the table has them.
    fn default() -> Self {
        let on = CHECKS.iter().filter(|check| check.on);
        Self(on.map(|check| (check.id, check.severity)).collect())
    }
}

impl Switches {
    /// These alone.
    #[must_use]
    pub fn only(checks: &[CheckId]) -> Self {
        let mut switches = Self(BTreeMap::new());
        for check in checks {
            switches.set(*check, true);
        }
        switches
    }

    /// As the people of a release agreed; a check that is not known does nothing.
    #[must_use]
    pub fn agreed(checks: &Checks) -> Self {
        let mut switches = Self::default();
        for switched in &checks.switched {
            if let Some(check) = CheckId::of_name(&switched.check) {
                switches.grade(check, switched.grade);
            }
        }
        switches
    }

    /// Switches a check on, as bad as the table has it, or off.
    pub fn set(&mut self, check: CheckId, on: bool) {
        match check.check().filter(|_| on) {
            Some(line) => self.0.insert(check, line.severity),
            None => self.0.remove(&check),
        };
    }

    /// Switches a check off, or on with how bad what it finds is.
    pub fn grade(&mut self, check: CheckId, grade: Grade) {
        match Severity::of_grade(grade) {
            Some(severity) => self.0.insert(check, severity),
            None => self.0.remove(&check),
        };
    }

    /// How much a check counts.
    #[must_use]
    pub fn grade_of(&self, check: CheckId) -> Grade {
        self.0.get(&check).map_or(Grade::Off, |severity| severity.grade())
    }

    /// Whether a check is on.
    #[must_use]
    pub fn is_on(&self, check: CheckId) -> bool {
        self.0.contains_key(&check)
    }

    /// The lines of the table that are on, in order, with how bad what they find is.
    pub(super) fn checks(&self) -> impl Iterator<Item = (&'static Check, Severity)> {
        CHECKS.iter().filter_map(|check| Some((check, *self.0.get(&check.id)?)))
    }
}

impl Check {
    /// How much it counts unless somebody switches it.
    #[must_use]
    pub const fn usual(&self) -> Grade {
        if self.on { self.severity.grade() } else { Grade::Off }
    }
}

impl Severity {
    /// The grade of a check that finds such things.
    #[must_use]
    pub const fn grade(self) -> Grade {
        match self {
            Self::Info => Grade::Info,
            Self::Warning => Grade::Warning,
            Self::Error => Grade::Error,
        }
    }

    /// How bad it is what a check of a grade finds; `None` for one that is off.
    #[must_use]
    pub const fn of_grade(grade: Grade) -> Option<Self> {
        match grade {
            Grade::Off => None,
            Grade::Info => Some(Self::Info),
            Grade::Warning => Some(Self::Warning),
            Grade::Error => Some(Self::Error),
        }
    }
}
