//! Quotations: what stands between quotation marks, with its level.
//!
//! The marks of all languages are read: «…», »…«, „…“, „…”, “…”, ”…”, ‘…’, ‚…‘, "…", '…',
//! 「…」, 『…』. Which one a mark is that opens in one language and closes in another (“ ” » «)
//! follows from what is open and from the spaces around it.
//!
//! A quotation of several paragraphs repeats its opening mark at the head of each and
//! closes at the end of the last: each part is told, with how it goes on. A paragraph that
//! ends inside a quotation which the next does not take up leaves it unclosed, which is told.
//!
//! Every character is looked at once; deeper than [`MOST_LEVELS`] no mark opens. Left out:
//! quotations without marks (dialogue dashes), `''` and ``` `` ``` for marks, titles in 《》.

use std::ops::Range;

use super::script;
use crate::model::Lang;

/// Deeper nesting is no text that people write; it bounds the search for what a mark closes.
const MOST_LEVELS: usize = 8;

/// How a part of a quotation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// At its closing mark.
    Closed,
    /// At the end of a paragraph; the next one takes it up.
    GoesOn,
    /// At the end of a paragraph, or where an outer one closes, without its mark.
    Unclosed,
}

/// A quotation, or the part of it in one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The paragraph, from 0.
    pub paragraph: usize,
    /// The place in the paragraph in bytes, marks included.
    pub range: Range<usize>,
    /// What stands between the marks, without the spaces inside them.
    pub inner: Range<usize>,
    /// 0 for an outer quotation, 1 for one within it.
    pub level: usize,
    /// Whether it takes up a quotation of the paragraph before.
    pub resumes: bool,
    /// How it ends.
    pub ending: Ending,
}

/// A quotation that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    mark: char,
    /// Bytes of the mark that stands there, which may be another where a paragraph resumes.
    width: usize,
    start: usize,
    resumes: bool,
}

/// The quotations of paragraphs in order of their places; outer ones before those in them.
#[must_use]
pub fn quotations(paragraphs: &[&str], lang: &Lang) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut carried: Vec<char> = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(number + 1).copied().unwrap_or_default();
        let mut reader = Reader::new(paragraph, number, lang);
        reader.read(&carried);
        carried = reader.end(next);
        let mut parts = reader.found;
        parts.sort_by_key(|part| (part.range.start, part.level));
        found.append(&mut parts);
    }
    found
}

/// A paragraph being read.
struct Reader<'a> {
    text: &'a str,
    paragraph: usize,
    /// Whether the language closes with « what » opens (German and Danish books).
    inward: bool,
    open: Vec<Open>,
    found: Vec<Quotation>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, paragraph: usize, lang: &Lang) -> Self {
        let inward = matches!(lang.base(), "de" | "da" | "sl" | "hr" | "cs" | "sk" | "hu");
        Self { text, paragraph, inward, open: Vec::new(), found: Vec::new() }
    }

    /// Reads the marks. What the paragraph before left open goes on where it begins with
    /// the same marks.
    fn read(&mut self, carried: &[char]) {
        let mut resumed = 0;
        let mut before: Option<char> = None;
        let mut chars = self.text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let after = chars.peek().map(|&(_, next)| next);
            if is_mark(c) {
                let head = self.text.get(..at).is_some_and(|t| t.trim().len() == marks_len(t));
                let wanted = carried.get(resumed).copied();
                let resumes = head && wanted.is_some_and(|mark| takes_up(mark, c));
                if resumes {
                    resumed += 1;
                    let mark = wanted.unwrap_or(c);
                    let width = c.len_utf8();
                    self.open.push(Open { mark, width, start: at, resumes });
                } else {
                    self.mark(at, c, before, after);
                }
            }
            before = Some(c);
        }
    }

    /// Opens or closes with a mark.
    fn mark(&mut self, at: usize, c: char, before: Option<char>, after: Option<char>) {
        let in_word = |b: char| b.is_alphanumeric() && !script::is_unspaced(b);
        if is_apostrophe(c) && before.is_some_and(in_word) {
            let inside = after.is_some_and(char::is_alphanumeric);
            // "the ministers' ‘plan’": an apostrophe closes only what one opened.
            if inside || !self.closes(c) {
                return;
            }
        }
        let parted = before.is_none_or(|b| b.is_whitespace() || matches!(b, '(' | '[' | '（'));
        let free = parted
            || before.is_some_and(|b| may_stand_before(b) || is_mark(b) || script::is_unspaced(b));
        // What closes as it opened (" '): opens again where a space stands before it alone.
        let again = parted && !ends_here(after) && self.open.iter().any(|open| open.mark == c);
        if self.closes(c) && !again {
            self.close(at, c);
        } else if self.opens(c, free, after) && self.open.len() < MOST_LEVELS {
            let width = c.len_utf8();
            self.open.push(Open { mark: c, width, start: at, resumes: false });
        }
    }

    /// Whether a mark can close something that is open.
    fn closes(&self, c: char) -> bool {
        self.open.iter().rev().any(|open| is_pair(open.mark, c))
    }

    /// Whether a mark can open something here.
    fn opens(&self, c: char, free: bool, after: Option<char>) -> bool {
        let goes_on = after.is_some_and(|a| !a.is_whitespace());
        // The marks of typewriters stand in code and for feet and inches too.
        let begins =
            after.is_some_and(|a| a.is_alphanumeric() || is_mark(a) || "([{…¿¡".contains(a));
        match c {
            '«' | '„' | '‚' | '“' | '‹' | '「' | '『' | '﹁' | '﹃' | '〝' => {
                !(c == '«' && self.inward && !free)
            }
            '»' | '›' => self.inward && free && goes_on,
            // Swedish and Finnish open with the mark that closes elsewhere.
            '”' | '‘' | '＂' => free && goes_on,
            '"' | '\'' => free && begins,
            _ => false,
        }
    }

    /// Closes the innermost quotation that a mark can close; those within are unclosed.
    fn close(&mut self, at: usize, c: char) {
        let Some(level) = self.open.iter().rposition(|open| is_pair(open.mark, c)) else { return };
        while self.open.len() > level {
            let ending =
                if self.open.len() == level + 1 { Ending::Closed } else { Ending::Unclosed };
            let end = if ending == Ending::Closed { at + c.len_utf8() } else { at };
            self.finish(end, ending);
        }
    }

    /// Takes the innermost open quotation as ended.
    fn finish(&mut self, end: usize, ending: Ending) {
        let Some(Open { width, start, resumes, .. }) = self.open.pop() else { return };
        let level = self.open.len();
        let inner_start = start + width;
        let closing = self.text.get(..end).and_then(|t| t.chars().next_back());
        let close_len = closing.filter(|_| ending == Ending::Closed).map_or(0, char::len_utf8);
        let inner = trimmed(self.text, inner_start..end - close_len.min(end));
        let (paragraph, range) = (self.paragraph, start..end);
        self.found.push(Quotation { paragraph, range, inner, level, resumes, ending });
    }

    /// Ends the paragraph; gives the marks of the quotations that the next one takes up.
    fn end(&mut self, next: &str) -> Vec<char> {
        let mut marks: Vec<char> = self.open.iter().map(|open| open.mark).collect();
        let head: Vec<char> =
            next.chars().filter(|c| !c.is_whitespace()).take(MOST_LEVELS).collect();
        let taken_up =
            marks.iter().zip(&head).take_while(|(mark, c)| takes_up(**mark, **c)).count();
        let end = self.text.trim_end().len();
        while let Some(open) = self.open.last() {
            let goes_on = self.open.len() <= taken_up;
            let end = end.max(open.start + open.width);
            self.finish(end, if goes_on { Ending::GoesOn } else { Ending::Unclosed });
        }
        marks.truncate(taken_up);
        marks
    }
}

/// A range without the white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(inner) = text.get(range.clone()) else { return range.start..range.start };
    let start = range.start + (inner.len() - inner.trim_start().len());
    let end = range.end - (inner.len() - inner.trim_end().len());
    start..end.max(start)
}

/// The bytes of a text of marks and spaces at a paragraph's head; 0 where there is more.
fn marks_len(text: &str) -> usize {
    let trimmed = text.trim();
    if trimmed.len() <= MOST_LEVELS * 4 && trimmed.chars().all(is_mark) {
        trimmed.len()
    } else {
        usize::MAX
    }
}

const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '«' | '»'
            | '‹'
            | '›'
            | '„'
            | '“'
            | '”'
            | '‟'
            | '‚'
            | '‘'
            | '’'
            | '"'
            | '\''
            | '＂'
            | '「'
            | '」'
            | '『'
            | '』'
            | '﹁'
            | '﹂'
            | '﹃'
            | '﹄'
            | '〝'
            | '〞'
            | '〟'
    )
}

/// Whether the second mark closes what the first opened.
const fn is_pair(open: char, close: char) -> bool {
    matches!(
        (open, close),
        ('«', '»')
            | ('»', '«' | '»')
            | ('‹', '›')
            | ('›', '‹' | '›')
            | ('„', '“' | '”' | '"')
            | ('“' | '”', '”')
            | ('‚', '‘' | '’')
            | ('‘', '’')
            | ('"', '"' | '”')
            | ('＂', '＂')
            | ('\'', '\'')
            | ('「', '」')
            | ('『', '』')
            | ('﹁', '﹂')
            | ('﹃', '﹄')
            | ('〝', '〞' | '〟')
    )
}

/// Whether a mark at a paragraph's head takes up a quotation that the paragraph before left
/// open: the same mark, or in French the closing one.
const fn takes_up(open: char, c: char) -> bool {
    open as u32 == c as u32 || matches!((open, c), ('«', '»'))
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘')
}

/// Marks that a quotation may follow at once.
const fn may_stand_before(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '—' | '–' | '-' | '/' | ':' | '：' | '，' | '。' | '、')
}

/// Whether nothing, a space or a mark of punctuation comes next.
fn ends_here(after: Option<char>) -> bool {
    after.is_none_or(|a| !a.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Cases: language, paragraphs parted by `¶`, `->`, the quotations' inner texts, each
    /// with its level and its ending (`.` closed, `>` goes on, `!` unclosed, `<` before resumes).
    const CASES: &str = include_str!("../../tests/data/values/quotations.txt");

    fn shown(quotation: &Quotation, paragraphs: &[&str]) -> String {
        let inner = paragraphs[quotation.paragraph].get(quotation.inner.clone()).expect("inside");
        let ending = match quotation.ending {
            Ending::Closed => ".",
            Ending::GoesOn => ">",
            Ending::Unclosed => "!",
        };
        let resumes = if quotation.resumes { "<" } else { "" };
        format!("{resumes}{}{ending} {inner}", quotation.level)
    }

    #[test]
    fn quotations_are_found_with_level_and_ending() {
        let mut wrong = Vec::new();
        for line in CASES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (lang, rest) = line.split_once(' ').expect(line);
            let (text, expected) = rest.split_once(" -> ").expect(line);
            let paragraphs: Vec<&str> = text.split('¶').collect();
            let found = quotations(&paragraphs, &lang.parse().expect(lang));
            let found: Vec<_> = found.iter().map(|q| shown(q, &paragraphs)).collect();
            let found = if found.is_empty() { "none".to_owned() } else { found.join(" | ") };
            if found != expected {
                wrong.push(format!("{text}\n   {expected}\n   {found}"));
            }
        }
        assert!(wrong.is_empty(), "text, expected, found:\n{}", wrong.join("\n"));
    }

    proptest! {
        #[test]
        fn quotations_lie_in_their_paragraphs(texts in proptest::collection::vec("[a-z «»„“”‘’\"'「」]{0,24}|\\PC{0,20}", 1..4)) {
            let paragraphs: Vec<&str> = texts.iter().map(String::as_str).collect();
            for quotation in quotations(&paragraphs, &"de".parse().expect("de")) {
                let text = paragraphs[quotation.paragraph];
                prop_assert!(text.get(quotation.range.clone()).is_some());
                prop_assert!(text.get(quotation.inner.clone()).is_some());
                prop_assert!(quotation.range.start <= quotation.inner.start);
                prop_assert!(quotation.inner.end <= quotation.range.end);
            }
        }
    }
}
