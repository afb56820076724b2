//! The quotation guard: a quotation of the source that was said before is offered as it was
//! published, not as somebody would translate it anew.
//!
//! A quotation is sought in the memories word for word, whatever its marks, spaces, capitals
//! and accents. What renders it in a unit is the quotation at the same place of the unit's
//! target, where both sides have as many; a unit that is the quotation and nothing else gives
//! its whole target. Anything less certain is not offered. Quotations of less than
//! [`LEAST_WORDS`] words are titles and terms.

use unicode_segmentation::UnicodeSegmentation;

use super::library::Languages;
use crate::memory::concordance::{Corpus, Hit, Limits, Mode, Patterns, Question, search};
use crate::model::{Cancelled, Date, Lang, UnitId, UnitStatus, Watch};
use crate::text::folded::Folding;
use crate::text::quotation::{Ending, Quotation, quotations};

/// Words (of Chinese and Japanese: characters, nearly) from which a quotation is speech.
const LEAST_WORDS: usize = 4;
/// Units with a quotation that are looked at: the best rendering is among the first.
const LIMITS: Limits = Limits { shown: 20, counted: 200 };

/// The quotations of a row, to be sought in the memories.
#[derive(Debug, Clone)]
pub struct Quoted {
    /// What is quoted, each with what is asked of the memories: [`asked`].
    pub quotations: Vec<(String, Patterns)>,
    /// The languages.
    pub langs: Languages,
    /// The row's own unit, which is no precedent.
    pub own: Option<UnitId>,
}

impl Quoted {
    /// Those that were said before.
    pub(super) fn sought_in(
        &self,
        corpora: &[Corpus],
        watch: &dyn Watch,
    ) -> Result<Vec<SaidBefore>, Cancelled> {
        let langs = (&self.langs.source, &self.langs.target);
        let mut said = Vec::new();
        for (quoted, patterns) in &self.quotations {
            let hits = search(corpora, patterns, LIMITS, watch, &mut |_| ())?.hits;
            said.extend(said_before(quoted, &hits, langs, self.own));
        }
        Ok(said)
    }
}

/// A quotation of the source, as it was published before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidBefore {
    /// What the source quotes, without its marks.
    pub quoted: String,
    /// As it was rendered, with the marks of the target.
    pub rendering: String,
    /// The memory.
    pub memory: String,
    /// The release it stood in; empty when unknown.
    pub release: String,
    /// That release's date.
    pub date: Option<Date>,
}

/// The quotations of a text that are speech, each with what is asked of the memories.
#[must_use]
pub fn asked(text: &str, lang: &Lang) -> Vec<(String, Patterns)> {
    let inner = outer(text, lang).into_iter().filter_map(|q| text.get(q.inner));
    let speech = inner.map(spoken).filter(|inner| is_speech(inner));
    let question = |quoted: &str| Question {
        source: quoted.to_owned(),
        mode: Mode::Phrase,
        whole_words: true,
        ..Question::default()
    };
    speech
        .filter_map(|quoted| Some((quoted.to_owned(), question(quoted).compile().ok()?)))
        .collect()
}

/// How a quotation was rendered in the best of these units, but for the row's own.
fn said_before(
    quoted: &str,
    hits: &[Hit],
    langs: (&Lang, &Lang),
    own: Option<UnitId>,
) -> Option<SaidBefore> {
    let others = hits.iter().filter(|hit| Some(hit.unit) != own);
    let rendered = others.filter_map(|hit| Some((hit, rendering(quoted, hit, langs)?)));
    // What was published goes before what was approved, and the later before the earlier.
    let (hit, rendering) = rendered.max_by_key(|(hit, _)| (rank(hit.status), hit.date, hit.at))?;
    Some(SaidBefore {
        quoted: quoted.to_owned(),
        rendering,
        memory: hit.memory_name.clone(),
        release: hit.release.clone(),
        date: hit.date,
    })
}

fn rendering(quoted: &str, hit: &Hit, (source, target): (&Lang, &Lang)) -> Option<String> {
    let (there, rendered) = (outer(&hit.source, source), outer(&hit.target, target));
    let is_it = |q: &Quotation| {
        hit.source.get(q.inner.clone()).is_some_and(|inner| key(inner) == key(quoted))
    };
    match there.iter().position(is_it) {
        Some(at) if there.len() == rendered.len() => {
            Some(hit.target.get(rendered.get(at)?.range.clone())?.to_owned())
        }
        Some(_) => None,
        None => (there.is_empty() && key(&hit.source) == key(quoted)).then(|| hit.target.clone()),
    }
}

const fn rank(status: UnitStatus) -> u8 {
    match status {
        UnitStatus::Published => 3,
        UnitStatus::Approved => 2,
        UnitStatus::Translated => 1,
        UnitStatus::Draft => 0,
    }
}

/// The quotations of a text that close and stand in no other.
fn outer(text: &str, lang: &Lang) -> Vec<Quotation> {
    let mut all = quotations(&[text], lang);
    all.retain(|quotation| quotation.level == 0 && quotation.ending == Ending::Closed);
    all
}

/// What was said, without the spaces and the stop or comma that a sentence around it asks for.
fn spoken(inner: &str) -> &str {
    inner.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '،' | '。' | '、'))
}

fn is_speech(text: &str) -> bool {
    text.unicode_words().count() >= LEAST_WORDS
}

/// The words of a text, whatever their marks, capitals and accents.
fn key(text: &str) -> String {
    let folded = Folding { case: true, accents: true }.key(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Direction, Memory};
    use crate::model::{MemoryFile, Revision, SeededIds, Timestamp, Unit, Unwatched};

    const UNITS: &[(&str, &str, UnitStatus)] = &[
        (
            "« Il n'y a pas d'autre issue », a dit la ministre.",
            "“There is no other way out,” the minister said.",
            UnitStatus::Published,
        ),
        ("« Il n’y a pas d’autre issue ! »", "“We see no alternative!”", UnitStatus::Translated),
        (
            "Nous resterons aux côtés de nos amis.",
            "We will stand by our friends.",
            UnitStatus::Approved,
        ),
        (
            "« Le port rouvre ses quais demain », « et le pont avec lui », a-t-il ajouté.",
            "“The port reopens its quays tomorrow and the bridge with it,” he added.",
            UnitStatus::Published,
        ),
    ];

    /// What is offered for the quotations of a source.
    fn offered(source: &str) -> Vec<String> {
        let mut ids = SeededIds::new(4);
        let (fr, en): (Lang, Lang) = ("fr".parse().expect("fr"), "en".parse().expect("en"));
        let mut file = MemoryFile::new("said", fr.clone(), en.clone(), &mut ids);
        for (source, target, status) in UNITS {
            let unit = Unit::plain(source, target, *status);
            file.revisions.push(Revision::first(unit, Timestamp::UNIX_EPOCH, &mut ids));
        }
        let corpus = Memory::new(file).corpus(Direction::Forward);
        let quotations = asked(source, &fr);
        let quoted = Quoted { quotations, langs: Languages { source: fr, target: en }, own: None };
        let said = quoted.sought_in(&[corpus], &Unwatched).expect("nobody stops it");
        said.into_iter().map(|said| said.rendering).collect()
    }

    #[test]
    fn a_quotation_is_offered_as_it_was_published() {
        let cases: [(&str, &[&str]); 6] = [
            (
                "Elle l'a répété : « il n’y a pas d’autre issue ».",
                &["“There is no other way out,”"],
            ),
            // A unit that is the quotation and nothing else.
            (
                "« Nous resterons aux côtés de nos amis », a-t-il dit.",
                &["We will stand by our friends."],
            ),
            // Two that became one: what renders which is not certain.
            ("« Le port rouvre ses quais demain », dit-il.", &[]),
            // A title.
            ("Le journal « Le Port » paraît.", &[]),
            ("« Nous resterons aux côtés de tous nos amis », dit-il.", &[]),
            ("Il n'y a pas d'autre issue.", &[]),
        ];
        for (source, expected) in cases {
            assert_eq!(offered(source), expected, "{source}");
        }
    }
}
