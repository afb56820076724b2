//! Reading: from elements to rules.

use std::io::Read;

use super::{Header, Srx};
use crate::formats::FormatError;
use crate::formats::xml::input::Utf8Input;
use crate::formats::xml::reader::{Element, Step, Steps};
use crate::model::{Problem, Reading};
use crate::text::segment::srx::{Group, LanguageMap, Patterns, RuleSet};

/// Bytes of a pattern that are read; the longest in real files has some 5,000.
const MAX_PATTERN_BYTES: usize = 64 * 1024;

/// Rules that are read; the largest real file has some 3,000.
const MAX_RULES: usize = 100_000;

/// Reads the rules of a file.
///
/// # Errors
/// [`FormatError::Empty`], [`FormatError::Other`] when it is no SRX or has no usable rule,
/// [`FormatError::Input`] when the input fails before anything was read.
pub fn read(input: impl Read) -> Result<Reading<Srx>, FormatError> {
    let input = Utf8Input::new(input).map_err(|error| FormatError::Input(error.to_string()))?;
    let mut steps = Steps::new(input);
    let version = root(&mut steps)?;
    let mut reader = Reader::default();
    loop {
        match steps.next() {
            Step::Open(element) => reader.open(&element),
            Step::Text(text) => reader.text(&text),
            Step::Close(name) => reader.close(&name),
            Step::End => break,
        }
    }
    let mut problems = std::mem::take(&mut steps.problems);
    if let Some(encoding) = steps.lossy() {
        let cause =
            format!("some bytes are no {encoding} characters and were replaced by \u{fffd}");
        problems.push(Problem::whole(cause));
    }
    reader.finish(version, problems)
}

/// Passes over what stands before the root element; its version.
fn root<R: Read>(steps: &mut Steps<R>) -> Result<String, FormatError> {
    let hint = match steps.next() {
        Step::Open(element) if element.name.eq_ignore_ascii_case("srx") => {
            return Ok(element.attribute(&["version"]).unwrap_or_default().to_owned());
        }
        Step::Open(element) => format!("its first element is <{}>", element.name),
        _ if steps.problems.is_empty() => return Err(FormatError::Empty),
        _ => "there is no XML element in it".to_owned(),
    };
    Err(FormatError::Other { expected: EXPECTED, hint })
}

/// What a file should be.
const EXPECTED: &str = "a file of segmentation rules (SRX)";

/// A rule that is being read.
struct RawRule {
    line: usize,
    breaks: bool,
    before: String,
    after: String,
}

/// Which of a rule's patterns text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Sink {
    #[default]
    Nowhere,
    Before,
    After,
}

#[derive(Default)]
struct Reader {
    header: Header,
    cascade: bool,
    groups: Vec<(usize, Group)>,
    rule: Option<RawRule>,
    sink: Sink,
    /// Lines and maps.
    maps: Vec<(usize, LanguageMap)>,
    /// How many `maprule` elements of SRX 1.0 were opened.
    map_rules: usize,
    patterns: Patterns,
    read: usize,
    skipped: usize,
    problems: Vec<Problem>,
}

impl Reader {
    fn open(&mut self, element: &Element) {
        match element.name.as_str() {
            "header" => {
                self.cascade = self.yes_or_no(element, "cascade", false);
                self.header.segments_subflows = self.yes_or_no(element, "segmentsubflows", true);
            }
            "formathandle" => {
                let kind = element.attribute(&["type"]).unwrap_or_default().to_owned();
                let include = self.yes_or_no(element, "include", false);
                self.header.format_handles.push((kind, include));
            }
            "languagerule" => {
                let name = element.attribute(&["languagerulename"]).unwrap_or_default().to_owned();
                self.groups.push((element.line, Group { name, rules: Vec::new() }));
            }
            "rule" => {
                self.finish_rule();
                self.read += 1;
                let breaks = self.yes_or_no(element, "break", true);
                let (before, after) = (String::new(), String::new());
                self.rule = Some(RawRule { line: element.line, breaks, before, after });
            }
            "beforebreak" => self.sink = Sink::Before,
            "afterbreak" => self.sink = Sink::After,
            "maprule" => self.open_map_rule(element),
            "languagemap" if self.map_rules <= 1 => self.map(element),
            _ => {}
        }
    }

    /// An attribute of yes or no.
    fn yes_or_no(&mut self, element: &Element, name: &str, otherwise: bool) -> bool {
        let Some(value) = element.attribute(&[name]) else { return otherwise };
        match value.trim().to_ascii_lowercase().as_str() {
            "yes" | "true" => true,
            "no" | "false" => false,
            _ => {
                let taken = if otherwise { "yes" } else { "no" };
                let cause = format!("{name}=\"{value}\" is neither yes nor no; taken as {taken}");
                self.problems.push(Problem::at(element.line, cause));
                otherwise
            }
        }
    }

    fn open_map_rule(&mut self, element: &Element) {
        self.map_rules += 1;
        if self.map_rules > 1 {
            let name = element.attribute(&["maprulename"]).unwrap_or_default();
            let cause = format!("the second set of language maps, \"{name}\", was not used");
            self.problems.push(Problem::at(element.line, cause));
        }
    }

    fn map(&mut self, element: &Element) {
        let pattern = element.attribute(&["languagepattern"]).unwrap_or_default();
        let group = element.attribute(&["languagerulename"]).unwrap_or_default();
        match LanguageMap::new(pattern, group) {
            Ok(map) => self.maps.push((element.line, map)),
            Err(cause) => {
                let cause = format!("the language map \"{pattern}\" was not used: {cause}");
                self.problems.push(Problem::at(element.line, cause));
            }
        }
    }

    fn text(&mut self, text: &str) {
        let Some(rule) = &mut self.rule else { return };
        let pattern = match self.sink {
            Sink::Nowhere => return,
            Sink::Before => &mut rule.before,
            Sink::After => &mut rule.after,
        };
        if pattern.len() + text.len() <= MAX_PATTERN_BYTES {
            pattern.push_str(text);
            return;
        }
        let line = rule.line;
        self.rule = None;
        self.skip(line, "a pattern is longer than 64 KB");
    }

    fn close(&mut self, name: &str) {
        match name {
            "beforebreak" | "afterbreak" => self.sink = Sink::Nowhere,
            "rule" => self.finish_rule(),
            _ => {}
        }
    }

    /// Compiles the rule that was read, or says why it cannot be used.
    fn finish_rule(&mut self) {
        self.sink = Sink::Nowhere;
        let Some(RawRule { line, breaks, before, after }) = self.rule.take() else { return };
        let Some((_, group)) = self.groups.last_mut() else {
            return self.skip(line, "it stands outside a languagerule");
        };
        if self.read > MAX_RULES {
            return self.skip(line, "there are more than 100,000 rules");
        }
        match self.patterns.rule(&before, &after, breaks) {
            Ok(rule) => group.rules.push(rule),
            Err(cause) => self.skip(line, &format!("{cause} (\"{before}\", \"{after}\")")),
        }
    }

    fn skip(&mut self, line: usize, cause: &str) {
        self.skipped += 1;
        self.problems.push(Problem::at(line, format!("the rule was not used: {cause}")));
    }

    fn finish(
        mut self,
        version: String,
        mut xml: Vec<Problem>,
    ) -> Result<Reading<Srx>, FormatError> {
        self.rule = None;
        let used = self.read - self.skipped.min(self.read);
        if used == 0 {
            let hint = match self.problems.first() {
                Some(problem) => format!("it has no rule that can be used ({problem})"),
                None => "it has no rules".to_owned(),
            };
            return Err(FormatError::Other { expected: EXPECTED, hint });
        }
        self.check_maps();
        self.problems.append(&mut xml);
        self.problems.sort_by_key(|problem| problem.line.unwrap_or(usize::MAX));
        let groups = self.groups.into_iter().map(|(_, group)| group).collect();
        let maps = self.maps.into_iter().map(|(_, map)| map).collect();
        let rules = RuleSet { cascade: self.cascade, groups, maps };
        let (header, read, skipped) = (self.header, self.read, self.skipped);
        let value = Srx { version, header, rules, read, skipped };
        Ok(Reading { value, problems: self.problems })
    }

    /// Maps to rules that are not there, and rules that no map names.
    fn check_maps(&mut self) {
        let missing = self
            .maps
            .iter()
            .filter(|(_, map)| !self.groups.iter().any(|(_, g)| g.name == map.group));
        let missing = missing.map(|(line, map)| {
            let cause =
                format!("a language map names the rules \"{}\", which are not there", map.group);
            Problem::at(*line, cause)
        });
        let unnamed = self
            .groups
            .iter()
            .filter(|(_, group)| !self.maps.iter().any(|(_, m)| m.group == group.name));
        let unnamed = unnamed.map(|(line, group)| {
            let cause =
                format!("no language map names the rules \"{}\"; they hold for none", group.name);
            Problem::at(*line, cause)
        });
        let found: Vec<Problem> = missing.chain(unnamed).collect();
        self.problems.extend(found);
    }
}
