//! Terms in a table: a row a concept, a column a language.
//!
//! | column | holds |
//! |---|---|
//! | a language (`en`, `English`) | its preferred terms; `en:admitted`, `en:forbidden` the others |
//! | `id`, `kind`, `note`, `issuer`, `from`, `until`, `source` | the same of the concept |
//!
//! Several terms of a cell are parted by `|`; the first is preferred, the others admitted. A
//! table without a head row is a glossary as `OmegaT` has it: source, target, and a note. Left
//! out: notes and issuers of single terms, which is told on writing.

use super::Row;
use crate::model::{Concept, ConceptId, Lang, Problem, Reading, Term, TermKind, TermStatus};

/// Parts the terms of a cell.
const BETWEEN: char = '|';

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Terms(Lang, TermStatus),
    Id,
    Kind,
    Note,
    Issuer,
    From,
    Until,
    Source,
}

/// A concept of a table, with its own id where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableConcept {
    /// The line it stands on, from 0.
    pub line: usize,
    /// The id it says.
    pub id: Option<ConceptId>,
    /// Its content; the id is to be given.
    pub concept: Concept,
}

/// The column that a cell of a head row names.
fn column(name: &str) -> Option<Column> {
    let lower = name.trim().to_lowercase();
    Some(match lower.as_str() {
        "id" => Column::Id,
        "kind" => Column::Kind,
        "note" | "comment" => Column::Note,
        "issuer" => Column::Issuer,
        "from" => Column::From,
        "until" => Column::Until,
        "source" => Column::Source,
        _ => {
            let (lang, status) = name.trim().split_once(':').unwrap_or((name.trim(), ""));
            let status = if status.is_empty() {
                TermStatus::Preferred
            } else {
                TermStatus::of_name(status)?
            };
            Column::Terms(language(lang)?, status)
        }
    })
}

/// A language by its tag or its name.
fn language(name: &str) -> Option<Lang> {
    let short = name.chars().count() <= 3 || name.contains('-');
    Lang::of_name(&name.to_lowercase()).or_else(|| name.parse().ok().filter(|_| short))
}

/// Reads concepts. `pair` says the languages of a table without a head row.
#[must_use]
pub fn read(rows: &[Row], pair: Option<(&Lang, &Lang)>) -> Reading<Vec<TableConcept>> {
    let Some((head, body)) = rows.split_first() else { return Reading::clean(Vec::new()) };
    let named: Vec<Option<Column>> = head.cells.iter().map(|cell| column(cell)).collect();
    let langs = named.iter().filter(|column| matches!(column, Some(Column::Terms(..)))).count();
    let mut problems = Vec::new();
    let (columns, body) = match pair {
        _ if langs >= 1 && named.iter().flatten().count() * 2 > head.cells.len() => (named, body),
        Some((source, target)) => {
            let terms = |lang: &Lang| Some(Column::Terms(lang.clone(), TermStatus::Preferred));
            (vec![terms(source), terms(target), Some(Column::Note)], rows)
        }
        None => {
            let cause = "the first row names no languages; say which the columns are";
            return Reading { value: Vec::new(), problems: vec![Problem::at(head.line, cause)] };
        }
    };
    let unknown = columns
        .iter()
        .zip(&head.cells)
        .filter(|(column, cell)| column.is_none() && !cell.trim().is_empty());
    for (_, cell) in unknown.filter(|_| columns.len() == head.cells.len()) {
        problems.push(Problem::at(
            head.line,
            format!("column \"{}\" is not known; it is left out", cell.trim()),
        ));
    }
    let read = body.iter().filter_map(|row| concept(row, &columns, &mut problems));
    let value = read.collect();
    Reading { value, problems }
}

fn concept(
    row: &Row,
    columns: &[Option<Column>],
    problems: &mut Vec<Problem>,
) -> Option<TableConcept> {
    let mut concept = Concept::new(ConceptId::from_bits(0), TermKind::Phrase, Vec::new());
    let mut id = None;
    for (place, column) in columns.iter().enumerate() {
        let (Some(column), text) = (column, row.cell(place)) else { continue };
        if text.is_empty() {
            continue;
        }
        let mut bad = |what: &str| {
            problems
                .push(Problem::at(row.line, format!("\"{text}\" is no {what}; it is left out")));
        };
        match column {
            Column::Terms(lang, status) => {
                let texts = text.split(BETWEEN).map(str::trim).filter(|text| !text.is_empty());
                for text in texts {
                    // Of several the first is the one to use.
                    let later = *status == TermStatus::Preferred && concept.has_preferred(lang);
                    let status = if later { TermStatus::Admitted } else { *status };
                    let term = Term::preferred(lang.clone(), text.to_owned());
                    concept.terms.push(Term { status, ..term });
                }
            }
            Column::Id => match text.parse() {
                Ok(own) => id = Some(own),
                Err(_) => bad("id of ours"),
            },
            Column::Kind => match TermKind::of_name(text) {
                Some(kind) => concept.kind = kind,
                None => bad("kind"),
            },
            Column::Note => text.clone_into(&mut concept.note),
            Column::Issuer => text.clone_into(&mut concept.issuer),
            Column::Source => text.clone_into(&mut concept.source),
            Column::From | Column::Until => match text.parse() {
                Ok(day) if *column == Column::From => concept.from = Some(day),
                Ok(day) => concept.until = Some(day),
                Err(_) => bad("date such as 2026-03-12"),
            },
        }
    }
    if concept.terms.is_empty() {
        problems.push(Problem::at(row.line, "the row has no term; it is left out"));
        return None;
    }
    Some(TableConcept { line: row.line, id, concept })
}

/// The rows of concepts, with a head row. What a table has no place for is told.
#[must_use]
pub fn write(concepts: &[&Concept]) -> Reading<Vec<Vec<String>>> {
    let mut columns: Vec<(Lang, TermStatus)> = Vec::new();
    let terms = || concepts.iter().flat_map(|concept| &concept.terms);
    for term in terms() {
        let column = (term.lang.clone(), term.status);
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns.sort_by(|a, b| (a.0.as_str(), a.1).cmp(&(b.0.as_str(), b.1)));
    let name = |(lang, status): &(Lang, TermStatus)| match status {
        TermStatus::Preferred => lang.as_str().to_owned(),
        status => format!("{lang}:{}", status.name()),
    };
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut head = own(&["id", "kind"]);
    head.extend(columns.iter().map(name));
    head.extend(own(&["note", "issuer", "from", "until", "source"]));
    let mut rows = vec![head];
    rows.extend(concepts.iter().map(|concept| cells(concept, &columns)));
    let lost = terms().filter(|term| !term.note.is_empty() || !term.issuer.is_empty()).count();
    let problems = if lost == 0 {
        Vec::new()
    } else {
        vec![Problem::whole(format!(
            "notes or issuers of {lost} terms were left out: a table has them by concept"
        ))]
    };
    Reading { value: rows, problems }
}

fn cells(concept: &Concept, columns: &[(Lang, TermStatus)]) -> Vec<String> {
    let mut cells = vec![concept.id.to_string(), concept.kind.name().to_owned()];
    for (lang, status) in columns {
        let texts =
            concept.terms.iter().filter(|term| term.lang == *lang && term.status == *status);
        let texts: Vec<&str> = texts.map(|term| term.text.as_str()).collect();
        cells.push(texts.join(" | "));
    }
    let day = |day: Option<crate::model::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    cells.extend([
        concept.note.clone(),
        concept.issuer.clone(),
        day(concept.from),
        day(concept.until),
        concept.source.clone(),
    ]);
    cells
}

#[cfg(test)]
mod tests {
    use super::super::csv;
    use super::*;

    #[test]
    fn a_table_is_read_by_its_head_row() {
        use TermStatus::{Admitted, Forbidden, Preferred};
        let text = "kind,en,en:forbidden,French,until\ntitle,Minister | Secretary,Boss,ministre,2026-01-31\n,,,,\n";
        let reading = read(&csv::read(text, None).value, None);
        assert_eq!(reading.value.len(), 1, "{:?}", reading.problems);
        let concept = &reading.value[0].concept;
        let terms: Vec<_> = concept
            .terms
            .iter()
            .map(|term| (term.lang.as_str(), term.text.as_str(), term.status))
            .collect();
        assert_eq!(
            terms,
            [
                ("en", "Minister", Preferred),
                ("en", "Secretary", Admitted),
                ("en", "Boss", Forbidden),
                ("fr", "ministre", Preferred)
            ]
        );
        assert_eq!(
            (concept.kind, concept.until.map(|day| day.to_string())),
            (TermKind::Title, Some("2026-01-31".to_owned()))
        );
    }

    #[test]
    fn a_glossary_without_a_head_has_its_languages_from_outside() {
        let rows = csv::read_unquoted("pont\tbridge\tof stone\n", '\t').value;
        let (fr, en) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let reading = read(&rows, Some((&fr, &en)));
        assert_eq!(reading.value[0].concept.terms.len(), 2);
        assert_eq!(reading.value[0].concept.note, "of stone");
        assert_eq!(read(&rows, None).problems.len(), 1);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let term = |lang: &str, text: &str, status| Term {
            status,
            ..Term::preferred(lang.parse().expect(lang), text.to_owned())
        };
        let terms = vec![
            term("en", "toll", TermStatus::Preferred),
            term("en", "tax", TermStatus::Forbidden),
            term("fr", "péage", TermStatus::Preferred),
        ];
        let mut concept = Concept::new(ConceptId::from_bits(9), TermKind::Phrase, terms);
        concept.note = "of bridges; and roads".to_owned();
        let written = write(&[&concept]);
        let text = csv::write(written.value.iter().map(|row| row.iter().map(String::as_str)));
        let reading = read(&csv::read(text.trim_start_matches('\u{feff}'), None).value, None);
        assert_eq!(reading.value[0].id, Some(concept.id));
        assert_eq!(Concept { id: concept.id, ..reading.value[0].concept.clone() }, concept);
    }
}
