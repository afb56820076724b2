//! The texts of one language, read from a file of Fluent messages.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

use super::number::{self, Marks};

/// All texts of one language.
///
/// Texts without values are made once and kept for the life of the program, so that a frame
/// takes them as they are; some hundred kilobytes a language at most.
pub struct Catalogue {
    tag: &'static str,
    plain: HashMap<&'static str, &'static str>,
    bundle: FluentBundle<FluentResource>,
    marks: Marks,
    fallback: Option<&'static Self>,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("tag", &self.tag).finish_non_exhaustive()
    }
}

impl Catalogue {
    /// Reads the messages of a language. What does not parse is left out, and the texts of
    /// `fallback` stand for what is not there.
    #[must_use]
    pub fn read(tag: &str, source: &str, fallback: Option<&'static Self>) -> Self {
        let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number::formatted));
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let plain: Vec<&'static str> = plain_ids(&resource).iter().map(|id| kept(id)).collect();
        bundle.add_resource_overriding(resource);
        let mut catalogue = Self {
            tag: kept(tag),
            plain: HashMap::new(),
            bundle,
            marks: Marks::default(),
            fallback,
        };
        let texts = plain.into_iter();
        catalogue.plain =
            texts.filter_map(|id| Some((id, kept(&catalogue.own(id, &[])?)))).collect();
        catalogue.marks = Marks::of(&catalogue);
        catalogue
    }

    /// The language as a tag of BCP 47: `fr`.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// The marks of numbers.
    #[must_use]
    pub const fn marks(&self) -> Marks {
        self.marks
    }

    /// A text without values; of the fallback where this language has none.
    #[must_use]
    pub fn text(&self, id: &str) -> Option<&'static str> {
        let own = self.plain.get(id).copied();
        own.or_else(|| self.fallback.and_then(|other| other.text(id)))
    }

    /// A text with its values; of the fallback where this language has none.
    #[must_use]
    pub fn filled(&self, id: &str, values: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
        let own = self.own(id, values);
        own.or_else(|| self.fallback.and_then(|other| other.filled(id, values)))
    }

    /// The text of this very language.
    fn own(&self, id: &str, values: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, of)| (id, Some(of)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let values: FluentArgs<'_> = values.iter().cloned().collect();
        let mut text = String::new();
        let written = self.bundle.write_pattern(&mut text, pattern, Some(&values), &mut Vec::new());
        written.ok().map(|()| text)
    }
}

/// The ids of the messages and attributes (`id.attribute`) that take no values.
fn plain_ids(resource: &FluentResource) -> Vec<String> {
    let mut ids = Vec::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        if message.value.as_ref().is_some_and(|value| !has_values(value)) {
            ids.push(id.to_owned());
        }
        let plain = message.attributes.iter().filter(|attribute| !has_values(&attribute.value));
        ids.extend(plain.map(|attribute| format!("{id}.{}", attribute.id.name)));
    }
    ids
}

/// Whether a pattern takes values.
fn has_values(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { .. } => false,
        PatternElement::Placeable { expression } => match expression {
            Expression::Select { .. } => true,
            Expression::Inline(inline) => !matches!(
                inline,
                InlineExpression::StringLiteral { .. }
                    | InlineExpression::MessageReference { .. }
                    | InlineExpression::TermReference { .. }
            ),
        },
    })
}

/// Keeps a text for the life of the program: there are as many as messages of the languages
/// that are there, and a language is read once.
fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
