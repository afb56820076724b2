//! What the tests of several files need.

use crate::model::{SubText, TagKind, UnitTag, UnitTags};

/// Inline codes of every part there is.
pub fn tags() -> UnitTags {
    let tag = |at, kind, texts: [&str; 4], subs| {
        let [pair, id, sort, code] = texts.map(str::to_owned);
        UnitTag { at, kind, pair, id, sort, code, subs }
    };
    UnitTags {
        source: vec![
            tag(0, TagKind::Open, ["1", "2", "bold", "<b>"], Vec::new()),
            tag(3, TagKind::Close, ["1", "", "", "</b>"], Vec::new()),
        ],
        target: vec![tag(
            1,
            TagKind::Alone,
            ["", "3", "fnote", "{é note}"],
            vec![SubText { at: 3, len: 4 }],
        )],
    }
}
