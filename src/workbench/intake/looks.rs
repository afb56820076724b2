//! What the blocks of a text are: roles and languages.
//!
//! Finding them takes most of the time of reading a text, nearly all of it the detectors of
//! languages. Whoever reads a text twice, as an archive does, keeps them in between.

use crate::model::{Document, Lang, RawBlock, Role};
use crate::release;

/// The main language of a text, and each block's role and its own language where that is
/// another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looks {
    /// The main language.
    pub(super) main: Lang,
    /// In the order of the blocks.
    pub(super) blocks: Vec<(Role, Option<Lang>)>,
}

impl Looks {
    /// Those of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let blocks = document.blocks.iter().map(|block| (block.role, block.lang.clone()));
        Self { main: document.lang.clone(), blocks: blocks.collect() }
    }

    /// Found by the rules, from the blocks' languages by their own words. `is_given` says that
    /// somebody named a language for all of them.
    pub(super) fn find(
        blocks: &[RawBlock],
        (main, mut langs): (Lang, Vec<Option<Lang>>),
        is_given: bool,
    ) -> Self {
        let roles = release::roles::assign(blocks, &langs, &main);
        if !is_given {
            release::frame_languages(blocks, &roles, &mut langs, &main);
        }
        Self { main, blocks: roles.into_iter().zip(langs).collect() }
    }

    /// Lines of the text itself, whatever they look like.
    pub(super) fn of_lines((main, langs): (Lang, Vec<Option<Lang>>)) -> Self {
        Self { main, blocks: langs.into_iter().map(|lang| (Role::Body, lang)).collect() }
    }
}
