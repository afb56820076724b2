//! All shapes and controls on one sheet, in every theme.

use diptych::ui::shapes::{self, Icon};
use diptych::ui::theme::{self, Contrast, tokens};
use diptych::ui::widgets::{
    Button, Field, Ground, KeyCap, ListRow, Notice, Progress, Section, Switch, Tab, Tone,
    icon_button, section,
};
use diptych::ui::{fonts, widgets};
use egui::{Frame, Id, Rect, Theme, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::shots::{harness_in, has_colors, shoot};

/// What people have done to the controls of the gallery.
#[derive(Default)]
struct Gallery {
    query: String,
    path: String,
    reply: String,
    order: usize,
}

impl Gallery {
    fn show(&mut self, ui: &mut Ui) {
        let t = tokens(ui);
        let window = ui.content_rect();
        let column = |left: f32, right: f32| {
            Rect::from_min_max(pos2(left, window.top()), pos2(right, window.bottom()))
        };
        ui.painter().rect_filled(window, 0.0, t.chrome);
        ui.painter().rect_filled(column(0.0, 740.0), 0.0, t.sheet);
        ui.scope_builder(UiBuilder::new().max_rect(column(0.0, 740.0)), |ui| self.left(ui));
        ui.scope_builder(UiBuilder::new().max_rect(column(740.0, 1112.0)), |ui| self.dock(ui));
    }

    fn left(&mut self, ui: &mut Ui) {
        let notice = Notice::new(Tone::Look, "The source changed in two rows: 28 became 29.");
        notice.buttons(&["Show", "Take"]).show(ui);
        Notice::new(Tone::Wrong, "The memory file cannot be written: the disk is full.").show(ui);
        Notice::new(Tone::Good, "Exported 22 rows.").show(ui);
        Frame::new().inner_margin(16).show(ui, |ui| {
            ui.horizontal(|ui| {
                Icon::Logo.show(ui);
                for (place, view) in ["Align", "Translate", "Review", "Facts"].iter().enumerate() {
                    ui.add(Tab::new(view, place == 1));
                }
                clock_chip(ui);
            });
            icons(ui);
            buttons(ui);
            self.fields(ui);
            list(ui);
        });
    }

    fn fields(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            let find = Field::search("Find", &mut self.query).hint("Find a release or a sentence");
            ui.add(find.key("Ctrl+F").width(300.0));
            ui.add(
                Field::new("Path", &mut self.path).hint("Path of a text").wrong(true).width(180.0),
            );
            ui.add(Switch::new("Order", &mut self.order, &["By doubt", "In order"]));
        });
    }

    fn dock(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        Section::new("Matches").first().note("for row 12").keys(&["Ctrl+1", "9"]).show(ui);
        card(ui, 1, true);
        card(ui, 2, false);
        Section::new("Terms").note("5").verb("insert").keys(&["Ctrl+Space"]).show(ui);
        Section::new("Checks").note("none").keys(&["F8"]).show(ui);
        Section::new("Doubtful").note("5 here").show_with(ui, |ui| {
            ui.add(Switch::new("Sort", &mut self.order, &["By doubt", "In order"]));
        });
        Section::new("Comments").note("2, open, minor").verb("resolve").keys(&["F7"]).show(ui);
        Frame::new().inner_margin(14).show(ui, |ui| {
            ui.add(Field::new("Reply", &mut self.reply).hint("Reply").key("Ctrl+M").rows(2));
        });
    }
}

fn clock_chip(ui: &mut Ui) {
    let t = tokens(ui);
    Frame::new().fill(t.amber_tint).corner_radius(4.0).inner_margin(7).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(16.0), egui::Sense::hover());
        shapes::clock(ui.painter(), rect, t.amber, 0.62);
        fonts::DOCK.label(ui, "Embargo 18:00", t.amber, 200.0);
        fonts::PERCENT_DOCK.label(ui, "0:37:12", t.amber, 200.0);
    });
}

fn icons(ui: &mut Ui) {
    let t = tokens(ui);
    ui.horizontal_wrapped(|ui| {
        for icon in Icon::ALL {
            icon.show(ui);
            fonts::LABEL.label(ui, icon.name(), t.ink3, 200.0);
        }
        for left in [0.0, 0.2, 0.5, 0.62, 0.9, 1.0] {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(16.0), egui::Sense::hover());
            shapes::clock(ui.painter(), rect, t.amber, left);
        }
    });
}

fn buttons(ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.add(Button::main("Accept").key("Ctrl+Enter").tight());
        ui.add(Button::new("Next doubtful").key("F4").tight()).request_focus();
        ui.add(Button::new("Move").key("Alt+Up").tight());
        ui.add(Button::new("Accept all from 0.95").count("5"));
        ui.add(Button::new("Due first").opens());
        icon_button(ui, Icon::Close, "Close");
    });
    ui.horizontal(|ui| {
        let reason = Some("choose a reason first");
        ui.add(Button::new("Reject").key("Ctrl+Shift+R").unless(reason));
        ui.add(Button::main("Approve").unless(reason));
        ui.add(Button::new("Open").icon(Icon::Folder).key("Ctrl+O").width(240.0));
        for key in ["Ctrl+Shift+Down", "Up", "F8", "Esc"] {
            ui.add(KeyCap(key));
        }
    });
}

fn list(ui: &mut Ui) {
    let t = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let rows = [
        ("Comment on the Port-Élan grain terminal", 14, 16, false),
        ("Irène Valmont after talks with Henrik Osterlund, Sarnel", 10, 18, true),
        ("Condolences after the floods in Haute-Lacaune", 9, 9, false),
    ];
    for (title, done, total, selected) in rows {
        let row = ListRow::new(Id::unique("row").with(title), title, Ground::Sheet);
        row.height(49.0).selected(selected).show(ui, |ui| {
            let rect = ui.max_rect();
            widgets::line_above(ui, rect, t.line);
            let text = ui.painter().layout_job(fonts::ROW.job(title, t.ink, 500.0));
            ui.painter().galley(rect.min + vec2(36.0, 6.0), text, t.ink);
            let number = fonts::LABEL.galley(ui.painter(), "0415-12-03-2026", t.ink3);
            ui.painter().galley(rect.min + vec2(36.0, 26.0), number, t.ink3);
            let bar = Rect::from_min_size(rect.min + vec2(560.0, 16.0), vec2(56.0, 16.0));
            Progress::of("Rows", done, total, 56.0).paint(ui, bar);
        });
    }
}

fn card(ui: &mut Ui, rank: usize, selected: bool) {
    let t = tokens(ui);
    let name = format!("Match {rank}");
    let card = ListRow::new(Id::unique("card").with(rank), &name, Ground::Chrome);
    card.selected(selected).show(ui, |ui| {
        let margin = egui::Margin { left: 14, right: 14, top: 7, bottom: 9 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(section::PADDING.mul_add(-2.0, 372.0));
            ui.horizontal(|ui| {
                fonts::LABEL_BOLD.label(ui, rank.to_string(), t.ink, 20.0);
                fonts::PERCENT_DOCK.label(ui, "76 %", t.percentage(76), 60.0);
                fonts::LABEL.label(ui, "foreign-ministry, 15.10.25", t.ink3, 200.0);
            });
            let text = "The ministerial meeting in Velt on 14 and 15 October, attended by the \
                        OBCC Secretary-General, Tomas Irigay, was the first stage.";
            fonts::DOCK.label(ui, text, t.ink, 344.0);
        });
    });
}

#[test]
fn the_gallery_is_painted_in_every_theme() {
    for (name, theme, contrast) in [
        ("gallery-light", Theme::Light, Contrast::Normal),
        ("gallery-dark", Theme::Dark, Contrast::Normal),
        ("gallery-high-light", Theme::Light, Contrast::High),
        ("gallery-high-dark", Theme::Dark, Contrast::High),
    ] {
        let mut gallery = Gallery::default();
        let mut harness =
            harness_in(vec2(1112.0, 700.0), theme, contrast, 1.0, move |ui| gallery.show(ui));
        harness.run();
        let image = shoot(&mut harness, name);
        assert_eq!(image.dimensions(), (1112, 700));
        let t = theme::of(theme, contrast);
        let meanings = [t.accent, t.green, t.amber, t.red, t.ink, t.sheet, t.chrome];
        assert!(has_colors(&image, &meanings), "{name}");
    }
}

#[test]
fn shapes_are_whole_at_four_times_their_size() {
    let mut harness = harness_in(vec2(360.0, 170.0), Theme::Light, Contrast::Normal, 4.0, |ui| {
        let rect = ui.content_rect();
        ui.painter().rect_filled(rect, 0.0, tokens(ui).sheet);
        icons(ui);
    });
    harness.run();
    let image = shoot(&mut harness, "shapes-large");
    let t = theme::of(Theme::Light, Contrast::Normal);
    assert!(has_colors(&image, &[t.accent, t.green, t.amber, t.red, t.ink2, t.ink3, t.shape]));
}
