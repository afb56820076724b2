//! Importing a file into a memory: what is in the file, which of it is wanted, where it
//! goes; then the progress, then what was done.
//!
//! | state | file |
//! |---|---|
//! | the columns of a table, over its first rows | [`columns`] |
//! | the pairs of languages of a TMX | [`pairs`] |
//! | which memory | [`memories`] |
//! | what was done | [`report`] |

mod columns;
mod memories;
mod pairs;
mod report;

use std::path::{Path, PathBuf};

use egui::{Context, Id, Key, Modifiers, Ui};

use super::ask::Answer;
use super::choose::{Choice, Chooser};
use crate::formats::plain::ENCODINGS;
use crate::formats::table::Field as TableField;
use crate::texts::{decimals, t};
use crate::ui::fonts;
use crate::ui::text::BidiLabel;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Dialog, Progress, dialog};
use crate::workbench::desk::{Desk, ImportReport, ImportWish, Looked, importing};
use crate::workbench::library::Languages;
use crate::workbench::tables::TableOptions;

/// Width of the dialog in points; a window of 1024 has room for it.
const WIDTH: f32 = 860.0;

/// Room for text inside the dialog.
const INSIDE: f32 = WIDTH - 2.0 * dialog::PADDING as f32;

/// The dialog.
#[derive(Debug)]
pub struct ImportMemory {
    path: PathBuf,
    state: State,
    /// How a table is to be read, as far as somebody has said.
    options: TableOptions,
    pair: pairs::PairChoice,
    memory: memories::MemoryChoice,
    /// A list that is open over the dialog.
    choosing: Option<(What, Chooser)>,
}

#[derive(Debug)]
enum State {
    /// The file is being looked at.
    Looking,
    /// What it holds is known.
    Asking(Looked),
    /// It cannot be imported.
    Refused(String),
    /// The import is under way.
    Running,
    /// It has ended.
    Ended(ImportReport),
}

/// What is chosen from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// What a column holds, from 0.
    Column(usize),
    Encoding,
    Sheet,
}

/// What somebody wants of the dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Choose another file.
    Choose,
    /// Put the report on the clipboard.
    Copy(String),
}

impl ImportMemory {
    /// The dialog for a file, which is looked at.
    pub fn new(path: &Path, desk: &mut Desk) -> Self {
        let options = TableOptions::default();
        desk.look_at(path, &options);
        Self {
            path: path.to_owned(),
            state: State::Looking,
            options,
            pair: pairs::PairChoice::default(),
            memory: memories::MemoryChoice::of_file(path),
            choosing: None,
        }
    }

    /// The dialog that tells what an import did which nobody waited for.
    #[must_use]
    pub fn ended(report: ImportReport) -> Self {
        Self {
            path: report.from.clone(),
            state: State::Ended(report),
            options: TableOptions::default(),
            pair: pairs::PairChoice::default(),
            memory: memories::MemoryChoice::default(),
            choosing: None,
        }
    }

    /// Takes in what jobs have brought back.
    fn take_in(&mut self, desk: &mut Desk) {
        if let Some(looked) = desk.looked_at() {
            self.state = match looked {
                Ok(looked) => {
                    self.pair.begin(&looked);
                    State::Asking(looked)
                }
                Err(why) => State::Refused(why),
            };
        }
        if let Some(report) = desk.import_report() {
            self.state = State::Ended(report);
        }
        // A job that was stopped or failed brings nothing back.
        let idle = desk.under_way().is_empty();
        if idle && matches!(self.state, State::Looking | State::Running) {
            self.state =
                State::Refused(t!("import-memory-this-was-stopped-choose-the-file").to_owned());
        }
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &Context, desk: &mut Desk) -> Answer<Wish> {
        self.take_in(desk);
        if let Some((what, chooser)) = self.choosing.take() {
            self.choose(ctx, desk, what, chooser);
            return Answer::Open;
        }
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let mut wish = None;
        let title = t!("import-into-a-memory");
        let dialog = Dialog::new(Id::unique("import memory"), title).width(WIDTH);
        let shown = dialog.show(ctx, |ui| match &self.state {
            State::Looking => self.looking_ui(ui, desk),
            State::Asking(_) => self.asking_ui(ui, desk, enter, &mut wish),
            State::Refused(why) => {
                self.file_ui(ui, &mut wish);
                text_ui(ui, why);
                false
            }
            State::Running => running_ui(ui, desk),
            State::Ended(report) => report::report_ui(ui, report, &mut wish),
        });
        Answer::of(wish, shown.left || shown.inner)
    }

    /// The file's name, and another file; its folder below.
    fn file_ui(&self, ui: &mut Ui, wish: &mut Option<Wish>) {
        let t = tokens(ui);
        ui.horizontal(|ui| {
            let name = self.path.file_name().unwrap_or_default().to_string_lossy();
            BidiLabel::plain(&name, fonts::DOCK_BOLD, t.ink).cut_at(400.0).show_in(ui);
            let folder = self.path.parent().unwrap_or(Path::new("")).display().to_string();
            BidiLabel::plain(&folder, fonts::LABEL, t.ink3).cut_at(260.0).show_in(ui);
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                if ui.add(Button::new(t!("import-memory-choose-file"))).clicked() {
                    *wish = Some(Wish::Choose);
                }
            });
        });
        ui.add_space(8.0);
    }

    fn looking_ui(&self, ui: &mut Ui, desk: &Desk) -> bool {
        self.file_ui(ui, &mut None);
        progress_ui(ui, desk, t!("importing-looking-at-the-file"));
        false
    }

    fn asking_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        enter: bool,
        wish: &mut Option<Wish>,
    ) -> bool {
        self.file_ui(ui, wish);
        let State::Asking(looked) = &self.state else { return false };
        let mut again = false;
        match looked {
            Looked::Table { table, .. } => {
                let asked = columns::table_ui(ui, table, &mut self.options, &self.pair.named());
                again = asked.again;
                self.choosing = asked.choose;
                self.pair.tags_ui(ui);
            }
            Looked::Tmx { pairs } => self.pair.pairs_ui(ui, pairs),
            Looked::Memory { pair, units, problems } => {
                let (source, target) = pair;
                let text = t!(
                    "import-memory-a-memory",
                    count = units,
                    source = source.as_str(),
                    target = target.as_str()
                );
                fonts::DOCK.label(ui, text, tokens(ui).ink, INSIDE);
                for problem in problems.iter().take(3) {
                    text_ui(ui, &problem.to_string());
                }
            }
        }
        let pair = self.pair.languages();
        self.memory.memories_ui(ui, desk, pair.as_ref());
        let why = self.why_not(pair.as_ref());
        let mut start = false;
        dialog::buttons(ui, |ui| {
            let button = Button::main(t!("import-memory-import")).key("Ctrl+Enter").unless(why);
            start = (ui.add(button).clicked() || enter) && why.is_none();
            if let Some(why) = why {
                fonts::LABEL.label(ui, why, tokens(ui).ink3, f32::INFINITY);
            }
        });
        if again {
            self.look_again(desk);
        } else if start && let (Some(pair), Some(into)) = (pair, self.memory.chosen()) {
            let (from, table) = (self.path.clone(), self.options.clone());
            desk.import(ImportWish { from, into, pair, table });
            self.state = State::Running;
        }
        false
    }

    fn why_not(&self, pair: Option<&Languages>) -> Option<&'static str> {
        if let State::Asking(Looked::Table { table, .. }) = &self.state {
            let columns = table.columns(&self.options, &self.pair.named());
            if columns.of(TableField::Source).is_none() {
                return Some(t!("import-memory-say-which-column-is-the-source"));
            }
            if columns.of(TableField::Target).is_none() {
                return Some(t!("import-memory-say-which-column-is-the-target"));
            }
        }
        match pair {
            None => Some(t!("import-memory-say-both-languages-fr-en-pt")),
            Some(pair) if pair.source == pair.target => Some(t!("both-languages-are-the-same")),
            Some(_) if self.memory.chosen().is_none() => {
                Some(t!("import-memory-give-the-new-memory-a-name"))
            }
            Some(_) => None,
        }
    }

    /// The file is read again as is said now.
    fn look_again(&mut self, desk: &mut Desk) {
        desk.look_at(&self.path, &self.options);
        self.state = State::Looking;
    }

    /// Shows a list over the window and does what was chosen.
    fn choose(&mut self, ctx: &Context, desk: &mut Desk, what: What, mut chooser: Chooser) {
        let State::Asking(Looked::Table { table, .. }) = &self.state else { return };
        let plain =
            |name: &str, note: &str| Choice { name: name.to_owned(), note: note.to_owned() };
        let choices: Vec<Choice> = match what {
            What::Column(_) => columns::field_choices(),
            What::Encoding => ENCODINGS.iter().map(|e| plain(e.label, e.scripts)).collect(),
            What::Sheet => table.sheets.iter().map(|name| plain(name, "")).collect(),
        };
        match chooser.show(ctx, &choices) {
            Answer::Open => self.choosing = Some((what, chooser)),
            Answer::Left => {}
            Answer::Given(place) => match (what, choices.get(place)) {
                (What::Column(column), _) => {
                    let named = self.pair.named();
                    let mut columns = table.columns(&self.options, &named);
                    columns::choose_field(&mut columns, column, place);
                    self.options.head = Some(columns.head);
                    self.options.columns = Some(columns);
                }
                (What::Encoding, Some(choice)) => {
                    self.options.encoding = Some(choice.name.clone());
                    self.look_again(desk);
                }
                (What::Sheet, Some(choice)) => {
                    self.options.sheet = Some(choice.name.clone());
                    self.look_again(desk);
                }
                _ => {}
            },
        }
    }
}

/// What may hold names and texts of any script.
fn text_ui(ui: &mut Ui, text: &str) {
    BidiLabel::plain(text, fonts::DOCK, tokens(ui).ink).width(INSIDE).show_in(ui);
}

/// How far a job is, as a bar and as text.
fn progress_ui(ui: &mut Ui, desk: &Desk, job: &str) {
    let under_way = desk.under_way();
    let done = under_way.iter().find(|work| work.name == job).and_then(|work| work.done);
    let text = match done {
        Some(done) => {
            t!("import-memory-done", job = job, percent = decimals(f64::from(done) * 100.0, 0))
        }
        None => format!("{job}…"),
    };
    fonts::DOCK.label(ui, text, tokens(ui).ink, INSIDE);
    ui.add(Progress::new(job, done.unwrap_or(0.0), INSIDE));
}

fn running_ui(ui: &mut Ui, desk: &Desk) -> bool {
    progress_ui(ui, desk, importing());
    let mut leave = false;
    dialog::buttons(ui, |ui| {
        leave = ui.add(Button::new(t!("import-memory-go-on-working"))).clicked();
        if ui.add(Button::new(t!("import-memory-stop"))).clicked() {
            desk.cancel();
        }
    });
    leave
}
