//! What the tests of page formats share.

use crate::formats::page::{Mark, Marked, Page, Rendering};

/// Each block with its own text.
pub(super) fn identical(page: &Page) -> Rendering {
    let blocks = page.blocks.iter().map(|block| Some(block.content.clone())).collect();
    Rendering { blocks, ..Rendering::default() }
}

/// A text with its codes in braces.
pub(super) fn shown(marked: &Marked) -> String {
    let mut out = String::new();
    let mut tags = marked.tags.iter().peekable();
    for (at, c) in marked.text.chars().enumerate() {
        while let Some(tag) = tags.next_if(|tag| tag.at <= at) {
            out.extend(["{", &tag.id, "}"]);
        }
        out.push(c);
    }
    out.extend(tags.map(|tag| format!("{{{}}}", tag.id)));
    out
}

/// The content of a block with another text, written as [`shown`] writes it.
pub(super) fn with_text(old: &Marked, new: &str) -> Marked {
    let mut marked = Marked::default();
    let mut rest = new;
    while let Some((before, behind)) = rest.split_once('{') {
        marked.text.push_str(before);
        let Some((id, after)) = behind.split_once('}') else { break };
        assert!(old.tags.iter().any(|tag| tag.id == id), "the block has a code {id}");
        marked.tags.push(Mark { at: marked.text.chars().count(), id: id.to_owned() });
        rest = after;
    }
    marked.text.push_str(rest);
    marked
}
