//! In which language a text of the grid is, and so which way it is written: that of
//! its block where it has its own (page chrome often has), else the document's.

use crate::model::{Bead, Lang, TargetSegment};
use crate::workbench::Session;

/// The language of a row's source.
#[must_use]
pub fn of_source(session: &Session, row: usize) -> &Lang {
    let bead = session.beads().get(row);
    let place = bead.and_then(|bead| session.rows().place(*bead.source.first()?));
    let block = place.and_then(|(block, _)| session.source().blocks.get(block));
    block.map_or(session.source_lang(), |block| session.source().lang_of(block))
}

/// The language of a row's target: that of its first sentence.
#[must_use]
pub fn of_target<'a>(session: &'a Session, bead: &Bead) -> &'a Lang {
    let first = bead.target.segments().first();
    first.map_or(target_lang(session), |sentence| of_sentence(session, sentence))
}

/// The language of a sentence of the target.
#[must_use]
pub fn of_sentence<'a>(session: &'a Session, sentence: &TargetSegment) -> &'a Lang {
    let document = session.translation().map(|translation| &translation.document);
    let block = sentence.block.and_then(|id| document?.block(id));
    block.and_then(|block| block.lang.as_ref()).unwrap_or_else(|| target_lang(session))
}

/// The language of the targets; the source's as long as there is none.
#[must_use]
pub fn target_lang(session: &Session) -> &Lang {
    session.target_lang().unwrap_or(session.source_lang())
}
