//! Whose page it is, and what was taught about that house's pages.
//!
//! A house is known by the form of its documents' numbers (`0417-12-03-2026` is
//! `0-0-0-0`), by the domain of the addresses on the page, or by the name in a date
//! line. A lesson ([`RoleRule`]) is about lines of the same words, whatever their
//! figures: "Views: 132" teaches "Views: 98". Left out: layout, which plain text has
//! not.

use std::collections::BTreeMap;

use super::phrases;
use crate::model::{Block, Document, Role, RoleRule};

/// Hosts on whose pages every house is: they name none.
const SHARED_HOSTS: &[&str] = &[
    "facebook.com",
    "twitter.com",
    "x.com",
    "youtube.com",
    "youtu.be",
    "instagram.com",
    "linkedin.com",
    "telegram.org",
    "t.me",
    "vk.com",
    "flickr.com",
    "tiktok.com",
    "weibo.com",
    "gmail.com",
    "google.com",
    "goo.gl",
    "bit.ly",
];

/// The keys a document's house is known by, the most telling first; empty where the page does
/// not tell.
#[must_use]
pub fn keys(document: &Document) -> Vec<String> {
    let number = document.blocks.iter().find(|block| block.role == Role::Number);
    let number = number.map(|block| line_key(&text(block)));
    let issuer = super::facts::of(document).issuer;
    let issuer = (!issuer.is_empty()).then(|| phrases::folded(&issuer));
    number.into_iter().chain(domain(document)).chain(issuer).filter(|key| !key.is_empty()).collect()
}

/// A line as lessons compare it: small letters, plain marks, each figure as `0`.
#[must_use]
pub fn line_key(text: &str) -> String {
    let mut key = String::new();
    for c in phrases::folded(text).chars() {
        let c = if c.is_numeric() { '0' } else { c };
        if !(c == '0' && key.ends_with('0')) {
            key.push(c);
        }
    }
    key
}

/// Gives the blocks the roles that were taught about this house's pages; how many changed.
///
/// A line that was said to be content is in the document's language from then on.
pub fn apply(document: &mut Document, rules: &[RoleRule]) -> usize {
    if rules.is_empty() {
        return 0;
    }
    let keys = keys(document);
    let own: BTreeMap<&str, Role> = rules
        .iter()
        .filter(|rule| keys.contains(&rule.house))
        .map(|rule| (rule.line.as_str(), rule.role))
        .collect();
    let mut changed = 0;
    for block in &mut document.blocks {
        let Some(&role) = own.get(line_key(&text(block)).as_str()) else { continue };
        changed += usize::from(block.role != role);
        *block = with_role(block, role);
    }
    changed
}

/// A block with another role. What a person calls content is no foreign line either.
#[must_use]
pub fn with_role(block: &Block, role: Role) -> Block {
    let lang = block.lang.clone().filter(|_| !role.is_content());
    Block { role, lang, ..block.clone() }
}

/// The domain most addresses of a page are in.
fn domain(document: &Document) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for block in &document.blocks {
        for host in hosts(&text(block)) {
            *counts.entry(host).or_default() += 1;
        }
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(host, _)| host)
}

/// The domains of the addresses in a text.
fn hosts(text: &str) -> Vec<String> {
    let ends = |c: char| !(c.is_alphanumeric() || c == '-' || c == '.');
    let mut hosts = Vec::new();
    for mark in ["://", "@", "www."] {
        for (at, _) in text.match_indices(mark) {
            let rest = text.get(at + mark.len()..).unwrap_or_default();
            let host = rest.split(ends).next().unwrap_or_default().trim_matches('.');
            hosts.extend(registrable(&host.to_lowercase()));
        }
    }
    hosts.retain(|host| !SHARED_HOSTS.contains(&host.as_str()));
    hosts
}

/// `works.example` of `press.works.example`; three parts where the second last is a class
/// (`gov.uk`, `com.br`).
fn registrable(host: &str) -> Option<String> {
    let parts: Vec<&str> = host.split('.').filter(|part| !part.is_empty()).collect();
    let classes = ["gov", "gob", "gouv", "com", "co", "org", "net", "ac", "edu", "go"];
    let class = parts.len().checked_sub(2).and_then(|at| parts.get(at));
    let length = if class.is_some_and(|class| classes.contains(class)) { 3 } else { 2 };
    let start = parts.len().saturating_sub(length);
    (parts.len() >= 2).then(|| parts.get(start..).unwrap_or_default().join("."))
}

fn text(block: &Block) -> String {
    block.segments.iter().flat_map(|s| [s.text.as_str(), s.after.as_str()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_known_again_whatever_its_figures() {
        for (one, two) in [
            ("Views: 132", "views:  7"),
            ("0417-12-03-2026", "98-01-04-2027"),
            ("1 из 3 fotos", "12 из 40 FOTOS"),
        ] {
            assert_eq!(line_key(one), line_key(two));
        }
        assert_ne!(line_key("Views: 132"), line_key("Views: none"));
    }

    #[test]
    fn a_domain_is_the_house_s_own_part_of_a_host() {
        let cases = [
            ("https://press.works.example/a/b", Some("works.example")),
            ("Write to press@works.example.", Some("works.example")),
            ("www.transport.gov.uk", Some("transport.gov.uk")),
            ("https://twitter.com/works", None),
            ("no address", None),
        ];
        for (text, host) in cases {
            assert_eq!(hosts(text).first().map(String::as_str), host, "{text}");
        }
    }
}
