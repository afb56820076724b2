//! The page of an archive: what pairs with what and why, before anything is aligned; then
//! how sure each pair is, and what failed.

use std::path::Path;

use egui::{Frame, Id, Margin, ScrollArea, Sense, Ui, pos2, vec2};

use super::Act;
use crate::texts::{Spoken, decimals, grouped, t};
use crate::ui::fonts;
use crate::ui::shapes::Icon;
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{Button, Ground, ListRow, Switch, line_above, line_below};
use crate::workbench::archive::corrections::Correction;
use crate::workbench::archive::pairs::Row;
use crate::workbench::counts::{LIKELY, SURE};
use crate::workbench::desk::Desk;
use crate::workbench::desk::archive::{Archive, Change};

const ROW_HEIGHT: f32 = 32.0;
const MARGIN: f32 = 28.0;

/// What somebody wants of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Align everything that is ready.
    Align,
    /// Correct the table.
    Change(Change),
    /// Go to a row.
    Mark(usize),
    /// Choose the partner of a row.
    Partner(usize),
    /// Add a folder of texts.
    AddFolder,
    /// Choose where the projects go.
    ChooseOutput,
    /// Leave the archive.
    Leave,
}

/// What the table remembers.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The marked row.
    pub marked: usize,
    reveal: bool,
}

impl Table {
    /// Moves the mark by so many rows of `count`.
    pub fn step(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.mark(self.marked.saturating_add_signed(by).min(last));
    }

    /// Marks a row and brings it into view.
    pub const fn mark(&mut self, row: usize) {
        self.marked = row;
        self.reveal = true;
    }
}

/// What Enter does on a row: opens its release where there is one, else asks for the partner.
#[must_use]
pub fn main_act(archive: &Archive, row: usize) -> Act {
    let source = archive.sheet.rows().get(row).filter(|row| row.target.is_some());
    let made = source.and_then(|row| archive.made_of(row.source));
    match made.and_then(|made| made.project.clone()) {
        Some(path) => Act::Open(path),
        None => Act::Archive(Wish::Partner(row)),
    }
}

/// The page.
pub fn page_ui(ui: &mut Ui, desk: &Desk, table: &mut Table, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.sheet).inner_margin(Margin::ZERO);
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(12.0);
        let Some(archive) = desk.archive() else {
            return line_ui(ui, t!("archive-the-texts-are-being-read"));
        };
        title_ui(ui, desk, archive, acts);
        let count = archive.sheet.rows().len();
        table.marked = table.marked.min(count.saturating_sub(1));
        if count == 0 && archive.sheet.unreadable().is_empty() {
            return line_ui(ui, t!("archive-there-is-no-text-in-these"));
        }
        columns_ui(ui);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| rows_ui(ui, archive, table, acts));
    });
}

fn line_ui(ui: &mut Ui, text: &str) {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        ui.add_space(MARGIN);
        fonts::DOCK.label(ui, text, t.ink2, ui.available_width() - MARGIN);
    });
}

fn title_ui(ui: &mut Ui, desk: &Desk, archive: &Archive, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let tally = archive.sheet.tally();
    let busy = desk.under_way().iter().any(|work| Archive::is_work(work.name));
    ui.horizontal(|ui| {
        ui.add_space(MARGIN);
        fonts::PAGE_TITLE.label(ui, t!("archive-archive"), t.ink, f32::INFINITY);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.add_space(14.0);
            let why = match (busy, tally.ready) {
                (true, _) => Some(t!("archive-it-is-at-work-esc-stops")),
                (_, 0) => Some(t!("archive-no-pair-is-ready")),
                _ => None,
            };
            let count = tally.ready.to_string();
            let align =
                Button::main(t!("archive-align-all")).count(&count).key("Ctrl+Enter").unless(why);
            let wishes = [
                (align, Wish::Align),
                (Button::new(t!("archive-add-folder")), Wish::AddFolder),
                (Button::new(t!("archive-save-to")), Wish::ChooseOutput),
                (Button::new(t!("archive-leave-archive")), Wish::Leave),
            ];
            for (button, wish) in wishes {
                if ui.add(button).clicked() {
                    acts.push(Act::Archive(wish));
                }
            }
        });
    });
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.add_space(MARGIN);
        source_ui(ui, archive, acts);
        let counts = [
            (tally.ready, t!("archive-ready")),
            (tally.to_choose, t!("archive-to-choose")),
            (tally.alone, t!("archive-without-a-partner")),
            (tally.left_out, t!("archive-left-out")),
            (archive.sheet.lapsed().count(), t!("archive-corrections-without-effect")),
            (archive.sheet.unreadable().len(), t!("archive-unreadable")),
        ];
        let some = counts.into_iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> =
            some.map(|(count, what)| format!("{} {what}", grouped(count))).collect();
        fonts::DOCK.label(ui, words.join(", "), t.ink2, f32::INFINITY);
    });
    ui.horizontal(|ui| {
        ui.add_space(MARGIN);
        let keys = t!("archive-enter-or-f2-partner-k-keep");
        fonts::LABEL.label(ui, keys, t.ink3, f32::INFINITY);
    });
}

/// Which language the sources are in.
fn source_ui(ui: &mut Ui, archive: &Archive, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let languages = archive.sheet.languages();
    let first = archive.sheet.rows().first();
    let first = first.and_then(|row| archive.sheet.entry(row.source));
    let is_first = |lang: &crate::model::Lang| first.is_some_and(|f| f.file.lang.same_base(lang));
    let mut chosen = languages.iter().position(|(lang, _)| is_first(lang)).unwrap_or(0);
    let words: Vec<String> =
        languages.iter().map(|(lang, count)| format!("{} {count}", lang.spoken())).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if words.len() < 2 {
        return;
    }
    fonts::DOCK.label(ui, t!("source"), t.ink2, f32::INFINITY);
    if ui.add(Switch::new(t!("source-language"), &mut chosen, &words)).changed()
        && let Some((lang, _)) = languages.get(chosen)
    {
        acts.push(Act::Archive(Wish::Change(Change::Source(lang.clone()))));
    }
    ui.add_space(10.0);
}

/// Where the columns stand, in points from the left edge.
struct Columns {
    source: f32,
    target: f32,
    why: f32,
    state: f32,
    end: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let part = (width - 2.0 * MARGIN) / 12.0;
        let at = |parts: f32| MARGIN + parts * part;
        let (source, target, why, state) = (at(0.5), at(3.4), at(6.3), at(9.6));
        Self { source, target, why, state, end: width - MARGIN }
    }
}

fn columns_ui(ui: &mut Ui) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    let columns = Columns::of(rect.width());
    for (left, name) in [
        (columns.source, t!("source")),
        (columns.target, t!("target-title")),
        (columns.why, t!("archive-why")),
        (columns.state, t!("state")),
    ] {
        let galley = fonts::LABEL.galley(ui.painter(), name, t.ink3);
        ui.painter().galley(pos2(rect.left() + left, rect.top() + 6.0), galley, t.ink3);
    }
    line_below(ui, rect, t.line2);
}

fn rows_ui(ui: &mut Ui, archive: &Archive, table: &mut Table, acts: &mut Vec<Act>) {
    let mut reveal = std::mem::take(&mut table.reveal);
    for place in 0..archive.sheet.rows().len() {
        let Some(row) = archive.sheet.rows().get(place) else { break };
        let marked = place == table.marked;
        let response = row_ui(ui, archive, row, place, marked);
        if marked && std::mem::take(&mut reveal) {
            response.scroll_to_me(None);
        }
        if response.double_clicked() {
            acts.push(main_act(archive, place));
        } else if response.clicked() {
            acts.push(Act::Archive(Wish::Mark(place)));
        }
    }
    for (place, correction) in archive.sheet.lapsed().enumerate() {
        told_ui(ui, Id::unique("lapsed").with(place), &lapsed(correction), false);
    }
    for unreadable in archive.sheet.unreadable() {
        let told = Told {
            icon: Icon::Error,
            source: file_name(&unreadable.path),
            target: String::new(),
            why: unreadable.cause.clone(),
            state: t!("archive-unreadable-word").to_owned(),
            figure: None,
        };
        told_ui(ui, Id::unique("unreadable").with(&unreadable.path), &told, false);
    }
}

/// What is said of a correction that does not hold for the texts there are now.
fn lapsed(correction: &Correction) -> Told {
    let (source, target, why) = match correction {
        Correction::Paired(one, two) => (one, Some(two), t!("archive-was-paired")),
        Correction::Parted(one, two) => (one, Some(two), t!("archive-was-parted")),
        Correction::Settled(one, two) => (one, Some(two), t!("archive-was-kept")),
        Correction::LeftOut(one, two) => (one, two.as_ref(), t!("archive-was-left-out")),
    };
    Told {
        icon: Icon::Warning,
        source: file_name(source),
        target: target.map(|path| file_name(path)).unwrap_or_default(),
        why: why.to_owned(),
        state: t!("archive-does-not-hold").to_owned(),
        figure: None,
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.display().to_string())
}

/// What a row says.
struct Told {
    icon: Icon,
    source: String,
    target: String,
    why: String,
    state: String,
    /// The confidence the state speaks of.
    figure: Option<f64>,
}

fn row_ui(ui: &mut Ui, archive: &Archive, row: &Row, place: usize, marked: bool) -> egui::Response {
    let name = |place: usize| {
        let entry = archive.sheet.entry(place);
        entry.map_or_else(String::new, |entry| {
            format!("{}  {}", entry.file.lang.as_str().to_uppercase(), entry.file.name)
        })
    };
    let (icon, state, figure) = state(archive, row);
    let rivals: Vec<String> = row.rivals.iter().map(|&rival| name(rival)).collect();
    let why = if rivals.is_empty() {
        row.why.to_string()
    } else {
        t!("archive-as-does", why = row.why, rivals = rivals.join(", "))
    };
    let target = row.target.map(name).unwrap_or_default();
    let told = Told { icon, source: name(row.source), target, why, state, figure };
    told_ui(ui, Id::unique("archive row").with(place), &told, marked)
}

/// The shape and the words for how far a row is.
fn state(archive: &Archive, row: &Row) -> (Icon, String, Option<f64>) {
    if row.left_out {
        return (Icon::LeftOut, t!("archive-left-out-word").to_owned(), None);
    }
    let Some(target) = row.target else {
        return (Icon::Minus, t!("archive-no-partner").to_owned(), None);
    };
    if !row.rivals.is_empty() {
        return (Icon::Warning, t!("archive-choose").to_owned(), None);
    }
    let path = archive.sheet.path(target);
    let made = archive.made_of(row.source);
    let pair = made.and_then(|made| made.pairs.iter().find(|pair| pair.target == path));
    match pair.map(|pair| &pair.result) {
        None => (Icon::Open, t!("archive-ready-word").to_owned(), None),
        Some(Err(cause)) => (Icon::Error, t!("archive-failed", cause = cause), None),
        Some(Ok(quality)) => {
            let (rows, doubtful) = (quality.rows, quality.doubtful);
            let text = if made.is_some_and(|made| made.kept) {
                t!("archive-rows-was-there", rows = rows, doubtful = doubtful)
            } else {
                t!("archive-rows", rows = rows, doubtful = doubtful)
            };
            (Icon::Tick, text, Some(quality.confidence))
        }
    }
}

fn told_ui(ui: &mut Ui, id: Id, told: &Told, marked: bool) -> egui::Response {
    let t = tokens(ui);
    let Told { source, target, why, state, figure, .. } = told;
    let pair = if target.is_empty() {
        source.clone()
    } else {
        t!("archive-with", source = source, target = target)
    };
    let figure = figure.map(|figure| decimals(figure, 2)).unwrap_or_default();
    let name = t!("archive-pair", pair = pair, why = why, state = state, figure = figure);
    let row = ListRow::new(id, name.trim_end(), Ground::Sheet).height(ROW_HEIGHT).selected(marked);
    let mut cut = false;
    let response = row.show(ui, |ui| {
        let size = vec2(ui.available_width(), ROW_HEIGHT);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        if !ui.is_rect_visible(rect) {
            return;
        }
        let columns = Columns::of(rect.width());
        line_above(ui, rect.with_min_x(rect.left() + MARGIN), t.line);
        told.icon.paint_at(ui.painter(), pos2(rect.left() + MARGIN + 7.0, rect.center().y));
        let mut cell = |text: &str, from: f32, to: f32, ink| {
            let job = fonts::DOCK.line_job(text, ink, to - from - 12.0);
            let galley = ui.painter().layout_job(job);
            let top = rect.center().y - galley.size().y / 2.0;
            cut |= galley.elided;
            ui.painter().galley(pos2(rect.left() + from, top), galley, ink);
        };
        cell(source, columns.source, columns.target, t.ink);
        cell(target, columns.target, columns.why, t.ink);
        cell(why, columns.why, columns.state, t.ink2);
        cell(&figure, columns.state, columns.state + 48.0, figure_ink(told.figure, t));
        let left = if figure.is_empty() { columns.state } else { columns.state + 40.0 };
        cell(state, left, columns.end, t.ink2);
    });
    // What a column has no room for is told whole.
    if cut { response.on_hover_text(format!("{pair}\n{why}\n{state}")) } else { response }
}

fn figure_ink(figure: Option<f64>, t: &Tokens) -> egui::Color32 {
    match figure {
        Some(figure) if figure >= f64::from(SURE) => t.green,
        Some(figure) if figure < f64::from(LIKELY) => t.amber,
        _ => t.ink2,
    }
}
