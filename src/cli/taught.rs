//! What a person taught in the window holds for texts that are read here too: the roles of lines
//! of houses' pages, exceptions from the rules of segmentation, a rule file of their own.

use super::{Failure, Io, tell_problems};
use crate::model::{Document, Lang};
use crate::store::Home;
use crate::text::segment::Cutting;
use crate::workbench::opening::ReadText;
use crate::workbench::{intake, opening};

/// What was taught.
#[derive(Debug, Default)]
pub(super) struct Taught(intake::Taught);

impl Taught {
    /// What stands in the settings; nothing where there is no home. What cannot be used of it is
    /// told on stderr.
    ///
    /// # Errors
    /// Nobody reads the messages.
    pub(super) fn find(io: &mut Io<'_>) -> Result<Self, Failure> {
        let Ok(home) = Home::find() else { return Ok(Self::default()) };
        let (settings, problem) = home.settings(io.files.as_ref());
        if let Some(problem) = problem {
            writeln!(io.err, "{problem}")?;
        }
        let mut cutting = Cutting { exceptions: settings.exceptions, rules: None };
        if let Some(path) = settings.segmentation_rules {
            match opening::read_rules(io.files.as_ref(), &path) {
                Ok(reading) => {
                    tell_problems(io, &path, &reading.problems)?;
                    cutting.rules = Some(std::sync::Arc::new(reading.value));
                }
                Err(error) => {
                    writeln!(io.err, "{error}; texts are cut by Diptych's own rules")?;
                }
            }
        }
        Ok(Self(intake::Taught { roles: settings.role_rules, cutting }))
    }

    /// By which rules texts are cut.
    pub(super) const fn cutting(&self) -> &Cutting {
        &self.0.cutting
    }

    /// All of it.
    pub(super) const fn all(&self) -> &intake::Taught {
        &self.0
    }

    /// The document of a file that was read, cut and with its roles as was taught.
    pub(super) fn document(
        &self,
        read: &ReadText,
        lang: Option<&Lang>,
        io: &mut Io<'_>,
    ) -> Document {
        let (name, lang, cutting) = (read.name.clone(), lang.cloned(), self.0.cutting.clone());
        let reading = intake::Reading { name, lang, segmented: false, cutting };
        self.with_roles(intake::document_of(read, &reading, &mut io.env))
    }

    /// A document with the roles that were taught about its house's pages.
    pub(super) fn with_roles(&self, document: Document) -> Document {
        self.0.with_roles(document)
    }
}
