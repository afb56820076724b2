//! The sentences of a row, to be corrected or split: what the reader of a file got
//! wrong (a full stop that ends nothing, a line break in mid-sentence, a misprint).
//!
//! A split goes where the caret stands in the field that was last in use. Corrections
//! of the source stay apart from the text of the file.
//!
//! While translating, a split in the source, or at the end of one of its sentences, splits
//! the row, and its target where its own caret stands.

use egui::{Context, Id, Key, Modifiers, Ui};

use super::ask::Answer;
use crate::model::{Lang, SegmentId, View};
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::grid::langs;
use crate::ui::text;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, TextField, dialog};
use crate::workbench::Session;
use crate::workbench::links::Side;
use crate::workbench::parting::RowCut;

/// What is to be done with one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// Give it this text.
    Correct(Side, SegmentId, String),
    /// Split it after so many characters.
    Split(Side, SegmentId, usize),
    /// Split the row.
    SplitRow(RowCut),
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
    /// While translating: the target, and where the row's own field had its caret.
    target: Option<(String, usize)>,
    shown: bool,
}

#[derive(Debug, Clone)]
struct Sentence {
    side: Side,
    id: SegmentId,
    number: String,
    lang: Lang,
    text: String,
    before: String,
}

impl Sentences {
    /// The sentences of the session's active row. `caret` is where the caret of the row's
    /// target is, in characters.
    #[must_use]
    pub fn of(session: &Session, caret: Option<usize>) -> Option<Self> {
        let bead = session.active_bead()?;
        let translating = session.view() == View::Translate;
        let target = translating.then(|| (bead.target_text(), caret.unwrap_or_default()));
        let of_block = |id: &SegmentId| {
            let (block, _) = session.rows().place(*id)?;
            session.source().blocks.get(block).map(|block| session.source().lang_of(block))
        };
        let sources = bead.source.iter().filter_map(|id| {
            let lang = of_block(id).unwrap_or(session.source_lang());
            Some((Side::Source, session.project().segment(*id)?, lang))
        });
        let targets = bead.target.segments().iter();
        let targets = targets.map(|t| (Side::Target, &t.segment, langs::of_sentence(session, t)));
        let all = sources
            .chain(targets)
            .map(|(side, segment, lang)| Sentence {
                side,
                id: segment.id,
                number: segment.number.to_string(),
                lang: lang.clone(),
                text: segment.text.clone(),
                before: segment.text.clone(),
            })
            .collect();
        Some(Self { row: bead.number.to_string(), all, caret: None, target, shown: false })
    }

    /// Shows the dialog; answers what is to be done, in this order.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Answer<Vec<Mend>> {
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let always = Modifiers::COMMAND | Modifiers::SHIFT;
        let (split_always, join_always) = (pressed(always, Key::T), pressed(always, Key::J));
        let save = pressed(Modifiers::COMMAND, Key::Enter);
        let split = pressed(Modifiers::COMMAND, Key::T);
        let mut given = None;
        let title = t!("sentences-sentences-of-row", row = self.row);
        let shown = Dialog::new(Id::unique("sentences"), &title).width(720.0).show(ctx, |ui| {
            self.fields_ui(ui, session);
            self.target_cut_ui(ui);
            let cannot_split = self.cannot_split();
            let unchanged = self.corrections().is_empty().then_some(t!("nothing-is-changed-yet"));
            dialog::buttons(ui, |ui| {
                let button = Button::main(t!("sentences-save-corrections"))
                    .key("Ctrl+Enter")
                    .unless(unchanged);
                if (ui.add(button).clicked() || save) && unchanged.is_none() {
                    given = Some(self.corrections());
                }
                let button =
                    Button::new(t!("sentences-split-at-caret")).key("Ctrl+T").unless(cannot_split);
                if (ui.add(button).clicked() || split) && cannot_split.is_none() {
                    given = Some(self.split(false));
                }
            });
            dialog::buttons(ui, |ui| {
                let button = Button::new(t!("sentences-split-here-always")).key("Ctrl+Shift+T");
                let button = button.unless(cannot_split);
                if (ui.add(button).clicked() || split_always) && cannot_split.is_none() {
                    given = Some(self.split(true));
                }
                let button = Button::new(t!("sentences-join-with-next-always")).key("Ctrl+Shift+J");
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
        let target = session.target_lang().map_or(t!("target-title"), |lang| lang.spoken());
        let mut heading = None;
        for (at, sentence) in self.all.iter_mut().enumerate() {
            if heading != Some(sentence.side) {
                heading = Some(sentence.side);
                let name = match sentence.side {
                    Side::Source => session.source_lang().spoken(),
                    Side::Target => target,
                };
                fonts::DOCK_BOLD.label(ui, name, t.ink, f32::INFINITY);
            }
            let number = &sentence.number;
            let name = match sentence.side {
                Side::Source => t!("sentences-source", number = number),
                Side::Target => t!("sentences-target", number = number),
            };
            let id = Id::unique("sentence").with(sentence.id.bits());
            if first {
                text::forget_undo(ui.ctx(), id);
            }
            let end = sentence.text.chars().count();
            let field = TextField {
                id,
                name: &name,
                text: &mut sentence.text,
                lang: &sentence.lang,
                rows: 2,
            };
            let edited = field.show(ui);
            if first && at == 0 {
                text::focus(ui.ctx(), id, end);
            }
            if edited.response.has_focus() {
                self.caret = text::caret_of(ui.ctx(), id).map(|caret| (at, caret));
            }
            ui.add_space(6.0);
        }
    }

    /// Why there is nothing to split, if so.
    fn cannot_split(&self) -> Option<&'static str> {
        let Some((at, caret)) = self.caret else {
            return Some(t!("sentences-put-the-caret-where-the-sentence"));
        };
        let length = self.all.get(at).map_or(0, |s| s.text.trim().chars().count());
        if self.target.is_some() {
            let source = |at: usize| self.all.get(at).is_some_and(|s| s.side == Side::Source);
            if !source(at) {
                return Some(t!("sentences-put-the-caret-in-the-source"));
            }
            if caret >= length && source(at + 1) {
                return None;
            }
        }
        (caret == 0 || caret >= length).then_some(t!("sentences-put-the-caret-inside-the-sentence"))
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

    /// Where the target will be split: after so many characters, if inside it.
    fn target_cut(&self) -> Option<(&str, &str, usize)> {
        let (text, caret) = self.target.as_ref()?;
        let corrected = self.corrections();
        let typed = |mend: &Mend| matches!(mend, Mend::Correct(Side::Target, ..));
        let byte = text.char_indices().nth(*caret)?.0;
        let (before, behind) = text.split_at_checked(byte)?;
        let inside = !before.trim().is_empty() && !behind.trim().is_empty();
        (inside && !corrected.iter().any(typed)).then_some((before, behind, *caret))
    }

    /// Says where the target will be split.
    fn target_cut_ui(&self, ui: &mut Ui) {
        if let Some((before, behind, _)) = self.target_cut() {
            let t = tokens(ui);
            let text = t!(
                "sentences-split-row-target",
                before = end_of(before.trim_end()),
                after = start_of(behind.trim_start())
            );
            fonts::LABEL.label(ui, &text, t.ink3, f32::INFINITY);
        }
    }

    /// The split of the row with the sentence at this place.
    fn split_row(&self, sentence: &Sentence, caret: usize) -> Mend {
        let length = sentence.text.trim().chars().count();
        Mend::SplitRow(RowCut {
            sentence: sentence.id,
            at: (caret < length).then_some(caret),
            target_at: self.target_cut().map(|(.., at)| at),
        })
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
            } else if self.target.is_some() {
                self.split_row(sentence, caret)
            } else {
                Mend::Split(sentence.side, sentence.id, caret)
            });
        }
        mends
    }
}

/// How many characters of the target are shown about the place where it will be split.
const SHOWN: usize = 24;

/// The last characters of a text.
fn end_of(text: &str) -> String {
    let count = text.chars().count();
    let cut = count.saturating_sub(SHOWN);
    let mark = if cut > 0 { "…" } else { "" };
    format!("{mark}{}", text.chars().skip(cut).collect::<String>())
}

/// The first characters of a text.
fn start_of(text: &str) -> String {
    let mark = if text.chars().count() > SHOWN { "…" } else { "" };
    format!("{}{mark}", text.chars().take(SHOWN).collect::<String>())
}
