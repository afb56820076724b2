//! The codes of a block in its segments, and together again.
//!
//! A code inside a sentence stays in it. Between two sentences a closing code goes to the end of
//! the one before and an opening one to the beginning of the one behind, as a translator expects
//! it; a code that stands alone goes to the sentence it touches. Put together again, codes that
//! still stand at those edges are written as the original has them: `One.<b> Two` is not made
//! `One. <b>Two`.

use std::ops::Range;

use crate::formats::page::{Mark, Marked};
use crate::model::{Code, Lang, Tag, TagKind};
use crate::workbench::rows::joint;

/// A block's text with its codes, and where its sentences stand in it, in Unicode scalar values.
pub(super) struct Cut<'a> {
    /// The text and the places of its codes.
    pub(super) marked: &'a Marked,
    /// What the codes are.
    pub(super) codes: &'a [Code],
    /// The sentences in order.
    pub(super) sentences: &'a [Range<usize>],
}

/// The edge of a sentence that a code between two goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// The end of this one.
    End(usize),
    /// The beginning of this one.
    Start(usize),
}

impl Cut<'_> {
    /// The tags of each sentence.
    pub(super) fn distribute(&self) -> Vec<Vec<Tag>> {
        let mut all = vec![Vec::new(); self.sentences.len()];
        for mark in &self.marked.tags {
            let within =
                |sentence: &Range<usize>| sentence.start < mark.at && mark.at < sentence.end;
            let (place, at) = match self.sentences.iter().position(within) {
                Some(place) => (place, mark.at - self.start(place)),
                None => match self.edge(mark) {
                    Edge::End(place) => (place, self.end(place) - self.start(place)),
                    Edge::Start(place) => (place, 0),
                },
            };
            if let Some(tags) = all.get_mut(place) {
                tags.push(Tag { at, id: mark.id.clone() });
            }
        }
        all
    }

    fn start(&self, place: usize) -> usize {
        self.sentences.get(place).map_or(0, |sentence| sentence.start)
    }

    fn end(&self, place: usize) -> usize {
        self.sentences.get(place).map_or(0, |sentence| sentence.end)
    }

    fn edge(&self, mark: &Mark) -> Edge {
        let before = self.sentences.iter().rposition(|sentence| sentence.end <= mark.at);
        let behind = self.sentences.iter().position(|sentence| sentence.start >= mark.at);
        let kind = self.codes.iter().find(|code| code.id == mark.id).map(|code| code.kind);
        let touches = before.is_some_and(|before| self.end(before) == mark.at);
        let to_before = match kind {
            Some(TagKind::Open) => false,
            Some(TagKind::Close) => true,
            _ => touches,
        };
        match (before, behind) {
            (Some(before), None) => Edge::End(before),
            (Some(before), Some(_)) if to_before => Edge::End(before),
            (_, Some(behind)) => Edge::Start(behind),
            (None, None) => Edge::Start(0),
        }
    }

    /// What stands before a sentence and behind the one before it; `behind` is their number at
    /// the text's end.
    fn gap(&self, behind: usize) -> Gap {
        let start = behind.checked_sub(1).map_or(0, |before| self.end(before));
        let length = || self.marked.text.chars().count();
        let end = self.sentences.get(behind).map_or_else(length, |next| next.start);
        let text = self.marked.text.chars().skip(start).take(end.saturating_sub(start)).collect();
        let marks = self.marked.tags.iter().filter(|mark| mark.at >= start && mark.at <= end);
        let mut gap = Gap { text, ..Gap::default() };
        for mark in marks {
            match self.edge(mark) {
                Edge::End(_) => gap.before.push(mark.id.clone()),
                Edge::Start(_) => gap.behind.push(mark.id.clone()),
            }
            gap.marks.push(Mark { at: mark.at - start, id: mark.id.clone() });
        }
        gap
    }

    /// Pieces of a rendering in one text, in this language where they are translated.
    pub(super) fn join(&self, pieces: &[Piece], lang: &Lang) -> Marked {
        let mut out = Marked::default();
        let mut last: Option<&Piece> = None;
        for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
            let own = self.bridge(last, Some(piece), lang, &mut out);
            append(&mut out, &own);
            last = Some(piece);
        }
        self.bridge(last, None, lang, &mut out);
        out
    }

    /// Writes what stands between two pieces, before the first one or behind the last one; gives
    /// what is left of the second one.
    fn bridge(
        &self,
        last: Option<&Piece>,
        next: Option<&Piece>,
        lang: &Lang,
        out: &mut Marked,
    ) -> Marked {
        let mut own = next.map(|next| next.content.clone()).unwrap_or_default();
        let ends = last.map_or(Some(0), |last| Some(last.sentences.as_ref()?.end));
        let starts =
            next.map_or(Some(self.sentences.len()), |next| Some(next.sentences.as_ref()?.start));
        let Some(behind) = ends.filter(|_| ends == starts) else {
            if last.is_some() && next.is_some() {
                out.text.push_str(joint("", lang));
            }
            return own;
        };
        let mut gap = self.gap(behind);
        let translated = |piece: Option<&Piece>| piece.is_some_and(|piece| piece.is_translated);
        if last.is_some() && next.is_some() && (translated(last) || translated(next)) {
            gap.text = between(&gap.text, lang);
        }
        let length = out.text.chars().count();
        let trailing = out.tags.iter().rev().take_while(|mark| mark.at == length).count();
        let trailing = out.tags.len() - trailing;
        let ids = |marks: &[Mark]| marks.iter().map(|mark| mark.id.clone()).collect::<Vec<_>>();
        let leading = own.tags.iter().take_while(|mark| mark.at == 0).count();
        let same = ids(out.tags.get(trailing..).unwrap_or_default()) == gap.before
            && ids(own.tags.get(..leading).unwrap_or_default()) == gap.behind;
        if same {
            out.tags.truncate(trailing);
            own.tags.drain(..leading);
            append(out, &gap.into_marked());
        } else if last.is_some() && next.is_some() {
            out.text.push_str(&gap.text);
        }
        own
    }
}

/// What stands between two sentences.
#[derive(Debug, Default)]
struct Gap {
    text: String,
    marks: Vec<Mark>,
    /// The codes of the sentence before.
    before: Vec<String>,
    /// The codes of the sentence behind.
    behind: Vec<String>,
}

impl Gap {
    fn into_marked(self) -> Marked {
        let most = self.text.chars().count();
        let short = |mark: Mark| Mark { at: mark.at.min(most), id: mark.id };
        Marked { tags: self.marks.into_iter().map(short).collect(), text: self.text }
    }
}

/// White space between two sentences of a translation into this language.
fn between(text: &str, lang: &Lang) -> String {
    if text.contains('\n') {
        return text.to_owned();
    }
    let joined = joint("", lang);
    if joined.is_empty() || text.is_empty() { joined.to_owned() } else { text.to_owned() }
}

/// What renders some sentences of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The text and its codes.
    pub(super) content: Marked,
    /// The sentences of the block it stands for; `None` for an addition.
    pub(super) sentences: Option<Range<usize>>,
    /// Whether it is a translation.
    pub(super) is_translated: bool,
}

impl Piece {
    const fn is_empty(&self) -> bool {
        self.content.text.is_empty() && self.content.tags.is_empty()
    }
}

/// Puts a text behind another one.
pub(super) fn append(out: &mut Marked, next: &Marked) {
    let length = out.text.chars().count();
    out.text.push_str(&next.text);
    let moved = |mark: &Mark| Mark { at: mark.at + length, id: mark.id.clone() };
    out.tags.extend(next.tags.iter().map(moved));
}

/// A translation with the codes of its source that stand at the source's edges, where it has
/// none of them itself: they can stand nowhere else.
pub(super) fn with_edges(source: &Marked, target: &Marked) -> Marked {
    let length = source.text.chars().count();
    let lacks = |mark: &&Mark| target.tags.iter().all(|known| known.id != mark.id);
    let leading = source.tags.iter().filter(|mark| mark.at == 0 && length > 0).filter(lacks);
    let trailing = source.tags.iter().filter(|mark| mark.at == length).filter(lacks);
    let end = target.text.chars().count();
    let put = |at: usize| move |mark: &Mark| Mark { at, id: mark.id.clone() };
    let tags = leading.map(put(0)).chain(target.tags.iter().cloned()).chain(trailing.map(put(end)));
    Marked { text: target.text.clone(), tags: tags.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(id: &str) -> Code {
        let kind = match id.strip_prefix('/') {
            Some(_) => TagKind::Close,
            None if id.len() > 1 => TagKind::Alone,
            None => TagKind::Open,
        };
        Code { id: id.trim_start_matches('0').to_owned(), kind, shown: String::new() }
    }

    /// A text with codes in braces; a code that stands alone has two figures.
    fn marked(text: &str) -> (Marked, Vec<Code>) {
        let (mut marked, mut codes) = (Marked::default(), Vec::new());
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            marked.text.push_str(before);
            let (id, after) = behind.split_once('}').expect("a code");
            marked.tags.push(Mark { at: marked.text.chars().count(), id: id.to_owned() });
            codes.push(code(id));
            rest = after;
        }
        marked.text.push_str(rest);
        (marked, codes)
    }

    /// The sentences of a text end with a full stop.
    fn sentences(text: &str) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = None;
        for (at, c) in text.chars().enumerate() {
            if c != ' ' {
                start.get_or_insert(at);
            }
            if c == '.' {
                sentences.push(start.take().unwrap_or(at)..at + 1);
            }
        }
        sentences
    }

    fn check(text: &str, expected: &[&[(usize, &str)]]) {
        let (marked, codes) = marked(text);
        let sentences = sentences(&marked.text);
        let cut = Cut { marked: &marked, codes: &codes, sentences: &sentences };
        let tags = cut.distribute();
        let found: Vec<Vec<(usize, &str)>> = tags
            .iter()
            .map(|tags| tags.iter().map(|tag| (tag.at, tag.id.as_str())).collect())
            .collect();
        assert_eq!(found, expected, "{text}");
        let pieces: Vec<Piece> = sentences
            .iter()
            .zip(&tags)
            .enumerate()
            .map(|(place, (sentence, tags))| {
                let text = marked.text.chars().skip(sentence.start).take(sentence.len()).collect();
                let tags = tags.iter().map(|tag| Mark { at: tag.at, id: tag.id.clone() }).collect();
                let content = Marked { text, tags };
                Piece { content, sentences: Some(place..place + 1), is_translated: false }
            })
            .collect();
        assert_eq!(cut.join(&pieces, &Lang::undetermined()), marked, "{text}");
    }

    #[test]
    fn codes_go_with_the_sentence_they_belong_to_and_back() {
        check("A {1}b{/1} c. D.", &[&[(2, "1"), (3, "/1")], &[]]);
        check("A {1}b.{/1} D.", &[&[(2, "1"), (4, "/1")], &[]]);
        check("A. {1}B.{/1}", &[&[], &[(0, "1"), (2, "/1")]]);
        check("A.{1} B{/1}.", &[&[], &[(0, "1"), (1, "/1")]]);
        check("A {1}b. {/1}C.", &[&[(2, "1"), (4, "/1")], &[]]);
        check("{1}A.{10} B.{/1}", &[&[(0, "1"), (2, "10")], &[(2, "/1")]]);
        check("A. {10}B.{11}", &[&[], &[(0, "10"), (2, "11")]]);
        check("A {1}b. C{/1} d.", &[&[(2, "1")], &[(1, "/1")]]);
        check("A.{1}B{/1}.", &[&[], &[(0, "1"), (1, "/1")]]);
        check("A {1}b. {/1}", &[&[(2, "1"), (4, "/1")]]);
        check("{1} A.{/1} B. {10}", &[&[(0, "1"), (2, "/1")], &[(2, "10")]]);
        check("A.{/1}{2} {/2}{3}B.", &[&[(2, "/1"), (2, "/2")], &[(0, "2"), (0, "3")]]);
    }

    #[test]
    fn codes_at_a_sentences_edges_need_not_be_set_again() {
        let (source, _) = marked("{1}Un{/1} deux{10}");
        let (target, _) = marked("One {1}two{/1}");
        assert_eq!(with_edges(&source, &target), marked("One {1}two{/1}{10}").0);
        assert_eq!(with_edges(&source, &marked("One").0), marked("{1}One{10}").0);
    }
}
