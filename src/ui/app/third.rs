//! The choosers about a third language: the reference, and the pair derived through the
//! source.

use egui::Context;

use super::{App, Dialogue};
use crate::model::{Translation, TranslationId};
use crate::texts::{Spoken, t};
use crate::ui::views::ask::{Answer, Purpose};
use crate::ui::views::choose::{Choice, Chooser};
use crate::workbench::desk::Tone;

/// What can be shown beside the rows.
enum Offered {
    Translation(TranslationId),
    File,
    Nothing,
}

impl App {
    pub(super) fn ask_reference(&mut self) {
        let chooser = Chooser::new(t!("third-show-a-reference"), t!("third-find-a-language"), 0);
        self.dialog = Some(Dialogue::Reference(chooser));
    }

    pub(super) fn reference_ui(&mut self, ctx: &Context, mut chooser: Chooser) -> Option<Dialogue> {
        let session = self.desk.session.as_ref()?;
        let mut offered = Vec::new();
        for other in session.references() {
            let name = other.lang().spoken().to_owned();
            let note = if other.document.name.is_empty() {
                t!("third-of-this-release").to_owned()
            } else {
                other.document.name.clone()
            };
            offered.push((Offered::Translation(other.id), Choice { name, note }));
        }
        let choice = |name: &str, note: &str| Choice { name: name.into(), note: note.into() };
        offered.push((
            Offered::File,
            choice(t!("third-a-text-in-another-language"), t!("third-from-a-file")),
        ));
        if session.reference().is_some() {
            offered.push((Offered::Nothing, choice(t!("third-no-reference"), "")));
        }
        let choices: Vec<Choice> = offered.iter().map(|(_, choice)| choice.clone()).collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Reference(chooser)),
            Answer::Left => {}
            Answer::Given(place) => match offered.get(place).map(|(offered, _)| offered) {
                Some(Offered::Translation(id)) => self.desk.show_reference(Some(*id)),
                Some(Offered::File) => self.pick(ctx, Purpose::Reference),
                Some(Offered::Nothing) => self.desk.show_reference(None),
                None => {}
            },
        }
        None
    }

    pub(super) fn ask_pair(&mut self) {
        if self.desk.pairs_to_derive().is_empty() {
            let why = t!("third-a-pair-is-derived-from-two");
            return self.desk.tell(Tone::Notice, why);
        }
        let chooser =
            Chooser::new(t!("third-derive-a-pair-through-the-source"), t!("third-find-a-pair"), 0);
        self.dialog = Some(Dialogue::Derive(chooser));
    }

    pub(super) fn derive_ui(&mut self, ctx: &Context, mut chooser: Chooser) -> Option<Dialogue> {
        let session = self.desk.session.as_ref()?;
        let pairs = self.desk.pairs_to_derive();
        let name = |id: &TranslationId| {
            let is = |of: &&Translation| of.id == *id;
            let found = session.project().translations.iter().find(is);
            found.map_or("", |translation| translation.lang().spoken())
        };
        let via = crate::workbench::pivot::mark(session.source_lang());
        let choices: Vec<Choice> = pairs
            .iter()
            .map(|(from, to)| Choice {
                name: t!("to", source = name(from), target = name(to)),
                note: via.clone(),
            })
            .collect();
        match chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Derive(chooser)),
            Answer::Left => {}
            Answer::Given(place) => {
                if let Some((from, to)) = pairs.get(place) {
                    self.desk.derive(*from, *to);
                }
            }
        }
        None
    }
}
