//! Times of day in words, with halves of the day and time zones.
//!
//! | written | key | unit |
//! |---|---|---|
//! | `6:30 p.m.`, `6.30 pm`, `下午6时30分`, `18.30 Uhr`, `à 18 heures 30` | `18:30` | |
//! | `18:30 GMT`, `18h30 (heure de Paris)` | `18:30` | `UTC`, `Europe/Paris` |
//! | `18:30 UTC+3`, `10:00 (UTC +03:00)` | … | `UTC+3`, `UTC+03:00` |
//! | `à 18h (heure locale)` | `18:00` | `local` |
//!
//! Zones are names of the IANA table where a city or country is meant, `UTC` with an
//! offset else. An hour alone is one only with its word and a cue (`à 18 heures`): `18
//! heures` is as long as it is late. Left out: noon and midnight, `half past six`.

use super::super::date::{figures, small};
use super::super::scan::{Scan, is_digit};
use super::super::time;
use super::lexicon::What;
use super::{Reader, han};

/// A time as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) end: usize,
    /// Hours, minutes and, where told, seconds.
    pub(super) key: String,
    /// The zone, empty where none is told.
    pub(super) zone: String,
}

/// An hour and a minute, and the place behind them.
type Clock<'a> = (u8, u8, Scan<'a>);

impl Reader<'_> {
    /// The time of day at byte `start`.
    pub(super) fn time(&self, start: usize) -> Option<Time> {
        let scan = Scan::new(self.text, start);
        if !scan.peek().is_some_and(is_digit) {
            return self.time_behind_words(scan);
        }
        if let Some((end, key)) = time::at(self.text, start) {
            let seconds = key.get(5..).unwrap_or_default().to_owned();
            let hour = key.get(..2)?.parse().ok()?;
            let minute = key.get(3..5)?.parse().ok()?;
            let scan = Scan::new(self.text, end);
            let (hour, mut scan) = self.half_behind(hour, scan).unwrap_or((hour, scan));
            let mut word = scan;
            if word.eat_spaces(1) == 1 {
                scan = self.lexicon.eat(word, What::Hour).unwrap_or(scan);
            }
            return Some(self.in_zone(hour, minute, &seconds, scan));
        }
        let (hour, minute, scan) = self.clock(scan, start)?;
        Some(self.in_zone(hour, minute, "", scan))
    }

    /// `下午6时30分`, `北京时间18:30`, `午後6時`.
    fn time_behind_words(&self, scan: Scan) -> Option<Time> {
        for (what, mut after) in self.lexicon.at(scan) {
            after.eat_spaces(1);
            match what {
                What::Zone(zone) => {
                    let inner = self.time(after.at()).filter(|time| time.zone.is_empty());
                    if let Some(time) = inner {
                        return Some(Time { zone: zone.to_owned(), ..time });
                    }
                }
                What::Am | What::Pm | What::Noon => {
                    let digits = after.peek().is_some_and(|c| is_digit(c) || han::begins(c));
                    let inner = if digits { self.named_hour(after) } else { None };
                    if let Some((hour, minute, behind)) = inner {
                        return Some(self.in_zone(in_half(hour, what), minute, "", behind));
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Forms that need a word: `18.30 Uhr`, `6 p.m.`, `18 heures 30`, and behind a cue `в 18.30`.
    fn clock<'b>(&'b self, scan: Scan<'b>, start: usize) -> Option<Clock<'b>> {
        let mut bare = scan;
        let hour = small(&mut bare).filter(|&hour| hour <= 24)?;
        let mut dotted = bare;
        let minute = if dotted.eat_if(|c| matches!(c, '.' | ':')) {
            figures(&mut dotted, 2).filter(|&(m, digits)| m < 60 && digits == 2)
        } else {
            None
        };
        let minute = minute.and_then(|(minute, _)| u8::try_from(minute).ok());
        let behind = if minute.is_some() { dotted } else { bare };
        let minutes = minute.unwrap_or(0);
        let cued = self.cued(start, What::TimeBefore);
        if let Some((hour, after)) = self.half_behind(hour, behind)
            && (minute.is_some() || cued || is_latin_half(behind))
        {
            return Some((hour, minutes, after));
        }
        let mut spaced = behind;
        spaced.eat_spaces(1);
        let named = self.lexicon.eat(spaced, What::Hour);
        let uhr = matches!(self.lang.base(), "de" | "nl" | "ja" | "zh" | "ko");
        match (minute, named) {
            (Some(_), Some(after)) => Some((hour, minutes, after)),
            (Some(_), None) if cued && !is_measure(behind) => Some((hour, minutes, behind)),
            (None, Some(after)) if cued || uhr => Some(self.minutes_behind(hour, after)),
            (None, Some(after)) => {
                // `18 часов 30 минут`, `6 часов вечера`.
                let (hour, minute, end) = self.minutes_behind(hour, after);
                let (later, half) = self.half_behind(hour, end).unwrap_or((hour, end));
                (end.at() > after.at() || half.at() > end.at()).then_some((later, minute, half))
            }
            _ => None,
        }
    }

    /// The hour of a Chinese, Japanese or Korean time with its word: `6时30分`, `六点半`.
    fn named_hour<'b>(&'b self, mut scan: Scan<'b>) -> Option<Clock<'b>> {
        if let Some((end, key)) = time::at(self.text, scan.at()) {
            let hour = key.get(..2)?.parse().ok()?;
            return Some((hour, key.get(3..5)?.parse().ok()?, Scan::new(self.text, end)));
        }
        let hour = small(&mut scan).or_else(|| u8::try_from(han::eat(&mut scan)?).ok())?;
        scan.eat_spaces(1);
        let after = self.lexicon.eat(scan, What::Hour).filter(|_| hour <= 24)?;
        Some(self.minutes_behind(hour, after))
    }

    /// The minutes behind an hour: ` 30`, `30分`, `半`.
    fn minutes_behind<'b>(&self, hour: u8, after: Scan<'b>) -> Clock<'b> {
        let mut scan = after;
        if scan.eat_if(|c| c == '半') {
            return (hour, 30, scan);
        }
        scan.eat_spaces(1);
        let minute = small(&mut scan).or_else(|| u8::try_from(han::eat(&mut scan)?).ok());
        let Some(minute) = minute.filter(|&minute| minute < 60) else { return (hour, 0, after) };
        let mut word = scan;
        word.eat_spaces(1);
        let named = self.lexicon.eat(word, What::Minute);
        let two = minute >= 10 || scan.since(after.at()).contains('0');
        let goes_on = scan.peek().is_some_and(char::is_alphanumeric);
        match named {
            Some(end) => (hour, minute, end),
            None if two && !goes_on && matches!(self.lang.base(), "fr" | "de" | "pt" | "es") => {
                (hour, minute, scan)
            }
            None => (hour, 0, after),
        }
    }

    /// The half of the day behind a time: ` p.m.`, ` вечера`, ` heures du soir`.
    fn half_behind<'b>(&self, hour: u8, scan: Scan<'b>) -> Option<(u8, Scan<'b>)> {
        let mut after = scan;
        after.eat_spaces(1);
        let half = |what| matches!(what, What::Am | What::Pm).then_some(what);
        let found = self.lexicon.find(after, half).or_else(|| {
            let mut named = self.lexicon.eat(after, What::Hour)?;
            named.eat_spaces(1);
            self.lexicon.find(named, half)
        });
        let (half, end) = found.filter(|_| hour <= 12)?;
        Some((in_half(hour, half), end))
    }

    /// A time with the zone behind it.
    fn in_zone(&self, hour: u8, minute: u8, seconds: &str, scan: Scan) -> Time {
        let key = format!("{hour:02}:{minute:02}{seconds}");
        let (end, zone) = self.zone(scan).unwrap_or((scan.at(), String::new()));
        Time { end, key, zone }
    }

    /// The zone behind a time, in brackets or behind a comma too.
    fn zone(&self, scan: Scan) -> Option<(usize, String)> {
        let mut after = scan;
        after.eat_if(|c| matches!(c, ',' | '،'));
        after.eat_spaces(1);
        let bracket = after.eat_if(|c| matches!(c, '(' | '（' | '['));
        let zone = |what| if let What::Zone(zone) = what { Some(zone) } else { None };
        let (name, mut end) = self.lexicon.find(after, zone)?;
        let mut name = name.to_owned();
        if name == "UTC" {
            name.push_str(&offset(&mut end));
        }
        if bracket && !end.eat_if(|c| matches!(c, ')' | '）' | ']')) {
            return None;
        }
        Some((end.at(), name))
    }
}

/// Whether `a.m.` or `p.m.` comes next, which no cue need announce: Russian `4 дня` is as
/// long as it is late.
fn is_latin_half(mut scan: Scan) -> bool {
    scan.eat_spaces(1);
    scan.eat_if(|c| matches!(c, 'a' | 'p' | 'A' | 'P'))
        && scan.peek().is_some_and(|c| matches!(c, '.' | 'm' | 'M'))
}

/// The hours east of Greenwich behind `UTC`: `+3`, ` -05:00`; empty where there are none.
fn offset(scan: &mut Scan) -> String {
    let mut after = *scan;
    after.eat_spaces(1);
    let start = after.at();
    let east = after.peek() == Some('+');
    if !after.eat_if(|c| matches!(c, '+' | '-' | '−' | '–')) {
        return String::new();
    }
    let figures_start = after.at();
    if small(&mut after).is_none_or(|hours| hours > 14) || start == after.at() {
        return String::new();
    }
    let mut minutes = after;
    if minutes.eat_if(|c| c == ':') && figures(&mut minutes, 2).is_some() {
        after = minutes;
    }
    *scan = after;
    format!("{}{}", if east { '+' } else { '-' }, after.since(figures_start))
}

/// An hour of the half of a day.
const fn in_half(hour: u8, half: What) -> u8 {
    match half {
        What::Am if hour == 12 => 0,
        What::Pm if hour < 12 => hour + 12,
        What::Noon if hour < 11 => hour + 12,
        _ => hour,
    }
}

/// Whether a figure with a stop is measured rather than a time: `в 2.15 раза`, `6.30 %`.
fn is_measure(mut scan: Scan) -> bool {
    let goes_on = scan.peek().is_some_and(|c| c.is_alphanumeric() || c == '%');
    let mut fraction = scan;
    let longer =
        fraction.eat_if(|c| matches!(c, '.' | ',')) && fraction.peek().is_some_and(is_digit);
    scan.eat_spaces(1);
    let word = scan.eat_word();
    goes_on || longer || word.starts_with("раз") || word == "млн" || scan.peek() == Some('%')
}
