//! Documents as Word writes them, one feature each.

use super::{patch, read};
use crate::formats::office::testing::{
    blocks, blocks_with_codes, names, part, rendering, unchanged, zip,
};
use crate::formats::page::{Page, Part, Rendering};
use crate::formats::{Format, FormatError, detect};
use crate::model::Role;

const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/>\
    <w:lang w:val=\"fr-FR\" w:eastAsia=\"en-US\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Titre\"><w:name w:val=\"Title\"/><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"T1\"><w:name w:val=\"heading 1\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"T2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"T1\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"House\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"L\"><w:name w:val=\"List Bullet\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Round\"><w:name w:val=\"Round\"/><w:basedOn w:val=\"Round\"/></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Em\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Web\"><w:name w:val=\"web\"/></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Secret\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>";

/// A document with this body and these further parts: kind, name and what is in the root.
fn docx(body: &str, more: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut links = vec![format!(
        "<Relationship Id=\"s\" Type=\"{RELATIONS}/styles\" Target=\"/word/styles.xml\"/>"
    )];
    let mut parts = Vec::new();
    for (number, (kind, root, inner)) in more.iter().enumerate() {
        links.push(format!(
            "<Relationship Id=\"r{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{kind}{number}.xml\"/>"
        ));
        let text = format!("<w:{root} {MAIN}>{inner}</w:{root}>");
        parts.push((format!("word/{kind}{number}.xml"), text));
    }
    let of = |links: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             {links}</Relationships>"
        )
    };
    let top = of(&format!(
        "<Relationship Id=\"a\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/package/2006/\
         relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
    ));
    let (links, document) = (of(&links.concat()), document(body));
    let styles = format!("<w:styles {MAIN}>{STYLES}</w:styles>");
    let core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Note &amp; avis</dc:title>\
                <dc:creator>Service</dc:creator></cp:coreProperties>";
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", top.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
        ("word/media/image1.png", b"\x89PNG"),
    ];
    all.extend(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    zip(&all)
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?>\r\n<w:document {MAIN}><w:body>{body}</w:body></w:document>")
}

fn page(body: &str) -> Page {
    read(&docx(body, &[])).unwrap_or_else(|error| panic!("{error}\n{body}"))
}

/// The blocks of a body, the title in the properties left out; what its codes are follows
/// each behind a bar.
fn check(body: &str, expected: &[&str]) {
    let page = page(body);
    let mut found = blocks_with_codes(&page);
    assert_eq!(found.pop().as_deref(), Some("Note & avis"));
    assert_eq!(found, expected, "{body}");
    let bytes = docx(body, &[]);
    let again = patch(&bytes, &unchanged(&page)).expect("patched");
    assert_eq!(part(&again, "word/document.xml"), document(body));
    assert_eq!(part(&again, "docProps/core.xml"), part(&bytes, "docProps/core.xml"));
}

/// What a body becomes with renderings.
fn check_patch(body: &str, renderings: &[&str], expected: &str) {
    let mut all = renderings.to_vec();
    all.push("-");
    let patched = patch(&docx(body, &[]), &rendering(&all)).expect("patched");
    assert_eq!(part(&patched, "word/document.xml"), document(expected), "{renderings:?}");
    let wanted: Vec<&str> = renderings.iter().copied().filter(|shown| *shown != "-").collect();
    let again = blocks(&read(&patched).expect("readable"));
    for shown in wanted {
        assert!(again.iter().any(|found| found == shown), "{shown}: {again:?}");
    }
}

/// A run of a text with properties.
fn run(properties: &str, text: &str) -> String {
    let properties = match properties {
        "" => String::new(),
        inner => format!("<w:rPr>{inner}</w:rPr>"),
    };
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn p(inner: &str) -> String {
    format!("<w:p>{inner}</w:p>")
}

#[test]
fn runs_are_joined_over_what_nobody_sees() {
    let runs = [
        "<w:r w:rsidR=\"00A1\"><w:t>Le min</w:t></w:r>",
        "<w:proofErr w:type=\"spellStart\"/>",
        "<w:r w:rsidR=\"00B2\"><w:rPr><w:noProof/><w:lang w:val=\"en-GB\"/></w:rPr><w:t>istre</w:t></w:r>",
        "<w:proofErr w:type=\"spellEnd\"/><w:r><w:lastRenderedPageBreak/></w:r>",
        "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"0\"/>",
        "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:b w:val=\"0\"/><w:color w:val=\"auto\"/></w:rPr><w:t xml:space=\"preserve\"> a parlé.</w:t></w:r>",
    ];
    check(&p(&runs.concat()), &["Le ministre a parlé."]);
}

#[test]
fn codes_stand_where_the_look_changes() {
    let plain = |text| run("", text);
    check(
        &p(&(plain("Un ") + &run("<w:b/>", "mot") + &plain(" fort."))),
        &["Un {1}mot{/1} fort.|b"],
    );
    check(
        &p(&(run("<w:b/>", "Tout") + &run("<w:b/><w:szCs w:val=\"9\"/>", " gras"))),
        &["Tout gras"],
    );
    let both = run("<w:b/>", "Gras ") + &run("<w:b/><w:i/>", "et penché");
    check(&p(&both), &["Gras {1}et penché{/1}|i"]);
    let spaced = run("<w:b/>", "deux") + &plain(" ") + &run("<w:b/>", "mots") + &plain(" et");
    check(&p(&spaced), &["{1}deux mots{/1} et|b"]);
    let raised = plain("m") + &run("<w:vertAlign w:val=\"superscript\"/>", "2");
    check(&p(&raised), &["m{1}2{/1}|sup"]);
    let styled = plain("C'est ")
        + &run("<w:rStyle w:val=\"Em\"/>", "dit")
        + &run("<w:rStyle w:val=\"Web\"/>", " ici");
    check(&p(&styled), &["C'est {1}dit{/1} ici|Emphasis"]);
    // What the style of the paragraph has already is no change; what it takes back is one.
    let title = "<w:pPr><w:pStyle w:val=\"Titre\"/></w:pPr>";
    let own = run("<w:b/>", "Titre ") + &run("", "gras ") + &run("<w:b w:val=\"0\"/>", "maigre");
    check(&p(&format!("{title}{own}")), &["Titre gras {1}maigre{/1}|not b"]);
}

#[test]
fn tabs_and_breaks_are_characters_and_the_rest_stands_as_a_whole() {
    let body = p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>\
                  <w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:br w:type=\"page\"/><w:t>g</w:t></w:r>");
    check(&body, &["a\tb\nc\nd\u{2011}e\u{ad}f{1}g|page break"]);
    let body = p("<w:r><w:t>Voir</w:t></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r>\
                  <w:r><w:t xml:space=\"preserve\"> le plan</w:t></w:r><w:r><w:drawing><x/></w:drawing></w:r>\
                  <w:r><w:t>.</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>");
    check(&body, &["Voir{1} le plan{2}.{3}|footnote 3|image|symbol"]);
    // Spaces at the ends of a w:t count only where it says so; line ends in it are spaces.
    check(&p("<w:r><w:t> un </w:t></w:r><w:r><w:t>deux\ntrois</w:t></w:r>"), &["undeux trois"]);
    check(&p("<w:r><w:t>A&amp;B &#233;</w:t></w:r>"), &["A&B é"]);
}

#[test]
fn links_fields_and_controls() {
    let link = "<w:hyperlink r:id=\"r9\"><w:r><w:rPr><w:color w:val=\"0000FF\"/><w:u w:val=\"single\"/></w:rPr><w:t>le site</w:t></w:r></w:hyperlink>";
    check(&p(&(run("", "Voir ") + link + &run("", "."))), &["Voir {1}le site{/1}.|a"]);
    check(&p(link), &["le site"]);
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let field = |instruction: &str, result: &str| {
        let instruction = format!("<w:r><w:instrText>{instruction}</w:instrText></w:r>");
        mark("begin") + &instruction + &mark("separate") + result + &mark("end")
    };
    let pages = run("", "Page ") + &field(" PAGE ", &run("", "3")) + &run("", " sur 9");
    check(&p(&pages), &["Page {1} sur 9|field"]);
    let linked = run("", "Voir ") + &field(" HYPERLINK \"x\" ", &run("", "là")) + &run("", "!");
    check(&p(&linked), &["Voir {1}là{/1}!|a"]);
    let nested = field(" HYPERLINK x", &(run("", "Titre") + &field("PAGEREF y", &run("", "3"))));
    check(&p(&(nested + &run("", ".b"))), &["{1}Titre{2}{/1}.b|a|field"]);
    let simple = "<w:fldSimple w:instr=\" DATE \"><w:r><w:t>hier</w:t></w:r></w:fldSimple>";
    check(&p(&(run("", "Le ") + simple + &run("", "."))), &["Le {1}.|field"]);
    // A field over several paragraphs: its marks stay, its text is read.
    let long = p(&(mark("begin")
        + "<w:r><w:instrText>INDEX</w:instrText></w:r>"
        + &mark("separate")
        + &run("", "un")))
        + &p(&(run("", "deux") + &mark("end")));
    check(&long, &["un", "deux"]);
    let control =
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Paris</w:t></w:r></w:sdtContent></w:sdt>";
    check(&p(&(run("", "À ") + control + &run("", ","))), &["À {1}Paris{/1},|control"]);
    let smart =
        "<w:smartTag w:element=\"x\"><w:smartTagPr/><w:r><w:t>Nice</w:t></w:r></w:smartTag>";
    check(&p(&(run("", "À ") + smart)), &["À Nice"]);
}

#[test]
fn anchors_show_only_between_texts() {
    let start = "<w:bookmarkStart w:id=\"1\" w:name=\"_Toc1\"/>";
    let end = "<w:bookmarkEnd w:id=\"1\"/>";
    check(&p(&format!("{start}{}{end}", run("", "Titre"))), &["Titre"]);
    let inside = run("", "a ") + start + &run("", "b") + end + &run("", " c");
    check(&p(&inside), &["a {1}b{2} c|bookmark|bookmark"]);
}

#[test]
fn tracked_changes_are_read_as_accepted_and_told() {
    let body = p(&(run("", "Le ")
        + "<w:del w:id=\"1\"><w:r><w:delText>vieux </w:delText></w:r></w:del>"
        + "<w:ins w:id=\"2\"><w:r><w:t xml:space=\"preserve\">nouveau </w:t></w:r></w:ins>"
        + &run("", "texte")));
    check(&body, &["Le nouveau texte"]);
    let row = "<w:tbl><w:tr><w:trPr><w:del w:id=\"3\"/></w:trPr><w:tc><w:p><w:r><w:t>non</w:t></w:r></w:p></w:tc></w:tr>\
               <w:tr><w:tc><w:p><w:r><w:t>oui</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    check(row, &["oui"]);
    let problems = page(&(body + row)).problems;
    assert_eq!(problems.len(), 1);
    assert!(problems[0].cause.contains("1 × an insertion"), "{}", problems[0]);
    assert!(problems[0].cause.contains("2 × a deletion"), "{}", problems[0]);
}

#[test]
fn hidden_text_stays_and_is_told() {
    let hidden = run("<w:vanish/>", "note interne") + &run("<w:rStyle w:val=\"Secret\"/>", "x");
    check(&p(&(run("", "Vu. ") + &hidden)), &["Vu."]);
    check(&p(&hidden), &[]);
    check(
        &p(&(run("", "a") + &hidden + &run("<w:vanish w:val=\"0\"/>", "b"))),
        &["a{1}{2}b|hidden text|hidden text"],
    );
    assert!(page(&p(&hidden)).problems[0].cause.starts_with("2 × hidden text"));
}

/// A run with a box that is there twice, for new programs and for old ones.
fn boxes(first: &str, second: &str) -> String {
    let inside = |text: &str| {
        format!("<w:txbxContent>{}</w:txbxContent>", p(&format!("<w:r><w:t>{text}</w:t></w:r>")))
    };
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        inside(first),
        inside(second)
    )
}

#[test]
fn a_box_that_is_there_twice_is_one_text() {
    let t = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = p(&(t("Ici") + &boxes("Encadré", "Encadré") + &t(".")));
    check(&body, &["Ici{1}.|text box", "Encadré"]);
    let other = p(&(t("Ici") + &boxes("Encadré", "Autre") + &t(".")));
    check(&other, &["Ici{1}.|text box", "Encadré", "Autre"]);
    // Beside the text rather than in it, it is an anchor as others are.
    check(&p(&(boxes("a", "a") + &t("Ici"))), &["Ici", "a"]);
    let page = page(&body);
    assert_eq!((&page.blocks[0].part, &page.blocks[1].part), (&Part::Body, &Part::TextBox));
    let expected = p(&(t("Ici") + &boxes("Box", "Box") + &t(".")));
    check_patch(&body, &["-", "Box"], &expected);
    // The paragraph around it is put together anew, and the box goes along as it is rendered.
    let expected = p(&(t("A") + &boxes("Box", "Box") + &t("B")));
    check_patch(&body, &["A{1}B", "Box"], &expected);
    let expected = p(&(t("A.") + &boxes("Box", "Box")));
    let patched = patch(&docx(&body, &[]), &rendering(&["A.", "Box", "-"])).expect("patched");
    assert_eq!(part(&patched, "word/document.xml"), document(&expected));
}

#[test]
fn styles_tell_roles() {
    let with = |format: &str, text: &str| p(&format!("<w:pPr>{format}</w:pPr>{}", run("", text)));
    let style = |id: &str, text: &str| with(&format!("<w:pStyle w:val=\"{id}\"/>"), text);
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>";
    let roles = |body: &str| -> Vec<Option<Role>> {
        page(body).blocks.iter().map(|block| block.hint).collect()
    };
    let body = [
        style("T1", "un"),
        style("T2", "deux"),
        style("Own", "trois"),
        style("L", "quatre"),
        with(list, "cinq"),
        with("<w:pStyle w:val=\"L\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "six"),
        style("Round", "sept"),
        with("<w:outlineLvl w:val=\"1\"/>", "huit"),
    ];
    let (head, sub, item) = (Some(Role::Headline), Some(Role::Subhead), Some(Role::ListItem));
    assert_eq!(roles(&body.concat()), [head, sub, sub, item, item, None, None, sub, None]);
    let titled = style("T1", "un") + &style("Titre", "zéro");
    assert_eq!(roles(&titled), [sub, head, None]);
}

#[test]
fn every_part_with_text_is_read_in_order() {
    let note = |inner: &str| format!("<w:footnote w:id=\"2\">{}</w:footnote>", p(inner));
    let note = note(&("<w:r><w:footnoteRef/></w:r>".to_owned() + &run("", " Voir p. 3.")));
    let parts = [
        ("header", "hdr", &*p(&run("", "En-tête"))),
        ("footer", "ftr", &*p(&run("", "Pied"))),
        ("footnotes", "footnotes", &*note),
        ("comments", "comments", &*p(&run("", "À revoir"))),
    ];
    let bytes = docx(&p(&run("", "Texte")), &parts);
    let page = read(&bytes).expect("readable");
    let found: Vec<(Part, usize, String)> = page
        .blocks
        .iter()
        .zip(blocks(&page))
        .map(|(block, shown)| (block.part.clone(), block.line, shown))
        .collect();
    let expected = [
        (Part::Body, "Texte"),
        (Part::Footnote, "Voir p. 3."),
        (Part::Header, "En-tête"),
        (Part::Footer, "Pied"),
        (Part::Comment, "À revoir"),
        (Part::Title, "Note & avis"),
    ];
    let expected: Vec<(Part, usize, String)> = expected
        .into_iter()
        .enumerate()
        .map(|(line, (part, text))| (part, line, text.to_owned()))
        .collect();
    assert_eq!(found, expected);
    let patched =
        patch(&bytes, &rendering(&["-", "-", "Kopf", "-", "-", "Titel <1>"])).expect("patched");
    assert!(part(&patched, "word/header0.xml").contains("<w:t>Kopf</w:t>"));
    assert!(part(&patched, "docProps/core.xml").contains("<dc:title>Titel &lt;1&gt;</dc:title>"));
    assert_eq!(part(&patched, "word/document.xml"), part(&bytes, "word/document.xml"));
    assert_eq!(names(&patched), names(&bytes));
}

#[test]
fn an_edit_touches_no_run_but_its_own() {
    let t = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = p(&(run("", "Le ministre ")
        + &run("<w:lang w:val=\"fr-BE\"/>", "a signé")
        + &run("", " hier.")));
    let expected = p(&(run("", "Le ministre ")
        + "<w:r><w:rPr><w:lang w:val=\"fr-BE\"/></w:rPr><w:t>a lu</w:t></w:r>"
        + &run("", " hier.")));
    check_patch(&body, &["Le ministre a lu hier."], &expected);
    check_patch(&body, &["The minister has signed."], &p(&t("The minister has signed.")));
    check_patch(
        &body,
        &["Le ministre  hier."],
        &p(&(run("", "Le ministre ") + &run("", " hier."))),
    );
    let two = p(&t("Un.")) + &p(&t("Deux."));
    check_patch(&two, &["-", "Zwei."], &(p(&t("Un.")) + &p(&t("Zwei."))));
    // Between tabs and breaks each part is looked at by itself.
    let parts = p(
        "<w:r><w:t>Date</w:t><w:tab/><w:t>Lieu</w:t></w:r><w:r><w:br w:clear=\"all\"/></w:r><w:r><w:t>Nom</w:t></w:r>",
    );
    let expected = p(
        "<w:r><w:t>Date</w:t><w:tab/><w:t>Ort</w:t></w:r><w:r><w:br w:clear=\"all\"/></w:r><w:r><w:t>Nom</w:t></w:r>",
    );
    check_patch(&parts, &["Date\tOrt\nNom"], &expected);
    let expected = p("<w:r><w:t>Datum</w:t><w:br/><w:t>a &lt; b</w:t></w:r>");
    check_patch(&parts, &["Datum\na < b"], &expected);
}

#[test]
fn codes_keep_their_texts_and_may_move() {
    let bold = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>");
    let body = p(&(run("", "Un ") + &run("<w:b/>", "mot") + &run("", " fort.")));
    let expected = p(&(run("", "A ") + &bold("word") + &run("", " of weight.")));
    check_patch(&body, &["A {1}word{/1} of weight."], &expected);
    let moved = p(&("<w:r><w:t>Ein starkes </w:t></w:r>"
        .replace("<w:t>", "<w:t xml:space=\"preserve\">")
        + &bold("Wort")
        + "<w:r><w:t>.</w:t></w:r>"));
    check_patch(&body, &["Ein starkes {1}Wort{/1}."], &moved);
    check_patch(&body, &["Ohne."], &p("<w:r><w:t>Ohne.</w:t></w:r>"));
    // A note that was left out stands at the end; a field is gone.
    let note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
    let field = "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>3</w:t></w:r></w:fldSimple>";
    let body = p(&(run("", "Vu") + note + &run("", " page ") + field + &run("", ".")));
    let patched = patch(&docx(&body, &[]), &rendering(&["Gesehen.", "-"])).expect("patched");
    let expected = p(&format!("<w:r><w:t>Gesehen.</w:t></w:r>{note}"));
    assert_eq!(part(&patched, "word/document.xml"), document(&expected));
    // Links are closed in the right order, whatever the marks say.
    let link = |inner: &str| format!("<w:hyperlink r:id=\"r1\">{inner}</w:hyperlink>");
    let body = p(&(run("", "Voir ") + &link(&run("", "là")) + &run("<w:b/>", "ici")));
    let patched =
        patch(&docx(&body, &[]), &rendering(&["{2}a{1}b{/2}c{/1}d{1}e", "-"])).expect("patched");
    let expected = p(&(bold("a")
        + &link("<w:r><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r>")
        + "<w:r><w:t>d</w:t></w:r><w:r><w:t>e</w:t></w:r>"));
    assert_eq!(part(&patched, "word/document.xml"), document(&expected));
}

#[test]
fn renderings_that_do_not_fit_are_refused() {
    let bytes = docx(&p(&(run("", "Un ") + &run("<w:b/>", "mot"))), &[]);
    for (renderings, expected) in [
        (vec!["A {1}b{/1}"], "more blocks than the 1"),
        (vec!["A {1}b{/1}", "-", "-"], "has 2 blocks, but 3"),
        (vec!["A {7}b{/1}", "-"], "block 1: there is no code \"7\""),
    ] {
        match patch(&bytes, &rendering(&renderings)) {
            Err(FormatError::Misfit(cause)) => assert!(cause.contains(expected), "{cause}"),
            other => panic!("{renderings:?}: {other:?}"),
        }
    }
    let mut beyond = rendering(&["A {1}b{/1}", "-"]);
    if let Some(Some(marked)) = beyond.blocks.first_mut() {
        marked.tags[1].at = 99;
    }
    let refused = patch(&bytes, &beyond).expect_err("beyond the end").to_string();
    assert!(refused.contains("code \"/1\" stands behind the end"), "{refused}");
    assert_eq!(patch(&bytes, &rendering(&["-", "-"])).expect("patched"), bytes);
}

#[test]
fn language_and_direction_are_the_targets() {
    let format = "<w:pPr><w:pStyle w:val=\"N\"/><w:jc w:val=\"both\"/></w:pPr>";
    let own = run("<w:b/><w:lang w:val=\"fr-FR\" w:eastAsia=\"ja-JP\"/>", "mot") + &run("", " dit");
    let body = p(&format!("{format}{own}")) + &p(&run("", "reste"));
    let translated = |lang: &str, right_to_left: bool, text: &str| {
        let lang = Some(lang.parse().expect("a tag"));
        let given = rendering(&[text, "-", "-"]);
        patch(&docx(&body, &[]), &Rendering { lang, right_to_left, ..given }).expect("patched")
    };
    let german = translated("de", false, "{1}Wort{/1} gesagt");
    let expected = p(&format!(
        "{format}<w:r><w:rPr><w:b/><w:lang w:val=\"de\" w:eastAsia=\"ja-JP\"/></w:rPr><w:t>Wort</w:t></w:r>\
        <w:r><w:rPr><w:lang w:val=\"de\"/></w:rPr><w:t xml:space=\"preserve\"> gesagt</w:t></w:r>"
    )) + &p(&run("", "reste"));
    assert_eq!(part(&german, "word/document.xml"), document(&expected));
    let styles = part(&german, "word/styles.xml");
    assert!(
        styles.contains("<w:lang w:val=\"de\" w:eastAsia=\"en-US\" w:bidi=\"ar-SA\"/>"),
        "{styles}"
    );
    let arabic = part(&translated("ar", true, "{1}قال{/1} كلمة"), "word/document.xml");
    assert!(arabic.contains("<w:pStyle w:val=\"N\"/><w:bidi/><w:jc w:val=\"both\"/>"), "{arabic}");
    assert!(
        arabic.contains("<w:b/><w:rtl/><w:lang w:val=\"ar\" w:eastAsia=\"ja-JP\" w:bidi=\"ar\"/>"),
        "{arabic}"
    );
    assert!(
        arabic.ends_with(&format!("{}</w:body></w:document>", p(&run("", "reste")))),
        "{arabic}"
    );
    assert_eq!(page(&body).lang.map(|lang| lang.to_string()).as_deref(), Some("fr-FR"));
    let other = page(&(body + &p(&run("<w:lang w:val=\"es-ES\"/>", "Hola"))));
    let langs: Vec<Option<String>> =
        other.blocks.iter().map(|block| block.lang.as_ref().map(ToString::to_string)).collect();
    assert_eq!(langs, [None, None, Some("es-ES".to_owned()), None]);
}

#[test]
fn a_document_is_known_by_its_content() {
    assert_eq!(detect("a.bin", &docx("", &[])), Format::Docx);
}
