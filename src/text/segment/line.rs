//! A text as characters that can be looked at from any place.

/// The characters of a text with their places in bytes.
pub(super) struct Line {
    chars: Vec<(usize, char)>,
    bytes: usize,
}

impl Line {
    pub(super) fn new(text: &str) -> Self {
        Self { chars: text.char_indices().collect(), bytes: text.len() }
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at a place.
    pub(super) fn at(&self, place: usize) -> Option<char> {
        self.chars.get(place).map(|&(_, c)| c)
    }

    /// The character before a place.
    pub(super) fn before(&self, place: usize) -> Option<char> {
        place.checked_sub(1).and_then(|place| self.at(place))
    }

    /// A place in bytes.
    pub(super) fn byte(&self, place: usize) -> usize {
        self.chars.get(place).map_or(self.bytes, |&(byte, _)| byte)
    }

    /// The characters from `start` up to `end`.
    pub(super) fn chars(&self, start: usize, end: usize) -> impl DoubleEndedIterator<Item = char> {
        self.chars.get(start..end).unwrap_or_default().iter().map(|&(_, c)| c)
    }

    /// The first place from `place` on that is no white space.
    pub(super) fn skip_space(&self, place: usize) -> usize {
        self.skip(place, usize::MAX, char::is_whitespace)
    }

    /// The first place from `place` on where `fits` does not hold, at most `most` further.
    pub(super) fn skip(&self, place: usize, most: usize, fits: impl Fn(char) -> bool) -> usize {
        let end = place.saturating_add(most).min(self.len());
        place + self.chars(place, end).take_while(|&c| fits(c)).count()
    }

    /// The end of what is not white space between `start` and `end`.
    pub(super) fn trim_space(&self, start: usize, end: usize) -> usize {
        end - self.chars(start, end).rev().take_while(|c| c.is_whitespace()).count()
    }
}
