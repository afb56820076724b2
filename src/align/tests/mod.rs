//! Whole alignments: fixtures with floors, what each ingredient is worth on them,
//! and what must hold of any input.

use super::accuracy::{Counts, Link, Reliability, compare, judge, read_beads};
use super::gap::GapModel;
use super::settings::Settings;
use super::{Lexicon, Pair, Sentence, Side, align, pass};
use crate::model::{Cancelled, Lang, Role, Unwatched, Watch};

macro_rules! fixture {
    ($name:literal, $source:literal, $target:literal) => {
        Fixture {
            name: $name,
            langs: ($source, $target),
            source: include_str!(concat!("../../../tests/data/align/", $name, ".", $source)),
            target: include_str!(concat!("../../../tests/data/align/", $name, ".", $target)),
            gold: include_str!(concat!("../../../tests/data/align/", $name, ".gold")),
        }
    };
}

/// A document pair with its gold beads; `tests/data/align/README.md`.
struct Fixture {
    name: &'static str,
    langs: (&'static str, &'static str),
    source: &'static str,
    target: &'static str,
    gold: &'static str,
}

const FIXTURES: [Fixture; 4] = [
    fixture!("port", "fr", "en"),
    fixture!("bridge", "ru", "en"),
    fixture!("forum", "zh", "en"),
    fixture!("museum", "de", "fr"),
];

fn lang(tag: &str) -> Lang {
    tag.parse().expect(tag)
}

/// Each line a sentence and a block of its own.
fn lines(text: &str) -> Vec<Sentence<'_>> {
    let lines = text.lines().enumerate();
    lines.map(|(block, text)| Sentence { text, block, role: Role::Body }).collect()
}

fn own_blocks(texts: &[String]) -> Vec<Sentence<'_>> {
    let numbered = texts.iter().enumerate();
    numbered.map(|(block, text)| Sentence { text, block, role: Role::Body }).collect()
}

fn aligned(source: &[Sentence], target: &[Sentence], langs: (&str, &str)) -> Vec<Pair> {
    let langs = (lang(langs.0), lang(langs.1));
    let sides =
        (Side { lang: &langs.0, sentences: source }, Side { lang: &langs.1, sentences: target });
    let pairs = align(&sides.0, &sides.1, &[], None, &Unwatched).expect("nobody cancels");
    check_partition(&pairs, source.len(), target.len());
    pairs
}

/// Beads hold each sentence of both sides once, in order, with a confidence.
fn check_partition(pairs: &[Pair], source: usize, target: usize) {
    let mut end = (0, 0);
    for pair in pairs {
        assert_eq!((pair.source.start, pair.target.start), end, "{pairs:?}");
        assert!(pair.source.len() + pair.target.len() > 0);
        assert!((0.0..=1.0).contains(&pair.confidence));
        end = (pair.source.end, pair.target.end);
    }
    assert_eq!(end, (source, target));
}

fn links(pairs: &[Pair]) -> Vec<Link> {
    pairs.iter().map(Link::from).collect()
}

fn score(fixture: &Fixture, settings: &Settings) -> Counts {
    let langs = (lang(fixture.langs.0), lang(fixture.langs.1));
    let (source, target) = (lines(fixture.source), lines(fixture.target));
    let sides =
        (Side { lang: &langs.0, sentences: &source }, Side { lang: &langs.1, sentences: &target });
    let pairs = pass::run((&sides.0, &sides.1), &[], None, settings, &Unwatched);
    let pairs = pairs.expect("nobody cancels");
    let gold = read_beads(fixture.gold);
    assert!(gold.problems.is_empty(), "{}", fixture.name);
    compare(&gold.value, &links(&pairs))
}

#[test]
fn fixtures_reach_their_floors() {
    for (fixture, floor) in FIXTURES.iter().zip([0.95, 0.9, 0.95, 0.98]) {
        let counts = score(fixture, &Settings::default());
        assert!(counts.f1() >= floor, "{}: {:.3} {counts:?}", fixture.name, counts.f1());
    }
}

/// The mean F1 of all fixtures.
fn mean(settings: &Settings) -> f64 {
    let sum: f64 = FIXTURES.iter().map(|fixture| score(fixture, settings).f1()).sum();
    sum / FIXTURES.len() as f64
}

#[test]
fn words_and_gaps_carry_the_fixtures() {
    let all = Settings::default();
    let closed = GapModel { open: 1e-9, edge: 1e-9, stay: 1e-9, turn: 1e-9 };
    let without = [
        Settings { lexical: 0.0, ..all.clone() },
        Settings { gaps: closed, gap_pseudo_count: 1e9, ..all.clone() },
    ];
    for settings in without {
        assert!(mean(&settings) < mean(&all) - 0.1, "{settings:?}");
    }
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    /// A made-up word of some letters.
    fn word(&mut self, first: char, letters: u64) -> String {
        let mut letter =
            || char::from_u32(u32::from(first) + u32::try_from(self.below(24)).unwrap_or(0));
        (0..letters).filter_map(|_| letter()).collect()
    }
}

/// Aligns made-up lines, a block each, and gives the share of `gold` that is found.
fn share_found(
    source: &[String],
    target: &[String],
    gold: &[(usize, usize)],
    settings: &Settings,
) -> f64 {
    let (ours, theirs) = (source.join("\n"), target.join("\n"));
    let (ours, theirs) = (lines(&ours), lines(&theirs));
    let langs = (lang("uk"), lang("cs"));
    let sides =
        (Side { lang: &langs.0, sentences: &ours }, Side { lang: &langs.1, sentences: &theirs });
    let pairs = pass::run((&sides.0, &sides.1), &[], None, settings, &Unwatched);
    let pairs = pairs.expect("nobody cancels");
    check_partition(&pairs, source.len(), target.len());
    let is_found = |gold: &&(usize, usize)| {
        pairs.iter().any(|p| {
            (p.source.clone(), p.target.clone()) == (gold.0..gold.0 + 1, gold.1..gold.1 + 1)
        })
    };
    gold.iter().filter(is_found).count() as f64 / gold.len() as f64
}

#[test]
fn length_alone_aligns_what_no_word_links() {
    let mut dice = Dice(5);
    let (mut source, mut target, mut gold) = (Vec::new(), Vec::new(), Vec::new());
    for line in 0..40 {
        let letters = 8 + dice.below(220);
        if line % 9 == 4 {
            target.push(dice.word('a', letters / 2));
            target.push(dice.word('a', letters / 2));
        } else {
            gold.push((source.len(), target.len()));
            target.push(dice.word('a', letters));
        }
        source.push(dice.word('а', letters));
    }
    let all = Settings::default();
    assert!(share_found(&source, &target, &gold, &all) > 0.9);
    let without = Settings { length: 0.0, ..all };
    assert!(share_found(&source, &target, &gold, &without) < 0.5);
}

#[test]
fn the_documents_teach_their_own_words() {
    let mut dice = Dice(11);
    let words: Vec<(String, String)> =
        (0..60).map(|_| (dice.word('а', 5), dice.word('a', 5))).collect();
    let (mut source, mut target, mut gold) = (Vec::new(), Vec::new(), Vec::new());
    for line in 0..60 {
        let mut sentence = (Vec::new(), Vec::new());
        for _ in 0..6 {
            let place = usize::try_from(dice.below(60)).unwrap_or(0);
            sentence.0.push(words[place].0.clone());
            sentence.1.push(words[place].1.clone());
        }
        if line % 8 == 0 {
            sentence.0.push((1000 + line).to_string());
            sentence.1.push((1000 + line).to_string());
        }
        source.push(sentence.0.join(" "));
        if ![11, 20, 29, 38, 47].contains(&line) {
            gold.push((line, target.len()));
            target.push(sentence.1.join(" "));
        }
    }
    let all = Settings::default();
    let without = Settings { discount: 1e9, ..all.clone() };
    let found = [all, without].map(|settings| share_found(&source, &target, &gold, &settings));
    assert!(found[0] > 0.95 && found[1] < 0.9, "{found:?}");
}

#[test]
fn blocks_and_roles_are_evidence() {
    // Eight lines of one length that no word links, one of them an omission: only
    // the layout can tell which.
    let mut dice = Dice(3);
    let ours: Vec<String> = (0..8).map(|_| dice.word('а', 30)).collect();
    let theirs: Vec<String> = (0..7).map(|_| dice.word('a', 30)).collect();
    let side = |texts: &'static [String], layout: &[(usize, Role)]| -> Vec<Sentence<'static>> {
        let with = texts.iter().zip(layout);
        with.map(|(text, &(block, role))| Sentence { text, block, role }).collect()
    };
    let (ours, theirs): (&'static [String], &'static [String]) = (ours.leak(), theirs.leak());
    let (head, body, chrome) = (Role::Headline, Role::Body, Role::Chrome);
    let source =
        [(0, head), (1, body), (1, body), (1, body), (2, body), (2, body), (3, body), (4, chrome)];
    let target = [(0, head), (1, body), (1, body), (2, body), (2, body), (3, body), (4, chrome)];
    let pairs = aligned(&side(ours, &source), &side(theirs, &target), ("uk", "cs"));
    let found: Vec<_> = pairs
        .iter()
        .filter(|p| !p.source.is_empty() && !p.target.is_empty())
        .map(|p| (p.source.start, p.target.start))
        .collect();
    for bead in [(0, 0), (4, 3), (5, 4), (6, 5), (7, 6)] {
        assert!(found.contains(&bead), "{bead:?} in {found:?}");
    }
}

#[test]
fn a_lexicon_from_a_memory_helps() {
    let (ru, en) = (lang("ru"), lang("en"));
    let mut dice = Dice(17);
    let words: Vec<(String, String)> =
        (0..24).map(|_| (dice.word('а', 7), dice.word('a', 7))).collect();
    let mut sentence = || {
        let places: Vec<usize> =
            (0..4).map(|_| usize::try_from(dice.below(24)).unwrap_or(0)).collect();
        let join = |of: &dyn Fn(usize) -> String| {
            places.iter().map(|p| of(*p)).collect::<Vec<_>>().join(" ")
        };
        (join(&|p| words[p].0.clone()), join(&|p| words[p].1.clone()))
    };
    let units: Vec<(String, String)> = (0..80).map(|_| sentence()).collect();
    let document: Vec<(String, String)> = (0..9).map(|_| sentence()).collect();
    let pairs = units.iter().map(|(s, t)| (s.as_str(), t.as_str()));
    let lexicon = Lexicon::from_pairs((&ru, &en), pairs, &Unwatched).expect("nobody cancels");
    let source: Vec<Sentence> = document
        .iter()
        .enumerate()
        .map(|(block, (text, _))| Sentence { text, block, role: Role::Body })
        .collect();
    let kept = document.iter().enumerate().filter(|(line, _)| !(2..5).contains(line));
    let target: Vec<Sentence> =
        kept.map(|(block, (_, text))| Sentence { text, block, role: Role::Body }).collect();
    let sides = (Side { lang: &ru, sentences: &source }, Side { lang: &en, sentences: &target });
    let right = |lexicon: Option<&Lexicon>| {
        let pairs = align(&sides.0, &sides.1, &[], lexicon, &Unwatched).expect("nobody cancels");
        let gold = [(0, 0), (1, 1), (5, 2), (6, 3), (7, 4), (8, 5)];
        gold.iter()
            .filter(|g| {
                pairs.iter().any(|p| p.source == (g.0..g.0 + 1) && p.target == (g.1..g.1 + 1))
            })
            .count()
    };
    assert_eq!(right(Some(&lexicon)), 6);
    assert!(right(None) < 6);
}

#[test]
fn anchors_never_move_and_are_learnt_from() {
    let fixture = &FIXTURES[0];
    let (source, target) = (lines(fixture.source), lines(fixture.target));
    let langs = (lang(fixture.langs.0), lang(fixture.langs.1));
    let sides =
        (Side { lang: &langs.0, sentences: &source }, Side { lang: &langs.1, sentences: &target });
    let pair = |source, target| Pair { source, target, confidence: 1.0 };
    // Wrong on purpose: what a person accepted stands.
    let accepted = [pair(3..4, 2..4), pair(8..10, 5..5), pair(12..13, 9..12)];
    let pairs = align(&sides.0, &sides.1, &accepted, None, &Unwatched).expect("nobody cancels");
    check_partition(&pairs, source.len(), target.len());
    for anchor in &accepted {
        assert!(pairs.contains(anchor), "{anchor:?} in {pairs:?}");
    }
    let free = align(&sides.0, &sides.1, &[], None, &Unwatched).expect("nobody cancels");
    let right: Vec<Pair> = free.iter().take(6).cloned().collect();
    let again = align(&sides.0, &sides.1, &right, None, &Unwatched).expect("nobody cancels");
    assert_eq!(links(&again), links(&free), "accepting what was found changes nothing");
}

#[test]
fn exchanging_the_sides_exchanges_the_beads() {
    for fixture in &FIXTURES {
        let there = aligned(&lines(fixture.source), &lines(fixture.target), fixture.langs);
        let langs = (fixture.langs.1, fixture.langs.0);
        let back = aligned(&lines(fixture.target), &lines(fixture.source), langs);
        let two_sided = |pairs: &[Pair], turned: bool| {
            let mut found: Vec<_> = pairs
                .iter()
                .filter(|p| !p.source.is_empty() && !p.target.is_empty())
                .map(|p| (p.source.clone(), p.target.clone()))
                .map(|(s, t)| if turned { (t, s) } else { (s, t) })
                .map(|(s, t)| (s.start, s.end, t.start, t.end))
                .collect();
            found.sort_unstable();
            found
        };
        assert_eq!(two_sided(&there, false), two_sided(&back, true), "{}", fixture.name);
    }
}

#[test]
fn any_input_gives_beads_in_order() {
    let texts =
        ["", "\n\n", "Oui.", "1\n2\n3", "7\n7\n7\n7", FIXTURES[0].source, FIXTURES[2].target];
    for source in texts {
        for target in texts {
            aligned(&lines(source), &lines(target), ("fr", "en"));
        }
    }
    let twice = aligned(&lines(FIXTURES[0].source), &lines(FIXTURES[0].source), ("fr", "fr"));
    assert!(twice.iter().all(|p| p.source == p.target && p.confidence > 0.9));
    let few: Vec<_> = lines(FIXTURES[0].target).into_iter().take(3).collect();
    let pairs = aligned(&lines(FIXTURES[0].source), &few, ("fr", "en"));
    assert!(pairs.iter().filter(|p| p.source.len() == 1 && p.target.len() == 1).count() <= 3);
}

#[test]
fn a_large_grid_is_searched_along_its_landmarks() {
    let mut dice = Dice(23);
    let mut line = |number: u64| {
        (format!("{} {number}", dice.word('а', 9)), format!("{number} {}", dice.word('a', 9)))
    };
    let all: Vec<(String, String)> = (0..2000).map(|k| line(100_000 + 7 * k)).collect();
    let source: Vec<String> = all.iter().map(|l| l.0.clone()).collect();
    let target: Vec<String> = all
        .iter()
        .enumerate()
        .filter(|(k, _)| !(300..900).contains(k))
        .map(|(_, l)| l.1.clone())
        .collect();
    let gold: Vec<_> = (0..2000)
        .filter(|k| !(300..900).contains(k))
        .map(|k| (k, if k < 300 { k } else { k - 600 }))
        .collect();
    let settings = Settings { passes: 2, most_nodes: 200_000, ..Settings::default() };
    assert!(share_found(&source, &target, &gold, &settings) > 0.99);
}

#[test]
fn confidence_is_low_where_beads_are_wrong() {
    let judged: Vec<_> = FIXTURES
        .iter()
        .flat_map(|fixture| {
            let pairs = aligned(&lines(fixture.source), &lines(fixture.target), fixture.langs);
            judge(&read_beads(fixture.gold).value, &pairs)
        })
        .collect();
    let reliability = Reliability::of(&judged);
    assert!(reliability.auc.is_none_or(|auc| auc > 0.9), "{reliability:?}");
    assert!(reliability.trusted.1 * 20 < reliability.trusted.0, "{reliability:?}");
    // Two texts that have nothing to do with each other.
    let unrelated = aligned(&lines(FIXTURES[1].source), &lines(FIXTURES[3].target), ("ru", "fr"));
    let sure = unrelated.iter().filter(|p| !p.source.is_empty() && !p.target.is_empty());
    let mean = sure.clone().map(|p| p.confidence).sum::<f32>() / sure.count().max(1) as f32;
    assert!(mean < 0.6, "{mean}");
}

#[test]
fn work_reports_and_stops() {
    /// Stops at the given report, and keeps the last one.
    struct Stop(std::sync::Mutex<(usize, usize)>);
    impl Watch for Stop {
        fn report(&self, done: usize, total: usize) -> Result<(), Cancelled> {
            let mut left = self.0.lock().expect("one thread");
            assert!(done <= total);
            left.1 = left.1.max(done);
            left.0 = left.0.checked_sub(1).ok_or(Cancelled)?;
            Ok(())
        }
    }
    let langs = (lang("fr"), lang("en"));
    let (source, target) = (lines(FIXTURES[0].source), lines(FIXTURES[0].target));
    let sides =
        (Side { lang: &langs.0, sentences: &source }, Side { lang: &langs.1, sentences: &target });
    for reports in [0, 1, 5, 40, 200] {
        let stop = Stop(std::sync::Mutex::new((reports, 0)));
        assert_eq!(align(&sides.0, &sides.1, &[], None, &stop), Err(Cancelled), "{reports}");
    }
    let stop = Stop(std::sync::Mutex::new((usize::MAX, 0)));
    align(&sides.0, &sides.1, &[], None, &stop).expect("nobody cancels");
    assert_eq!(stop.0.lock().expect("one thread").1, 4 * (3 * 21 + 16 + 2), "all rows are told");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
    #[test]
    fn beads_hold_every_sentence_once(
        source in proptest::collection::vec("\\PC{0,12}|[0-9 .]{0,6}|Minsk, 5 mai", 0..12),
        target in proptest::collection::vec("\\PC{0,12}|[0-9 .]{0,6}|Minsk, 5 May", 0..12),
    ) {
        let (ours, theirs) = (own_blocks(&source), own_blocks(&target));
        aligned(&ours, &theirs, ("fr", "en"));
    }
}

mod bad;
mod reliable;
