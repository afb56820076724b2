//! Why a match has its percentage: the two sources with what differs, each cost and each
//! penalty, and how they add up. Up and down, or a click, go to another match.

use egui::{Context, Id, Key, Modifiers, Ui};

use super::match_card::{Langs, source_marked, stored_marked};
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog};
use crate::workbench::Session;
use crate::workbench::figure::Account;
use crate::workbench::offers::Offer;

/// Width of the dialog and of a line of text in it, in points.
const WIDTH: f32 = 560.0;
const TEXT_WIDTH: f32 = WIDTH - 2.0 * dialog::PADDING as f32;

/// What came of a frame of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// It stays.
    Open,
    /// It was left.
    Left,
    /// The match of this rank, from 1, is to be taken.
    Take(u8),
}

/// The dialog, on the match at a place.
#[derive(Debug, Clone, Copy, Default)]
pub struct WhyMatch {
    place: usize,
}

impl WhyMatch {
    /// Shows the dialog about the active row's matches.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Wish {
        let offers = session.offers_of(session.row()).unwrap_or_default();
        let last = offers.len().saturating_sub(1);
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up, enter) =
            (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter));
        self.place = (self.place + usize::from(down)).min(last).saturating_sub(usize::from(up));
        let Some(offer) = offers.get(self.place) else { return Wish::Left };
        let title = format!("Why {} %: match {}", offer.found.score, self.place + 1);
        let mut taken = enter;
        let shown = Dialog::new(Id::unique("why"), &title).width(WIDTH).show(ctx, |ui| {
            difference_ui(ui, offer, session);
            account_ui(ui, offer, &session.source_text(session.row()));
            dialog::buttons(ui, |ui| {
                taken |= ui.add(Button::main("Take this match").key("Enter")).clicked();
                self.other_ui(ui, last);
            });
        });
        match (taken, shown.left) {
            (true, _) => Wish::Take(u8::try_from(self.place + 1).unwrap_or(u8::MAX)),
            (false, true) => Wish::Left,
            (false, false) => Wish::Open,
        }
    }

    fn other_ui(&mut self, ui: &mut Ui, last: usize) {
        if self.place < last && ui.add(Button::new("Next match").key("Down")).clicked() {
            self.place += 1;
        }
        if self.place > 0 && ui.add(Button::new("Match before").key("Up")).clicked() {
            self.place -= 1;
        }
    }
}

/// The match's source with what differs, and its target as it is stored.
fn difference_ui(ui: &mut Ui, offer: &Offer, session: &Session) {
    let t = tokens(ui);
    let found = &offer.found;
    let source_lang = session.source_lang();
    let target_lang = session.target_lang().unwrap_or(source_lang);
    let langs = Langs { source: source_lang, target: target_lang };
    let marked = source_marked(offer, &session.source_text(session.row()), t);
    let difference = BidiLabel::new(&marked.text, langs.source, fonts::DOCK, t.ink2);
    difference.spans(marked.spans).width(TEXT_WIDTH).show_in(ui);
    ui.add_space(4.0);
    let marked = stored_marked(offer, t);
    let stored = BidiLabel::new(&marked.text, langs.target, fonts::DOCK, t.ink);
    stored.spans(marked.spans).width(TEXT_WIDTH).show_in(ui);
    let from = format!("From {}, {}", found.memory_name, found.status.name().to_lowercase());
    fonts::LABEL.label(ui, from, t.ink3, TEXT_WIDTH);
    for holder in &found.also {
        fonts::LABEL.label(ui, format!("Also in {}", holder.memory_name), t.ink3, TEXT_WIDTH);
    }
    ui.add_space(8.0);
}

fn account_ui(ui: &mut Ui, offer: &Offer, sentence: &str) {
    let t = tokens(ui);
    for line in Account::of(offer, sentence).lines() {
        fonts::DOCK.label(ui, line, t.ink2, TEXT_WIDTH);
        ui.add_space(2.0);
    }
    let score = format!("{} %", offer.found.score);
    fonts::PERCENT_DOCK.label(ui, score, t.percentage(offer.found.score), TEXT_WIDTH);
    ui.add_space(8.0);
}
