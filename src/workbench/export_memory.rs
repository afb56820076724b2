//! A memory as a file of a format that somebody chooses.

use super::opening;
use crate::formats::{memory_ron, tsv};
use crate::memory::Memory;
use crate::model::{Problem, Reading, UnitTags};
use crate::texts::t;

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
    pub fn name(self) -> &'static str {
        match self {
            Self::Tmx => "TMX",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
            Self::Ron => t!("export-memory-diptych-memory"),
        }
    }

    /// What it keeps, in a sentence.
    #[must_use]
    pub fn note(self) -> &'static str {
        match self {
            Self::Tmx => t!("export-memory-for-other-translation-tools-texts-dates"),
            Self::Csv => t!("export-memory-for-spreadsheets-texts-authors-status-releases"),
            Self::Tsv => t!("export-memory-the-two-texts-alone-a-line"),
            Self::Ron => t!("export-memory-a-copy-with-every-revision-it"),
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
            Self::Csv => codes_told(memory, Reading::clean(opening::to_csv(memory))),
            Self::Tsv => {
                let units = memory.units().map(|stored| stored.unit);
                codes_told(memory, tsv::write(units.map(|unit| (unit.source, unit.target))))
            }
            Self::Ron => Reading::clean(memory_ron::write(&memory.to_file())),
        }
    }
}

/// A table has no place for inline codes; tells how many are not in it.
fn codes_told(memory: &Memory, mut table: Reading<String>) -> Reading<String> {
    let codes = |tags: &UnitTags| tags.source.len() + tags.target.len();
    let count: usize = memory.units().map(|stored| codes(stored.unit.tags)).sum();
    if count > 0 {
        let cause = format!("{count} inline codes (formatting, links) were left out");
        table.problems.push(Problem::whole(cause));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{MemoryFile, Revision, SeededIds, TagKind, Timestamp};
    use crate::model::{Unit, UnitStatus, UnitTag};

    #[test]
    fn a_table_tells_the_codes_it_leaves_out() {
        let mut ids = SeededIds::new(1);
        let tag = |at| UnitTag {
            at,
            kind: TagKind::Alone,
            pair: String::new(),
            id: String::new(),
            sort: String::new(),
            code: "{1}".to_owned(),
            subs: Vec::new(),
        };
        let tags = UnitTags { source: vec![tag(0), tag(3)], target: vec![tag(4)] };
        let plain = Unit::plain("Le pont", "The bridge", UnitStatus::Translated);
        let tagged = Unit { tags, ..Unit::plain("La porte", "The door", UnitStatus::Translated) };
        let lang = |tag: &str| tag.parse().expect("a language");
        let file = MemoryFile::new("house", lang("fr"), lang("en"), &mut ids);
        let mut memory = Memory::new(file);
        let mut problems_with = |unit: Unit, format: MemoryFormat| {
            memory.receive(&Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
            format.write(&memory).problems
        };
        assert_eq!(problems_with(plain, MemoryFormat::Csv), []);
        for (format, expected) in
            [(MemoryFormat::Csv, "3 inline codes"), (MemoryFormat::Tsv, "6 inline codes")]
        {
            let told = problems_with(tagged.clone(), format);
            let [problem] = told.as_slice() else { panic!("{told:?}") };
            assert!(problem.cause.starts_with(expected), "{problem}");
        }
    }
}
