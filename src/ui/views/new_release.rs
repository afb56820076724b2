//! A new release: one text to translate, or two to align; chosen, dropped or pasted.

use egui::{Context, Id, Key, Modifiers, ScrollArea, Ui, vec2};

use super::ask::Answer;
use super::found::FoundFile;
use crate::formats::plain;
use crate::model::Lang;
use crate::release;
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::text::BidiEdit;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Field, dialog, focus_frame};
use crate::workbench::desk::IncomingText;

const WIDTH: f32 = 900.0;
const TEXT_HEIGHT: f32 = 300.0;

/// One of the texts: its content, its name, its language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Side {
    /// The text.
    pub text: String,
    /// The file's name; empty when pasted.
    pub name: String,
    /// The language tag as typed or guessed.
    pub lang: String,
    /// Whether somebody typed the tag.
    typed: bool,
    /// What there is to know of the file: its encoding, what was wrong with it.
    note: String,
    /// The file, with what was found in it; `None` for a text that was typed or pasted.
    pub found: Option<FoundFile>,
}

impl Side {
    fn take(&mut self, incoming: IncomingText) {
        self.text = incoming.text;
        self.name = incoming.name;
        self.note = incoming.note;
        self.found = incoming.found.map(FoundFile::new);
        self.guess();
    }

    /// Guesses the language anew, unless somebody typed one.
    fn guess(&mut self) {
        if self.typed {
            return;
        }
        self.lang.clear();
        if let Some(found) = &self.found {
            self.lang.push_str(found.file.document.lang.as_str());
            return;
        }
        let blocks = plain::blocks(&self.text).blocks;
        if !blocks.is_empty() {
            let (main, _) = release::main_language(&blocks, None);
            self.lang.push_str(main.as_str());
        }
    }

    /// The language, where the tag is one.
    #[must_use]
    pub fn language(&self) -> Option<Lang> {
        self.lang.trim().parse().ok()
    }
}

/// The dialog.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewRelease {
    /// Whether there are two texts.
    pub pair: bool,
    /// The source.
    pub source: Side,
    /// The target; only its language counts when there is one text.
    pub target: Side,
    shown: bool,
}

/// What somebody wants of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Make the release.
    Make,
    /// Choose a file for the source.
    ChooseSource,
    /// Choose a file for the target.
    ChooseTarget,
    /// Read the source's file in another encoding.
    EncodeSource,
    /// Read the target's file in another encoding.
    EncodeTarget,
    /// Give a block of the source's file another role.
    SourceRole(usize),
    /// Give a block of the target's file another role.
    TargetRole(usize),
}

/// What somebody wants of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SideWish {
    Choose,
    Encode,
    Role(usize),
}

impl NewRelease {
    /// An empty dialog for one text or two.
    #[must_use]
    pub fn new(pair: bool) -> Self {
        let mut new = Self { pair, ..Self::default() };
        if !pair {
            "en".clone_into(&mut new.target.lang);
        }
        new
    }

    /// Takes a text in: the first as source, the next as target.
    pub fn take(&mut self, incoming: IncomingText) {
        if self.source.text.is_empty() {
            self.source.take(incoming);
            if !self.pair {
                self.offer_target();
            }
        } else {
            self.pair = true;
            self.target.typed = false;
            self.target.take(incoming);
        }
    }

    /// Takes a text in as the source.
    pub fn take_source(&mut self, incoming: IncomingText) {
        self.source.take(incoming);
    }

    /// Takes a text in as the target.
    pub fn take_target(&mut self, incoming: IncomingText) {
        self.target.take(incoming);
    }

    /// A target language to begin with: English, or French from English.
    fn offer_target(&mut self) {
        if !self.target.typed {
            let tag = if self.source.lang.starts_with("en") { "fr" } else { "en" };
            tag.clone_into(&mut self.target.lang);
        }
    }

    /// Why the release cannot be made yet.
    fn why_not(&self) -> Option<&'static str> {
        let (source, target) = (self.source.language(), self.target.language());
        if self.source.text.trim().is_empty() {
            Some(t!("new-release-there-is-no-source-text-yet"))
        } else if self.pair && self.target.text.trim().is_empty() {
            Some(t!("new-release-there-is-no-target-text-yet"))
        } else if source.is_none() || target.is_none() {
            Some(t!("new-release-a-language-tag-is-not-one"))
        } else if source == target {
            Some(t!("both-languages-are-the-same"))
        } else {
            None
        }
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &Context) -> Answer<Wish> {
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let title = if self.pair { t!("new-from-two-texts") } else { t!("new-from-one-text") };
        let verb = if self.pair { t!("align") } else { t!("translate") };
        let mut wish = None;
        let shown = Dialog::new(Id::unique("new release"), title).width(WIDTH).show(ctx, |ui| {
            if self.pair {
                ui.columns(2, |columns| {
                    if let [left, right] = columns {
                        wish = self.source_ui(left).or(self.target_ui(right));
                    }
                });
            } else {
                wish = self.source_ui(ui);
                ui.add_space(6.0);
                let Side { lang, typed, .. } = &mut self.target;
                lang_ui(ui, t!("target-language"), t!("new-release-proposed"), lang, typed);
            }
            let why = self.why_not();
            dialog::buttons(ui, |ui| {
                let button = Button::main(verb).key("Ctrl+Enter").unless(why);
                if (ui.add(button).clicked() || enter) && why.is_none() {
                    wish = Some(Wish::Make);
                }
                if self.pair && ui.add(Button::new(t!("new-release-swap"))).clicked() {
                    std::mem::swap(&mut self.source, &mut self.target);
                }
                if let Some(why) = why {
                    let t = tokens(ui);
                    fonts::LABEL.label(ui, why, t.ink3, f32::INFINITY);
                }
            });
        });
        Answer::of(wish, shown.left)
    }

    fn source_ui(&mut self, ui: &mut Ui) -> Option<Wish> {
        let focus = !std::mem::replace(&mut self.shown, true);
        side_ui(ui, &Words::of_source(), &mut self.source, focus).map(|wish| match wish {
            SideWish::Choose => Wish::ChooseSource,
            SideWish::Encode => Wish::EncodeSource,
            SideWish::Role(block) => Wish::SourceRole(block),
        })
    }

    fn target_ui(&mut self, ui: &mut Ui) -> Option<Wish> {
        side_ui(ui, &Words::of_target(), &mut self.target, false).map(|wish| match wish {
            SideWish::Choose => Wish::ChooseTarget,
            SideWish::Encode => Wish::EncodeTarget,
            SideWish::Role(block) => Wish::TargetRole(block),
        })
    }
}

/// What a side and its controls are called.
struct Words {
    name: &'static str,
    choose: &'static str,
    text: &'static str,
    language: &'static str,
    encoding: &'static str,
    blocks: &'static str,
}

impl Words {
    fn of_source() -> Self {
        Self {
            name: t!("source"),
            choose: t!("new-release-choose-source-file"),
            text: t!("new-release-source-text"),
            language: t!("source-language"),
            encoding: t!("new-release-source-encoding"),
            blocks: t!("found-source-blocks"),
        }
    }

    fn of_target() -> Self {
        Self {
            name: t!("target-title"),
            choose: t!("new-release-choose-target-file"),
            text: t!("new-release-target-text"),
            language: t!("target-language"),
            encoding: t!("new-release-target-encoding"),
            blocks: t!("found-target-blocks"),
        }
    }
}

/// One text with its language; what is wanted of it.
fn side_ui(ui: &mut Ui, words: &Words, side: &mut Side, focus: bool) -> Option<SideWish> {
    let t = tokens(ui);
    let (mut choose, mut encode) = (false, false);
    ui.horizontal(|ui| {
        fonts::DOCK_HEADING.label(ui, words.name, t.ink, f32::INFINITY);
        let file = if side.name.is_empty() {
            t!("new-release-pasted-or-typed")
        } else {
            side.name.as_str()
        };
        let file = if side.text.is_empty() { "" } else { file };
        fonts::LABEL.line_label(ui, file, t.ink3, 220.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let label = words.choose;
            choose = ui.add(Button::new(label)).clicked();
        });
    });
    ui.add_space(4.0);
    let mut role = None;
    if let Some(found) = &mut side.found {
        role = found.show(ui, words.blocks, TEXT_HEIGHT - 60.0, focus);
    } else if text_ui(ui, words.text, side, focus) {
        side.guess();
    }
    ui.add_space(6.0);
    lang_ui(ui, words.language, t!("new-release-guessed"), &mut side.lang, &mut side.typed);
    if !side.name.is_empty() && side.found.as_ref().is_none_or(FoundFile::has_encoding) {
        ui.horizontal(|ui| {
            encode = ui.add(Button::new(words.encoding)).clicked();
            fonts::LABEL.label(ui, &side.note, t.ink3, ui.available_width());
        });
    }
    let encode = encode.then_some(SideWish::Encode);
    choose.then_some(SideWish::Choose).or(encode).or(role.map(SideWish::Role))
}

fn text_ui(ui: &mut Ui, name: &str, side: &mut Side, focus: bool) -> bool {
    let t = tokens(ui);
    let frame = egui::Frame::new()
        .fill(t.sheet)
        .stroke(t.stroke(1.0, t.shape))
        .corner_radius(4.0)
        .inner_margin(6);
    let (mut changed, mut focused) = (false, false);
    let shown = frame.show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt(name).max_height(TEXT_HEIGHT);
        area.auto_shrink(false).show(ui, |ui| {
            let size = vec2(ui.available_width(), TEXT_HEIGHT - 8.0);
            let place = egui::Rect::from_min_size(ui.cursor().min, size);
            let lang = side.lang.trim().parse().unwrap_or_else(|_| Lang::undetermined());
            let id = Id::unique("new text").with(name);
            let edited = BidiEdit::new(id, name, &mut side.text, &lang)
                .role(fonts::DOCK)
                .hint(t!("new-release-paste-a-text-here-or-choose"))
                .show(ui, place);
            ui.advance_cursor_after_rect(edited.response.rect);
            if focus {
                edited.response.request_focus();
            }
            changed = edited.changed;
            focused = edited.response.has_focus();
        });
    });
    if focused {
        focus_frame(ui.painter(), shown.response.rect, 4.0, t);
    }
    changed
}

/// A field for a language tag; `how` says where an untyped one comes from.
fn lang_ui(ui: &mut Ui, name: &str, how: &str, tag: &mut String, typed: &mut bool) {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        fonts::DOCK.label(ui, name, t.ink2, f32::INFINITY);
        let parsed = tag.trim().parse::<Lang>();
        let wrong = !tag.is_empty() && parsed.is_err();
        let response = ui.add(Field::new(name, tag).hint("fr").width(90.0).wrong(wrong));
        *typed |= response.changed();
        let note = match &parsed {
            Ok(lang) => lang.spoken().to_owned(),
            Err(_) if tag.is_empty() => String::new(),
            Err(error) => error.to_string(),
        };
        let note = if parsed.is_ok() && !*typed { format!("{note} ({how})") } else { note };
        fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
    });
}
