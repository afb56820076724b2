//! Writing a project, line by line.

use serde::Serialize;

use super::{FORMAT, WITHOUT_APART, WITHOUT_CHECKS, WITHOUT_EXCEPTIONS, WITHOUT_ORIGINAL};
use crate::formats::ron_text;
use crate::model::{
    Bead, Block, Checks, Conflict, Document, Project, Release, ReleaseStatus, Review, Translation,
};

/// The text of a project file.
#[must_use]
pub fn write(project: &Project) -> String {
    // Taken apart by name, so that a new field cannot be forgotten here.
    let Project {
        id,
        release,
        source,
        earlier,
        translations,
        place,
        exceptions,
        checks: said,
        review: reviewed,
        original,
    } = project;
    let mut out = format!("(format: {},\n", format_of(project));
    top(&mut out, "id", &ron_text::line(id));
    top(&mut out, "release", &ron_text::line(release));
    top(&mut out, "place", &ron_text::line(place));
    if !exceptions.is_empty() {
        top(&mut out, "exceptions", &list(exceptions.iter().map(ron_text::line), 0));
    }
    if !said.is_empty() {
        top(&mut out, "checks", &checks(said));
    }
    if !reviewed.is_empty() {
        top(&mut out, "review", &review(reviewed));
    }
    top(&mut out, "source", &document(source, 0));
    top(&mut out, "earlier", &list(earlier.iter().map(|earlier| document(earlier, 1)), 0));
    let translations = list(translations.iter().map(|of| translation(of, 1)), 0);
    out.push_str("translations: ");
    out.push_str(&translations);
    if original.is_some() {
        // Last, since it is long and nothing in it is read by people.
        out.push_str(",\noriginal: ");
        out.push_str(&ron_text::line(original));
    }
    out.push_str(")\n");
    out
}

/// The lowest format that holds everything in a project: who has an older version reads all that
/// it can keep.
fn format_of(project: &Project) -> u32 {
    let rows = || project.translations.iter().flat_map(|translation| &translation.beads);
    if !project.checks.is_empty() || has_late_changes(project) || has_review(project) {
        return FORMAT;
    }
    let translations = project.translations.iter().map(|translation| &translation.document);
    let mut documents = translations.chain(&project.earlier).chain([&project.source]);
    let has_codes = |document: &Document| document.blocks.iter().any(|b| !b.codes.is_empty());
    if project.release.keeps_private || project.original.is_some() || documents.any(has_codes) {
        return WITHOUT_CHECKS;
    }
    if rows().any(|bead| bead.flags.apart) {
        return WITHOUT_ORIGINAL;
    }
    let derived = project.translations.iter().any(|translation| translation.via.is_some());
    let plain = project.exceptions.is_empty() && project.place.reference.is_none() && !derived;
    if plain { WITHOUT_EXCEPTIONS } else { WITHOUT_APART }
}

/// Whether a review left something in it that format 6 added.
fn has_review(project: &Project) -> bool {
    let rows = project.translations.iter().flat_map(|translation| &translation.beads);
    let mut former = rows.flat_map(|bead| &bead.history);
    !project.review.is_empty() || former.any(|former| !former.origin.is_none())
}

/// Whether a late change or an embargo left something in it that format 6 added.
fn has_late_changes(project: &Project) -> bool {
    let Release { embargo_zone, lifted, due, status, .. } = &project.release;
    let of_release = !embargo_zone.is_empty()
        || lifted.is_some()
        || due.is_some()
        || *status == ReleaseStatus::Approved;
    let rendered = |of: &Translation| of.beads.iter().any(|bead| !bead.rendered.is_empty());
    of_release || project.translations.iter().any(|of| !of.gone.is_empty() || rendered(of))
}

/// A field of the project, on a line of its own.
fn top(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    out.push_str(": ");
    out.push_str(value);
    out.push_str(",\n");
}

/// What was said of the checks, a decision a line.
fn checks(checks: &Checks) -> String {
    let Checks { switched, dismissed, ticked, overridden } = checks;
    let mut fields = Fields::default();
    fields.list("switched", switched.iter().map(ron_text::line), 0);
    fields.list("dismissed", dismissed.iter().map(ron_text::line), 0);
    fields.list("ticked", ticked.iter().map(ron_text::line), 0);
    fields.list("overridden", overridden.iter().map(ron_text::line), 0);
    fields.close()
}

/// Duties, hand-overs, sign-offs and conflicts, a line each; a version of a conflict too.
fn review(review: &Review) -> String {
    let Review { people, hand_overs, sign_offs, conflicts } = review;
    let mut fields = Fields::default();
    fields.list("people", people.iter().map(ron_text::line), 0);
    fields.list("hand_overs", hand_overs.iter().map(ron_text::line), 0);
    fields.list("sign_offs", sign_offs.iter().map(ron_text::line), 0);
    fields.list("conflicts", conflicts.iter().map(|of| conflict(of, 1)), 0);
    fields.close()
}

fn conflict(conflict: &Conflict, depth: usize) -> String {
    let Conflict { about, before, versions } = conflict;
    let mut fields = Fields::default();
    fields.value("about", about);
    fields.value("before", before);
    fields.raw("versions", &list(versions.iter().map(ron_text::line), depth));
    fields.close()
}

fn document(document: &Document, depth: usize) -> String {
    let Document { id, lang, name, received, blocks, tail } = document;
    let mut fields = Fields::default();
    fields.value("id", id);
    fields.value("lang", lang);
    fields.text("name", name);
    fields.value("received", received);
    fields.text("tail", tail);
    fields.list("blocks", blocks.iter().map(|of| block(of, depth + 1)), depth);
    fields.close()
}

fn block(block: &Block, depth: usize) -> String {
    let Block { id, role, lang, line, before, codes, segments } = block;
    let mut fields = Fields::default();
    fields.value("id", id);
    fields.value("role", role);
    if lang.is_some() {
        fields.value("lang", lang);
    }
    fields.value("line", line);
    fields.text("before", before);
    if !codes.is_empty() {
        fields.value("codes", codes);
    }
    fields.list("segments", segments.iter().map(ron_text::line), depth);
    fields.close()
}

fn translation(translation: &Translation, depth: usize) -> String {
    let Translation { id, document: target, via, beads, gone } = translation;
    let mut fields = Fields::default();
    fields.value("id", id);
    fields.raw("document", &document(target, depth));
    if via.is_some() {
        fields.value("via", via);
    }
    fields.list("beads", beads.iter().map(|of| bead(of, depth + 1)), depth);
    fields.list("gone", gone.iter().map(|of| bead(of, depth + 1)), depth);
    fields.close()
}

/// A row on one line, its comments and former targets on lines of their own.
fn bead(bead: &Bead, depth: usize) -> String {
    let mut head = bead.clone();
    let comments = std::mem::take(&mut head.comments);
    let history = std::mem::take(&mut head.history);
    let mut fields = Fields::of(ron_text::line(&head));
    fields.list("comments", comments.iter().map(ron_text::line), depth);
    fields.list("history", history.iter().map(ron_text::line), depth);
    fields.close()
}

/// A list with an item a line, indented below its opener at `depth`.
fn list(items: impl Iterator<Item = String>, depth: usize) -> String {
    let mut out = String::from("[");
    for item in items {
        out.push('\n');
        out.push_str(&"  ".repeat(depth + 1));
        out.push_str(&item);
        out.push(',');
    }
    if out.len() > 1 {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
    out.push(']');
    out
}

/// The fields of a struct as they come.
#[derive(Default)]
struct Fields(String);

impl Fields {
    /// Fields to follow those of a struct that is written already.
    fn of(mut written: String) -> Self {
        written.pop();
        Self(written)
    }

    fn raw(&mut self, name: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '(' } else { ',' });
        self.0.push_str(name);
        self.0.push(':');
        self.0.push_str(value);
    }

    fn value<T: Serialize>(&mut self, name: &str, value: &T) {
        self.raw(name, &ron_text::line(value));
    }

    /// A text, left out when empty.
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.value(name, &text);
        }
    }

    /// A list, left out when empty.
    fn list(&mut self, name: &str, items: impl Iterator<Item = String>, depth: usize) {
        let mut items = items.peekable();
        if items.peek().is_some() {
            self.raw(name, &list(items, depth));
        }
    }

    fn close(mut self) -> String {
        self.0.push(')');
        self.0
    }
}
