//! Texts are read block by block, and one edit changes one place.

use super::{patch, read};
use crate::formats::markup::testing::{identical, shown, with_text};
use crate::formats::page::{Page, PageBlock, Part};

fn page(text: &str) -> Page {
    read(text.as_bytes(), None).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The blocks of a text, each as `role part: text` with its codes in braces.
fn check(text: &str, expected: &[&str]) {
    let page = page(text);
    let found: Vec<String> = page.blocks.iter().map(block).collect();
    assert_eq!(found, expected, "{text}");
    let same = patch(text.as_bytes(), None, &identical(&page)).expect("fits");
    assert_eq!(String::from_utf8_lossy(&same), text);
}

fn block(block: &PageBlock) -> String {
    let part = match &block.part {
        Part::Body => String::new(),
        Part::Attribute(name) => format!("@{name} "),
        part => format!("{part:?} "),
    };
    format!("{} {part}{}", block.hint.map_or("", |hint| hint.letter()), shown(&block.content))
}

#[test]
fn blocks_are_those_of_the_parser() {
    check("One\ntwo\n\nThree\n", &[" One two", " Three"]);
    check("# Title\n\nSub\n---\n\n### Third ###\n", &["H Title", "S Sub", "S Third"]);
    check("- a\n- b\n\n  c\n\n1. d\n", &["L a", "L b", "L c", "L d"]);
    check("> Quoted\n> text\n", &["Q Quoted text"]);
    check("| a | b |\n|---|---|\n| c | d |\n", &[" a", " b", " c", " d"]);
    check("Text[^1]\n\n[^1]: The note.\n", &[" Text", " Footnote The note."]);
    check("A\n\n```\ncode\n```\n\n    more\n\nB\n", &[" A", " B"]);
    check("- [x] done\n", &["L done"]);
    check("  \n", &[]);
}

#[test]
fn codes_stand_beside_the_text() {
    check("A **b *c*** d\n", &[" A {1}b {2}c{/2}{/1} d"]);
    check("**All**\n", &[" All"]);
    check("See [the page](http://x.y) now\n", &[" See {1}the page{/1} now"]);
    check("See <http://x.y> now\n", &[" See {1}http://x.y{/1} now"]);
    check("See [a][b]\n\n[b]: http://x \"T\"\n", &[" See {1}a{/1}"]);
    check("Use `a*b` here\n", &[" Use {1} here"]);
    check("A ~~b~~ c\n", &[" A {1}b{/1} c"]);
    check("A <b>c</b><br>d <!-- e --> f\n", &[" A {1}c{/1}\nd {2} f"]);
    check("One  \ntwo\\\nthree\n", &[" One\ntwo\nthree"]);
    check("A \\*b\\* &amp; &eacute; c\n", &[" A *b* & é c"]);
    check("\\# no heading\n", &[" # no heading"]);
}

#[test]
fn titles_and_alternatives_are_blocks() {
    check("[a](b \"T \\\" t\") c\n", &[" {1}a{/1} c", "P @title T \" t"]);
    check("A ![alt *x*](b 'T') c\n", &[" A {1} c", "P @title T"]);
    check("A ![the alt](b) c\n", &[" A {1} c", "P @alt the alt"]);
    check(
        "---\ntitle: The title\ntags: [a]\ndescription: \"Short\"\n---\n\nText\n",
        &["H Title The title", "P @description Short", " Text"],
    );
    check("+++\ntitle = \"The title\"\n+++\n\nText\n", &["H Title The title", " Text"]);
}

#[test]
fn html_is_read_as_html() {
    check("<div>\n<p>One &amp; two</p>\n</div>\n\nText\n", &[" One & two", " Text"]);
}

fn check_edit(text: &str, place: usize, new: &str, expected: &str) {
    let page = page(text);
    let mut rendering = identical(&page);
    rendering.blocks[place] = Some(with_text(&page.blocks[place].content, new));
    let bytes = patch(text.as_bytes(), None, &rendering).expect("fits");
    assert_eq!(String::from_utf8_lossy(&bytes), expected, "{text}");
    let again = read(&bytes, None).expect("a text");
    assert_eq!(
        again.blocks[place].content.text,
        rendering.blocks[place].clone().expect("set").text
    );
}

#[test]
fn one_edit_changes_one_place() {
    check_edit("A **b** c\n", 0, "A {1}x{/1} c", "A **x** c\n");
    check_edit("A **b** c\n", 0, "{1}x{/1} A", "**x** A\n");
    check_edit("> A\n> b\n> c\n", 0, "A\nd b c", "> A  \n> d\n> b\n> c\n");
    check_edit("- A\n- b\n", 0, "B", "- B\n- b\n");
    check_edit("A &amp; b\n", 0, "C & b", "C &amp; b\n");
    check_edit(
        "Text\n",
        0,
        "1. of *all* <b> [x](y) `z` a_b_c 3 * 4",
        "1\\. of \\*all\\* \\<b> \\[x\\](y) \\`z\\` a_b_c 3 * 4\n",
    );
    check_edit("Text\n", 0, "# no", "\\# no\n");
    check_edit("Text\n", 0, "- no &amp; yes", "\\- no \\&amp; yes\n");
    check_edit(
        "| a | b |\n|---|---|\n| c | d |\n",
        2,
        "x|y",
        "| a | b |\n|---|---|\n| x\\|y | d |\n",
    );
    check_edit(
        "---\ntitle: T\n---\n\nA\n",
        0,
        "Note: \"T\"",
        "---\ntitle: \"Note: \\\"T\\\"\"\n---\n\nA\n",
    );
    check_edit("[a](b \"T\") c\n", 1, "x \"y\"", "[a](b \"x \\\"y\\\"\") c\n");
    check_edit("<p title=\"a\">b</p>\n", 0, "x \"y\"", "<p title=\"x &quot;y&quot;\">b</p>\n");
}
