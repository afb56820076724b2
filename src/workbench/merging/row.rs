//! One row: its target as a version, the marks beside it one by one, what was said and kept
//! of it as sets.

use super::three;
use super::versions::{Bench, Outcome};
use crate::model::{About, Bead, Comment, Content, Flags, Former, Link, Origin, Target, Version};

/// The row that three copies of it make.
pub(super) fn merged(bench: &mut Bench<'_>, copies: [&Bead; 3]) -> Bead {
    let [base, ours, theirs] = copies;
    let mut row = base.clone();
    row.number = *three::pick(copies.map(|copy| &copy.number)).unwrap_or(&base.number);
    row.anchor = *three::pick(copies.map(|copy| &copy.anchor)).unwrap_or(&base.anchor);
    let source = three::pick(copies.map(|copy| &copy.source)).unwrap_or(&base.source);
    row.source.clone_from(source);
    let rendered = three::pick(copies.map(|copy| &copy.rendered)).unwrap_or(&base.rendered);
    row.rendered.clone_from(rendered);
    row.link = link(copies.map(|copy| copy.link));
    row.flags = flags(copies.map(|copy| copy.flags));
    row.comments = comments(copies.map(|copy| copy.comments.as_slice()));
    row.history = history([base, ours, theirs].map(|copy| copy.history.as_slice()));
    match bench.settle(&About::Row(base.id), &copies.map(version)) {
        Outcome::One(version) => take(&mut row, *version),
        Outcome::Several => set_undecided(&mut row),
    }
    row
}

/// A row before anything was done in it.
pub(super) fn opened(row: &Bead) -> Bead {
    let version = super::versions::version(Content::Target {
        target: Target::Open,
        origin: Origin::None,
        unit: None,
    });
    let mut row = Bead { comments: Vec::new(), history: Vec::new(), ..row.clone() };
    take(&mut row, version);
    row
}

/// The version of its target that a row has.
pub(super) fn version(row: &Bead) -> Version {
    Version { content: Content::of_row(row), author: row.author.clone(), at: row.changed }
}

/// Puts a version into a row.
pub(in crate::workbench) fn take(row: &mut Bead, version: Version) {
    if let Content::Target { target, origin, unit } = version.content {
        (row.target, row.origin, row.unit) = (target, origin, unit);
        (row.author, row.changed) = (version.author, version.at);
    }
}

/// Takes whatever was decided on a row back.
pub(super) fn set_undecided(row: &mut Bead) {
    if let Content::Target { target, .. } = Content::of_row(row).undecided() {
        row.target = target;
    }
}

/// A link that somebody accepted is accepted.
fn link(links: [Link; 3]) -> Link {
    let picked = three::pick(links);
    let accepted = links.iter().skip(1).any(Link::is_accepted);
    picked.unwrap_or(if accepted { Link::Accepted } else { links[0] })
}

/// Each mark by itself: of two values both copies cannot choose different ones.
fn flags(flags: [Flags; 3]) -> Flags {
    let mark = |of: fn(&Flags) -> bool| {
        let values = flags.map(|flags| of(&flags));
        three::pick(values).unwrap_or(values[0])
    };
    Flags {
        locked: mark(|flags| flags.locked),
        source_changed: mark(|flags| flags.source_changed),
        query: mark(|flags| flags.query),
        apart: mark(|flags| flags.apart),
    }
}

/// Remarks by id; of one whose words both changed both are kept.
fn comments(lists: [&[Comment]; 3]) -> Vec<Comment> {
    if let Some(only) = three::pick(lists) {
        return only.to_vec();
    }
    let mut merged = three::list(lists, |comment| comment.id);
    for comment in &mut merged {
        let of = |list: &&[Comment]| list.iter().find(|c| c.id == comment.id).cloned();
        let (Some(ours), Some(theirs)) = (of(&lists[1]), of(&lists[2])) else { continue };
        let both_changed = *comment != ours && *comment != theirs && ours != theirs;
        if both_changed {
            let mut texts = [ours.text, theirs.text];
            texts.sort();
            comment.text = texts.join("\n");
        }
    }
    merged.sort_by_key(|comment| (comment.at, comment.id));
    merged
}

/// Former targets: those of before in their order, what came since by its time.
fn history(lists: [&[Former]; 3]) -> Vec<Former> {
    if let Some(only) = three::pick(lists) {
        return only.to_vec();
    }
    let (mut merged, mut since): (Vec<Former>, Vec<Former>) =
        three::set(lists).into_iter().partition(|former| lists[0].contains(former));
    let place = |former: &Former| lists[0].iter().position(|other| other == former);
    merged.sort_by_key(place);
    since.sort_by_cached_key(|former| {
        (former.at, former.author.clone(), format!("{:?}", former.target))
    });
    merged.extend(since);
    merged
}
