//! What is known of a release beside its texts, and what people agreed and signed.

use std::collections::BTreeMap;

use super::three;
use super::versions::{Bench, version};
use crate::model::{
    About, Content, Exception, Exceptions, HandOver, Lifting, Person, Release, Review, SignOff,
};

/// The release's data, field by field.
pub(super) fn release(bench: &mut Bench<'_>, copies: [&Release; 3]) -> Release {
    let about = |field: &str| About::Release(field.to_owned());
    let text = |bench: &mut Bench<'_>, field: &str, of: fn(&Release) -> &String| {
        bench.field(about(field), copies.map(of), Clone::clone)
    };
    // Taken apart by name, so that a new field cannot be forgotten here.
    let Release { number: _, title: _, date: _, issuer: _, embargo: _, .. } = copies[0];
    let Release { embargo_zone: _, lifted: _, due: _, keeps_private: _, .. } = copies[0];
    let Release { status: _, assignee: _, .. } = copies[0];
    Release {
        number: text(bench, "number", |release| &release.number),
        title: text(bench, "title", |release| &release.title),
        date: bench.field(about("date"), copies.map(|release| &release.date), optional),
        issuer: text(bench, "issuer", |release| &release.issuer),
        embargo: bench.field(about("embargo"), copies.map(|release| &release.embargo), optional),
        embargo_zone: text(bench, "embargo zone", |release| &release.embargo_zone),
        lifted: bench.field(about("lifted"), copies.map(|release| &release.lifted), |lifted| {
            let told = |of: &Lifting| format!("{}, {}: {}", of.at, of.by, of.reason);
            lifted.as_ref().map(told).unwrap_or_default()
        }),
        due: bench.field(about("due"), copies.map(|release| &release.due), optional),
        keeps_private: three::pick(copies.map(|release| release.keeps_private)).unwrap_or(true),
        status: bench.field(about("status"), copies.map(|release| &release.status), |status| {
            status.name().to_owned()
        }),
        assignee: text(bench, "assignee", |release| &release.assignee),
    }
}

#[expect(clippy::ref_option, reason = "fields are compared by reference")]
fn optional<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Exceptions from segmentation. Of two that wish the contrary for the same places none is
/// taken.
pub(super) fn exceptions(bench: &mut Bench<'_>, copies: [&Exceptions; 3]) -> Exceptions {
    bench.carry(|about| matches!(about, About::Exception(_)));
    let lists = copies.map(|copy| copy.iter().cloned().collect::<Vec<Exception>>());
    if let Some(only) = three::pick([&lists[0], &lists[1], &lists[2]]) {
        return only.iter().cloned().collect();
    }
    let merged = three::set([&lists[0], &lists[1], &lists[2]]);
    let (mut kept, mut since): (Vec<Exception>, Vec<Exception>) =
        merged.into_iter().partition(|exception| lists[0].contains(exception));
    let place = |exception: &Exception| lists[0].iter().position(|other| other == exception);
    kept.sort_by_key(place);
    since.sort_by_key(ToString::to_string);
    let same_place = |one: &Exception, other: &Exception| {
        one.lang.same_base(&other.lang)
            && one.before == other.before
            && one.follower == other.follower
    };
    for exception in &since {
        let rivals: Vec<&Exception> =
            since.iter().filter(|other| same_place(exception, other)).collect();
        if rivals.len() < 2 {
            kept.push(exception.clone());
            continue;
        }
        let told = |exception: &&Exception| version(Content::Text(exception.to_string()));
        let about = About::Exception(format!("{}: {}", exception.lang.base(), exception.before));
        bench.conflict(about, Content::Gone, rivals.iter().map(told).collect());
    }
    kept.into_iter().collect()
}

/// Who has which duty, by name.
pub(super) fn people(bench: &mut Bench<'_>, copies: [&[Person]; 3]) -> Vec<Person> {
    let find = |copy: usize, name: &str| {
        let person = copies[copy].iter().find(|person| person.name == name);
        person.map(|person| person.duties.clone())
    };
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    for person in copies.into_iter().flatten() {
        let next = order.len();
        order.entry(&person.name).or_insert(next);
    }
    let known: Vec<&str> = copies[0].iter().map(|person| person.name.as_str()).collect();
    let place = |name: &str| known.iter().position(|other| *other == name).unwrap_or(known.len());
    let mut names: Vec<&str> = order.into_keys().collect();
    names.sort_by_key(|name| (place(name), *name));
    let mut merged = Vec::new();
    for name in names {
        let duties = [0, 1, 2].map(|copy| find(copy, name));
        let told = |duties: &Option<Vec<crate::model::Duty>>| {
            let names = duties.iter().flatten().map(|duty| duty.name());
            names.collect::<Vec<_>>().join(", ")
        };
        let about = About::Person(name.to_owned());
        let [base, ours, theirs] = &duties;
        if let Some(duties) = bench.field(about, [base, ours, theirs], told) {
            merged.push(Person { name: name.to_owned(), duties });
        }
    }
    merged
}

/// Hand-overs: none is ever taken back.
pub(super) fn hand_overs(copies: [&Review; 3]) -> Vec<HandOver> {
    let mut merged = three::set(copies.map(|copy| copy.hand_overs.as_slice()));
    merged.sort_by(|one, other| {
        (one.at, &one.from, &one.note).cmp(&(other.at, &other.from, &other.note))
    });
    merged
}

/// Sign-offs: what was signed is told for ever, also when the text is another one now.
pub(super) fn sign_offs(copies: [&Review; 3]) -> Vec<SignOff> {
    let mut merged = three::set(copies.map(|copy| copy.sign_offs.as_slice()));
    merged.sort_by(|one, other| {
        (one.at, &one.name, &one.hash).cmp(&(other.at, &other.name, &other.hash))
    });
    merged
}
