//! Keys on texts, without a window: `|` is the caret, `[` and `]` what is selected.

use std::ops::Range;

use super::super::atom::Atom;
use super::super::caret::{Direction, Place, Way};
use super::super::engine::{Engine, Text};
use super::state::Selection;
use super::typing::{self, Extent, Step};
use crate::ui::fonts;

struct Field {
    engine: Engine,
    text: String,
    selection: Selection,
    goal: Option<f32>,
    direction: Direction,
    atoms: Vec<Atom>,
}

impl Field {
    /// A field from a text with a caret in it.
    fn new(text: &str, direction: Direction) -> Self {
        let at = text.find('|').expect("a caret");
        let text = text.replace('|', "");
        let selection = Selection::at(Place::before(at));
        let engine = Engine::new(false);
        Self { engine, text, selection, goal: None, direction, atoms: Vec::new() }
    }

    fn with_tag(mut self, tag: &str) -> Self {
        let at = self.text.find(tag).expect("the tag");
        self.atoms.push(Atom { range: at..at + tag.len(), label: None });
        self
    }

    fn laid(&mut self) -> std::sync::Arc<super::super::laid::Laid> {
        self.engine.lay_out(&Text {
            text: &self.text,
            role: fonts::TEXT,
            width: 400.0,
            direction: self.direction,
            lang: "ar",
            atoms: &self.atoms,
        })
    }

    fn step(&mut self, step: Step, extend: bool) -> &mut Self {
        let laid = self.laid();
        typing::step(&laid.map, &self.text, &mut self.selection, &mut self.goal, step, extend);
        self
    }

    fn delete(&mut self, extent: Extent, forward: bool) -> &mut Self {
        let laid = self.laid();
        let (text, selection) = (&mut self.text, &mut self.selection);
        typing::delete(&laid.map, text, selection, extent, forward, &self.atoms);
        self
    }

    fn type_in(&mut self, new: &str) -> &mut Self {
        typing::insert(&mut self.text, &mut self.selection, new, &self.atoms);
        self
    }

    fn shown(&self) -> String {
        let Range { start, end } = self.selection.range();
        let text = &self.text;
        if self.selection.is_empty() {
            return [&text[..start], "|", &text[start..]].concat();
        }
        [&text[..start], "[", &text[start..end], "]", &text[end..]].concat()
    }
}

const LTR: Direction = Direction::LeftToRight;
const RTL: Direction = Direction::RightToLeft;
const LEFT: Step = Step::Side(Way::Left);
const RIGHT: Step = Step::Side(Way::Right);

#[test]
fn typing_and_deleting_go_by_the_text() {
    assert_eq!(Field::new("قال |ONU", RTL).type_in("ال").shown(), "قال ال|ONU");
    assert_eq!(Field::new("قالّ|", RTL).delete(Extent::One, false).shown(), "قال|");
    assert_eq!(Field::new("ق|الّ", RTL).delete(Extent::One, true).shown(), "ق|لّ");
    assert_eq!(Field::new("قا|لّ 2", RTL).delete(Extent::One, true).shown(), "قا| 2");
    assert_eq!(Field::new("|", RTL).delete(Extent::One, true).shown(), "|");
    assert_eq!(Field::new("a|\nb", LTR).delete(Extent::One, true).shown(), "a|b");
    assert_eq!(Field::new("قال ONU|", RTL).delete(Extent::Word, false).shown(), "قال |");
    assert_eq!(Field::new("|قال ONU", RTL).delete(Extent::Word, true).shown(), "| ONU");
    assert_eq!(Field::new("ab c|d", LTR).delete(Extent::Row, false).shown(), "|d");
}

#[test]
fn arrows_go_by_the_screen() {
    // In a text from right to left, left is onward.
    assert_eq!(Field::new("|قال", RTL).step(LEFT, false).shown(), "ق|ال");
    assert_eq!(Field::new("ق|ال", RTL).step(RIGHT, false).shown(), "|قال");
    assert_eq!(Field::new("a|b", LTR).step(RIGHT, false).shown(), "ab|");
    // Into Latin letters in Arabic: leftwards is backwards through them.
    let mut field = Field::new("ق|AB", RTL);
    field.selection.caret = Place::before(2);
    assert_eq!(field.step(LEFT, false).shown(), "قA|B");
    assert_eq!(field.step(LEFT, false).shown(), "ق|AB");
}

#[test]
fn shift_selects_and_an_arrow_alone_goes_to_the_edge_of_what_is_selected() {
    let mut field = Field::new("|قال 24", RTL);
    field.step(LEFT, true).step(LEFT, true);
    assert_eq!(field.shown(), "[قا]ل 24");
    assert_eq!(field.step(RIGHT, false).shown(), "|قال 24");
    field.step(LEFT, true).step(LEFT, true);
    assert_eq!(field.step(LEFT, false).shown(), "قا|ل 24");
    let mut field = Field::new("ab|cd", LTR);
    field.step(RIGHT, true);
    assert_eq!(field.type_in("é").shown(), "abé|d");
    field.step(Step::Start { of_text: false }, true);
    assert_eq!(field.delete(Extent::One, false).shown(), "|d");
}

#[test]
fn words_go_through_the_text_in_its_own_direction() {
    let mut field = Field::new("|قال ONU اليوم", RTL);
    assert_eq!(field.step(Step::Word(Way::Left), false).shown(), "قال| ONU اليوم");
    assert_eq!(field.step(Step::Word(Way::Left), false).shown(), "قال ONU| اليوم");
    assert_eq!(field.step(Step::Word(Way::Left), false).shown(), "قال ONU اليوم|");
    assert_eq!(field.step(Step::Word(Way::Right), false).shown(), "قال ONU |اليوم");
    let mut field = Field::new("|one two", LTR);
    assert_eq!(field.step(Step::Word(Way::Right), false).shown(), "one| two");
    assert_eq!(field.step(Step::Word(Way::Left), false).shown(), "|one two");
}

#[test]
fn up_and_down_keep_aiming_at_the_same_place() {
    let mut field = Field::new("aaaaaa|aa\nbb\ncccccccc", LTR);
    field.step(Step::Rows(1), false);
    assert_eq!(field.shown(), "aaaaaaaa\nbb|\ncccccccc");
    field.step(Step::Rows(1), false);
    assert!(field.selection.caret.index > 16, "{}", field.shown());
    field.step(Step::Rows(1), false);
    assert_eq!(field.selection.caret.index, field.text.len(), "the end of the text");
}

#[test]
fn a_tag_is_one_piece() {
    let tagged = |text: &str| Field::new(text, RTL).with_tag("{b1}");
    assert_eq!(tagged("قال| {b1}نعم").step(LEFT, false).shown(), "قال |{b1}نعم");
    assert_eq!(tagged("قال |{b1}نعم").step(LEFT, false).shown(), "قال {b1}|نعم");
    assert_eq!(tagged("قال {b1}|نعم").step(RIGHT, false).shown(), "قال |{b1}نعم");
    assert_eq!(tagged("قال {b1}|نعم").delete(Extent::One, false).shown(), "قال |نعم");
    assert_eq!(tagged("قال |{b1}نعم").delete(Extent::One, true).shown(), "قال |نعم");
    assert_eq!(tagged("قال| {b1}نعم").delete(Extent::Word, true).shown(), "قال|نعم");
    let mut field = tagged("قال |{b1}نعم");
    // A selection that somehow ends inside of it takes all of it.
    field.selection = Selection { anchor: Place::after(6), caret: Place::after(9) };
    assert_eq!(field.type_in("x").shown(), "قالx|نعم");
}

#[test]
fn words_and_rows_take_tags_whole() {
    for (text, extent, forward, rest) in [
        ("قال {b1}|", Extent::Word, false, "قال |"),
        ("|{b1}نعم", Extent::Word, true, "|نعم"),
        ("قال |{b1}نعم", Extent::Row, true, "قال |"),
        ("قال {b1}|نعم", Extent::Row, false, "|نعم"),
    ] {
        let mut field = Field::new(text, RTL).with_tag("{b1}");
        assert_eq!(field.delete(extent, forward).shown(), rest, "{text}");
    }
    let mut field = Field::new("قال |{b1}نعم", RTL).with_tag("{b1}");
    assert_eq!(field.step(Step::Word(Way::Left), false).shown(), "قال {b1}|نعم");
    assert_eq!(field.step(Step::Word(Way::Right), false).shown(), "قال |{b1}نعم");
    // Selected by the keys it is selected whole.
    assert_eq!(field.step(LEFT, true).shown(), "قال [{b1}]نعم");
    assert_eq!(field.type_in("x").shown(), "قال x|نعم");
}

#[test]
fn input_methods_delete_round_the_caret() {
    let mut field = Field::new("日本|語です", LTR);
    typing::delete_around(&mut field.text, &mut field.selection, (1, 2), &[]);
    assert_eq!(field.shown(), "日|す");
    typing::delete_around(&mut field.text, &mut field.selection, (9, 9), &[]);
    assert_eq!(field.shown(), "|");
}
