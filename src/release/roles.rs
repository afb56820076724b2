//! What each block of a release is.
//!
//! The blocks fall into the head, up to the first paragraph of prose in the main
//! language ([`super::head`]), and the text with its foot ([`super::body`]).

use super::shape::Shape;
use super::{body, head, phrases};
use crate::model::{Lang, RawBlock, Role};

/// The role of each block. `langs` are the blocks' own languages where they differ from `main`,
/// as [`super::main_language`] gives them; what a format says of a role is kept.
#[must_use]
pub fn assign(blocks: &[RawBlock], langs: &[Option<Lang>], main: &Lang) -> Vec<Role> {
    let own = |place: usize| langs.get(place).and_then(Option::as_ref);
    let shapes: Vec<Shape> = blocks
        .iter()
        .enumerate()
        .map(|(place, block)| Shape::of(block, own(place), main))
        .collect();
    let (start, foot) = zones(&shapes);
    let mut roles = head::roles(&shapes, start);
    roles.extend(body::roles(&shapes, start, foot));
    roles
}

/// The first paragraph's place, and the place behind the last one.
///
/// Without a paragraph in the main language, one in any language counts; without any, all but
/// the first line is text.
fn zones(shapes: &[Shape]) -> (usize, usize) {
    let text = |shape: &Shape| {
        // What a format knows a role of is no sign of where the text begins: a page's
        // description is prose, and stands at its very head.
        shape.hint.is_none()
            && shape.is_prose()
            && !phrases::CHROME.fit(&shape.folded)
            && !shape.lists_languages()
            && !shape.is_breadcrumb()
    };
    let own = |shape: &&Shape| text(shape) && !shape.foreign;
    let start =
        shapes.iter().position(|shape| own(&shape)).or_else(|| shapes.iter().position(text));
    let last =
        shapes.iter().rposition(|shape| own(&shape)).or_else(|| shapes.iter().rposition(text));
    match (start, last) {
        (Some(start), Some(last)) => (start, last_told(shapes, last, &text) + 1),
        _ => (without_prose(shapes), shapes.len()),
    }
}

/// The last paragraph, in whatever language, where "About …" or "Contact" stands between the last
/// one in the main language and it: houses do not translate their boilerplate.
fn last_told(shapes: &[Shape], last: usize, text: &dyn Fn(&Shape) -> bool) -> usize {
    let Some(any) = shapes.iter().rposition(text) else { return last };
    let between = shapes.get(last + 1..any).unwrap_or_default();
    let heads = |shape: &Shape| {
        shape.is_line() && (phrases::is_about(&shape.folded) || phrases::CONTACT.are(&shape.folded))
    };
    if between.iter().any(heads) { any } else { last }
}

/// Where the text begins in a document of short lines: behind its first lines that are marks,
/// and one more.
fn without_prose(shapes: &[Shape]) -> usize {
    let marks = shapes.iter().take_while(|shape| super::marks::role(shape).is_some()).count();
    if shapes.len() > marks + 1 { marks + 1 } else { marks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Releases, a role and a block a line; the second part of the name is the language.
    const CASES: &[(&str, &str)] = &[
        ("statement.fr", include_str!("../../tests/data/roles/statement.fr.txt")),
        ("release.en", include_str!("../../tests/data/roles/release.en.txt")),
        ("meldung.de", include_str!("../../tests/data/roles/meldung.de.txt")),
        ("brifing.ru", include_str!("../../tests/data/roles/brifing.ru.txt")),
        ("xinwen.zh", include_str!("../../tests/data/roles/xinwen.zh.txt")),
        ("comunicado.es", include_str!("../../tests/data/roles/comunicado.es.txt")),
        ("seite.fr", include_str!("../../tests/data/roles/seite.fr.txt")),
        ("pressekonferenz.de", include_str!("../../tests/data/roles/pressekonferenz.de.txt")),
        ("jizhehui.zh", include_str!("../../tests/data/roles/jizhehui.zh.txt")),
        ("rueda.es", include_str!("../../tests/data/roles/rueda.es.txt")),
        ("council.en", include_str!("../../tests/data/roles/council.en.txt")),
        ("dossier.pt", include_str!("../../tests/data/roles/dossier.pt.txt")),
    ];

    fn block(text: &str) -> RawBlock {
        RawBlock { line: 0, before: String::new(), text: text.to_owned(), hint: None }
    }

    #[test]
    fn every_block_of_the_releases_has_the_role_its_file_says() {
        let mut wrong = Vec::new();
        for (name, case) in CASES {
            let lines: Vec<(&str, &str)> = case
                .lines()
                .filter_map(|line| line.split_once(" | "))
                .filter(|(role, _)| !role.starts_with('#'))
                .collect();
            let blocks: Vec<RawBlock> = lines.iter().map(|(_, text)| block(text)).collect();
            let (main, langs) = crate::release::main_language(&blocks, None);
            assert!(name.ends_with(main.as_str()), "{name} is in {main}");
            for ((role, text), found) in lines.iter().zip(assign(&blocks, &langs, &main)) {
                if found.name() != *role {
                    wrong.push(format!("{name}: {role}, found {}: {text}", found.name()));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_hint_is_kept_and_an_empty_document_has_no_roles() {
        let lang: Lang = "en".parse().expect("en");
        assert!(assign(&[], &[], &lang).is_empty());
        let hinted = RawBlock { hint: Some(Role::Boilerplate), ..block("14:52") };
        assert_eq!(assign(&[hinted], &[None], &lang), [Role::Boilerplate]);
    }

    proptest! {
        // Guessing languages takes most of the time.
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn each_block_has_a_role(texts in prop::collection::vec("\\PC{0,60}|[A-Za-z .:,–•]{0,80}|[0-9:.,/ -]{0,20}", 0..12)) {
            let blocks: Vec<RawBlock> = texts.iter().map(|text| block(text)).collect();
            let (main, langs) = crate::release::main_language(&blocks, None);
            prop_assert_eq!(assign(&blocks, &langs, &main).len(), blocks.len());
        }
    }
}
