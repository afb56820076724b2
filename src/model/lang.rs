//! Language tags (BCP 47, RFC 5646), compared as the standard says: without
//! regard to case, `_` as `-`.
//!
//! Kept as written in canonical case (`pt-BR`, `zh-Hans`). Left out: the
//! registry; any well-formed tag is a language.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod names;

/// Languages commonly written from right to left (CLDR, `scriptMetadata.txt` and
/// `likelySubtags.xml`), with those varieties of Arabic that have tags of their own.
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ary", "arz", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc",
    "mzn", "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
];

/// Scripts written from right to left (CLDR, `scriptMetadata.txt`), of those in use.
const RIGHT_TO_LEFT_SCRIPTS: &[&str] =
    &["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

/// A language, such as `fr`, `zh-Hans`, `pt-BR`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(Box<str>);

/// A text that is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a language tag (such as fr, pt-BR, zh-Hans)")]
pub struct LangError(String);

impl Lang {
    /// The tag of a language that is not known, `und` (BCP 47).
    #[must_use]
    pub fn undetermined() -> Self {
        Self("und".into())
    }

    /// The tag in canonical case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language: `pt` of `pt-BR`.
    #[must_use]
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Whether two tags name the same primary language.
    #[must_use]
    pub fn same_base(&self, other: &Self) -> bool {
        self.base() == other.base()
    }

    /// Whether the language is written from right to left: by its script if the tag
    /// names one (`ku-Arab`, `sd-Deva`), else by the one it is commonly written in.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        let script = self.0.split('-').skip(1).find(|part| part.len() == 4);
        match script.filter(|part| part.bytes().all(|b| b.is_ascii_alphabetic())) {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT.contains(&self.base()),
        }
    }

    /// The language of a name in English or in the language itself ("French", "français"),
    /// in any case.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        names::of_name(name).map(|tag| Self(tag.into()))
    }

    /// The English name of the language where it is known, else the tag.
    #[must_use]
    pub fn english_name(&self) -> &str {
        names::english(self.base()).unwrap_or(&self.0)
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(text: &str) -> Result<Self, LangError> {
        canonical(text).map(|tag| Self(tag.into())).ok_or_else(|| LangError(text.to_owned()))
    }
}

/// Language in lower case, script capitalised, region in capitals (RFC 5646 §2.1.1).
fn canonical(text: &str) -> Option<String> {
    let mut tag = String::with_capacity(text.len());
    for (place, part) in text.split(['-', '_']).enumerate() {
        let fits = (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        if !fits {
            return None;
        }
        if place == 0 {
            // Two letters, or three where there are no two (ISO 639).
            if !(2..=3).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphabetic()) {
                return None;
            }
            tag.push_str(&part.to_ascii_lowercase());
            continue;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 if part.bytes().all(|b| b.is_ascii_alphabetic()) => {
                let lower = part.to_ascii_lowercase();
                let mut letters = lower.chars();
                tag.extend(letters.next().map(|c| c.to_ascii_uppercase()));
                tag.extend(letters);
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lang({})", self.0)
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_decides_the_direction() {
        for (tag, expected) in [
            ("ar", true),
            ("ar-MA", true),
            ("he", true),
            ("ckb", true),
            ("ku", false),
            ("ku-Arab", true),
            ("ur-Latn", false),
            ("sd-Deva-IN", false),
            ("ru", false),
            ("de-1901", false),
            ("und", false),
        ] {
            let lang: Lang = tag.parse().expect("a tag");
            assert_eq!(lang.is_right_to_left(), expected, "{tag}");
        }
    }

    #[test]
    fn a_language_is_named_by_its_base() {
        for (tag, name) in
            [("hi", "Hindi"), ("th-TH", "Thai"), ("pt-BR", "Portuguese"), ("xx", "xx")]
        {
            let lang: Lang = tag.parse().expect("a tag");
            assert_eq!(lang.english_name(), name);
        }
    }

    #[test]
    fn tags_meet_whatever_their_case() {
        let lang = |text: &str| text.parse::<Lang>().map(|l| l.to_string());
        assert_eq!(lang("FR"), Ok("fr".to_owned()));
        assert_eq!(lang("pt_br"), Ok("pt-BR".to_owned()));
        assert_eq!(lang("ZH-hans-cn"), Ok("zh-Hans-CN".to_owned()));
        for bad in ["", "f", "french", "fr-", "12", "français", "fr en"] {
            assert!(lang(bad).is_err(), "{bad}");
        }
    }
}
