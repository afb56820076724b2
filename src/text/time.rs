//! Times of day: `14:49`, `14:49:05`, `18h00`, `18 h 30`.
//!
//! Left out: a.m. and p.m., hours in words.

use super::date::{figures, small};
use super::scan::{Scan, is_space};

/// A time of day at byte `start`: `14:49`, `14:49:05`, `18h00`, `18 h 30`, with its key.
pub(crate) fn at(text: &str, start: usize) -> Option<(usize, String)> {
    let mut scan = Scan::new(text, start);
    let hour = small(&mut scan).filter(|&hour| hour < 25)?;
    let colon = scan.eat_if(|c| matches!(c, ':' | '：'));
    if !colon {
        scan.eat_spaces(1);
        if !scan.eat_if(|c| c == 'h') {
            return None;
        }
        scan.eat_spaces(1);
    }
    let minute = two_digits(&mut scan);
    let minute = if colon { minute? } else { minute.unwrap_or(0) };
    let mut seconds = String::new();
    let mut end = scan.at();
    if !colon && minute == 0 && scan.before().is_some_and(is_space) {
        end -= scan.before().map_or(0, char::len_utf8);
    }
    if colon && scan.eat_if(|c| c == ':') {
        seconds = format!(":{:02}", two_digits(&mut scan)?);
        end = scan.at();
    }
    let goes_on = Scan::new(text, end).peek().is_some_and(char::is_alphanumeric);
    (!goes_on).then(|| (end, format!("{hour:02}:{minute:02}{seconds}")))
}

/// Two digits below 60.
fn two_digits(scan: &mut Scan) -> Option<u8> {
    let mut after = *scan;
    let (value, count) = figures(&mut after, 2)?;
    let value = u8::try_from(value).ok().filter(|&value| count == 2 && value < 60)?;
    *scan = after;
    Some(value)
}
