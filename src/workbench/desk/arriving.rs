//! A release made of files that keep their place in it: what was found in them, with what
//! somebody changed of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::told::{NewTexts, Tone};
use super::{Desk, Outcome};
use crate::model::{Document, Lang, PageFormat, Role};
use crate::texts::t;
use crate::workbench::codes::aligned::match_codes;
use crate::workbench::env::Env;
use crate::workbench::intake::{self, Taught};
use crate::workbench::lessons::Lessons;
use crate::workbench::pages::Arriving;

/// One side of a new release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewSide {
    /// A text that was typed, pasted or changed after it was read.
    Text {
        /// The text.
        text: String,
        /// The file's name; empty when pasted.
        name: String,
    },
    /// A file as it was read.
    File {
        /// What was found in it.
        found: Arc<Arriving>,
        /// Its text, as the dialog showed it.
        text: String,
        /// The roles that somebody gave to blocks, by their places.
        roles: BTreeMap<usize, Role>,
    },
}

/// The sides of a new release, as the window asked for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSides {
    /// The source, and its language.
    pub source: (NewSide, Option<Lang>),
    /// The target; `None` to translate.
    pub target: Option<NewSide>,
    /// The target's language.
    pub target_lang: Option<Lang>,
}

impl NewSide {
    fn text(self) -> (String, String) {
        match self {
            Self::Text { text, name } => (text, name),
            Self::File { text, found, .. } => (text, found.document.name.clone()),
        }
    }

    const fn is_file(&self) -> bool {
        matches!(self, Self::File { .. })
    }

    fn document(&self, lang: Option<&Lang>, taught: &Taught, env: &mut Env) -> Document {
        match self {
            Self::Text { text, name } => taught.document(text, name, lang, env),
            Self::File { found, roles, .. } => found.document(lang, roles, taught, env),
        }
    }
}

impl Desk {
    /// Makes a release of the sides that were asked for, as a job where one is a file. The
    /// project keeps the source's file.
    pub fn make_of(&mut self, sides: NewSides) {
        let NewSides { source: (source, lang), target, target_lang } = sides;
        let is_file = source.is_file() || target.as_ref().is_some_and(NewSide::is_file);
        let parts = match &source {
            NewSide::File { found, text, .. } if target.is_none() => {
                let plain = found.original.format == PageFormat::Text;
                let name = found.document.name.clone();
                plain && self.make_parted(text, &name, target_lang.as_ref())
            }
            _ => false,
        };
        if parts {
            return;
        }
        if !is_file {
            let (text, name) = source.text();
            let (source, target) = ((text, name, lang), target.map(NewSide::text));
            return self.make(NewTexts { source, target, target_lang });
        }
        let Some(target_lang) = target_lang else {
            return self.tell(Tone::Notice, t!("making-choose-a-target-language-first"));
        };
        self.make_of_files((source, lang), target, target_lang);
    }

    fn make_of_files(
        &mut self,
        (source, lang): (NewSide, Option<Lang>),
        target: Option<NewSide>,
        target_lang: Lang,
    ) {
        if let NewSide::File { text, .. } = &source {
            self.doubt_language(text, lang.as_ref(), t!("making-source"));
        }
        if let Some(NewSide::File { text, .. }) = &target {
            self.doubt_language(text, Some(&target_lang), t!("making-target"));
        }
        let (taught, mut env) = (self.all_taught(), (self.new_env)(&self.settings.author));
        let lessons = target.as_ref().zip(lang.as_ref());
        let lessons = lessons.map(|(_, lang)| Lessons::of(&self.library, lang, &target_lang));
        let original = match &source {
            NewSide::File { found, .. } => Some(found.original.clone()),
            NewSide::Text { .. } => None,
        };
        self.jobs.start(t!("arriving-making"), move |watch| {
            let source = source.document(lang.as_ref(), &taught, &mut env);
            let target = target.map(|of| of.document(Some(&target_lang), &taught, &mut env));
            let mut project = match target {
                None => intake::from_one(source, target_lang, &mut env),
                Some(target) => {
                    let lexicon = lessons.map(|lessons| lessons.learn(watch)).transpose()?;
                    let lexicon = lexicon.flatten();
                    intake::from_two(source, target, lexicon.as_ref(), watch, &mut env)?
                }
            };
            match_codes(&mut project);
            project.original = original;
            Ok(Outcome::Aligned(Box::new(project)))
        });
    }
}
