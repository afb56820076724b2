//! The dock of the translation view: the matches of the active row, and its terms.

use egui::{ScrollArea, Ui};

use super::Act;
use super::dock_checks::checks_ui;
use super::dock_terms::terms_ui;
use super::doubt::note_ui;
use super::fragments::fragments_ui;
use super::match_card::{Langs, MatchCard};
use super::said_before::said_before_ui;
use crate::model::{Bead, Origin};
use crate::texts::t;
use crate::ui::keys;
use crate::ui::widgets::Section;
use crate::workbench::desk::Desk;
use crate::workbench::keymap::Keymap;
use crate::workbench::offers::Offer;
use crate::workbench::{Command, Session};

/// How much of the dock the matches have at most; they scroll in it.
const MATCHES_SHARE: f32 = 0.6;

/// The dock's content.
pub fn dock_ui(ui: &mut Ui, desk: &Desk, session: &Session, acts: &mut Vec<Act>) {
    let row = session.row();
    let number = session.active_bead().map(|bead| bead.number.to_string()).unwrap_or_default();
    let content = session.rows().is_content(row);
    let offers = session.offers_of(row).unwrap_or_default();
    let looking = desk.is_looking(row);
    let note = match (offers.is_empty(), looking) {
        (true, true) => t!("dock-looking-for-row", number = number),
        (true, false) => t!("dock-none-for-row", number = number),
        (false, _) => t!("dock-for-row", number = number),
    };
    let keys = take_keys(&keys::in_force(ui.ctx()));
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    Section::new(t!("dock-matches")).first().note(&note).keys(&keys).show(ui);
    if !content {
        note_ui(ui, t!("dock-this-row-is-not-content-and"));
    } else if !is_served(desk, session) {
        note_ui(ui, t!("dock-no-memory-serves-this-pair-of"));
    } else if offers.is_empty() && !looking {
        note_ui(ui, nothing(desk, session));
    }
    let source = session.source_text(row);
    let source_lang = session.source_lang();
    let target_lang = session.target_lang().unwrap_or(source_lang);
    let langs = Langs { source: source_lang, target: target_lang };
    let taken = session.active_bead().and_then(|bead| taken(offers, bead)).unwrap_or(0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let most = ui.available_height() * MATCHES_SHARE;
    ScrollArea::vertical().id_salt("matches").max_height(most).show(ui, |ui| {
        said_before_ui(ui, desk.said_before(), langs, acts);
        if offers.is_empty() {
            fragments_ui(ui, desk.fragments(), &source, langs, acts);
        }
        for (place, offer) in offers.iter().enumerate() {
            let marked = place == taken;
            if (MatchCard { place, marked, offer, sentence: &source, langs }).show(ui) {
                let rank = u8::try_from(place + 1).unwrap_or(u8::MAX);
                acts.push(Act::Run(Command::TakeMatch(rank)));
            }
        }
    });
    terms_ui(ui, desk, session, langs, acts);
    checks_ui(ui, session, acts);
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
        t!("dock-nothing-like-this-sentence-so-far")
    } else {
        t!("dock-nothing-like-this-sentence-has-been")
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
