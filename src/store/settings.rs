//! What a person set once: `settings.ron` in the home.
//!
//! Every field has a default and unknown fields are passed over, so older and
//! newer versions read one another's file. Paths that are no Unicode cannot be
//! written as RON and are left out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize, Serializer};

use super::absolute;
use crate::model::{Exceptions, MemoryUses, RoleRule, TermUses};

/// A person's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The name written into targets and units; empty takes the system's.
    pub author: String,
    /// The language of the window as a tag of BCP 47; `None` takes the system's.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Whether contrast is high.
    pub high_contrast: bool,
    /// The size of everything, in per cent.
    pub zoom_percent: u16,
    /// The font of source texts.
    pub source_font: ColumnFont,
    /// The font of target texts.
    pub target_font: ColumnFont,
    /// Where the panel of matches and of doubtful links is.
    pub panel: PanelPlace,
    /// Whether that panel is hidden.
    pub hide_panel: bool,
    /// Where the release is shown as it is read.
    pub preview: PreviewPlace,
    /// Where it floats: left, top, width and height, in points; `None` before it ever did.
    pub panel_rect: Option<[i32; 4]>,
    /// What stands in that panel beside the matches.
    pub docked: Docked,
    /// Files opened last, the latest first, at most [`Settings::RECENT`].
    #[serde(serialize_with = "unicode_only")]
    pub recent: Vec<PathBuf>,
    /// Shared memories that were open.
    #[serde(serialize_with = "unicode_only")]
    pub memories: Vec<PathBuf>,
    /// In which order memories are asked, with which penalty, which are read only.
    pub memory_uses: MemoryUses,
    /// Shared termbases that were open.
    #[serde(serialize_with = "unicode_only")]
    pub termbases: Vec<PathBuf>,
    /// Which termbases are not looked through, and which takes new terms.
    pub term_uses: TermUses,
    /// Whether entering an open row drafts the best match.
    pub draft_on_entry: bool,
    /// The lowest score that is drafted, 0…101.
    pub draft_from: u8,
    /// The lowest score that is shown, 0…101.
    pub show_from: u8,
    /// Which identical rows are filled when a row is confirmed.
    pub propagation: Propagation,
    /// What a word of a band of the analysis weighs, in per cent, where it is not the default:
    /// by the bands' keys, such as "95-99" or "repetition".
    pub analysis_weights: BTreeMap<String, u8>,
    /// Whether words are offered while typing.
    pub complete_words: bool,
    /// Whether the spelling of targets is checked.
    pub check_spelling: bool,
    /// Dictionaries that were chosen: by the tag of a language, the path of its `.dic`.
    pub dictionaries: BTreeMap<String, String>,
    /// Minutes after a change until it is saved unasked; 0 for never. A confirmed row is
    /// saved sooner.
    pub autosave_mins: u16,
    /// What was taught about lines of houses' pages: by the form of a house's numbers, its
    /// domain or its name, the line, the role. Lines can be taken out here.
    #[serde(with = "written_rules")]
    pub role_rules: Vec<RoleRule>,
    /// Where texts are joined or split, whatever the rules of segmentation say.
    pub exceptions: Exceptions,
    /// A file of segmentation rules (SRX) that takes the place of ours for new texts.
    #[serde(serialize_with = "unicode_path")]
    pub segmentation_rules: Option<PathBuf>,
    /// The keymap that is in force: "Diptych", "Trados" or "`OmegaT`".
    pub keymap: String,
    /// Keys of one's own over that map: by the command's name as in `docs/keys.md`, all its
    /// keys, the one to be shown first.
    pub keys: BTreeMap<String, Vec<String>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            author: String::new(),
            language: None,
            theme: ThemeChoice::System,
            high_contrast: false,
            zoom_percent: 100,
            source_font: ColumnFont::default(),
            target_font: ColumnFont::default(),
            panel: PanelPlace::Right,
            hide_panel: false,
            preview: PreviewPlace::Hidden,
            panel_rect: None,
            docked: Docked::Nothing,
            recent: Vec::new(),
            memories: Vec::new(),
            memory_uses: MemoryUses::default(),
            termbases: Vec::new(),
            term_uses: TermUses::default(),
            draft_on_entry: true,
            draft_from: 75,
            show_from: 50,
            propagation: Propagation::OpenRows,
            analysis_weights: BTreeMap::new(),
            complete_words: true,
            check_spelling: true,
            dictionaries: BTreeMap::new(),
            autosave_mins: 3,
            role_rules: Vec::new(),
            exceptions: Exceptions::default(),
            segmentation_rules: None,
            keymap: "Diptych".to_owned(),
            keys: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// How many recent files are kept.
    pub const RECENT: usize = 12;

    /// How long after a change it is saved unasked; `None` for never.
    #[must_use]
    pub fn autosave(&self) -> Option<Duration> {
        let mins = u64::from(self.autosave_mins);
        (mins > 0).then(|| Duration::from_secs(60 * mins))
    }

    /// Puts a file first among the recent ones, by its absolute path.
    pub fn remember(&mut self, path: &Path) {
        let path = absolute(path);
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(Self::RECENT);
    }
}

/// The font of a column of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnFont {
    /// The family, as the system names it; empty for the program's own.
    pub family: String,
    /// The size, in per cent of the usual one.
    pub percent: u16,
}

impl Default for ColumnFont {
    fn default() -> Self {
        Self { family: String::new(), percent: 100 }
    }
}

/// Where a panel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum PanelPlace {
    /// At the right of the rows.
    #[default]
    Right,
    /// At the left of them.
    Left,
    /// Under them.
    Below,
    /// In a window of its own over them.
    Floating,
}

impl PanelPlace {
    /// The one after it, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Left => Self::Below,
            Self::Below => Self::Floating,
            Self::Floating => Self::Right,
        }
    }

    /// The place in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Right => "Right",
            Self::Left => "Left",
            Self::Below => "Below",
            Self::Floating => "Floating",
        }
    }
}

/// Where the release is shown as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum PreviewPlace {
    /// Nowhere.
    #[default]
    Hidden,
    /// Under the rows.
    Below,
    /// At their right.
    Beside,
}

/// What stands in the panel beside the matches of the active row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Docked {
    /// Nothing: concordance and earlier release have a window over all.
    #[default]
    Nothing,
    /// The concordance.
    Concordance,
    /// The earlier release that the match comes from.
    Precedent,
}

/// Which rows of the same source are filled when a row is confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Propagation {
    /// None.
    Off,
    /// Open ones.
    #[default]
    OpenRows,
    /// Open ones, and drafts that were filled so before and not changed.
    Drafts,
}

impl Propagation {
    /// The one after it, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Off => Self::OpenRows,
            Self::OpenRows => Self::Drafts,
            Self::Drafts => Self::Off,
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ThemeChoice {
    /// The one after it, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// The choice in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}

fn unicode_only<S: Serializer>(paths: &[PathBuf], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(paths.iter().filter_map(|path| path.to_str()))
}

#[expect(clippy::ref_option, reason = "serde calls it with a reference")]
fn unicode_path<S: Serializer>(path: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
    path.as_ref().and_then(|path| path.to_str()).serialize(serializer)
}

/// Rules with their roles in words: a role that this version does not know drops its rule, not
/// the settings.
mod written_rules {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::model::{Role, RoleRule};

    #[derive(Serialize, Deserialize)]
    struct Written {
        house: String,
        line: String,
        role: String,
    }

    pub(super) fn serialize<S: Serializer>(
        rules: &[RoleRule],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(rules.iter().map(|rule| Written {
            house: rule.house.clone(),
            line: rule.line.clone(),
            role: rule.role.name().to_owned(),
        }))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<RoleRule>, D::Error> {
        let written: Vec<Written> = Vec::deserialize(deserializer)?;
        let known = written.into_iter().filter_map(|Written { house, line, role }| {
            Some(RoleRule { house, line, role: Role::of_name(&role)? })
        });
        Ok(known.collect())
    }
}
