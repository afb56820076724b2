//! An analysis as a page to print: HTML of its own, nothing fetched, names and texts escaped.

use std::fmt::Write;

use super::count::Analysis;
use super::drift::Drift;
use super::report::{NOTHING, Sheet, Sort, by_category, by_release};
use super::weights::Weights;

/// How the page looks; figures stand right, in digits of one width.
const STYLE: &str = "\
body{font:14px/1.45 system-ui,sans-serif;color:#1a1c1e;margin:2.5rem auto;max-width:64rem;padding:0 1rem}\
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}\
p{margin:.25rem 0;color:#4a4f55}\
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}\
th,td{padding:.3rem .6rem;text-align:end;border-bottom:1px solid #dfe2e5;white-space:nowrap}\
th:first-child,td:first-child{text-align:start;white-space:normal}\
thead th{border-bottom:2px solid #8a9097;font-weight:600}\
tr.total td{font-weight:600;border-top:2px solid #8a9097}tr.apart td{color:#6b7178}\
td.zero{color:#a5abb1}ul{padding-inline-start:1.2rem}\
@media print{body{margin:0;max-width:none;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}";

/// The page.
#[must_use]
pub fn page(analysis: &Analysis, weights: &Weights) -> String {
    let mut body = String::from("<h1>Analysis</h1>\n");
    let names: Vec<String> = analysis.releases.iter().map(|of| escaped(&of.name)).collect();
    let what = match names.as_slice() {
        [one] => bdi(one),
        several => format!("{} releases", several.len()),
    };
    let mut pairs: Vec<String> = Vec::new();
    for release in &analysis.releases {
        let pair = format!(
            "{} to {}",
            release.pair.source.english_name(),
            release.pair.target.english_name()
        );
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    put(&mut body, format_args!("<p>{what}; {}</p>\n", escaped(&pairs.join(", "))));
    table(&mut body, &by_category(&analysis.total, weights));
    if analysis.releases.len() > 1 {
        body.push_str("<h2>Words by release</h2>\n");
        table(&mut body, &by_release(analysis, weights));
    }
    drifts(&mut body, &analysis.drifts);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>Analysis</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // A string takes whatever is written.
    let _ = out.write_fmt(text);
}

fn table(out: &mut String, sheet: &Sheet) {
    out.push_str("<table>\n<thead><tr>");
    for head in &sheet.heads {
        put(out, format_args!("<th scope=\"col\">{}</th>", escaped(head)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for line in &sheet.lines {
        let class = match line.sort {
            Sort::Part => "",
            Sort::Total => " class=\"total\"",
            Sort::Apart => " class=\"apart\"",
        };
        put(out, format_args!("<tr{class}>"));
        for (column, cell) in line.cells.iter().enumerate() {
            let text = escaped(cell);
            match column {
                0 => put(out, format_args!("<td>{}</td>", bdi(&text))),
                _ if cell == NOTHING => put(out, format_args!("<td class=\"zero\">{text}</td>")),
                _ => put(out, format_args!("<td>{text}</td>")),
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn drifts(out: &mut String, drifts: &[Drift]) {
    if drifts.is_empty() {
        return;
    }
    out.push_str("<h2>One source, several confirmed translations</h2>\n<ul>\n");
    for drift in drifts {
        put(out, format_args!("<li>{}<ul>\n", bdi(&escaped(&drift.source))));
        for (target, places) in &drift.targets {
            let places: Vec<String> = places
                .iter()
                .map(|place| format!("{}, row {}", place.release, place.row))
                .collect();
            let places = escaped(&places.join("; "));
            put(out, format_args!("<li>{} ({places})</li>\n", bdi(&escaped(target))));
        }
        out.push_str("</ul></li>\n");
    }
    out.push_str("</ul>\n");
}

/// Text of whatever direction, kept from turning what stands around it.
fn bdi(escaped: &str) -> String {
    format!("<bdi>{escaped}</bdi>")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
