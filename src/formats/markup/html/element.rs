//! What the elements of HTML are: inside a line of text or a block of their own, empty, or
//! nothing to read. After the HTML standard's content models (section 4), its rendering
//! (section 15), and for old pages HTML 4.01.

use std::collections::HashSet;
use std::sync::LazyLock;

/// An element that has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "command"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "nextid"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// An element whose content is no text for a reader.
pub(super) fn is_opaque(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "svg"
            | "math"
            | "template"
            | "iframe"
            | "xmp"
            | "noembed"
            | "noframes"
            | "applet"
            | "object"
    )
}

/// The elements that are blocks.
static BLOCKS: LazyLock<HashSet<&str>> = LazyLock::new(|| BLOCK_NAMES.split(' ').collect());

const BLOCK_NAMES: &str = "address article aside audio base blockquote body canvas caption center col colgroup \
    command dd details dialog dir div dl dt fieldset figcaption figure footer form frame \
    frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex legend li link listing \
    main marquee menu meta nav noscript ol optgroup option p param plaintext pre search \
    section select source summary table tbody td textarea tfoot th thead title tr track ul \
    video button";

/// A block: text before it and after it does not go on through it. All other elements, unknown
/// ones too, stand in a line of text.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(name)
}

/// An element in which white space stands as it is written.
pub(super) fn keeps_space(name: &str) -> bool {
    matches!(name, "pre" | "listing" | "plaintext" | "textarea")
}

/// What an end tag or the beginning of another element does not reach beyond.
pub(super) fn is_scope(name: &str) -> bool {
    matches!(name, "table" | "td" | "th" | "caption" | "html" | "body" | "button" | "template")
}

/// The place of the open element that a start tag of this name closes without an end tag, as a
/// paragraph is by the next one.
pub(super) fn implied_end<'a>(
    open: impl DoubleEndedIterator<Item = &'a str> + ExactSizeIterator,
    name: &str,
) -> Option<usize> {
    let (closes, up_to): (&[&str], &[&str]) = match name {
        "li" => (&["li", "p"], &["ul", "ol", "menu", "dir"]),
        "dt" | "dd" => (&["dt", "dd", "p"], &["dl"]),
        "tr" => (&["tr", "td", "th", "p"], &["table"]),
        "td" | "th" => (&["td", "th", "p"], &["tr", "table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr", "td", "th"], &["table"]),
        "option" | "optgroup" => (&["option"], &["select"]),
        _ if is_block(name)
            && !matches!(name, "button" | "select" | "noscript" | "meta" | "link") =>
        {
            (&["p"], &[])
        }
        _ => return None,
    };
    let in_table = matches!(name, "tr" | "td" | "th" | "tbody" | "thead" | "tfoot");
    let mut found = None;
    for (place, known) in open.enumerate().rev() {
        if closes.contains(&known) {
            found = Some(place);
        } else if up_to.contains(&known) || (is_scope(known) && !in_table) {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_start_tag_closes() {
        let check = |open: &[&str], name: &str, expected: Option<usize>| {
            assert_eq!(implied_end(open.iter().copied(), name), expected, "{open:?} {name}");
        };
        check(&["body", "p"], "div", Some(1));
        check(&["body", "p", "b"], "p", Some(1));
        check(&["body", "p", "b"], "i", None);
        check(&["ul", "li", "p"], "li", Some(1));
        check(&["ul", "li", "ul"], "li", None);
        check(&["p", "table", "tr", "td", "p"], "td", Some(3));
        check(&["p", "table", "tr", "td"], "p", None);
    }
}
