//! The first page: how to begin, and the releases there are.

use std::path::PathBuf;

use egui::{
    Frame, Id, Margin, Panel, Rect, Role, ScrollArea, Sense, Shape, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};
use jiff::ZonedDateTime;

use super::{Act, due, review};
use crate::texts::{Spoken, t};
use crate::ui::fonts;
use crate::ui::keys;
use crate::ui::shapes::Icon;
use crate::ui::text::BidiLabel;
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::{
    Button, Ground, KeyCap, ListRow, Progress, focus_frame, line_above, line_below,
};
use crate::workbench::Command;
use crate::workbench::counts::Counts;
use crate::workbench::desk::Desk;
use crate::workbench::library::{Kind, Shelf};
use crate::workbench::summary::{Group, Summary};

const LEFT_WIDTH: f32 = 340.0;
const ROW_HEIGHT: f32 = 49.0;
/// What the list stands in from its left edge, in points.
pub(super) const LIST_MARGIN: f32 = 28.0;

/// The page.
pub fn page_ui(ui: &mut Ui, desk: &Desk, dropping: bool, acts: &mut Vec<Act>) {
    left_ui(ui, desk, dropping, acts);
    releases_ui(ui, desk, acts);
}

fn left_ui(ui: &mut Ui, desk: &Desk, dropping: bool, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.chrome).inner_margin(Margin::same(20));
    let panel = Panel::left("begin").exact_size(LEFT_WIDTH).resizable(false);
    let shown = panel.show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        for (icon, title, note, command) in [
            (
                Icon::Document,
                t!("new-from-one-text"),
                t!("start-a-statement-to-translate"),
                Command::NewFromOne,
            ),
            (
                Icon::TwoDocuments,
                t!("new-from-two-texts"),
                t!("start-a-pair-to-align"),
                Command::NewFromTwo,
            ),
            (Icon::TwoDocuments, t!("start-new-from-an-archive"), "", Command::NewArchive),
            (Icon::Folder, t!("start-open-a-release-or-a-folder"), "", Command::Open),
        ] {
            if tile_ui(ui, icon, title, note, command) {
                acts.push(Act::Run(command));
            }
        }
        ui.add_space(4.0);
        drop_zone_ui(ui, dropping);
        let memories = desk.library.shelves();
        let height = 26.0 + 21.0 * memories.len() as f32;
        let room = ui.available_height() - height;
        ui.add_space(room.max(10.0));
        memories_ui(ui, memories);
    });
    let edge = shown.response.rect;
    let line = Rect::from_min_max(pos2(edge.right() - 1.0, edge.top()), edge.max);
    ui.painter().rect_filled(line, 0.0, t.line2);
}

/// A large button with an icon, a title, a note and a key. Whether it was pressed.
/// Where the texts of a tile begin, in points from its left.
const TILE_TEXT: f32 = 58.0;

fn tile_ui(ui: &mut Ui, icon: Icon, title: &str, note: &str, command: Command) -> bool {
    let t = tokens(ui);
    let key = keys::text(ui.ctx(), command);
    let cap = (!key.is_empty()).then(|| KeyCap(&key).layout(ui.painter(), t.ink2));
    let taken = TILE_TEXT + 14.0 + cap.as_ref().map_or(0.0, |cap| cap.width + 8.0);
    let room = ui.available_width() - taken;
    let role = fonts::ROW.with_bold(!note.is_empty());
    let galley = ui.painter().layout_job(role.job(title, t.ink, room));
    let note_galley = ui.painter().layout_job(fonts::DOCK.job(note, t.ink2, room));
    // A title of one line has the height of the design, with a note below it or without.
    let more = galley.size().y - galley.size().y / galley.rows.len().max(1) as f32;
    let more_note = note_galley.rows.len().saturating_sub(1) as f32 * fonts::DOCK.line;
    let height = if note.is_empty() { 40.0 + more } else { 64.0 + more + more_note };
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    let painter = ui.painter();
    let fill = if response.hovered() { t.hover(t.sheet) } else { t.sheet };
    let edge = t.stroke(1.0, if response.hovered() { t.shape } else { t.line2 });
    painter.rect(rect, 6.0, fill, edge, egui::StrokeKind::Inside);
    icon.paint_at(painter, pos2(rect.left() + 30.0, rect.center().y));
    let left = rect.left() + TILE_TEXT;
    if note.is_empty() {
        painter.galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, t.ink);
    } else {
        painter.galley(pos2(left, rect.top() + 12.0), galley, t.ink);
        painter.galley(pos2(left, rect.top() + 33.0 + more), note_galley, t.ink2);
    }
    if let Some(cap) = cap {
        let at = pos2(rect.right() - 14.0 - cap.width, rect.center().y);
        cap.paint(painter, at, t.ink2, t.sheet, t.line2);
    }
    if response.has_focus() {
        focus_frame(painter, rect, 6.0, t);
    }
    response.clicked()
}

/// The least height of the place for texts, in points.
const DROP_HEIGHT: f32 = 148.0;

/// What the place for texts is called when it is read aloud.
const DROP_ZONE: &str = "start-drop-texts-here-or-paste-plain";

fn drop_zone_ui(ui: &mut Ui, dropping: bool) {
    let t = tokens(ui);
    let room = ui.available_width() - 24.0;
    let cap = KeyCap("Ctrl+V").layout(ui.painter(), t.ink2);
    let title = t!("start-drop-texts-here-or-paste-with");
    let title = fonts::ROW_BOLD.job(title, t.ink, room - 6.0 - cap.width);
    let title = ui.painter().layout_job(title);
    let lines = [
        (fonts::DOCK, t.ink2, t!("start-one-text-is-translated-two-are")),
        (fonts::DOCK, t.ink2, t!("start-folders-of-texts-are-paired-as")),
        (fonts::LABEL, t.ink3, ""),
        (fonts::LABEL, t.ink3, t!("start-plain-text-tmx-csv-tsv-xlsx")),
        (fonts::LABEL, t.ink3, t!("start-releases-and-memories-of-diptych")),
    ];
    let lines = lines.map(|(role, ink, line)| {
        let galley = ui.painter().layout_job(role.job(line, ink, room));
        let height = role.line * galley.rows.len() as f32;
        (galley, ink, if line.is_empty() { 6.0 } else { height })
    });
    let title_height = (28.0_f32).max(title.size().y + 6.0);
    let height = 36.0 + title_height + lines.iter().map(|(.., height)| height).sum::<f32>();
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height.max(DROP_HEIGHT)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, t!(DROP_ZONE)));
    let painter = ui.painter();
    let (fill, color) = if dropping { (t.tint, t.accent) } else { (t.chrome, t.shape) };
    painter.rect_filled(rect, 6.0, fill);
    dashed_frame(ui, rect, t.stroke(1.5, color));
    let mut top = rect.top() + 18.0;
    let width = title.size().x + 6.0 + cap.width;
    let left = (rect.center().x - width / 2.0).round();
    let middle = top + title.size().y / 2.0;
    let after = left + title.size().x + 6.0;
    painter.galley(pos2(left, top), title, t.ink);
    cap.paint(painter, pos2(after, middle), t.ink2, t.sheet, t.line2);
    top += title_height;
    for (galley, ink, height) in lines {
        let at = pos2((rect.center().x - galley.size().x / 2.0).round(), top);
        painter.galley(at, galley, ink);
        top += height;
    }
}

fn dashed_frame(ui: &Ui, rect: Rect, stroke: Stroke) {
    let rect = rect.shrink(stroke.width / 2.0);
    let r = 0.0;
    let corners = [
        (pos2(rect.left() + r, rect.top()), pos2(rect.right() - r, rect.top())),
        (pos2(rect.right(), rect.top() + r), pos2(rect.right(), rect.bottom() - r)),
        (pos2(rect.right() - r, rect.bottom()), pos2(rect.left() + r, rect.bottom())),
        (pos2(rect.left(), rect.bottom() - r), pos2(rect.left(), rect.top() + r)),
    ];
    for (from, to) in corners {
        ui.painter().extend(Shape::dashed_line(&[from, to], stroke, 6.0, 4.0));
    }
}

fn memories_ui(ui: &mut Ui, shelves: &[Shelf]) {
    let t = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    fonts::DOCK_HEADING.label(ui, t!("start-memories"), t.ink, f32::INFINITY);
    ui.add_space(6.0);
    for shelf in shelves {
        let header = shelf.memory.header();
        let (source, target) = (header.source.as_str(), header.target.as_str());
        let pair = format!("{}–{}", source.to_uppercase(), target.to_uppercase());
        let note = if shelf.kind == Kind::Bundled { t!("start-bundled") } else { "" };
        let name = format!("{}, {pair}{note}", header.name);
        let count = units_of(shelf);
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 21.0), Sense::hover());
        let painter = ui.painter();
        let count_galley = fonts::DOCK.galley(painter, count, t.ink2);
        let room = rect.width() - count_galley.size().x - 8.0;
        let name_galley = painter.layout_job(fonts::DOCK.line_job(&name, t.ink, room));
        painter.galley(rect.min, name_galley, t.ink);
        let at = pos2(rect.right() - count_galley.size().x, rect.top());
        painter.galley(at, count_galley, t.ink2);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    }
}

/// How many units a memory has, so far while it is being read.
#[must_use]
pub fn units_of(shelf: &Shelf) -> String {
    match shelf.memory.len() {
        count if shelf.is_whole => t!("units", count = count),
        count => t!("units-so-far", count = count),
    }
}

fn releases_ui(ui: &mut Ui, desk: &Desk, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.sheet);
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let releases = desk.releases();
        left_work_ui(ui, desk, acts);
        let title =
            if desk.listing.is_some() { t!("releases") } else { t!("start-recent-releases") };
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            ui.add_space(28.0);
            fonts::PAGE_TITLE.label(ui, title, t.ink, f32::INFINITY);
        });
        review::start_ui(ui, desk, acts);
        if releases.is_empty() {
            empty_ui(ui, acts);
            return;
        }
        columns_ui(ui);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let now = desk.listed_at().filter(|now| {
                // A list that nobody gave a time is one without headings.
                releases.iter().any(|release| release.group(now) != Group::Earlier)
            });
            let mut before = None;
            for (place, release) in releases.iter().enumerate() {
                let group = now.map(|now| release.group(now));
                if let Some((group, now)) = group.zip(now).filter(|_| group != before) {
                    let same = |of: &&Summary| of.group(now) == group;
                    due::heading_ui(ui, group, releases.iter().filter(same).count());
                }
                let ruled = place > 0 && group == before;
                before = group;
                if row_ui(ui, release, ruled, now) {
                    acts.push(Act::Open(release.path.clone()));
                }
            }
        });
    });
}

/// Work that was not saved when the program ended, if there is any.
fn left_work_ui(ui: &mut Ui, desk: &Desk, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    for left in &desk.left {
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            ui.add_space(28.0);
            ui.vertical(|ui| {
                let title = &left.project.release.title;
                let title =
                    if title.is_empty() { t!("start-a-release-without-a-title") } else { title };
                fonts::ROW_BOLD.label(ui, title, t.ink, 560.0);
                fonts::DOCK.label(ui, left.sentence(), t.ink2, 560.0);
                ui.add_space(4.0);
                if ui.add(Button::main(t!("start-look-at-unsaved-work"))).clicked() {
                    acts.push(Act::AskAbout(left.project.id));
                }
            });
        });
        ui.add_space(8.0);
    }
}

/// Nothing yet: what to do next.
fn empty_ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    let t = tokens(ui);
    ui.add_space(24.0);
    ui.horizontal(|ui| {
        ui.add_space(28.0);
        ui.vertical(|ui| {
            let text = t!("start-no-release-has-been-opened-yet");
            fonts::TEXT.label(ui, text, t.ink2, 560.0);
            ui.add_space(14.0);
            if ui.add(Button::main(t!("start-open-the-sample"))).clicked() {
                acts.push(Act::Run(Command::OpenSample));
            }
        });
    });
}

/// Where the columns of the list stand, in points from its left edge.
struct Columns {
    date: f32,
    title: f32,
    title_width: f32,
    languages: f32,
    rows: f32,
    /// Who works on it; 0 where there is no room.
    with: f32,
    status: f32,
}

/// Room for who works on a release, in points.
const WITH_WIDTH: f32 = 76.0;
/// From this width of the list on it is shown, in points.
const WITH_FROM: f32 = 900.0;

impl Columns {
    fn of(width: f32) -> Self {
        let status = width - 120.0;
        let room = if width >= WITH_FROM { WITH_WIDTH } else { 0.0 };
        let with = if room > 0.0 { status - room } else { 0.0 };
        let rows = status - room - 140.0;
        let languages = rows - 160.0;
        let (date, title) = (36.0, 184.0);
        let title_width = languages - title - 20.0;
        Self { date, title, title_width, languages, rows, with, status }
    }
}

fn columns_ui(ui: &mut Ui) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let columns = Columns::of(rect.width());
    for (left, name) in [
        (columns.date, t!("start-due")),
        (columns.title, t!("start-title-and-number")),
        (columns.languages, t!("start-languages")),
        (columns.rows, t!("start-rows")),
        (columns.with, if columns.with > 0.0 { t!("start-with") } else { "" }),
        (columns.status, t!("start-status")),
    ] {
        let galley = fonts::LABEL.galley(ui.painter(), name, t.ink3);
        ui.painter().galley(pos2(rect.left() + left, rect.top() + 7.0), galley, t.ink3);
    }
    line_below(ui, rect, t.line2);
}

fn row_ui(ui: &mut Ui, release: &Summary, ruled: bool, now: Option<&ZonedDateTime>) -> bool {
    let t = tokens(ui);
    let name = t!("start-open", title = release.title, number = release.number);
    let name = name.trim_end().to_owned() + &due::spoken(ui, release, now);
    let id = Id::unique("release").with(&release.path);
    let row = ListRow::new(id, &name, Ground::Sheet).height(ROW_HEIGHT);
    let response = row.show(ui, |ui| {
        let size = vec2(ui.available_width(), ROW_HEIGHT);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let columns = Columns::of(rect.width());
        if ruled {
            line_above(ui, rect.with_min_x(rect.left() + columns.date), t.line);
        }
        row_texts(ui, release, rect, &columns, now);
        languages(ui, release, rect, columns.languages, t);
        let (done, all) = release.progress();
        let bar = Rect::from_center_size(
            pos2(rect.left() + columns.rows + 28.0, rect.center().y),
            vec2(56.0, 16.0),
        );
        Progress::of(t!("start-rows-done"), done, all, 56.0).paint(ui, bar);
        let text = if done == all {
            t!("start-all", all = all)
        } else {
            t!("start-of", done = done, all = all)
        };
        let galley = fonts::DOCK.galley(ui.painter(), text, t.ink2);
        let at = pos2(bar.right() + 8.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, t.ink2);
    });
    response.clicked()
}

fn row_texts(
    ui: &Ui,
    release: &Summary,
    rect: Rect,
    columns: &Columns,
    now: Option<&ZonedDateTime>,
) {
    let t = tokens(ui);
    let painter = ui.painter();
    let middle = rect.center().y;
    let date = release.date.map(|date| date.strftime("%d.%m.%y").to_string()).unwrap_or_default();
    if !now.is_some_and(|now| due::due_ui(ui, release, rect, now)) {
        let galley = fonts::DOCK.galley(painter, date, t.ink2);
        painter.galley(pos2(rect.left() + columns.date, middle - 9.0), galley, t.ink2);
    }
    if columns.with > 0.0 {
        let nobody = release.assignee.is_empty();
        let name = if nobody { t!("due-nobody") } else { release.assignee.as_str() };
        let ink = if nobody { t.ink3 } else { t.ink2 };
        let name = BidiLabel::plain(name, fonts::DOCK, ink).cut_at(WITH_WIDTH - 10.0);
        let name = name.without_marks().lay_out(ui.ctx());
        name.paint(painter, pos2(rect.left() + columns.with, middle - 9.0));
    }
    let title = BidiLabel::new(&release.title, &release.source, fonts::ROW, t.ink);
    let title = title.without_marks().cut_at(columns.title_width).lay_out(ui.ctx());
    let left = rect.left() + columns.title;
    title.paint(painter, pos2(left, rect.top() + 6.0));
    let number = fonts::LABEL.galley(painter, release.number.as_str(), t.ink3);
    painter.galley(pos2(left, rect.top() + 27.0), number, t.ink3);
    let status = fonts::DOCK.galley(painter, release.status.spoken(), t.ink2);
    painter.galley(pos2(rect.left() + columns.status, middle - 9.0), status, t.ink2);
}

/// Each target language with the shape of the state that most of it is in.
fn languages(ui: &Ui, release: &Summary, rect: Rect, left: f32, t: &Tokens) {
    let painter = ui.painter();
    let mut at = rect.left() + left;
    for (lang, counts) in &release.targets {
        overall(*counts).paint_at(painter, pos2(at + 7.0, rect.center().y));
        let galley = fonts::LABEL.galley(painter, lang.as_str().to_uppercase(), t.ink2);
        let width = galley.size().x;
        painter.galley(pos2(at + 19.0, rect.center().y - 8.0), galley, t.ink2);
        at += 19.0 + width + 14.0;
    }
}

const fn overall(counts: Counts) -> Icon {
    if counts.content() == 0 || counts.open == counts.content() {
        Icon::Open
    } else if counts.approved == counts.content() {
        Icon::Approved
    } else if counts.open == 0 && counts.draft == 0 {
        Icon::Translated
    } else {
        Icon::Draft
    }
}

/// The files that were let go over the window in this frame.
#[must_use]
pub fn dropped(ui: &Ui) -> Vec<PathBuf> {
    ui.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect())
}

/// Whether files are held over the window.
#[must_use]
pub fn is_dropping(ui: &Ui) -> bool {
    ui.input(|input| !input.raw.hovered_files.is_empty())
}
