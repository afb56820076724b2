//! Pages are read block by block, and one edit changes one place.

use super::{patch, read};
use crate::formats::markup::testing::{identical, shown, with_text};
use crate::formats::page::{Mark, Marked, Page, PageBlock, Part, Rendering};

fn page(text: &str) -> Page {
    read(text.as_bytes(), None).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The blocks of a page, each as `role part: text` with its codes in braces.
fn check(text: &str, expected: &[&str]) {
    let page = page(text);
    let found: Vec<String> = page.blocks.iter().map(block).collect();
    assert_eq!(found, expected, "{text}");
    let given = |rendering: &Rendering| patch(text.as_bytes(), None, rendering).expect("fits");
    assert_eq!(String::from_utf8_lossy(&given(&identical(&page))), text);
}

fn block(block: &PageBlock) -> String {
    let part = match &block.part {
        Part::Body => String::new(),
        Part::Attribute(name) => format!("@{name} "),
        part => format!("{part:?} "),
    };
    let hint = block.hint.map_or("", |hint| hint.letter());
    let lang = block.lang.as_ref().map(|lang| format!("({lang}) ")).unwrap_or_default();
    format!("{hint} {part}{lang}{}", shown(&block.content))
}

#[test]
fn blocks_are_what_stands_between_tags_of_blocks() {
    check("<p>One.</p><p>Two.</p>", &[" One.", " Two."]);
    check("<div>One<p>Two</div>Three", &[" One", " Two", " Three"]);
    check("<h1>Title</h1><h2>Sub</h2><ul><li>a<li>b</ul>", &["H Title", "S Sub", "L a", "L b"]);
    check("<table><tr><td>a<td>b<tr><td>c</table>", &[" a", " b", " c"]);
    check("<blockquote><p>Q</p></blockquote><address>A</address>", &["Q Q", "C A"]);
    check("<p><time>12 March 2031</time></p><time>14:52</time>", &["D 12 March 2031", "T 14:52"]);
    check("<p>On <time>12 March</time> it", &[" On {1}12 March{/1} it"]);
    check("<dl><dt>Term<dd>Meaning</dl>", &[" Term", "L Meaning"]);
    check(" ", &[]);
}

#[test]
fn codes_stand_beside_the_text() {
    check("<p>A <b>bold <i>one</i></b>, yes</p>", &[" A {1}bold {2}one{/2}{/1}, yes"]);
    check("<p><b>All of it</b></p>", &[" All of it"]);
    check("<p><a href=x><b>All</b></a> <!-- c --></p>", &[" All"]);
    check("<p><a name=x></a><img src=y> Text <img src=z></p>", &[" Text"]);
    check("<p>Text <img src=z> goes <!-- c -->on</p>", &[" Text {1} goes {2}on"]);
    check("<b><p>one</p><p>two</b> three</p>", &[" one", " two{/1} three"]);
    check("<p>x<script>a<b</script>y", &[" x{1}y"]);
    check("<p>The <span translate=no>ACME <b>x</b></span> house", &[" The {1} house"]);
    check("<p translate=no>No <b translate=yes>Yes</b></p>", &[" Yes"]);
    check("<div class=notranslate>No</div>Yes", &[" Yes"]);
}

#[test]
fn white_space_counts_once() {
    check("<p>\n  One\n  two <b> three</b> </p>", &[" One two {1}three{/1}"]);
    check("<pre>one\n  two\n\nthree</pre>", &[" one\n  two", " three"]);
    check("<p>&nbsp;</p><p>a&nbsp;b</p>", &[" a\u{a0}b"]);
}

#[test]
fn a_line_break_goes_on_or_ends_a_block() {
    check("<p>One<br>two<br/>\n three</p>", &[" One\ntwo\nthree"]);
    check("<p>One<br><br>two</p>", &[" One", " two"]);
    check("<p>One.<br>Two.</p>", &[" One.", " Two."]);
    check("<p>\"One.\" <br />Two.</p>", &[" \"One.\"", " Two."]);
}

#[test]
fn references_are_characters() {
    check("<p>caf&eacute; &amp; th&#233; &lt;b&gt; & &copy 1", &[" café & thé <b> & © 1"]);
}

#[test]
fn attributes_that_people_read_are_blocks() {
    check("<p>A <img alt='a &quot;b&quot;' src=x> c", &[" A {1} c", "P @alt a \"b\""]);
    check("<a href=x title=Home>y</a>", &["P @title Home", " y"]);
    check(
        "<input type=submit value=Send><input placeholder='Your name'>",
        &["– @value Send", "– @placeholder Your name"],
    );
    check(
        "<title>T – House</title><meta name=description content='D'><meta property='og:title' content=T><h1>T</h1>",
        &["S Title T – House", "P @description D", "S @og:title T", "H T"],
    );
}

#[test]
fn the_frame_is_told() {
    check(
        "<header>Ministry</header><nav><a>Home</a></nav><main><p>Text</p></main><footer>©</footer>",
        &["– Ministry", "– Home", " Text", "– ©"],
    );
    check("<p>Before<main>Text</main>", &["– Before", " Text"]);
}

#[test]
fn languages_are_those_that_are_named() {
    check("<html lang=fr><p>Un<p lang=en>One<p lang=fr-BE>Deux", &[" Un", " (en) One", " Deux"]);
    assert_eq!(page("<html lang=fr><p>a").lang, "fr".parse().ok());
}

/// One edit of a block, and the page that comes of it.
fn check_edit(text: &str, place: usize, new: &str, expected: &str) {
    let page = page(text);
    let mut rendering = identical(&page);
    rendering.blocks[place] = Some(with_text(&page.blocks[place].content, new));
    let bytes = patch(text.as_bytes(), None, &rendering).expect("fits");
    assert_eq!(String::from_utf8_lossy(&bytes), expected);
}

#[test]
fn one_edit_changes_one_place() {
    check_edit("<p>One &eacute; <b>x</b></p>", 0, "Two é {1}x{/1}", "<p>Two &eacute; <b>x</b></p>");
    check_edit("<p>Un &eacute;t&eacute;</p>", 0, "Un thé é", "<p>Un th&eacute; &eacute;</p>");
    check_edit("<p>\n  One\n  <b>two</b>\n</p>", 0, "1 {1}2{/1}", "<p>\n  1 <b>2</b>\n</p>");
    check_edit("<p>A <b>b</b> c</p>", 0, "{1}B{/1} < a & c", "<p><b>B</b> &lt; a &amp; c</p>");
    check_edit("<p>a<BR>b</p>", 0, "c\nd\ne", "<p>c<BR>d<BR>e</p>");
    check_edit("<p>a</p>", 0, "b\u{a0}c\u{200f}", "<p>b&nbsp;c&#8207;</p>");
    check_edit("<p>Caf&eacute;</p>", 0, "Дом", "<p>&#1044;&#1086;&#1084;</p>");
    check_edit("<meta charset=utf-8><p>a</p>", 0, "Дом", "<meta charset=utf-8><p>Дом</p>");
    check_edit("<a title=x>y</a>", 0, "a \"b\"", "<a title=a&#32;&quot;b&quot;>y</a>");
    check_edit("<a title='x'>y</a>", 0, "l'a <", "<a title='l&#39;a &lt;'>y</a>");
}

#[test]
fn an_attribute_within_a_text_is_put_in_with_it() {
    let text = "<p>A <img alt=\"old\"> c</p>";
    let page = page(text);
    let mut rendering = identical(&page);
    rendering.blocks[1] = Some(Marked { text: "new".to_owned(), tags: Vec::new() });
    let both = patch(text.as_bytes(), None, &rendering).expect("fits");
    assert_eq!(String::from_utf8_lossy(&both), "<p>A <img alt=\"new\"> c</p>");
    rendering.blocks[0] = None;
    let alone = patch(text.as_bytes(), None, &rendering).expect("fits");
    assert_eq!(alone, both);
    rendering.blocks[0] = Some(with_text(&page.blocks[0].content, "{1} z"));
    let moved = patch(text.as_bytes(), None, &rendering).expect("fits");
    assert_eq!(String::from_utf8_lossy(&moved), "<p><img alt=\"new\"> z</p>");
}

#[test]
fn the_target_names_its_language_and_direction() {
    let check = |text: &str, right_to_left: bool, expected: &str| {
        let page = page(text);
        let lang = "ar".parse().ok();
        let rendering = Rendering { lang, right_to_left, ..identical(&page) };
        let bytes = patch(text.as_bytes(), None, &rendering).expect("fits");
        assert_eq!(String::from_utf8_lossy(&bytes), expected);
    };
    check("<html><p>a", true, "<html lang=\"ar\" dir=\"rtl\"><p>a");
    check("<html lang='fr' xml:lang='fr'>a", false, "<html lang='ar' xml:lang='ar'>a");
    check("<html lang=fr dir=ltr><body lang=fr>a", true, "<html lang=ar dir=rtl><body lang=ar>a");
    check("<p>a", true, "<p>a");
}

#[test]
fn the_bytes_of_other_encodings_stay() {
    let text = "<meta charset=windows-1251><p>Дом</p><p>Сад</p>";
    let bytes = encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    let page = read(&bytes, None).expect("a page");
    let mut rendering = identical(&page);
    assert_eq!(patch(&bytes, None, &rendering).expect("fits"), bytes);
    rendering.blocks[0] = Some(Marked { text: "Дым é".to_owned(), tags: Vec::new() });
    let new = patch(&bytes, None, &rendering).expect("fits");
    let expected = "<meta charset=windows-1251><p>Дым &#233;</p><p>Сад</p>";
    assert_eq!(encoding_rs::WINDOWS_1251.decode(&new).0, expected);
}

#[test]
fn a_rendering_of_another_page_is_refused() {
    let rendering = identical(&page("<p>a<p>b"));
    assert!(patch(b"<p>a", None, &rendering).is_err());
}

#[test]
fn a_page_nested_too_deep_is_read_and_told() {
    let text = "<div>".repeat(5000) + "x";
    let page = page(&text);
    assert_eq!((page.blocks.len(), page.problems.len()), (1, 1));
}

#[test]
fn a_code_that_is_not_in_the_block_is_left_out() {
    let mut content = Marked { text: "b".to_owned(), tags: Vec::new() };
    content.tags.push(Mark { at: 0, id: "7".to_owned() });
    let rendering = Rendering { blocks: vec![Some(content)], ..Rendering::default() };
    assert_eq!(patch(b"<p>a</p>", None, &rendering).expect("fits"), b"<p>b</p>");
}
