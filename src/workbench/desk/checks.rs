//! The checks at the desk: the open release is handed to the checker some rows a frame, the
//! row that is typed into when typing rests, and what is found goes to the session.

use std::sync::Arc;
use std::time::Duration;

use super::{Desk, Tone};
use crate::model::{BeadId, Concept, Dismissed, Grade, ProjectId, TranslationId, View};
use crate::qa::{CheckId, Finding};
use crate::texts::t;
use crate::workbench::checker::{Checker, News, Question};
use crate::workbench::checks::{self, Checked};
use crate::workbench::finding_texts::sentence;
use crate::workbench::found::TickedFact;
use crate::workbench::gate::{Gate, gate};
use crate::workbench::session::{Refused, Session};

/// How long nobody has typed before the row is checked: shorter than a pause for thought,
/// longer than between two keys (a fast typist's are 0.1 s apart).
const ROW_RESTS: Duration = Duration::from_millis(300);
/// How long nothing has changed before the whole release is checked again.
const RELEASE_RESTS: Duration = Duration::from_millis(1200);
/// Rows whose texts are gathered in a frame: a microsecond or two each, of the 4 ms that a
/// frame may take.
const ROWS_A_FRAME: usize = 500;

/// What the checker was asked.
pub(super) struct Checking {
    worker: Checker,
    concepts: Arc<[Concept]>,
    /// The state that was seen last, and since when it is so.
    seen: Option<(Stamp, Duration)>,
    /// The state whose rows were asked for.
    asked: Option<Stamp>,
    /// The state in which the active row was asked for.
    row_asked: Option<Stamp>,
    gathering: Option<(Stamp, Checked, usize)>,
    marks_draft: bool,
    /// What the release lacked when that was asked last, and in which state.
    gate: Option<((Stamp, u64), Arc<Gate>)>,
}

/// What findings depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    project: ProjectId,
    of: TranslationId,
    version: u64,
    shape: u64,
    includes_all: bool,
}

impl Stamp {
    fn of(session: &Session) -> Option<Self> {
        Some(Self {
            project: session.project().id,
            of: session.translation()?.id,
            version: session.version(),
            shape: session.shape(),
            includes_all: session.includes_not_content(),
        })
    }

    /// Whether nothing but typing lies between two states.
    fn is_typed_from(self, other: Self) -> bool {
        Self { version: other.version, ..self } == other
    }
}

impl Checking {
    pub(super) fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self {
            worker: Checker::start(wake),
            concepts: Arc::default(),
            seen: None,
            asked: None,
            row_asked: None,
            gathering: None,
            marks_draft: false,
            gate: None,
        }
    }
}

impl Desk {
    /// Holds translations to these terms too.
    pub fn check_by_terms(&mut self, concepts: Arc<[Concept]>) {
        self.checking.concepts = concepts;
        self.checking.asked = None;
    }

    /// Has what changed checked, once it rests; when to come again. `now` is the window's
    /// time.
    pub fn check_when_due(&mut self, now: Duration) -> Option<Duration> {
        let stamp = self.checked_stamp()?;
        let checking = &mut self.checking;
        if checking.asked == Some(stamp) {
            return None;
        }
        let since = match checking.seen {
            Some((seen, since)) if seen == stamp => since,
            _ => now,
        };
        checking.seen = Some((stamp, since));
        let rests = now.saturating_sub(since);
        let typed = checking.asked.is_some_and(|asked| stamp.is_typed_from(asked));
        if !typed {
            return self.gather(stamp).then_some(Duration::ZERO);
        }
        if rests >= RELEASE_RESTS {
            return self.gather(stamp).then_some(Duration::ZERO);
        }
        if rests >= ROW_RESTS && checking.row_asked != Some(stamp) {
            checking.row_asked = Some(stamp);
            self.check_active_row();
        }
        let next = if rests < ROW_RESTS { ROW_RESTS } else { RELEASE_RESTS };
        Some(next.saturating_sub(rests))
    }

    /// The state of the open release while it is translated.
    fn checked_stamp(&self) -> Option<Stamp> {
        let session = self.session.as_ref()?;
        if session.view() == View::Translate { Stamp::of(session) } else { None }
    }

    fn check_active_row(&self) {
        let Some(session) = &self.session else { return };
        let (place, bead) = (session.row(), session.active_bead());
        let row = bead.and_then(|bead| {
            let row = checks::row(session.source(), session.rows(), (place, bead))?;
            Some((bead.id, row))
        });
        if let Some((bead, row)) = row {
            self.checking.worker.check_row(bead, row);
        }
    }

    /// Gathers some rows, and hands the release over once it has all; whether there are more.
    fn gather(&mut self, stamp: Stamp) -> bool {
        let Some(session) = &self.session else { return false };
        let (project, translation) = (session.project(), session.translation());
        let Some(translation) = translation else { return false };
        let kept = self.checking.gathering.take().filter(|(of, ..)| *of == stamp);
        let (_, mut checked, begun) =
            kept.unwrap_or_else(|| (stamp, Checked::without_rows(project, translation), 0));
        let end = (begun + ROWS_A_FRAME).min(translation.beads.len());
        for (place, bead) in translation.beads.iter().enumerate().take(end).skip(begun) {
            checked.add(&project.source, session.rows(), (place, bead));
        }
        if end < translation.beads.len() {
            self.checking.gathering = Some((stamp, checked, end));
            return true;
        }
        self.checking.worker.check(Question {
            of: (stamp.of, stamp.version),
            checked,
            said: project.checks.clone(),
            concepts: Arc::clone(&self.checking.concepts),
            issuer: project.release.issuer.clone(),
        });
        self.checking.asked = Some(stamp);
        false
    }

    /// Takes in what was found; whether there was anything.
    pub(super) fn take_in_findings(&mut self) -> bool {
        let news = self.checking.worker.poll();
        self.take_findings(news)
    }

    /// Has everything checked and waits for it; for tests.
    pub(super) fn settle_checks(&mut self) {
        if let Some(stamp) =
            self.checked_stamp().filter(|stamp| self.checking.asked != Some(*stamp))
        {
            while self.gather(stamp) {}
        }
        let news = self.checking.worker.settle();
        self.take_findings(news);
    }

    fn take_findings(&mut self, news: Vec<News>) -> bool {
        let Some(session) = &mut self.session else { return false };
        let any = !news.is_empty();
        for one in news {
            match one {
                News::Release(found) => {
                    let former = session.put_found(*found);
                    self.checking.worker.forget(former);
                }
                News::Row(row) => session.put_found_in_row(row),
                News::Rested(_) => {}
            }
        }
        any
    }

    /// Says that a finding is no fault.
    pub fn dismiss(&mut self, bead: BeadId, finding: &Finding) {
        let told = sentence(&finding.cause);
        let done = self.session.as_mut().map(|session| session.dismiss(bead, finding));
        self.tell_decided(done, || t!("checks-dismissed", finding = told));
    }

    /// Mends a finding.
    pub fn mend(&mut self, bead: BeadId, finding: &Finding) {
        let told = sentence(&finding.cause);
        let done = self.session.as_mut().map(|session| session.mend(bead, finding));
        self.tell_decided(done, || t!("checks-mended", finding = told));
    }

    /// Takes a dismissal back.
    pub fn take_back_dismissal(&mut self, dismissed: &Dismissed) {
        let done = self.session.as_mut().map(|session| session.take_back_dismissal(dismissed));
        self.tell_decided(done, String::new);
    }

    /// Ticks facts off, or takes their ticks back.
    pub fn tick(&mut self, facts: &[TickedFact], on: bool) {
        let done = self.session.as_mut().map(|session| session.tick(facts, on));
        self.tell_decided(done, String::new);
    }

    /// Says how much a check counts in the open release.
    pub fn grade_check(&mut self, check: CheckId, grade: Grade) {
        let done = self.session.as_mut().map(|session| session.grade_check(check, grade));
        self.tell_decided(done, String::new);
    }

    /// What the open release lacks; `None` where nothing is translated, but a published pair is
    /// aligned.
    pub fn gate(&mut self) -> Option<Arc<Gate>> {
        let stamp = self.checked_stamp()?;
        let session = self.session.as_ref()?;
        let of = (stamp, session.findings);
        let known = self.checking.gate.take().filter(|(known, _)| *known == of);
        let (_, gate) = known.unwrap_or_else(|| (of, Arc::new(gate(session))));
        self.checking.gate = Some((of, Arc::clone(&gate)));
        Some(gate)
    }

    /// Lets the open release go out though it is not ready; whether it may.
    pub fn override_gate(&mut self, reason: &str, gate: &Gate) -> bool {
        let lacked = gate.summary();
        let done = self.session.as_mut().map(|session| session.override_gate(reason, lacked));
        let may = matches!(done, Some(Ok(())));
        self.tell_decided(done, String::new);
        may
    }

    /// Whether what is exported next bears the mark of a draft.
    pub const fn mark_draft(&mut self, mark: bool) {
        self.checking.marks_draft = mark;
    }

    /// Whether what is exported next bears the mark of a draft.
    #[must_use]
    pub const fn marks_draft(&self) -> bool {
        self.checking.marks_draft
    }

    fn tell_decided(&mut self, done: Option<Result<(), Refused>>, told: impl FnOnce() -> String) {
        match done {
            Some(Ok(())) => {
                let told = told();
                if !told.is_empty() {
                    self.tell(Tone::Done, told);
                }
            }
            Some(Err(Refused(why))) => self.tell(Tone::Notice, why),
            None => {}
        }
    }
}
