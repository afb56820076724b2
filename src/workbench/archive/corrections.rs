//! What somebody corrected in the table of an archive, by files, so that it outlives
//! pairing anew: with other sources, or with more texts.
//!
//! Corrections are done again in their order. One that does not hold is told and kept: a
//! file is not there, or is the translation of another text now. It is tried again the next
//! time, so that going back to the former sources brings it back.

use std::path::{Path, PathBuf};

use super::gather::Gathered;
use super::pairs::Sheet;
use crate::model::Lang;

/// A correction of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    /// Two texts are one release.
    Paired(PathBuf, PathBuf),
    /// Two texts are not.
    Parted(PathBuf, PathBuf),
    /// A pair is the right one, whatever else fits.
    Settled(PathBuf, PathBuf),
    /// A pair, or a text that is alone, is left out.
    LeftOut(PathBuf, Option<PathBuf>),
}

/// All corrections of a table in their order, and which of them hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Corrections(Vec<(Correction, bool)>);

impl Corrections {
    /// Notes what was just done.
    pub(super) fn note(&mut self, correction: Correction) {
        self.0.push((correction, true));
    }

    /// Forgets a correction that was taken back.
    pub(super) fn forget(&mut self, correction: &Correction) {
        self.0.retain(|(known, _)| known != correction);
    }
}

impl Sheet {
    /// Texts gathered anew, paired with sources in this language where it is given (see
    /// [`Self::of`]); corrections that still hold are kept.
    #[must_use]
    pub fn renewed(self, gathered: Gathered, source: Option<&Lang>) -> Self {
        let mut anew = Self::of(gathered, source);
        for (correction, _) in self.corrections.0 {
            let holds = anew.redo(&correction);
            anew.corrections.0.push((correction, holds));
        }
        anew
    }

    /// The corrections that did not hold when the table was last paired anew.
    pub fn lapsed(&self) -> impl Iterator<Item = &Correction> {
        self.corrections.0.iter().filter(|(_, holds)| !holds).map(|(correction, _)| correction)
    }

    /// Does a correction again; whether it holds.
    fn redo(&mut self, correction: &Correction) -> bool {
        match correction {
            Correction::Paired(one, two) => self.pair_again(one, two),
            Correction::Parted(one, two) => self.part_again(one, two),
            Correction::Settled(one, two) => self.settle_again(one, two),
            Correction::LeftOut(one, two) => self.leave_out_again(one, two.as_deref()),
        }
    }

    fn pair_again(&mut self, one: &Path, two: &Path) -> bool {
        let Some((one, two)) = self.place(one).zip(self.place(two)) else { return false };
        let (source, target) = (one.min(two), one.max(two));
        let (Some(ours), Some(theirs)) = (self.lang(source), self.lang(target)) else {
            return false;
        };
        let is_translation = self.rows().iter().any(|row| row.target == Some(source));
        if ours.same_base(&theirs) || is_translation {
            return false;
        }
        let is_former = |row: &super::pairs::Row| match row.target {
            Some(place) => self.lang(place).is_some_and(|lang| lang.same_base(&theirs)),
            None => true,
        };
        let former = self.rows().iter().position(|row| row.source == source && is_former(row));
        self.put_pair(source, target, former);
        true
    }

    fn part_again(&mut self, one: &Path, two: &Path) -> bool {
        if let Some(row) = self.row_of(one, Some(two)) {
            self.part(row);
        }
        // Texts that are no pair any more are parted.
        self.place(one).is_some() && self.place(two).is_some()
    }

    fn settle_again(&mut self, one: &Path, two: &Path) -> bool {
        let row = self.row_of(one, Some(two));
        row.is_some_and(|row| self.set_settled(row))
    }

    fn leave_out_again(&mut self, one: &Path, two: Option<&Path>) -> bool {
        let row = self.row_of(one, two);
        row.is_some_and(|row| self.set_left_out(row, true))
    }

    /// The row of two files, whichever is the source, or of one that is alone.
    fn row_of(&self, one: &Path, two: Option<&Path>) -> Option<usize> {
        let one = self.place(one)?;
        let two = match two {
            Some(two) => Some(self.place(two)?),
            None => None,
        };
        let (source, target) = two.map_or((one, None), |two| (one.min(two), Some(one.max(two))));
        self.rows().iter().position(|row| row.source == source && row.target == target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unwatched;
    use crate::store::testing::MemoryFiles;
    use crate::workbench::archive::gather::{self, Root};
    use crate::workbench::archive::pairs::{Row, Why};
    use crate::workbench::intake::Taught;

    /// Releases of two houses: the name of the file, the number that pairs it, the headline.
    const TEXTS: [(&str, &str, &str); 9] = [
        ("en/tram.txt", "1101-02-02-2026", "The tram line is open"),
        ("en/well.txt", "1102-03-02-2026", "The well is clean again"),
        ("en/fair.txt", "1103-04-02-2026", "The fair begins on Monday"),
        ("en/owls.txt", "", "Owls nest in the town hall"),
        ("fr/tram.txt", "1101-02-02-2026", "La ligne de tramway est ouverte"),
        ("fr/puits.txt", "1102-03-02-2026", "Le puits est de nouveau propre"),
        ("fr/foire.txt", "1103-04-02-2026", "La foire commence lundi"),
        ("fr/foire2.txt", "1103-04-02-2026", "La foire commence lundi prochain"),
        ("fr/chouettes.txt", "", "Des chouettes nichent à la mairie"),
    ];

    fn lang(tag: &str) -> Lang {
        tag.parse().expect(tag)
    }

    /// All texts but one.
    fn gathered(but: &str) -> Gathered {
        let files = MemoryFiles::new();
        for (name, number, headline) in TEXTS.iter().filter(|(name, ..)| *name != but) {
            files.put(name, format!("{headline}\n\n{number}\n\n{headline}.\n"));
        }
        let root = |tag: &str| Root { path: PathBuf::from(tag), lang: Some(lang(tag)) };
        gather::gather(&files, &[root("en"), root("fr")], &Taught::default(), &Unwatched)
            .expect("nobody cancels")
    }

    fn row<'a>(sheet: &'a Sheet, one: &str, two: Option<&str>) -> (usize, &'a Row) {
        let two = two.map(Path::new);
        let at = sheet.row_of(Path::new(one), two).unwrap_or_else(|| panic!("{one}: {sheet:#?}"));
        (at, &sheet.rows()[at])
    }

    /// The table with one correction of each kind.
    fn corrected() -> Sheet {
        let mut sheet = Sheet::of(gathered(""), None);
        let owls = row(&sheet, "en/owls.txt", None).0;
        let partner = sheet.place(Path::new("fr/chouettes.txt")).expect("a file");
        sheet.pair_by_hand(owls, partner).expect("a pair");
        sheet.unpair(row(&sheet, "en/tram.txt", Some("fr/tram.txt")).0);
        let fair = row(&sheet, "en/fair.txt", Some("fr/foire.txt"));
        assert_eq!(fair.1.rivals.len(), 1, "{fair:?}");
        sheet.settle(fair.0);
        sheet.toggle(row(&sheet, "en/well.txt", Some("fr/puits.txt")).0);
        sheet
    }

    fn check(sheet: &Sheet) {
        assert_eq!(row(sheet, "fr/chouettes.txt", Some("en/owls.txt")).1.why, Why::ByHand);
        for alone in ["en/tram.txt", "fr/tram.txt"] {
            assert!(row(sheet, alone, None).1.target.is_none());
        }
        assert!(row(sheet, "fr/foire.txt", Some("en/fair.txt")).1.is_ready());
    }

    #[test]
    fn corrections_outlive_other_sources() {
        let sheet = corrected();
        check(&sheet);
        let turned = sheet.clone().with_source(&lang("fr"));
        check(&turned);
        let (_, owls) = row(&turned, "en/owls.txt", Some("fr/chouettes.txt"));
        assert_eq!(turned.path(owls.source), Path::new("fr/chouettes.txt"));
        assert!(row(&turned, "en/well.txt", Some("fr/puits.txt")).1.left_out);
        assert_eq!(turned.lapsed().count(), 0);
        assert_eq!(turned.with_source(&lang("en")).rows(), sheet.rows());
    }

    #[test]
    fn what_does_not_hold_is_told_and_comes_back() {
        let without = corrected().renewed(gathered("fr/puits.txt"), None);
        check(&without);
        let left_out =
            Correction::LeftOut("en/well.txt".into(), Some(PathBuf::from("fr/puits.txt")));
        assert_eq!(without.lapsed().collect::<Vec<_>>(), [&left_out]);
        let again = without.renewed(gathered(""), None);
        assert!(row(&again, "en/well.txt", Some("fr/puits.txt")).1.left_out);
        assert_eq!(again.lapsed().count(), 0);
    }

    #[test]
    fn what_was_taken_back_is_not_done_again() {
        let mut sheet = corrected();
        sheet.toggle(row(&sheet, "en/well.txt", Some("fr/puits.txt")).0);
        let partner = sheet.place(Path::new("fr/tram.txt")).expect("a file");
        sheet.pair_by_hand(row(&sheet, "en/tram.txt", None).0, partner);
        let anew = sheet.renewed(gathered(""), None);
        assert!(row(&anew, "en/well.txt", Some("fr/puits.txt")).1.is_ready());
        assert_eq!(row(&anew, "en/tram.txt", Some("fr/tram.txt")).1.why, Why::ByHand);
    }

    #[test]
    fn a_later_correction_replaces_an_earlier_one() {
        let mut sheet = corrected();
        let partner = sheet.place(Path::new("fr/tram.txt")).expect("a file");
        let fair = row(&sheet, "en/fair.txt", Some("fr/foire.txt")).0;
        sheet.pair_by_hand(fair, partner);
        let anew = sheet.renewed(gathered(""), None);
        assert_eq!(row(&anew, "en/fair.txt", Some("fr/tram.txt")).1.why, Why::ByHand);
        assert!(row(&anew, "fr/foire.txt", None).1.target.is_none());
        // The settled pair was replaced afterwards; it held when it was done again.
        assert_eq!(anew.lapsed().count(), 0);
    }
}
