//! Files are taken in, translated and given back.

use super::{GiveBack, Imported, NoOriginal, faults, html, import, same};
use crate::model::{Bead, Origin, PageFormat, Project, Role, State, Tag, Target, Timestamp};
use crate::workbench::env::Env;
use crate::workbench::intake::{Reading, Taught};

const PAGE: &str = "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=utf-8>\
<title>Déclaration</title></head>\n<body><nav><a href=/>Accueil</a></nav>\n<main>\n\
<h1>Déclaration du Ministère</h1>\n\
<p>Le ministre a <b>signé</b> l'accord.<i> Il entre en vigueur demain.</i> Il vaut cinq ans.</p>\n\
<ul><li>Un point.</li><li>Un <a href=x>autre</a> point.</li></ul>\n\
</main></body></html>\n";

fn env() -> Env {
    Env::fixed(Timestamp::UNIX_EPOCH, 7, "Ada")
}

fn imported(format: PageFormat, text: &str) -> Imported {
    let reading = Reading { lang: "fr".parse().ok(), ..Reading::default() };
    let target = "en".parse().expect("en");
    let bytes = text.as_bytes().to_vec();
    import((format, None), bytes, &reading, target, &Taught::default(), &mut env()).expect("a page")
}

fn bead_of<'a>(project: &'a mut Project, text: &str) -> &'a mut Bead {
    let found = project.source.segments().find(|(_, segment)| segment.text == text);
    let id = found.unwrap_or_else(|| panic!("{text} is a segment")).1.id;
    let beads = project.translations[0].beads.iter_mut();
    beads.into_iter().find(|bead| bead.source.contains(&id)).expect("a row")
}

/// Translates a segment, with codes at these places.
fn translate(project: &mut Project, source: &str, target: &str, tags: &[(usize, &str)]) {
    let bead = bead_of(project, source);
    bead.target = Target::draft(target, bead.number, env().ids());
    bead.origin = Origin::Typed;
    let Target::Text { segments, state } = &mut bead.target else { panic!("a text") };
    *state = State::Translated;
    let tags = tags.iter().map(|(at, id)| Tag { at: *at, id: (*id).to_owned() });
    segments[0].segment.tags = tags.collect();
}

fn given(project: &Project, how: GiveBack) -> String {
    let written = same(project, &project.translations[0], how).expect("an original");
    String::from_utf8(written.bytes).expect("UTF-8")
}

#[test]
fn a_page_is_a_project_with_roles_and_codes() {
    let Imported { project, blocks, segments, words, .. } = imported(PageFormat::Html, PAGE);
    let told: Vec<(Role, usize)> =
        project.source.blocks.iter().map(|block| (block.role, block.segments.len())).collect();
    assert_eq!(
        told,
        [
            (Role::Subhead, 1),
            (Role::Chrome, 1),
            (Role::Headline, 1),
            (Role::Body, 3),
            (Role::ListItem, 1),
            (Role::ListItem, 1),
        ]
    );
    assert_eq!((blocks, segments, words), (6, 8, 23));
    let body = &project.source.blocks[3];
    let codes: Vec<&str> = body.codes.iter().map(|code| code.shown.as_str()).collect();
    assert_eq!(codes, ["b", "b", "i", "i"]);
    let tags: Vec<Vec<(usize, &str)>> = body
        .segments
        .iter()
        .map(|segment| segment.tags.iter().map(|tag| (tag.at, tag.id.as_str())).collect())
        .collect();
    assert_eq!(tags, [vec![(14, "1"), (19, "/1")], vec![(0, "2"), (27, "/2")], vec![]]);
    assert_eq!(project.check(), Ok(()));
}

#[test]
fn nothing_translated_gives_the_page_back() {
    let markdown = "# Titre\n\nUn **mot**.\n*Deux mots.* Trois\nmots.\n\n- Un point\n";
    for (format, text) in
        [(PageFormat::Html, PAGE), (PageFormat::Markdown, markdown), (PageFormat::Text, markdown)]
    {
        let project = imported(format, text).project;
        for forced in [false, true] {
            assert_eq!(given(&project, GiveBack { forced, empty: false }), text, "{format:?}");
        }
    }
}

#[test]
fn one_row_changes_one_place_and_the_language() {
    let mut project = imported(PageFormat::Html, PAGE).project;
    translate(&mut project, "Il entre en vigueur demain.", "It takes effect tomorrow.", &[]);
    let expected = PAGE
        .replace("Il entre en vigueur demain.", "It takes effect tomorrow.")
        .replace("lang=\"fr\"", "lang=\"en\"");
    assert_eq!(given(&project, GiveBack::default()), expected);
    assert_eq!(faults(&project, &project.translations[0]), [], "codes at the edges are set");
}

#[test]
fn codes_inside_a_sentence_are_told_when_they_lack() {
    let mut project = imported(PageFormat::Html, PAGE).project;
    let source = "Le ministre a signé l'accord.";
    translate(&mut project, source, "The Minister signed the accord.", &[]);
    let told: Vec<String> =
        faults(&project, &project.translations[0]).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["row 4: missing: b, /b"]);
    let tags = [(13, "1"), (19, "/1")];
    translate(&mut project, source, "The Minister signed the accord.", &tags);
    assert_eq!(faults(&project, &project.translations[0]), []);
    let text = given(&project, GiveBack::default());
    assert!(text.contains("<p>The Minister <b>signed</b> the accord.<i> Il entre"), "{text}");
    translate(&mut project, source, "Signed, signed.", &[(8, "/1"), (8, "1"), (9, "1")]);
    let told: Vec<String> =
        faults(&project, &project.translations[0]).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["row 4: there twice: b; closed before it opens: b, b"]);
}

#[test]
fn what_is_left_out_or_empty_leaves_no_text() {
    let mut project = imported(PageFormat::Html, PAGE).project;
    let bead = bead_of(&mut project, "Un point.");
    bead.target = Target::LeftOut { reason: String::new(), state: State::Translated };
    let text = given(&project, GiveBack::default());
    assert!(text.contains("<ul><li></li><li>Un <a"), "{text}");
    let text = given(&project, GiveBack { empty: true, forced: false });
    assert!(text.contains("<h1></h1>"), "{text}");
    assert!(text.contains(">Accueil<"), "the page's frame stays: {text}");
}

#[test]
fn nothing_translated_leaves_the_language() {
    let project = imported(PageFormat::Html, PAGE).project;
    let text = given(&project, GiveBack { empty: true, forced: false });
    assert!(text.contains("<html lang=\"fr\">") && text.contains("<h1></h1>"), "{text}");
}

#[test]
fn a_project_without_its_file_says_so() {
    let mut project = imported(PageFormat::Html, PAGE).project;
    project.source.blocks[2].segments[0].text.push('x');
    let other = same(&project, &project.translations[0], GiveBack::default());
    assert_eq!(other, Err(NoOriginal::Other { place: 3 }));
    project.original = None;
    let none = same(&project, &project.translations[0], GiveBack::default());
    assert_eq!(none, Err(NoOriginal::None));
}

#[test]
fn a_page_of_its_own_has_headline_paragraphs_and_lists() {
    let mut project = imported(PageFormat::Html, PAGE).project;
    translate(&mut project, "Un point.", "A < b.", &[]);
    let export = html(&project, &project.translations[0], false);
    assert_eq!((export.written, export.untranslated), (1, 6));
    let (_, body) = export.text.split_once("<body>\n").expect("a body");
    assert!(body.contains("<h1>Déclaration du Ministère</h1>\n"), "{body}");
    assert!(body.contains("<ul>\n<li>A &lt; b.</li>\n<li>Un autre point.</li>\n</ul>\n"), "{body}");
    assert!(export.text.contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(!body.contains("Accueil"));
}
