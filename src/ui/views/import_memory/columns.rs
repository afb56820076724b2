//! A table over its first rows: which column is what, how its text is read.

use egui::{Id, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::What;
use crate::formats::table::{Columns, Field, Row};
use crate::texts::{said, t};
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::views::choose::{Choice, Chooser};
use crate::ui::widgets::{Button, Switch, line_below};
use crate::workbench::opening::Named;
use crate::workbench::tables::{Table, TableOptions};

/// Rows that are shown.
const SHOWN_ROWS: usize = 6;

/// Columns that are shown; a table of units has no more, and the widest may have hundreds.
const SHOWN_COLUMNS: usize = 24;

const CELL_WIDTH: f32 = 190.0;
const CELL_HEIGHT: f32 = 24.0;
const HEAD_HEIGHT: f32 = 32.0;

/// The separators that can be chosen, by the ids of their names.
const SEPARATORS: [(&str, char); 3] =
    [("columns-comma", ','), ("columns-semicolon", ';'), ("columns-tab", '\t')];

/// What somebody did in a frame.
#[derive(Debug, Default)]
pub struct Asked {
    /// The file is to be read again.
    pub again: bool,
    /// A list is to be opened.
    pub choose: Option<(What, Chooser)>,
}

/// Shows the table; what can be said otherwise goes into `options`.
pub fn table_ui(ui: &mut Ui, table: &Table, options: &mut TableOptions, named: &Named) -> Asked {
    let mut asked = Asked::default();
    let columns = table.columns(options, named);
    ui.horizontal(|ui| how_ui(ui, table, options, &columns, &mut asked));
    ui.add_space(8.0);
    let width = table.width();
    let area = ScrollArea::horizontal().id_salt("columns").auto_shrink([false, true]);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.horizontal(|ui| heads_ui(ui, width.min(SHOWN_COLUMNS), &columns, &mut asked));
        for (place, row) in table.rows.iter().take(SHOWN_ROWS).enumerate() {
            let is_head = columns.head && place == 0;
            row_ui(ui, row, width.min(SHOWN_COLUMNS), &columns, named, is_head);
        }
    });
    ui.add_space(4.0);
    let t = tokens(ui);
    fonts::LABEL.label(ui, below(table, &columns, width), t.ink3, super::INSIDE);
    for problem in table.problems.iter().take(2) {
        super::text_ui(ui, &problem.to_string());
    }
    asked
}

/// Separator, encoding or sheet, and whether there is a head row.
fn how_ui(
    ui: &mut Ui,
    table: &Table,
    options: &mut TableOptions,
    columns: &Columns,
    asked: &mut Asked,
) {
    if let Some(separator) = table.separator {
        let mut place = SEPARATORS
            .iter()
            .position(|(_, known)| *known == separator)
            .unwrap_or(SEPARATORS.len());
        let words = SEPARATORS.map(|(id, _)| t!(id));
        if ui.add(Switch::new(t!("columns-separator"), &mut place, &words)).changed() {
            options.separator = SEPARATORS.get(place).map(|(_, separator)| *separator);
            // Other cells are other columns.
            options.columns = None;
            asked.again = true;
        }
    }
    let mut head = usize::from(!columns.head);
    let words = [t!("columns-names-of-columns"), t!("columns-a-unit")];
    let t = tokens(ui);
    fonts::DOCK.label(ui, t!("columns-first-row"), t.ink2, f32::INFINITY);
    if ui.add(Switch::new(t!("columns-first-row"), &mut head, &words)).changed() {
        options.head = Some(head == 0);
    }
    if let Some(encoding) = &table.encoding {
        let label = t!("columns-encoding", encoding = encoding);
        if ui.add(Button::new(&label).opens().tight()).clicked() {
            let chooser = Chooser::new(t!("columns-encoding-title"), t!("find-an-encoding"), 0);
            asked.choose = Some((What::Encoding, chooser));
        }
    }
    if table.sheets.len() > 1 {
        let label = t!("columns-sheet", name = table.sheet.as_deref().unwrap_or_default());
        if ui.add(Button::new(&label).opens().tight()).clicked() {
            asked.choose = Some((
                What::Sheet,
                Chooser::new(t!("columns-sheet-title"), t!("columns-find-a-sheet"), 0),
            ));
        }
    }
}

/// What each column holds, as buttons over it.
fn heads_ui(ui: &mut Ui, width: usize, columns: &Columns, asked: &mut Asked) {
    for column in 0..width {
        let (rect, _) = ui.allocate_exact_size(vec2(CELL_WIDTH, HEAD_HEIGHT), Sense::hover());
        let place = rect.shrink2(vec2(2.0, 2.0));
        let name = columns
            .field(column)
            .map_or(t!("columns-not-used"), |field| said("field", field.name()));
        let label = format!("{}: {name}", column + 1);
        let mut cell = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("head", column)));
        if cell.add(Button::new(&label).opens().tight()).clicked() {
            let field = columns.field(column);
            let marked = field.and_then(|field| Field::ALL.iter().position(|f| *f == field));
            let marked = marked.unwrap_or(Field::ALL.len());
            let chooser = Chooser::new(
                t!("columns-what-the-column-holds"),
                t!("columns-find-a-field"),
                marked,
            );
            asked.choose = Some((What::Column(column), chooser));
        }
    }
}

fn row_ui(ui: &mut Ui, row: &Row, width: usize, columns: &Columns, named: &Named, is_head: bool) {
    let t = tokens(ui);
    let size = vec2(CELL_WIDTH * width as f32, CELL_HEIGHT);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    line_below(ui, rect, t.line2);
    for column in 0..width {
        let left = rect.left() + CELL_WIDTH * column as f32;
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(CELL_WIDTH, CELL_HEIGHT));
        let place = place.shrink2(vec2(6.0, 3.0));
        let (role, ink) = if is_head { (fonts::DOCK_BOLD, t.ink2) } else { (fonts::DOCK, t.ink) };
        let id = Id::unique("cell").with((row.line, column));
        let mut cell = ui.new_child(UiBuilder::new().max_rect(place).id_salt(id));
        let text: String = row.cell(column).chars().take(LONGEST_CELL).map(one_line).collect();
        let lang = match columns.field(column) {
            Some(Field::Source) => named.0.as_ref(),
            Some(Field::Target) => named.1.as_ref(),
            _ => None,
        };
        let label = match lang {
            Some(lang) => BidiLabel::new(&text, lang, role, ink).without_marks(),
            None => BidiLabel::plain(&text, role, ink),
        };
        label.cut_at(place.width()).show_in(&mut cell);
    }
}

/// Characters of a cell that are laid out; no more fit.
const LONGEST_CELL: usize = 100;

const fn one_line(c: char) -> char {
    if c.is_ascii_control() { ' ' } else { c }
}

/// How many rows there are, and what becomes of them.
fn below(table: &Table, columns: &Columns, width: usize) -> String {
    let rows = columns.count(&table.rows);
    let more = width.saturating_sub(SHOWN_COLUMNS);
    match more {
        0 => t!("rows", count = rows),
        more => format!("{}; {}", t!("rows", count = rows), t!("columns-more", count = more)),
    }
}

/// What a column may hold, nothing last.
pub fn field_choices() -> Vec<Choice> {
    let note = |field: Field| match field {
        Field::Source | Field::Target => t!("columns-text"),
        Field::Author => t!("columns-who-translated-it"),
        Field::Release => t!("columns-the-number-of-its-release"),
        Field::Date => t!("columns-the-date-of-its-release-in"),
        Field::Issuer => t!("columns-the-house-that-issued-it"),
        Field::Status => t!("columns-draft-translated-approved-published"),
    };
    let fields = Field::ALL.map(|field| (said("field", field.name()), note(field)));
    let all = fields.into_iter().chain([(t!("columns-not-used"), "")]);
    all.map(|(name, note)| Choice { name: name.to_owned(), note: note.to_owned() }).collect()
}

/// Gives a column the field at this place of [`field_choices`].
pub fn choose_field(columns: &mut Columns, column: usize, place: usize) {
    if let Some(known) = columns.field(column) {
        columns.set(known, None);
    }
    if let Some(&field) = Field::ALL.get(place) {
        columns.set(field, Some(column));
    }
}
