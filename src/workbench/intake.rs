//! From texts to documents and projects.
//!
//! A text is cut into blocks by the format, the blocks get languages and roles,
//! then sentences. One document becomes a project with open rows; two become one
//! with aligned rows.

mod looks;

use jiff::tz::TimeZone;

use super::env::Env;
use super::opening::ReadText;
use crate::align::{self, Lexicon};
use crate::formats::plain;
use crate::model::{
    Bead, Block, BlockId, Cancelled, Document, DocumentId, Lang, Link, Origin, Project, RawBlock,
    Role, RoleRule, RowNumber, Segment, SegmentId, State, Target, TargetSegment, Translation,
    TranslationId, View, Watch,
};
use crate::release::{self, house};
use crate::text::lang::Evidence;
use crate::text::segment::Cutting;
use crate::texts::{Spoken, t};

pub use looks::Looks;

/// How a text is to be read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The name of the file, empty when pasted.
    pub name: String,
    /// The language, `None` to guess it. A given language holds for every block.
    pub lang: Option<Lang>,
    /// Whether each line is one segment that is left as it is.
    pub segmented: bool,
    /// By which rules sentences are cut.
    pub cutting: Cutting,
}

/// What is to be told where a text looks like another language than somebody said.
#[must_use]
pub fn other_language(text: &str, said: &Lang) -> Option<String> {
    let evidence = Evidence::of(text);
    let found = evidence.certain().filter(|found| !found.same_base(said))?;
    Some(t!("intake-the-text-looks-like-not", found = found.spoken(), said = said.spoken()))
}

/// What a person taught in the window about texts that come in.
#[derive(Debug, Clone, Default)]
pub struct Taught {
    /// The roles of lines of houses' pages.
    pub roles: Vec<RoleRule>,
    /// By which rules sentences are cut.
    pub cutting: Cutting,
}

impl Taught {
    /// The document of a text in this main language (see [`document_in`]), as was taught.
    #[must_use]
    pub fn document(&self, text: &str, name: &str, main: Option<&Lang>, env: &mut Env) -> Document {
        self.with_roles(document_in(text, name, main, &self.cutting, env))
    }

    /// The document of a file that was read, as was taught.
    #[must_use]
    pub fn document_of(&self, read: &ReadText, main: Option<&Lang>, env: &mut Env) -> Document {
        let Some(page) = &read.page else {
            return self.document(&read.text, &read.name, main, env);
        };
        let (name, cutting) = (read.name.clone(), self.cutting.clone());
        let reading = Reading { name, lang: main.cloned(), segmented: false, cutting };
        self.with_roles(super::pages::document(page, &reading, env))
    }

    /// A document with the roles that were taught about its house's pages.
    #[must_use]
    pub fn with_roles(&self, mut document: Document) -> Document {
        house::apply(&mut document, &self.roles);
        document
    }
}

/// Makes a document of a text.
#[must_use]
pub fn document(text: &str, reading: &Reading, env: &mut Env) -> Document {
    let blocks = if reading.segmented { lines(text) } else { plain::blocks(text) };
    let languages = release::main_language(&blocks.blocks, reading.lang.as_ref());
    of_blocks(blocks, languages, reading, env)
}

/// Makes a document of a text whose main language somebody named; lines in other languages, such
/// as a page's frame, are told all the same.
#[must_use]
pub fn document_in(
    text: &str,
    name: &str,
    main: Option<&Lang>,
    cutting: &Cutting,
    env: &mut Env,
) -> Document {
    let blocks = plain::blocks(text);
    let languages = match main {
        Some(main) => (main.clone(), release::foreign_languages(&blocks.blocks, main)),
        None => release::main_language(&blocks.blocks, None),
    };
    let cutting = cutting.clone();
    let reading = Reading { name: name.to_owned(), cutting, ..Reading::default() };
    of_blocks(blocks, languages, &reading, env)
}

/// Makes a document of a text whose blocks were looked at before; `None` where it has other
/// blocks now.
#[must_use]
pub fn document_again(
    text: &str,
    name: &str,
    looks: &Looks,
    cutting: &Cutting,
    env: &mut Env,
) -> Option<Document> {
    let blocks = plain::blocks(text);
    let reading = Reading { name: name.to_owned(), cutting: cutting.clone(), ..Reading::default() };
    let same = blocks.blocks.len() == looks.blocks.len();
    same.then(|| with_looks(blocks, looks.clone(), &reading, env))
}

/// The two documents of a text whose paragraphs are in two languages in turn, the one that
/// begins first; `None` for any other text.
#[must_use]
pub fn parted(
    text: &str,
    name: &str,
    cutting: &Cutting,
    env: &mut Env,
) -> Option<(Document, Document)> {
    let (first, second) = release::interleaved::part(&plain::blocks(text).blocks)?;
    let cutting = cutting.clone();
    let reading = Reading { name: name.to_owned(), cutting, ..Reading::default() };
    let mut document = |part: release::interleaved::Part| {
        let langs = release::foreign_languages(&part.blocks, &part.lang);
        let blocks = plain::Blocks { blocks: part.blocks, tail: "\n".to_owned() };
        of_blocks(blocks, (part.lang, langs), &reading, env)
    };
    Some((document(first), document(second)))
}

/// The document of what stands in a file that is no plain text, whose blocks may have hints.
/// `told` is the language the file says it is in, for texts too short to tell.
#[must_use]
pub(super) fn of_raw(
    blocks: plain::Blocks,
    told: Option<&Lang>,
    reading: &Reading,
    env: &mut Env,
) -> Document {
    let (guessed, langs) = release::main_language(&blocks.blocks, reading.lang.as_ref());
    let unknown = guessed == Lang::undetermined();
    let main = told.cloned().filter(|_| unknown).unwrap_or(guessed);
    of_blocks(blocks, (main, langs), reading, env)
}

/// The same in a main language that somebody named.
#[must_use]
pub(super) fn of_raw_in(
    blocks: plain::Blocks,
    main: &Lang,
    reading: &Reading,
    env: &mut Env,
) -> Document {
    let langs = release::foreign_languages(&blocks.blocks, main);
    of_blocks(blocks, (main.clone(), langs), reading, env)
}

/// Makes a document of a file that was read.
#[must_use]
pub fn document_of(read: &ReadText, reading: &Reading, env: &mut Env) -> Document {
    match &read.page {
        Some(page) if !reading.segmented => super::pages::document(page, reading, env),
        _ => document(&read.text, reading, env),
    }
}

/// The document of blocks whose languages are known.
fn of_blocks(
    blocks: plain::Blocks,
    languages: (Lang, Vec<Option<Lang>>),
    reading: &Reading,
    env: &mut Env,
) -> Document {
    let looks = if reading.segmented {
        Looks::of_lines(languages)
    } else {
        Looks::find(&blocks.blocks, languages, reading.lang.is_some())
    };
    with_looks(blocks, looks, reading, env)
}

/// The document of blocks whose roles and languages are known.
fn with_looks(
    blocks: plain::Blocks,
    Looks { main, blocks: looks }: Looks,
    reading: &Reading,
    env: &mut Env,
) -> Document {
    let plain::Blocks { blocks, tail } = blocks;
    let received = env.now();
    let id = DocumentId::fresh(env.ids());
    let mut number = 0;
    let mut made = Vec::with_capacity(blocks.len());
    for (raw, (role, lang)) in blocks.into_iter().zip(looks) {
        let block_lang = lang.as_ref().unwrap_or(&main);
        let pieces = if reading.segmented {
            vec![(raw.text.clone(), String::new())]
        } else {
            sentences(&raw.text, block_lang, &reading.cutting)
        };
        let segments = pieces
            .into_iter()
            .map(|(text, after)| {
                number += 1;
                new_segment(text, after, RowNumber::new(number), env)
            })
            .collect();
        let id = BlockId::fresh(env.ids());
        let (line, before, codes) = (raw.line, raw.before, Vec::new());
        made.push(Block { id, role, lang, line, before, codes, segments });
    }
    Document { id, lang: main, name: reading.name.clone(), received, blocks: made, tail }
}

/// The target document of a translation with its sentences back in their blocks.
#[must_use]
pub fn target_document(translation: &Translation) -> Document {
    let mut target = translation.document.clone();
    for bead in &translation.beads {
        give_back(&mut target, bead);
    }
    target
}

/// Each line one block of one segment, empty lines too.
fn lines(text: &str) -> plain::Blocks {
    let mut before = String::new();
    let mut blocks = Vec::new();
    for (line, content) in text.lines().enumerate() {
        let text = content.to_owned();
        blocks.push(RawBlock { line, before: std::mem::take(&mut before), text, hint: None });
        before.push('\n');
    }
    let tail = if text.ends_with('\n') { before } else { String::new() };
    plain::Blocks { blocks, tail }
}

fn sentences(text: &str, lang: &Lang, cutting: &Cutting) -> Vec<(String, String)> {
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
    cutting
        .segments(text, lang)
        .into_iter()
        .map(|piece| (part(piece.range), part(piece.after)))
        .collect()
}

fn new_segment(text: String, after: String, number: RowNumber, env: &mut Env) -> Segment {
    let id = SegmentId::fresh(env.ids());
    Segment { id, parent: None, number, text, original: None, tags: Vec::new(), after }
}

/// A project of one text, its target open.
#[must_use]
pub fn from_one(source: Document, target: Lang, env: &mut Env) -> Project {
    let mut facts = release::facts::of(&source);
    if let Some(said) = release::embargo::of(&source, facts.date, &TimeZone::system()) {
        (facts.embargo, facts.embargo_zone) = (Some(said.until), said.zone);
    }
    let now = env.now();
    let translation = Translation::open(&source, target, now, env.ids());
    let mut project = Project::new(source, facts, env.ids());
    project.place.view = View::Translate;
    project.release.status = crate::model::ReleaseStatus::InTranslation;
    project.translations.push(translation);
    project
}

/// A project of two texts, aligned.
///
/// # Errors
/// [`Cancelled`] when the watch stops it.
pub fn from_two(
    source: Document,
    target: Document,
    lexicon: Option<&Lexicon>,
    watch: &dyn Watch,
    env: &mut Env,
) -> Result<Project, Cancelled> {
    let pairs = align_documents(&source, &target, &[], lexicon, watch)?;
    let mut facts = release::facts::of(&source);
    // One of two versions often leaves its date or number out.
    let theirs = release::facts::of(&target);
    facts.date = facts.date.or(theirs.date);
    if facts.number.is_empty() {
        facts.number = theirs.number;
    }
    let translation = translation_of(&source, target, &pairs, env);
    let mut project = Project::new(source, facts, env.ids());
    project.place.view = View::Align;
    project.release.status = crate::model::ReleaseStatus::InAlignment;
    project.translations.push(translation);
    Ok(project)
}

/// Puts a further language into a project whose source nobody has worked on: the text is
/// aligned with the source.
///
/// # Errors
/// [`Cancelled`] when the watch stops it; the project is then as it was.
pub fn add_translation(
    project: &mut Project,
    target: Document,
    lexicon: Option<&Lexicon>,
    watch: &dyn Watch,
    env: &mut Env,
) -> Result<(), Cancelled> {
    let pairs = align_documents(&project.source, &target, &[], lexicon, watch)?;
    let translation = translation_of(&project.source, target, &pairs, env);
    project.translations.push(translation);
    Ok(())
}

/// Aligns two documents whose segments stand in their blocks.
pub(super) fn align_documents(
    source: &Document,
    target: &Document,
    anchors: &[align::Pair],
    lexicon: Option<&Lexicon>,
    watch: &dyn Watch,
) -> Result<Vec<align::Pair>, Cancelled> {
    let (sources, targets) = (side(source), side(target));
    let source = align::Side { lang: &source.lang, sentences: &sources };
    let target = align::Side { lang: &target.lang, sentences: &targets };
    align::align(&source, &target, anchors, lexicon, watch)
}

fn side(document: &Document) -> Vec<align::Sentence<'_>> {
    let mut sentences = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let role = if block.is_content() { block.role } else { Role::Chrome };
        let of_block = block.segments.iter();
        sentences.extend(of_block.map(|s| align::Sentence { text: &s.text, block: at, role }));
    }
    sentences
}

/// The beads of aligned pairs; the target's segments move into them.
pub(super) fn translation_of(
    source: &Document,
    mut target: Document,
    pairs: &[align::Pair],
    env: &mut Env,
) -> Translation {
    let sources: Vec<(SegmentId, RowNumber, BlockId)> =
        source.segments().map(|(block, s)| (s.id, s.number, block.id)).collect();
    let targets = take_segments(&mut target);
    let mut numbers = Numbers::default();
    let mut anchor = None;
    let mut beads = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let own = sources.get(pair.source.clone()).unwrap_or_default();
        let theirs = targets.get(pair.target.clone()).unwrap_or_default().to_vec();
        let number = numbers.of(own.first().map(|(_, number, _)| *number));
        let ids: Vec<SegmentId> = own.iter().map(|(id, ..)| *id).collect();
        let mut bead = Bead::open(number, ids, env.ids());
        bead.anchor = if own.is_empty() { anchor } else { None };
        anchor = own.last().map(|(.., block)| *block).or(anchor);
        let confidence = pair.confidence;
        bead.link = Link::Guessed { confidence, pinned: false };
        bead.target = aligned_target(theirs);
        bead.origin = Origin::Aligned;
        beads.push(bead);
    }
    let (id, gone) = (TranslationId::fresh(env.ids()), Vec::new());
    Translation { id, document: target, via: None, beads, gone }
}

fn aligned_target(segments: Vec<TargetSegment>) -> Target {
    if segments.is_empty() {
        return Target::LeftOut { reason: String::new(), state: State::Translated };
    }
    Target::Text { segments, state: State::Translated }
}

fn take_segments(target: &mut Document) -> Vec<TargetSegment> {
    let mut taken = Vec::new();
    for block in &mut target.blocks {
        let id = block.id;
        let segments = std::mem::take(&mut block.segments);
        taken.extend(segments.into_iter().map(|s| TargetSegment { block: Some(id), segment: s }));
    }
    taken
}

/// Row numbers of an alignment: the source's, and 20a, 20b for additions after 20.
#[derive(Debug, Default)]
struct Numbers {
    last: Option<RowNumber>,
}

impl Numbers {
    fn of(&mut self, source: Option<RowNumber>) -> RowNumber {
        let previous = self.last.unwrap_or(RowNumber::new(0));
        let number = source.unwrap_or_else(|| previous.following(|_| false));
        self.last = Some(number);
        number
    }
}

/// The rows of a translation aligned anew between its accepted and pinned links.
///
/// # Errors
/// [`Cancelled`] when the watch stops it.
pub fn realign(
    source: &Document,
    translation: &Translation,
    lexicon: Option<&Lexicon>,
    watch: &dyn Watch,
    env: &mut Env,
) -> Result<Vec<Bead>, Cancelled> {
    let mut target = translation.document.clone();
    let mut kept = Vec::new();
    let mut anchors = Vec::new();
    let (mut source_at, mut target_at) = (0, 0);
    for bead in &translation.beads {
        let sources = source_at..source_at + bead.source.len();
        let targets = target_at..target_at + bead.target.segments().len();
        (source_at, target_at) = (sources.end, targets.end);
        give_back(&mut target, bead);
        if is_anchor(bead) {
            anchors.push(align::Pair { source: sources, target: targets, confidence: 1.0 });
            kept.push(bead.clone());
        }
    }
    let pairs = align_documents(source, &target, &anchors, lexicon, watch)?;
    let mut anew = translation_of(source, target, &pairs, env).beads;
    for (bead, pair) in anew.iter_mut().zip(&pairs) {
        let is = anchors.iter().position(|a| a.source == pair.source && a.target == pair.target);
        if let Some(old) = is.and_then(|at| kept.get(at)) {
            *bead = old.clone();
        }
    }
    Ok(anew)
}

/// Links that aligning anew leaves where they are.
const fn is_anchor(bead: &Bead) -> bool {
    matches!(bead.link, Link::Accepted | Link::Guessed { pinned: true, .. }) || bead.flags.locked
}

/// Puts a bead's target segments back into their blocks, to be aligned again.
fn give_back(target: &mut Document, bead: &Bead) {
    for sentence in bead.target.segments() {
        let place = target.blocks.iter().position(|block| Some(block.id) == sentence.block);
        let place = place.or_else(|| target.blocks.len().checked_sub(1));
        let Some(block) = place.and_then(|at| target.blocks.get_mut(at)) else { continue };
        block.segments.push(sentence.segment.clone());
    }
}
