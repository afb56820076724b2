//! By which rules a person's texts are cut: a rule file of theirs or ours, and exceptions.

use std::sync::Arc;

use super::{Piece, exceptions, segments, srx};
use crate::model::{Exceptions, Lang};

/// A rule file, where there is one, and exceptions, which hold before it.
#[derive(Debug, Clone, Default)]
pub struct Cutting {
    /// The exceptions.
    pub exceptions: Exceptions,
    /// The rules that take the place of ours.
    pub rules: Option<Arc<srx::RuleSet>>,
}

impl Cutting {
    /// The sentences of a text as [`segments`] gives them, by these rules. A language for which
    /// the rule file has no rule is cut by ours.
    #[must_use]
    pub fn segments(&self, text: &str, lang: &Lang) -> Vec<Piece> {
        let rules = self.rules.as_deref().map(|rules| rules.rules(lang));
        let pieces = match rules.filter(|rules| !rules.is_empty()) {
            Some(rules) => rules.segments(text),
            None => segments(text, lang),
        };
        exceptions::apply(text, pieces, lang, &self.exceptions)
    }
}

#[cfg(test)]
mod tests {
    use super::super::srx::{Group, LanguageMap, Rule, RuleSet};
    use super::*;
    use crate::model::Exception;

    #[test]
    fn exceptions_hold_before_a_rule_file_and_that_before_our_rules() {
        let rules = vec![Rule::new(";", "\\s", true).expect("a rule")];
        let group = Group { name: "fr".to_owned(), rules };
        let map = LanguageMap::new("fr.*", "fr").expect("a map");
        let set = RuleSet { cascade: true, groups: vec![group], maps: vec![map] };
        let exception: Exception =
            "fr: no segment ends after \"un;\"".parse().expect("an exception");
        let cutting =
            Cutting { exceptions: [exception].into_iter().collect(), rules: Some(Arc::new(set)) };
        let count =
            |text: &str, tag: &str| cutting.segments(text, &tag.parse().expect("a tag")).len();
        assert_eq!(count("Ici. Deux; Trois; un; Quatre.", "fr"), 3);
        assert_eq!(count("Here. Two; three.", "en"), 2, "the file has no rules for it");
    }
}
