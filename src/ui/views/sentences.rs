//! The sentences of a row, to be corrected or split: what the reader of a file got
//! wrong (a full stop that ends nothing, a line break in mid-sentence, a misprint).
//!
//! A split goes where the caret stands in the field that was last in use. Corrections
//! of the source stay apart from the text of the file.

use egui::text_edit::TextEditState;
use egui::{Context, Id, Key, Modifiers, Ui};

use super::ask::Answer;
use crate::model::SegmentId;
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, dialog};
use crate::workbench::Session;
use crate::workbench::links::Side;

/// What is to be done with one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// Give it this text.
    Correct(Side, SegmentId, String),
    /// Split it after so many characters.
    Split(Side, SegmentId, usize),
    /// Make a rule of splitting it, which reads so, after so many characters.
    SplitAlways(Side, SegmentId, String, usize),
    /// Make a rule of joining it with the next one.
    JoinAlways(Side, SegmentId),
}

/// The dialog.
#[derive(Debug, Clone)]
pub struct Sentences {
    row: String,
    all: Vec<Sentence>,
    /// The field that had the focus last, and the caret in it, in characters.
    caret: Option<(usize, usize)>,
    shown: bool,
}

#[derive(Debug, Clone)]
struct Sentence {
    side: Side,
    id: SegmentId,
    number: String,
    text: String,
    before: String,
}

impl Sentences {
    /// The sentences of the session's active row.
    #[must_use]
    pub fn of(session: &Session) -> Option<Self> {
        let bead = session.active_bead()?;
        let segment = |id: &SegmentId| session.project().segment(*id).map(|s| (Side::Source, s));
        let sources = bead.source.iter().filter_map(segment);
        let targets = bead.target.segments().iter().map(|t| (Side::Target, &t.segment));
        let all = sources
            .chain(targets)
            .map(|(side, segment)| Sentence {
                side,
                id: segment.id,
                number: segment.number.to_string(),
                text: segment.text.clone(),
                before: segment.text.clone(),
            })
            .collect();
        Some(Self { row: bead.number.to_string(), all, caret: None, shown: false })
    }

    /// Shows the dialog; answers what is to be done, in this order.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Answer<Vec<Mend>> {
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let always = Modifiers::COMMAND | Modifiers::SHIFT;
        let (split_always, join_always) = (pressed(always, Key::T), pressed(always, Key::J));
        let save = pressed(Modifiers::COMMAND, Key::Enter);
        let split = pressed(Modifiers::COMMAND, Key::T);
        let mut given = None;
        let title = format!("Sentences of row {}", self.row);
        let shown = Dialog::new(Id::unique("sentences"), &title).width(720.0).show(ctx, |ui| {
            self.fields_ui(ui, session);
            let cannot_split = self.cannot_split();
            let unchanged = self.corrections().is_empty().then_some("nothing is changed yet");
            dialog::buttons(ui, |ui| {
                let button = Button::main("Save corrections").key("Ctrl+Enter").unless(unchanged);
                if (ui.add(button).clicked() || save) && unchanged.is_none() {
                    given = Some(self.corrections());
                }
                let button = Button::new("Split at caret").key("Ctrl+T").unless(cannot_split);
                if (ui.add(button).clicked() || split) && cannot_split.is_none() {
                    given = Some(self.split(false));
                }
            });
            dialog::buttons(ui, |ui| {
                let button = Button::new("Split here always…").key("Ctrl+Shift+T");
                let button = button.unless(cannot_split);
                if (ui.add(button).clicked() || split_always) && cannot_split.is_none() {
                    given = Some(self.split(true));
                }
                let button = Button::new("Join with next always…").key("Ctrl+Shift+J");
                if ui.add(button).clicked() || join_always {
                    given = self.join_always();
                }
            });
        });
        Answer::of(given, shown.left)
    }

    fn fields_ui(&mut self, ui: &mut Ui, session: &Session) {
        let t = tokens(ui);
        let first = !std::mem::replace(&mut self.shown, true);
        let target = session.target_lang().map_or("Target", |lang| lang.english_name());
        let mut heading = None;
        for (at, sentence) in self.all.iter_mut().enumerate() {
            if heading != Some(sentence.side) {
                heading = Some(sentence.side);
                let name = match sentence.side {
                    Side::Source => session.source_lang().english_name(),
                    Side::Target => target,
                };
                fonts::DOCK_BOLD.label(ui, name, t.ink, f32::INFINITY);
            }
            let side = if sentence.side == Side::Source { "Source" } else { "Target" };
            let name = format!("{side} sentence {}", sentence.number);
            let id = Id::unique("sentence").with(sentence.id.bits());
            let field = Field::new(&name, &mut sentence.text).id(id).rows(2);
            let response = ui.add(field);
            if first && at == 0 {
                response.request_focus();
            }
            if response.has_focus() {
                let state = TextEditState::load(ui.ctx(), id);
                let range = state.and_then(|state| state.cursor.char_range());
                self.caret = range.map(|range| (at, range.primary.index.0));
            }
            ui.add_space(6.0);
        }
    }

    /// Why there is nothing to split, if so.
    fn cannot_split(&self) -> Option<&'static str> {
        let Some((at, caret)) = self.caret else {
            return Some("put the caret where the sentence is to be split");
        };
        let length = self.all.get(at).map_or(0, |s| s.text.trim().chars().count());
        (caret == 0 || caret >= length).then_some("put the caret inside the sentence")
    }

    fn corrections(&self) -> Vec<Mend> {
        let changed = |s: &&Sentence| s.text.trim() != s.before.trim();
        let changed = self.all.iter().filter(changed);
        changed.map(|s| Mend::Correct(s.side, s.id, s.text.trim().to_owned())).collect()
    }

    /// The corrections, then the rule that joins the sentence last in use with the next one.
    fn join_always(&self) -> Option<Vec<Mend>> {
        let at = self.caret.map_or(0, |(at, _)| at);
        let sentence = self.all.get(at)?;
        let mut mends = self.corrections();
        mends.push(Mend::JoinAlways(sentence.side, sentence.id));
        Some(mends)
    }

    /// The corrections, then the split, or the rule of it.
    fn split(&self, always: bool) -> Vec<Mend> {
        let mut mends = self.corrections();
        if let Some((sentence, caret)) =
            self.caret.and_then(|(at, caret)| Some((self.all.get(at)?, caret)))
        {
            let lead = sentence.text.chars().take_while(|c| c.is_whitespace()).count();
            let changed = sentence.text.trim() != sentence.before.trim();
            // The text is trimmed where it is corrected, and the caret counts from there.
            let caret = if changed { caret.saturating_sub(lead) } else { caret };
            let text = if changed { sentence.text.trim() } else { sentence.text.as_str() };
            mends.push(if always {
                Mend::SplitAlways(sentence.side, sentence.id, text.to_owned(), caret)
            } else {
                Mend::Split(sentence.side, sentence.id, caret)
            });
        }
        mends
    }
}
