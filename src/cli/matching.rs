//! `diptych match`: the sentences of a text, or the rows of a project, in translation memories.

use std::io::Write;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::args::Match as Words;
use super::output::{json_line, short, table};
use super::taught::Taught;
use super::{Failure, Io, memories, tell_problems};
use crate::formats::Format;
use crate::memory::{
    Between, Consulted, Direction, Exhaustive, Match, Memory, Query, Repaired, lookup_among, repair,
};
use crate::model::{Context, Document, Lang};
use crate::store;
use crate::workbench::bulk::BulkRow;
use crate::workbench::opening::OpenedMemory;
use crate::workbench::{Env, Session, intake, opening};

/// Looks every sentence up and prints its matches, best first.
///
/// # Errors
/// The text, the project or a memory cannot be read.
pub fn run(words: &Words, io: &mut Io<'_>) -> Result<(), Failure> {
    let sentences = Sentences::of(words, io)?;
    let start = Instant::now();
    let memories = memories::open(&words.memories, Some(&sentences.lang), &words.pair, io)?;
    let target = words.pair.target.as_ref();
    let points = memories::points(&words.memories)?;
    let chosen = consulted(&memories, &points, &sentences.lang, target);
    if chosen.is_empty() {
        let lang = sentences.lang.english_name();
        let pair = |opened: &OpenedMemory| {
            let header = opened.memory.header();
            format!("{} to {}", header.source, header.target)
        };
        let pairs: Vec<String> = memories.iter().map(pair).collect();
        return Err(Failure::Refused(format!(
            "no memory serves {lang} (they hold {}); if the text is in another language, say so \
             with --source",
            pairs.join(", ")
        )));
    }
    let units = chosen.iter().map(|consulted| consulted.memory.len()).sum();
    let engine = Engine::of(chosen, words.exhaustive);
    let mut timing = Timing::default();
    for query in &sentences.asked {
        let found = timing.time(|| engine.look_up(words, query));
        timing.open.get_or_insert_with(|| start.elapsed());
        let found = with_repairs(found, &query.text, &sentences.lang, &memories);
        print(words.json, &query.text, &found, io.out)?;
    }
    if words.timing {
        timing.print(words.json, units, io)?;
    }
    drop(engine);
    memories::keep(&words.memories.memory, Some(&sentences.lang), &memories, io);
    Ok(())
}

/// A match, and its target with what differs put right.
struct Offered {
    found: Match,
    repaired: Option<Repaired>,
}

/// Matches with their targets repaired where that is certain.
fn with_repairs(
    found: Vec<Match>,
    sentence: &str,
    source: &Lang,
    memories: &[OpenedMemory],
) -> Vec<Offered> {
    let offered = |found: Match| {
        let of = |opened: &&OpenedMemory| opened.memory.header().id == found.memory;
        let header = memories.iter().find(of).map(|opened| opened.memory.header());
        let repaired = header.and_then(|header| {
            let forward = header.source.same_base(source);
            let target = if forward { &header.target } else { &header.source };
            let between = Between { source, target };
            repair(sentence, &found.source, &found.target, between, &[])
        });
        Offered { found, repaired }
    };
    found.into_iter().map(offered).collect()
}

/// The sentences that are looked up, each with its neighbours.
struct Sentences {
    lang: Lang,
    asked: Vec<Asked>,
}

struct Asked {
    text: String,
    context: Context,
}

impl Sentences {
    /// Of a text, or the rows of a project.
    fn of(words: &Words, io: &mut Io<'_>) -> Result<Self, Failure> {
        match opening::format(io.files.as_ref(), &words.file)? {
            Format::Project => Self::of_project(words, io),
            _ => Self::of_text(words, io),
        }
    }

    /// The rows as the window shows them: content, whatever their state.
    fn of_project(words: &Words, io: &mut Io<'_>) -> Result<Self, Failure> {
        let reading = store::project::open(io.files.as_ref(), &words.file)?;
        tell_problems(io, &words.file, &reading.problems)?;
        let session = Session::new(reading.value, None, Env::system(&io.env.author));
        let lang = session.source_lang().clone();
        if words.pair.source.as_ref().is_some_and(|named| !named.same_base(&lang)) {
            return Err(Failure::Refused(format!(
                "the source of {} is in {}; leave --source out",
                words.file.display(),
                lang.english_name()
            )));
        }
        let rows = session.bulk_rows(|_| true).into_iter();
        let asked = rows.map(|BulkRow { text, context, .. }| Asked { text, context }).collect();
        Ok(Self { lang, asked })
    }

    fn of_text(words: &Words, io: &mut Io<'_>) -> Result<Self, Failure> {
        let (file, encoding) = (&words.file, words.encoding.as_deref());
        let text = opening::read_text_as(io.files.as_ref(), file, encoding)?;
        if !text.note.is_empty() {
            writeln!(io.err, "{}: {}", file.display(), text.note)?;
        }
        let (lang, segmented) = (words.pair.source.clone(), words.segmented);
        let cutting = Taught::find(io)?.cutting().clone();
        let reading = intake::Reading { name: String::new(), lang, segmented, cutting };
        let document = intake::document_of(&text, &reading, &mut io.env);
        if words.pair.source.is_none() {
            let name = document.lang.english_name();
            writeln!(io.err, "{}: language guessed: {} ({name})", file.display(), document.lang)?;
        }
        let asked = asked(&document, segmented);
        Ok(Self { lang: document.lang, asked })
    }
}

fn asked(document: &Document, segmented: bool) -> Vec<Asked> {
    let content = document.segments().filter(|(block, _)| segmented || block.is_content());
    let texts: Vec<&str> = content.map(|(_, segment)| segment.text.as_str()).collect();
    let asked = texts.iter().enumerate().map(|(at, text)| {
        let before = at.checked_sub(1).and_then(|before| texts.get(before)).copied();
        let context = Context::between(before, texts.get(at + 1).copied());
        Asked { text: (*text).to_owned(), context }
    });
    asked.collect()
}

/// The memories that serve the languages, each with what its matches lose.
fn consulted<'a>(
    memories: &'a [OpenedMemory],
    points: &[u8],
    source: &Lang,
    target: Option<&Lang>,
) -> Vec<Consulted<'a>> {
    let direction = |memory: &Memory| match target {
        Some(target) => memory.direction(source, target),
        None if memory.header().source.same_base(source) => Some(Direction::Forward),
        None if memory.header().target.same_base(source) => Some(Direction::Reverse),
        None => None,
    };
    let serving = memories.iter().zip(points).filter_map(|(opened, points)| {
        let consulted = Consulted::new(&opened.memory, direction(&opened.memory)?);
        Some(consulted.penalised(*points))
    });
    serving.collect()
}

/// What answers queries: the index, or the loop it is held to.
enum Engine<'a> {
    Index(Vec<Consulted<'a>>),
    Loop(Vec<Exhaustive<'a>>),
}

impl<'a> Engine<'a> {
    fn of(memories: Vec<Consulted<'a>>, exhaustive: bool) -> Self {
        if exhaustive {
            Self::Loop(memories.into_iter().map(Exhaustive::new).collect())
        } else {
            Self::Index(memories)
        }
    }

    fn look_up(&self, words: &Words, asked: &Asked) -> Vec<Match> {
        let (context, threshold, top) = (asked.context, words.threshold, words.top);
        let query = Query { context, threshold, top, ..Query::new(&asked.text) };
        match self {
            Self::Index(memories) => lookup_among(memories, &query),
            Self::Loop(loops) => Exhaustive::lookup_among(loops, &query),
        }
    }
}

fn print(json: bool, query: &str, found: &[Offered], out: &mut dyn Write) -> Result<(), Failure> {
    if json {
        let matches: Vec<Value> = found.iter().map(object).collect();
        return json_line(out, &json!({"query": query, "matches": matches}));
    }
    writeln!(out, "{query}")?;
    if found.is_empty() {
        writeln!(out, "    no match\n")?;
        return Ok(());
    }
    let mut rows = table(&["", "%", "Source", "Target", "Memory"]);
    for Offered { found, repaired } in found {
        let mark = if repaired.is_some() { "R" } else { "" };
        let target = repaired.as_ref().map_or(&found.target, |repaired| &repaired.target);
        rows.add_row([
            String::new(),
            format!("{}{mark}", found.score),
            short(&found.source, 60),
            short(target, 60),
            found.memory_name.clone(),
        ]);
    }
    writeln!(out, "{rows}\n")?;
    Ok(())
}

fn object(Offered { found, repaired }: &Offered) -> Value {
    let penalties: Vec<Value> = found
        .penalties
        .iter()
        .map(|penalty| json!({"points": penalty.points(), "for": penalty.name()}))
        .collect();
    let also: Vec<&str> = found.also.iter().map(|holder| holder.memory_name.as_str()).collect();
    let mut object = json!({
        "score": found.score,
        "similarity": found.similarity,
        "penalties": penalties,
        "source": found.source,
        "target": found.target,
        "unit": found.unit.to_string(),
        "memory": found.memory_name,
        "also": also,
        "status": found.status.name(),
        "repaired": repaired.is_some(),
    });
    if let Some(Repaired { target, changed }) = repaired {
        let characters = |end: usize| target.get(..end).map_or(0, |text| text.chars().count());
        let spans: Vec<Value> = changed
            .iter()
            .map(|span| json!({"start": characters(span.start), "end": characters(span.end)}))
            .collect();
        object["stored_target"] = json!(found.target);
        object["target"] = json!(target);
        object["changed"] = json!(spans);
    }
    object
}

/// How long look-ups took, in CPU time of this thread.
#[derive(Debug, Default)]
struct Timing {
    open: Option<Duration>,
    each: Vec<Duration>,
}

impl Timing {
    fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = thread_time();
        let result = work();
        self.each.push(thread_time().saturating_sub(start));
        result
    }

    fn print(&mut self, json: bool, units: usize, io: &mut Io<'_>) -> Result<(), Failure> {
        self.each.sort_unstable();
        let (p50, p99) = (self.percentile(50), self.percentile(99));
        let open = self.open.unwrap_or_default().as_millis();
        let open = u64::try_from(open).unwrap_or(u64::MAX);
        let queries = self.each.len();
        if json {
            let timing = json!({"open_ms": open, "queries": queries, "p50_us": p50, "p99_us": p99, "units": units});
            return json_line(io.out, &json!({ "timing": timing }));
        }
        writeln!(
            io.out,
            "{queries} queries on {units} units: p50 {p50} µs, p99 {p99} µs; first match after {open} ms"
        )?;
        Ok(())
    }

    /// In microseconds.
    fn percentile(&self, percent: usize) -> u64 {
        let last = self.each.len().saturating_sub(1);
        let at = (self.each.len() * percent).div_ceil(100).saturating_sub(1).min(last);
        let time = self.each.get(at).copied().unwrap_or_default();
        u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
    }
}

/// The CPU time of this thread; wall time where the system does not tell it.
#[cfg(unix)]
fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let nanoseconds = u32::try_from(time.tv_nsec).unwrap_or(0);
    Duration::new(seconds, nanoseconds)
}

#[cfg(not(unix))]
fn thread_time() -> Duration {
    use std::sync::OnceLock;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}
