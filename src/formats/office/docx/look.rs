//! What a run looks like (ECMA-376 part 1, 17.3.2): which of its properties a reader sees.
//!
//! Left out, since nobody sees them or a translation is set anew in any case: languages,
//! proofing and revision marks, kerning, spacing and scaling of characters, direction, and
//! the doubles of properties for complex scripts.

use super::styles::Styles;
use crate::formats::office::inline::Look;
use crate::formats::xml::tree::Tree;

/// A property's name and value; on and off are `1` and `0`.
pub(super) type Property = (String, String);

/// Properties that are on, off, or not said.
const TOGGLES: [&str; 12] = [
    "b",
    "i",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "vanish",
    "cs",
];

/// Properties with a value that a reader sees, and their short names.
const VALUES: [(&str, &str); 11] = [
    ("u", "u"),
    ("vertAlign", "raised"),
    ("color", "colour"),
    ("highlight", "highlight"),
    ("shd", "shade"),
    ("sz", "size"),
    ("rFonts", "font"),
    ("position", "raised"),
    ("effect", "effect"),
    ("bdr", "border"),
    ("em", "emphasis"),
];

/// Values that say that there is nothing.
const NOTHING: [&str; 5] = ["none", "auto", "baseline", "nil", "0"];

/// The properties of a `w:rPr` that a reader sees, `rStyle` among them; of each name one.
pub(super) fn properties(tree: &Tree<'_>, run_properties: usize) -> Vec<Property> {
    let mut properties: Vec<Property> = Vec::new();
    for (name, value) in tree.children(run_properties).filter_map(|child| property(tree, child)) {
        if !properties.iter().any(|(own, _)| *own == name) {
            properties.push((name, value));
        }
    }
    properties
}

/// A property of its element.
pub(super) fn property(tree: &Tree<'_>, node: usize) -> Option<Property> {
    let local = tree.local(node);
    let value = || tree.attribute(node, "val").unwrap_or_default();
    let value = match local {
        "rStyle" => value(),
        "rFonts" => Some(fonts(tree, node)).filter(|fonts| !fonts.is_empty())?,
        "shd" => tree.attribute(node, "fill").unwrap_or_else(|| "auto".to_owned()),
        _ if TOGGLES.contains(&local) => (if is_on(&value()) { "1" } else { "0" }).to_owned(),
        _ if VALUES.iter().any(|(name, _)| *name == local) => value(),
        _ => return None,
    };
    Some((local.to_owned(), value))
}

/// Whether a toggle's value says on (ECMA-376 part 1, 17.17.4): no value does.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}

/// The fonts of Latin, other and complex scripts; what the hint says is nothing to see.
fn fonts(tree: &Tree<'_>, node: usize) -> String {
    let mut fonts: Vec<String> = tree
        .attributes(node)
        .filter(|(name, _)| !name.ends_with("hint"))
        .map(|(name, value)| format!("{name} {value}"))
        .collect();
    fonts.sort();
    fonts.join(", ")
}

/// What a run's properties make of it, beside what its paragraph's style does.
pub(super) fn look(properties: &[Property], paragraph: &[Property], styles: &Styles) -> Look {
    let mut look: Look = properties
        .iter()
        .filter(|property| property.0 != "vanish" && property.0 != "cs")
        .filter_map(|property| seen(property, paragraph, styles))
        .collect();
    look.sort();
    look.dedup();
    look
}

fn seen(
    (name, value): &Property,
    paragraph: &[Property],
    styles: &Styles,
) -> Option<(String, String)> {
    let key = format!("{name} {value}");
    if name == "rStyle" {
        let style = styles.run_properties(value);
        let changes = style.iter().any(|property| seen(property, paragraph, styles).is_some());
        return changes.then(|| (key, styles.name(value)));
    }
    let before = paragraph.iter().find(|(own, _)| own == name).map(|(_, value)| value);
    match before {
        Some(before) if before == value => return None,
        None if NOTHING.contains(&value.as_str()) => return None,
        _ => {}
    }
    Some((key, short(name, value)))
}

/// The short name of a property.
fn short(name: &str, value: &str) -> String {
    let short = match (name, value) {
        ("vertAlign", "superscript") => "sup",
        ("vertAlign", "subscript") => "sub",
        _ => VALUES.iter().find(|(own, _)| *own == name).map_or(name, |(_, short)| short),
    };
    if NOTHING.contains(&value) { format!("not {short}") } else { short.to_owned() }
}
