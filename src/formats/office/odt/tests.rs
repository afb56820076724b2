//! Documents as `OpenDocument` programs write them, one feature each.

use super::{patch, read};
use crate::formats::office::testing::{
    blocks, blocks_with_codes, names, part, rendering, unchanged, zip,
};
use crate::formats::page::{Page, Part, Rendering};
use crate::formats::{Format, FormatError, detect};
use crate::model::Role;

const SPACES: &str = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\" \
                      xmlns:draw=\"d\" xmlns:dc=\"c\" xmlns:table=\"b\" xmlns:xlink=\"x\"";

const AUTOMATIC: &str = "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"I\" style:family=\"text\"><style:text-properties fo:font-style=\"italic\"/></style:style>\
    <style:style style:name=\"R\" style:family=\"text\"><style:text-properties officeooo:rsid=\"0012\" fo:language=\"de\" fo:country=\"DE\"/></style:style>\
    <style:style style:name=\"S\" style:family=\"text\" style:parent-style-name=\"Strong\"/>\
    <style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
    <style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"><style:text-properties fo:language=\"es\" fo:country=\"ES\"/></style:style>";

const NAMED: &str = "<style:default-style style:family=\"paragraph\"><style:paragraph-properties style:writing-mode=\"page\"/>\
    <style:text-properties fo:language=\"fr\" fo:country=\"FR\"/></style:default-style>\
    <style:style style:name=\"Title\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"Strong\" style:display-name=\"Strong Emphasis\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"Quotations\" style:family=\"paragraph\"/>";

fn content(text: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<office:document-content {SPACES} xmlns:officeooo=\"z\"><office:automatic-styles>{AUTOMATIC}\
         </office:automatic-styles><office:body><office:text>{text}</office:text></office:body>\
         </office:document-content>"
    )
}

/// A document of this text, with a head of pages and a title.
fn odt(text: &str) -> Vec<u8> {
    let content = content(text);
    let styles = format!(
        "<office:document-styles {SPACES}><office:styles>{NAMED}</office:styles><office:master-styles>\
         <style:master-page><style:header><text:p>En-tête</text:p></style:header></style:master-page>\
         </office:master-styles></office:document-styles>"
    );
    let meta = format!(
        "<office:document-meta {SPACES}><office:meta><dc:title>Avis</dc:title></office:meta></office:document-meta>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", styles.as_bytes()),
        ("meta.xml", meta.as_bytes()),
        ("Pictures/1.png", b"\x89PNG"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
    ])
}

fn page(text: &str) -> Page {
    read(&odt(text)).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The blocks of a text, those of the head and the title left out; what its codes are
/// follows each behind a bar.
fn check(text: &str, expected: &[&str]) {
    let page = page(text);
    let mut found = blocks_with_codes(&page);
    assert_eq!(found.split_off(found.len() - 2), ["En-tête", "Avis"]);
    assert_eq!(found, expected, "{text}");
    let bytes = odt(text);
    let again = patch(&bytes, &unchanged(&page)).expect("patched");
    for name in ["content.xml", "styles.xml", "meta.xml"] {
        assert_eq!(part(&again, name), part(&bytes, name));
    }
}

/// What a text becomes with renderings.
fn check_patch(text: &str, renderings: &[&str], expected: &str) {
    let all = [renderings, &["-", "-"]].concat();
    let patched = patch(&odt(text), &rendering(&all)).expect("patched");
    assert_eq!(part(&patched, "content.xml"), content(expected), "{renderings:?}");
    let again = blocks(&read(&patched).expect("readable"));
    for shown in renderings.iter().filter(|shown| **shown != "-") {
        assert!(again.iter().any(|found| found == shown), "{shown}: {again:?}");
    }
}

fn p(inner: &str) -> String {
    format!("<text:p>{inner}</text:p>")
}

fn span(style: &str, inner: &str) -> String {
    format!("<text:span text:style-name=\"{style}\">{inner}</text:span>")
}

#[test]
fn spans_are_joined_over_what_nobody_sees() {
    check(&p(&format!("Le {} a parlé.", span("R", "ministre"))), &["Le ministre a parlé."]);
    check(&p(&format!("Un {} fort.", span("B", "mot"))), &["Un {1}mot{/1} fort.|b"]);
    check(&p(&span("B", &format!("Gras {}", span("I", "penché")))), &["Gras {1}penché{/1}|i"]);
    check(&p(&format!("a {}", span("S", "fort"))), &["a {1}fort{/1}|Strong Emphasis"]);
    check(&format!("<text:p text:style-name=\"P1\">a {}</text:p>", span("B", "b")), &["a b"]);
    check(&p(&format!("Vu.{}", span("H", "note"))), &["Vu."]);
}

#[test]
fn white_space_counts_as_the_standard_has_it() {
    check(&p("\n  Un \n deux<text:s/><text:s text:c=\"2\"/>trois "), &["Un deux   trois"]);
    check(&p(&format!("a {} b", span("I", " c "))), &["a {1}c {/1}b|i"]);
    check(&p("a<text:tab/>b<text:line-break/>c<text:soft-page-break/>d"), &["a\tb\ncd"]);
}

#[test]
fn notes_fields_links_and_boxes() {
    let note = "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>\
                <text:note-body><text:p>Voir ci-dessous.</text:p></text:note-body></text:note>";
    check(&p(&format!("Vu{note} ici.")), &["Vu{1} ici.|footnote 1", "Voir ci-dessous."]);
    check(&p("Page <text:page-number>3</text:page-number>."), &["Page {1}.|field"]);
    let link = "<text:a xlink:href=\"x\">le site</text:a>";
    check(&p(&format!("Voir {link}.")), &["Voir {1}le site{/1}.|a"]);
    check(&p(link), &["le site"]);
    check(&p(&format!("a {}", span("B", link))), &["a {1}le site{/1}|a"]);
    let frame = "<draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame>";
    check(&p(&format!("À côté{frame}.")), &["À côté{1}.|text box", "Encadré"]);
    check(&p("a<draw:frame><draw:image/></draw:frame>b"), &["a{1}b|image"]);
    let comment =
        "<office:annotation><dc:creator>R.</dc:creator><text:p>À voir</text:p></office:annotation>";
    check(&p(&format!("a{comment}b")), &["a{1}b|comment", "À voir"]);
    check(
        &p("<text:bookmark text:name=\"x\"/>a<text:bookmark text:name=\"y\"/>b"),
        &["a{1}b|bookmark"],
    );
    let ruby = "<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>ひがし</text:ruby-text></text:ruby>";
    check(&p(&format!("{ruby}の空")), &["{1}東{/1}の空|ruby"]);
}

#[test]
fn tracked_changes_are_read_as_accepted_and_told() {
    let text = "<text:tracked-changes><text:changed-region><text:deletion><text:p>vieux</text:p></text:deletion>\
                </text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        .to_owned()
        + &p("Le <text:change text:change-id=\"1\"/><text:change-start text:change-id=\"2\"/>neuf<text:change-end text:change-id=\"2\"/>.");
    check(&text, &["Le neuf."]);
    let problems = page(&text).problems;
    assert!(
        problems[0].cause.contains("1 × an insertion")
            && problems[0].cause.contains("1 × a deletion")
    );
}

#[test]
fn places_roles_and_languages() {
    let text = "<text:h text:outline-level=\"1\">Un</text:h><text:h text:outline-level=\"2\">Deux</text:h>\
                <text:list><text:list-item><text:p>Trois</text:p></text:list-item></text:list>\
                <text:p text:style-name=\"Quotations\">Quatre</text:p>\
                <table:table><table:table-row><table:table-cell><text:p>Cinq</text:p></table:table-cell></table:table-row></table:table>";
    let blocks = page(text).blocks;
    let roles: Vec<Option<Role>> = blocks.iter().map(|block| block.hint).collect();
    let expected = [
        Some(Role::Headline),
        Some(Role::Subhead),
        Some(Role::ListItem),
        Some(Role::Quotation),
        None,
        None,
        None,
    ];
    assert_eq!(roles, expected);
    let parts: Vec<&Part> = blocks.iter().skip(4).map(|block| &block.part).collect();
    assert_eq!(parts, [&Part::Body, &Part::Header, &Part::Title]);
    let titled =
        page("<text:p text:style-name=\"P1\">Hola</text:p><text:p>Bonjour à tous</text:p>");
    assert_eq!(titled.blocks[0].hint, Some(Role::Headline));
    assert_eq!(titled.lang.map(|lang| lang.to_string()).as_deref(), Some("fr-FR"));
    assert_eq!(titled.blocks[0].lang.as_ref().map(ToString::to_string).as_deref(), Some("es-ES"));
}

#[test]
fn an_edit_touches_no_text_but_its_own() {
    check_patch(
        &p(&format!("Le {} a lu.", span("R", "ministre"))),
        &["Le roi a lu."],
        &p(&format!("Le {} a lu.", span("R", "roi"))),
    );
    check_patch(
        &(p("Un") + &p("Deux")),
        &["-", "2  &\t<b>"],
        &(p("Un") + &p("2 <text:s/>&amp;<text:tab/>&lt;b&gt;")),
    );
    check_patch(&p(&format!("Le {} a lu.", span("R", "roi"))), &["He reads."], &p("He reads."));
    let moved = p(&format!("Das {} hier.", span("B", "Wort")));
    check_patch(&p(&format!("{} ici.", span("B", "Mot"))), &["Das {1}Wort{/1} hier."], &moved);
    check_patch(
        &p(&format!("Un {} fort.", span("B", "mot"))),
        &["Ein {1}Wort{/1}"],
        &p(&format!("Ein {}", span("B", "Wort"))),
    );
    // A space that would be lost beside another one is marked.
    check_patch(
        &p(&format!("a{} b", span("B", "c"))),
        &["a {1}c{/1} b"],
        &p(&format!("a {} b", span("B", "c"))),
    );
    check_patch(
        &p(&format!("a{} b", span("B", "c"))),
        &["a{1}d {/1} b"],
        &p(&format!("a{} b", span("B", "d<text:s/>"))),
    );
    let note = "<text:note text:note-class=\"footnote\"><text:note-body><text:p>Oui.</text:p></text:note-body></text:note>";
    let new = note.replace("Oui", "Ja");
    check_patch(
        &p(&format!("Vu{note} ici.")),
        &["Hier{1} gesehen.", "Ja."],
        &p(&format!("Hier{new} gesehen.")),
    );
    let patched =
        patch(&odt(&p(&format!("Vu{note} ici."))), &rendering(&["Hier.", "Ja.", "-", "-"]));
    assert_eq!(
        part(&patched.expect("patched"), "content.xml"),
        content(&p(&format!("Hier.{new}")))
    );
}

#[test]
fn parts_stay_in_order_and_the_mimetype_unpacked() {
    let bytes = odt(&p("Un"));
    let patched = patch(&bytes, &rendering(&["Eins", "Kopf", "Titel"])).expect("patched");
    assert_eq!(names(&patched), names(&bytes));
    assert!(part(&patched, "styles.xml").contains("<text:p>Kopf</text:p>"));
    assert!(part(&patched, "meta.xml").contains("<dc:title>Titel</dc:title>"));
    let start = String::from_utf8_lossy(patched.get(..80).unwrap_or_default()).into_owned();
    assert!(start.contains("mimetypeapplication/vnd.oasis.opendocument.text"), "{start}");
    assert_eq!(detect("", &patched), Format::Odt);
}

#[test]
fn language_and_direction_are_set_in_the_styles() {
    let text = p(&format!("a {}", span("R", "b"))) + "<text:p text:style-name=\"P1\">c</text:p>";
    let translated = |lang: &str, right_to_left: bool| {
        let lang = Some(lang.parse().expect("a tag"));
        let given = rendering(&["x y", "-", "-", "-"]);
        patch(&odt(&text), &Rendering { lang, right_to_left, ..given }).expect("patched")
    };
    let english = translated("en-GB", false);
    let content = part(&english, "content.xml");
    assert!(content.contains("rsid=\"0012\" fo:language=\"en\" fo:country=\"GB\"/>"), "{content}");
    assert!(content.contains("fo:language=\"es\""), "not rendered: {content}");
    let styles = part(&english, "styles.xml");
    assert!(
        styles.contains("fo:language=\"en\" fo:country=\"GB\"/></style:default-style>"),
        "{styles}"
    );
    assert!(styles.contains("writing-mode=\"page\""), "{styles}");
    let styles = part(&translated("ar", true), "styles.xml");
    assert!(styles.contains("writing-mode=\"rl-tb\""), "{styles}");
    assert!(styles.contains("style:language-complex=\"ar\""), "{styles}");
}

#[test]
fn what_is_no_text_is_refused() {
    let refused = |content: &str, manifest: &str| {
        let bytes = zip(&[
            ("content.xml", content.as_bytes()),
            ("META-INF/manifest.xml", manifest.as_bytes()),
        ]);
        read(&bytes).expect_err("refused")
    };
    let sheet = format!(
        "<office:document-content {SPACES}><office:body><office:spreadsheet/></office:body></office:document-content>"
    );
    assert!(refused(&sheet, "<m/>").to_string().contains("but no text"));
    assert!(refused("x", "<m><encryption-data/></m>").to_string().contains("encrypted"));
    assert!(matches!(read(&zip(&[("a", b"b")])), Err(FormatError::Other { .. })));
    let broken = refused("<a>\n<b>", "<m/>").to_string();
    assert!(broken.contains("line 2") && broken.contains("content.xml"), "{broken}");
}
