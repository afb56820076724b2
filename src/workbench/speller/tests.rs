//! A tiny dictionary of our own, in more encodings than one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;
use crate::store::testing::MemoryFiles;

/// A plural in `s`, and `SET` in front.
const AFF: &str = "TRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n";
const ENGLISH: &str = "7\nthe\nbridge/S\nopen/S\nin\navant-garde\ntown/S\ndon't\n";
const FRENCH: &str = "5\nle\npont/S\nété/S\naccord/S\naujourd'hui\n";

struct Desk {
    files: Arc<MemoryFiles>,
    speller: Speller,
}

fn home() -> Home {
    Home::at("/home".into())
}

fn put(files: &MemoryFiles, name: &str, bytes: &[u8]) {
    files.create_dir_all(&home().dictionaries()).expect("a folder");
    files.write_atomic(&home().dictionaries().join(name), bytes).expect("a file");
}

fn start(files: Arc<MemoryFiles>) -> Desk {
    let speller = Speller::start(files.clone(), home(), Arc::new(|| {}));
    Desk { files, speller }
}

fn desk() -> Desk {
    let files = Arc::new(MemoryFiles::new());
    put(&files, "en_US.aff", format!("SET UTF-8\n{AFF}").as_bytes());
    put(&files, "en_US.dic", ENGLISH.as_bytes());
    let latin_1 = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    put(&files, "fr.aff", &latin_1(&format!("SET ISO8859-1\n{AFF}")));
    put(&files, "fr.dic", &latin_1(FRENCH));
    start(files)
}

impl Desk {
    /// The words that are not known, by `|`.
    fn unknown(&self, lang: &str, text: &str, source: (&str, &str)) -> String {
        let (lang, source_lang) = (lang.parse().expect("one"), source.0.parse().expect("one"));
        let asked = Asked { text, lang: &lang, source: source.1, source_lang: &source_lang };
        let _ = self.speller.findings(asked);
        self.speller.settle();
        let found = self.speller.findings(asked).expect("all is checked");
        let words = found.iter().map(|range| text.get(range.clone()).expect("a word"));
        words.collect::<Vec<_>>().join("|")
    }

    fn check(&self, lang: &str, text: &str, expected: &str) {
        assert_eq!(self.unknown(lang, text, ("ru", "")), expected, "{lang}: {text}");
    }
}

#[test]
fn words_that_no_dictionary_knows_are_found() {
    let desk = desk();
    desk.check("en", "The bridges open in towns.", "");
    desk.check("en", "The brigde opens ni town, don’t.", "brigde|ni");
    desk.check("en", "The avant-garde town-bridge and avant-brigde", "and|avant|brigde");
    desk.check("fr-FR", "Le pont, l’été d’aujourd’hui, l’acord, étés", "acord");
    desk.check("de", "Wird nicht geprüft", "");
    assert_eq!(desk.speller.found(&"de".parse().expect("de")), Some(Found::Missing));
    desk.check("zh", "桥 brigde", "");
}

#[test]
fn what_is_known_of_a_text_is_told_while_the_rest_is_checked() {
    let desk = desk();
    desk.check("en", "The brigde", "brigde");
    let (en, ru) = ("en".parse().expect("en"), "ru".parse().expect("ru"));
    let asked = |text| Asked { text, lang: &en, source: "", source_lang: &ru };
    let so_far = desk.speller.findings_so_far(asked("The brigde ope"));
    assert_eq!(
        *so_far,
        *std::slice::from_ref(&(4..10)),
        "a letter typed hides no finding before it"
    );
}

#[test]
fn names_of_the_source_are_passed_over() {
    let desk = desk();
    let source = ("fr", "Le pont de Brévanne, dit Anna Lemaire.");
    assert_eq!(desk.unknown("en", "The bridge in Brévanne Lemaier", source), "Lemaier");
    let source = ("ru", "Мост в Минске, заявил Иван Сергеев.");
    assert_eq!(desk.unknown("en", "The bridge, Ivan Sergeev", source), "");
}

#[test]
fn suggestions_come_from_the_dictionary() {
    let (desk, en) = (desk(), "en".parse().expect("en"));
    desk.check("en", "brigde", "brigde");
    assert_eq!(desk.speller.suggestions("brigde", &en), None);
    desk.speller.suggest("brigde", &en);
    desk.speller.settle();
    let found = desk.speller.suggestions("brigde", &en).expect("an answer");
    assert_eq!(found.first().map(String::as_str), Some("bridge"), "{found:?}");
}

#[test]
fn own_words_are_known_in_every_region_and_after_a_restart() {
    let (desk, en) = (desk(), "en".parse().expect("en"));
    desk.check("en", "The vello brigde, Vello", "vello|brigde|Vello");
    desk.speller.add("vello", &en);
    desk.check("en", "The vello brigde, Vello", "brigde");
    desk.speller.settle();
    let again = start(desk.files.clone());
    again.check("en-GB", "The vello brigde", "brigde");
    let words = desk.files.read(&home().words(&en)).expect("a file");
    assert_eq!(String::from_utf8_lossy(&words), "vello\n");
}

#[test]
fn a_broken_dictionary_is_told_with_its_file_and_is_asked_nothing() {
    for (aff, dic) in [
        ("SET UTF-8\nSFX S Y many\n", "1\nword\n"),
        ("SET NO-SUCH\n", "1\nword\n"),
        ("SET UTF-8\nFLAG num\n", "1\nword/x\n"),
        ("SET UTF-8\n", "not a number\nword\n"),
    ] {
        let files = Arc::new(MemoryFiles::new());
        put(&files, "en.aff", aff.as_bytes());
        put(&files, "en.dic", dic.as_bytes());
        let desk = start(files);
        desk.check("en", "The brigde", "");
        let found = desk.speller.found(&"en".parse().expect("en"));
        assert!(matches!(found, Some(Found::Broken(_))), "{aff:?}: {found:?}");
        let told = desk.speller.problems();
        assert!(matches!(told.as_slice(), [one] if one.contains("en.")), "{told:?}");
    }
}

#[test]
fn a_folder_of_the_system_comes_behind_the_home() {
    let desk = desk();
    let system = PathBuf::from("/system");
    desk.files.create_dir_all(&system).expect("a folder");
    for (name, text) in [("de_DE.aff", "SET UTF-8\n"), ("de_DE.dic", "1\nBrücke\n")] {
        desk.files.write_atomic(&system.join(name), text.as_bytes()).expect("a file");
    }
    desk.check("de", "Brücke Bruecke", "");
    desk.speller.look_in(vec![system]);
    desk.check("de", "Brücke Bruecke", "Bruecke");
    let found = desk.speller.found(&"de".parse().expect("de"));
    assert_eq!(found, Some(Found::Loaded(Path::new("/system/de_DE.dic").into())));
}
