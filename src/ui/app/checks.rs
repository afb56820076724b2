//! The checks by key: on to a finding, mending and dismissing it; the lists of checks, of
//! dismissals and of facts; the gate before an export.

use egui::Context;

use super::{App, Dialogue};
use crate::model::BeadId;
use crate::qa::{Finding, Place, Side};
use crate::texts::t;
use crate::ui::grid::translate::field_id;
use crate::ui::text;
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::checks::CheckList;
use crate::ui::views::dismissals::{self, DismissalList};
use crate::ui::views::facts::{self, FactList};
use crate::ui::views::gate::{self, GateDialog};
use crate::workbench::desk::Tone;
use crate::workbench::finding_texts::sentence;
use crate::workbench::gate::Lack;
use crate::workbench::{Command, Session};

impl App {
    /// Carries out a command of the checks; whether it was one.
    pub(super) fn check(&mut self, command: Command) -> bool {
        match command {
            Command::MendFinding => self.mend_finding(),
            Command::DismissFinding => self.dismiss_finding(),
            Command::Checks => self.dialog = Some(Dialogue::Checks(CheckList::default())),
            Command::Dismissals => {
                self.dialog = Some(Dialogue::Dismissals(DismissalList::default()));
            }
            Command::Facts => self.dialog = Some(Dialogue::Facts(FactList::default())),
            Command::Gate => {
                self.dialog = Some(Dialogue::Gate(GateDialog::new(Purpose::ExportText)));
            }
            _ => return false,
        }
        true
    }

    fn mend_finding(&mut self) {
        let mends = |session: &Session| {
            let (row, at_hand) = session.finding_at_hand()?;
            let with_fix = || row.findings.iter().find(|finding| finding.fix.is_some());
            let finding = Some(at_hand).filter(|finding| finding.fix.is_some()).or_else(with_fix);
            Some((row.bead, finding.unwrap_or(at_hand).clone()))
        };
        match self.desk.session.as_ref().and_then(mends) {
            Some((bead, finding)) => self.desk.mend(bead, &finding),
            None => self.desk.tell(Tone::Notice, t!("deciding-no-finding")),
        }
    }

    fn dismiss_finding(&mut self) {
        let at_hand = |session: &Session| {
            session.finding_at_hand().map(|(row, finding)| (row.bead, finding.clone()))
        };
        match self.desk.session.as_ref().and_then(at_hand) {
            Some((bead, finding)) => self.desk.dismiss(bead, &finding),
            None => self.desk.tell(Tone::Notice, t!("deciding-no-finding")),
        }
    }

    /// Goes to a row, and to a finding of it.
    pub(super) fn look_into(&mut self, ctx: &Context, row: usize, finding: Option<&Finding>) {
        self.look_at(ctx, row, finding.map(|finding| &finding.place));
        let Some(session) = &mut self.desk.session else { return };
        let bead: Option<BeadId> = session.active_bead().map(|bead| bead.id);
        if let (Some(bead), Some(finding)) = (bead, finding) {
            session.take_in_hand(bead, finding);
            self.announcer.hear(&sentence(&finding.cause));
        }
    }

    /// Goes to a row, with the caret at a place of its target.
    fn look_at(&mut self, ctx: &Context, row: usize, place: Option<&Place>) {
        let Some(session) = &mut self.desk.session else { return };
        session.select(row);
        self.follow_session(ctx);
        let Some(bead) = self.grid.buffer.bead else { return };
        let caret = place.filter(|place| place.side == Side::Target);
        if let Some(place) = caret {
            self.grid.buffer.wants_focus = false;
            text::focus(ctx, field_id(bead), place.range.start);
        }
        ctx.request_repaint();
    }

    /// Goes on to the finding behind the one at hand; whether there is one in the row.
    pub(super) fn next_finding_of_row(&mut self, ctx: &Context) -> bool {
        let Some(session) = &self.desk.session else { return false };
        let (row, next) = (session.row(), session.next_in_row());
        let Some((_, finding)) = next else { return false };
        self.look_into(ctx, row, Some(&finding));
        true
    }

    /// Goes to the worst finding of a row.
    pub(super) fn look_at_row(&mut self, ctx: &Context, row: usize) {
        let worst = self.desk.session.as_ref().and_then(|session| {
            let bead = session.beads().get(row)?;
            session.found().of_row(bead.id).first().cloned()
        });
        self.look_into(ctx, row, worst.as_ref());
    }

    pub(super) fn checks_ui(&mut self, ctx: &Context, mut list: CheckList) -> Option<Dialogue> {
        match list.show(ctx, self.desk.session.as_ref()?) {
            Answer::Open => {}
            Answer::Left => return None,
            Answer::Given((check, grade)) => self.desk.grade_check(check, grade),
        }
        Some(Dialogue::Checks(list))
    }

    pub(super) fn dismissals_ui(
        &mut self,
        ctx: &Context,
        mut list: DismissalList,
    ) -> Option<Dialogue> {
        match list.show(ctx, self.desk.session.as_ref()?) {
            Answer::Open => {}
            Answer::Left => return None,
            Answer::Given(dismissals::Wish::TakeBack(dismissed)) => {
                self.desk.take_back_dismissal(&dismissed);
            }
            Answer::Given(dismissals::Wish::GoTo(row)) => {
                self.look_at(ctx, row, None);
                return None;
            }
        }
        Some(Dialogue::Dismissals(list))
    }

    pub(super) fn facts_ui(&mut self, ctx: &Context, mut list: FactList) -> Option<Dialogue> {
        match list.show(ctx, self.desk.session.as_ref()?) {
            Answer::Open => {}
            Answer::Left => return None,
            Answer::Given(facts::Wish::Tick(facts, on)) => self.desk.tick(&facts, on),
            Answer::Given(facts::Wish::GoTo(row, place)) => {
                self.look_at(ctx, row, Some(&place));
                return None;
            }
        }
        Some(Dialogue::Facts(list))
    }

    /// Asks for the file of an export, once the release may go out.
    pub(super) fn pick_through_gate(&mut self, ctx: &Context, purpose: Purpose) {
        self.desk.mark_draft(false);
        if self.desk.gate().is_none_or(|gate| gate.is_ready()) {
            self.pick(ctx, purpose);
        } else {
            self.dialog = Some(Dialogue::Gate(GateDialog::new(purpose)));
        }
    }

    pub(super) fn gate_ui(&mut self, ctx: &Context, mut dialog: GateDialog) -> Option<Dialogue> {
        let Some(gate) = self.desk.gate() else {
            self.pick(ctx, dialog.purpose);
            return None;
        };
        let answer = dialog.show(ctx, &gate);
        self.desk.mark_draft(answer == Answer::Given(gate::Wish::Draft));
        match answer {
            Answer::Open => return Some(Dialogue::Gate(dialog)),
            Answer::Left => {}
            Answer::Given(gate::Wish::GoTo(lacking)) => match lacking.lack {
                Lack::Fact(fact) => {
                    let session = self.desk.session.as_ref()?;
                    self.dialog = Some(Dialogue::Facts(FactList::at(session, &fact)));
                }
                Lack::Finding(_) => self.look_at_row(ctx, lacking.row),
                _ => self.look_at(ctx, lacking.row, None),
            },
            Answer::Given(gate::Wish::Export | gate::Wish::Draft) => self.pick(ctx, dialog.purpose),
            Answer::Given(gate::Wish::AllTheSame(reason)) => {
                if self.desk.override_gate(&reason, &gate) {
                    self.pick(ctx, dialog.purpose);
                }
            }
        }
        None
    }
}
