//! What each duty may do: one table, shown in `docs/review.md` and by the window.
//!
//! It holds where people are named in the project; where nobody is, everybody may do all.
//! Names are an agreement, not a lock.

use crate::model::{Duty, Person, Review};
use crate::texts::{said, t};
use crate::workbench::Refused;
use crate::workbench::session::Session;

/// Something that only some may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Typing, taking matches, confirming.
    Write,
    /// Remarks.
    Comment,
    /// Approving a row, withdrawing an approval.
    Approve,
    /// Sending a row back, with a reason.
    Reject,
    /// Locking and unlocking rows.
    Lock,
    /// Choosing between versions of merged copies.
    Settle,
    /// Passing the release on.
    HandOver,
    /// Answering for a translation.
    Sign,
    /// Saying who has which duty.
    Agree,
}

/// Who may do what.
pub const TABLE: &[(Act, &[Duty])] = {
    use Duty::{Approver, Reviewer, Translator};
    &[
        (Act::Write, &[Translator, Reviewer]),
        (Act::Comment, &[Translator, Reviewer, Approver]),
        (Act::Approve, &[Reviewer, Approver]),
        (Act::Reject, &[Reviewer, Approver]),
        (Act::Lock, &[Reviewer, Approver]),
        (Act::Settle, &[Translator, Reviewer]),
        (Act::HandOver, &[Translator, Reviewer, Approver]),
        (Act::Sign, &[Approver]),
        (Act::Agree, &[Approver]),
    ]
};

impl Act {
    /// The act in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Write => "write targets",
            Self::Comment => "comment",
            Self::Approve => "approve rows",
            Self::Reject => "reject rows",
            Self::Lock => "lock rows",
            Self::Settle => "settle conflicts",
            Self::HandOver => "hand over",
            Self::Sign => "sign",
            Self::Agree => "say who does what",
        }
    }

    /// Whose duty allows it.
    #[must_use]
    pub fn duties(self) -> &'static [Duty] {
        TABLE.iter().find(|(act, _)| *act == self).map_or(&[], |(_, duties)| duties)
    }
}

/// Why somebody may not do something, and who may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forbidden {
    /// What.
    pub act: Act,
    /// Who asked; empty when the settings name nobody.
    pub person: String,
    /// As what that person works here; nothing for somebody who is not named.
    pub duties: Vec<Duty>,
    /// Who may, by name; nobody when the duty is nobody's.
    pub who: Vec<String>,
}

/// Whether a person may do something in a project with this review.
///
/// # Errors
/// [`Forbidden`], which says why and who may.
pub fn may(review: &Review, person: &str, act: Act) -> Result<(), Forbidden> {
    let allowed = |other: &Person| other.duties.iter().any(|duty| act.duties().contains(duty));
    let found = review.people.iter().find(|other| other.name == person);
    if review.people.is_empty() || found.is_some_and(allowed) {
        return Ok(());
    }
    let who: Vec<String> =
        review.people.iter().filter(|other| allowed(other)).map(|of| of.name.clone()).collect();
    // Where nobody is there to say who does what, whoever comes may.
    if act == Act::Agree && who.is_empty() {
        return Ok(());
    }
    let duties = found.map(|person| person.duties.clone()).unwrap_or_default();
    Err(Forbidden { act, person: person.to_owned(), duties, who })
}

impl Forbidden {
    /// In one sentence, in the window's language.
    #[must_use]
    pub fn sentence(&self) -> String {
        let list = |duties: &[Duty]| -> String {
            let names = duties.iter().map(|duty| said("duty", duty.name()));
            names.collect::<Vec<_>>().join(", ")
        };
        let act = said("act", self.act.name());
        let needed = list(self.act.duties());
        let who = self.who.join(", ");
        let why = match (self.person.as_str(), self.duties.as_slice()) {
            ("", _) => t!("duties-nobody", act = act),
            (person, []) => t!("duties-stranger", person = person, act = act),
            (person, own) => t!("duties-other", person = person, own = list(own), act = act),
        };
        let then = if who.is_empty() {
            t!("duties-no-one-may", needed = needed)
        } else {
            t!("duties-who-may", needed = needed, who = who)
        };
        format!("{why}; {then}")
    }
}

impl From<Forbidden> for Refused {
    fn from(forbidden: Forbidden) -> Self {
        Self(forbidden.sentence())
    }
}

impl Session {
    /// Whether the person at work may do something in this release.
    ///
    /// # Errors
    /// Why not, and who may.
    pub fn may(&self, act: Act) -> Result<(), Forbidden> {
        may(&self.project().review, self.author(), act)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn review() -> Review {
        let person =
            |name: &str, duties: &[Duty]| Person { name: name.to_owned(), duties: duties.to_vec() };
        let people = vec![
            person("Ada", &[Duty::Translator]),
            person("Bea", &[Duty::Reviewer]),
            person("Cyr", &[Duty::Approver]),
            person("Dan", &[Duty::Translator, Duty::Approver]),
        ];
        Review { people, ..Review::default() }
    }

    #[test]
    fn a_forbidden_act_says_why_and_who_may() {
        let check = |person: &str, act: Act, expected: Option<&str>| {
            let told = may(&review(), person, act).err().map(|forbidden| forbidden.sentence());
            assert_eq!(told.as_deref(), expected, "{person} {act:?}");
        };
        check("Ada", Act::Write, None);
        check("Dan", Act::Sign, None);
        check("Bea", Act::Approve, None);
        let told = "Ada is translator here and may not approve rows; reviewer, approver may: Bea, Cyr, Dan";
        check("Ada", Act::Approve, Some(told));
        let told = "Eve is not named in this release and may not sign; approver may: Cyr, Dan";
        check("Eve", Act::Sign, Some(told));
        let told = "the settings do not say who you are, so you may not comment; translator, reviewer, approver may: Ada, Bea, Cyr, Dan";
        check("", Act::Comment, Some(told));
    }

    #[test]
    fn without_an_agreement_everybody_may_do_all() {
        for (act, duties) in TABLE {
            assert_eq!(may(&Review::default(), "Eve", *act), Ok(()));
            assert!(!duties.is_empty(), "{act:?}");
            for duty in Duty::ALL {
                let person = Person { name: "Eve".to_owned(), duties: vec![duty] };
                let review = Review { people: vec![person], ..Review::default() };
                let alone = *act == Act::Agree;
                let expected = duties.contains(&duty) || alone;
                assert_eq!(may(&review, "Eve", *act).is_ok(), expected, "{act:?} {duty:?}");
            }
        }
        let nobody = Review {
            people: vec![Person { name: "Ada".to_owned(), duties: vec![Duty::Translator] }],
            ..Review::default()
        };
        assert_eq!(may(&nobody, "Ada", Act::Sign).expect_err("no").who, Vec::<String>::new());
    }

    #[test]
    fn the_table_of_the_document_is_this_one() {
        let document = include_str!("../../../docs/review.md");
        for (act, duties) in TABLE {
            let mark = |duty: &Duty| if duties.contains(duty) { "yes" } else { "" };
            let cells: Vec<&str> = Duty::ALL.iter().map(mark).collect();
            let line = format!("| {} | {} |", act.name(), cells.join(" | "));
            assert!(document.contains(&line), "{line}");
        }
    }
}
