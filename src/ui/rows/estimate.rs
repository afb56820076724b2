//! How high a text will be, from the count of its characters alone.
//!
//! A row is laid out only when it is seen; until then the scroll bar needs a guess.
//! Noto Sans' running text is 0.52 of its size wide a character in the Latin, Greek
//! and Cyrillic languages of our sample sentences; a Chinese character is as wide as
//! it is high.

use crate::model::Lang;
use crate::ui::fonts::TypeRole;

/// Width of a character in running text, in parts of the size.
const WIDTH: f32 = 0.52;
/// Lines break at words, so the last part of most stays empty.
const FULL: f32 = 0.94;

/// The height of a text of so many characters, broken at `width` points.
pub fn text_height(characters: usize, width: f32, role: TypeRole) -> f32 {
    let a_line = (width * FULL / (role.size * WIDTH)).floor().max(1.0);
    let lines = (characters as f32 / a_line).ceil().max(1.0);
    lines * role.line
}

/// How wide a byte of running text is, in parts of the size: cheap to count, where
/// counting characters of every row would not be. Measured on the sample statement.
#[must_use]
pub fn byte_width(lang: &Lang) -> f32 {
    match lang.base() {
        // Two bytes a letter.
        "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "el" => 0.29,
        "ar" | "fa" | "ur" | "he" | "iw" | "yi" => 0.23,
        // Three bytes: as wide as high; syllables of several characters.
        "zh" | "ja" | "ko" => 0.32,
        "hi" | "mr" | "ne" | "bn" | "th" | "lo" | "km" | "my" => 0.17,
        _ => 0.46,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::fonts;
    use crate::ui::testing::{context, frame};
    use crate::ui::text::BidiLabel;

    /// Within a line of the truth for running text, at the widths columns have.
    #[test]
    fn an_estimate_is_within_a_line() {
        let texts = [
            "Merci.",
            "The ministerial meeting in Velt on 14 and 15 October, attended by the Secretary-\
             General of the Conference, Tomas Irigay, was the first stage of a longer way.",
            "La partie morvanienne a présenté ses trois priorités : la navigation, l’énergie et \
             la protection des eaux, que la Conférence examinera au printemps prochain à Velt.",
            "Первым её этапом стала министерская встреча 14 и 15 октября с участием генерального \
             секретаря Томаса Иригая, который представил доклад о судоходстве по Орле.",
        ];
        frame(&context(), |ui| {
            for text in texts {
                for width in [260.0_f32, 330.0, 420.0, 560.0] {
                    let label = BidiLabel::plain(text, fonts::TEXT, egui::Color32::WHITE);
                    let truth = label.width(width).lay_out(ui.ctx()).size().y;
                    let guess = text_height(text.chars().count(), width, fonts::TEXT);
                    let off = (guess - truth).abs() / fonts::TEXT.line;
                    assert!(off <= 1.0, "{truth} at {width}, guessed {guess}: {text}");
                }
            }
        });
    }

    /// Within a seventh of the truth over the whole statement of the sample.
    #[test]
    fn a_byte_is_as_wide_as_is_said() {
        frame(&context(), |ui| {
            for (tag, text) in crate::workbench::sample::STATEMENT {
                // Chinese is in the system's fonts only; a box is as wide as a letter.
                let lang: Lang = tag.parse().expect("a language");
                if tag == "zh" {
                    continue;
                }
                let (mut truth, mut guess) = (0.0, 0.0);
                for block in text.lines().filter(|line| line.len() > 400) {
                    let label = BidiLabel::new(block, &lang, fonts::TEXT, egui::Color32::WHITE);
                    truth += label.lay_out(ui.ctx()).size().x;
                    guess += block.len() as f32 * byte_width(&lang) * fonts::TEXT.size;
                }
                let off = (guess / truth - 1.0).abs();
                assert!(
                    truth > 0.0 && off < 0.14,
                    "{tag}: {:.3}",
                    byte_width(&lang) * truth / guess
                );
            }
        });
    }
}
