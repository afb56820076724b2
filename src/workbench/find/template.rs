//! What a replacement becomes at one hit: groups put in, capitals as they were.

/// Puts groups into a template: `$1`, `$name` or `${name}`; `$$` is a dollar sign, and a
/// `$` before anything else stands for itself.
pub(super) fn expand<'a>(template: &str, group: impl Fn(&str) -> &'a str) -> String {
    let mut made = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('$') {
        made.push_str(before);
        rest = after;
        if let Some(after) = rest.strip_prefix('$') {
            made.push('$');
            rest = after;
        } else if let Some((name, after)) =
            rest.strip_prefix('{').and_then(|braced| braced.split_once('}'))
        {
            made.push_str(group(name));
            rest = after;
        } else {
            let name = plain_name(rest);
            if name.is_empty() {
                made.push('$');
            } else {
                made.push_str(group(name));
            }
            rest = rest.get(name.len()..).unwrap_or("");
        }
    }
    made.push_str(rest);
    made
}

/// A group's number, or its name as far as letters and underscores go: `$1er` is group 1.
fn plain_name(text: &str) -> &str {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let length = if digits > 0 { digits } else { text.len() - text.trim_start_matches(word).len() };
    text.get(..length).unwrap_or("")
}

/// A text in capitals where the hit was all capitals (two letters at least), with a
/// capital at its head where the hit had one; otherwise as it is.
pub(in crate::workbench) fn in_case_of(hit: &str, text: &str) -> String {
    let mut letters = hit.chars().filter(|c| c.is_alphabetic());
    let first = letters.next();
    if !first.is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(char::is_uppercase) {
        return text.to_uppercase();
    }
    let mut rest = text.chars();
    let head = rest.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{head}{}", rest.as_str())
}
