//! A third language: a reference beside the rows, a pair derived through the source.

use std::path::Path;
use std::sync::Arc;

use super::told::{Ask, Ran, Tone};
use super::{Desk, Outcome};
use crate::model::{ProjectId, Translation, TranslationId};
use crate::texts::{Spoken, t};
use crate::workbench::opening::{self, ReadText};
use crate::workbench::session::{Refused, Session};
use crate::workbench::{intake, pivot};

impl Desk {
    /// Hides the reference, or shows the release's other translation; asks where there is
    /// none or more than one.
    pub(super) fn toggle_reference(&mut self) -> Ran {
        let Some(session) = &mut self.session else { return Ran::Done };
        if session.reference().is_some() {
            session.show_reference(None);
            return Ran::Done;
        }
        let others: Vec<TranslationId> = session.references().map(|other| other.id).collect();
        match others.as_slice() {
            [only] => session.show_reference(Some(*only)),
            _ => return Ran::Ask(Ask::Reference),
        }
        Ran::Done
    }

    /// Shows the release's next translation in the place of this one.
    pub(super) fn next_translation(&mut self) {
        let Some(session) = &mut self.session else { return };
        if let Err(Refused(why)) = session.next_translation() {
            self.tell(Tone::Notice, why);
        }
    }

    /// Shows one of the release's other translations beside the rows, or none.
    pub fn show_reference(&mut self, translation: Option<TranslationId>) {
        if let Some(session) = &mut self.session {
            session.show_reference(translation);
        }
    }

    /// Reads a text in another language and aligns it with the source, to be shown beside
    /// the rows.
    pub fn read_reference(&mut self, path: &Path) {
        let cutting = self.cutting();
        let Some(session) = &self.session else { return };
        let (of, source) = (session.project().id, session.source().clone());
        let (files, path) = (Arc::clone(&self.files), path.to_owned());
        let mut env = (self.new_env)(&self.settings.author);
        self.jobs.start(t!("references-aligning-the-reference"), move |watch| {
            let read = opening::read_text(files.as_ref(), &path);
            let ReadText { text, name, .. } = match read {
                Ok(read) => read,
                Err(error) => return Ok(Outcome::Reference(of, Err(error.to_string()))),
            };
            let target = intake::document_in(&text, &name, None, &cutting, &mut env);
            let mut project = intake::from_two(source, target, None, watch, &mut env)?;
            let translation =
                project.translations.pop().ok_or(t!("references-there-is-no-text").to_owned());
            Ok(Outcome::Reference(of, translation.map(Box::new)))
        });
    }

    pub(super) fn take_reference(
        &mut self,
        of: ProjectId,
        translation: Result<Box<Translation>, String>,
    ) {
        let translation = match translation {
            Ok(translation) => translation,
            Err(why) => return self.tell(Tone::Wrong, why),
        };
        let Some(session) = self.session.as_mut().filter(|open| open.project().id == of) else {
            return self.tell(Tone::Notice, t!("references-another-release-is-open-the-reference"));
        };
        let name = translation.lang().spoken().to_owned();
        match session.add_reference(*translation) {
            Ok(()) => {
                self.tell(Tone::Done, t!("references-is-shown-below-the-source", name = name));
            }
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }

    /// The pairs that can be derived through the source of the open release.
    #[must_use]
    pub fn pairs_to_derive(&self) -> Vec<(TranslationId, TranslationId)> {
        let of = |session: &Session| session.project().translations.clone();
        let all = self.session.as_ref().map(of).unwrap_or_default();
        let pairs = all.iter().flat_map(|from| all.iter().map(move |to| (from, to)));
        pairs.filter(|(from, to)| from.id != to.id).map(|(from, to)| (from.id, to.id)).collect()
    }

    /// Puts a pair that is derived through the source in the place of the open release.
    pub fn derive(&mut self, from: TranslationId, to: TranslationId) {
        let Some(session) = &self.session else { return };
        let mut env = (self.new_env)(&self.settings.author);
        match pivot::derive(session.project(), from, to, &mut env) {
            Ok(project) => self.put_project(project, None, env),
            Err(Refused(why)) => self.tell(Tone::Notice, why),
        }
    }
}
