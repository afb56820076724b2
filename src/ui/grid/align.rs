//! A row of the alignment view: the sentences of both sides, each with its number
//! and role, and the hinge between them, where the link is painted.

use egui::{Id, Rangef, Rect, Ui, pos2};

use super::columns::AlignColumns;
use super::drag::Drag;
use super::langs::{self, target_lang};
use super::reference::Reference;
use super::translate::{field_id, not_content};
use super::{
    Cells, Clicked, Manner, lay_out, lay_out_note, lay_out_source, paint_ground, paint_hinge,
    paint_middle, role_name,
};
use crate::model::{Bead, Block, Link, RowNumber};
use crate::ui::fonts::{self, TypeRole};
use crate::ui::links;
use crate::ui::text::LaidLabel;
use crate::ui::theme::tokens;
use crate::workbench::Session;
use crate::workbench::links::ends::End;

/// Room above and below a side, and above and below each sentence, in points.
const SIDE_PADDING: f32 = 3.0;
const SENTENCE_PADDING: f32 = 3.0;

/// One sentence laid out.
struct Sentence {
    number: Option<RowNumber>,
    letter: &'static str,
    text: LaidLabel,
    /// A note in the place of a sentence has no link.
    note: bool,
}

impl Sentence {
    fn height(&self) -> f32 {
        self.text.size().y + 2.0 * SENTENCE_PADDING
    }
}

/// A row laid out, ready to be painted.
pub struct AlignRow {
    row: usize,
    manner: Manner,
    source: Vec<Sentence>,
    target: Vec<Sentence>,
    reference: Option<Reference>,
    /// Height in points.
    pub height: f32,
}

impl AlignRow {
    /// Lays a row out.
    #[must_use]
    pub fn lay_out(ui: &Ui, session: &Session, row: usize, columns: &AlignColumns) -> Self {
        let manner = Manner::of(session.rows().get(row), row == session.row());
        let Some(bead) = session.beads().get(row) else {
            let (source, target) = (Vec::new(), Vec::new());
            return Self { row, manner, source, target, reference: None, height: 26.0 };
        };
        let source = source_side(ui, session, bead, manner, columns.source_text().span());
        let target = target_side(ui, session, row, bead, manner, columns.target_text().span());
        let reference = Reference::lay_out(ui, session, row, columns.source_text().span());
        let below = reference.as_ref().map_or(0.0, Reference::height);
        let height = (side_height(&source) + below).max(side_height(&target));
        Self { row, manner, source, target, reference, height }
    }

    /// Paints the row into `rect`; what of it was clicked.
    pub fn show(
        &self,
        ui: &Ui,
        session: &Session,
        rect: Rect,
        columns: &AlignColumns,
        drag: &mut Drag,
    ) -> Option<Clicked> {
        let t = tokens(ui);
        let bead = session.beads().get(self.row)?;
        let mut clicked = Cells {
            bead,
            source: &|| session.source_text(self.row),
            state: &|| describe(bead, self.manner.content),
            role: role_name(session.rows().get(self.row)),
            active: self.manner.active,
        }
        .clicked(ui, rect, columns.hinge.center(), columns.role);
        let painter = &ui.painter().clone();
        paint_ground(painter, rect, self.manner, columns.source.min, t);
        paint_hinge(painter, rect, columns.hinge, self.manner, t);
        let id = field_id(bead.id);
        let source = Side {
            id: id.with("source"),
            text: columns.source_text().min,
            letter: columns.role.center(),
            number: columns.number,
            number_at_left: false,
        };
        let target = Side {
            id: id.with("target"),
            text: columns.target_text().min,
            letter: columns.target_role.center(),
            number: columns.target_number,
            number_at_left: true,
        };
        let sources = self.show_side(ui, &self.source, rect, &source, &mut clicked);
        if let Some(reference) = &self.reference {
            let bottom = rect.top() + side_height(&self.source) - SIDE_PADDING - SENTENCE_PADDING;
            let below = (columns.source_text().min, columns.role.center(), bottom);
            if reference.show(ui, id, below) {
                clicked.get_or_insert(Clicked::Row);
            }
        }
        let targets = self.show_side(ui, &self.target, rect, &target, &mut clicked);
        if self.manner.content {
            let link = links::Link {
                hinge: Rect::from_x_y_ranges(columns.hinge, rect.y_range()),
                source: &sources,
                target: &targets,
                confidence: bead.link.confidence(),
                accepted: bead.link.is_accepted(),
                pinned: matches!(bead.link, Link::Guessed { pinned: true, .. }),
                active: self.manner.active,
            };
            let geometry = links::Geometry::of(&link);
            links::paint(painter, &link, &geometry, links::Thresholds::default());
            let id = Id::unique("link end").with(bead.id.bits());
            for handle in &geometry.handles {
                let id = id.with((handle.side, handle.sentence));
                drag.handle(ui, id, handle.side, self.row, handle.center, geometry.center);
            }
        }
        for (side, heights, reach) in [
            (links::Side::Source, &sources, Rangef::new(rect.left(), columns.hinge.center())),
            (links::Side::Target, &targets, Rangef::new(columns.hinge.center(), rect.right())),
        ] {
            for (sentence, &height) in heights.iter().enumerate() {
                let end = End { row: self.row, sentence };
                drag.sentence(side, end, Rect::from_x_y_ranges(reach, height));
            }
        }
        clicked
    }

    /// Shows the sentences of a side and answers the heights they take up.
    fn show_side(
        &self,
        ui: &Ui,
        sentences: &[Sentence],
        rect: Rect,
        side: &Side,
        clicked: &mut Option<Clicked>,
    ) -> Vec<Rangef> {
        let t = tokens(ui);
        let painter = ui.painter();
        let mut at = rect.top() + SIDE_PADDING;
        let alone = sentences.len() == 1;
        let mut heights = Vec::with_capacity(sentences.len());
        for (place, sentence) in sentences.iter().enumerate() {
            let height = sentence.height();
            let bottom = if alone { rect.bottom() - SIDE_PADDING } else { at + height };
            let top = at + SENTENCE_PADDING;
            let shown = sentence.text.show(ui, side.id.with(place), pos2(side.text, top));
            if shown.clicked() {
                clicked.get_or_insert(Clicked::Row);
            }
            if let Some(number) = sentence.number {
                let (role, ink) = if self.manner.active {
                    (fonts::ROW_NUMBER_ACTIVE, t.accent)
                } else {
                    (fonts::ROW_NUMBER, t.ink3)
                };
                side.paint_number(ui, &number.to_string(), top, role, ink);
            }
            let middle = pos2(side.letter, top);
            paint_middle(painter, middle, sentence.letter, fonts::ROW_NUMBER, t.ink3);
            if !sentence.note {
                heights.push(Rangef::new(at, bottom));
            }
            at += height;
        }
        heights
    }
}

/// Where the parts of one side stand.
struct Side {
    id: Id,
    text: f32,
    letter: f32,
    number: Rangef,
    number_at_left: bool,
}

impl Side {
    fn paint_number(&self, ui: &Ui, number: &str, top: f32, role: TypeRole, ink: egui::Color32) {
        let galley = role.galley(ui.painter(), number, ink);
        let left = if self.number_at_left {
            self.number.min + 8.0
        } else {
            self.number.max - 8.0 - galley.size().x
        };
        ui.painter().galley(pos2(left.round(), top), galley, ink);
    }
}

fn side_height(sentences: &[Sentence]) -> f32 {
    sentences.iter().map(Sentence::height).sum::<f32>() + 2.0 * SIDE_PADDING
}

fn source_side(
    ui: &Ui,
    session: &Session,
    bead: &Bead,
    manner: Manner,
    width: f32,
) -> Vec<Sentence> {
    if bead.source.is_empty() {
        let text = format!("Added, nothing in the {}", session.source_lang().english_name());
        let text = lay_out_note(ui, &text, session.source_lang(), width);
        return vec![Sentence { number: Some(bead.number), letter: "", text, note: true }];
    }
    let places = bead.source.iter().filter_map(|id| session.rows().place(*id));
    places
        .filter_map(|(block_at, segment_at)| {
            let block = session.source().blocks.get(block_at)?;
            let segment = block.segments.get(segment_at)?;
            let letter = letter_of(block, segment_at == 0);
            let lang = session.source().lang_of(block);
            let text = lay_out_source(ui, &segment.text, lang, manner, width);
            Some(Sentence { number: Some(segment.number), letter, text, note: false })
        })
        .collect()
}

fn target_side(
    ui: &Ui,
    session: &Session,
    row: usize,
    bead: &Bead,
    manner: Manner,
    width: f32,
) -> Vec<Sentence> {
    let targets = bead.target.segments();
    if targets.is_empty() {
        let text = if manner.content {
            let lang = session.target_lang().map_or("target", |lang| lang.english_name());
            format!("Left out, nothing in the {lang}")
        } else {
            not_content(session, Some(bead))
        };
        let text = lay_out_note(ui, &text, target_lang(session), width);
        return vec![Sentence { number: None, letter: "", text, note: true }];
    }
    let above = session.beads().get(..row).unwrap_or_default();
    let mut last =
        above.iter().rev().find_map(|b| b.target.segments().last()).and_then(|s| s.block);
    let blocks = session.translation().map(|translation| &translation.document);
    targets
        .iter()
        .map(|sentence| {
            let block = sentence.block.and_then(|id| blocks?.block(id));
            let begins = sentence.block != last;
            last = sentence.block;
            let letter = block.map_or("", |block| letter_of(block, begins));
            let segment = &sentence.segment;
            let lang = langs::of_sentence(session, sentence);
            let text = lay_out(ui, &segment.text, lang, manner, width);
            Sentence { number: Some(segment.number), letter, text, note: false }
        })
        .collect()
}

/// The letter of a block's role, at its first sentence.
const fn letter_of(block: &Block, first: bool) -> &'static str {
    if !first {
        ""
    } else if block.is_content() {
        block.role.letter()
    } else {
        "–"
    }
}

pub(super) fn describe(bead: &Bead, content: bool) -> String {
    if !content {
        return "not content".to_owned();
    }
    match bead.link {
        Link::Accepted => "accepted".to_owned(),
        Link::Guessed { confidence, pinned } => {
            let pin = if pinned { ", pinned" } else { "" };
            format!("guessed {}{pin}", links::written(confidence))
        }
    }
}
