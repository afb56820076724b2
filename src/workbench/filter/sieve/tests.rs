//! Filters on a small release: what is shown, what is counted, where one goes.

use super::*;
use crate::workbench::library::Library;
use crate::workbench::testing::release;

const TEXT: &str = "Déclaration du ministre\n\nNous avons signé un accord. Je vous remercie.\n\n\
                    L’accord entre en vigueur. Je vous remercie. Le « a.c » reste.\n";

fn session() -> Session {
    release(TEXT, false)
}

fn shown(session: &Session) -> Vec<usize> {
    (0..session.beads().len()).filter(|&row| session.is_shown(row)).collect()
}

fn filter(text: &str, regex: bool) -> Filter {
    Filter { text: text.to_owned(), regex, ..Filter::default() }
}

fn value(session: &Session, facet: Facet, name: &str) -> Value {
    let values = session.sieve().found().values.get(&facet).expect("the facet is offered");
    values.keys().find(|value| value.name == name).cloned().expect("the value is listed")
}

fn count(session: &Session, facet: Facet, name: &str) -> usize {
    let value = value(session, facet, name);
    session.sieve().found().values[&facet][&value]
}

#[test]
fn words_are_found_whatever_their_case_and_accents() {
    let mut session = session();
    assert_eq!(session.beads().len(), 6, "the text has six sentences");
    for (text, regex, expected) in [
        ("ACCORD", false, vec![1, 3]),
        ("signe accord", false, vec![1]),
        ("declaration", false, vec![0]),
        ("a.c", false, vec![5]),
        ("^je", true, vec![2, 4]),
        ("e[.]$", true, vec![2, 4, 5]),
        ("nowhere", false, vec![]),
    ] {
        session.set_filter(filter(text, regex));
        let found = session.sieve().found();
        assert_eq!(found.rows, expected.len(), "{text}: {:?}", shown(&session));
        // Where nothing is found the active row stays in sight.
        let expected = if expected.is_empty() { vec![session.row()] } else { expected };
        assert_eq!(shown(&session), expected, "{text}");
    }
    session.set_filter(filter("(", true));
    assert_eq!(shown(&session).len(), 6);
    let problem = session.sieve().found().problem.clone();
    assert_eq!(problem.as_deref(), Some("not a regular expression: unclosed group"));
    session.drop_filter();
    assert_eq!(shown(&session).len(), 6);
}

#[test]
fn choices_are_counted_with_everything_else_as_it_is() {
    let mut session = session();
    session.select(1);
    session.type_target("We signed an agreement.").expect("it can be typed");
    session.refresh_filter();
    assert_eq!(count(&session, Facet::State, "draft"), 1);
    assert_eq!(count(&session, Facet::State, "open"), 5);
    assert_eq!(count(&session, Facet::Repetition, "first of several"), 1);
    assert_eq!(count(&session, Facet::Author, "Anna"), 1);
    assert_eq!(count(&session, Facet::Date, "2026-03-12"), 1);
    assert_eq!(count(&session, Facet::Changed, "since opening"), 1);
    let open = value(&session, Facet::State, "open");
    let mut by = filter("accord", false);
    by.toggle(Facet::State, &open);
    session.set_filter(by.clone());
    assert_eq!(shown(&session), [3]);
    // The other states are counted as if they were chosen instead.
    assert_eq!(count(&session, Facet::State, "draft"), 1);
    assert_eq!(count(&session, Facet::Author, "Anna"), 0);
    by.toggle(Facet::State, &open);
    session.set_filter(by);
    assert_eq!(shown(&session), [1, 3]);
}

#[test]
fn an_edited_row_stays_until_the_filter_is_refreshed() {
    let mut session = session();
    let library = Library::new(std::sync::Arc::new(crate::store::Disk), std::path::PathBuf::new());
    session.refresh_filter();
    let open = value(&session, Facet::State, "open");
    let mut by = Filter::default();
    by.toggle(Facet::State, &open);
    session.set_filter(by);
    session.select(2);
    session.type_target("Thank you.").expect("it can be typed");
    assert!(session.is_shown(2));
    session.enter(3, &library).expect("entered");
    assert!(session.is_shown(2), "it stays while the filter does");
    session.refresh_filter();
    assert!(!session.is_shown(2));
}

#[test]
fn going_to_a_hidden_row_shows_it_and_open_rows_are_those_shown() {
    let mut session = session();
    session.set_filter(filter("accord", false));
    assert_eq!(session.row(), 1, "the active row moves to one that is shown");
    assert_eq!(session.next_open(2), Some(3));
    assert_eq!(session.next_open(4), Some(1), "and from the top");
    session.select(4);
    assert!(session.is_shown(4));
}

/// What a key costs on a large release: `cargo test --release filter_key -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn filter_key_on_50_000_rows() {
    let line =
        |row| format!("La ministre a remercié son collègue de son accueil à Sarnel, {row}.\n");
    let text = (0..50_000).map(line).collect::<Vec<String>>().concat();
    let mut session = release(&text, true);
    for text in ["", "c", "co", "col", "collègue 77", "zzz"] {
        let start = std::time::Instant::now();
        session.set_filter(filter(text, false));
        println!("{text:>12} {:>6} rows {:>8.2?}", session.sieve().found().rows, start.elapsed());
    }
    let start = std::time::Instant::now();
    session.set_filter(filter("coll.*77", true));
    println!("{:>12} {:>6} rows {:>8.2?}", "regex", session.sieve().found().rows, start.elapsed());
}
