//! How high a text will be, from the count of its characters alone.
//!
//! A row is laid out only when it is seen; until then the scroll bar needs a guess.
//! Noto Sans' running text is 0.52 of its size wide a character in the Latin, Greek
//! and Cyrillic languages of our sample sentences; a Chinese character is as wide as
//! it is high.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::fonts;
    use crate::ui::testing::{context, frame};

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
                    let job = fonts::TEXT.job(text, egui::Color32::WHITE, width);
                    let truth = ui.painter().layout_job(job).size().y;
                    let guess = text_height(text.chars().count(), width, fonts::TEXT);
                    let off = (guess - truth).abs() / fonts::TEXT.line;
                    assert!(off <= 1.0, "{truth} at {width}, guessed {guess}: {text}");
                }
            }
        });
    }
}
