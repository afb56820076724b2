//! The faces text is set in: those bundled, and the system's for what they lack.
//!
//! Bundled (SIL Open Font License 1.1, `assets/fonts/OFL.txt`): Noto Sans, Noto Sans
//! Arabic and Noto Sans Hebrew, regular and bold. The system's fonts are asked for
//! only when a character is in none of these; finding them takes some 20 ms, once.
//! Tests do without them, so that their pictures are the same everywhere.
//!
//! Left out: colour fonts (emoji are drawn as outlines where a font has them).

use fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontData, FontFamily, FontFamilyName};

use super::caret::Direction;
use crate::ui::fonts;
use crate::workbench::links::Side;

const NOTO_SANS: &str = "Noto Sans";
const NOTO_ARABIC: &str = "Noto Sans Arabic";
const NOTO_HEBREW: &str = "Noto Sans Hebrew";

const BUNDLED: [(&str, &[u8]); 6] = [
    (NOTO_SANS, fonts::REGULAR_FILE),
    (NOTO_SANS, fonts::BOLD_FILE),
    (NOTO_ARABIC, include_bytes!("../../../assets/fonts/NotoSansArabic-Regular.ttf")),
    (NOTO_ARABIC, include_bytes!("../../../assets/fonts/NotoSansArabic-Bold.ttf")),
    (NOTO_HEBREW, include_bytes!("../../../assets/fonts/NotoSansHebrew-Regular.ttf")),
    (NOTO_HEBREW, include_bytes!("../../../assets/fonts/NotoSansHebrew-Bold.ttf")),
];

/// Whether the system's fonts may be used, and whether they are looked up already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SystemFonts {
    /// They must not be used.
    Never,
    /// They are looked up when a character is in none of the bundled faces.
    OnDemand,
    /// They have been looked up.
    Found,
}

/// A face as it is drawn: the file, its variations, and whether it is made bolder.
#[derive(Clone)]
pub(super) struct Face {
    pub(super) data: FontData,
    pub(super) coords: Box<[i16]>,
    pub(super) embolden: bool,
}

/// All faces in use.
pub(super) struct Faces {
    pub(super) context: FontContext,
    system: SystemFonts,
    used: Vec<Face>,
    /// The families that the columns are set in before ours; empty for none.
    own: [String; 2],
}

impl Faces {
    pub(super) fn new(system_fonts: bool) -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        for (family_name, file) in BUNDLED {
            let named = fontique::FontInfoOverride {
                family_name: Some(family_name),
                ..fontique::FontInfoOverride::default()
            };
            collection.register_fonts(Blob::new(std::sync::Arc::new(file)), Some(named));
        }
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let system = if system_fonts { SystemFonts::OnDemand } else { SystemFonts::Never };
        Self { context, system, used: Vec::new(), own: Default::default() }
    }

    /// The names of all families, sorted.
    pub(super) fn family_names(&mut self) -> Vec<String> {
        self.find_system_fonts();
        let names = self.context.collection.family_names();
        let mut names: Vec<String> = names.map(ToOwned::to_owned).collect();
        names.sort_unstable_by_key(|name| name.to_lowercase());
        names.dedup();
        names
    }

    /// Sets a column in a family before ours; whether it was another.
    pub(super) fn set_own(&mut self, side: Side, family: &str) -> bool {
        let [source, target] = &mut self.own;
        let own = if side == Side::Source { source } else { target };
        if own == family {
            return false;
        }
        family.clone_into(own);
        if !family.is_empty() {
            self.find_system_fonts();
        }
        true
    }

    /// The families a text is set in, best first: its column's own, then ours.
    pub(super) fn families_of(
        &self,
        column: Option<Side>,
        direction: Direction,
        lang: &str,
    ) -> FontFamily<'static> {
        let ours = families(direction, lang);
        let [source, target] = &self.own;
        let own = match column {
            Some(Side::Source) => source,
            Some(Side::Target) => target,
            None => return ours,
        };
        match ours {
            FontFamily::List(list) if !own.is_empty() => {
                let own = FontFamilyName::Named(own.clone().into());
                let all = std::iter::once(own).chain(list.iter().cloned()).collect();
                FontFamily::List(std::borrow::Cow::Owned(all))
            }
            ours => ours,
        }
    }

    /// Looks the system's fonts up, if that is allowed and was not done before.
    pub(super) fn find_system_fonts(&mut self) -> bool {
        let first = self.system == SystemFonts::OnDemand;
        if first {
            self.context.collection.load_system_fonts();
            self.system = SystemFonts::Found;
        }
        first
    }

    /// The number of the face of a run, the same for every run of it.
    pub(super) fn number(&mut self, run: &parley::Run<'_, ()>) -> u16 {
        let (data, coords) = (run.font(), run.normalized_coords());
        let embolden = run.synthesis().embolden();
        let same = |face: &Face| {
            let bits = face.coords.iter().copied();
            face.data.data.id() == data.data.id()
                && face.data.index == data.index
                && face.embolden == embolden
                && bits.eq(coords.iter().map(|coord| coord.to_bits()))
        };
        let number = self.used.iter().position(same).unwrap_or_else(|| {
            let coords = coords.iter().map(|coord| coord.to_bits()).collect();
            self.used.push(Face { data: data.clone(), coords, embolden });
            self.used.len() - 1
        });
        u16::try_from(number).unwrap_or(0)
    }

    /// A face by its number.
    pub(super) fn get(&self, number: u16) -> Option<&Face> {
        self.used.get(usize::from(number))
    }
}

const LATIN: FontFamilyName<'static> = FontFamilyName::named(NOTO_SANS);
const ARABIC: FontFamilyName<'static> = FontFamilyName::named(NOTO_ARABIC);
const HEBREW: FontFamilyName<'static> = FontFamilyName::named(NOTO_HEBREW);
/// Preferred among the system's where it is there: what Debian takes by itself, Noto
/// Looped Thai of 2020, sets tone marks into the vowels above.
const THAI: FontFamilyName<'static> = FontFamilyName::named("Noto Sans Thai");

static LATIN_FIRST: [FontFamilyName<'static>; 4] = [LATIN, ARABIC, HEBREW, THAI];
static ARABIC_FIRST: [FontFamilyName<'static>; 4] = [ARABIC, LATIN, HEBREW, THAI];
static HEBREW_FIRST: [FontFamilyName<'static>; 4] = [HEBREW, LATIN, ARABIC, THAI];

/// The families a text of this direction and language is set in, best first: in a
/// text from right to left its own script's spaces and stops come first.
fn families(direction: Direction, lang: &str) -> FontFamily<'static> {
    let list: &'static [FontFamilyName<'static>] = match direction {
        Direction::LeftToRight => &LATIN_FIRST,
        Direction::RightToLeft if matches!(lang, "he" | "iw" | "yi") => &HEBREW_FIRST,
        Direction::RightToLeft => &ARABIC_FIRST,
    };
    FontFamily::List(std::borrow::Cow::Borrowed(list))
}
