//! A memory as a file of a format that somebody chooses.

use super::opening;
use crate::formats::{memory_ron, tsv};
use crate::memory::Memory;
use crate::model::Reading;

/// What a memory can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemoryFormat {
    /// For other translation tools.
    Tmx,
    /// For spreadsheets, with everything known of a unit.
    Csv,
    /// The two texts alone.
    Tsv,
    /// Our own, with all revisions: a copy.
    Ron,
}

impl MemoryFormat {
    /// All of them, the most asked for first.
    pub const ALL: [Self; 4] = [Self::Tmx, Self::Csv, Self::Tsv, Self::Ron];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tmx => "TMX",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
            Self::Ron => "Diptych memory",
        }
    }

    /// What it keeps, in a sentence.
    #[must_use]
    pub const fn note(self) -> &'static str {
        match self {
            Self::Tmx => "For other translation tools: texts, dates, authors, status.",
            Self::Csv => "For spreadsheets: texts, authors, status, releases, dates.",
            Self::Tsv => "The two texts alone, a line a unit.",
            Self::Ron => "A copy with every revision; it stays the same memory.",
        }
    }

    /// The ending of its files, with the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Tmx => ".tmx",
            Self::Csv => ".csv",
            Self::Tsv => ".tsv",
            Self::Ron => ".memory.ron",
        }
    }

    /// The memory as text; problems tell what the format cannot hold.
    #[must_use]
    pub fn write(self, memory: &Memory) -> Reading<String> {
        match self {
            Self::Tmx => opening::to_tmx(memory),
            Self::Csv => Reading::clean(opening::to_csv(memory)),
            Self::Tsv => {
                let units = memory.units().map(|stored| stored.unit);
                tsv::write(units.map(|unit| (unit.source, unit.target)))
            }
            Self::Ron => Reading::clean(memory_ron::write(&memory.to_file())),
        }
    }
}
