//! What people changed in a review table: row by row, beside what the project has now.

use std::collections::{BTreeMap, BTreeSet};

use super::notice::Notice;
use super::{table, typography};
use crate::formats::review::{Returned, ReturnedTable, letter, plain, print};
use crate::model::{Bead, BeadId, Project, RowNumber, Timestamp, Translation, TranslationId};
use crate::workbench::rows::Rows;

/// What a table that came back says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The translation that it is of.
    pub translation: Option<TranslationId>,
    /// What differs, in the order of the project's rows.
    pub differences: Vec<Difference>,
    /// What could not be used, or has to be known.
    pub notices: Vec<Notice>,
    /// Rows of the table that are as they are in the project.
    pub same: usize,
}

/// Something that differs in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The row.
    pub bead: BeadId,
    /// Its number.
    pub number: RowNumber,
    /// Where it stands in the file, from 0.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
    /// As the project has it.
    pub before: String,
    /// As the table has it.
    pub after: String,
    /// Who made it, as far as the table tells.
    pub author: String,
    /// When.
    pub at: Option<Timestamp>,
}

/// What a difference is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Another target.
    Target,
    /// The target was emptied.
    Cleared,
    /// Only quotation marks, apostrophes, dashes or spaces are others.
    Typography,
    /// Another target, but the project has another one too since the table went out.
    Conflict,
    /// The row is locked.
    Locked,
    /// Something was said of the row.
    Comment,
    /// The state says approved.
    Approved,
    /// The state says rejected; the reason is what was said.
    Rejected,
}

impl Kind {
    /// In words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Cleared => "cleared",
            Self::Typography => "typography",
            Self::Conflict => "conflict",
            Self::Locked => "locked",
            Self::Comment => "comment",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }

    /// Whether it is taken with all others, or only when somebody says so for itself.
    #[must_use]
    pub const fn is_plain(self) -> bool {
        matches!(self, Self::Target | Self::Comment | Self::Approved | Self::Rejected)
    }
}

/// Compares a table with a project. `by` is who edited it where the table does not tell.
#[must_use]
pub fn compare(project: &Project, table: &ReturnedTable, by: &str) -> Outcome {
    let by = if by.is_empty() { table.saved_by.as_str() } else { by };
    let mut outcome = Outcome::default();
    if table.of.is_some_and(|of| of.project != project.id) {
        outcome.notices.push(Notice::OtherProject);
        return outcome;
    }
    let Some(translation) = translation_of(project, table) else {
        let lines = table.rows.iter().map(|row| Notice::Unknown(row.line));
        outcome.notices.extend(lines);
        return outcome;
    };
    outcome.translation = Some(translation.id);
    let mut comparing = Comparing {
        project,
        translation,
        rows: Rows::of(&project.source, translation),
        by,
        outcome,
    };
    let found = comparing.found(table);
    for (place, rows) in &found {
        comparing.row(*place, rows);
    }
    comparing.missing(table, &found);
    comparing.outcome
}

/// The translation that a table names, else the one that has most of its rows.
fn translation_of<'a>(project: &'a Project, table: &ReturnedTable) -> Option<&'a Translation> {
    let named = table.of.and_then(|of| {
        project.translations.iter().find(|translation| translation.id == of.translation)
    });
    let keys: BTreeSet<BeadId> =
        table.rows.iter().filter_map(|row| row.key).map(|key| key.bead).collect();
    let held = |translation: &&Translation| {
        translation.beads.iter().filter(|bead| keys.contains(&bead.id)).count()
    };
    let only = || match project.translations.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let most = || project.translations.iter().max_by_key(held).filter(|of| held(of) > 0);
    named.or_else(most).or_else(only)
}

struct Comparing<'a> {
    project: &'a Project,
    translation: &'a Translation,
    rows: Rows,
    by: &'a str,
    outcome: Outcome,
}

impl Comparing<'_> {
    /// The rows of the table by the place of their row in the project.
    fn found<'t>(&mut self, table: &'t ReturnedTable) -> BTreeMap<usize, Vec<&'t Returned>> {
        let places: BTreeMap<BeadId, usize> =
            self.translation.beads.iter().enumerate().map(|(at, bead)| (bead.id, at)).collect();
        let mut sources: BTreeMap<(String, u32), usize> = BTreeMap::new();
        for (at, bead) in self.translation.beads.iter().enumerate() {
            let source = self.rows.source_text(&self.project.source, bead);
            sources.insert((bead.number.to_string(), print(&source)), at);
        }
        let mut found: BTreeMap<usize, Vec<&Returned>> = BTreeMap::new();
        for row in &table.rows {
            let place = match row.key {
                Some(key) => places.get(&key.bead).copied(),
                None => sources.get(&(row.number.clone(), print(&row.source))).copied(),
            };
            match (place, row.key) {
                (Some(place), key) => {
                    if key.is_none()
                        && let Some(bead) = self.translation.beads.get(place)
                    {
                        let (line, number) = (row.line, bead.number);
                        self.outcome.notices.push(Notice::FoundBySource { line, number });
                    }
                    found.entry(place).or_default().push(row);
                }
                (None, Some(_)) => self.outcome.notices.push(Notice::Unknown(row.line)),
                (None, None) => self.outcome.notices.push(Notice::Nameless(row.line)),
            }
        }
        found
    }

    fn row(&mut self, place: usize, given: &[&Returned]) {
        let Some(bead) = self.translation.beads.get(place) else { return };
        let number = bead.number;
        let Some(first) = given.first() else { return };
        let alike = |row: &&Returned| {
            plain(&row.target) == plain(&first.target)
                && row.state.eq_ignore_ascii_case(&first.state)
                && row.comment == first.comment
        };
        if !given.iter().all(alike) {
            self.outcome.notices.push(Notice::Doubled { number });
            return;
        }
        if first.removed {
            self.outcome.notices.push(Notice::Removed { number });
            return;
        }
        let before = self.outcome.differences.len();
        self.about_source(bead, first);
        self.target(bead, first);
        self.remarks(bead, first);
        self.state(bead, first);
        if self.outcome.differences.len() == before {
            self.outcome.same += 1;
        }
    }

    fn about_source(&mut self, bead: &Bead, given: &Returned) {
        let Some(key) = given.key else { return };
        let number = bead.number;
        let source = print(&self.rows.source_text(&self.project.source, bead));
        let returned = print(&given.source);
        if source != key.source {
            self.outcome.notices.push(Notice::SourceChanged { number });
        }
        // A table without its column of sources says nothing of them.
        if returned != key.source && returned != source && !given.source.trim().is_empty() {
            let text = given.source.trim().to_owned();
            self.outcome.notices.push(Notice::SourceEdited { number, text });
        }
    }

    fn target(&mut self, bead: &Bead, given: &Returned) {
        let number = bead.number;
        let before = bead.target_text();
        let now = given.target.trim();
        if !given.tracked.is_empty() {
            let all: BTreeSet<&str> = given
                .tracked
                .iter()
                .map(|hand| hand.author.as_str())
                .map(|name| if name.is_empty() { "somebody" } else { name })
                .collect();
            let who = all.into_iter().collect::<Vec<_>>().join(", ");
            self.outcome.notices.push(Notice::Tracked { number, who });
        }
        if given.formula {
            self.outcome.notices.push(Notice::Formula { number, text: now.to_owned() });
        }
        if now == before.trim() {
            return;
        }
        let went_out = given.key.map(|key| key.target);
        let untouched = went_out == Some(print(now));
        let moved_on = went_out.is_some_and(|went_out| went_out != print(&before));
        if untouched && moved_on {
            self.outcome.notices.push(Notice::Older { number });
            return;
        }
        let kind = match () {
            () if plain(now) == plain(&before) => Kind::Typography,
            () if bead.flags.locked => Kind::Locked,
            () if moved_on => Kind::Conflict,
            () if now.is_empty() => Kind::Cleared,
            () => Kind::Target,
        };
        let after = match kind {
            Kind::Target => typography::kept(&before, now),
            _ => now.to_owned(),
        };
        self.push(bead, given, kind, before, after);
    }

    /// What is said in the table and not in the project.
    fn remarks(&mut self, bead: &Bead, given: &Returned) {
        let known: BTreeSet<String> = table::comments(bead).lines().map(plain).collect();
        let new = given.comment.lines().filter(|line| !known.contains(&plain(line)));
        let new: Vec<&str> = new.collect();
        let said: BTreeSet<String> =
            bead.comments.iter().map(|comment| plain(&comment.text)).collect();
        if !plain(&new.join("\n")).is_empty() && !said.contains(&plain(&new.join("\n"))) {
            self.push(bead, given, Kind::Comment, String::new(), new.join("\n"));
        }
        for (author, text) in &given.remarks {
            if !plain(text).is_empty() && !said.contains(&plain(text)) {
                self.push(bead, given, Kind::Comment, String::new(), text.clone());
                if let Some(last) = self.outcome.differences.last_mut()
                    && !author.is_empty()
                {
                    last.author.clone_from(author);
                }
            }
        }
    }

    fn state(&mut self, bead: &Bead, given: &Returned) {
        let number = bead.number;
        let before = table::state_name(&bead.target);
        let now = plain(&given.state).to_lowercase();
        if given.key.is_some_and(|key| key.state == letter(&now)) {
            // As it went out.
            return;
        }
        let (before, after) = (before.to_owned(), now.clone());
        match now.as_str() {
            "" => {}
            now if now == before => {}
            "approved" => self.push(bead, given, Kind::Approved, before, after),
            "rejected" => match reason(bead, given) {
                Some(reason) => self.push(bead, given, Kind::Rejected, before, reason),
                None => self.outcome.notices.push(Notice::NoReason { number }),
            },
            // Nobody has to say so.
            "open" | "draft" | "translated" | "left out" => {}
            _ => {
                let text = given.state.clone();
                self.outcome.notices.push(Notice::State { number, text });
            }
        }
    }

    fn push(&mut self, bead: &Bead, given: &Returned, kind: Kind, before: String, after: String) {
        let hand = given.tracked.iter().max_by_key(|hand| hand.at);
        let hand = hand.filter(|_| kind != Kind::Comment);
        let author = hand.map(|hand| hand.author.as_str()).filter(|name| !name.is_empty());
        self.outcome.differences.push(Difference {
            bead: bead.id,
            number: bead.number,
            line: given.line,
            kind,
            before,
            after,
            author: author.unwrap_or(self.by).to_owned(),
            at: hand.and_then(|hand| hand.at),
        });
    }

    fn missing(&mut self, table: &ReturnedTable, found: &BTreeMap<usize, Vec<&Returned>>) {
        let content: Vec<usize> =
            (0..self.translation.beads.len()).filter(|row| self.rows.is_content(*row)).collect();
        let of = table.of.map_or(content.len(), |of| of.rows);
        let missing = of.saturating_sub(found.len());
        if missing == 0 {
            return;
        }
        let last = found.keys().next_back();
        let gaps = content.iter().filter(|row| Some(*row) < last && !found.contains_key(row));
        let end = gaps.count() == 0 && last.is_some();
        self.outcome.notices.push(Notice::Missing { missing, of, end });
    }
}

/// Why a row was rejected: what is said of it now.
fn reason(bead: &Bead, given: &Returned) -> Option<String> {
    let known = table::comments(bead);
    let new =
        given.comment.lines().filter(|line| !known.lines().any(|old| plain(old) == plain(line)));
    let said = new.map(str::trim).filter(|line| !line.is_empty());
    let margin = given.remarks.iter().map(|(_, text)| text.trim());
    let all: Vec<&str> = said.chain(margin).filter(|text| !text.is_empty()).collect();
    (!all.is_empty()).then(|| all.join("; "))
}
