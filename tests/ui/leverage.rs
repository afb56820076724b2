//! Analysis, pre-translation and propagation in the window, by keys and names.

use std::fs;

use diptych::memory::Band;
use diptych::model::{Origin, State};
use diptych::workbench::analysis::Category;
use diptych::workbench::offers::Offer;
use egui::{Key, Modifiers, Theme};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT_SHIFT: Modifiers = Modifiers { alt: true, shift: true, ..Modifiers::NONE };
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// A release with a sentence that comes three times.
const REPEATS: &str = "Nous vous remercions.\n\nLe pont est ouvert.\n\nNous vous remercions.\n\nNous vous remercions.\n";

fn repeats(theme: Theme) -> Window {
    let mut window = Window::start(FULL, theme);
    window.paste(REPEATS);
    window.press(CTRL, Key::Enter);
    window
}

/// The score of the panel's best match for each row that is content.
fn panel(window: &Window) -> Vec<Option<u8>> {
    let session = window.session();
    let content = (0..session.beads().len()).filter(|&row| session.rows().is_content(row));
    content
        .map(|row| {
            let offers: &[Offer] = session.offers_of(row).expect("looked up");
            offers.first().map(|best| best.found.score)
        })
        .collect()
}

#[test]
fn the_analysis_of_the_open_release_has_the_panels_figures() {
    let mut window = Window::later(FULL, Theme::Light);
    let before = window.bytes();
    let panel = panel(&window);
    window.press(CTRL_SHIFT, Key::L);
    assert!(window.shows("Total: Segments 24, Words 382"), "the table is there");
    let report = window.harness.state().desk().analysis().expect("an analysis").clone();
    let total = report.analysis.total;
    let of = |category| total.of(category).segments;
    for band in Band::ALL {
        let shown = panel.iter().filter(|score| Band::of(**score) == band).count();
        // What an earlier row is better for counts there.
        let counted = of(Category::Match(band));
        assert!(counted <= shown, "{}: {counted} of {shown}", band.name());
        if band >= Band::From85 || band.least() >= 100 {
            continue;
        }
        assert_eq!(counted, shown, "{}", band.name());
    }
    assert!(of(Category::Match(Band::From85)) > 0);
    assert_eq!(total.total().segments, panel.len());
    assert_eq!(window.bytes(), before, "nothing is changed");
    shoot(&mut window.harness, "analysis-light");
    window.press(NONE, Key::Escape);
    assert!(!window.shows("Total: Segments"));
}

#[test]
fn words_weigh_what_the_house_says() {
    let mut window = Window::later(FULL, Theme::Light);
    let weighted = |window: &Window| {
        let report = window.harness.state().desk().analysis().expect("an analysis").clone();
        report.analysis.total.weighted_hundredths(&report.weights)
    };
    window.press(CTRL_SHIFT, Key::L);
    let before = weighted(&window);
    window.click("Weights");
    shoot(&mut window.harness, "analysis-weights-light");
    let field = |window: &mut Window, text: &str| {
        window.click("Weight of No match, per cent");
        window.press(CTRL, Key::A);
        window.type_into("Weight of No match, per cent", text);
    };
    field(&mut window, "150");
    assert_eq!(weighted(&window), before, "no weight in per cent");
    field(&mut window, "50");
    assert!(weighted(&window) < before);
    window.click("By band");
    window.press(NONE, Key::Escape);
    // The next analysis weighs alike, and the settings keep it.
    let set = &window.harness.state().desk().settings.analysis_weights;
    assert_eq!(set.iter().collect::<Vec<_>>(), [(&"none".to_owned(), &50)]);
    window.press(CTRL_SHIFT, Key::L);
    assert!(weighted(&window) < before);
}

#[test]
fn an_analysis_is_exported_and_comes_back() {
    let mut window = Window::later(SMALL, Theme::Dark);
    window.press(CTRL_SHIFT, Key::L);
    shoot(&mut window.harness, "analysis-small-dark");
    for (button, name, needle) in [
        ("Export CSV…", "figures.csv", "\"85-94\""),
        ("Export HTML…", "figures.html", "<h1>Analysis</h1>"),
    ] {
        window.click(button);
        let path = window.path(name);
        window.press(CTRL, Key::A);
        window.type_into("Path", &path.display().to_string());
        window.press(NONE, Key::Enter);
        let text = fs::read_to_string(&path).expect("written");
        assert!(text.contains(needle), "{name}");
        assert!(window.shows("Total: Segments"), "the analysis is there again");
    }
}

#[test]
fn a_folder_is_analysed_release_by_release_the_open_one_as_it_is_now() {
    let mut window = Window::saved(Theme::Light);
    let folder = window.folder.path().to_path_buf();
    let first = fs::read_to_string(window.path("accord.project.ron")).expect("saved");
    // The same release of another id: its rows repeat.
    let id = first.lines().nth(1).expect("an id").to_owned();
    let other = first.replacen(&id, "id: \"00000000000000ff\",", 1);
    fs::write(folder.join("zweite.project.ron"), other).expect("a second release");
    fs::write(folder.join("broken.project.ron"), "(format: 2,\nid: ").expect("a broken one");
    window.harness.state_mut().desk_mut().open(&folder);
    window.settle();
    window.press(CTRL, Key::W);
    window.press(CTRL_SHIFT, Key::L);
    assert!(window.shows("2 releases"));
    assert!(window.shows("Repetitions across releases: Segments 2"));
    assert!(window.shows("broken.project.ron does not count"));
    window.click("By release");
    assert!(window.shows("zweite.project.ron: Segments 2"));
    shoot(&mut window.harness, "analysis-folder-light");
    window.click("This release");
    assert!(window.shows("Total: Segments 2"));
    assert!(!window.shows("By release"), "one release has one table");
    assert!(window.shows("Repetitions across releases: Segments 0"));
    window.press(NONE, Key::Escape);
}

#[test]
fn without_a_release_there_is_nothing_to_analyse() {
    let mut window = Window::start(FULL, Theme::Light);
    window.press(CTRL_SHIFT, Key::L);
    assert!(window.shows("open a release or a folder of releases first"));
}

#[test]
fn open_rows_are_pre_translated_in_one_step_with_the_panels_matches() {
    let mut window = Window::later(FULL, Theme::Light);
    let before = window.bytes();
    let offers: Vec<Option<Offer>> = (0..window.session().beads().len())
        .map(|row| window.session().offers_of(row).and_then(|offers| offers.first().cloned()))
        .collect();
    let was_open: Vec<bool> =
        window.session().beads().iter().map(|bead| bead.target.is_open()).collect();
    window.command("pre-translate");
    shoot(&mut window.harness, "pretranslate-light");
    window.press(CTRL, Key::A);
    window.type_into("Least percentage", "85");
    window.press(NONE, Key::Enter);
    assert!(window.shows("rows filled"), "the report");
    assert!(window.shows("Left open, no match: Rows"));
    shoot(&mut window.harness, "pretranslated-light");
    window.press(NONE, Key::Escape);
    let mut filled = 0;
    for (row, bead) in window.session().beads().iter().enumerate().filter(|(row, _)| was_open[*row])
    {
        let best = offers[row].as_ref().filter(|best| best.found.score >= 85);
        assert_eq!(bead.target.is_open(), best.is_none(), "row {row}");
        let Some(best) = best else { continue };
        filled += 1;
        assert_eq!(bead.target_text(), best.target());
        assert_eq!(bead.state(), Some(&State::Draft));
        let Origin::Match { score, unit, edited, .. } = bead.origin else { panic!("a match") };
        assert_eq!((score, unit, edited), (best.found.score, best.found.unit, false));
    }
    assert!(filled > 5, "{filled}");
    let after = window.bytes();
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
    window.press(CTRL, Key::Y);
    assert_eq!(window.bytes(), after);
}

#[test]
fn rows_with_a_text_locked_rows_and_memories_not_asked_are_left_alone() {
    let mut window = Window::later(SMALL, Theme::Dark);
    window.harness.state_mut().desk_mut().enter(8);
    window.settle();
    window.type_into("Target of row 9", "Own words.");
    let own = window.session().row();
    window.press(CTRL, Key::ArrowDown);
    window.press(CTRL, Key::L);
    let locked = window.session().row();
    let kept: Vec<_> = [own, locked].map(|row| window.session().beads()[row].clone()).into();
    let before = window.bytes();
    window.command("pre-translate");
    shoot(&mut window.harness, "pretranslate-small-dark");
    window.click("Exact only");
    window.press(NONE, Key::Enter);
    window.press(NONE, Key::Escape);
    let now: Vec<_> = [own, locked].map(|row| window.session().beads()[row].clone()).into();
    assert_eq!(now, kept);
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
    // Nothing asked, nothing filled.
    window.command("pre-translate");
    let memories = window.harness.state().desk().memories_to_ask();
    for (_, name, units) in memories {
        let units = diptych::text::volume::grouped(units);
        window.click(&format!("Asked: {name}, {units} units"));
    }
    window.press(NONE, Key::Enter);
    assert_eq!(window.bytes(), before);
}

#[test]
fn confirming_fills_identical_rows_and_one_undo_takes_both_back() {
    let mut window = repeats(Theme::Light);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We thank you.");
    let before = window.bytes();
    window.press(CTRL, Key::Enter);
    assert!(window.shows("2 identical rows were filled"));
    assert_eq!([2, 3].map(|row| window.target(row)), ["We thank you.", "We thank you."]);
    let from = window.session().beads()[0].id;
    assert_eq!(window.session().beads()[3].origin, Origin::Propagated { from });
    shoot(&mut window.harness, "propagated-light");
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
}

#[test]
fn a_row_is_excepted_from_propagation_and_taken_in_again() {
    let mut window = repeats(Theme::Dark);
    let before = window.bytes();
    window.click("Row 3 target");
    window.press(ALT_SHIFT, Key::X);
    assert!(window.session().beads()[2].flags.apart);
    assert!(window.shows("This row keeps a translation of its own"));
    shoot(&mut window.harness, "apart-dark");
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
    window.press(CTRL, Key::Y);
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We thank you.");
    window.press(CTRL, Key::Enter);
    assert_eq!([2, 3].map(|row| window.target(row)), ["", "We thank you."]);
}

#[test]
fn the_choice_of_rows_to_fill_is_switched_and_kept() {
    let mut window = repeats(Theme::Light);
    for _ in 0..2 {
        window.command("switch propagation");
    }
    assert!(window.shows("Confirming a row fills no other row"));
    window.click("Row 1 target");
    window.type_into("Target of row 1", "We thank you.");
    window.press(CTRL, Key::Enter);
    assert_eq!([2, 3].map(|row| window.target(row)), ["", ""]);
    let folder = window.abandon();
    let again = Window::start_in(folder, FULL, Theme::Light);
    let kept = again.harness.state().desk().settings.propagation;
    assert_eq!(kept, diptych::store::Propagation::Off);
}
