//! The gate: whether a release is ready to go out, and what it lacks, row by row.
//!
//! Ready is a release in which nothing is open, unconfirmed, rejected or changed at its source,
//! no finding is an error, and every fact is ticked. What the checks have not looked at yet is
//! not ready. Rows that are not content do not count.

use super::found::TickedFact;
use super::session::Session;
use crate::model::{Bead, BeadId, RowNumber, State};
use crate::qa::{Cause, Fact, Severity};

/// What stands on a draft that was exported though the release was not ready, on a line of its
/// own before the text.
pub const DRAFT: &str = "*** DRAFT ***";

/// Something that a release lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// A row without a translation.
    Open,
    /// A translation that nobody confirmed.
    Unconfirmed,
    /// A translation that was sent back.
    Rejected,
    /// A source that changed behind the translation.
    Changed,
    /// An error that the checks found.
    Finding(Cause),
    /// A fact that nobody compared.
    Fact(Box<TickedFact>),
}

impl Lack {
    /// The kind of lack, as it is counted.
    const fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Unconfirmed => "unconfirmed",
            Self::Rejected => "rejected",
            Self::Changed => "changed",
            Self::Finding(_) => "errors",
            Self::Fact(_) => "facts",
        }
    }
}

/// A lack, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// What.
    pub lack: Lack,
    /// The row, by its place among all rows.
    pub row: usize,
    /// Its number as shown.
    pub number: RowNumber,
}

/// Whether a release may go out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gate {
    /// Whether the checks have looked at the release as it is now.
    pub is_checked: bool,
    /// What it lacks: rows in order, then findings, then facts.
    pub lacking: Vec<Lacking>,
}

impl Gate {
    /// Whether the release may go out.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        self.is_checked && self.lacking.is_empty()
    }

    /// What was lacking, in English, as it is kept: "2 open, 1 error, 3 facts".
    #[must_use]
    pub fn summary(&self) -> String {
        let names = ["open", "unconfirmed", "rejected", "changed", "errors", "facts"];
        let counted = names.into_iter().filter_map(|name| {
            let count = self.lacking.iter().filter(|one| one.lack.name() == name).count();
            (count > 0).then(|| format!("{count} {name}"))
        });
        let unchecked = (!self.is_checked).then(|| "not checked".to_owned());
        counted.chain(unchecked).collect::<Vec<_>>().join(", ")
    }
}

/// What the translation that is shown lacks.
#[must_use]
pub fn gate(session: &Session) -> Gate {
    let mut lacking = Vec::new();
    for (row, bead) in session.beads().iter().enumerate() {
        if session.rows().is_content(row) {
            let of_row = lacks(bead).into_iter().flatten();
            lacking.extend(of_row.map(|lack| Lacking { lack, row, number: bead.number }));
        }
    }
    let found = session.found();
    for row in found.rows() {
        let Some((place, number)) = stands(session, row.bead) else { continue };
        let errors = row.findings.iter().filter(|finding| finding.severity == Severity::Error);
        lacking.extend(errors.map(|finding| {
            let lack = Lack::Finding(finding.cause.clone());
            Lacking { lack, row: place, number }
        }));
    }
    let is_lacking = |fact: &&TickedFact| !fact.is_ticked && !is_open(session, fact);
    for fact in found.facts.iter().filter(is_lacking) {
        let bead = found.bead_at(fact.line.first_row());
        let Some((row, number)) = bead.and_then(|bead| stands(session, bead)) else { continue };
        lacking.push(Lacking { lack: Lack::Fact(Box::new(fact.clone())), row, number });
    }
    Gate { is_checked: session.is_checked(), lacking }
}

/// Whether a fact stands in rows alone that are lacking themselves, having no translation yet.
fn is_open(session: &Session, fact: &TickedFact) -> bool {
    let open = |fact: &Fact| {
        let bead = session.found().bead_at(fact.row);
        let place = bead.and_then(|bead| session.found().place_of(session, bead));
        let bead = place.and_then(|place| session.beads().get(place));
        bead.is_some_and(|bead| bead.target.is_open())
    };
    fact.line.source.iter().chain(&fact.line.target).all(open)
}

fn stands(session: &Session, bead: BeadId) -> Option<(usize, RowNumber)> {
    let place = session.found().place_of(session, bead)?;
    Some((place, session.beads().get(place)?.number))
}

/// What a row lacks by itself.
fn lacks(bead: &Bead) -> [Option<Lack>; 2] {
    let state = match bead.state() {
        None => Some(Lack::Open),
        Some(State::Draft) => Some(Lack::Unconfirmed),
        Some(State::Rejected { .. }) => Some(Lack::Rejected),
        Some(State::Translated | State::Approved) => None,
    };
    [state, bead.flags.source_changed.then_some(Lack::Changed)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::checker::{Checker, News, Question};
    use crate::workbench::checks::Checked;
    use crate::workbench::library::Library;
    use crate::workbench::testing::{library, release};

    /// Has the release checked as the desk does.
    fn check(session: &mut Session) {
        let translation = session.translation().expect("a translation");
        let mut checker = Checker::start(std::sync::Arc::new(|| {}));
        checker.check(Question {
            of: (translation.id, session.version()),
            checked: Checked::of(session.project(), translation),
            said: session.said_of_checks().clone(),
            concepts: std::sync::Arc::default(),
            issuer: String::new(),
        });
        for news in checker.settle() {
            if let News::Release(found) = news {
                session.put_found(*found);
            }
        }
    }

    fn translate(session: &mut Session, library: &mut Library, row: usize, text: &str) {
        session.select(row);
        session.type_target(text).expect("typed");
        session.confirm(library).expect("confirmed");
    }

    fn lacks(session: &Session) -> String {
        gate(session).summary()
    }

    #[test]
    fn a_release_is_ready_when_nothing_is_lacking() {
        let mut session = release("Les 28 navires sont là.\nMerci.\n", true);
        let mut library = library();
        assert_eq!(lacks(&session), "2 open, not checked");
        check(&mut session);
        assert_eq!(lacks(&session), "2 open", "the fact of an open row is no lack of its own");
        translate(&mut session, &mut library, 0, "The 29 ships are here.");
        translate(&mut session, &mut library, 1, "Thank you.");
        check(&mut session);
        assert_eq!(lacks(&session), "1 errors, 2 facts");
        translate(&mut session, &mut library, 0, "The 28 ships are here.");
        check(&mut session);
        assert_eq!(lacks(&session), "1 facts");
        let facts = session.found().facts.clone();
        session.tick(&facts, true).expect("ticked");
        check(&mut session);
        assert!(gate(&session).is_ready(), "{}", lacks(&session));

        session.select(1);
        session.type_target("Thank you").expect("typed");
        assert_eq!(lacks(&session), "1 unconfirmed, not checked");
    }

    #[test]
    fn a_dismissed_error_does_not_hold_a_release_back() {
        let mut session = release("Les 28 navires sont là.\n", true);
        translate(&mut session, &mut library(), 0, "The ships are here.");
        check(&mut session);
        assert_eq!(lacks(&session), "1 errors, 1 facts");
        let bead = session.beads()[0].id;
        let finding = session.found().of_row(bead)[0].clone();
        session.dismiss(bead, &finding).expect("dismissed");
        check(&mut session);
        assert_eq!(lacks(&session), "1 facts");
        assert_eq!(session.found().dismissed.len(), 1);
        assert!(session.override_gate("  ", String::new()).is_err(), "a reason is needed");
    }
}
