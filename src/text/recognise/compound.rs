//! Numbers that are one word: German `einundzwanzig`, Italian `ventuno`, Dutch
//! `eenentwintig`, made from their parts up to 2,999, and round
//! thousands beyond (`zweitausend`).

/// German units as they stand in compounds, from 1.
const GERMAN_UNITS: [&str; 9] =
    ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
const GERMAN_TEENS: [&str; 10] = [
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
];
const GERMAN_TENS: [&str; 8] =
    ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

const DUTCH_UNITS: [&str; 9] =
    ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
const DUTCH_TEENS: [&str; 10] = [
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
];
const DUTCH_TENS: [&str; 8] =
    ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

const ITALIAN_UNITS: [&str; 9] =
    ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"];
const ITALIAN_TEENS: [&str; 10] = [
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
];
const ITALIAN_TENS: [&str; 8] =
    ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];

/// The numbers of a language that are written in one word, with their values.
///
/// The lone words for one are left out: they are articles.
pub(super) fn numbers(lang: &str) -> Vec<(String, u16)> {
    let below: fn(u16) -> String = match lang {
        "de" => german,
        "nl" => dutch,
        "it" => italian,
        _ => return Vec::new(),
    };
    let mut numbers: Vec<_> = (2..1000).map(|number| (below(number), number)).collect();
    if lang == "de" {
        let swiss = numbers.iter().filter(|(form, _)| form.contains("dreißig"));
        let swiss: Vec<_> = swiss.map(|(f, n)| (f.replace('ß', "ss"), *n)).collect();
        numbers.extend(swiss);
        numbers.push(("einhundert".to_owned(), 100));
    }
    numbers.extend(thousands(lang, below));
    if lang == "it" {
        let plain = numbers.iter().filter(|(form, _)| form.ends_with("tré"));
        let plain: Vec<_> = plain.map(|(f, n)| (f.replace('é', "e"), *n)).collect();
        numbers.extend(plain);
    }
    numbers
}

/// The part of a table at a place, empty beyond its end.
fn part<'a>(table: &[&'a str], place: u16) -> &'a str {
    table.get(usize::from(place)).copied().unwrap_or_default()
}

/// Units stand before the tens, joined by `and`.
fn units_first(number: u16, units: &[&str], teens: &[&str], tens: &[&str], and: &str) -> String {
    let (ten, unit) = (number / 10, number % 10);
    match (ten, unit) {
        (0, _) => part(units, unit - 1).to_owned(),
        (1, _) => part(teens, unit).to_owned(),
        (_, 0) => part(tens, ten - 2).to_owned(),
        _ => format!("{}{and}{}", part(units, unit - 1), part(tens, ten - 2)),
    }
}

/// Round thousands, and those with a rest up to [`MOST_WITH_REST`]: `zweitausend`,
/// `duemilaventisei`.
fn thousands(lang: &str, below: fn(u16) -> String) -> Vec<(String, u16)> {
    let word = match lang {
        "de" => "tausend",
        "nl" => "duizend",
        _ => "mila",
    };
    let whole = |count: u16| (format!("{}{word}", below(count)), count * 1000);
    let most = u16::MAX / 1000;
    let rests = (2..=MOST_WITH_REST).flat_map(|count| {
        let (form, number) = whole(count);
        (1..1000).map(move |rest| (format!("{form}{}", below(rest)), number + rest))
    });
    (2..=most).map(whole).chain(rests).collect()
}

/// Years are written out up to here; greater numbers with a rest are written in figures.
const MOST_WITH_REST: u16 = 2;

fn german(number: u16) -> String {
    let below = |n: u16| match n {
        0 => String::new(),
        1 => "eins".to_owned(),
        _ => units_first(n, &GERMAN_UNITS, &GERMAN_TEENS, &GERMAN_TENS, "und"),
    };
    match number / 100 {
        0 => below(number),
        1 => format!("hundert{}", below(number % 100)),
        hundreds => format!("{}hundert{}", part(&GERMAN_UNITS, hundreds - 1), below(number % 100)),
    }
}

fn dutch(number: u16) -> String {
    let below = |n: u16| {
        // A unit that ends in a vowel is parted by a diaeresis: tweeëntwintig.
        let and = if matches!(n % 10, 2 | 3) { "ën" } else { "en" };
        if n == 0 {
            String::new()
        } else {
            units_first(n, &DUTCH_UNITS, &DUTCH_TEENS, &DUTCH_TENS, and)
        }
    };
    match number / 100 {
        0 => below(number),
        1 => format!("honderd{}", below(number % 100)),
        hundreds => format!("{}honderd{}", part(&DUTCH_UNITS, hundreds - 1), below(number % 100)),
    }
}

fn italian(number: u16) -> String {
    let (ten, unit) = (number % 100 / 10, number % 10);
    let below = match (ten, unit) {
        (0, 0) => String::new(),
        (0, _) => part(&ITALIAN_UNITS, unit - 1).to_owned(),
        (1, _) => part(&ITALIAN_TEENS, unit).to_owned(),
        (_, 0) => part(&ITALIAN_TENS, ten - 2).to_owned(),
        // The ten loses its vowel before one: ventuno, ventotto; a final three has an accent.
        (_, 1 | 8) => {
            let ten = part(&ITALIAN_TENS, ten - 2);
            let cut: String = ten.chars().take(ten.chars().count() - 1).collect();
            format!("{cut}{}", part(&ITALIAN_UNITS, unit - 1))
        }
        (_, 3) => format!("{}tré", part(&ITALIAN_TENS, ten - 2)),
        _ => format!("{}{}", part(&ITALIAN_TENS, ten - 2), part(&ITALIAN_UNITS, unit - 1)),
    };
    match number / 100 {
        0 => below,
        1 => format!("cento{below}"),
        hundreds => format!("{}cento{below}", part(&ITALIAN_UNITS, hundreds - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_those_of_the_grammar() {
        let cases = [
            ("de", 21, "einundzwanzig"),
            ("de", 76, "sechsundsiebzig"),
            ("de", 131, "hunderteinunddreißig"),
            ("de", 500, "fünfhundert"),
            ("nl", 22, "tweeëntwintig"),
            ("nl", 48, "achtenveertig"),
            ("it", 21, "ventuno"),
            ("it", 38, "trentotto"),
            ("it", 43, "quarantatré"),
            ("it", 250, "duecentocinquanta"),
        ];
        for (lang, number, form) in cases {
            assert!(numbers(lang).contains(&(form.to_owned(), number)), "{lang} {form}");
        }
        assert!(numbers("fr").is_empty());
    }
}
