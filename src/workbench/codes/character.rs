//! One character of a text for each inline code, so that a field can hold, move and delete
//! codes like letters and its history knows them.
//!
//! The characters are the last ones of Plane 16 (Unicode 17, 23.5, private use), which no font
//! of icons and no text we have met uses. They never leave the window: a text that is kept,
//! looked up, copied or written has none.

/// The first of the characters.
const FIRST: u32 = 0x10_F000;
/// How many there are: up to U+10FFFD, since the last two of a plane are no characters.
pub const MOST: usize = 0xFFE;

/// The character of the code at a place among its row's.
#[must_use]
pub fn of(place: usize) -> Option<char> {
    let place = u32::try_from(place).ok().filter(|_| place < MOST)?;
    char::from_u32(FIRST + place)
}

/// The place among its row's codes that a character stands for.
#[must_use]
pub fn place(character: char) -> Option<usize> {
    let place = usize::try_from(u32::from(character).checked_sub(FIRST)?).ok()?;
    (place < MOST).then_some(place)
}

/// A code in a text: where it stands, in Unicode scalar values from its start, and its place
/// among its row's codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Put {
    /// Where it stands.
    pub at: usize,
    /// Which it is.
    pub place: usize,
}

/// A text with its codes in it. Those of one place keep their order.
#[must_use]
pub fn with_codes(text: &str, codes: &[Put]) -> String {
    let mut codes: Vec<Put> = codes.to_vec();
    codes.sort_by_key(|code| code.at);
    let mut codes = codes.into_iter().peekable();
    let mut coded = String::with_capacity(text.len());
    for (at, letter) in text.chars().enumerate() {
        while let Some(code) = codes.next_if(|code| code.at <= at) {
            coded.extend(of(code.place));
        }
        coded.push(letter);
    }
    coded.extend(codes.filter_map(|code| of(code.place)));
    coded
}

/// A text without the codes in it, and these; a character of a code that there is not, of
/// `count`, is dropped.
#[must_use]
pub fn parted(coded: &str, count: usize) -> (String, Vec<Put>) {
    let (mut text, mut codes, mut at) = (String::with_capacity(coded.len()), Vec::new(), 0);
    for letter in coded.chars() {
        match place(letter) {
            Some(place) if place < count => codes.push(Put { at, place }),
            Some(_) => {}
            None => {
                text.push(letter);
                at += 1;
            }
        }
    }
    (text, codes)
}
