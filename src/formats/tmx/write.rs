//! Writing TMX 1.4b, level 1 (texts alone) or 2 (with their inline codes).

use std::fmt::Write;

use super::{Entry, Level, codes, props};
use crate::formats::xml::chars::{push_attribute, push_text};
use crate::model::{Fingerprint, Lang, Problem, Reading, Timestamp, UnitRef, UnitTag};

/// The text of a TMX file in UTF-8. What the level leaves out, and characters that XML
/// cannot hold, are told.
#[must_use]
pub fn write<'a>(
    source: &Lang,
    target: &Lang,
    level: Level,
    entries: impl IntoIterator<Item = Entry<'a>>,
) -> Reading<String> {
    let mut writer = Writer { out: String::new(), level, lost: 0, codes_lost: 0 };
    writer.header(source);
    for entry in entries {
        writer.unit(&entry, source, target);
    }
    writer.out.push_str("</body>\n</tmx>\n");
    let told = [
        (writer.lost, "control characters that XML cannot hold were left out"),
        (writer.codes_lost, "inline codes (formatting, links) were left out, as in level 1"),
    ];
    let problems = told.into_iter().filter(|(count, _)| *count > 0);
    let problems =
        problems.map(|(count, what)| Problem::whole(format!("{count} {what}"))).collect();
    Reading { value: writer.out, problems }
}

struct Writer {
    out: String,
    level: Level,
    lost: usize,
    codes_lost: usize,
}

impl Writer {
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn header(&mut self, source: &Lang) {
        self.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header");
        self.attribute("creationtool", "Diptych");
        self.attribute("creationtoolversion", env!("CARGO_PKG_VERSION"));
        self.attribute("segtype", "sentence");
        self.attribute("o-tmf", "Diptych");
        self.attribute("adminlang", "en");
        self.attribute("srclang", source.as_str());
        self.attribute("datatype", "plaintext");
        self.raw("/>\n<body>\n");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.lost += push_attribute(&mut self.out, value);
        self.raw("\"");
    }

    fn unit(&mut self, entry: &Entry<'_>, source: &Lang, target: &Lang) {
        let Entry { id, at, unit } = entry;
        self.raw("<tu");
        self.attribute("tuid", &id.to_string());
        self.attribute("changedate", &time(*at));
        if !unit.author.is_empty() {
            self.attribute("changeid", unit.author);
        }
        self.raw(">\n");
        self.properties(unit);
        self.variant(source, unit.source, &unit.tags.source);
        self.variant(target, unit.target, &unit.tags.target);
        self.raw("</tu>\n");
    }

    fn properties(&mut self, unit: &UnitRef<'_>) {
        // Taken apart by name, so that a new field cannot be forgotten here.
        let UnitRef {
            source: _,
            target: _,
            status,
            author: _,
            approver,
            release,
            date,
            issuer,
            origin,
            context,
            tags: _,
        } = unit;
        self.property(props::STATUS, status.name());
        self.property(props::APPROVER, approver);
        self.property(props::RELEASE, release);
        self.property(props::DATE, &date.map(|date| date.to_string()).unwrap_or_default());
        self.property(props::ISSUER, issuer);
        self.property(props::ORIGIN, origin);
        self.property(props::BEFORE, &digits(context.before));
        self.property(props::AFTER, &digits(context.after));
    }

    fn property(&mut self, kind: &str, value: &str) {
        if !value.is_empty() {
            self.raw("<prop");
            self.attribute("type", kind);
            self.raw(">");
            self.lost += push_text(&mut self.out, value);
            self.raw("</prop>\n");
        }
    }

    fn variant(&mut self, lang: &Lang, text: &str, tags: &[UnitTag]) {
        self.raw("<tuv");
        self.attribute("xml:lang", lang.as_str());
        // White space at the ends would be taken for layout.
        let bare = text.trim() == text;
        self.raw(if bare { "><seg>" } else { "><seg xml:space=\"preserve\">" });
        match self.level {
            Level::Text => {
                self.codes_lost += tags.len();
                self.lost += push_text(&mut self.out, text);
            }
            Level::Tags => self.lost += codes::write(&mut self.out, text, tags),
        }
        self.raw("</seg></tuv>\n");
    }
}

/// The moment in ISO 8601's basic format, to the second, in UTC.
fn time(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn digits(print: Fingerprint) -> String {
    let mut digits = String::new();
    if !print.is_unknown() {
        // A fingerprint shows its digits through serde alone.
        let _ = write!(digits, "{}", crate::formats::ron_text::line(&print).trim_matches('"'));
    }
    digits
}
