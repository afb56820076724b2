//! An analysis as tables: by category, and by release. The window, the command line and HTML
//! show the same; CSV has a line for each release and category, which spreadsheets sum up.

use super::category::Category;
use super::count::{Analysed, Analysis};
use super::tally::{Amount, Tally};
use super::weights::Weights;
use crate::formats::table::csv;
use crate::memory::Band;
use crate::text::volume::grouped;

pub use super::html::page;

/// A table: its first column words, all others figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its cells, as many as there are heads.
    pub cells: Vec<String>,
    /// What sort of line it is.
    pub sort: Sort,
}

/// What sort of line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// One of the parts.
    Part,
    /// The sum of the parts.
    Total,
    /// Something that is not in the sum.
    Apart,
}

/// What a figure of nothing is shown as.
pub const NOTHING: &str = "0";

/// Hundredths of a word with two places: 123450 is "1,234.50".
#[must_use]
pub fn words_of_hundredths(hundredths: usize) -> String {
    format!("{}.{:02}", grouped(hundredths / 100), hundredths % 100)
}

/// The amounts by category, their sum, and what is apart.
#[must_use]
pub fn by_category(tally: &Tally, weights: &Weights) -> Sheet {
    let heads = [
        "Matches",
        "Segments",
        "Words",
        "% of words",
        "Characters",
        "Without spaces",
        "Weight",
        "Weighted words",
    ];
    let all = tally.total().volume.words;
    let mut lines: Vec<Line> = Category::ALL
        .into_iter()
        .map(|category| {
            let (amount, percent) = (tally.of(category), weights.percent(category));
            let weighted = amount.volume.words * usize::from(percent);
            let weights = [format!("{percent} %"), weighted_words(weighted)];
            line(category.name(), amount, all, weights, Sort::Part)
        })
        .collect();
    let weighted = [String::new(), weighted_words(tally.weighted_hundredths(weights))];
    lines.push(line("Total", tally.total(), all, weighted, Sort::Total));
    for (name, amount) in [("Not content", tally.not_content), ("Left out", tally.left_out)] {
        lines.push(line(name, amount, 0, [String::new(), String::new()], Sort::Apart));
    }
    Sheet { heads: heads.map(str::to_owned).into(), lines }
}

fn weighted_words(hundredths: usize) -> String {
    if hundredths == 0 { NOTHING.to_owned() } else { words_of_hundredths(hundredths) }
}

fn line(name: &str, amount: Amount, all: usize, weights: [String; 2], sort: Sort) -> Line {
    let Amount { segments, volume } = amount;
    let share = if all == 0 { String::new() } else { share(volume.words, all) };
    let [weight, weighted] = weights;
    let cells = vec![
        name.to_owned(),
        grouped(segments),
        grouped(volume.words),
        share,
        grouped(volume.characters),
        grouped(volume.characters_without_spaces),
        weight,
        weighted,
    ];
    Line { cells, sort }
}

/// A share in per cent with one place.
fn share(part: usize, all: usize) -> String {
    if part == 0 {
        return NOTHING.to_owned();
    }
    let thousandths = (part * 1000 + all / 2) / all;
    format!("{}.{}", thousandths / 10, thousandths % 10)
}

/// The words of each release by band, and their sums.
#[must_use]
pub fn by_release(analysis: &Analysis, weights: &Weights) -> Sheet {
    let mut heads = vec!["Release", "Segments", "Words", "Repeated"];
    let bands = Band::ALL.iter().filter(|band| **band != Band::Below);
    heads.extend(bands.map(|band| band.name()));
    heads.extend(["Internal", "None", "Weighted"]);
    let part = |of: &Analysed| release_line(&of.name, &of.tally, weights, Sort::Part);
    let mut lines: Vec<Line> = analysis.releases.iter().map(part).collect();
    lines.push(release_line("Total", &analysis.total, weights, Sort::Total));
    Sheet { heads: heads.into_iter().map(str::to_owned).collect(), lines }
}

fn release_line(name: &str, tally: &Tally, weights: &Weights, sort: Sort) -> Line {
    let words = |wanted: &dyn Fn(Category) -> bool| {
        let all = Category::ALL.into_iter().filter(|category| wanted(*category));
        grouped(all.map(|category| tally.of(category).volume.words).sum())
    };
    let total = tally.total();
    let repeated = |category| matches!(category, Category::Repetition | Category::AcrossReleases);
    let mut cells = vec![
        name.to_owned(),
        grouped(total.segments),
        grouped(total.volume.words),
        words(&repeated),
    ];
    let bands = Band::ALL.into_iter().filter(|band| *band != Band::Below);
    cells.extend(bands.map(|band| words(&|category| category == Category::Match(band))));
    cells.push(words(&|category| matches!(category, Category::Internal(_))));
    cells.push(words(&|category| category == Category::Match(Band::Below)));
    cells.push(weighted_words(tally.weighted_hundredths(weights)));
    Line { cells, sort }
}

/// The analysis as CSV: a line for each release and category, what is apart among them; no
/// line of sums. Figures are bare digits, so that spreadsheets take them for such.
#[must_use]
pub fn to_csv(analysis: &Analysis, weights: &Weights) -> String {
    let heads = [
        "Release",
        "Source",
        "Target",
        "Matches",
        "Segments",
        "Words",
        "Characters",
        "Characters without spaces",
        "Weight in per cent",
        "Weighted words",
    ];
    let mut rows = vec![heads.map(str::to_owned).to_vec()];
    for release in &analysis.releases {
        for category in Category::ALL {
            let (amount, percent) = (release.tally.of(category), weights.percent(category));
            let weighted = amount.volume.words * usize::from(percent);
            let weights =
                [percent.to_string(), format!("{}.{:02}", weighted / 100, weighted % 100)];
            rows.push(csv_row(release, category.key(), amount, weights));
        }
        let Tally { not_content, left_out, .. } = release.tally;
        for (key, amount) in [("not_content", not_content), ("left_out", left_out)] {
            rows.push(csv_row(release, key, amount, [String::new(), String::new()]));
        }
    }
    csv::write(rows.iter().map(|row| row.iter().map(String::as_str)))
}

fn csv_row(release: &Analysed, key: &str, amount: Amount, weights: [String; 2]) -> Vec<String> {
    let Amount { segments, volume } = amount;
    let figures = [segments, volume.words, volume.characters, volume.characters_without_spaces];
    let names = [
        release.name.clone(),
        release.pair.source.to_string(),
        release.pair.target.to_string(),
        key.to_owned(),
    ];
    names.into_iter().chain(figures.map(|figure| figure.to_string())).chain(weights).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::library::Languages;

    fn analysis() -> Analysis {
        let mut tally = Tally::apart(Amount::of("Partager"), Amount::default());
        tally.add(Category::Match(Band::Exact), Amount::of("Le pont est ouvert."));
        tally.add(Category::Match(Band::Below), Amount::of("Merci à tous, chers amis."));
        let pair =
            Languages { source: "fr".parse().expect("fr"), target: "en".parse().expect("en") };
        let name = "=bridge <1>.txt".to_owned();
        let release = Analysed { name, pair, tally };
        Analysis {
            releases: vec![release.clone(), release],
            total: tally.plus(&tally),
            drifts: Vec::new(),
        }
    }

    #[test]
    fn every_line_has_a_cell_for_every_head() {
        let (analysis, weights) = (analysis(), Weights::default());
        for sheet in [by_category(&analysis.total, &weights), by_release(&analysis, &weights)] {
            for line in &sheet.lines {
                assert_eq!(line.cells.len(), sheet.heads.len(), "{line:?}");
            }
            assert_eq!(sheet.lines.iter().filter(|line| line.sort == Sort::Total).count(), 1);
        }
        let sheet = by_category(&analysis.total, &weights);
        let total = sheet.lines.iter().find(|line| line.sort == Sort::Total).expect("a total");
        assert_eq!(total.cells[1..4], ["4", "18", "100.0"]);
        assert_eq!(total.cells[7], "12.00");
    }

    #[test]
    fn csv_holds_every_category_of_every_release_and_is_read_back() {
        let text = to_csv(&analysis(), &Weights::default());
        let rows = csv::read(text.trim_start_matches('\u{feff}'), Some(',')).value;
        assert_eq!(rows.len(), 1 + 2 * (Category::ALL.len() + 2));
        assert!(rows.iter().all(|row| row.cells.len() == rows[0].cells.len()));
        let words: usize = rows[1..]
            .iter()
            .filter(|row| row.cell(3) != "not_content")
            .filter_map(|row| row.cell(5).parse::<usize>().ok())
            .sum();
        assert_eq!(words, 18);
        assert_eq!(rows[1].cell(0), "=bridge <1>.txt");
    }

    #[test]
    fn a_page_is_whole_and_names_are_text_in_it() {
        let page = page(&analysis(), &Weights::default());
        assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
        assert!(page.contains("=bridge &lt;1&gt;.txt") && !page.contains("<1>"));
        assert!(page.contains("lang=\"en\"") && page.contains("dir=\"ltr\""));
        assert!(!page.contains("http"), "nothing is fetched");
    }
}
