//! A paragraph laid out: its lines, cells and glyphs.
//!
//! parley analyses, shapes and breaks; what it finds is turned into [`Line`]s of
//! cells at once and nothing else of it is kept. Directions come from the caller, not
//! from the first strong letter: an Arabic sentence that begins with `ONU` is still
//! written from right to left. Colours play no part here, so a mark on half a word
//! leaves its letters joined.
//!
//! Spaces at the end of a line take the paragraph's direction (UAX #9, rule L1), also
//! where the line was wrapped: they hang beyond its end edge. Lines are as high as
//! the type role says, whatever faces stand in them.

use std::sync::Arc;

use parley::{LayoutContext, OverflowWrap, StyleProperty};

use super::caret::{Cell, Direction, Line};
use super::faces::Faces;
use crate::ui::fonts::TypeRole;

/// Width of a tab, in parts of the size.
const TAB: f32 = 2.0;
/// The weights of the two faces (OpenType, `usWeightClass`).
const REGULAR: f32 = 400.0;
const BOLD: f32 = 700.0;

/// What is to be laid out. The text has no line break in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Job<'a> {
    pub(super) text: &'a str,
    pub(super) role: TypeRole,
    /// Where lines break, in points; infinite for one line.
    pub(super) width: f32,
    pub(super) direction: Direction,
    /// The primary language, `ar`.
    pub(super) lang: &'a str,
    /// Tags, in which no line breaks.
    pub(super) tags: &'a [std::ops::Range<usize>],
}

/// A glyph, in points from the left of the text and from the baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) face: u16,
    /// How many cells it stands for, more than one in a ligature.
    pub(super) cells: u16,
    /// The leftmost of them, in its line.
    pub(super) cell: usize,
    pub(super) x: f32,
    pub(super) y: f32,
}

/// A line with its glyphs.
#[derive(Debug, Clone)]
pub(super) struct LaidLine {
    pub(super) line: Arc<Line>,
    pub(super) glyphs: Vec<Glyph>,
}

/// A paragraph laid out; at least one line.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) lines: Vec<LaidLine>,
    /// The width of the widest line, in points, without the spaces at line ends.
    pub(super) width: f32,
    /// How many characters no face has.
    pub(super) missing: usize,
}

/// What parley works with.
#[derive(Default)]
pub(super) struct Shaper {
    context: LayoutContext<()>,
    scratch: parley::Layout<()>,
}

impl Shaper {
    /// Lays a paragraph out; if a character is in no face, with the system's fonts.
    pub(super) fn lay_out(&mut self, faces: &mut Faces, job: &Job<'_>) -> Paragraph {
        let laid = self.lay_out_once(faces, job);
        if laid.missing > 0 && faces.find_system_fonts() {
            return self.lay_out_once(faces, job);
        }
        laid
    }

    fn lay_out_once(&mut self, faces: &mut Faces, job: &Job<'_>) -> Paragraph {
        if job.text.is_empty() {
            let line = Line { range: 0..0, cells: Vec::new(), edge: edge(job, 0.0) };
            let line = LaidLine { line: Arc::new(line), glyphs: Vec::new() };
            return Paragraph { lines: vec![line], width: 0.0, missing: 0 };
        }
        self.shape(faces, job);
        let mut missing = 0;
        let mut width = 0.0_f32;
        let mut lines = Vec::with_capacity(self.scratch.len());
        for line in self.scratch.lines() {
            let mut filling = Filling::new(job, line.text_range());
            for run in line.runs() {
                let face = faces.number(&run);
                filling.run(&run, face);
            }
            missing += filling.missing;
            width = width.max(filling.x);
            lines.push(filling.finish());
        }
        Paragraph { lines, width, missing }
    }

    fn shape(&mut self, faces: &mut Faces, job: &Job<'_>) {
        let families = faces.families_of(job.role.column, job.direction, job.lang);
        let fonts = &mut faces.context;
        let mut builder = self.context.ranged_builder(fonts, job.text, 1.0, false);
        builder.set_base_direction(match job.direction {
            Direction::LeftToRight => parley::BaseDirection::Ltr,
            Direction::RightToLeft => parley::BaseDirection::Rtl,
        });
        let weight = if job.role.bold { BOLD } else { REGULAR };
        builder.push_default(families);
        builder.push_default(StyleProperty::FontSize(job.role.size));
        builder.push_default(StyleProperty::FontWeight(parley::FontWeight::new(weight)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if let Ok(lang) = parley::Language::parse(job.lang) {
            builder.push_default(StyleProperty::Locale(Some(lang)));
        }
        for tag in job.tags {
            // What this is set on has no break after it; behind the tag there may be one.
            let last = job.text.get(tag.clone()).and_then(|tag| tag.chars().next_back());
            let end = tag.end - last.map_or(0, char::len_utf8);
            let unbroken = StyleProperty::TextWrapMode(parley::TextWrapMode::NoWrap);
            builder.push(unbroken, tag.start..end);
        }
        builder.build_into(&mut self.scratch, job.text);
        self.scratch.break_all_lines(job.width.is_finite().then_some(job.width.max(1.0)));
    }
}

/// Where an empty line's caret stands, and the right edge of lines from right to left.
fn edge(job: &Job<'_>, body: f32) -> f32 {
    match job.direction {
        Direction::LeftToRight => 0.0,
        Direction::RightToLeft if job.width.is_finite() => job.width,
        Direction::RightToLeft => body,
    }
}

/// A line while its runs are gone through, from left to right.
struct Filling<'a> {
    job: &'a Job<'a>,
    range: std::ops::Range<usize>,
    /// Where the spaces at the end of the line begin.
    body_end: usize,
    cells: Vec<Cell>,
    /// The spaces at its end and how wide they are, as they come.
    hanging: Vec<(usize, usize, f32)>,
    glyphs: Vec<Glyph>,
    x: f32,
    missing: usize,
}

impl<'a> Filling<'a> {
    fn new(job: &'a Job<'a>, range: std::ops::Range<usize>) -> Self {
        let text = job.text.get(range.clone()).unwrap_or("");
        let body_end = range.start + text.trim_end_matches(hangs).len();
        // A tag at the end is a letter, not the mark of an isolate that closes it.
        let tags = job.tags.iter().map(|tag| tag.end).filter(|end| *end <= range.end);
        let body_end = tags.max().map_or(body_end, |end| end.max(body_end));
        let cells = Vec::with_capacity(text.len());
        let glyphs = Vec::with_capacity(text.len());
        Self { job, range, body_end, cells, hanging: Vec::new(), glyphs, x: 0.0, missing: 0 }
    }

    fn run(&mut self, run: &parley::Run<'_, ()>, face: u16) {
        let rtl = run.is_rtl();
        // The first cell of a ligature from right to left, until its glyphs come with
        // its first character, the rightmost.
        let mut waiting: Option<usize> = None;
        for cluster in run.visual_clusters() {
            let range = cluster.text_range();
            let text = self.job.text.get(range.clone()).unwrap_or("");
            let advance = self.advance(text, cluster.advance());
            if range.start >= self.body_end {
                self.hanging.push((range.start, range.end, advance));
                continue;
            }
            let (cell, left) = (self.cells.len(), self.x);
            self.x += advance;
            self.cells.push(Cell { start: range.start, end: range.end, left, right: self.x, rtl });
            if cluster.is_ligature_continuation() {
                if rtl {
                    waiting.get_or_insert(cell);
                } else {
                    self.widen_last();
                }
                continue;
            }
            let first = waiting.take().unwrap_or(cell);
            if !is_blank(text) {
                self.cluster(&cluster, text, face, first);
            }
        }
    }

    /// The glyphs of the last cluster stand for one cell more.
    fn widen_last(&mut self) {
        let cell = self.glyphs.last().map(|glyph| glyph.cell);
        for glyph in self.glyphs.iter_mut().rev().take_while(|glyph| Some(glyph.cell) == cell) {
            glyph.cells = glyph.cells.saturating_add(1);
        }
    }

    /// Takes in the glyphs of a cluster whose leftmost cell is `first`.
    fn cluster(&mut self, cluster: &parley::Cluster<'_, ()>, text: &str, face: u16, first: usize) {
        let cells = u16::try_from(self.cells.len() - first).unwrap_or(u16::MAX);
        let mut pen = self.cells.get(first).map_or(self.x, |cell| cell.left);
        let mut tofu = false;
        for glyph in cluster.glyphs() {
            let (x, y) = (pen + glyph.x, glyph.y);
            self.glyphs.push(Glyph { id: glyph.id, face, cells, cell: first, x, y });
            pen += glyph.advance;
            tofu |= glyph.id == 0;
        }
        self.missing += if tofu { text.chars().count() } else { 0 };
    }

    fn advance(&self, text: &str, advance: f32) -> f32 {
        if text == "\t" { self.job.role.size * TAB } else { advance }
    }

    /// Puts the line where it belongs and the hanging spaces at its end.
    fn finish(mut self) -> LaidLine {
        let edge = edge(self.job, self.x);
        self.hanging.sort_unstable_by_key(|space| space.0);
        if self.job.direction.is_rtl() {
            let mut at = edge - self.x;
            for cell in &mut self.cells {
                cell.left += at;
                cell.right += at;
            }
            let mut cells = Vec::with_capacity(self.hanging.len() + self.cells.len());
            for glyph in &mut self.glyphs {
                glyph.x += at;
                glyph.cell += self.hanging.len();
            }
            if let Some(first) = self.cells.first() {
                at = first.left;
            }
            for (start, end, advance) in self.hanging.iter().copied() {
                cells.push(Cell { start, end, left: at - advance, right: at, rtl: true });
                at -= advance;
            }
            cells.reverse();
            cells.append(&mut self.cells);
            self.cells = cells;
        } else {
            for (start, end, advance) in self.hanging.drain(..) {
                let left = self.x;
                self.x += advance;
                self.cells.push(Cell { start, end, left, right: self.x, rtl: false });
            }
        }
        let line = Line { range: self.range, cells: self.cells, edge };
        LaidLine { line: Arc::new(line), glyphs: self.glyphs }
    }
}

/// What takes the paragraph's direction at the end of a line: white space, the tab,
/// the marks of isolates and embeddings, and what has no place (UAX #9, L1 and 5.2).
const fn hangs(c: char) -> bool {
    matches!(c,
        ' ' | '\t' | '\u{1680}' | '\u{2000}'..='\u{200d}' | '\u{205f}'..='\u{206f}'
        | '\u{202a}'..='\u{202e}' | '\u{3000}' | '\u{ad}' | '\u{feff}')
}

/// Whether a cluster is drawn as nothing: spaces, marks of direction, joiners.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || matches!(c,
                '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    })
}
