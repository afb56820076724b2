//! The script of a character and of a text.
//!
//! Blocks of Unicode 16 in broad ranges, as far as the languages of press
//! releases need them. Left out: script extensions, historic scripts (`Other`).

/// A writing system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Script {
    /// Latin letters, with all their accents.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Greek letters.
    Greek,
    /// Arabic letters, of all the languages written with them.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Armenian letters.
    Armenian,
    /// Georgian letters.
    Georgian,
    /// Devanagari letters.
    Devanagari,
    /// Thai letters.
    Thai,
    /// Han characters: Chinese, Japanese kanji, Korean hanja.
    Han,
    /// Hiragana and katakana.
    Kana,
    /// Korean.
    Hangul,
    /// Another alphabet.
    Other,
    /// No letter: digits, marks, spaces.
    Common,
}

/// The script of a character.
#[must_use]
pub fn of(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' => Script::Latin,
        '\0'..='\u{A9}' => Script::Common,
        _ => of_other(c),
    }
}

/// The script of a character that is not ASCII.
fn of_other(c: char) -> Script {
    match c {
        '\u{AA}'
        | '\u{BA}'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2AF}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{FF21}'..='\u{FF3A}'
        | '\u{FF41}'..='\u{FF5A}'
        | '\u{FB00}'..='\u{FB06}' => Script::Latin,
        '\u{370}'..='\u{373}'
        | '\u{376}'..='\u{37D}'
        | '\u{37F}'..='\u{386}'
        | '\u{388}'..='\u{3FF}'
        | '\u{1F00}'..='\u{1FFF}' => Script::Greek,
        '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' | '\u{A640}'..='\u{A69F}' => {
            Script::Cyrillic
        }
        '\u{531}'..='\u{58A}' => Script::Armenian,
        '\u{5D0}'..='\u{5F2}' | '\u{FB1D}'..='\u{FB4F}' => Script::Hebrew,
        '\u{620}'..='\u{64A}'
        | '\u{66E}'..='\u{6D3}'
        | '\u{6D5}'
        | '\u{6EE}'..='\u{6EF}'
        | '\u{6FA}'..='\u{6FF}'
        | '\u{750}'..='\u{77F}'
        | '\u{8A0}'..='\u{8C9}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' => Script::Arabic,
        '\u{904}'..='\u{939}' | '\u{958}'..='\u{961}' | '\u{971}'..='\u{97F}' => Script::Devanagari,
        '\u{E01}'..='\u{E30}' | '\u{E32}'..='\u{E33}' | '\u{E40}'..='\u{E46}' => Script::Thai,
        '\u{10A0}'..='\u{10FF}' | '\u{1C90}'..='\u{1CBF}' => Script::Georgian,
        '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7AF}' => {
            Script::Hangul
        }
        '\u{3041}'..='\u{3096}'
        | '\u{309D}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{FF66}'..='\u{FF9D}' => Script::Kana,
        '\u{3005}'
        | '\u{3007}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}' => Script::Han,
        _ if c.is_alphabetic() => Script::Other,
        _ => Script::Common,
    }
}

/// Whether a character is Chinese or Japanese writing, which sets no spaces between words.
#[must_use]
pub fn is_cjk(c: char) -> bool {
    c >= '\u{3005}' && matches!(of(c), Script::Han | Script::Kana)
}

/// Whether words of the character's script run on without spaces between them.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    is_cjk(c)
        || matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// Letters by script, in the order of [`Script`], without the scripts that do not occur.
///
/// Han and kana count twice: a character there says what two letters say.
#[must_use]
pub fn census(text: &str) -> Vec<(Script, usize)> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for script in text.chars().map(of).filter(|&script| script != Script::Common) {
        let weight = if matches!(script, Script::Han | Script::Kana) { 2 } else { 1 };
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += weight,
            None => counts.push((script, weight)),
        }
    }
    counts.sort_by_key(|&(script, _)| script);
    counts
}

/// The script most letters of a text are of; [`Script::Common`] where it has no letters.
#[must_use]
pub fn of_text(text: &str) -> Script {
    let counts = census(text);
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(Script::Common, |&(script, _)| script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_a_text_is_that_of_most_letters() {
        let cases = [
            ("Communiqué", Script::Latin),
            ("Заявление для СМИ (TASS)", Script::Cyrillic),
            ("Ανακοίνωση", Script::Greek),
            ("بيان صحفي", Script::Arabic),
            ("הודעה", Script::Hebrew),
            ("新闻公报", Script::Han),
            ("プレスリリース", Script::Kana),
            ("보도 자료", Script::Hangul),
            ("14:49 — 2024", Script::Common),
            ("", Script::Common),
        ];
        for (text, script) in cases {
            assert_eq!(of_text(text), script, "{text}");
        }
    }

    #[test]
    fn chinese_and_japanese_run_on_without_spaces() {
        assert!("中かカ々ー".chars().all(is_cjk));
        assert!(!"a я 한 。".chars().any(is_cjk));
        assert!("ไท".chars().all(is_unspaced));
    }
}
