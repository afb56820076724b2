//! "Join here, split here — always", by keys and names: learnt, shown beforehand, carried out,
//! undone, listed, edited, taken out; and a rule file of one's own.

use diptych::store::{Disk, Files};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers =
    Modifiers { ctrl: true, command: true, shift: true, alt: false, mac_cmd: false };

/// "Brml." is no abbreviation that anybody knows; it stands three times before a name.
const TEXT: &str = "Déclaration de la commission des canaux\n\n\
    La Brml. Moal paie les travaux du canal. Le port reste ouvert tout l'été.\n\n\
    Puis la Brml. Ker et la Brml. Vidal ont donné leur accord : Nous commençons en mai.\n";

const RULE: &str = "fr: no segment ends after \"Brml.\"";

fn start() -> Window {
    let mut window = Window::start(FULL, Theme::Light);
    window.paste(TEXT);
    window.press(CTRL, Key::Enter);
    window
}

fn sources(window: &Window) -> Vec<String> {
    let session = window.session();
    (0..session.beads().len()).map(|row| session.source_text(row)).collect()
}

fn row_of(window: &Window, source: &str) -> usize {
    sources(window).iter().position(|text| text == source).expect(source)
}

/// Goes to the row of this source and types its target.
fn translate(window: &mut Window, source: &str, target: &str) {
    let row = row_of(window, source);
    let number = window.session().beads()[row].number;
    window.click(&format!("Row {number} source"));
    window.type_into(&format!("Target of row {number}"), target);
    window.press(CTRL, Key::Enter);
}

fn own_rules(window: &Window) -> Vec<String> {
    let settings = &window.harness.state().desk().settings;
    settings.exceptions.iter().map(ToString::to_string).collect()
}

fn release_rules(window: &Window) -> Vec<String> {
    window.session().project().exceptions.iter().map(ToString::to_string).collect()
}

fn palette(window: &mut Window, name: &str) {
    window.press(CTRL_SHIFT, Key::P);
    window.type_into("Find a command", name);
    window.press(NONE, Key::Enter);
}

#[test]
fn a_join_is_learnt_shown_carried_out_everywhere_and_undone_to_the_byte() {
    let mut window = start();
    assert_eq!(sources(&window)[1..3], ["La Brml.", "Moal paie les travaux du canal."]);
    translate(&mut window, "La Brml.", "The firm");
    translate(&mut window, "Moal paie les travaux du canal.", "Moal pays for the canal.");
    let before = window.bytes();
    window.click("Row 2 source");
    window.press(CTRL_SHIFT, Key::J);
    assert!(window.shows("Join here, always"));
    assert!(window.shows("3 places in this release would change, 1 with a translation"));
    assert!(window.shows("La Brml. | Moal paie les travaux du canal."), "as it is");
    assert!(window.shows("becomes La Brml. Moal paie les travaux du canal."), "as it would be");
    assert!(window.shows("translations joined, to be looked at"));
    shoot(&mut window.harness, "always");
    assert_eq!(window.bytes(), before, "nothing is changed beforehand");
    window.press(NONE, Key::Enter);
    let joined = [
        "La Brml. Moal paie les travaux du canal.",
        "Le port reste ouvert tout l'été.",
        "Puis la Brml. Ker et la Brml. Vidal ont donné leur accord : Nous commençons en mai.",
    ];
    assert_eq!(sources(&window)[1..], joined);
    assert_eq!(window.target(1), "The firm Moal pays for the canal.");
    assert!(window.session().beads()[1].flags.source_changed, "it is marked");
    assert!(window.shows("row 2 is to be looked at"), "and told");
    assert_eq!((release_rules(&window), own_rules(&window)), (vec![RULE.to_owned()], vec![]));
    let after = window.bytes();
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
    window.press(CTRL, Key::Y);
    assert_eq!(window.bytes(), after);
    window.click("Row 2 source");
    window.press(CTRL, Key::Enter);
    assert!(!window.session().beads()[1].flags.source_changed, "confirming takes the mark away");
}

#[test]
fn a_split_is_learnt_at_the_caret_and_holds_for_all_texts() {
    let mut window = start();
    let row = sources(&window).len() - 1;
    let last = sources(&window).pop().expect("rows");
    assert_eq!(last, "Vidal ont donné leur accord : Nous commençons en mai.");
    translate(&mut window, &last, "Vidal agreed: we begin in May.");
    let before = window.bytes();
    let number = window.session().beads()[row].number;
    window.click(&format!("Row {number} source"));
    window.press(CTRL_SHIFT, Key::T);
    assert!(window.shows("Sentences of row"));
    window.press(CTRL, Key::Home);
    for _ in 0..last.chars().take_while(|c| *c != 'N').count() {
        window.harness.key_press(Key::ArrowRight);
    }
    window.settle();
    window.press(CTRL_SHIFT, Key::T);
    assert!(window.shows("Split here, always"));
    assert!(window.shows("translation stays with the first piece, to be looked at"));
    window.click("All my texts");
    window.press(NONE, Key::Enter);
    assert_eq!(
        sources(&window)[row..],
        ["Vidal ont donné leur accord :", "Nous commençons en mai."]
    );
    assert_eq!(window.target(row), "Vidal agreed: we begin in May.", "it is kept");
    assert_eq!(window.target(row + 1), "");
    let rule = "fr: a segment ends after \":\" before a capital letter".to_owned();
    assert_eq!((release_rules(&window), own_rules(&window)), (vec![], vec![rule.clone()]));
    window.press(CTRL, Key::Z);
    assert_eq!((window.bytes(), own_rules(&window)), (before, vec![]), "the rule goes with it");
    window.press(CTRL, Key::Y);
    assert_eq!(own_rules(&window), [rule.as_str()]);
    let file = std::fs::read_to_string(window.path("home").join("settings.ron")).expect("settings");
    assert!(file.contains("before: \":\""), "{file}");

    let mut next = Window::start(FULL, Theme::Light);
    let taught = window.harness.state().desk().settings.exceptions.clone();
    next.harness.state_mut().desk_mut().settings.exceptions = taught;
    next.paste(TEXT);
    next.press(CTRL, Key::Enter);
    assert_eq!(sources(&next).last().expect("rows"), "Nous commençons en mai.");
}

#[test]
fn an_alignment_is_recut_and_its_rows_stay_whole() {
    let mut window = Window::start(SMALL, Theme::Dark);
    window.press(CTRL_SHIFT, Key::N);
    window.harness.get_by_label("Source text").focus();
    window.paste(TEXT);
    window.harness.get_by_label("Target text").focus();
    window.paste(
        "Statement of the canal commission\n\n\
         The Brml. Moal company pays for the canal. The port stays open all summer.\n\n\
         The Brml. Ker and the Brml. Vidal companies have agreed: We begin in May.\n",
    );
    window.press(CTRL, Key::Enter);
    assert_eq!(window.view(), diptych::model::View::Align);
    let before = window.bytes();
    let texts = |window: &Window| -> (String, String) {
        let bare = |text: String| text.split_whitespace().collect::<String>();
        let targets = (0..window.session().beads().len()).map(|row| window.target(row));
        (bare(sources(window).join("")), bare(targets.collect::<String>()))
    };
    let all = texts(&window);
    let row = sources(&window).iter().position(|text| text.contains("La Brml.")).expect("a row");
    window.click(&format!("Row {} source", window.session().beads()[row].number));
    window.press(CTRL_SHIFT, Key::J);
    assert!(window.shows("Join here, always"));
    shoot(&mut window.harness, "always-dark");
    // The rule for both languages, one after the other.
    window.press(NONE, Key::Enter);
    assert_eq!(window.session().project().check(), Ok(()));
    assert_eq!(texts(&window), all, "no word is lost");
    assert!(sources(&window).iter().any(|s| s.starts_with("La Brml. Moal paie")));
    window.press(CTRL, Key::Z);
    assert_eq!(window.bytes(), before);
}

#[test]
fn rules_are_listed_edited_and_taken_out_by_key() {
    let mut window = start();
    window.click("Row 2 source");
    window.press(CTRL_SHIFT, Key::J);
    window.press(NONE, Key::Enter);
    palette(&mut window, "segmentation rules");
    assert!(window.shows(&format!("{RULE}, this release")));
    shoot(&mut window.harness, "rules");
    window.press(CTRL, Key::A);
    window.type_into("Rule", "fr: no segment");
    assert!(window.shows("after the language write"), "what is wrong is told");
    window.press(NONE, Key::Enter);
    assert_eq!(release_rules(&window), [RULE], "and nothing is changed");
    window.press(CTRL, Key::A);
    let edited = "fr: no segment ends after \"Brml.\" before a capital letter";
    window.type_into("Rule", edited);
    window.press(NONE, Key::Enter);
    assert_eq!(release_rules(&window), [edited]);
    window.press(CTRL, Key::Delete);
    assert_eq!(release_rules(&window), [] as [&str; 0]);
    assert!(window.shows("There is no rule yet"));
    window.press(NONE, Key::Escape);
    assert_eq!(sources(&window).len(), 4, "the text stays as it is cut");
    window.press(CTRL, Key::Z);
    assert_eq!(release_rules(&window), [edited], "taking out is undone");
}

#[test]
fn a_rule_for_all_texts_that_is_taken_out_comes_back_by_undo_or_in_the_list() {
    let own = |window: &Window| window.harness.state().desk().settings.exceptions.iter().count();
    let mut window = start();
    window.click("Row 2 source");
    window.press(CTRL_SHIFT, Key::J);
    window.click("All my texts");
    window.press(NONE, Key::Enter);
    assert_eq!(own(&window), 1);
    palette(&mut window, "segmentation rules");
    window.press(CTRL, Key::Delete);
    assert_eq!(own(&window), 0);
    shoot(&mut window.harness, "rule-removed");
    window.press(NONE, Key::Escape);
    window.press(CTRL, Key::Z);
    assert_eq!(own(&window), 1, "taking out is undone");
    window.press(CTRL, Key::Y);
    assert_eq!(own(&window), 0, "and done again");
    window.press(CTRL, Key::Z);
    palette(&mut window, "segmentation rules");
    window.press(CTRL, Key::Delete);
    window.click("Put it back");
    assert_eq!(own(&window), 1);
    assert!(!window.shows("Put it back"));

    // Without a release there are no steps.
    let mut window = Window::start_in(window.close(), FULL, Theme::Light);
    palette(&mut window, "segmentation rules");
    window.press(CTRL, Key::Delete);
    assert_eq!(own(&window), 0);
    window.click("Put it back");
    assert_eq!(own(&window), 1);
}

#[test]
fn a_rule_that_cannot_be_read_is_told_before_it_is_made() {
    let mut window = start();
    window.click("Row 2 source");
    window.press(CTRL_SHIFT, Key::J);
    let before = window.bytes();
    window.press(CTRL, Key::A);
    window.type_into("Rule", "fr: no segment ends after Brml.");
    assert!(window.shows("between quotation marks"));
    window.press(NONE, Key::Enter);
    assert!(window.shows("Join here, always"), "it stays open");
    window.press(NONE, Key::Escape);
    assert_eq!(window.bytes(), before);
}

#[test]
fn joining_rows_behind_an_abbreviation_offers_the_rule() {
    let mut window = start();
    window.press(Modifiers::ALT, Key::Num1);
    window.click("Row 2 source");
    window.press(CTRL, Key::J);
    assert!(window.shows("Ctrl+Shift+J joins always behind \"Brml.\""));
    window.press(CTRL_SHIFT, Key::J);
    assert!(window.shows(RULE));
    window.press(NONE, Key::Enter);
    assert_eq!(release_rules(&window), [RULE]);
    assert!(sources(&window).contains(&"La Brml. Moal paie les travaux du canal.".to_owned()));
}

#[test]
fn a_rule_file_that_is_opened_cuts_new_texts_until_it_is_given_up() {
    const RULES: &str = "<srx version=\"2.0\" xmlns=\"http://www.lisa.org/srx20\">\
        <header segmentsubflows=\"yes\" cascade=\"yes\"/><body><languagerules>\
        <languagerule languagerulename=\"all\"><rule break=\"yes\">\
        <beforebreak>canal\\.</beforebreak><afterbreak>\\s</afterbreak></rule>\
        </languagerule></languagerules><maprules>\
        <languagemap languagepattern=\".*\" languagerulename=\"all\"/></maprules></body></srx>";
    let mut window = Window::start(FULL, Theme::Light);
    let path = window.path("mine.srx");
    Disk.write_atomic(&path, RULES.as_bytes()).expect("a file");
    window.press(CTRL, Key::O);
    window.press(CTRL, Key::A);
    window.type_into("Path", &path.display().to_string());
    window.press(NONE, Key::Enter);
    assert!(window.shows("New texts are cut by the rules of"));
    window.paste(TEXT);
    window.press(CTRL, Key::Enter);
    assert_eq!(sources(&window)[1], "La Brml. Moal paie les travaux du canal.");
    assert_eq!(sources(&window)[2], "Le port reste ouvert tout l'été.");

    // A file that is gone is told, and our rules are used.
    let folder = window.abandon();
    std::fs::remove_file(folder.path().join("mine.srx")).expect("removed");
    let mut window = Window::start_in(folder, FULL, Theme::Light);
    if window.shows("Later") {
        window.press(NONE, Key::Escape);
    }
    window.paste(TEXT);
    window.press(CTRL, Key::Enter);
    assert!(window.shows("texts are cut by Diptych's own rules"));
    assert_eq!(sources(&window)[1], "La Brml.");
    palette(&mut window, "segmentation rules");
    window.harness.get_by_label("Use Diptych's rules").focus();
    window.press(NONE, Key::Space);
    assert!(window.harness.state().desk().settings.segmentation_rules.is_none());
}
