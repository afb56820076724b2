//! XML as steps: an element opens, text, an element closes.
//!
//! Steps nest properly whatever the file does: an element that is never closed
//! is closed by its parent's end, an end without a start is passed over. Both are
//! problems, and the file goes on.

use std::collections::VecDeque;
use std::io::Read;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::chars::is_allowed;
use super::input::Utf8Input;
use crate::model::Problem;

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// An element opens. An empty one closes at once.
    Open(Element),
    /// Text, with references resolved and line ends unified.
    Text(String),
    /// The innermost open element closes.
    Close(String),
    /// The end of the file, or the place where nothing more could be read.
    End,
}

/// An element's start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    /// The name without its prefix.
    pub name: String,
    /// The line it opens on, from 0.
    pub line: usize,
    /// Names as written, and values.
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of the attribute of one of these names, the first that is there.
    pub(crate) fn attribute(&self, names: &[&str]) -> Option<&str> {
        let of = |name: &&str| self.attributes.iter().find(|(found, _)| found == *name);
        names.iter().find_map(of).map(|(_, value)| value.as_str())
    }
}

/// A stream of [`Step`]s.
pub(crate) struct Steps<R> {
    reader: quick_xml::Reader<Utf8Input<R>>,
    buffer: Vec<u8>,
    ready: VecDeque<Step>,
    open: Vec<String>,
    line: usize,
    seen_root: bool,
    ended: bool,
    /// What was mended or passed over, in order.
    pub problems: Vec<Problem>,
}

impl<R: Read> Steps<R> {
    pub(crate) fn new(input: Utf8Input<R>) -> Self {
        let mut reader = quick_xml::Reader::from_reader(input);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        Self {
            reader,
            buffer: Vec::new(),
            ready: VecDeque::new(),
            open: Vec::new(),
            line: 0,
            seen_root: false,
            ended: false,
            problems: Vec::new(),
        }
    }

    /// How many elements are open.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether bytes were met that are no characters, and of which encoding.
    pub(crate) fn lossy(&self) -> Option<&'static str> {
        let input = self.reader.get_ref();
        input.lossy().then(|| input.encoding())
    }

    /// The next step.
    pub(crate) fn next(&mut self) -> Step {
        loop {
            if let Some(step) = self.ready.pop_front() {
                return step;
            }
            if self.ended {
                return Step::End;
            }
            self.read();
        }
    }

    fn read(&mut self) {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        match self.reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => self.end(),
            Ok(event) => {
                self.event(&event);
                self.line += event.bytes().filter(|&byte| byte == b'\n').count();
            }
            Err(error) => {
                self.problem(broken(&error));
                self.ended = true;
            }
        }
        self.buffer = buffer;
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::Empty(tag) => {
                self.start(tag);
                self.close_innermost();
            }
            Event::End(tag) => self.close(tag.local_name().as_ref()),
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => self.reference(reference),
            _ => {}
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        if self.open.is_empty() && self.seen_root {
            self.problem("there is another element behind the end of the document");
        }
        self.seen_root = true;
        let name = tag.local_name().as_ref().to_owned();
        let mut attributes = Vec::new();
        // What stands behind a < that is no tag has no attributes.
        let given = tag.attributes().take_while(|_| !name.is_empty());
        for attribute in given {
            match attribute {
                Ok(attribute) => {
                    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                    let value = value.unwrap_or_else(|_| attribute.value.clone());
                    let name: &str = attribute.key.as_ref();
                    attributes.push((name.to_owned(), value.into_owned()));
                }
                Err(error) => self.problem(format!("an attribute was passed over: {error}")),
            }
        }
        self.open.push(name.clone());
        self.ready.push_back(Step::Open(Element { name, line: self.line, attributes }));
    }

    fn close_innermost(&mut self) {
        if let Some(name) = self.open.pop() {
            self.ready.push_back(Step::Close(name));
        }
    }

    fn close(&mut self, name: &str) {
        let Some(place) = self.open.iter().rposition(|open| open == name) else {
            self.problem(format!("</{name}> ends nothing; it was passed over"));
            return;
        };
        while self.open.len() > place + 1 {
            if let Some(inner) = self.open.last() {
                let cause = format!("<{inner}> is not closed before </{name}>");
                self.problem(cause);
            }
            self.close_innermost();
        }
        self.close_innermost();
    }

    fn text(&mut self, text: &str) {
        if self.open.is_empty() {
            if !text.trim().is_empty() {
                self.problem("there is text outside the document; it was passed over");
            }
            return;
        }
        let kept: String = text.chars().filter(|&c| is_allowed(c)).collect();
        if kept.len() < text.len() {
            self.problem("characters that XML forbids were left out");
        }
        self.ready.push_back(Step::Text(kept));
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        let name: &str = reference;
        let known = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => reference.resolve_char_ref().ok().flatten().filter(|&c| is_allowed(c)),
        };
        let text = match known {
            Some(c) => c.to_string(),
            None if name.starts_with('#') => {
                self.problem(format!("&{name}; is no character that XML allows; it was left out"));
                return;
            }
            None => {
                self.problem(format!("&{name}; is not defined in XML; it was kept as it stands"));
                format!("&{name};")
            }
        };
        if !self.open.is_empty() {
            self.ready.push_back(Step::Text(text));
        }
    }

    fn end(&mut self) {
        self.ended = true;
        if let Some(inner) = self.open.last() {
            let cause = format!("the file ends inside <{inner}>; the rest is missing");
            self.problem(cause);
        }
    }

    fn problem(&mut self, cause: impl Into<String>) {
        self.problems.push(Problem::at(self.line, cause));
    }
}

/// What is told of a place behind which nothing can be read.
pub(super) fn broken(error: &quick_xml::Error) -> String {
    use quick_xml::errors::SyntaxError as Syntax;
    let what = match error {
        quick_xml::Error::Syntax(Syntax::InvalidBangMarkup) => {
            return "the XML is broken here and was read no further".to_owned();
        }
        quick_xml::Error::Syntax(Syntax::UnclosedComment) => "comment",
        quick_xml::Error::Syntax(Syntax::UnclosedCData) => "passage (CDATA)",
        quick_xml::Error::Syntax(Syntax::UnclosedDoctype) => "document type",
        quick_xml::Error::Syntax(_) => "tag",
        error => return format!("the XML is broken here and was read no further: {error}"),
    };
    format!(
        "the file ends in the middle: the {what} that begins here has no end; the rest is missing"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steps as a line: `+name`, `-name`, `text`.
    fn check(xml: &str, expected: &str, problems: &[usize]) {
        let mut steps = Steps::new(Utf8Input::new(xml.as_bytes()).expect("readable"));
        let mut shown = String::new();
        loop {
            match steps.next() {
                Step::Open(element) => {
                    shown.push('+');
                    shown.push_str(&element.name);
                    for (name, value) in element.attributes {
                        shown.extend(["[", &name, "=", &value, "]"]);
                    }
                }
                Step::Close(name) => shown.extend(["-", &name]),
                Step::Text(text) => shown.push_str(&text),
                Step::End => break,
            }
            shown.push(' ');
        }
        assert_eq!(shown.trim_end(), expected, "{xml}");
        let lines: Vec<_> = steps.problems.iter().filter_map(|problem| problem.line).collect();
        assert_eq!(lines, problems, "{xml}\n{:?}", steps.problems);
    }

    #[test]
    fn well_formed_xml_is_steps_without_a_problem() {
        check("<a x='1' y=\"&lt;&#10;\"><b/>t</a>", "+a[x=1][y=<\n] +b -b t -a", &[]);
        check("<a>AT&amp;T &#233;&#xe9;</a>", "+a AT & T  é é -a", &[]);
        check("<a><![CDATA[<b>&amp;]]></a>", "+a <b>&amp; -a", &[]);
        check("<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'a.dtd'>\n<!-- c --><x:a/>", "+a -a", &[]);
        check("<a>1\r\n2\r3</a>", "+a 1\n2\n3 -a", &[]);
    }

    #[test]
    fn broken_xml_is_mended_and_told() {
        check("<a>\n<b>t</a>", "+a \n +b t -b -a", &[1]);
        check("<a></b>\n</a>", "+a \n -a", &[0]);
        check("<a>\n\n<b>t", "+a \n\n +b t", &[2]);
        check("<a x=1 y='2' y='3'/>", "+a[y=2] -a", &[0, 0]);
        check("<a>&bomb;&nbsp;</a>", "+a &bomb; &nbsp; -a", &[0, 0]);
        check("<a>\u{1}x&#2;</a>", "+a x -a", &[0, 0]);
        check("<a>R & D</a>", "+a R  & D -a", &[]);
        check("<a/>\n<b/>t", "+a -a +b -b", &[1, 1]);
        check("", "", &[]);
        check("<a><b", "+a", &[0]);
    }

    #[test]
    fn a_file_that_ends_in_the_middle_is_told_in_plain_words() {
        let check = |xml: &str, expected: &str| {
            let mut steps = Steps::new(Utf8Input::new(xml.as_bytes()).expect("readable"));
            while steps.next() != Step::End {}
            let [only] = steps.problems.as_slice() else { panic!("{xml}: {:?}", steps.problems) };
            assert_eq!(only.line, Some(1), "{xml}");
            let told = only.cause.starts_with("the file ends") && only.cause.contains(expected);
            assert!(told && !only.cause.contains("syntax"), "{xml}: {}", only.cause);
        };
        check("<a>\n<b x='1", "in the middle: the tag");
        check("<a>\n</a", "in the middle: the tag");
        check("<a>\n<!-- b", "in the middle: the comment");
        check("<a>\n<![CDATA[ b", "in the middle: the passage");
        check("<a>\n<b/>t", "inside <a>");
    }

    #[test]
    fn an_entity_bomb_stays_small() {
        let xml = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
        check(xml, "+a &c; -a", &[0]);
    }
}
