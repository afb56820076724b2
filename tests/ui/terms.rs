//! Termbases in the window, by keys and names: opened beside a release, their terms underlined
//! and put in, added from two selections, forbidden; the table, imports and merges; names that
//! no termbase has; damaged and contradicting files. All of it is taken back.

use std::path::{Path, PathBuf};

use diptych::formats::terms_ron;
use diptych::model::{Concept, ConceptId, Lang, Term, TermKind, TermStatus, Termbase, TermbaseId};
use diptych::store::{self, Disk};
use diptych::workbench::desk::{NewTexts, Over};
use diptych::workbench::termbases::OpenTerms;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers =
    Modifiers { alt: true, shift: true, ctrl: false, command: false, mac_cmd: false };
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

use TermStatus::{Admitted, Forbidden, Preferred};

fn lang(tag: &str) -> Lang {
    tag.parse().expect(tag)
}

type Names<'a> = &'a [(&'a str, &'a str, TermStatus)];

fn base(id: u64, name: &str, concepts: &[(TermKind, Names<'_>)]) -> Termbase {
    let mut base = Termbase::new(TermbaseId::from_bits(id), name.to_owned());
    base.concepts = (1_u64..)
        .zip(concepts)
        .map(|(number, (kind, names))| {
            let term = |(tag, text, status): &(&str, &str, TermStatus)| Term {
                status: *status,
                ..Term::preferred(lang(tag), (*text).to_owned())
            };
            let id = ConceptId::from_bits(id * 100 + number);
            Concept::new(id, *kind, names.iter().map(term).collect())
        })
        .collect();
    base
}

/// The termbase of the tests: a conference, its acronym, a phrase with a forbidden rendering.
fn house() -> Termbase {
    let mut base = base(
        7,
        "house",
        &[
            (
                TermKind::Organisation,
                &[
                    ("fr", "Conférence de coopération du bassin de l'Orle", Preferred),
                    ("en", "Orle Basin Cooperation Conference", Preferred),
                    ("en", "Orle Conference", Admitted),
                ],
            ),
            (TermKind::Acronym, &[("fr", "CCBO", Preferred), ("en", "OBCC", Preferred)]),
            (
                TermKind::Phrase,
                &[
                    ("fr", "étape", Preferred),
                    ("en", "stage", Preferred),
                    ("en", "step", Forbidden),
                ],
            ),
            (
                TermKind::Title,
                &[("fr", "secrétaire général", Preferred), ("en", "Secretary-General", Preferred)],
            ),
        ],
    );
    base.concepts[3].until = Some("2027-06-30".parse().expect("a day"));
    "of a plan".clone_into(&mut base.concepts[2].note);
    base
}

const SOURCE: &str = "Le secrétaire général de la CCBO ouvre la première étape.\n\n\
    Hier, Hélène Varenne était à Brévanne.\n\nCe pont relie les deux rives.\n";

/// A release in a folder with the termbase beside it.
fn release(window: &mut Window, base: &str) -> PathBuf {
    let folder = window.path("day");
    std::fs::create_dir_all(&folder).expect("made");
    std::fs::write(folder.join("house.terms.ron"), base).expect("written");
    let source = (SOURCE.to_owned(), String::new(), Some(lang("fr")));
    let texts = NewTexts { source, target: None, target_lang: Some(lang("en")) };
    window.harness.state_mut().desk_mut().make(texts);
    window.settle();
    let path = folder.join("sarnel.project.ron");
    window.harness.state_mut().desk_mut().save_to(&path, Over::Always);
    window.settle();
    window.harness.state_mut().desk_mut().open(&path);
    window.settle();
    folder.join("house.terms.ron")
}

fn started(theme: Theme) -> (Window, PathBuf) {
    let mut window = Window::start(FULL, theme);
    let path = release(&mut window, &terms_ron::write(&house()));
    (window, path)
}

fn read(path: &Path) -> Termbase {
    store::terms::open(&Disk, path).expect("it opens").value
}

fn bytes(path: &Path) -> String {
    std::fs::read_to_string(path).expect("it is there")
}

/// The lines of the section of terms, as they are read aloud.
fn lines(window: &Window) -> Vec<String> {
    let terms = window.harness.state().desk().row_terms().cloned();
    let lines = terms.map(|terms| terms.lines.clone()).unwrap_or_default();
    lines.iter().map(|line| format!("{} > {}", line.source, line.text)).collect()
}

fn type_over(window: &mut Window, name: &str, text: &str) {
    window.harness.get_by_label(name).focus();
    window.settle();
    window.press(CTRL, Key::A);
    window.type_into(name, text);
}

#[test]
fn a_termbase_beside_the_release_is_used_and_its_terms_are_put_in_by_key() {
    let (mut window, _) = started(Theme::Light);
    assert!(window.shows("Termbase “house” lies beside the release: 4 concepts"));
    assert_eq!(
        lines(&window),
        ["secrétaire général > Secretary-General", "CCBO > OBCC", "étape > stage", "étape > step"]
    );
    assert!(window.shows("CCBO: OBCC, not used yet"));
    assert!(window.shows("étape: step, forbidden"));
    let marked = window.harness.state().desk().row_terms().map(|terms| terms.spans.len());
    assert_eq!(marked, Some(3));
    window.press(CTRL, Key::Space);
    assert!(window.shows("Insert a term"));
    window.type_into("Find a term", "sta");
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), "Stage", "at the head of the sentence it has a capital");
    assert!(window.shows("étape: stage, used"));
    window.press(CTRL, Key::Space);
    window.press(NONE, Key::Enter);
    assert_eq!(window.target(0), "Stage Secretary-General");
    window.press(CTRL, Key::Z);
    assert_eq!(window.target(0), "Stage");
    window.click("CCBO: OBCC, not used yet");
    assert_eq!(window.target(0), "Stage OBCC");
    window.press(CTRL, Key::ArrowDown);
    window.press(CTRL, Key::ArrowDown);
    assert!(lines(&window).is_empty());
    window.press(CTRL, Key::Space);
    assert!(window.shows("No term of a termbase is in this row"));
}

#[test]
fn terms_complete_what_is_typed_before_all_else() {
    let (mut window, _) = started(Theme::Light);
    let number = window.session().beads()[0].number.to_string();
    window.type_into(&format!("Target of row {number}"), "The Sec");
    window.harness.event(egui::Event::Text("r".to_owned()));
    window.settle();
    assert!(window.shows("Complete: Secretary-General"));
}

/// Selects a word of the source with the mouse and what was typed into the target by keys.
fn select_both(window: &mut Window, target: &str) {
    window.press(CTRL, Key::ArrowDown);
    window.press(CTRL, Key::ArrowDown);
    let number = window.session().beads()[2].number.to_string();
    window.type_into(&format!("Target of row {number}"), target);
    window.press(CTRL, Key::A);
    let source = window.harness.get_by_label(&format!("Row {number} source")).rect();
    // "Ce pont relie": over the second word, behind number and letter of the role.
    let at = |x: f32| egui::pos2(source.left() + 68.0 + x, source.top() + 19.0);
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: NONE,
    };
    let (from, to) = (at(23.0), at(57.0));
    for event in [
        egui::Event::PointerMoved(from),
        button(from, true),
        egui::Event::PointerMoved(to),
        button(to, false),
    ] {
        window.harness.event(event);
        window.harness.step();
    }
    window.settle();
}

#[test]
fn a_term_is_added_from_two_selections_in_two_keys_and_taken_back_to_the_byte() {
    let (mut window, path) = started(Theme::Light);
    let before = bytes(&path);
    select_both(&mut window, "bridge");
    window.press(CTRL, Key::F2);
    assert!(window.shows("Add a term"));
    window.press(NONE, Key::Enter);
    assert!(window.shows("“pont” is in “house” now"));
    let stored = read(&path);
    let last = stored.concepts.last().expect("a concept");
    let names: Vec<_> = last.terms.iter().map(|term| term.text.as_str()).collect();
    assert_eq!(names, ["pont", "bridge"]);
    assert!(bytes(&path).starts_with(before.trim_end_matches("])\n")), "a line was added");
    assert_eq!(lines(&window), ["pont > bridge"]);
    assert_eq!(window.target(2), "bridge", "the row has the focus again, and is as it was");
    window.press(CTRL, Key::Z);
    assert_eq!(bytes(&path), before);
    assert!(lines(&window).is_empty());
    window.press(CTRL, Key::Y);
    assert_eq!(lines(&window), ["pont > bridge"]);
}

#[test]
fn a_rendering_is_forbidden_and_what_is_there_already_is_added_to() {
    let (mut window, path) = started(Theme::Light);
    select_both(&mut window, "span");
    window.press(CTRL_SHIFT, Key::F2);
    window.type_into("Term 3 (English)", "bridge");
    window.press(NONE, Key::Enter);
    let stored = read(&path);
    let terms: Vec<_> = stored.concepts.last().expect("one").terms.clone();
    let told: Vec<_> = terms.iter().map(|term| (term.text.as_str(), term.status)).collect();
    assert_eq!(told, [("pont", Preferred), ("span", Forbidden), ("bridge", Preferred)]);
    assert!(window.shows("pont: span, forbidden, is in the target"));
    // A further rendering of the same term is admitted beside the preferred one.
    window.press(CTRL, Key::A);
    let number = window.session().beads()[2].number.to_string();
    window.type_into(&format!("Target of row {number}"), "viaduct");
    window.press(CTRL, Key::A);
    window.press(CTRL, Key::F2);
    assert!(window.shows("It is in “house” already"), "the source is still known");
    window.press(NONE, Key::Enter);
    let stored = read(&path);
    let viaduct = stored.concepts.last().expect("one").terms.last().cloned();
    assert_eq!(viaduct.map(|term| (term.text, term.status)), Some(("viaduct".into(), Admitted)));
}

#[test]
fn two_preferred_terms_are_refused_in_the_form() {
    let (mut window, path) = started(Theme::Light);
    let before = bytes(&path);
    select_both(&mut window, "bridge");
    window.press(CTRL, Key::F2);
    window.press(CTRL, Key::N);
    window.type_into("Term 3 (English)", "span");
    window.press(ALT, Key::Num1);
    assert!(window.shows("“bridge” and “span” are both preferred in English"));
    window.press(NONE, Key::Enter);
    assert_eq!(bytes(&path), before, "nothing is stored");
    window.press(ALT, Key::Num2);
    window.press(NONE, Key::Enter);
    assert_eq!(read(&path).concepts.len(), 5);
}

#[test]
fn the_table_is_searched_changed_and_taken_back() {
    let (mut window, path) = started(Theme::Light);
    let before = bytes(&path);
    window.command("terms of a termbase");
    assert!(window.shows("Terms of “house”"));
    window.type_into("Words of a term", "secretaire");
    assert!(window.shows("1. secrétaire général: Secretary-General, title"));
    assert!(!window.shows("CCBO: OBCC, acronym"));
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::Enter);
    assert!(window.shows("Change a term"));
    type_over(&mut window, "Last day on which it holds", "2028-01-31");
    window.press(NONE, Key::Enter);
    assert_eq!(read(&path).concepts[3].until, Some("2028-01-31".parse().expect("a day")));
    assert!(window.shows("Terms of “house”"), "the table comes back");
    window.press(CTRL, Key::Z);
    assert_eq!(bytes(&path), before);
    window.press(CTRL, Key::F);
    window.press(CTRL, Key::A);
    window.press(NONE, Key::Backspace);
    window.press(NONE, Key::Enter);
    window.press(NONE, Key::End);
    window.press(NONE, Key::Delete);
    assert!(window.shows("1 concept is deleted from “house”"));
    assert_eq!(read(&path).live().count(), 3);
    window.press(CTRL, Key::Z);
    assert_eq!(bytes(&path), before);
    window.press(CTRL, Key::A);
    window.press(NONE, Key::Delete);
    assert!(window.shows("4 concepts are deleted."), "told before");
    assert_eq!(bytes(&path), before);
    window.press(NONE, Key::Escape);
    window.click("Sort by English");
    let order: Vec<usize> =
        window.harness.state().desk().term_table().expect("a table").places.clone();
    assert_eq!(order, [1, 0, 3, 2]);
    window.press(CTRL, Key::N);
    window.type_into("Term 1 (French)", "rive");
    window.press(NONE, Key::Enter);
    assert_eq!(read(&path).live().count(), 5);
}

fn choose_path(window: &mut Window, path: &Path) {
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
}

#[test]
fn a_table_of_terms_comes_in_after_a_look_and_goes_out_again() {
    let (mut window, path) = started(Theme::Light);
    let before = bytes(&path);
    let csv = window.path("terms.csv");
    std::fs::write(&csv, "fr,en,kind\nécluse,lock,phrase\nbac,ferry,ship\nCCBO,OBCC,acronym\n")
        .expect("written");
    window.command("terms of a termbase");
    window.press(CTRL, Key::I);
    choose_path(&mut window, &csv);
    assert!(window.shows("Take “terms.csv” into “house”"));
    assert!(window.shows("2 concepts are new."));
    assert!(window.shows("1 concept is there already."));
    assert!(window.shows("\"ship\" is no kind; it is left out"));
    assert_eq!(bytes(&path), before, "nothing is done before somebody says so");
    window.press(NONE, Key::Enter);
    assert_eq!(read(&path).live().count(), 6);
    window.press(CTRL, Key::E);
    let tbx = window.path("out.tbx");
    choose_path(&mut window, &tbx);
    assert!(window.shows("6 concepts written"));
    assert!(bytes(&tbx).contains("écluse"));
    window.press(CTRL, Key::E);
    let out = window.path("out.csv");
    choose_path(&mut window, &out);
    window.press(CTRL, Key::Z);
    assert_eq!(bytes(&path), before);
    window.press(CTRL, Key::I);
    choose_path(&mut window, &out);
    assert!(window.shows("2 concepts are new."), "what is there already is known by its content");
    window.press(NONE, Key::Escape);
    window.press(CTRL, Key::I);
    let missing = window.path("missing.csv");
    choose_path(&mut window, &missing);
    assert!(window.shows("there is no such file"));
}

#[test]
fn two_termbases_are_merged_after_a_look() {
    let (mut window, path) = started(Theme::Light);
    let other = window.path("other.terms.ron");
    let theirs = base(
        9,
        "other",
        &[(TermKind::Phrase, &[("fr", "péage", Preferred), ("en", "toll", Preferred)])],
    );
    std::fs::write(&other, terms_ron::write(&theirs)).expect("written");
    window.harness.state_mut().desk_mut().open(&other);
    window.settle();
    assert!(window.shows("Termbase “other”: 1 concept"));
    let before = bytes(&path);
    window.command("terms of a termbase");
    window.press(CTRL, Key::M);
    window.type_into("Find a termbase", "other");
    window.press(NONE, Key::Enter);
    assert!(window.shows("Merge “other” into “house”"));
    window.press(NONE, Key::Enter);
    assert_eq!(read(&path).live().count(), 5);
    window.press(CTRL, Key::Z);
    assert_eq!(bytes(&path), before);
}

#[test]
fn termbases_are_listed_used_or_not_and_kept_for_other_days() {
    let (mut window, _) = started(Theme::Light);
    window.press(CTRL, Key::M);
    window.press(CTRL, Key::T);
    assert!(window.shows("Termbases"));
    assert!(window.shows("institutions"));
    let names: Vec<String> =
        window.harness.state().desk().termbases().iter().map(OpenTerms::name).collect();
    assert_eq!(names, ["institutions", "house"]);
    window.press(NONE, Key::ArrowDown);
    window.press(ALT, Key::Num1);
    window.press(NONE, Key::Escape);
    assert!(lines(&window).is_empty(), "it is not used");
    window.press(ALT_SHIFT, Key::M);
    window.press(NONE, Key::ArrowDown);
    assert!(window.shows("not used"));
    window.press(ALT, Key::Num1);
    window.press(CTRL, Key::Z);
    assert!(window.shows("not used"), "the change is taken back");
    window.press(CTRL, Key::Y);
    window.press(CTRL, Key::N);
    let made = window.path("names.terms.ron");
    choose_path(&mut window, &made);
    assert!(made.exists() && window.shows("names"), "the dialog comes back");
    window.press(NONE, Key::Escape);
    assert_eq!(lines(&window).len(), 4);
    let folder = window.close();
    let window = Window::start_in(folder, FULL, Theme::Light);
    let names: Vec<String> =
        window.harness.state().desk().termbases().iter().map(OpenTerms::name).collect();
    assert_eq!(names, ["institutions", "names"], "what was made by name is open again");
}

#[test]
fn what_somebody_else_adds_is_seen() {
    let (mut window, path) = started(Theme::Light);
    window.press(CTRL, Key::ArrowDown);
    window.press(CTRL, Key::ArrowDown);
    assert!(lines(&window).is_empty());
    let mut theirs = house();
    let terms = vec![
        Term::preferred(lang("fr"), "rive".to_owned()),
        Term::preferred(lang("en"), "bank".to_owned()),
    ];
    theirs.concepts.push(Concept::new(ConceptId::from_bits(5), TermKind::Phrase, terms));
    std::fs::write(&path, terms_ron::write(&theirs)).expect("written");
    window.settle();
    assert_eq!(lines(&window), ["rives > bank"]);
}

#[test]
fn damage_and_two_preferred_terms_are_told_and_nothing_is_lost() {
    let mut window = Window::start(FULL, Theme::Light);
    let mut doubtful = house();
    doubtful.concepts[2].terms[2].status = Preferred;
    let text = terms_ron::write(&doubtful);
    let half = text.get(..text.len() - 40).expect("a place in it");
    let path = release(&mut window, half);
    assert!(window.shows("3 concepts are read, 1 line is not"));
    assert!(window.shows("“stage” and “step” are both preferred in English"));
    window.command("terms of a termbase");
    window.press(ALT, Key::Num2);
    assert!(window.shows("1. étape: stage, step, phrase"));
    assert!(!window.shows("CCBO: OBCC, acronym"));
    window.press(CTRL, Key::N);
    window.type_into("Term 1 (French)", "rive");
    window.press(NONE, Key::Enter);
    assert!(window.shows("its file as it was is kept"));
    let kept = PathBuf::from(format!("{}.damaged", path.display()));
    assert_eq!(bytes(&kept), half);
    assert_eq!(read(&path).live().count(), 4);
}

#[test]
fn names_that_no_termbase_has_are_added_with_a_proposal() {
    let (mut window, path) = started(Theme::Light);
    window.memory(&[("Hélène Varenne arrive.", "Helene Varenne arrives.")]);
    window.press(ALT_SHIFT, Key::N);
    assert!(window.shows("Hélène Varenne: Helene Varenne, 1 unit, person, row"));
    assert!(window.shows("Brévanne: Brévanne, by its letters, place, row"));
    let found = window.harness.state().desk().new_names().expect("they are found").clone();
    let names: Vec<&str> = found.names.iter().map(|name| name.source.as_str()).collect();
    assert_eq!(names, ["Hélène Varenne", "Brévanne"], "CCBO is in a termbase");
    window.press(NONE, Key::Enter);
    assert!(window.shows("Add a term"));
    window.press(NONE, Key::Enter);
    let named = read(&path).concepts.last().cloned().expect("a concept");
    assert_eq!((named.kind, named.terms.len()), (TermKind::Person, 2));
    assert!(!window.shows("Hélène Varenne: Helene Varenne, 1 unit"), "it is added");
    window.press(NONE, Key::Space);
    window.press(CTRL, Key::Enter);
    assert!(window.shows("1 name is in the termbase now"));
    assert_eq!(read(&path).live().count(), 6);
    window.press(NONE, Key::Escape);
    window.press(CTRL, Key::Z);
    window.press(CTRL, Key::Z);
    assert_eq!(read(&path), house());
}

#[test]
fn what_is_corrected_everywhere_becomes_a_forbidden_term_in_one_step() {
    let (mut window, path) = started(Theme::Light);
    let before = bytes(&path);
    let number = window.session().beads()[0].number.to_string();
    window.type_into(&format!("Target of row {number}"), "The OBBC opens the first stage.");
    window.command("correct everywhere");
    type_over(&mut window, "Wrong form", "OBBC");
    type_over(&mut window, "Right form", "OBCC");
    window.press(NONE, Key::Enter);
    assert!(window.shows("“OBBC” becomes a forbidden term"));
    window.click("Choose all");
    window.press(CTRL, Key::Enter);
    assert_eq!(window.target(0), "The OBCC opens the first stage.");
    let stored = read(&path);
    let acronym = stored.concepts[1].terms.last().cloned().expect("a term");
    assert_eq!((acronym.text.as_str(), acronym.status), ("OBBC", Forbidden));
    window.press(CTRL, Key::Z);
    assert_eq!(bytes(&path), before);
    assert_eq!(window.target(0), "The OBBC opens the first stage.");
}

/// Shows something in both themes and both sizes.
fn shoot_all(name: &str, go: impl Fn(&mut Window)) {
    for (theme, theme_name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, size_name) in [(FULL, "full"), (SMALL, "small")] {
            let mut window = Window::start(size, theme);
            release(&mut window, &terms_ron::write(&house()));
            go(&mut window);
            shoot(&mut window.harness, &format!("terms-{name}-{theme_name}-{size_name}"));
        }
    }
}

#[test]
fn terms_look_as_they_should() {
    shoot_all("dock", |window| {
        window.memory(&[
            (
                "Le secrétaire général de la CCBO ouvre la session.",
                "The Secretary-General of the OBCC opens the session.",
            ),
            ("La CCBO ouvre la première étape.", "The OBCC opens the first stage."),
        ]);
        let number = window.session().beads()[0].number.to_string();
        window.type_into(
            &format!("Target of row {number}"),
            "The Secretary-General of the OBCC opens the first step.",
        );
    });
    shoot_all("chooser", |window| window.press(CTRL, Key::Space));
    shoot_all("form", |window| {
        select_both(window, "bridge");
        window.press(CTRL, Key::F2);
    });
    shoot_all("table", |window| window.command("terms of a termbase"));
    shoot_all("list", |window| window.press(ALT_SHIFT, Key::M));
    shoot_all("names", |window| {
        window.memory(&[("Hélène Varenne arrive.", "Helene Varenne arrives.")]);
        window.press(ALT_SHIFT, Key::N);
    });
}
