//! TMX of others is read as far as it goes; our own comes back whole.

use proptest::prelude::*;

use super::{Entry, Tmx, TmxUnit, Wanted, read, write};
use crate::formats::FormatError;
use crate::formats::testing::{revision, sample_memory};
use crate::model::{
    Context, Lang, Problem, Reading, Revision, Unit, UnitChange, UnitId, UnitRef, UnitStatus,
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
    check(&tmx("fr", &codes), &["Un=One"], &[(5, "3 inline codes")]);
    let note = pair("Un<ph type=\"fnote\">{<sub>note</sub>}</ph>", "One<ph type=\"lb\"/>1");
    check(&tmx("fr", &note), &["Un=One\n1"], &[(5, "2 inline codes")]);
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
    let written = write(&lang("fr"), &lang("en-GB"), entries.iter().copied());
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
    assert_eq!(write(&source, &target, [entry]).value, example);
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
