//! The text of a release and its foot.
//!
//! Read from top to bottom with the section in mind: after "About …" blocks are
//! boilerplate, after "Contact" they are contacts, until the next heading of another
//! kind; what comes under a heading after the contacts is boilerplate, for nothing of
//! the news itself stands there. A block of such a section is that, whatever its form:
//! a bullet among boilerplate is boilerplate. Behind the last paragraph, the first line
//! of page chrome makes chrome of all that follows but contacts and end marks.

use std::collections::HashSet;

use super::lists;
use super::marks;
use super::neighbours::Neighbours;
use super::phrases;
use super::shape::{Ending, Shape};
use super::turns::Turns;
use crate::model::Role;

/// What the blocks after a heading belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Text,
    Boilerplate,
    Contact,
}

/// The reader's state.
struct Reader<'a> {
    /// Lines of the table of contents and menu above: headings where they stand again.
    headings: HashSet<&'a str>,
    /// What the page shows of its speakers.
    turns: Turns,
    /// Places of items of lists without bullets.
    items: HashSet<usize>,
    section: Section,
    /// What follows a heading after contacts: boilerplate where they were in the text.
    after_contact: Section,
    /// A contact's paragraph was read.
    contact_told: bool,
    /// Boilerplate was read.
    after_about: bool,
    /// A list was announced in boilerplate.
    listing: bool,
    /// A paragraph of the text was read.
    begun: bool,
    /// Chrome has begun in the foot.
    chrome: bool,
}

/// The roles of the blocks from `start` on; `foot` is behind the last paragraph.
pub(super) fn roles(shapes: &[Shape], start: usize, foot: usize) -> Vec<Role> {
    let headings: HashSet<&str> =
        shapes.iter().take(start).map(|shape| shape.folded.as_str()).collect();
    let mut reader = Reader {
        items: lists::behind_colons(shapes, start, foot, &headings),
        headings,
        turns: Turns::of(shapes),
        section: Section::Text,
        after_contact: Section::Text,
        contact_told: false,
        after_about: false,
        listing: false,
        begun: false,
        chrome: false,
    };
    let mut roles: Vec<Role> = Vec::new();
    for place in start..shapes.len() {
        let (around, last) = (Neighbours::new(shapes, place), roles.last().copied());
        let Some(shape) = shapes.get(place) else { break };
        let role = reader.role(shape, around, place, place >= foot, last);
        if role == Role::Subhead && reader.section == Section::Text {
            let after = lists::after(shapes, place, foot, &reader.headings);
            reader.items.extend(after);
        }
        reader.begun |= matches!(role, Role::Body | Role::Speaker | Role::Question);
        roles.push(role);
    }
    roles
}

impl Reader<'_> {
    fn role(
        &mut self,
        shape: &Shape,
        around: Neighbours,
        place: usize,
        in_foot: bool,
        last: Option<Role>,
    ) -> Role {
        if let Some(hint) = shape.hint {
            return hint;
        }
        if self.is_chrome(shape, around, in_foot) {
            self.chrome |= in_foot;
            return Role::Chrome;
        }
        if let Some(role) = self.mark(shape, in_foot) {
            return role;
        }
        if let Some(role) = self.heading(shape, around) {
            return role;
        }
        match self.section {
            Section::Contact => self.contact(shape, around),
            Section::Boilerplate => self.boilerplate(shape, around),
            Section::Text => self.text(shape, around, place, last, in_foot),
        }
    }

    /// A block of the text or the foot, with what only the page around it tells.
    fn text(
        &self,
        shape: &Shape,
        around: Neighbours,
        place: usize,
        last: Option<Role>,
        in_foot: bool,
    ) -> Role {
        let turn = self.turns.role(shape, last, around.paragraph_follows());
        if let Some(turn) = turn.filter(|_| !in_foot) {
            return turn;
        }
        let announces = shape.ending == Ending::Colon && phrases::LEAD_INS.fit(&shape.folded);
        if announces && !self.begun {
            return Role::LeadIn;
        }
        if self.items.contains(&place) && !in_foot {
            return Role::ListItem;
        }
        text(shape, around, last, in_foot)
    }

    /// Chrome: by its form and words where it is short or in the foot, and all after the first
    /// of it in the foot.
    fn is_chrome(&self, shape: &Shape, around: Neighbours, in_foot: bool) -> bool {
        let contact = phrases::CONTACT.fit(&shape.folded);
        let ends = marks::role(shape) == Some(Role::EndMark);
        let about = phrases::is_about(&shape.folded) && around.paragraph_follows();
        if self.chrome {
            let kept = ends || about || (contact && shape.has_address());
            return !kept;
        }
        let path = shape.is_breadcrumb() || (shape.is_counter() && !shape.has_address());
        let form = shape.lists_languages() || (in_foot && path);
        let small = shape.letters < 60 && shape.ending != Ending::Stop;
        let apart = in_foot || (small && !around.paragraph_follows());
        // Chrome stands at the ends of a page: in the text a phrase must be the whole line.
        let said = if in_foot || shape.foreign {
            phrases::CHROME.fit(&shape.folded)
        } else {
            phrases::CHROME.are(&shape.folded)
        };
        let words = apart && !contact && said;
        let strange = shape.foreign && !shape.is_prose() && self.section == Section::Text;
        form || words || (in_foot && strange)
    }

    /// A role the form tells; turns of speakers only in the text, telephone numbers in contacts
    /// are no numbers of documents.
    fn mark(&self, shape: &Shape, in_foot: bool) -> Option<Role> {
        let role = marks::role(shape)?;
        let turn = matches!(role, Role::Speaker | Role::Question);
        if role == Role::Speaker && !self.turns.converse {
            return None;
        }
        let address = self.section == Section::Contact && shape.has_address();
        let about = turn && opens_with_about(shape);
        let fits = !address && !about && (!turn || (self.section == Section::Text && !in_foot));
        fits.then_some(role)
    }

    /// The heading of boilerplate or contacts, or one the contents above tell.
    fn heading(&mut self, shape: &Shape, around: Neighbours) -> Option<Role> {
        let line = shape.is_line() && shape.bullet().is_none();
        let inside = self.section == Section::Contact;
        if !inside && (line && phrases::CONTACT.are(&shape.folded) || self.labels_contact(shape)) {
            (self.section, self.contact_told) = (Section::Contact, false);
            self.after_contact = if self.begun { Section::Boilerplate } else { Section::Text };
            return Some(if shape.has_address() { Role::Contact } else { Role::Subhead });
        }
        let about = phrases::is_about(&shape.folded) && shape.letters < 80;
        if line && about && around.text_follows() {
            (self.section, self.after_about) = (Section::Boilerplate, true);
            (self.listing, self.chrome) = (false, false);
            return Some(Role::Subhead);
        }
        if shape.ending == Ending::Stop && opens_with_about(shape) {
            (self.section, self.after_about) = (Section::Boilerplate, true);
            return Some(Role::Boilerplate);
        }
        if line && self.headings.contains(shape.folded.as_str()) {
            (self.section, self.listing) = (self.next_section(), false);
            return Some(Role::Subhead);
        }
        None
    }

    /// `Press contact: Anna Berg, +41 …`.
    fn labels_contact(&self, shape: &Shape) -> bool {
        let rest = phrases::CONTACT.after(&shape.folded);
        let colon = rest.is_some_and(|rest| rest.trim_start().starts_with(':'));
        let addressed = rest.is_some() && shape.has_address() && self.section == Section::Text;
        shape.letters < 200 && (colon || addressed)
    }

    /// What a heading leads to: after contacts boilerplate, else what it stands in.
    const fn next_section(&self) -> Section {
        match self.section {
            Section::Contact if self.after_about => Section::Boilerplate,
            Section::Contact => self.after_contact,
            section => section,
        }
    }

    /// A block behind "About …".
    fn boilerplate(&mut self, shape: &Shape, around: Neighbours) -> Role {
        let announced = self.listing;
        self.listing = shape.ending == Ending::Colon || (announced && !around.ends_list());
        let line = shape.is_line() && shape.ending == Ending::Open && shape.bullet().is_none();
        let heads = around.follows_paragraph() && around.text_follows();
        if line && heads && !announced { Role::Subhead } else { Role::Boilerplate }
    }

    fn contact(&mut self, shape: &Shape, around: Neighbours) -> Role {
        /// Letters that an address with its words does not have.
        const PARAGRAPH: usize = 150;
        let address = shape.has_address() || phrases::CONTACT.fit(&shape.folded);
        let paragraph = shape.is_prose() && shape.letters > PARAGRAPH;
        if paragraph && (self.contact_told || !address) {
            self.section = if self.after_about { Section::Boilerplate } else { Section::Text };
            return if self.after_about { Role::Boilerplate } else { Role::Body };
        }
        if shape.is_line() && self.contact_told && around.paragraph_follows() {
            (self.section, self.listing) = (self.next_section(), false);
            return Role::Subhead;
        }
        self.contact_told |= address;
        Role::Contact
    }
}

/// `About Acme: Acme makes …`.
fn opens_with_about(shape: &Shape) -> bool {
    let head: String = shape.folded.chars().take(60).collect();
    let title =
        head.split_once(':').filter(|(_, rest)| !rest.starts_with("//")).map(|(title, _)| title);
    title.is_some_and(|title| phrases::is_about(title) && title.split(' ').count() <= 8)
}

/// A block of the text or the foot; `last` is the role of the one before.
fn text(shape: &Shape, around: Neighbours, last: Option<Role>, in_foot: bool) -> Role {
    if let Some(mark) = shape.bullet() {
        // A dash alone begins what somebody says.
        let said = matches!(mark, '–' | '—' | '―') && !around.share_bullet();
        return if said { Role::Body } else { Role::ListItem };
    }
    if around.are_a_list(last) && !shape.is_code() {
        return Role::ListItem;
    }
    if shape.is_prose() {
        return if is_quotation(shape.text) { Role::Quotation } else { Role::Body };
    }
    if marks::is_dateline(shape) {
        return Role::Dateline;
    }
    if last == Some(Role::Quotation) && marks::is_byline(shape) {
        return Role::Quotation;
    }
    if in_foot {
        return if shape.has_address() { Role::Contact } else { Role::Body };
    }
    let announces = shape.ending == Ending::Colon && !around.paragraph_follows();
    if !shape.is_line() || shape.ending == Ending::Comma || announces || shape.is_code() {
        return Role::Body;
    }
    if around.text_follows() { Role::Subhead } else { Role::Body }
}

/// Whether a block is a quotation from end to end, or a paragraph of a longer one.
fn is_quotation(text: &str) -> bool {
    let pairs =
        [('«', '»'), ('“', '”'), ('„', '“'), ('"', '"'), ('‘', '’'), ('「', '」'), ('»', '«')];
    let first = text.chars().next();
    let Some((open, close)) = pairs.into_iter().find(|&(open, _)| first == Some(open)) else {
        return false;
    };
    let inside = text.strip_prefix(open).unwrap_or(text).trim_end_matches(['.', ',', ' ']);
    let mut depth = 1;
    for (place, c) in inside.char_indices() {
        if c == close {
            depth -= 1;
        } else if c == open {
            depth += 1;
        }
        if depth == 0 {
            return place + c.len_utf8() == inside.len();
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_one_from_end_to_end() {
        let cases = [
            ("« Nous signerons. »", true),
            ("“We will sign.”", true),
            ("\"We will sign\".", true),
            ("“The first paragraph goes on in the next.", true),
            ("“They said “no” to us.”", true),
            ("“We will sign,” she said.", false),
            ("“We will,” she said. “Soon.”", false),
            ("She said: “We will sign.”", false),
            ("「署名します」と述べた。「近いうちに」", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_quotation(text), expected, "{text}");
        }
    }
}
