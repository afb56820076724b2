//! Tab-separated values: source TAB target, a pair a line, no header, no quoting.
//!
//! Further columns are left out and told. A tab or a line end inside a text
//! cannot be written; it becomes a space, and that is told too.

use crate::model::{Problem, Reading};

/// A source and its target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The line in the file, from 0.
    pub line: usize,
    /// The source text.
    pub source: String,
    /// The target text.
    pub target: String,
}

/// Reads pairs. Lines without a tab, or with an empty side, are problems; blank
/// lines are nothing.
#[must_use]
pub fn read(text: &str) -> Reading<Vec<Pair>> {
    let (mut value, mut problems) = (Vec::new(), Vec::new());
    let (mut wide, mut first_wide) = (0_usize, 0);
    for (line, content) in text.lines().enumerate() {
        let mut columns = content.split('\t').map(str::trim);
        let (source, target) = (columns.next().unwrap_or_default(), columns.next());
        match target {
            None if source.is_empty() => {}
            None => problems.push(Problem::at(line, "there is no tab; the line was skipped")),
            Some(target) if source.is_empty() && target.is_empty() => {}
            Some(_) if source.is_empty() => {
                problems.push(Problem::at(line, "the source is empty; the line was skipped"));
            }
            Some("") => {
                problems.push(Problem::at(line, "the target is empty; the line was skipped"));
            }
            Some(target) => {
                let (source, target) = (source.to_owned(), target.to_owned());
                value.push(Pair { line, source, target });
            }
        }
        if columns.next().is_some() {
            first_wide = if wide == 0 { line } else { first_wide };
            wide += 1;
        }
    }
    if wide > 0 {
        let cause = format!("{wide} lines have more than two columns; the others were left out");
        problems.push(Problem::at(first_wide, cause));
    }
    Reading { value, problems }
}

/// Writes pairs.
#[must_use]
pub fn write<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Reading<String> {
    let (mut text, mut problems) = (String::new(), Vec::new());
    for (line, (source, target)) in pairs.into_iter().enumerate() {
        if [source, target].iter().any(|side| side.contains(is_separator)) {
            problems.push(Problem::at(line, "tabs and line ends were written as spaces"));
        }
        for (side, end) in [(source, '\t'), (target, '\n')] {
            text.extend(side.chars().map(|c| if is_separator(c) { ' ' } else { c }));
            text.push(end);
        }
    }
    Reading { value: text, problems }
}

const fn is_separator(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_read_and_bad_lines_told() {
        let reading = read("un\tone\r\n\ndeux\n\tthree\nquatre\t\ncinq\tfive\tx\n\t\nsix\tsix");
        let lines: Vec<usize> = reading.value.iter().map(|pair| pair.line).collect();
        assert_eq!(lines, [0, 5, 7]);
        assert_eq!((&*reading.value[0].source, &*reading.value[0].target), ("un", "one"));
        let problems: Vec<_> = reading.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(problems, [Some(2), Some(3), Some(4), Some(5)]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let written = write([("un", "one"), ("a\tb", "c\r\nd")]);
        assert_eq!(written.problems.len(), 1);
        let sides = |pair: &Pair| (pair.source.clone(), pair.target.clone());
        let pairs: Vec<_> = read(&written.value).value.iter().map(sides).collect();
        let expected = [("un", "one"), ("a b", "c  d")];
        assert_eq!(pairs, expected.map(|(s, t)| (s.to_owned(), t.to_owned())));
    }
}
