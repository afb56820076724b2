//! Numbers in Han characters: `一千二百`, `三十五`, `二〇二四`, `第十四`.
//!
//! A number of several characters is read where it holds a unit (十, 百, 千, 万, 亿) or
//! is a year in four digits; a single one only before what is counted (`两国`, `三年`),
//! since 一 is a part of many words (`一些`, `统一`). Left out: the characters of
//! contracts (壹 …), and 零 as a number of its own.

use super::super::scan::Scan;

/// Longest number in characters: more is no number that people write.
const LONGEST: usize = 16;

/// The value of a digit.
const fn digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a unit.
const fn unit(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

/// Whether a character can begin a number.
pub(super) const fn begins(c: char) -> bool {
    digit(c).is_some() || c == '十'
}

/// The digits of a year or of a small number at the place of `scan`, which moves behind
/// them: `二〇二四`, `二十五`, `六`.
pub(super) fn eat(scan: &mut Scan) -> Option<u64> {
    let mut after = *scan;
    after.peek().filter(|&c| begins(c))?;
    let start = after.at();
    let mut count = 0;
    while count < LONGEST && after.eat_if(|c| digit(c).is_some() || unit(c).is_some()) {
        count += 1;
    }
    let value = value(after.since(start))?;
    *scan = after;
    Some(value)
}

/// The value of a whole number.
pub(super) fn value(written: &str) -> Option<u64> {
    if !written.chars().any(|c| unit(c).is_some()) {
        let mut digits = written.chars();
        let first = digits.next().and_then(digit)?;
        let lone = written.chars().count() == 1;
        // Digits without a unit are those of a year; in a row like 三四 they are two numbers.
        let year = written.chars().count() == 4;
        if !lone && !year {
            return None;
        }
        return digits.try_fold(first, |sum, c| Some(sum * 10 + digit(c)?));
    }
    let (mut total, mut section, mut pending) = (0, 0, None);
    let (mut last, mut zero) = (u64::MAX, false);
    for c in written.chars() {
        if let Some(digit) = digit(c) {
            // Two digits stand together only behind a zero: 一千零五.
            if pending.is_some_and(|d| d != 0) {
                return None;
            }
            zero |= digit == 0;
            pending = Some(digit);
        } else {
            let unit = unit(c)?;
            if unit >= 10_000 {
                section += pending.take().unwrap_or(0);
                if section == 0 && total == 0 {
                    return None;
                }
                // 亿 multiplies all before it, 万 what stands since the last unit.
                let base = if section == 0 { std::mem::take(&mut total) } else { section };
                total = base.checked_mul(unit)?.checked_add(total)?;
                (section, last) = (0, u64::MAX);
            } else {
                if unit >= last || (pending.is_none() && unit != 10) {
                    return None;
                }
                section += pending.take().filter(|&d| d != 0).unwrap_or(1) * unit;
                last = unit;
            }
        }
    }
    let rest = pending.unwrap_or(0);
    // 一千二 is spoken for 1200, and 三千五 for 3500.
    let short = !zero && last > 10 && last != u64::MAX;
    let rest = if short { rest * last / 10 } else { rest };
    total.checked_add(section)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_numbers_have_values() {
        let cases = [
            ("一千二百", Some(1200)),
            ("三十五", Some(35)),
            ("十", Some(10)),
            ("十四", Some(14)),
            ("二〇二四", Some(2024)),
            ("一千零五", Some(1005)),
            ("三千五", Some(3500)),
            ("两万三千", Some(23_000)),
            ("一亿二千万", Some(120_000_000)),
            ("三万亿", Some(3_000_000_000_000)),
            ("三四", None),
            ("百", None),
            ("万", None),
        ];
        for (written, expected) in cases {
            assert_eq!(value(written), expected, "{written}");
        }
    }
}
