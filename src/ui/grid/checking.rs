//! What of a draft is to be checked, worked out once for each state of a row and asked for
//! in every frame that shows it.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use egui::Context;
use egui::cache::{ComputerMut, FrameCache};

use crate::workbench::Session;
use crate::workbench::checking::Unlike;

/// A row, told from others by its texts.
#[derive(Clone, Copy)]
struct Row<'a> {
    session: &'a Session,
    at: usize,
}

impl Hash for Row<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let bead = self.session.beads().get(self.at);
        bead.map(|bead| bead.id.bits()).hash(state);
        for sentence in bead.iter().flat_map(|bead| bead.target.segments()) {
            sentence.segment.text.hash(state);
        }
        self.session.source_text(self.at).hash(state);
        self.session.matched_source(self.at).hash(state);
    }
}

#[derive(Default)]
struct Checker;

impl ComputerMut<Row<'_>, Arc<[Unlike]>> for Checker {
    fn compute(&mut self, row: Row<'_>) -> Arc<[Unlike]> {
        row.session.to_check(row.at).into()
    }
}

type Checked = FrameCache<Arc<[Unlike]>, Checker>;

/// What of a row's draft is to be checked.
#[must_use]
pub fn to_check(ctx: &Context, session: &Session, row: usize) -> Arc<[Unlike]> {
    if !session.is_drafted_from_match(row) {
        return Arc::default();
    }
    ctx.memory_mut(|memory| memory.caches.cache::<Checked>().get(Row { session, at: row }).clone())
}

/// The same in words, for a note or a screen reader; empty for nothing.
#[must_use]
pub fn told(ctx: &Context, session: &Session, row: usize) -> String {
    let all = to_check(ctx, session, row);
    let all: Vec<String> = all.iter().map(Unlike::sentence).collect();
    all.join(", ")
}
