//! What a row's source says that is the same in every language, as its target is to have
//! it: numbers, dates, times, addresses, names.

use super::session::Session;
use crate::memory::{Between, in_target};
use crate::model::Lang;
use crate::text::name::names;
use crate::text::recognise::values_at;
use crate::text::script::{self, Script};
use crate::text::value::{Value, ValueKind};
use crate::text::{case, translit};

/// A value of a source, and how a target has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The value.
    pub value: Value,
    /// In the target's language.
    pub text: String,
}

impl Session {
    /// The values and names of the active row's source in order, in the target's form.
    #[must_use]
    pub fn rendered_values(&self) -> Vec<Rendered> {
        let Some(target) = self.target_lang() else { return Vec::new() };
        let between = Between { source: self.source_lang(), target };
        rendered(&self.source_text(self.row), between, self.project.release.date)
    }

    /// The first value of the active row's source that `target` does not have yet.
    #[must_use]
    pub fn next_value(&self, target: &str) -> Option<String> {
        let lang = self.target_lang()?;
        let all = self.rendered_values();
        missing(&all, target, lang).next().map(|rendered| rendered.text.clone())
    }
}

/// The values and names of a source in order, in the target's form. `today` is the release's
/// own day.
#[must_use]
pub fn rendered(
    source: &str,
    between: Between<'_>,
    today: Option<crate::model::Date>,
) -> Vec<Rendered> {
    let values = values_at(source, between.source, today);
    let free = |name: &Value| values.iter().all(|v| v.end <= name.start || v.start >= name.end);
    let mut names = names(source, between.source);
    names.retain(free);
    let mut all: Vec<Rendered> = Vec::new();
    for value in &values {
        let text = in_target(value, source, between);
        all.extend(text.map(|text| Rendered { value: value.clone(), text }));
    }
    for value in names {
        let text = source.get(value.start..value.end);
        let text = text.and_then(|text| name_in(text, between.target));
        all.extend(text.map(|text| Rendered { value, text }));
    }
    all.sort_by_key(|rendered| rendered.value.start);
    all
}

/// Those that a target does not have yet; each of the target's values accounts for one.
fn missing<'a>(
    all: &'a [Rendered],
    target: &str,
    lang: &Lang,
) -> impl Iterator<Item = &'a Rendered> {
    let mut there: Vec<String> = values_at(target, lang, None).into_iter().map(|v| v.key).collect();
    let target = target.to_owned();
    let mut seen: Vec<&str> = Vec::new();
    all.iter().filter(move |rendered| {
        if rendered.value.kind != ValueKind::Name
            && let Some(place) = there.iter().position(|key| *key == rendered.value.key)
        {
            there.swap_remove(place);
            return false;
        }
        let before = seen.iter().filter(|text| **text == rendered.text).count();
        seen.push(&rendered.text);
        target.matches(rendered.text.as_str()).count() <= before
    })
}

/// A name as the target's script has it: the same, or Latin letters for Cyrillic and Greek
/// ones; `None` where it would have to be transcribed otherwise.
pub(super) fn name_in(name: &str, lang: &Lang) -> Option<String> {
    let own = script::of_text(name);
    let wanted = written_in(lang);
    if own == wanted {
        return Some(name.to_owned());
    }
    let can = wanted == Script::Latin && matches!(own, Script::Cyrillic | Script::Greek);
    can.then(|| case::capitalised(&translit::latin(name), lang))
}

/// The script of a language's own texts.
fn written_in(lang: &Lang) -> Script {
    match lang.base() {
        _ if lang.as_str().contains("Latn") => Script::Latin,
        "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "kk" | "ky" | "mn" | "tg" => Script::Cyrillic,
        "el" => Script::Greek,
        "ar" | "fa" | "ur" | "ps" | "ckb" => Script::Arabic,
        "he" | "yi" => Script::Hebrew,
        "zh" => Script::Han,
        "ja" => Script::Kana,
        "ko" => Script::Hangul,
        "th" => Script::Thai,
        "hi" | "mr" | "ne" => Script::Devanagari,
        "hy" => Script::Armenian,
        "ka" => Script::Georgian,
        _ => Script::Latin,
    }
}
