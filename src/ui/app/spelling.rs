//! Spelling by key: on to the next word that is not known, what it may be, and words of
//! one's own.
//!
//! The search goes through the rows a few at a time and waits for what is being checked, so
//! that no key waits for it.

use std::collections::HashSet;
use std::ops::Range;

use egui::Context;

use super::{App, Dialogue};
use crate::model::{Bead, BeadId, Lang, View};
use crate::texts::{Spoken, t};
use crate::ui::grid::langs;
use crate::ui::grid::spelling::Row;
use crate::ui::grid::translate::field_id;
use crate::ui::text;
use crate::ui::views::ask::Answer;
use crate::ui::views::choose::{Choice, Chooser};
use crate::workbench::desk::Tone;
use crate::workbench::speller::{Found, Speller};
use crate::workbench::{Command, Session};

/// Rows that are looked through in a frame: those whose words are known take some
/// microseconds each.
const ROWS_A_FRAME: usize = 256;

/// Where the search is, and where it was last.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    seeking: Option<Seeking>,
    /// The word one was brought to: the next search goes on behind it.
    last: Option<(BeadId, usize)>,
    /// The rows looked through for the filter: how many, and those with unknown words.
    gathering: Option<(usize, HashSet<BeadId>)>,
}

#[derive(Debug, Clone, Copy)]
struct Seeking {
    /// The row and the place in it, in bytes, where the search began.
    from: (usize, usize),
    /// How many rows from there are done.
    done: usize,
    /// What is looked for.
    wanted: Wanted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// The next unknown word.
    Word,
    /// The same, and what it may be.
    Suggestions,
    /// The next row with anything to check.
    Row,
}

/// A word of the active row that is not known, and the list of what it may be.
pub(super) struct Misspelt {
    word: String,
    lang: Lang,
    /// The characters before its end, and its own.
    end: usize,
    length: usize,
    chooser: Chooser,
}

impl App {
    /// Carries out a command of the spelling; whether it was one.
    pub(super) fn spell(&mut self, ctx: &Context, command: Command) -> bool {
        match command {
            Command::NextMisspelt => self.seek_misspelt(ctx, Wanted::Word),
            Command::NextFinding => self.seek_finding(ctx),
            Command::Suggest => match self.misspelt_at_caret(ctx) {
                Some((range, lang)) => self.ask_suggestions(range, lang),
                None => self.seek_misspelt(ctx, Wanted::Suggestions),
            },
            Command::AddWord => match self.misspelt_at_caret(ctx) {
                Some((range, lang)) => self.add_word(range, &lang),
                None => self.desk.tell(Tone::Notice, t!("spelling-caret-at-no-unknown-word")),
            },
            _ => return false,
        }
        true
    }

    fn add_word(&mut self, range: Range<usize>, lang: &Lang) {
        let word = self.grid.buffer.text.get(range).unwrap_or_default().to_owned();
        self.learn_word(&word, lang);
    }

    fn learn_word(&mut self, word: &str, lang: &Lang) {
        if let Some(speller) = self.desk.speller() {
            speller.add(word, lang);
            self.desk.tell(Tone::Done, t!("spelling-one-of-your-words", word = word));
        }
    }

    /// The caret in the active row's field, in bytes.
    fn caret(&self, ctx: &Context) -> usize {
        let buffer = &self.grid.buffer;
        let caret = buffer.bead.and_then(|bead| text::caret_of(ctx, field_id(bead)));
        let caret = caret.unwrap_or_default();
        buffer.text.char_indices().nth(caret).map_or(buffer.text.len(), |(at, _)| at)
    }

    /// The unknown word at the caret, and its language.
    fn misspelt_at_caret(&self, ctx: &Context) -> Option<(Range<usize>, Lang)> {
        let session = self.desk.session.as_ref()?;
        let row = Row::of(session, session.row())?;
        let asked = row.asked(&self.grid.buffer.text);
        let found = self.desk.speller()?.findings_so_far(asked);
        let caret = self.caret(ctx);
        let at = found.iter().find(|range| range.start <= caret && caret <= range.end)?;
        Some((at.clone(), asked.lang.clone()))
    }

    /// Looks for the next row with a finding: an unknown word, or a figure to check.
    fn seek_finding(&mut self, ctx: &Context) {
        if self.next_finding_of_row(ctx) {
            return;
        }
        let Some(session) = &self.desk.session else { return };
        let from = (session.row() + 1, 0);
        self.spelling.seeking = Some(Seeking { from, done: 0, wanted: Wanted::Row });
        self.go_on_seeking(ctx);
    }

    /// Looks through all rows for the filter, some in a frame.
    pub(super) fn gather_misspelt(&mut self) {
        self.spelling.gathering = self.desk.speller().map(|_| (0, HashSet::new()));
    }

    fn go_on_gathering(&mut self, ctx: &Context) {
        let Some((mut row, mut found)) = self.spelling.gathering.take() else { return };
        let Some(speller) = self.desk.speller().cloned() else { return };
        let Some(session) = &mut self.desk.session else { return };
        let end = (row + ROWS_A_FRAME).min(session.beads().len());
        while row < end {
            let Some(words) = unknown_anywhere(session, &speller, row) else {
                for ahead in row + 1..end {
                    let _ = unknown_anywhere(session, &speller, ahead);
                }
                break;
            };
            found.extend(session.beads().get(row).filter(|_| !words.is_empty()).map(|b| b.id));
            row += 1;
        }
        if row >= session.beads().len() {
            session.set_misspelt(found);
            ctx.request_repaint();
        } else {
            if row == end {
                ctx.request_repaint();
            }
            self.spelling.gathering = Some((row, found));
        }
    }

    fn seek_misspelt(&mut self, ctx: &Context, wanted: Wanted) {
        let Some(speller) = self.desk.speller() else {
            return self.desk.tell(Tone::Notice, t!("spelling-switched-off"));
        };
        let Some(session) = &self.desk.session else { return };
        // A dictionary may have been installed since.
        speller.look_again(langs::target_lang(session));
        let caret = self.caret(ctx);
        let bead = session.active_bead().map(|bead| (bead.id, caret));
        let behind = usize::from(bead.is_some() && bead == self.spelling.last);
        let from = (session.row(), caret + behind);
        self.spelling.seeking = Some(Seeking { from, done: 0, wanted });
        self.go_on_seeking(ctx);
    }

    /// Goes on with the search, as far as words are checked.
    pub(super) fn go_on_seeking(&mut self, ctx: &Context) {
        self.go_on_gathering(ctx);
        let Some(mut seeking) = self.spelling.seeking.take() else { return };
        let session = self.desk.session.as_ref().filter(|s| s.view() == View::Translate);
        let Some(session) = session else { return };
        match seeking.some(session, self.desk.speller()) {
            Sought::Here(row, range) => {
                let suggest = seeking.wanted == Wanted::Suggestions;
                self.go_to_misspelt(ctx, row, range, suggest);
            }
            Sought::Row(row) => self.look_at_row(ctx, row),
            Sought::Nowhere if seeking.wanted == Wanted::Row => {
                self.desk.tell(Tone::Done, t!("spelling-no-row-has-a-finding"));
            }
            Sought::Nowhere => self.tell_of_no_finding(),
            Sought::Waits => self.spelling.seeking = Some(seeking),
            Sought::Further => {
                self.spelling.seeking = Some(seeking);
                ctx.request_repaint();
            }
        }
    }

    fn tell_of_no_finding(&mut self) {
        let lang = self.desk.session.as_ref().map(|s| langs::target_lang(s).clone());
        let found = lang.as_ref().and_then(|lang| self.desk.speller()?.found(lang));
        match (lang, found) {
            (Some(lang), Some(Found::Missing)) => {
                self.desk.tell(Tone::Notice, self.desk.dictionary_hint(&lang));
            }
            // Why was told when it was read.
            (_, Some(Found::Broken(_))) => {}
            _ => self.desk.tell(Tone::Done, t!("spelling-no-word-is-left")),
        }
    }

    fn go_to_misspelt(&mut self, ctx: &Context, row: usize, range: Range<usize>, suggest: bool) {
        let Some(session) = &mut self.desk.session else { return };
        session.select(row);
        self.follow_session(ctx);
        let Some(bead) = self.grid.buffer.bead else { return };
        self.grid.buffer.wants_focus = false;
        self.spelling.last = Some((bead, range.start));
        let text = &self.grid.buffer.text;
        let before = text.get(..range.start).unwrap_or_default().chars().count();
        text::focus(ctx, field_id(bead), before);
        let word = text.get(range.clone()).unwrap_or_default();
        self.announcer.hear(&t!("spelling-not-known", word = word));
        ctx.request_repaint();
        if suggest && let Some(lang) = self.lang_of_active() {
            self.ask_suggestions(range, lang);
        }
    }

    fn lang_of_active(&self) -> Option<Lang> {
        let session = self.desk.session.as_ref()?;
        Some(langs::of_target(session, session.active_bead()?).clone())
    }

    fn ask_suggestions(&mut self, range: Range<usize>, lang: Lang) {
        let text = &self.grid.buffer.text;
        let (Some(word), Some(before)) = (text.get(range.clone()), text.get(..range.end)) else {
            return;
        };
        if let Some(speller) = self.desk.speller() {
            speller.suggest(word, &lang);
        }
        let (end, length) = (before.chars().count(), word.chars().count());
        let chooser = Chooser::new(t!("spelling"), t!("spelling-find-a-suggestion"), 0);
        let misspelt = Misspelt { word: word.to_owned(), lang, end, length, chooser };
        self.dialog = Some(Dialogue::Misspelt(Box::new(misspelt)));
    }

    /// The list of what a word may be; its last line makes it one's own.
    pub(super) fn misspelt_ui(
        &mut self,
        ctx: &Context,
        mut misspelt: Box<Misspelt>,
    ) -> Option<Dialogue> {
        let Misspelt { word, lang, .. } = misspelt.as_ref();
        let found = self.desk.speller()?.suggestions(word, lang);
        let choice = |name: &String| Choice { name: name.clone(), note: String::new() };
        let mut choices: Vec<Choice> =
            found.iter().flat_map(|all| all.iter()).map(choice).collect();
        // While they are looked for, Enter must not mean what it will not mean then; nor may
        // it add a word when what was typed fits nothing else.
        let adds = (found.is_some() && !misspelt.chooser.is_typed()).then_some(choices.len());
        if adds.is_some() {
            let name = t!("spelling-add-to-my-words", word = word);
            choices.push(Choice { name, note: lang.spoken().to_owned() });
        }
        match misspelt.chooser.show(ctx, &choices) {
            Answer::Open => return Some(Dialogue::Misspelt(misspelt)),
            Answer::Left => self.go_back_to_word(ctx, misspelt.end - misspelt.length),
            Answer::Given(place) if adds == Some(place) => {
                self.learn_word(&misspelt.word, &misspelt.lang);
                self.go_back_to_word(ctx, misspelt.end);
            }
            Answer::Given(place) => {
                if let Some(choice) = choices.get(place) {
                    self.put_suggestion(ctx, &misspelt, &choice.name);
                }
            }
        }
        None
    }

    fn go_back_to_word(&mut self, ctx: &Context, caret: usize) {
        if let Some(bead) = self.grid.buffer.bead {
            text::focus(ctx, field_id(bead), caret);
        }
    }

    fn put_suggestion(&mut self, ctx: &Context, misspelt: &Misspelt, suggestion: &str) {
        let Some(session) = &mut self.desk.session else { return };
        // What was typed before is undone by itself.
        session.end_typing();
        self.go_back_to_word(ctx, misspelt.end);
        if let Some(bead) = self.grid.buffer.bead {
            text::put(ctx, field_id(bead), misspelt.length, suggestion);
            ctx.request_repaint();
        }
    }
}

/// What came of looking through some rows.
enum Sought {
    Here(usize, Range<usize>),
    /// A row with something else to check.
    Row(usize),
    Nowhere,
    /// Words are being checked.
    Waits,
    /// There are more rows.
    Further,
}

impl Seeking {
    /// Looks through some rows, round the end to the one where it began.
    fn some(&mut self, session: &Session, speller: Option<&Speller>) -> Sought {
        let count = session.beads().len();
        let (start, at) = self.from;
        for _ in 0..ROWS_A_FRAME {
            if self.done > count || count == 0 {
                return Sought::Nowhere;
            }
            let row = (start + self.done) % count;
            let any = self.wanted == Wanted::Row;
            if any && session.is_shown(row) && has_finding(session, row) {
                return Sought::Row(row);
            }
            let words = speller.map_or_else(|| Some(Vec::new()), |s| unknown(session, s, row));
            match words {
                None => {
                    // What comes next is checked meanwhile.
                    for ahead in 1..ROWS_A_FRAME.min(count) {
                        let _ = speller.map(|s| unknown(session, s, (row + ahead) % count));
                    }
                    return Sought::Waits;
                }
                Some(found) => {
                    let from = if self.done == 0 { at } else { 0 };
                    if let Some(range) = found.into_iter().find(|range| range.start >= from) {
                        return Sought::Here(row, range);
                    }
                }
            }
            self.done += 1;
        }
        Sought::Further
    }
}

/// Whether the checks found something in a row.
fn has_finding(session: &Session, row: usize) -> bool {
    let bead = session.beads().get(row);
    bead.is_some_and(|bead| session.found().worst(bead.id).is_some())
}

/// The unknown words of a row that is shown; `None` while some are being checked.
fn unknown(session: &Session, speller: &Speller, row: usize) -> Option<Vec<Range<usize>>> {
    if !session.is_shown(row) {
        return Some(Vec::new());
    }
    unknown_anywhere(session, speller, row)
}

/// The same of a row whether it is shown or not.
fn unknown_anywhere(session: &Session, speller: &Speller, row: usize) -> Option<Vec<Range<usize>>> {
    let text = session.beads().get(row).map(Bead::target_text).unwrap_or_default();
    if text.is_empty() {
        return Some(Vec::new());
    }
    let Some(row) = Row::of(session, row) else { return Some(Vec::new()) };
    speller.findings(row.asked(&text)).map(|found| found.to_vec())
}
