//! A corrected source as it comes in: typed, pasted, or a file of any format that is translated.

use std::path::Path;

use super::Corrected;
use crate::formats::detect::Format;
use crate::formats::page::Page;
use crate::formats::pages;
use crate::model::{Lang, Original, PageFormat};
use crate::store::{Files, StoreError};
use crate::workbench::env::Env;
use crate::workbench::intake::Taught;
use crate::workbench::opening::{self, ReadText};

/// A corrected source, not cut yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CorrectedText {
    /// Its text.
    pub text: String,
    /// The file's name; empty where it was typed or pasted.
    pub name: String,
    /// What there is to know of the file.
    pub note: String,
    file: Option<(Page, Original)>,
}

impl CorrectedText {
    /// A text that was typed or pasted.
    #[must_use]
    pub fn typed(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Reads a file. `keeps_file` says that the release keeps the file it was made from, so that
    /// a plain text is kept too.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub fn read(files: &dyn Files, path: &Path, keeps_file: bool) -> Result<Self, StoreError> {
        let ReadText { text, name, note, page } = opening::read_text(files, path)?;
        let read_as = opening::format(files, path)?;
        let format = pages::of(read_as).filter(|_| read_as != Format::Plain || keeps_file);
        let Some(format) = format else { return Ok(Self { text, name, note, file: None }) };
        let bytes = files.read(path)?;
        let page = match page {
            Some(page) => page,
            None => pages::read(format, &bytes, None)
                .map_err(|error| StoreError::format(path, error))?,
        };
        let original = Original { format, encoding: String::new(), bytes: bytes.into() };
        Ok(Self { text, name, note, file: Some((page, original)) })
    }

    /// The same with another text, which its file does not have then.
    pub fn retype(&mut self, text: &str) {
        if self.text != text {
            *self = Self::typed(text.to_owned());
        }
    }

    /// Cuts it into a document in the language of the release.
    #[must_use]
    pub fn cut(self, lang: &Lang, taught: &Taught, env: &mut Env) -> Corrected {
        let Self { text, name, note, file } = self;
        let (page, original) = file.unzip();
        let read = ReadText { text, name, note, page };
        let document = taught.document_of(&read, Some(lang), env);
        let tagged = original.as_ref().is_some_and(|file| file.format != PageFormat::Text);
        Corrected { text: read.text, document, original, tagged }
    }
}
