//! A pattern without what `regex` cannot do, which matches wherever the pattern does.
//!
//! Look-around and anchors take no text, so that without them a pattern matches the
//! same and more; the same holds where a possessive quantifier or an atomic group
//! may give back, and a back reference is anything. What the relaxed pattern does not
//! match need not be tried by backtracking.

/// The relaxed pattern. It may not compile; then there is none.
pub(super) fn relax(pattern: &str) -> String {
    let mut relaxer = Relaxer { chars: pattern.chars().collect(), at: 0, out: String::new() };
    relaxer.run();
    relaxer.out
}

struct Relaxer {
    chars: Vec<char>,
    at: usize,
    out: String,
}

impl Relaxer {
    fn run(&mut self) {
        let mut after_quantifier = false;
        while let Some(&c) = self.chars.get(self.at) {
            let quantifier = matches!(c, '*' | '+' | '?' | '}');
            match c {
                '\\' => self.escape(),
                '[' => {
                    let end = self.class_end();
                    self.out.extend(self.chars.get(self.at..end).unwrap_or_default());
                    self.at = end;
                }
                '(' if self.looks_around() => self.at = self.group_end(),
                '(' if self.follows("(?>") => {
                    self.out.push_str("(?:");
                    self.at += 3;
                }
                '(' if self.follows("(?") => {
                    self.out.push_str("(?");
                    self.at += 2;
                }
                '^' | '$' => self.at += 1,
                // Possessive.
                '+' if after_quantifier => self.at += 1,
                _ => {
                    self.out.push(c);
                    self.at += 1;
                }
            }
            after_quantifier = quantifier;
        }
    }

    fn follows(&self, text: &str) -> bool {
        self.chars.iter().skip(self.at).zip(text.chars()).filter(|(a, b)| **a == *b).count()
            == text.chars().count()
    }

    fn looks_around(&self) -> bool {
        ["(?=", "(?!", "(?<=", "(?<!"].iter().any(|head| self.follows(head))
    }

    fn escape(&mut self) {
        let next = self.chars.get(self.at + 1).copied();
        self.at += 2;
        match next {
            Some('b' | 'B' | 'A' | 'z' | 'G') => {}
            Some('k') => {
                let name = self.chars.iter().skip(self.at).position(|&c| c == '>');
                self.at += name.map_or(0, |length| length + 1);
                self.out.push_str("(?s:.*)");
            }
            Some(c) if c.is_ascii_digit() => self.out.push_str("(?s:.*)"),
            Some(c) => self.out.extend(['\\', c]),
            None => self.out.push('\\'),
        }
    }

    /// The place behind the class that opens here.
    fn class_end(&self) -> usize {
        let mut depth = 0;
        let mut place = self.at;
        while let Some(&c) = self.chars.get(place) {
            place += 1;
            match c {
                '\\' => place += 1,
                '[' => depth += 1,
                ']' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        place.min(self.chars.len())
    }

    /// The place behind the group that opens here.
    fn group_end(&mut self) -> usize {
        let start = self.at;
        let mut depth = 0;
        while let Some(&c) = self.chars.get(self.at) {
            match c {
                '\\' => self.at += 1,
                '[' => self.at = self.class_end() - 1,
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                break;
            }
        }
        let end = self.at.min(self.chars.len());
        self.at = start;
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_no_text_is_left_out() {
        for (pattern, relaxed) in [
            (r"(?<=\bno)\.", r"\."),
            (r"\b[A-Z]++\.", r"[A-Z]+\."),
            (r"^a\+$(?=[)\]](x))b", r"a\+b"),
            (r"(?>a|b)?+c*+\1\\b", r"(?:a|b)?c*(?s:.*)\\b"),
            (r"(?i)(?<n>a)\k<n>(?:x){2}+", r"(?i)(?<n>a)(?s:.*)(?:x){2}"),
            (r"[^(?=\]]\B", r"[^(?=\]]"),
            (r"(?:a)?b+?", r"(?:a)?b+?"),
        ] {
            assert_eq!(relax(pattern), relaxed, "{pattern}");
        }
    }
}
