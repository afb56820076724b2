//! Where the panel is, the fonts of the two columns, and what the person is called. All are
//! kept in the settings.

use egui::Context;

use super::{App, Dialogue};
use crate::store::{PanelPlace, PreviewPlace};
use crate::texts::{said, t};
use crate::ui::fonts;
use crate::ui::views::ask::Answer;
use crate::ui::views::fonts::FontList;
use crate::ui::views::your_name::NameQuestion;
use crate::workbench::Command;
use crate::workbench::desk::Tone;
use crate::workbench::links::Side;

impl App {
    /// Carries out a command about the panel or the fonts; whether it was one.
    pub(super) fn change_layout(&mut self, ctx: &Context, command: Command) -> bool {
        let settings = &mut self.desk.settings;
        match command {
            Command::TogglePanel => settings.hide_panel = !settings.hide_panel,
            Command::TogglePreview => {
                settings.preview = match settings.preview {
                    PreviewPlace::Hidden => PreviewPlace::Below,
                    PreviewPlace::Below | PreviewPlace::Beside => PreviewPlace::Hidden,
                };
            }
            Command::MovePreview => {
                settings.preview = match settings.preview {
                    PreviewPlace::Below => PreviewPlace::Beside,
                    PreviewPlace::Hidden | PreviewPlace::Beside => PreviewPlace::Below,
                };
            }
            Command::MovePanel => {
                settings.panel =
                    if settings.hide_panel { settings.panel } else { settings.panel.next() };
                settings.hide_panel = false;
                let place = said("panel", settings.panel.name());
                self.desk.tell(Tone::Done, place);
            }
            Command::YourName => {
                self.dialog = Some(Dialogue::YourName(NameQuestion::new(&settings.author)));
                return true;
            }
            Command::SourceFont | Command::TargetFont => {
                let source = command == Command::SourceFont;
                let side = if source { Side::Source } else { Side::Target };
                let font = if source { &settings.source_font } else { &settings.target_font };
                self.dialog = Some(Dialogue::Fonts(FontList::new(ctx, side, font.clone())));
                return true;
            }
            _ => return false,
        }
        self.grid.list.reset();
        self.desk.save_settings();
        true
    }

    pub(super) fn your_name_ui(
        &mut self,
        ctx: &Context,
        mut question: NameQuestion,
    ) -> Option<Dialogue> {
        match question.show(ctx) {
            Answer::Open => return Some(Dialogue::YourName(question)),
            Answer::Left => {}
            Answer::Given(name) => self.desk.call_me(&name),
        }
        None
    }

    /// Keeps where the panel floats, when it was put elsewhere.
    #[expect(clippy::cast_possible_truncation, reason = "a screen has some thousand points")]
    pub(super) fn keep_floating(&mut self) {
        let Some(rect) = self.grid.floats.take() else { return };
        let settings = &mut self.desk.settings;
        if settings.panel != PanelPlace::Floating {
            return;
        }
        // Points have no fractions anybody would miss.
        let whole = |number: f32| number.round() as i32;
        let size = [rect.left(), rect.top(), rect.width(), rect.height()].map(whole);
        if settings.panel_rect != Some(size) {
            settings.panel_rect = Some(size);
            self.desk.save_settings();
        }
    }

    /// The fonts of a column; what is marked is seen in the rows at once.
    pub(super) fn fonts_ui(&mut self, ctx: &Context, mut list: FontList) -> Option<Dialogue> {
        let answer = list.show(ctx);
        let settings = &mut self.desk.settings;
        let font = match list.side() {
            Side::Source => &mut settings.source_font,
            Side::Target => &mut settings.target_font,
        };
        let stays = match answer {
            Answer::Open => {
                let mut tried = settings.clone();
                let shown = match list.side() {
                    Side::Source => &mut tried.source_font,
                    Side::Target => &mut tried.target_font,
                };
                *shown = list.marked();
                if fonts::set_columns(ctx, &tried) {
                    self.grid.list.reset();
                }
                return Some(Dialogue::Fonts(list));
            }
            Answer::Left => None,
            Answer::Given(chosen) => {
                *font = chosen;
                self.desk.save_settings();
                self.desk.tell(Tone::Done, t!("fonts-chosen"));
                None
            }
        };
        fonts::set_columns(ctx, &self.desk.settings);
        self.grid.list.reset();
        stays
    }
}
