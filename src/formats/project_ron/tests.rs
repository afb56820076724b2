//! Projects survive writing and reading; what is damaged is told with its place.

use proptest::prelude::*;

use super::{FORMAT, read, write};
use crate::formats::FormatError;
use crate::formats::testing::{project, sample_project};
use crate::model::{Grade, Project, ReleaseStatus, Role};

/// What plain `ron` reads without knowing anything of our line breaks.
#[derive(serde::Deserialize)]
struct Plain {
    format: u32,
    id: String,
    release: ron::Value,
    source: ron::Value,
    earlier: Vec<ron::Value>,
    translations: Vec<ron::Value>,
    place: ron::Value,
}

#[test]
fn a_project_is_a_valid_ron_document() {
    let sample = sample_project();
    let plain: Plain = ron::from_str(&write(&sample)).expect("valid RON");
    assert_eq!((plain.format, plain.id), (2, sample.id.to_string()));
    assert_eq!((plain.earlier.len(), plain.translations.len()), (1, 1));
    for value in [plain.release, plain.source, plain.place] {
        assert!(matches!(value, ron::Value::Map(_)), "{value:?}");
    }
}

#[test]
fn each_block_sentence_row_comment_and_former_target_has_a_line() {
    let sample = sample_project();
    let translation = &sample.translations[0];
    let documents = [&sample.source, &sample.earlier[0], &translation.document];
    let blocks: usize = documents.iter().map(|document| document.blocks.len()).sum();
    let sentences = sample.source.segments().count() + sample.earlier[0].segments().count();
    let remarks: usize = translation.beads.iter().map(|b| b.comments.len() + b.history.len()).sum();
    let starts = |line: &str| line.trim_start().starts_with("(id:\"");
    let text = write(&sample);
    let found = text.lines().filter(|line| starts(line)).count();
    // Former targets have no id; the earlier source and the translation have one.
    let former: usize = translation.beads.iter().map(|b| b.history.len()).sum();
    assert_eq!(found, blocks + sentences + translation.beads.len() + remarks - former + 2);
    assert!(text.starts_with("(format: 2,\n"), "the lowest format that holds it");
    assert!(text.ends_with("])\n"));
}

fn check_round_trip(project: &Project) {
    let text = write(project);
    let again = read(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(&again.value, project);
    assert_eq!(write(&again.value), text);
}

#[test]
fn the_sample_survives() {
    check_round_trip(&sample_project());
}

#[test]
fn the_example_of_the_document_is_a_project() {
    let document = include_str!("../../../docs/formats/project.md");
    let example = document.split("```").nth(1).and_then(|block| block.strip_prefix("text\n"));
    let example = example.expect("an example");
    let reading = read(example).expect("a project");
    assert_eq!(reading.problems, []);
    assert_eq!(write(&reading.value), example);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_project_survives(project in project()) {
        check_round_trip(&project);
    }
}

#[test]
fn version_1_opens_for_ever() {
    let text = include_str!("../../../tests/golden/v1.project.ron");
    let reading = read(text).expect("format 1");
    assert_eq!(reading.problems, []);
    assert_eq!(reading.value, sample_project());
}

#[test]
fn version_2_opens_for_ever_with_the_roles_it_added() {
    let text = include_str!("../../../tests/golden/v2.project.ron");
    let reading = read(text).expect("format 2");
    assert_eq!(reading.problems, []);
    let roles: Vec<Role> = reading.value.source.blocks.iter().map(|block| block.role).collect();
    assert_eq!(roles, [Role::Embargo, Role::LeadIn, Role::Chrome]);
    assert_eq!(write(&reading.value), text);
}

#[test]
fn version_3_opens_for_ever_with_its_exceptions() {
    let text = include_str!("../../../tests/golden/v3.project.ron");
    let reading = read(text).expect("format 3");
    assert_eq!(reading.problems, []);
    let told: Vec<String> = reading.value.exceptions.iter().map(ToString::to_string).collect();
    let expected = [
        "fr: no segment ends after \"Sté.\"",
        "fr: a segment ends after \":\" before a capital letter",
        "en: no segment ends after \"Yahoo!\" before \"Inc\"",
    ];
    assert_eq!(told, expected);
    assert!(text.starts_with("(format: 3,\n"));
    assert_eq!(write(&reading.value), text);
}

#[test]
fn version_4_opens_for_ever_with_rows_excepted_from_propagation() {
    let text = include_str!("../../../tests/golden/v4.project.ron");
    let reading = read(text).expect("format 4");
    assert_eq!(reading.problems, []);
    let apart = |bead: &crate::model::Bead| bead.flags.apart;
    let rows: Vec<bool> = reading.value.translations[0].beads.iter().map(apart).collect();
    assert_eq!(rows, [false, false, false, false, true]);
    assert!(text.starts_with("(format: 4,\n"));
    assert_eq!(write(&reading.value), text);
}

#[test]
fn version_5_opens_for_ever_with_its_original_its_codes_and_kept_private() {
    let text = include_str!("../../../tests/golden/v5.project.ron");
    let reading = read(text).expect("format 5");
    assert_eq!(reading.problems, []);
    assert!(reading.value.release.keeps_private);
    let original = reading.value.original.as_ref().expect("an original");
    assert_eq!(original.bytes.as_slice(), b"<p>Un <b>mot</b>.</p>\n");
    let block = &reading.value.source.blocks[0];
    let shown: Vec<&str> = block.codes.iter().map(|code| code.shown.as_str()).collect();
    assert_eq!(shown, ["b", "b"]);
    assert!(text.starts_with("(format: 5,\n"));
    assert_eq!(write(&reading.value), text);
}

#[test]
fn version_6_opens_for_ever_with_what_was_said_of_the_checks() {
    let text = include_str!("../../../tests/golden/v6.project.ron");
    let reading = read(text).expect("format 6");
    assert_eq!(reading.problems, []);
    let checks = &reading.value.checks;
    assert_eq!(checks.switched[0].grade, Grade::Off);
    assert_eq!(checks.dismissed[0].check, "number");
    assert_eq!(checks.ticked[0].kind, "date");
    assert_eq!(checks.overridden[0].reason, "The Minister speaks at six.");
}

#[test]
fn version_6_opens_for_ever_with_its_late_change_and_its_lifted_embargo() {
    let text = include_str!("../../../tests/golden/v6-late.project.ron");
    let reading = read(text).expect("format 6");
    assert_eq!(reading.problems, []);
    let Project { release, earlier, translations, .. } = &reading.value;
    assert_eq!(release.status, ReleaseStatus::Approved);
    let reason = release.lifted.as_ref().map(|lifted| lifted.reason.as_str());
    assert_eq!(reason, Some("Published by the agency"));
    assert_eq!(translations[0].beads[1].rendered, "Le pont compte 28 piles.");
    let gone: Vec<&str> = translations[0].gone.iter().map(|bead| bead.rendered.as_str()).collect();
    assert_eq!((gone, earlier.len()), (vec!["Il ouvre mardi."], 1));
}

#[test]
fn version_6_opens_for_ever_with_its_review() {
    let text = include_str!("../../../tests/golden/v6-review.project.ron");
    let reading = read(text).expect("format 6");
    assert_eq!(reading.problems, []);
    let review = &reading.value.review;
    assert_eq!((review.people.len(), review.hand_overs.len(), review.sign_offs.len()), (2, 1, 1));
    let texts: Vec<String> =
        review.conflicts[0].versions.iter().map(|v| v.content.text()).collect();
    assert_eq!(texts, ["A bridge.", "One bridge."]);
    assert_eq!(review.conflicts[1].versions[1].content, crate::model::Content::Gone);
    let former = &reading.value.translations[0].beads[0].history[0];
    assert_eq!(former.origin, crate::model::Origin::Typed);
    assert!(text.starts_with(&format!("(format: {FORMAT},\n")));
    assert_eq!(write(&reading.value), text);
}

#[test]
fn a_reference_and_a_derived_pair_are_written_and_need_format_3() {
    let mut project = sample_project();
    project.place.reference = project.place.translation;
    project.translations[0].via = "ru".parse().ok();
    let text = write(&project);
    assert!(text.starts_with("(format: 3,\n"), "{text}");
    assert!(text.contains(",reference:Some(\"00000000000000e1\")"), "{text}");
    assert!(text.contains(",via:Some(\"ru\")"), "{text}");
    check_round_trip(&project);
    project.place.reference = None;
    assert!(write(&project).starts_with("(format: 3,\n"));
    project.translations[0].via = None;
    assert!(write(&project).starts_with("(format: 2,\n"), "an older Diptych reads it");
}

#[test]
fn what_cannot_be_read_says_where_and_why() {
    let good = write(&sample_project());
    let check = |text: &str, expected: &str| {
        let error = read(text).expect_err(expected).to_string();
        assert!(error.contains(expected), "{error}\nshould contain: {expected}");
    };
    check("", "empty");
    check(" \r\n\u{feff}", "empty");
    check("Bonjour.", "not a project file");
    let newer = FORMAT + 1;
    let told = format!("needs a newer Diptych (format {newer}; this one reads up to {FORMAT})");
    check(&format!("(format: {newer},\nwhatever: ("), &told);
    check("(format: 1,\nheader: (),\nrevisions: [\n])", "a translation memory");
    check(&good.replacen("role:", "rolle:", 1).replacen("id:", "jd:", 1), "line ");
    check(&good.replacen("number:\"2\",", "number:\"2\"", 1), "expected comma");
    check(&good.replacen("earlier:", "<<<<<<< HEAD\nearlier:", 1), "conflict marker");
    let place = good.lines().position(|line| line.contains("role:Headline")).expect("a headline");
    let error = read(&good.replacen("role:Headline", "role:Headlime", 1)).expect_err("a role");
    let FormatError::Broken { line, ref cause, .. } = error else { panic!("{error}") };
    assert_eq!(line, place + 1);
    assert!(cause.contains("Headlime"), "{cause}");
}

#[test]
fn a_cut_file_is_never_read_as_a_shorter_one() {
    let text = write(&sample_project());
    for part in (0..text.trim_end().len()).filter_map(|cut| text.get(..cut)) {
        assert!(read(part).is_err(), "cut at {}", part.len());
    }
}

#[test]
fn rows_that_do_not_follow_the_source_are_told() {
    let mut project = sample_project();
    project.translations[0].beads.pop();
    let reading = read(&write(&project)).expect("readable");
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.value, project);
}
