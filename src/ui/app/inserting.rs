//! Matches and passages put in at the caret of the active row, where taking one would put
//! it in the place of all that is there.

use egui::Context;

use super::App;
use crate::memory::concordance::Fragment;
use crate::texts::t;
use crate::workbench::Session;
use crate::workbench::desk::Tone;

impl App {
    /// Whether there is no match but a passage of this rank: it is taken by a match's key.
    pub(super) fn takes_passage(&self, rank: u8) -> bool {
        self.offered(rank).is_none() && self.passage(rank).is_some()
    }

    /// Puts the match of a rank in at the caret; where there is none, the passage.
    pub(super) fn insert_match(&mut self, ctx: &Context, rank: u8) {
        let text = self.offered(rank).map(str::to_owned).or_else(|| self.passage(rank));
        let Some(text) = text else {
            let why = t!("offers-there-is-no-match-for-this", rank = rank);
            return self.desk.tell(Tone::Notice, why);
        };
        self.insert_at_caret(ctx, &text);
    }

    /// Puts a quotation that was said before in at the caret, as it was published.
    pub(super) fn insert_quotation(&mut self, ctx: &Context, place: usize) {
        match self.desk.said_before().get(place).map(|said| said.rendering.clone()) {
            Some(text) => self.insert_at_caret(ctx, &text),
            None => self.desk.tell(Tone::Notice, t!("said-before-nothing")),
        }
    }

    /// The same of the first that the target lacks.
    pub(super) fn insert_next_quotation(&mut self, ctx: &Context) {
        let target = &self.grid.buffer.text;
        let said = self.desk.said_before();
        let lacks = said.iter().position(|said| !target.contains(&said.rendering));
        self.insert_quotation(ctx, lacks.unwrap_or_default());
    }

    fn insert_at_caret(&mut self, ctx: &Context, text: &str) {
        let Some(session) = &mut self.desk.session else { return };
        if session.active_bead().is_some_and(|bead| bead.flags.locked) {
            return self.desk.tell(Tone::Notice, t!("the-row-is-locked"));
        }
        if !session.rows().is_content(session.row()) {
            return self.desk.tell(Tone::Notice, t!("translating-this-row-is-not-content-it"));
        }
        // What was typed before is undone by itself.
        session.end_typing();
        self.insert(ctx, text);
        ctx.request_repaint();
    }

    fn offered(&self, rank: u8) -> Option<&str> {
        let session = self.desk.session.as_ref()?;
        let place = usize::from(rank).checked_sub(1)?;
        Some(session.offers_of(session.row())?.get(place)?.target())
    }

    /// A passage in the target: what renders it where that is certain, else the whole unit.
    fn passage(&self, rank: u8) -> Option<String> {
        let offers = self.desk.session.as_ref().and_then(|s: &Session| s.offers_of(s.row()));
        let is_shown = offers.is_none_or(<[_]>::is_empty);
        let place = usize::from(rank).checked_sub(1)?;
        let Fragment { rendering, example, .. } =
            self.desk.fragments().get(place).filter(|_| is_shown)?;
        Some(rendering.as_ref().map_or(&example.target, |rendering| &rendering.text).clone())
    }
}
