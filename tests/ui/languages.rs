//! The window in other languages: a day's steps by French names, and texts that are a third
//! longer than the English ones, of which none may be cut.

use diptych::texts::{self, Language};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Shape, Theme, Vec2};
use egui_kittest::kittest::{By, NodeT, Queryable};
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};

use crate::desk::{FULL, SMALL, Window};
use crate::shots::shoot;

/// What stands in for a language that is longer than English.
const LONG: &str = "en-XA";

/// What makes them longer, and by which they are known: no text of the sample has it.
const MORE: char = 'ŏ';

fn language(tag: &str) -> Language {
    let found = texts::languages().into_iter().find(|language| language.tag() == tag);
    found.expect("the language is there")
}

/// English with every text a third longer: vowels with accents, and signs at the end.
fn long() -> Language {
    let english = include_str!("../../assets/texts/en.ftl");
    let mut resource =
        fluent_syntax::parser::parse(english.to_owned()).expect("the English texts parse");
    for entry in &mut resource.body {
        let Entry::Message(message) = entry else { continue };
        if message.id.name.starts_with("number-") {
            continue;
        }
        message.value.iter_mut().for_each(lengthen);
        message.attributes.iter_mut().for_each(|attribute| lengthen(&mut attribute.value));
    }
    texts::add(LONG, &fluent_syntax::serializer::serialize(&resource))
}

fn lengthen(pattern: &mut Pattern<String>) {
    let mut letters = 0;
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                letters += value.chars().count();
                *value = value.chars().map(accented).collect();
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    lengthen(&mut variant.value);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
    // 30 % rounded up; this one is as wide as a usual letter.
    let more = (letters * 3).div_ceil(10);
    let last = pattern.elements.iter_mut().rev().find_map(|element| match element {
        PatternElement::TextElement { value } => Some(value),
        PatternElement::Placeable { .. } => None,
    });
    if let Some(value) = last {
        let end = value.trim_end_matches([' ', '.', ':', '…', '?', ',', '(']).len();
        value.insert_str(end, &MORE.to_string().repeat(more));
    }
}

const fn accented(c: char) -> char {
    match c {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        other => other,
    }
}

/// What is cut in a frame: texts of ours that end in an ellipsis or run out of what they stand
/// in, buttons that stand out of the window or lie on one another.
///
/// Under a dialog things lie on one another, so that is looked at without one.
fn cut(window: &Window, size: Vec2, dialog: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut texts: Vec<(String, Rect)> = Vec::new();
    for shown in &window.harness.output().shapes {
        texts_cut(&shown.shape, shown.clip_rect, &mut found, &mut texts);
    }
    if dialog {
        return found;
    }
    for (place, (text, rect)) in texts.iter().enumerate() {
        let on = texts[..place].iter().find(|(other, there)| {
            let both = there.intersect(*rect);
            let ours = text.contains(MORE) || other.contains(MORE);
            ours && both.width() > 2.0 && both.height() > 4.0
        });
        found.extend(on.map(|(other, _)| format!("\"{text}\" is written over \"{other}\"")));
    }
    let mut buttons: Vec<(String, Rect)> = Vec::new();
    for node in window.harness.query_all(By::new()) {
        let access = node.accesskit_node();
        let Some(label) = access.label().filter(|_| access.role() == Role::Button) else {
            continue;
        };
        let rect = node.rect();
        if rect.left() < -1.0 || rect.right() > size.x + 1.0 {
            found.push(format!("{label} stands out of the window: {rect}"));
        }
        let on = buttons.iter().find(|(_, there)| {
            let both = there.intersect(rect);
            let within = there.contains_rect(rect) || rect.contains_rect(*there);
            both.width() > 2.0 && both.height() > 2.0 && !within
        });
        found.extend(on.map(|(other, _)| format!("{label} lies on {other}")));
        buttons.push((label, rect));
    }
    found
}

fn texts_cut(shape: &Shape, clip: Rect, found: &mut Vec<String>, texts: &mut Vec<(String, Rect)>) {
    match shape {
        Shape::Vec(shapes) => {
            for shape in shapes {
                texts_cut(shape, clip, found, texts);
            }
        }
        Shape::Text(text) => {
            let rect = text.visual_bounding_rect();
            if clip.intersects(rect) && rect.is_positive() {
                texts.push((text.galley.text().to_owned(), rect.intersect(clip)));
            }
            if !text.galley.text().contains(MORE) {
                return;
            }
            // What is scrolled away upwards or downwards is not cut.
            let seen = clip.intersects(rect.shrink(1.0));
            let outside = rect.left() < clip.left() - 1.0 || rect.right() > clip.right() + 1.0;
            if seen && (text.galley.elided || outside) {
                found.push(format!("\"{}\" is cut", text.galley.text()));
            }
        }
        _ => {}
    }
}

#[test]
fn a_release_is_translated_in_french() {
    texts::speak(language("fr"));
    let mut window = Window::start(FULL, Theme::Light);
    assert!(window.shows("Nouveau à partir d’un texte"));
    assert!(window.shows("Aucun communiqué encore"));
    shoot(&mut window.harness, "french-start-light");
    window.paste("Nous avons signé un accord.\n\nIl entre en vigueur demain.\n");
    assert!(window.shows("Texte source") && window.shows("français (devinée)"));
    shoot(&mut window.harness, "french-new-light");
    window.press(Modifiers::COMMAND, Key::Enter);
    assert!(window.shows("Confirmer, aller à 2"), "the status bar says what Ctrl+Enter does");
    assert!(window.shows("2\u{a0}lignes") || window.shows("2 lignes"));
    window.type_into("Cible de la ligne 1", "We signed an agreement.");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Annulé\u{a0}: confirmer"));
    shoot(&mut window.harness, "french-translate-light");
    command(&mut window, "verrouiller");
    assert!(window.session().beads()[0].flags.locked, "the row is locked");
    command(&mut window, "rôle");
    assert!(window.shows("intertitre"));
    shoot(&mut window.harness, "french-role-light");
}

#[test]
fn the_sample_is_aligned_in_french() {
    texts::speak(language("fr"));
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = Window::sample(FULL, theme);
        assert!(window.shows("Douteux suivant") && window.shows("Réaligner la suite"));
        assert!(window.shows("Ligne 1, source"));
        shoot(&mut window.harness, &format!("french-align-{name}"));
        window.press(Modifiers::COMMAND, Key::F);
        shoot(&mut window.harness, &format!("french-find-{name}"));
        window.press(Modifiers::NONE, Key::Escape);
        window.press(Modifiers::COMMAND, Key::W);
        shoot(&mut window.harness, &format!("french-list-{name}"));
    }
}

#[test]
fn memories_are_searched_arranged_and_analysed_in_french() {
    texts::speak(language("fr"));
    let mut window = Window::later(FULL, Theme::Light);
    command(&mut window, "analyser");
    window.settle();
    assert!(window.shows("Total\u{a0}: Segments 24, Mots 382, % des mots 100,0"), "its figures");
    assert!(window.shows("Exporter en CSV…"));
    shoot(&mut window.harness, "french-analysis-light");
    window.press(Modifiers::NONE, Key::Escape);
    command(&mut window, "chercher dans les mémoires");
    window.type_into("Chercher dans la source", "ministre");
    window.settle();
    let found = window.harness.state().desk().searched().findings.count;
    assert!(found > 1 && window.shows(&format!("{found} occurrences")), "{found} hits");
    assert!(window.shows("Insérer la cible") && window.shows("Respecter les accents"));
    shoot(&mut window.harness, "french-concordance-light");
    window.press(Modifiers::NONE, Key::Escape);
    command(&mut window, "mémoires ordre");
    assert!(window.shows("Non consultée") && window.shows("Lignes confirmées"));
    shoot(&mut window.harness, "french-memories-light");
    window.press(Modifiers::NONE, Key::Escape);
    command(&mut window, "changer la propagation");
    let fills = window.harness.state().desk().settings.propagation;
    assert_eq!(fills, diptych::store::Propagation::default().next());
    assert!(window.shows(
        "La confirmation d’une ligne remplit les lignes vides identiques et les brouillons déjà \
         remplis ainsi"
    ));
}

/// Runs a command from the French palette.
fn command(window: &mut Window, words: &str) {
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.type_into("Chercher une commande", words);
    window.press(Modifiers::NONE, Key::Enter);
}

#[test]
fn the_language_changes_at_once_and_is_kept() {
    let mut window = Window::sample(FULL, Theme::Light);
    window.command("language of the window");
    assert!(window.shows("As the system"));
    window.type_into("Find a language", "français");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Douteux suivant") && !window.shows("Next doubtful"));
    let desk = window.harness.state().desk();
    assert_eq!(desk.settings.language.as_deref(), Some("fr"));
    let settings = window.path("home/settings.ron");
    let settings = std::fs::read_to_string(settings).expect("the settings are kept");
    assert!(settings.contains("language: Some(\"fr\")"), "{settings}");
    command(&mut window, "langue de la fenêtre");
    window.type_into("Chercher une langue", "English");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Next doubtful"));
}

/// Every view and the dialogs over it, with longer texts, in both sizes.
#[test]
fn nothing_is_cut_when_texts_are_a_third_longer() {
    texts::speak(long());
    let mut all = Vec::new();
    for (size, name) in [(FULL, "full"), (SMALL, "small")] {
        let mut look = |window: &mut Window, what: &str| {
            let dialog = !["start", "align", "find", "filter", "translate"].contains(&what);
            shoot(&mut window.harness, &format!("long-{what}-{name}"));
            all.extend(
                cut(window, size, dialog).into_iter().map(|cut| format!("{what} ({name}): {cut}")),
            );
        };
        let mut window = Window::start(size, Theme::Light);
        look(&mut window, "start");
        window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
        look(&mut window, "new");
        window.press(Modifiers::NONE, Key::Escape);
        let mut window = Window::sample(size, Theme::Light);
        look(&mut window, "align");
        let both = Modifiers::COMMAND | Modifiers::SHIFT;
        for (what, modifiers, key) in [
            ("palette", both, Key::P),
            ("find", Modifiers::COMMAND, Key::F),
            ("filter", both, Key::F),
            ("sentences", Modifiers::NONE, Key::F2),
            ("row", Modifiers::COMMAND, Key::G),
            ("role", both, Key::R),
            ("about", Modifiers::NONE, Key::F1),
            ("keys", Modifiers::SHIFT, Key::F1),
            ("memory", both, Key::M),
        ] {
            window.press(modifiers, key);
            look(&mut window, what);
            window.press(Modifiers::NONE, Key::Escape);
        }
        let mut window = Window::later(size, Theme::Light);
        look(&mut window, "translate");
        for (what, modifiers, key) in [
            ("analysis", both, Key::L),
            ("concordance", Modifiers::COMMAND, Key::K),
            ("memories", Modifiers::COMMAND, Key::M),
        ] {
            window.press(modifiers, key);
            window.settle();
            look(&mut window, what);
            window.press(Modifiers::NONE, Key::Escape);
        }
        window.press(both, Key::P);
        window.type_into(texts::text("find-a-command"), texts::text("command-pretranslate"));
        window.press(Modifiers::NONE, Key::Enter);
        assert!(window.shows(texts::text("pretranslate-fill-open-rows")));
        look(&mut window, "pretranslate");
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}
