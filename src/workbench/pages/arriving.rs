//! A file read for a new release: what was found in it, before anything is made of it.

use std::collections::BTreeMap;

use super::take_in::{LARGE_BYTES, document_in, keep_gaps};
use crate::formats::page::Page;
use crate::formats::{FormatError, pages, plain};
use crate::model::{Cancelled, Document, Lang, Original, PageFormat, Problem, Role, Watch};
use crate::text::volume::Volume;
use crate::texts::t;
use crate::workbench::env::Env;
use crate::workbench::intake::{Reading, Taught};

/// The stages of reading a file, as progress counts them: read, parsed, looked through.
const STAGES: usize = 3;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arriving {
    /// The file.
    pub original: Original,
    /// What its reader found.
    pub page: Page,
    /// The document it makes as it was read: roles, languages, sentences.
    pub document: Document,
    /// The name of its encoding.
    pub encoding: String,
    /// What was passed over or guessed.
    pub problems: Vec<Problem>,
}

/// What there is in a file, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Blocks of content by role, in the order of roles.
    pub roles: BTreeMap<Role, usize>,
    /// Words of what is content.
    pub words: usize,
    /// Blocks that are the page's frame or in another language, and are left alone.
    pub not_content: usize,
}

impl Found {
    /// The numbers of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut found = Self::default();
        for block in &document.blocks {
            if block.is_content() {
                *found.roles.entry(block.role).or_default() += 1;
                let words = block.segments.iter().map(|segment| Volume::of(&segment.text).words);
                found.words += words.sum::<usize>();
            } else {
                found.not_content += 1;
            }
        }
        found
    }
}

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum NotRead {
    /// It cannot be read.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped(#[from] Cancelled),
}

/// Reads a file of this format. `label` is the encoding somebody names.
///
/// # Errors
/// [`NotRead`].
pub fn arriving(
    (format, label): (PageFormat, Option<&str>),
    bytes: Vec<u8>,
    name: &str,
    taught: &Taught,
    watch: &dyn Watch,
    env: &mut Env,
) -> Result<Arriving, NotRead> {
    watch.report(1, STAGES)?;
    let page = pages::read(format, &bytes, label)?;
    if page.blocks.is_empty() {
        return Err(FormatError::Empty.into());
    }
    let (encoding, guessed) = pages::encoding(format, &bytes, label)?;
    let mut problems = page.problems.clone();
    if guessed {
        problems.insert(0, Problem::whole(t!("opening-encoding-guessed", encoding = encoding)));
    }
    if bytes.len() > LARGE_BYTES {
        let size = bytes.len() >> 20;
        problems.push(Problem::whole(t!("arriving-large", megabytes = size)));
    }
    watch.report(2, STAGES)?;
    let (name, cutting) = (name.to_owned(), taught.cutting.clone());
    let reading = Reading { name, lang: None, segmented: false, cutting };
    let mut document = taught.with_roles(document_in(&page, None, &reading, env));
    if format == PageFormat::Text {
        let decoded = match label {
            Some(label) => plain::decode_as(&bytes, label)?,
            None => plain::decode(&bytes)?,
        };
        keep_gaps(&mut document, &decoded.value.text);
    }
    watch.report(STAGES, STAGES)?;
    let encoding_named = label.unwrap_or_default().to_owned();
    let original = Original { format, encoding: encoding_named, bytes: bytes.into() };
    Ok(Arriving { original, page, document, encoding, problems })
}

impl Arriving {
    /// The document of the file, in a language that somebody may have named, with the roles that
    /// somebody gave to blocks.
    #[must_use]
    pub fn document(
        &self,
        lang: Option<&Lang>,
        roles: &BTreeMap<usize, Role>,
        taught: &Taught,
        env: &mut Env,
    ) -> Document {
        let same = lang.is_none_or(|lang| *lang == self.document.lang);
        let mut document = if same {
            self.document.clone()
        } else {
            let (name, cutting) = (self.document.name.clone(), taught.cutting.clone());
            let reading = Reading { name, lang: None, segmented: false, cutting };
            let mut anew = taught.with_roles(document_in(&self.page, lang, &reading, env));
            for (block, known) in anew.blocks.iter_mut().zip(&self.document.blocks) {
                block.before.clone_from(&known.before);
            }
            anew.tail.clone_from(&self.document.tail);
            anew
        };
        for (place, role) in roles {
            if let Some(block) = document.blocks.get_mut(*place) {
                block.role = *role;
            }
        }
        document
    }
}
