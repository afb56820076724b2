//! Judging a random sample of the folder's links: drawn, gone through, kept in a file.

use std::path::{Path, PathBuf};

use super::Desk;
use super::precedents::Spot;
use super::told::{Ask, Ran, Tone};
use crate::formats::ron_text;
use crate::model::View;
use crate::texts::t;
use crate::workbench::archive::sample::{FILE, FORMAT, Item, Population, Sample, Verdict};

impl Desk {
    /// The sample that is judged.
    #[must_use]
    pub const fn sample(&self) -> Option<&Sample> {
        self.review.sample.as_ref()
    }

    /// Whether the active link is one of the sample, and what was said of it.
    #[must_use]
    pub fn sampled(&self) -> Option<Option<Verdict>> {
        let sample = self.review.sample.as_ref()?;
        Some(sample.items.get(self.active_in_sample()?)?.verdict)
    }

    fn active_in_sample(&self) -> Option<usize> {
        let session = self.session.as_ref()?;
        let bead = session.active_bead()?.id;
        self.review.sample.as_ref()?.place_of(session.project().id, bead)
    }

    /// Goes to the next link of the sample that is not judged; asks what to draw where there
    /// is none.
    pub(super) fn go_on_judging(&mut self) -> Ran {
        if !self.has_folder() {
            self.tell(Tone::Notice, t!("open-a-folder-of-releases-first"));
            return Ran::Done;
        }
        self.read_sample();
        if self.survey_or_read().is_none() {
            // Drawing and going on both need to know the links.
            self.tell(Tone::Notice, t!("judging-the-links-are-being-read-again"));
            return Ran::Done;
        }
        if self.review.sample.as_ref().and_then(Sample::open).is_none() {
            return Ran::Ask(Ask::Sample);
        }
        self.next_of_sample();
        Ran::Done
    }

    /// Draws a sample and goes to its first link. One that was there is put aside.
    pub fn draw_sample(&mut self, of: Population) {
        let mut env = (self.new_env)(&self.settings.author);
        let Some(survey) = self.review.survey.as_ref() else { return };
        let now = env.now();
        let sample = Sample::draw(survey, of, now, env.ids());
        if sample.items.is_empty() {
            return self.tell(Tone::Notice, t!("judging-there-is-no-such-link-in"));
        }
        self.review.sample = Some(sample);
        self.write_sample();
        self.next_of_sample();
    }

    /// Says of the active link of the sample whether it is right, and goes to the next.
    pub(super) fn judge(&mut self, verdict: Verdict) {
        let place = self.active_in_sample();
        let item = place.and_then(|place| self.review.sample.as_mut()?.items.get_mut(place));
        let Some(item) = item else {
            let text = t!("judging-this-link-is-not-one-of");
            return self.tell(Tone::Notice, text);
        };
        item.verdict = Some(verdict);
        self.review.judged = place;
        self.write_sample();
        self.next_of_sample();
    }

    /// Goes back to the link that was judged last.
    pub(super) fn judged_last(&mut self) {
        let item = self.review.judged.and_then(|place| self.sample()?.items.get(place)).cloned();
        match item {
            Some(item) => self.go_to_item(&item),
            None => self.tell(Tone::Notice, t!("judging-no-link-was-judged-yet")),
        }
    }

    fn next_of_sample(&mut self) {
        self.pass_over_gone();
        let Some(sample) = &self.review.sample else { return };
        match sample.open().and_then(|place| sample.items.get(place)).cloned() {
            Some(item) => self.go_to_item(&item),
            None => {
                self.tell(Tone::Done, t!("judging-the-sample-is-done", sum = sample.sentence()));
            }
        }
    }

    fn go_to_item(&mut self, item: &Item) {
        let &Item { project, translation, bead, .. } = item;
        let Some(path) = self.path_of(|release| release.project == project) else { return };
        let path = Some(path);
        self.go_across(Spot { project, path, translation, bead, view: View::Align });
    }

    /// Says of links that are not there any more that they are gone.
    fn pass_over_gone(&mut self) {
        self.renew_survey();
        let Some((sample, survey)) = self.review.sample.as_mut().zip(self.review.survey.as_ref())
        else {
            return;
        };
        for item in sample.items.iter_mut().filter(|item| item.verdict.is_none()) {
            let release = survey.releases.iter().find(|release| release.project == item.project);
            let there = release.is_some_and(|r| r.links.iter().any(|seen| seen.bead == item.bead));
            if !there {
                item.verdict = Some(Verdict::Gone);
            }
        }
    }

    fn sample_path(&self) -> Option<PathBuf> {
        self.listing.as_ref().map(|listing| listing.folder.join(FILE))
    }

    /// Takes up the sample of the folder, where there is one that is not at hand.
    pub(super) fn read_sample(&mut self) {
        let Some(path) = self.sample_path() else { return };
        if self.review.sample_of.as_deref() == Some(path.as_path()) {
            return;
        }
        self.review.sample = None;
        self.review.sample_of = Some(path.clone());
        if !self.files.exists(&path) {
            return;
        }
        match self.sample_at(&path) {
            Ok(sample) => self.review.sample = Some(sample),
            Err(why) => self.tell(Tone::Wrong, format!("{}: {why}", path.display())),
        }
    }

    fn sample_at(&self, path: &Path) -> Result<Sample, String> {
        let bytes = self.files.read(path).map_err(|error| error.to_string())?;
        let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
        let sample: Sample = ron_text::read(&text).map_err(|error| error.to_string())?;
        if sample.format > FORMAT {
            return Err(t!("judging-a-newer-version-of-this-program").to_owned());
        }
        Ok(sample)
    }

    fn write_sample(&mut self) {
        let Some((path, sample)) = self.sample_path().zip(self.review.sample.as_ref()) else {
            return;
        };
        let written = ron_text::write(sample).map_err(|error| error.to_string()).and_then(|text| {
            let written = self.files.write_atomic(&path, text.as_bytes());
            written.map_err(|error| error.to_string())
        });
        self.review.sample_of = Some(path);
        if let Err(why) = written {
            self.tell(Tone::Wrong, t!("judging-what-was-judged-is-kept-while", why = why));
        }
    }
}
