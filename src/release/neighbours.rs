//! What the blocks around one tell of it.

use super::head;
use super::marks;
use super::phrases;
use super::shape::{Ending, Shape};
use crate::model::Role;

/// Letters of an item of a list without bullets.
const ITEM_LETTERS: usize = 70;

/// A block among the others.
#[derive(Clone, Copy)]
pub(super) struct Neighbours<'a> {
    shapes: &'a [Shape<'a>],
    place: usize,
}

impl<'a> Neighbours<'a> {
    pub(super) const fn new(shapes: &'a [Shape<'a>], place: usize) -> Self {
        Self { shapes, place }
    }

    fn this(self) -> Option<&'a Shape<'a>> {
        self.shapes.get(self.place)
    }

    fn before(self) -> Option<&'a Shape<'a>> {
        self.place.checked_sub(1).and_then(|place| self.shapes.get(place))
    }

    fn next(self) -> Option<&'a Shape<'a>> {
        self.shapes.get(self.place + 1)
    }

    /// Whether the next block is a paragraph.
    pub(super) fn paragraph_follows(self) -> bool {
        self.next().is_some_and(|next| next.is_prose() && !phrases::CHROME.fit(&next.folded))
    }

    /// Whether the block before is a paragraph that announces nothing.
    pub(super) fn follows_paragraph(self) -> bool {
        self.before().is_some_and(|before| before.is_prose() && before.ending != Ending::Colon)
    }

    /// Whether the block is a paragraph after a paragraph: a list that was announced is over.
    pub(super) fn ends_list(self) -> bool {
        let before = self.before().is_some_and(|b| b.is_prose() && b.ending != Ending::Colon);
        before && self.this().is_some_and(Shape::is_prose)
    }

    /// Whether there is something for a heading to head.
    pub(super) fn text_follows(self) -> bool {
        let head = |next: &Shape| head::is_chrome(next) || marks::role(next) == Some(Role::EndMark);
        self.next().is_some_and(|next| !head(next))
    }

    /// Whether the block before or after begins with the same bullet.
    pub(super) fn share_bullet(self) -> bool {
        let bullet = self.this().and_then(Shape::bullet);
        [self.before(), self.next()].into_iter().flatten().any(|other| other.bullet() == bullet)
    }

    /// Whether the block is an item of a list without bullets: the first after a colon where a
    /// second follows, or one after another item; `last` is the role of the block before.
    pub(super) fn are_a_list(self, last: Option<Role>) -> bool {
        let (Some(this), Some(before)) = (self.this(), self.before()) else { return false };
        if before.ending == Ending::Colon {
            let second = self.next().is_some_and(is_item) || this.ending == Ending::Comma;
            return is_item(this) && second;
        }
        if last != Some(Role::ListItem) || before.bullet().is_some() {
            return false;
        }
        let broken = before.ending == Ending::Comma && !before.is_code();
        broken || (is_item(this) && !self.paragraph_follows())
    }
}

/// A line such as a list has: with the comma of an enumeration, or short.
pub(super) fn is_item(shape: &Shape) -> bool {
    let short = shape.is_line() && shape.letters < ITEM_LETTERS && shape.ending == Ending::Open;
    shape.ending == Ending::Comma || short
}
