//! The dock of the translation view: the matches of the active row.

use egui::{ScrollArea, Ui};

use super::Act;
use super::doubt::note_ui;
use super::fragments::fragments_ui;
use super::match_card::{Langs, MatchCard};
use crate::model::{Bead, Origin};
use crate::ui::keys;
use crate::ui::widgets::Section;
use crate::workbench::desk::Desk;
use crate::workbench::keymap::Keymap;
use crate::workbench::offers::Offer;
use crate::workbench::{Command, Session};

/// The dock's content.
pub fn dock_ui(ui: &mut Ui, desk: &Desk, session: &Session, acts: &mut Vec<Act>) {
    let row = session.row();
    let number = session.active_bead().map(|bead| bead.number.to_string()).unwrap_or_default();
    let content = session.rows().is_content(row);
    let offers = session.offers_of(row).unwrap_or_default();
    let looking = desk.is_looking(row);
    let note = match (offers.is_empty(), looking) {
        (true, true) => format!("looking for row {number}"),
        (true, false) => format!("none for row {number}"),
        (false, _) => format!("for row {number}"),
    };
    let keys = take_keys(&keys::in_force(ui.ctx()));
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    Section::new("Matches").first().note(&note).keys(&keys).show(ui);
    if !content {
        note_ui(ui, "This row is not content and is not translated.");
    } else if !is_served(desk, session) {
        note_ui(
            ui,
            "No memory serves this pair of languages. Open one, or confirm rows: they are kept in your working memory.",
        );
    } else if offers.is_empty() && !looking {
        note_ui(ui, nothing(desk, session));
    }
    let source = session.source_text(row);
    let source_lang = session.source_lang();
    let target_lang = session.target_lang().unwrap_or(source_lang);
    let langs = Langs { source: source_lang, target: target_lang };
    let taken = session.active_bead().and_then(|bead| taken(offers, bead)).unwrap_or(0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("matches").show(ui, |ui| {
        if offers.is_empty() {
            fragments_ui(ui, desk.fragments(), &source, langs);
        }
        for (place, offer) in offers.iter().enumerate() {
            let marked = place == taken;
            if (MatchCard { place, marked, offer, sentence: &source, langs }).show(ui) {
                let rank = u8::try_from(place + 1).unwrap_or(u8::MAX);
                acts.push(Act::Run(Command::TakeMatch(rank)));
            }
        }
    });
}

/// The place of the match that a row's target was taken from.
fn taken(offers: &[Offer], bead: &Bead) -> Option<usize> {
    let Origin::Match { memory, unit, .. } = bead.origin else { return None };
    offers.iter().position(|offer| offer.found.memory == memory && offer.found.unit == unit)
}

/// What there is to say where there is no match.
fn nothing(desk: &Desk, session: &Session) -> &'static str {
    let target = session.target_lang().unwrap_or_else(|| session.source_lang());
    let mut memories = desk.library.of_pair(session.source_lang(), target);
    if memories.any(|(shelf, _)| !shelf.is_whole) {
        "Nothing like this sentence so far; a memory has not been read to its end."
    } else {
        "Nothing like this sentence has been translated before."
    }
}

/// Whether a memory serves the release's languages.
fn is_served(desk: &Desk, session: &Session) -> bool {
    let target = session.target_lang();
    let of_pair = |lang| desk.library.of_pair(session.source_lang(), lang).next().is_some();
    let aligned = desk.library.aligned();
    let released = |lang| aligned.serves(session.source_lang(), lang);
    target.is_some_and(|lang| of_pair(lang) || released(lang))
}

/// The keys that take matches: the first and the last of a row of digits, or the first alone.
fn take_keys(keymap: &Keymap) -> Vec<String> {
    let first = keymap.text(Command::TakeMatch(1));
    let last = keymap.text(Command::TakeMatch(9));
    let row = first.strip_suffix('1').filter(|held| last.strip_suffix('9') == Some(held));
    let last = row.map(|_| "9".to_owned());
    [first].into_iter().filter(|key| !key.is_empty()).chain(last).collect()
}
