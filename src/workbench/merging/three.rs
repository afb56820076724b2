//! Values, sets and orders of three copies: the ancestor and two that come from it.

use std::collections::{BTreeMap, BTreeSet};

/// What a value is after the merge; `None` where both changed it, and differently.
pub(super) fn pick<T: PartialEq>([base, ours, theirs]: [T; 3]) -> Option<T> {
    if ours == theirs || theirs == base {
        Some(ours)
    } else if ours == base {
        Some(theirs)
    } else {
        None
    }
}

/// What is in a set after the merge: what both have, and what either has added. In the order
/// of ours, then of theirs.
pub(super) fn set<T: PartialEq + Clone>([base, ours, theirs]: [&[T]; 3]) -> Vec<T> {
    let stays = |item: &&T| theirs.contains(item) || !base.contains(item);
    let comes = |item: &&T| !ours.contains(item) && !base.contains(item);
    let kept = ours.iter().filter(stays);
    kept.chain(theirs.iter().filter(comes)).cloned().collect()
}

/// The ids of a list after the merge, in the order of the ancestor; what was added stands
/// behind what it was added to, in the order of ids where both added something. What one copy
/// removed is gone, unless it is `kept`.
pub(super) fn order<Id: Ord + Copy>(
    [base, ours, theirs]: [Vec<Id>; 3],
    kept: impl Fn(&Id) -> bool,
) -> Vec<Id> {
    if let Some(only) = pick([&base, &ours, &theirs])
        && !base.iter().any(&kept)
    {
        return only.clone();
    }
    let sets = [&base, &ours, &theirs].map(|list| list.iter().copied().collect::<BTreeSet<Id>>());
    let stays = |id: &Id| match (sets[1].contains(id), sets[2].contains(id)) {
        (true, true) => true,
        (false, false) => false,
        // Only one has it: it was added there, or removed by the other.
        _ => !sets[0].contains(id) || kept(id),
    };
    let mut added: BTreeMap<Option<Id>, BTreeSet<Id>> = BTreeMap::new();
    for list in [&ours, &theirs] {
        let mut before = None;
        for id in list {
            if !sets[0].contains(id) && stays(id) {
                added.entry(before).or_default().insert(*id);
            }
            before = Some(*id);
        }
    }
    let mut merged = Vec::new();
    let mut seen = BTreeSet::new();
    place(None, &added, &mut seen, &mut merged);
    for id in &base {
        if stays(id) && seen.insert(*id) {
            merged.push(*id);
        }
        place(Some(*id), &added, &mut seen, &mut merged);
    }
    merged
}

/// Puts what was added behind an id, and what was added behind that.
fn place<Id: Ord + Copy>(
    behind: Option<Id>,
    added: &BTreeMap<Option<Id>, BTreeSet<Id>>,
    seen: &mut BTreeSet<Id>,
    merged: &mut Vec<Id>,
) {
    // The last one first, since each is taken off the end with its followers pushed on top.
    let mut waiting: Vec<Id> = added.get(&behind).into_iter().flatten().rev().copied().collect();
    while let Some(id) = waiting.pop() {
        if seen.insert(id) {
            merged.push(id);
            waiting.extend(added.get(&Some(id)).into_iter().flatten().rev());
        }
    }
}

/// A list of things that are added and removed but hardly changed, by id. One that both
/// changed is as it was before; one that was removed and changed stays.
pub(super) fn list<T, Id>(lists: [&[T]; 3], id_of: impl Fn(&T) -> Id) -> Vec<T>
where
    T: PartialEq + Clone,
    Id: Ord + Copy,
{
    let ids = lists.map(|list| list.iter().map(&id_of).collect::<Vec<Id>>());
    let find = |list: &'_ [T], id: Id| list.iter().position(|item| id_of(item) == id);
    let one = |id: Id| -> Option<T> {
        let found: [Option<&T>; 3] =
            lists.map(|list| find(list, id).and_then(|place| list.get(place)));
        match found {
            [Some(base), Some(ours), Some(theirs)] => {
                Some(pick([base, ours, theirs]).unwrap_or(base).clone())
            }
            [_, Some(only), _] | [_, None, Some(only)] => Some(only.clone()),
            [_, None, None] => None,
        }
    };
    order(ids, |_| false).into_iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_one_changed_is_taken_and_one_that_both_changed_is_not() {
        for (copies, expected) in [
            ([1, 1, 1], Some(1)),
            ([1, 2, 1], Some(2)),
            ([1, 1, 2], Some(2)),
            ([1, 2, 2], Some(2)),
            ([1, 2, 3], None),
        ] {
            assert_eq!(pick(copies), expected, "{copies:?}");
        }
    }

    #[test]
    fn a_set_keeps_what_both_have_and_what_was_added() {
        for (base, ours, theirs, expected) in [
            ("ab", "ab", "ab", "ab"),
            ("ab", "a", "ab", "a"),
            ("ab", "abx", "aby", "abxy"),
            ("ab", "x", "aby", "xy"),
            ("", "x", "x", "x"),
            ("ab", "b", "a", ""),
        ] {
            let of = |text: &str| text.chars().collect::<Vec<char>>();
            let merged = set([&of(base), &of(ours), &of(theirs)]);
            assert_eq!(merged.into_iter().collect::<String>(), expected, "{base} {ours} {theirs}");
        }
    }

    #[test]
    fn an_order_is_the_same_whoever_is_ours() {
        for (base, ours, theirs, expected) in [
            ("abc", "abc", "axbc", "axbc"),
            ("abc", "ayzbc", "axbc", "axyzbc"),
            ("abc", "bc", "abxc", "bxc"),
            ("abc", "abc", "cba", "cba"),
            ("", "ab", "cd", "abcd"),
            ("ab", "xab", "yb", "xyb"),
            ("a!b", "a!b", "ab", "a!b"),
            ("a!b", "a!bc", "b", "!bc"),
        ] {
            let of = |text: &str| text.chars().collect::<Vec<char>>();
            let merged = |one: &str, other: &str| -> String {
                order([of(base), of(one), of(other)], |id| *id == '!').into_iter().collect()
            };
            assert_eq!(merged(ours, theirs), expected, "{base} {ours} {theirs}");
            assert_eq!(merged(theirs, ours), expected, "{base} {theirs} {ours}");
        }
    }
}
