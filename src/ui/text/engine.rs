//! Faces, layouts and images, one of each for the whole window.
//!
//! A layout is found again by what it was made from and kept as long as it is shown:
//! one that no frame has asked for in [`KEPT`] frames is dropped. A long text is kept
//! by paragraphs as well, so that typing into one leaves the others as they are.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Context, Id};

use super::atlas::Atlas;
use super::atom::{Atom, Display, within};
use super::caret::Direction;
use super::faces::Faces;
use super::laid::Laid;
use super::layout::{Job, Paragraph, Shaper};
use super::units::paragraphs;
use crate::ui::fonts::TypeRole;
use crate::workbench::links::Side;

/// How many frames a layout is kept unused: enough for scrolling there and back.
const KEPT: u64 = 120;
/// Every so many frames the unused ones are looked for.
const SWEEP: u64 = 30;

/// What a text is laid out from.
#[expect(clippy::struct_field_names, reason = "a text has a text")]
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) role: TypeRole,
    pub(super) width: f32,
    pub(super) direction: Direction,
    pub(super) lang: &'a str,
    /// In order and apart.
    pub(super) atoms: &'a [Atom],
}

impl Text<'_> {
    fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.text.hash(&mut hasher);
        self.role.size.to_bits().hash(&mut hasher);
        self.role.line.to_bits().hash(&mut hasher);
        self.role.bold.hash(&mut hasher);
        self.role.column.map(|side| side == Side::Source).hash(&mut hasher);
        self.width.to_bits().hash(&mut hasher);
        self.direction.hash(&mut hasher);
        self.lang.hash(&mut hasher);
        self.atoms.hash(&mut hasher);
        hasher.finish()
    }
}

/// Something kept: what it was made of, to be sure, and when it was last asked for.
struct Kept<T> {
    text: Box<str>,
    value: Arc<T>,
    frame: u64,
}

struct Shelf<T>(HashMap<u64, Kept<T>>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Shelf<T> {
    fn find(&mut self, key: u64, text: &str, frame: u64) -> Option<Arc<T>> {
        let kept = self.0.get_mut(&key).filter(|kept| *kept.text == *text)?;
        kept.frame = frame;
        Some(Arc::clone(&kept.value))
    }

    fn keep(&mut self, key: u64, text: &str, value: T, frame: u64) -> Arc<T> {
        let value = Arc::new(value);
        self.0.insert(key, Kept { text: text.into(), value: Arc::clone(&value), frame });
        value
    }

    fn sweep(&mut self, frame: u64) {
        self.0.retain(|_, kept| kept.frame + KEPT > frame);
    }
}

/// All that laying out and drawing text needs.
pub(super) struct Engine {
    pub(super) faces: Faces,
    pub(super) atlas: Atlas,
    /// Whether the texts of releases show their spaces and marks of direction.
    pub(super) shows_marks: bool,
    shaper: Shaper,
    texts: Shelf<Laid>,
    paragraphs: Shelf<Paragraph>,
    frame: u64,
}

impl Engine {
    pub(super) fn new(system_fonts: bool) -> Self {
        Self {
            faces: Faces::new(system_fonts),
            atlas: Atlas::default(),
            shows_marks: false,
            shaper: Shaper::default(),
            texts: Shelf::default(),
            paragraphs: Shelf::default(),
            frame: 0,
        }
    }

    /// Sets a column in a family before ours; whether it was another.
    pub(super) fn set_column_font(&mut self, side: Side, family: &str) -> bool {
        let changed = self.faces.set_own(side, family);
        if changed {
            self.texts = Shelf::default();
            self.paragraphs = Shelf::default();
        }
        changed
    }

    /// A text laid out, from what is kept if it is there.
    pub(super) fn lay_out(&mut self, text: &Text<'_>) -> Arc<Laid> {
        let key = text.key();
        if let Some(found) = self.texts.find(key, text.text, self.frame) {
            return found;
        }
        let ranges = paragraphs(text.text);
        let several = ranges.len() > 1;
        let laid = ranges
            .into_iter()
            .map(|range| {
                let part = text.text.get(range.clone()).unwrap_or("");
                let atoms = within(text.atoms, &range);
                let part = Text { text: part, atoms: &atoms, ..*text };
                (range, self.paragraph(&part, several))
            })
            .collect();
        let laid = Laid::new(laid, text.role, text.direction, text.text, text.atoms);
        self.texts.keep(key, text.text, laid, self.frame)
    }

    fn paragraph(&mut self, text: &Text<'_>, keep: bool) -> Arc<Paragraph> {
        let key = if keep { text.key() } else { 0 };
        let found = keep.then(|| self.paragraphs.find(key, text.text, self.frame)).flatten();
        if let Some(found) = found {
            return found;
        }
        let laid = self.shape(text);
        if keep { self.paragraphs.keep(key, text.text, laid, self.frame) } else { Arc::new(laid) }
    }

    fn shape(&mut self, text: &Text<'_>) -> Paragraph {
        let Text { text, role, width, direction, lang, atoms } = *text;
        let job = Job { text, role, width, direction, lang, tags: &[] };
        if atoms.is_empty() {
            return self.shaper.lay_out(&mut self.faces, &job);
        }
        let display = Display::new(text, atoms);
        let tags: Vec<_> = display.tags().collect();
        let job = Job { text: &display.text, tags: &tags, ..job };
        let mut laid = self.shaper.lay_out(&mut self.faces, &job);
        display.lead_back(&mut laid);
        laid
    }

    fn begin_frame(&mut self, ctx: &Context) {
        let frame = ctx.cumulative_pass_nr();
        if frame == self.frame && frame > 0 {
            return;
        }
        self.frame = frame;
        let transfer = ctx.global_style().visuals.text_options.color_transfer_function;
        self.atlas.begin_frame(frame, transfer);
        if frame.is_multiple_of(SWEEP) {
            self.texts.sweep(frame);
            self.paragraphs.sweep(frame);
        }
    }
}

/// The engine in egui's memory.
type Shared = Arc<Mutex<Engine>>;

fn id() -> Id {
    Id::NULL.with("diptych text")
}

/// Gives a context its engine. Without it the first text makes one, which leaves the
/// system's fonts alone.
pub(super) fn install(ctx: &Context, system_fonts: bool) {
    let engine: Shared = Arc::new(Mutex::new(Engine::new(system_fonts)));
    ctx.data_mut(|data| data.insert_temp(id(), engine));
}

/// Does something with the engine of a context.
pub(super) fn with<R>(ctx: &Context, run: impl FnOnce(&mut Engine) -> R) -> R {
    let make = || Arc::new(Mutex::new(Engine::new(false)));
    let engine: Shared = ctx.data_mut(|data| data.get_temp_mut_or_insert_with(id(), make).clone());
    let mut engine = engine.lock();
    engine.begin_frame(ctx);
    run(&mut engine)
}
