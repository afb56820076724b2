//! The cases under `tests/data/values`, and what holds of any text.

use proptest::prelude::*;

use super::*;

/// Numbers, dates and times of a language, a text and its keys a line.
const ALL: &[(&str, &str)] = &[
    ("ar", include_str!("../../../tests/data/values/all/ar.txt")),
    ("de", include_str!("../../../tests/data/values/all/de.txt")),
    ("el", include_str!("../../../tests/data/values/all/el.txt")),
    ("en", include_str!("../../../tests/data/values/all/en.txt")),
    ("es", include_str!("../../../tests/data/values/all/es.txt")),
    ("fr", include_str!("../../../tests/data/values/all/fr.txt")),
    ("he", include_str!("../../../tests/data/values/all/he.txt")),
    ("it", include_str!("../../../tests/data/values/all/it.txt")),
    ("ja", include_str!("../../../tests/data/values/all/ja.txt")),
    ("ko", include_str!("../../../tests/data/values/all/ko.txt")),
    ("nl", include_str!("../../../tests/data/values/all/nl.txt")),
    ("pl", include_str!("../../../tests/data/values/all/pl.txt")),
    ("pt", include_str!("../../../tests/data/values/all/pt.txt")),
    ("ru", include_str!("../../../tests/data/values/all/ru.txt")),
    ("uk", include_str!("../../../tests/data/values/all/uk.txt")),
    ("zh", include_str!("../../../tests/data/values/all/zh.txt")),
];

fn lang(tag: &str) -> Lang {
    tag.parse().expect(tag)
}

/// Keys with their units.
fn shown<'a>(values: impl Iterator<Item = &'a Value>) -> String {
    let keys: Vec<_> = values.map(|value| value.to_string().replace(' ', "~")).collect();
    if keys.is_empty() { "none".to_owned() } else { keys.join(" ") }
}

/// What is wrong with the cases of a file, and how many there are.
fn check(
    tag: &str,
    cases: &str,
    find: impl Fn(&str, Option<Date>) -> String,
) -> (Vec<String>, usize) {
    let (mut wrong, mut count, mut today) = (Vec::new(), 0, None);
    for line in cases.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(day) = line.strip_prefix("@ ") {
            today = day.parse().ok();
            continue;
        }
        let (text, expected) = line.split_once(" -> ").expect(line);
        let found = find(text, today);
        count += 1;
        if found != expected {
            wrong.push(format!("{tag}: {text}\n   {expected}\n   {found}"));
        }
    }
    (wrong, count)
}

#[test]
fn numbers_dates_and_times_have_the_keys_of_their_files() {
    let mut all = Vec::new();
    for (tag, cases) in ALL {
        let lang = lang(tag);
        let (wrong, count) = check(tag, cases, |text, today| {
            use ValueKind::{Acronym, Email, Phone, Url};
            let found = values_at(text, &lang, today);
            shown(found.iter().filter(|v| !matches!(v.kind, Acronym | Email | Phone | Url)))
        });
        println!("{tag}: {} of {count} right", count - wrong.len());
        all.extend(wrong);
    }
    assert!(all.is_empty(), "{} wrong; text, expected, found:\n{}", all.len(), all.join("\n"));
}

proptest! {
    #[test]
    fn values_follow_one_another(
        text in "\\PC{0,60}|[0-9 .,'/%:年月日一二十百千万亿第-]{0,30}|[a-zé0-9@.:/+() -]{0,40}",
        tag in 0..ALL.len(),
    ) {
        let lang = lang(ALL[tag].0);
        let values = values_at(&text, &lang, None);
        let mut end = 0;
        for value in &values {
            prop_assert!(value.start < value.end);
            prop_assert!(value.start >= end);
            prop_assert!(text.get(value.start..value.end).is_some());
            end = value.end;
        }
        for range in ranges(&text, &values, &lang) {
            prop_assert!(text.get(range.start..range.end).is_some());
        }
    }
}

/// The cases of a file in which each line begins with its language.
fn check_tagged(cases: &str, find: impl Fn(&str, &Lang) -> String) {
    let mut wrong = Vec::new();
    for line in cases.lines().filter(|line| !line.starts_with('#')) {
        let (tag, case) = line.split_once(' ').expect(line);
        let (found, _) = check(tag, case, |text, _| find(text, &lang(tag)));
        wrong.extend(found);
    }
    assert!(wrong.is_empty(), "text, expected, found:\n{}", wrong.join("\n"));
}

#[test]
fn addresses_and_acronyms_have_the_keys_of_their_file() {
    check_tagged(include_str!("../../../tests/data/values/addresses.txt"), |text, lang| {
        use ValueKind::{Acronym, Email, Phone, Url};
        let found = values_at(text, lang, None);
        let told = found.iter().filter(|v| matches!(v.kind, Acronym | Email | Phone | Url));
        let told: Vec<_> = told.map(|v| format!("{}:{}", v.kind.name(), v.key)).collect();
        if told.is_empty() { "none".to_owned() } else { told.join(" ") }
    });
}

#[test]
fn ranges_have_the_keys_of_their_file() {
    check_tagged(include_str!("../../../tests/data/values/ranges.txt"), |text, lang| {
        shown(ranges(text, &values_at(text, lang, None), lang).iter())
    });
}

/// What a repeated text takes.
fn seconds(repeated: &str, times: usize) -> f64 {
    let text = repeated.repeat(times);
    let lang = lang("fr");
    let start = std::time::Instant::now();
    let values = values_at(&text, &lang, None);
    std::hint::black_box(ranges(&text, &values, &lang));
    let quoted = super::super::quotation::quotations(&[&text], &lang);
    let names = super::super::name::names(&text, &lang);
    std::hint::black_box(super::super::attribution::attributions(&text, &quoted, &names, &lang));
    start.elapsed().as_secs_f64()
}

#[test]
fn the_time_is_linear_whatever_is_repeated() {
    /// Eight times the text may take so many times as long: a square would take 64.
    const MOST: f64 = 24.0;
    /// Shorter runs are not judged: the clock and the machine decide them.
    const SHORTEST_SECS: f64 = 0.25;
    let texts = [
        "1",
        "1 ",
        "1.",
        "1-",
        "٣",
        "一",
        "百",
        "a.",
        "a-",
        "a@",
        "A",
        "A ",
        "U.",
        "«",
        "« ",
        "“‘",
        "\"",
        "' ",
        "(",
        "+1 ",
        "deux ",
        "un ",
        "et ",
        "mille ",
        "hier, ",
        "mardi ",
        "14:00 ",
        "12 juin au ",
        "a déclaré « b ». ",
        "« a », a dit Paul Vidal, « b ».\n",
        "第",
        "年",
        "IV ",
    ];
    for text in texts {
        let size = 8_000 / text.len();
        let (short, long) = (seconds(text, size), seconds(text, size * 8));
        assert!(long < SHORTEST_SECS || long < short * MOST, "{text:?}: {short} s, {long} s");
    }
}
