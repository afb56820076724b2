//! The fast way to read a line that [`revision_line`](super::revision_line) wrote.
//!
//! A memory of 100,000 units is 100,000 such lines, and the `ron` crate with its
//! serde machinery takes five times as long for them. This reader knows the one
//! order and spelling that we write and nothing else: at the first byte that is
//! not as expected it gives up, and `ron` reads the line. So it can be wrong
//! only by being too strict, which costs time and no data; a test holds it to
//! what `ron` reads.

use std::borrow::Cow;
use std::str::FromStr;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};

use crate::model::{
    Context, Fingerprint, Revision, RevisionId, SubText, TagKind, Unit, UnitChange, UnitStatus,
    UnitTag, UnitTags,
};

/// The kinds of inline codes as they are spelt, a longer one before what it begins with.
const KINDS: [(TagKind, &str); 8] = [
    (TagKind::OpenLone, "OpenLone"),
    (TagKind::CloseLone, "CloseLone"),
    (TagKind::Open, "Open"),
    (TagKind::Close, "Close"),
    (TagKind::Alone, "Alone"),
    (TagKind::Unknown, "Unknown"),
    (TagKind::MarkStart, "MarkStart"),
    (TagKind::MarkEnd, "MarkEnd"),
];

/// Reads a line without its comma; `None` unless it is spelt as we spell it.
pub(super) fn read(line: &str) -> Option<Revision> {
    let mut rest = Rest(line);
    rest.eat("(id:")?;
    let id = rest.parsed()?;
    rest.eat(",unit:")?;
    let unit = rest.parsed()?;
    let parents = if rest.eats(",parents:[") { rest.ids()? } else { Vec::new() };
    rest.eat(",at:")?;
    let at = rest.parsed()?;
    rest.eat(",change:")?;
    let change = if rest.eats("Put(") {
        UnitChange::Put(rest.unit()?)
    } else {
        rest.eat("Delete(")?;
        UnitChange::Delete { by: rest.optional("by:")? }
    };
    rest.eat("))")?;
    rest.0.is_empty().then_some(Revision { id, unit, parents, at, change })
}

/// What is still to be read of the line.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn eats(&mut self, text: &str) -> bool {
        self.eat(text).is_some()
    }

    fn eat(&mut self, text: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// A string in quotes.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.eat("\"")?;
        let plain = self.plain()?;
        if self.eats("\"") {
            return Some(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        while !self.eats("\"") {
            text.push(self.escape()?);
            text.push_str(self.plain()?);
        }
        Some(Cow::Owned(text))
    }

    /// What stands before the next quote or escape. Both are one byte in UTF-8
    /// and part of no other character, so bytes will do.
    fn plain(&mut self) -> Option<&'a str> {
        let end = memchr::memchr2(b'"', b'\\', self.0.as_bytes())?;
        let (plain, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        Some(plain)
    }

    /// One of the escapes that we write.
    fn escape(&mut self) -> Option<char> {
        self.eat("\\")?;
        let (kind, rest) = self.0.split_at_checked(1)?;
        self.0 = rest;
        match kind {
            "\\" => Some('\\'),
            "\"" => Some('"'),
            "n" => Some('\n'),
            "r" => Some('\r'),
            "t" => Some('\t'),
            "0" => Some('\0'),
            "u" => {
                self.eat("{")?;
                let (digits, rest) = self.0.split_once('}')?;
                self.0 = rest;
                let well_formed = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
                let code = u32::from_str_radix(digits, 16).ok().filter(|_| well_formed)?;
                char::from_u32(code)
            }
            _ => None,
        }
    }

    fn parsed<T: FromStr>(&mut self) -> Option<T> {
        self.string()?.parse().ok()
    }

    /// Ids up to the closing bracket.
    fn ids(&mut self) -> Option<Vec<RevisionId>> {
        self.list(Self::parsed)
    }

    /// A text that is left out when empty.
    fn optional(&mut self, name: &str) -> Option<String> {
        if self.eats(name) { self.string().map(Cow::into_owned) } else { Some(String::new()) }
    }

    fn unit(&mut self) -> Option<Unit> {
        self.eat("(source:")?;
        let source = self.string()?;
        self.eat(",target:")?;
        let target = self.string()?;
        self.eat(",status:")?;
        let mut unit = Unit::plain(&source, &target, self.status()?);
        unit.author = self.optional(",author:")?;
        unit.approver = self.optional(",approver:")?;
        unit.release = self.optional(",release:")?;
        if self.eats(",date:Some(") {
            unit.date = Some(self.parsed()?);
            self.eat(")")?;
        }
        unit.issuer = self.optional(",issuer:")?;
        unit.origin = self.optional(",origin:")?;
        if self.eats(",context:(") {
            unit.context = self.context()?;
        }
        if self.eats(",tags:(") {
            unit.tags = self.tags()?;
        }
        self.eat(")")?;
        Some(unit)
    }

    fn tags(&mut self) -> Option<UnitTags> {
        let mut tags = UnitTags::default();
        let first = self.eats("source:[");
        if first {
            tags.source = self.list(Self::tag)?;
        }
        if self.eats(if first { ",target:[" } else { "target:[" }) {
            tags.target = self.list(Self::tag)?;
        }
        self.eat(")")?;
        Some(tags)
    }

    fn tag(&mut self) -> Option<UnitTag> {
        self.eat("(at:")?;
        let at = self.number()?;
        self.eat(",kind:")?;
        let (kind, _) = KINDS.into_iter().find(|(_, name)| self.eats(name))?;
        let pair = self.optional(",pair:")?;
        let id = self.optional(",id:")?;
        let sort = self.optional(",sort:")?;
        let code = self.optional(",code:")?;
        let subs = if self.eats(",subs:[") { self.list(Self::sub)? } else { Vec::new() };
        self.eat(")")?;
        Some(UnitTag { at, kind, pair, id, sort, code, subs })
    }

    fn sub(&mut self) -> Option<SubText> {
        self.eat("(at:")?;
        let at = self.number()?;
        self.eat(",len:")?;
        let len = self.number()?;
        self.eat(")")?;
        Some(SubText { at, len })
    }

    /// One thing or more up to the closing bracket.
    fn list<T>(&mut self, one: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = vec![one(self)?];
        while self.eats(",") {
            list.push(one(self)?);
        }
        self.eat("]")?;
        Some(list)
    }

    fn number(&mut self) -> Option<usize> {
        let end = self.0.find(|c: char| !c.is_ascii_digit())?;
        let (digits, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        // RON reads 007 too, but nobody writes it.
        let plain = digits == "0" || !digits.starts_with('0');
        digits.parse().ok().filter(|_| plain)
    }

    fn status(&mut self) -> Option<UnitStatus> {
        let known = [
            UnitStatus::Draft,
            UnitStatus::Translated,
            UnitStatus::Approved,
            UnitStatus::Published,
        ];
        known.into_iter().find(|status| self.eats(status.name()))
    }

    fn context(&mut self) -> Option<Context> {
        let mut context = Context::default();
        let first = self.eats("before:");
        if first {
            context.before = self.fingerprint()?;
        }
        if self.eats(if first { ",after:" } else { "after:" }) {
            context.after = self.fingerprint()?;
        }
        self.eat(")")?;
        Some(context)
    }

    fn fingerprint(&mut self) -> Option<Fingerprint> {
        let digits = self.string()?;
        let digits: StrDeserializer<'_, ValueError> = digits.as_ref().into_deserializer();
        Fingerprint::deserialize(digits).ok()
    }
}
