//! The checks at work: a thread that checks a release, and the row that is typed into, so
//! that no key and no frame waits for it.
//!
//! A release takes the place of the one before, which is given up within a row. What is
//! learnt of a release (how names are rendered, how long translations are) is kept, so that
//! a row that is typed is checked by it in less than a millisecond; while a release is still
//! being read, a row is checked by itself.

use std::collections::{BTreeSet, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError};

use super::attendant::Attendant;
use super::checks::{Checked, term_pair};
use super::found::{Dismissals, Found, RowFound, TickedFact, print_of};
use crate::model::{BeadId, Checks, Concept, Fingerprint, Ticked, TranslationId, texts_of_row};
use crate::qa::{FactLine, Finding, Gathered, Reader, Row, Sheet, Survey, Switches};
use crate::terms::TermPair;

/// A release to be checked.
#[derive(Debug, Clone)]
pub struct Question {
    /// The translation, and the state of the session.
    pub of: (TranslationId, u64),
    /// Its rows.
    pub checked: Checked,
    /// What people said of the checks.
    pub said: Checks,
    /// The terms to be held to.
    pub concepts: Arc<[Concept]>,
    /// The house whose terms they are.
    pub issuer: String,
}

/// What the thread is told.
enum Order {
    Release(Box<Question>),
    Row(BeadId, Box<Row>),
    /// What was found before: of many rows it takes longer to drop than a frame has.
    Forget(Box<Found>),
    Rest(u64),
}

/// What the thread tells.
#[derive(Debug)]
pub enum News {
    /// What is found in the release that was asked for last.
    Release(Box<Found>),
    /// What is found in a row of it.
    Row(RowFound),
    /// Everything up to this is done.
    Rested(u64),
}

/// The thread, seen from outside. Dropping it lets the thread end.
pub struct Checker {
    thread: Attendant<Order, News>,
}

impl Checker {
    /// Starts the thread. `wake` is called when there is news.
    pub fn start(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let run = move |orders: &Receiver<Order>, tell| Worker { orders, tell, wake }.run();
        Self { thread: Attendant::start("checks", run) }
    }

    /// Checks a release, instead of the one before.
    pub fn check(&self, question: Question) {
        self.thread.order(Order::Release(Box::new(question)));
    }

    /// Checks a row of the release as it is now.
    pub fn check_row(&self, bead: BeadId, row: Row) {
        self.thread.order(Order::Row(bead, Box::new(row)));
    }

    /// Drops what was found before, elsewhere than in a frame.
    pub fn forget(&self, found: Found) {
        self.thread.order(Order::Forget(Box::new(found)));
    }

    /// The news since the last call.
    pub fn poll(&mut self) -> Vec<News> {
        self.thread.poll()
    }

    /// Waits until everything that was ordered is done; the news till then. For tests.
    pub fn settle(&mut self) -> Vec<News> {
        let rested = |news: &News| match news {
            News::Rested(rest) => Some(*rest),
            _ => None,
        };
        self.thread.settle(Order::Rest, rested)
    }
}

/// The thread is to end, or to begin with another release.
enum Instead {
    Release(Box<Question>),
    End,
}

struct Worker<'a> {
    orders: &'a Receiver<Order>,
    tell: Sender<News>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Worker<'_> {
    fn run(self) {
        let mut next = self.idle();
        while let Instead::Release(question) = next {
            // A fault in one release must not end all others.
            let done = catch_unwind(AssertUnwindSafe(|| self.serve(&question)));
            next = done.unwrap_or_else(|_| {
                tracing::error!("the checks of a release failed");
                self.idle()
            });
        }
    }

    /// Waits for a release.
    fn idle(&self) -> Instead {
        loop {
            match self.orders.recv() {
                Ok(Order::Release(question)) => return Instead::Release(question),
                Ok(Order::Row(..) | Order::Forget(_)) => {}
                Ok(Order::Rest(rest)) => self.tell(News::Rested(rest)),
                Err(_) => return Instead::End,
            }
        }
    }

    /// Checks a release, then rows of it, until another one is asked for.
    fn serve(&self, question: &Question) -> Instead {
        let Question { checked, concepts, issuer, .. } = question;
        let terms = term_pair(&checked.sheet, concepts, issuer);
        let mut served = Served::of(question, terms.as_ref());
        let survey = match self.check_all(&mut served) {
            Ok(survey) => survey,
            Err(instead) => return instead,
        };
        served.rests.drain(..).for_each(|rest| self.tell(News::Rested(rest)));
        while let Ok(order) = self.orders.recv() {
            if let Err(instead) = self.take(order, Some(&survey), &mut served) {
                return instead;
            }
        }
        Instead::End
    }

    fn check_all<'q>(&self, served: &mut Served<'q>) -> Result<Survey<'q>, Instead> {
        let checked = &served.question.checked;
        let mut reader = Reader::of(&checked.sheet);
        while reader.read_row() {
            self.listen(None, served)?;
        }
        let survey = reader.survey(served.terms);
        let mut findings: Vec<Vec<Finding>> = Vec::with_capacity(checked.beads.len());
        let mut facts = Gathered::default();
        for row in 0..checked.beads.len() {
            self.listen(Some(&survey), served)?;
            findings.push(survey.of_row(row, &served.switches));
            facts.add(&survey, row);
        }
        for finding in survey.of_release(&served.switches) {
            if let Some(row) = findings.get_mut(finding.row) {
                row.push(finding);
            }
        }
        self.tell(News::Release(Box::new(served.found(findings, facts.lines()))));
        Ok(survey)
    }

    /// Does what was asked meanwhile.
    fn listen(&self, survey: Option<&Survey<'_>>, served: &mut Served<'_>) -> Result<(), Instead> {
        loop {
            match self.orders.try_recv() {
                // Who waits for rest waits for the release.
                Ok(Order::Rest(rest)) => served.rests.push(rest),
                Ok(order) => self.take(order, survey, served)?,
                Err(TryRecvError::Empty) => return Ok(()),
                Err(TryRecvError::Disconnected) => return Err(Instead::End),
            }
        }
    }

    fn take(
        &self,
        order: Order,
        survey: Option<&Survey<'_>>,
        served: &mut Served<'_>,
    ) -> Result<(), Instead> {
        match order {
            Order::Release(question) => {
                served.rests.drain(..).for_each(|rest| self.tell(News::Rested(rest)));
                return Err(Instead::Release(question));
            }
            Order::Rest(rest) => self.tell(News::Rested(rest)),
            Order::Forget(found) => drop(found),
            Order::Row(bead, row) => {
                if let Some(row) = served.typed(survey, bead, &row) {
                    self.tell(News::Row(row));
                }
            }
        }
        Ok(())
    }

    fn tell(&self, news: News) {
        // The other end is gone only when nobody listens any more.
        let _ = self.tell.send(news);
        (self.wake)();
    }
}

/// The release that is served.
struct Served<'q> {
    question: &'q Question,
    terms: Option<&'q TermPair>,
    switches: Switches,
    dismissals: Dismissals,
    /// The place of each row in the sheet.
    places: HashMap<BeadId, usize>,
    /// Who waits for what was ordered before.
    rests: Vec<u64>,
}

impl<'q> Served<'q> {
    fn of(question: &'q Question, terms: Option<&'q TermPair>) -> Self {
        let beads = question.checked.beads.iter().enumerate();
        Self {
            question,
            terms,
            switches: Switches::agreed(&question.said),
            dismissals: Dismissals::of(&question.said),
            places: beads.map(|(at, bead)| (*bead, at)).collect(),
            rests: Vec::new(),
        }
    }

    /// All that is found.
    fn found(&self, findings: Vec<Vec<Finding>>, facts: Vec<FactLine>) -> Found {
        let Question { of, checked, said, .. } = self.question;
        let mut found = Found::of(*of, checked.beads.clone(), &checked.places);
        let ticks = Ticks::of(said, of.0);
        found.facts = facts.into_iter().map(|line| ticks.on(line, checked)).collect();
        let mut rows = Vec::new();
        for ((bead, row), findings) in checked.rows().zip(findings) {
            let (row, dismissed) = self.row(bead, row, findings);
            found.dismissed.extend(dismissed.into_iter().map(|finding| (bead, finding)));
            rows.push(row);
        }
        found.put(rows);
        found
    }

    /// What is found in a row, and what of it was dismissed.
    fn row(&self, bead: BeadId, row: &Row, findings: Vec<Finding>) -> (RowFound, Vec<Finding>) {
        let texts = print_of(row);
        let is_dismissed = |finding: &Finding| self.dismissals.has(bead, texts, finding);
        let (dismissed, findings) = findings.into_iter().partition(is_dismissed);
        (RowFound { bead, place: 0, texts, findings }, dismissed)
    }

    /// What is found in a row that was typed into; by itself while the release is being read.
    fn typed(&self, survey: Option<&Survey<'_>>, bead: BeadId, row: &Row) -> Option<RowFound> {
        let at = *self.places.get(&bead)?;
        let target = row.target.as_deref();
        let findings = survey.zip(target).map_or_else(
            || self.alone(at, row),
            |(survey, target)| survey.of_target(at, target, &self.switches),
        );
        Some(self.row(bead, row, findings).0)
    }

    /// What is found in a row without the rest of its release.
    fn alone(&self, at: usize, row: &Row) -> Vec<Finding> {
        let Sheet { source, target, date, .. } = &self.question.checked.sheet;
        let (source, target, rows) = (source.clone(), target.clone(), vec![row.clone()]);
        let alone = Sheet { source, target, date: *date, rows };
        let mut findings = Survey::with_terms(&alone, self.terms).of_row(0, &self.switches);
        for finding in &mut findings {
            finding.row = at;
        }
        findings
    }
}

/// The ticks of a translation, as they are looked up.
struct Ticks<'a>(HashMap<(&'a str, &'a str), Fingerprint>);

impl<'a> Ticks<'a> {
    fn of(said: &'a Checks, of: TranslationId) -> Self {
        let ticked = said.ticked.iter().filter(|ticked| ticked.of == of);
        let one = |ticked: &'a Ticked| ((&*ticked.kind, &*ticked.value), ticked.texts);
        Self(ticked.map(one).collect())
    }

    fn on(&self, line: FactLine, checked: &Checked) -> TickedFact {
        let texts = texts_of(&line, &checked.sheet);
        let is_ticked = self.0.get(&(line.kind_name(), &*line.key)) == Some(&texts);
        TickedFact { line, texts, is_ticked }
    }
}

/// The fingerprint of the texts of all rows that a fact stands in.
fn texts_of(line: &FactLine, sheet: &Sheet) -> Fingerprint {
    let rows: BTreeSet<usize> = line.source.iter().chain(&line.target).map(|f| f.row).collect();
    let rows = rows.iter().filter_map(|row| sheet.rows.get(*row));
    let texts: String = rows
        .map(|row| texts_of_row(&row.source, row.target.as_deref().unwrap_or_default()))
        .collect();
    Fingerprint::of(&texts)
}
