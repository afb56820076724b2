//! The dates of a table's column: `2031-03-12`, `2031/3/12`, `12.03.2031`, `12/03/2031`.
//!
//! Figures with the year last begin with the day, as in most of the world, unless one of
//! the column has a second figure above 12 and none a first one: then the whole column
//! begins with the month, as in the United States. With points the day is always first
//! (CLDR has no other form). Left out: years of two figures, names of months.

use jiff::civil::Date;

/// What figures with the year last begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    Day,
    Month,
}

/// How the dates of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Order<'a> {
    first: First,
    /// A date that can be read both ways, where no other decides.
    pub undecided: Option<&'a str>,
}

impl<'a> Order<'a> {
    /// The order of a column.
    pub(super) fn of(column: impl Iterator<Item = &'a str>) -> Self {
        let (mut days, mut months, mut undecided) = (false, false, None);
        for value in column {
            match figures(value) {
                Some(('/' | '-', [first, second, _])) if first <= 31 => {
                    days |= first > 12;
                    months |= second > 12;
                    if first <= 12 && second <= 12 && first != second {
                        undecided.get_or_insert(value);
                    }
                }
                _ => {}
            }
        }
        let first = if months && !days { First::Month } else { First::Day };
        // With both, nothing tells which the others are.
        Self { first, undecided: undecided.filter(|_| days == months) }
    }

    /// A date; one that is none in the column's order may be one in the other.
    pub(super) fn date(self, text: &str) -> Option<Date> {
        if let Ok(date) = text.parse() {
            return Some(date);
        }
        let (separator, [a, b, c]) = figures(text)?;
        if a > 31 {
            return date(a, b, c);
        }
        let (day_first, month_first) = (date(c, b, a), date(c, a, b));
        match (separator, self.first) {
            ('.', _) => day_first,
            (_, First::Day) => day_first.or(month_first),
            (_, First::Month) => month_first.or(day_first),
        }
    }
}

/// Three figures with one separator; the year has four digits and stands first or last.
fn figures(text: &str) -> Option<(char, [i16; 3])> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '/' | '.' | '-') {
        return None;
    }
    let parts: Vec<&str> = text.split(separator).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let ([1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2]) = lengths.as_slice() else { return None };
    let mut found = [0; 3];
    for (figure, part) in found.iter_mut().zip(parts) {
        *figure = part.parse().ok()?;
    }
    Some((separator, found))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_one_order() {
        let check = |column: &[&str], expected: &[&str], undecided: Option<&str>| {
            let order = Order::of(column.iter().copied());
            let found = column.iter().map(|text| order.date(text));
            let found: Vec<String> =
                found.map(|date| date.map_or_else(String::new, |date| date.to_string())).collect();
            assert_eq!(found, expected, "{column:?}");
            assert_eq!(order.undecided, undecided, "{column:?}");
        };
        check(&["2031-03-12", "2031/3/2"], &["2031-03-12", "2031-03-02"], None);
        check(&["12.03.2031", "1.2.2031", "3.13.2031"], &["2031-03-12", "2031-02-01", ""], None);
        check(&["12/03/2031", "13/03/2031"], &["2031-03-12", "2031-03-13"], None);
        check(&["12/03/2031", "03/13/2031"], &["2031-12-03", "2031-03-13"], None);
        check(&["12/03/2031", "", "x"], &["2031-03-12", "", ""], Some("12/03/2031"));
        check(&["03/03/2031"], &["2031-03-03"], None);
        check(&["5-6-2031"], &["2031-06-05"], Some("5-6-2031"));
        // A column that is at odds with itself.
        check(
            &["13/03/2031", "03/13/2031", "04/05/2031"],
            &["2031-03-13", "2031-03-13", "2031-05-04"],
            Some("04/05/2031"),
        );
        check(&["31/02/2031", "12/03/31", "12/03"], &["", "", ""], None);
    }
}
