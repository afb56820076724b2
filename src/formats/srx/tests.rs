//! Rule files of others are read as far as they go.

use proptest::prelude::*;

use super::{Srx, read};
use crate::formats::FormatError;
use crate::model::Reading;

/// A file of these rules, of one language rule and a map for all.
fn srx(rules: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n\
         <header segmentsubflows=\"yes\" cascade=\"yes\">\
         <formathandle type=\"end\" include=\"yes\"/></header>\n<body><languagerules>\n\
         <languagerule languagerulename=\"all\">\n{rules}\n</languagerule>\n</languagerules>\n\
         <maprules><languagemap languagepattern=\".*\" languagerulename=\"all\"/></maprules>\
         </body></srx>"
    )
}

fn rule(kind: &str, before: &str, after: &str) -> String {
    format!(
        "<rule{kind}><beforebreak>{before}</beforebreak><afterbreak>{after}</afterbreak></rule>"
    )
}

/// How many segments the text of a file's rules has, and the lines and causes of problems.
fn check(file: &[u8], text: &str, segments: usize, problems: &[(usize, &str)]) -> Srx {
    let Reading { value, problems: found } = read(file).expect("a rule file");
    let pieces = value.rules.rules(&"en".parse().expect("en")).segments(text);
    assert_eq!(pieces.len(), segments, "{text}: {pieces:?}");
    assert_eq!(found.len(), problems.len(), "{found:#?}");
    for (problem, (line, cause)) in found.iter().zip(problems) {
        assert_eq!(problem.line, Some(*line), "{problem}");
        assert!(problem.cause.contains(cause), "{problem}");
    }
    value
}

#[test]
fn rules_are_read_with_their_defaults() {
    let rules = [rule(" break=\"no\"", "Dr\\.", "\\s"), rule("", "[.?!]", "\\s")].concat();
    let file = srx(&rules);
    let value = check(file.as_bytes(), "Dr. Moal came. He left.", 2, &[]);
    assert_eq!((value.version.as_str(), value.read, value.skipped), ("2.0", 2, 0));
    assert!(value.header.segments_subflows && value.rules.cascade);
    assert_eq!(value.header.format_handles, [("end".to_owned(), true)]);
    let wide: Vec<u8> = file
        .replace("?>", " encoding=\"UTF-16\"?>")
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    check(&[b"\xfe\xff", &*wide].concat(), "Dr. Moal came. He left.", 2, &[]);
    check(&[b"\xef\xbb\xbf", file.as_bytes()].concat(), "A. B", 2, &[]);
    let prefixed = file.replace("<srx xmlns", "<!DOCTYPE srx SYSTEM \"srx.dtd\">\n<s:srx xmlns:s");
    check(prefixed.replace("</srx>", "</s:srx>").as_bytes(), "A. B", 2, &[]);
    let empty = srx("<rule><beforebreak/><afterbreak>\\n</afterbreak></rule>\n<rule break='NO'/>");
    check(empty.as_bytes(), "a\nb. c", 2, &[]);
    let marked = srx(&rule("", "&lt;br\\d+/?&gt;<!-- a tag --><![CDATA[ ]]>", "."));
    check(marked.as_bytes(), "a<br1/> b<br2>c", 2, &[]);
}

#[test]
fn what_cannot_be_used_is_told_with_its_line() {
    let bad = [
        rule("", "[.", "\\s"),
        rule("", "\\.", "\\X"),
        rule("", "", ""),
        rule(" break=\"perhaps\"", "\\.", "\\s"),
    ];
    let file = srx(&bad.join("\n"));
    let problems = [
        (5, "the rule was not used"),
        (6, "\\X is not supported"),
        (7, "it would break everywhere"),
        (8, "neither yes nor no; taken as yes"),
    ];
    let value = check(file.as_bytes(), "A. B", 2, &problems);
    assert_eq!((value.read, value.skipped), (4, 3));
    let maps = srx(&rule("", "\\.", "\\s")).replace(
        "</maprules>",
        "\n<languagemap languagepattern=\"[\" languagerulename=\"all\"/>\
         \n<languagemap languagepattern=\"x\" languagerulename=\"none\"/></maprules>",
    );
    check(maps.as_bytes(), "A. B", 2, &[(9, "was not used"), (10, "\"none\"")]);
    let unnamed = srx(&rule("", "\\.", "\\s"))
        .replace("languagerulename=\"all\"/>", "languagerulename=\"x\"/>");
    check(unnamed.as_bytes(), "A. B", 1, &[(4, "hold for none"), (8, "not there")]);
    let torn = srx(&rule("", "\\.", "\\s"));
    let torn = torn.split("</languagerules>").next().expect("a head");
    check(torn.as_bytes(), "A. B", 1, &[(4, "hold for none"), (7, "the file ends inside")]);
}

#[test]
fn srx_1_0_has_sets_of_maps() {
    let map = |name: &str, pattern: &str| {
        format!(
            "<maprule maprulename=\"{name}\">\n\
             <languagemap languagepattern=\"{pattern}\" languagerulename=\"all\"/></maprule>"
        )
    };
    let file = srx(&rule(" break=\"yes\"", "\\.", "\\s"))
        .replace(" cascade=\"yes\"", "")
        .replace("version=\"2.0\"", "version=\"1.0\"")
        .replace(
            "<languagemap languagepattern=\".*\" languagerulename=\"all\"/>",
            &(map("Default", "EN.*") + &map("Other", ".*")),
        );
    let value = check(file.as_bytes(), "A. B", 2, &[(9, "\"Other\", was not used")]);
    assert!(value.version == "1.0" && !value.rules.cascade);
    assert!(value.rules.rules(&"fr".parse().expect("fr")).is_empty());
}

#[test]
fn what_is_no_rule_file_is_refused() {
    let refused = |bytes: &[u8]| read(bytes).expect_err("refused").to_string();
    assert_eq!(read(&b""[..]).expect_err("empty"), FormatError::Empty);
    assert!(refused(b"<tmx/>").contains("its first element is <tmx>"));
    assert!(refused(b"Bonjour").contains("no XML element"));
    assert!(refused(srx("").as_bytes()).contains("it has no rules"));
    assert!(refused(srx(&rule("", "(", "\\s")).as_bytes()).contains("no rule that can be used"));
}

proptest! {
    #[test]
    fn no_file_stops_the_reader(rules in "(<rule>|</rule>|<beforebreak>|</beforebreak>|a|\\(|&|\\\\)*") {
        if let Ok(reading) = read(srx(&rules).as_bytes()) {
            let pieces = reading.value.rules.rules(&"en".parse().expect("en")).segments("a. a a");
            prop_assert!(!pieces.is_empty());
        }
    }
}
