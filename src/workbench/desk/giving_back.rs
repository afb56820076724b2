//! The translation written into a file: the one it came from, a page of its own, plain text.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::exporting::open_rows_note;
use super::told::Tone;
use super::{Desk, Outcome};
use crate::model::{Project, Translation};
use crate::store::Files;
use crate::texts::t;
use crate::workbench::export::{self, Untranslated};
use crate::workbench::pages::{self, GiveBack, Preview, Written, bilingual};

/// As what a translation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WrittenAs {
    /// The file it came from, with the translation in the places of its texts.
    #[default]
    Same,
    /// A page of its own.
    Page,
    /// Plain text.
    Text,
    /// Both languages beside each other, as a page.
    TwoAsPage,
    /// Both languages beside each other, as a document.
    TwoAsDocument,
}

impl WrittenAs {
    /// Whether it is for reading it beside the source, not for going out.
    #[must_use]
    pub const fn is_for_reading(self) -> bool {
        matches!(self, Self::TwoAsPage | Self::TwoAsDocument)
    }
}

impl Desk {
    /// The name under which a translation is proposed to be written: that of its source with the
    /// target's language.
    #[must_use]
    pub fn name_to_write(&self, written_as: WrittenAs) -> String {
        let Some(session) = &self.session else { return String::new() };
        let source = Path::new(&session.source().name);
        let stem = source.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.filter(|stem| !stem.is_empty()).unwrap_or_else(|| "release".to_owned());
        let lang = session.target_lang().map_or("target", |lang| lang.as_str());
        let original = session.project().original.as_ref();
        let ending = match written_as {
            WrittenAs::Page | WrittenAs::TwoAsPage => "html".to_owned(),
            WrittenAs::TwoAsDocument => "docx".to_owned(),
            WrittenAs::Text => "txt".to_owned(),
            WrittenAs::Same => {
                let own = source.extension().map(|own| own.to_string_lossy().into_owned());
                own.or_else(|| original.map(|of| of.format.name().to_owned())).unwrap_or_default()
            }
        };
        // A source that says its language has the target's in its place.
        let from = format!(".{}", session.source_lang().as_str());
        let stem = stem.strip_suffix(&from).unwrap_or(&stem);
        if written_as.is_for_reading() {
            return format!("{stem}{from}-{lang}.{ending}");
        }
        let draft = if self.marks_draft() { ".DRAFT" } else { "" };
        format!("{stem}{draft}.{lang}.{ending}")
    }

    /// Writes the shown translation. The file it came from is never written over.
    pub fn write_translation(&mut self, written_as: WrittenAs, path: &Path) {
        let Some(session) = &self.session else { return };
        let Some(translation) = session.translation().cloned() else { return };
        let project = session.project().clone();
        let preview = Preview::of(session);
        let all = session.includes_not_content();
        let came_from = self.origins.get(&project.source.name);
        if came_from.is_some_and(|from| from == path) {
            return self.tell(Tone::Wrong, t!("giving-back-is-the-original"));
        }
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        self.jobs.start(t!("exporting-exporting"), move |_| {
            let written = written((&project, &translation), &preview, written_as, all);
            let result = written.and_then(|written| {
                refuse_original(files.as_ref(), &path, &project)?;
                let saved = files.write_atomic(&path, &written.bytes);
                saved.map(|()| written.untranslated).map_err(|error| error.to_string())
            });
            Ok(Outcome::GivenBack(result.map(|open| (path, open))))
        });
    }

    pub(super) fn take_given_back(&mut self, result: Result<(PathBuf, usize), String>) {
        match result {
            Ok((path, open)) => {
                let open = open_rows_note(open);
                let told = t!("exporting-exported-to", path = path.display(), open = open);
                self.tell(Tone::Done, told);
                self.given_back = Some(path);
            }
            Err(why) => self.tell(Tone::Wrong, why),
        }
    }

    /// The file that a translation was written to since the last call.
    pub fn given_back(&mut self) -> Option<PathBuf> {
        self.given_back.take()
    }
}

fn written(
    (project, translation): (&Project, &Translation),
    preview: &Preview,
    written_as: WrittenAs,
    all: bool,
) -> Result<Written, String> {
    let of_text = |export: export::Export| {
        let export::Export { text, written, untranslated } = export;
        Written { bytes: text.into_bytes(), written, untranslated }
    };
    let langs = (&project.source.lang, translation.lang());
    let of_preview = |bytes: Vec<u8>| {
        let sentences = preview.paragraphs.iter().flat_map(|shown| &shown.target.sentences);
        let (open, done): (Vec<_>, Vec<_>) = sentences.partition(|sentence| sentence.is_open);
        Written { bytes, written: done.len(), untranslated: open.len() }
    };
    match written_as {
        WrittenAs::TwoAsPage => Ok(of_preview(bilingual::page(preview, langs).into_bytes())),
        WrittenAs::TwoAsDocument => {
            bilingual::document(preview, langs).map(of_preview).map_err(|error| error.to_string())
        }
        WrittenAs::Same => pages::same(project, translation, GiveBack::default())
            .map_err(|error| error.to_string()),
        WrittenAs::Page => Ok(of_text(pages::html(project, translation, false))),
        WrittenAs::Text => {
            Ok(of_text(export::plain_text(project, translation, Untranslated::Source, all)))
        }
    }
}

/// Refuses a path where the original itself stands, wherever it was moved.
fn refuse_original(files: &dyn Files, path: &Path, project: &Project) -> Result<(), String> {
    let Some(original) = &project.original else { return Ok(()) };
    let there = files.exists(path).then(|| files.read(path).ok()).flatten();
    match there {
        Some(bytes) if bytes == original.bytes.as_slice() => {
            Err(t!("giving-back-is-the-original").to_owned())
        }
        _ => Ok(()),
    }
}
