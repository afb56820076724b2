//! Which parts of a package hold the text of a document (ECMA-376 part 2, 9; part 1, 11.3).
//!
//! Left out: the glossary (building blocks), charts, diagrams, embedded files.

use crate::formats::FormatError;
use crate::formats::office::package::Package;
use crate::formats::page::Part;
use crate::formats::xml::tree::Tree;

/// Where the text is by all known programs, for packages whose relations are lost.
const USUAL: &str = "word/document.xml";

/// The properties of a document, its title among them.
const PROPERTIES: &str = "docProps/core.xml";

/// The names of the parts.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Parts with text, in the order in which they are read.
    pub texts: Vec<(String, Part)>,
    /// The styles.
    pub styles: Option<String>,
}

/// The kinds of parts with text, in order.
const KINDS: [(&str, Part); 5] = [
    ("footnotes", Part::Footnote),
    ("endnotes", Part::Endnote),
    ("header", Part::Header),
    ("footer", Part::Footer),
    ("comments", Part::Comment),
];

impl Parts {
    /// Finds the parts by the relations between them.
    pub(super) fn of(package: &mut Package<'_>) -> Result<Self, FormatError> {
        let top = relations(package, "")?;
        let of_kind = |kind: &str| {
            let found = top.iter().find(|(own, _)| own == kind);
            found.map(|(_, target)| target.clone())
        };
        let main = of_kind("officeDocument").filter(|name| package.has(name));
        let Some(main) = main.or_else(|| package.has(USUAL).then(|| USUAL.to_owned())) else {
            return Err(FormatError::Other {
                expected: super::EXPECTED,
                hint: "it is a zip file, but holds no text of a word processor".to_owned(),
            });
        };
        let mut parts = Self { texts: vec![(main.clone(), Part::Body)], styles: None };
        let relations = relations(package, &main)?;
        for (kind, part) in KINDS {
            let mut names: Vec<String> = relations
                .iter()
                .filter(|(own, target)| own == kind && package.has(target))
                .map(|(_, target)| target.clone())
                .collect();
            names.sort();
            names.dedup();
            parts.texts.extend(names.into_iter().map(|name| (name, part.clone())));
        }
        let title = of_kind("core-properties").unwrap_or_else(|| PROPERTIES.to_owned());
        if package.has(&title) {
            parts.texts.push((title, Part::Title));
        }
        let styles = relations.into_iter().find(|(kind, _)| kind == "styles");
        parts.styles = styles.map(|(_, target)| target).filter(|name| package.has(name));
        Ok(parts)
    }
}

/// The relations of a part, of the package where the name is empty: the last word of the
/// kind, and the name of the part that is meant. Those that cannot be read are none.
fn relations(package: &mut Package<'_>, of: &str) -> Result<Vec<(String, String)>, FormatError> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    let Some(part) = package.part(&name)? else { return Ok(Vec::new()) };
    let Ok(tree) = Tree::parse(&part.text) else { return Ok(Vec::new()) };
    let Some(root) = tree.root() else { return Ok(Vec::new()) };
    let relation = |node: usize| {
        if tree.attribute(node, "TargetMode").as_deref() == Some("External") {
            return None;
        }
        let kind = tree.attribute(node, "Type")?;
        let kind = kind.rsplit('/').next()?.to_owned();
        Some((kind, absolute(folder, &tree.attribute(node, "Target")?)))
    };
    Ok(tree.children(root).filter_map(relation).collect())
}

/// The name of a part that is named from a folder.
fn absolute(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn targets_are_named_from_the_folder_or_the_root() {
        for (folder, target, expected) in [
            ("", "word/document.xml", "word/document.xml"),
            ("word", "header1.xml", "word/header1.xml"),
            ("word", "/word/header1.xml", "word/header1.xml"),
            ("word", "../docProps/./core.xml", "docProps/core.xml"),
            ("", "../../x", "x"),
        ] {
            assert_eq!(absolute(folder, target), expected);
        }
    }
}
