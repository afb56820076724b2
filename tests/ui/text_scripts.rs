//! Official statements in six scripts in the real grid, at one and two pixels a point,
//! in both themes. `DIPTYCH_SHOTS=folder cargo test --test ui text_scripts` keeps the
//! pictures, to be read letter by letter beside the texts below. Hindi, Thai and
//! Chinese are set in the system's fonts; where there are none, that is told.

use diptych::model::{Lang, View};
use diptych::ui::fonts;
use diptych::ui::text::{self, BidiLabel};
use diptych::workbench::desk::NewTexts;
use egui::{Color32, Key, Modifiers, Theme, Vec2, vec2};

use crate::desk::Window;
use crate::shots::shoot;

/// The window, in points.
const SIZE: Vec2 = vec2(1024.0, 400.0);

/// A text and its language.
type Text = (&'static str, &'static str);

/// A source and its translation, sentence by sentence.
const PAIRS: [(&str, Text, Text); 3] = [
    (
        "arabic-hebrew",
        (
            "ar",
            "بيان صحفي\n\n\
             أعلنت الوزارة اليوم أنّ 1,250,000 جرعة (UNICEF) وصلت في 15/10/2025. \
             وبلغت النسبة 6.4٪ مقابل ٥٫٢٪ في عام 2024 (ONU).\n\n\
             للاستفسار: +218 21 555 0100، press@example.org\n",
        ),
        (
            "he",
            "הודעה לעיתונות\n\n\
             המשרד הודיע היום כי 1,250,000 מנות (UNICEF) הגיעו ב-15/10/2025. \
             השיעור עמד על 6.4% לעומת 5.2% בשנת 2024 (ONU).\n\n\
             לפרטים: ‎+218 21 555 0100, press@example.org\n",
        ),
    ),
    (
        "russian-chinese",
        (
            "ru",
            "Заявление для прессы\n\n\
             Министр сообщил, что 15 октября 2025 года доставлено 1 250 000 доз (ЮНИСЕФ). \
             Доля составила 6,4 % – на 1,2 % больше, чем в 2024 году.\n",
        ),
        (
            "zh",
            "新闻公报\n\n\
             部长表示，2025年10月15日已运抵1,250,000剂疫苗（联合国儿童基金会）。\
             占比为6.4%，比2024年高1.2%。\n",
        ),
    ),
    (
        "hindi-thai",
        (
            "hi",
            "प्रेस विज्ञप्ति\n\n\
             मंत्रालय ने बताया कि 15 अक्टूबर 2025 को 12,50,000 खुराकें (यूनिसेफ़) पहुँचीं। \
             यह हिस्सा 6.4% रहा, जो 2024 से 1.2% अधिक है।\n",
        ),
        (
            "th",
            "แถลงข่าว\n\n\
             กระทรวงแจ้งว่าเมื่อวันที่ 15 ตุลาคม 2568 มีวัคซีน 1,250,000 โดส (ยูนิเซฟ) มาถึงแล้ว \
             สัดส่วนอยู่ที่ 6.4% สูงกว่าปีที่แล้ว 1.2% และที่นี่ยังมีน้ำดื่มเพียงพอ\n",
        ),
    ),
];

fn window(theme: Theme, scale: f32, source: Text, target: Text) -> Window {
    let mut window = Window::start(SIZE * scale, theme);
    window.harness.set_pixels_per_point(scale);
    // The window itself may use the system's fonts; tests do without elsewhere.
    text::install(&window.harness.ctx, true);
    let lang = |text: Text| text.0.parse().ok();
    window.harness.state_mut().desk_mut().make(NewTexts {
        source: (source.1.to_owned(), format!("statement.{}.txt", source.0), lang(source)),
        target: Some((target.1.to_owned(), format!("statement.{}.txt", target.0))),
        target_lang: lang(target),
    });
    window.settle();
    window
}

/// Tells how many characters of a text no face has.
fn missing(window: &Window, (tag, text): Text) -> usize {
    let lang: Lang = tag.parse().expect("a language");
    let label = BidiLabel::new(text, &lang, fonts::TEXT, Color32::BLACK).width(400.0);
    label.lay_out(&window.harness.ctx).missing()
}

#[test]
fn six_scripts_stand_in_the_grid() {
    for (name, source, target) in PAIRS {
        for theme in [Theme::Light, Theme::Dark] {
            for scale in [1.0, 2.0] {
                let mut window = window(theme, scale, source, target);
                let langs = [source.0, target.0];
                let session = window.session();
                assert_eq!(session.source_lang().as_str(), langs[0]);
                assert_eq!(session.target_lang().map(Lang::as_str), Some(langs[1]));
                for text in [source, target] {
                    let missing = missing(&window, text);
                    let bundled = matches!(text.0, "ar" | "he" | "ru");
                    assert!(missing == 0 || !bundled, "{}: {missing} without a glyph", text.0);
                    if missing > 0 {
                        eprintln!("{}: no font here for {missing} characters", text.0);
                    }
                }
                window.press(Modifiers::ALT, Key::Num2);
                assert_eq!(window.view(), View::Translate);
                shoot(&mut window.harness, &format!("grid-{name}-{theme:?}-{scale}"));
            }
        }
    }
}
