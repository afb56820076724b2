//! The inline codes of a match as chips in its texts.
//!
//! A unit's texts stand without their codes; here each gets one placeholder character
//! (U+FFFC) where its code stood, drawn as a chip with a number. A code of the source and its
//! like in the target have one number, and so have an opening code and its closing one. Marks
//! of word differences and repairs move along with their words.

use super::diff_text::{Mark, Marked, needs_space};
use super::text::Span;
use super::theme::Tokens;
use crate::model::{TagKind, UnitTag, UnitTags};

/// What stands in the text for a code.
const PLACEHOLDER: char = '\u{fffc}';

/// The numbers of a unit's codes: those of its source, those of its target.
#[must_use]
pub fn numbers(tags: &UnitTags) -> (Vec<usize>, Vec<usize>) {
    let mut numbered: Vec<(bool, &UnitTag, usize)> = Vec::new();
    for (is_target, tag) in
        tags.source.iter().map(|tag| (false, tag)).chain(tags.target.iter().map(|tag| (true, tag)))
    {
        let same = |one: &str, other: &str| !one.is_empty() && one == other;
        let is_half = |(side, other, _): &&(bool, &UnitTag, usize)| {
            *side == is_target && same(&tag.pair, &other.pair)
        };
        let is_like = |(side, other, _): &&(bool, &UnitTag, usize)| {
            let unnamed = tag.id.is_empty() && other.id.is_empty();
            is_target
                && !side
                && (same(&tag.id, &other.id) || unnamed && same(&tag.pair, &other.pair))
        };
        let known = numbered.iter().find(is_half).or_else(|| numbered.iter().find(is_like));
        let next = numbered.iter().map(|(.., number)| number + 1).max().unwrap_or(1);
        let number = known.map_or(next, |(.., number)| *number);
        numbered.push((is_target, tag, number));
    }
    let of = |wanted: bool| {
        let side = numbered.iter().filter(move |(is_target, ..)| *is_target == wanted);
        side.map(|(.., number)| *number).collect()
    };
    (of(false), of(true))
}

/// Word differences as one text with what was deleted shown in it, and the codes of the older
/// text as chips.
#[must_use]
pub fn in_difference(
    marked: Marked,
    runs: &[(Mark, &str)],
    tags: &[UnitTag],
    numbers: &[usize],
    tokens: &Tokens,
) -> Marked {
    with_chips(marked, &places(runs, tags, true), tags, numbers, tokens)
}

/// The newer text of word differences, and the codes of the older one as chips.
#[must_use]
pub fn in_newer(
    marked: Marked,
    runs: &[(Mark, &str)],
    tags: &[UnitTag],
    numbers: &[usize],
    tokens: &Tokens,
) -> Marked {
    with_chips(marked, &places(runs, tags, false), tags, numbers, tokens)
}

/// Where codes of the older text stand in what is shown, in bytes. An opening code stands
/// before what follows it, any other behind what it follows.
fn places(runs: &[(Mark, &str)], tags: &[UnitTag], shows_deleted: bool) -> Vec<usize> {
    let mut shown = String::new();
    let mut before = Mark::Same;
    // Where each character of the older text begins, and where the one before it ended.
    let (mut starts, mut ends) = (Vec::new(), vec![0]);
    for (mark, text) in runs {
        if shows_deleted && needs_space(before, *mark, &shown) {
            shown.push(' ');
        }
        let replaces = before == Mark::Deleted && *mark == Mark::Inserted;
        before = *mark;
        let is_shown = shows_deleted || *mark != Mark::Deleted;
        for character in text.chars() {
            if *mark != Mark::Inserted {
                starts.push(shown.len());
            }
            if is_shown {
                shown.push(character);
            }
            if *mark != Mark::Inserted {
                ends.push(shown.len());
            }
        }
        if !shows_deleted && replaces {
            // What takes the place of words that are not shown ends where they did.
            let end = shown.len() - text.len();
            ends.iter_mut()
                .rev()
                .take_while(|known| **known == end)
                .for_each(|known| *known = shown.len());
        }
    }
    let place = |tag: &UnitTag| {
        let opens = matches!(tag.kind, TagKind::Open | TagKind::OpenLone | TagKind::MarkStart);
        let all = if opens { &starts } else { &ends };
        all.get(tag.at).copied().unwrap_or(shown.len())
    };
    tags.iter().map(place).collect()
}

/// A text with a chip at each place.
fn with_chips(
    marked: Marked,
    places: &[usize],
    tags: &[UnitTag],
    numbers: &[usize],
    tokens: &Tokens,
) -> Marked {
    let mut chips: Vec<(usize, String)> = places
        .iter()
        .zip(tags)
        .zip(numbers)
        .map(|((place, tag), number)| (*place, label(tag.kind, *number)))
        .collect();
    chips.sort_by_key(|(place, _)| *place);
    let size = PLACEHOLDER.len_utf8();
    let before = |at: usize, also_there: bool| {
        chips.iter().filter(|(place, _)| *place < at || also_there && *place == at).count() * size
    };
    let mut spans: Vec<Span> = marked.spans;
    for span in &mut spans {
        span.range = span.range.start + before(span.range.start, true)
            ..span.range.end + before(span.range.end, false);
    }
    let mut text = marked.text;
    for (place, _) in chips.iter().rev() {
        text.insert(*place, PLACEHOLDER);
    }
    for (number, (place, label)) in chips.iter().enumerate() {
        let start = place + number * size;
        spans.push(Span::chip(start..start + size, label, Mark::Tag.look(tokens)));
    }
    Marked { text, spans }
}

/// What stands on a chip: `‹1` opens, `1›` closes.
fn label(kind: TagKind, number: usize) -> String {
    match kind {
        TagKind::Open | TagKind::OpenLone | TagKind::MarkStart => format!("\u{2039}{number}"),
        TagKind::Close | TagKind::CloseLone | TagKind::MarkEnd => format!("{number}\u{203a}"),
        TagKind::Alone | TagKind::Unknown => number.to_string(),
    }
}

/// The codes with their numbers, to be read: `1: <b>`.
#[must_use]
pub fn told(tags: &UnitTags) -> Vec<String> {
    let (source, target) = numbers(tags);
    let all = tags.source.iter().zip(source).chain(tags.target.iter().zip(target));
    let mut told: Vec<String> = Vec::new();
    for (tag, number) in all {
        let what = if tag.code.is_empty() { &tag.sort } else { &tag.code };
        let line = format!("{}: {what}", label(tag.kind, number));
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::diff;
    use crate::ui::diff_text;
    use crate::ui::theme::LIGHT;

    fn tag(at: usize, kind: TagKind, pair: &str, id: &str) -> UnitTag {
        let (sort, code, subs) = (String::new(), format!("<{pair}{id}>"), Vec::new());
        let (pair, id) = (pair.to_owned(), id.to_owned());
        UnitTag { at, kind, pair, id, sort, code, subs }
    }

    /// A text with chips by their labels in braces, and marked words in brackets.
    fn shown(marked: &Marked) -> String {
        let mut text = String::new();
        for (at, character) in marked.text.char_indices() {
            let ends = marked.spans.iter().filter(|span| !span.atomic && span.range.end == at);
            text.extend(ends.map(|_| ']'));
            let starts = marked.spans.iter().filter(|span| !span.atomic && span.range.start == at);
            text.extend(starts.map(|_| '['));
            let chip = marked.spans.iter().find(|span| span.atomic && span.range.start == at);
            match chip.and_then(|chip| chip.label.as_deref()) {
                Some(label) => text.extend(["{", label, "}"]),
                None => text.push(character),
            }
        }
        let last = marked.spans.iter().filter(|span| !span.atomic);
        text.extend(last.filter(|span| span.range.end == marked.text.len()).map(|_| ']'));
        text
    }

    fn check(old: &str, new: &str, tags: &[UnitTag], difference: &str, newer: &str) {
        let spans = diff::words(old, new);
        let runs: Vec<_> = diff_text::runs(&spans).collect();
        let tags = UnitTags { source: tags.to_vec(), target: Vec::new() };
        let (numbers, _) = numbers(&tags);
        let marked = diff_text::difference(runs.iter().copied(), &LIGHT);
        let found = in_difference(marked, &runs, &tags.source, &numbers, &LIGHT);
        assert_eq!(shown(&found), difference);
        let marks = diff_text::insertions(new, runs.iter().copied(), &LIGHT);
        let marked = Marked { text: new.to_owned(), spans: marks };
        let found = in_newer(marked, &runs, &tags.source, &numbers, &LIGHT);
        assert_eq!(shown(&found), newer);
        assert_eq!(found.text.replace(PLACEHOLDER, ""), new, "no text is lost");
    }

    #[test]
    fn chips_stand_where_the_codes_stood_and_marks_stay_on_their_words() {
        use TagKind::{Alone, Close, Open};
        let bold = [tag(5, Open, "1", ""), tag(7, Close, "1", "")];
        check(
            "élan 28 programmes",
            "élan 28 programmes",
            &bold,
            "élan {‹1}28{1›} programmes",
            "élan {‹1}28{1›} programmes",
        );
        check(
            "élan 28 programmes",
            "élan 290 programmes",
            &bold,
            "élan {‹1}[28]{1›} [290] programmes",
            "élan {‹1}[290]{1›} programmes",
        );
        let ends = [tag(0, Open, "1", ""), tag(6, Close, "1", ""), tag(6, Alone, "", "7")];
        check("le mot", "le mot dit", &ends, "{‹1}le mot{1›}{2} [dit]", "{‹1}le mot{1›}{2} [dit]");
        // A place behind the text's end is its end.
        check("a", "a", &[tag(9, Alone, "", "")], "a{1}", "a{1}");
    }

    #[test]
    fn codes_that_belong_together_have_one_number() {
        use TagKind::{Alone, Close, Open};
        let tags = UnitTags {
            source: vec![tag(0, Open, "1", "5"), tag(1, Alone, "", "6"), tag(2, Close, "1", "")],
            target: vec![
                tag(0, Alone, "", "6"),
                tag(1, Open, "9", "5"),
                tag(2, Close, "9", ""),
                tag(3, Alone, "", ""),
            ],
        };
        assert_eq!(numbers(&tags), (vec![1, 2, 1], vec![2, 1, 1, 3]));
        assert_eq!(told(&tags)[..3], ["‹1: <15>", "2: <6>", "1›: <1>"]);
    }
}
