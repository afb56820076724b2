//! The encodings that are offered by name when a guess was wrong.
//!
//! Those of the WHATWG Encoding Standard that press texts have come in; any other label
//! of the standard can be named too ([`super::decode_as`]).

/// An encoding that is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// Its label in the WHATWG Encoding Standard.
    pub label: &'static str,
    /// What is written in it.
    pub scripts: &'static str,
}

const fn offered(label: &'static str, scripts: &'static str) -> Offered {
    Offered { label, scripts }
}

/// The encodings, the commonest first.
pub const ENCODINGS: &[Offered] = &[
    offered("UTF-8", "all languages"),
    offered("windows-1252", "Western European"),
    offered("windows-1251", "Cyrillic"),
    offered("KOI8-R", "Russian"),
    offered("KOI8-U", "Ukrainian, Russian"),
    offered("ISO-8859-5", "Cyrillic"),
    offered("IBM866", "Cyrillic, DOS"),
    offered("windows-1250", "Central European"),
    offered("ISO-8859-2", "Central European"),
    offered("windows-1253", "Greek"),
    offered("windows-1254", "Turkish"),
    offered("windows-1255", "Hebrew"),
    offered("windows-1256", "Arabic, Persian"),
    offered("GBK", "simplified Chinese"),
    offered("GB18030", "simplified Chinese"),
    offered("Big5", "traditional Chinese"),
    offered("Shift_JIS", "Japanese"),
    offered("EUC-JP", "Japanese"),
    offered("EUC-KR", "Korean"),
    offered("UTF-16LE", "all languages"),
    offered("UTF-16BE", "all languages"),
];

#[cfg(test)]
mod tests {
    use super::ENCODINGS;
    use encoding_rs::Encoding;

    #[test]
    fn every_label_is_one_of_the_standard() {
        for offered in ENCODINGS {
            assert!(Encoding::for_label(offered.label.as_bytes()).is_some(), "{}", offered.label);
        }
    }
}
