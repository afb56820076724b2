//! What a release says of itself: number, title, date, issuer.
//!
//! The date is the one in the number, else that of the date line, else the last one
//! in the headline, else the one at the head of one of the first paragraphs. The issuer is told only where the document's form is certain:
//! a date line that ends with the house's name. Left out: relative dates, embargo.

use crate::model::{Block, Date, Document, Release, Role};
use crate::text::{ValueKind, fold, value};

/// The facts of a document whose blocks have their roles.
#[must_use]
pub fn of(document: &Document) -> Release {
    let first = |role: Role| document.blocks.iter().find(|block| block.role == role).map(text_of);
    let number = first(Role::Number).unwrap_or_default();
    let title = first(Role::Headline).unwrap_or_default();
    let date = date_in_number(&number)
        .or_else(|| last_date(document, &first(Role::Date)?))
        .or_else(|| last_date(document, &first(Role::Dateline)?))
        .or_else(|| last_date(document, &title))
        .or_else(|| inline_dateline(document));
    let issuer = first(Role::Dateline).and_then(|line| issuer(&line)).unwrap_or_default();
    Release { number, title, date, issuer, ..Release::default() }
}

/// The text of a block.
fn text_of(block: &Block) -> String {
    let mut text = String::new();
    for segment in &block.segments {
        text.push_str(&segment.text);
        text.push_str(&segment.after);
    }
    text.trim().to_owned()
}

/// The date in a number: `0417-12-03-2026`, `2026/03/12-417`, `MIN.12.03.2026`. Three fields
/// that follow one another, the year at either end; the last such ones count.
#[must_use]
pub fn date_in_number(number: &str) -> Option<Date> {
    let fields: Vec<&str> = number.split(|c: char| !c.is_alphanumeric()).collect();
    fields.windows(3).rev().find_map(|three| match three {
        [day, month, year] if year.len() == 4 => date_of(year, month, day),
        [year, month, day] if year.len() == 4 => date_of(year, month, day),
        _ => None,
    })
}

/// The date of three figures, the year one in which there are releases to read.
fn date_of(year: &str, month: &str, day: &str) -> Option<Date> {
    /// Before it no release was numbered so; the end is far enough.
    const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
    let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The last whole date in a text.
fn last_date(document: &Document, text: &str) -> Option<Date> {
    let values = value::values(text, &document.lang);
    let dates = values.iter().filter(|value| value.kind == ValueKind::Date);
    dates.rev().find_map(|value| value.key.parse().ok())
}

/// The date at the head of one of the first paragraphs: `HARROW, June 25, 2024 – The …`.
fn inline_dateline(document: &Document) -> Option<Date> {
    /// What may stand before the first paragraph of the text and looks like one.
    const PARAGRAPHS: usize = 3;
    let text = |block: &&Block| matches!(block.role, Role::Body | Role::LeadIn);
    let first = document.blocks.iter().filter(text).take(PARAGRAPHS);
    first.map(text_of).find_map(|text| head_date(document, &text))
}

/// The date at the head of a paragraph, with a mark behind it.
fn head_date(document: &Document, text: &str) -> Option<Date> {
    /// A dateline is within so many characters, city and agency included.
    const LONGEST: usize = 60;
    /// "Year", as Russian, Ukrainian and Bulgarian write it behind one.
    const YEAR: [&str; 4] = ["г.", "года", "р.", "року"];
    let head: String = text.chars().take(LONGEST).collect();
    let values = value::values(&head, &document.lang);
    let date = values.iter().find(|value| value.kind == ValueKind::Date)?;
    let after = head.get(date.end..)?.trim_start();
    let after = YEAR.iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after).trim_start();
    let marked = after.starts_with(['-', '–', '—', ':', '(', '.', '/']);
    if marked { date.key.parse().ok() } else { None }
}

/// The house in `3 May 2024 – Harrow – Ministry of Works`: the last of three parts.
fn issuer(line: &str) -> Option<String> {
    let line = fold::typography(line);
    match line.split(" - ").collect::<Vec<_>>().as_slice() {
        [_, _, house] if house.split_whitespace().count() >= 2 => Some(house.trim().to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BlockId, RowNumber, SeededIds, Segment, SegmentId, Timestamp};

    fn document(lang: &str, blocks: &[(Role, &str)]) -> Document {
        let ids = &mut SeededIds::new(1);
        let mut document = Document::empty(lang.parse().expect(lang), Timestamp::UNIX_EPOCH, ids);
        for &(role, text) in blocks {
            let segment = Segment {
                id: SegmentId::fresh(ids),
                parent: None,
                number: RowNumber::new(1),
                text: text.to_owned(),
                original: None,
                tags: Vec::new(),
                after: String::new(),
            };
            let (id, before) = (BlockId::fresh(ids), String::new());
            document.blocks.push(Block {
                id,
                role,
                lang: None,
                line: 0,
                before,
                codes: Vec::new(),
                segments: vec![segment],
            });
        }
        document
    }

    fn check(lang: &str, blocks: &[(Role, &str)], number: &str, date: Option<&str>, issuer: &str) {
        let release = of(&document(lang, blocks));
        assert_eq!(release.number, number);
        assert_eq!(release.date.map(|date| date.to_string()).as_deref(), date, "{blocks:?}");
        assert_eq!(release.issuer, issuer);
    }

    #[test]
    fn the_date_comes_from_the_number_then_the_date_line_then_the_headline() {
        use Role::{Body, Date, Dateline, Headline, Number};
        let title = (Headline, "Déclaration de Mme Vidal, Brévanne, 11 mars 2026");
        check(
            "fr",
            &[title, (Number, "0417-12-03-2026")],
            "0417-12-03-2026",
            Some("2026-03-12"),
            "",
        );
        check("fr", &[title, (Date, "Publié le 13 mars 2026")], "", Some("2026-03-13"), "");
        check("fr", &[title], "", Some("2026-03-11"), "");
        check(
            "en",
            &[(Body, "HARROW, June 25, 2026 – The bridge is open.")],
            "",
            Some("2026-06-25"),
            "",
        );
        check("en", &[(Body, "It opened on June 25, 2026 at noon.")], "", None, "");
        check("ru", &[(Body, "25 июня 2026 г. — Мост открыт.")], "", Some("2026-06-25"), "");
        check("uk", &[(Body, "25 червня 2026 року – Міст відкрито.")], "", Some("2026-06-25"), "");
        let opening = (Body, "The house keeps a page of its news.");
        let dated = (Body, "25 DE JUNIO DEL 2026: El puente abre.");
        check("es", &[opening, dated], "", Some("2026-06-25"), "");
        check("es", &[opening, opening, opening, dated], "", None, "");
        for number in ["2026/03/12-417", "MIN.12.03.2026", "RC-0417-2026-03-12", "417/12/3/2026"] {
            check("fr", &[title, (Number, number)], number, Some("2026-03-12"), "");
        }
        for number in ["RC/1412", "0417-12-03", "2026-417", "12-03-9999-417"] {
            check("fr", &[(Number, number)], number, None, "");
        }
        let line = (Dateline, "Le 3 mai 2026 - Brévanne - Ministère des Travaux");
        check("fr", &[line], "", Some("2026-05-03"), "Ministère des Travaux");
        check("fr", &[(Number, "0417-45-03-2026")], "0417-45-03-2026", None, "");
    }

    #[test]
    fn the_title_is_the_headline() {
        let release =
            of(&document("en", &[(Role::Headline, "A bridge opens"), (Role::Body, "It did.")]));
        assert_eq!(release.title, "A bridge opens");
    }
}
