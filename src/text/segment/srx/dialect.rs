//! From the regular expressions of rule files to ours.
//!
//! SRX 2.0 asks for ICU's; real files were mostly written against Java's. Both have
//! what `regex` and `fancy-regex` write otherwise: `\h`, `\v`, `\R`, `\Q…\E`,
//! `\uXXXX`, `\cX`, octal numbers, any escaped mark, POSIX and Java property names,
//! flags of their own, and a hyphen beside a class that stands for itself.
//!
//! `\w`, `\d`, `\s` and `\b` are Unicode's, as in ICU. Left out, and told as such:
//! `\X`, `\N{…}`, `\G`, and Unicode blocks (`\p{In…}`) that are no scripts.

use super::PatternError;

/// Horizontal space, as the inside of a class.
const HORIZONTAL: &str = r"\t\p{Zs}";

/// Vertical space, as the inside of a class.
const VERTICAL: &str = r"\n\x0B\f\r\x{85}\x{2028}\x{2029}";

/// Translates a pattern.
///
/// # Errors
/// It uses what no engine here has.
pub(super) fn translate(pattern: &str) -> Result<String, PatternError> {
    let mut translator =
        Translator { chars: pattern.chars().collect(), at: 0, out: String::new(), depth: 0 };
    translator.run()?;
    Ok(translator.out)
}

struct Translator {
    chars: Vec<char>,
    at: usize,
    out: String,
    /// How many classes are open.
    depth: usize,
}

impl Translator {
    fn run(&mut self) -> Result<(), PatternError> {
        while let Some(c) = self.take() {
            match c {
                '\\' => self.escape()?,
                '[' if self.posix_class() => {}
                '[' => self.open_class(),
                ']' if self.depth > 0 => {
                    self.depth -= 1;
                    self.out.push(']');
                }
                '-' if self.depth > 0 => self.hyphen(),
                '~' if self.depth > 0 => self.out.push_str(r"\~"),
                '(' if self.depth == 0 && self.peek() == Some('?') => self.group(),
                _ => self.out.push(c),
            }
        }
        Ok(())
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    /// The text up to `end`, which is passed over.
    fn take_until(&mut self, end: char) -> Option<String> {
        let rest = self.chars.get(self.at..)?;
        let length = rest.iter().position(|&c| c == end)?;
        let text = rest.iter().take(length).collect();
        self.at += length + 1;
        Some(text)
    }

    /// A class opens; a bracket or hyphen at its head stands for itself.
    fn open_class(&mut self) {
        self.depth += 1;
        self.out.push('[');
        if self.peek() == Some('^') {
            self.at += 1;
            self.out.push('^');
        }
        if self.peek() == Some(']') {
            self.at += 1;
            self.out.push_str(r"\]");
        }
    }

    /// `[:alpha:]` in a class is written the same here.
    fn posix_class(&mut self) -> bool {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        if self.depth == 0 || rest.first() != Some(&':') {
            return false;
        }
        let Some(end) = rest.windows(2).position(|two| two == [':', ']']) else { return false };
        self.out.push('[');
        self.out.extend(rest.iter().take(end + 2));
        self.at += end + 2;
        true
    }

    /// A hyphen in a class: a range between two characters, else itself.
    fn hyphen(&mut self) {
        let next = self.peek();
        let after_class = self.out.ends_with(['[', '^', '}', ']'])
            || [r"\s", r"\S", r"\w", r"\W", r"\d", r"\D", r"\-"]
                .iter()
                .any(|c| self.out.ends_with(c));
        let before_class = matches!(next, None | Some(']' | '[' | '-' | '&'))
            || (next == Some('\\')
                && self.chars.get(self.at + 1).is_some_and(|c| "swdpPSWDhHvV".contains(*c)));
        // `\x{…}` ends in a brace too, but is a character.
        let ends_in_code = self.out.ends_with('}')
            && self.out.rsplit_once('{').is_some_and(|(head, _)| head.ends_with(r"\x"));
        if (after_class && !ends_in_code) || before_class {
            self.out.push_str(r"\-");
        } else {
            self.out.push('-');
        }
    }

    /// `(?…`: comments go, flags that have no meaning here go.
    fn group(&mut self) {
        if self.chars.get(self.at + 1) == Some(&'#') {
            let _ = self.take_until(')');
            return;
        }
        let rest = self.chars.get(self.at + 1..).unwrap_or_default();
        let flags: String =
            rest.iter().take_while(|c| c.is_ascii_alphabetic() || **c == '-').collect();
        let end = rest.get(flags.len()).copied();
        self.out.push('(');
        if flags.is_empty() || !matches!(end, Some(':' | ')')) {
            return;
        }
        self.at += 1 + flags.len();
        // u and U: Unicode, which is always on; d: lines end in \n; w: words as UAX #29.
        let kept: String = flags.chars().filter(|c| !"uUdw".contains(*c)).collect();
        let kept = kept.trim_end_matches('-');
        if kept.is_empty() && end == Some(')') {
            self.at += 1;
            self.out.pop();
            return;
        }
        self.out.push('?');
        self.out.push_str(kept);
    }

    /// What stands behind a backslash.
    fn escape(&mut self) -> Result<(), PatternError> {
        let Some(c) = self.take() else {
            return Err(PatternError::new("it ends in a backslash"));
        };
        match c {
            'h' => self.set(HORIZONTAL, false),
            'H' => self.set(HORIZONTAL, true),
            'v' => self.set(VERTICAL, false),
            'V' => self.set(VERTICAL, true),
            'R' => self.out.extend([r"(?:\r\n|[", VERTICAL, "])"]),
            'Z' => self.out.push_str(r"(?=\n?\z)"),
            'e' => self.out.push_str(r"\x1B"),
            'Q' => self.quoted(),
            'E' => {}
            'u' => self.code(4)?,
            'U' => self.code(8)?,
            'x' if self.peek() != Some('{') => self.code(2)?,
            'x' => self.braced_code()?,
            'c' => self.control()?,
            '0' => self.octal()?,
            'p' | 'P' => self.property(c)?,
            'X' | 'N' | 'G' => {
                return Err(PatternError::new(format!("\\{c} is not supported")));
            }
            _ if c.is_ascii_alphanumeric() => self.out.extend(['\\', c]),
            _ => self.literal(c),
        }
        Ok(())
    }

    /// A class of its own, or part of the one that is open.
    fn set(&mut self, inside: &str, negated: bool) {
        match (self.depth > 0, negated) {
            (true, false) => self.out.push_str(inside),
            (_, true) => self.out.extend(["[^", inside, "]"]),
            (false, false) => self.out.extend(["[", inside, "]"]),
        }
    }

    /// A character that stands for itself.
    fn literal(&mut self, c: char) {
        if c == '-' && self.depth == 0 {
            self.out.push('-');
        } else if c.is_ascii_punctuation() && !"<>\"'/,;:=!@%_`".contains(c) {
            self.out.extend(['\\', c]);
        } else {
            self.out.push(c);
        }
    }

    /// `\Q…\E`.
    fn quoted(&mut self) {
        while let Some(c) = self.take() {
            if c == '\\' && self.peek() == Some('E') {
                self.at += 1;
                return;
            }
            self.literal(c);
        }
    }

    /// A character by so many hexadecimal digits; two halves of a surrogate pair are one.
    fn code(&mut self, digits: usize) -> Result<(), PatternError> {
        let first = self.digits(digits, 16)?;
        let low = |this: &Self| {
            let rest = this.chars.get(this.at..).unwrap_or_default();
            rest.starts_with(&['\\', 'u']) && rest.len() >= 2 + digits
        };
        if digits == 4 && (0xD800..0xDC00).contains(&first) && low(self) {
            self.at += 2;
            let second = self.digits(4, 16)?;
            return self.character(0x1_0000 + ((first - 0xD800) << 10) + (second & 0x3FF));
        }
        self.character(first)
    }

    fn braced_code(&mut self) -> Result<(), PatternError> {
        self.at += 1;
        let text = self.take_until('}').unwrap_or_default();
        let code = u32::from_str_radix(&text, 16);
        self.character(code.map_err(|_| PatternError::new(format!("\\x{{{text}}}")))?)
    }

    fn digits(&mut self, most: usize, radix: u32) -> Result<u32, PatternError> {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let text: String = rest.iter().take(most).take_while(|c| c.is_digit(radix)).collect();
        self.at += text.len();
        u32::from_str_radix(&text, radix)
            .map_err(|_| PatternError::new("a character's number is missing"))
    }

    fn octal(&mut self) -> Result<(), PatternError> {
        let code = self.digits(3, 8)?;
        self.character(code)
    }

    fn control(&mut self) -> Result<(), PatternError> {
        let c = self.take().ok_or_else(|| PatternError::new("\\c without a letter"))?;
        self.character(u32::from(c.to_ascii_uppercase()) ^ 0x40)
    }

    fn character(&mut self, code: u32) -> Result<(), PatternError> {
        if char::from_u32(code).is_none() {
            return Err(PatternError::new(format!("{code:04X} is no character")));
        }
        let code = format!(r"\x{{{code:X}}}");
        self.out.push_str(&code);
        Ok(())
    }

    /// `\p{…}`, `\pL`.
    fn property(&mut self, p: char) -> Result<(), PatternError> {
        let name = match self.take() {
            Some('{') => self.take_until('}').unwrap_or_default(),
            Some(letter) => letter.to_string(),
            None => String::new(),
        };
        let (name, inverted) = match name.strip_prefix('^') {
            Some(name) => (name.to_owned(), true),
            None => (name, false),
        };
        let p = if inverted { if p == 'p' { 'P' } else { 'p' } } else { p };
        match posix(&name) {
            Some(inside) if p == 'p' && self.depth > 0 => self.out.push_str(inside),
            Some(inside) if p == 'p' => self.out.extend(["[", inside, "]"]),
            Some(inside) => self.out.extend(["[^", inside, "]"]),
            None => {
                let name = property_name(&name)?;
                let property = format!(r"\{p}{{{name}}}");
                self.out.push_str(&property);
            }
        }
        Ok(())
    }
}

/// Java's POSIX classes and its own, as the inside of a class.
fn posix(name: &str) -> Option<&'static str> {
    Some(match name {
        "Lower" | "javaLowerCase" => r"\p{Lowercase}",
        "Upper" | "javaUpperCase" => r"\p{Uppercase}",
        "Alpha" | "javaLetter" | "javaAlphabetic" => r"\p{Alphabetic}",
        "Digit" | "javaDigit" => r"\p{Nd}",
        "Alnum" | "javaLetterOrDigit" => r"\p{Alphabetic}\p{Nd}",
        "Punct" | "IsPunctuation" | "Punctuation" => r"\p{P}",
        "Space" | "javaWhitespace" | "javaSpaceChar" => r"\s",
        "Blank" => r"\t\p{Zs}",
        "Cntrl" => r"\p{Cc}",
        "XDigit" => "0-9A-Fa-f",
        "ASCII" | "InBasicLatin" | "InBasic_Latin" => r"\x00-\x7F",
        "Graph" => r"\p{L}\p{M}\p{N}\p{P}\p{S}",
        "Print" => r"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}",
        "L1" => r"\x00-\x{FF}",
        "L&" | "LC" => r"\p{Lu}\p{Ll}\p{Lt}",
        "InCJKUnifiedIdeographs" | "InCJK_Unified_Ideographs" => r"\x{4E00}-\x{9FFF}",
        "InCJKSymbolsAndPunctuation" | "InCJK_Symbols_and_Punctuation" => r"\x{3000}-\x{303F}",
        "InGeneralPunctuation" | "InGeneral_Punctuation" => r"\x{2000}-\x{206F}",
        "InLatin-1Supplement" | "InLatin1Supplement" => r"\x{80}-\x{FF}",
        "InThai" => r"\x{E00}-\x{E7F}",
        "InHebrew" => r"\x{590}-\x{5FF}",
        "InArabic" => r"\x{600}-\x{6FF}",
        "InCyrillic" => r"\x{400}-\x{4FF}",
        "InGreek" | "InGreekAndCoptic" => r"\x{370}-\x{3FF}",
        "InHiragana" => r"\x{3040}-\x{309F}",
        "InKatakana" => r"\x{30A0}-\x{30FF}",
        "InDevanagari" => r"\x{900}-\x{97F}",
        _ => return None,
    })
}

/// A property as Unicode calls it: Java sets `Is` before scripts and categories.
fn property_name(name: &str) -> Result<String, PatternError> {
    if name.starts_with("In") && !matches!(name, "InPC" | "InSC") && !name.contains('=') {
        return Err(PatternError::new(format!("the block \\p{{{name}}} is not supported")));
    }
    let name = name.strip_prefix("Is").unwrap_or(name);
    Ok(name.replace("general_category=", "gc=").replace("script=", "sc="))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, expected: &str) {
        assert_eq!(translate(pattern).expect(pattern), expected, "{pattern}");
    }

    #[test]
    fn what_java_and_icu_write_otherwise_is_rewritten() {
        check(r"\bDr\.\s", r"\bDr\.\s");
        check(r"\h+\v[\h\v]", &format!(r"[{HORIZONTAL}]+[{VERTICAL}][{HORIZONTAL}{VERTICAL}]"));
        check(r"\Qa.b*\E.", r"a\.b*.".replace("b*", r"b\*").as_str());
        check(r"\Qa.b", r"a\.b");
        check(r"\u2019\x41\x{1F600}\cA\07", r"\x{2019}\x{41}\x{1F600}\x{1}\x{7}");
        check(r"\uD83D\uDE00", r"\x{1F600}");
        check("\\\"\\'\\ \\»\\<\\/\\!", "\"' »</\\!".replace("\\!", "!").as_str());
        check(r"[\w-.]", r"[\w\-.]");
        check(r"[a-z\-]", r"[a-z\-]");
        check(r"[.--]", r"[.\-\-]");
        check(r"[-a]", r"[\-a]");
        check(r"[\x41-\x5A]", r"[\x{41}-\x{5A}]");
        check(r"[]a]", r"[\]a]");
        check(r"[a-z&&[^b]]", r"[a-z&&[^b]]");
        check(r"\p{IsCyrillic}\p{Lu}\pL", r"\p{Cyrillic}\p{Lu}\p{L}");
        check(r"\p{Lower}[\p{Upper}1]\P{Punct}", r"[\p{Lowercase}][\p{Uppercase}1][^\p{P}]");
        check(r"(?i)(?iu)a(?u)b(?-i:c)(?#note)d", r"(?i)(?i)ab(?-i:c)d");
        check(r"(?<=a)(?!b)(?<name>c)(?:d)", r"(?<=a)(?!b)(?<name>c)(?:d)");
        check(r"[[:alpha:]x]", r"[[:alpha:]x]");
    }

    #[test]
    fn what_nothing_here_can_do_is_told() {
        for pattern in [r"\X", r"\N{DIGIT ONE}", r"\p{InTibetan}", r"a\", r"\x{110000}", r"\xZZ"] {
            assert!(translate(pattern).is_err(), "{pattern}");
        }
    }
}
