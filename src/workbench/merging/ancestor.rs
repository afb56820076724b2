//! A common ancestor out of what two copies keep of their past.
//!
//! A row's ancestor is the target that one copy has and the other has had, else the latest
//! that both have had, else nothing; a sentence's is what stood in the file; what both have
//! is old, what only one has is new. So what was removed in one copy comes back from the
//! other, which is the safe side: with the ancestor's own file nothing is guessed.
//!
//! Left out: rows and sentences that were cut differently. Their past is not kept.

use super::Apart;
use crate::model::{
    Bead, Block, Checks, Content, Document, Exceptions, Flags, Former, Link, Origin, Project,
    Release, ReleaseStatus, Review, Role, Segment, Target, Translation, Version,
};

/// The ancestor of two copies, as far as they tell.
///
/// # Errors
/// [`Apart::NoAncestor`]: sentences or rows are not the same ones.
pub fn of(ours: &Project, theirs: &Project) -> Result<Project, Apart> {
    let source = document(&ours.source, &theirs.source)?;
    let mut translations = Vec::new();
    for one in &ours.translations {
        if let Some(other) = theirs.translations.iter().find(|other| other.id == one.id) {
            translations.push(translation(one, other)?);
        }
    }
    let review = Review {
        people: common(&ours.review.people, &theirs.review.people),
        hand_overs: common(&ours.review.hand_overs, &theirs.review.hand_overs),
        sign_offs: common(&ours.review.sign_offs, &theirs.review.sign_offs),
        conflicts: common(&ours.review.conflicts, &theirs.review.conflicts),
    };
    let exceptions: Vec<_> = ours.exceptions.iter().cloned().collect();
    let others: Vec<_> = theirs.exceptions.iter().cloned().collect();
    Ok(Project {
        id: ours.id,
        release: release(&ours.release, &theirs.release),
        source,
        earlier: common(&ours.earlier, &theirs.earlier),
        translations,
        place: ours.place,
        exceptions: common(&exceptions, &others).into_iter().collect::<Exceptions>(),
        checks: Checks {
            switched: common(&ours.checks.switched, &theirs.checks.switched),
            dismissed: common(&ours.checks.dismissed, &theirs.checks.dismissed),
            ticked: common(&ours.checks.ticked, &theirs.checks.ticked),
            overridden: common(&ours.checks.overridden, &theirs.checks.overridden),
        },
        review,
        original: same_or(&ours.original, &theirs.original, &None),
    })
}

fn same_or<T: PartialEq + Clone>(one: &T, other: &T, else_: &T) -> T {
    if one == other { one.clone() } else { else_.clone() }
}

fn common<T: PartialEq + Clone>(one: &[T], other: &[T]) -> Vec<T> {
    one.iter().filter(|item| other.contains(item)).cloned().collect()
}

fn release(one: &Release, other: &Release) -> Release {
    let text = |of: fn(&Release) -> &String| same_or(of(one), of(other), &String::new());
    Release {
        number: text(|release| &release.number),
        title: text(|release| &release.title),
        date: same_or(&one.date, &other.date, &None),
        issuer: text(|release| &release.issuer),
        embargo: same_or(&one.embargo, &other.embargo, &None),
        embargo_zone: text(|release| &release.embargo_zone),
        lifted: same_or(&one.lifted, &other.lifted, &None),
        due: same_or(&one.due, &other.due, &None),
        keeps_private: one.keeps_private && other.keeps_private,
        status: same_or(&one.status, &other.status, &ReleaseStatus::Arrived),
        assignee: text(|release| &release.assignee),
    }
}

fn document(one: &Document, other: &Document) -> Result<Document, Apart> {
    let ids = |of: &Document| of.blocks.iter().map(|block| block.id).collect::<Vec<_>>();
    if one.id != other.id || ids(one) != ids(other) {
        return Err(Apart::NoAncestor);
    }
    let blocks = one.blocks.iter().zip(&other.blocks).map(|(one, other)| block(one, other));
    Ok(Document {
        id: one.id,
        lang: same_or(&one.lang, &other.lang, &one.lang),
        name: same_or(&one.name, &other.name, &String::new()),
        received: one.received.min(other.received),
        blocks: blocks.collect::<Result<_, _>>()?,
        tail: same_or(&one.tail, &other.tail, &String::new()),
    })
}

fn block(one: &Block, other: &Block) -> Result<Block, Apart> {
    let ids = |of: &Block| of.segments.iter().map(|segment| segment.id).collect::<Vec<_>>();
    if ids(one) != ids(other) {
        return Err(Apart::NoAncestor);
    }
    let segments = one.segments.iter().zip(&other.segments);
    Ok(Block {
        id: one.id,
        role: same_or(&one.role, &other.role, &Role::default()),
        lang: same_or(&one.lang, &other.lang, &None),
        line: one.line.min(other.line),
        before: same_or(&one.before, &other.before, &String::new()),
        codes: same_or(&one.codes, &other.codes, &Vec::new()),
        segments: segments.map(|(one, other)| sentence(one, other)).collect(),
    })
}

fn sentence(one: &Segment, other: &Segment) -> Segment {
    if one == other {
        return one.clone();
    }
    let text = one.as_read().to_owned();
    Segment { text, original: None, ..one.clone() }
}

fn translation(one: &Translation, other: &Translation) -> Result<Translation, Apart> {
    let shape = |of: &Translation| -> Vec<_> {
        of.beads.iter().map(|row| (row.id, row.source.clone())).collect()
    };
    if shape(one) != shape(other) {
        return Err(Apart::NoAncestor);
    }
    Ok(Translation {
        id: one.id,
        document: document(&one.document, &other.document)?,
        via: same_or(&one.via, &other.via, &None),
        beads: one.beads.iter().zip(&other.beads).map(|(one, other)| row(one, other)).collect(),
        gone: common(&one.gone, &other.gone),
    })
}

fn row(one: &Bead, other: &Bead) -> Bead {
    let mut row = one.clone();
    row.flags = Flags {
        locked: one.flags.locked && other.flags.locked,
        source_changed: one.flags.source_changed && other.flags.source_changed,
        query: one.flags.query && other.flags.query,
        apart: one.flags.apart && other.flags.apart,
    };
    if let Some(guessed) = [one.link, other.link].into_iter().find(|link| !link.is_accepted()) {
        row.link = same_or(&one.link, &other.link, &guessed);
    } else {
        row.link = Link::Accepted;
    }
    row.comments = common(&one.comments, &other.comments);
    row.history = common(&one.history, &other.history);
    super::row::take(&mut row, version(one, other));
    row
}

/// The version that two rows have in common.
fn version(one: &Bead, other: &Bead) -> Version {
    let (mine, its) = (super::row::version(one), super::row::version(other));
    let had = |row: &Bead, target: &Target| row.history.iter().any(|of| of.target == *target);
    let both_had = common(&one.history, &other.history);
    if mine.content == its.content || had(other, &one.target) {
        mine
    } else if had(one, &other.target) {
        its
    } else if let Some(former) = both_had.last() {
        super::row::version(&as_row(one, former))
    } else if one.source.is_empty() {
        // A row without a source has to have a target.
        if format!("{mine:?}") < format!("{its:?}") { mine } else { its }
    } else {
        let content = Content::Target { target: Target::Open, origin: Origin::None, unit: None };
        super::versions::version(content)
    }
}

/// A row as it was when it had this target.
fn as_row(row: &Bead, former: &Former) -> Bead {
    Bead {
        target: former.target.clone(),
        origin: former.origin,
        author: former.author.clone(),
        changed: former.at,
        ..row.clone()
    }
}
