//! Rules, maps and texts.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

fn rule(before: &str, after: &str, breaks: bool) -> Rule {
    Rule::new(before, after, breaks).expect(before)
}

fn set(cascade: bool, groups: Vec<(&str, Vec<Rule>)>, maps: &[(&str, &str)]) -> RuleSet {
    let groups =
        groups.into_iter().map(|(name, rules)| Group { name: name.to_owned(), rules }).collect();
    let maps = maps.iter().map(|(p, g)| LanguageMap::new(p, g).expect(p)).collect();
    RuleSet { cascade, groups, maps }
}

/// A set as the files have them: exceptions of a language, breaks of all.
fn usual(cascade: bool) -> RuleSet {
    let english = vec![
        rule(r"\b(Dr|Mr)\.", r"\s", false),
        rule(r"(?<=\bno)\.", r"\h+(?=\d)", false),
        rule(r"\b[A-Z]++\.", r"\s", false),
    ];
    let all = vec![rule(r"[.?!]+[\p{Pe}\p{Pf}\u0022]*", r"\s", true), rule("\n", "", true)];
    let maps = [("EN.*", "english"), (".*", "all")];
    set(cascade, vec![("english", english), ("all", all)], &maps)
}

static CASCADE: LazyLock<RuleSet> = LazyLock::new(|| usual(true));
static FIRST_MAP: LazyLock<RuleSet> = LazyLock::new(|| usual(false));

fn cut(set: &RuleSet, lang: &str, text: &str) -> String {
    let pieces = set.rules(&lang.parse().expect(lang)).segments(text);
    let part =
        |range: &std::ops::Range<usize>| text.get(range.clone()).expect("between characters");
    let parts = pieces.iter().map(|p| format!("{}|{}", part(&p.range), part(&p.after)));
    let joined: String = parts.collect();
    let (cut, last) = joined.rsplit_once('|').unwrap_or_default();
    [cut, last].concat()
}

#[test]
fn the_first_rule_that_matches_decides() {
    let set = usual(true);
    assert_eq!(cut(&set, "en", "Dr. Moal came. He left."), "Dr. Moal came.| He left.");
    assert_eq!(cut(&set, "en-GB", "See no. 5. Or not!) Yes"), "See no. 5.| Or not!)| Yes");
    assert_eq!(cut(&set, "en", "The UN. Said. A"), "The UN. Said.| A");
    assert_eq!(cut(&set, "fr", "Dr. Moal vint. Il part."), "Dr.| Moal vint.| Il part.");
    assert_eq!(cut(&set, "en", "one\ntwo\n\n\nthree"), "one|\ntwo|\n\n\nthree");
    assert_eq!(cut(&set, "en", "  lead. End.  "), "  lead.| End.  ");
}

#[test]
fn without_a_cascade_the_first_map_alone_holds() {
    let set = usual(false);
    assert_eq!(cut(&set, "en", "It came. He left."), "It came. He left.");
    assert_eq!(cut(&set, "fr", "Il vint. Il part."), "Il vint.| Il part.");
    assert_eq!(set.rules(&"en_US".parse().expect("a tag")).len(), 3);
}

#[test]
fn a_language_pattern_has_no_case_and_matches_whole_tags() {
    let groups = || vec![("a", vec![rule(r"\.", r"\s", true)])];
    for (pattern, tag, fits) in [
        ("FR.*", "fr-CA", true),
        ("fr_CA", "fr-CA", true),
        ("[Ff][Rr]", "fr-CA", true), // by the primary language
        ("F", "fr", false),
        ("(?:EN|DE)(-.*)?", "de-AT", true),
    ] {
        let set = set(true, groups(), &[(pattern, "a")]);
        assert_eq!(!set.rules(&tag.parse().expect(tag)).is_empty(), fits, "{pattern} {tag}");
    }
}

#[test]
fn empty_patterns_match_anything() {
    let all = vec![rule("", r"\s-", false), rule("", r"\s", true), rule(";", "", true)];
    let set = set(true, vec![("a", all)], &[(".*", "a")]);
    assert_eq!(cut(&set, "en", "a b;c -d"), "a| b;|c -d");
    assert!(Rule::new("", "", true).is_err());
    let none = vec![rule("", "", false), rule(r"\.", r"\s", true)];
    let set = self::set(true, vec![("a", none)], &[(".*", "a")]);
    assert_eq!(cut(&set, "en", "A. B."), "A. B.");
}

#[test]
fn what_stands_around_the_place_is_seen_by_both_patterns() {
    for (before, after, text, expected) in [
        (r"\.(?=\s\p{Lu})", r"\s", "a. b. C", "a. b.| C"),
        (r"\.", r"(?<!x\.)\s", "x. y. z", "x. y.| z"),
        (r"^\d+\)", r"\s", "1) a 2) b", "1)| a 2) b"),
        (r"..", r"\s", "abc def", "abc| def"),
        (r"\w+[.]+", r"\s", "abc... def", "abc...| def"),
        (r"(a)\1\.", r"\s", "aa. a. b", "aa.| a. b"),
        (r"\d\b", r"\s", "1 a1 b", "1| a1| b"),
        (r"\.", r"\s+$", "a. b. ", "a. b. "),
    ] {
        let set = set(true, vec![("a", vec![rule(before, after, true)])], &[(".*", "a")]);
        assert_eq!(cut(&set, "en", text), expected, "{before} {after}");
    }
}

#[test]
fn the_time_is_linear_whatever_is_repeated() {
    let rules = CASCADE.rules(&"en".parse().expect("en"));
    for unit in ["a. ", "a.a", "A", "\n", " ", "Dr. ", "no. 5", "….\"", "中。"] {
        let text = unit.repeat(100_000 / unit.len());
        let before = std::time::Instant::now();
        assert!(!rules.segments(&text).is_empty());
        assert!(before.elapsed().as_secs() < 10, "{unit:?}: {:?}", before.elapsed());
    }
}

proptest! {
    #[test]
    fn segments_rejoin_to_the_text(
        text in "\\PC{0,80}|[a-zA-Z .!?\"\n\r0-9]{0,80}|[\u{0}\u{300}\u{202E}a. \n。]{0,60}",
        lang in "en|fr",
        cascade: bool,
    ) {
        let set = if cascade { &*CASCADE } else { &*FIRST_MAP };
        let mut end = 0;
        for piece in set.rules(&lang.parse().expect("a tag")).segments(&text) {
            prop_assert_eq!(piece.range.start, end);
            prop_assert_eq!(piece.after.start, piece.range.end);
            prop_assert!(!piece.range.is_empty() || piece.after.end == text.len());
            prop_assert!(text.get(piece.range.clone()).is_some());
            let after = text.get(piece.after.clone()).expect("between characters");
            prop_assert!(after.chars().all(char::is_whitespace));
            end = piece.after.end;
        }
        prop_assert_eq!(end, text.len());
    }
}
