//! Making a release: of the sample, of a text to be translated, of two texts to be
//! aligned; aligning the rest of one anew.

use super::told::{NewTexts, Tone};
use super::{Desk, Outcome};
use crate::model::{Document, Lang};
use crate::texts::t;
use crate::workbench::intake;
use crate::workbench::lessons::Lessons;
use crate::workbench::sample;

impl Desk {
    /// Opens the bundled sample, aligned; the starter memories are on the shelf.
    pub fn open_sample(&mut self) {
        let mut env = (self.new_env)(&self.settings.author);
        let (source, target) = sample::pair(&mut env);
        self.align(source, target);
    }

    /// Makes a release of the texts that were asked for.
    pub fn make(&mut self, texts: NewTexts) {
        let mut env = (self.new_env)(&self.settings.author);
        let (text, name, lang) = texts.source;
        if texts.target.is_none() && self.make_parted(&text, &name, texts.target_lang.as_ref()) {
            return;
        }
        self.doubt_language(&text, lang.as_ref(), t!("making-source"));
        let cutting = self.cutting();
        let source = intake::document_in(&text, &name, lang.as_ref(), &cutting, &mut env);
        let source = self.taught(source);
        match (texts.target, texts.target_lang) {
            (Some((text, name)), lang) => {
                self.doubt_language(&text, lang.as_ref(), t!("making-target"));
                let target = intake::document_in(&text, &name, lang.as_ref(), &cutting, &mut env);
                let target = self.taught(target);
                self.align(source, target);
            }
            (None, Some(lang)) => self.translate(source, lang),
            (None, None) => self.tell(Tone::Notice, t!("making-choose-a-target-language-first")),
        }
    }

    /// Tells where a text looks like another language than somebody said: its lines would
    /// be taken for a page's frame.
    pub(super) fn doubt_language(&mut self, text: &str, said: Option<&Lang>, side: &str) {
        if let Some(other) = said.and_then(|said| intake::other_language(text, said)) {
            self.tell(Tone::Wrong, t!("making-other-language", side = side, other = other));
        }
    }

    /// Starts a release from one document.
    pub fn translate(&mut self, source: Document, target: Lang) {
        let mut env = (self.new_env)(&self.settings.author);
        let project = intake::from_one(source, target, &mut env);
        self.put_project(project, None, env);
    }

    /// Starts a release from two documents: they are aligned as a job.
    pub fn align(&mut self, source: Document, target: Document) {
        let mut env = (self.new_env)(&self.settings.author);
        let lessons = Lessons::of(&self.library, &source.lang, &target.lang);
        self.jobs.start(t!("making-aligning"), move |watch| {
            let lexicon = lessons.learn(watch)?;
            let project = intake::from_two(source, target, lexicon.as_ref(), watch, &mut env)?;
            Ok(Outcome::Aligned(Box::new(project)))
        });
    }

    pub(super) fn realign(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(translation) = session.translation().cloned() else { return };
        let (source, version) = (session.source().clone(), session.version());
        let lessons = Lessons::of(&self.library, &source.lang, translation.lang());
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start(t!("making-aligning-the-rest"), move |watch| {
            let lexicon = lessons.learn(watch)?;
            let beads = intake::realign(&source, &translation, lexicon.as_ref(), watch, &mut env)?;
            Ok(Outcome::Realigned { of: translation.id, version, beads })
        });
    }
}
