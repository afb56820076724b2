//! A list of keys to be printed: the map in force as a page (HTML) or as text (Markdown),
//! and all shipped maps beside one another for `docs/keys.md`.
//!
//! Commands without a key are listed too: they are in the palette.

use std::fmt::Write;
use std::path::Path;

use super::{Base, KeyTable, Keymap};
use crate::model::View;
use crate::texts::{self, t};
use crate::workbench::command::{COMMANDS, Command, CommandInfo, Scope};

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListFormat {
    /// A page for a browser, which prints it.
    Html,
    /// Text, readable as it is.
    Markdown,
}

/// The parts of a list, in the order they are printed.
fn parts() -> [(Scope, &'static str); 4] {
    [
        (Scope::View(View::Translate), t!("list-in-the-translate-view")),
        (Scope::View(View::Align), t!("list-in-the-align-view")),
        (Scope::Release, t!("list-with-a-release-open")),
        (Scope::Anywhere, t!("list-always")),
    ]
}

/// How the page looks: two columns that come out on one sheet of A4.
const STYLE: &str = "body{font:10pt sans-serif;margin:1.5cm;columns:2}\
    h1{column-span:all;font-size:14pt}h2{font-size:11pt;break-after:avoid}\
    table{border-collapse:collapse;width:100%}tr{break-inside:avoid}\
    td{border-bottom:1px solid #ccc;padding:2px 4px}td+td{text-align:right;white-space:nowrap}";

impl ListFormat {
    /// The format that a file's name asks for: a page for `.html` and `.htm`, else text.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let page = ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known));
        if page { Self::Html } else { Self::Markdown }
    }
}

/// The keys of a map.
#[must_use]
pub fn list(map: &Keymap, format: ListFormat) -> String {
    match format {
        ListFormat::Html => page(map),
        ListFormat::Markdown => text(map),
    }
}

fn text(map: &Keymap) -> String {
    let mut out = format!("# {}\n", t!("list-title", keymap = map.base().name()));
    for (scope, title) in parts() {
        let (command, keys) = (t!("list-command"), t!("list-keys"));
        let _ = write!(out, "\n## {title}\n\n| {command} | {keys} |\n|---|---|\n");
        for info in of_scope(scope) {
            let _ = writeln!(out, "| {} | {} |", info.command.name(), all_keys(map, info.command));
        }
    }
    out
}

fn page(map: &Keymap) -> String {
    let title = t!("list-title", keymap = map.base().name());
    let lang = texts::spoken().tag();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <title>{title}</title>\n<style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n"
    );
    for (scope, title) in parts() {
        let _ = writeln!(out, "<h2>{title}</h2>\n<table>");
        for info in of_scope(scope) {
            let (name, keys) =
                (escaped(info.command.name()), escaped(&all_keys(map, info.command)));
            let _ = writeln!(out, "<tr><td>{name}</td><td>{keys}</td></tr>");
        }
        out.push_str("</table>\n");
    }
    out.push_str("</body></html>\n");
    out
}

/// All shipped maps beside one another, with the names that commands have in files.
#[must_use]
pub fn beside() -> String {
    let maps = Base::ALL.map(|base| Keymap::of(base, &KeyTable::new()).0);
    let names = Base::ALL.map(Base::name).join(" | ");
    let mut out = String::new();
    for (scope, title) in parts() {
        let _ = write!(out, "\n## {title}\n\n| command | {names} | name in files |\n");
        out.push_str("|---|---|---|---|---|\n");
        for info in of_scope(scope) {
            let keys = maps.each_ref().map(|map| all_keys(map, info.command)).join(" | ");
            let _ = writeln!(out, "| {} | {keys} | `{}` |", info.command.name(), info.command.id());
        }
    }
    out
}

fn of_scope(scope: Scope) -> impl Iterator<Item = &'static CommandInfo> {
    COMMANDS.iter().filter(move |info| info.scope == scope)
}

fn all_keys(map: &Keymap, command: Command) -> String {
    let keys: Vec<String> = map.keys(command).iter().map(ToString::to_string).collect();
    keys.join(", ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
