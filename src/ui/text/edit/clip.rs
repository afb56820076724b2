//! What a field gives to the clipboard: its text without what only stands in for a chip; of chips
//! alone their labels. Pasted into a field of ours, the chips are in it again, so that cutting and
//! pasting moves them.

use egui::{Id, Ui};

use super::super::atom::Atom;

/// What was copied last: as it is on the clipboard, and as it stood in the field.
type Copied = (String, String);

fn place() -> Id {
    Id::NULL.with("diptych copied chips")
}

/// Puts a stretch of a field, which begins at byte `start`, on the clipboard.
pub(super) fn copy(ui: &Ui, text: &str, start: usize, atoms: &[Atom]) {
    let chips = || {
        let copied = start..start + text.len();
        let chips = atoms.iter().filter(move |atom| copied.contains(&atom.range.start));
        chips.filter_map(|atom| Some((&atom.range, atom.label.as_deref()?)))
    };
    let stands_in = |at: usize| chips().any(|(range, _)| range.contains(&(start + at)));
    let plain = text.char_indices().filter(|(at, _)| !stands_in(*at));
    let mut plain: String = plain.map(|(_, letter)| letter).collect();
    if plain.is_empty() {
        plain.extend(chips().map(|(_, label)| label));
    }
    ui.data_mut(|data| data.insert_temp::<Copied>(place(), (plain.clone(), text.to_owned())));
    ui.copy_text(plain);
}

/// What is pasted: the text with its chips where it is what was copied last.
pub(super) fn pasted(ui: &Ui, text: &str) -> String {
    let copied: Option<Copied> = ui.data(|data| data.get_temp(place()));
    copied.filter(|(plain, _)| plain == text).map_or_else(|| text.to_owned(), |(_, own)| own)
}
