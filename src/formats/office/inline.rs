//! A paragraph of a document as a row of items, and the block that is made of it.
//!
//! Word processors cut a paragraph into runs for reasons nobody sees (revision marks, proofing,
//! languages). What a text looks like is therefore compared, not how it is cut: the *base* of
//! a paragraph, or of a link, is what all its texts have in common, and a code stands only
//! around texts that look otherwise. A paragraph that is bold as a whole has no code.
//!
//! Codes of looks do not nest: a text that is bold and italic within a bold one is one code
//! `b i` beside a code `b`. White space by itself takes the look of its neighbours where they
//! agree. White space at the ends, and anchors that nobody sees there, stay in the file and
//! are no part of the block.

use std::ops::Range;

use super::edit::Chunk;
use crate::formats::page::{Code, Mark, Marked};
use crate::model::TagKind;

/// What a text looks like: properties, sorted. Of each, first what tells it from others,
/// then the short name that is shown of it.
pub(crate) type Look = Vec<(String, String)>;

/// A part of a paragraph, in order.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// Text.
    Text(Piece),
    /// What stands as a whole: a note's mark, a field, a picture.
    /// Unseen ones stay where they are at the ends of a paragraph; those to keep are not lost
    /// where a rendering leaves them out.
    Alone { shown: String, raw: Vec<Chunk>, unseen: bool, keep: bool },
    /// The start of a link or a control.
    Open { shown: String, raw: Vec<Chunk>, edge: Option<usize> },
    /// Its end.
    Close { raw: Vec<Chunk>, edge: Option<usize> },
    /// What stays in the file and is no part of the text; proofing marks go when the
    /// paragraph is put together anew.
    Stay { raw: Vec<Chunk>, passing: bool },
}

/// A piece of text that stands at one place of the file.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// The characters it stands for.
    pub text: String,
    /// The place of the text, in bytes.
    pub at: Range<usize>,
    /// The place that goes when the text goes; `at`, or the run that has nothing else.
    pub whole: Range<usize>,
    /// What it looks like.
    pub look: Look,
    /// The node that has its format: what is written like it asks there.
    pub home: usize,
    /// Whether text may be put in its place rather than beside it: not for tabs and breaks.
    pub fillable: bool,
}

/// What a code stands for.
#[derive(Debug, Clone)]
pub(crate) enum Slot {
    /// Another look, as that of a node.
    Look { home: usize },
    /// A link: what opens it, what closes it, and how text directly inside looks.
    Pair { open: Vec<Chunk>, close: Vec<Chunk>, base: Base },
    /// What stands as a whole.
    Alone { raw: Vec<Chunk>, keep: bool },
}

/// How text that stands in no code of a look is written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Base {
    /// The node that has the format; `None` where there is no text.
    pub home: Option<usize>,
    /// The properties of it that count, where not all do.
    pub only: Option<Look>,
}

/// A paragraph ready for reading and for patching.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// The text and codes that others see.
    pub content: Marked,
    /// What the codes are.
    pub codes: Vec<Code>,
    /// What the codes stand for; the number of a code is its place, from 1.
    pub slots: Vec<Slot>,
    /// How text outside of all codes is written.
    pub base: Base,
    /// The texts between the codes, one more than there are marks.
    pub stretches: Vec<Stretch>,
    /// What stays, in front of everything and behind it, when all is put together anew.
    pub stays: (Vec<Chunk>, Vec<Chunk>),
    /// Where all of it stands, in bytes.
    pub inner: Range<usize>,
}

/// The text between two codes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stretch {
    /// Its pieces.
    pub pieces: Vec<Piece>,
    /// White space at the block's start that is no part of it.
    pub lead: String,
    /// The text of the block.
    pub core: String,
    /// White space at the block's end that is no part of it.
    pub tail: String,
}

impl Block {
    /// Makes a block of the items that stand at `inner`.
    pub(crate) fn of(mut items: Vec<Item>, mut inner: Range<usize>) -> Self {
        while let Some(within) = unwrapped(&mut items) {
            inner = within;
        }
        quiet_ends(&mut items);
        let mut builder = Builder::default();
        let base = builder.level(&items);
        builder.stretches.push(std::mem::take(&mut builder.stretch));
        trim(&mut builder.stretches);
        let content = marked(&builder.stretches, &builder.marks);
        Self {
            content,
            codes: builder.codes,
            slots: builder.slots,
            base,
            stretches: builder.stretches,
            stays: builder.stays,
            inner,
        }
    }

    /// Whether there is nothing to read.
    pub(crate) fn is_blank(&self) -> bool {
        self.content.text.is_empty()
    }

    /// The nodes that have the formats of its texts.
    pub(crate) fn homes(&self) -> Vec<usize> {
        let pieces = self.stretches.iter().flat_map(|stretch| &stretch.pieces);
        let mut homes: Vec<usize> = pieces.map(|piece| piece.home).collect();
        homes.dedup();
        homes
    }
}

/// Takes off a link that stands around everything: a text need not carry what it cannot
/// lose. Gives the place of what is inside.
fn unwrapped(items: &mut Vec<Item>) -> Option<Range<usize>> {
    let is_stay = |item: &Item| matches!(item, Item::Stay { .. });
    let first = items.iter().position(|item| !is_stay(item))?;
    let last = items.iter().rposition(|item| !is_stay(item))?;
    let (Some(Item::Open { edge: Some(start), .. }), Some(Item::Close { edge: Some(end), .. })) =
        (items.get(first), items.get(last))
    else {
        return None;
    };
    let range = *start..*end;
    if closing(items, first) != Some(last) {
        return None;
    }
    *items = items.drain(first + 1..last).collect();
    Some(range)
}

/// The place of what closes the item that opens here.
fn closing(items: &[Item], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, item) in items.iter().enumerate().skip(open) {
        match item {
            Item::Open { .. } => depth += 1,
            Item::Close { .. } => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(place);
                }
            }
            _ => {}
        }
    }
    None
}

/// Lets anchors that nobody sees stay where they are at the ends of a paragraph.
fn quiet_ends(items: &mut [Item]) {
    let quiet = |item: &mut Item| match item {
        Item::Alone { raw, unseen: true, .. } => {
            *item = Item::Stay { raw: std::mem::take(raw), passing: false };
            true
        }
        Item::Stay { .. } => true,
        Item::Text(piece) => piece.text.trim().is_empty(),
        _ => false,
    };
    for item in items.iter_mut() {
        if !quiet(item) {
            break;
        }
    }
    for item in items.iter_mut().rev() {
        if !quiet(item) {
            break;
        }
    }
}

/// Takes white space at the ends out of the text.
fn trim(stretches: &mut [Stretch]) {
    for stretch in stretches.iter_mut() {
        let core = stretch.core.trim_start();
        stretch.lead = stretch.core.strip_suffix(core).unwrap_or_default().to_owned();
        stretch.core = core.to_owned();
        if !stretch.core.is_empty() {
            break;
        }
    }
    for stretch in stretches.iter_mut().rev() {
        let core = stretch.core.trim_end();
        stretch.tail = stretch.core.strip_prefix(core).unwrap_or_default().to_owned();
        stretch.core = core.to_owned();
        if !stretch.core.is_empty() {
            break;
        }
    }
}

/// The text of the stretches with the marks between them.
fn marked(stretches: &[Stretch], marks: &[String]) -> Marked {
    let mut content = Marked::default();
    let mut at = 0;
    for (place, stretch) in stretches.iter().enumerate() {
        content.text.push_str(&stretch.core);
        at += stretch.core.chars().count();
        if let Some(id) = marks.get(place) {
            content.tags.push(Mark { at, id: id.clone() });
        }
    }
    content
}

/// Puts a block together.
#[derive(Default)]
struct Builder {
    codes: Vec<Code>,
    /// What is shown of the codes that are open.
    shown: Vec<String>,
    slots: Vec<Slot>,
    marks: Vec<String>,
    stretches: Vec<Stretch>,
    stretch: Stretch,
    stays: (Vec<Chunk>, Vec<Chunk>),
    seen: bool,
}

impl Builder {
    /// Takes in the items of a paragraph, or of a link; gives its base.
    fn level(&mut self, items: &[Item]) -> Base {
        let places = direct(items);
        let (base, looks) = looks(items, &places);
        let coming = coming(items, &places, &looks);
        let mut open: Option<(usize, &Look)> = None;
        for (number, &place) in places.iter().enumerate() {
            if let Some((slot, current)) = open
                && coming.get(number).copied().flatten() != Some(current)
            {
                self.close(slot);
                open = None;
            }
            let look = looks.get(number).and_then(Option::as_ref);
            if let (None, Some(look), Some(Item::Text(piece))) =
                (open, look.filter(|look| !look.is_empty()), items.get(place))
            {
                let slot = self.open(Slot::Look { home: piece.home }, shown(look));
                open = Some((slot, look));
            }
            self.item(items, place);
        }
        if let Some((slot, _)) = open {
            self.close(slot);
        }
        base
    }

    fn item(&mut self, items: &[Item], place: usize) {
        match items.get(place) {
            Some(Item::Text(piece)) => {
                self.seen = true;
                self.stretch.core.push_str(&piece.text);
                self.stretch.pieces.push(piece.clone());
            }
            Some(Item::Alone { shown, raw, keep, .. }) => {
                let slot = self.slot(Slot::Alone { raw: raw.clone(), keep: *keep });
                self.mark(slot.to_string(), TagKind::Alone, shown.clone());
            }
            Some(Item::Open { shown, raw, .. }) => {
                let Some(end) = closing(items, place) else { return };
                let close = match items.get(end) {
                    Some(Item::Close { raw, .. }) => raw.clone(),
                    _ => Vec::new(),
                };
                let pair = Slot::Pair { open: raw.clone(), close, base: Base::default() };
                let slot = self.open(pair, shown.clone());
                let inner = self.level(items.get(place + 1..end).unwrap_or_default());
                if let Some(Slot::Pair { base, .. }) = self.slots.get_mut(slot - 1) {
                    *base = inner;
                }
                self.close(slot);
            }
            Some(Item::Stay { raw, passing: false }) => {
                let stays = if self.seen { &mut self.stays.1 } else { &mut self.stays.0 };
                stays.extend(raw.iter().cloned());
            }
            Some(Item::Close { .. } | Item::Stay { .. }) | None => {}
        }
    }

    /// Numbers what a code stands for, from 1.
    fn slot(&mut self, slot: Slot) -> usize {
        self.slots.push(slot);
        self.slots.len()
    }

    fn open(&mut self, slot: Slot, shown: String) -> usize {
        let number = self.slot(slot);
        self.mark(number.to_string(), TagKind::Open, shown.clone());
        self.shown.push(shown);
        number
    }

    /// Closes what was opened last.
    fn close(&mut self, slot: usize) {
        let shown = self.shown.pop().unwrap_or_default();
        self.mark(format!("/{slot}"), TagKind::Close, shown);
    }

    fn mark(&mut self, id: String, kind: TagKind, shown: String) {
        self.seen = true;
        self.codes.push(Code { id: id.clone(), kind, shown });
        self.marks.push(id);
        self.stretches.push(std::mem::take(&mut self.stretch));
    }
}

/// The places of items that stand in no link among these.
fn direct(items: &[Item]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut place = 0;
    while place < items.len() {
        places.push(place);
        let end = matches!(items.get(place), Some(Item::Open { .. }))
            .then(|| closing(items, place))
            .flatten();
        place = end.unwrap_or(place) + 1;
    }
    places
}

/// The base of the items at these places, and what each text has beside it.
fn looks(items: &[Item], places: &[usize]) -> (Base, Vec<Option<Look>>) {
    let pieces: Vec<Option<&Piece>> = places
        .iter()
        .map(|&place| match items.get(place) {
            Some(Item::Text(piece)) => Some(piece),
            _ => None,
        })
        .collect();
    let texts: Vec<&Piece> = pieces.iter().copied().flatten().collect();
    let common = common(&texts);
    let beside = |piece: &&Piece| -> Look {
        let own = |property: &&(String, String)| common.binary_search(property).is_err();
        piece.look.iter().filter(own).cloned().collect()
    };
    let mut looks: Vec<Option<Look>> =
        pieces.iter().map(|piece| piece.as_ref().map(beside)).collect();
    blend(&mut looks, &pieces);
    let plain = looks.iter().position(|look| look.as_ref().is_some_and(Vec::is_empty));
    let plain = plain.and_then(|place| pieces.get(place).copied().flatten());
    let base = match plain {
        Some(piece) => Base { home: Some(piece.home), only: None },
        None => Base { home: texts.first().map(|piece| piece.home), only: Some(common) },
    };
    (base, looks)
}

fn is_blank(piece: &Piece) -> bool {
    piece.text.trim().is_empty()
}

/// What all texts have in common; white space by itself has no say where there is other text.
fn common(texts: &[&Piece]) -> Look {
    let mut seen = texts.iter().filter(|piece| !is_blank(piece)).peekable();
    let mut all = texts.iter();
    let of: &mut dyn Iterator<Item = &&Piece> =
        if seen.peek().is_some() { &mut seen } else { &mut all };
    let mut common = of.next().map(|piece| piece.look.clone()).unwrap_or_default();
    for piece in of {
        common.retain(|property| piece.look.binary_search(property).is_ok());
    }
    common
}

/// Gives white space by itself the look of its neighbours where they agree, else one of
/// theirs or the base's.
fn blend(looks: &mut [Option<Look>], pieces: &[Option<&Piece>]) {
    let mut after = Look::new();
    let mut behind = vec![Look::new(); looks.len()];
    for (place, piece) in pieces.iter().enumerate().rev() {
        match (piece, looks.get(place), behind.get_mut(place)) {
            (Some(piece), Some(Some(look)), _) if !is_blank(piece) => after.clone_from(look),
            (Some(_), _, Some(behind)) => behind.clone_from(&after),
            _ => {}
        }
    }
    let mut before = Look::new();
    for ((look, piece), after) in looks.iter_mut().zip(pieces).zip(behind) {
        let (Some(look), Some(piece)) = (look, piece) else { continue };
        if !is_blank(piece) {
            before.clone_from(look);
        } else if before == after || (*look != before && *look != after) {
            *look = if before == after { after } else { Look::new() };
        }
    }
}

/// For each place the look of the next text there or behind; `None` where a link comes first.
fn coming<'a>(
    items: &[Item],
    places: &[usize],
    looks: &'a [Option<Look>],
) -> Vec<Option<&'a Look>> {
    let mut coming = vec![None; places.len()];
    let mut next = None;
    for (number, &place) in places.iter().enumerate().rev() {
        next = match items.get(place) {
            Some(Item::Text(_)) => looks.get(number).and_then(Option::as_ref),
            Some(Item::Open { .. }) => None,
            _ => next,
        };
        if let Some(slot) = coming.get_mut(number) {
            *slot = next;
        }
    }
    coming
}

/// How a look is shown: its properties' short names, each once.
fn shown(look: &Look) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (_, name) in look {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.join(" ")
}
