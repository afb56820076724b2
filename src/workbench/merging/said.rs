//! What was said of the checks: sets that grow, and how much each check counts.

use std::collections::BTreeSet;

use super::three;
use crate::model::{Checks, Grade, Switched};

/// What three copies say of the checks together. Where both set a check anew and differently,
/// it counts for the more.
pub(super) fn checks(copies: [&Checks; 3]) -> Checks {
    let mut dismissed = three::set(copies.map(|copy| copy.dismissed.as_slice()));
    dismissed.sort_by(|one, other| {
        (one.at, one.row, &one.check, &one.finding).cmp(&(
            other.at,
            other.row,
            &other.check,
            &other.finding,
        ))
    });
    let mut ticked = three::set(copies.map(|copy| copy.ticked.as_slice()));
    ticked.sort_by(|one, other| {
        (one.at, one.of, &one.kind, &one.value).cmp(&(
            other.at,
            other.of,
            &other.kind,
            &other.value,
        ))
    });
    let mut overridden = three::set(copies.map(|copy| copy.overridden.as_slice()));
    overridden.sort_by(|one, other| {
        (one.at, one.of, &one.reason).cmp(&(other.at, other.of, &other.reason))
    });
    Checks { switched: switched(copies), dismissed, ticked, overridden }
}

fn switched(copies: [&Checks; 3]) -> Vec<Switched> {
    let all = copies.into_iter().flat_map(|copy| &copy.switched);
    let names: BTreeSet<&str> = all.map(|switched| switched.check.as_str()).collect();
    let grade_in = |copy: &Checks, check: &str| -> Option<Grade> {
        copy.switched.iter().find(|of| of.check == check).map(|of| of.grade)
    };
    let merged = names.into_iter().filter_map(|check| {
        let [base, ours, theirs] = copies.map(|copy| grade_in(copy, check));
        // A check that is as it usually is has no grade, and counts in full.
        let both = || ours.zip(theirs).map(|(ours, theirs)| ours.max(theirs));
        let grade = three::pick([base, ours, theirs]).unwrap_or_else(both)?;
        Some(Switched { check: check.to_owned(), grade })
    });
    merged.collect()
}
