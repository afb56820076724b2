//! The head of a release: all before the first paragraph of prose.
//!
//! One of its lines is the headline. Each line that its own form does not explain is
//! weighed, and the heaviest one is it:
//!
//! | sign | weight |
//! |---|---|
//! | length, up to 120 letters | + 1 for 30 |
//! | the path through the site ends with it | + 4 |
//! | a table of contents follows | + 3 |
//! | a number, date, greeting or the text follows | + 1 |
//! | each line between it and the text, three at most | − 0.4 |
//! | it stands again further down, as a heading | − 2 |
//! | it ends with a stop; with a colon | − 1.5; − 3 |
//! | it is a name and what the person is ("Anna Berg, director") | − 1.5 |
//! | it seems to be in another language | − 2 |
//! | it says what kind of text this is ("Press release") | − 4 |
//!
//! Short lines above it are a menu where there are three or more, and chrome where they
//! seem to be in another language; else headings.

use std::collections::{HashMap, HashSet};

use super::marks;
use super::phrases;
use super::shape::{Ending, Shape};
use crate::model::Role;

/// Letters below which a line is no title, unless the path through the site ends with it.
const FEWEST_LETTERS: usize = 8;

/// Letters of a line of a menu.
const MENU_LETTERS: usize = 45;

/// A page has one path or two.
const MOST_PATHS: usize = 4;

/// Lines that make a menu.
const MENU_LINES: usize = 3;

/// The roles of the blocks before `end`.
pub(super) fn roles(shapes: &[Shape], end: usize) -> Vec<Role> {
    let head = shapes.get(..end).unwrap_or_default();
    let again = Again::of(shapes);
    let mut roles: Vec<Option<Role>> = head.iter().map(own_role).collect();
    contents(shapes, &again, &mut roles);
    let title = title(shapes, &again, &mut roles);
    let open = |roles: &[Option<Role>]| roles.iter().filter(|role| role.is_none()).count();
    let above = roles.get(..title).map_or(0, open);
    let below = roles.get(title..).map_or(0, open);
    let rest = roles.iter().enumerate().map(|(place, role)| {
        role.unwrap_or_else(|| {
            let Some(shape) = head.get(place) else { return Role::Subhead };
            let (lines, strange) = if place < title {
                (above, shape.foreign)
            } else {
                (below, shape.certainly_foreign)
            };
            let menu = lines >= MENU_LINES && shape.letters < MENU_LETTERS;
            let label = phrases::LABELS.fit(&shape.folded);
            if (menu || strange) && !label { Role::Chrome } else { Role::Subhead }
        })
    });
    rest.collect()
}

/// What a block of the head is by itself.
fn own_role(shape: &Shape) -> Option<Role> {
    if let Some(hint) = shape.hint {
        return Some(hint);
    }
    let mark = marks::role(shape).filter(|role| !matches!(role, Role::Speaker | Role::Question));
    mark.or_else(|| is_chrome(shape).then_some(Role::Chrome))
        .or_else(|| marks::is_dateline(shape).then_some(Role::Dateline))
}

/// Page chrome by its form or its words.
pub(super) fn is_chrome(shape: &Shape) -> bool {
    let small = shape.letters < 200 || shape.foreign;
    shape.lists_languages()
        || shape.is_breadcrumb()
        || (small && phrases::CHROME.fit(&shape.folded))
}

/// Marks a table of contents: its heading, and the lines after it up to the last one that
/// stands again further down.
fn contents(shapes: &[Shape], again: &Again, roles: &mut [Option<Role>]) {
    let heading = shapes.iter().take(roles.len()).position(|s| phrases::CONTENTS.are(&s.folded));
    let Some(heading) = heading else { return };
    let mut seen = HashSet::new();
    let last = (heading + 1..roles.len())
        .take_while(|&place| shapes.get(place).is_some_and(|s| seen.insert(s.folded.as_str())))
        .filter(|&place| again.stands(shapes, place))
        .last();
    for place in heading..=last.unwrap_or(heading) {
        if let Some(role) = roles.get_mut(place) {
            *role = Some(Role::Chrome);
        }
    }
}

/// Finds the headline, gives it and its repetitions their roles, and says where it is: at the
/// end where there is none. Where the format knows it, it is that.
fn title(shapes: &[Shape], again: &Again, roles: &mut [Option<Role>]) -> usize {
    let told = |shape: &Shape| shape.hint == Some(Role::Headline);
    if let Some(title) = shapes.iter().take(roles.len()).position(told) {
        return title;
    }
    let open: Vec<usize> = (0..roles.len()).filter(|&p| roles.get(p) == Some(&None)).collect();
    let known: &[Option<Role>] = roles;
    let weigh = |(rank, &place): (usize, &usize)| {
        let weight = weight(shapes, again, known, place)?;
        Some((weight - 0.4 * (open.len() - rank - 1).min(3) as f64, place))
    };
    let best =
        open.iter().enumerate().filter_map(weigh).fold(None, |best: Option<(f64, usize)>, this| {
            if best.is_some_and(|best| best.0 >= this.0) { best } else { Some(this) }
        });
    let Some((_, title)) =
        best.filter(|&(_, place)| shapes.get(place).is_some_and(|shape| again.may_be_title(shape)))
    else {
        return roles.len();
    };
    // Of a title that stands twice, the first is it.
    let folded = |place: usize| shapes.get(place).map(|shape| &shape.folded);
    let title = open.iter().copied().find(|&place| folded(place) == folded(title)).unwrap_or(title);
    for &place in &open {
        let same = folded(place) == folded(title);
        if let Some(role) = roles.get_mut(place).filter(|_| same) {
            *role = Some(if place == title { Role::Headline } else { Role::Chrome });
        }
    }
    title
}

/// What stands in several blocks.
struct Again<'a> {
    /// The last place of each block's text.
    last: HashMap<&'a str, usize>,
    /// Paths through the site.
    paths: Vec<&'a str>,
}

impl<'a> Again<'a> {
    fn of(shapes: &'a [Shape]) -> Self {
        let last = shapes.iter().enumerate().map(|(place, shape)| (shape.folded.as_str(), place));
        let paths = shapes.iter().filter(|shape| shape.is_breadcrumb()).take(MOST_PATHS);
        Self { last: last.collect(), paths: paths.map(|shape| shape.folded.as_str()).collect() }
    }

    /// Whether a line is long enough for a title, or the path through the site ends with it.
    fn may_be_title(&self, shape: &Shape) -> bool {
        shape.letters >= FEWEST_LETTERS || self.ends_path(shape)
    }

    /// Whether a path through the site ends with this line.
    fn ends_path(&self, shape: &Shape) -> bool {
        self.paths.iter().any(|path| path.ends_with(&shape.folded))
    }

    /// Whether a block comes again further down.
    fn stands(&self, shapes: &[Shape], place: usize) -> bool {
        let last = shapes.get(place).and_then(|shape| self.last.get(shape.folded.as_str()));
        last.is_some_and(|&last| last > place)
    }
}

/// How much speaks for a line as the headline: the table above, but for the lines after it.
fn weight(shapes: &[Shape], again: &Again, roles: &[Option<Role>], place: usize) -> Option<f64> {
    let shape = shapes.get(place)?;
    let mut weight = shape.letters.min(120) as f64 / 30.0;
    if again.ends_path(shape) {
        weight += 4.0;
    }
    let next = shapes.get(place + 1);
    if next.is_some_and(|next| phrases::CONTENTS.are(&next.folded)) {
        weight += 3.0;
    }
    let text_follows = matches!(
        roles.get(place + 1),
        None | Some(Some(Role::Number | Role::Date | Role::Dateline | Role::Salutation))
    );
    if text_follows {
        weight += 1.0;
    }
    if again.stands(shapes, place) && next.is_none_or(|next| next.folded != shape.folded) {
        weight -= 2.0;
    }
    weight -= match shape.ending {
        Ending::Stop => 1.5,
        Ending::Colon => 3.0,
        Ending::Comma | Ending::Open => 0.0,
    };
    if marks::is_byline(shape) {
        weight -= 1.5;
    }
    if shape.foreign {
        weight -= 2.0;
    }
    if phrases::LABELS.fit(&shape.folded) {
        weight -= 4.0;
    }
    Some(weight)
}
