//! A `tu` element as it was read, before languages are chosen.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};

use super::{TmxUnit, props};
use crate::formats::xml::reader::Element;
use crate::model::{Context, Fingerprint, Lang, Timestamp, Unit, UnitStatus, UnitTag, UnitTags};

/// Where a unit comes from that another program wrote.
const ORIGIN: &str = "TMX import";

/// A `tu`.
#[derive(Debug, Clone)]
pub(super) struct RawUnit {
    pub line: usize,
    pub id: Option<String>,
    pub made: Made,
    pub properties: Vec<(String, String)>,
    pub variants: Vec<Variant>,
    /// Why it cannot be used.
    pub bad: Option<String>,
}

/// A `tuv`.
#[derive(Debug, Clone)]
pub(super) struct Variant {
    /// As written; empty where it is missing.
    pub tag: String,
    pub lang: Option<Lang>,
    pub text: Option<String>,
    pub tags: Vec<UnitTag>,
    pub made: Made,
}

/// Who made something, and when.
#[derive(Debug, Clone, Default)]
pub(super) struct Made {
    by: Option<String>,
    at: Option<Timestamp>,
}

impl Made {
    fn of(element: &Element) -> Self {
        let by = element.attribute(&["changeid", "creationid"]);
        let time = |name: &str| element.attribute(&[name]).and_then(time);
        Self {
            by: by.filter(|by| !by.is_empty()).map(str::to_owned),
            at: time("changedate").or_else(|| time("creationdate")),
        }
    }
}

impl Variant {
    pub(super) fn open(element: &Element) -> Self {
        let tag = element.attribute(&["xml:lang", "lang"]).unwrap_or_default().trim().to_owned();
        let lang = tag.parse().ok();
        Self { tag, lang, text: None, tags: Vec::new(), made: Made::of(element) }
    }
}

impl RawUnit {
    pub(super) fn open(element: &Element) -> Self {
        Self {
            line: element.line,
            id: element.attribute(&["tuid"]).map(str::to_owned),
            made: Made::of(element),
            properties: Vec::new(),
            variants: Vec::new(),
            bad: None,
        }
    }

    /// Drops variants that cannot be used, and says why.
    pub(super) fn settle(&mut self) -> Vec<String> {
        let mut causes = Vec::new();
        self.variants.retain(|variant| {
            let cause = match (&variant.lang, variant.text.as_deref()) {
                (None, _) if variant.tag.is_empty() => Some("a text has no language".to_owned()),
                (None, _) => Some(format!("\"{}\" is not a language tag", variant.tag)),
                (Some(lang), None) => Some(format!("the text in {lang} has no <seg>")),
                // An empty target is an untranslated unit, no fault of the file.
                (Some(_), Some(text)) if text.trim().is_empty() => return false,
                _ => None,
            };
            let good = cause.is_none();
            causes.extend(cause.map(|cause| format!("{cause}; it was left out")));
            good
        });
        causes
    }

    fn property(&self, kind: &str) -> Option<&str> {
        let found = self.properties.iter().find(|(found, _)| found == kind);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The unit of one source and one target.
    pub(super) fn unit(&self, source: &Variant, target: &Variant) -> TmxUnit {
        let text = |variant: &Variant| variant.text.clone().unwrap_or_default();
        let own = |kind: &str| self.property(kind).unwrap_or_default().to_owned();
        let status = self.property(props::STATUS);
        let by = target.made.by.as_ref().or(self.made.by.as_ref());
        let unit = Unit {
            author: by.cloned().unwrap_or_default(),
            approver: own(props::APPROVER),
            release: own(props::RELEASE),
            date: self.property(props::DATE).and_then(|date| date.parse().ok()),
            issuer: own(props::ISSUER),
            origin: if status.is_some() { own(props::ORIGIN) } else { ORIGIN.to_owned() },
            context: self.context(),
            tags: UnitTags { source: source.tags.clone(), target: target.tags.clone() },
            ..Unit::plain(&text(source), &text(target), status.map_or(DEFAULT, self::status))
        };
        let at = target.made.at.or(self.made.at);
        TmxUnit { line: self.line, id: self.id.clone(), at, unit }
    }

    fn context(&self) -> Context {
        let print = |ours: &str, omegat: &str| {
            let ours = self.property(ours).and_then(fingerprint);
            ours.or_else(|| self.property(omegat).map(Fingerprint::of)).unwrap_or_default()
        };
        Context { before: print(props::BEFORE, "prev"), after: print(props::AFTER, "next") }
    }
}

/// What other programs' units count as: somebody confirmed them.
const DEFAULT: UnitStatus = UnitStatus::Translated;

fn status(name: &str) -> UnitStatus {
    let known =
        [UnitStatus::Draft, UnitStatus::Translated, UnitStatus::Approved, UnitStatus::Published];
    known.into_iter().find(|status| status.name() == name).unwrap_or(DEFAULT)
}

fn fingerprint(digits: &str) -> Option<Fingerprint> {
    let digits: StrDeserializer<'_, ValueError> = digits.into_deserializer();
    Fingerprint::deserialize(digits).ok()
}

/// A moment in ISO 8601's basic format, as TMX wants it (`20310312T090000Z`), or
/// in the extended one, as some write it.
fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(found) = text.parse() {
        return Some(found);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize| digits.get(from..to);
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let clock = |from: usize| part(from, from + 2).unwrap_or("00");
    let (hour, minute, second) = (clock(8), clock(10), clock(12));
    format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z").parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn times_are_read_as_tmx_and_others_write_them() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(super::time(text).map(|at| at.to_string()).as_deref(), expected, "{text}");
        };
        check("20310312T090001Z", Some("2031-03-12T09:00:01Z"));
        check("2031-03-12T09:00:01Z", Some("2031-03-12T09:00:01Z"));
        check("2031-03-12T11:00:01+02:00", Some("2031-03-12T09:00:01Z"));
        check("20310312", Some("2031-03-12T00:00:00Z"));
        check("20310312T0900", Some("2031-03-12T09:00:00Z"));
        check("yesterday", None);
        check("20311312T090001Z", None);
    }
}
