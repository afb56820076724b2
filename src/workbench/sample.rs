//! The bundled sample: a statement of an invented ministry in seven languages, a later
//! statement of the same house, starter memories of standing formulae and a register of
//! institutions. All of it was written for this project (`assets/sample/README.md`).

use super::env::Env;
use super::intake::{self, Reading};
use crate::formats::memory_ron;
use crate::model::{Document, Lang, MemoryFile};

/// The statement, by language.
pub const STATEMENT: [(&str, &str); 7] = [
    ("fr", include_str!("../../assets/sample/statement.fr.txt")),
    ("en", include_str!("../../assets/sample/statement.en.txt")),
    ("ru", include_str!("../../assets/sample/statement.ru.txt")),
    ("de", include_str!("../../assets/sample/statement.de.txt")),
    ("es", include_str!("../../assets/sample/statement.es.txt")),
    ("zh", include_str!("../../assets/sample/statement.zh.txt")),
    ("ar", include_str!("../../assets/sample/statement.ar.txt")),
];

/// The later statement, in French.
pub const LATER: &str = include_str!("../../assets/sample/later.fr.txt");

/// The starter memory of French and English: standing formulae.
pub const STARTER_FR_EN: &str = include_str!("../../memories/starter.fr-en.memory.ron");

/// The starter register of institutions and acronyms.
pub const INSTITUTIONS: &str = include_str!("../../memories/institutions.terms.ron");

const MEMORIES: [&str; 2] =
    [STARTER_FR_EN, include_str!("../../memories/starter.ru-en.memory.ron")];

/// The statement in one of its languages.
#[must_use]
pub fn statement(tag: &str, env: &mut Env) -> Option<Document> {
    let (_, text) = STATEMENT.iter().find(|(known, _)| *known == tag)?;
    Some(read(text, "statement", tag, env))
}

/// The French statement and its English version.
#[must_use]
pub fn pair(env: &mut Env) -> (Document, Document) {
    let [(fr, french), (en, english), ..] = STATEMENT;
    (read(french, "statement", fr, env), read(english, "statement", en, env))
}

/// The later French statement.
#[must_use]
pub fn later(env: &mut Env) -> Document {
    read(LATER, "later", "fr", env)
}

/// The starter memories.
#[must_use]
pub fn memories() -> Vec<MemoryFile> {
    let read = |text: &&str| memory_ron::read(text).ok().map(|reading| reading.value);
    MEMORIES.iter().filter_map(read).collect()
}

/// The main language is guessed: the chrome is in others, and a given language would
/// hold for every block.
fn read(text: &str, name: &str, tag: &str, env: &mut Env) -> Document {
    let reading = Reading { name: format!("{name}.{tag}.txt"), ..Reading::default() };
    let document = intake::document(text, &reading, env);
    debug_assert_eq!(document.lang.as_str(), tag, "the sample's language is guessed right");
    document
}

/// The languages of the statement.
#[must_use]
pub fn languages() -> Vec<Lang> {
    STATEMENT.iter().filter_map(|(tag, _)| tag.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;

    #[test]
    fn every_version_is_read_in_its_language_to_the_last_character() {
        let mut env = Env::fixed(Timestamp::UNIX_EPOCH, 1, "");
        for (tag, text) in STATEMENT {
            let document = statement(tag, &mut env).expect(tag);
            assert_eq!(document.lang.as_str(), tag);
            assert_eq!(document.to_text(), text, "{tag}");
        }
    }

    #[test]
    fn the_starter_memories_are_read_whole() {
        let memories = memories();
        assert_eq!(memories.len(), MEMORIES.len());
        for (memory, text) in memories.iter().zip(MEMORIES) {
            let reading = memory_ron::read(text).expect("a memory");
            assert_eq!(reading.problems, []);
            assert!(memory.revisions.len() >= 60, "{}", memory.header.name);
        }
    }
}
