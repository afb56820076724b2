//! The languages of an import: chosen among those of a TMX, or typed.

use egui::{Id, ScrollArea, Ui};

use crate::formats::tmx::PairCount;
use crate::model::Lang;
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Field, Ground, ListRow};
use crate::workbench::desk::Looked;
use crate::workbench::library::Languages;
use crate::workbench::opening::Named;

const ROW_HEIGHT: f32 = 28.0;

/// Pairs that are seen without scrolling.
const SEEN: f32 = 6.0;

/// The two languages as they are typed or chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PairChoice {
    source: String,
    target: String,
    /// The place of the chosen pair of a TMX, and whether it is turned round.
    pair: (usize, bool),
}

impl PairChoice {
    /// Begins with what the file says; what somebody typed stays.
    pub fn begin(&mut self, looked: &Looked) {
        let (source, target) = match looked {
            Looked::Table { named, .. } => (named.0.clone(), named.1.clone()),
            Looked::Tmx { pairs } => match pairs.first() {
                Some(pair) => (Some(pair.source.clone()), Some(pair.target.clone())),
                None => (None, None),
            },
            Looked::Memory { pair: (source, target), .. } => {
                (Some(source.clone()), Some(target.clone()))
            }
        };
        for (text, lang) in [(&mut self.source, source), (&mut self.target, target)] {
            if text.is_empty() {
                text.push_str(lang.as_ref().map_or("", Lang::as_str));
            }
        }
    }

    /// What is typed, as far as it is a language.
    #[must_use]
    pub fn named(&self) -> Named {
        (self.source.trim().parse().ok(), self.target.trim().parse().ok())
    }

    /// Both languages.
    #[must_use]
    pub fn languages(&self) -> Option<Languages> {
        let (source, target) = self.named();
        Some(Languages { source: source?, target: target? })
    }

    /// Fields for both languages.
    pub fn tags_ui(&mut self, ui: &mut Ui) {
        ui.add_space(8.0);
        let t = tokens(ui);
        ui.horizontal(|ui| {
            let sides = [
                (t!("source"), t!("source-language"), "fr", &mut self.source),
                (t!("target-title"), t!("target-language"), "en", &mut self.target),
            ];
            for (label, name, hint, text) in sides {
                fonts::DOCK.label(ui, label, t.ink2, f32::INFINITY);
                let lang: Option<Lang> = text.trim().parse().ok();
                let wrong = lang.is_none() && !text.trim().is_empty();
                ui.add(Field::new(name, text).hint(hint).width(90.0).wrong(wrong));
                let known = lang.as_ref().map_or("", Spoken::spoken);
                fonts::LABEL.label(ui, known, t.ink3, f32::INFINITY);
                ui.add_space(16.0);
            }
        });
    }

    /// The pairs of a TMX with their units; the chosen one can be turned round.
    pub fn pairs_ui(&mut self, ui: &mut Ui, pairs: &[PairCount]) {
        let t = tokens(ui);
        if pairs.is_empty() {
            let text = t!("pairs-no-unit-of-this-file-has");
            fonts::DOCK.label(ui, text, t.ink, f32::INFINITY);
            return;
        }
        let before = self.pair;
        let area = ScrollArea::vertical().id_salt("pairs").max_height(SEEN * ROW_HEIGHT);
        area.show(ui, |ui| {
            for (place, pair) in pairs.iter().enumerate() {
                let turned = self.pair == (place, true);
                let (source, target) = sides(pair, turned);
                let units = t!("units", count = pair.units);
                let names = t!("to", source = source.spoken(), target = target.spoken());
                let note = t!("pairs-to", source = source, target = target, units = units);
                let name = format!("{names}: {note}");
                let row = ListRow::new(Id::unique("pair").with(place), &name, Ground::Chrome);
                let row = row.height(ROW_HEIGHT).selected(self.pair.0 == place);
                let clicked = row.show(ui, |ui| {
                    ui.add_space(5.0);
                    ui.horizontal(|ui| {
                        ui.add_space(14.0);
                        fonts::DOCK_BOLD.label(ui, names, t.ink, f32::INFINITY);
                        fonts::DOCK.label(ui, note, t.ink3, f32::INFINITY);
                    });
                });
                if clicked.clicked() && self.pair.0 != place {
                    self.pair = (place, false);
                }
            }
        });
        ui.add_space(4.0);
        if ui.add(Button::new(t!("pairs-swap-source-and-target")).tight()).clicked() {
            self.pair.1 = !self.pair.1;
        }
        if before != self.pair
            && let Some(pair) = pairs.get(self.pair.0)
        {
            let (source, target) = sides(pair, self.pair.1);
            (self.source, self.target) = (source.to_string(), target.to_string());
        }
    }
}

const fn sides(pair: &PairCount, turned: bool) -> (&Lang, &Lang) {
    if turned { (&pair.target, &pair.source) } else { (&pair.source, &pair.target) }
}
