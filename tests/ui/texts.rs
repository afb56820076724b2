//! Two leaves of an invented statement: rows, differences and links together.

use diptych::model::Lang;
use diptych::ui::diff_text::{Mark, difference, marked};
use diptych::ui::links::{Firmness, Geometry, Link, Thresholds, legend, paint};
use diptych::ui::rows::estimate::text_height;
use diptych::ui::rows::{RowSource, Rows};
use diptych::ui::text::{BidiLabel, LaidLabel};
use diptych::ui::theme::{self, Contrast, tokens};
use diptych::ui::{fonts, widgets};
use egui::{Id, Rangef, Rect, Theme, Ui, Vec2, pos2, vec2};

use crate::shots::{harness, has_colors, shoot};

/// Source sentences, target sentences, confidence (2.0 is accepted), block begins.
type Bead = (&'static [&'static str], &'static [&'static str], f32, bool);

const BEADS: [Bead; 9] = [
    (&["11:30"], &["11:30"], 2.0, true),
    (&["1893-15-10-2025"], &["1893-15-10-2025"], 3.0, true),
    (&["Chers collègues,"], &["Уважаемые коллеги,"], 0.99, true),
    (
        &["La réunion ministérielle des 14 et 15 octobre, à laquelle a participé le secrétaire \
           général Tomas Irigay, en a été la première étape."],
        &["Первым её этапом стала министерская встреча 14 и 15 октября с участием генерального \
           секретаря Томаса Иригая."],
        0.96,
        false,
    ),
    (
        &["Nous avons adopté la Déclaration de Velt, qui fixe trois priorités et prévoit 28 \
           programmes communs dans 31 secteurs."],
        &["Мы приняли Вельтскую декларацию.", "В ней определены три приоритета и 28 программ."],
        0.88,
        true,
    ),
    (&["Je tiens à remercier nos hôtes de leur accueil."], &[], 0.61, false),
    (
        &[
            "Les échanges ont atteint 2,1 milliards de couronnes.",
            "C’est 6,4 % de plus qu’en 2024.",
        ],
        &["Товарооборот достиг 2,1 млрд крон, что на 6,4 % больше, чем в 2024 году."],
        0.93,
        true,
    ),
    (
        &[
            "Nous partageons la même vision de la sécurité de la navigation dans le bassin de l’Orle.",
        ],
        &["Мы едины в понимании ключевых задач."],
        0.42,
        true,
    ),
    (&[], &["Отдельно отмечу вклад молодёжных организаций."], 0.55, false),
];
const ACTIVE: usize = 7;
const HINGE: f32 = 150.0;

struct Beads;

impl Beads {
    fn label(ui: &Ui, text: &str, width: f32, row: usize) -> LaidLabel {
        let t = tokens(ui);
        let term = text.find("vision").filter(|_| row == ACTIVE);
        let marks: Vec<_> = term.map(|at| (at..at + 6, Mark::Term)).into_iter().collect();
        let lang = french();
        let label = BidiLabel::new(text, &lang, fonts::TEXT, t.ink).width(width);
        label.spans(marked(text, &marks, t)).lay_out(ui.ctx())
    }

    /// From top to bottom of each sentence, from the row's top.
    fn spans(ui: &Ui, texts: &[&str], width: f32, row: usize) -> Vec<Rangef> {
        let mut top = 6.0;
        let mut spans = Vec::new();
        for text in texts {
            let height = Self::label(ui, text, width, row).size().y;
            spans.push(Rangef::new(top, top + height));
            top += height + 6.0;
        }
        spans
    }

    fn text_width(row_width: f32) -> f32 {
        (row_width - HINGE) / 2.0 - 62.0 - 22.0
    }
}

impl RowSource for Beads {
    fn len(&self) -> usize {
        BEADS.len()
    }

    fn estimate(&self, row: usize, width: f32) -> f32 {
        let count = |texts: &[&str]| texts.iter().map(|text| text.chars().count()).sum::<usize>();
        let (source, target, ..) = BEADS[row];
        text_height(count(source).max(count(target)), Self::text_width(width), fonts::TEXT) + 12.0
    }

    fn measure(&mut self, ui: &Ui, row: usize, width: f32) -> f32 {
        let (source, target, ..) = BEADS[row];
        let lowest = |texts| {
            Self::spans(ui, texts, Self::text_width(width), row)
                .last()
                .map_or(32.0, |s| s.max + 6.0)
        };
        lowest(source).max(lowest(target))
    }

    fn paint(&mut self, ui: &mut Ui, row: usize, rect: Rect) {
        let t = tokens(ui);
        let (source, target, confidence, block) = BEADS[row];
        let hinge = Rect::from_center_size(rect.center(), vec2(HINGE, rect.height()));
        let fill = |rect, color| ui.painter().rect_filled(rect, 0.0, color);
        fill(rect, if row == ACTIVE { t.tint } else { t.sheet });
        fill(hinge, if row == ACTIVE { t.tint } else { t.hinge });
        let mut rule = rect;
        rule.min.x += if block { 0.0 } else { 62.0 };
        widgets::line_above(ui, rule, if block { t.line2 } else { t.line });
        if row == ACTIVE {
            widgets::active_bar(ui.painter(), rect, t);
        }
        let width = Self::text_width(rect.width());
        let put = |texts: &'static [&'static str], x: f32| {
            let spans = Self::spans(ui, texts, width, row);
            for (text, span) in texts.iter().zip(&spans) {
                let at = pos2(x, rect.top() + span.min);
                Self::label(ui, text, width, row).paint(ui.painter(), at);
            }
            let place = |span: Rangef| Rangef::new(rect.top() + span.min, rect.top() + span.max);
            spans.into_iter().map(place).collect::<Vec<_>>()
        };
        let source = put(source, rect.left() + 68.0);
        let target = put(target, hinge.right() + 16.0);
        let link = Link {
            hinge,
            source: &source,
            target: &target,
            confidence,
            accepted: confidence > 1.0,
            pinned: confidence > 2.0,
            active: row == ACTIVE,
        };
        paint(ui.painter(), &link, &Geometry::of(&link), Thresholds::default());
    }
}

fn french() -> Lang {
    "fr".parse().expect("a language")
}

fn show(ui: &mut Ui, label: &LaidLabel) {
    let (rect, _) = ui.allocate_exact_size(label.size(), egui::Sense::hover());
    label.paint(ui.painter(), rect.min);
}

fn differences(ui: &mut Ui) {
    use Mark::{Deleted, Inserted, Same};
    let t = tokens(ui);
    let runs = [
        (Same, "La réunion ministérielle des "),
        (Deleted, "14"),
        (Inserted, "3"),
        (Same, " et "),
        (Deleted, "15 octobre"),
        (Inserted, "4 avril"),
        (Same, " à "),
        (Deleted, "Velt"),
        (Inserted, "Port-Élan"),
        (Same, ", à laquelle "),
        (Deleted, "a participé"),
        (Inserted, "participera"),
        (Same, " le secrétaire général de la CCBO, Tomas Irigay, en "),
        (Deleted, "a été"),
        (Inserted, "sera"),
        (Same, " la première étape."),
    ];
    let marks = difference(runs, t);
    let lang = french();
    let label = BidiLabel::new(&marks.text, &lang, fonts::DOCK, t.ink2);
    show(ui, &label.spans(marks.spans).width(344.0).lay_out(ui.ctx()));
    let text = "Confirm, go to the next open row";
    let found = marked(text, &[(0..4, Mark::Found)], t);
    let label = BidiLabel::plain(text, fonts::ROW, t.ink).spans(found);
    show(ui, &label.width(344.0).lay_out(ui.ctx()));
    ui.horizontal(|ui| {
        let all = [Firmness::Accepted, Firmness::Sure, Firmness::Likely, Firmness::Doubtful];
        for firmness in all {
            let (rect, _) = ui.allocate_exact_size(firmness.legend_size(), egui::Sense::hover());
            legend(ui.painter(), rect, firmness);
        }
    });
}

#[test]
fn two_leaves_and_a_hinge_are_painted() {
    for (name, theme) in [("texts-light", Theme::Light), ("texts-dark", Theme::Dark)] {
        let mut rows = Rows::default();
        let mut harness = harness(vec2(1110.0, 620.0), theme, move |ui| {
            let window = ui.content_rect();
            ui.painter().rect_filled(window, 0.0, tokens(ui).chrome);
            let part = |top: f32, height: f32| {
                Rect::from_min_size(pos2(0.0, top), vec2(window.width(), height))
            };
            let builder = egui::UiBuilder::new().max_rect(part(0.0, 480.0));
            let mut leaves = ui.new_child(builder);
            rows.show(&mut leaves, Id::unique("beads"), Some(ACTIVE), &mut Beads);
            let dock = part(490.0, 130.0).shrink2(Vec2::new(14.0, 0.0));
            differences(&mut ui.new_child(egui::UiBuilder::new().max_rect(dock)));
        });
        harness.run();
        let image = shoot(&mut harness, name);
        let t = theme::of(theme, Contrast::Normal);
        let marks = [t.ins_back, t.ins, t.del_back, t.tint, t.hinge, t.green, t.amber, t.shape];
        assert!(has_colors(&image, &marks), "{name}");
    }
}
