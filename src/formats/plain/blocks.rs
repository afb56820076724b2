//! From characters to blocks.
//!
//! A press release as plain text is laid out in one of two ways: a paragraph a
//! line, or lines broken by hand at some column with blank lines between the
//! paragraphs. In the first, every line with something on it is a block. In the
//! second, a block is what stands between blank lines, with its line breaks in
//! it; but a line that was not full when it broke (an address, a list, a line of
//! verse) is a block of its own.
//!
//! Whether lines were broken by hand is seen from the text as a whole: blank
//! lines separate groups, no line in a group of several is longer than
//! [`MAX_COLUMNS`], and there are lines that break in the middle of a sentence
//! because the next word had no room.
//!
//! What is between blocks (line ends, blank lines, indentation) stays with the
//! block that follows, so that the blocks rejoin to the text.

use std::ops::Range;

use crate::model::RawBlock;

/// The widest line that a person or a mail program breaks by hand, in columns:
/// typewriters and mail have 65 to 80, some editors break at 90.
const MAX_COLUMNS: usize = 90;

/// The narrowest column that text is broken to by hand.
const MIN_COLUMNS: usize = 40;

/// A text in blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocks {
    /// In order.
    pub blocks: Vec<RawBlock>,
    /// What stands after the last block.
    pub tail: String,
}

impl Blocks {
    /// The text again, character by character.
    #[must_use]
    pub fn to_text(&self) -> String {
        let parts = self.blocks.iter().flat_map(|block| [&*block.before, &*block.text]);
        parts.chain([&*self.tail]).collect()
    }
}

/// Cuts a text into blocks.
#[must_use]
pub fn blocks(text: &str) -> Blocks {
    let lines = lines(text);
    let columns = wrap_columns(&lines);
    let mut out = Blocks { blocks: Vec::new(), tail: String::new() };
    let mut end = 0;
    let mut place = 0;
    while let Some(line) = lines.get(place) {
        let mut last = place;
        if !line.is_blank() {
            while let (Some(this), Some(next)) = (lines.get(last), lines.get(last + 1)) {
                if !columns.is_some_and(|columns| this.breaks_into(next, columns)) {
                    break;
                }
                last += 1;
            }
            let range = line.content.start..lines.get(last).map_or(0, |last| last.content.end);
            out.blocks.push(RawBlock {
                line: place,
                before: text.get(end..range.start).unwrap_or_default().to_owned(),
                text: text.get(range.clone()).unwrap_or_default().to_owned(),
                hint: None,
            });
            end = range.end;
        }
        place = last + 1;
    }
    text.get(end..).unwrap_or_default().clone_into(&mut out.tail);
    out
}

/// A line of the text.
struct Line<'a> {
    /// Where its text stands, without white space at its ends.
    content: Range<usize>,
    text: &'a str,
    indent: usize,
    columns: usize,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.find(is_line_end).unwrap_or(rest.len());
        lines.push(Line::new(rest.get(..end).unwrap_or_default(), start));
        start += end + line_end_len(rest.get(end..).unwrap_or_default());
    }
    lines
}

/// `\n`, `\r\n`, a lone `\r`, and Unicode's line and paragraph separators.
const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn line_end_len(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) }
}

impl<'a> Line<'a> {
    fn new(line: &'a str, start: usize) -> Self {
        let indent = line.len() - line.trim_start().len();
        let text = line.trim();
        let from = start + indent;
        let columns = line.trim_end().chars().map(width).sum();
        Self { content: from..from + text.len(), text, indent, columns }
    }

    fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the line broke only because the next one's first word had no room.
    fn breaks_into(&self, next: &Self, columns: usize) -> bool {
        let indented = next.indent > self.indent + 1 && !self.opens();
        if next.is_blank() || self.is_blank() || next.opens() || indented {
            return false;
        }
        // Editors differ in where they stop: some five columns before the edge.
        let word: usize = first_word(next.text).chars().map(width).sum();
        self.columns >= columns / 2 && self.columns + 1 + word + 5 > columns
    }

    /// Whether the line opens something: a list item, a turn of speech.
    fn opens(&self) -> bool {
        let mark = first_word(self.text);
        let number = mark.trim_end_matches(['.', ')']);
        let bullet = matches!(mark, "-" | "–" | "—" | "*" | "•" | "·" | "►" | "■" | "o");
        let counted = number.len() < mark.len()
            && !number.is_empty()
            && (number.chars().all(|c| c.is_ascii_digit()) || number.chars().count() == 1);
        bullet || counted || self.text.starts_with(['•', '►', '■'])
    }
}

/// The first word, or the first character of a script that has no spaces.
fn first_word(text: &str) -> &str {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let word = text.get(..end).unwrap_or(text);
    match word.chars().next() {
        Some(c) if width(c) == 2 => word.get(..c.len_utf8()).unwrap_or(word),
        _ => word,
    }
}

/// Columns of a character: two for the scripts of East Asia (Unicode's East
/// Asian Width W and F, in its large blocks).
const fn width(c: char) -> usize {
    let wide = matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}');
    if wide { 2 } else { 1 }
}

/// The column that lines were broken at by hand, `None` when they were not.
fn wrap_columns(lines: &[Line<'_>]) -> Option<usize> {
    let joints: Vec<(&Line<'_>, &Line<'_>)> = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(this, next)| !this.is_blank() && !next.is_blank())
        .collect();
    let columns = joints.iter().flat_map(|(a, b)| [a.columns, b.columns]).max()?;
    let separated = lines.iter().skip_while(|line| line.is_blank()).any(Line::is_blank);
    if !separated || !(MIN_COLUMNS..=MAX_COLUMNS).contains(&columns) {
        return None;
    }
    let full = joints.iter().filter(|(this, next)| this.breaks_into(next, columns));
    let (full, inside) = full.fold((0, 0), |(full, inside), (this, next)| {
        (full + 1, inside + usize::from(breaks_a_sentence(this.text, next.text)))
    });
    // Two short paragraphs in a row may look like one; half of the full lines
    // of running text break inside a sentence, at the very least.
    (inside > 0 && inside * 2 >= full).then_some(columns)
}

/// Whether a sentence goes on from one line to the next.
fn breaks_a_sentence(this: &str, next: &str) -> bool {
    const ENDS: [char; 10] = ['.', '!', '?', ':', ';', '…', '。', '！', '？', '؟'];
    let closed = this.trim_end_matches(['"', '\'', '»', '”', '’', ')', '」']).ends_with(ENDS);
    let small = next.chars().next().is_some_and(|c| !c.is_uppercase());
    !closed && small
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &str)]) {
        let found = blocks(text);
        assert_eq!(found.to_text(), text);
        let shown: Vec<(usize, &str)> =
            found.blocks.iter().map(|block| (block.line, block.text.as_str())).collect();
        assert_eq!(shown, expected);
        assert!(found.blocks.iter().all(|block| block.text.trim() == block.text));
    }

    #[test]
    fn a_paragraph_a_line() {
        check("", &[]);
        check(" \n\n", &[]);
        check("Un.", &[(0, "Un.")]);
        check("Un.\nDeux.\n", &[(0, "Un."), (1, "Deux.")]);
        check("\n  Un.  \r\n\r\n\tDeux.\rTrois.\r\n\n", &[(1, "Un."), (3, "Deux."), (4, "Trois.")]);
        check("一。\n\u{3000}\u{3000}二。\u{2029}三。", &[(0, "一。"), (1, "二。"), (2, "三。")]);
        let long = "Le Ministère a salué la signature de l'accord, qui doit entrer en vigueur avant \
                    l'été prochain dans les deux pays.";
        check(&format!("{long}\n{long}\n\n{long}"), &[(0, long), (1, long), (3, long)]);
    }

    const WRAPPED: &str = "\
STATEMENT OF THE MINISTRY OF BRIDGES

On 12 March the two delegations met at Port-Lys and agreed on the
opening of the new crossing. It will carry both road and rail, and is
to be ready by the summer.

The Minister thanked her hosts.
";

    #[test]
    fn lines_broken_by_hand_are_joined() {
        let body = "On 12 March the two delegations met at Port-Lys and agreed on the\n\
                    opening of the new crossing. It will carry both road and rail, and is\n\
                    to be ready by the summer.";
        let expected = [
            (0, "STATEMENT OF THE MINISTRY OF BRIDGES"),
            (2, body),
            (6, "The Minister thanked her hosts."),
        ];
        check(WRAPPED, &expected);
        let windows = WRAPPED.replace('\n', "\r\n");
        assert_eq!(blocks(&windows).blocks.len(), 3);
        assert_eq!(blocks(&windows).to_text(), windows);
    }

    #[test]
    fn addresses_and_lists_stay_lines() {
        let text = format!("{WRAPPED}\nPress office\nQuay Street 4\nPort-Lys\n");
        assert_eq!(blocks(&text).blocks.len(), 6);
        let list = "\nThe agenda:\n- the opening of the crossing, with the two ministers and \
                    their\n  guests\n- a dinner\n";
        let found = blocks(&format!("{WRAPPED}{list}"));
        let texts: Vec<&str> = found.blocks.iter().skip(3).map(|block| &*block.text).collect();
        assert_eq!(texts.len(), 3, "{texts:?}");
        assert!(texts[1].ends_with("their\n  guests"));
    }

    #[test]
    fn short_sentences_on_lines_of_their_own_are_not_joined() {
        let text = "The delegations met at Port-Lys on 12 March.\n\
                    The Minister thanked her hosts for their care.\n\
                    The crossing is to be ready by the summer.\n\n\
                    Questions were answered afterwards in the hall.\n";
        assert_eq!(blocks(text).blocks.len(), 4);
    }

    #[test]
    fn chinese_broken_by_hand_is_joined() {
        let line = "部长今天上午在首都会见了来访的代表团双方就合作问题交换了";
        let text = format!("声明\n\n{line}\n意见并签署了协定。\n\n完。\n");
        assert_eq!(blocks(&text).blocks.len(), 3);
    }

    proptest::proptest! {
        #[test]
        fn blocks_rejoin_to_the_text(text in "[a-zA-Zé中 .\n\r\t\u{a0}\u{2028}-]{0,200}") {
            proptest::prop_assert_eq!(blocks(&text).to_text(), text);
        }
    }
}
