//! Codes of rows: shown, typed, carried over, told.

use super::carry::Carried;
use super::character::{MOST, Put, of, parted, place, with_codes};
use super::row::RowCodes;
use crate::memory::Between;
use crate::model::{Lang, PageFormat, Target, Timestamp};
use crate::workbench::env::Env;
use crate::workbench::intake::{Reading, Taught};
use crate::workbench::library::Library;
use crate::workbench::pages;
use crate::workbench::session::Session;

fn lang(tag: &str) -> Lang {
    tag.parse().expect("a language")
}

/// A session on an HTML page of these paragraphs, from French into English.
fn session(paragraphs: &[&str]) -> Session {
    let body = format!("<p>{}</p>\n", paragraphs.join("</p>\n<p>"));
    let page = format!("<!DOCTYPE html><html lang=fr><body><main>{body}</main></body></html>");
    let mut env = Env::fixed(Timestamp::UNIX_EPOCH, 7, "Anna");
    let reading = Reading { lang: Some(lang("fr")), ..Reading::default() };
    let imported = pages::import(
        (PageFormat::Html, None),
        page.into_bytes(),
        &reading,
        lang("en"),
        &Taught::default(),
        &mut env,
    );
    Session::new(imported.expect("a page").project, None, env)
}

/// A row's source or target with the labels of its codes in braces.
fn spelt(coded: &str, codes: &RowCodes) -> String {
    let spell = |letter: char| match place(letter) {
        Some(at) => codes.get(at).map_or_else(String::new, |code| format!("{{{}}}", code.label())),
        None => letter.to_string(),
    };
    coded.chars().map(spell).collect()
}

fn source(session: &Session, row: usize) -> String {
    let codes = session.codes(row);
    spelt(&session.coded_source(row, &codes), &codes)
}

fn target(session: &Session, row: usize) -> String {
    let codes = session.codes(row);
    spelt(&session.coded_target(row, &codes), &codes)
}

/// A text typed with codes by their labels in braces.
fn coded(session: &Session, row: usize, text: &str) -> String {
    let codes = session.codes(row);
    let mut coded = text.to_owned();
    for at in 0..codes.len() {
        let label = codes.get(at).expect("a code").label();
        let character = of(at).expect("a character").to_string();
        coded = coded.replace(&format!("{{{label}}}"), &character);
    }
    coded
}

#[test]
fn codes_go_into_a_text_and_come_out_of_it() {
    for (text, puts) in [
        ("", vec![(0, 0)]),
        ("aé漢", vec![(0, 1), (1, 0), (3, 2)]),
        ("ab", vec![(1, 3), (1, 1), (2, 0)]),
    ] {
        let puts: Vec<Put> = puts.into_iter().map(|(at, place)| Put { at, place }).collect();
        assert_eq!(parted(&with_codes(text, &puts), MOST), (text.to_owned(), puts), "{text}");
    }
    assert_eq!(of(MOST), None);
    assert_eq!(place('\u{10FFFE}'), None);
    assert_eq!(parted("a\u{10F005}b", 5), ("ab".to_owned(), vec![]), "there is no such code");
}

#[test]
fn a_source_shows_its_codes_by_their_names() {
    let session =
        session(&["Un <b>mot</b> et un <b>autre</b>.", "Voir <a href=x>ici</a><img src=y>."]);
    assert_eq!(source(&session, 0), "Un {‹b1}mot{b1›} et un {‹b2}autre{b2›}.");
    let codes = session.codes(1);
    assert_eq!(codes.len(), 3);
    assert_eq!(codes.get(0).map(super::RowCode::label).as_deref(), Some("‹a"));
}

#[test]
fn what_is_typed_moves_and_deletes_codes_and_the_next_one_is_the_first_that_lacks() {
    let mut session = session(&["Le ministre a <b>signé</b> l'accord."]);
    let next = |session: &Session| {
        let coded = session.coded_target(0, &session.codes(0));
        session.next_code(&coded).and_then(place)
    };
    assert_eq!(next(&session), Some(0));
    session.type_coded(&coded(&session, 0, "{‹b}")).expect("typed");
    assert_eq!(target(&session, 0), "{‹b}", "a code alone stays");
    assert_eq!(next(&session), Some(1));
    session.type_coded(&coded(&session, 0, "The Minister {‹b}signed{b›} it.")).expect("typed");
    assert_eq!(target(&session, 0), "The Minister {‹b}signed{b›} it.");
    assert_eq!(session.beads()[0].target_text(), "The Minister signed it.");
    assert_eq!((next(&session), session.code_fault(0)), (None, None));
    session.type_coded(&coded(&session, 0, "He {‹b}signed it.")).expect("typed");
    assert_eq!(target(&session, 0), "He {‹b}signed it.");
    let fault = session.code_fault(0).expect("one lacks");
    assert_eq!((fault.missing, fault.doubled), (vec![1], vec![]));
    session.type_coded(&coded(&session, 0, "He {‹b}{‹b}signed{b›}.")).expect("typed");
    let fault = session.code_fault(0).expect("one is there twice");
    assert_eq!((fault.missing, fault.doubled), (vec![], vec![0]));
    session.type_coded("").expect("typed");
    assert!(session.beads()[0].target.is_open());
}

#[test]
fn codes_are_carried_where_they_are_certain() {
    let mut wrong = Vec::new();
    for (source, target, expected) in [
        // The same word, the same number, a date in its own form.
        (
            "Visite de <b>Baku</b> demain.",
            "Visit to Baku tomorrow.",
            "Visit to {‹b}Baku{b›} tomorrow.",
        ),
        ("Il a <b>28</b> ans.", "He is 28 years old.", "He is {‹b}28{b›} years old."),
        (
            "Le <b>12 mars 2026</b> à Paris.",
            "On 12 March 2026 in Paris.",
            "On {‹b}12 March 2026{b›} in Paris.",
        ),
        // Round all but the final mark; what is round all of a paragraph is none of its codes.
        ("<b>Il est venu.</b>", "He came.", "He came."),
        ("<b>Il est venu</b>.", "He came.", "{‹b}He came{b›}."),
        // At the end, before the final mark, behind a word.
        ("Il est venu<img src=x>.", "He came.", "He came{image}."),
        ("Paris<img src=x> est loin.", "It is far to Paris.", "It is far to Paris{image}."),
        // Another word, or the same one twice: nothing is guessed.
        ("Il a <b>signé</b>.", "He signed.", "He signed."),
        ("<b>Paris</b> et Paris.", "Paris and Paris.", "Paris and Paris."),
        ("Il aime <b>Paris</b>.", "Parisian love.", "Parisian love."),
        // Two pairs, one of them certain.
        ("<i>Oui</i> à <b>Rome</b>.", "Yes to Rome.", "Yes to {‹b}Rome{b›}."),
    ] {
        let session = session(&[source]);
        let codes = session.codes(0);
        let bead = session.beads()[0].clone();
        let (text, put) = codes.in_source(session.project(), session.rows(), &bead);
        let (fr, en) = (lang("fr"), lang("en"));
        let between = Between { source: &fr, target: &en };
        let (source_text, put) = (text.as_str(), put.as_slice());
        let carried = Carried { source: source_text, put, codes: &codes, between, today: None };
        let found = with_codes(target, &carried.into_target(target));
        let found = spelt(&found, &codes);
        if found != expected {
            wrong.push((source, found, expected));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn a_copied_source_has_its_codes_and_identical_rows_get_theirs() {
    let mut session = session(&["Un <b>mot</b>.", "<br><i>x</i> y.", "Un <i>mot</i>."]);
    session.copy_source().expect("copied");
    assert_eq!(target(&session, 0), "Un {‹b}mot{b›}.");
    session.type_coded(&coded(&session, 0, "One {‹b}word{b›}.")).expect("typed");
    let mut other = session.beads()[2].clone();
    other.target = Target::draft("One word.", other.number, session.env.ids());
    let like = session.beads()[0].clone();
    session.carry_codes_from(&like, &mut other);
    let tags: Vec<_> = other.target.segments()[0].segment.tags.iter().collect();
    assert_eq!(tags.len(), 2);
    assert_eq!((tags[0].at, tags[1].at), (4, 8));
}

#[test]
fn a_row_over_two_paragraphs_tells_what_the_second_one_loses() {
    let mut session = session(&["Un <b>mot</b> dit", "et un <i>autre</i> ici."]);
    let files = std::sync::Arc::new(crate::store::testing::MemoryFiles::new());
    let mut library = Library::new(files, std::path::PathBuf::from("/home"));
    session.join_next(&mut library).expect("joined");
    assert_eq!(source(&session, 0), "Un {‹b}mot{b›} dit et un {‹i}autre{i›} ici.");
    session.type_coded(&coded(&session, 0, "A {‹b}word{b›} and {‹i}another{i›}.")).expect("typed");
    assert_eq!(target(&session, 0), "A {‹b}word{b›} and another.", "it can have no other's codes");
    let fault = session.code_fault(0).expect("they are told");
    let codes = session.codes(0);
    assert_eq!(codes.labels(&fault.missing), "‹i i›");
    let faults = pages::faults(session.project(), &session.project().translations[0]);
    assert_eq!(
        faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["row 1: missing: i, /i"]
    );
}
