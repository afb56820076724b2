//! `diptych memory search`: words, phrases and expressions in memories.

use std::ops::Range;

use serde_json::{Value, json};

use super::args::MemorySearch;
use super::output::{json_line, short, table};
use super::{Failure, Io, check_free, tell_problems};
use crate::memory::Direction;
use crate::memory::concordance::{Corpus, Hit, Limits, Mode, Question, search};
use crate::model::Unwatched;
use crate::workbench::{concordance, opening};

/// Width of a text in the table for people, in characters.
const SHOWN: usize = 60;

/// Searches memories and prints the hits, best first.
///
/// # Errors
/// A memory cannot be read, the question cannot be looked for, or the table not written.
pub fn run(words: &MemorySearch, io: &mut Io<'_>) -> Result<(), Failure> {
    let question = Question {
        source: words.query.clone(),
        target: words.target.clone(),
        mode: match (words.phrase, words.regex) {
            (_, true) => Mode::Regex,
            (true, false) => Mode::Phrase,
            (false, false) => Mode::Words,
        },
        whole_words: words.whole_word,
        match_case: words.case,
        match_accents: words.accents,
    };
    let patterns = question.compile().map_err(|error| Failure::Usage(error.to_string()))?;
    if let Some(output) = &words.csv {
        check_free(io.files.as_ref(), output, words.force)?;
    }
    let mut corpora: Vec<Corpus> = Vec::new();
    for path in &words.memories {
        let opened = opening::open_memory(io.files.as_ref(), path, None, &mut io.env)?;
        tell_problems(io, path, &opened.problems)?;
        corpora.push(opened.memory.corpus(Direction::Forward));
    }
    let limits = Limits { shown: words.top, counted: usize::MAX };
    let found = search(&corpora, &patterns, limits, &Unwatched, &mut |_| {});
    let found = found.map_err(|error| Failure::Refused(error.to_string()))?;
    if let (Some(output), Some(first)) = (&words.csv, corpora.first()) {
        let header = first.header();
        let text = concordance::to_csv(&found.hits, &header.source, &header.target);
        io.files.write_atomic(output, text.as_bytes())?;
    }
    if words.json {
        for hit in &found.hits {
            json_line(io.out, &of_hit(hit))?;
        }
        return json_line(io.out, &json!({"hits": found.count, "shown": found.hits.len()}));
    }
    let mut rows = table(&["source", "target", "release", "date", "memory"]);
    for hit in &found.hits {
        let date = hit.date.map(|date| date.to_string()).unwrap_or_default();
        let texts = [short(&hit.source, SHOWN), short(&hit.target, SHOWN)];
        let [source, target] = texts;
        rows.add_row([source, target, hit.release.clone(), date, hit.memory_name.clone()]);
    }
    if !found.hits.is_empty() {
        writeln!(io.out, "{rows}")?;
    }
    writeln!(io.out, "{} hits, {} shown", found.count, found.hits.len())?;
    Ok(())
}

fn of_hit(hit: &Hit) -> Value {
    json!({
        "source": hit.source,
        "target": hit.target,
        "in_source": places(&hit.source, &hit.in_source),
        "in_target": places(&hit.target, &hit.in_target),
        "phrase": hit.is_phrase,
        "unit": hit.unit.to_string(),
        "memory": hit.memory_name,
        "status": hit.status.name().to_lowercase(),
        "author": hit.author,
        "approver": hit.approver,
        "release": hit.release,
        "date": hit.date.map(|date| date.to_string()),
        "changed": hit.at.to_string(),
    })
}

/// Ranges in characters.
fn places(text: &str, ranges: &[Range<usize>]) -> Value {
    let count = |at: usize| text.get(..at).map_or(0, |head| head.chars().count());
    let one = |range: &Range<usize>| json!({"start": count(range.start), "end": count(range.end)});
    Value::Array(ranges.iter().map(one).collect())
}
