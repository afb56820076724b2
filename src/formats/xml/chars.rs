//! The characters of XML 1.0 (fifth edition, production 2) and their escapes.

/// Whether XML 1.0 may hold a character, escaped or not.
pub(crate) const fn is_allowed(c: char) -> bool {
    matches!(c,
        '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Escapes a text for an element, leaving out what XML cannot hold; gives how
/// many characters that were. A lone carriage return is written as a reference,
/// since readers take it for a line end.
pub(crate) fn push_text(out: &mut String, text: &str) -> usize {
    push(out, text, |c| match c {
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '&' => Some("&amp;"),
        '\r' => Some("&#13;"),
        _ => None,
    })
}

/// Escapes a text for an attribute in double quotes, in the same way.
pub(crate) fn push_attribute(out: &mut String, text: &str) -> usize {
    push(out, text, |c| match c {
        '<' => Some("&lt;"),
        '&' => Some("&amp;"),
        '"' => Some("&quot;"),
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        _ => None,
    })
}

fn push(out: &mut String, text: &str, escape: fn(char) -> Option<&'static str>) -> usize {
    let mut lost = 0;
    for c in text.chars() {
        match escape(c) {
            Some(reference) => out.push_str(reference),
            None if is_allowed(c) => out.push(c),
            None => lost += 1,
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_counted() {
        let mut out = String::new();
        assert_eq!(push_text(&mut out, "a<b>&\u{b}\u{0}\u{ffff}é😀\r\n"), 3);
        assert_eq!(out, "a&lt;b&gt;&amp;é😀&#13;\n");
        out.clear();
        assert_eq!(push_attribute(&mut out, "\"a\"\n\u{1}"), 1);
        assert_eq!(out, "&quot;a&quot;&#10;");
    }
}
