//! Classes of characters around the end of a sentence.

use crate::text::script;

/// A mark that ends a sentence where a space follows.
pub(super) const fn is_stop(c: char) -> bool {
    is_full_stop(c) || is_exclamation(c) || is_ellipsis(c) || is_unspaced_stop(c)
}

/// A stop that abbreviations and numbers have too.
pub(super) const fn is_full_stop(c: char) -> bool {
    c == '.'
}

/// A mark that no abbreviation has.
pub(super) const fn is_exclamation(c: char) -> bool {
    matches!(
        c,
        '!' | '?'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '‽'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '՞'
            | '።'
            | '။'
    )
}

pub(super) const fn is_ellipsis(c: char) -> bool {
    c == '…'
}

/// A stop of Chinese and Japanese, after which no space is set.
pub(super) const fn is_unspaced_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

/// A mark of direction or a space without width: it may stand anywhere and is not seen.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// A quotation mark or bracket that can stand after the stop of its sentence.
pub(super) const fn is_closer(c: char) -> bool {
    is_invisible(c)
        || matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | '‘' | '«' | '‹' | '″' | '´')
        || matches!(
            c,
            ')' | ']' | '}' | '）' | '］' | '｝' | '」' | '』' | '】' | '〉' | '》' | '〕' | '＂'
        )
}

/// A mark that can stand after a Chinese or Japanese stop; there `“` opens.
pub(super) const fn is_unspaced_closer(c: char) -> bool {
    is_closer(c) && !matches!(c, '“' | '‘' | '«' | '‹' | '"' | '\'')
}

/// A quotation mark, bracket or dash before the first letter of a sentence.
pub(super) const fn is_opener(c: char) -> bool {
    is_invisible(c)
        || matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '»' | '›' | '”' | '’' | '`')
        || matches!(c, '(' | '[' | '{' | '¿' | '¡' | '-' | '–' | '—' | '―' | '•' | '*' | '…')
        || matches!(c, '（' | '［' | '「' | '『' | '【' | '〈' | '《' | '〔')
}

/// A dash before a turn of speech or an item.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// A vowel, plain or with an accent, as a letter of Latin, Cyrillic or Greek.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'à'..='æ' | 'è'..='ï' | 'ò'..='ö' | 'ø'..='ý'
            | 'ă' | 'ą' | 'ę' | 'ı' | 'ő' | 'ű' | 'ů' | 'œ'
            | 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'ё' | 'і' | 'ї' | 'є'
            | 'α' | 'ε' | 'η' | 'ι' | 'ο' | 'υ' | 'ω' | 'ά' | 'έ' | 'ή' | 'ί' | 'ό' | 'ύ' | 'ώ'
    )
}

/// Whether a letter exists as a capital and a small one.
pub(super) fn has_case(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

/// A letter of a script written without spaces.
pub(super) fn is_unspaced(c: char) -> bool {
    script::is_cjk(c)
}
