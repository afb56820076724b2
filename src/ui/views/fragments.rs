//! What the memories know of a sentence that they do not know as a whole: its longest
//! passages, each with a unit that has it. What renders a passage is marked where it is
//! certain, and nowhere else.

use std::ops::Range;

use egui::{Frame, Margin, Ui};

use super::concordance::excerpt;
use super::match_card::Langs;
use crate::memory::concordance::Fragment;
use crate::ui::diff_text::Mark;
use crate::ui::fonts;
use crate::ui::text::{BidiLabel, Span};
use crate::ui::theme::tokens;
use crate::ui::widgets::Section;

/// Room left and right of a text, in points.
const MARGIN: i8 = 14;

/// The passages, in the order of the sentence.
pub fn fragments_ui(ui: &mut Ui, fragments: &[Fragment], sentence: &str, langs: Langs<'_>) {
    if fragments.is_empty() {
        return;
    }
    Section::new("Passages").note("of this sentence").show(ui);
    for fragment in fragments {
        let passage = sentence.get(fragment.range.clone()).unwrap_or_default();
        let more = if fragment.is_all { "" } else { " or more" };
        let units = match fragment.units {
            1 => format!("in 1 unit{more}"),
            count => format!("in {count} units{more}"),
        };
        Frame::new().inner_margin(Margin::symmetric(MARGIN, 6)).show(ui, |ui| {
            let t = tokens(ui);
            let width = ui.available_width();
            let head = BidiLabel::new(passage, langs.source, fonts::LABEL_BOLD, t.ink);
            head.width(width).without_marks().show_in(ui);
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
        });
    }
}
