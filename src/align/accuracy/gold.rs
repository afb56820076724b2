//! Gold beads as they are written down.
//!
//! Two forms. `<doc>.gold` has a bead a line, `[source ids]:[target ids]`, ids
//! from 0, as vecalign and others write it; the sentences stand in two files
//! beside it, one a line. `gold.jsonl` has a document pair a line:
//! `{"doc","src_lang","tgt_lang","src":[…],"tgt":[…],"links":[[[src],[tgt]],…]}`
//! and, where the source lines of the sentences are known, `"src_line"`,
//! `"tgt_line"`: sentences of one line share a block. Other keys are passed over.

use serde::Deserialize;

use crate::align::{Pair, Sentence, Side};
use crate::model::{Cancelled, Lang, Problem, Reading, Role, Watch};

/// A bead by the ids of its sentences.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Link {
    /// Source sentences, from 0, in order.
    pub source: Vec<usize>,
    /// Target sentences.
    pub target: Vec<usize>,
}

impl Link {
    /// Whether both sides have a sentence.
    pub const fn is_two_sided(&self) -> bool {
        !self.source.is_empty() && !self.target.is_empty()
    }

    /// The link itself, or one link a sentence where a side is empty.
    pub fn singles(&self) -> Vec<Self> {
        if self.is_two_sided() {
            return vec![self.clone()];
        }
        let source = self.source.iter().map(|s| Self { source: vec![*s], target: Vec::new() });
        let target = self.target.iter().map(|t| Self { source: Vec::new(), target: vec![*t] });
        source.chain(target).collect()
    }
}

impl From<&Pair> for Link {
    fn from(pair: &Pair) -> Self {
        Self { source: pair.source.clone().collect(), target: pair.target.clone().collect() }
    }
}

/// A document pair with its gold beads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldDocument {
    /// Its name.
    pub name: String,
    /// The source language.
    pub source_lang: Lang,
    /// The target language.
    pub target_lang: Lang,
    /// Source sentences.
    pub source: Vec<String>,
    /// Target sentences.
    pub target: Vec<String>,
    /// The block of each source sentence; empty when unknown.
    pub source_blocks: Vec<usize>,
    /// The block of each target sentence; empty when unknown.
    pub target_blocks: Vec<usize>,
    /// The beads.
    pub links: Vec<Link>,
}

impl GoldDocument {
    /// A document pair of three files: the sentences of either side, one a line,
    /// and the beads. Beads of sentences that are not there are told and left out.
    pub fn from_texts(
        name: &str,
        (source_lang, target_lang): (&Lang, &Lang),
        (source, target): (&str, &str),
        gold: &str,
    ) -> Reading<Self> {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let (source, target) = (lines(source), lines(target));
        let Reading { value: mut beads, mut problems } = read_beads(gold);
        let fits = |ids: &[usize], count: usize| ids.iter().all(|id| *id < count);
        beads.retain(|link| {
            let fits = fits(&link.source, source.len()) && fits(&link.target, target.len());
            if !fits {
                problems.push(Problem::whole(format!(
                    "bead {:?}:{:?} names a sentence that is not there",
                    link.source, link.target
                )));
            }
            fits
        });
        let value = Self {
            name: name.to_owned(),
            source_lang: source_lang.clone(),
            target_lang: target_lang.clone(),
            source,
            target,
            source_blocks: Vec::new(),
            target_blocks: Vec::new(),
            links: beads,
        };
        Reading { value, problems }
    }

    /// Aligns the two documents: blocks as given, all roles alike (roles made by
    /// hand would help the aligner as no page does).
    ///
    /// # Errors
    /// [`Cancelled`] when the watch says so.
    pub fn align(&self, watch: &dyn Watch) -> Result<Vec<Pair>, Cancelled> {
        let (source, target) = (
            sentences(&self.source, &self.source_blocks),
            sentences(&self.target, &self.target_blocks),
        );
        let source = Side { lang: &self.source_lang, sentences: &source };
        let target = Side { lang: &self.target_lang, sentences: &target };
        crate::align::align(&source, &target, &[], None, watch)
    }
}

fn sentences<'a>(texts: &'a [String], blocks: &[usize]) -> Vec<Sentence<'a>> {
    let block = |place: usize| blocks.get(place).copied().unwrap_or(place);
    let numbered = texts.iter().enumerate();
    numbered
        .map(|(place, text)| Sentence { text, block: block(place), role: Role::default() })
        .collect()
}

/// The languages of a set from its folder's name, `<name>_<source>-<target>`.
pub fn langs_of_set(folder: &str) -> Option<(Lang, Lang)> {
    let (_, langs) = folder.rsplit_once('_')?;
    let (source, target) = langs.split_once('-')?;
    Some((source.parse().ok()?, target.parse().ok()?))
}

/// Reads a `.gold` file. Lines that are no bead are told and left out.
pub fn read_beads(text: &str) -> Reading<Vec<Link>> {
    let (mut value, mut problems) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match bead(line) {
            Some(link) => value.push(link),
            None => problems
                .push(Problem::at(number, format!("\"{line}\" is not a bead (such as [0,1]:[0])"))),
        }
    }
    Reading { value, problems }
}

fn bead(line: &str) -> Option<Link> {
    let mut fields = line.trim().splitn(3, ':');
    Some(Link { source: ids(fields.next()?)?, target: ids(fields.next()?)? })
}

fn ids(text: &str) -> Option<Vec<usize>> {
    let inside = text.trim().strip_prefix('[')?.strip_suffix(']')?;
    if inside.trim().is_empty() {
        return Some(Vec::new());
    }
    inside.split(',').map(|id| id.trim().parse().ok()).collect()
}

/// A line of `gold.jsonl`.
#[derive(Deserialize)]
struct Entry {
    doc: String,
    src_lang: Lang,
    tgt_lang: Lang,
    src: Vec<String>,
    tgt: Vec<String>,
    links: Vec<(Vec<usize>, Vec<usize>)>,
    #[serde(default)]
    src_line: Vec<usize>,
    #[serde(default)]
    tgt_line: Vec<usize>,
}

/// Reads a `gold.jsonl` file. Lines that are no document pair are told and left out.
pub fn read_jsonl(text: &str) -> Reading<Vec<GoldDocument>> {
    let (mut value, mut problems) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Entry>(line) {
            Ok(entry) => value.push(document(entry)),
            Err(error) => {
                problems.push(Problem::at(number, format!("not a document pair: {error}")));
            }
        }
    }
    Reading { value, problems }
}

fn document(entry: Entry) -> GoldDocument {
    let links = entry.links.into_iter().map(|(source, target)| Link { source, target });
    let blocks =
        |lines: Vec<usize>, count: usize| if lines.len() == count { lines } else { Vec::new() };
    GoldDocument {
        name: entry.doc,
        source_lang: entry.src_lang,
        target_lang: entry.tgt_lang,
        source_blocks: blocks(entry.src_line, entry.src.len()),
        target_blocks: blocks(entry.tgt_line, entry.tgt.len()),
        source: entry.src,
        target: entry.tgt,
        links: links.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unwatched;

    #[test]
    fn beads_are_read_and_bad_lines_told() {
        let reading = read_beads("[0]:[0]\n[1, 2]:[]:0.37\n\nnonsense\n[]:[1,2,3]\n[x]:[1]\n");
        let shapes: Vec<_> =
            reading.value.iter().map(|l| (l.source.len(), l.target.len())).collect();
        assert_eq!(shapes, [(1, 1), (2, 0), (0, 3)]);
        let lines: Vec<_> = reading.problems.iter().map(|p| p.line).collect();
        assert_eq!(lines, [Some(3), Some(5)]);
    }

    #[test]
    fn three_texts_make_a_document_pair() {
        let langs = langs_of_set("some_office_fr-en").expect("two languages");
        assert_eq!((langs.0.as_str(), langs.1.as_str()), ("fr", "en"));
        assert_eq!(langs_of_set("fr-en"), None);
        let texts = ("Le port est ouvert.\nMerci.\n", "The port is open.\nThank you.\n");
        let gold = "[0]:[0]\n[1]:[1]\n[2]:[]\n";
        let reading = GoldDocument::from_texts("port", (&langs.0, &langs.1), texts, gold);
        assert_eq!((reading.value.links.len(), reading.problems.len()), (2, 1));
        let pairs = reading.value.align(&Unwatched).expect("nobody cancels");
        assert_eq!(pairs.iter().map(Link::from).collect::<Vec<_>>(), reading.value.links);
    }

    #[test]
    fn a_document_pair_is_read_with_its_blocks() {
        let line = r#"{"doc":"a","src_lang":"fr","tgt_lang":"en","src":["Un.","Deux."],"tgt":["One and two."],"links":[[[0,1],[0]]],"src_line":[4,4],"tgt_line":[3],"kind":[]}"#;
        let reading = read_jsonl(&format!("{line}\n{{\"doc\":1}}\n"));
        assert_eq!(reading.problems.len(), 1);
        let document = reading.value.first().expect("one document");
        assert_eq!(document.source_blocks, [4, 4]);
        assert_eq!(document.links, [Link { source: vec![0, 1], target: vec![0] }]);
    }
}
