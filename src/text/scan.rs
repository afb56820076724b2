//! A reader of characters: a place in a text, moved forward by what fits.
//!
//! The recognisers of numbers and dates and the tokenizer are written with it.
//! Places are byte offsets and always stand between two characters.

/// A place in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    /// A reader at byte `at`; at the end of the text where `at` is inside a character.
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        let at = if text.is_char_boundary(at) { at } else { text.len() };
        Self { text, at }
    }

    /// The byte offset of the place.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// The text from here on.
    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text from `start` to here.
    pub(crate) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The next character, left where it is.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before the place.
    pub(crate) fn before(&self) -> Option<char> {
        self.text.get(..self.at).and_then(|passed| passed.chars().next_back())
    }

    /// Passes one character.
    pub(crate) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Passes the next character where `fits` holds.
    pub(crate) fn eat_if(&mut self, fits: impl Fn(char) -> bool) -> bool {
        let eaten = self.peek().filter(|&c| fits(c));
        self.at += eaten.map_or(0, char::len_utf8);
        eaten.is_some()
    }

    /// Passes characters as long as `fits` holds, and says how many.
    pub(crate) fn eat_while(&mut self, fits: impl Fn(char) -> bool) -> usize {
        let mut count = 0;
        while self.eat_if(&fits) {
            count += 1;
        }
        count
    }

    /// Passes so many characters, or as many as there are.
    pub(crate) fn skip(&mut self, count: usize) {
        (0..count).for_each(|_| {
            self.bump();
        });
    }

    /// Passes `words` where the text goes on with exactly them.
    pub(crate) fn eat_str(&mut self, words: &str) -> bool {
        let eaten = self.rest().starts_with(words);
        self.at += if eaten { words.len() } else { 0 };
        eaten
    }

    /// Passes at most `most` spaces of any width (no line ends), and says how many.
    pub(crate) fn eat_spaces(&mut self, most: usize) -> usize {
        (0..most).take_while(|_| self.eat_if(is_space)).count()
    }

    /// Passes a run of letters and combining marks and gives it.
    pub(crate) fn eat_word(&mut self) -> &'a str {
        let start = self.at;
        self.eat_while(|c| c.is_alphabetic() || is_mark(c));
        self.since(start)
    }
}

/// A space within a line: plain, no-break, narrow, thin, figure, ideographic.
pub(crate) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2000}'..='\u{200A}' | '\u{3000}')
}

/// A combining mark that continues a word: Latin and Cyrillic accents, Hebrew and Arabic points.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}'
        | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}'
        | '\u{E47}'..='\u{E4E}' | '\u{200C}' | '\u{200D}')
}

/// The value of a decimal digit: ASCII, Arabic-Indic, extended Arabic-Indic, Devanagari, full-width.
pub(crate) const fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    #[expect(clippy::cast_possible_truncation, reason = "the difference is 0 to 9")]
    Some((c as u32 - zero as u32) as u8)
}

/// Whether a character is a decimal digit of one of these kinds.
pub(crate) const fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_four_scripts_have_the_same_value() {
        for text in ["7", "٧", "۷", "७", "７"] {
            assert_eq!(text.chars().next().and_then(digit), Some(7), "{text}");
        }
        assert_eq!(digit('²'), None);
    }

    #[test]
    fn a_place_inside_a_character_is_the_end() {
        assert_eq!(Scan::new("é", 1).peek(), None);
        assert_eq!(Scan::new("é", 0).peek(), Some('é'));
    }
}
