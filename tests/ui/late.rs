//! A corrected source, by keys and names: the look before, the rows that are reopened, what is
//! put right, one undo, versions compared, and texts that are not the one that was meant.

use diptych::model::{State, View};
use diptych::qa::Switches;
use diptych::workbench::checks::Checked;
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

/// A statement of 24 paragraphs; the ninth has the figure.
fn statement() -> String {
    let line = |number: usize| match number {
        1 => "Déclaration sur les ponts de l'Orle".to_owned(),
        9 => "Nous avons lancé 28 programmes dans 31 secteurs.".to_owned(),
        _ => format!(
            "Le pont de {}, fermé aux voitures depuis deux ans, rouvre ce printemps après les \
             travaux que la région a payés.",
            name(number)
        ),
    };
    (1..=24).map(line).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// A name for a number, so that no sentence is another one's.
fn name(number: usize) -> &'static str {
    const NAMES: [&str; 25] = [
        "Arlon", "Bessac", "Cordes", "Dinan", "Ermont", "Fécamp", "Gisors", "Hyères", "Istres",
        "Joigny", "Kembs", "Lodève", "Melle", "Noyon", "Orthez", "Pamiers", "Quissac", "Riom",
        "Salers", "Thiers", "Uzès", "Vannes", "Wissant", "Xertigny", "Yvetot",
    ];
    NAMES.get(number).copied().unwrap_or("Zuydcoote")
}

/// The corrected statement: 29 for 28, and a sentence more behind the twentieth.
fn corrected() -> String {
    let added = "Uzès, fermé aux voitures depuis deux ans, rouvre ce printemps après les travaux \
                 que la région a payés.";
    let with = format!("{added}\n\nLe ministre visitera ces chantiers en juin.");
    statement().replace("28 programmes", "29 programmes").replace(added, &with)
}

/// The statement translated and confirmed, row by row.
fn translated(theme: Theme, size: egui::Vec2) -> Window {
    let mut window = Window::start(size, theme);
    window.paste(&statement());
    window.press(CTRL, Key::Enter);
    assert_eq!(window.view(), View::Translate);
    for row in 0..24 {
        let desk = window.harness.state_mut().desk_mut();
        desk.enter(row);
        let target = match row + 1 {
            1 => "Statement on the bridges of the Orle".to_owned(),
            9 => "We have launched 28 programmes in 31 sectors.".to_owned(),
            number => format!(
                "The bridge of {}, closed to cars for two years, reopens this spring after the \
                 works that the region has paid for.",
                name(number)
            ),
        };
        desk.type_target(&target);
        desk.run(diptych::workbench::Command::Confirm);
    }
    window.settle();
    window
}

/// Pastes a corrected source over the old one and looks at what changes.
fn look(window: &mut Window, text: &str) {
    window.press(ALT, Key::U);
    window.paste(text);
    window.press(CTRL, Key::Enter);
}

#[test]
fn a_late_change_reopens_two_rows_and_one_undo_takes_it_back() {
    let mut window = translated(Theme::Light, FULL);
    let before = window.bytes();
    let beads = window.session().beads().to_vec();
    look(&mut window, &corrected());
    assert!(window.shows("Version 2: 1 row is reopened, 1 new, 0 gone, 23 untouched."));
    assert!(window.shows("The source now has “29”, the translation “28”."));
    assert_eq!(window.bytes(), before, "looking changes nothing");
    window.press(NONE, Key::Enter);
    assert!(window.shows("Source version 2 taken"));

    let session = window.session();
    let open = |row: &usize| window.state(*row) != Some(State::Translated);
    let reopened: Vec<String> = (0..session.beads().len())
        .filter(open)
        .map(|row| session.beads()[row].number.to_string())
        .collect();
    assert_eq!(reopened, ["9", "20a"], "exactly two rows reopen");
    for bead in session.beads().iter().filter(|bead| bead.number.to_string() != "9") {
        let was = beads.iter().find(|was| was.id == bead.id);
        assert!(was.is_none_or(|was| was == bead), "row {} is untouched", bead.number);
    }
    let checked = Checked::of(session.project(), session.translation().expect("one"));
    let found = checked.findings(&[], "", &Switches::default());
    let told: Vec<String> = found.iter().map(|finding| finding.cause.to_string()).collect();
    assert!(told.iter().any(|finding| finding.contains("29")), "{told:?}");

    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before, "one undo takes all of it back");
}

#[test]
fn the_changed_row_is_marked_and_its_figure_put_right_by_a_key() {
    let mut window = translated(Theme::Light, FULL);
    look(&mut window, &corrected());
    window.press(NONE, Key::Enter);
    window.press(NONE, Key::F4);
    assert_eq!(window.session().row(), 8);
    assert!(window.shows("Ctrl+U takes it put right: We have launched 29 programmes"));
    let spoken = diptych::ui::grid::spoken(window.session(), 8).expect("a row").1;
    assert!(spoken.contains("source changed"), "{spoken}");
    window.press(CTRL, Key::U);
    assert_eq!(window.target(8), "We have launched 29 programmes in 31 sectors.");
    window.press(CTRL, Key::Enter);
    let bead = &window.session().beads()[8];
    assert_eq!(bead.state(), Some(&State::Translated));
    assert!(!bead.flags.source_changed && bead.rendered.is_empty());
}

#[test]
fn a_sentence_corrected_in_a_row_is_a_version_and_versions_are_compared() {
    let mut window = translated(Theme::Light, FULL);
    let before = window.bytes();
    window.harness.state_mut().desk_mut().enter(8);
    window.settle();
    let sentence = window.session().beads()[8].source[0];
    let desk = window.harness.state_mut().desk_mut();
    let text = "Nous avons lancé 29 programmes dans 31 secteurs.";
    desk.correct_sentence(diptych::workbench::links::Side::Source, sentence, text);
    window.settle();
    assert_eq!(window.session().project().earlier.len(), 1);
    assert!(window.session().beads()[8].flags.source_changed);
    window.press(ALT | Modifiers::SHIFT, Key::U);
    assert!(window.shows("1 sentence differs."));
    assert!(window.shows("Version 2"));
    window.press(NONE, Key::Escape);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
}

#[test]
fn texts_that_were_not_meant_are_told_and_nothing_is_lost() {
    let mut window = translated(Theme::Light, FULL);
    let before = window.bytes();
    let check = |window: &mut Window, text: &str, told: &str| {
        look(window, text);
        assert!(window.shows(told), "{told}");
        window.press(NONE, Key::Escape);
        assert!(!window.shows("Version 2:"));
    };
    check(&mut window, &statement(), "This text reads as the source does");
    let english = "The bridges of the Orle will open in the spring of next year. The minister \
                   will visit all of the building sites in June, together with the mayors.\n";
    check(&mut window, english, "Another language?");
    let other = "Un accord de pêche a été signé hier à Trente par les deux délégations.\n";
    check(&mut window, other, "Another release?");
    let short: String = statement().split_inclusive("\n\n").take(8).collect();
    check(&mut window, &short, "Cut short?");
    assert_eq!(window.bytes(), before);
    look(&mut window, &short);
    window.press(NONE, Key::Enter);
    let of = window.session().translation().expect("one");
    assert_eq!((of.beads.len(), of.gone.len()), (8, 16));
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
}

#[test]
fn a_corrected_file_is_dropped_or_chosen() {
    let mut window = translated(Theme::Light, FULL);
    let path = window.path("statement-corrected.txt");
    std::fs::write(&path, corrected()).expect("written");
    window.press(ALT, Key::U);
    window.click("Choose a file…");
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    assert!(window.shows("Version 2: 1 row is reopened, 1 new"));
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().source().name, "statement-corrected.txt");
}

#[test]
fn a_late_change_looks_as_it_should() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, of) in [(FULL, "full"), (SMALL, "small")] {
            let mut window = translated(theme, size);
            let moved =
                corrected().replace("Thiers, fermé aux voitures", "Thiers, fermé aux camions");
            look(&mut window, &moved);
            shoot(&mut window.harness, &format!("late-look-{name}-{of}"));
            window.press(NONE, Key::Enter);
            window.press(NONE, Key::F4);
            shoot(&mut window.harness, &format!("late-rows-{name}-{of}"));
            window.press(ALT | Modifiers::SHIFT, Key::U);
            shoot(&mut window.harness, &format!("late-versions-{name}-{of}"));
        }
    }
}
