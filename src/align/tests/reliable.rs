//! The confidence is worth its name: the reliability table as a test.
//!
//! The documents of `tests/data/alignment` and `tests/data/align`, as they are and
//! with passages left out and page chrome put about them, several times over. What
//! holds of the aligner's confidence must not hold of one that knows a bead's type
//! alone.

use std::collections::BTreeMap;

use super::{Dice, FIXTURES, lang, own_blocks};
use crate::align::accuracy::{Counts, Judged, Link, Reliability, compare, judge, read_beads};
use crate::align::{Pair, Side, align};
use crate::model::Unwatched;

macro_rules! set {
    ($name:literal, $document:literal, $source:literal, $target:literal) => {{
        (
            ($source, $target),
            include_str!(concat!(
                "../../../tests/data/alignment/",
                $name,
                "_",
                $source,
                "-",
                $target,
                "/",
                $document,
                ".",
                $source
            )),
            include_str!(concat!(
                "../../../tests/data/alignment/",
                $name,
                "_",
                $source,
                "-",
                $target,
                "/",
                $document,
                ".",
                $target
            )),
            include_str!(concat!(
                "../../../tests/data/alignment/",
                $name,
                "_",
                $source,
                "-",
                $target,
                "/",
                $document,
                ".gold"
            )),
        )
    }};
}

/// Languages, source, target, gold.
type Set = ((&'static str, &'static str), &'static str, &'static str, &'static str);

fn sets() -> Vec<Set> {
    let mut sets = vec![
        set!("sample", "statement", "fr", "de"),
        set!("sample", "statement", "fr", "en"),
        set!("sample", "statement", "fr", "es"),
        set!("sample", "statement", "fr", "ru"),
        set!("sample", "statement", "fr", "zh"),
        set!("sample", "statement", "ru", "en"),
        set!("short", "floods", "fr", "en"),
        set!("short", "signing", "ru", "en"),
        set!("short", "visit", "zh", "en"),
    ];
    sets.extend(FIXTURES.iter().map(|f| (f.langs, f.source, f.target, f.gold)));
    sets
}

/// Page chrome of an invented office, by language.
const CHROME: [(&str, [&str; 8]); 6] = [
    (
        "fr",
        [
            "Menu",
            "Rechercher",
            "Espace presse",
            "Suivez-nous",
            "Plan du site",
            "Haut de page",
            "Vos questions",
            "Ce site utilise des témoins de connexion.",
        ],
    ),
    (
        "en",
        [
            "Skip to content",
            "Our team",
            "Events",
            "Back to top",
            "Terms of use",
            "Jobs",
            "Send to a friend",
            "We use cookies on this site.",
        ],
    ),
    (
        "de",
        [
            "Übersicht",
            "Termine",
            "Nach oben",
            "Barrierefreiheit",
            "Das Haus",
            "Folgen Sie uns",
            "Seite empfehlen",
            "Diese Seite verwendet Cookies.",
        ],
    ),
    (
        "es",
        [
            "Inicio",
            "Calendario",
            "Síganos",
            "Mapa del sitio",
            "Volver arriba",
            "Accesibilidad",
            "Sala de prensa",
            "Este sitio utiliza cookies.",
        ],
    ),
    (
        "ru",
        [
            "Меню",
            "Календарь",
            "Медиатека",
            "Наверх",
            "Обратная связь",
            "Карта сайта",
            "Вакансии",
            "Этот сайт использует файлы cookie.",
        ],
    ),
    (
        "zh",
        [
            "菜单",
            "搜索",
            "媒体中心",
            "网站地图",
            "返回顶部",
            "招聘",
            "关注我们",
            "本网站使用Cookie。",
        ],
    ),
];

/// One document pair.
struct Page {
    source: Vec<String>,
    target: Vec<String>,
    gold: Vec<Link>,
}

/// A bead by its texts.
type Texts = (Vec<String>, Vec<String>);

fn page(beads: &[Texts]) -> Page {
    let mut page = Page { source: Vec::new(), target: Vec::new(), gold: Vec::new() };
    for (ours, theirs) in beads {
        let (source, target) = (page.source.len(), page.target.len());
        page.source.extend_from_slice(ours);
        page.target.extend_from_slice(theirs);
        page.gold.push(Link {
            source: (source..page.source.len()).collect(),
            target: (target..page.target.len()).collect(),
        });
    }
    page
}

fn texts((_, source, target, gold): &Set) -> Vec<Texts> {
    let (source, target): (Vec<&str>, Vec<&str>) =
        (source.lines().collect(), target.lines().collect());
    let own = |ids: &[usize], of: &[&str]| ids.iter().map(|id| of[*id].to_owned()).collect();
    let beads = read_beads(gold).value;
    beads.iter().map(|link| (own(&link.source, &source), own(&link.target, &target))).collect()
}

/// Passages left out on either side, and chrome at both ends.
fn spoilt(set: &Set, dice: &mut Dice) -> Vec<Texts> {
    let mut beads = texts(set);
    for _ in 0..2 {
        let (at, run, side) = (dice.below(beads.len() as u64), 1 + dice.below(3), dice.below(2));
        let at = usize::try_from(at).unwrap_or(0);
        for bead in beads.iter_mut().skip(at).take(usize::try_from(run).unwrap_or(1)) {
            if side == 0 { bead.0.clear() } else { bead.1.clear() }
        }
    }
    beads.retain(|bead| !bead.0.is_empty() || !bead.1.is_empty());
    let mut chrome = |lang: &str, is_source: bool| -> Vec<Texts> {
        let lines = CHROME.iter().find(|c| c.0 == lang).map_or(&[][..], |c| &c.1[..]);
        let (first, count) = (dice.below(8), dice.below(5));
        let chosen = lines.iter().cycle().skip(usize::try_from(first).unwrap_or(0));
        let chosen = chosen.take(usize::try_from(count).unwrap_or(0));
        let one = |line: &&str| {
            let line = vec![(*line).to_owned()];
            if is_source { (line, Vec::new()) } else { (Vec::new(), line) }
        };
        chosen.map(one).collect()
    };
    let (source, target) = set.0;
    let head: Vec<_> = chrome(source, true).into_iter().chain(chrome(target, false)).collect();
    let tail: Vec<_> = chrome(source, true).into_iter().chain(chrome(target, false)).collect();
    head.into_iter().chain(beads).chain(tail).collect()
}

/// All beads found, each held against the gold, with their pairs; and the counts.
fn judged() -> (Vec<(Judged, Pair)>, Counts) {
    let mut dice = Dice(41);
    let (mut all, mut counts) = (Vec::new(), Counts::default());
    for set in sets() {
        let langs = (lang(set.0.0), lang(set.0.1));
        let variants = (0..6).map(|k| if k == 0 { texts(&set) } else { spoilt(&set, &mut dice) });
        for beads in variants {
            let page = page(&beads);
            let (source, target) = (own_blocks(&page.source), own_blocks(&page.target));
            let source = Side { lang: &langs.0, sentences: &source };
            let target = Side { lang: &langs.1, sentences: &target };
            let pairs = align(&source, &target, &[], None, &Unwatched).expect("nobody cancels");
            counts += compare(&page.gold, &pairs.iter().map(Link::from).collect::<Vec<_>>());
            all.extend(judge(&page.gold, &pairs).into_iter().zip(pairs));
        }
    }
    (all, counts)
}

/// What a confidence must do: doubt what is mostly wrong, trust what is mostly right,
/// and put the wrong beads where a person looks first.
fn is_reliable(beads: &[Judged]) -> bool {
    let table = Reliability::of(beads);
    let (doubtful, wrong) = table.doubtful;
    wrong * 2 > doubtful
        && doubtful * 100 > beads.len()
        && table.trusted.1 * 12 < table.trusted.0
        && table.auc.is_some_and(|auc| auc >= 0.9)
        && table.worst_tenth.is_some_and(|found| found >= 0.6)
        && table.calibration_error < 0.05
}

#[test]
fn confidence_is_reliable_and_more_than_the_type_of_a_bead() {
    let (found, counts) = judged();
    assert!(counts.f1() > 0.93, "{:.3} {counts:?}", counts.f1());
    let beads: Vec<Judged> = found.iter().map(|(judged, _)| *judged).collect();
    assert!(is_reliable(&beads), "{:?}", Reliability::of(&beads));
    // The best that can be known from the type alone: how often each is right here.
    let mut types: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
    for (judged, pair) in &found {
        let share = types.entry((pair.source.len(), pair.target.len())).or_default();
        share.0 += f64::from(u8::from(judged.right));
        share.1 += 1.0;
    }
    let by_type: Vec<Judged> = found
        .iter()
        .map(|(judged, pair)| {
            let share = types[&(pair.source.len(), pair.target.len())];
            Judged { confidence: share.0 / share.1, right: judged.right }
        })
        .collect();
    assert!(!is_reliable(&by_type), "{:?}", Reliability::of(&by_type));
    let (ours, theirs) = (Reliability::of(&beads), Reliability::of(&by_type));
    assert!(ours.auc > theirs.auc.map(|auc| auc + 0.1), "{ours:?} {theirs:?}");
}
