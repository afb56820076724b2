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

/// A quotation mark or bracket that can stand after the stop of its sentence.
pub(super) const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | '‘' | '«' | '‹' | '″' | '´')
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
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '»' | '›' | '”' | '’' | '`')
        || matches!(c, '(' | '[' | '{' | '¿' | '¡' | '-' | '–' | '—' | '―' | '•' | '*' | '…')
        || matches!(c, '（' | '［' | '「' | '『' | '【' | '〈' | '《' | '〔')
}

/// Whether a letter exists as a capital and a small one.
pub(super) fn has_case(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

/// A letter of a script written without spaces.
pub(super) fn is_unspaced(c: char) -> bool {
    script::is_cjk(c)
}
