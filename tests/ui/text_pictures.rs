//! Pictures of text in the bundled scripts, with all marks, in both themes at one and
//! two pixels a point; and what the images of glyphs take.

use diptych::model::Lang;
use diptych::ui::diff_text::Mark;
use diptych::ui::fonts;
use diptych::ui::text::{self, BidiLabel, Span};
use diptych::ui::theme::{self, Contrast, Tokens, tokens};
use egui::{Theme, Ui, pos2, vec2};

use crate::shots::{harness_in, has_colors, shoot};

/// A text, its language, and a mark on a word of it.
const TEXTS: [(&str, &str, &str, Mark); 7] = [
    ("ar", "أعلن الأمين العام للأمم المتحدة (ONU) أنّ المؤتمر في 2024.", "المتحدة", Mark::Inserted),
    ("ar", "وبلغت المساعدات 1,250,000 حصة (+6,4٪) لا غير.", "250", Mark::Deleted),
    ("ar", "قال {1}لا{2}: «سلام»", "{1}", Mark::Tag),
    ("ar", "اللاجئون والأطفال", "اجئ", Mark::Inserted),
    ("he", "שָׁלוֹם: הוועידה (OBCC) תיפתח ב-15 באוקטובר, 6.4% ₪", "הוועידה", Mark::Term),
    ("ru", "Стра\u{301}ны Орле: 6,4 % – 2,3 млрд", "Орле", Mark::Misspelt),
    ("fr", "Les 28 États ; « l’été » – œuvre", "États", Mark::Found),
];

fn spans(text: &str, word: &str, mark: Mark, t: &Tokens) -> Vec<Span> {
    let at = text.find(word).expect("the word is in the text");
    vec![mark.span(at..at + word.len(), t)]
}

fn sheet(ui: &mut Ui) {
    let t = tokens(ui);
    ui.painter().rect_filled(ui.content_rect(), 0.0, t.sheet);
    for (at, (lang, text, word, mark)) in TEXTS.into_iter().enumerate() {
        let lang: Lang = lang.parse().expect("a language");
        let label = BidiLabel::new(text, &lang, fonts::TEXT, t.ink).width(360.0);
        let laid = label.spans(spans(text, word, mark, t)).lay_out(ui.ctx());
        assert_eq!(laid.missing(), 0, "{text}");
        laid.paint(ui.painter(), pos2(20.0, 12.0 + 30.0 * at as f32));
    }
}

#[test]
fn marks_are_painted_in_every_bundled_script() {
    for (name, theme) in [("scripts-light", Theme::Light), ("scripts-dark", Theme::Dark)] {
        for scale in [1.0, 2.0] {
            let size = vec2(400.0, 230.0);
            let mut harness = harness_in(size, theme, Contrast::Normal, scale, sheet);
            harness.run();
            text::show_marks(&harness.ctx, scale > 1.0);
            harness.run();
            let image = shoot(&mut harness, &format!("{name}-{scale}"));
            let t = theme::of(theme, Contrast::Normal);
            let marks = [t.ins_back, t.ins, t.del_back, t.hinge, t.shape, t.accent];
            assert!(has_colors(&image, &marks), "{name} at {scale}");
        }
    }
}

/// Half a ligature in another colour: both colours are there, and the letters joined.
#[test]
fn a_mark_on_half_a_ligature_colours_half_of_it() {
    let size = vec2(60.0, 60.0);
    let mut harness = harness_in(size, Theme::Light, Contrast::Normal, 2.0, |ui| {
        let t = tokens(ui);
        ui.painter().rect_filled(ui.content_rect(), 0.0, t.sheet);
        let lang: Lang = "ar".parse().expect("a language");
        let label = BidiLabel::new("لا", &lang, fonts::PAGE_TITLE, t.ink).width(40.0);
        let half = Mark::Found.span(2..4, t);
        label.spans(vec![half]).lay_out(ui.ctx()).paint(ui.painter(), pos2(10.0, 10.0));
    });
    harness.run();
    let image = shoot(&mut harness, "half-a-ligature");
    let t = theme::of(Theme::Light, Contrast::Normal);
    assert!(has_colors(&image, &[t.ink, t.accent]));
}

/// Zooming through many sizes fills the pages; they are begun anew within the bound.
#[test]
fn images_of_glyphs_stay_within_four_mebibytes() {
    let size = vec2(400.0, 230.0);
    let mut harness = harness_in(size, Theme::Light, Contrast::Normal, 1.0, sheet);
    let mut most = 0;
    for step in 0..160 {
        harness.ctx.set_zoom_factor(1.0 + step as f32 * 0.02);
        harness.run();
        let bytes = text::atlas_bytes(&harness.ctx);
        most = most.max(bytes);
    }
    for _ in 0..40 {
        harness.step();
    }
    assert!(most > 2 << 20, "the bound is reached: {most}");
    assert!(text::atlas_bytes(&harness.ctx) <= 4 << 20);
    assert!(most <= 6 << 20, "not far beyond it for a moment: {most}");
}
