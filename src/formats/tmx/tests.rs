//! TMX of others is read as far as it goes; our own comes back whole.

use proptest::prelude::*;

use super::{Entry, Level, PairCount, Tmx, TmxUnit, Wanted, pairs, read, write};
use crate::formats::FormatError;
use crate::formats::testing::{revision, sample_memory};
use crate::model::{
    Context, Lang, Problem, Reading, Revision, Unit, UnitChange, UnitId, UnitRef, UnitStatus,
    UnitTag, UnitTags,
};

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a language tag")
}

fn read_any(text: &str) -> Result<Reading<Tmx>, FormatError> {
    read(text.as_bytes(), Wanted::default())
}

/// A TMX of one header language and these `tu` elements.
fn tmx(srclang: &str, units: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">\n\
         <header srclang=\"{srclang}\"/>\n<body>\n{units}\n</body>\n</tmx>\n"
    )
}

fn pair(source: &str, target: &str) -> String {
    format!(
        "<tu><tuv xml:lang=\"fr\"><seg>{source}</seg></tuv>\
         <tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu>"
    )
}

/// Units as `source=target`.
fn check(text: &str, expected: &[&str], problems: &[(usize, &str)]) {
    let Reading { value, problems: found } =
        read_any(text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let units: Vec<String> =
        value.units.iter().map(|u| format!("{}={}", u.unit.source, u.unit.target)).collect();
    assert_eq!(units, expected, "{text}");
    let told = |(problem, (line, cause)): (&Problem, &(usize, &str))| {
        problem.line.unwrap_or(0) == *line && problem.cause.contains(cause)
    };
    assert!(
        found.len() == problems.len() && found.iter().zip(problems).all(told),
        "{found:#?}\nshould be {problems:?}\n{text}"
    );
}

#[test]
fn texts_are_read_whatever_their_markup() {
    check(&tmx("fr", &pair("Un &amp; deux", "One &#38; two")), &["Un & deux=One & two"], &[]);
    check(&tmx("FR", &pair("\n  Un\n ", " One ")), &["Un= One "], &[]);
    check(&tmx("fr", &pair("Un <hi>mot</hi>", "A <![CDATA[word]]>")), &["Un mot=A word"], &[]);
    let codes = pair("<bpt i=\"1\">&lt;b></bpt>Un<ept i=\"1\">&lt;/b></ept>", "<it>x</it>One");
    check(&tmx("fr", &codes), &["Un=One"], &[]);
    let note = pair("Un<ph type=\"fnote\">{<sub>note</sub>}</ph>", "One<ph type=\"lb\"/>1");
    check(&tmx("fr", &note), &["Un=One\n1"], &[]);
    let old = pair("Un", "One").replace("xml:lang", "lang");
    check(&tmx("fr", &old), &["Un=One"], &[]);
    check(&tmx("fr", &pair("&nbsp;", "One")), &["&nbsp;=One"], &[(5, "not defined")]);
}

#[test]
fn bad_units_are_told_and_the_others_used() {
    let good = pair("Un", "One");
    let with = |bad: &str| tmx("fr", &format!("{good}\n{bad}\n{good}"));
    let two = ["Un=One", "Un=One"];
    check(&with("<tu><tuv xml:lang=\"fr\"><seg>A</seg></tuv></tu>"), &two, &[(6, "no text in en")]);
    check(&with(&pair("A", " ")), &two, &[(6, "no text in en")]);
    check(&with("<tu/>"), &two, &[(6, "no text in fr")]);
    let no_seg = pair("A", "B").replace("<seg>B</seg>", "");
    check(&with(&no_seg), &two, &[(6, "has no <seg>"), (6, "no text in en")]);
    let tags = with(&pair("A", "B").replace("\"en\"", "\"x\""));
    check(&tags, &two, &[(6, "not a language tag"), (6, "no text in en")]);
    check(&with(&pair("a < b > c", "B")), &two, &[(6, "&lt;"), (6, "not closed")]);
    let open = "<tu><tuv xml:lang=\"fr\"><seg>A<tuv xml:lang=\"en\"><seg>B</seg></tuv></tu>";
    let reading = read_any(&with(open)).expect("a TMX");
    assert!(reading.value.units.len() >= 2 && !reading.problems.is_empty());
    let deep = pair(&"<hi>".repeat(300), "B");
    let reading = read_any(&with(&deep)).expect("a TMX");
    assert_eq!((reading.value.units.len(), reading.value.skipped), (2, 1));
    check(
        &with(&pair("A\u{b}&#1;", "B")),
        &["Un=One", "A=B", "Un=One"],
        &[(6, "left out"), (6, "left out")],
    );
}

#[test]
fn a_file_that_ends_early_gives_what_it_has() {
    let text = tmx("fr", &[pair("Un", "One"), pair("Deux", "Two")].join("\n"));
    let cut = text.find("Two").expect("the text");
    let part = text.get(..cut).expect("a boundary");
    let inside = (6, "the file ends inside <seg>");
    check(part, &["Un=One"], &[(6, "skipped: the file ends"), inside]);
    for end in (text.find("</tu>").expect("a unit") + 5..text.len()).filter_map(|e| text.get(..e)) {
        let reading = read_any(end).expect("a TMX");
        assert!(!reading.value.units.is_empty());
        let whole = end.trim_end().ends_with("</tmx>");
        assert_eq!(reading.problems.is_empty(), whole, "{end}\n{:?}", reading.problems);
    }
}

#[test]
fn the_pair_is_the_headers_language_and_the_only_other_one() {
    let tu = |langs: &[&str]| {
        let variant = |l: &&str| format!("<tuv xml:lang=\"{l}\"><seg>{l}</seg></tuv>");
        format!("<tu>{}</tu>", langs.iter().map(variant).collect::<String>())
    };
    let check = |srclang: &str, langs: &[&str], wanted: [&str; 2], expected: Result<&str, &str>| {
        let text = tmx(srclang, &tu(langs));
        let [source, target] = wanted.map(|tag| tag.parse::<Lang>().ok());
        let wanted = Wanted { source: source.as_ref(), target: target.as_ref() };
        let found = read(text.as_bytes(), wanted);
        let shown = found.map(|reading| {
            let unit = &reading.value.units[0].unit;
            assert_eq!(unit.source, reading.value.source.as_str());
            format!("{}={}", unit.source, unit.target)
        });
        match (shown, expected) {
            (Ok(shown), Ok(expected)) => assert_eq!(shown, expected),
            (Err(error), Err(expected)) => {
                let error = error.to_string();
                assert!(error.contains(expected), "{error}\n{expected}");
            }
            (shown, _) => panic!("{langs:?} {wanted:?}: {shown:?}, expected {expected:?}"),
        }
    };
    check("en", &["fr", "en"], ["", ""], Ok("en=fr"));
    check("EN-us", &["fr", "en-GB"], ["", ""], Ok("en-GB=fr"));
    check("en", &["fr", "en", "ru"], ["", ""], Err("more than one language beside en"));
    check("en", &["fr", "en", "ru"], ["", ""], Err("the file has en, fr, ru"));
    check("en", &["fr", "en", "ru"], ["", "ru"], Ok("en=ru"));
    check("en", &["fr", "en", "ru"], ["ru", "fr"], Ok("ru=fr"));
    check("en", &["fr", "en", "ru"], ["ru", ""], Err("more than one"));
    check("en", &["fr-CA", "fr-FR", "en"], ["", "fr"], Ok("en=fr-CA"));
    check("en", &["en", "de"], ["", "en"], Ok("de=en"));
    check("*all*", &["fr", "en"], ["", ""], Ok("fr=en"));
    check("", &["fr", "en", "ru"], ["", ""], Err("names no source language"));
    check("", &["fr", "en", "ru"], ["", "en"], Err("more than one"));
    check("en-US", &["en-GB", "en-US"], ["", ""], Ok("en-US=en-GB"));
    check("en", &["en"], ["", ""], Err("no other language than en"));
    check("en", &["fr", "en"], ["de", ""], Err("no text in de"));
}

#[test]
fn the_pairs_of_a_file_are_counted() {
    let unit = |langs: &[&str]| {
        let variant = |l: &&str| format!("<tuv xml:lang=\"{l}\"><seg>{l}</seg></tuv>");
        format!("<tu>{}</tu>", langs.iter().map(variant).collect::<String>())
    };
    let check = |srclang: &str, expected: &[&str]| {
        let units =
            [unit(&["fr", "en"]), unit(&["en", "ru", "fr"]), unit(&["en", "ru"]), unit(&["en"])];
        let found = pairs(tmx(srclang, &units.concat()).as_bytes()).expect("a TMX");
        let shown = |pair: &PairCount| format!("{}-{} {}", pair.source, pair.target, pair.units);
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected);
    };
    check("fr", &["fr-en 2", "fr-ru 1", "en-ru 2"]);
    check("*all*", &["en-fr 2", "en-ru 2", "fr-ru 1"]);
    check("RU-ru", &["ru-en 2", "ru-fr 1", "en-fr 2"]);
}

#[test]
fn several_targets_are_several_units() {
    let extra = "<tuv xml:lang=\"en\"><seg>Other</seg></tuv></tu>";
    let text = tmx("fr", &pair("Un", "One").replace("</tu>", extra));
    check(&text, &["Un=One", "Un=Other"], &[]);
}

#[test]
fn who_and_when_come_from_the_target_and_then_the_unit() {
    let text = tmx(
        "fr",
        "<tu tuid=\"7\" creationid=\"a\" changedate=\"20310101T000000Z\"><prop type=\"prev\">Avant</prop>\
         <tuv xml:lang=\"fr\" changeid=\"b\"><seg>Un</seg></tuv>\
         <tuv xml:lang=\"en\" creationdate=\"20310312T090000Z\"><seg>One</seg></tuv></tu>",
    );
    let Tmx { units, .. } = read_any(&text).expect("a TMX").value;
    let [TmxUnit { id, at, unit, line: 5 }] = units.as_slice() else { panic!("{units:?}") };
    assert_eq!((id.as_deref(), unit.author.as_str()), (Some("7"), "a"));
    assert_eq!(at.map(|at| at.to_string()).as_deref(), Some("2031-03-12T09:00:00Z"));
    assert_eq!((unit.status, unit.origin.as_str()), (UnitStatus::Translated, "TMX import"));
    assert_eq!(unit.context.before, Context::between(Some("Avant"), None).before);
}

#[test]
fn utf_16_and_legacy_files_are_read() {
    let text = tmx("fr", &pair("Été", "Summer"));
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let old = text.replacen("?>", " encoding=\"windows-1252\"?>", 1);
    let old = encoding_rs::WINDOWS_1252.encode(&old).0.into_owned();
    let marked = [b"\xfe\xff", &*wide].concat();
    for bytes in [wide, marked, old, [b"\xef\xbb\xbf", text.as_bytes()].concat()] {
        let reading = read(&*bytes, Wanted::default()).expect("a TMX");
        assert_eq!(reading.value.units[0].unit.source, "Été");
        assert_eq!(reading.problems, []);
    }
}

/// The codes of a text, one after the other: `place kind pair id sort code`.
fn shown(tags: &[UnitTag]) -> Vec<String> {
    let one = |tag: &UnitTag| {
        let UnitTag { at, kind, pair, id, sort, code, subs } = tag;
        let subs: Vec<_> = subs.iter().map(|sub| format!(" {}+{}", sub.at, sub.len)).collect();
        let subs = subs.concat();
        let words = [pair, id, sort, code].map(String::as_str);
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        format!("{at} {kind:?} {}{subs}", words.join(" "))
    };
    tags.iter().map(one).collect()
}

/// Reads the two texts of a unit, expects these codes, and the same texts and codes when
/// they are written again, in a form that says the same.
fn check_codes(source: &str, target: &str, expected: [&[&str]; 2], again: Option<&str>) {
    let reading = read_any(&tmx("fr", &pair(source, target))).expect("a TMX");
    let [TmxUnit { unit, .. }] = reading.value.units.as_slice() else { panic!("{reading:?}") };
    let found = [shown(&unit.tags.source), shown(&unit.tags.target)];
    assert_eq!(found, expected.map(<[&str]>::to_vec), "{source}");
    let entry =
        Entry { id: UnitId::from_bits(1), at: sample_memory().revisions[0].at, unit: unit.into() };
    let written = write(&lang("fr"), &lang("en"), Level::Tags, [entry]).value;
    if let Some(again) = again {
        assert!(written.contains(&format!("<seg>{again}</seg>")), "{written}");
    }
    let back = read_any(&written).expect("our own TMX");
    assert_eq!(back.problems, [], "{written}");
    let back = &back.value.units[0].unit;
    assert_eq!((&back.source, &back.target), (&unit.source, &unit.target), "{written}");
    if again.is_none() {
        assert_eq!(back.tags, unit.tags, "{written}");
    }
}

#[test]
fn inline_codes_are_kept_and_come_back() {
    check_codes(
        "Un <bpt i=\"1\" x=\"2\" type=\"bold\">&lt;b></bpt>mot<ept i=\"1\">&lt;/b></ept>.",
        "<it pos=\"end\" x='1'>]</it>A <hi type=\"term\">word</hi>.<ut>{x}</ut>",
        [
            &["3 Open 1 2 bold <b>", "6 Close 1 </b>"],
            &["0 CloseLone 1 ]", "2 MarkStart term", "6 MarkEnd ", "7 Unknown {x}"],
        ],
        None,
    );
    check_codes(
        "Note<ph type=\"fnote\">{é <sub>la note</sub>}</ph>, fin",
        "\n  <ph/>Line<ph type=\"lb\">&lt;br/></ph>end\n",
        [&["4 Alone fnote {é la note} 3+7"], &["0 Alone ", "4 Alone lb <br/>"]],
        None,
    );
    // Codes that stand in no other order than the file's, and at one place.
    check_codes(
        "<bpt i=\"0\"/><bpt i=\"1\"/>a<ept i=\"0\"/><ept i=\"1\"/>",
        "<ph x=\"1\"/><ph x=\"2\"/>b",
        [&["0 Open 0", "0 Open 1", "1 Close 0", "1 Close 1"], &["0 Alone 1", "0 Alone 2"]],
        None,
    );
}

#[test]
fn codes_without_their_other_half_are_written_as_valid_tmx() {
    check_codes(
        "a<bpt i=\"3\">[</bpt>b",
        "c<ept i=\"4\">]</ept>",
        [&["1 Open 3 ["], &["1 Close 4 ]"]],
        Some("a<it pos=\"begin\">[</it>b"),
    );
    check_codes(
        "a<bpt>[</bpt>b<ept>]</ept>",
        "c",
        [&["1 Open [", "2 Close ]"], &[]],
        Some("a<bpt i=\"1000\">[</bpt>b<ept i=\"1000\">]</ept>"),
    );
}

#[test]
fn level_1_leaves_codes_out_and_tells() {
    let reading =
        read_any(&tmx("fr", &pair("U<ph>{}</ph>n", "O<ph type=\"lb\"/>ne"))).expect("a TMX");
    let at = sample_memory().revisions[0].at;
    let unit = &reading.value.units[0].unit;
    let entry = Entry { id: UnitId::from_bits(1), at, unit: unit.into() };
    let written = write(&lang("fr"), &lang("en"), Level::Text, [entry]);
    assert!(written.value.contains("<seg>Un</seg>"), "{}", written.value);
    assert!(written.value.contains("<seg>O\nne</seg>"), "{}", written.value);
    let [problem] = written.problems.as_slice() else { panic!("{:?}", written.problems) };
    assert!(problem.cause.starts_with("2 inline codes"), "{problem}");
}

#[test]
fn a_text_of_nothing_but_codes_stays_small() {
    let many = "<ph/>".repeat(200_000);
    let text = tmx("fr", &format!("{}\n{}", pair(&format!("A{many}b"), "B"), pair("Un", "One")));
    check(&text, &["Un=One"], &[(5, "longer than 1 MB")]);
}

#[test]
fn what_is_no_tmx_is_refused() {
    let check = |text: &str, expected: &str| {
        let error = read_any(text).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}");
    };
    check("", "empty");
    check("<xliff/>", "first element is <xliff>");
    check("Bonjour", "not a TMX file");
    check(&tmx("fr", ""), "no usable text");
}

/// The entries of a memory's revisions.
fn entries(revisions: &[Revision]) -> Vec<Entry<'_>> {
    revisions
        .iter()
        .filter_map(|revision| match &revision.change {
            UnitChange::Put(unit) => {
                Some(Entry { id: revision.unit, at: revision.at, unit: unit.into() })
            }
            UnitChange::Delete { .. } => None,
        })
        .collect()
}

fn check_round_trip(entries: &[Entry<'_>]) {
    let written = write(&lang("fr"), &lang("en-GB"), Level::Tags, entries.iter().copied());
    let reading = read(written.value.as_bytes(), Wanted::default()).expect("our own TMX");
    assert_eq!(reading.problems, [], "{}", written.value);
    let expected: Vec<(UnitId, UnitRef<'_>)> =
        entries.iter().map(|entry| (entry.id, entry.unit)).collect();
    let id = |unit: &TmxUnit| unit.id.as_ref().and_then(|id| id.parse().ok()).expect("our id");
    let found: Vec<(UnitId, UnitRef<'_>)> =
        reading.value.units.iter().map(|unit| (id(unit), (&unit.unit).into())).collect();
    assert_eq!(found, expected, "{}", written.value);
    let times: Vec<_> = reading.value.units.iter().map(|unit| unit.at).collect();
    assert_eq!(times, entries.iter().map(|entry| Some(entry.at)).collect::<Vec<_>>());
}

#[test]
fn our_own_comes_back() {
    check_round_trip(&entries(&sample_memory().revisions));
}

#[test]
fn what_xml_cannot_hold_is_told() {
    let unit = Unit::plain("a\u{b}b", "c", UnitStatus::Draft);
    let at = sample_memory().revisions[0].at;
    let written = write(
        &lang("fr"),
        &lang("en"),
        Level::Tags,
        [Entry { id: UnitId::from_bits(1), at, unit: (&unit).into() }],
    );
    assert!(written.value.contains("<seg>ab</seg>"));
    assert_eq!(written.problems.len(), 1);
}

#[test]
fn the_example_of_the_document_is_what_we_write() {
    let document = include_str!("../../../docs/formats/tmx.md");
    let example = document.split("```").nth(1).and_then(|block| block.strip_prefix("xml\n"));
    let example = example.expect("an example");
    let Tmx { source, target, units, .. } = read_any(example).expect("a TMX").value;
    let [TmxUnit { id: Some(id), at: Some(at), unit, .. }] = units.as_slice() else {
        panic!("{units:?}")
    };
    let entry = Entry { id: id.parse().expect("our id"), at: *at, unit: unit.into() };
    assert_eq!(write(&source, &target, Level::Tags, [entry]).value, example);
}

proptest! {
    #[test]
    fn any_unit_comes_back(revisions in proptest::collection::vec(revision(), 1..4)) {
        let allowed = |text: &mut String| {
            text.retain(|c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..));
        };
        let mut revisions = revisions;
        for revision in &mut revisions {
            let UnitChange::Put(unit) = &mut revision.change else { continue };
            for text in [&mut unit.source, &mut unit.target] {
                allowed(text);
                text.push('.');
            }
            let UnitTags { source, target } = &mut unit.tags;
            for (tags, text) in [(source, &unit.source), (target, &unit.target)] {
                for tag in &mut *tags {
                    tag.at = tag.at.min(text.chars().count());
                    allowed(&mut tag.code);
                    tag.id.clear();
                    tag.subs.retain(|_| !tag.code.is_empty());
                }
                tags.sort_by_key(|tag| tag.at);
            }
            let props = [&mut unit.approver, &mut unit.release, &mut unit.issuer, &mut unit.origin];
            for text in props.into_iter().chain([&mut unit.author]) {
                allowed(text);
                *text = text.trim().to_owned();
            }
        }
        let entries = entries(&revisions);
        prop_assume!(!entries.is_empty());
        check_round_trip(&entries);
    }
}
