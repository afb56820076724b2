//! A review report as a page to print: HTML of its own, nothing fetched, texts escaped.

use std::fmt::Write as _;

use super::report::{Changed, Count, Report};
use crate::formats::review::html::escaped;
use crate::model::Lang;
use crate::text::diff::{SpanKind, words};

/// How the page looks; deleted and inserted words are told apart by more than their colour.
const STYLE: &str = "\
body{font:14px/1.45 system-ui,sans-serif;color:#1a1c1e;margin:2.5rem auto;max-width:64rem;padding:0 1rem}\
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{margin:.25rem 0;color:#4a4f55}\
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}\
th,td{padding:.3rem .6rem;text-align:start;border-bottom:1px solid #dfe2e5;vertical-align:top}\
td.figure,th.figure{text-align:end}\
del{color:#8f1d1d;text-decoration:line-through}ins{color:#12633a;text-decoration:underline}\
@media print{body{margin:0;max-width:none;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}";

/// The page.
#[must_use]
pub fn page(report: &Report) -> String {
    let mut out = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Review",
    );
    let title = escaped(&report.title);
    let _ = write!(out, "</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>Review</h1>\n");
    let (approved, rejected) = report.decided;
    let Report { source, target, rows, words, .. } = report;
    let _ = write!(
        out,
        "<p><bdi>{title}</bdi> ({source} to {target})</p>\n<p>{rows} rows, {words} words; \
         {approved} rows approved, {rejected} rejected</p>\n"
    );
    let kinds = report.by_kind().into_iter().filter(|(_, count)| count.changes > 0);
    let kinds = kinds.map(|(kind, count)| (kind.name().to_owned(), count));
    table(&mut out, report, "Kind", kinds.collect());
    table(&mut out, report, "By", report.by_author());
    if !report.changes.is_empty() {
        out.push_str(
            "<h2>Changes</h2>\n<table>\n<thead><tr><th>Row</th><th>Kind</th><th>By</th>\
                      <th>Text</th></tr></thead>\n<tbody>\n",
        );
        report.changes.iter().for_each(|change| row(&mut out, change, target));
        out.push_str("</tbody>\n</table>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn table(out: &mut String, report: &Report, head: &str, mut lines: Vec<(String, Count)>) {
    lines.push(("all".to_owned(), report.total()));
    let _ = write!(
        out,
        "<h2>{head}</h2>\n<table>\n<thead><tr><th>{head}</th><th class=\"figure\">Changes</th>\
         <th class=\"figure\">Words</th><th class=\"figure\">Words per 1,000</th></tr></thead>\n\
         <tbody>\n"
    );
    for (name, Count { changes, words }) in lines {
        let name = if name.is_empty() { "somebody" } else { &name };
        let tenths = report.per_thousand_tenths(words);
        let _ = writeln!(
            out,
            "<tr><td><bdi>{}</bdi></td><td class=\"figure\">{changes}</td><td class=\"figure\">\
             {words}</td><td class=\"figure\">{}.{}</td></tr>",
            escaped(name),
            tenths / 10,
            tenths % 10
        );
    }
    out.push_str("</tbody>\n</table>\n");
}

fn row(out: &mut String, change: &Changed, lang: &Lang) {
    let at = change.at.map(|at| at.to_string()).unwrap_or_default();
    let direction = if lang.is_right_to_left() { "rtl" } else { "ltr" };
    let _ = write!(
        out,
        "<tr><td>{}</td><td>{}</td><td><bdi>{}</bdi><br>{at}</td><td lang=\"{lang}\" \
         dir=\"{direction}\">",
        change.number,
        change.kind.name(),
        escaped(&change.author),
    );
    for span in words(&change.before, &change.after) {
        let text = escaped(&span.text);
        match span.kind {
            SpanKind::Same => out.push_str(&text),
            SpanKind::Deleted => {
                let _ = write!(out, "<del>{text}</del>");
            }
            SpanKind::Inserted => {
                let _ = write!(out, "<ins>{text}</ins>");
            }
        }
    }
    out.push_str("</td></tr>\n");
}
