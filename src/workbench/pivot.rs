//! Pairs derived through a third language, "via ru".
//!
//! A release whose Russian text is aligned with a French and an English one has a French
//! and English pair too: the beads are composed ([`crate::align::compose`]). The pair is a
//! release of its own, whose translation says what it was derived through; units that are
//! made of it say so in their origin. All its links are guesses, also where the ones they
//! are made of were accepted: nobody has seen the two sides together.

use super::env::Env;
use super::intake;
use super::session::Refused;
use crate::align::{Pair, compose};
use crate::model::{
    Cancelled, Document, Lang, Project, ReleaseStatus, Translation, TranslationId, View, Watch,
};
use crate::release;
use crate::texts::t;

/// The pair of two translations of a release, derived through its source.
///
/// # Errors
/// One of them is not there, or has rows that cannot be put in the order of its text.
pub fn derive(
    project: &Project,
    from: TranslationId,
    to: TranslationId,
    env: &mut Env,
) -> Result<Project, Refused> {
    let of = |id| project.translations.iter().find(|translation| translation.id == id);
    let (from, to) = of(from).zip(of(to)).ok_or(t!("pivot-the-release-has-no-such-translation"))?;
    if from.id == to.id {
        return Err(t!("pivot-choose-two-languages-that-are-not").into());
    }
    let first: Vec<Pair> = pairs(from).into_iter().map(turned).collect();
    let beads = compose(&first, &pairs(to));
    let texts = (intake::target_document(from), intake::target_document(to));
    let mut derived = put_together(texts, &beads, &project.source.lang, env);
    derived
        .check()
        .map_err(|misfit| Refused(t!("pivot-the-pair-cannot-be-derived", misfit = misfit)))?;
    let (release, known) = (&mut derived.release, &project.release);
    // What is held back in one language is held back in all.
    release.embargo = known.embargo.or(release.embargo);
    release.date = release.date.or(known.date);
    for (field, known) in
        [(&mut release.number, &known.number), (&mut release.issuer, &known.issuer)]
    {
        if field.is_empty() {
            field.clone_from(known);
        }
    }
    Ok(derived)
}

/// A source and a target, aligned through a text in a third language.
///
/// # Errors
/// [`Cancelled`] when the watch stops it.
pub fn through(
    source: Document,
    pivot: &Document,
    target: Document,
    watch: &dyn Watch,
    env: &mut Env,
) -> Result<Project, Cancelled> {
    let first = intake::align_documents(&source, pivot, &[], None, watch)?;
    let second = intake::align_documents(pivot, &target, &[], None, watch)?;
    let beads = compose(&first, &second);
    Ok(put_together((source, target), &beads, &pivot.lang, env))
}

fn put_together(
    (source, target): (Document, Document),
    beads: &[Pair],
    via: &Lang,
    env: &mut Env,
) -> Project {
    let facts = release::facts::of(&source);
    let mut translation = intake::translation_of(&source, target, beads, env);
    translation.via = Some(via.clone());
    let mut project = Project::new(source, facts, env.ids());
    project.place.view = View::Align;
    project.release.status = ReleaseStatus::InAlignment;
    project.translations.push(translation);
    project
}

/// The beads of a translation by the places of their sentences.
fn pairs(translation: &Translation) -> Vec<Pair> {
    let (mut source, mut target) = (0, 0);
    let pair = |bead: &crate::model::Bead| {
        let sources = source..source + bead.source.len();
        let targets = target..target + bead.target.segments().len();
        (source, target) = (sources.end, targets.end);
        Pair { source: sources, target: targets, confidence: bead.link.confidence() }
    };
    translation.beads.iter().map(pair).collect()
}

fn turned(pair: Pair) -> Pair {
    Pair { source: pair.target, target: pair.source, confidence: pair.confidence }
}

/// What a pair derived through a language is marked with, in its units' origin and in the
/// window.
#[must_use]
pub fn mark(via: &Lang) -> String {
    t!("pivot-via", via = via)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unwatched;
    use crate::text::segment::Cutting;

    const RUSSIAN: &str = "Мы открыли мост 12 марта.\n\nДвижение началось в 9 часов.\n";
    const FRENCH: &str =
        "Nous avons ouvert le pont le 12 mars.\n\nLa circulation a commencé à 9 heures.\n";
    const ENGLISH: &str = "We opened the bridge on 12 March.\n\nTraffic began at 9 o'clock.\n";

    fn document(text: &str, lang: &str, env: &mut Env) -> Document {
        let lang: Lang = lang.parse().expect("a tag");
        intake::document_in(text, "", Some(&lang), &Cutting::default(), env)
    }

    #[test]
    fn two_translations_of_a_release_make_a_pair_via_its_source() {
        let mut env = Env::fixed("2026-03-12T17:22:00Z".parse().expect("a time"), 1, "Anna");
        let mut align = |text, lang| {
            let source = document(RUSSIAN, "ru", &mut env);
            let target = document(text, lang, &mut env);
            intake::from_two(source, target, None, &Unwatched, &mut env).expect("aligned")
        };
        let (mut project, other) = (align(FRENCH, "fr"), align(ENGLISH, "en"));
        // The same source, whose second translation names its segments.
        let names: Vec<_> = project.source.segments().map(|(_, segment)| segment.id).collect();
        let mut names = names.into_iter();
        let mut english = other.translations[0].clone();
        for bead in &mut english.beads {
            bead.source.iter_mut().for_each(|id| *id = names.next().expect("as many"));
        }
        project.translations.push(english);
        project.check().expect("both partition the source");
        let (from, to) = (project.translations[0].id, project.translations[1].id);
        let derived = derive(&project, from, to, &mut env).expect("derived");
        assert_eq!(
            (derived.source.lang.as_str(), derived.source.to_text().as_str()),
            ("fr", FRENCH)
        );
        let pair = &derived.translations[0];
        assert_eq!(pair.via.as_ref().map(mark).as_deref(), Some("via ru"));
        let english: Vec<String> =
            pair.beads.iter().map(crate::model::bead::Bead::target_text).collect();
        assert_eq!(english, ["We opened the bridge on 12 March.", "Traffic began at 9 o'clock."]);
        assert!(pair.beads.iter().all(|bead| !bead.link.is_accepted()));
        assert!(derive(&project, from, from, &mut env).is_err());
    }
}
