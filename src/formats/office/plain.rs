//! Text by itself in an element, such as a title among the properties of a file.

use super::edit::Chunk;
use super::inline::{Block, Item, Look, Piece};
use super::plan::{Dialect, Place};
use crate::formats::xml::chars::push_text;
use crate::formats::xml::tree::Tree;

/// Writes text without any format.
pub(crate) struct Plain;

impl Dialect for Plain {
    fn fill(&self, text: &str, _: Place) -> String {
        let mut out = String::new();
        push_text(&mut out, text);
        out
    }

    fn write(&self, text: &str, place: Place, _: Option<usize>, _: Option<&Look>) -> Vec<Chunk> {
        vec![Chunk::New(self.fill(text, place))]
    }
}

/// The text of an element that has nothing else.
pub(crate) fn block(tree: &Tree<'_>, node: usize) -> Block {
    let inner = tree.inner(node);
    let texts = tree.children(node).filter(|&child| tree.is_text(child));
    let piece = |text: usize| {
        let at = tree.span(text);
        let (text, whole, look) = (tree.text(text), at.clone(), Look::new());
        Item::Text(Piece { text, at, whole, look, home: node, fillable: true })
    };
    Block::of(texts.map(piece).collect(), inner)
}
