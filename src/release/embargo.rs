//! What an embargo line says: until when a release is not to be known, and in which time zone.
//!
//! `Embargo : 12 mars 2026, 18h00 (heure de Paris)`, `Embargoed until 18:00 GMT`, and what a
//! person types: `18:00`, `13.03.2026 9:00 Europe/Vienna`, `18:00 +02:00`. A date that is not said
//! is the release's; a zone that is not said is the reader's, and is passed in. A line that only
//! speaks of delivery, or names no hour, is none. Left out: `noon`, `midnight`, week days.

use jiff::civil::{DateTime, Time};
use jiff::tz::{Offset, TimeZone};

use crate::model::{Date, Document, Lang, Role, Timestamp};
use crate::text::ValueKind;
use crate::text::recognise::values_at;

/// An embargo as it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Until when.
    pub until: Timestamp,
    /// In which zone it was said: an IANA name or an offset; empty where none was.
    pub zone: String,
}

/// The embargo that a document's line sets. `day` is the release's date, `here` the zone of a
/// line that names none.
#[must_use]
pub fn of(document: &Document, day: Option<Date>, here: &TimeZone) -> Option<Said> {
    let blocks = document.blocks.iter().filter(|block| block.role == Role::Embargo);
    let mut lines = blocks.map(|block| {
        let parts = block.segments.iter().flat_map(|s| [s.text.as_str(), s.after.as_str()]);
        parts.collect::<String>()
    });
    lines.find_map(|line| read(&line, &document.lang, day, here))
}

/// The embargo that a text sets.
#[must_use]
pub fn read(text: &str, lang: &Lang, day: Option<Date>, here: &TimeZone) -> Option<Said> {
    let values = values_at(text, lang, day);
    let time = values.iter().find(|value| value.kind == ValueKind::Time)?;
    let mut dates = values.iter().filter(|value| value.kind == ValueKind::Date);
    let date = dates.find_map(|value| value.key.parse::<Date>().ok()).or(day)?;
    let clock = clock(&time.key)?;
    let told = Some(time.unit.as_str()).filter(|unit| !matches!(*unit, "" | "local"));
    let zone = told.map(str::to_owned).or_else(|| named(text)).unwrap_or_default();
    let until = in_zone(DateTime::from_parts(date, clock), &zone, here)?;
    Some(Said { until, zone })
}

/// The zone of a name: IANA's, `UTC`, or an offset.
#[must_use]
pub fn zone(name: &str) -> Option<TimeZone> {
    let offset = name.strip_prefix("UTC").unwrap_or(name);
    match offset {
        "" => Some(TimeZone::UTC),
        _ if offset.starts_with(['+', '-']) => hours(offset).map(Offset::to_time_zone),
        _ => TimeZone::get(name).ok(),
    }
}

/// A moment on the clock of a zone; the reader's where it has no name.
fn in_zone(at: DateTime, name: &str, here: &TimeZone) -> Option<Timestamp> {
    let zone = if name.is_empty() { here.clone() } else { zone(name)? };
    zone.to_timestamp(at).ok()
}

/// `18:00`, `18:00:30`.
fn clock(key: &str) -> Option<Time> {
    let mut parts = key.split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().flatten().unwrap_or(0);
    // 24:00 is the next day's midnight, and no embargo is said so; it is left to be typed anew.
    Time::new(hour, minute, second, 0).ok()
}

/// A zone that stands in a text by its name: `Europe/Vienna`, `+02:00`.
fn named(text: &str) -> Option<String> {
    let words = text.split_whitespace().map(|word| word.trim_matches(['(', ')', ',', ';', '.']));
    words
        .filter(|word| {
            let iana = word.contains('/') && word.starts_with(char::is_alphabetic);
            iana || word.starts_with(['+', '-'])
        })
        .find(|word| zone(word).is_some())
        .map(str::to_owned)
}

/// `+2`, `+02:00`, `-0330`.
fn hours(offset: &str) -> Option<Offset> {
    let negative = offset.starts_with('-');
    let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "0"),
        3 => digits.split_at_checked(1)?,
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    let seconds = 3600 * hours.parse::<i32>().ok()? + 60 * minutes.parse::<i32>().ok()?;
    Offset::from_seconds(if negative { -seconds } else { seconds }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `lang | line | moment in UTC | zone`; the moment `-` where the line sets none.
    const CASES: &str = include_str!("../../tests/data/late/embargoes.txt");

    #[test]
    fn embargoes_are_read_as_their_file_says() {
        let day = "2026-03-12".parse().ok();
        let here = Offset::from_seconds(3600).expect("an hour").to_time_zone();
        let mut count = 0;
        for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
            let [lang, text, moment, zone] = parts.as_slice() else { panic!("{line}") };
            let said = read(text, &lang.parse().expect("a language"), day, &here);
            let told = said.as_ref().map_or_else(|| "-".to_owned(), |s| s.until.to_string());
            assert_eq!(told, *moment, "{line}");
            assert_eq!(
                said.map_or_else(String::new, |said| said.zone),
                zone.trim_matches('-'),
                "{line}"
            );
            count += 1;
        }
        assert!(count >= 15, "{count} cases");
    }

    #[test]
    fn the_line_of_a_document_sets_it_with_the_releases_day() {
        let mut ids = crate::model::SeededIds::new(1);
        let mut document =
            Document::empty("fr".parse().expect("fr"), Timestamp::UNIX_EPOCH, &mut ids);
        assert_eq!(of(&document, "2026-03-12".parse().ok(), &TimeZone::UTC), None);
        let mut block = |role, text: &str| crate::model::Block {
            id: crate::model::BlockId::fresh(&mut ids),
            role,
            lang: None,
            line: 0,
            before: String::new(),
            codes: Vec::new(),
            segments: vec![crate::model::Segment {
                id: crate::model::SegmentId::fresh(&mut ids),
                parent: None,
                number: crate::model::RowNumber::new(1),
                text: text.to_owned(),
                original: None,
                tags: Vec::new(),
                after: String::new(),
            }],
        };
        let blocks =
            [block(Role::Body, "Il ouvre à 9h00."), block(Role::Embargo, "Sous embargo : 18h00")];
        document.blocks = blocks.into();
        let said = of(&document, "2026-03-12".parse().ok(), &TimeZone::UTC).expect("an embargo");
        assert_eq!(said.until.to_string(), "2026-03-12T18:00:00Z");
    }
}
