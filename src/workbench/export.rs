//! The target as plain text, in the release's own paragraphs.

use super::rows::{Rows, joint};
use crate::model::{Bead, Block, BlockId, Project, Target, Translation};

/// What stands in for a row that has no translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Untranslated {
    /// The source's own text, so that no sentence is lost.
    #[default]
    Source,
    /// Nothing.
    Empty,
}

/// A text written out, and how complete it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The text, ending in a line break.
    pub text: String,
    /// Rows with a translation.
    pub written: usize,
    /// Open rows.
    pub untranslated: usize,
}

/// Writes the target of a translation. Page chrome is left out unless
/// `not_content` is set.
#[must_use]
pub fn plain_text(
    project: &Project,
    translation: &Translation,
    untranslated: Untranslated,
    not_content: bool,
) -> Export {
    let rows = Rows::of(&project.source, translation);
    let mut writer = Writer { text: String::new(), last: None };
    let (mut written, mut open) = (0, 0);
    for (row, bead) in translation.beads.iter().enumerate() {
        if !not_content && !rows.is_content(row) {
            continue;
        }
        let block = rows.get(row).and_then(|i| project.source.blocks.get(i.source?.0));
        match &bead.target {
            Target::Text { .. } => {
                written += 1;
                writer.target(project, translation, bead, block);
            }
            Target::LeftOut { .. } => {}
            Target::Open => {
                open += 1;
                if untranslated == Untranslated::Source {
                    let text = rows.source_text(&project.source, bead);
                    writer.sentence(&text, "", Place::source(block), project, translation);
                }
            }
        }
    }
    let mut text = writer.text;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    Export { text, written, untranslated: open }
}

/// The block a sentence is written into, and what stands before that block.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    block: Option<BlockId>,
    before: &'a str,
}

impl<'a> Place<'a> {
    fn source(block: Option<&'a Block>) -> Self {
        Self { block: block.map(|b| b.id), before: block.map_or("", |b| b.before.as_str()) }
    }
}

/// Text so far, and what the last sentence needs behind it.
struct Writer {
    text: String,
    last: Option<(Option<BlockId>, String)>,
}

impl Writer {
    fn target(
        &mut self,
        project: &Project,
        translation: &Translation,
        bead: &Bead,
        source: Option<&Block>,
    ) {
        let anchor = || project.source.blocks.iter().find(|block| Some(block.id) == bead.anchor);
        for sentence in bead.target.segments() {
            let own = sentence.block.and_then(|id| translation.document.block(id));
            let place = own.map_or_else(
                || Place::source(source.or_else(anchor)),
                |block| Place { block: Some(block.id), before: &block.before },
            );
            let segment = &sentence.segment;
            self.sentence(&segment.text, &segment.after, place, project, translation);
        }
    }

    fn sentence(
        &mut self,
        text: &str,
        after: &str,
        place: Place<'_>,
        project: &Project,
        translation: &Translation,
    ) {
        match &self.last {
            None => {}
            Some((block, gap)) if *block == place.block => {
                self.text.push_str(joint(gap, translation.lang()));
            }
            Some(_) if place.before.contains('\n') => self.text.push_str(place.before),
            Some(_) => self.text.push_str(paragraph_break(project)),
        }
        self.text.push_str(text);
        self.last = Some((place.block, after.to_owned()));
    }
}

/// How this release parts its paragraphs: as its second block does.
fn paragraph_break(project: &Project) -> &str {
    let blocks = project.source.blocks.iter();
    blocks.map(|b| b.before.as_str()).find(|before| before.contains('\n')).unwrap_or("\n\n")
}
