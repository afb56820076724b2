//! The versions of a release's source: each with when it came in, two of them side by side, and
//! the rows whose sentences are gone. Arrows choose the older one, Shift and arrows the newer one.

use egui::{Align, Context, Id, Key, Layout, Modifiers, ScrollArea, Ui, pos2, vec2};
use jiff::tz::TimeZone;

use super::ask::Answer;
use crate::model::Bead;
use crate::text::diff;
use crate::texts::{day_and_clock, t};
use crate::ui::diff_text;
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Ground, ListRow, dialog, line_below};
use crate::workbench::Session;
use crate::workbench::late::{Compared, Version, versions};

const WIDTH: f32 = 920.0;
const ROW_HEIGHT: f32 = 30.0;
/// So many versions are seen at a time.
const VERSIONS_SEEN: f32 = 5.0;
/// Room that all but what is compared needs, in points.
const REST_HEIGHT: f32 = 330.0;
const NUMBER_WIDTH: f32 = 48.0;

/// The dialog.
#[derive(Debug, Clone, Default)]
pub struct VersionsDialog {
    /// Places of the two versions, the older first.
    chosen: (usize, usize),
    /// What is compared, for these two places.
    compared: Option<((usize, usize), Vec<Compared>)>,
}

impl VersionsDialog {
    /// The last two versions.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        let last = session.project().earlier.len();
        Self { chosen: (last.saturating_sub(1), last), compared: None }
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Answer<()> {
        let all = versions::all(session.project());
        self.keys(ctx, all.len());
        let mut closed = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let title = t!("versions-title");
        let shown = Dialog::new(Id::unique("versions"), title).width(WIDTH).show(ctx, |ui| {
            self.list_ui(ui, &all);
            self.compared_ui(ui, session, &all);
            dialog::buttons(ui, |ui| {
                closed |= ui.add(Button::main(t!("close")).key("Enter")).clicked();
            });
        });
        Answer::of(None, shown.left || closed)
    }

    fn keys(&mut self, ctx: &Context, count: usize) {
        let pressed = |held, key| ctx.input_mut(|input| input.consume_key(held, key));
        let (older, newer) = &mut self.chosen;
        for (held, place) in [(Modifiers::SHIFT, newer), (Modifiers::NONE, older)] {
            if pressed(held, Key::ArrowDown) {
                *place += 1;
            }
            if pressed(held, Key::ArrowUp) {
                *place = place.saturating_sub(1);
            }
            *place = (*place).min(count.saturating_sub(1));
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, all: &[Version<'_>]) {
        let t = tokens(ui);
        let list = ScrollArea::vertical().max_height(VERSIONS_SEEN * ROW_HEIGHT);
        list.id_salt("versions").auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, version) in all.iter().enumerate() {
                let moment = day_and_clock(&version.received.to_zoned_datetime(TimeZone::system()));
                let name = t!("versions-one", number = version.number, moment = moment);
                let mark = match self.chosen {
                    (older, newer) if place == older && place == newer => t!("versions-both"),
                    (older, _) if place == older => t!("versions-older"),
                    (_, newer) if place == newer => t!("versions-newer"),
                    _ => "",
                };
                let spoken = format!("{name} {mark}");
                let row = ListRow::new(
                    Id::unique("version").with(place),
                    spoken.trim_end(),
                    Ground::Chrome,
                );
                let row = row.height(ROW_HEIGHT).selected(!mark.is_empty());
                let response = row.show(ui, |ui| {
                    let size = vec2(ui.available_width(), ROW_HEIGHT);
                    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                        ui.add_space(12.0);
                        fonts::DOCK.label(ui, &name, t.ink, f32::INFINITY);
                        fonts::LABEL.label(ui, &version.source.name, t.ink3, 300.0);
                        fonts::LABEL_BOLD.label(ui, mark, t.accent, f32::INFINITY);
                    });
                });
                if response.clicked() {
                    let newer = ui.input(|input| input.modifiers.shift);
                    *(if newer { &mut self.chosen.1 } else { &mut self.chosen.0 }) = place;
                }
            }
        });
        ui.add_space(8.0);
    }

    fn compared_ui(&mut self, ui: &mut Ui, session: &Session, all: &[Version<'_>]) {
        let t = tokens(ui);
        if all.len() < 2 {
            fonts::DOCK.label(ui, t!("versions-only-one"), t.ink2, WIDTH - 32.0);
            return;
        }
        if self.compared.as_ref().is_none_or(|(of, _)| *of != self.chosen) {
            let (older, newer) = self.chosen;
            let both = all.get(older).zip(all.get(newer));
            let compared = both.map(|(old, new)| versions::compare(old.source, new.source));
            self.compared = Some((self.chosen, compared.unwrap_or_default()));
        }
        let Some((_, compared)) = &self.compared else { return };
        fonts::DOCK_BOLD.label(ui, t!("versions-differ", count = compared.len()), t.ink, WIDTH);
        let height = (ui.ctx().content_rect().height() - REST_HEIGHT).max(120.0);
        let list = ScrollArea::vertical().max_height(height).id_salt("compared");
        list.auto_shrink([false, true]).show(ui, |ui| {
            for line in compared {
                let note = if line.moved { t!("late-row-moved") } else { "" };
                line_ui(ui, session, &line.number.to_string(), (&line.old, &line.new), note);
            }
            Self::gone_ui(ui, session);
        });
    }

    /// The rows whose sentences are gone, each with the translation it had.
    fn gone_ui(ui: &mut Ui, session: &Session) {
        let t = tokens(ui);
        let gone = session.translation().map(|of| of.gone.as_slice()).unwrap_or_default();
        if gone.is_empty() {
            return;
        }
        ui.add_space(8.0);
        fonts::DOCK_BOLD.label(ui, t!("versions-gone", count = gone.len()), t.ink, WIDTH);
        for bead in gone {
            let kept = Bead::target_text(bead);
            line_ui(ui, session, &bead.number.to_string(), (&bead.rendered, ""), &kept);
        }
    }
}

/// A sentence with the words that differ, and a note below.
fn line_ui(ui: &mut Ui, session: &Session, number: &str, (old, new): (&str, &str), note: &str) {
    let t = tokens(ui);
    let top = ui.cursor().min;
    let width = ui.available_width() - NUMBER_WIDTH - 16.0;
    let shown = ui.horizontal_top(|ui| {
        let head = vec2(NUMBER_WIDTH, fonts::DOCK.line);
        ui.allocate_ui_with_layout(head, Layout::left_to_right(Align::TOP), |ui| {
            ui.set_min_width(NUMBER_WIDTH);
            fonts::DOCK_BOLD.label(ui, number, t.ink2, NUMBER_WIDTH);
        });
        ui.vertical(|ui| {
            let words = diff::words(old, new);
            let marked = diff_text::difference(diff_text::runs(&words), t);
            let label = BidiLabel::new(&marked.text, session.source_lang(), fonts::DOCK, t.ink);
            label.spans(marked.spans).width(width).show_in(ui);
            if !note.is_empty() {
                fonts::LABEL.label(ui, note, t.ink3, width);
            }
        });
    });
    let bottom = shown.response.rect.bottom() + 3.0;
    let rect = egui::Rect::from_min_max(top, pos2(ui.max_rect().right(), bottom));
    line_below(ui, rect, t.line);
    ui.add_space(6.0);
}
