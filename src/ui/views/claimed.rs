//! A release that somebody else has open: told by whom and since when; opened to be read, or
//! taken over when they are no longer there.

use egui::{Context, Id, Key, Modifiers};
use jiff::tz::TimeZone;

use super::ask::Answer;
use crate::model::Timestamp;
use crate::store::presence::{Seen, State};
use crate::texts::{day_and_clock, t};
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, dialog};

/// What becomes of a release that somebody else has open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// It is opened to be read.
    Read,
    /// It is taken over.
    TakeOver,
}

/// Asks for it.
pub fn claimed_ui(ctx: &Context, name: &str, seen: &Seen) -> Answer<Wish> {
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut given = enter.then_some(Wish::Read);
    let mut stay = false;
    let title = t!("claimed-somebody-has-this-release-open");
    let shown = Dialog::new(Id::unique("claimed"), title).width(600.0).show(ctx, |ui| {
        let t = tokens(ui);
        if !name.is_empty() {
            fonts::DOCK_BOLD.label(ui, name, t.ink, 560.0);
            ui.add_space(4.0);
        }
        fonts::DOCK.label(ui, who(seen), t.ink, 560.0);
        ui.add_space(4.0);
        let silent = seen.state != State::Present;
        let advice = if silent { t!("claimed-nothing-was-heard") } else { t!("claimed-at-work") };
        fonts::DOCK.label(ui, advice, t.ink2, 560.0);
        dialog::buttons(ui, |ui| {
            if ui.add(Button::main(t!("claimed-open-to-read")).key("Enter")).clicked() {
                given = Some(Wish::Read);
            }
            let why = (!silent).then_some(t!("claimed-they-are-at-work"));
            if ui.add(Button::new(t!("claimed-take-over")).unless(why)).clicked() {
                given = Some(Wish::TakeOver);
            }
            stay = ui.add(Button::new(t!("cancel")).key("Esc")).clicked();
        });
    });
    Answer::of(given, shown.left || stay)
}

/// Who, where, since when, and when they were heard of last.
fn who(seen: &Seen) -> String {
    let clock = |at: Timestamp| day_and_clock(&at.to_zoned_datetime(TimeZone::system()));
    let by = &seen.by;
    let name = if by.name.is_empty() { t!("claimed-somebody") } else { &by.name };
    let since = clock(by.since);
    if by.machine.is_empty() {
        t!("claimed-since", name = name, since = since, last = clock(seen.last))
    } else {
        let machine = by.machine.as_str();
        t!(
            "claimed-on-since",
            name = name,
            machine = machine,
            since = since,
            last = clock(seen.last)
        )
    }
}
