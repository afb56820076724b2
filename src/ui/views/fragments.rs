//! What the memories know of a sentence that they do not know as a whole: its longest
//! passages, each with a unit that has it. What renders a passage is marked where it is
//! certain, and nowhere else.

use std::ops::Range;

use egui::{Frame, Id, Margin, Ui};

use super::Act;
use super::concordance::excerpt;
use super::match_card::Langs;
use crate::memory::concordance::Fragment;
use crate::texts::t;
use crate::ui::diff_text::Mark;
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::text::{BidiLabel, Span};
use crate::ui::theme::tokens;
use crate::ui::widgets::{Ground, ListRow, Section};
use crate::workbench::Command;

/// Room left and right of a text, in points.
const MARGIN: i8 = 14;

/// The passages, in the order of the sentence.
///
/// Each is put in at the caret by the key of a match of its rank, or by a click.
pub fn fragments_ui(
    ui: &mut Ui,
    fragments: &[Fragment],
    sentence: &str,
    langs: Langs<'_>,
    acts: &mut Vec<Act>,
) {
    if fragments.is_empty() {
        return;
    }
    Section::new(t!("fragments-passages")).note(t!("fragments-of-this-sentence")).show(ui);
    for (fragment, rank) in fragments.iter().zip(1u8..) {
        let passage = sentence.get(fragment.range.clone()).unwrap_or_default();
        let units = if fragment.is_all {
            t!("fragments-units", count = fragment.units)
        } else {
            t!("fragments-units-or-more", count = fragment.units)
        };
        let target = &fragment.example.target;
        let inserted = fragment.rendering.as_ref().map_or(target, |rendering| &rendering.text);
        let name = t!("fragments-passage", rank = rank, passage = passage, text = inserted);
        let row = ListRow::new(Id::unique("passage").with(rank), &name, Ground::Chrome);
        let content = |ui: &mut Ui| {
            let t = tokens(ui);
            let width = ui.available_width();
            ui.horizontal_top(|ui| {
                fonts::DOCK_BOLD.label(ui, rank.to_string(), t.ink, 20.0);
                let head = BidiLabel::new(passage, langs.source, fonts::LABEL_BOLD, t.ink);
                head.width(width - 24.0).without_marks().show_in(ui);
            });
            BidiLabel::plain(&units, fonts::LABEL, t.ink2).width(width).show_in(ui);
            let example = &fragment.example;
            let sides: [(&str, &[Range<usize>], _); 2] = [
                (&example.source, &example.in_source, langs.source),
                (&example.target, &example.in_target, langs.target),
            ];
            for (text, ranges, lang) in sides {
                let (shown, ranges) = excerpt(text, ranges);
                let spans = ranges.into_iter().map(|range| Span::new(range, Mark::Found.look(t)));
                let label = BidiLabel::new(&shown, lang, fonts::DOCK, t.ink).width(width);
                label.spans(spans.collect()).without_marks().show_in(ui);
            }
        };
        let shown = row.show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(MARGIN, 6)).show(ui, content);
        });
        let key = keys::tip(ui.ctx(), t!("fragments-put-in"), Command::TakeMatch(rank));
        if shown.on_hover_text(key).clicked() {
            acts.push(Act::Run(Command::InsertMatch(rank)));
        }
    }
}
