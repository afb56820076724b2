//! Addresses of mail and the web (RFC 5321, RFC 3986), telephone numbers (E.123),
//! acronyms.
//!
//! | found | key |
//! |---|---|
//! | `Press@Example.org` | `press@example.org` |
//! | `https://example.org/a`, `www.example.org` | as written, the host in small letters |
//! | `+33 (0)1 43 17 53 53`, `tel. 030-555 01` | `+33143175353`, `03055501` |
//! | `ONU`, `U.N.`, `G20`, `COVID-19` | `ONU`, `UN`, `G20`, `COVID-19` |
//!
//! Left out: addresses in other scripts, hosts without `www.` or a scheme but for the
//! commonest ends (`example.org`), postal addresses.

use super::super::scan::{Scan, digit, is_digit};
use super::super::script;
use super::super::value::ValueKind;
use super::lexicon::What;
use super::{Reader, roman};

/// Ends of host names that are read without a scheme (IANA root zone, the commonest).
const TOP_LEVEL: &[&str] = &[
    "com", "org", "net", "int", "gov", "edu", "info", "eu", "fr", "de", "uk", "ch", "at", "be",
    "nl", "es", "it", "pt", "ru", "by", "ua", "pl", "cn", "jp", "kr", "il", "ca", "us", "br",
];

/// The longest host name (RFC 1035 §2.3.4) and the longest name of a mailbox, in characters.
const LONGEST_HOST: usize = 255;

/// The fewest and most digits of a telephone number (E.164).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

impl Reader<'_> {
    /// The mail or web address at byte `start`.
    pub(super) fn address(&self, start: usize) -> Option<(usize, ValueKind, String)> {
        let mut scan = Scan::new(self.text, start);
        let in_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let mut length = 0;
        while length < LONGEST_HOST && scan.eat_if(in_host) {
            length += 1;
        }
        let head = scan.since(start);
        match scan.peek() {
            Some('@') => {
                scan.bump();
                let host_start = scan.at();
                scan.eat_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
                let host = scan.since(host_start).trim_end_matches(['.', '-']);
                let end = host_start + host.len();
                let key = format!("{head}@{host}").to_ascii_lowercase();
                (!head.is_empty() && host.contains('.')).then_some((end, ValueKind::Email, key))
            }
            Some(':') if matches!(head, "http" | "https" | "ftp") && scan.eat_str("://") => {
                self.url(start, scan)
            }
            _ if head.starts_with("www.") || is_host(head) => {
                let host = head.trim_end_matches(['.', '-']);
                let end = start + host.len();
                let mut path = Scan::new(self.text, end);
                if path.peek() == Some('/') {
                    return self.url(start, path);
                }
                path.eat_if(|c| c == '.');
                let goes_on = path.peek().is_some_and(char::is_alphanumeric);
                (!goes_on).then(|| (end, ValueKind::Url, host.to_ascii_lowercase()))
            }
            _ => None,
        }
    }

    /// The rest of a web address whose scheme and host were passed in part.
    fn url(&self, start: usize, mut scan: Scan) -> Option<(usize, ValueKind, String)> {
        let path = scan.at();
        let fits = |c: char| {
            c.is_ascii_alphanumeric() || c.is_ascii() && "-._~:/?#@!$&*+,;=%()".contains(c)
        };
        scan.eat_while(fits);
        let passed = scan.since(path);
        let kept = passed.trim_end_matches(['.', ',', ';', ':', '!', '?', '*']);
        let kept = without_bracket(kept);
        let end = path + kept.len();
        let written = self.text.get(start..end)?;
        let host_end = written.find("://").map_or(0, |at| at + 3);
        let (scheme, rest) = written.split_at_checked(host_end)?;
        let host = rest.find('/').unwrap_or(rest.len());
        let (host, path) = rest.split_at_checked(host)?;
        let key = format!("{}{}{path}", scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
        (!rest.is_empty()).then_some((end, ValueKind::Url, key))
    }

    /// The telephone number at byte `start`: with a `+`, behind its word, or in the form
    /// `613-555-0100`.
    pub(super) fn phone(&self, start: usize) -> Option<(usize, String)> {
        let mut scan = Scan::new(self.text, start);
        let plus = scan.eat_if(|c| c == '+');
        let cued = self.cued(start, What::PhoneBefore);
        if !plus && !cued && !may_be_american(scan) {
            return None;
        }
        let (mut key, mut end) = (String::new(), start);
        let mut groups: Vec<usize> = Vec::new();
        let mut trunk = false;
        loop {
            trunk |= plus && !groups.is_empty() && scan.eat_str("(0)");
            scan.eat_spaces(usize::from(trunk));
            let bracket = scan.eat_if(|c| c == '(');
            let group_start = scan.at();
            let digits = scan.eat_while(is_digit);
            if digits == 0 || key.len() + digits > *PHONE_DIGITS.end() {
                break;
            }
            let figures = scan.since(group_start).chars().filter_map(digit);
            key.extend(figures.map(|value| char::from(b'0' + value)));
            groups.push(digits);
            if bracket && !scan.eat_if(|c| c == ')') {
                break;
            }
            end = scan.at();
            if scan.eat_if(|c| matches!(c, '.' | '-' | '‑' | '–' | '/')) {
                continue;
            }
            if scan.eat_spaces(1) == 0 && !bracket && scan.peek() != Some('(') {
                break;
            }
        }
        let goes_on = Scan::new(self.text, end).peek().is_some_and(char::is_alphanumeric);
        let american = groups == [3, 3, 4];
        let told = plus || american || cued;
        let fits = told && PHONE_DIGITS.contains(&key.len()) && !goes_on;
        fits.then(|| (end, if plus { format!("+{key}") } else { key }))
    }

    /// The acronym at byte `start`: capitals, in a text that is not all of them.
    pub(super) fn acronym(&self, start: usize) -> Option<(usize, String)> {
        /// Letters and figures of the longest acronym.
        const LONGEST: usize = 8;
        let mut scan = Scan::new(self.text, start);
        if let Some(found) = dotted(scan) {
            return Some(found);
        }
        let capitals = scan.eat_while(char::is_uppercase);
        let letters = scan.since(start).to_owned();
        let mut figures = scan.eat_while(is_digit);
        let mut hyphen = scan;
        if figures == 0
            && hyphen.eat_if(|c| matches!(c, '-' | '‑'))
            && hyphen.peek().is_some_and(is_digit)
        {
            scan = hyphen;
            figures = scan.eat_while(is_digit);
        }
        let goes_on = |c: char| c.is_alphanumeric() && !script::is_unspaced(c);
        if scan.peek().is_some_and(goes_on) || capitals + figures > LONGEST {
            return None;
        }
        let numeral = figures == 0 && roman::is_small(&letters);
        let enough = capitals >= 2 || (capitals == 1 && figures > 0 && scan.since(start).len() < 4);
        (enough && !numeral && !self.shouts).then(|| (scan.at(), scan.since(start).to_owned()))
    }
}

/// An address without the closing brackets at its end that nothing in it opened.
fn without_bracket(mut address: &str) -> &str {
    let surplus = address.matches(')').count().saturating_sub(address.matches('(').count());
    for _ in 0..surplus {
        address = address.strip_suffix(')').unwrap_or(address);
    }
    address
}

/// Whether three digits and a mark stand at a place: `613-555-0100`, `(613) 555-0100`.
fn may_be_american(mut scan: Scan) -> bool {
    let bracket = scan.eat_if(|c| c == '(');
    let digits = (0..3).all(|_| scan.eat_if(is_digit));
    digits && scan.eat_if(|c| if bracket { c == ')' } else { matches!(c, '-' | '.') })
}

/// `U.N.`, `U.S.A.`: capitals with stops.
fn dotted(mut scan: Scan) -> Option<(usize, String)> {
    let mut letters = String::new();
    while letters.chars().count() < 8 {
        let mut after = scan;
        let letter = after.peek().filter(|c| c.is_uppercase());
        after.bump();
        let (Some(letter), true) = (letter, after.eat_if(|c| c == '.')) else { break };
        letters.push(letter);
        scan = after;
    }
    let goes_on = scan.peek().is_some_and(char::is_alphanumeric);
    (letters.chars().count() >= 2 && !goes_on).then(|| (scan.at(), letters))
}

/// A host name without a scheme, such as `example.org`.
fn is_host(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let Some((host, end)) = word.rsplit_once('.') else { return false };
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    TOP_LEVEL.contains(&end)
        && host.chars().count() >= 2
        && host.chars().all(letters)
        && host.chars().any(|c| c.is_ascii_lowercase())
        && !host.starts_with('.')
        && !host.contains("..")
}
